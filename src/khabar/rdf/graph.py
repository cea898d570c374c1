"""From a ``Report`` to its graph: what the ontology's contract says, in the order in which a person reads it.

The graph is a tuple of ``Description`` (subject, ordered properties): article, claims each with its tolls, events,
actors, places, relations, mentions, extraction. No blank nodes; every IRI comes from ``khabar.rdf.terms``.
``to_rdflib`` makes an ``rdflib.Graph`` of it where a library wants one.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property, lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from khabar.errors import GraphError
from khabar.model import ARTICLE, Actor, Claim, Event, Evidence, Place, Report, Toll
from khabar.rdf.terms import (
    DCTERMS,
    DEFAULT_BASE,
    GEO,
    OA,
    OWL,
    PARTIAL_DAY,
    PARTIAL_MONTH,
    PLACE_KIND_CONCEPTS,
    PRECISIONS,
    PROV,
    RDF,
    SCHEMA,
    SKOS,
    XSD,
    Description,
    Literal,
    Minter,
    Term,
    Triple,
    check_base,
    check_iri,
    instrument_concept,
    khb,
    victims_concept,
)

if TYPE_CHECKING:
    import rdflib

__all__ = [
    "DEFAULT_LANGUAGE",
    "Outline",
    "describe",
    "flatten",
    "graph_name",
    "literals_as_written",
    "outline",
    "to_rdflib",
    "triples",
]

DEFAULT_LANGUAGE = "ar"
"""Language tag of what was written in an article whose metadata name no language."""

_TYPE = RDF + "type"
_INTEGER = XSD + "integer"
_STRING = XSD + "string"
_DATE = XSD + "date"
_TRUE = Literal("true", datatype=XSD + "boolean")
_MENTION_TYPE = (khb("Mention"),)
_SELECTOR_TYPES = (OA + "TextPositionSelector", OA + "TextQuoteSelector")
_HAS_SOURCE = OA + "hasSource"
_HAS_SELECTOR = OA + "hasSelector"
_EVIDENCE = khb("evidence")
_RULE = khb("rule")
_IS_CLAIM, _IS_TOLL, _IS_EVENT, _IS_PLACE = ((_TYPE, (khb(name),)) for name in ("Claim", "Toll", "Event", "Place"))

Properties = list[tuple[str, tuple[Term, ...]]]
_NONE: Mapping[str, dict[str, None]] = MappingProxyType({})


def describe(report: Report, base: str = DEFAULT_BASE) -> tuple[Description, ...]:
    """Return the report's graph as ordered descriptions, one for each subject.

    Raises ``OutputError``: ``base`` cannot serve as a base IRI.
    Raises ``GraphError``: the report is not sound (an id it does not define, a term outside a closed list, …).
    """
    return outline(report, base).descriptions()


class Outline(NamedTuple):
    """A report's graph before its mentions, half of it and all alike, are written out."""

    article: str
    """Its IRI."""
    head: tuple[Description, ...]
    """What stands before the mentions."""
    mentions: tuple[tuple[str, int, int, str], ...]
    """IRI, start, end and words of each mention, by position."""
    tail: tuple[Description, ...]
    claims: tuple[str, ...]
    """IRIs of the claims, in the report's order."""

    def descriptions(self) -> tuple[Description, ...]:
        """Return all descriptions, in reading order."""
        return (*self.head, *_mention_nodes(self.article, self.mentions), *self.tail)


def outline(report: Report, base: str = DEFAULT_BASE) -> Outline:
    """Return the report's graph in the form from which N-Quads are written fastest; raises what ``describe`` raises."""
    return _Describer(report, check_base(base)).outline()


def flatten(descriptions: Iterable[Description]) -> Iterator[Triple]:
    """Yield the triples of descriptions, in their order."""
    for subject, properties in descriptions:
        for predicate, objects in properties:
            for term in objects:
                yield subject, predicate, term


def triples(report: Report, base: str = DEFAULT_BASE) -> tuple[Triple, ...]:
    """Return the report's triples in reading order; raises what ``describe`` raises."""
    return tuple(flatten(describe(report, base)))


