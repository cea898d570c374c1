"""Finding pairs without comparing all with all, and joining them into incidents.

Blocking: an event is filed under each of its places, the areas around it and its cell of a grid, for each of its days.
Two events are compared where they share a file; under an area only if one of them names nothing more exact than it.

Joining: links from the strongest down; two groups are not joined where any two of their members cannot be one. People's
decisions come first and are never overruled.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from khabar.errors import InputError
from khabar.incidents.read import AREAS, SETTLEMENTS, EventRecord
from khabar.incidents.score import SLACK, THRESHOLD, Judgement, families, judge, window

__all__ = ["Decisions", "Incident", "Link", "link", "read_decisions"]

GRID = 0.25
"""Degrees: the cell of the grid, some 25 km."""
CROWD = 400
"""In a file of more events than this an event is compared with so many that follow it only."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two events judged, ``first`` before ``second`` by IRI."""

    first: str
    second: str
    judgement: Judgement
    decision: str | None = None


@dataclass(frozen=True, slots=True)
class Incident:
    """Events that are one happening, sorted by publication and IRI, and the links that hold them together."""

    members: tuple[EventRecord, ...]
    links: tuple[Link, ...]


@dataclass(slots=True)
class Decisions:
    """People's decisions on pairs of events (sorted IRIs): ``same`` or ``not-same``."""

    pairs: dict[tuple[str, str], str] = field(default_factory=dict)

    def get(self, one: str, other: str) -> str | None:
        """The decision on a pair, in whatever order."""
        return self.pairs.get((one, other) if one < other else (other, one))


def read_decisions(path: Path) -> Decisions:
    """Read a CSV file with the columns ``decision`` (same, not-same), ``first`` and ``second`` (IRIs of events).

    Further columns (who, when, why) are for people. Raises ``InputError`` where a row is not such, or contradicts one.
    """
    found = Decisions()
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            reader = csv.DictReader(stream)
            if not {"decision", "first", "second"} <= set(reader.fieldnames or ()):
                raise InputError(f"{path}: the first line must name the columns decision, first and second")
            for row in reader:
                where = f"{path}: line {reader.line_num}"
                decision = (row["decision"] or "").strip()
                first, second = sorted(((row["first"] or "").strip(), (row["second"] or "").strip()))
                if decision not in {"same", "not-same"} or not first or first == second:
                    raise InputError(f"{where}: needs same or not-same and two different events")
                if found.pairs.setdefault((first, second), decision) != decision:
                    raise InputError(f"{where}: this pair was decided otherwise before; keep one of the two")
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"cannot read {path}: {getattr(error, 'strerror', None) or error}") from None
    return found


# ------------------------------------------------------------------------------------------------- candidates


