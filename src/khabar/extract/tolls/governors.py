"""What became of those counted: verbs, verbal nouns, fixed phrases, and plurals whose number is told."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.extract.mentions import Named
from khabar.extract.tolls.words import BUILDINGS, GOVERNING, Governor, Words
from khabar.language import Entry, Language, Memory, Reading
from khabar.match.stream import Hit, Stream

__all__ = ["Governors"]


_PAIRS = (
    ("leaving", ("service", 9, "Damaged")),
    ("fate", ("unknown", 8, "Missing")),
    ("parting", ("life", 9, "Killed")),
    ("loss", ("own_lives", 7, "Killed")),
)
"""Classes of words that tell an outcome with a word of another class behind them, within so many words."""


class Governors(Words):
    """Finds the words that govern a toll, and where an outcome is denied."""

    def __init__(self, language: Language) -> None:
        super().__init__(language)
        self._governing = Memory(self._may_govern)
        self._opening = Memory(self._openings)
        self._denying = self.sets["negation"] | self.sets["negation_nouns"] | self.sets["asking"]

    def _governors(
        self,
        stream: Stream,
        first: int,
        last: int,
        names: Sequence[Named],
        phrases: dict[int, Hit],
        skipped: frozenset[int],
    ) -> list[Governor]:
        found: list[Governor] = []
        covered = {p for n in names for p in range(n.first, n.last)}
        done = first
        governing, norm = self._governing, stream.norm
        for i in [i for i in range(first, last) if governing[norm[i]] or i in phrases]:
            hit = phrases.get(i)
            if i < done or i in skipped or stream.particle(i, last):
                continue
            if hit is not None and "verdict" in hit.payload.marks and not self._carried_out(stream, i, first):
                done = hit.last
                continue
            if hit is not None and hit.payload.marks.get("outcome") and "joint" not in hit.payload.marks:
                if not self._recovered(stream, hit, first):
                    found.append(self._phrase(stream, hit, first))
                done = hit.last
            elif governing[norm[i]] and i not in covered:
                governor = self._by_context(stream, i, first, last) or self._by_outcome(stream, i, first, last, found)
                if governor is not None:
                    found.append(governor)
        return found

    def _carried_out(self, stream: Stream, i: int, first: int) -> bool:
        """Whether the sentence of death at ``i`` was executed, not only passed."""
        before = (stream.marks[k].get("light") for k in range(max(first, i - 4), i))
        return any(light is not None and "agent" in light.entry.marks["light"] for light in before)

    def _recovered(self, stream: Stream, hit: Hit, first: int) -> bool:
        """Whether those missing are brought out ("from under the rubble")."""
        before = hit.first - 1
        return (
            hit.payload.marks["outcome"] == ("Missing",) and before >= first and stream.norm[before] in self.sets["of"]
        )

    def _phrase(self, stream: Stream, hit: Hit, first: int) -> Governor:
        """A fixed phrase with an outcome."""
        counting = hit.first > first and stream.norm[hit.first - 1] in self.sets["counting"]
        outcome = hit.payload.marks["outcome"][0]
        return Governor(
            hit.last - 1, outcome, False, hit.payload, counting, begin=hit.first, joined=bool(hit.conjunction)
        )

    def _by_context(self, stream: Stream, i: int, first: int, last: int) -> Governor | None:
        """A word that has its outcome from what else is said ("took the lives of", "left their homes")."""
        word, marks = stream.norm[i], stream.marks[i]
        if word in self.sets["life_words"]:
            causes = [k for k in range(max(first, i - 14), i) if "cause" in stream.marks[k]]
            if causes:
                return Governor(i, "Killed", False, stream.marks[causes[-1]]["cause"].entry)
        for closes, reach, outcome in self._opening[word]:
            if any(stream.norm[k] in self.sets[closes] for k in range(i + 1, min(i + reach, last))):
                entry = next((r.entry for r in self.language.readings(word)), Entry("", "noun", "", "s", "", "", {}))
                return Governor(i, outcome, False, entry)
        light = marks.get("light")
        if light is not None:
            kinds = light.entry.marks["light"]
            if "hit" in kinds and "outcome" not in marks and self._held_before(stream, first, i):
                return Governor(i, "Detained", True, light.entry)
        rescue = marks.get("rescue")
        rescue = rescue if "outcome" not in marks else None
        buried = any(i < h.first <= i + 8 for h in stream.phrases_of("outcome"))  # dug out from under the rubble
        if rescue is not None and not buried and any(self._leaves(stream, k) for k in range(i + 1, min(i + 5, last))):
            return Governor(i, "Displaced", False, rescue.entry)
        if rescue is not None and self._admitted(stream, i, last):
            return Governor(i, "Injured", True, rescue.entry)
        verb = marks.get("verb")
        if verb is not None and self._dies(stream, i, last):
            return Governor(i, "Killed", False, verb.entry)
        if verb is not None and "yields" in verb.entry.marks:
            oneself = self.sets["oneself"]
            if any(stream.norm[k] in oneself for k in range(i + 1, min(i + 10, last))):
                return Governor(i, "Surrendered", False, verb.entry)
        moved = marks.get("moves")
        if moved is not None and self._flees(stream, i, first, last):
            return Governor(i, "Displaced", False, moved.entry)
        if light is not None:
            fell = "fall" in kinds and not light.suffix
            if fell and (self._fell(stream, i + 1, last) or self._fallen_before(stream, light, i, first, last)):
                return Governor(i, "Killed", False, light.entry)
            exposed = self._exposed(stream, i, last)
            if exposed is not None:
                return Governor(i, exposed.marks["outcome"][0], False, exposed)
        if verb is not None and (self._mourns(stream, i, last) or self._loses(stream, i, last)):
            return Governor(i, "Killed", True, verb.entry)
        return None

    def _held_before(self, stream: Stream, first: int, i: int) -> bool:
        """Whether an arrest is told before ``i``, which "reached" a number of people."""
        return any(
            "Detention" in r.entry.marks.get("event", ())
            for k in range(first, i)
            for r in self.language.readings(stream.norm[k])
        )

    def _flees(self, stream: Stream, i: int, first: int, last: int) -> bool:
        """Whether a verb of movement tells of flight: homes, families or a border are near, or flight is told."""
        if any(
            self._leaves(stream, k) or stream.norm[k] in self.sets["borders"]
            for k in range(max(first, i - 3), min(i + 7, last))
        ):
            return True
        if stream.marks[i]["moves"].suffix:
            return False  # "which one of them had left there": a thing
        return any(
            (event := stream.marks[k].get("event")) is not None and "Displacement" in event.entry.marks["event"]
            for k in range(first, last)
        ) or any(
            first <= h.first and h.last <= last and "Displacement" in h.payload.marks["event"]
            for h in stream.phrases_of("event")
        )

    def _tried(self, stream: Stream, i: int, first: int) -> bool:
        """As in "foiled an attempt to blow up a bridge": an aim, not what came of it."""
        attempts = self.sets["attempts"]
        return any(self.language.strip_to(stream.norm[k], attempts) for k in range(max(first, i - 6), i))

    def _tries(self, stream: Stream, i: int, first: int) -> bool:
        """As in "gunmen tried to kill an officer": the verb of trying stands before its subject."""
        for k in range(i - 1, max(first, i - 6) - 1, -1):
            if stream.kind[k] == "punct":
                return False
            verb = stream.marks[k].get("verb")
            if verb is not None and verb.entry.lemma in self.sets["trying"]:
                return True
        return False

    def _lies(self, stream: Stream, i: int) -> bool:
        """As in "which lies 60 km from X": a verb that also means to send away."""
        near = i > 0 and stream.norm[i - 1] in self.sets["relative_pronouns"]
        return near and stream.norm[i] in self.sets["lying"]

    def _by_outcome(self, stream: Stream, i: int, first: int, last: int, found: Sequence[Governor]) -> Governor | None:
        """A word whose own outcome governs: a verb or verbal noun, or a plural that is being counted."""
        reading = self._outcome(stream, i) if stream.norm[i] not in self.sets["remaining"] else None
        if self._lies(stream, i):
            return None
        if reading is None:
            return None
        entry = reading.entry
        outcome = entry.marks["outcome"][0]
        if entry.pos == "masdar" and reading.preposition == "to" and self._tried(stream, i, first):
            return None
        if entry.pos == "masdar" and outcome == "Killed" and self._tries(stream, i, first):
            return None
        if entry.pos in ("verb", "masdar"):
            if self._weak(stream, reading, i, last, found):
                return None
            if entry.pos == "verb" and entry.tense == "present" and "rescue" in stream.marks[i]:
                return None  # "inspected", written like "loses"
            transitive = "transitive" in entry.marks.get("valency", ()) or self._finishes(stream, entry, i)
            held = bool(reading.suffix) and entry.voice != "passive"
            return Governor(i, outcome, transitive, entry, object=held)
        if entry.pos != "noun" or entry.number != "p":
            return None
        if i + 1 in self._begins and not reading.definite:
            return Governor(i, outcome, False, entry)
        before = i - 1
        if stream.norm[before] in self.sets["of"] and any(k in self._begins for k in range(max(first, i - 4), before)):
            return None  # "a number of the prisoners": of what befell them another word tells
        told = (
            reading.definite
            or reading.suffix
            or stream.norm[before] in self.sets["counting"]
            or (i > first and stream.norm[before] in self.sets["that"])
            or (reading.preposition == "to" and self._numbers_of(stream, i, first))
            or (i > first and "count" in stream.marks[before])
        )
        return Governor(i, outcome, False, entry, True) if told else None

    def _finishes(self, stream: Stream, entry: Entry, i: int) -> bool:
        """As in "the army put an end to ten gunmen": the name behind the verb, and before its preposition, did it."""
        if entry.pos != "verb" or self.language.fold(entry.lemma) not in self.sets["finishing"]:
            return False
        return any(
            i < n.first <= i + 3 and stream.norm[n.last] in self.sets["against_only"]
            for n in self._names
            if n.last < len(stream)
        )

    def _weak(self, stream: Stream, reading: Reading, i: int, last: int, found: Sequence[Governor]) -> bool:
        """Whether a word that tells of harm only in company stands alone here."""
        entry = reading.entry
        if "weak" not in entry.marks:
            return False
        weak = not (reading.conjunction and found and i - found[-1].at <= 10 and not found[-1].definite_noun)
        if entry.pos == "verb" and any(
            stream.norm[k] in self.sets["death_words"] for k in range(i + 1, min(i + 12, last))
        ):
            weak = False
        if weak and "transitive" in entry.marks.get("valency", ()):
            blown = entry.marks["outcome"][0] == "Destroyed" and "explodes" in entry.marks
            return not (self._built(stream, i + 1, last) if blown else self._object(stream, i + 1))
        return weak

    def _object(self, stream: Stream, i: int) -> bool:
        """Whether a count stands at ``i``, or behind those who did it."""
        if i in self._begins:
            return True
        subject = next((n.last for n in self._names if n.first == i and n.sort != "place" and not n.preposition), i + 1)
        plural = i < len(stream) and stream.norm[i].endswith(self.sets["nominative_endings"])
        return subject in self._begins and (subject > i + 1 or plural or any(n.first == i for n in self._names))

    def _family(self, stream: Stream, i: int) -> bool:
        """Whether a word that folding makes like a verb with its object is a feminine noun of persons, as written."""
        return "victim" in stream.marks[i] and stream.feminine(i)

    def _denials(self, stream: Stream, first: int, last: int, phrases: dict[int, Hit]) -> frozenset[int]:
        """Positions inside "without casualties" and other negated outcomes."""
        out: set[int] = set()
        negation, nouns = self.sets["negation"], self.sets["negation_nouns"]
        if self._denying.isdisjoint(stream.norm[first:last]) and not any(
            "none" in h.payload.marks for h in phrases.values()
        ):
            return frozenset()
        asked = next((k for k in range(first, last) if stream.norm[k] in self.sets["asking"]), last)
        out.update(range(asked, next((k for k in range(asked, last) if stream.kind[k] == "punct"), last)))
        for i in range(first, last):
            hit = phrases.get(i)
            if hit is not None and "none" in hit.payload.marks:
                end = min(hit.last + 3, last)
                out.update(range(i, next((k for k in range(hit.last, end) if stream.kind[k] == "punct"), end)))
            elif stream.norm[i] in nouns:
                clause = i + 1 < last and stream.norm[i + 1] in self.sets["that"]
                for j in range(i + 2 if clause else i + 1, min(i + 6, last)):
                    marks = stream.marks[j]
                    told = not clause and "verb" in marks and marks.keys().isdisjoint(("noun", "masdar"))
                    if stream.kind[j] == "punct" or stream.norm[j] in self.sets["that"] or told:
                        break
                    if "outcome" in marks or "harm" in marks:
                        out.update(range(i, min(j + 2, last)))
                        break
            elif stream.norm[i] in negation and i + 1 < last:
                marks = stream.marks[i + 1]
                if ("outcome" in marks or "cause" in marks) and stream.norm[i + 1] not in self.sets["remaining"]:
                    j = i + 1
                    while j < last and stream.kind[j] != "punct":
                        out.add(j)
                        j += 1
                elif (unheard := self._unheard(stream, i, last)) > i:
                    out.update(range(i, unheard))
        return frozenset(out)

    def _unheard(self, stream: Stream, i: int, last: int) -> int:
        """The end of "no casualties were reported" that begins with the negation at ``i``, or ``i``."""
        for k in range(i + 1, min(i + 9, last)):
            word = stream.norm[k]
            if stream.kind[k] != "word" or k in self._numbers or word in self.sets["that"]:
                return i
            if word in self.sets["relative"] or word in self.sets["strong_breaks"] or word in self.sets["remaining"]:
                return i
            if any(
                r.entry.pos == "noun" and r.entry.number == "p" and {"outcome", "harm"} & r.entry.marks.keys()
                for r in self.language.readings(word)
                if not (r.definite or r.suffix or r.preposition)
            ):
                return k + 1
        return i

    def _leaves(self, stream: Stream, k: int) -> bool:
        """Whether families or their homes are named at ``k``, so that a movement is a displacement."""
        return stream.norm[k] in self.sets["homes"] or any(
            "families" in r.entry.marks.get("victim", ()) for r in self.language.readings(stream.norm[k])
        )

    def _built(self, stream: Stream, i: int, last: int) -> bool:
        """Whether a building, counted or not, stands at ``i``."""
        while i < last and i in self._numbers:
            i += 1
        return i < last and any(
            set(r.entry.marks.get("object", ())) & BUILDINGS for r in self.language.readings(stream.norm[i])
        )

    def _numbers_of(self, stream: Stream, i: int, first: int) -> bool:
        """Whether "the number", with its adjective or not, stands before "of the dead"."""
        return any(stream.norm[k] in self.sets["counting"] for k in range(max(first, i - 2), i))

    def _exposed(self, stream: Stream, i: int, last: int) -> Entry | None:
        """The word for harm that those counted were exposed to ("were subjected to arrest"), or None."""
        verb = stream.marks[i]["light"]
        if "target" not in verb.entry.marks["light"] or verb.entry.pos != "verb":
            return None
        for k in range(i + 1, min(i + 9, last)):
            for r in self.language.readings(stream.norm[k]):
                if r.preposition == "to" and "outcome" in r.entry.marks and r.entry.pos in ("masdar", "noun"):
                    return verb.entry._replace(marks={**verb.entry.marks, "outcome": r.entry.marks["outcome"]})
        return None

    def _dies(self, stream: Stream, i: int, last: int) -> bool:
        """Whether it is their lives that those counted lose here."""
        verb = stream.marks[i]["verb"]
        if verb.entry.lemma not in self.sets["losing"] or verb.entry.voice == "passive":
            return False
        for k in range(i + 1, min(i + 14, last)):
            if stream.norm[k] in self.sets["own_lives"]:
                return True
            if stream.norm[k] in self.sets["brackets"]:
                continue  # "members of the police (the Asayish) lost their lives"
            if stream.kind[k] == "punct" or stream.norm[k] in self.sets["clause_breaks"]:
                return False
        return False

    def _loses(self, stream: Stream, i: int, last: int) -> bool:
        """Whether a group loses a number of its own members here ("the family lost four of its members")."""
        verb = stream.marks[i].get("verb")
        if verb is None or verb.entry.lemma not in self.sets["losing"] or verb.entry.voice == "passive":
            return False
        lost = "losing" in verb.entry.marks
        return any(
            k in self._begins
            and any(
                (r.suffix or lost) and not {"victim", "members"}.isdisjoint(r.entry.marks)
                for w in range(k + 1, min(k + 4, last))
                for r in self.language.readings(stream.norm[w])
            )
            for k in range(i + 1, min(i + 8, last))
        )

    def _mourns(self, stream: Stream, i: int, last: int) -> bool:
        """Whether a force mourns a number of its own here."""
        verb = stream.marks[i].get("verb")
        if verb is None or verb.entry.lemma not in self.sets["mourning"]:
            return False
        return any(k in self._begins for k in range(i + 1, min(i + 6, last)))

    def _fell(self, stream: Stream, i: int, last: int) -> bool:
        """Whether persons stand at ``i``, counted or not, of whom it is said that they fell."""
        while i < last and (i in self._numbers or stream.norm[i] in self.sets["partitive"]):
            i += 1
        if i >= last:
            return False
        return "nationality" in stream.marks[i] or any(
            "victim" in r.entry.marks and "outcome" not in r.entry.marks and r.entry.pos == "noun" and not r.preposition
            for r in self.language.readings(stream.norm[i])
        )

    def _fallen_before(self, stream: Stream, verb: Reading, i: int, first: int, last: int) -> bool:
        """Whether persons stand right before a plural verb of falling ("180 Syrians fell")"""
        if verb.entry.number != "p" or i <= first or (i + 1 < last and "outcome" in stream.marks[i + 1]):
            return False
        return "nationality" in stream.marks[i - 1] or any(
            "victim" in r.entry.marks and r.entry.pos == "noun" and not r.preposition
            for r in self.language.readings(stream.norm[i - 1])
        )

    def _admitted(self, stream: Stream, i: int, last: int) -> bool:
        """Whether those counted beside a word of bringing were brought to a hospital."""
        counted = i > 0 and "victim" in stream.marks[i - 1] and "outcome" not in stream.marks[i - 1]
        plural = any(r.entry.pos == "verb" and r.entry.number == "p" for r in self.language.readings(stream.norm[i]))
        if i + 1 not in self._begins and not (counted and plural):
            return False
        return any(
            self.language.strip_to(stream.norm[k], self.sets["hospitals"]) for k in range(i + 2, min(i + 10, last))
        )

    def _may_govern(self, word: str) -> bool:
        """Whether a word can govern a toll in any company; most words cannot."""
        sets = self.sets
        return (
            not GOVERNING.isdisjoint(self.language.marks(word))
            or word in sets["life_words"]
            or word in sets["fate"]
            or any(self.language.strip_to(word, sets[name]) for name in ("leaving", "parting"))
        )

    def _openings(self, word: str) -> tuple[tuple[str, int, str], ...]:
        """The outcomes that a word tells with another behind it: the class of that, within how many words, outcome."""
        return tuple(told for opens, told in _PAIRS if self.language.strip_to(word, self.sets[opens]))
