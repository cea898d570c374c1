"""The ontology's page: terms in both languages, a diagram, the shapes, and the questions with answers on given graphs.

All of it is read from ``ontology/`` and ``shapes/``; the page is one self-contained file without scripts.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from khabar.claims import local_name
from khabar.errors import unwritable
from khabar.queries import Question, questions, run, table_cells
from khabar.rdf.terms import DCTERMS, KHB, OWL, RDF, RDFS, SCHEMA, SH, SKOS
from khabar.report.page import asset, environment, policy
from khabar.report.write import replace_file
from khabar.resources import ontology_files, shape_files

if TYPE_CHECKING:
    import rdflib
    from rdflib.term import Node

__all__ = ["Answered", "Shape", "Term", "diagram", "docs_html", "shapes", "terms", "write_docs"]

_DESCRIBED = (
    ("broader", SKOS + "broader"), ("sub-class of", RDFS + "subClassOf"), ("sub-property of", RDFS + "subPropertyOf"),
    ("domain", RDFS + "domain"), ("used on", SCHEMA + "domainIncludes"), ("range", RDFS + "range"),
    ("values", SCHEMA + "rangeIncludes"), ("inverse of", OWL + "inverseOf"), ("exact match", SKOS + "exactMatch"),
    ("close match", SKOS + "closeMatch"), ("see also", RDFS + "seeAlso"), ("example", SKOS + "example"),
)  # fmt: skip
_SHAPE_SKIP = {"type", "message", "severity", "path", "property", "targetClass", "targetNode", "targetSubjectsOf",
               "targetObjectsOf", "prefixes", "select", "declare", "sparql", "name", "description"}  # fmt: skip
_MANY = 25
"""Rows of an answer that the page shows."""


@dataclass(frozen=True, slots=True)
class Term:
    """A class, property or concept: labels and comments by language, and facts as (name, prefixed names)."""

    iri: str
    name: str
    labels: dict[str, str]
    comments: dict[str, str]
    facts: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape: whom it is about, what it asks, how grave a breach is, and its message."""

    name: str
    targets: tuple[str, ...]
    path: str
    constraints: tuple[tuple[str, str], ...]
    severity: str
    message: str


@dataclass(frozen=True, slots=True)
class Answered:
    """A question with its answer: ``rows`` may be cut at 25, ``total`` counts all; without graphs there is none."""

    question: Question
    variables: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    total: int = 0
    text: str = ""
    asked: bool = False


def _load(paths: Iterable[Path]) -> rdflib.Graph:
    import rdflib

    graph = rdflib.Graph(bind_namespaces="none")
    for path in paths:
        graph.parse(path, format="turtle")
    return graph


def _short(graph: rdflib.Graph, node: Node) -> str:
    """A node as people read it: a prefixed name, a literal's text, a list or an anonymous node's gist."""
    import rdflib
    from rdflib.collection import Collection

    if isinstance(node, rdflib.Literal):
        return str(node)
    if (node, rdflib.URIRef(RDF + "first"), None) in graph:
        items = [_short(graph, item) for item in Collection(graph, node)]
        return " ".join(items) if len(items) <= 12 else f"{' '.join(items[:12])} … ({len(items)})"
    if isinstance(node, rdflib.BNode):
        pairs = sorted((local_name(str(p)), _short(graph, o)) for p, o in graph.predicate_objects(node))
        return "[" + "; ".join(f"{name} {value}" for name, value in pairs) + "]"
    for prefix, namespace in sorted(graph.namespaces(), key=lambda pair: (-len(pair[1]), pair[0])):
        if str(node).startswith(namespace) and len(str(node)) > len(namespace):
            return f"{prefix}:{str(node)[len(namespace) :]}"
    return str(node)


def _texts(graph: rdflib.Graph, node: Node, predicate: str) -> dict[str, str]:
    import rdflib

    found = {
        getattr(label, "language", None) or "en": str(label)
        for label in sorted(graph.objects(node, rdflib.URIRef(predicate)), key=str)
    }
    return dict(sorted(found.items(), key=lambda item: (item[0] != "en", item[0])))


