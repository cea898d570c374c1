"""What the pages show, as plain JSON values: read back from a graph, knowing neither HTML nor a ``Report``.

Nodes are named by *keys*: their IRI without the graph's common base, or the whole IRI where it lies elsewhere. Offsets
are code points, end exclusive, as in the graph. Everything is sorted: the same graph gives the same bytes.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from khabar.claims import Quote, Row, View, claim_rows, local_name
from khabar.errors import GraphError, InputError
from khabar.rdf.terms import (
    CLAIM_RELATIONS,
    DCTERMS,
    GEO,
    KHB,
    OWL,
    PREFIXES,
    RDF,
    RDFS,
    RELATIONS,
    SCHEMA,
    SKOS,
    Description,
    Literal,
    Term,
    local_prefixes,
)
from khabar.rdf.turtle import to_turtle
from khabar.resources import ontology_files

if TYPE_CHECKING:
    import rdflib
    from rdflib.term import Node

__all__ = ["FORMAT", "Store", "concept_labels", "node_turtle", "page_data", "point"]

FORMAT = 1
"""Version of the JSON's layout."""

_KINDS = {"Claim": "claim", "Toll": "toll", "Event": "event", "Actor": "actor", "Place": "place"}
_POINT = re.compile(r"\s*(?:<[^>]*>\s*)?POINT\s*\(\s*(-?\d+(?:\.\d+)?)\s+(-?\d+(?:\.\d+)?)\s*\)\s*", re.IGNORECASE)
_ORDER = {RDF + "type": "", SKOS + "prefLabel": " ", KHB + "claimant": "!", KHB + "evidence": "~", KHB + "rule": "~~"}

Json = dict[str, Any]


@functools.cache
def concept_labels() -> dict[str, dict[str, str]]:
    """Return the labels of the ontology's terms: local name → language → label."""
    import rdflib

    graph = rdflib.Graph(bind_namespaces="none")
    for path in ontology_files():
        graph.parse(path, format="turtle")
    found: dict[str, dict[str, str]] = {}
    for predicate in (RDFS + "label", SKOS + "prefLabel"):
        for term, label in graph.subject_objects(rdflib.URIRef(predicate)):
            language = getattr(label, "language", None)
            if language and str(term).startswith(KHB):
                found.setdefault(local_name(str(term)), {})[language] = str(label)
    return {name: dict(sorted(labels.items())) for name, labels in sorted(found.items())}


def point(wkt: str) -> tuple[float, float] | None:
    """Return longitude and latitude of a WKT point, None for any other text.

    >>> point("POINT(40.953 34.456)")
    (40.953, 34.456)
    """
    match = _POINT.fullmatch(wkt)
    if not match:
        return None
    longitude, latitude = float(match[1]), float(match[2])
    return (longitude, latitude) if abs(longitude) <= 180 and abs(latitude) <= 90 else None


def node_turtle(graph: rdflib.Graph, node: Node, prefixes: Mapping[str, str] | None = None) -> str:
    """Return the triples whose subject is ``node`` as Turtle, prefixes declared.

    Falls back to N-Triples' terms where the strict writer refuses one; a node without triples gives an empty text.
    """
    import rdflib

    def term(value: Node) -> Term:
        if isinstance(value, rdflib.Literal):
            return Literal(str(value), value.language or "", str(value.datatype or ""))
        return f"_:{value}" if isinstance(value, rdflib.BNode) else str(value)

    found: dict[str, list[Term]] = {}
    pairs = sorted(
        graph.predicate_objects(node), key=lambda pair: (_ORDER.get(str(pair[0]), str(pair[0])), str(pair[1]))
    )
    for predicate, value in pairs:
        found.setdefault(str(predicate), []).append(term(value))
    if not found:
        return ""
    description = Description(str(node), tuple((name, tuple(terms)) for name, terms in found.items()))
    try:
        return to_turtle([description], prefixes)
    except ValueError:
        lines = (f"{value_n3(node)} {value_n3(predicate)} {value_n3(value)} ." for predicate, value in pairs)
        return "\n".join(lines) + "\n"


def value_n3(node: Node) -> str:
    """Return a term for people's eyes where the strict writer refuses it; never raises."""
    import rdflib

    if isinstance(node, rdflib.Literal):
        tag = f"@{node.language}" if node.language else f"^^<{node.datatype}>" if node.datatype else ""
        return '"' + str(node).replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"' + tag
    return f"_:{node}" if isinstance(node, rdflib.BNode) else f"<{node}>"


