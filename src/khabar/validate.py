"""Checks a graph against the shapes, and its quotes against the article: SHACL → ``Verdict``.

pySHACL does the work. Two things are done around it. The ``sh:sparql`` constraints cost several times what all others
cost together, so the graph is screened in Python first and they are only run where one of them can fail. And pySHACL
stops with a ``TypeError`` where it has to compare an ill-typed literal (``"2019-13-45"^^xsd:date``), so such literals
are replaced by strings while it runs: they then fail as they should.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import pyshacl
import rdflib
from rdflib.namespace import RDF

from khabar.errors import ValidationError
from khabar.rdf.terms import CLASSES, GEO, KHB, OA, PREFIXES, PROPERTIES, SCHEMA, SH
from khabar.resources import shape_files

if TYPE_CHECKING:
    from rdflib.term import Node

__all__ = ["RENDERERS", "SEVERITIES", "Result", "Verdict", "render", "validate"]

Severity = Literal["Violation", "Warning", "Info"]
SEVERITIES: tuple[Severity, ...] = ("Violation", "Warning", "Info")
"""From the worst to the mildest."""

_khb = rdflib.Namespace(KHB)
_oa = rdflib.Namespace(OA)
_sh = rdflib.Namespace(SH)
_schema = rdflib.Namespace(SCHEMA)
_geo = rdflib.Namespace(GEO)
_KHS = "https://w3id.org/khabar/shapes#"
_PREFIXES = {**PREFIXES, "khs": _KHS}
_STAND_IN = "\ue000"
_QUOTES = 3


@dataclass(frozen=True, slots=True)
class Result:
    """One thing that is not as it should be.

    ``focus`` is the node's IRI, ``path`` a property path in SPARQL's syntax with prefixes (None where the node itself
    is meant), ``component`` the constraint component with its prefix, ``value`` the offending value's text or IRI,
    ``quotes`` the words of the article that stand behind the node, ``shape`` the IRI of the shape that says so.
    """

    severity: Severity
    focus: str
    path: str | None
    component: str
    message: str
    value: str | None = None
    quotes: tuple[str, ...] = ()
    shape: str | None = None
    value_n3: str | None = None
    """The offending value as an RDF term, in N-Triples' syntax."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """All results, the worst first, then by focus node, path and component."""

    results: tuple[Result, ...] = ()

    @property
    def conforms(self) -> bool:
        """Whether there is no violation; warnings and remarks do not count."""
        return not self.count("Violation")

    def count(self, severity: Severity) -> int:
        """How many results have this severity."""
        return sum(result.severity == severity for result in self.results)

    def fails(self, on: Literal["violation", "warning", "info"] = "violation") -> bool:
        """Whether there is a result of this severity or a worse one."""
        limit = [severity.lower() for severity in SEVERITIES].index(on)
        return any(SEVERITIES.index(result.severity) <= limit for result in self.results)


def validate(graph: rdflib.Graph, *, source: str | None = None) -> Verdict:
    """Check a graph against all shapes and, with ``source``, every quote against that text.

    ``source`` is the article's text as it was read: offsets are its code points. Where the graph holds several
    articles, the one with the same checksum is checked.
    Raises ``ValidationError`` if pySHACL cannot run the shapes at all.
    """
    shapes = _shapes()
    data, stand_ins = _tamed(graph)
    try:
        _, report, text = pyshacl.validate(
            data, shacl_graph=shapes.full if _suspicious(data) else shapes.core, inference="none", advanced=False
        )
    except Exception as error:
        raise ValidationError(f"the shapes could not be run: {' '.join(str(error).split())}") from error
    if not isinstance(report, rdflib.Graph):
        raise ValidationError(f"the shapes could not be run: {' '.join(str(text).split())}")
    found = list(_read(report, graph, shapes, stand_ins))
    if source is not None:
        found.extend(_against_source(graph, source))
    return Verdict(tuple(sorted(set(found), key=_order)))


def _order(result: Result) -> tuple[Any, ...]:
    return (
        SEVERITIES.index(result.severity), result.focus, result.path or "", result.component, result.value_n3 or "",
        result.message,
    )  # fmt: skip


# ------------------------------------------------------------------------------------------------- shapes


class _Shapes(NamedTuple):
    full: rdflib.Graph
    core: rdflib.Graph
    """The same without ``sh:sparql``."""
    paths: dict[str, tuple[str, str]]
    """Shape → its path in SPARQL's and in SHACL's syntax."""
    vocabulary: frozenset[rdflib.URIRef]


