"""What every step of the search for events asks of the words: lemmas, prepositions, subjects, objects."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.extract.events.words import Trigger
from khabar.extract.mentions import Named
from khabar.language import Entry, Language, Memory, Reading
from khabar.match.stream import Stream

__all__ = ["Base"]

_ASCRIBED = 5
"""Words from a verb that ascribes a deed to the name of who is said to have done it, at most."""


class Base:
    """Holds the lexicon, and what is known of the sentence that is looked at."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.sets = language.sets
        self._breaks = language.sets["strong_breaks"] | language.sets["clause_breaks"]
        self._telling = Memory(self._may_tell)
        self._repelling = Memory(self._repels)
        self._own_forces = Memory(self._is_own_force)
        self._cutting = Memory(self._may_cut)
        self._coming = Memory(self._tense_to_come)
        self._counted: frozenset[int] = frozenset()
        self._speakers: frozenset[int] = frozenset()
        self._named: set[int] = set()
        self._idle: list[Trigger] = []
        self._settled: set[int] = set()
        self._subjects: set[int] = set()
        self._opening: set[int] = set()

    def _may_cut(self, word: str) -> bool:
        """Whether a clause can begin at a word or mark in any company; most cannot."""
        return (
            word in self._breaks
            or word in self.sets["sentence_marks"]
            or ("verb" in self.language.marks(word) and word not in self.sets["auxiliary"])
        )

    def _guessed(self, stream: Stream, position: int) -> bool:
        """As in "aircraft thought to be Russian", "gunmen suspected of belonging to X": the clause goes on behind."""
        near = range(max(0, position - 2), position)
        if stream.norm[position] in self.sets["that"] and any(
            stream.norm[k] in self.sets["had_done"] for k in range(max(0, position - 4), position - 1)
        ):
            return True  # "X had before (that) struck …"
        if stream.norm[position] in self.sets["that"] and position and "event" in stream.marks[near.start]:
            return stream.norm[position - 1] in self.sets["suspecting"]
        return stream.norm[position] in self.sets["that_self"] and any(
            stream.norm[k] in self.sets["suspecting"] for k in near
        )

    def _lemma(self, entry: Entry, name: str) -> bool:
        """Whether the entry's citation form is in the closed class ``name``."""
        return entry.lemma in self.sets[name] or self.language.fold(entry.lemma) in self.sets[name]

    def _within(self, stream: Stream, i: int) -> bool:
        """Whether something was done as part of what stands there ("in the frame of operation X")."""
        return i > 0 and self.language.strip_to(stream.norm[i - 1], self.sets["within_frame"])

    def _lemma_of(self, trigger: Trigger, name: str) -> bool:
        """Whether a word of the closed class ``name`` tells of it."""
        return trigger.reading is not None and self._lemma(trigger.reading.entry, name)

    def _may_tell(self, word: str) -> bool:
        """Whether a word can tell of an event, by itself or with other words."""
        marks = self.language.marks(word)
        return "frame" in marks or "light" in marks or self._may_trigger(word)

    def _may_trigger(self, word: str) -> bool:
        """Whether a word can be a trigger in any company; most words cannot."""
        marks = self.language.marks(word)
        return (
            any(name in marks for name in ("event", "instrument", "yields"))
            or word in self.sets["fire"]
            or self.language.strip_to(word, self.sets["wars"])
            or self._losing(word) is not None
        )

    def _losing(self, word: str) -> Reading | None:
        """The reading of a verb of losing, which loses ground or lives."""
        if "verb" not in self.language.marks(word):
            return None
        verbs = (r for r in self.language.readings(word) if r.entry.pos == "verb")
        return next((r for r in verbs if self._lemma(r.entry, "losing")), None)

    def _repels(self, word: str) -> bool:
        """Whether a word is a verb or verbal noun of repelling."""
        return any(
            r.entry.pos in ("verb", "masdar") and self._lemma(r.entry, "repel")
            for r in self.language.marks(word).values()
        )

    def _with(self, stream: Stream, trigger: Trigger) -> bool:
        """Whether a particle on the word makes it one of several means ("with …", "and …")."""
        return any(c or p == "in" for s, c, p, _ in self.language.strip(stream.norm[trigger.first]) if c or p) and (
            trigger.reading is None or bool(trigger.reading.conjunction or trigger.reading.preposition)
        )

    def _accusative(self, stream: Stream, position: int) -> bool:
        """Whether an ending shows that the indefinite noun is an object ("shelled a convoy")."""
        noun = stream.marks[position].get("noun")
        ends = stream.norm[position].endswith(self.sets["accusative_endings"])
        return noun is not None and noun.entry.number == "s" and not noun.definite and not noun.suffix and ends

    def _is_own_force(self, word: str) -> bool:
        marks = self.language.marks(word)
        reading = marks.get("members") or marks.get("head")
        return reading is not None and bool(reading.suffix) and not reading.preposition

    def _tense_to_come(self, word: str) -> str:
        """``future`` for a word of the future, ``intending`` for one of intending, else empty."""
        if word in self.sets["future"] or any(r.preposition == "will" for r in self.language.marks(word).values()):
            return "future"
        return "intending" if word in self.sets["intending"] else ""

    def ascribed(self, stream: Stream, name: Named, begin: int) -> bool:
        """Whether a deed is laid to the name ("a raid ascribed to X", "which the media ascribed to X")."""
        sets, norm = self.sets, stream.norm
        to = name.preposition == "to" or (name.first > begin and norm[name.first - 1] in sets["toward"])
        if not to:
            return False
        near = range(max(begin, name.first - _ASCRIBED), name.first)
        return any(
            norm[k] in sets["ascribed"]
            or (
                (verb := stream.marks[k].get("verb")) is not None
                and verb.suffix
                and verb.entry.lemma in sets["ascribed"]
            )
            for k in near
        )

    def _downs(self, stream: Stream, trigger: Trigger) -> bool:
        """Whether something is told to have been brought down."""
        readings = self.language.readings(stream.norm[trigger.first])
        return trigger.types == ("Other",) and any(self._lemma(r.entry, "downing") for r in readings)

    def _nominative(self, stream: Stream, k: int, trigger: Trigger) -> bool:
        """Whether the noun right behind an active verb is its subject: no ending of the accusative where one shows."""
        noun = stream.marks[k].get("head") or stream.marks[k].get("object")
        if trigger.form != "verb" or trigger.passive or trigger.light is not None or noun is None:
            return False
        entry = noun.entry
        shows = entry.gender == "m" and entry.number == "s" and not noun.definite and not noun.suffix
        return shows and not stream.norm[k].endswith(self.sets["accusative_endings"]) and "event" in stream.marks[k - 1]

    def _light_kind(self, stream: Stream, trigger: Trigger) -> bool:
        if trigger.light is None:
            return False
        reading = stream.marks[trigger.light].get("light")
        return reading is not None and "agent" in reading.entry.marks["light"]

    def _has_object(self, stream: Stream, trigger: Trigger) -> bool:
        """As in "whom gunmen seized": a pronoun on the active verb is its object, so that its subject follows."""
        reading = trigger.reading
        return reading is not None and bool(reading.suffix) and not trigger.passive and reading.entry.pos != "masdar"

    def _object_follows(self, stream: Stream, name: Named, names: Sequence[Named], index: int, end: int) -> bool:
        """Whether a force behind a verbal noun is its subject, since an object stands behind it."""
        k = name.last
        for other in names[index + 1 :]:
            if not other.conjunction or other.sort != name.sort or other.first > k + 1:
                break
            k = other.last
            index += 1
        if name.type not in ("ArmedForce", "Government") or k >= end or stream.kind[k] == "punct":
            return False
        while k < end and (k in self._counted or self._means(stream, k)):
            k += 1
        if k >= end:
            return False
        following = names[index + 1] if index + 1 < len(names) and names[index + 1].first == k else None
        if following is not None:
            return not following.conjunction and following.preposition in ("", "to")
        if stream.norm[k] in self.sets["fired"] or stream.norm[k] in self.sets["edges"]:
            return True
        marks = stream.marks[k]
        noun = next((marks[m] for m in ("object", "place", "victim", "members", "noun") if m in marks), None)
        if not marks and any(p == "to" and not c for _, c, p, _ in self.language.strip(stream.norm[k])):
            return True
        return (
            noun is not None
            and not noun.conjunction
            and noun.preposition in ("", "to")
            and stream.norm[k] not in self.sets["stops"]
            and not any(m in marks for m in ("measure", "adjective", "event"))
            and ("instrument" not in marks or name.rule == "name.actor.members")
        )

    def _means(self, stream: Stream, k: int) -> bool:
        """Whether the word tells with what ("by artillery"), or is the adjective of such a word."""
        weapon = stream.marks[k].get("instrument")
        if weapon is not None:
            return weapon.preposition == "in"
        return "adjective" in stream.marks[k] and "instrument" in stream.marks[k - 1]

    def _verbal(self, stream: Stream, k: int) -> list[Reading]:
        """The readings of a word as a verb or a verbal noun."""
        return [r for r in self.language.readings(stream.norm[k]) if r.entry.pos in ("verb", "masdar")]

    def _hits(self, stream: Stream, position: int) -> bool:
        """Whether the word is a verb of hitting, whose object was meant."""
        reading = stream.marks[position].get("light")
        return reading is not None and reading.entry.pos == "verb" and "hit" in reading.entry.marks["light"]

    def _can_act(self, stream: Stream, position: int) -> bool:
        """Whether some reading of the word is a support verb whose subject acts."""
        return any(
            r.entry.pos == "verb" and "agent" in r.entry.marks.get("light", ())
            for r in self.language.readings(stream.norm[position])
        )

    def _target_verb(self, stream: Stream, trigger: Trigger) -> bool:
        if trigger.light is None:
            return False
        reading = stream.marks[trigger.light].get("light")
        return reading is not None and "target" in reading.entry.marks["light"]

    def _has_subject(self, stream: Stream, trigger: Trigger, names: Sequence[Named], index: int, begin: int) -> bool:
        """Whether a name or pronoun before the verb is its subject, so that one after it is its object."""
        verb = trigger.light if trigger.light is not None and trigger.light >= begin else trigger.first
        at = verb - 1
        while at >= begin and stream.norm[at] in self.sets["auxiliary"]:
            at -= 1
        if at >= max(begin - 1, 0) and stream.norm[at] in self.sets["that_self"]:
            return True
        return any(
            begin <= n.first
            and n.last <= trigger.first
            and n.sort in ("actor", "either")
            and self._preposition(stream, n, begin, names)[0] == ""
            and self._subject_before(stream, n, trigger, names, k, begin)
            for k, n in enumerate(names[:index])
        )

    def _first_agent(self, names: Sequence[Named], index: int, light: int) -> bool:
        return not any(light < n.first and n.sort != "place" for n in names[:index])

    def _subject_before(
        self, stream: Stream, name: Named, trigger: Trigger, names: Sequence[Named], index: int, begin: int
    ) -> bool:
        """Whether the name opens the clause of a verb that follows it."""
        verb = trigger.light if trigger.light is not None and trigger.light >= name.last else trigger.first
        marks = stream.marks[verb]
        finite = trigger.form == "phrase" and not {"noun", "masdar"} & set(marks) and verb == trigger.first
        if ("verb" not in marks and not finite) or (
            verb == trigger.first and trigger.form in ("noun", "masdar", "instrument")
        ):
            return False
        if any(
            n.first < name.first and n.first >= begin and n.sort != "place" and not n.preposition for n in names[:index]
        ):
            return name.conjunction != ""
        near = range(name.last, min(name.last + 2, verb))
        if any(stream.norm[p] in self.sets["backed"] for p in near) and stream.norm[verb - 1] in self.sets["commas"]:
            return True  # "a force of X, backed by gunmen of Y, attacked …"
        which = next((p for p in range(name.last, verb) if stream.norm[p] in self.sets["relative_pronouns"]), 0)
        if which and any(n.last in (which, which - 1) and n.sort != "place" for n in names[index + 1 :]):
            return False  # "X opposes Y, which took …"
        made = next((p for p in range(name.last, verb) if stream.norm[p] in self.sets["composed"]), verb)
        if name.rule == "name.actor.members" and stream.norm[name.last] in self.sets["against_only"]:
            ridden = stream.norm[name.last + 1] in self.sets["aboard"] or "object" in stream.marks[name.last + 1]
            if ridden and verb - name.last <= 8:
                return True  # "gunmen on lorries attacked"
        return all(
            stream.norm[p] in self.sets["auxiliary"]
            or stream.kind[p] == "punct"
            or (made <= p <= made + 5 and "verb" not in stream.marks[p])
            or stream.norm[p] in self.sets["relative"]
            or "adjective" in stream.marks[p]
            or "participle" in stream.marks[p]
            or any(n.first <= p < n.last for n in names)
            or stream.norm[p].startswith(self.language.article)
            or stream.norm[p] in self.sets["locative"]
            or any(stream.norm[p] in self.sets[c] for c in ("suspecting", "that_self", "members_of", "toward"))
            or any(stream.norm[q] in self.sets["makes"] for q in range(p - 1, min(p + 2, verb)))
            or verb - name.last <= 3
            for p in range(name.last, verb)
        )

    def _preposition(self, stream: Stream, name: Named, begin: int, names: Sequence[Named]) -> tuple[str, int | None]:
        """(kind of the preposition that governs the name, position of a noun between or None)."""
        sets, norm = self.sets, stream.norm
        if name.preposition:
            if name.preposition == "to":
                before = name.first - 1
                if before >= begin and "controlledBy" in (stream.ending(name.first, "relation", begin) or ()):
                    return "control", None
                if before >= begin and ("relation" in stream.marks[before] or norm[before] in sets["members_of"]):
                    return "relation", None
                of = ("object", "place", "members", "group", "victim", "head")
                described = norm[before].endswith(sets["nisba_endings"]) and not norm[before].startswith(
                    self.language.article
                )
                if before > begin and described and not any(m in stream.marks[before] for m in of):
                    before -= 1  # "a military patrol of X"
                noun = before if before >= begin and any(m in stream.marks[before] for m in of) else None
                return "to", noun
            return name.preposition, None
        relation = stream.ending(name.first, "relation", begin)
        if relation is not None:
            return ("control" if "controlledBy" in relation else "relation"), None
        k = name.first - 1
        noun = None
        steps = 0
        while k >= begin and steps < 5:
            word = norm[k]
            if stream.kind[k] == "punct":
                return "", noun
            if word in sets["single_prepositions"] and k > begin and "relation" in stream.marks[k - 1]:
                return "relation", noun
            if word in sets["single_prepositions"]:
                return ("to" if word in sets["to_letters"] else "in"), noun
            if word in sets["control"]:
                return "control", noun
            if word in sets["hands"] and k > begin and norm[k - 1] in sets["origin"]:
                return "control", noun  # "recaptured it from the hands of X"
            if word in sets["by"] and any(norm[m] in sets["support"] for m in range(max(begin, k - 4), k)):
                return "relation", noun
            if (
                word in sets["by"]
                and k - 2 >= begin
                and norm[k - 2] in sets["held"]
                and norm[k - 1] in sets["by_openers"]
            ):
                return "relation", noun
            if word in sets["by"] and (k == begin or norm[k - 1] in sets["by_openers"] or word in sets["by_alone"]):
                return "by", noun
            if word in sets["between"]:
                return "between", noun
            if word in sets["against_only"]:
                return "against", noun
            if word in sets["with"]:
                return "with", noun
            if word in sets["toward"]:
                return "toward", noun
            if word in sets["origin"]:
                if (
                    any(
                        (r := stream.marks[max(begin, k - 1)].get(m)) is not None and not r.suffix
                        for m in ("members", "head", "group", "victim")
                    )
                    or (k - 2 >= begin and {"members", "group", "head"} & set(stream.marks[k - 2]))
                    or (k - 1 >= begin and stream.kind[k - 1] == "number")
                ):
                    k -= 1
                    steps += 1
                    continue
                return ("relation" if k - 1 >= begin and "relation" in stream.marks[k - 1] else "origin"), noun
            if word in sets["locative"]:
                return "locative", noun
            if word in sets["about"]:
                return "about", noun
            marks = stream.marks[k]
            if "relation" in marks and not (marks["relation"].entry.pos == "verb" and not marks["relation"].suffix):
                return "relation", noun
            if any(m in marks for m in ("verb", "event")) and not any(
                m in marks for m in ("members", "object", "place", "victim")
            ):
                return "", noun
            deed = marks.get("event")
            if deed is not None and deed.entry.pos == "masdar" and {"object", "place"}.isdisjoint(marks):
                return "", noun  # "attacking", written like "an attacker"
            if any(n.first <= k < n.last for n in names):
                return "", noun
            attached = next((r for r in marks.values() if r.preposition and r.preposition != "as"), None)
            if attached is not None and noun is not None and "instrument" in marks:
                return "", noun
            if attached is not None and k > begin and "relation" in stream.marks[k - 1]:
                return "relation", k  # "forces loyal to the head of X"
            if attached is not None:
                return attached.preposition, k
            if any(m in marks for m in ("object", "place", "members", "victim", "noun")):
                noun = k
            k -= 1
            steps += 1
        return "", noun
