"""Joining events into incidents.

Links from the strongest down: two groups are not joined where any two of their members cannot be one (in large groups,
of so many of their members). People's decisions come first and are never overruled. Which pairs are looked at at all,
``khabar.incidents.blocks`` says. Events and links lie on disk; in memory are a few bytes for each event, and one heap
of connected events at a time.
"""

from __future__ import annotations

import csv
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from khabar.errors import InputError
from khabar.incidents.blocks import Shelf, room
from khabar.incidents.read import EventRecord
from khabar.incidents.score import THRESHOLD, Judgement, judge

__all__ = ["Decisions", "Incident", "Link", "Linker", "link", "linking", "read_decisions"]

SAMPLE = 12
"""Of groups with more members, so many are held against the other group's."""
SHOWN = 16
"""So many of the strongest links of each member are kept, beside those that joined."""
COHESION = 0.75
"""Of the threshold: two groups are one only if their members' scores are on average not below this."""


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


# ------------------------------------------------------------------------------------------------- joining


class Linker:
    """Takes events in, then gives incidents out, one at a time; the order of the events does not matter."""

    def __init__(self, shelf: Shelf, threshold: float, decisions: Decisions) -> None:
        self._shelf = shelf
        self._threshold = threshold
        self._decisions = decisions
        self.decided: list[Link] = []
        """Every decision that was applied; complete when the first incident is there."""

    @property
    def events(self) -> int:
        """How many events there were."""
        return self._shelf.events

    @property
    def articles(self) -> int:
        """Articles that they are from."""
        return self._shelf.articles

    def add(self, events: Iterable[EventRecord]) -> None:
        """Take events in."""
        self._shelf.add(events)

    def incidents(self) -> Iterator[Incident]:
        """Yield the incidents of at least two events, by their first member.

        Raises ``KhabarError`` if there is no room for temporary files.
        """
        with room():
            yield from self._incidents()

    def _incidents(self) -> Iterator[Incident]:
        self._shelf.number()
        pairs = self._apply_decisions()
        db = self._shelf.db
        db.execute("CREATE TABLE edge (heap INTEGER, one INTEGER, other INTEGER, score REAL)")
        heaps = _Heaps(self._shelf.events)
        for (one, other), decision in pairs.items():
            if decision == "same":
                heaps.join(one, other)
        for one, other in self._shelf.candidates():
            verdict = judge(self._shelf.get(one), self._shelf.get(other))
            if not verdict.forbidden and verdict.score >= self._threshold:
                db.execute("INSERT INTO edge VALUES (NULL, ?, ?, ?)", (one, other, verdict.score))
                heaps.join(one, other)
        db.create_function("heap", 1, heaps.of, deterministic=True)
        db.execute("UPDATE edge SET heap = heap(one)")
        db.execute("CREATE TABLE member (incident INTEGER, number INTEGER, day TEXT)")
        db.execute("CREATE TABLE shown (incident INTEGER, one INTEGER, other INTEGER)")
        decided: dict[int, dict[tuple[int, int], str]] = defaultdict(dict)
        for pair, decision in pairs.items():
            if heaps.of(pair[0]) == heaps.of(pair[1]):
                decided[heaps.of(pair[0])][pair] = decision
        db.execute("CREATE INDEX edge_heap ON edge (heap, score DESC, one, other)")
        found = array("I", (heap for (heap,) in db.execute("SELECT DISTINCT heap FROM edge ORDER BY heap")))
        for heap in (*found, *sorted(decided.keys() - set(found))) if decided else found:
            rows = db.execute("SELECT one, other FROM edge WHERE heap = ? ORDER BY score DESC, one, other", (heap,))
            self._join(rows, decided.get(heap, {}))
        yield from self._read(pairs)

    def _apply_decisions(self) -> dict[tuple[int, int], str]:
        """People's decisions by the numbers of the events."""
        known = self._shelf.numbers(sorted({iri for pair in self._decisions.pairs for iri in pair}))
        found = {}
        for (first, second), decision in sorted(self._decisions.pairs.items()):
            if first in known and second in known:
                verdict = Judgement(1.0 if decision == "same" else 0.0, ("decided by a person",))
                self.decided.append(Link(first, second, verdict, decision))
                found[known[first], known[second]] = decision
        return found

    def _join(self, edges: Iterable[tuple[int, int]], decided: Mapping[tuple[int, int], str]) -> None:
        """Make groups of one heap, by its links from the strongest down, and keep them."""
        groups = _Groups()
        apart: dict[int, set[int]] = defaultdict(set)
        for (one, other), decision in decided.items():
            if decision == "same":
                groups.join(one, other)
            else:
                apart[one].add(other)
                apart[other].add(one)
        judged = _Judged(self._shelf, decided)
        refused: set[tuple[int, int, int, int]] = set()
        kept: dict[int, list[int]] = defaultdict(list)
        count: dict[int, int] = defaultdict(int)
        for one, other in edges:
            mine, theirs = sorted((groups.of(one), groups.of(other)))
            joins = False
            if mine != theirs:
                state = (mine, theirs, groups.size(mine), groups.size(theirs))
                joins = state not in refused and self._fit(groups.members(mine), groups.members(theirs), apart, judged)
                if joins:
                    groups.join(mine, theirs)
                else:
                    refused.add(state)
            if (one, other) not in decided and (joins or min(count[one], count[other]) < SHOWN):
                kept[one].append(other)
            count[one] += 1
            count[other] += 1
        db = self._shelf.db
        for members in groups.all():
            first = min(members)
            db.executemany(
                "INSERT INTO member VALUES (?, ?, ?)",
                [(first, number, str(self._shelf.get(number).published or "~")) for number in members],
            )
            inside = set(members)
            db.executemany(
                "INSERT INTO shown VALUES (?, ?, ?)",
                [(first, number, other) for number in members for other in kept.get(number, ()) if other in inside],
            )

    def _fit(self, mine: list[int], theirs: list[int], apart: Mapping[int, set[int]], judged: _Judged) -> bool:
        """Whether two groups can be one."""
        if apart:
            other = set(theirs)
            if any(not other.isdisjoint(apart[a]) for a in mine if a in apart):
                return False
        pairs = [judged(a, b) for a in _sample(mine) for b in _sample(theirs)]
        if any(score is None for score in pairs):
            return False
        return sum(score for score in pairs if score is not None) / len(pairs) >= self._threshold * COHESION

    def _read(self, pairs: dict[tuple[int, int], str]) -> Iterator[Incident]:
        """The incidents that were kept, by their first member."""
        db, shelf = self._shelf.db, self._shelf
        db.execute("CREATE INDEX member_incident ON member (incident, day, number)")
        db.execute("CREATE INDEX shown_incident ON shown (incident, one, other)")
        same: dict[int, list[Link]] = defaultdict(list)
        for (one, _), item in zip(pairs, self.decided, strict=True):
            if item.decision == "same":
                same[one].append(item)
        order = (
            "SELECT incident FROM (SELECT incident, day, number, row_number() OVER (PARTITION BY incident ORDER BY day,"
            " number) AS rank FROM member) WHERE rank = 1 ORDER BY day, number"
        )
        for (incident,) in db.execute(order):
            numbers = [number for (number,) in db.execute(
                "SELECT number FROM member WHERE incident = ? ORDER BY day, number", (incident,)
            )]  # fmt: skip
            links = []
            for one, other in db.execute(
                "SELECT DISTINCT one, other FROM shown WHERE incident = ? ORDER BY one, other", (incident,)
            ):
                first, second = shelf.get(one), shelf.get(other)
                links.append(Link(first.iri, second.iri, judge(first, second)))
            links += [item for number in numbers for item in same.get(number, ())]
            members = tuple(shelf.whole(number) for number in numbers)
            yield Incident(members, tuple(sorted(links, key=lambda item: (item.first, item.second))))


