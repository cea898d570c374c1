"""What stands behind one node of a graph: its properties, the rule that found it, the words it rests on."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from khabar.claims import Happening, Quote, TollRow, View, local_name
from khabar.errors import GraphError, InputError
from khabar.rdf.terms import KHB, OA, PROV, RDF, SKOS

if TYPE_CHECKING:
    from collections.abc import Mapping

    import rdflib
    from rdflib.term import URIRef

__all__ = ["Explanation", "Grounds", "Value", "explain", "find_node"]

_HIDDEN = {
    RDF + "type", KHB + "evidence", KHB + "rule", SKOS + "prefLabel", SKOS + "altLabel", PROV + "wasGeneratedBy",
}  # fmt: skip
_HIDDEN_INVERSE = {OA + "hasSource", PROV + "used", PROV + "wasGeneratedBy", KHB + "relationSubject"}
_CANDIDATES = 6


@dataclass(frozen=True, slots=True)
class Value:
    """One property: its local name and what to show for the object; ``iri`` is None for literals."""

    name: str
    text: str
    iri: str | None
    inverse: bool = False
    """Whether the node is the object and ``text`` names the subject."""
    gist: Happening | TollRow | None = None
    """What the other node says, where it is an event or a toll."""


@dataclass(frozen=True, slots=True)
class Grounds:
    """A quote, and the text of its article if that is at hand."""

    quote: Quote
    text: str | None

    @property
    def matches(self) -> bool | None:
        """Whether the quote stands in the text where the graph says; None without a text."""
        return None if self.text is None else self.text[self.quote.start : self.quote.end] == self.quote.exact


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that a graph says of one node."""

    iri: str
    types: tuple[str, ...]
    labels: tuple[str, ...]
    rules: tuple[str, ...]
    values: tuple[Value, ...]
    grounds: tuple[Grounds, ...]

    def as_json(self) -> dict[str, Any]:
        """Return it as plain JSON values, without the articles' texts."""
        value = asdict(self)
        value["evidence"] = [{**asdict(item.quote), "matches": item.matches} for item in self.grounds]
        del value["grounds"]
        return value


def find_node(graph: rdflib.Graph, name: str) -> URIRef:
    """Return the node that ``name`` means: an IRI, a prefixed name, or the beginning of exactly one local name.

    Raises ``GraphError`` if there is none, or more than one.
    """
    from rdflib import URIRef

    subjects = {subject for subject in graph.subjects(unique=True) if isinstance(subject, URIRef)}
    wanted = name.removeprefix("<").removesuffix(">")
    if URIRef(wanted) in subjects:
        return URIRef(wanted)
    prefix, colon, rest = name.partition(":")
    if colon:
        for known, namespace in graph.namespaces():
            if known == prefix and URIRef(namespace + rest) in subjects:
                return URIRef(namespace + rest)
        name = rest if not rest.startswith("//") else name
    local = {subject: local_name(subject) for subject in subjects}
    exact = [subject for subject, own in local.items() if own == name]
    found = sorted(exact or [subject for subject, own in local.items() if name and own.startswith(name)])
    if len(found) == 1:
        return found[0]
    if not found:
        raise GraphError(f"no node {name!r} in the graph; khabar claims --json lists the claims' IRIs")
    shown = ", ".join(local_name(node) if not exact else str(node) for node in found[:_CANDIDATES])
    more = ", …" if len(found) > _CANDIDATES else ""
    raise GraphError(f"{name!r} may mean {len(found)} nodes ({shown}{more}); give more of the name or the whole IRI")


def explain(graph: rdflib.Graph, node: URIRef, texts: Mapping[str, str]) -> Explanation:
    """Return what the graph says of ``node``; ``texts`` holds the articles' texts by their SHA-256.

    Raises ``InputError`` if a text belongs to no article of the graph.
    """
    from rdflib import URIRef

    view = View(graph)
    articles = {}
    known = set()
    for article in view.of_type("Article"):
        sha256 = view.one(article, KHB + "sha256") or ""
        known.add(sha256)
        if sha256 in texts:
            articles[str(article)] = texts[sha256]
    if set(texts) - known:
        raise InputError("the source is not the text this graph was built from (their SHA-256 differ); give that file")
    labels = [*view.objects(node, SKOS + "prefLabel"), *view.objects(node, SKOS + "altLabel")]

    def value(predicate: object, term: object, inverse: bool = False) -> Value:
        name = local_name(str(predicate))
        if not isinstance(term, URIRef):
            return Value(name, str(term), None, inverse)
        kinds = view.types(term)
        gist = view.happening(term) if "Event" in kinds else view.toll(term) if "Toll" in kinds else None
        return Value(name, view.label(term), str(term), inverse, gist)

    values = [value(*pair) for pair in graph.predicate_objects(node) if str(pair[0]) not in _HIDDEN]
    values += [
        value(predicate, subject, True)
        for subject, predicate in graph.subject_predicates(node)
        if str(predicate) not in _HIDDEN_INVERSE
    ]
    quotes = view.quotes(node)
    if not quotes and "Mention" in view.types(node):
        quotes = tuple(sorted((quote for quote in _own(view, node)), key=lambda quote: quote.start))
    return Explanation(
        iri=str(node),
        types=tuple(view.types(node)),
        labels=tuple(dict.fromkeys(map(str, labels))),
        rules=tuple(map(str, view.objects(node, KHB + "rule"))),
        values=tuple(sorted(values, key=lambda value: (value.inverse, value.name, value.text, value.iri or ""))),
        grounds=tuple(Grounds(quote, articles.get(quote.article)) for quote in quotes),
    )


def _own(view: View, mention: Any) -> list[Quote]:
    """The quote that a mention itself is."""
    article = view.one(mention, OA + "hasSource") or ""
    found = []
    for selector in view.objects(mention, OA + "hasSelector"):
        start, end = view.number(selector, OA + "start"), view.number(selector, OA + "end")
        exact = view.one(selector, OA + "exact")
        if start is not None and end is not None and exact is not None:
            found.append(Quote(exact, start, end, article))
    return found
