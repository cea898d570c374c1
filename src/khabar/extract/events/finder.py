"""The events of a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.extract.events.kinds import Kinds
from khabar.extract.events.words import ATTACKS, FAMILY, IN_ATTACKS, MUTUAL, TOWNS, EventMention, Trigger
from khabar.extract.mentions import Named
from khabar.match.stream import Stream

__all__ = ["EventFinder"]


class EventFinder(Kinds):
    """Finds the events of a sentence."""

    def find(
        self,
        stream: Stream,
        first: int,
        last: int,
        names: Sequence[Named],
        taken: frozenset[int],
        skip: frozenset[int],
        speakers: frozenset[int] = frozenset(),
    ) -> list[EventMention]:
        """The event mentions of the positions, in order.

        ``skip`` holds the positions of words of speech, ``speakers`` the indices of the names that speak: who tells of
        a deed is its agent only where a pronoun says so.
        """
        found: list[EventMention] = []
        self._counted = taken
        self._speakers = self._phrase_of(stream, names, speakers)
        self._named = {p for n in names for p in range(n.first, n.last)}
        self._settled = {p for n in names if n.type in TOWNS for p in range(n.first, n.last)}
        self._subjects = {n.last for n in names if n.sort == "actor" and not n.preposition}
        opens = self.sets["that"] | self.sets["pluperfect"]
        self._opening = {n.last for n in names if n.first and stream.norm[n.first - 1] in opens}
        for begin, end in self.clauses(stream, first, last, names, taken):
            triggers = self._triggers(stream, begin, end, names, taken, skip)
            groups = self._groups(stream, triggers, names)
            triggers = [t for group in groups for t in group] + self._idle
            for group in groups:
                mention = self._mention(stream, begin, end, group, triggers, names, first, last)
                if found and self._won(stream, found[-1], mention, names):
                    found[-1] = found[-1]._replace(
                        types=(*found[-1].types, *mention.types),
                        targets=tuple(dict.fromkeys((*found[-1].targets, *mention.agents))),
                    )
                elif found and self._goes_on(stream, found[-1], mention):
                    found[-1] = self._continued(found[-1], mention)
                else:
                    found.append(mention)
        return found

    def _phrase_of(self, stream: Stream, names: Sequence[Named], speakers: frozenset[int]) -> frozenset[int]:
        """The speakers, and the names side by side with them that say who they are."""
        found = set(speakers)
        for k in range(1, len(names)):
            near = names[k].first <= names[k - 1].last and not names[k].conjunction
            if near and names[k].sort != "place" and names[k - 1].sort != "place" and {k, k - 1} & speakers:
                found |= {k - 1} if k not in speakers and self.ascribed(stream, names[k], 0) else {k, k - 1}
        return frozenset(found)

    def _won(self, stream: Stream, before: EventMention, mention: EventMention, names: Sequence[Named]) -> bool:
        """As in "A took X after fighting with B": one battle, against B."""
        if mention.types != ("Clash",) or before.types != ("Capture",) or len(mention.agents) != 1 or before.negated:
            return False
        foe = mention.agents[0]
        return (
            bool(before.agents)
            and foe not in before.agents
            and not (mention.places or mention.targets)
            and self._preposition(stream, names[foe], mention.clause[0], names)[0] == "with"
        )

    def _goes_on(self, stream: Stream, before: EventMention, mention: EventMention) -> bool:
        """As in "in an attack thought to have hit …", "a raid by X that … and hit …": the noun is the subject."""
        verb = stream.marks[mention.first].get("verb")
        if (
            not mention.vague
            or mention.rule != "event.verb"
            or mention.agents
            or mention.negated
            or before.negated
            or verb is None
            or not set(before.types) <= IN_ATTACKS
            or mention.first - before.last > 25
        ):
            return False
        marks = stream.marks[before.triggers[-1]]
        noun = marks.get("event") or marks.get("instrument")
        if noun is None or noun.entry.pos not in ("noun", "masdar") or verb.entry.number != "s":
            return False
        feminine = noun.entry.gender == "f" or noun.entry.number == "p"
        return feminine == (verb.entry.gender == "f")

    def _continued(self, before: EventMention, mention: EventMention) -> EventMention:
        """One mention of the two."""
        return before._replace(
            last=mention.last,
            clause=(before.clause[0], mention.clause[1]),
            triggers=(*before.triggers, *mention.triggers),
            targets=tuple(dict.fromkeys((*before.targets, *mention.targets))),
            places=tuple(dict.fromkeys((*before.places, *mention.places))),
            instruments=tuple(dict.fromkeys((*before.instruments, *mention.instruments))),
        )

    def _members_of(self, stream: Stream, before: Named, name: Named) -> bool:
        """As in "extremists of the organisation X": the two names play one part."""
        if name.type not in ("ArmedForce", "Organization") or before.last != name.first - 1:
            return False
        if before.rule == "name.actor.members" and stream.norm[before.last] in self.sets["origin"]:
            return True
        nameless = before.entry is None and before.rule in ("name.actor.members", "name.actor.unknown")
        nameless = nameless or (before.entry is None and stream.norm[before.last - 1] in self.sets["armed_adjectives"])
        return nameless and name.preposition == "to" and self._belongs(stream, before.last)

    def _belongs(self, stream: Stream, k: int) -> bool:
        """Whether the word at ``k`` says that those before it are of what follows ("belonging to X")."""
        return stream.norm[k] in self.sets["belonging_to"] or any(h.first == k for h in stream.phrases_of("relation"))

    def _mention(
        self,
        stream: Stream,
        begin: int,
        end: int,
        group: list[Trigger],
        triggers: Sequence[Trigger],
        names: Sequence[Named],
        first: int,
        last: int,
    ) -> EventMention:
        specific = [t for g in group for t in g.types if not g.vague]
        types = list(dict.fromkeys(specific or [t for g in group for t in g.types]))
        if len(types) > 1 and "Other" in types:
            types.remove("Other")
        kinds = self.sets["bombing_kinds"]
        if not specific and kinds:
            told = [s for g in group if g.last < end for s, _, _, _ in self.language.strip(stream.norm[g.last])]
            specific = [kinds[s] for s in told if s in kinds][:1]
            types = specific or types
        arms = self._arms(stream, group, names, begin, end)
        bombs = types == ["Explosion"] and all(g.form == "instrument" or g.vague for g in group)
        if bombs and not arms:
            arms = self._arm_near(stream, group[0], begin, end)
        if arms and (
            bombs
            or ((not specific or types == ["Shelling"]) and FAMILY.get(types[0], "Other") in ("bombardment", "Other"))
        ):
            types, specific = [arms], [arms]
        backed = self._backed(stream, group[0], end) if group[0].vague and group[0].types == ("Other",) else []
        if backed:
            types = specific = list(dict.fromkeys(("Offensive", *backed, *specific)))
        if group[0].form == "war" and self._fought(stream, names, begin, end):
            types, specific = ["Clash"], ["Clash"]
        types = self._reclassify(stream, group, self._narrowed(stream, group, types), begin, specific=bool(specific))
        types += [t for t in self._kinds(stream, group, end) if t not in types] if specific else []
        others = [t for t in triggers if t not in group]
        lifted = types == ["Siege"] and any(
            self.language.strip_to(stream.norm[k], self.sets["lifting"])
            for k in range(max(begin, group[0].first - 2), group[0].first)
        )
        agents: list[int] = []
        helpers: list[int] = []
        targets: list[int] = []
        places: list[int] = []
        roles: dict[int, str] = {}
        pair: int | None = None
        for k, name in enumerate(names):
            if not begin <= name.first < end or (lifted and name.first < group[0].first):
                continue
            if k in self._speakers and not self._claims(stream, name, begin, end):
                continue
            if self._adjectival(stream, name, group) or self._inner(names, k):
                continue
            if name.sort == "place" and k - 1 in self._speakers and names[k - 1].last == name.first:
                continue
            nearest = self._nearest(group, name)
            if any(self._distance(o, name) < nearest for o in others):
                continue
            if self._conjunct(stream, names, k):
                role = roles.get(k - 1, "")
                if role == "place" and name.sort == "actor":
                    mutual = bool(set(types) & MUTUAL)
                    role = self._role(stream, name, names, k, group, begin, end, types) if mutual else ""
                elif role == "" and name.type == names[k - 1].type == "Person":
                    pass
                elif role in ("", "place") or (
                    name.sort == "place" and (role == "agent" or names[k - 1].sort != "place")
                ):
                    role = self._role(stream, name, names, k, group, begin, end, types)
                    role = "place" if roles.get(k - 1) == "place" and name.sort == "either" else role
            elif k and self._members_of(stream, names[k - 1], name):
                role = roles.get(k - 1, "")
                # "gunmen of X", "gunmen belonging to X": X alone
                roles[k - 1] = ""
                agents = [a for a in agents if a != k - 1]
                targets = [t for t in targets if t != k - 1]
            else:
                role = self._role(stream, name, names, k, group, begin, end, types)
            if role == "" and pair is not None and self._other_side(stream, names, pair, k):
                role = "agent"
            if role == "agent" and self._preposition(stream, name, begin, names)[0] == "between":
                pair = k
            roles[k] = role
            if role == "helper":
                helpers.append(k)
            elif role == "agent":
                agents.append(k)
            elif role == "target":
                targets.append(k)
                if name.sort == "place":
                    places.append(k)
            elif role == "place":
                places.append(k)
        besides = [
            k
            for k in places
            if self._ends_axis(stream, names, k)
            or self._of_speaker(stream, names, k)
            or (set(types) <= ATTACKS and self._fired_from(stream, names[k], begin))
        ]
        if len(besides) < len(places):
            places = [k for k in places if k not in besides]
        nationality = self._nationality(stream, group, end, names) if not agents else None
        head = group[0]
        nouns = [g.first for g in group if g.form in ("noun", "masdar", "phrase")]
        repelled = bool(nouns) and any(self._repelling[word] for word in stream.norm[begin : head.last])
        nouns = nouns[1:] if repelled and len(nouns) > 1 and head.first == nouns[0] else nouns
        if repelled:
            sides = [*agents, *targets]
            agents = [
                k
                for k in sides
                if (names[k].first > nouns[0] and not self._on(stream, names, k, begin))
                or self._preposition(stream, names[k], begin, names)[0] == "by"
            ]
            targets = [k for k in sides if k not in agents]
            repelled = any(g.definite for g in group)
            nationality = nationality if agents else self._nationality(stream, group, end, names)
        definite = all(g.definite for g in group if g.form in ("noun", "masdar", "phrase")) and not any(
            g.form == "verb" for g in group
        )
        definite = definite or repelled
        known = any(g.vague and g.definite and g.form in ("noun", "masdar") for g in group)
        told_by_weapon = known and all(g.instrument for g in group if not g.vague)
        if (
            not agents
            and all(names[k].rule == "name.place.attacked" for k in places)
            and any(g.form in ("noun", "instrument") and g.definite for g in group)
            and all(g.definite or g.form == "verb" for g in group)
        ):
            definite = True
        definite = (definite and any(g.form == "instrument" and g.definite for g in group)) or (
            definite and any(g.form in ("noun", "masdar", "phrase") for g in group)
        )
        negated = self._negated(stream, head, begin)
        instruments = tuple(dict.fromkeys(g.instrument for g in group if g.instrument))
        start = min(g.first for g in group)
        stop = max(g.last for g in group)
        rule = f"event.{head.form}"
        return EventMention(
            start,
            stop,
            (begin, end),
            tuple(types),
            not specific or told_by_weapon,
            definite or told_by_weapon,
            tuple(g.first for g in group),
            tuple(agents),
            tuple(dict.fromkeys(targets)),
            tuple(places),
            nationality,
            instruments,
            negated,
            self._intended(stream, group, begin),
            self._soft(group, types),
            self._pronoun(stream, group, begin, end),
            self._both(stream, group, end),
            self._own(stream, group, begin, end) or self._possessed(stream, head, names),
            rule,
            tuple(helpers),
        )

    def by_whom(self, stream: Stream, names: Sequence[Named], first: int, last: int) -> int | None:
        """The actor at whose hands something befell people, told behind position ``first``."""
        for k, name in enumerate(names):
            near = first < name.first < last and name.sort == "actor" and name.first - first <= 14
            if near and self._preposition(stream, name, first, names)[0] == "by":
                return k
        return None

    def repels(self, stream: Stream, mention: EventMention) -> bool:
        """Whether the mention is what a verb or verbal noun of repelling before it beat off."""
        return any(self._repelling[word] for word in stream.norm[mention.clause[0] : mention.first + 1])

    def faces(self, stream: Stream, mention: EventMention, names: Sequence[Named]) -> bool:
        """Whether the agents named are all on the side that the fight was with."""
        if not mention.agents or not all(names[k].conjunction for k in mention.agents[1:]):
            return False
        return self._preposition(stream, names[mention.agents[0]], mention.clause[0], names)[0] == "with"

    def _on(self, stream: Stream, names: Sequence[Named], index: int, begin: int) -> bool:
        """Whether the name is governed by a preposition of hitting."""
        return self._preposition(stream, names[index], begin, names)[0] in ("against", "locative", "in")

    def _other_side(self, stream: Stream, names: Sequence[Named], one: int, index: int) -> bool:
        """Whether the name is the second of two that stand "between" ("between X, led by Z, and Y")."""
        name, first = names[index], names[one]
        if not name.conjunction or name.preposition or name.sort == "place" or name.type == "Person":
            return False
        gap = range(first.last, name.first)
        return len(gap) <= 10 and not any("verb" in stream.marks[k] for k in gap)

    def _inner(self, names: Sequence[Named], index: int) -> bool:
        """Whether an actor's name is only a part of another's ("the factions loyal to X")."""
        name = names[index]
        return name.sort != "place" and any(
            n is not name and n.sort != "place" and n.first <= name.first and name.last <= n.last for n in names
        )

    def _nearest(self, group: Sequence[Trigger], name: Named) -> int:
        return min(self._distance(g, name) for g in group)

    def _distance(self, trigger: Trigger, name: Named) -> int:
        if name.first >= trigger.last:
            return name.first - trigger.last
        verbless = trigger.form in ("noun", "masdar", "phrase") and trigger.light is None
        return 2 * max(1, trigger.first - name.last) + (13 if verbless else 3)

    def own_force(self, word: str) -> bool:
        """Whether a word names a force by a pronoun ("its aircraft")."""
        return self._own_forces[word]

    def _of_speaker(self, stream: Stream, names: Sequence[Named], index: int) -> bool:
        """Whether the place only says where the speaker is ("said the head of civil defence in X")."""
        place = names[index]
        for k in range(max(0, index - 2), index):
            if k in self._speakers and not place.conjunction:
                gap = stream.norm[names[k].last : place.first]
                if place.first < names[k].last or (len(gap) == 1 and gap[0] in self.sets["locative"]):
                    return True
                if not gap and place.preposition == "in":
                    return True
        return False

    def _ends_axis(self, stream: Stream, names: Sequence[Named], index: int) -> bool:
        """Whether the place is an end of the line that a front runs along ("on the axis X – Y")."""
        name, norm = names[index], stream.norm
        if index and norm[name.first - 1] in self.sets["brackets"] and names[index - 1].last == name.first - 1:
            return self._ends_axis(stream, names, index - 1)
        if norm[name.first] in self.sets["axes"] or norm[name.first - 1] in self.sets["axes"]:
            return name.last < len(norm) and norm[name.last] in self.sets["dashes"]
        joined = norm[name.first - 1] in self.sets["dashes"] and index > 0 and names[index - 1].last == name.first - 1
        return joined and self._ends_axis(stream, names, index - 1)

    def by_doing(self, stream: Stream, names: Sequence[Named], at: int, first: int) -> int | None:
        """The subject of the verb of doing over the verbal noun at ``at`` ("X carried out the killing of Y")."""
        deed = stream.marks[at].get("masdar")
        managed = stream.norm[at - 1] in self.sets["of"]
        if not managed and (
            deed is None or (deed.preposition != "in" and stream.norm[at - 1] not in self.sets["forced_to"])
        ):
            return None
        doing = (
            k
            for k in range(at - 1, max(first, at - 8) - 1, -1)
            if (self._manages(stream, k) if managed else self._doing(stream, k))
        )
        verb = next(doing, None)
        if verb is None:
            return None
        near = [
            k
            for k, n in enumerate(names)
            if n.sort == "actor" and not n.preposition and (verb < n.first < at or n.last == verb)
        ]
        return near[0] if near else None

    def _doing(self, stream: Stream, k: int) -> bool:
        """Whether a verb of carrying out stands there."""
        return any(self._lemma(r.entry, "doing") for r in self._verbal(stream, k))

    def _manages(self, stream: Stream, k: int) -> bool:
        """Whether a verb of managing to do something stands there."""
        verb = stream.marks[k].get("light")
        return verb is not None and verb.entry.pos == "verb" and "agent" in verb.entry.marks["light"]
