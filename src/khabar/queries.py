"""Competency questions and any other SPARQL query over a graph, with the results in the standard formats.

The bundled questions are ``ontology/questions/NN-slug.rq``; their first lines are comments ``# question-en:``,
``# question-ar:`` and ``# policy:`` (repeatable). Queries run in rdflib and never reach the network: ``SERVICE`` and
``FROM`` are refused.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal
from xml.sax.saxutils import escape, quoteattr

from khabar.errors import InputError
from khabar.rdf.terms import PREFIXES, SKOS
from khabar.resources import policy_files, question_files

if TYPE_CHECKING:
    import rdflib
    from rdflib.term import Node

    from khabar.rdf.terms import Description

__all__ = ["FORMATS", "Question", "Result", "load_question", "policies", "questions", "render", "run", "table_cells"]

Form = Literal["SELECT", "ASK", "CONSTRUCT", "DESCRIBE"]

_HEADER = re.compile(r"#\s*(question-en|question-ar|policy):\s*(.*)")


@dataclass(frozen=True, slots=True)
class Question:
    """A bundled competency question: ``name`` is ``NN-slug``, ``policy`` says how it counts (may be empty)."""

    name: str
    english: str
    arabic: str
    policy: tuple[str, ...]
    text: str
    """The whole file: a SPARQL query."""


@dataclass(frozen=True)
class Result:
    """A query's answer: rows for SELECT, ``answer`` for ASK, ``graph`` for CONSTRUCT and DESCRIBE."""

    form: Form
    variables: tuple[str, ...] = ()
    rows: tuple[tuple[Node | None, ...], ...] = ()
    answer: bool | None = None
    graph: rdflib.Graph | None = None


# ------------------------------------------------------------------------------------------------- questions


def questions() -> tuple[Question, ...]:
    """Return the bundled questions in their order."""
    return tuple(map(_read, question_files()))


def policies() -> tuple[Question, ...]:
    """Return the bundled policies, which derive totals of incidents; by name."""
    return tuple(map(_read, policy_files()))


def load_question(name: str) -> Question:
    """Return a bundled question by its name (``12-timeline``), number (``12``) or slug (``timeline``), or a policy.

    Raises ``InputError`` if there is none.
    """
    for file in question_files():
        number, _, slug = file.stem.partition("-")
        if name in {file.stem, slug} or (name.isdecimal() and int(name) == int(number)):
            return _read(file)
    for file in policy_files():
        if name == file.stem:
            return _read(file)
    raise InputError(f"there is no question {name!r}; khabar query --list shows their names")


def _read(file: Path) -> Question:
    text = file.read_text(encoding="utf-8")
    found: dict[str, list[str]] = {"question-en": [], "question-ar": [], "policy": []}
    for line in text.splitlines():
        match = _HEADER.fullmatch(line.strip())
        if match:
            found[match[1]].append(match[2].strip())
        elif line.strip() and not line.startswith("#"):
            break
    return Question(
        file.stem, " ".join(found["question-en"]), " ".join(found["question-ar"]), tuple(found["policy"]), text
    )


# ------------------------------------------------------------------------------------------------- running


def run(graph: rdflib.Graph, query: str) -> Result:
    """Answer a SPARQL 1.1 query over a graph; the project's prefixes need no declaration.

    Raises ``InputError`` if the query cannot be read, asks for another graph or service, or fails.
    """
    from rdflib.plugins.sparql import prepareQuery

    try:
        prepared = prepareQuery(query, initNs=PREFIXES)
    except RecursionError:
        raise InputError("the query cannot be read: it is nested too deeply") from None
    except Exception as error:
        raise InputError(f"the query cannot be read: {_reason(error)}") from None
    algebra = prepared.algebra
    _refuse_remote(algebra)
    try:
        answer = graph.query(prepared)
        if answer.type == "ASK":
            return Result("ASK", answer=bool(answer.askAnswer))
        if answer.type in ("CONSTRUCT", "DESCRIBE"):
            return Result("CONSTRUCT" if answer.type == "CONSTRUCT" else "DESCRIBE", graph=answer.graph)
        variables = tuple(map(str, answer.vars or ()))
        rows = tuple(tuple(row.get(variable) for variable in answer.vars or ()) for row in answer.bindings)
    except RecursionError:
        raise InputError("the query cannot be answered: it is nested too deeply") from None
    except Exception as error:
        raise InputError(f"the query cannot be answered: {_reason(error)}") from None
    if len(rows) == 1 and _is_phantom(algebra, dict(zip(variables, rows[0], strict=True))):
        rows = ()
    return Result("SELECT", variables, rows)


def _reason(error: BaseException) -> str:
    """An error on one line; for a syntax error where it is."""
    line, column, text = (getattr(error, name, None) for name in ("lineno", "col", "line"))
    if isinstance(line, int) and isinstance(column, int):
        shown = f": {str(text).strip()[:80]}" if text else ""
        return f"syntax error in line {line}, column {column}{shown}"
    return " ".join(str(error).split()) or type(error).__name__