def graph_name(report: Report, base: str = DEFAULT_BASE) -> str:
    """Return the IRI of the named graph that holds the report's triples in N-Quads and TriG."""
    return Minter(check_base(base), report.article).scope + "graph"


def to_rdflib(descriptions: Iterable[Description]) -> rdflib.Graph:
    """Return the descriptions as an ``rdflib.Graph`` with the project's prefixes bound."""
    import gc

    import rdflib

    from khabar.rdf.terms import PREFIXES

    graph = rdflib.Graph(bind_namespaces="none")
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace)
    iris: dict[str, rdflib.URIRef] = {}

    def iri(value: str) -> rdflib.URIRef:
        found = iris.get(value)
        if found is None:
            found = iris[value] = rdflib.URIRef(value)
        return found

    def node(term: Term) -> rdflib.URIRef | rdflib.Literal:
        if isinstance(term, str):
            return iri(term)
        if term.language:
            return rdflib.Literal(term.value, lang=term.language.lower())
        datatype = iri(term.datatype) if term.datatype and term.datatype != _STRING else None
        return rdflib.Literal(term.value, datatype=datatype)

    # the collector would walk the growing graph again and again; without it, building takes half the time
    collecting = gc.isenabled()
    gc.disable()
    try:
        with literals_as_written():
            for subject, predicate, term in flatten(descriptions):
                graph.add((iri(subject), iri(predicate), node(term)))
    finally:
        if collecting:
            gc.enable()
    return graph


@contextmanager
def literals_as_written() -> Iterator[None]:
    """Keep rdflib from rewriting literals ("007" → "7") and from logging tracebacks about ill-typed ones."""
    import rdflib

    logger = logging.getLogger("rdflib.term")
    before, level = rdflib.NORMALIZE_LITERALS, logger.level
    rdflib.NORMALIZE_LITERALS = False
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        rdflib.NORMALIZE_LITERALS = before
        logger.setLevel(level)