@cache
def _shapes() -> _Shapes:
    """The parsed shapes, once in a process."""
    full = rdflib.Graph()
    for file in shape_files():
        full.parse(file, format="turtle")
    core = rdflib.Graph()
    for triple in full:
        if triple[1] != _sh.sparql:
            core.add(triple)
    paths = {
        str(shape): _path(full, path)
        for shape, path in full.subject_objects(_sh.path)
        if isinstance(shape, rdflib.URIRef)
    }
    return _Shapes(full, core, paths, frozenset(_khb[name] for name in (*CLASSES, *PROPERTIES)))


def _path(shapes: rdflib.Graph, path: Node) -> tuple[str, str]:
    """A SHACL path (IRI, sequence, inverse) in SPARQL's syntax, and as it stands in Turtle."""
    if isinstance(path, rdflib.URIRef):
        return _short(path), _short(path)
    inverse = shapes.value(path, _sh.inversePath)
    if inverse is not None:
        sparql, turtle = _path(shapes, inverse)
        return f"^{sparql}", f"[ sh:inversePath {turtle} ]"
    steps = [_path(shapes, step) for step in shapes.items(path)]
    return "/".join(sparql for sparql, _ in steps), f"( {' '.join(turtle for _, turtle in steps)} )"


def _short(iri: str) -> str:
    """An IRI with a prefix where that gives a plain name, else in angle brackets."""
    for prefix, namespace in _PREFIXES.items():
        if iri.startswith(namespace) and (local := iri[len(namespace) :]).replace("-", "_").isidentifier():
            return f"{prefix}:{local}"
    return f"<{iri}>"


# ------------------------------------------------------------------------------------------------- before pySHACL


def _tamed(graph: rdflib.Graph) -> tuple[rdflib.Graph, dict[Node, rdflib.Literal]]:
    """The graph without ill-typed literals, and what their stand-ins stood for."""
    bad = [(s, p, o) for s, p, o in graph if isinstance(o, rdflib.Literal) and o.ill_typed]
    if not bad:
        return graph, {}
    copy = rdflib.Graph()
    for triple in graph:
        copy.add(triple)
    stand_ins: dict[Node, rdflib.Literal] = {}
    for subject, predicate, literal in bad:
        stand_in = rdflib.Literal(f"{_STAND_IN}{literal.n3()}")
        stand_ins[stand_in] = literal
        copy.remove((subject, predicate, literal))
        copy.add((subject, predicate, stand_in))
    return copy, stand_ins


def _suspicious(graph: rdflib.Graph) -> bool:
    """Whether any ``sh:sparql`` constraint of the shapes can fail; tests hold the two together."""
    return (
        _has_foreign_terms(graph)
        or _has_wrong_lengths(graph)
        or _has_late_events(graph)
        or any(
            (subject, prop, other) not in graph
            for node, prop in graph.subject_objects(_khb.relationProperty)
            for subject in graph.objects(node, _khb.relationSubject)
            for other in graph.objects(node, _khb.relationObject)
        )
    )


def _has_foreign_terms(graph: rdflib.Graph) -> bool:
    used = {*graph.predicates(unique=True), *graph.objects(None, RDF.type, unique=True)}
    return any(str(term).startswith(KHB) for term in used - _shapes().vocabulary)


def _has_wrong_lengths(graph: rdflib.Graph) -> bool:
    for selector, exact in graph.subject_objects(_oa.exact):
        for start in graph.objects(selector, _oa.start):
            for end in graph.objects(selector, _oa.end):
                try:
                    if len(str(exact)) != int(str(end)) - int(str(start)):
                        return True
                except ValueError:
                    return True
    return False


def _has_late_events(graph: rdflib.Graph) -> bool:
    published = [_python(value) for value in graph.objects(None, _schema.datePublished, unique=True)]
    if not published:
        return False
    foreseen = {
        event
        for modality in (_khb.Planned, _khb.Expected)
        for claim in graph.subjects(_khb.modality, modality)
        for event in graph.objects(claim, _khb.describes)
    }
    try:
        return any(
            _python(bound) > min(published)
            for name in ("earliest", "latest")
            for event, bound in graph.subject_objects(_khb[name])
            if event not in foreseen
        )
    except TypeError:
        return True


def _python(node: Node) -> Any:
    return node.toPython() if isinstance(node, rdflib.Literal) else node


# ------------------------------------------------------------------------------------------------- after pySHACL


