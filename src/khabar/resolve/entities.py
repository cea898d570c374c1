"""Actors and places of an article: mentions that name the same one become one entity."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from khabar.extract.mentions import OWN_FIGHTERS, Named
from khabar.language import ActorEntry, Language, PlaceEntry
from khabar.match.stream import Stream
from khabar.model import Evidence

__all__ = ["UNNAMED", "Entities", "Entity"]

_OWN_LAND = 9
"""From this rank on a region is known as a land of its own."""
UNNAMED = frozenset({"name.actor.members", "name.actor.unknown"})
"""Rules that find fighters without a name; every case of their noun names the same ones."""
_LAND = "name.place.land-by-kind"
_STRUCK = "name.place.attacked"
"""The rule that finds a facility by its kind alone."""
_LEVELS = {"governorate": "governorate", "city": "city", "town": "city", "village": "city", "camp": "camp"}
"""Kinds of places of which two may bear one name."""


@dataclass(slots=True)
class Entity:
    """An actor or a place while it is being put together; ``names`` in order of appearance."""

    number: int
    actor: bool
    type: str
    names: list[str] = field(default_factory=list)
    words: set[tuple[str, ...]] = field(default_factory=set)
    evidence: dict[Evidence, None] = field(default_factory=dict)
    rule: str = ""
    entry: ActorEntry | None = None
    places: tuple[PlaceEntry, ...] = ()
    heads: set[str] = field(default_factory=set)
    within: list[int] = field(default_factory=list)
    last_seen: int = 0
    level: str = ""
    """Which of the places of one name this is, where a type word says so: ``governorate``, ``city``, ``camp``."""
    kept: bool = True
    speaks: bool = False
    spoke: bool = False
    """Words were ascribed to it."""
    weak_names: list[str] = field(default_factory=list)
    """Descriptions ("an X drone") that serve as a name only where there is no better one."""


class Entities:
    """Resolves the mentions of one article, in reading order."""

    def __init__(self, stream: Stream, language: Language) -> None:
        self.stream = stream
        self.language = language
        self.sets = language.sets
        self.all: list[Entity] = []
        self._by_entry: dict[str, int] = {}
        self._by_place: dict[str, int] = {}
        self.countries: Counter[str] = Counter()
        self._leading: list[str] = []
        """The four countries most told of, if more than once."""
        self._levels: dict[str, set[str]] = {}
        """The levels that type words give to each name of a place."""

    # ------------------------------------------------------------------ context

    def weigh(self, mentions: Iterable[Named]) -> None:
        """Count the countries that the article's unambiguous names point to."""
        for name in mentions:
            land = name.sort == "place" and name.type == "governorate"
            if land or (name.sort == "place" and name.head and self._told_level(name)):
                level = "governorate" if land else self._told_level(name)
                self._levels.setdefault(self._joined(name.name), set()).add(level)
            if name.entry is not None and not name.reference:
                for country in name.entry.countries[:3]:
                    self.countries[country] += 1 if len(name.entry.countries) > 1 else 2
            lands = {p.country for p in name.places}
            if len(lands) == 1 and (country := lands.pop()):
                self.countries[country] += 3 if name.places[0].kind in ("country", "governorate") else 1
        self._leading = [c for c, n in self.countries.most_common(4) if n >= 2]

    def _weight(self, entry: ActorEntry) -> int:
        """How strongly the article's other names point to the countries of an actor; 0 where they do not."""
        leading = self._leading[:3]
        return max((self.countries[c] for c in entry.countries if c in leading), default=0)

    def _fits_context(self, entry: ActorEntry) -> bool:
        return not entry.countries or self._weight(entry) > 0

    def _meant(self, name: Named) -> ActorEntry | None:
        """The actor of the lexicon that an ambiguous name means: one met before, else the one of the countries
        most told of.
        """
        rivals = [r for r in (name.entry, *name.others) if r is not None]
        own = self._of_head_of_state(name)
        if own and any(r.countries == (own,) for r in rivals):
            return next(r for r in rivals if r.countries == (own,))
        met = [r for r in rivals if r.id in self._by_entry]
        if met:
            return max(met, key=lambda r: (self._weight(r), r.id))
        fitting = [r for r in rivals if self._fits_context(r)]
        if not fitting:
            return None
        return max(fitting, key=lambda r: (self._weight(r), -rivals.index(r)))

    def _spoke_before(self, name: Named) -> Entity | None:
        """The body that spoke last of those whose name opens with the noun that speaks now ("the forces announced")."""
        words = self.language.split(name.name)
        if len(words) != 1 or name.type not in ("ArmedForce", "Organization"):
            return None
        stem = words[0].removeprefix(self.language.article)
        spoke = [
            e for e in self.all if e.spoke and e.type == name.type and any(known[:1] == (stem,) for known in e.words)
        ]
        return max(spoke, key=lambda e: e.last_seen, default=None)

    def _of_head_of_state(self, name: Named) -> str:
        """The country of the office named right before a force ("the Lebanese president X ordered the army")."""
        marks = self.stream.marks
        for k in range(name.first - 1, max(0, name.first - 8), -1):
            if self.stream.kind[k] != "word":
                return ""
            nation = marks[k].get("nationality")
            if nation is not None and nation.definite and "title" in marks[k - 1]:
                return str(self.language.nationalities[int(nation.entry.marks["nationality"][0])].country)
        return ""

    # ------------------------------------------------------------------ actors

    def actor(self, name: Named, *, speaks: bool = False) -> int | None:
        """The entity an actor's or source's mention belongs to, made if need be; None where a reference has no
        referent.
        """
        person = self._bearer(name)
        if person is not None:
            self._add(self.all[person], name)
            return person
        spoke = self._spoke_before(name) if speaks and name.reference else None
        if spoke is not None:
            self._add(spoke, name)
            return spoke.number
        if name.reference and name.entry is not None:
            meant = self._meant(name)
            if meant is not None:
                name = name._replace(entry=meant, type=meant.kind)
            elif name.last - name.first > 1:
                name = name._replace(entry=None)
        found = self._find_actor(name, speaks=speaks)
        if found is None:
            if not self._may_found(name, speaks=speaks):
                return None
            entry = name.entry
            if name.reference and entry is not None and not self._fits_context(entry):
                entry = next((o for o in name.others if self._fits_context(o)), None)
            found = self._new(True, entry.kind if entry is not None else name.type, name.rule)
            self.all[found].entry = entry
            if entry is not None:
                self._by_entry[entry.id] = found
        entity = self.all[found]
        self._add(entity, name)
        if name.type == "UnnamedSource" and not speaks and not entity.speaks:
            entity.kept = False
        elif speaks:
            entity.kept = entity.speaks = True
        return found

    def implied(self, entry: ActorEntry, name: str, position: int) -> int:
        """The actor of the lexicon that the adjective at ``position`` stands for, made of it if need be."""
        number = self._by_entry.get(entry.id)
        if number is None:
            number = self._by_entry[entry.id] = self._new(True, entry.kind, "name.actor.nationality")
            self.all[number].entry = entry
        entity = self.all[number]
        if (name or entry.name) not in entity.names:
            entity.names.append(name or entry.name)
        entity.evidence[self.stream.evidence(position, position + 1)] = None
        return number

    def _bearer(self, name: Named) -> int | None:
        """The person of this article whom a surname means that the lexicon knows as another's."""
        if not name.reference or name.type != "Person" or name.last - name.first > 1:
            return None
        word = self.language.split(name.name)[0]
        found = [e for e in self.all if e.actor and e.type == "Person" and any(word == known[-1] for known in e.words)]
        return found[-1].number if found else None

    def _may_found(self, name: Named, *, speaks: bool) -> bool:
        if name.sort == "source":
            return True
        if not name.reference or speaks:
            return True
        if name.entry is None and name.rule == "name.actor.listed":
            return True
        if name.first > 0 and self.stream.norm[name.first - 1] in self.sets["in_name_of"]:
            return True
        marks = self.stream.marks[name.first]
        if (
            name.entry is not None
            and name.last - name.first == 1
            and "head" not in marks
            and ("noun" in marks or "masdar" in marks or "verb" in marks)
        ):
            return self.language.split(name.name)[0] in self.sets["standalone_forces"]
        if name.entry is not None:
            return self._fits_context(name.entry) or self.language.split(name.name)[0] in self.sets["standalone_forces"]
        return self.language.split(name.name)[0] in self.sets["standalone_forces"]

    def _find_actor(self, name: Named, *, speaks: bool = False) -> int | None:
        if name.entry is not None and name.entry.id in self._by_entry:
            return self._by_entry[name.entry.id]
        words = self._key(name.name)
        if name.sort == "source":
            return self._find_source(name, words)
        if name.reference:
            return self._refer(name, speaks=speaks)
        exact = next(
            (
                e.number
                for e in self.all
                if e.actor and words in e.words and (name.entry is None or e.entry is None or e.entry == name.entry)
            ),
            None,
        )
        if exact is not None:
            if name.entry is not None and self.all[exact].entry is None:
                self.all[exact].entry = name.entry
                self._by_entry[name.entry.id] = exact
            return exact
        if name.entry is not None:
            return None
        if name.rule in UNNAMED and name.head:
            number = len(words)
            return next(
                (
                    e.number
                    for e in self.all
                    if e.rule in UNNAMED and name.head in e.heads and any(len(k) == number for k in e.words)
                ),
                None,
            )
        bare = self._bare(words)
        digits = {w for w in words if w.isdigit()}
        for entity in self.all:
            if not entity.actor or entity.type == "UnnamedSource" or not self._same_kind(entity, name):
                continue
            if digits and any(digits.isdisjoint(known) for known in entity.words if any(w.isdigit() for w in known)):
                continue  # brigade 44 and brigade 313, though each is "the brigade" once
            for known in entity.words:
                if name.type != "Person" and len(words) > 1 and bare == self._bare(known):
                    return entity.number
                if self._short_for(words, known, name.type) or self._short_for(known, words, name.type):
                    return entity.number
        return None

    def _bare(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """The words of a name without articles, in one spelling ("militias", "the militias")."""
        variants = self.sets["variants"]
        bare = (w.removeprefix(self.language.article) for w in words)
        return tuple(variants[w] if w in variants else w for w in bare)  # noqa: SIM401 - compiled code bypasses get

    def _same_kind(self, entity: Entity, name: Named) -> bool:
        if entity.type == name.type:
            return True
        return {entity.type, name.type} <= {"ArmedForce", "Government", "Organization"} and "Person" not in (
            entity.type,
            name.type,
        )

    def _short_for(self, short: tuple[str, ...], long: tuple[str, ...], kind: str) -> bool:
        """Whether ``short`` is the beginning of ``long`` (any part of a person's name)."""
        if len(short) >= len(long):
            return False
        if kind == "Person":
            return set(short) <= set(long) and (len(short) > 1 or short[0] in (long[0], long[-1]))
        return (
            len(short[0]) > 3
            and long[: len(short)] == short
            and (len(short) > 1 or short[0].startswith(self.language.article))
        )

    def _find_source(self, name: Named, words: tuple[str, ...]) -> int | None:
        sources = [e for e in self.all if e.actor and e.type == "UnnamedSource"]
        if name.reference:
            same = [e for e in sources if name.head in e.heads]
            spoken = [e for e in same if e.speaks] or same
            return max(spoken, key=lambda e: e.last_seen).number if spoken else None
        exact = next((e.number for e in sources if words in e.words), None)
        if exact is not None or not words[0].startswith(self.language.article):
            return exact
        bare = {w.removeprefix(self.language.article) for w in words}
        same = [e for e in sources if name.head in e.heads and e.speaks]
        for entity in reversed(same):
            for known in entity.words:
                told = {w.removeprefix(self.language.article) for w in known}
                belongs = not told.isdisjoint(self.sets["belonging"])
                if bare <= told or (not belongs and not bare.isdisjoint(self.sets["belonging"])):
                    return entity.number
        return None

    def _refer(self, name: Named, *, speaks: bool = False) -> int | None:
        """The latest actor that a definite noun can mean: one whose name contains it or whose generic head it is."""
        if name.rule == OWN_FIGHTERS:
            foes = self.sets["enemies"]
            forces = [e for e in self.all if e.actor and e.type == "ArmedForce" and e.kept]
            forces = [e for e in forces if foes.isdisjoint(w for known in e.words for w in known)]
            forces = [e for e in forces if e.spoke] or forces[:1]
            return max(forces, key=lambda e: e.last_seen).number if forces else None
        word = self.language.split(name.name)
        stem = word[0].removeprefix(self.language.article)
        candidates = []
        for entity in self.all:
            if not entity.actor or entity.type in ("UnnamedSource", "Person"):
                continue
            if word in entity.words:
                candidates.append((3, entity))
            elif len(word) > 1:
                if any(set(word) <= set(known) for known in entity.words) or (
                    name.entry is not None and entity.entry == name.entry
                ):
                    candidates.append((3, entity))
            elif any(stem in (w.removeprefix(self.language.article) for w in known) for known in entity.words) or (
                name.head and name.head in entity.heads
            ):
                candidates.append((2, entity))
            elif name.entry is not None and entity.entry == name.entry:
                candidates.append((3, entity))
        if not candidates:
            return None
        best = max(candidates, key=lambda c: (c[0] >= 2, speaks and c[1].spoke, c[1].last_seen, c[0]))
        return best[1].number

    def _key(self, name: str) -> tuple[str, ...]:
        return self.language.split(name)

    # ------------------------------------------------------------------ places

    def _refer_place(self, name: Named) -> int | None:
        """The latest place that a definite type word can mean."""
        settlements = {"town", "village", "city"}
        listed = {p.id for p in name.places}
        if listed:
            known = next((e for e in self.all if not e.actor and e.places and e.places[0].id in listed), None)
            if known is not None:
                return known.number
        if name.rule == "name.place.reference":
            land = self._land_of(name)
            told = (e for e in self.all if land is not None and e.places and e.places[0].id == land.id)
            if (known := next(told, None)) is not None:
                return known.number
            if land is not None and self.countries[land.country]:
                return self.place(name._replace(places=(land,), type=land.kind, reference=False, rule=_LAND))
            if land is not None and not name.head:
                return None
        candidates = [
            e
            for e in self.all
            if not e.actor
            and (
                name.head in e.heads
                or e.type == name.type
                or {e.type, name.type} <= settlements
                or self._capital_of(e, name)
            )
        ]
        if not candidates:
            return None
        if self.language.fold(name.head) in self.sets["capitals"]:
            candidates = [e for e in candidates if self._is_capital(e)] or candidates
        best = max(
            candidates,
            key=lambda e: (
                name.head in e.heads,
                e.type == name.type or self._capital_of(e, name),
                e.last_seen,
            ),
        )
        best.last_seen = max(best.last_seen, name.first)
        return best.number

    def _land_of(self, name: Named) -> PlaceEntry | None:
        """The land that its people call by its kind alone ("the Strip")."""
        word, lands = " ".join(self.language.split(name.name)), self.sets["lands_of"]
        return self.language.places[lands[word]] if word in lands else None

    def _is_capital(self, entity: Entity) -> bool:
        """Whether a place's name may also stand for a government."""
        found = (n for words in entity.words for n in self.language.names.exactly(words))
        return any(n.kind == "ambiguous" or (n.kind == "actor" and n.payload.kind == "Government") for n in found)

    @staticmethod
    def _capital_of(entity: Entity, name: Named) -> bool:
        """Whether "the city" can mean a governorate's name told without a type word: its capital bears it."""
        return name.type == "city" and entity.type == "governorate" and not entity.level and not entity.heads

    def place(self, name: Named) -> int | None:
        """The entity a place's mention belongs to, made if need be; None for a reference to nothing told before."""
        if name.reference:
            return self._refer_place(name)
        joined = (self._joined(name.name),)
        entry = self._choose(name)
        level = self._level(name, entry)
        if entry is not None and entry.kind == "region" and name.head:
            level = "region"  # "towns of the coast"
        typed = name.type in ("camp", "facility")
        others = {(self._joined(a), *((name.type,) if typed else ())) for a in name.aliases}
        known = others | ({(*joined, name.type)} if typed else set())
        region = self._same_region(name)
        kin = self._of_kind(name)
        if kin is not None:
            if name.rule == _STRUCK and kin.rule != _STRUCK:
                kin.evidence[self.stream.evidence(name.first, name.last)] = None
                return kin.number
            self._add(kin, name)
            kin.words.add(joined)
            if name.rule != _STRUCK:
                kin.names = [name.name]
                kin.rule = name.rule
                kin.places = kin.places or ((entry,) if entry is not None else ())
            return kin.number
        for entity in self.all:
            if entity.actor or (level and entity.level and level != entity.level):
                continue
            if self._camp_or_town(entity, level, entry):
                continue
            if joined in entity.words or known & entity.words or entity.number == region:
                self._add(entity, name)
                entity.words.add(joined)
                entity.level = entity.level or level
                return entity.number
            if (
                entry is not None
                and entity.places
                and entity.places[0].id == entry.id
                and name.type not in ("facility", "other", "region")
            ):
                self._add(entity, name)
                entity.words.add(joined)
                entity.level = entity.level or level
                return entity.number
        if (
            entry is not None
            and not name.head
            and not self._near(entry)
            and not self.language.quoted_or_long(name.name)
        ):
            if name.rule != "name.place.item":
                return None
            entry = None  # of a list that a type word opens: a place, though not the one in the gazetteer
        found = self._new(False, name.type or (entry.kind if entry else "other"), name.rule)
        entity = self.all[found]
        entity.places = (entry,) if entry is not None else ()
        entity.level = level
        entity.words.add(joined)
        entity.words |= others
        self._add(entity, name)
        return found

    def _of_kind(self, name: Named) -> Entity | None:
        """The facility that a mention by its kind alone repeats ("hit a hotel", "the hotel X"), either way round."""
        if name.type != "facility" or not name.head:
            return None
        of_kind = [e for e in self.all if not e.actor and e.type == "facility" and name.head in e.heads]
        struck = [e for e in of_kind if e.rule == _STRUCK]
        if self.language.fold(name.head) in self.sets["hospitals"]:
            of_kind = struck  # a named hospital is more often where the wounded were brought
            struck = []
        found = (struck or of_kind) if name.rule == _STRUCK else struck
        return found[-1] if found else None

    def _joined(self, name: str) -> str:
        """A name's words as one, articles aside, so that spellings with and without a space are the same."""
        return "".join(self.language.split(name)).replace(self.language.article, "")

    def _same_region(self, name: Named) -> int | None:
        """The one region with a direction ("the southern countryside of X") that one without it repeats."""
        if name.rule != "name.place.region":
            return None
        joined = self._joined(name.name)
        found = [
            e.number
            for e in self.all
            if e.rule == name.rule and any(self._joined(n).startswith(joined) for n in e.names)
        ]
        return found[0] if len(found) == 1 else None

    def _camp_or_town(self, entity: Entity, level: str, entry: PlaceEntry | None) -> bool:
        """Whether one of two mentions of a name means a camp and the other the town of that name."""
        if entity.level == "camp" and not level:
            return entry is not None and entry.kind in ("city", "governorate")
        towns = entity.places and entity.places[0].kind in ("city", "governorate")
        return level == "camp" and not entity.level and bool(towns)

    def _told_level(self, name: Named) -> str:
        """The level that a name's type word tells; empty where it tells none ("area of X")."""
        if not name.head or self.language.fold(name.head) in self.sets["vague_heads"]:
            return ""
        return _LEVELS.get(name.type, "")

    def _level(self, name: Named, entry: PlaceEntry | None) -> str:
        """Which of the places of one name is meant; empty where any may be."""
        told = self._told_level(name)
        if told or name.head:
            return told
        levels = self._levels.get(self._joined(name.name), set())
        if "city" in levels and entry is not None and entry.kind == "region":
            return "region"
        return ("city" if "city" in levels else "") if len(levels) > 1 else ""

    def _near(self, entry: PlaceEntry) -> bool:
        """Whether a place named without a type word can be meant: it lies where the article is, or is widely known."""
        if entry.rank >= 5 or entry.kind in ("country", "governorate", "region") or not self.countries:
            return True
        return not self._leading or entry.country in self._leading

    def _choose(self, name: Named) -> PlaceEntry | None:
        """The gazetteer's row that fits best: kind, then the article's countries, then importance."""
        if not name.places or name.rule == "name.place.region":
            return None

        def fit(place: PlaceEntry) -> tuple[int, int, int, str]:
            settlement = {"town", "village", "city", "camp", "neighbourhood"}
            same = 2 if place.kind == name.type else 1 if {place.kind, name.type} <= settlement else 0
            if not name.head:
                # without a type word a city or a land of its own is meant before a division of that name
                meant = "governorate" if self._levels.get(self._joined(name.name)) == {"governorate"} else "city"
                same = 1 if place.kind == meant or (place.kind == "region" and place.rank >= _OWN_LAND) else 0
            return (self.countries.get(place.country, 0), same, place.rank, place.id)

        return max(name.places, key=fit)

    # ------------------------------------------------------------------ both

    def _new(self, actor: bool, kind: str, rule: str) -> int:
        self.all.append(Entity(len(self.all), actor, kind, rule=rule))
        return len(self.all) - 1

    def _add(self, entity: Entity, name: Named) -> None:
        weak = (name.rule == "name.actor.force" and self.stream.marks[name.first]["members"].entry.number != "p") or (
            name.reference and not entity.actor
        )
        if weak and name.name not in entity.weak_names:
            entity.weak_names.append(name.name)
        for one in () if weak else (name.name, *name.aliases):
            if one and one not in entity.names:
                entity.names.append(one)
            if entity.actor:
                entity.words.add(self.language.split(one))
        if name.head:
            entity.heads.add(name.head)
        entity.evidence[self.stream.evidence(name.first, name.last)] = None
        entity.last_seen = max(entity.last_seen, name.first)

    def merge_aliases(self, first: int, second: int) -> None:
        """Make the second entity's names the first's (an apposition showed they are one)."""
        keep, drop = self.all[first], self.all[second]
        if keep.entry is not None and drop.entry is not None and keep.entry != drop.entry:
            return
        keep.names.extend(n for n in drop.names if n not in keep.names)
        keep.words |= drop.words
        keep.evidence |= drop.evidence
        keep.heads |= drop.heads
        keep.entry = keep.entry or drop.entry
        drop.kept = False


def sorted_names(names: Sequence[str]) -> tuple[str, ...]:
    """The fullest name first, the others in order of appearance."""
    if not names:
        return ()
    full = max(names, key=lambda n: (len(n.split()), len(n)))
    return (full, *(n for n in names if n != full))