class _Describer:
    """One report on its way to a graph: mints all IRIs first, then describes group by group."""

    def __init__(self, report: Report, base: str) -> None:
        self.report = report
        self.mint = Minter(base, report.article)
        self.language = (report.article.metadata.language or DEFAULT_LANGUAGE).lower()
        self.extraction = self.mint.named("extraction")
        self.actors = {actor.id: self.mint.shared("actor", actor.ref, _first(actor.names)) for actor in report.actors}
        self.places = {
            place.id: self.mint.shared("place", place.ref, _first(place.names), place.kind) for place in report.places
        }
        self.parties = {**self.places, **self.actors}
        self.names = {actor.id: _first(actor.names) for actor in report.actors}
        self.names.update({place.id: _first(place.names) for place in report.places})
        self.events = {
            event.id: self.mint.scoped("event", ",".join(sorted(event.types)), _quote(event.evidence))
            for event in report.events
        }
        self.claims: dict[str, str] = {}
        self.tolls: dict[str, str] = {}
        for claim in report.claims:
            content = (self.names.get(claim.claimant, ARTICLE), _quote(claim.evidence), claim.modality)
            self.claims[claim.id] = self.mint.scoped("claim", *content)
            for toll in claim.tolls:
                bounds = f"{toll.minimum}..{toll.maximum}"
                self.tolls[toll.id] = self.mint.scoped("toll", *content, toll.outcome, toll.words, bounds)
        self.spans = self._spans()
        self.mentions = self._mentions()

    def _spans(self) -> dict[tuple[int, int], str]:
        """Start and end of every distinct span of the report with its quote, by position."""
        report = self.report
        found: dict[tuple[int, int], str] = {}
        keep = found.setdefault
        tolls = [toll for claim in report.claims for toll in claim.tolls]
        for facts in (report.actors, report.places, report.events, report.claims, tolls, report.relations):
            for fact in facts:
                for evidence in fact.evidence:
                    span = evidence.span
                    keep((span.start, span.end), evidence.quote)
        return dict(sorted(found.items()))

    def _mentions(self) -> dict[tuple[int, int], str]:
        """IRIs of mentions, from the quote and how often it was quoted before: offsets change with every edit."""
        seen: dict[str, int] = {}
        found = {}
        mint = self.mint.scoped
        for span, quote in self.spans.items():
            number = seen[quote] = seen.get(quote, 0) + 1
            found[span] = mint("mention", quote, str(number))
        return found

    def outline(self) -> Outline:
        """All groups in reading order."""
        report = self.report
        spans = self.spans
        return Outline(
            self.mint.article,
            (
                self._article(),
                *(node for claim in report.claims for node in self._claim(claim)),
                *map(self._event, report.events),
                *map(self._actor, report.actors),
                *map(self._place, report.places),
                *self._geometries(),
                *self._relations(),
            ),
            tuple([(iri, *span, spans[span]) for span, iri in self.mentions.items()]),
            (self._extraction(),),
            tuple([self.claims[claim.id] for claim in report.claims]),
        )

    # ------------------------------------------------------------------------------------- groups

    def _article(self) -> Description:
        article = self.report.article
        metadata = article.metadata
        out: Properties = [(_TYPE, (khb("Article"),))]
        if metadata.title:
            out.append((SCHEMA + "headline", (self._text(metadata.title),)))
        author: Term | None = self._actor_iri(article.author, "article") if article.author else None
        if author is None and metadata.author:
            author = self._text(metadata.author)
        if author is not None:
            out.append((SCHEMA + "author", (author,)))
        publisher: Term | None = self._actor_iri(article.outlet, "article") if article.outlet else None
        if publisher is None and metadata.outlet:
            publisher = self._text(metadata.outlet)
        if publisher is not None:
            out.append((SCHEMA + "publisher", (publisher,)))
        if metadata.published:
            out.append((SCHEMA + "datePublished", (Literal(metadata.published.isoformat(), datatype=_DATE),)))
        if metadata.language:
            out.append((SCHEMA + "inLanguage", (Literal(metadata.language),)))
        if metadata.url:
            out.append((SCHEMA + "url", (Literal(metadata.url, datatype=XSD + "anyURI"),)))
        if article.dateline:
            out.append((khb("dateline"), (self._place_iri(article.dateline, "article"),)))
        out.append((khb("length"), (_integer(article.length),)))
        out.append((khb("sha256"), (Literal(article.sha256),)))
        return Description(self.mint.article, tuple(out))

    def _claim(self, claim: Claim) -> Iterator[Description]:
        where = f"claim {claim.id}"
        if claim.claimant == ARTICLE:
            outlet = self.report.article.outlet
            claimant = self._actor_iri(outlet, where) if outlet else self.mint.article
        else:
            claimant = self._actor_iri(claim.claimant, where)
        out: Properties = [_IS_CLAIM, (khb("claimant"), (claimant,))]
        if claim.via:
            _add(out, khb("via"), [self._actor_iri(actor, where) for actor in claim.via])
        out.append((khb("modality"), (_concept(claim.modality, where),)))
        if claim.events:
            _add(out, khb("describes"), [self._known(self.events, event, where) for event in claim.events])
        if claim.tolls:
            _add(out, khb("states"), [self.tolls[toll.id] for toll in claim.tolls])
        iri = self.claims[claim.id]
        for kind, others in self._claims_related.get(iri, _NONE).items():
            out.append((kind, tuple(others)))
        self._ground(out, claim.evidence, claim.rule)
        out.append((PROV + "wasGeneratedBy", (self.extraction,)))
        yield Description(iri, tuple(out))
        for toll in claim.tolls:
            yield self._toll(toll)

    def _toll(self, toll: Toll) -> Description:
        where = f"toll {toll.id}"
        out: Properties = [_IS_TOLL, (khb("outcome"), (_concept(toll.outcome, where),))]
        if toll.minimum is not None:
            out.append((khb("min"), (_integer(toll.minimum),)))
        if toll.maximum is not None:
            out.append((khb("max"), (_integer(toll.maximum),)))
        if toll.approximate:
            out.append((khb("approximate"), (_TRUE,)))
        if toll.words:
            out.append((khb("words"), (self._text(toll.words),)))
        if toll.victims:
            _sort(out, "victims", (toll.victims,), victims_concept)
        if toll.of:
            out.append((khb("of"), (self._actor_iri(toll.of, where),)))
        _sort(out, "includes", toll.includes, victims_concept)
        if toll.part_of:
            out.append((khb("partOf"), (self._known(self.tolls, toll.part_of, where),)))
        self._ground(out, toll.evidence, toll.rule)
        return Description(self.tolls[toll.id], tuple(out))

    def _event(self, event: Event) -> Description:
        where = f"event {event.id}"
        when = event.when
        out: Properties = [_IS_EVENT]
        _add(out, khb("eventType"), [_concept(name, where) for name in event.types])
        if event.agents:
            _add(out, khb("agent"), [self._actor_iri(actor, where) for actor in event.agents])
        if event.targets:
            _add(out, khb("target"), [self._known(self.parties, node, where) for node in event.targets])
        if event.places:
            _add(out, khb("place"), [self._place_iri(place, where) for place in event.places])
        if when.earliest:
            out.append((khb("earliest"), (Literal(when.earliest.isoformat(), datatype=_DATE),)))
        if when.latest:
            out.append((khb("latest"), (Literal(when.latest.isoformat(), datatype=_DATE),)))
        if when.partial:
            out.append((khb("partialDate"), (_partial(when.partial),)))
        if when.words:
            _add(out, khb("dateText"), [self._text(words) for words in when.words])
        _sort(out, "instrument", event.instruments, instrument_concept)
        self._ground(out, event.evidence, event.rule)
        return Description(self.events[event.id], tuple(out))

    def _actor(self, actor: Actor) -> Description:
        out: Properties = [(_TYPE, (khb("Actor"), _kind(actor)))]
        self._label(out, actor.names, actor.label_en)
        iri = self.actors[actor.id]
        for kind, others in self._parties_related.get(iri, _NONE).items():
            out.append((kind, tuple(others)))
        _add(out, OWL + "sameAs", _iris(actor.same_as, f"actor {actor.id}"))
        self._ground(out, actor.evidence, actor.rule)
        return Description(iri, tuple(out))

    def _place(self, place: Place) -> Description:
        where = f"place {place.id}"
        if place.kind not in PLACE_KIND_CONCEPTS:
            raise GraphError(f"{where}: {place.kind!r} is no kind of place; use one of khabar.model.PLACE_KINDS")
        out: Properties = [_IS_PLACE]
        self._label(out, place.names, place.label_en)
        out.append((khb("placeKind"), (khb(PLACE_KIND_CONCEPTS[place.kind]),)))
        if place.within:
            _add(out, khb("within"), [self._place_iri(other, where) for other in place.within])
        iri = self.places[place.id]
        for kind, others in self._parties_related.get(iri, _NONE).items():
            out.append((kind, tuple(others)))
        if place.latitude is not None and place.longitude is not None:
            out.append((GEO + "hasGeometry", (iri + "-geometry",)))
        if place.country:
            out.append((khb("countryCode"), (Literal(place.country),)))
        if place.identifiers:
            _add(out, DCTERMS + "identifier", [Literal(code) for code in place.identifiers])
        _add(out, OWL + "sameAs", _iris(place.same_as, where))
        self._ground(out, place.evidence, place.rule)
        return Description(iri, tuple(out))

    def _geometries(self) -> Iterator[Description]:
        for place in self.report.places:
            if place.latitude is None or place.longitude is None:
                continue
            if not (-90 <= place.latitude <= 90 and -180 <= place.longitude <= 180):
                raise GraphError(f"place {place.id}: {place.latitude}, {place.longitude} are no WGS 84 degrees")
            wkt = f"POINT({_degrees(place.longitude)} {_degrees(place.latitude)})"
            out: Properties = [
                (_TYPE, (GEO + "Geometry",)),
                (GEO + "asWKT", (Literal(wkt, datatype=GEO + "wktLiteral"),)),
            ]
            if place.precision:
                if place.precision not in PRECISIONS:
                    raise GraphError(
                        f"place {place.id}: precision {place.precision!r} is none of {', '.join(PRECISIONS)}"
                    )
                out.append((khb("precision"), (khb(PRECISIONS[place.precision]),)))
            yield Description(self.places[place.id] + "-geometry", tuple(out))

    def _relations(self) -> Iterator[Description]:
        for relation in self.report.relations:
            where = f"relation {relation.kind}"
            subject, other = self._party(relation.subject, where), self._party(relation.object, where)
            content = (relation.kind, self.names[relation.subject], self.names[relation.object])
            out: Properties = [
                (_TYPE, (khb("ActorRelation"),)),
                (khb("relationSubject"), (subject,)),
                (khb("relationProperty"), (_concept(relation.kind, where),)),
                (khb("relationObject"), (other,)),
            ]
            self._ground(out, relation.evidence, relation.rule)
            yield Description(self.mint.scoped("relation", *content, _quote(relation.evidence)), tuple(out))
        for link in self.report.claim_relations:
            where = f"relation {link.kind}"
            subject, other = self._known(self.claims, link.subject, where), self._known(self.claims, link.object, where)
            node: Properties = [
                (_TYPE, (khb("ClaimRelation"),)),
                (khb("relationSubject"), (subject,)),
                (khb("relationProperty"), (_concept(link.kind, where),)),
                (khb("relationObject"), (other,)),
                (_RULE, (Literal(link.rule),)),
            ]
            ends = (subject.removeprefix(self.mint.scope), other.removeprefix(self.mint.scope))
            yield Description(self.mint.scoped("relation", link.kind, *ends), tuple(node))

    @cached_property
    def _claims_related(self) -> dict[str, dict[str, dict[str, None]]]:
        """Plain triples between claims: subject → property → objects, in order of first mention."""
        found: dict[str, dict[str, dict[str, None]]] = {}
        for link in self.report.claim_relations:
            subject = self.claims.get(link.subject)
            if subject is not None:
                other = self._known(self.claims, link.object, f"relation {link.kind}")
                found.setdefault(subject, {}).setdefault(_concept(link.kind, "relation"), {})[other] = None
        return found

    @cached_property
    def _parties_related(self) -> dict[str, dict[str, dict[str, None]]]:
        """The same between actors and places; the id of one may be that of the other."""
        found: dict[str, dict[str, dict[str, None]]] = {}
        for relation in self.report.relations:
            other = self._party(relation.object, f"relation {relation.kind}")
            for subject in {self.actors.get(relation.subject), self.places.get(relation.subject)} - {None}:
                kinds = found.setdefault(str(subject), {})
                kinds.setdefault(_concept(relation.kind, "relation"), {})[other] = None
        return found

    def _extraction(self) -> Description:
        report = self.report
        return Description(
            self.extraction,
            (
                (_TYPE, (khb("Extraction"),)),
                (PROV + "used", (self.mint.article,)),
                (SCHEMA + "name", (Literal(report.software),)),
                (SCHEMA + "softwareVersion", (Literal(report.version),)),
                (khb("rulesVersion"), (Literal(report.rules_version),)),
            ),
        )

    # ------------------------------------------------------------------------------------- parts

    def _text(self, value: str) -> Literal:
        return Literal(value, self.language)

    def _label(self, out: Properties, names: tuple[str, ...], english: str | None) -> None:
        out += _labels(names, english, self.language)

    def _ground(self, out: Properties, evidence: tuple[Evidence, ...], rule: str) -> None:
        mentions = self.mentions
        if len(evidence) == 1:
            span = evidence[0].span
            out.append((_EVIDENCE, (mentions[span.start, span.end],)))
        else:
            _add(out, _EVIDENCE, [mentions[span] for span in sorted({(e.span.start, e.span.end) for e in evidence})])
        if rule:
            out.append(_ruled(rule))

    def _known(self, table: dict[str, str], key: str, where: str) -> str:
        try:
            return table[key]
        except KeyError:
            raise GraphError(
                f"{where}: the report defines no {key!r}; the extractor must list what it refers to"
            ) from None

    def _actor_iri(self, key: str, where: str) -> str:
        found = self.actors.get(key)
        return found if found is not None else self._known(self.actors, key, where)

    def _place_iri(self, key: str, where: str) -> str:
        found = self.places.get(key)
        return found if found is not None else self._known(self.places, key, where)

    def _party(self, key: str, where: str) -> str:
        return self.actors[key] if key in self.actors else self._known(self.places, key, where)