class Store:
    """A graph on its way to JSON: names nodes by keys and collects what the page needs of each."""

    def __init__(self, graph: rdflib.Graph) -> None:
        self.view = View(graph)
        self.graph = graph
        articles = [str(node) for node in self.view.of_type("Article")]
        self.base = _common_base(articles)
        self.prefixes = local_prefixes(self.base, articles) if self.base else {}
        self.mentions: list[Json] = []
        self._mentions: dict[tuple[str, int, int, str], int] = {}
        self.concepts: set[str] = set()

    def key(self, iri: str) -> str:
        """The name of a node: its IRI relative to the base, where that is unmistakable."""
        rest = iri.removeprefix(self.base) if self.base else iri
        return rest if rest != iri and rest and ":" not in rest else iri

    def concept(self, name: str | None) -> str | None:
        """Note a term of the ontology, so that its labels come along."""
        if name:
            self.concepts.add(name)
        return name or None

    def mention(self, quote: Quote) -> int:
        """The number of a mention; equal spans share one."""
        at = (quote.article, quote.start, quote.end, quote.exact)
        number = self._mentions.get(at)
        if number is None:
            number = self._mentions[at] = len(self.mentions)
            self.mentions.append(
                {"article": self.key(quote.article), "start": quote.start, "end": quote.end, "exact": quote.exact}
            )
        return number

    def evidence(self, node: Node) -> list[int]:
        """Numbers of a node's mentions."""
        return [self.mention(quote) for quote in self.view.quotes(node)]

    def labels(self, node: Node) -> Json:
        """A node's names: ``label`` by language, ``names`` all the others; failing those, its local name."""
        preferred: dict[str, str] = {}
        for predicate in (SKOS + "prefLabel", RDFS + "label", SCHEMA + "headline"):
            for label in self.view.objects(node, predicate):
                preferred.setdefault(getattr(label, "language", None) or "und", str(label))
        if not preferred:
            preferred["und"] = local_name(str(node)) or str(node)
        names = [str(label) for label in self.view.objects(node, SKOS + "altLabel")]
        return _lean({"label": dict(sorted(preferred.items())), "names": sorted(set(names) - set(preferred.values()))})

    def keys(self, node: Node, predicate: str) -> list[str]:
        """Keys of the objects of one of our properties; literals stay what they are."""
        return [self.key(str(other)) for other in self.view.objects(node, predicate)]

    # --------------------------------------------------------------------------------- nodes

    def claim(self, row: Row) -> Json:
        """One claim."""
        return _lean(
            {
                "article": self.key(row.article),
                "claimant": self.key(row.claimant.iri) if row.claimant.iri else None,
                "speaker": None if row.claimant.iri else row.claimant.label,
                "via": [self.key(party.iri) for party in row.via if party.iri],
                "modality": self.concept(row.modality),
                "events": [self.key(happening.iri) for happening in row.happenings],
                "tolls": [self.key(toll.iri) for toll in row.tolls],
                "evidence": [self.mention(quote) for quote in row.quotes],
                "rule": row.rule,
                "relations": [[self.concept(kind), self.key(other)] for kind, other in row.relations],
            }
        )

    def tolls(self, row: Row) -> Iterable[tuple[str, Json]]:
        """The tolls of a claim."""
        import rdflib

        for toll in row.tolls:
            node = rdflib.URIRef(toll.iri)
            yield (
                self.key(toll.iri),
                _lean(
                    {
                        "claim": self.key(row.iri),
                        "outcome": self.concept(toll.outcome),
                        "min": toll.minimum,
                        "max": toll.maximum,
                        "approximate": toll.approximate,
                        "words": toll.words,
                        "victims": self.concept(toll.victims),
                        "of": self.key(toll.of.iri) if toll.of and toll.of.iri else None,
                        "includes": [self.concept(name) for name in toll.includes],
                        "partOf": self.key(toll.part_of) if toll.part_of else None,
                        "evidence": self.evidence(node),
                        "rule": self.view.one(node, KHB + "rule"),
                    }
                ),
            )

    def event(self, node: Node) -> Json:
        """One event."""
        happening = self.view.happening(node)

        def parties(name: str) -> list[str]:
            return self.keys(node, KHB + name)

        return _lean(
            {
                "types": [self.concept(name) for name in happening.types],
                "agents": parties("agent"),
                "targets": parties("target"),
                "places": parties("place"),
                "earliest": _day(happening.earliest),
                "latest": _day(happening.latest),
                "partial": happening.partial,
                "words": list(happening.words),
                "instruments": [self.concept(name) for name in happening.instruments],
                "evidence": self.evidence(node),
                "rule": self.view.one(node, KHB + "rule"),
            }
        )

    def actor(self, node: Node) -> Json:
        """One actor."""
        kinds = self.view.types(node)
        return _lean(
            {
                **self.labels(node),
                "kind": self.concept(kinds[0] if kinds else "Actor"),
                "sameAs": [str(other) for other in self.view.objects(node, OWL + "sameAs")],
                "evidence": self.evidence(node),
                "rule": self.view.one(node, KHB + "rule"),
            }
        )

    def place(self, node: Node) -> Json:
        """One place, its coordinates as longitude and latitude."""
        at = precision = None
        for geometry in self.view.objects(node, GEO + "hasGeometry"):
            wkt = self.view.one(geometry, GEO + "asWKT")
            found = point(wkt) if wkt else None
            if found:
                at, precision = list(found), local_name(self.view.one(geometry, KHB + "precision") or "")
                break
        return _lean(
            {
                **self.labels(node),
                "kind": self.concept(local_name(self.view.one(node, KHB + "placeKind") or "")),
                "within": self.keys(node, KHB + "within"),
                "at": at,
                "precision": self.concept(precision),
                "country": self.view.one(node, KHB + "countryCode"),
                "identifiers": [str(code) for code in self.view.objects(node, DCTERMS + "identifier")],
                "sameAs": [str(other) for other in self.view.objects(node, OWL + "sameAs")],
                "evidence": self.evidence(node),
                "rule": self.view.one(node, KHB + "rule"),
            }
        )

    def article(self, node: Node) -> Json:
        """One article."""

        def party(name: str) -> str | None:
            found = self.view.objects(node, SCHEMA + name)
            return None if not found else self.key(str(found[0]))

        return _lean(
            {
                "headline": self.view.one(node, SCHEMA + "headline"),
                "publisher": party("publisher"),
                "author": party("author"),
                "published": _day(self.view.one(node, SCHEMA + "datePublished")),
                "language": self.view.one(node, SCHEMA + "inLanguage"),
                "url": _web(self.view.one(node, SCHEMA + "url")),
                "dateline": next(iter(self.keys(node, KHB + "dateline")), None),
                "length": self.view.number(node, KHB + "length"),
                "sha256": self.view.one(node, KHB + "sha256"),
            }
        )

    def relation(self, node: Node) -> Json | None:
        """A relation of actors with its evidence; None unless it is whole and of a kind the ontology has."""
        parts = [self.view.one(node, KHB + name) for name in ("relationSubject", "relationProperty", "relationObject")]
        subject, kind, other = (part or "" for part in parts)
        if local_name(kind) not in RELATIONS or not subject or not other:
            return None
        return _lean(
            {
                "subject": self.key(subject),
                "kind": self.concept(local_name(kind)),
                "object": self.key(other),
                "evidence": self.evidence(node),
                "rule": self.view.one(node, KHB + "rule"),
            }
        )

    def incidents(self) -> dict[str, list[str]]:
        """Events of each khb:Incident, where a graph has any: key → keys."""
        found: dict[str, list[str]] = {}
        events = {str(event) for event in self.view.of_type("Event")}
        for node in self.view.of_type("Incident"):
            members = {str(other) for other in self.graph.objects(node) if str(other) in events}
            members |= {
                str(other) for other, predicate in self.graph.subject_predicates(node)
                if str(other) in events and str(predicate).startswith(KHB)
            }  # fmt: skip
            if members:
                found[self.key(str(node))] = sorted(map(self.key, members))
        return found