def _sample(members: list[int]) -> list[int]:
    """Some of the members of a large group, evenly over it."""
    if len(members) <= SAMPLE:
        return members
    return [members[position * len(members) // SAMPLE] for position in range(SAMPLE)]


class _Judged:
    """Scores of pairs of one heap, remembered; None where the two cannot be one and nobody has decided otherwise."""

    def __init__(self, shelf: Shelf, decided: Mapping[tuple[int, int], str]) -> None:
        self._shelf = shelf
        self._decided = decided
        self._memory: dict[tuple[int, int], float | None] = {}

    def __call__(self, one: int, other: int) -> float | None:
        pair = (one, other) if one < other else (other, one)
        if pair in self._memory:
            return self._memory[pair]
        verdict = judge(self._shelf.get(one), self._shelf.get(other))
        forbidden = verdict.forbidden and self._decided.get(pair) != "same"
        if len(self._memory) > REMEMBERED:
            self._memory.clear()
        found = self._memory[pair] = None if forbidden else verdict.score
        return found


REMEMBERED = 200_000
"""Scores in memory."""


class _Heaps:
    """Which events are connected by links, however indirectly: four bytes for each."""

    def __init__(self, count: int) -> None:
        self._parent = array("I", range(count))

    def of(self, number: int) -> int:
        parent = self._parent
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    def join(self, one: int, other: int) -> None:
        one, other = sorted((self.of(one), self.of(other)))
        self._parent[other] = one


class _Groups:
    """Groups of the events of one heap, growing together; each is known by its smallest member."""

    def __init__(self) -> None:
        self._group: dict[int, int] = {}
        self._members: dict[int, list[int]] = {}

    def of(self, number: int) -> int:
        return self._group.get(number, number)

    def size(self, group: int) -> int:
        return len(self._members.get(group, (group,)))

    def members(self, group: int) -> list[int]:
        return self._members.get(group, [group])

    def join(self, one: int, other: int) -> None:
        one, other = sorted((self.of(one), self.of(other)))
        if one == other:
            return
        theirs = self.members(other)
        self._members[one] = sorted(self.members(one) + theirs)
        self._members.pop(other, None)
        for number in theirs:
            self._group[number] = one

    def all(self) -> Iterator[list[int]]:
        return iter(self._members.values())


@contextmanager
def linking(threshold: float = THRESHOLD, decisions: Decisions | None = None) -> Iterator[Linker]:
    """Give a ``Linker`` to be filled and read."""
    shelf = Shelf()
    try:
        yield Linker(shelf, threshold, decisions or Decisions())
    finally:
        shelf.close()


def link(
    events: Iterable[EventRecord], *, threshold: float = THRESHOLD, decisions: Decisions | None = None
) -> tuple[list[Incident], list[Link]]:
    """Return the incidents of at least two events, by their first member, and every decision that was applied.

    The result depends on the events only, not on their order.
    """
    with linking(threshold, decisions) as linker:
        linker.add(events)
        incidents = list(linker.incidents())
        return incidents, linker.decided