def _mention_nodes(article: str, mentions: Iterable[tuple[str, int, int, str]]) -> Iterator[Description]:
    """What each mention and its selector say; ``khabar.rdf.formats`` has the same as lines of N-Triples."""
    source = (article,)
    for iri, start, end, words in mentions:
        selector = f"{iri}-sel"
        yield Description(iri, ((_TYPE, _MENTION_TYPE), (_HAS_SOURCE, source), (_HAS_SELECTOR, (selector,))))
        yield Description(
            selector,
            (
                (_TYPE, _SELECTOR_TYPES),
                (OA + "start", (_integer(start),)),
                (OA + "end", (_integer(end),)),
                (OA + "exact", (Literal(words),)),
            ),
        )


@lru_cache(maxsize=5_000)
def _labels(names: tuple[str, ...], english: str | None, language: str) -> tuple[tuple[str, tuple[Term, ...]], ...]:
    """Preferred and other labels; most names are a lexicon's, and come again in other articles."""
    labels = [Literal(name, language) for name in dict.fromkeys(names)]
    preferred: list[Term] = [*labels[:1]]
    others: list[Term] = [*labels[1:]]
    if english:
        label = Literal(english, "en")
        if language == "en" and labels:
            others.extend([label] if label not in labels else [])
        else:
            preferred.append(label)
    out: Properties = []
    _add(out, SKOS + "prefLabel", preferred)
    _add(out, SKOS + "altLabel", others)
    return tuple(out)