def _read(
    report: rdflib.Graph, graph: rdflib.Graph, shapes: _Shapes, stand_ins: dict[Node, rdflib.Literal]
) -> Iterator[Result]:
    """The results of a SHACL report."""
    for node in report.objects(None, _sh.result):
        focus = report.value(node, _sh.focusNode)
        value = report.value(node, _sh.value)
        shape = report.value(node, _sh.sourceConstraint) or report.value(node, _sh.sourceShape)
        severity = str(report.value(node, _sh.resultSeverity)).removeprefix(SH)
        messages = sorted(str(message) for message in report.objects(node, _sh.resultMessage))
        if focus is None or shape is None:
            continue
        original = stand_ins.get(value, value) if value is not None else None
        path = shapes.paths.get(str(shape))
        yield Result(
            severity=next(known for known in SEVERITIES if known == severity),
            focus=_text(focus),
            path=path[0] if path else None,
            component=_short(str(report.value(node, _sh.sourceConstraintComponent))),
            message=messages[0] if messages else "",
            value=None if original is None else _text(original),
            quotes=_quotes(graph, focus, original, str(shape).removeprefix(_KHS)),
            shape=str(shape) if isinstance(shape, rdflib.URIRef) else None,
            value_n3=None if original is None else _n3(original),
        )


def _text(node: Node) -> str:
    return f"_:{node}" if isinstance(node, rdflib.BNode) else str(node)


def _n3(node: Node) -> str:
    return str(node.n3()) if isinstance(node, (rdflib.URIRef, rdflib.Literal)) else "[]"


def _quotes(graph: rdflib.Graph, focus: Node, value: Node | None, shape: str) -> tuple[str, ...]:
    """The words at fault: those behind the value if it is a node with words, else those behind the focus node."""
    nodes: list[Node] = []
    if shape == "Article-evidenceInside" and value is not None:
        nodes = list(graph.subjects(_oa.end, value))
    elif shape.startswith("TotalToll-") and value is not None:
        bound = _khb.min if shape == "TotalToll-partMin" else _khb.max
        nodes = [part for part in graph.subjects(_khb.partOf, focus) if (part, bound, value) in graph]
        nodes.append(focus)
    elif value is not None and not isinstance(value, rdflib.Literal):
        nodes = [value]
    found = _words(graph, nodes) or _words(graph, [focus])
    return tuple(found[:_QUOTES])


def _words(graph: rdflib.Graph, nodes: Iterable[Node]) -> list[str]:
    """The quotes behind nodes, by position: of mentions and selectors, by way of evidence, or of a relation's ends."""
    selectors: set[Node] = set()
    for node in nodes:
        around = {node, *graph.objects(node, _khb.evidence)}
        if len(around) == 1:
            for link in (_khb.relationSubject, _khb.relationObject):
                for end in graph.objects(node, link):
                    around.update(graph.objects(end, _khb.evidence))
            for place in graph.subjects(_geo.hasGeometry, node):
                around.update(graph.objects(place, _khb.evidence))
        for mention in around:
            selectors.update(graph.objects(mention, _oa.hasSelector))
            selectors.add(mention)
    found = {
        (str(start).zfill(12), str(exact))
        for selector in selectors
        for exact in graph.objects(selector, _oa.exact)
        for start in list(graph.objects(selector, _oa.start)) or [rdflib.Literal(0)]
    }
    return list(dict.fromkeys(exact for _, exact in sorted(found)))


# ------------------------------------------------------------------------------------------------- quotes and text


def _against_source(graph: rdflib.Graph, source: str) -> Iterator[Result]:
    """What does not agree with the article's text: checksum, length, and every quote."""
    checksum = hashlib.sha256(source.encode("utf-8", "surrogatepass")).hexdigest()
    articles = sorted(graph.subjects(RDF.type, _khb.Article), key=str)
    same = [a for a in articles if checksum in {str(value) for value in graph.objects(a, _khb.sha256)}]
    for article in same or articles:
        if article not in same:
            yield _result(
                article, "khb:sha256", "khb:ChecksumMatchesSource",
                "The text given is not the one that the graph was made from: another checksum.",
                graph.value(article, _khb.sha256), (),
            )  # fmt: skip
        length = graph.value(article, _khb.length)
        if length is not None and str(length) != str(len(source)):
            yield _result(
                article, "khb:length", "khb:LengthMatchesSource",
                f"The text given has {len(source)} code points, not {length}.", length, (),
            )  # fmt: skip
        for mention in graph.subjects(_oa.hasSource, article):
            for selector in graph.objects(mention, _oa.hasSelector):
                yield from _quote_against(graph, mention, selector, source)


def _quote_against(graph: rdflib.Graph, mention: Node, selector: Node, source: str) -> Iterator[Result]:
    for exact in graph.objects(selector, _oa.exact):
        try:
            start, end = (int(str(graph.value(selector, bound))) for bound in (_oa.start, _oa.end))
        except ValueError:
            continue  # the shapes report this
        if start < 0 or source[start:end] == str(exact):
            continue
        quote, there = str(exact), source[start:end]
        shorter = min(len(quote), len(there))
        at = next((i for i in range(shorter) if quote[i] != there[i]), shorter)
        yield _result(
            mention, "oa:hasSelector/oa:exact", "khb:QuoteMatchesSource",
            f"The text has other words at {start}..{end}; the first difference is at code point {start + at}.",
            exact, (quote, there) if there else (quote,),
        )  # fmt: skip


