"""Of what kind a happening is, whether it came about, and what its wording leaves to the sentences before."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from khabar.extract.events.roles import Roles
from khabar.extract.events.words import FAMILY, MUTUAL, Trigger, families
from khabar.extract.mentions import Named
from khabar.language import Reading
from khabar.match.stream import Stream

__all__ = ["Kinds"]

_OBJECT_DEEDS = frozenset({"Detention", "Abduction", "Shooting", "Siege", "Destruction", "Displacement", "Aid"})
"""Types whose verbal nouns name, by a pronoun, whom the deed befell ("their arrest")."""


class Kinds(Roles):
    """Narrows the types of a happening."""

    def _reclassify(
        self, stream: Stream, group: Sequence[Trigger], types: list[str], begin: int, *, specific: bool
    ) -> list[str]:
        """A battle that is launched is an offensive, so is an attack that is announced; fire exchanged is a clash."""
        head = group[0]
        fire = families(types) <= {"bombardment", "combat"}
        if fire and any(
            "verb" in stream.marks[k] and self._lemma(stream.marks[k]["verb"].entry, "exchange")
            for k in range(begin, head.first)
        ):
            return ["Clash"]
        before = stream.marks[head.first - 1] if head.first > begin else {}
        if (
            types == ["Clash"]
            and head.form == "noun"
            and "aspect" in before
            and "begin" in before["aspect"].entry.marks["aspect"]
        ):
            return ["Offensive"]
        if (
            not specific
            and types == ["Other"]
            and self._intended(stream, group, begin)
            and self.language.strip_to(stream.norm[head.first], self.sets["attacks"])
        ):
            return ["Offensive"]
        return types

    def _kinds(self, stream: Stream, group: Sequence[Trigger], end: int) -> list[str]:
        """Further types of bombardment that adjectives joined by "and" name ("aerial and artillery bombardment")."""
        kinds = self.sets["bombing_kinds"]
        found: list[str] = []
        for g in group:
            if not kinds or g.form != "phrase" or FAMILY.get(g.types[0]) != "bombardment":
                continue
            for k in range(g.last, min(g.last + 4, end)):
                joined = [stem for stem, conjunction, _, _ in self.language.strip(stream.norm[k]) if conjunction]
                found += [kinds[stem] for stem in joined if stem in kinds]
        return list(dict.fromkeys(found))

    def _backed(self, stream: Stream, attack: Trigger, end: int) -> list[str]:
        """The bombardment that an attack was backed with ("an attack backed by the air force and artillery")."""
        norm, kinds = stream.norm, self.sets["bombing_kinds"] | self.sets["backing_arms"]
        for k in range(attack.last, min(attack.last + 3, end)):
            if norm[k] in self.sets["backed"]:
                told = (s for p in range(k + 1, min(k + 5, end)) for s, _, _, _ in self.language.strip(norm[p]))
                return list(dict.fromkeys(kinds[s] for s in told if s in kinds))
        return []

    def _arms(self, stream: Stream, group: Sequence[Trigger], names: Sequence[Named], begin: int, end: int) -> str:
        """The type that the arm of service implies: aircraft strike from the air, batteries shell."""
        for k, name in enumerate(names):
            if begin <= name.first < end and name.type == "ArmedForce" and abs(name.first - group[0].first) <= 8:
                for reading in self.language.readings(stream.norm[name.first]):
                    arm = self.sets["arms"].get(reading.entry.lemma)
                    if arm:
                        return str(arm)
                force = not self.sets["aloft"].isdisjoint(stream.norm[name.first + 1 : name.last])
                if force and k not in self._speakers:
                    return "AirStrike"
        return ""

    def _fought(self, stream: Stream, names: Sequence[Named], begin: int, end: int) -> bool:
        """Whether the clause says between whom the war is."""
        return any(
            begin <= n.first < end
            and n.type == "ArmedForce"
            and self._preposition(stream, n, begin, names)[0] == "between"
            for n in names
        )

    def _adjectival(self, stream: Stream, name: Named, group: Sequence[Trigger]) -> bool:
        """Whether what could be a state's name is an adjective of the event noun before it ("Syrian raids")."""
        return (
            name.sort == "either"
            and name.last - name.first == 1
            and not name.preposition
            and "nationality" in stream.marks[name.first]
            and any(g.last == name.first and g.form in ("noun", "masdar", "phrase") for g in group)
        )

    def _arm_near(self, stream: Stream, trigger: Trigger, begin: int, end: int) -> str:
        """The type that a common noun for an arm implies, where it stands as the subject of the trigger's verb."""
        at = trigger.light if trigger.light is not None else trigger.first
        for k in range(max(begin, at - 4), min(at + 3, end)):
            for reading in self.language.readings(stream.norm[k]):
                arm = self.sets["arms"].get(reading.entry.lemma)
                if arm and not reading.preposition:
                    return str(arm)
        return ""

    def _nationality(self, stream: Stream, group: Sequence[Trigger], end: int, names: Sequence[Named]) -> int | None:
        for g in group:
            for k in range(g.last, min(g.last + 4, end)):
                if stream.norm[k] in self.sets["suspecting"] or self._guessed(stream, k):
                    continue
                if self.language.strip_to(stream.norm[k - 1], self.sets["violated"]):
                    continue  # "a breach of Iraqi sovereignty"
                if g.form == "war" and not any(w in self.sets["against_only"] for w in stream.norm[k + 1 : k + 3]):
                    break
                if stream.kind[k] == "punct" or stream.norm[k] in self.sets["stops"]:
                    break
                if any(n.first <= k < n.last and not self._adjectival(stream, n, group) for n in names):
                    break
                reading = stream.marks[k].get("nationality")
                if reading is not None and k > g.last and (k - 1 in self._counted or stream.kind[k - 1] == "number"):
                    break  # "the release of 12 Egyptians"
                verbal = g.form == "verb" or any("verb" in stream.marks[p] for p in range(g.last, k))
                if verbal and (self._accusative(stream, k) or (reading is not None and k == g.last)):
                    break  # of the object: "hit a Saudi convoy", "arrested Syrians"
                people = self.sets["oblique_endings"]
                human = k > g.last and stream.norm[k].endswith(people) and stream.norm[k - 1].endswith(people)
                if human and stream.marks[k - 1].keys().isdisjoint(("event", "instrument", "adjective")):
                    break  # "the killing of two Iranian scientists"
                if g.form == "verb" and g.vague and k > g.last and self._things(stream, k - 1):
                    break  # "hit three American ships"
                if g.form == "masdar" and k > g.last and self._object_of(stream, g):
                    break  # "the targeting of a British ship"
                if g.form != "verb" and any(self._of_its_own(stream, p) for p in range(g.last, k)):
                    break  # "an attack that struck Saudi trucks", but "an attack that Saudi jets made"
                if (reading is not None and not reading.preposition) or stream.norm[k] in self.sets["hostile"]:
                    return k
        return None

    def _things(self, stream: Stream, k: int) -> bool:
        """Whether things that strike nobody stand at ``k``, counted or not: ships, vehicles, sites."""
        marks = stream.marks[k]
        return "object" in marks and {"instrument", "members", "head", "group"}.isdisjoint(marks)

    @staticmethod
    def _of_its_own(stream: Stream, k: int) -> bool:
        """Whether a verb of attack without an object pronoun stands there: what is told is its subject."""
        verb = stream.marks[k].get("event")
        return verb is not None and verb.entry.pos == "verb" and not verb.suffix

    def _object_of(self, stream: Stream, trigger: Trigger) -> bool:
        """Whether a common noun for a thing is what the verbal noun is done to."""
        if self.language.strip_to(stream.norm[trigger.first], self.sets["object_masdars"]):
            return True
        thing = stream.marks[trigger.last].get("object") if trigger.last < len(stream.marks) else None
        return thing is not None and not thing.preposition and not thing.conjunction

    def _negated(self, stream: Stream, trigger: Trigger, begin: int) -> bool:
        if (
            trigger.light is not None
            and trigger.light > begin
            and stream.norm[trigger.light - 1] in self.sets["negation"]
        ):
            return True
        for k in range(trigger.first - 1, max(begin - 1, trigger.first - 3), -1):
            if stream.norm[k] in self.sets["negation"] and stream.norm[k + 1] in self.sets["auxiliary"]:
                return False
            if stream.norm[k] in self.sets["negation"] and k + 1 < trigger.first and "cause" in stream.marks[k + 1]:
                return False  # "the attack caused no losses"
            if stream.norm[k] in self.sets["negation"] or stream.norm[k] in self.sets["negation_nouns"]:
                return True
            if stream.kind[k] == "punct":
                return False
        return False

    def _narrowed(self, stream: Stream, group: Sequence[Trigger], types: list[str]) -> list[str]:
        """Without a type that only a general word gave ("bombed with barrel bombs", "a car bomb exploded")."""
        if {"VehicleBomb", "SuicideAttack"} & set(types):
            types = [t for t in types if t != "Explosion"]
        for g, h in itertools.pairwise(group):
            if (
                g.reading is not None
                and self._lemma(g.reading.entry, "series")
                and h.first == g.last
                and set(h.types) != set(g.types)
                and not h.vague
            ):
                types = [t for t in types if t not in g.types or t in h.types]
                if h.types == ("Capture",) and h.form == "masdar":
                    types = ["Offensive" if t == "Capture" else t for t in types]  # "the campaign to retake X"
        aloft = next((g for g in group if g.instrument in self.sets["aircraft"] and not self._with(stream, g)), None)
        if aloft is not None and "AirStrike" in types:
            shots = [g for g in group if g.form == "instrument" and g.first > aloft.first]
            fired = {t for g in shots if not self._with(stream, g) for t in g.types}
            types = [t for t in types if t == "AirStrike" or t not in fired]
        killing = [g for g in group if g.types == ("Shooting",) and g.reading is not None]
        if {"AirStrike", "GuidedMissile", "Shelling", "Explosion", "VehicleBomb"} & set(types) and any(
            self._lemma(g.reading.entry, "killing") for g in killing if g.reading is not None
        ):
            types = [t for t in types if t != "Shooting"]
        if {"AirStrike", "GuidedMissile"} & set(types) and self._soft(
            [g for g in group if "Shelling" in g.types], ["Shelling"]
        ):
            types = [t for t in types if t != "Shelling"]
        return types

    def _soft(self, group: Sequence[Trigger], types: Sequence[str]) -> bool:
        return list(types) == ["Shelling"] and all(
            g.form in ("verb", "masdar") and self._lemma_of(g, "soft") for g in group
        )

    def _pronoun(self, stream: Stream, group: Sequence[Trigger], begin: int, end: int) -> bool:
        """Whether the verb has no subject of its own, neither a name nor a common noun for who acts."""
        head = group[0]
        if head.passive:
            return False
        if head.form == "verb":
            if head.reading is not None and "occur" in head.reading.entry.marks.get("light", ()):
                return False
            verb = head.first
        elif (
            head.form == "phrase"
            and head.light is None
            and "verb" in stream.marks[head.first]
            and (
                head.first == begin
                or stream.marks[head.first]["verb"].conjunction
                or stream.norm[head.first - 1] in self.sets["that_self"]
            )
        ):
            verb = head.first
        else:
            reading = stream.marks[head.light].get("light") if head.light is not None else None
            if reading is None or head.light is None or "agent" not in reading.entry.marks["light"]:
                return False
            verb = head.light
        if verb and stream.norm[verb - 1] in self.sets["that_self"]:
            return True
        doers = ("members", "group", "head", "instrument")
        behind = stream.marks[verb + 1] if verb + 1 < end else {}
        plural = head.form == "verb" and head.reading is not None and head.reading.entry.number == "p"
        if plural or (behind and self._accusative(stream, verb + 1)):
            behind = {}  # a verb before its subject is singular
        if any(m in behind and not behind[m].preposition and not behind[m].suffix for m in doers):
            return False
        before = stream.marks[verb - 1] if verb > begin else {}
        return not any(
            m in before and not before[m].preposition and before[m].definite and "verb" not in before for m in doers
        )

    def _both(self, stream: Stream, group: Sequence[Trigger], end: int) -> bool:
        return any(
            stream.norm[k] in self.sets["both_sides"] for k in range(group[0].first, min(group[-1].last + 4, end))
        )

    def _own(self, stream: Stream, group: Sequence[Trigger], begin: int, end: int) -> bool:
        """Whether the subject is a force named by a pronoun ("its aircraft")."""
        at = group[0].light if group[0].light is not None else group[0].first
        for k in range(max(begin, at - 12), min(at + 3, end)):
            if not self._own_forces[stream.norm[k]]:
                continue
            before = stream.marks[k - 1] if k else {}
            one_side = not any(set(g.types) & MUTUAL for g in group)
            counted = k >= 2 and (stream.kind[k - 2] == "number" or (one_side and k - 2 in self._counted))
            if counted and stream.norm[k - 1] in self.sets["origin"]:
                continue
            if k not in self._counted and k - 1 not in self._counted and not self._harm(before):
                return True
        return False

    def _harm(self, marks: dict[str, Reading]) -> bool:
        """Whether the word is a verbal noun for what became of those it governs ("the killing of …")."""
        noun = marks.get("outcome")
        return noun is not None and noun.entry.pos in ("masdar", "noun")

    def _possessed(self, stream: Stream, trigger: Trigger, names: Sequence[Named]) -> bool:
        """As in "its raids", "their control of X", "its shelling of X": a noun whose owner does what it says."""
        if trigger.form not in ("noun", "masdar", "phrase"):
            return False
        done = stream.marks[trigger.light].get("masdar") if trigger.light is not None else None
        if done is not None and done.suffix and "light" in done.entry.marks:
            return True
        reading = trigger.reading or next(
            (r for r in self.language.readings(stream.norm[trigger.first]) if r.entry.pos in ("noun", "masdar")), None
        )
        if reading is None or not reading.suffix:
            return False
        if trigger.first and stream.norm[trigger.first - 1] in self.sets["done"]:
            return False  # "its interception was carried out": what was done to it
        after = trigger.last
        return (
            "transitive" not in reading.entry.marks.get("valency", ()) and not set(trigger.types) & _OBJECT_DEEDS
        ) or (
            after < len(stream)
            and (stream.norm[after] in self.sets["against_only"] or any(n.first == after for n in names))
        )

    def _intended(self, stream: Stream, group: Sequence[Trigger], begin: int) -> bool:
        """Whether the happening is still to come: future tense, or after a word of intending."""
        scheduled = begin > 0 and stream.norm[begin] in self.sets["that"]
        if scheduled and stream.norm[begin - 1] in self.sets["scheduling"]:
            return True
        for g in group:
            if g.definite and g is not group[0]:
                continue  # "details of the attack will follow"
            for k in range(max(begin, g.first - 4), g.first + 1):
                if k < g.first and "replies" in stream.marks[k]:
                    continue
                if any(k == t.first and t.form == "phrase" for t in group):
                    continue  # "survived an attempt on his life": it was made
                coming = self._coming[stream.norm[k]]
                if coming == "future" or (coming == "intending" and not self._thwarted(stream, k, begin)):
                    return True
        return False

    def _thwarted(self, stream: Stream, k: int, begin: int) -> bool:
        """Whether an attempt was made and thwarted ("foiled an attempt to infiltrate")."""
        return any(
            self._lemma(r.entry, "repel")
            for j in range(max(begin, k - 3), k)
            for r in self.language.readings(stream.norm[j])
        )
