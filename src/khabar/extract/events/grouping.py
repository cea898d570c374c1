"""Triggers that tell of one happening; weapons in use, and those that are only named."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.extract.events.triggers import Triggers
from khabar.extract.events.words import IN_ATTACKS, Trigger, families
from khabar.extract.mentions import Named
from khabar.language import Entry, Reading
from khabar.match.stream import Stream

__all__ = ["Grouping"]

_DOWNED = 10
"""Words from a verb of bringing down to what it brought down, at most."""
_BARE = Reading(Entry("", "", "", "", "", "", {}), "", "", False, "")


class Grouping(Triggers):
    """Joins the triggers of a clause."""

    def _falls(self, stream: Stream, first: int) -> bool:
        """As in "the fall of four rockets on X": counted bombs behind the verbal noun of falling."""
        k = first - 1
        while k > 0 and first - k < 4 and (k in self._counted or stream.norm[k] in self.sets["many"]):
            k -= 1
        fall = stream.marks[k].get("light") if 0 <= k < first - 1 else None
        return fall is not None and fall.entry.pos == "masdar" and "fall" in fall.entry.marks["light"]

    def _groups(self, stream: Stream, triggers: Sequence[Trigger], names: Sequence[Named]) -> list[list[Trigger]]:
        groups: list[list[Trigger]] = []
        for trigger in triggers:
            if trigger.form == "instrument" and not self._used(stream, trigger, groups[-1] if groups else None, names):
                continue
            if trigger.form == "phrase" and (self._seized(stream, trigger) or self._craft_downed(stream, trigger)):
                continue
            if trigger.instrument and trigger.form in ("phrase", "instrument") and groups:
                if trigger.form == "phrase" and self._hit_itself(stream, trigger, groups[-1], names):
                    continue
                found = groups[-1][-1].reading
                if found is not None and "framed" in found.entry.marks and self._lemma(found.entry, "seizing"):
                    continue
            for group in reversed(groups):
                if self._together(stream, group, trigger):
                    group.append(trigger)
                    break
            else:
                groups.append([trigger])
        return groups

    def _seized(self, stream: Stream, trigger: Trigger) -> bool:
        """Whether a weapon is what was found or confiscated."""
        return self._deed_before(stream, trigger, "seizing", 3)

    def _deed_before(self, stream: Stream, trigger: Trigger, name: str, reach: int) -> bool:
        """Whether a verb or verbal noun of the class ``name`` stands within ``reach`` words before the trigger."""
        return any(
            self._lemma(r.entry, name)
            for k in range(max(0, trigger.first - reach), trigger.first)
            for r in self.language.readings(stream.norm[k])
            if r.entry.pos in ("verb", "masdar")
        )

    def _craft_downed(self, stream: Stream, trigger: Trigger) -> bool:
        """Whether an aircraft told in several words was brought down ("destroyed a loaded drone")."""
        craft = stream.marks[trigger.first]
        return "instrument" in craft and "object" in craft and self._deed_before(stream, trigger, "downing", 2)

    def _hit_itself(
        self, stream: Stream, trigger: Trigger, group: list[Trigger] | None, names: Sequence[Named]
    ) -> bool:
        """Whether a vehicle or an aircraft is what was hit or brought down, not what was used."""
        if (trigger.reading or _BARE).preposition:
            return False
        craft = trigger.instrument in self.sets["vehicles"]
        wreck = stream.marks[trigger.first - 1].get("outcome") if trigger.first else None
        burnt = wreck is not None and wreck.entry.pos == "masdar" and wreck.entry.marks["outcome"] == ("Destroyed",)
        if craft and burnt and group is not None and group[-1].last == trigger.first:
            return True  # "and a plane burnt down"
        if group is None:
            if craft and wreck is not None and wreck.entry.marks["outcome"] == ("Destroyed",):
                return True  # "the destruction of tanks"
            counted = trigger.first - 1 in self._counted and craft
            return counted and self._deed_before(stream, trigger, "downing", 4)
        verb = group[-1].reading or stream.marks[group[-1].first].get("masdar")
        if verb is not None and self._lemma(verb.entry, "intercepting") and trigger.first - group[-1].last <= 3:
            return True
        many = trigger.first - 1 in self._counted or trigger.instrument in self.sets["vehicles"]
        if many and self._downs(stream, group[-1]) and trigger.first - group[-1].last <= _DOWNED:
            return not any(stream.kind[k] == "punct" for k in range(group[-1].last, trigger.first))
        if trigger.instrument not in self.sets["vehicles"]:
            return False
        if stream.norm[trigger.first - 1] in self.sets["locative"]:
            return True  # "a blast inside a tank"
        if any(r.preposition for r in stream.marks[trigger.first].values()):
            return False
        if verb is None or verb.entry.pos not in ("verb", "masdar") or trigger.first - group[-1].last > 6:
            return False
        if self._lemma(verb.entry, "downing"):
            return True
        if trigger.first == group[-1].last and verb.entry.pos == "verb" and verb.entry.number == "s":
            hit = stream.marks[trigger.first].get("instrument")
            return hit is not None and hit.entry.gender == "f" and verb.entry.gender == "m"
        return any(group[-1].last <= n.first and n.last <= trigger.first and n.sort != "place" for n in names)

    def _used_in_it(self, stream: Stream, trigger: Trigger) -> bool:
        """As in "a fight in which both sides used cannons": arms of what was told already; or aircraft that only
        carried people.
        """
        for k in range(max(0, trigger.first - 8), trigger.first - 1):
            verb = stream.marks[k].get("verb")
            if verb is not None and self._lemma(verb.entry, "using") and stream.norm[k + 1] in self.sets["in_it"]:
                return True
        if trigger.instrument not in self.sets["aircraft"]:
            return False
        return any(
            any(self._lemma(r.entry, "carrying") for r in self.language.readings(stream.norm[k]))
            for k in range(max(0, trigger.first - 3), trigger.first)
        )

    def _strikes(self, stream: Stream, trigger: Trigger) -> bool:
        """As in "a drone shelled …": the weapon is the subject of the verb of attack behind it."""
        for k in range(trigger.last, min(trigger.last + 6, len(stream))):
            marks = stream.marks[k]
            if "verb" in marks:
                deed = marks.get("event") or marks.get("outcome")
                if deed is None or deed.entry.pos != "verb" or deed.entry.voice == "passive":
                    return False
                return "intransitive" not in deed.entry.marks.get("valency", ())
            if stream.kind[k] == "punct":
                return False
        return False

    def _used(self, stream: Stream, trigger: Trigger, group: list[Trigger] | None, names: Sequence[Named] = ()) -> bool:
        """Whether a weapon is in use here (by a preposition, a verb that fires it, an event noun), not just named."""
        first = stream.norm[trigger.first]
        if (
            any(p == "to" for _, _, p, _ in self.language.strip(first) if p)
            and (trigger.reading is None or trigger.reading.preposition == "to")
            and not any(
                m in stream.marks[trigger.first] and not stream.marks[trigger.first][m].preposition
                for m in ("noun", "instrument")
            )
        ):
            return False
        if self._hit_itself(stream, trigger, group, names) or self._used_in_it(stream, trigger):
            return False
        near = stream.norm[max(0, trigger.first - 2) : trigger.first]
        if any(self.language.strip_to(word, self.sets["equipped"]) for word in near):
            return False
        if any(
            "participle" in stream.marks[k] and self._lemma(stream.marks[k]["participle"].entry, "using")
            for k in range(max(0, trigger.first - 3), trigger.first)
        ):
            return True
        if trigger.light is not None and "aspect" not in stream.marks[trigger.light]:
            return True
        if self._falls(stream, trigger.first):
            return True
        if group is None and self._strikes(stream, trigger):
            return True
        if (
            trigger.first > 0
            and (trigger.first - 1 in self._counted or stream.norm[trigger.first - 1] in self.sets["many"])
            and any(p == "in" for _, _, p, _ in self.language.strip(stream.norm[trigger.first - 1]))
        ):
            return True
        if self._with_many(stream, trigger.first - 1):
            return True
        for k in range(trigger.last, min(trigger.last + 8, len(stream))):
            falls = stream.marks[k].get("light")
            if falls is not None and falls.entry.pos == "verb" and {"fall", "hit"} & set(falls.entry.marks["light"]):
                return True
            if k == trigger.last and falls is not None and falls.suffix and "agent" in falls.entry.marks["light"]:
                return True
            fired = k == trigger.last and falls is not None and "explodes" in stream.marks[k]
            opens = trigger.first - (trigger.first - 1 in self._counted) - 1
            if fired and (trigger.definite or stream.norm[opens] in self.sets["that"]):
                return True  # "that a rocket was fired from X at Y"
            if stream.kind[k] == "punct":
                break
        for k in range(max(0, trigger.first - 6), trigger.first):
            launched = stream.marks[k].get("light")
            if launched is not None and launched.entry.pos == "masdar" and "agent" in launched.entry.marks["light"]:
                return True
        reading = trigger.reading
        if reading is not None and reading.preposition == "in":
            return True
        before = trigger.first - 1
        if before >= 0 and (
            stream.norm[before] in self.sets["single_prepositions"]
            or "event" in stream.marks[before]
            or "explodes" in stream.marks[before]
        ):
            return True
        if any(p == "in" for _, _, p, _ in self.language.strip(first)) and not stream.mark(trigger.first, "verb"):
            return any(r.preposition == "in" for r in self.language.readings(first)) or trigger.reading is None
        return bool(group is not None and trigger.first - group[-1].last <= 3)

    def _with_many(self, stream: Stream, k: int) -> bool:
        """Whether the count that ends at ``k`` tells with how many ("with more than 300 shells")."""
        low = max(0, k - 4)
        while k >= low and (k in self._counted or stream.norm[k] in self.sets["origin"]):
            if any(p == "in" for _, _, p, _ in self.language.strip(stream.norm[k])):
                return True
            k -= 1
        return False

    def _together(self, stream: Stream, group: list[Trigger], trigger: Trigger) -> bool:
        framed = [t for t in (*group, trigger) if t.reading is not None and "framed" in t.reading.entry.marks]
        if any(not t.vague and t.types == ("Other",) for t in framed):
            return False
        types = {t for g in group for t in g.types if not g.vague}
        consequence = (
            trigger.reading is not None
            and "outcome" in trigger.reading.entry.marks
            and trigger.form in ("masdar", "noun")
        )
        if consequence and not set(trigger.types) & types and (types or not trigger.definite):
            return False
        if "Statement" in types and trigger.types != ("Statement",):
            return False
        if {"Capture", "Withdrawal"} <= {*types, *trigger.types}:
            return False
        if types and self._lemma_of(trigger, "operations") and self._within(stream, trigger.first):
            return False
        if trigger.types == ("Destruction",) and types and self._led_to(stream, group[-1].last, trigger.first):
            return False
        if trigger.vague and not types <= IN_ATTACKS:
            return False
        if not types and not set(trigger.types) <= IN_ATTACKS:
            return False
        means = trigger.form == "instrument" or (
            trigger.form == "phrase"
            and any(p == "in" for _, _, p, _ in self.language.strip(stream.norm[trigger.first]))
        )
        if trigger.form in ("noun", "masdar") and trigger.reading is not None and trigger.reading.preposition == "in":
            means = means or any(self._lemma_of(g, "killing") for g in group)
        if trigger.form in ("noun", "masdar", "phrase") and stream.norm[trigger.first - 1] in self.sets["locative"]:
            struck = families(trigger.types) <= {"bombardment", "blast"} and not trigger.vague
            killed = self._lemma_of(group[-1], "killing")
            means = means or (struck and killed and types == {"Shooting"})
        if means or any(g.form == "instrument" for g in group):
            near = trigger.first - group[-1].last <= (40 if group[0].form == "verb" else 12)
            return {*types, *trigger.types} <= IN_ATTACKS and near
        if not types or trigger.vague:
            return True
        if set(trigger.types) & types:
            return True
        if families(trigger.types) & families(types):
            return not (group[-1].form == "verb" and trigger.form == "verb")
        return trigger.first - group[-1].last <= 2

    @staticmethod
    def _led_to(stream: Stream, first: int, last: int) -> bool:
        """Whether a word between says that what follows came of what was told ("leading to")."""
        causes = (stream.marks[k]["cause"] for k in range(first, last) if "cause" in stream.marks[k])
        return any("result" in reading.entry.marks["cause"] for reading in causes)

    @staticmethod
    def _disagrees(noun: Trigger, verb: Trigger) -> bool:
        """Whether a verb behind a noun cannot have it for its subject ("in an attack …, the group targeted …")."""
        if verb.form != "verb" or noun.form not in ("noun", "masdar") or verb.reading is None or noun.reading is None:
            return False
        gender = "f" if noun.reading.entry.number == "p" else noun.reading.entry.gender
        return bool(gender) and verb.reading.entry.gender not in ("", gender)