def page_data(graph: rdflib.Graph, texts: Mapping[str, str] | None = None, *, detail: bool = True) -> Json:
    """Return everything that a page shows of a graph, as JSON values.

    ``texts`` are articles' texts by SHA-256 (as ``khb:sha256`` has it). Without ``detail`` the triples and the evidence
    of actors and places stay out, so that thousands of claims fit one page.

    Raises ``GraphError`` if there is nothing to show, ``InputError`` if a text belongs to no article of the graph.
    """
    texts = dict(texts or {})
    store = Store(graph)
    view = store.view
    rows = claim_rows(graph)
    articles = {store.key(str(node)): store.article(node) for node in view.of_type("Article")}
    if not articles and not rows:
        raise GraphError("the graph holds no article and no claim, so there is nothing to show; build one first")
    known = {article.get("sha256") for article in articles.values()}
    if set(texts) - known:
        raise InputError("the source is not the text this graph was built from (their SHA-256 differ); give that file")
    for article in articles.values():
        if article.get("sha256") in texts:
            article["text"] = texts[article["sha256"]]
    nodes: dict[str, dict[str, Json]] = {"claims": {}, "tolls": {}}
    for row in rows:
        nodes["claims"][store.key(row.iri)] = store.claim(row)
        nodes["tolls"].update(store.tolls(row))
    for name, kind, describe in (
        ("events", "Event", store.event), ("actors", "Actor", store.actor), ("places", "Place", store.place),
    ):  # fmt: skip
        nodes[name] = {store.key(str(node)): describe(node) for node in view.of_type(kind)}
    relations = [found for node in view.of_type("ActorRelation") if (found := store.relation(node))]
    _add_plain_relations(store, nodes, relations)
    out: Json = {
        "format": FORMAT,
        "base": store.base,
        "articles": articles,
        **nodes,
        "relations": relations,
        "incidents": store.incidents(),
    }
    if detail:
        out["turtle"] = _turtles(store, nodes, articles)
    else:
        for name in ("actors", "places"):
            for node in nodes[name].values():
                node.pop("evidence", None)
        _drop_unused_mentions(store, nodes, relations)
    out["mentions"] = store.mentions
    labels = concept_labels()
    extra = {*RELATIONS, *CLAIM_RELATIONS, "agent", "target", "place", *(name for name in labels if name in _KINDS)}
    out["concepts"] = {name: labels[name] for name in sorted(store.concepts | extra) if name in labels}
    return out


