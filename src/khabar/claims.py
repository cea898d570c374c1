"""Reading claims back from a graph: who says what, where, when, with what toll, in which words.

Works on any ``rdflib.Graph`` that follows the ontology, of one article or of many; it knows no ``Report``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from khabar.rdf.terms import KHB, OA, RDF, RDFS, SCHEMA, SKOS

if TYPE_CHECKING:
    import rdflib
    from rdflib.term import Node

__all__ = ["Happening", "Party", "Quote", "Row", "TollRow", "View", "claim_rows", "local_name", "phrase", "quantity"]


@dataclass(frozen=True, slots=True)
class Party:
    """An actor, place or article: its IRI, the label to show, its kind (local name of its class or concept)."""

    iri: str
    label: str
    kind: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the article and where they stand (code points, end exclusive)."""

    exact: str
    start: int
    end: int
    article: str


@dataclass(frozen=True, slots=True)
class Happening:
    """An event as a claim describes it; types and instruments are local names of concepts, dates ISO 8601."""

    iri: str
    types: tuple[str, ...]
    agents: tuple[Party, ...]
    targets: tuple[Party, ...]
    places: tuple[Party, ...]
    earliest: str | None
    latest: str | None
    partial: str | None
    words: tuple[str, ...]
    instruments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TollRow:
    """A toll as stated: ``minimum`` and ``maximum`` are inclusive, None where unbounded."""

    iri: str
    outcome: str
    minimum: int | None
    maximum: int | None
    approximate: bool
    words: str
    victims: str | None
    of: Party | None
    includes: tuple[str, ...]
    part_of: str | None


@dataclass(frozen=True, slots=True)
class Row:
    """One claim with everything that a reader of the table wants."""

    iri: str
    article: str
    claimant: Party
    via: tuple[Party, ...]
    modality: str
    happenings: tuple[Happening, ...]
    tolls: tuple[TollRow, ...]
    quotes: tuple[Quote, ...]
    rule: str
    relations: tuple[tuple[str, str], ...]
    """(``contradicts``, IRI of the other claim), …"""

    def as_json(self) -> dict[str, Any]:
        """Return the row as plain JSON values; member names are those of the fields."""
        value = asdict(self)
        value["relations"] = [{"kind": kind, "claim": claim} for kind, claim in self.relations]
        return value


def phrase(name: str) -> str:
    """Return a concept's local name in plain words.

    >>> phrase("KilledOrInjured")
    'killed or injured'
    """
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", name).lower()


def quantity(minimum: int | None, maximum: int | None, approximate: bool = False) -> str:
    """Return an inclusive interval as people write it.

    >>> quantity(10, 10), quantity(20, 99), quantity(100, None), quantity(None, 5), quantity(50, 50, True)
    ('10', '20–99', '≥100', '≤5', '~50')
    """
    if minimum is None and maximum is None:
        return "?"
    if minimum is None:
        text = f"≤{maximum:,}"
    elif maximum is None:
        text = f"≥{minimum:,}"
    else:
        text = f"{minimum:,}" if minimum == maximum else f"{minimum:,}–{maximum:,}"
    return f"~{text}" if approximate else text


