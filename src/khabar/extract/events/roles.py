"""The role of a name in a happening."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.extract.events.parts import Parts
from khabar.extract.events.words import ATTACKS, FAMILY, IN_ATTACKS, MUTUAL, OBJECT_TYPES, TAKING, Trigger
from khabar.extract.mentions import Named
from khabar.match.stream import Stream

__all__ = ["Roles"]

_BEFALLING = frozenset({"Shooting", "Detention", "Abduction"})
"""Types that may befall one person by name."""


class Roles(Parts):
    """Chooses between agent, target and place."""

    def _shot_at(self, stream: Stream, arms: Trigger, group: Sequence[Trigger], before: Sequence[Named]) -> bool:
        """Whether the weapon is what the subject of an active verb before it used ("X hit with shells …")."""
        if not any(p == "in" for _, _, p, _ in self.language.strip(stream.norm[arms.first])):
            return False
        return any(
            g.form == "verb"
            and not g.passive
            and any(g.last == n.first and n.sort == "actor" and n.last == arms.first for n in before)
            for g in group
        )

    def _responsible(self, stream: Stream, name: Named, group: Sequence[Trigger]) -> bool:
        """As in "X is responsible for the shelling of …", right behind the name."""
        k = name.last
        return (
            k + 1 < len(stream)
            and stream.norm[k] in self.sets["responsible"]
            and stream.norm[k + 1] in self.sets["about"]
            and any(g.first == k + 2 for g in group)
        )

    def _role(
        self,
        stream: Stream,
        name: Named,
        names: Sequence[Named],
        index: int,
        group: Sequence[Trigger],
        begin: int,
        end: int,
        types: Sequence[str],
    ) -> str:
        """``agent``, ``helper``, ``target``, ``place`` or empty."""
        sets, norm = self.sets, stream.norm
        if self._borders(stream, name, begin) or self._fallen(stream, name, group, begin):
            return ""
        if name.sort == "either" and index and name.first - names[index - 1].last <= 1 and not name.conjunction:
            head = names[index - 1]
            if head.reference and head.sort == "place" and not name.preposition:
                return "" if self._bearing(stream, name, names, index, begin) else "place"
        if name.sort == "actor" and (user := self._user(stream, name, begin)):
            return "target" if any(g.last <= user for g in group) and set(types) <= ATTACKS else ""
        if name.sort != "place" and self.ascribed(stream, name, begin):
            return "agent"
        if name.sort != "place" and self._responsible(stream, name, group):
            return "agent"
        if group[0].first > begin and name.first >= group[0].last and norm[group[0].first - 1] in sets["whence"]:
            return ""  # "the source of the shelling is X"
        if name.sort != "place" and self._ambushed(stream, name, group, begin):
            return "target"
        befalls = any(set(g.types) & _BEFALLING for g in group)
        if befalls and self._person_behind(stream, names, index, begin) is not None:
            return ""
        if self._dates_it(stream, name, begin, group):
            return ""
        if name.type == "Person" and any(begin < h.last <= name.first <= h.last + 5 for h in stream.phrases_of("part")):
            return ""  # "killed three, among them the commander X"
        if (
            name.type == "Person"
            and index
            and names[index - 1].last == name.first - 1
            and self._kin(stream, name.first - 1)
        ):
            return ""  # "X, the brother of Y"
        if name.sort == "either" and self._shelled_town(stream, names, index, group, types, end):
            return "place"
        if (
            index
            and name.sort != "place"
            and names[index - 1].last == name.first
            and not name.conjunction
            and not name.preposition
            and names[index - 1].first >= begin
            and not self._relative_subject(stream, name, group, end)
        ):
            doer = names[index - 1]
            if self._capital(name) and any(g.form in ("verb", "masdar") and g.last == doer.first for g in group):
                return "place"  # "Russia shelled X"
            title = self._person_behind(stream, names, index - 1, begin) if befalls else None
            if self._foe_behind(stream, names, index, group):
                return "target"
            if title is None:
                return ""
            reading = stream.marks[title]["title"]
            name = name._replace(first=title, preposition=reading.preposition, conjunction=reading.conjunction)
        before = [g for g in group if g.last <= name.first]
        near = before[-1] if before else None
        if name.sort == "actor" and name.type == "ArmedForce" and self._joins_in(stream, name, begin):
            return "helper"
        if name.sort == "actor" and self._claims(stream, name, begin, end) and (near is not None):
            return "agent"
        if name.sort != "place" and not name.preposition and not name.conjunction:
            doing = [g for g in group if g.light is not None and g.light == name.first - 1 and g.first >= name.last]
            if any("masdar" in stream.marks[g.light or 0] and self._light_kind(stream, g) for g in doing):
                return "agent"
        if name.sort == "either" and self._fired_from(stream, name, begin):
            return "place"
        if near is not None and name.sort != "place" and self._of_clause(stream, name, near):
            return ""
        if "Protest" in types and near is not None and norm[name.first - 1] in sets["in_front_of"]:
            return ""
        if name.sort != "place" and self._launcher(stream, name, group, begin):
            return "target"
        if name.preposition == "to" and name.first and norm[name.first - 1] in sets["had_done"]:
            return "agent"  # "X had struck … before"
        if name.sort == "actor" and self._relative_subject(stream, name, group, end):
            return "agent"
        prep, at = self._preposition(stream, name, begin, names)
        if prep == "by" and near is not None and near.light is not None and norm[near.first] in sets["by_alone"]:
            prep = ""  # "carried out the shelling of X", where the words alone could be "by the shelling of X"
        if near is not None and name.sort == "either" and prep == "" and near.form == "instrument" and len(group) > 1:
            struck = near.last + ("nationality" in stream.marks[near.last]) if near.last < end else 0
            verbal = group[0].form == "verb" and group[0].last == near.first and not group[0].passive
            if verbal and struck == name.first and name.places:
                return "place"  # "Russian missiles hit X"
        shook = near is not None and near.form == "phrase" and self._hits(stream, near.first)
        if prep == "" and shook and name.sort == "either":
            return "place"  # "explosions shook X"
        if prep == "" and name.type == "Person" and any(w in sets["freed"] for w in norm[name.first - 3 : name.first]):
            return "target"  # "the reporter X was set free"
        if prep == "" and near is not None and near.vague and self._flies(stream, name):
            return "agent"
        if prep == "" and near is not None and name.sort == "either" and self._known_by_town(near, name, types):
            return "place"
        if prep == "" and near is not None and name.sort == "either" and self.shelled(stream, names, index, end):
            return "place"
        if name.sort == "place" or (name.sort == "either" and prep in ("in", "locative", "origin", "toward")):
            if norm[name.first - 1] in sets["origin"] and name.first - 2 in self._counted and name.type == "country":
                return ""  # "nine of them from X"
            if self._of_men(stream, name, names):
                return ""  # "settlers of the settlement X attacked …"
            opening = self._list_head(stream, names, index, begin)
            held = name.first - 2 > begin and norm[name.first - 2] in sets["control"]
            taken = not {"Detention", "Abduction"}.isdisjoint(types)
            posted = self._stationed(stream, opening, begin, taken=taken)
            if prep == "control" or (prep == "locative" and held) or posted:
                return ""
            if self._launched(stream, opening, group, types):
                return ""
            if self._bearing(stream, name, names, index, begin) or self._taken_to(stream, name, prep, begin):
                return ""
            if self._of_office(stream, name, begin):
                return ""
            attack = FAMILY.get(types[0]) in ("bombardment", "blast") or types[0] in ("Other", "Shooting", "Offensive")
            found = near is not None and self.language.strip_to(norm[near.first], sets["finding"])
            attack = attack and not found  # "came upon a mass grave"
            hits = [
                g.last
                for g in before
                if (g.form in ("verb", "masdar") and g.light is None)
                or (g.form == "masdar" and name.first - g.last <= 2)
            ]
            hits += [k + 1 for k in stream.having("light", begin, name.first) if self._hits(stream, k)]
            thing = stream.marks[name.first - 1].get("object") if name.first > begin else None
            post = thing is not None and "positions" in thing.entry.marks["object"]
            deed = next((g for g in reversed(before) if g.form != "instrument"), None)
            done_to = prep == "to" and (at is None or self._means(stream, at)) and deed is not None
            done_to = done_to and deed is not None and deed.form == "masdar"
            met = any(self._target_verb(stream, g) and g.light is not None and name.last <= g.first for g in group)
            if name.type in ("facility", "camp") and attack and met and prep == "":
                return "target"
            if (
                (name.type in ("facility", "camp") or (post and not name.preposition))
                and attack
                and (
                    prep == "against"
                    or (prep == "to" and near is not None and near.form == "masdar")
                    or (prep == "" and hits and name.first - max(hits) <= 10)
                    or done_to
                )
            ):
                return "target"
            return "place"
        if (
            name.sort == "source"
            or name.type in ("MediaOutlet",)
            or (name.sort == "either" and prep in ("in", "locative"))
        ):
            return ""
        if name.type in ("Person", "Organization") and prep != "by" and self._harmed(stream, name, group, types, begin):
            return ""
        if types[0] == "Cyber" and prep in ("to", "against") and name.sort != "place":
            return "target"
        if prep == "control":
            taken = "Capture" in types and self._out_of_control(stream, name, begin)
            return "target" if taken or self._against_control(stream, name, group, begin) else ""
        if prep == "relation":
            return self._owner_role(stream, name, names, index, group, begin, end, types)
        if prep == "by" or (name.rule == "name.actor.force" and name.preposition == "in" and types[0] in IN_ATTACKS):
            return "agent"
        sides = prep == "between" or (prep == "" and name.conjunction and self._conjunct(stream, names, index))
        if sides and self._agreed_between(stream, names, index if prep else index - 1, near, begin):
            return ""
        if sides and not prep and self._backs_both(stream, names, index, begin):
            return ""
        if prep == "between" and set(types) & MUTUAL:
            return "agent"
        if set(types) & MUTUAL and name.type in ("ArmedForce", "Government") and self._and_men_of(stream, name):
            low = max(begin, near.last if near is not None else begin, name.first - 9)
            if any(norm[k] in sets["between"] for k in range(low, name.first)):
                return "agent"
        if prep == "between":
            return "agent"
        if name.first > begin and name.first - 1 in self._counted and name.rule == "name.actor.force":
            return "target"
        if prep == "against" and name.sort == "either" and name.places:
            return "place"
        agreed = near is not None and near.form == "verb" and tuple(types) == ("Agreement",)
        if prep == "against" and agreed:
            return ""  # "agreed on a committee"
        if prep == "against":
            return "target" if name.type != "Person" or types[0] in ("Shooting", "Other") else ""
        if prep == "with":
            return "agent" if set(types) & MUTUAL else ""
        if prep == "to" and near is None and at is not None and self._exposed(stream, name, group, at):
            return "target"
        if prep == "to" and "Protest" in types and "participle" in stream.marks[name.first - 1]:
            return ""  # "demonstrations against X", "in favour of X"
        if prep == "to" and at is not None and self._unit_acts(stream, at, group, names, index, end):
            return "agent"
        if prep == "to":
            told = self._untimed(near, name, at) if near is not None else []
            if near is not None and len(told) <= 4 and not any(stream.kind[p] == "punct" for p in told):
                noun = at
                if noun is not None and noun == near.last and self._nominative(stream, noun, near):
                    return "agent"
                if near.form == "masdar" and self.language.strip_to(norm[near.first], sets["object_masdars"]):
                    return "target"
                if noun is not None and noun == near.last and self._arm_of(stream, noun, near):
                    return "agent"
                if (noun is not None and noun >= near.last) or near.form == "verb":
                    return "target"
                between = range(near.last, name.first)
                if any(norm[p] in sets["against_only"] for p in between):
                    return "target"
                located = any(norm[p] in sets["locative"] for p in between)
                if located and stream.ending(name.first, "object", near.last) is not None:
                    return "target"  # "a car blew up at a checkpoint of X"
                if near.form == "instrument" and any(g.form == "verb" and not g.passive for g in group):
                    return "target"  # "shelled with rockets a gathering of X"
                return "agent"
            return "target" if near is not None and len(told) <= (10 if at is not None else 6) else ""
        if (
            prep == "origin"
            and near is not None
            and near.form in ("noun", "masdar", "phrase")
            and types[0] in IN_ATTACKS
            and name.type == "ArmedForce"
            and norm[name.first - 1] in sets["origin"]
            and not self.language.strip_to(norm[near.first], sets["object_masdars"])
            and all(
                "adjective" in stream.marks[k] or "noun" not in stream.marks[k]
                for k in range(near.last, name.first - 1)
            )
            and name.first - near.last <= 4
        ):
            return "agent"
        if (
            prep == "origin"
            and "Capture" in types
            and near is not None
            and name.sort == "actor"
            and norm[name.first - 1] in sets["origin"]
        ):
            return "target"
        if prep in ("in", "locative") and near is not None and self._member_hit(stream, name, near):
            return "target"
        if prep in ("in", "locative", "origin", "toward", "about"):
            if (
                prep == "in"
                and set(types) & {"Explosion", "VehicleBomb"}
                and name.first - (near.last if near else name.first) <= 4
            ):
                return "target"
            return ""
        # no preposition: subject or object
        if name.last < end and norm[name.last] in sets["behind"]:
            return "agent"
        done = stream.marks[name.last].get("light") if name.last < end and near is not None else None
        acted = done is not None and done.suffix and done.entry.pos == "verb" and self._can_act(stream, name.last)
        if acted and any(stream.norm[k] in sets["suspecting"] for k in range(near.last if near else begin, name.first)):
            return "agent"  # "an attack that X is suspected of having carried out"
        if near is None and self._kills_in(stream, name, group, end):
            return "agent"
        if near is None:
            after = next((g for g in group if g.first >= name.last), None)
            if after is None:
                return ""
            if (
                after.light == name.first - 1
                and name.sort != "place"
                and not name.conjunction
                and self._can_act(stream, after.light)
            ):
                return "agent"
            if (
                after.light is not None
                and after.light < name.first
                and (not name.conjunction or self._first_agent(names, index, after.light))
            ):
                return (
                    "target"
                    if self._target_verb(stream, after)
                    else "agent"
                    if self._light_kind(stream, after) and not name.conjunction
                    else ""
                )
            if self._partitive(stream, name, begin):
                return ""
            if self._subject_before(stream, name, after, names, index, begin):
                return "target" if after.passive or self._target_verb(stream, after) else "agent"
            return ""
        gap = range(near.last, name.first)
        if any(stream.kind[p] == "punct" and norm[p] not in sets["commas"] for p in gap):
            return ""
        man = name.first - 2
        of = man >= near.last and norm[man + 1] in sets["origin"] and "members" in stream.marks[man]
        if of and any(g.form == "verb" for g in group) and self._accusative(stream, man):
            return "target"  # "snipers of X targeted a man of Y"
        if any(norm[p] in sets["relative_pronouns"] and norm[p + 1] in sets["auxiliary"] for p in gap):
            return ""  # "took X, which was a stronghold of Y"
        if len(gap) > 8:
            return ""
        if "Protest" in types and near.form == "verb" and any(self._governs_aim(stream, k) for k in gap):
            return ""  # "demonstrated to demand that the government go"
        if near.form == "verb" and near.light is None and not gap and self._has_object(stream, near):
            return "agent"
        if near.form != "verb" and len(gap) > 2 and norm[name.first - 1] in sets["origin"]:
            against = norm[near.last] in sets["against_only"]
            if against and any("members" in stream.marks[k] for k in range(near.last + 1, name.first - 1)):
                return "target"  # "a strike on gunmen of X"
        things = any("object" in stream.marks[k] for k in gap)
        object_place = name.type == "Person" and near.form == "verb" and near.light is None and not near.passive
        if object_place and not things and (set(types) & TAKING or self._other_gender(stream, near, name)):
            return "target" if set(near.types) & (_BEFALLING | {"Other"}) else ""
        own = {g.first for g in group} | {g.light for g in group}
        other = {"noun", "masdar", "adjective", "light"}
        verbs = [k for k in gap if k not in own and "verb" in stream.marks[k] and not other & set(stream.marks[k])]
        if verbs:
            laid = stream.marks[verbs[-1]]
            if (
                laid["verb"].suffix
                and "explodes" in laid
                and verbs[-1] == name.first - 1
                and not laid["verb"].conjunction
            ):
                return "agent"  # "a mine that X laid"
            hit = laid.get("event")
            return "target" if hit is not None and "vague" in hit.entry.marks and name.first - verbs[-1] <= 2 else ""
        earlier = [n for n in names if near.first < n.first < name.first and n.sort != "place"]
        direct = [n for n in earlier if self._preposition(stream, n, begin, names)[0] == ""]
        light = self._light_kind(stream, near)
        if (near.form in ("verb", "instrument") or (near.form == "phrase" and group[0].form == "verb")) and any(
            "object" in m and m["object"].preposition != "as" and "members" not in m and "instrument" not in m
            for m in stream.marks[near.last : name.first]
        ):
            return "target" if name.type != "Person" else ""
        if (
            near.form == "masdar"
            and at is not None
            and at >= near.last
            and "object" in stream.marks[at]
            and not {"members", "instrument"} & set(stream.marks[at])
        ):
            return "target" if name.type != "Person" else ""
        if near.form == "masdar" and light and near.light is not None and near.light < near.first:
            people = {"members", "victim"} & {m for k in gap for m in stream.marks[k]}
            if people and set(near.types) & OBJECT_TYPES:
                return "target" if name.type != "Person" else ""
        if near.form == "masdar" and not direct and self._does(stream, near):
            return "target"  # "X carried out the arrest of Y"
        carried = near.light is not None and near.light < near.first and near.last == name.first
        done_to = (
            near.form == "masdar"
            and carried
            and not direct
            and not self._object_follows(stream, name, names, index, end)
        )
        if done_to and self.language.strip_to(norm[near.first], sets["object_masdars"]):
            return "target"  # "its aircraft carried out the killing of X"
        from_whom = near.form in ("masdar", "noun") and norm[name.first - 1] in sets["origin"] and not direct
        if from_whom and "SuicideAttack" in types:
            return "agent"
        if from_whom and self._object_follows(stream, name, names, index, end):
            return "agent"  # "the blowing up by fighters of X of a tanker"
        men = near.form in ("masdar", "noun") and "members" in stream.marks[name.first - 1] and not direct
        from_whom = from_whom or (men and norm[name.first - 2] in sets["origin"])
        if from_whom and self.language.strip_to(norm[near.first], sets["object_masdars"]):
            return "target"  # "neutralising 12 fighters of X"
        if near.form == "verb" or (
            near.light is not None and near.light < name.first and (near.first > name.first or light)
        ):
            if self._target_verb(stream, near) or near.passive:
                return "target" if not direct else ""
            nouns = ("noun", "masdar", "phrase", "instrument")
            if (
                near.form == "verb"
                and near.vague
                and any(g.form in nouns and g.last <= near.first and not self._disagrees(g, near) for g in group)
            ):
                return "target" if not direct else ""
            if name.conjunction and direct:
                return "agent"
            verb = stream.marks[near.light if near.light is not None and near.light >= begin else near.first].get(
                "verb"
            )
            if (
                verb is not None
                and not direct
                and near.light is None
                and (verb.entry.number != "s" or self._has_subject(stream, near, names, index, begin))
            ):
                return "target"
            return "agent" if not direct else "target"
        if near.form != "verb" and self._beside_thing(stream, near.last, name.first):
            return ""
        if near.form in ("noun", "masdar", "phrase", "instrument"):
            if not direct and self._hit_by(stream, near, name, group):
                return "target"
            kinds = {"members", "group"} & set(stream.marks[name.first - 2])
            among = norm[name.first - 1] in sets["origin"] and bool(kinds)
            if not direct and gap and self._can_act(stream, name.first - (3 if among else 1)):
                return "agent"
            if direct and not name.conjunction:
                return "target" if near.form == "masdar" else ""
            if self._attack_hits(stream, near, group, name, end):
                return "target"  # "the shelling hit X", the verb before its subject
            beside = stream.marks[near.last].get("members") if len(gap) == 1 else None
            men = beside is not None and not beside.definite
            if (
                near.form == "masdar"
                and (not gap or men)
                and self._object_follows(stream, name, names, index, end)
                and (not men or norm[name.last] in sets["fired"])
            ):
                return "agent"
            if near.form == "masdar" and (
                (near.reading is not None and "transitive" in near.reading.entry.marks.get("valency", ()))
                or set(near.types) & OBJECT_TYPES
                or self.language.strip_to(norm[near.first], sets["object_masdars"])
            ):
                return "target"
            if any(self._hits(stream, k) for k in gap):
                return "target"  # "a raid that hit the headquarters of X"
            if near.form != "masdar" and gap and self._shot_at(stream, near, group, names[:index]):
                return "target"  # "X targeted with shells the compound of Y"
            if len(gap) <= 3 or name.conjunction:
                return "agent"
        return ""

    def _governs_aim(self, stream: Stream, k: int) -> bool:
        """Whether a noun behind a preposition that is attached to it stands there."""
        return any(
            r.preposition in ("to", "in")
            for m, r in stream.marks[k].items()
            if m in ("noun", "masdar", "event", "speech")
        ) or any(p == "to" for _, _, p, _ in self.language.strip(stream.norm[k]) if p)

    def _owner_role(
        self,
        stream: Stream,
        name: Named,
        names: Sequence[Named],
        index: int,
        group: Sequence[Trigger],
        begin: int,
        end: int,
        types: Sequence[str],
    ) -> str:
        """As in "aircraft belonging to X struck", "positions belonging to X were hit": the owner plays the part."""
        at = name.first
        if at > begin and stream.norm[at - 1] in self.sets["single_prepositions"]:
            at -= 1
        k = at - 1
        member = k >= begin and stream.norm[k] in self.sets["members_of"]
        k -= member
        at -= member
        while k >= begin and any(m in stream.marks[k] for m in ("relation", "adjective", "nationality", "participle")):
            k -= 1
        while k > begin and (stream.norm[k] in self.sets["that_self"] or stream.norm[k] in self.sets["suspecting"]):
            k -= 1
            at -= 1
        if k > begin and "instrument" in stream.marks[k] and "instrument" in stream.marks[k - 1]:
            by = stream.marks[k - 1]["instrument"].preposition == "in" or stream.norm[k - 2] in self.sets["origin"]
            if by and not name.conjunction and any(g.first in (k, k - 1) for g in group):
                return "agent"  # "shelled by an unmanned aircraft belonging to X"
        if at != name.first and "instrument" in stream.marks[k] and any(g.first in (k, k - 1) for g in group):
            return "agent"  # "struck by aircraft thought to be X's"
        warlike = k > begin and stream.norm[k] in self.sets["of_war"]
        if (
            k > begin
            and not stream.marks[k]
            and (warlike or not stream.marks[k - 1].keys().isdisjoint(("instrument", "object")))
        ):
            k -= 1
        body = next((p for p in range(k, max(begin, k - 3) - 1, -1) if "group" in stream.marks[p]), k)
        if body < k and all(self._describes(stream, p) for p in range(body + 1, k + 1)):
            at -= k - body  # "a column for logistic support, belonging to X"
            k = body
        if k < begin or k < at - 4 or (name.type == "Person" and "instrument" not in stream.marks[k]):
            return ""
        made = next((p for p in range(k - 1, max(begin, k - 5), -1) if stream.norm[p] in self.sets["composed"]), 0)
        if made and "members" in stream.marks[made - 1]:
            k = made - 1  # "a patrol of six vehicles belonging to X"
        kinds = stream.ending(name.first, "relation", begin) or stream.ending(at, "relation", begin) or ()
        if "affiliatedWith" not in kinds and not member:
            return ""
        if any(n.first <= k < n.last for n in names):
            return ""
        marks = stream.marks[k]
        thing = next(
            (marks[m] for m in ("instrument", "members", "group", "head", "object", "place") if m in marks), None
        )
        if thing is None:
            return "agent" if "Aid" in types and any(g.first == k for g in group) else ""
        if "instrument" in marks and any(g.last <= k + 1 and self._downs(stream, g) for g in group):
            return "target"  # "brought down a drone belonging to X"
        lands = name.type == "Government" or name.sort == "either"
        if lands and self.language.fold(thing.entry.lemma) in self.sets["factions"]:
            return ""  # a faction that sides with a state is not that state
        whole = name._replace(first=k, preposition=thing.preposition, conjunction=thing.conjunction, sort="actor")
        role = self._role(stream, whole, names, index, group, begin, end, types)
        aimed = stream.marks[k - 1].get("participle") if k > begin and "event" in stream.marks[k - 1] else None
        if role and aimed is not None and not aimed.definite and not aimed.preposition:
            return "target"  # "a bomb blew up, targeting a column of X"
        if any(m in marks for m in ("instrument", "members", "group")) or ("head" in marks and "object" not in marks):
            return role
        if warlike and role:
            return role  # "warships of X"
        if "Aid" in types or (role == "agent" and set(types) & {"Offensive", "Withdrawal"} and k < group[0].first):
            return "agent"  # "vehicles of X drove into Y"
        return "target" if role in ("target", "agent") else ""
