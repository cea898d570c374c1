"""Who speaks in each frame of speech, following the discourse: "he added", lists announced, quotations that go on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from khabar.extract.attribution import ENCLOSING, PREVIOUS, Frame
from khabar.extract.dates import DateMention
from khabar.extract.events import EventMention
from khabar.extract.mentions import Named
from khabar.extract.quantities import Quantity
from khabar.extract.tolls import Counted
from khabar.match.stream import Stream
from khabar.resolve.entities import Entities

__all__ = ["Discourse", "Sentence"]


_OPENING_WORDS = 8
"""As many words of an item are its opening, a time of day among them."""


@dataclass(slots=True)
class Sentence:
    """A sentence with what was found in it; filled as the article is read."""

    index: int
    first: int
    last: int
    paragraph: int
    role: str
    names: list[Named]
    dates: list[tuple[int, int, DateMention]]
    taken: frozenset[int]
    quantities: list[tuple[int, int, Quantity]]
    counted: frozenset[int] = frozenset()
    """Positions of numbers."""
    frames: list[Frame] = field(default_factory=list)
    events: list[EventMention] = field(default_factory=list)
    tolls: list[Counted] = field(default_factory=list)
    entity: dict[int, int] = field(default_factory=dict)
    """Name index -> entity number."""

    @property
    def tells(self) -> bool:
        """Whether it is of the text or its headline, and no byline or caption."""
        return self.role in ("body", "headline")


class Discourse:
    """Follows the speakers through an article; asked of the sentences in their order."""

    def __init__(
        self, stream: Stream, sets: Mapping[str, Any], entities: Entities, sentences: Sequence[Sentence]
    ) -> None:
        self.stream = stream
        self.sets = sets
        self.entities = entities
        self.sentences = sentences
        self.last: int | None = None
        """The entity that spoke last."""
        self.listed: int | None = None
        """The entity whose words a colon announced."""
        self.quoted: dict[int, int] = {}
        """Entity that speaks in a quotation which goes on in a sentence (by its index)."""

    def announce(self) -> None:
        """Note that a colon ends a sentence: what follows is said by who spoke last."""
        self.listed = self.last

    def frame_at(self, sentence: Sentence, position: int) -> Frame | None:
        """The innermost frame of speech over a position."""
        if not sentence.frames:
            return None
        over = [f for f in sentence.frames if f.first <= position < f.last]
        plain = [f for f in over if not (f.kind == "according" and f.speaker == PREVIOUS)]
        over = plain or over
        if not over:
            return None
        return min(
            over, key=lambda f: (f.last - f.first if f.kind == "according" else 10_000 + f.last - f.first, -f.first)
        )

    def _enumerate(self, sentence: Sentence) -> None:
        """Items of a list that a speaker announced with a colon are his too."""
        start = self.stream.bounds[sentence.index][0]  # before a time of day
        bullet = self.stream.norm[start] in self.sets["bullets"] or self.stream.kind[start] == "number"
        if not bullet:
            before = next((s for s in reversed(self.sentences[: sentence.index]) if s.role == "body"), None)
            if not self._announced(sentence) and (before is None or before.paragraph != sentence.paragraph):
                self.listed = None
        if bullet and self.listed is None and not sentence.frames and self._tells_of_us(sentence):
            self.listed = self._heads_article()
        if self.listed is not None and not sentence.frames and (bullet or self._announced(sentence)):
            sentence.frames = [
                Frame(sentence.first, sentence.last, PREVIOUS, "Asserted", "say", sentence.first, (), "speech.list")
            ]
            self.last = self.listed

    def _tells_of_us(self, sentence: Sentence) -> bool:
        """Whether an item opens with what its teller did ("we shelled …")."""
        stream = self.stream
        for k in range(sentence.first, min(sentence.first + _OPENING_WORDS, sentence.last)):
            if stream.norm[k].endswith(self.sets["we_endings"]) and "verb" in stream.marks[k]:
                return not {"outcome", "event", "light"}.isdisjoint(stream.marks[k])
        return False

    def _heads_article(self) -> int | None:
        """The force that the article's first words name, whose communiqué it is."""
        for sentence in self.sentences[:2]:
            for k in sorted(sentence.entity):
                entity = self.entities.all[sentence.entity[k]]
                if entity.actor and entity.type == "ArmedForce":
                    return entity.number
        return None

    def _main_speaker(self, sentence: Sentence, k: int, found: dict[int, int | None]) -> int | None:
        """Whom a participle goes on for: who speaks in the clause, not whom he quotes in it ("said that X had denied …,
        adding that").
        """
        stream = self.stream
        for j in range(k - 1, -1, -1):
            frame = sentence.frames[j]
            if frame.kind == "according" or frame.rule == "speech.participle" or found[j] is None:
                continue
            verb = stream.marks[frame.at].get("verb")
            inner = any(
                f.kind != "according" and f.first < frame.at and f.rule != "speech.participle"
                for f in sentence.frames[:j]
            )
            opens = (
                not inner
                or (verb is not None and verb.conjunction == "and")
                or stream.kind[frame.at - 1] == "punct"
                or stream.norm[frame.at - 1] in self.sets["strong_breaks"]
            )
            if opens:
                return found[j]
        return self.last

    def _stands_for(self, number: int) -> bool:
        """Whether an actor is no more than "the source": told by no fuller name, he is who spoke last."""
        entity = self.entities.all[number]
        if self.last is None or entity.rule != "name.source.reference":
            return False
        language = self.stream.language
        plain = (language.fold(name).removeprefix(language.article) for name in entity.names)
        crowd = any(name in self.sets["residents"] for name in plain)
        return not crowd or self.entities.all[self.last].type == "UnnamedSource"

    def _own_office(self, sentence: Sentence, k: int, number: int, found: dict[int, int | None]) -> int | None:
        """As in "the spokeswoman said that the office had documented …": whoever speaks, where the office is named
        nowhere else.
        """
        frame, entity = sentence.frames[k], self.entities.all[number]
        if not sentence.names[frame.speaker].reference or len(entity.names) > 1 or len(entity.evidence) > 1:
            return None
        if entity.names and entity.names[0] not in self.sets["own_offices"]:
            return None
        around = [j for j, f in enumerate(sentence.frames[:k]) if f.first <= frame.at <= f.last]
        speaker = found[around[-1]] if around else None
        if speaker is None or self.entities.all[speaker].type != "Person":
            return None
        entity.kept = False
        return speaker

    def _announced(self, sentence: Sentence) -> bool:
        """Whether a quotation begins the sentence and a colon ends the one before it."""
        before = next((s for s in reversed(self.sentences[: sentence.index]) if s.role == "body"), None)
        return sentence.first in self.stream.opens and before is not None and self.stream.norm[before.last - 1] == ":"

    def quotations(self) -> None:
        """A quotation that runs over sentences is all its speaker's; one that is a sentence is the last speaker's."""
        quote, kind = self.stream.quote, self.stream.kind
        parts: dict[int, list[tuple[Sentence, int, int]]] = {}
        for sentence in self.sentences:
            if sentence.role != "body" or not any(quote[sentence.first : sentence.last]):
                continue
            inside = [p for p in range(sentence.first, sentence.last) if quote[p]]
            for number in dict.fromkeys(quote[p] for p in inside):
                here = [p for p in inside if quote[p] == number]
                parts.setdefault(number, []).append((sentence, here[0], here[-1] + 1))
        for spans in parts.values():
            sentence, first, last = spans[0]
            alone = len(spans) == 1
            words = [p for p in range(sentence.first, sentence.last) if kind[p] != "punct"]
            if alone and (sentence.frames or not words or first > words[0] or last <= words[-1]):
                continue
            if alone and (sentence.index == 0 or self.sentences[sentence.index - 1].paragraph != sentence.paragraph):
                continue
            speaker: int | None = None
            for told, begin, _ in spans:
                frame = self.frame_at(told, begin)
                if frame is not None and frame.speaker >= 0:
                    speaker = told.entity.get(frame.speaker, speaker)
            for told, begin, end in spans:
                if self.frame_at(told, begin) is None:
                    told.frames.append(
                        Frame(begin, end, PREVIOUS, "Asserted", "say", begin - 1, (), "speech.quotation")
                    )
                    if speaker is not None:
                        self.quoted[told.index] = speaker

    def afterwards(self) -> None:
        """What a sentence says came from somebody was said in the sentence before it, if nobody speaks there."""
        bodies = [s for s in self.sentences if s.role == "body"]
        for before, sentence in pairwise(bodies):
            frame = next((f for f in sentence.frames if f.rule == "speech.afterwards"), None)
            speaker = sentence.entity.get(frame.speaker) if frame is not None else None
            if speaker is not None and not before.frames and before.paragraph >= sentence.paragraph - 1:
                before.frames.append(
                    Frame(before.first, before.last, PREVIOUS, "Asserted", "say", before.first, (), "speech.quotation")
                )
                self.quoted[before.index] = speaker

    def between(self) -> None:
        """A sentence in which nobody speaks, between one's words and what he "added", is his too."""
        bodies = [s for s in self.sentences if s.role == "body"]
        for before, sentence, after in zip(bodies, bodies[1:], bodies[2:], strict=False):
            if sentence.frames or not before.frames or not after.frames:
                continue
            if before.paragraph != sentence.paragraph or after.paragraph > sentence.paragraph + 1:
                continue
            more = after.frames[0]
            spoke = before.entity.get(before.frames[-1].speaker)
            if more.kind == "add" and (more.speaker == PREVIOUS or after.entity.get(more.speaker) in (None, spoke)):
                span = (sentence.first, sentence.last)
                sentence.frames.append(Frame(*span, PREVIOUS, "Asserted", "say", span[0], (), "speech.between"))

    def speakers(self, sentence: Sentence) -> dict[int, int | None]:
        """Entity that speaks in each frame (by its index), following the discourse."""
        found: dict[int, int | None] = {}
        self._enumerate(sentence)
        for k, frame in enumerate(sentence.frames):
            if frame.rule == "speech.quotation" and sentence.index in self.quoted:
                found[k] = self.last = self.quoted[sentence.index]
            elif frame.rule == "speech.participle":
                found[k] = self._main_speaker(sentence, k, found)
            elif frame.speaker == PREVIOUS:
                found[k] = self.last
            elif frame.speaker == ENCLOSING:
                around = [
                    j
                    for j, f in enumerate(sentence.frames[:k])
                    if f.at < frame.at and (f.last >= frame.at or f.rule == "speech.verb-subject")
                ]
                found[k] = found[around[-1]] if around else None
            else:
                number = sentence.entity.get(frame.speaker)
                if number is not None and self._stands_for(number):
                    found[k] = self.last
                elif number is not None and (own := self._own_office(sentence, k, number, found)) is not None:
                    found[k] = own
                elif number is not None and self.entities.all[number].actor:
                    found[k] = number
                    if frame.rule != "speech.noun" or not k:
                        self.last = number  # "since the announcement by X" inside another's words changes no speaker
                else:
                    found[k] = self.last if number is None else None
        for k, frame in enumerate(sentence.frames):
            if frame.rule == "speech.afterwards" and found[k] is not None:
                self.last = found[k]  # whoever carried the statement adds nothing to it
        return found