def _result(
    focus: Node, path: str, component: str, message: str, value: Node | None, quotes: tuple[str, ...]
) -> Result:
    return Result(
        "Violation", _text(focus), path, component, message, None if value is None else _text(value), quotes, None,
        None if value is None else _n3(value),
    )  # fmt: skip


# ------------------------------------------------------------------------------------------------- rendering


def _human(verdict: Verdict) -> str:
    """Plain text: a line of counts, then a paragraph for each result."""
    counts = [
        f"{number} {name}{'s' if number != 1 else ''}"
        for name, number in zip(("violation", "warning", "remark"), map(verdict.count, SEVERITIES), strict=True)
        if number
    ]
    lines = [f"{'Conforms' if verdict.conforms else 'Does not conform'}: {', '.join(counts) or 'nothing to remark'}."]
    for result in verdict.results:
        lines.append(f"\n{result.severity}: {result.message}")
        lines.append(f"  node   {_plain(result.focus)}")
        if result.path:
            lines.append(f"  path   {result.path}")
        if result.value is not None and result.value != result.focus:
            lines.append(f"  value  {_visible(result.value_n3 or result.value)}")
        lines.extend(f"  words  “{_visible(quote)}”" for quote in result.quotes)
        lines.append(f"  check  {result.component}")
    return "\n".join(lines) + "\n"


def _plain(iri: str) -> str:
    return _short(iri) if _short(iri)[0] != "<" else iri


def _visible(text: str) -> str:
    """Text on one line, with bidi and other controls written out."""
    if text.startswith("<") and text.endswith(">"):
        return _plain(text[1:-1])
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in " ".join(text.split()))


def _json(verdict: Verdict) -> str:
    """A JSON object: conforms, counts, results."""
    results = [
        {
            "severity": result.severity, "focus": result.focus, "path": result.path, "component": result.component,
            "message": result.message, "value": result.value, "quotes": list(result.quotes), "shape": result.shape,
        }
        for result in verdict.results
    ]  # fmt: skip
    counts = {severity.lower(): verdict.count(severity) for severity in SEVERITIES}
    document = {"conforms": verdict.conforms, "counts": counts, "results": results}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _turtle(verdict: Verdict) -> str:
    """A SHACL validation report. As SHACL asks, ``sh:conforms`` is true only if there is no result at all."""
    lines = [f"@prefix {prefix}: <{namespace}> ." for prefix, namespace in _PREFIXES.items()]
    conforms = "false" if verdict.results else "true"
    lines.append(f"\n[] a sh:ValidationReport ;\n    sh:conforms {conforms}")
    paths = _shapes().paths
    for result in verdict.results:
        turtle_path = paths.get(result.shape or "", ("", ""))[1] or _source_path(result.path)
        focus = "[]" if result.focus.startswith("_:") else f"<{result.focus}>"
        block = [f"sh:focusNode {focus}"]
        if turtle_path:
            block.append(f"sh:resultPath {turtle_path}")
        if result.value_n3 is not None:
            block.append(f"sh:value {result.value_n3}")
        block.append(f"sh:resultSeverity sh:{result.severity}")
        block.append(f"sh:sourceConstraintComponent {result.component}")
        if result.shape:
            block.append(f"sh:sourceShape <{result.shape}>")
        block.append(f"sh:resultMessage {rdflib.Literal(result.message, lang='en').n3()}")
        block.extend(f"skos:note {rdflib.Literal(quote).n3()}" for quote in result.quotes)
        inner = " ;\n        ".join(["a sh:ValidationResult", *block])
        lines[-1] += " ;"
        lines.append(f"    sh:result [\n        {inner} ]")
    return "\n".join(lines) + " .\n"


def _source_path(path: str | None) -> str:
    steps = path.split("/") if path else []
    return f"( {' '.join(steps)} )" if len(steps) > 1 else "".join(steps)


RENDERERS: dict[str, Callable[[Verdict], str]] = {"human": _human, "json": _json, "turtle": _turtle}
"""Name of a format → function that renders a verdict in it."""


def render(verdict: Verdict, form: str = "human") -> str:
    """Return a verdict in one of ``RENDERERS``: text for people, JSON, or a SHACL report in Turtle.

    Raises ``KeyError`` if there is no such format.
    """
    return RENDERERS[form](verdict)