def _nodes(part: Any) -> Iterator[Any]:
    """All parts of a query's algebra."""
    if isinstance(part, Mapping):
        yield part
        for value in part.values():
            yield from _nodes(value)
    elif isinstance(part, (list, tuple)):
        for value in part:
            yield from _nodes(value)


def _refuse_remote(algebra: Any) -> None:
    """Raise ``InputError`` where a query would fetch something."""
    if algebra.get("datasetClause"):
        raise InputError("FROM is not supported: name the graph files on the command line")
    if any(getattr(part, "name", "") == "ServiceGraphPattern" for part in _nodes(algebra)):
        raise InputError("SERVICE is not supported: queries do not reach the network")


def _is_phantom(algebra: Any, row: Mapping[str, object]) -> bool:
    """Whether a lone row is rdflib's answer to a GROUP BY without solutions, which SPARQL says has no row at all."""
    groups = [part for part in _nodes(algebra) if getattr(part, "name", "") == "Group" and part.get("expr")]
    if not groups:
        return False
    keys = {str(key) for key in groups[0]["expr"]}
    shown = [row[key] for key in keys if key in row]
    return bool(shown) and all(value is None for value in shown)


# ------------------------------------------------------------------------------------------------- formats


def render(result: Result, form: str = "table") -> str:
    """Return a result as text in one of ``FORMATS``; a graph is Turtle, with ``json`` JSON-LD.

    Raises ``InputError`` if the format cannot hold the result (an ASK has no CSV).
    """
    if result.graph is not None:
        return _json_ld(result.graph) if form == "json" else _turtle(result.graph)
    if result.form == "ASK" and form in ("csv", "tsv"):
        raise InputError(f"the answer to an ASK query cannot be written as {form}; take json, xml or table")
    return FORMATS[form](result)


def table_cells(result: Result) -> list[list[str]]:
    """Return the rows of a SELECT as people read them: prefixed names, plain literals, nothing for what is unbound."""
    return [["" if term is None else _plain(term) for term in row] for row in result.rows]


def _plain(term: Node) -> str:
    import rdflib

    if isinstance(term, rdflib.URIRef):
        return _short(str(term))
    text = f"_:{term}" if isinstance(term, rdflib.BNode) else str(term)
    return "".join(c if c.isprintable() or c == "\u200c" else " " if c.isspace() else f"\\u{ord(c):04x}" for c in text)


def _short(iri: str) -> str:
    for prefix, namespace in PREFIXES.items():
        local = iri.removeprefix(namespace)
        if local != iri and re.fullmatch(r"[A-Za-z_][\w-]*", local):
            return f"{prefix}:{local}"
    return iri


def _table(result: Result) -> str:
    """Aligned columns; numbers to the right."""
    if result.form == "ASK":
        return f"{'yes' if result.answer else 'no'}\n"
    cells = table_cells(result)
    if not cells:
        return "no rows\n"
    from khabar.present import columns as taken

    columns = list(zip(*cells, strict=True))
    widths = [max(map(taken, (name, *column))) for name, column in zip(result.variables, columns, strict=True)]
    numeric = [all(re.fullmatch(r"-?\d+(\.\d+)?", cell) for cell in column if cell) for column in columns]

    def line(row: Sequence[str]) -> str:
        out = []
        for cell, width, right in zip(row, widths, numeric, strict=True):
            gap = " " * (width - taken(cell))
            out.append(gap + cell if right else cell + gap)
        return "  ".join(out).rstrip()

    rule = "  ".join("-" * width for width in widths)
    return "\n".join([line(result.variables), rule, *map(line, cells)]) + "\n"


def _csv(result: Result) -> str:
    """SPARQL 1.1 Query Results CSV: IRIs and lexical forms, lines ending with CRLF (RFC 4180)."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(result.variables)
    for row in result.rows:
        cells = ["" if term is None else f"_:{term}" if _kind(term) == "bnode" else str(term) for term in row]
        if cells == [""]:
            out.write("\r\n")  # the writer would put quotes around a lone empty cell
        else:
            writer.writerow(cells)
    return out.getvalue()


def _tsv(result: Result) -> str:
    """SPARQL 1.1 Query Results TSV: terms in Turtle's syntax."""
    lines = ["\t".join(f"?{name}" for name in result.variables)]
    lines.extend("\t".join("" if term is None else _term(term) for term in row) for row in result.rows)
    return "\n".join(lines) + "\n"


