"""From graphs to what linking compares: events with places, days, actors and claims. One graph in memory at a time."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from khabar.rdf.terms import GEO, KHB, OA, RDF, SCHEMA, SKOS
from khabar.stores.load import NamedGraph, read_graphs

__all__ = ["ClaimRecord", "EventRecord", "PlaceRecord", "TollRecord", "read_articles", "records", "statements"]

SETTLEMENTS = frozenset(("City", "Town", "Village", "Camp", "Neighbourhood", "Facility"))
"""Kinds of places that are a spot: two of them far apart are two happenings."""
AREAS = frozenset(("District", "Governorate", "Region"))


@dataclass(frozen=True, slots=True)
class PlaceRecord:
    """A place: its IRI, kind (local name), all places that contain it, coordinates where known."""

    iri: str
    kind: str
    above: tuple[tuple[str, str], ...]
    """(IRI, kind), the nearest first so far as the graph says."""
    point: tuple[float, float] | None
    """Latitude and longitude, degrees; only where they are those of the place itself."""
    shared: bool
    """Whether its IRI is the same in all articles (a gazetteer knows it)."""
    label: str


@dataclass(frozen=True, slots=True)
class TollRecord:
    """A toll that is no part of another."""

    iri: str
    outcome: str
    minimum: int | None
    maximum: int | None
    victims: str | None
    of: str | None


@dataclass(frozen=True, slots=True)
class ClaimRecord:
    """A claim: who says it (a key that is the same in all articles), how, which figures."""

    iri: str
    claimant: str
    modality: str
    tolls: tuple[TollRecord, ...]
    events: tuple[str, ...]
    article: str
    published: date | None
    position: int


@dataclass(frozen=True, slots=True)
class EventRecord:
    """An event of one article, with all that linking looks at."""

    iri: str
    article: str
    published: date | None
    types: frozenset[str]
    places: tuple[PlaceRecord, ...]
    stated: bool
    """Whether the places are the event's own, and not just those that the article speaks of."""
    agents: frozenset[str]
    targets: frozenset[str]
    names: frozenset[str]
    """Labels of persons and facilities that have part in it."""
    earliest: date | None
    latest: date | None
    instruments: frozenset[str]
    figures: frozenset[tuple[str, int | None, int | None]]
    words: frozenset[str]
    modalities: frozenset[str]
    claims: tuple[ClaimRecord, ...] = field(default=(), compare=False)


def read_articles(paths: Iterable[str | Path]) -> Iterator[list[EventRecord]]:
    """Yield the events of each graph in files, sorted by IRI; one graph is in memory at a time.

    Raises ``GraphError`` if a file cannot be read.
    """
    for path in paths:
        for graph in read_graphs(path, "urn:khabar:unnamed"):
            yield records(graph)


def records(graph: NamedGraph) -> list[EventRecord]:
    """Return the events of one article's graph; none where it is no article's."""
    return _Reader(graph).events()


_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_POINT = re.compile(r"POINT\((-?[\d.]+) (-?[\d.]+)\)")
_WORD = re.compile(r"\w{3,}")


_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")
_SHORT = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}


def _unescaped(match: re.Match[str]) -> str:
    short, long, char = match.groups()
    return _SHORT.get(char, char) if char else chr(int(short or long, 16))


def statements(lines: Iterable[bytes]) -> Iterator[tuple[str, str, str]]:
    """Yield subject, predicate and object of N-Quads lines that hold no blank nodes; of a literal its lexical form.

    The lines are those of ``read_graphs``, so they are known to be well-formed: that, and making no objects of all
    terms, is why this takes a fraction of a parser's time, which is most of the time of linking.
    """
    names: dict[bytes, str] = {}

    def iri(data: bytes) -> str:
        found = names.get(data)
        if found is None:
            found = names[data] = data[1:-1].decode("utf-8")
        return found

    for line in lines:
        subject, predicate, rest = line.split(b" ", 2)
        if rest.startswith(b"<"):
            value = iri(rest[: rest.index(b">") + 1])
        else:
            # the graph, a language tag and a datatype hold no quotation marks, so the last one ends the string
            value = rest[1 : rest.rindex(b'"')].decode("utf-8")
            if "\\" in value:
                value = _ESCAPE.sub(_unescaped, value)
        yield iri(subject), iri(predicate), value


