"""Mentions of names become actors and places; which place lies in which."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from khabar.extract.events import LOCAL
from khabar.extract.mentions import Named
from khabar.resolve.assembly.state import State
from khabar.resolve.discourse import Sentence

__all__ = ["Naming"]

_BOMBING = frozenset({"event", "instrument"})
"""Classes of words for attacks and for what they are made with."""


class Naming(State):
    """Resolves the names of an article."""

    def _resolve_names(self) -> None:
        for sentence in self.sentences:
            if not sentence.tells:
                continue
            sentence.frames = self.tools.attribution.find(
                self.stream,
                sentence.first,
                sentence.last,
                sentence.names,
                sentence.counted | sentence.taken,
                opening=sentence.role == "headline",
            )
        order = [s for s in self.sentences if s.role == "body"] + [s for s in self.sentences if s.role == "headline"]
        for sentence in order:
            speakers = {k for f in sentence.frames if f.speaker >= 0 for k in self._voices(sentence, f)}
            speakers |= {v for f in sentence.frames for v in f.via}
            previous: tuple[int, Named, int] | None = None
            for k, name in enumerate(sentence.names):
                if name.rule == "name.place.direction-of-governorate" or self._titular(sentence.names, k):
                    continue
                number: int | None
                if name.sort == "place" or (
                    name.sort == "either" and k not in speakers and self._is_location(sentence, name)
                ):
                    if name.sort == "either":
                        name = name._replace(type=name.places[0].kind, reference=False)
                    number = self.entities.place(name)
                else:
                    if name.sort == "source" and k not in speakers:
                        continue
                    number = self.entities.actor(name, speaks=k in speakers or name.last - name.first > 2)
                if number is None:
                    continue
                sentence.entity[k] = number
                self.entities.all[number].spoke |= k in speakers
                if k in speakers and k:
                    self._organ(sentence.names[k - 1], name, number)
                if previous is not None and name.sort != "place":
                    self._apposition(sentence, previous, name, number)
                previous = (k, name, number) if name.sort != "place" else None
        self._directions(order)

    def _titular(self, names: Sequence[Named], k: int) -> bool:
        """Whether a definite type word only opens the name behind it ("the capital X", "the Libyan capital X")."""
        name = names[k]
        if not name.reference or name.sort != "place" or k + 1 >= len(names):
            return False
        after = names[k + 1]
        if (
            after.sort == "actor"
            or after.conjunction
            or after.preposition
            or (after.reference and after.sort == "place")
        ):
            return False
        gap = range(name.last, after.first)
        return len(gap) <= 1 and all("nationality" in self.stream.marks[p] for p in gap)

    def _organ(self, organ: Named, name: Named, number: int) -> None:
        """As in "the media centre of X said": "the centre" then means X."""
        told = name.preposition == "to" or self.stream.norm[name.first - 1] in self.sets["to_letters"]
        if organ.reference and organ.head and told and name.first - organ.last <= 3:
            self.entities.all[number].heads.add(organ.head)

    def _directions(self, order: Sequence[Sentence]) -> None:
        """As in "east of X" is the region "the eastern countryside of X" where the article names that too."""
        regions = {next(iter(e.words)): e for e in self.entities.all if not e.actor and e.type == "region" and e.words}
        article = self.language.article
        for sentence in order:
            for k, name in enumerate(sentence.names):
                if name.rule != "name.place.direction-of-governorate":
                    continue
                words = self.language.split(name.name)
                adjective = self.sets["direction_of"].get(words[0])
                if adjective is None:
                    continue
                tail = "".join((*words[1:], adjective)).replace(article, "")
                region = next((e for key, e in regions.items() if key[0].endswith(tail)), None)
                if region is not None:
                    sentence.entity[k] = region.number
                    self.entities._add(region, name._replace(reference=False))

    def _is_location(self, sentence: Sentence, name: Named) -> bool:
        if name.preposition == "in" or self._struck(sentence, name):
            return True
        before = name.first - 1
        if before < sentence.first or self.tools.events.ascribed(self.stream, name, sentence.first):
            return False
        norm = self.stream.norm
        if any("place" in self.stream.marks[k] for k in range(max(sentence.first, before - 1), before + 1)):
            return True
        event = self.stream.marks[before].get("event")
        if event is not None and event.entry.pos != "verb" and set(event.entry.marks["event"]) <= LOCAL:
            return True
        index = sentence.names.index(name)
        if event is not None and self.tools.events.shelled(self.stream, sentence.names, index, sentence.last):
            return True
        beside = norm[before] in self.sets["edges"]
        if beside and any(f.kind == "accuse" and 0 < before - f.at <= 3 for f in sentence.frames):
            return False  # "X accused its neighbour Y"
        if norm[before] in self.sets["locative"] or norm[before] in self.sets["toward"] or beside:
            return True
        if norm[before] in self.sets["against_only"] and name.places:
            # "raids, drones and missiles on X", a capital
            near = range(max(sentence.first, before - 8), before)
            return any(not _BOMBING.isdisjoint(self.stream.marks[k]) for k in near)
        return norm[before] in self.sets["origin"] and not self.stream.phrase_ending(
            name.first, "relation", sentence.first
        )

    def _by_weapon(self, sentence: Sentence, before: int) -> bool:
        """Whether the words up to ``before`` are a verb of attack and the weapon that is its subject, with whose it is
        ("Russian missiles hit X").
        """
        marks, described = self.stream.marks, "nationality" in self.stream.marks[before]
        weapon = before - described
        if weapon - 1 < sentence.first or "instrument" not in marks[weapon] or marks[weapon]["instrument"].preposition:
            return False
        verb = marks[weapon - 1].get("verb")
        return verb is not None and "event" in verb.entry.marks and verb.entry.voice != "passive"

    def _shaken(self, sentence: Sentence, before: int) -> bool:
        """Whether the words up to ``before`` are a verb of hitting and the blasts that are its subject."""
        for k in range(before, max(sentence.first, before - 3) - 1, -1):
            light = self.stream.marks[k].get("light")
            if light is not None and light.entry.pos == "verb":
                noun = self.stream.marks[k + 1].get("event") if k < before else None
                return noun is not None and noun.entry.pos != "verb" and "hit" in light.entry.marks["light"]
            if k < before and not {"event", "adjective"} & self.stream.marks[k].keys():
                return False
        return False

    def _struck(self, sentence: Sentence, name: Named) -> bool:
        """Whether a city, which may stand for its government, is what an attack hit or what came under it."""
        if name.preposition or not name.places or name.places[0].kind == "country":
            return False
        before = name.first - 1
        while before > sentence.first and self.stream.norm[before] in self.sets["skippable"]:
            before -= 1
        if before < sentence.first:
            return False
        light = self.stream.marks[before].get("light")
        if light is not None and {"target", "witness", "hit"} & set(light.entry.marks["light"]):
            return True
        if not name.conjunction and (self._shaken(sentence, before) or self._by_weapon(sentence, before)):
            return True
        if name.conjunction:
            joined = next((n for n in sentence.names if n.last == name.first), None)
            return joined is not None and (joined.sort == "place" or self._struck(sentence, joined))
        subject = next((n for n in sentence.names if n.last == before + 1 and n.sort != "place"), None)
        if subject is not None and not subject.conjunction and subject.first > sentence.first:
            verb = self.stream.marks[subject.first - 1].get("verb")
            return verb is not None and ("event" in verb.entry.marks or "frame" in verb.entry.marks)
        verb = self.stream.marks[before].get("verb")
        return (
            verb is not None
            and "event" in verb.entry.marks
            and any(
                n.sort != "place" and sentence.first <= n.first and n.last <= before and before - n.last <= 3
                for n in sentence.names
            )
        )

    def _apposition(self, sentence: Sentence, previous: tuple[int, Named, int], name: Named, number: int) -> None:
        """As in "X (Y)", "X “Y”": two names side by side are one actor's."""
        _, before, other = previous
        if other == number or name.conjunction or name.preposition or name.type == "Person" or before.type == "Person":
            return
        if name.type == "MediaOutlet" and (before.sort == "source" or before.type in ("ArmedForce", "Government")):
            return  # "eyewitnesses told “X” of …"
        gap = range(before.last, name.first)
        opens = all(self.stream.norm[p] in self.sets["brackets"] for p in gap)
        quoted = name.first in self.stream.opens and self.stream.quote[before.last - 1] != self.stream.quote[name.first]
        if (gap and opens) or (not gap and quoted):
            self.entities.merge_aliases(other, number)

    def _quarters(self) -> None:
        """What happened in a quarter that nobody says of which city happened in the city told beside it."""
        types = {e.number: e.type for e in self.entities.all}
        for happening in self.happenings.all:
            quarters = [p for p in happening.places if types[p] == "neighbourhood"]
            cities = [p for p in happening.places if types[p] in ("city", "governorate")]
            if quarters and len(cities) == 1 and not any(self.happenings.inside.get(q) for q in quarters):
                happening.places = [p for p in happening.places if p not in cities]

    def _containment(self) -> dict[int, set[int]]:
        """Which places contain which: said by the text ("town of X in Y"), or known to the gazetteer."""
        inside: dict[int, set[int]] = {}
        for sentence in self.sentences:
            places = [
                (k, n)
                for k, n in enumerate(sentence.names)
                if k in sentence.entity and not self.entities.all[sentence.entity[k]].actor
            ]
            row: list[tuple[int, Named]] = []
            for (k, a), (m, b) in itertools.pairwise(places):
                one, two = sentence.entity[k], sentence.entity[m]
                row = [x for x in row if x[1] is not a] + [(one, a)]
                told = self._lies_in(a, b) and not b.conjunction
                if a.first <= b.first and b.last <= a.last:
                    if one != two:
                        inside.setdefault(one, set()).add(two)
                elif told:
                    for x, name in row:
                        if x != two and (self._larger(two, x) or self._quarter(name, b)):
                            inside.setdefault(x, set()).add(two)
                elif not (self._in_list(row[0][1], b) or self._beside(a, b)):
                    row = []
        known = {e.places[0].id: e.number for e in self.entities.all if not e.actor and e.places}
        for entity in self.entities.all:
            if entity.actor or not entity.places:
                continue
            above = entity.places[0].within
            seen = 0
            while above and seen < 6:
                if above in known and known[above] != entity.number:
                    inside.setdefault(entity.number, set()).add(known[above])
                place = self.language.places.get(above)
                above = place.within if place else ""
                seen += 1
        for _ in range(3):
            for number in sorted(inside):
                for parent in sorted(inside[number]):
                    inside[number] |= inside.get(parent, set()) - {number}
        return inside

    def _in_list(self, opening: Named, b: Named) -> bool:
        """As in "the towns of X and Y in Z": a place of the list that one type word opens, all of which lies in Z."""
        head = self.stream.marks[opening.first].get("place")
        return bool(b.conjunction) and head is not None and head.entry.number != "s" and b.first - opening.last <= 8

    def _beside(self, a: Named, b: Named) -> bool:
        """As in "X near Y", "X (5 km north of Y)": what is told of both is told of the first."""
        gap = self.stream.norm[a.last : b.first]
        near = ("bearings", "adjoining", "distances", "axes", "dashes")
        return 0 < len(gap) <= 6 and any(word in self.sets[name] for word in gap for name in near)

    def _lies_in(self, a: Named, b: Named) -> bool:
        """As in "X in Y", "X, district of Y", "X in the northern countryside of the subdistrict of Y"."""
        gap = [p for p in range(a.last, b.first) if self.stream.kind[p] == "word"]
        if b.first - a.last <= 2 and (
            b.preposition == "in" or any(self.stream.norm[p] in self.sets["containing"] for p in gap)
        ):
            return True
        if b.first == a.last:
            return bool(b.head) and not b.preposition and b.type in ("district", "governorate")
        marks = self.stream.marks
        told = all(
            "place" in marks[p] or "nationality" in marks[p] or self.stream.norm[p] in self.sets["bearings"]
            for p in gap[1:]
        )
        if gap and told and len(gap) <= 2 and (head := marks[gap[0]].get("place")) is not None:
            return head.preposition == "in"  # "in the Libyan capital X"
        return 1 < len(gap) <= 4 and told and self.stream.norm[gap[0]] in self.sets["containing"]

    def _quarter(self, a: Named, b: Named) -> bool:
        """As in "the governorate of X in the north of the country", "the areas of X and Y in the city of Z": a part of
        a country that holds governorates, a part of a city that no list has.
        """
        if a.type == "governorate":
            return b.type == "region"
        part = a.type == "district" and all(p.kind in ("neighbourhood", "town", "village") for p in a.places)
        return part and any(p.kind == "city" for p in b.places)
