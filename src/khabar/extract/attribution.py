"""Who says what: frames of speech over a sentence, each with its speaker, scope and modality.

Word orders covered: verb – speaker – that; speaker – verb; "according to X" at the start, inside or at the end of a
sentence; "X: …" ; relays ("A quoted B as saying"); participles that go on speaking; quotations that run over sentences.
The innermost frame over a position decides who says it (guidelines: Speakers).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from khabar.extract.mentions import Named
from khabar.language import Language, Reading
from khabar.match.stream import Stream

__all__ = ["ENCLOSING", "PREVIOUS", "AttributionFinder", "Frame"]

PREVIOUS = -1
"""Speaker index of a frame that goes on with the last speaker."""
ENCLOSING = -2
"""Speaker index of a frame that only sets the modality: whoever speaks around it."""

MODALITY = {
    "deny": "Denied",
    "accuse": "Alleged",
    "allege": "Alleged",
    "expect": "Expected",
    "plan": "Planned",
    "warn": "Expected",
    "threaten": "Planned",
    "vow": "Planned",
    "promise": "Planned",
}
STATEMENTS = frozenset({"condemn", "call", "warn", "threaten", "welcome", "vow"})
"""Speech that is itself the happening (guidelines: ``Statement``)."""


class Frame(NamedTuple):
    """A stretch of speech: positions ``first`` .. ``last`` (exclusive) said by ``speaker`` (index into the names)."""

    first: int
    last: int
    speaker: int
    modality: str
    kind: str
    at: int
    """Position of the word of speech."""
    via: tuple[int, ...]
    rule: str


class AttributionFinder:
    """Finds the frames of a sentence."""

    _REACH = 16

    def __init__(self, language: Language) -> None:
        self.language = language
        self.sets = language.sets

    def find(
        self, stream: Stream, first: int, last: int, names: Sequence[Named], taken: frozenset[int], *, opening: bool
    ) -> list[Frame]:
        """The frames of positions ``first`` .. ``last`` (exclusive), in order; ``opening``: of a headline."""
        at = {n.first: k for k, n in enumerate(names) if n.sort != "place"}
        covered = {p: k for k, n in enumerate(names) for p in range(n.first, n.last)}
        frames: list[Frame] = []
        done = first
        speaking = self.sets["appears"] | self.sets["between"]
        for i in range(first, last):
            hits = stream.found[i]
            marks = stream.marks[i]
            if not hits and "speech" not in marks and stream.norm[i] not in speaking:
                continue
            phrase = stream.phrase(i, last)
            if (
                i >= done
                and phrase is not None
                and any(h.kind == "phrase" and "background" in h.payload.marks for h in stream.hits(i, last))
            ):
                done = phrase.last
            if i < done or (i in covered and names[covered[i]].first != i):
                continue
            frame: Frame | None = None
            reading = marks.get("speech")
            if phrase is not None and phrase.payload.pos != "phrase":
                phrase = None
            if phrase is not None and "source" in phrase.payload.marks and i not in covered:
                frame = self._according(
                    stream, i, phrase.last, first, last, names, at, phrase.payload.marks["source"], frames
                )
            elif phrase is not None and "speech" in phrase.payload.marks and "source" not in phrase.payload.marks:
                kind = (phrase.payload.marks["speech"] or ("say",))[0]
                if "verb" in marks:
                    frame = self._verbal(stream, i, phrase.last, first, last, names, at, covered, taken, kind)
                else:
                    frame = Frame(
                        phrase.last, last, PREVIOUS, MODALITY.get(kind, "Asserted"), kind, i, (), "speech.phrase"
                    )
            elif stream.norm[i] in self.sets["appears"] and any(
                "statement" in stream.marks[k] for k in range(i + 1, min(i + 4, last))
            ):
                frame = Frame(i + 1, last, PREVIOUS, "Asserted", "say", i, (), "speech.statement")
            elif stream.norm[i] in self.sets["between"] and self._explains(stream, i, last, names):
                frame = self._verbal(stream, i, i + 1, first, last, names, at, covered, taken, "say")
            elif reading is not None and (i not in covered or names[covered[i]].sort == "source"):
                frame = self._speech(stream, i, first, last, names, at, covered, taken, reading)
            if (
                frame is not None
                and frame.rule in ("speech.subject-verb", "speech.pronoun")
                and self._relative(stream, frames, frame)
            ):
                continue
            if frame is not None:
                frames.append(frame)
                if phrase is not None:
                    done = phrase.last
                    if frame.kind == "according" and frame.speaker >= 0 and names[frame.speaker].first >= done:
                        done = names[frame.speaker].first
        if not frames or opening:
            frame = self._colon(stream, first, last, names)
            if frame is not None and not any(f.at < frame.first for f in frames):
                frames.insert(0, frame)
        return self._close(stream, frames, last)

    def _relative(self, stream: Stream, frames: Sequence[Frame], frame: Frame) -> bool:
        """Whether the verb stands between an earlier speaker and his "that": it describes him, it does not speak."""
        if not frames or frames[-1].rule != "speech.verb-subject" or frames[-1].kind == "according":
            return False
        before = frames[-1]
        gap = range(before.first, frame.at)
        if any(stream.norm[k] in self.sets["that"] or k in stream.opens or stream.norm[k] == ":" for k in gap):
            return False
        reading = stream.marks[frame.at].get("verb")
        return bool(reading and not reading.conjunction) and self._that_follows(stream, frame.at + 1, before.last)

    # ------------------------------------------------------------------ verbs of speech

    def _speech(
        self,
        stream: Stream,
        i: int,
        first: int,
        last: int,
        names: Sequence[Named],
        at: dict[int, int],
        covered: dict[int, int],
        taken: frozenset[int],
        reading: Reading,
    ) -> Frame | None:
        kinds = reading.entry.marks["speech"]
        kind = kinds[0] if kinds else "say"
        pos = reading.entry.pos
        if i in taken or (
            i > first
            and (stream.norm[i - 1] in self.sets["negation"] or stream.norm[i - 1] in self.sets["negation_nouns"])
        ):
            return None
        if kind == "call" and i + 1 < last and stream.norm[i + 1] in self.sets["negation_nouns"]:
            return None
        events = stream.marks[i].get("event")
        if events is not None and events.entry == reading.entry and "Statement" not in events.entry.marks["event"]:
            return None
        if reading.suffix and kind in ("plan", "expect"):
            return Frame(i + 1, last, PREVIOUS, MODALITY[kind], kind, i, (), "speech.noun-of-speaker")
        if pos == "masdar" and not reading.suffix:
            # "the announcement by X of …": only where a name follows at once
            if i + 1 < last and i + 1 in at and kind in ("announce", "deny", "accuse", "confirm", "plan", "adopt"):
                k = at[i + 1]
                return Frame(names[k].last, last, k, MODALITY.get(kind, "Asserted"), kind, i, (), "speech.noun")
            return None
        if pos == "masdar" and reading.suffix:
            return None
        if pos == "participle":
            if reading.definite or reading.preposition or stream.norm[i].startswith(self.language.article):
                return None
            if not self._continues(stream, i, first, last):
                return None
            return Frame(i + 1, last, PREVIOUS, MODALITY.get(kind, "Asserted"), kind, i, (), "speech.participle")
        if pos != "verb":
            return None
        return self._verbal(stream, i, i + 1, first, last, names, at, covered, taken, kind)

    def _continues(self, stream: Stream, i: int, first: int, last: int) -> bool:
        """Whether the participle at ``i`` goes on speaking: "…, adding that", "… stressing that"."""
        norm, sets = stream.norm, self.sets
        j = i + 1
        for _ in range(6):
            if j >= last:
                return False
            if norm[j] in sets["that"] or j in stream.opens or norm[j] == ":":
                return True
            if j == i + 1 and (
                i == first
                or stream.kind[i - 1] == "punct"
                or stream.norm[i].startswith(sets["single_conjunctions_prefix"])
            ):
                return True
            j += 1
        return False

    def _verbal(
        self,
        stream: Stream,
        i: int,
        after: int,
        first: int,
        last: int,
        names: Sequence[Named],
        at: dict[int, int],
        covered: dict[int, int],
        taken: frozenset[int],
        kind: str,
    ) -> Frame | None:
        subject, content, via, explicit = self._subject_after(stream, after, last, names, at, covered, taken)
        rule = "speech.verb-subject"
        paper = stream.mark(after, "statement") if after < last and after not in covered else None
        if paper is not None and not paper.preposition and (subject is None or names[subject].first > after):
            return self._paper(stream, i, after, last, names, at, kind, definite=paper.definite or bool(paper.suffix))
        if kind == "quote" and subject is not None:
            source = self._quoted_source(stream, names[subject].last, last, names, at)
            if source is None and stream.norm[after] in self.sets["from"]:
                source = subject
                return Frame(names[subject].last, last, subject, "Asserted", kind, i, (), "speech.relay")
            if source is None:
                if not self._that_follows(stream, names[subject].last, last):
                    return None
                return Frame(names[subject].last, last, subject, "Asserted", kind, i, via, rule)
            return Frame(names[source].last, last, source, "Asserted", kind, i, (subject, *via), "speech.relay")
        if subject is None:
            before = self._subject_before(stream, i, first, names)
            if before is not None and kind not in STATEMENTS and not self._content(stream, after, last, 13):
                return None
            if before is not None:
                subject, rule = before, "speech.subject-verb"
            elif explicit:
                return None
            else:
                if not self._that_follows(stream, after, last) and (
                    kind in ("document", "call", "describe", "publish", "quote")
                    or not (self._content(stream, after, last, 2) or self._object(stream, after, last))
                ):
                    return None
                subject, rule = (ENCLOSING if kind in ("plan", "expect") else PREVIOUS), "speech.pronoun"
            content = after
        elif MODALITY.get(kind, "Asserted") == "Asserted":
            begin, end = self._said_before(stream, i, first, last, names[subject])
            if end > begin:
                return Frame(begin, end, subject, "Asserted", "according", i, via, "speech.final")
        return Frame(content, last, subject, MODALITY.get(kind, "Asserted"), kind, i, via, rule)

    def _said_before(self, stream: Stream, i: int, first: int, last: int, speaker: Named) -> tuple[int, int]:
        """The words that the verb at ``i`` and its speaker close ("…, said the mayor."), or nothing."""
        verb = stream.marks[i].get("verb")
        end = i
        while end > first and stream.norm[end - 1] in self.sets["as_said"]:
            end -= 1
        rest = range(speaker.last, last)
        if (
            (verb is not None and verb.conjunction)
            or end <= first + 3
            or stream.kind[end - 1] != "punct"
            or stream.norm[end - 1] == ":"
            or len(rest) > 9
            or any(
                k in stream.opens
                or stream.kind[k] == "number"
                or stream.norm[k] in self.sets["that"]
                or (stream.kind[k] == "punct" and k + 2 < last)
                or ("verb" in stream.marks[k] and "noun" not in stream.marks[k])
                for k in rest
            )
        ):
            return i, i
        return self._segment(stream, end - 1, first, last)[0], end

    def _explains(self, stream: Stream, i: int, last: int, names: Sequence[Named]) -> bool:
        """Whether a word that also means "between" is a verb of speech: someone, then "that", and no "and"."""
        for k in range(i + 1, min(i + 12, last)):
            if stream.norm[k] in self.sets["that"]:
                return any(i < n.first < k and n.sort != "place" for n in names) or "title" in stream.marks[i + 1]
            if stream.kind[k] == "number" or (
                stream.norm[k].startswith(self.sets["single_conjunctions_prefix"])
                and not any(n.first <= k < n.last for n in names)
            ):
                return False
        return False

    def _paper(
        self,
        stream: Stream,
        i: int,
        after: int,
        last: int,
        names: Sequence[Named],
        at: dict[int, int],
        kind: str,
        *,
        definite: bool,
    ) -> Frame | None:
        """A statement or report speaks: for whoever issued it, if named, else for the last speaker."""
        for k in range(after + 1, min(after + 6, last)):
            if stream.norm[k] in self.sets["that"] or (
                stream.kind[k] == "punct" and stream.norm[k] not in self.sets["brackets"]
            ):
                break
            if k in at and names[at[k]].preposition in ("to", "", "from"):
                name = names[at[k]]
                return Frame(name.last, last, at[k], MODALITY.get(kind, "Asserted"), kind, i, (), "speech.statement")
        if not definite and not self._that_follows(stream, after, last):
            return None
        return Frame(after + 1, last, PREVIOUS, MODALITY.get(kind, "Asserted"), kind, i, (), "speech.statement")

    def _object(self, stream: Stream, j: int, last: int) -> bool:
        """Whether a verbal noun behind the particle of the thing told follows ("reported in an update a rise …")."""
        return any(
            r.preposition == "in"
            and ("outcome" in r.entry.marks or "count" in r.entry.marks or "event" in r.entry.marks)
            for k in range(j, min(j + 6, last))
            for r in self.language.readings(stream.norm[k])
            if r.entry.pos == "masdar"
        )

    def _content(self, stream: Stream, j: int, last: int, reach: int) -> bool:
        """Whether something said follows: a clause, a quotation, or a verbal noun of a happening."""
        return any(
            stream.norm[k] in self.sets["that"]
            or k in stream.opens
            or stream.norm[k] == ":"
            or any(m in stream.marks[k] for m in ("masdar", "event", "outcome"))
            for k in range(j, min(j + reach, last))
        )

    def _that_follows(self, stream: Stream, j: int, last: int) -> bool:
        return any(
            stream.norm[k] in self.sets["that"] or k in stream.opens or stream.norm[k] == ":"
            for k in range(j, min(j + 6, last))
        )

    def _subject_after(
        self,
        stream: Stream,
        j: int,
        last: int,
        names: Sequence[Named],
        at: dict[int, int],
        covered: dict[int, int],
        taken: frozenset[int],
    ) -> tuple[int | None, int, tuple[int, ...], bool]:
        """(name index or None, where its words end, names spoken through, whether some other subject stands there)."""
        sets, norm = self.sets, stream.norm
        start = j
        via: list[int] = []
        explicit = False
        while j < last and j - start <= self._REACH:
            if j in taken:
                j += 1
                continue
            if norm[j] in sets["that"] or norm[j] == ":" or (j in stream.opens and j not in at):
                return None, j, tuple(via), explicit
            if norm[j] in sets["bodies"]:
                j += 1
                continue
            if j in at:
                k = at[j]
                name = names[k]
                if (
                    explicit
                    and name.preposition == "to"
                    and name.sort in ("actor", "either")
                    and name.type in ("Organization", "Government", "ArmedForce")
                ):
                    more = self._apposed_person(stream, name.last, last, names, at)
                    return (
                        (more if more is not None else k),
                        names[more].last if more is not None else name.last,
                        tuple(via),
                        True,
                    )
                if name.preposition == "to" or (j > start and norm[j - 1] in sets["single_prepositions"]):
                    if name.type in ("MediaOutlet",) or name.sort == "source":
                        via.append(k)
                    j = name.last
                    continue
                if name.preposition or (
                    j > start and norm[j - 1] in sets["stops"] and norm[j - 1] not in sets["bodies"]
                ):
                    j = name.last
                    continue
                if name.conjunction and explicit:
                    return None, j, tuple(via), explicit
                more = self._apposed_person(stream, name.last, last, names, at)
                return (
                    (more if more is not None else k),
                    names[more].last if more is not None else name.last,
                    tuple(via),
                    True,
                )
            if j in covered:
                j = names[covered[j]].last
                continue
            if stream.kind[j] == "punct":
                if stream.document.tokens[stream.token[j]].text in sets["commas"] and j - start < 6:
                    j += 1
                    continue
                return None, j, tuple(via), explicit
            marks = stream.marks[j]
            if "verb" in marks and "noun" not in marks and "title" not in marks and norm[j] not in sets["auxiliary"]:
                return None, j, tuple(via), explicit
            if "title" in marks or "members" in marks:
                explicit = True
            elif norm[j] in sets["stops"] and norm[j] not in sets["skippable"]:
                # a prepositional phrase: step over it and what it governs
                j += 2 if j + 1 < last and j + 1 not in at else 1
                continue
            elif not marks and norm[j].startswith(self.language.article):
                explicit = True
            elif "noun" in marks and "measure" not in marks and not any(r.preposition for r in marks.values()):
                if not any(m in marks for m in ("victim", "members", "source", "head", "statement", "spokesperson")):
                    return None, j, tuple(via), explicit
                explicit = explicit or not any(r.suffix for r in marks.values())
            j += 1
        return None, j, tuple(via), explicit

    def _apposed_person(
        self, stream: Stream, j: int, last: int, names: Sequence[Named], at: dict[int, int]
    ) -> int | None:
        """A person named right behind the body or title that speaks ("the army's spokesman X")."""
        for k in range(j, min(j + 3, last)):
            if (
                k in at
                and names[at[k]].type == "Person"
                and not names[at[k]].preposition
                and not names[at[k]].conjunction
            ):
                return at[k]
            if stream.kind[k] != "word" or (
                "title" not in stream.marks[k]
                and "spokesperson" not in stream.marks[k]
                and "nationality" not in stream.marks[k]
            ):
                break
        return None

    def _quoted_source(
        self, stream: Stream, j: int, last: int, names: Sequence[Named], at: dict[int, int]
    ) -> int | None:
        for k in range(j, min(j + 10, last)):
            if stream.norm[k] in self.sets["from"]:
                for m in range(k + 1, min(k + 5, last)):
                    if m in at:
                        more = self._apposed_person(stream, names[at[m]].last, last, names, at)
                        return more if more is not None else at[m]
                return None
        return None

    def _subject_before(self, stream: Stream, i: int, first: int, names: Sequence[Named]) -> int | None:
        """The name that opens the clause of the verb at ``i``, with only appositions, dates and auxiliaries between."""
        sets, norm = self.sets, stream.norm
        start = i
        while start > first:
            before = start - 1
            marks = stream.marks[before]
            if (
                norm[before] in sets["strong_breaks"]
                or norm[before] in sets["that"]
                or norm[before] in sets["contrast"]
            ):
                break
            if norm[before] in sets["sentence_marks"]:
                break
            if norm[before] in sets["pluperfect"]:
                start = before
                break
            if any(h.kind == "phrase" and "anonymous" in h.payload.marks for h in stream.hits(before, i)):
                break
            if (
                "verb" in marks
                and norm[before] not in sets["auxiliary"]
                and "noun" not in marks
                and not any(n.first <= before < n.last for n in names)
            ):
                relative = before > first and norm[before - 1] in sets["relative"]
                if not relative:
                    break
            start = before
        if start < i and norm[i - 1] in sets["relative"]:
            near = [k for k, n in enumerate(names) if start <= n.first and n.last <= i - 1 and n.sort != "place"]
            return near[-1] if near else None
        candidates = [k for k, n in enumerate(names) if start <= n.first and n.last <= i and n.sort != "place"]
        for k in candidates:
            name = names[k]
            if name.preposition or (
                name.first > start
                and norm[name.first - 1] in sets["stops"]
                and norm[name.first - 1] not in sets["auxiliary"]
                and norm[name.first - 1] not in sets["contrast"]
            ):
                continue
            if any(
                stream.kind[p] == "word"
                and norm[p] not in sets["auxiliary"]
                and norm[p] not in sets["contrast"]
                and "title" not in stream.marks[p]
                for p in range(start, name.first)
                if not any(m.first <= p < m.last for m in names)
            ):
                continue
            if self._another_noun(stream, name.last, i, names):
                continue
            return k
        return None

    def _another_noun(self, stream: Stream, first: int, last: int, names: Sequence[Named]) -> bool:
        """Whether an indefinite noun stands between name and verb, which then tells of it ("a cell that planned …")."""
        for p in range(first, last):
            if (
                stream.kind[p] != "word"
                or any(n.first <= p < n.last for n in names)
                or stream.norm[p] in self.sets["auxiliary"]
            ):
                continue
            noun = stream.marks[p].get("noun")
            if (
                noun is None
                or noun.definite
                or noun.suffix
                or "title" in stream.marks[p]
                or "measure" in stream.marks[p]
            ):
                continue
            if (p > first and stream.norm[p - 1] in self.sets["stops"]) or noun.preposition == "in":
                continue
            return True
        return False

    # ------------------------------------------------------------------ according to

    def _according(
        self,
        stream: Stream,
        i: int,
        after: int,
        first: int,
        last: int,
        names: Sequence[Named],
        at: dict[int, int],
        values: tuple[str, ...],
        frames: Sequence[Frame],
    ) -> Frame | None:
        if "same" in values:
            begin, end = self._segment(stream, i, first, last)
            return Frame(begin, end, PREVIOUS, "Asserted", "according", i, (), "source.same")
        speaker: int | None = None
        end = after
        via: list[int] = []
        for j in range(after, min(after + 9, last)):
            if j in at:
                name = names[at[j]]
                speaker = at[j]
                end = name.last
                more = self._apposed_person(stream, name.last, last, names, at)
                if more is not None:
                    speaker, end = more, names[more].last
                break
            if stream.kind[j] == "punct":
                break
            marks = stream.marks[j]
            if "statement" in marks and any(r.suffix for r in marks.values()):
                speaker, end = PREVIOUS, j + 1
                break
        if speaker is None:
            return None
        begin, stop = self._segment(stream, i, first, last)
        if i - begin <= 2:
            begin = end
        rule = "source.phrase"
        return Frame(begin, stop, speaker, "Asserted", "according", i, tuple(via), rule)

    def _turns(self, stream: Stream, p: int) -> bool:
        """Whether a finite past verb behind "and" opens a clause that is no longer planned or expected."""
        verb = stream.marks[p].get("verb")
        return (
            verb is not None
            and verb.conjunction == "and"
            and verb.entry.tense == "past"
            and "noun" not in stream.marks[p]
        )

    def _segment(self, stream: Stream, i: int, first: int, last: int) -> tuple[int, int]:
        """The part of the sentence around ``i`` between strong breaks."""
        breaks = self.sets["strong_breaks"]
        begin = next((k for k in range(i - 1, first, -1) if stream.norm[k] in breaks), first)
        end = next((k for k in range(i + 1, last) if stream.norm[k] in breaks), last)
        return begin, end

    def _colon(self, stream: Stream, first: int, last: int, names: Sequence[Named]) -> Frame | None:
        """As in "X: what X says", as headlines have it; also "what is said (X)"."""
        for k, name in enumerate(names):
            if name.sort != "place" and name.first == first and name.last < last and stream.norm[name.last] == ":":
                return Frame(name.last + 1, last, k, "Asserted", "say", name.last, (), "speech.colon")
        return None

    # ------------------------------------------------------------------ scopes

    def _close(self, stream: Stream, frames: list[Frame], last: int) -> list[Frame]:
        """End each frame's scope where a later verb of speech with a speaker of its own takes over."""
        closed: list[Frame] = []
        for k, frame in enumerate(frames):
            end = frame.last
            for later in frames[k + 1 :]:
                if later.kind == "according" or later.at <= frame.at:
                    continue
                if later.rule in ("speech.noun",):
                    continue
                if later.first > frame.first:
                    end = min(end, max(later.at, frame.first + 1))
                    break
            if frame.kind == "according":
                end = frame.last
                for later in frames[k + 1 :]:
                    if later.kind != "according" and later.at > frame.at:
                        end = min(end, later.at)
            if frame.kind in ("plan", "expect"):
                end = next((p for p in range(frame.first + 1, end) if self._turns(stream, p)), end)
            closed.append(frame._replace(last=max(end, frame.first)))
        return [f for f in closed if f.last > f.first or f.kind in STATEMENTS]
