"""What part a name plays beside a trigger: each of these looks for one wording."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.extract.events.grouping import Grouping
from khabar.extract.events.words import ATTACKS, FAMILY, LOCAL, MUTUAL, OBJECT_TYPES, TAKING, Trigger, families
from khabar.extract.mentions import Named
from khabar.match.stream import Stream

__all__ = ["Parts"]

_SETTLED = frozenset({"city", "town", "village", "district", "neighbourhood", "other"})
"""Kinds of places that are told by where they lie, and need no other beside them."""


class Parts(Grouping):
    """The wordings by which a name is agent, target, place or none."""

    def _agreed_between(
        self, stream: Stream, names: Sequence[Named], index: int, near: Trigger | None, begin: int
    ) -> bool:
        """Whether the two are sides of an agreement that is named behind what happened ("in breach of the truce
        between X and Y").
        """
        first = names[index].first
        if (
            near is None
            or "Agreement" in near.types
            or self._preposition(stream, names[index], begin, names)[0] != "between"
        ):
            return False
        between = next((k for k in range(first - 1, near.last - 1, -1) if stream.norm[k] in self.sets["between"]), 0)
        return any(
            "Agreement" in reading.entry.marks.get("event", ())
            for k in range(max(near.last, between - 6), between)
            if (reading := stream.marks[k].get("event")) is not None
        )

    def _backs_both(self, stream: Stream, names: Sequence[Named], index: int, begin: int) -> bool:
        """Whether the name goes on those who back what two others agreed ("between X and Y, backed by Z and W")."""
        backer = names[index - 1]
        if not index or self._preposition(stream, backer, begin, names)[0] != "relation":
            return False
        low = next((k for k in range(backer.first, begin, -1) if stream.norm[k] in self.sets["between"]), backer.first)
        return sum(low < n.first < backer.first for n in names) > 1

    def _conjunct(self, stream: Stream, names: Sequence[Named], index: int) -> bool:
        """Whether "and" joins the name to the one before it, with nothing between but what describes that."""
        name = names[index]
        first = name.first
        if first and not name.conjunction and stream.norm[first - 1] in self.sets["single_conjunctions"]:
            first -= 1
        members = stream.marks[first - 1].get("members") if first and first == name.first else None
        if members is not None and members.conjunction and not name.conjunction:
            first -= 1
        if (first == name.first and not name.conjunction) or name.preposition or not index:
            return False
        before = names[index - 1]
        gap = range(before.last, first)
        return len(gap) <= 3 and all(
            any(m in stream.marks[k] for m in ("adjective", "nationality"))
            or stream.norm[k] in self.sets["brackets"]
            or (bool(name.conjunction) and stream.norm[k] in self.sets["commas"])
            or (stream.kind[k] == "word" and stream.norm[k].startswith(self.language.article))
            for k in gap
        )

    def _kills_in(self, stream: Stream, name: Named, group: Sequence[Trigger], end: int) -> bool:
        """As in "gunmen killed forty farmers in an attack on X": the subject of the harm done in what follows."""
        after = next((g for g in group if g.first >= name.last), None)
        if name.type != "ArmedForce" or after is None or after.form == "verb":
            return False
        inside = stream.norm[after.first - 1] in self.sets["locative"] or (
            after.reading is not None and after.reading.preposition == "in"
        )
        if not inside:
            return False
        behind = name.last
        while behind < after.first and stream.norm[behind].startswith(self.language.article):
            behind += 1
        if stream.norm[behind] in self.sets["against_only"]:  # "gunmen on motorcycles"
            riding = range(behind, min(behind + 6, after.first))
            behind = next((k for k in riding if self._accused(stream, k)), behind)
        before = name.first - 1
        origin = before > 0 and stream.norm[before] in self.sets["origin"]
        men = stream.marks[before - origin].get("members") if before > 0 else None
        if men is not None and stream.norm[before - origin].endswith(self.sets["nominative_endings"]):
            before -= 1 + origin  # "gunmen of X"
        for k in (before, *range(name.last, min(name.last + 12, after.first))):
            harm = stream.marks[k].get("outcome") if k >= 0 else None
            if harm is None or harm.entry.pos != "verb" or "transitive" not in harm.entry.marks.get("valency", ()):
                continue
            obj = behind if k == before else k + 1
            if harm.entry.voice != "passive" and obj < after.first and self._accused(stream, obj):
                return True
        return False

    def _hit_by(self, stream: Stream, noun: Trigger, name: Named, group: Sequence[Trigger]) -> bool:
        """As in "an air raid targeted X", the verb first: a noun that is closed by its article or adjective has no
        genitive behind it.
        """
        verb = next((g for g in group if g.last == noun.first and g.form == "verb" and not g.passive), None)
        if verb is None or self._has_object(stream, verb) or name.preposition or name.conjunction:
            return False
        if verb.reading is None or verb.reading.entry.number != "s" or self._disagrees(noun, verb):
            return False
        gap = range(noun.last, name.first)
        described = noun.last - noun.first > 1 and not stream.norm[noun.last - 1].startswith(self.language.article)
        adjectives = bool(gap) and all(
            {"adjective", "nationality"} & stream.marks[k].keys() or stream.norm[k] in self.sets["persons_by_ordinal"]
            for k in gap
        )
        return (noun.definite or described or adjectives) and (adjectives or not gap)

    def _accused(self, stream: Stream, k: int) -> bool:
        """Whether people or a number of them stand at ``k``, without a preposition."""
        victim = stream.marks[k].get("victim")
        return k in self._counted or (victim is not None and not victim.preposition and not victim.conjunction)

    def _kin(self, stream: Stream, k: int) -> bool:
        """Whether the word at ``k`` is a noun for a relative."""
        return any("family-members" in r.entry.marks.get("victim", ()) for r in self.language.readings(stream.norm[k]))

    def _dates_it(self, stream: Stream, name: Named, begin: int, group: Sequence[Trigger]) -> bool:
        """Whether the name only says since when ("since the fall of X, Y has raided …")."""
        noun = name.first - 1
        return (
            noun > begin
            and stream.norm[noun - 1] in self.sets["timing"]
            and {"noun", "masdar"} & stream.marks[noun].keys() != set()
            and name.last < len(stream)
            and stream.norm[name.last] in self.sets["commas"]
            and all(g.first > name.last for g in group)
        )

    def _shelled_town(
        self,
        stream: Stream,
        names: Sequence[Named],
        index: int,
        group: Sequence[Trigger],
        types: Sequence[str],
        end: int,
    ) -> bool:
        """Whether a capital is the object of a verb of shelling, and not the state that shelled ("X shelled Y with
        rockets").
        """
        name = names[index]
        if not name.places or name.preposition or families(types) != {"bombardment"}:
            return False
        near = next((g for g in reversed(group) if g.last <= name.first), None)
        if near is None or near.form != "verb" or near.passive:
            return False
        gap = [k for k in range(near.last, name.first) if stream.kind[k] == "word"]
        told = not gap or (index > 0 and names[index - 1].type == "ArmedForce" and names[index - 1].last > gap[-1])
        return told and not self._object_follows(stream, name, names, index, end)

    @staticmethod
    def _capital(name: Named) -> bool:
        """Whether the name is of a capital, which may stand for its government."""
        return name.sort == "either" and bool(name.places) and name.places[0].kind != "country"

    def shelled(self, stream: Stream, names: Sequence[Named], index: int, end: int) -> bool:
        """As in "the shelling of X": a capital that no target follows is what was struck, not who did it."""
        name, norm = names[index], stream.norm
        deed = stream.marks[name.first - 1].get("masdar") if name.first else None
        if deed is None or "event" not in deed.entry.marks or not self._capital(name) or name.preposition:
            return False
        kinds = families(deed.entry.marks["event"])
        if kinds != {"bombardment"} or deed.definite or name.last >= end:
            return False
        if norm[name.last] in self.sets["against_only"] or self._object_follows(stream, name, names, index, end):
            return False
        return not any(p == "to" for _, _, p, _ in self.language.strip(norm[name.last]))

    @staticmethod
    def _known_by_town(near: Trigger, name: Named, types: Sequence[str]) -> bool:
        """Whether a capital right behind a noun is where it happened ("the clashes of X", "the X bombing")."""
        return set(types) <= LOCAL and near.form in ("noun", "masdar") and near.last == name.first and bool(name.places)

    def _flies(self, stream: Stream, name: Named) -> bool:
        """Whether the name is of aircraft, which strike and, where nothing tells that they fell, are not struck."""
        craft = stream.marks[name.first].get("instrument")
        if name.sort != "actor" or craft is None:
            return False
        return any(value.partition("=")[2] == "AirStrike" for value in craft.entry.marks["instrument"])

    def _taken_to(self, stream: Stream, name: Named, prep: str, begin: int) -> bool:
        """Whether the place is the hospital that victims were brought to."""
        if name.type != "facility" or stream.norm[name.first] not in self.sets["hospitals"]:
            return False
        around = (*range(max(begin, name.first - 3), name.first), *range(name.last, min(name.last + 4, len(stream))))
        return (
            prep == "toward"
            or any("rescue" in stream.marks[k] for k in range(max(begin, name.first - 8), name.first))
            or any(self.language.strip_to(stream.norm[k], self.sets["receiving"]) for k in around)
        )

    def _user(self, stream: Stream, name: Named, begin: int) -> int:
        """Position of the verb in "a building that X uses", "the base in which X is stationed", else 0."""
        k = name.first - 1
        there = k > begin and stream.norm[k] in self.sets["there"]
        k -= there
        verb = stream.marks[k].get("verb") if k > begin else None
        if verb is None or not (there or verb.suffix) or not self._lemma(verb.entry, "occupying"):
            return 0
        return k

    def _member_hit(self, stream: Stream, name: Named, near: Trigger) -> bool:
        """As in "seized a commander in X", "the killing of a former member of X": whose member it befell."""
        if name.type not in ("ArmedForce", "Organization") or not set(near.types) & (ATTACKS | TAKING):
            return False
        k = name.first - 1
        if stream.norm[k] not in self.sets["locative"]:
            return False
        k -= 1
        while k > near.last and stream.norm[k] in self.sets["member_of"]:
            k -= 1
        marks = stream.marks[k] if k >= near.last else {}
        person = marks.get("victim") or marks.get("members") or marks.get("title")
        if person is None or person.preposition or person.conjunction or person.definite or k - near.last > 3:
            return False
        return not any("verb" in stream.marks[p] and p not in self._named for p in range(near.last, k))

    def _exposed(self, stream: Stream, name: Named, group: Sequence[Trigger], thing: int) -> bool:
        """As in "a convoy of X came under fire": whose thing is the subject of a verb of coming under attack."""
        after = next((g for g in group if g.first >= name.last), None)
        if after is None or after.light is None or not self._target_verb(stream, after):
            return False
        return after.light < thing and thing - after.light <= 3

    def _of_office(self, stream: Stream, name: Named, begin: int) -> bool:
        """Whether the place only tells an office ("the envoy to X", "the police chief of X")."""
        if name.sort == "place" and name.preposition not in ("", "to"):
            return False
        for k in range(name.first - 1, max(begin, name.first - 4) - 1, -1):
            marks = stream.marks[k]
            if "title" in marks:
                return not marks["title"].suffix and "victim" not in marks
            if stream.kind[k] != "word" or not {"adjective", "nationality", "place", "noun"} & marks.keys():
                return False
            if "event" in marks or "verb" in marks:
                return False
        return False

    def _harmed(self, stream: Stream, name: Named, group: Sequence[Trigger], types: Sequence[str], begin: int) -> bool:
        """Whether the name is only whom a blast or bombardment harmed ("shelling that led to the death of X")."""
        if FAMILY.get(types[0]) not in ("bombardment", "blast"):
            return False
        own = {g.first for g in group}
        listed = name.type == "Person"
        for k in range(name.first - 1, max(begin, name.first - (16 if listed else 8)) - 1, -1):
            if k in own or (stream.kind[k] == "punct" and not listed):
                return False
            if listed and stream.norm[k] in self.sets["namely"]:
                return True
            marks = stream.marks[k]
            if {"victim", "members"} & set(marks) and k == name.first - 2 and stream.norm[k + 1] in self.sets["origin"]:
                return (
                    stream.norm[k - 1] not in self.sets["against_only"]
                )  # "a strike on gunmen of X" was aimed at them
            if "outcome" in marks and "event" not in marks:
                return True
        return False

    def _launcher(self, stream: Stream, name: Named, group: Sequence[Trigger], begin: int) -> bool:
        """As in "shot down drones that X had launched": X is whom the downing was aimed at."""
        verb = stream.marks[name.first - 1].get("light") if name.first > begin else None
        if verb is None or verb.entry.pos != "verb" or not verb.suffix or name.preposition:
            return False
        downs = ("downing", "intercepting")
        return any(
            g.reading is not None and g.last < name.first - 1 and any(self._lemma(g.reading.entry, d) for d in downs)
            for g in group
        )

    def _joins_in(self, stream: Stream, name: Named, begin: int) -> bool:
        """As in "with the support of X", "backed by X", "with the participation of X": X takes part."""
        for k in range(name.first - 1, max(begin, name.first - 4) - 1, -1):
            word = stream.norm[k]
            if word in self.sets["backed"]:
                return True
            if word not in self.sets["origin"] and word not in self.sets["with"] and "members" not in stream.marks[k]:
                return False
        return False

    def _relative_subject(self, stream: Stream, name: Named, group: Sequence[Trigger], end: int) -> bool:
        """As in "killed by X, which shelled the town": the name is the subject of the clause that describes it."""
        which = name.last
        if which + 2 < end and stream.norm[which] in self.sets["commas"]:
            which += 1
        if which + 1 >= end or stream.norm[which] not in self.sets["relative_pronouns"]:
            return False
        verb = which + 1
        return any(
            verb in (g.first, g.light)
            and g.form == "verb"
            and not g.passive
            and not self._has_object(stream, g)
            and not self._target_verb(stream, g)
            for g in group
        )

    def _other_gender(self, stream: Stream, verb: Trigger, name: Named) -> bool:
        """Whether the man named by a title behind the verb cannot be its subject ("(she) killed the youth X")."""
        reading = verb.reading
        marks = stream.marks[name.first - 1]
        man = next((marks[m] for m in ("title", "victim") if m in marks), None)
        if reading is None or man is None or man.preposition or man.entry.gender != "m" or man.entry.number != "s":
            return False
        return reading.entry.gender == "f"

    def _foe_behind(self, stream: Stream, names: Sequence[Named], index: int, group: Sequence[Trigger]) -> bool:
        """As in "X shelled Y", where the verb stands first: the second of two forces behind it is its object."""
        subject, name = names[index - 1], names[index]
        forces = subject.type == "ArmedForce" and subject.sort == name.sort == "actor"
        forces = forces and name.type in ("ArmedForce", "Organization")
        men = subject.rule == "name.actor.members"
        return forces and any(
            g.form == "verb"
            and g.light is None
            and not g.passive
            and g.last == subject.first
            and (men or not marks.keys().isdisjoint(("head", "group", "object")))
            for g in group
            for marks in (stream.marks[name.first],)
        )

    def _untimed(self, near: Trigger, name: Named, thing: int | None) -> list[int]:
        """Positions between, without those of dates where the verb has a thing for its object."""
        between = range(near.last, name.first)
        return [p for p in between if near.form != "verb" or thing is None or p not in self._counted]

    def _beside_thing(self, stream: Stream, first: int, last: int) -> bool:
        """As in "a blast in front of the headquarters of X": X owns what stands there."""
        return any(
            stream.norm[k] in self.sets["stops"] and {"object", "place"} & set(stream.marks[k + 1])
            for k in range(first, last - 1)
        )

    def _person_behind(self, stream: Stream, names: Sequence[Named], index: int, begin: int) -> int | None:
        """Position of the title where the name is only what a person is called by ("a member of X, Y"); else None."""
        following = names[index + 1] if index + 1 < len(names) else None
        name = names[index]
        if following is None or following.type != "Person" or name.type == "Person":
            return None
        if following.first < name.last or any(
            "title" not in stream.marks[k] for k in range(name.last, following.first)
        ):
            return None
        if following.conjunction or following.preposition or name.sort == "place":
            return None
        near = range(name.first - 1, max(begin, name.first - 5) - 1, -1)
        return next((k for k in near if "title" in stream.marks[k] and "members" not in stream.marks[k]), None)

    def _fallen(self, stream: Stream, name: Named, group: Sequence[Trigger], begin: int) -> bool:
        """As in "the farmer X was shot dead": whose fate a verb tells, before the words that say what he met."""
        if name.type != "Person" or name.preposition or any(g.first < name.first for g in group):
            return False
        k = name.first - 1
        while k >= begin and k > name.first - 4 and {"title", "victim"} & stream.marks[k].keys():
            k -= 1
        fate = stream.marks[k].get("outcome") if k >= begin else None
        return fate is not None and fate.entry.pos == "verb" and fate.entry.number == "s" and not fate.suffix

    def _and_men_of(self, stream: Stream, name: Named) -> bool:
        """Whether "and" stands before the name or before those of its people who are told of ("and gunmen of X")."""
        if name.conjunction:
            return True
        k = name.first - 1
        if k < 1 or stream.norm[k] not in self.sets["origin"]:
            return False
        k -= "adjective" in stream.marks[k - 1]
        if stream.norm[k - 1] in self.sets["and_others"]:
            return True
        members = stream.marks[k - 1].get("members") if k else None
        return members is not None and bool(members.conjunction)

    def _claims(self, stream: Stream, name: Named, begin: int, end: int) -> bool:
        """As in "an attack for which X claimed responsibility", "which X claimed": the name behind such a verb."""
        verb = stream.marks[name.first - 1].get("speech") if name.first > begin else None
        if verb is None or verb.entry.pos != "verb" or name.preposition:
            return False
        if "adopt" in verb.entry.marks["speech"]:
            return bool(verb.suffix)
        return name.last < end and self.language.strip_to(stream.norm[name.last], self.sets["responsibility"])

    def _ambushed(self, stream: Stream, name: Named, group: Sequence[Trigger], begin: int) -> bool:
        """As in "a force fell into an ambush", "drew a force into an ambush": who fell or was drawn into it."""
        into = next((g for g in group if name.last <= g.first <= name.last + 2), None)
        if into is None or into.types != ("Clash",) or name.preposition not in ("", "to") or name.conjunction:
            return False
        if self.sets["locative"].isdisjoint(stream.norm[into.first - 1 : into.first + 1]):
            return False
        near = range(max(begin, name.first - 3), name.first)
        return any(self._lemma(r.entry, "falling_into") for k in near for r in stream.marks[k].values())

    def _describes(self, stream: Stream, k: int) -> bool:
        """Whether the word is a genitive or a purpose of the noun before it, or an adjective of one."""
        marks = stream.marks[k]
        finite = "verb" in marks and "masdar" not in marks
        if stream.kind[k] != "word" or stream.norm[k] in self.sets["stops"] or finite:
            return False
        return {"event", "outcome", "members", "head", "instrument", "object"}.isdisjoint(marks)

    def _arm_of(self, stream: Stream, k: int, trigger: Trigger) -> bool:
        """As in "a raid by aircraft of X", "an attack by gunmen of X": arms or people that an attack came from."""
        marks = stream.marks[k]
        if trigger.form not in ("noun", "masdar", "phrase") or set(trigger.types) & (OBJECT_TYPES | MUTUAL):
            return False
        if "place" in marks or self.language.strip_to(stream.norm[trigger.first], self.sets["object_masdars"]):
            return False
        return "instrument" in marks or ("members" in marks and "object" not in marks)

    def _unit_acts(
        self, stream: Stream, unit: int, group: Sequence[Trigger], names: Sequence[Named], index: int, end: int
    ) -> bool:
        """As in "a patrol of X arrested 12 smugglers": the unit before the name is the verb's subject, what follows it
        the object.
        """
        verb = stream.marks[unit - 1].get("verb") if unit else None
        if (
            verb is None
            or verb.suffix
            or verb.entry.voice == "passive"
            or {"members", "head", "instrument"}.isdisjoint(stream.marks[unit])
        ):
            return False
        if not any(unit - 1 in (g.first, g.light) for g in group):
            return False
        noun = next(stream.marks[unit][m] for m in ("members", "head", "instrument") if m in stream.marks[unit])
        gender = "f" if noun.entry.number == "p" else noun.entry.gender
        if noun.preposition or noun.conjunction or verb.entry.gender not in ("", gender):
            return False
        return self._object_follows(stream, names[index], names, index, end) or any(
            g.light == unit - 1 and g.form != "verb" and g.first >= names[index].last for g in group
        )

    def _out_of_control(self, stream: Stream, name: Named, begin: int) -> bool:
        """As in "retook the town from the control of X": X lost it."""
        near = range(name.first - 1, max(begin, name.first - 4), -1)
        held = (*self.sets["control"], *self.sets["hands"])
        k = next((k for k in near if stream.norm[k] in held), None)
        return k is not None and stream.norm[k - 1] in self.sets["origin"]

    def _against_control(self, stream: Stream, name: Named, group: Sequence[Trigger], begin: int) -> bool:
        """Whether what the name controls is what is attacked ("against the last areas under the control of X")."""
        if any(self._target_verb(stream, g) for g in group):
            return True
        for k in range(name.first - 1, max(begin, name.first - 10) - 1, -1):
            if k in self._named:
                return False  # "on X, which is under the control of Y"
            if stream.norm[k] in self.sets["against_only"]:
                return True
            if stream.kind[k] == "punct":
                return False
        return False

    def _of_clause(self, stream: Stream, name: Named, near: Trigger) -> bool:
        """Whether the name is the subject of a clause that only describes arms ("missiles that X supplied")."""
        verb = stream.marks[name.first - 1].get("verb") if name.first - 1 >= near.last else None
        if verb is None or not verb.suffix or name.preposition or name.conjunction or verb.entry.voice == "passive":
            return False
        other = ("event", "outcome", "speech", "noun", "masdar", "explodes")
        return near.form == "instrument" and stream.marks[name.first - 1].keys().isdisjoint(other)

    def _list_head(self, stream: Stream, names: Sequence[Named], index: int, begin: int) -> Named:
        """The place that opens the list in which the name at ``index`` stands ("in the villages X and Y")."""
        while index and names[index].sort == names[index - 1].sort == "place" and names[index - 1].first >= begin:
            name, before = names[index], names[index - 1]
            gap = stream.norm[before.last : name.first]
            within = name.preposition == "in" and not gap
            closes = stream.norm[name.last] in self.sets["brackets"] if name.last < len(stream) else False
            aside = closes and 1 <= len(gap) <= 3 and gap[0] in self.sets["brackets"]
            if not (name.conjunction and len(gap) <= 1) and not within and not aside:
                break
            index -= 1
        return names[index]

    def _own_base(self, stream: Stream, k: int, begin: int) -> bool:
        """Whether the words up to ``k`` are "from its base": where an attack came from."""
        for m in range(k, max(begin, k - 3), -1):
            if any(
                r.suffix and not {"place", "object"}.isdisjoint(r.entry.marks)
                for r in self.language.readings(stream.norm[m])
            ):
                return stream.norm[m - 1] in self.sets["origin"]
        return False

    def _stationed(self, stream: Stream, name: Named, begin: int, *, taken: bool) -> bool:
        """Whether the place says where someone is based ("the forces stationed in X"), not where something happened;
        ``taken`` says that somebody was taken, be it from home.
        """
        k = name.first - 1
        while k > begin and stream.norm[k] in self.sets["bearings"]:
            k -= 1
        if k > begin and stream.norm[k] in self.sets["origin"]:
            return k - 1 not in self._named and stream.norm[k - 1].startswith(self.sets["come_prefixes"])
        if k >= begin and (stream.norm[k] in self.sets["locative"] or stream.norm[k] in self.sets["against"]):
            k -= 1
        elif not name.preposition:
            return False
        if not taken and self._own_base(stream, k, begin):
            return True
        return (
            k >= begin
            and k not in self._named
            and stream.norm[k].startswith((*self.sets["stop_prefixes"], *self.sets["posted_prefixes"]))
            and {"explodes", "victim"}.isdisjoint(stream.marks[k])
            and not self._told_on(stream, k, begin)
        )

    @staticmethod
    def _told_on(stream: Stream, k: int, begin: int) -> bool:
        """Whether the participle at ``k`` describes a happening ("the bombing that goes on", "the mutual shelling")."""
        noun = k - 1
        while noun > max(begin, k - 4) and "noun" not in stream.marks[noun]:
            noun -= 1
        return noun >= begin and "event" in stream.marks[noun] and "members" not in stream.marks[noun]

    def _bearing(self, stream: Stream, name: Named, names: Sequence[Named], index: int, begin: int) -> bool:
        """Whether the place only says where the one before it lies ("X, east of Y")."""
        while index and names[index - 1].reference and names[index - 1].first >= name.first - 2:
            index -= 1
        before = names[index - 1] if index else None
        if before is None or before.first < begin or name.conjunction or before.sort == "actor":
            return False
        gap = [k for k in range(before.last, name.first) if stream.kind[k] == "word"]
        if self._distant(stream, name, gap):
            return True
        beside = before.last == name.first and not name.preposition
        if beside and index > 1 and self._bearing(stream, before, names, index - 1, begin):
            return True
        told = gap and stream.norm[gap[0]] in self.sets["lies_at"]
        if told and len(gap) > 1 and stream.norm[gap[1]] in self.sets["bearings"]:
            return True  # "the airport of X, which lies west of Y"
        if before.type not in _SETTLED and before.type != "region":
            return False
        return (
            0 < len(gap) <= 3
            and stream.norm[gap[0]] in self.sets["bearings"]
            and all(
                stream.norm[k] in self.sets["bearings"] or any(m in stream.marks[k] for m in ("place", "adjective"))
                for k in gap
            )
        )

    def _distant(self, stream: Stream, name: Named, gap: Sequence[int]) -> bool:
        """As in "X (45 kilometres west of Y)", "X, which lies 3 km from Y", "X, close to Y": Y is another place."""
        norm, sets = stream.norm, self.sets
        if not gap or len(gap) > 6 or any("event" in m and "victim" not in m for m in (stream.marks[k] for k in gap)):
            return False
        told = [k for k in gap if norm[k] in sets["adjoining"] or norm[k] in sets["distances"]]
        verbs = [k for k in gap if stream.marks[k].keys() & {"verb"} and not stream.marks[k].keys() & {"participle"}]
        return bool(told) and all(k in told for k in verbs)

    def _partitive(self, stream: Stream, name: Named, begin: int) -> bool:
        """As in "five of X", "soldiers of X": the name only says whose people are counted."""
        k = name.first - 1
        return k > begin and stream.norm[k] in self.sets["origin"] and bool({k - 1, k - 2} & self._counted)

    def _borders(self, stream: Stream, name: Named, begin: int) -> bool:
        """Whether the place is only what lies across a border ("near the border with X")."""
        k = name.first - 1
        return (
            k > begin
            and stream.norm[k] in self.sets["with"]
            and any(stream.norm[m] in self.sets["borders"] for m in range(max(begin, k - 2), k))
        )

    def _of_men(self, stream: Stream, name: Named, names: Sequence[Named]) -> bool:
        """Whether a place only tells where those come from whose name stands right before it."""
        k = name.first - 1
        if k > 0 and "place" in stream.marks[k]:
            k -= 1  # the type word
        if k <= 0 or stream.norm[k] not in self.sets["origin"]:
            return False
        return any(n.last == k and n.rule in ("name.actor.members", "name.actor.unknown") for n in names)

    def _launched(self, stream: Stream, name: Named, group: Sequence[Trigger], types: Sequence[str]) -> bool:
        """Whether the place is where the fire came from ("fired from X at Y")."""
        fired = (
            stream.marks[name.first - 2]
            if name.first > 1 and stream.norm[name.first - 1] in self.sets["origin"]
            else {}
        )
        if "verb" in fired and not {"explodes", "light"}.isdisjoint(fired) and not name.conjunction:
            return True  # "shot down a missile fired from X"
        if families(types) != {"bombardment"} or name.conjunction:
            return False
        if name.first > group[0].last and stream.norm[name.first - 1] in self.sets["sourced"]:
            return True
        for k in range(name.first - 1, max(group[0].first, name.first - 4), -1):
            if stream.norm[k] in self.sets["origin"]:
                if stream.norm[k - 1] in self.sets["each"] or self._part_of_it(stream, k, group[0].first):
                    return False
                return "number" not in (stream.kind[k - 1], stream.kind[k + 1])
            if stream.kind[k] == "punct" or stream.norm[k] in self.sets["stops"] or stream.mark(k, "verb"):
                return False
        return False

    def _part_of_it(self, stream: Stream, k: int, begin: int) -> bool:
        """Whether "from" at ``k`` tells of what a stretch is part ("raids on several parts of X")."""
        parts = range(max(begin, k - 3), k)
        return any(
            stream.norm[p] in self.sets["edges"]
            or ("place" in stream.marks[p] and stream.marks[p]["place"].entry.number == "p")
            for p in parts
        )

    def _fired_from(self, stream: Stream, name: Named, begin: int) -> bool:
        """Whether the place is where drones or missiles were launched from, whatever became of them."""
        norm, marks = stream.norm, stream.marks
        for k in range(name.first - 1, max(begin, name.first - 6), -1):
            if norm[k] in self.sets["origin"]:
                return stream.kind[k - 1] != "number" and any(
                    (fired := marks[p].get("verb")) is not None and self._lemma(fired.entry, "launching")
                    for p in range(max(begin, k - 8), k)
                )
            if stream.kind[k] == "punct" or stream.mark(k, "verb"):
                return False
            if norm[k] in self.sets["stops"] and norm[k] not in self.sets["bearings"]:
                return False
        return False

    def _does(self, stream: Stream, deed: Trigger) -> bool:
        """Whether the verbal noun is governed by a verb of doing, whose subject did it, so that its own genitive is
        whom it befell.
        """
        if deed.light is None or deed.light >= deed.first or deed.reading is None:
            return False
        governed = deed.reading.preposition == "in" or stream.norm[deed.first - 1] in self.sets["forced_to"]
        return governed and any(self._lemma(r.entry, "doing") for r in self._verbal(stream, deed.light))

    def _attack_hits(self, stream: Stream, noun: Trigger, group: Sequence[Trigger], name: Named, end: int) -> bool:
        """Whether an attack is the subject of the verb of hitting right before it ("a raid hit the forces of X")."""
        if not noun.definite and stream.norm[noun.first].endswith(self.sets["accusative_endings"]):
            return False
        if noun.definite:
            before = stream.marks[noun.first - 1].get("verb")
            ruined = before is not None and before.entry.voice != "passive" and not before.suffix
            ruined = ruined and name.first == noun.last
            if ruined and before is not None and "transitive" in before.entry.marks.get("valency", ()):
                return True
            return noun.light is not None and noun.light == noun.first - 1 and self._hits(stream, noun.light)
        behind = name.last
        if name.first == noun.last and behind < end and stream.norm[behind] not in self.sets["stops"]:
            return False  # "the raids of X hit Y"
        verb = next((g for g in group if g.last == noun.first and g.form == "verb" and g.vague), None)
        hit = verb is not None and not verb.passive and not self._disagrees(noun, verb)
        return hit or (noun.light is not None and noun.light == noun.first - 1 and self._hits(stream, noun.light))