def _files(event: EventRecord) -> Iterator[tuple[tuple[str, str], bool]]:
    """The files of an event as (place, day), and whether the event can be no more exact than that."""
    days = window(event)
    if days is None:
        return
    start, end = days[0] - SLACK, days[1]
    if end - start > timedelta(days=10):
        return
    dates = [(start + timedelta(days=number)).isoformat() for number in range((end - start).days + 1)]
    keys: dict[str, bool] = {}
    for place in event.places:
        if place.kind == "Country":
            continue
        if place.shared:
            keys[place.iri] = True
        for word in place.label.split():
            if len(word) > 2:
                keys[f"label:{word}"] = True
        for iri, kind in place.above:
            if kind in AREAS or kind in SETTLEMENTS:
                keys.setdefault(iri, kind in SETTLEMENTS)
        if place.point:
            row, column = (int(value // GRID) for value in place.point)
            for near_row in (row, row + 1):
                for near_column in (column, column + 1):
                    keys[f"cell:{near_row}:{near_column}"] = True
            keys[f"cell:{row}:{column}"] = True
    for name in event.names:
        keys[f"name:{name}"] = True
    for key, exact in keys.items():
        for day in dates:
            yield (key, day), exact


def _candidates(events: Sequence[EventRecord]) -> Iterator[tuple[int, int]]:
    """Pairs of indices that share a file, each once."""
    exact: dict[tuple[str, str], list[int]] = defaultdict(list)
    loose: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, event in enumerate(events):
        if families(event):
            for key, own in _files(event):
                (exact if own else loose)[key].append(number)
    seen: set[tuple[int, int]] = set()
    for key in sorted(exact):
        crowd = exact[key]
        reach = CROWD if len(crowd) > CROWD else len(crowd)
        for position, one in enumerate(crowd):
            for other in crowd[position + 1 : position + 1 + reach]:
                pair = (one, other) if one < other else (other, one)
                if pair not in seen and events[one].article != events[other].article:
                    seen.add(pair)
                    yield pair
            for other in loose.get(key, ())[:CROWD]:
                pair = (one, other) if one < other else (other, one)
                if pair not in seen and events[one].article != events[other].article:
                    seen.add(pair)
                    yield pair


# ------------------------------------------------------------------------------------------------- joining


class _Groups:
    """Groups of events that grow together."""

    def __init__(self, count: int) -> None:
        self._group = list(range(count))
        self.members: dict[int, list[int]] = {number: [number] for number in range(count)}

    def of(self, number: int) -> int:
        while self._group[number] != number:
            self._group[number] = self._group[self._group[number]]
            number = self._group[number]
        return number

    def join(self, one: int, other: int) -> None:
        one, other = sorted((self.of(one), self.of(other)))
        if one != other:
            self._group[other] = one
            self.members[one] += self.members.pop(other)


def link(
    events: Iterable[EventRecord], *, threshold: float = THRESHOLD, decisions: Decisions | None = None
) -> tuple[list[Incident], list[Link]]:
    """Return the incidents of at least two events, by their first member, and every decision that was applied.

    The result depends on the events only, not on their order.
    """
    decisions = decisions or Decisions()
    known = sorted({event.iri: event for event in events}.values(), key=lambda event: event.iri)
    index = {event.iri: number for number, event in enumerate(known)}
    groups = _Groups(len(known))
    decided: list[Link] = []
    apart: dict[int, set[int]] = defaultdict(set)
    for (first, second), decision in sorted(decisions.pairs.items()):
        if first not in index or second not in index:
            continue
        one, other = index[first], index[second]
        verdict = Judgement(1.0 if decision == "same" else 0.0, ("decided by a person",))
        decided.append(Link(first, second, verdict, decision))
        if decision == "same":
            groups.join(one, other)
        else:
            apart[one].add(other)
            apart[other].add(one)
    memory: dict[tuple[int, int], Judgement] = {}

    def judged(one: int, other: int) -> Judgement:
        pair = (one, other) if one < other else (other, one)
        found = memory.get(pair)
        if found is None:
            found = memory[pair] = judge(known[pair[0]], known[pair[1]])
        return found

    edges: list[tuple[float, int, int]] = []
    for one, other in _candidates(known):
        verdict = judge(known[one], known[other])
        if not verdict.forbidden and verdict.score >= threshold:
            memory[one, other] = verdict
            edges.append((verdict.score, one, other))
    edges.sort(key=lambda edge: (-edge[0], known[edge[1]].iri, known[edge[2]].iri))
    for _, one, other in edges:
        mine, theirs = groups.members[groups.of(one)], groups.members[groups.of(other)]
        if mine is theirs:
            continue
        if any(b in apart[a] for a in mine for b in theirs):
            continue
        pairs = [(a, b) for a in mine for b in theirs]
        if any(judged(a, b).forbidden and decisions.get(known[a].iri, known[b].iri) != "same" for a, b in pairs):
            continue
        if pairs and sum(judged(a, b).score for a, b in pairs) / len(pairs) < threshold * 0.75:
            continue
        groups.join(one, other)
    edge_links: dict[int, list[Link]] = defaultdict(list)
    for _, one, other in edges:
        if groups.of(one) == groups.of(other) and decisions.get(known[one].iri, known[other].iri) is None:
            edge_links[groups.of(one)].append(Link(known[one].iri, known[other].iri, memory[one, other]))
    by_pair: Mapping[int, list[Link]] = edge_links
    incidents = []
    for group, members in groups.members.items():
        if len(members) < 2:
            continue
        own = [known[number] for number in members]
        own.sort(key=lambda event: (event.published is None, str(event.published), event.iri))
        links = [item for item in decided if item.decision == "same" and groups.of(index[item.first]) == group]
        links += by_pair.get(group, [])
        incidents.append(Incident(tuple(own), tuple(sorted(links, key=lambda item: (item.first, item.second)))))
    incidents.sort(key=lambda incident: (str(incident.members[0].published), incident.members[0].iri))
    return incidents, decided