def _add_plain_relations(store: Store, nodes: Mapping[str, Mapping[str, Json]], relations: list[Json]) -> None:
    """Add relations that stand as a plain triple only."""
    import rdflib

    have = {(relation["subject"], relation["kind"], relation["object"]) for relation in relations}
    for kind in RELATIONS:
        pairs = sorted(store.graph.subject_objects(rdflib.URIRef(KHB + kind)), key=str)
        for subject, other in pairs:
            triple = (store.key(str(subject)), kind, store.key(str(other)))
            if triple not in have:
                have.add(triple)
                store.concept(kind)
                relations.append({"subject": triple[0], "kind": kind, "object": triple[2]})
    relations.sort(key=lambda item: (item["kind"], item["subject"], item["object"]))


def _turtles(store: Store, nodes: Mapping[str, Mapping[str, Json]], articles: Iterable[str]) -> dict[str, str]:
    """Turtle of every node shown, without the prefixes, and those once under the empty key."""
    import rdflib

    found = {}
    used: dict[str, str] = {}
    for key in (*articles, *(key for group in nodes.values() for key in group)):
        iri = key if ":" in key else store.base + key
        text = node_turtle(store.graph, rdflib.URIRef(iri), store.prefixes)
        lines = text.splitlines()
        for line in lines:
            if line.startswith("@prefix "):
                used[line.split()[1]] = line
        found[key] = "\n".join(line for line in lines if not line.startswith("@prefix ")).strip()
    order = [f"{prefix}:" for prefix in (*PREFIXES, *store.prefixes)]
    found[""] = "\n".join(used[prefix] for prefix in sorted(used, key=lambda p: order.index(p) if p in order else 99))
    return found


def _drop_unused_mentions(store: Store, nodes: Mapping[str, Mapping[str, Json]], relations: list[Json]) -> None:
    holders = [*relations, *(node for group in nodes.values() for node in group.values())]
    used = sorted({number for holder in holders for number in holder.get("evidence", ())})
    renumbered = {old: new for new, old in enumerate(used)}
    for holder in holders:
        if "evidence" in holder:
            holder["evidence"] = [renumbered[number] for number in holder["evidence"]]
    store.mentions = [store.mentions[number] for number in used]


def _common_base(articles: list[str]) -> str:
    """What all instances' IRIs begin with: the articles' up to and with the ``article`` step's parent."""
    bases = {match[1] for iri in articles if (match := re.fullmatch(r"(.*[/#:])article/[^/]+", iri))}
    return bases.pop() if len(bases) == 1 else ""


def _day(value: str | None) -> str | None:
    """An ISO date, or None where the lexical form is none."""
    return value[:10] if value and re.match(r"\d{4}-\d{2}-\d{2}", value) else None


def _web(url: str | None) -> str | None:
    """An address that may become a link: http and https only."""
    return url if url and re.match(r"https?://", url, re.IGNORECASE) else None


def _lean(value: Json) -> Json:
    """Leave out what is empty; zero stays."""
    return {name: item for name, item in value.items() if item is not None and item not in ("", [], {}, False)}