class View:
    """A graph with the look-ups that the tables need; every result is in a stable order."""

    def __init__(self, graph: rdflib.Graph) -> None:
        from rdflib import URIRef

        self.graph = graph
        self._iri = URIRef

    def objects(self, node: Node, predicate: str) -> list[Node]:
        """The objects of a property, sorted."""
        return sorted(self.graph.objects(node, self._iri(predicate)), key=str)

    def one(self, node: Node, predicate: str) -> str | None:
        """The first object as a string, or None."""
        found = self.objects(node, predicate)
        return str(found[0]) if found else None

    def number(self, node: Node, predicate: str) -> int | None:
        """The first object as a whole number; None where there is none or it is no number."""
        text = self.one(node, predicate)
        return int(text) if text is not None and re.fullmatch(r"[+-]?\d{1,18}", text) else None

    def of_type(self, name: str) -> list[Node]:
        """All nodes of a class of the ontology, sorted."""
        return sorted(set(self.graph.subjects(self._iri(RDF + "type"), self._iri(KHB + name))), key=str)

    def types(self, node: Node) -> list[str]:
        """Local names of a node's classes; khb:Actor only where no kind is known."""
        names = [local_name(str(kind)) for kind in self.objects(node, RDF + "type")]
        return [name for name in names if name != "Actor"] or names

    def label(self, node: Node) -> str:
        """The best label: the preferred one as written, else the English one, a headline, the local name."""
        for predicate in (SKOS + "prefLabel", RDFS + "label", SCHEMA + "headline"):
            labels = self.graph.objects(node, self._iri(predicate))
            found = sorted(labels, key=lambda label: (getattr(label, "language", None) == "en", str(label)))
            if found:
                return str(found[0])
        return local_name(str(node))

    def party(self, node: Node) -> Party:
        """A node as an actor, place or article; a literal (a bare name) has no IRI."""
        if not isinstance(node, self._iri):
            return Party("", str(node), "")
        kind = self.one(node, KHB + "placeKind")
        return Party(str(node), self.label(node), local_name(kind) if kind else next(iter(self.types(node)), ""))

    def quotes(self, node: Node) -> tuple[Quote, ...]:
        """The evidence of a node, by article and position."""
        found = set()
        for mention in self.graph.objects(node, self._iri(KHB + "evidence")):
            article = self.one(mention, OA + "hasSource") or ""
            for selector in self.graph.objects(mention, self._iri(OA + "hasSelector")):
                start, end = self.number(selector, OA + "start"), self.number(selector, OA + "end")
                exact = self.one(selector, OA + "exact")
                if start is not None and end is not None and exact is not None:
                    found.add((article, start, end, exact))
        return tuple(Quote(exact, start, end, article) for article, start, end, exact in sorted(found))

    def happening(self, event: Node) -> Happening:
        """An event."""
        return Happening(
            iri=str(event),
            types=tuple(local_name(str(kind)) for kind in self.objects(event, KHB + "eventType")),
            agents=self._parties(event, "agent"),
            targets=self._parties(event, "target"),
            places=self._parties(event, "place"),
            earliest=self.one(event, KHB + "earliest"),
            latest=self.one(event, KHB + "latest"),
            partial=self.one(event, KHB + "partialDate"),
            words=tuple(map(str, self.objects(event, KHB + "dateText"))),
            instruments=self._sorted(event, "instrument"),
        )

    def _sorted(self, node: Node, name: str) -> tuple[str, ...]:
        """The local names of the concepts under ``khb:name``, then the nouns for which there is none."""
        concepts = [local_name(str(value)) for value in self.objects(node, KHB + name)]
        return (*concepts, *map(str, self.objects(node, f"{KHB}{name}Noun")))

    def toll(self, toll: Node) -> TollRow:
        """A toll."""
        of = self._parties(toll, "of")
        return TollRow(
            iri=str(toll),
            outcome=local_name(self.one(toll, KHB + "outcome") or ""),
            minimum=self.number(toll, KHB + "min"),
            maximum=self.number(toll, KHB + "max"),
            approximate=self.one(toll, KHB + "approximate") in {"true", "1"},
            words=self.one(toll, KHB + "words") or "",
            victims=next(iter(self._sorted(toll, "victims")), None),
            of=of[0] if of else None,
            includes=self._sorted(toll, "includes"),
            part_of=self.one(toll, KHB + "partOf"),
        )

    def _parties(self, node: Node, name: str) -> tuple[Party, ...]:
        return tuple(self.party(other) for other in self.objects(node, KHB + name))


def local_name(iri: str) -> str:
    """Return what follows the last ``#`` or ``/`` of an IRI; a plain word is its own local name."""
    return re.split(r"[#/]", iri)[-1] if "://" in iri or iri.startswith("urn:") else iri


def claim_rows(graph: rdflib.Graph) -> tuple[Row, ...]:
    """Return every claim of a graph, by article and first evidence; its tolls in the order of their words."""
    view = View(graph)
    rows = []
    for claim in view.of_type("Claim"):
        quotes = view.quotes(claim)
        tolls = sorted(
            view.objects(claim, KHB + "states"),
            key=lambda toll: (*((quote.start, quote.end) for quote in view.quotes(toll)[:1]), str(toll)),
        )
        claimants = view.objects(claim, KHB + "claimant")
        events = [(view.quotes(event)[:1], event) for event in view.objects(claim, KHB + "describes")]
        rows.append(
            Row(
                iri=str(claim),
                article=quotes[0].article if quotes else "",
                claimant=view.party(claimants[0]) if claimants else Party("", "?", ""),
                via=view._parties(claim, "via"),
                modality=local_name(view.one(claim, KHB + "modality") or ""),
                happenings=tuple(view.happening(event) for _, event in sorted(events, key=_position)),
                tolls=tuple(map(view.toll, tolls)),
                quotes=quotes,
                rule=view.one(claim, KHB + "rule") or "",
                relations=tuple(_relations(view, claim)),
            )
        )
    rows.sort(key=lambda row: (row.article, *((quote.start, quote.end) for quote in row.quotes[:1]), row.iri))
    return tuple(rows)


def _position(item: tuple[tuple[Quote, ...], Any]) -> tuple[str, int, str]:
    quotes, node = item
    return (quotes[0].article, quotes[0].start, str(node)) if quotes else ("", -1, str(node))


def _relations(view: View, claim: Any) -> Iterable[tuple[str, str]]:
    for kind in ("contradicts", "updates", "repeats", "denies"):
        for other in view.objects(claim, KHB + kind):
            yield kind, str(other)