def _term(term: Node) -> str:
    from khabar.rdf import turtle
    from khabar.rdf.terms import XSD
    from khabar.rdf.terms import Literal as Plain

    kind = _kind(term)
    if kind == "bnode":
        return f"_:{term}"
    if kind == "uri":
        return f"<{term}>"
    language, datatype = getattr(term, "language", None), getattr(term, "datatype", None)
    if str(datatype) == f"{XSD}integer" and re.fullmatch(r"[+-]?\d+", str(term)):
        return str(term)
    return turtle.encode_literal(Plain(str(term), language or "", str(datatype or "")))


def _kind(term: Node) -> str:
    import rdflib

    return "uri" if isinstance(term, rdflib.URIRef) else "bnode" if isinstance(term, rdflib.BNode) else "literal"


def _json(result: Result) -> str:
    """SPARQL 1.1 Query Results JSON."""
    if result.form == "ASK":
        return json.dumps({"head": {}, "boolean": result.answer}, indent=2) + "\n"
    bindings = [
        {
            name: _json_term(term)
            for name, term in zip(result.variables, row, strict=True)
            if term is not None
        }
        for row in result.rows
    ]  # fmt: skip
    document = {"head": {"vars": list(result.variables)}, "results": {"bindings": bindings}}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _json_term(term: Node) -> dict[str, str]:
    out = {"type": _kind(term), "value": str(term)}
    if language := getattr(term, "language", None):
        out["xml:lang"] = language
    elif datatype := getattr(term, "datatype", None):
        out["datatype"] = str(datatype)
    return out


_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _xml(result: Result) -> str:
    """SPARQL Query Results XML Format; characters that XML cannot hold become U+FFFD."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<sparql xmlns="http://www.w3.org/2005/sparql-results#">']
    if result.form == "ASK":
        lines += ["  <head/>", f"  <boolean>{'true' if result.answer else 'false'}</boolean>", "</sparql>"]
        return "\n".join(lines) + "\n"
    lines += ["  <head>", *(f"    <variable name={quoteattr(name)}/>" for name in result.variables), "  </head>"]
    lines.append("  <results>")
    for row in result.rows:
        lines.append("    <result>")
        for name, term in zip(result.variables, row, strict=True):
            if term is not None:
                lines.append(f"      <binding name={quoteattr(name)}>{_xml_term(term)}</binding>")
        lines.append("    </result>")
    lines += ["  </results>", "</sparql>"]
    return "\n".join(lines) + "\n"


def _xml_term(term: Node) -> str:
    text = escape(_NOT_XML.sub("\ufffd", str(term)), {"\r": "&#13;"})
    kind = _kind(term)
    if kind != "literal":
        return f"<{kind}>{text}</{kind}>"
    attribute = ""
    if language := getattr(term, "language", None):
        attribute = f" xml:lang={quoteattr(language)}"
    elif datatype := getattr(term, "datatype", None):
        attribute = f" datatype={quoteattr(str(datatype))}"
    return f"<literal{attribute}>{text}</literal>"


def _turtle(graph: rdflib.Graph) -> str:
    """A graph as sorted Turtle."""
    from khabar.rdf.turtle import to_turtle

    found = _descriptions(graph)
    return _by_rdflib(graph, "turtle") if found is None else to_turtle(found, PREFIXES)


def _json_ld(graph: rdflib.Graph) -> str:
    """A graph as sorted JSON-LD."""
    from khabar.rdf import formats

    found = _descriptions(graph)
    if found is None:
        return _by_rdflib(graph, "json-ld") + "\n"
    return formats.FORMATS["json-ld"].write(found, "", {})


def _by_rdflib(graph: rdflib.Graph, form: str) -> str:
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace)
    return graph.serialize(format=form)


def _descriptions(graph: rdflib.Graph) -> list[Description] | None:
    """A graph as sorted descriptions; None where it has blank nodes, which the project's own graphs never hold."""
    import rdflib

    from khabar.rdf.terms import RDF, Description
    from khabar.rdf.terms import Literal as Plain

    triples = list(graph)
    if any(isinstance(term, rdflib.BNode) for triple in triples for term in triple):
        return None

    def term(node: Node) -> str | Plain:
        if isinstance(node, rdflib.Literal):
            return Plain(str(node), node.language or "", str(node.datatype or ""))
        return str(node)

    subjects: dict[str, dict[str, list[str | Plain]]] = {}
    order = {RDF + "type": "", SKOS + "prefLabel": " "}
    for subject, predicate, value in sorted(
        triples, key=lambda t: (str(t[0]), order.get(str(t[1]), str(t[1])), _term(t[2]))
    ):
        subjects.setdefault(str(subject), {}).setdefault(str(predicate), []).append(term(value))
    return [
        Description(subject, tuple((predicate, tuple(values)) for predicate, values in properties.items()))
        for subject, properties in subjects.items()
    ]


FORMATS: dict[str, Callable[[Result], str]] = {
    "table": _table, "csv": _csv, "tsv": _tsv, "json": _json, "xml": _xml,
}  # fmt: skip
"""Name of a format → function that renders the answer to a SELECT or ASK in it."""
