"""Who says what: frames of speech over a sentence, each with its speaker, scope and modality.

Word orders covered: verb – speaker – that; speaker – verb; "according to X" at the start, inside or at the end of a
sentence; "X: …" ; relays ("A quoted B as saying"); participles that go on speaking; quotations that run over sentences.
The innermost frame over a position decides who says it (guidelines: Speakers).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from khabar.extract.mentions import Named
from khabar.language import Language, Memory, Reading
from khabar.match.stream import Stream

__all__ = ["ECHOES", "ENCLOSING", "PREVIOUS", "AttributionFinder", "Frame", "Sentence"]

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
ECHOES = frozenset({"deny", "adopt", "accuse"})
"""Speech about a happening that another told, which it need not name again."""
_TOLD_BY = frozenset({"say", "add", "report", "confirm", "announce", "reveal"})
"""Speech that tells what another plans."""
_SPEAKING = frozenset({"speech", "blame", "replies"})
_HAPPENS = frozenset({"outcome", "event", "masdar"})
_SOMEONE = frozenset({"title", "members", "victim", "source", "head", "spokesperson", "statement", "place"})
_BODIES = frozenset({"Organization", "Government", "ArmedForce"})


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

    def __init__(self, language: Language) -> None:
        self.language = language
        self._speaking = Memory(self._may_speak)

    def find(
        self, stream: Stream, first: int, last: int, names: Sequence[Named], taken: frozenset[int], *, opening: bool
    ) -> list[Frame]:
        """The frames of positions ``first`` .. ``last`` (exclusive), in order; ``opening``: of a headline."""
        return Sentence(self.language, stream, first, last, names, taken).frames(self._speaking, opening=opening)

    def _may_speak(self, word: str) -> bool:
        """Whether a word can open a frame in any company; most words cannot."""
        sets = self.language.sets
        known = (
            not _SPEAKING.isdisjoint(self.language.marks(word)) or word in sets["appears"] or word in sets["comes_out"]
        )
        return known or any(self.language.strip_to(word, sets[name]) for name in ("speaks_at_times", "revises"))


class _Subject(NamedTuple):
    """Who stands behind a verb of speech."""

    name: int | None
    """Index into the names; none where nobody is named."""
    end: int
    """Where the words of the subject end."""
    via: tuple[int, ...]
    """Names spoken to, through whom the words came."""
    explicit: bool
    """Whether some subject stands there, named or not."""


class Sentence:
    """A sentence whose frames are looked for: positions ``first`` .. ``last`` (exclusive) of the stream."""

    _REACH = 16
    _CLAUSE = 24

    def __init__(
        self, language: Language, stream: Stream, first: int, last: int, names: Sequence[Named], taken: frozenset[int]
    ) -> None:
        self.language = language
        self.sets = language.sets
        self.stream = stream
        self.first = first
        self.last = last
        self.names = names
        self.taken = taken
        """Positions of dates and numbers."""
        self.at = {n.first: k for k, n in enumerate(names) if n.sort != "place"}
        self.covered = {p: k for k, n in enumerate(names) for p in range(n.first, n.last)}
        self.found: list[Frame] = []
        """The frames found so far."""

    def frames(self, speaking: Mapping[str, bool], *, opening: bool) -> list[Frame]:
        """The frames in order; ``speaking``: which words may open one, ``opening``: of a headline."""
        stream, first, last, names, covered = self.stream, self.first, self.last, self.names, self.covered
        frames = self.found
        done = first
        phrases = stream.phrases_by_position(first, last)
        norm = stream.norm
        for i in [i for i in range(first, last) if speaking[norm[i]] or i in phrases]:
            marks = stream.marks[i]
            phrase = phrases.get(i)
            if (
                i >= done
                and phrase is not None
                and stream.norm[i] not in self.sets["appears"]
                and any(h.kind == "phrase" and "background" in h.payload.marks for h in stream.hits(i, last))
            ):
                done = phrase.last
            if i < done or (i in covered and names[covered[i]].first != i):
                continue
            frame: Frame | None = None
            reading = marks.get("speech")
            if phrase is not None and phrase.payload.pos != "phrase":
                phrase = None
            if phrase is not None and "anonymous" in phrase.payload.marks:
                done = phrase.last
                continue
            if phrase is not None and "source" in phrase.payload.marks and i not in covered:
                before = frames[-1] if frames else None
                frame = self._according(i, phrase.last, phrase.payload.marks["source"], frames)
                if frame is None and before is not None and frames[-1] is not before:
                    # what it tells was given to the frame before: its verb speaks no more
                    done = names[frames[-1].via[-1]].first
            elif phrase is not None and "speech" in phrase.payload.marks and "source" not in phrase.payload.marks:
                kind = (phrase.payload.marks["speech"] or ("say",))[0]
                if "verb" in marks:
                    governs = stream.norm[phrase.last - 1] in self.sets["stops"] and phrase.last > i + 1
                    frame = self._verbal(i, phrase.last - governs, kind)
                else:
                    frame = Frame(
                        phrase.last, last, PREVIOUS, MODALITY.get(kind, "Asserted"), kind, i, (), "speech.phrase"
                    )
            elif stream.norm[i] in self.sets["appears"]:
                frame = self._appears(i)
            elif stream.norm[i] in self.sets["comes_out"]:
                frame = self._comes_out(i)
            elif self.language.strip_to(stream.norm[i], self.sets["speaks_at_times"]) and self._explains(i):
                frame = self._verbal(i, i + 1, "say")
            elif i not in covered and self._revises(i):
                frame = self._verbal(i, i + 1, "report")
            elif "blame" in marks and i not in covered:
                frame = self._blames(i, marks["blame"])
            elif "replies" in marks and any(
                stream.norm[k] in self.sets["answering"] for k in range(i + 1, min(i + 9, last))
            ):
                frame = self._verbal(i, i + 1, "say")
            elif (
                reading is not None
                and (i not in covered or names[covered[i]].sort == "source")
                and not ("place" in marks and i + 1 < last and self._indefinite(norm[i + 1]))
            ):
                frame = self._speech(i, reading)
            if (
                frame is not None
                and frame.rule in ("speech.subject-verb", "speech.pronoun")
                and self._relative(frames, frame)
            ):
                continue
            if (
                frame is not None
                and frame.kind in ("plan", "expect")
                and stream.norm[i - 1] in self.sets["relative_pronouns"]
            ):
                continue  # "the group, which seeks to …"
            if frame is not None:
                frame = self._by_name(frame)
                frames.append(frame)
                if phrase is not None:
                    done = phrase.last
                    if frame.kind == "according" and frame.speaker >= 0 and names[frame.speaker].first >= done:
                        done = names[frame.speaker].first
        if not frames or opening:
            frame = self._colon()
            if frame is not None and not any(f.at < frame.first for f in frames):
                frames.insert(0, frame)
        return self._close(frames)

    def _by_name(self, frame: Frame) -> Frame:
        """As in "a witness called X said": who speaks is X."""
        k = frame.speaker
        if not 0 <= k < len(self.names) - 1 or self.names[k].sort != "source" or self.names[k + 1].type != "Person":
            return frame
        gap = range(self.names[k].last, self.names[k + 1].first)
        if len(gap) > 2 or not any(self.stream.norm[p] in self.sets["called"] for p in gap):
            return frame
        return frame._replace(speaker=k + 1, first=max(frame.first, self.names[k + 1].last))

    def _indefinite(self, after: str) -> bool:
        """Whether what follows tells that a word is a noun in the accusative ("a residential quarter", "a quarter in
        …").
        """
        return after.endswith(self.sets["accusative_endings"]) or after in self.sets["locative"]

    def _relative(self, frames: Sequence[Frame], frame: Frame) -> bool:
        """Whether the verb stands between an earlier speaker and his "that": it describes him, it does not speak."""
        if not frames or frames[-1].rule != "speech.verb-subject" or frames[-1].kind == "according":
            return False
        before = frames[-1]
        gap = range(before.first, frame.at)
        if any(self.tells(k) for k in gap):
            return False
        reading = self.stream.marks[frame.at].get("verb")
        return bool(reading and not reading.conjunction) and self._that_follows(frame.at + 1, before.last)

    # ------------------------------------------------------------------ verbs of speech

    def responsible(self, i: int) -> int | None:
        """Where the word for responsibility stands behind a verb of carrying at ``i``."""
        words = self.sets["responsibility"]
        reach = range(i + 1, min(i + self._REACH, self.last))
        return next((k for k in reach if self.language.strip_to(self.stream.norm[k], words)), None)

    def _blames(self, i: int, reading: Reading) -> Frame | None:
        """As in "X held Y responsible for …": a verb of carrying accuses where a word for responsibility follows."""
        word = self.responsible(i)
        if word is None:
            return None
        if reading.entry.pos == "verb":
            if self._goes_on(i) and len([k for k in self.at if i < k < word]) < 2:
                return Frame(i + 1, self.last, PREVIOUS, MODALITY["accuse"], "accuse", i, (), "speech.pronoun")
            return self._verbal(i, i + 1, "accuse")
        if reading.entry.pos == "participle" and not reading.definite and not reading.preposition:
            return Frame(i + 1, self.last, PREVIOUS, MODALITY["accuse"], "accuse", i, (), "speech.participle")
        return None

    def _speech(self, i: int, reading: Reading) -> Frame | None:
        kinds = reading.entry.marks["speech"]
        kind = kinds[0] if kinds else "say"
        pos = reading.entry.pos
        if pos == "verb" and self.language.fold(reading.entry.lemma) in self.sets["refusing"]:
            told = self.stream.norm[i + 1 : min(i + 7, self.last)]
            kind = "deny" if any(word in self.sets["charges"] for word in told) else kind
        if i in self.taken or (
            i > self.first
            and (
                self.stream.norm[i - 1] in self.sets["negation"]
                or self.stream.norm[i - 1] in self.sets["negation_nouns"]
            )
        ):
            return None
        if i > self.first and self.stream.norm[i - 1] in self.sets["done"]:
            return None
        if (
            "count" in self.stream.marks[i]
            and i + 1 < self.last
            and (i + 1 in self.taken or self.stream.kind[i + 1] == "number")
        ):
            return None  # "aged 13", "which amount to 40"
        if (
            i > self.first + 1
            and self.stream.norm[i - 1] in self.sets["that"]
            and self.stream.norm[i - 2] in self.sets["negation_nouns"]
        ):
            return None
        if self.stream.norm[i] in self.sets["called"] and (
            i + 1 in self.stream.opens or self._names_person(i + 1) or not self._content(i + 1, self._REACH)
        ):
            return None
        if i > self.first and pos == "verb" and "masdar" in self.stream.marks[i] and not reading.suffix:
            governed = self.stream.norm[i - 1]
            if governed in self.sets["governing"]:
                return None
        if i > self.first and kind == "describe" and self.stream.norm[i - 1] in self.sets["relative"]:
            return None
        relative = i > self.first and self.stream.norm[i - 1] in self.sets["which"]
        around = self.found[-1] if self.found else None
        if relative and around is not None and around.first < i and kind not in ECHOES and around.kind != "according":
            return None
        if relative and kind in STATEMENTS and self.subject_after(i + 1).name is None:
            return None
        if kind == "call" and i + 1 < self.last and self.stream.norm[i + 1] in self.sets["negation_nouns"]:
            return None
        if (
            kind == "call"
            and i + 1 < self.last
            and self.language.strip_to(self.stream.norm[i + 1], self.sets["ransoms"])
        ):
            return None
        if kind in ("add", "threaten") and self._describes(i, reading):
            return None
        convicted = kind == "condemn" and pos == "verb" and i + 1 < self.last and i + 1 not in self.covered
        if convicted and any(p == "in" for _, _, p, _ in self.language.strip(self.stream.norm[i + 1])):
            return None  # "who were convicted of"
        events = self.stream.marks[i].get("event")
        if events is not None and events.entry == reading.entry and "Statement" not in events.entry.marks["event"]:
            return None
        if pos == "verb" and "frame" in reading.entry.marks and self._deed(i, reading):
            return None
        if reading.suffix and kind in ("plan", "expect"):
            return Frame(i + 1, self.last, PREVIOUS, MODALITY[kind], kind, i, (), "speech.noun-of-speaker")
        if pos == "masdar" and not reading.suffix:
            # "the announcement by X of …": only where a name follows at once
            if (
                i + 1 < self.last
                and i + 1 in self.at
                and kind in ("announce", "deny", "accuse", "confirm", "plan", "adopt")
            ):
                k = self.at[i + 1]
                return Frame(
                    self.names[k].last, self.last, k, MODALITY.get(kind, "Asserted"), kind, i, (), "speech.noun"
                )
            return None
        lent = i > self.first and self.stream.norm[i - 1] in self.sets["about"]
        if reading.suffix and (pos == "masdar" or lent):
            return self._own_words(i, kind)
        if pos == "participle":
            word = self.stream.norm[i]
            if reading.definite or reading.preposition or word.startswith(self.language.article):
                return None
            if not word.endswith(self.sets["circumstance_endings"]):
                return None
            if not self._continues(i):
                return None
            return Frame(i + 1, self.last, PREVIOUS, MODALITY.get(kind, "Asserted"), kind, i, (), "speech.participle")
        if pos != "verb":
            return None
        if self.stream.norm[i] in self.sets["foremost"]:
            return None
        if reading.suffix and self._published(i):
            return self._publisher(i, kind)
        return self._verbal(i, i + 1, kind)

    def _describes(self, i: int, reading: Reading) -> bool:
        """Whether a verb of the present tells what the indefinite noun before it does ("a body that follows …")."""
        if reading.entry.tense != "present" or reading.conjunction or i == self.first or i - 1 in self.covered:
            return False
        before = self.stream.marks[i - 1]
        if "threaten" in reading.entry.marks.get("speech", ()) and self.stream.kind[i - 1] == "word":
            return "verb" not in before and not self.stream.norm[i - 1].startswith(self.language.article)
        noun = before.get("noun") or before.get("head")
        clause = next((k for k in range(i + 1, self.last) if self.stream.kind[k] == "punct"), self.last)
        return noun is not None and not noun.definite and not self._that_follows(i + 1, clause, 4)

    def _deed(self, i: int, reading: Reading) -> bool:
        """Whether the verb has an object that makes it no word of speech ("deployed tanks", not "published")."""
        objects = [f for f in self.language.frames[reading.entry.lemma] if f.part == "object"]
        for k in range(i + 1, min(self.last, i + 8)):
            if self.stream.kind[k] == "punct":
                return False
            stems = {s for s, _, p, _ in self.language.strip(self.stream.norm[k]) if not p}
            named = next((f for f in objects if stems & f.words), None)
            if named is not None:
                return "event" in named.marks
        return False

    def _names_person(self, i: int) -> bool:
        """Whether a person's name begins at ``i``."""
        return i in self.at and self.names[self.at[i]].type == "Person"

    def _published(self, i: int) -> bool:
        """Whether the verb at ``i`` tells of a paper named right before it: "a statement that X published"."""
        near = range(max(self.first, i - 6), i)
        paper = next((k for k in reversed(near) if "statement" in self.stream.marks[k]), None)
        return paper is not None and not any(
            self.stream.kind[k] == "punct" or "verb" in self.stream.marks[k] for k in range(paper, i)
        )

    def _publisher(self, i: int, kind: str) -> Frame | None:
        """Who published a paper speaks in its sentence, unless someone does already ("X said in a statement that Y
        published that …").
        """
        subject = self.subject_after(i + 1)
        if subject.name is None or any(f.kind != "according" and f.last > i for f in self.found):
            return None
        begin, _ = self._segment(i)
        modality = MODALITY.get(kind, "Asserted")
        return Frame(begin, i, subject.name, modality, "according", i, subject.via, "source.published")

    def _own_words(self, i: int, kind: str) -> Frame | None:
        """As in "quoted X, his denial of …", "which X hastened to deny": what the speaker of the clause denies."""
        if kind not in ("deny", "accuse"):
            return None
        stream = self.stream
        relay = next((f for f in self.found if f.rule == "speech.relay" and f.first <= i), None)
        if relay is not None:
            return Frame(i + 1, self.last, PREVIOUS, MODALITY[kind], kind, i, relay.via, "speech.own-words")
        hastens = next((k for k in range(max(self.first, i - 12), i) if "hasten" in stream.marks[k]), None)
        if hastens is None:
            return None
        k = next((self.at[j] for j in range(hastens + 1, i) if j in self.at), None)
        return None if k is None else Frame(i + 1, self.last, k, MODALITY[kind], kind, i, (), "speech.own-words")

    def _continues(self, i: int) -> bool:
        """Whether the participle at ``i`` goes on speaking: "…, adding that", "… stressing that"."""
        sets = self.sets
        j = i + 1
        for _ in range(6):
            if j >= self.last:
                return False
            if self.tells(j):
                return True
            if j == i + 1 and (
                i == self.first
                or self.stream.kind[i - 1] == "punct"
                or self.stream.norm[i].startswith(sets["single_conjunctions_prefix"])
            ):
                return True
            j += 1
        return False

    def _verbal(self, i: int, after: int, kind: str) -> Frame | None:
        last = self.found[-1] if self.found else None
        if kind in ("deny", "accuse") and last is not None and last.rule == "speech.relay" and last.first == i:
            return Frame(after, self.last, PREVIOUS, MODALITY[kind], kind, i, last.via, "speech.own-words")
        if kind == "accuse" and any(w in self.sets["his_words"] for w in self.stream.norm[after : after + 12]):
            kind = "quote"  # "ascribed to an officer his words that …"
        verb = self.stream.marks[i].get("verb")
        planned = kind == "plan" and verb is not None and verb.entry.tense == "present"
        held = i > self.first + 1 and self.stream.norm[i - 1] in self.sets["pluperfect"]
        if planned and held and self.stream.kind[i - 2] == "word":
            return None  # "a group that was preparing to attack"
        told = planned and any(f.kind in _TOLD_BY and f.speaker >= 0 and f.first <= i < f.last for f in self.found)
        if told and not self._that_follows(after, self.last, 4):
            # "X said that Y prepares an attack": X says it
            return Frame(after, self.last, ENCLOSING, MODALITY[kind], kind, i, (), "speech.enclosed")
        if kind == "adopt" and self.stream.phrase_ending(i, "habit", self.first):
            return None  # "usually claims such attacks"
        topic = self._as_for(i)
        if topic is not None:
            return Frame(after, self.last, topic, MODALITY.get(kind, "Asserted"), kind, i, (), "speech.subject-verb")
        had = self._had(i)
        if had is not None:
            return Frame(after, self.last, had, MODALITY.get(kind, "Asserted"), kind, i, (), "speech.subject-verb")
        subject, content, via, explicit = self.subject_after(after)
        if "mourn" in self.stream.marks[i] and after in self.at and not self.names[self.at[after]].preposition:
            subject, content = self.at[after], self.names[self.at[after]].last  # "X mourned the colleague Y"
        ascribing = self.stream.marks[i].get("verb") if kind == "accuse" else None
        if (
            ascribing is not None
            and subject is not None
            and ascribing.suffix
            and ascribing.entry.lemma in self.sets["ascribed"]
        ):
            # "a raid that X ascribed to Y killed Z": what came of it is told by another
            teller = self.at.get(after, subject)
            begin = self.names[teller].last
            end = next((self.names[self.at[j]].last for j in range(begin, self.last) if j in self.at), begin)
            return Frame(begin, end, teller, MODALITY[kind], kind, i, via, "speech.verb-subject")
        rule = "speech.verb-subject"
        if self.stream.norm[i].endswith(self.sets["plural_verb_endings"]):
            subject, content, explicit = None, after, False
        goes_on = self._goes_on(i) or self._accuses_too(i, kind)
        if kind in ("call", "accuse") and subject is not None and goes_on and self._addressed(after, subject):
            return Frame(after, self.last, PREVIOUS, MODALITY.get(kind, "Asserted"), kind, i, (), "speech.pronoun")
        if subject is None and kind == "adopt":
            subject = self._adopter(after)
            content = after
        if kind == "allege" and after < self.last and self.stream.norm[after] in self.sets["members_of"]:
            return None  # "men thought to belong to X"
        before = self.right_before(i)
        said = self._said_of_it(i, kind)
        if said is not None and before is None:
            return Frame(after, self.last, said, "Asserted", kind, i, (), "speech.subject-verb")
        if (
            before is not None
            and self.names[before].type == "ArmedForce"
            and self.stream.norm[i] in self.sets["suspecting"]
        ):
            return None  # "gunmen suspected of …": a passive, since the verb does not agree
        if before is not None and (
            subject is None
            or kind == "accuse"  # "X accuses Y of …"
            or self._content(after, self.names[subject].first - after)
            or self.stream.norm[self.names[before].first - 1] in self.sets["had"]
        ):
            return Frame(after, self.last, before, MODALITY.get(kind, "Asserted"), kind, i, (), "speech.subject-verb")
        paper = self.stream.mark(after, "statement") if after < self.last and after not in self.covered else None
        if (
            paper is not None
            and after not in self.stream.opens
            and not paper.preposition
            and (subject is None or self.names[subject].first > after)
        ):
            return self._paper(i, after, kind, definite=paper.definite or bool(paper.suffix))
        if kind == "quote" and subject is None and not self._goes_on(i):
            source = self._quoted_source(after)
            if source is not None and self.names[source].last < i + self._REACH:
                return Frame(self.names[source].last, self.last, source, "Asserted", kind, i, (), "speech.relay")
        if kind == "quote" and subject is not None:
            source = self._quoted_source(self.names[subject].last)
            if source is None and self.stream.norm[after] in self.sets["from"]:
                source = subject
                return Frame(self.names[subject].last, self.last, subject, "Asserted", kind, i, (), "speech.relay")
            if source is None:
                begin, end = self._said_before(i, self.names[subject])
                if end > begin and self.stream.norm[i - 1] in self.sets["as_said"]:
                    return Frame(begin, end, subject, "Asserted", "according", i, via, "speech.final")
                if not self._that_follows(self.names[subject].last, self.last):
                    return None
                return Frame(self.names[subject].last, self.last, subject, "Asserted", kind, i, via, rule)
            return Frame(
                self.names[source].last, self.last, source, "Asserted", kind, i, (subject, *via), "speech.relay"
            )
        if subject is None and before is None and self.language.strip_to(self.stream.norm[i - 1], self.sets["hearsay"]):
            return None  # "refused to comment on reports that spoke of …"
        if subject is None:
            before = None if self._goes_on(i) else self._subject_before(i)
            if before is None:
                before = self._topic(i)
            if before is None and not self.found:
                before = self._but_he(i)
            if before is None and kind == "say" and not explicit:
                before = self._doer(i)
            if before is not None and kind not in STATEMENTS | ECHOES and not self._content(after, 13):
                return None
            if before is not None:
                subject, rule = before, "speech.subject-verb"
            elif explicit and not self._referred(after) and not self._accuses_too(i, kind):
                return None
            else:
                reach = 14 if explicit or (self._goes_on(i) and kind in ("say", "add", "report")) else 6
                after += explicit
                goes_on = kind in ECHOES and (self._goes_on(i) or self._accuses_too(i, kind))
                goes_on = goes_on or (content < self.last and self.tells(content))
                if not (goes_on or self._that_follows(after, self.last, reach)) and (
                    kind in ("document", "call", "describe", "publish", "quote")
                    or not (self._content(self._resumes(after), 2) or self._object(after))
                ):
                    return None
                impersonal = kind == "allege" and self._impersonal(i)
                subject = ENCLOSING if kind in ("plan", "expect") or impersonal else PREVIOUS
                rule = "speech.pronoun"
                verb = self.stream.marks[i].get("verb")
                inside = bool(self.found) and (verb is None or not verb.conjunction)
                if impersonal and i > self.first and (self.stream.kind[i - 1] == "word" or inside):
                    end = self._aside(after)
                    return Frame(after, end, subject, MODALITY[kind], kind, i, via, "speech.aside")
            content = after
        elif kind not in ECHOES and MODALITY.get(kind, "Asserted") == "Asserted":
            begin, end = self._said_before(i, self.names[subject])
            if end > begin:
                return Frame(begin, end, subject, "Asserted", "according", i, via, "speech.final")
        force = subject is not None and subject >= 0 and self.names[subject].type == "ArmedForce"
        if kind == "document" and force and rule == "speech.verb-subject" and not self._content(content, 4):
            return None  # "spotted a group of gunmen that moved"
        if content > i + 1:
            content = self._past_description(content)
        if kind == "announce" and rule == "speech.verb-subject" and self._claims_it(content):
            kind = "adopt"
        modality = MODALITY.get(kind, "Asserted")
        if kind == "allege" and self._to_rise(content):
            modality = MODALITY["expect"]
        return Frame(content, self.last, subject, modality, kind, i, via, rule)

    def _said_of_it(self, i: int, kind: str) -> int | None:
        """As in "X announced that a raid took place which it said killed three": who speaks around the verb."""
        verb = self.stream.marks[i].get("verb")
        around = next((f for f in reversed(self.found) if f.kind != "according" and f.speaker >= 0), None)
        if kind != "say" or verb is None or verb.conjunction or around is None or i + 1 >= self.last:
            return None
        inside = self.stream.kind[i - 1] == "word" and self.stream.norm[i - 1] not in self.sets["had"]
        if not inside or i <= around.first or self.stream.norm[i + 1] not in self.sets["that_self"]:
            return None
        return around.speaker

    def _had(self, i: int) -> int | None:
        """Who stands between "had" and the verb at ``i`` ("X had accused …", "it happened before that X accused")."""
        sets, norm = self.sets, self.stream.norm
        if i - 1 <= self.first:
            return None
        if norm[i - 1] in sets["that"] and any(
            norm[j] in sets["had_done"] for j in range(max(self.first, i - 8), i - 1)
        ):
            k = next((self.at[j] for j in range(i - 2, max(self.first, i - 8), -1) if j in self.at), None)
            ends = k is not None and self.names[k].sort != "place" and self.names[k].last == i - 1
            return k if ends else None
        if norm[i - 1] not in sets["had_particles"]:
            return None
        k = next((self.at[j] for j in range(max(self.first, i - 8), i - 1) if j in self.at), None)
        if k is None or self.names[k].sort == "place" or self.names[k].preposition or self.names[k].last != i - 1:
            return None
        return k if norm[self.names[k].first - 1] in sets["had"] else None

    def _as_for(self, i: int) -> int | None:
        """Who is the topic that the verb at ``i`` goes with ("as for X, he accused …")."""
        verb = self.stream.marks[i].get("verb")
        if verb is None or verb.conjunction != "so" or self.stream.norm[self.first] not in self.sets["as_for"]:
            return None
        near = (self.at[k] for k in range(self.first + 1, min(self.first + 4, i)) if k in self.at)
        return next((k for k in near if self.names[k].sort != "place"), None)

    def _claims_it(self, j: int) -> bool:
        """Whether all that is announced is who is responsible, for what was told before ("X announced its part")."""
        if j >= self.last or not self.language.strip_to(self.stream.norm[j], self.sets["responsibility"]):
            return False
        return j + 1 >= self.last or self.stream.norm[j + 1] not in self.sets["about"]

    def _to_rise(self, j: int) -> bool:
        """Whether a figure that will rise follows ("thought it likely that the number of dead would rise")."""
        j = self._resumes(j)
        j += j < self.last and self.stream.norm[j] in self.sets["that"]
        return j < self.last and self.language.strip_to(self.stream.norm[j], self.sets["to_rise"])

    def _past_description(self, j: int) -> int:
        """Where what is said begins behind a clause that describes the speaker ("the force that … said that …")."""
        if j >= self.last or self.stream.norm[j] not in self.sets["relative_pronouns"]:
            return j
        reach = range(j + 1, min(j + 25, self.last))
        return next((k for k in reach if self.stream.norm[k] in self.sets["that"]), j)

    def _referred(self, j: int) -> bool:
        """Whether a definite noun for someone stands alone behind the verb: "the spokesman told Reuters that …"."""
        marks = self.stream.marks[j]
        reading = marks.get("spokesperson") or marks.get("source") or marks.get("title") or marks.get("victim")
        return (
            reading is not None
            and reading.definite
            and j + 1 < self.last
            and (self.stream.norm[j + 1] in self.sets["about"] or not self._definite(j + 1))
            and self.stream.norm[j + 1] not in self.sets["bodies"]
            and (self._that_follows(j + 1, self.last, 14) or self._content(j + 1, 3))
        )

    def _definite(self, j: int) -> bool:
        return self.stream.norm[j].startswith(self.language.article)

    def _impersonal(self, i: int) -> bool:
        """Whether a verb of thinking in the present has nobody for its subject: "it is believed that"."""
        verb = self.stream.marks[i].get("verb")
        return verb is not None and verb.entry.tense != "past"

    def _aside(self, j: int) -> int:
        """Where a hedge inside a clause ends ("a strike believed to be Russian hit …"): before mark or verb."""
        return next(
            (
                k
                for k in range(j + 1, self.last)
                if self.stream.kind[k] == "punct"
                or ("verb" in self.stream.marks[k] and "noun" not in self.stream.marks[k] and k > j + 1)
            ),
            self.last,
        )

    def _adopter(self, j: int) -> int | None:
        """Who stands behind what is claimed: "the attack was claimed by X" has the attack before X."""
        if j >= self.last or not self._happens(j) or not self._definite(j):
            return None
        for p in range(j + 1, min(j + 7, self.last)):
            if p in self.at:
                name = self.names[self.at[p]]
                return None if name.preposition or self.stream.norm[p - 1] in self.sets["stops"] else self.at[p]
            if self.stream.kind[p] == "punct" or self.tells(p):
                return None
        return None

    def _doer(self, i: int) -> int | None:
        """As in "the army carried out strikes it said hit …": who acts in the clause that the verb goes on from."""
        verb = self.stream.marks[i].get("verb")
        if verb is None or verb.conjunction or i == self.first or self.stream.kind[i - 1] != "word":
            return None
        if i + 1 >= self.last or self.stream.norm[i + 1] not in self.sets["that_self"]:
            return None
        start = self.opening(i)
        return next(
            (
                k
                for k, n in enumerate(self.names)
                if start <= n.first and n.last <= i and n.sort != "place" and not n.preposition and n.type in _BODIES
            ),
            None,
        )

    def _but_he(self, i: int) -> int | None:
        """As in "X did not comment, but it said that": who acts in the clause before is who the pronoun stands for."""
        norm = self.stream.norm
        if i < self.first + 3 or not self._that_follows(i + 1, self.last, 4):
            return None
        turn = i - 2 if norm[i - 1] in self.sets["that_self"] else i - 1
        if norm[turn] not in self.sets["but_he" if turn == i - 1 else "strong_breaks"]:
            return None
        own = [k for k, n in enumerate(self.names) if n.last <= turn and n.sort != "place" and not n.preposition]
        return next((k for k in own if self._follows_verb(self.names[k].first)), None)

    def _follows_verb(self, k: int) -> bool:
        """Whether a verb, denied or not, stands right before the word at ``k``."""
        return "verb" in self.stream.marks[k - 1] or (k > 1 and self.stream.norm[k - 2] in self.sets["negation"])

    def _addressed(self, after: int, k: int) -> bool:
        """Whether the name right behind a verb that goes on is called upon or accused, since nobody else is."""
        name = self.names[k]
        if name.first > after or name.last >= self.last or name.last in self.at:
            return False
        word = self.stream.norm[name.last]
        return word in self.sets["against_only"] or any(p == "in" for _, _, p, _ in self.language.strip(word))

    def _goes_on(self, i: int) -> bool:
        """Whether a verb behind "and" goes on for whoever spoke last in the sentence."""
        verb = self.stream.marks[i].get("verb")
        return verb is not None and bool(verb.conjunction) and any(f.kind != "according" for f in self.found)

    def _accuses_too(self, i: int, kind: str) -> bool:
        """As in a sentence that opens "And it accused X of …": whoever spoke before accuses."""
        verb = self.stream.marks[i].get("verb")
        return kind == "accuse" and i == self.first and verb is not None and bool(verb.conjunction)

    def right_before(self, i: int) -> int | None:
        """The name that stands right before the verb at ``i`` and opens its clause."""
        verb = self.stream.marks[i].get("verb")
        if verb is None or verb.conjunction or i == self.first:
            return None
        at = i
        while at > self.first + 1 and self._habitual(at - 1):
            at -= 1  # "X usually blames Y"
        if at > self.first + 2 and self.stream.norm[at - 1] in self.sets["relative_pronouns"]:
            at -= 1  # "X, who accused Y"
            at -= self.stream.norm[at - 1] in self.sets["commas"]
        k = self.covered.get(at - 1)
        if k is None or self.names[k].last != at:
            return None
        return k if at < i or self._subject_before(i) == k else None

    def _habitual(self, k: int) -> bool:
        """Whether the word at ``k`` says that something is often so, or follows one that does."""
        word = self.stream.norm[k]
        return word in self.sets["habitual"] or (
            word in self.sets["auxiliary"] and self.stream.norm[k - 1] in self.sets["habitual"]
        )

    def _said_before(self, i: int, speaker: Named) -> tuple[int, int]:
        """The words that the verb at ``i`` and its speaker close ("…, said the mayor."), or nothing."""
        verb = self.stream.marks[i].get("verb")
        if verb is not None and verb.suffix and self.stream.norm[i - 1] not in self.sets["as_said"]:
            return i, i  # "a truce that X announced"
        end = i
        while end > self.first and self.stream.norm[end - 1] in self.sets["as_said"]:
            end -= 1
        rest = [k for k in range(speaker.last, self.last) if k not in self.taken]
        while rest and self.stream.kind[rest[0]] == "punct":
            rest.pop(0)
        if rest and self.stream.norm[rest[0]] in self.sets["called"]:
            rest = (
                rest[1:] if rest[1:] and rest[1] not in self.covered else [k for k in rest[1:] if k not in self.covered]
            )
        if len(rest) > 1 and self.stream.norm[rest[0]] in self.sets["locative"]:
            paper = {"statement", "count"}.isdisjoint(self.stream.marks[rest[1]])
            rest = rest if paper and self.stream.norm[rest[1]] not in self.sets["counting"] else []
        before = end - 2 if self.stream.kind[end - 1] == "punct" else end - 1
        only = end < i and self.stream.norm[end] in self.sets["only_as_said"]
        quoted = before >= self.first and self.stream.quote[before] and not self.stream.quote[i]
        if (only or quoted) and not (verb is not None and verb.conjunction) and not (rest and self.tells(rest[0])):
            begin = self._segment(end - 1)[0]
            if end > begin + 3:
                return begin, end
        if (
            (verb is not None and verb.conjunction)
            or end <= self.first + 3
            or (self.stream.kind[end - 1] != "punct" and end == i)
            or self.stream.norm[end - 1] == ":"
            or len(rest) > 9
            or any(
                k in self.stream.opens
                or self.stream.kind[k] == "number"
                or self.stream.norm[k] in self.sets["that"]
                or (self.stream.kind[k] == "punct" and k + 2 < self.last)
                or ("verb" in self.stream.marks[k] and "noun" not in self.stream.marks[k])
                for k in rest
            )
            or self._goes_on_telling(rest)
            or self._subordinate(i)
        ):
            return i, i
        begin = self._segment(end - 1)[0]
        told = any(
            self._happens(k) or self.stream.kind[k] == "number" or "verb" in self.stream.marks[k]
            for k in range(begin, end)
            if k not in self.taken
        )
        return (begin, end) if told else (i, i)

    def _revises(self, i: int) -> bool:
        """As in "the ministry raised the toll to 85": a verb with a toll for its object tells a figure."""
        norm = self.stream.norm
        if not self.language.strip_to(norm[i], self.sets["revises"]):
            return False
        toll = next(
            (k for k in range(i + 1, min(i + 9, self.last)) if self.language.strip_to(norm[k], self.sets["counting"])),
            None,
        )
        told = toll is not None and any(n.first <= toll and i - 6 <= n.first for n in self.names if n.sort != "place")
        return told and not any(self.stream.kind[k] == "punct" for k in range(i + 1, toll or i))

    def _explains(self, i: int) -> bool:
        """Whether a word that also means "between" is a verb of speech: someone, then "that", and no "and"."""
        for k in range(i + 1, min(i + 12, self.last)):
            if self.stream.norm[k] in self.sets["that"]:
                return (
                    any(i < n.first < k and n.sort != "place" for n in self.names)
                    or "title" in self.stream.marks[i + 1]
                )
            if self.stream.kind[k] == "number" or (
                self.stream.norm[k].startswith(self.sets["single_conjunctions_prefix"])
                and not any(n.first <= k < n.last for n in self.names)
            ):
                return False
        return False

    def _appears(self, i: int) -> Frame | None:
        """As in "a statement by X said" where the verb is one of coming: "there came in a statement by X that …"."""
        marks = self.stream.marks
        if i + 1 < self.last and self.stream.norm[i + 1] in self.sets["this"]:
            return self._afterwards(i, i + 2) if i <= self.first + 1 else None
        paper = next((k for k in range(i + 1, min(i + 4, self.last)) if "statement" in marks[k]), None)
        if paper is not None:
            return self._paper(i, paper, "say", definite=True)
        before = any("statement" in marks[k] for k in range(max(self.first, i - 3), i))
        if not before or not self._that_follows(i + 1, self.last, 3):
            return None
        k = next((k for k, n in enumerate(self.names) if n.last <= i and n.sort != "place" and n.type in _BODIES), None)
        return Frame(i + 2, self.last, PREVIOUS if k is None else k, "Asserted", "say", i, (), "speech.statement")

    def _comes_out(self, i: int) -> Frame | None:
        """As in "there was issued by X a statement: …", where the statement is said behind its author."""
        k = self.at.get(i + 2)
        if k is None or self.stream.norm[i + 1] not in self.sets["about_alone"]:
            return None
        after = self.names[k].last
        paper = next((p for p in range(after, min(after + 4, self.last)) if "statement" in self.stream.marks[p]), None)
        if paper is None:
            return None
        return Frame(min(paper + 1, self.last - 1), self.last, k, "Asserted", "say", i, (), "speech.statement")

    def _afterwards(self, i: int, after: int) -> Frame | None:
        """As in "This came in a statement by X": who said the sentence before, which names nobody."""
        papers = any("statement" in self.stream.marks[k] for k in range(after, min(after + 4, self.last)))
        if not papers or self.stream.norm[after] in self.sets["clause_breaks"]:  # "This came after X's statement …"
            return None
        for k in range(after, min(after + self._REACH, self.last)):
            if k in self.at and self.names[self.at[k]].type not in ("", "MediaOutlet"):
                speaker = self._subject(self.at[k], (), after)
                if speaker.name is None:
                    return None
                return Frame(i, self.last, speaker.name, "Asserted", "say", i, (), "speech.afterwards")
            if k in self.at and self.names[self.at[k]].type == "MediaOutlet":
                return Frame(i, self.last, PREVIOUS, "Asserted", "say", i, (), "speech.afterwards")
            if self.language.strip_to(self.stream.norm[k], self.sets["issued"]):
                continue
            relay = self.stream.marks[k].get("speech")
            if relay is not None and relay.suffix:
                continue
            if "verb" in self.stream.marks[k] and "noun" not in self.stream.marks[k]:
                return None
        return None

    def _paper(self, i: int, after: int, kind: str, *, definite: bool) -> Frame | None:
        """A statement or report speaks: for whoever issued it, if named, else for the last speaker."""
        closed = self.stream.norm[after].startswith(self.language.article)
        for k in range(after + 1, min(after + 6, self.last)):
            if self.stream.norm[k] in self.sets["that"] or (
                self.stream.kind[k] == "punct" and self.stream.norm[k] not in self.sets["brackets"]
            ):
                break
            marks = self.stream.marks[k]
            if definite and "masdar" in marks and "event" in marks and not marks["event"].preposition:
                break  # "the statement condemned the shelling by X"
            if k in self.at and self.names[self.at[k]].preposition in ("to", "", "from"):
                name = self.names[self.at[k]]
                if closed and not name.preposition and self.stream.norm[k - 1] not in self.sets["belongs_by"]:
                    break  # "the statement called on X to …"
                return Frame(
                    name.last, self.last, self.at[k], MODALITY.get(kind, "Asserted"), kind, i, (), "speech.statement"
                )
        if not definite and not self._that_follows(after, self.last):
            return None
        return Frame(after + 1, self.last, PREVIOUS, MODALITY.get(kind, "Asserted"), kind, i, (), "speech.statement")

    def _object(self, j: int) -> bool:
        """Whether a verbal noun behind the particle of the thing told follows ("reported in an update a rise …")."""
        return any(
            r.preposition == "in"
            and ("outcome" in r.entry.marks or "count" in r.entry.marks or "event" in r.entry.marks)
            for k in range(j, min(j + 6, self.last))
            for r in self.language.readings(self.stream.norm[k])
            if r.entry.pos == "masdar"
        )

    def _resumes(self, j: int) -> int:
        """Where the words go on behind the paper, the date and the adverbs that follow a verb of speech ("pointed in a
        statement, on Sunday, to …").
        """
        sets, norm = self.sets, self.stream.norm
        start = j
        while j + 1 < self.last and j - start < self._REACH:
            if j in self.taken or norm[j] in sets["adverbs"]:
                j += 1
            elif norm[j] in sets["locative"] and "statement" in self.stream.marks[j + 1]:
                j += 2
            elif j > start and self.stream.written(j) in sets["commas"]:
                j += 1
            else:
                break
        return j

    def tells(self, k: int) -> bool:
        """Whether what is said begins at ``k``: "that", a quotation or a colon."""
        return self.stream.norm[k] in self.sets["that"] or k in self.stream.opens or self.stream.norm[k] == ":"

    def _goes_on_telling(self, rest: Sequence[int]) -> bool:
        """Whether what is said stands behind the speaker ("… spoke of eight dead", "… confirmed eight dead")."""
        if not rest:
            return False
        if self.stream.norm[rest[0]] in self.sets["about"]:
            counted = rest[0] + 1 in self.taken and rest[0] + 1 not in self.at
            return counted or self._content(rest[0], len(rest) + 1)
        told = self.stream.marks[rest[0]]
        return ("masdar" in told or "noun" in told) and not {"outcome", "event"}.isdisjoint(told)

    def _subordinate(self, i: int) -> bool:
        """Whether the sentence opens with "while …", so that the verb at ``i`` begins its main clause."""
        opens = self.stream.norm[self.first] in self.sets["while"]
        return opens or any(h.first == self.first and h.last < i for h in self.stream.phrases_of("break"))

    def _content(self, j: int, reach: int) -> bool:
        """Whether something said follows: a clause, a quotation, or a verbal noun of a happening."""
        return any(
            self.tells(k) or any(m in self.stream.marks[k] for m in ("masdar", "event", "outcome"))
            for k in range(j, min(j + reach, self.last))
        )

    def _that_follows(self, j: int, last: int, reach: int = 6) -> bool:
        return any(self.tells(k) for k in range(j, min(j + reach, last)))

    def _office_ends(self, start: int, end: int, *, alone: bool) -> bool:
        """Whether an office told by its side fills ``start`` .. ``end`` (exclusive): "the Ukrainian president";
        ``alone`` lets it be the title only.
        """
        title = self.stream.marks[start].get("title")
        if title is None or not title.definite or title.preposition or (end == start + 1 and not alone):
            return False
        article, marks = self.language.article, self.stream.marks
        return all(
            self.stream.norm[k].startswith(article) and not {"nationality", "adjective"}.isdisjoint(marks[k])
            for k in range(start + 1, end)
        )

    def _object_form(self, word: str) -> bool:
        """Whether a sound plural stands in the form of an object ("threatened the rebels")."""
        for ending in self.sets["oblique_endings"]:
            if word.endswith(ending):
                stem = word.removesuffix(ending)
                return any(stem + e in self.language.names for e in self.sets["sound_endings"])
        return False

    def subject_after(self, j: int) -> _Subject:
        """Who stands from ``j`` on, behind a verb of speech and before what is said."""
        sets, norm, kind = self.sets, self.stream.norm, self.stream.kind
        start = j
        via: list[int] = []
        explicit = False
        while j < self.last and j - start <= self._REACH:
            counted = j in self.taken and j not in self.at and j not in self.stream.opens
            if counted or norm[j] in sets["bodies"] or norm[j] in sets["called"]:
                j += 1
                continue
            if self.tells(j) and (j not in self.at or self._quotes_on(j)):
                break
            if norm[j] in sets["about"] and j + 1 < self.last and self._happens(j + 1):
                break
            if j in self.at:
                k = self.at[j]
                name = self.names[k]
                accused = not name.preposition and not name.conjunction and (name.type in _BODIES or name.reference)
                object_ = self._object_form(norm[j])
                if accused and ((j == start and object_) or (explicit and self._office_ends(start, j, alone=object_))):
                    return _Subject(None, start, (), False)
                behind = norm[j - 1] if j > start else ""
                office = name.preposition == "to" or (
                    name.preposition == "in" and "spokesperson" in self._kinds(start, j)
                )
                if explicit and office and name.sort in ("actor", "either") and name.type in _BODIES:
                    return self._subject(k, via, start)
                if name.preposition == "to" or behind in sets["single_prepositions"]:
                    if name.type == "MediaOutlet" or name.sort == "source":
                        via.append(k)
                    j = name.last
                    continue
                several = behind in sets["of"] and j - 2 in self.taken and name.sort == "source" and j - 2 == start
                if not several and (name.preposition or (behind in sets["stops"] and behind not in sets["bodies"])):
                    j = name.last
                    continue
                if name.conjunction and explicit:
                    break
                return self._subject(k, via, start)
            if j in self.covered:
                j = self.names[self.covered[j]].last
                continue
            if kind[j] == "punct":
                text = self.stream.written(j)
                if (text in sets["commas"] and j - start < 6) or (text in sets["brackets"] and j == start):
                    j += 1
                    continue
                break
            marks = self.stream.marks[j]
            if "verb" in marks and "noun" not in marks and "title" not in marks and norm[j] not in sets["auxiliary"]:
                break
            if self._happens(j):
                break
            if "statement" in marks and j > start and "title" not in marks and not explicit:
                break
            if "title" in marks or "members" in marks:
                explicit = True
            elif norm[j] in sets["stops"] and norm[j] not in sets["skippable"]:
                if j + 1 < self.last and norm[j + 1] in sets["that"]:
                    break
                # a prepositional phrase: step over it and what it governs
                j += 2 if j + 1 < self.last and j + 1 not in self.at else 1
                j += self._of_the_press(j)
                continue
            elif not marks and norm[j].startswith(self.language.article):
                explicit = True
            elif "noun" in marks and "measure" not in marks and not any(r.preposition for r in marks.values()):
                if not any(m in marks for m in ("victim", "members", "source", "head", "statement", "spokesperson")):
                    break
                explicit = explicit or not any(r.suffix for r in marks.values())
            j += 1
        return _Subject(None, j, tuple(via), explicit)

    def _of_the_press(self, j: int) -> bool:
        """Whether the word at ``j`` is no journalist but of the press ("a press conference", "a press release")."""
        if j >= self.last or j in self.at or "statement" not in self.stream.marks[j - 1]:
            return False
        title = self.stream.marks[j].get("title")
        return title is not None and not title.definite and not title.preposition and not title.suffix

    def _happens(self, j: int) -> bool:
        """Whether the word at ``j`` is a noun for what happened, so no part of a speaker."""
        marks = self.stream.marks[j]
        if not marks and any(
            h.kind == "phrase" and "outcome" in h.payload.marks for h in self.stream.hits(j, self.last)
        ):
            return True
        outcome = marks.get("outcome")
        suffered = outcome is not None and outcome.entry.pos == "masdar" and not outcome.definite
        return (
            not _HAPPENS.isdisjoint(marks)
            and (suffered or _SOMEONE.isdisjoint(marks))
            and self.stream.norm[j] not in self.sets["auxiliary"]
        )

    def _quotes_on(self, j: int) -> bool:
        """Whether the quotation that the name at ``j`` opens goes on behind it: then he is spoken of."""
        end = self.names[self.at[j]].last
        quote = self.stream.quote
        if j not in self.stream.opens or end >= self.last or not quote[end] == quote[j] != 0:
            return False
        rest = [k for k in range(end, min(end + 4, self.last)) if quote[k] == quote[j]]
        return len(rest) > 3 or any(
            self.stream.kind[k] != "word" or "verb" in self.stream.marks[k] or self._happens(k) for k in rest
        )

    def _kinds(self, first: int, last: int) -> set[str]:
        """The lexicon's classes of the words ``first`` .. ``last`` (exclusive)."""
        return {name for p in range(first, last) for name in self.stream.marks[p]}

    def _subject(self, k: int, via: Sequence[int], start: int) -> _Subject:
        """The name ``k`` as subject of words that begin at ``start``, or the person whose office they tell."""
        more = self._apposed_person(self.names[k].last) if self.names[k].type != "Person" else None
        if more is None and self.names[k].reference:
            more = self._owner(k)
        if more is None:
            more = self._author(k)
        if more is None and self.names[k].type != "Person":
            titles = any("title" in self.stream.marks[p] for p in range(start, self.names[k].last))
            more = self._holder(k) if titles else None
        k = k if more is None else more
        return _Subject(k, self.names[k].last, tuple(via), True)

    def _author(self, k: int) -> int | None:
        """The body that a clause behind a paper names as its author ("a report that the ministry published")."""
        paper, stream = self.names[k], self.stream
        if paper.sort != "source" or "statement" not in stream.marks[paper.first] or paper.last + 1 not in self.at:
            return None
        verb = stream.marks[paper.last].get("verb") if paper.last < self.last else None
        author = self.at[paper.last + 1]
        wrote = verb is not None or stream.norm[paper.last].endswith(self.sets["object_endings"])
        return author if wrote and self.names[author].type in _BODIES | {"MediaOutlet"} else None

    def _owner(self, k: int) -> int | None:
        """The body that an organ told of by its kind alone belongs to ("the media centre of X")."""
        organ = self.names[k]
        if organ.sort == "source" and "statement" in self.stream.marks[organ.first]:
            inside = (self.at[p] for p in range(organ.first + 1, organ.last) if p in self.at)
            body = next((m for m in inside if self.names[m].type in _BODIES), None)
            if body is not None:
                return body
        if organ.type not in ("", "Organization", "ArmedForce", "UnnamedSource"):
            return None
        loose = organ.type != "ArmedForce" and organ.last == organ.first + 1
        for p in range(organ.last, min(organ.last + (3 if loose else 1), self.last)):
            if p in self.at:
                name = self.names[self.at[p]]
                owner = name.preposition == "to" or self.stream.norm[p - 1] in self.sets["to_letters"]
                return self.at[p] if owner and name.type in _BODIES else None
        return None

    def _holder(self, k: int) -> int | None:
        """The person named behind an office that the name ``k`` is part of ("the governor of Y in Z, X, said")."""
        stream = self.stream
        commas = 0
        for p in range(self.names[k].last, min(self.names[k].last + 9, self.last)):
            if p in self.covered and p not in self.at:
                continue
            if p in self.at:
                name = self.names[self.at[p]]
                if name.type == "Person" and not name.preposition and not name.conjunction:
                    end = name.last
                    end += end + 1 < self.last and stream.kind[end] == "word" and not stream.marks[end]
                    closed = end < self.last and (stream.kind[end] == "punct" or self.tells(end))
                    return self.at[p] if not commas or closed else None
                if name.reference and name.last == name.first + 1 and name.last in self.at:
                    continue  # a rank that is a unit too: "the commander of X, Major General Y"
                before = stream.norm[p - 1]
                inner = name.preposition or name.sort == "either" or before in self.sets["stops"]
                inner = inner or before in self.sets["to_letters"]
                inner = inner or any(r.preposition == "to" for r in self.language.readings(before))
                if not inner and not name.conjunction:
                    return None
            elif stream.norm[p] in self.sets["brackets"]:
                continue
            elif stream.kind[p] == "punct":
                commas += 1
                behind = next((q for q in range(p + 1, self.last) if "title" not in stream.marks[q] or q in self.at), p)
                where = p + 1 < self.last and stream.norm[p + 1] in self.sets["locative"]
                if commas > 2 or (behind not in self.at and not where) or stream.norm[p] in self.sets["sentence_marks"]:
                    return None
            elif (
                p in self.taken
                or self.tells(p)
                or self._happens(p)
                or ("verb" in stream.marks[p] and "noun" not in stream.marks[p])
            ):
                return None
        return None

    def _apposed_person(self, j: int) -> int | None:
        """A person named right behind the body or title that speaks ("the army's spokesman X")."""
        while j + 1 < self.last and len(self.stream.norm[j]) == 1 and self.stream.norm[j + 1] == ".":
            j += 2  # "Dr."
        for k in range(j, min(j + 3, self.last)):
            if (
                k in self.at
                and self.names[self.at[k]].type == "Person"
                and not self.names[self.at[k]].preposition
                and not self.names[self.at[k]].conjunction
            ):
                return self.at[k]
            grade = k > j and self.stream.norm[k] in self.sets["grades"] and "title" in self.stream.marks[k - 1]
            if self.stream.kind[k] != "word" or (
                "title" not in self.stream.marks[k]
                and not grade
                and "spokesperson" not in self.stream.marks[k]
                and "nationality" not in self.stream.marks[k]
            ):
                break
        return None

    def _quoted_source(self, j: int) -> int | None:
        for k in range(j, min(j + 10, self.last)):
            if self.stream.norm[k] in self.sets["that"]:
                return None
            ascribed = k + 1 in self.at and self.stream.norm[k] in self.sets["to_whom"]
            if self.stream.norm[k] in self.sets["from"] or (
                ascribed and self._his_words(self.names[self.at[k + 1]].last)
            ):
                for m in range(k + 1, min(k + 5, self.last)):
                    if m in self.at:
                        more = self._apposed_person(self.names[self.at[m]].last)
                        return more if more is not None else self.at[m]
                spoken = not _SOMEONE.isdisjoint(self.stream.marks[k + 1]) if k + 1 < self.last else False
                return self.subject_after(k + 1).name if spoken else None
        return None

    def _his_words(self, j: int) -> bool:
        return j < self.last and self.stream.norm[j] in self.sets["his_words"]

    def _subject_before(self, i: int) -> int | None:
        """The name that opens the clause of the verb at ``i``, with only appositions, dates and auxiliaries between."""
        sets, norm = self.sets, self.stream.norm
        start = i
        while start > self.first:
            before = start - 1
            marks = self.stream.marks[before]
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
            if any(h.kind == "phrase" and "anonymous" in h.payload.marks for h in self.stream.hits(before, i)):
                break
            if (
                "verb" in marks
                and norm[before] not in sets["auxiliary"]
                and "noun" not in marks
                and not any(n.first <= before < n.last for n in self.names)
            ):
                relative = before > self.first and norm[before - 1] in sets["relative"]
                if not relative:
                    break
            start = before
        if start < i and norm[i - 1] in sets["relative"]:
            near = [k for k, n in enumerate(self.names) if start <= n.first and n.last <= i - 1 and n.sort != "place"]
            return near[-1] if near else None
        near_by = self.covered.get(i - 1)
        if near_by is not None and any(f.kind == "according" and f.speaker == near_by for f in self.found):
            return near_by  # "according to sources that said …"
        candidates = [k for k, n in enumerate(self.names) if start <= n.first and n.last <= i and n.sort != "place"]
        for k in candidates:
            name = self.names[k]
            if name.preposition or (
                name.first > start
                and norm[name.first - 1] in sets["stops"]
                and norm[name.first - 1] not in sets["auxiliary"]
                and norm[name.first - 1] not in sets["contrast"]
                and not self._on_behalf_of(name, start)
            ):
                continue
            if any(self._strange(p, start, name.first) for p in range(start, name.first)):
                continue
            if name.sort == "source" and norm[name.last] in sets["bodies"]:
                continue  # "the official spokesman for X"
            if self._another_noun(name.last, i):
                continue
            holder = self._subject(k, (), start).name
            return holder if holder is not None and self.names[holder].last <= i else k
        return None

    def _on_behalf_of(self, name: Named, start: int) -> bool:
        """Whether an unnamed spokesman in the name's behalf opens the clause ("but the spokesman for X said")."""
        marks, k = self.stream.marks, name.first - 2
        if self.stream.norm[k + 1] not in self.sets["bodies"]:
            return False
        while k > start and "spokesperson" not in marks[k] and name.first - k < 4:
            k -= 1
        return k >= start and "spokesperson" in marks[k]

    def _strange(self, p: int, first: int, last: int) -> bool:
        """Whether the word at ``p`` of a clause that begins at ``first`` is no part of the office of the name at
        ``last``.
        """
        norm, sets, marks = self.stream.norm, self.sets, self.stream.marks
        if (
            self.stream.kind[p] != "word"
            or p in self.covered
            or norm[p] in sets["auxiliary"]
            or norm[p] in sets["contrast"]
            or norm[p] in sets["so_called"]
            or "title" in marks[p]
        ):
            return False
        titled = any("title" in marks[k] for k in range(first, p))
        return not titled or not (norm[p].startswith(self.language.article) or norm[p] in sets["bodies"])

    def opening(self, i: int) -> int:
        """Where the clause of the verb at ``i`` begins: behind a word of contrast, else with the sentence."""
        norm, sets = self.stream.norm, self.sets
        start = next(
            (
                k + 1
                for k in range(i - 1, max(self.first, i - self._CLAUSE) - 1, -1)
                if norm[k] in sets["contrast"]
                or (
                    norm[k] in sets["strong_breaks"]
                    and (norm[k] not in sets["excepting"] or norm[k + 1] in sets["that"])
                )
            ),
            self.first,
        )
        while start < i and (norm[start] in sets["that"] or norm[start] in sets["auxiliary"]):
            start += 1
        return start

    def _topic(self, i: int) -> int | None:
        """As in "but a mediator, who spoke on condition of …, said that": who opens the clause, though others act in
        between.
        """
        verb = self.stream.marks[i].get("verb")
        start = self.opening(i)
        if verb is None or verb.conjunction == "and" or start == self.first or not self._that_follows(i + 1, self.last):
            return None
        while start < i and start not in self.at and "title" in self.stream.marks[start]:
            start += 1
        k = self.at.get(start)
        return k if k is not None and not self.names[k].preposition else None

    def _another_noun(self, first: int, last: int) -> bool:
        """Whether an indefinite noun stands between name and verb, which then tells of it ("a cell that planned …")."""
        for p in range(first, last):
            if (
                self.stream.kind[p] != "word"
                or any(n.first <= p < n.last for n in self.names)
                or self.stream.norm[p] in self.sets["auxiliary"]
            ):
                continue
            noun = self.stream.marks[p].get("noun")
            if (
                noun is None
                or noun.definite
                or noun.suffix
                or "title" in self.stream.marks[p]
                or "measure" in self.stream.marks[p]
            ):
                continue
            if (p > first and self.stream.norm[p - 1] in self.sets["stops"]) or noun.preposition == "in":
                continue
            return True
        return False

    # ------------------------------------------------------------------ according to

    def _according(self, i: int, after: int, values: tuple[str, ...], frames: Sequence[Frame]) -> Frame | None:
        if "same" in values:
            if not self._subject_told(after):
                begin, end = self._segment(i)
                return Frame(begin, end, PREVIOUS, "Asserted", "according", i, (), "source.same")
            after -= 1
        if "relay" in values:
            return self._relayed(i, after, frames)
        if after < self.last and self.stream.norm[after] in self.sets["classed_by"]:
            return None  # "by perpetrator"
        speaker: int | None = None
        end = after
        via: list[int] = []
        for j in range(after, min(after + 12, self.last)):
            if self._addressee(j, after) or (
                self.stream.kind[j] == "punct" and any(self._addressee(p, after) for p in range(after, j))
            ):
                continue
            if j in self.at:
                owner = self._owner(self.at[j]) if "statement" in self.stream.marks[j] else None
                subject = self._subject(self.at[j] if owner is None else owner, (), after)
                speaker, end = subject.name, subject.end
                break
            if self.stream.kind[j] == "punct":
                break
            marks = self.stream.marks[j]
            if "statement" in marks and "verb" not in marks and any(r.suffix for r in marks.values()):
                speaker, end = PREVIOUS, j + 1
                break
            alone = j == after and (j + 1 == self.last or self.stream.kind[j + 1] == "punct")
            if alone and "title" in marks and marks["title"].definite and not marks["title"].suffix:
                speaker, end = PREVIOUS, j + 1  # "according to the officer"
                break
        if speaker is None:
            return None
        around = self.found[-1] if self.found and self.found[-1].kind != "according" else None
        if speaker >= 0 and around is not None and around.speaker != ENCLOSING:
            if self.language.strip_to(self.stream.norm[self.names[speaker].first], self.sets["papers"]):
                return None
            kinds = {kind for m in self._spoken(after, end) for kind in m["speech"].entry.marks["speech"]}
            inserted = self._that_follows(end, self.last, 8) or (end < self.last and self.stream.kind[end] == "punct")
            inserted = inserted and self.names[speaker].type == "MediaOutlet" and around.speaker >= 0
            if ("quote" in kinds or inserted) and self._quoted_source(end) is None and 0 <= i - around.first <= 3:
                self.found[-1] = around._replace(first=end, via=(*around.via, speaker))
                return None
            told = (
                self.names[speaker].type == "MediaOutlet" and around.speaker >= 0 and self._quoted_source(end) is None
            )
            if told and around.at >= self._segment(i)[0] and self._ends(end):
                self.found[-1] = around._replace(via=(*around.via, speaker))
                return None
        if speaker >= 0 and any("quote" in m["speech"].entry.marks["speech"] for m in self._spoken(after, end)):
            source = self._quoted_source(end)
            if source is not None:
                via.append(speaker)
                speaker, end = source, self.names[source].last
        begin, stop = self._segment(i)
        if self._also_fell(begin, i):
            begin = self._segment(begin)[0]
        papers = speaker >= 0 and self.language.strip_to(
            self.stream.norm[self.names[speaker].first], self.sets["papers"]
        )
        if papers and i - begin > 2 and self.stream.norm[i] in self.sets["founded"]:
            return None  # "an operation based on intelligence": why it was done
        if i - begin <= 2:
            begin = end
            stop = next((k for k in range(end, self.last) if self._turns_away(k)), self.last)
        elif around is not None and around.speaker >= 0 and begin < around.at < i and self._ands(around):
            begin = around.at
        return Frame(begin, stop, speaker, "Asserted", "according", i, tuple(via), "source.phrase")

    def _also_fell(self, begin: int, i: int) -> bool:
        """As in "three were killed in X, while five others were injured, according to Y": what ``begin`` opens only
        counts more of those hit in what was told before it, by nobody.
        """
        norm, marks = self.stream.norm, self.stream.marks
        if begin == self.first or norm[begin] not in self.sets["also"] or begin + 1 >= i:
            return False
        verb = marks[begin + 1].get("outcome")
        told = any("event" in marks[k] and "outcome" not in marks[k] for k in range(begin + 1, i))
        placed = any(n.sort != "actor" and begin < n.first < i for n in self.names)
        if verb is None or verb.entry.pos != "verb" or told or placed:
            return False
        before = self._segment(begin)[0]
        return not any(f.at < begin and f.last > before for f in self.found)

    def _subject_told(self, after: int) -> bool:
        """As in "according to what X said": the verb that ends the phrase has a subject behind it."""
        if "speech" not in self.stream.marks[after - 1] or after >= self.last:
            return False
        if after in self.at:
            return True
        titled = "title" in self.stream.marks[after] and after + 1 < self.last
        return titled and (after + 1 in self.at or self.stream.norm[after + 1] in self.sets["bodies"])

    def _ends(self, j: int) -> bool:
        """Whether nothing more is told from ``j`` to the end of the sentence."""
        return self.last - j <= self._REACH and not any(
            self.tells(k) or self._happens(k) or self.stream.kind[k] == "number" or "verb" in self.stream.marks[k]
            for k in range(j, self.last)
            if k not in self.taken and k not in self.covered
        )

    def _ands(self, frame: Frame) -> bool:
        """Whether the verb of speech opens a clause of its own behind "and"."""
        verb = self.stream.marks[frame.at].get("verb")
        return verb is not None and verb.conjunction == "and" and frame.kind != "adopt"

    def _addressee(self, j: int, after: int) -> bool:
        """Whether the name at ``j`` is spoken to: "according to what he told X"."""
        told = any(m["speech"].entry.pos == "verb" or "statement" not in m for m in self._spoken(after, j))
        if j not in self.at or not told:
            return False
        return self.names[self.at[j]].preposition == "to" or self.stream.norm[j - 1] in self.sets["single_prepositions"]

    def _spoken(self, first: int, last: int) -> Iterator[dict[str, Reading]]:
        return (self.stream.marks[k] for k in range(first, last) if "speech" in self.stream.marks[k])

    def _relayed(self, i: int, after: int, frames: Sequence[Frame]) -> Frame | None:
        """As in "X said, quoting Y, that …": Y speaks through X."""
        k = next((self.at[j] for j in range(after, min(after + 4, self.last)) if j in self.at), None)
        if k is None or self.language.strip_to(self.stream.norm[self.names[k].first], self.sets["papers"]):
            return None
        more = self._apposed_person(self.names[k].last)
        k = k if more is None else more
        end = self.names[k].last
        before = frames[-1] if frames else None
        if (
            before is not None
            and before.kind == "according"
            and before.speaker >= 0
            and 0 <= i - self.names[before.speaker].last <= 1
        ):
            first = end if before.first > before.at else before.first
            self.found[-1] = before._replace(first=first, speaker=k, via=(*before.via, before.speaker))
            return None
        if frames and frames[-1].speaker >= 0 and frames[-1].kind != "according" and frames[-1].first <= i:
            return Frame(end, self.last, k, "Asserted", "say", i, (frames[-1].speaker,), "speech.relay")
        begin, stop = self._segment(i)
        teller = next((m for m, n in enumerate(self.names) if n.last == i and n.sort != "place"), None)
        via = (teller,) if teller is not None else ()
        return Frame(end if i - begin <= 2 else begin, stop, k, "Asserted", "according", i, via, "source.phrase")

    def _turns(self, p: int) -> bool:
        """Whether a finite past verb behind "and" opens a clause that is no longer planned or expected."""
        verb = self.stream.marks[p].get("verb")
        return (
            verb is not None
            and verb.conjunction == "and"
            and verb.entry.tense == "past"
            and "noun" not in self.stream.marks[p]
        )

    def _turns_away(self, k: int) -> bool:
        """Whether a word of contrast at ``k`` ends what a source that opens the sentence says."""
        norm = self.stream.norm[k]
        return norm in self.sets["strong_breaks"] and norm not in self.sets["continuing_breaks"]

    def _meanwhile(self, p: int) -> bool:
        """Whether "while" at ``p`` goes on with what somebody else does, so no longer with what is said."""
        if p + 2 >= self.last or p + 2 not in self.at:
            return False
        marks = self.stream.marks[p + 1]
        verb = marks.get("verb")
        name = self.names[self.at[p + 2]]
        return (
            verb is not None
            and verb.entry.voice != "passive"
            and _SPEAKING.isdisjoint(marks)
            and "outcome" not in marks
            and not name.preposition
            and name.type in _BODIES
        )

    def _segment(self, i: int) -> tuple[int, int]:
        """The part of the sentence around ``i`` between strong breaks."""
        breaks = self.sets["strong_breaks"]
        begin = next((k for k in range(i - 1, self.first, -1) if self.stream.norm[k] in breaks), self.first)
        end = next((k for k in range(i + 1, self.last) if self.stream.norm[k] in breaks), self.last)
        return begin, end

    def _colon(self) -> Frame | None:
        """As in "X: what X says", as headlines have it; also "what is said (X)"."""
        colon = next((p for p in range(self.first, self.last) if self.stream.norm[p] == ":"), None)
        first = next((p for p in range(self.first, self.last) if self.stream.kind[p] != "punct"), self.first)
        k = self.at.get(first)
        if colon is None or k is None or colon + 1 >= self.last:
            return None
        between = range(self.names[k].last, colon)
        if self.names[k].type == "MediaOutlet" and all(
            self.stream.norm[p].startswith(self.language.article) for p in between
        ):
            between = range(colon, colon)  # "the channel X, the Hebrew one: …"
        if len(between) > 4 or any(
            p in self.at or self.stream.kind[p] == "punct" or ("verb" in self.stream.marks[p] and p not in self.covered)
            for p in between
        ):
            return None
        if between and not any(p in self.covered for p in between):
            return None
        marks = self.stream.marks[colon + 1]
        ours = self.stream.norm[colon + 1].startswith(self.sets["our_future_prefixes"])
        word = not self.stream.hits(colon + 1, self.last) and colon + 1 not in self.covered
        kind = "vow" if ours and word and ("verb" in marks or not marks) else "say"
        return Frame(colon + 1, self.last, k, MODALITY.get(kind, "Asserted"), kind, colon, (), "speech.colon")

    # ------------------------------------------------------------------ scopes

    def _close(self, frames: list[Frame]) -> list[Frame]:
        """End each frame's scope where a later verb of speech with a speaker of its own takes over."""
        closed: list[Frame] = []
        norm, pauses = self.stream.norm, self.sets["meanwhile"]
        for k, frame in enumerate(frames):
            end = frame.last
            for later in frames[k + 1 :]:
                if later.kind == "according" or later.at <= frame.at:
                    continue
                if later.rule in ("speech.noun", "speech.aside"):
                    continue
                if later.first > frame.first:
                    end = min(end, max(later.at, frame.first + 1))
                    break
            if frame.kind == "according":
                end = frame.last
                for later in frames[k + 1 :]:
                    if later.kind != "according" and later.at > frame.at:
                        end = min(end, later.at)
            else:
                breaks = (p for p in range(frame.first + 1, end) if norm[p] in pauses and self._meanwhile(p))
                end = min(next(breaks, end), self._aside_closes(frame))
            if frame.kind in ("plan", "expect"):
                end = next((p for p in range(frame.first + 1, end) if self._turns(p)), end)
            closed.append(frame._replace(last=max(end, frame.first)))
        return [f for f in closed if f.last > f.first or f.kind in STATEMENTS]

    def _aside_closes(self, frame: Frame) -> int:
        """Where a clause between commas that only tells of the subject ends ("the raid, which X said hit …, killed
        nine"); the sentence's end where there is none.
        """
        stream, sets = self.stream, self.sets
        reach = range(frame.at - 1, max(self.first + 1, frame.at - 4), -1)
        opens = next((k for k in reach if stream.norm[k] in sets["relative_pronouns"]), None)
        if opens is None or stream.norm[opens - 1] not in sets["commas"]:
            return self.last
        if not any("verb" in stream.marks[k] for k in range(self.first, opens - 1)):
            return self.last
        for p in range(frame.first + 1, self.last - 2):
            if stream.norm[p] in sets["commas"]:
                word = stream.norm[p + 1]
                onward = any(r.conjunction for r in stream.marks[p + 1].values()) or word in sets["while"]
                return self.last if onward or (self.language.strip(word)[:1] and self.language.strip(word)[0][1]) else p
        return self.last