def terms(graph: rdflib.Graph | None = None) -> dict[str, tuple[Term, ...]]:
    """Return the ontology's terms by group: ``classes``, ``properties``, and each concept scheme by its local name."""
    import rdflib

    graph = graph if graph is not None else _load(ontology_files())
    ours = sorted({str(node) for node in graph.subjects(unique=True) if str(node).startswith(KHB)})

    def term(iri: str) -> Term:
        node = rdflib.URIRef(iri)
        facts = tuple(
            (name, tuple(sorted(_short(graph, value) for value in graph.objects(node, rdflib.URIRef(predicate)))))
            for name, predicate in _DESCRIBED
        )
        return Term(
            iri, local_name(iri), _texts(graph, node, RDFS + "label"), _texts(graph, node, RDFS + "comment"),
            tuple((name, values) for name, values in facts if values),
        )  # fmt: skip

    groups: dict[str, list[Term]] = {"classes": [], "properties": []}
    for iri in ours:
        node = rdflib.URIRef(iri)
        kinds = {local_name(str(kind)) for kind in graph.objects(node, rdflib.URIRef(RDF + "type"))}
        schemes = sorted(local_name(str(scheme)) for scheme in graph.objects(node, rdflib.URIRef(SKOS + "inScheme")))
        if "Class" in kinds:
            groups["classes"].append(term(iri))
        elif kinds & {"ObjectProperty", "DatatypeProperty", "AnnotationProperty", "Property"}:
            groups["properties"].append(term(iri))
        for scheme in schemes:
            groups.setdefault(scheme, []).append(term(iri))
    return {name: tuple(members) for name, members in groups.items()}


def shapes(graph: rdflib.Graph | None = None) -> tuple[Shape, ...]:
    """Return the named shapes, by name; those nested in another are told as its constraints."""
    import rdflib

    graph = graph if graph is not None else _load(shape_files())

    def objects(node: Node, name: str) -> list[Node]:
        return sorted(graph.objects(node, rdflib.URIRef(SH + name)), key=str)

    def targets(node: Node) -> list[str]:
        found = [
            ("" if name == "targetClass" else f"{name} ") + _short(graph, target)
            for name in ("targetClass", "targetNode", "targetSubjectsOf", "targetObjectsOf")
            for target in objects(node, name)
        ]
        return found or [
            f"{_short(graph, owner)} (property of)"
            for owner in sorted(graph.subjects(rdflib.URIRef(SH + "property"), node), key=str)
            if isinstance(owner, rdflib.URIRef)
        ]

    out = []
    kinds = (rdflib.URIRef(SH + "NodeShape"), rdflib.URIRef(SH + "PropertyShape"))
    named = {node for kind in kinds for node in graph.subjects(rdflib.URIRef(RDF + "type"), kind)}
    for node in sorted((node for node in named if isinstance(node, rdflib.URIRef)), key=str):
        pairs = sorted(
            (local_name(str(predicate)), _short(graph, value))
            for predicate, value in graph.predicate_objects(node)
            if str(predicate).startswith(SH) and local_name(str(predicate)) not in _SHAPE_SKIP
        )
        if objects(node, "sparql"):
            pairs.append(("sparql", "a query"))
        messages = objects(node, "message") or [
            message for constraint in objects(node, "sparql") for message in objects(constraint, "message")
        ]
        severity = objects(node, "severity")
        out.append(
            Shape(
                _short(graph, node),
                tuple(targets(node)),
                " ".join(_short(graph, path) for path in objects(node, "path")),
                tuple(pairs),
                local_name(str(severity[0])) if severity else "Violation",
                " ".join(map(str, messages[:1])),
            )
        )  # fmt: skip
    return tuple(shape for shape in out if shape.targets or shape.constraints)


def diagram(graph: rdflib.Graph | None = None) -> dict[str, Any]:
    """Return boxes and arrows of the main classes: places from a data file, arrows from the ontology."""
    import rdflib

    graph = graph if graph is not None else _load(ontology_files())
    layout = json.loads((resources.files("khabar.report") / "templates" / "diagram.json").read_text(encoding="utf-8"))
    spots: dict[str, tuple[float, float]] = layout["classes"]
    found: dict[tuple[str, str], list[str]] = {}
    domains = (rdflib.URIRef(RDFS + "domain"), rdflib.URIRef(SCHEMA + "domainIncludes"))
    ranges = (rdflib.URIRef(RDFS + "range"), rdflib.URIRef(SCHEMA + "rangeIncludes"))
    properties = sorted({str(node) for domain in domains for node in graph.subjects(domain)})
    for iri in properties:
        node = rdflib.URIRef(iri)
        sources = {local_name(str(value)) for domain in domains for value in graph.objects(node, domain)}
        targets = {local_name(str(value)) for kind in ranges for value in graph.objects(node, kind)}
        for source in sorted(sources & set(spots)):
            for target in sorted(targets & set(spots)):
                found.setdefault((source, target), []).append(local_name(iri))
    for names in found.values():
        if "evidence" in names:  # everything has evidence: two arrows say it
            names.remove("evidence")
    for source, name, target in layout["extra"]:
        names = found.setdefault((source, target), [])
        if name not in names:
            names.append(name)
    return {**layout, "edges": [_edge(layout, *pair, names) for pair, names in sorted(found.items()) if names]}