def _add(out: Properties, predicate: str, objects: Sequence[Term]) -> None:
    """Append a property unless it has no objects; an object is written once."""
    if objects:
        out.append((predicate, (objects[0],) if len(objects) == 1 else tuple(dict.fromkeys(objects))))


def _first(names: tuple[str, ...]) -> str:
    return names[0] if names else ""


def _quote(evidence: tuple[Evidence, ...]) -> str:
    """The first words quoted, by position."""
    return min(evidence).quote if evidence else ""


@lru_cache(maxsize=5_000)
def _ruled(rule: str) -> tuple[str, tuple[Term, ...]]:
    return _RULE, (Literal(rule),)


@lru_cache(maxsize=20_000)
def _integer(value: int) -> Literal:
    return Literal(str(value), datatype=_INTEGER)


def _degrees(value: float) -> str:
    """Decimal degrees, at most six places (0.1 m), no trailing zeros, no exponent, no negative zero."""
    text = f"{value:.6f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _concept(name: str, where: str) -> str:
    try:
        return khb(name)
    except ValueError as error:
        raise GraphError(f"{where}: {error}") from None


def _kind(actor: Actor) -> str:
    return _concept(actor.kind, f"actor {actor.id}")


def _sort(out: Properties, name: str, nouns: Sequence[str], concept: Callable[[str], str | None]) -> None:
    """Add the nouns with a concept under ``khb:name``, the others as English nouns under ``khb:nameNoun``."""
    if not nouns:
        return
    known = [iri for noun in nouns if (iri := concept(noun)) is not None]
    _add(out, khb(name), list(dict.fromkeys(known)))
    _add(out, khb(f"{name}Noun"), [Literal(noun, "en") for noun in nouns if concept(noun) is None])


def _partial(value: str) -> Literal:
    if PARTIAL_DAY.fullmatch(value):
        return Literal(value, datatype=XSD + "gMonthDay")
    if PARTIAL_MONTH.fullmatch(value):
        return Literal(value, datatype=XSD + "gMonth")
    return Literal(value)


def _iris(values: Sequence[str], where: str) -> tuple[Term, ...]:
    if not values:
        return ()
    try:
        return _checked(tuple(values))
    except ValueError as error:
        raise GraphError(f"{where}: {error}") from None


@lru_cache(maxsize=5_000)
def _checked(values: tuple[str, ...]) -> tuple[Term, ...]:
    return tuple(map(check_iri, values))