class _Reader:
    """One graph, indexed by subject and property."""

    def __init__(self, graph: NamedGraph) -> None:
        self._values: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        self._types: dict[str, list[str]] = defaultdict(list)
        for subject, predicate, value in statements(graph.lines):
            self._values[subject][predicate].append(value)
            if predicate == RDF + "type" and value.startswith(KHB):
                self._types[value.removeprefix(KHB)].append(subject)

    def _all(self, node: str, name: str, namespace: str = KHB) -> list[str]:
        return self._values[node][namespace + name] if node in self._values else []

    def _one(self, node: str, name: str, namespace: str = KHB) -> str | None:
        found = self._all(node, name, namespace)
        return min(found) if found else None

    def _label(self, node: str) -> str:
        return min(self._all(node, "prefLabel", SKOS), default=node, key=lambda text: (text.isascii(), text))

    def _day(self, node: str, name: str, namespace: str = KHB) -> date | None:
        value = self._one(node, name, namespace)
        try:
            return date.fromisoformat(value) if value and _DATE.fullmatch(value) else None
        except ValueError:
            return None

    def _key(self, node: str) -> str:
        """What an actor is known by in every article: a shared IRI, else its label."""
        return node if "/article/" not in node else self._label(node)

    def events(self) -> list[EventRecord]:
        """The article's events, sorted by IRI."""
        articles = [node for node in self._types["Article"] if self._all(node, "sha256")]
        if len(articles) != 1 or not self._types["Event"]:
            return []
        article = articles[0]
        published = self._day(article, "datePublished", SCHEMA)
        claims = [self._claim(node, article, published) for node in sorted(self._types["Claim"])]
        by_event: dict[str, list[ClaimRecord]] = defaultdict(list)
        for claim in claims:
            for event in claim.events:
                by_event[event].append(claim)
        everywhere = tuple(
            place for place in map(self._place, sorted(self._types["Place"])) if place.kind in SETTLEMENTS
        )
        fallback = everywhere if len(everywhere) <= 2 else ()
        return [
            self._event(node, article, published, by_event[node], fallback)
            for node in sorted(set(self._types["Event"]))
        ]

    def _event(
        self, node: str, article: str, published: date | None, claims: Sequence[ClaimRecord],
        fallback: tuple[PlaceRecord, ...],
    ) -> EventRecord:  # fmt: skip
        targets = self._all(node, "target")
        place_nodes = sorted({*self._all(node, "place"), *(t for t in targets if self._all(t, "placeKind"))})
        places = tuple(map(self._place, place_nodes))
        earliest, latest = self._day(node, "earliest"), self._day(node, "latest")
        actors = sorted({*self._all(node, "agent"), *(t for t in targets if not self._all(t, "placeKind"))})
        names = {self._label(a) for a in actors if KHB + "Person" in self._all(a, "type", RDF)}
        names |= {place.label for place in places if place.kind == "Facility"}
        figures = {
            (toll.outcome, toll.minimum, toll.maximum) for claim in claims for toll in claim.tolls
            if len(claim.events) == 1
        }  # fmt: skip
        words = {word for quote in self._quotes(node) for word in _WORD.findall(quote)}
        for claim in claims:
            words.update(word for quote in self._quotes(claim.iri) for word in _WORD.findall(quote))
        return EventRecord(
            iri=node, article=article, published=published,
            types=frozenset(value.removeprefix(KHB) for value in self._all(node, "eventType")),
            places=places or fallback, stated=bool(places),
            agents=frozenset(map(self._key, self._all(node, "agent"))),
            targets=frozenset(self._key(t) for t in targets if not self._all(t, "placeKind")),
            names=frozenset(names), earliest=earliest, latest=latest,
            instruments=frozenset(
                value.removeprefix(KHB) for name in ("instrument", "instrumentNoun") for value in self._all(node, name)
            ),
            figures=frozenset(figures), words=frozenset(words),
            modalities=frozenset(claim.modality for claim in claims), claims=tuple(claims),
        )  # fmt: skip

    def _quotes(self, node: str) -> list[str]:
        return [
            quote
            for mention in self._all(node, "evidence")
            for selector in self._all(mention, "hasSelector", OA)
            for quote in self._all(selector, "exact", OA)
        ]

    def _position(self, node: str) -> int:
        starts = [
            int(value)
            for mention in self._all(node, "evidence")
            for selector in self._all(mention, "hasSelector", OA)
            for value in self._all(selector, "start", OA)
            if value.isdigit()
        ]
        return min(starts, default=0)

    def _place(self, node: str) -> PlaceRecord:
        above: dict[str, str] = {}
        level = [node]
        while level:
            level = sorted({up for low in level for up in self._all(low, "within")} - set(above) - {node})
            above.update((up, (self._one(up, "placeKind") or "").removeprefix(KHB)) for up in level)
        point = None
        geometry = self._one(node, "hasGeometry", GEO)
        if geometry and (self._one(geometry, "precision") or "").removeprefix(KHB) == "PointPrecision":
            match = _POINT.fullmatch(self._one(geometry, "asWKT", GEO) or "")
            if match:
                point = (float(match[2]), float(match[1]))
        label = self._label(node)
        if "/article/" in node and not above:
            # a facility that the gazetteer does not know lies in the settlement that its name names, or in the only one
            named = {up: kind for up, kind in self._settlements if set(self._label(up).split()) <= set(label.split())}
            above = named or (dict(self._settlements) if len(self._settlements) == 1 else {})
        return PlaceRecord(
            node, (self._one(node, "placeKind") or "").removeprefix(KHB), tuple(above.items()), point,
            "/article/" not in node, label,
        )  # fmt: skip

    @cached_property
    def _settlements(self) -> tuple[tuple[str, str], ...]:
        """The settlements of the article that the gazetteer knows, and their kinds."""
        found = []
        for node in sorted(self._types["Place"]):
            kind = (self._one(node, "placeKind") or "").removeprefix(KHB)
            if "/article/" not in node and kind in SETTLEMENTS:
                found.append((node, kind))
        return tuple(found)

    def _claim(self, node: str, article: str, published: date | None) -> ClaimRecord:
        tolls = []
        for toll in sorted(self._all(node, "states")):
            if self._all(toll, "partOf"):
                continue
            of = self._one(toll, "of")
            tolls.append(TollRecord(
                toll, (self._one(toll, "outcome") or "").removeprefix(KHB), _number(self._one(toll, "min")),
                _number(self._one(toll, "max")), self._one(toll, "victims") or self._one(toll, "victimsNoun"),
                self._key(of) if of else None,
            ))  # fmt: skip
        claimant = self._one(node, "claimant") or article
        return ClaimRecord(
            node, claimant if claimant == article else self._key(claimant),
            (self._one(node, "modality") or "").removeprefix(KHB), tuple(tolls),
            tuple(sorted(self._all(node, "describes"))), article, published, self._position(node),
        )  # fmt: skip


def _number(value: str | None) -> int | None:
    return int(value) if value is not None and re.fullmatch(r"\d{1,18}", value) else None


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the great-circle distance of two points (latitude, longitude in degrees) in kilometres."""
    (a, b), (c, d) = ((math.radians(x) for x in point) for point in (one, other))
    h = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * 6371.0 * math.asin(min(1.0, math.sqrt(h)))
