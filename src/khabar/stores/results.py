"""Answers of stores as ``khabar.queries.Result``: from pyoxigraph's objects, and from the JSON that servers send."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from khabar.errors import StoreError
from khabar.rdf.graph import literals_as_written

if TYPE_CHECKING:
    from rdflib.term import Node

    from khabar.queries import Result

__all__ = ["from_json", "from_ntriples", "from_oxigraph"]


def from_oxigraph(answer: Any) -> Result:
    """Return pyoxigraph's answer to a query."""
    import pyoxigraph

    from khabar.queries import Result

    if isinstance(answer, pyoxigraph.QueryBoolean):
        return Result("ASK", answer=bool(answer))
    with literals_as_written():
        if isinstance(answer, pyoxigraph.QuerySolutions):
            variables = tuple(variable.value for variable in answer.variables)
            solutions = list(answer)
            # an error behind this must not hold the answer, which only its own thread may let go
            del answer
            return Result("SELECT", variables, tuple(tuple(_node(s[name]) for name in variables) for s in solutions))
        triples = list(answer)
        del answer
        return from_triples((_node(t.subject), _node(t.predicate), _node(t.object)) for t in triples)


def _node(term: Any) -> Node | None:
    import pyoxigraph
    import rdflib

    if term is None:
        return None
    if isinstance(term, pyoxigraph.NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, pyoxigraph.BlankNode):
        return rdflib.BNode(term.value)
    if isinstance(term, pyoxigraph.Literal):
        return _literal(term.value, term.language, term.datatype.value)
    raise StoreError("the store answers with a triple as a term, which is not supported; ask for its parts")


def _literal(value: str, language: str | None, datatype: str | None) -> Node:
    import rdflib

    if language:
        return rdflib.Literal(value, lang=language.lower())
    plain = datatype in (None, "http://www.w3.org/2001/XMLSchema#string")
    return rdflib.Literal(value, datatype=None if plain or datatype is None else rdflib.URIRef(datatype))


def from_triples(triples: Iterable[tuple[Any, Any, Any]]) -> Result:
    """Return the answer to a CONSTRUCT or DESCRIBE."""
    import rdflib

    from khabar.queries import Result
    from khabar.rdf.terms import PREFIXES

    graph = rdflib.Graph(bind_namespaces="none")
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace)
    for triple in triples:
        graph.add(triple)
    return Result("CONSTRUCT", graph=graph)


def from_ntriples(data: bytes, name: str) -> Result:
    """Return the answer to a CONSTRUCT or DESCRIBE that came as N-Triples or Turtle."""
    from khabar.queries import Result
    from khabar.rdf.load import parse

    return Result("CONSTRUCT", graph=parse(data, "turtle", name))


def from_json(document: Any) -> Result:
    """Return an answer in the SPARQL 1.1 Query Results JSON Format; raises ``KeyError`` and the like if it is none."""
    from khabar.queries import Result

    if "boolean" in document:
        return Result("ASK", answer=bool(document["boolean"]))
    variables = tuple(document["head"]["vars"])
    if variables == ("__ASK_RETVAL",):  # Virtuoso's way to say yes or no
        return Result("ASK", answer=any(row[variables[0]]["value"] == "1" for row in document["results"]["bindings"]))
    with literals_as_written():
        rows = tuple(
            tuple(_json_term(row[name]) if name in row else None for name in variables)
            for row in document["results"]["bindings"]
        )
    return Result("SELECT", variables, rows)


def _json_term(term: dict[str, str]) -> Node:
    import rdflib

    if term["type"] == "uri":
        return rdflib.URIRef(term["value"])
    if term["type"] == "bnode":
        return rdflib.BNode(term["value"])
    return _literal(term["value"], term.get("xml:lang"), term.get("datatype"))