def _edge(layout: dict[str, Any], source: str, target: str, names: list[str]) -> dict[str, Any]:
    """One arrow from box to box; a loop where both are the same."""
    width, height = layout["box"]
    (x1, y1), (x2, y2) = layout["classes"][source], layout["classes"][target]
    lines = names if len(names) <= 4 else [*names[:3], f"+{len(names) - 3}"]
    if source == target:
        side = -1 if y1 < layout["height"] / 2 else 1
        top = y1 + side * height / 2
        path = f"M{x1 - 22},{top} C{x1 - 30},{top + side * 34} {x1 + 30},{top + side * 34} {x1 + 22},{top}"
        x, y = x1 + width / 2 - 18, top + side * 12
        return {"path": path, "x": x, "y": y, "lines": [", ".join(lines)], "start": True}
    dx, dy = x2 - x1, y2 - y1
    length = math.hypot(dx, dy)
    scale = min(width / 2 / abs(dx) if dx else math.inf, height / 2 / abs(dy) if dy else math.inf)
    gap = scale + 5 / length
    start, end = (x1 + dx * scale, y1 + dy * scale), (x2 - dx * gap, y2 - dy * gap)
    path = f"M{start[0]:.1f},{start[1]:.1f} L{end[0]:.1f},{end[1]:.1f}"
    x, y = x1 + dx * 0.42, y1 + dy * 0.42 - 6 * (len(lines) - 1)
    return {"path": path, "x": round(x, 1), "y": round(y, 1), "lines": lines, "start": False}


def _answers(graph: rdflib.Graph | None) -> tuple[Answered, ...]:
    out = []
    for question in questions():
        if graph is None:
            out.append(Answered(question))
            continue
        result = run(graph, question.text)
        if result.form == "SELECT":
            cells = table_cells(result)
            rows = tuple(tuple(map(_name, row)) for row in cells[:_MANY])
            out.append(Answered(question, result.variables, rows, len(cells), asked=True))
        else:
            size = len(result.graph) if result.graph is not None else 0
            text = f"{size} triples" if result.answer is None else "yes" if result.answer else "no"
            out.append(Answered(question, text=text, total=size, asked=True))
    return tuple(out)


def _name(cell: str) -> str:
    """A cell as it is, a node by its local name."""
    return local_name(cell) if "://" in cell and " " not in cell else cell


def docs_html(graph: rdflib.Graph | None = None) -> str:
    """Return the ontology's page; the questions are answered on ``graph`` where one is given."""
    import rdflib
    from markupsafe import Markup

    ontology = _load(ontology_files())
    head = rdflib.URIRef(KHB.rstrip("#"))
    groups = terms(ontology)
    scheme_terms = {term.name: term for term in map(_scheme(ontology), _schemes(ontology))}
    style = asset("pages.css")
    licence = next(iter(sorted(map(str, ontology.objects(head, rdflib.URIRef(DCTERMS + "license"))))), "")
    return environment().get_template("docs.html.j2").render(
        style=Markup(style),  # noqa: S704 - our own file
        policy=policy((), (style,)).replace("script-src ; ", ""),
        iri=str(head),
        titles=_texts(ontology, head, DCTERMS + "title"),
        descriptions=_texts(ontology, head, DCTERMS + "description"),
        version=str(ontology.value(head, rdflib.URIRef(OWL + "versionInfo")) or ""),
        licence=licence,
        groups=groups,
        schemes=scheme_terms,
        diagram=diagram(ontology),
        shapes=shapes(),
        answers=_answers(graph),
        answered=graph is not None,
        files=[path.name for path in (*ontology_files(), *shape_files())],
    )  # fmt: skip


def _schemes(graph: rdflib.Graph) -> Sequence[str]:
    import rdflib

    kind = rdflib.URIRef(SKOS + "ConceptScheme")
    return sorted(str(node) for node in graph.subjects(rdflib.URIRef(RDF + "type"), kind))


def _scheme(graph: rdflib.Graph) -> Any:
    import rdflib

    def term(iri: str) -> Term:
        node = rdflib.URIRef(iri)
        labels, comments = (_texts(graph, node, RDFS + name) for name in ("label", "comment"))
        return Term(iri, local_name(iri), labels, comments, ())

    return term


def write_docs(output: Path, graph: rdflib.Graph | None = None) -> tuple[Path, ...]:
    """Write ``index.html`` and copies of the Turtle files into a directory; return the files, the page first.

    Raises ``OutputError``.
    """
    page = docs_html(graph)
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(output, error) from None
    sources = (*ontology_files(), *shape_files())
    for path in sources:
        replace_file(output / path.name, path.read_text(encoding="utf-8"))
    replace_file(output / "index.html", page)
    return (output / "index.html", *(output / path.name for path in sources))
