"""Finding pairs without comparing all with all, and without holding all in memory: events and pairs lie on disk.

An event is filed under keys, each for each of its days: its places, the areas around them and its cell of a grid; for
an event without a place its kind of happening together with an actor, a name or a figure. Two events are candidates
where they share a file, unless both stand there for something wider than where they were.

A crowded file is divided once more, by actors, names, figures, types and instruments; what is still crowded is put in
an order in which alike events are neighbours, and each is compared with its neighbours only. One incident of a thousand
articles is so joined by its chain of neighbours, and the number of pairs grows with the events, not with their square.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import sqlite3
from collections import OrderedDict, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import fields, replace
from datetime import timedelta

from khabar.errors import KhabarError
from khabar.incidents.read import AREAS, SETTLEMENTS, ClaimRecord, EventRecord
from khabar.incidents.score import FAMILIES, SLACK, families, kin, window

__all__ = ["CROWD", "NEIGHBOURS", "Shelf", "files", "room", "tokens"]

GRID = 0.25
"""Degrees: the cell of the grid, some 25 km."""
CROWD = 60
"""A file in which each event would be compared with more than so many others is divided."""
NEIGHBOURS = 24
"""So many of the following are looked at where dividing does not help."""
CACHED = 2048
"""Events in memory."""
CACHE_KILOBYTES = 16384
"""Of the temporary file."""
_FAMILIES = {name: 1 << number for number, name in enumerate(sorted(set(FAMILIES.values())))}


def _hash(*parts: object) -> int:
    """A signed 64-bit integer, as SQLite keeps them."""
    data = "\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(data, digest_size=8).digest(), "big", signed=True)


def files(event: EventRecord) -> Iterator[tuple[str, str, bool]]:
    """Yield the files of an event as (key, day), and whether the event can be no more exact than that.

    An event whose days are not known to some ten has none.
    """
    days = window(event)
    if days is None:
        return
    start, end = days[0] - SLACK, days[1]
    if end - start > timedelta(days=10):
        return
    keys = _places(event)
    placeless = all(place.kind == "Country" for place in event.places)
    for key in _circumstances(event):
        keys[key] = placeless
    for number in range((end - start).days + 1):
        day = (start + timedelta(days=number)).isoformat()
        for key, exact in keys.items():
            yield key, day, exact


def _places(event: EventRecord) -> dict[str, bool]:
    """Where an event is filed for its places: exact where it names nothing more exact."""
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
    for name in event.names:
        keys[f"name:{name}"] = True
    return keys


def _circumstances(event: EventRecord) -> Iterator[str]:
    """What an event without a place can be found by, beside its day: its family with an actor, a name or a figure."""
    found = [*(f"actor:{actor}" for actor in event.agents | event.targets), *(f"name:{name}" for name in event.names)]
    found += [f"figure:{figure}" for figure in event.figures if figure[1] is not None]
    for family in families(event):
        for what in found:
            yield f"{family}:{what}"


def tokens(event: EventRecord) -> frozenset[str]:
    """What two reports of one happening may have in common; crowded files are divided by it."""
    return frozenset((
        *(f"actor:{actor}" for actor in event.agents | event.targets), *(f"name:{name}" for name in event.names),
        *(f"figure:{figure}" for figure in event.figures), *(f"type:{kind}" for kind in event.types),
        *(f"instrument:{kind}" for kind in event.instruments),
    ))  # fmt: skip


_SCHEMA = """
CREATE TABLE event (id INTEGER PRIMARY KEY, iri TEXT UNIQUE NOT NULL, article TEXT NOT NULL, core BLOB, claims BLOB);
CREATE TABLE place (number INTEGER PRIMARY KEY, id INTEGER NOT NULL);
CREATE TABLE file (
    key INTEGER NOT NULL, event INTEGER NOT NULL, exact INTEGER NOT NULL, article INTEGER NOT NULL,
    own INTEGER NOT NULL, kin INTEGER NOT NULL, near INTEGER NOT NULL
);
CREATE TABLE token (event INTEGER NOT NULL, token INTEGER NOT NULL, PRIMARY KEY (event, token)) WITHOUT ROWID;
CREATE TABLE pair (one INTEGER NOT NULL, other INTEGER NOT NULL);
"""
_SMALL = """
INSERT INTO pair SELECT min(x.event, y.event), max(x.event, y.event)
FROM crowd JOIN file AS x ON x.key = crowd.key AND x.exact JOIN file AS y ON y.key = crowd.key
WHERE crowd.exact <= ? AND x.article != y.article AND x.kin & y.own AND (NOT y.exact OR x.event < y.event)
"""

Row = tuple[int, int, int, int, int, int]
"""Event, whether exact, article, family bits, bits of families that it can be one with, order among its like."""


class Shelf:
    """All events of a run, on disk, numbered by their IRIs; a bounded number of them is in memory.

    The file is one of SQLite's own temporary files, which have no name: a process that is killed leaves nothing behind.
    """

    def __init__(self) -> None:
        with room():
            self.db = sqlite3.connect("", isolation_level=None)
            for name, value in {
                "journal_mode": "OFF",
                "synchronous": "OFF",
                "temp_store": 1,
                "cache_size": -CACHE_KILOBYTES,
            }.items():
                self.db.execute(f"PRAGMA {name} = {value}")
            self.db.executescript(_SCHEMA)
            self.db.execute("BEGIN")
        self._cache: OrderedDict[int, EventRecord] = OrderedDict()
        self.events = 0
        self.articles = 0

    def close(self) -> None:
        """Give the disk space back."""
        self.db.close()

    def add(self, events: Iterable[EventRecord]) -> None:
        """Take events in; of two with one IRI the same is kept in whatever order they come."""
        with room():
            for event in events:
                core, claims = pickle.dumps(replace(event, claims=()), 5), pickle.dumps(event.claims, 5)
                found = self.db.execute("SELECT id, core FROM event WHERE iri = ?", (event.iri,)).fetchone()
                if found is None:
                    self.db.execute(
                        "INSERT INTO event (iri, article, core, claims) VALUES (?, ?, ?, ?)",
                        (event.iri, event.article, core, claims),
                    )
                elif _order(event) > _order(pickle.loads(found[1])):  # noqa: S301 - our own file
                    self.db.execute("UPDATE event SET core = ?, claims = ? WHERE id = ?", (core, claims, found[0]))

    def number(self) -> None:
        """Number the events by their IRIs and file them; call it when all are in."""
        article = ""
        with room():
            rows = self.db.execute("SELECT id, article, core FROM event ORDER BY iri")
            for number, (identity, own_article, core) in enumerate(rows):
                self.db.execute("INSERT INTO place VALUES (?, ?)", (number, identity))
                self.events += 1
                if own_article != article:
                    article = own_article
                    self.articles += 1
                event: EventRecord = pickle.loads(core)  # noqa: S301 - our own file
                kinds = families(event)
                if not kinds:
                    continue
                marks = sorted({_hash(token) for token in tokens(event)})
                own = sum(_FAMILIES[name] for name in kinds)
                related = sum(_FAMILIES[name] for name in kin(kinds))
                self.db.executemany("INSERT INTO token VALUES (?, ?)", [(number, mark) for mark in marks])
                near = _hash("near", *sorted(map(str, event.figures))) if event.figures else min(marks)
                self.db.executemany(
                    "INSERT INTO file VALUES (?, ?, ?, ?, ?, ?, ?)",
                    [
                        (_hash(key, day), number, exact, self.articles, own, related, near)
                        for key, day, exact in files(event)
                    ],
                )

    def numbers(self, iris: Sequence[str]) -> dict[str, int]:
        """Return the numbers of those of these events that are there."""
        found = {}
        with room():
            for iri in iris:
                row = self.db.execute("SELECT number FROM event JOIN place USING (id) WHERE iri = ?", (iri,)).fetchone()
                if row:
                    found[iri] = int(row[0])
        return found

    def get(self, number: int) -> EventRecord:
        """Return an event without its claims."""
        found = self._cache.get(number)
        if found is not None:
            self._cache.move_to_end(number)
            return found
        with room():
            row = self.db.execute("SELECT core FROM place JOIN event USING (id) WHERE number = ?", (number,)).fetchone()
        event: EventRecord = pickle.loads(row[0])  # noqa: S301 - our own file
        self._cache[number] = event
        if len(self._cache) > CACHED:
            self._cache.popitem(last=False)
        return event

    def whole(self, number: int) -> EventRecord:
        """Return an event with its claims."""
        with room():
            row = self.db.execute(
                "SELECT core, claims FROM place JOIN event USING (id) WHERE number = ?", (number,)
            ).fetchone()
        event: EventRecord = pickle.loads(row[0])  # noqa: S301 - our own file
        claims: tuple[ClaimRecord, ...] = pickle.loads(row[1])  # noqa: S301 - our own file
        return replace(event, claims=claims)

    # ------------------------------------------------------------------------------------- candidates

    def candidates(self) -> Iterator[tuple[int, int]]:
        """Yield the pairs of events that are to be compared, each once, the smaller number first, in order."""
        with room():
            self.db.execute("CREATE INDEX file_key ON file (key, exact, event, article, own, kin, near)")
            self.db.execute(
                "CREATE TABLE crowd AS SELECT key, sum(exact) AS exact FROM file GROUP BY key"
                " HAVING count(*) > 1 AND sum(exact) > 0"
            )
            self.db.execute(_SMALL, (CROWD,))
            large = [key for (key,) in self.db.execute("SELECT key FROM crowd WHERE exact > ?", (CROWD,))]
            for key in large:
                self.db.executemany("INSERT INTO pair VALUES (?, ?)", self._divided(key))
            yield from self.db.execute("SELECT DISTINCT one, other FROM pair ORDER BY one, other")

    def _divided(self, key: int) -> Iterator[tuple[int, int]]:
        """The pairs of a crowded file."""
        rows: list[Row] = self.db.execute(
            "SELECT event, exact, article, own, kin, near FROM file WHERE key = ? ORDER BY near, event", (key,)
        ).fetchall()
        yield from _neighbours(rows)
        groups: dict[int, list[Row]] = defaultdict(list)
        for row in rows:
            for (token,) in self.db.execute("SELECT token FROM token WHERE event = ?", (row[0],)):
                groups[token].append(row)
        for group in groups.values():
            exact = sum(row[1] for row in group)
            yield from _neighbours(group, len(group) if exact <= CROWD else NEIGHBOURS)


def _neighbours(rows: Sequence[Row], reach: int = NEIGHBOURS) -> Iterator[tuple[int, int]]:
    for position, one in enumerate(rows):
        for other in rows[position + 1 : position + 1 + reach]:
            if one[2] != other[2] and (one[1] or other[1]) and one[4] & other[3]:
                yield (one[0], other[0]) if one[0] < other[0] else (other[0], one[0])


def _order(event: EventRecord) -> str:
    """Something to choose by between two versions of an event, whatever the order of what sets hold."""
    values = [getattr(event, item.name) for item in fields(event) if item.name != "claims"]
    return repr([sorted(map(repr, value)) if isinstance(value, frozenset) else repr(value) for value in values])


@contextmanager
def room() -> Iterator[None]:
    """Say where the disk space is needed, when there is none."""
    try:
        yield
    except sqlite3.Error as error:
        where = os.environ.get("SQLITE_TMPDIR") or os.environ.get("TMPDIR") or "/tmp"  # noqa: S108 - only named
        raise KhabarError(
            f"linking needs room for temporary files in {where}: {error}; set TMPDIR to another"
        ) from None
