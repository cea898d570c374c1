"""The formats that graphs are written in, and writing a file whole or not at all.

Every format is deterministic: the same descriptions give the same bytes. Turtle, TriG, JSON-LD and RDF/XML keep the
reading order of the descriptions, N-Triples and N-Quads are sorted by code point.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import stat
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from khabar.errors import OutputError, unwritable
from khabar.rdf.graph import Outline, flatten
from khabar.rdf.terms import KHB, OA, PREFIXES, RDF, XSD, Description, Term, check_iri
from khabar.rdf.turtle import encode_iri, encode_literal, quote, to_trig, to_turtle

__all__ = ["ALIASES", "FORMATS", "Format", "as_ntriples", "find_format", "nquads", "serialise", "write_bytes"]

_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,14})")
"""Canonical integers that every JSON parser reads exactly."""


@dataclass(frozen=True, slots=True)
class Format:
    """One RDF syntax: its name, extensions (the first is used for new files), media type, and its writer.

    ``write`` takes descriptions, the name of the graph (for the formats that have named graphs) and further prefixes.
    """

    name: str
    extensions: tuple[str, ...]
    media_type: str
    write: Callable[[Sequence[Description], str, Mapping[str, str]], str]


def _turtle(descriptions: Sequence[Description], graph: str, prefixes: Mapping[str, str]) -> str:
    return to_turtle(descriptions, prefixes)


def _trig(descriptions: Sequence[Description], graph: str, prefixes: Mapping[str, str]) -> str:
    return to_trig(descriptions, graph, prefixes)


def _nt(descriptions: Sequence[Description], graph: str, prefixes: Mapping[str, str]) -> str:
    return _lines(descriptions, " .\n")


def _nquads(descriptions: Sequence[Description], graph: str, prefixes: Mapping[str, str]) -> str:
    return _lines(descriptions, f" {encode_iri(graph)} .\n" if graph else " .\n")


class _Memory(dict[Any, str]):
    """Terms as N-Triples writes them, by the term; vocabularies and names recur in all articles, so it is kept."""

    def __init__(self, encode: Callable[[Any], str]) -> None:
        self._encode = encode

    def __missing__(self, term: Any) -> str:
        if len(self) >= _REMEMBERED:
            self.clear()
        found = self[term] = self._encode(term)
        return found


_REMEMBERED = 4_000
"""Terms kept of each sort: enough for what recurs, few enough that a process has the same size all its life."""


def _raw(text: str) -> str:
    """The bytes of a text in UTF-8 as characters of one byte each.

    They sort as the text does, and are joined and encoded (in Latin-1) by copying.
    """
    return text if text.isascii() else text.encode("utf-8").decode("latin-1")


_iris = _Memory(lambda iri: _raw(encode_iri(iri)))
_literals = _Memory(lambda literal: _raw(encode_literal(literal)))


def _lines(descriptions: Iterable[Description], ending: str) -> str:
    """N-Triples or N-Quads, sorted; nothing stands twice."""
    blocks: dict[str, set[str]] = {}
    for subject, properties in descriptions:
        blocks.setdefault(_iris[subject], set()).update(_bodies(properties, _iris))
    end = _raw(ending)
    return "".join([_block(head, blocks[head], end) for head in sorted(blocks)]).encode("latin-1").decode("utf-8")


def _bodies(properties: Iterable[tuple[str, Iterable[Term]]], iris: Mapping[Any, str]) -> set[str]:
    """Predicate and object of every line of one subject, without order."""
    predicates, literals = _iris, _literals
    return {
        f"{predicates[predicate]} {iris[term] if term.__class__ is str else literals[term]}"
        for predicate, objects in properties
        for term in objects
    }


def _block(head: str, bodies: Iterable[str], end: str) -> str:
    """The lines of one subject in order.

    They sort alike with and without their ends: what goes on where another ends (a language tag) sorts after a blank.
    """
    return f"{head} {f'{end}{head} '.join(sorted(bodies))}{end}"


class _Minted(dict[str, str]):
    """The IRIs of one article, which need no check and come in no other, before those that are remembered."""

    def __missing__(self, iri: str) -> str:
        return _iris[iri]


def nquads(outline: Outline, graph: str) -> bytes:
    """Return a report's graph as ``serialise`` writes it in N-Quads, with less work; N-Triples if ``graph`` is empty.

    Raises ``OutputError`` if a literal holds what none can.
    """
    end = f" {encode_iri(graph)} .\n" if graph else " .\n"
    try:
        # these are minted from a checked base and hexadecimal digits
        iris = _Minted([(mention[0], f"<{mention[0]}>") for mention in outline.mentions])
        scope = f"{outline.article}/"
        described = (*outline.head, *outline.tail)
        for subject, _ in described:
            if subject.startswith(scope):
                iris[subject] = f"<{subject}>"
        bodies: dict[str, set[str]] = {}
        for subject, properties in described:
            head = iris[subject]
            found = _bodies(properties, iris)
            bodies[head] = bodies[head] | found if head in bodies else found
        blocks = {head: _block(head, found, end) for head, found in bodies.items()}
        # a mention's lines are always the same ones, so they stand in order here, after those of its selector
        kinds, kind = f" {_A} {_POSITION}{end}", f" {_A} {_QUOTE}{end}"
        starts, ends, exact, number = f" {_START} ", f" {_END} ", f" {_EXACT} ", f"^^{_INTEGER_TYPE}{end}"
        mention, selects = f" {_A} {_MENTION}{end}", f" {_HAS_SELECTOR} "
        source = f" {_HAS_SOURCE} {_iris[outline.article]}{end}"
        for iri, first, last, words in outline.mentions:
            node, selector = f"<{iri}>", f"<{iri}-sel>"
            blocks[selector] = (
                f'{selector}{kinds}{selector}{kind}{selector}{ends}"{last}"{number}{selector}{exact}'
                f'{_raw(quote(words))}{end}{selector}{starts}"{first}"{number}'
                f"{node}{mention}{node}{selects}{selector}{end}{node}{source}"
            )
        return "".join([blocks[head] for head in sorted(blocks)]).encode("latin-1")
    except ValueError as error:
        raise OutputError(f"cannot be written as N-Quads: {error}") from None


def as_ntriples(data: bytes, graph: str) -> bytes:
    """Return N-Quads of ours, all of one graph, as N-Triples; sorted lines stay sorted."""
    # no line break stands inside a literal, so this is the end of a line
    return data.replace(f" {encode_iri(graph)} .\n".encode(), b" .\n")


_A, _MENTION, _HAS_SOURCE, _HAS_SELECTOR, _POSITION, _QUOTE, _START, _END, _EXACT, _INTEGER_TYPE = map(encode_iri, (
    RDF + "type", KHB + "Mention", OA + "hasSource", OA + "hasSelector", OA + "TextPositionSelector",
    OA + "TextQuoteSelector", OA + "start", OA + "end", OA + "exact", XSD + "integer",
))  # fmt: skip


def _json_ld(descriptions: Sequence[Description], graph: str, prefixes: Mapping[str, str]) -> str:
    """JSON-LD 1.1: compact IRIs, one node object for each subject, numbers and truth values as JSON's own."""
    table = {**PREFIXES, **prefixes}
    iris = {term for triple in flatten(descriptions) for term in triple if isinstance(term, str)}
    # a prefix that is also the scheme of an IRI ("geo:…") would be expanded in it
    schemes = {iri.partition(":")[0] for iri in iris}
    namespaces = sorted(((ns, p) for p, ns in table.items() if p not in schemes), key=lambda x: (-len(x[0]), x[1]))
    used: set[str] = set()
    memory: dict[str, str] = {}

    def short(iri: str) -> str:
        found = memory.get(iri)
        if found is None:
            found = check_iri(iri)
            for namespace, prefix in namespaces:
                local = iri[len(namespace) :]
                if iri.startswith(namespace) and local and not local.startswith("//"):
                    used.add(prefix)
                    found = f"{prefix}:{local}"
                    break
            memory[iri] = found
        return found

    def value(term: Term) -> Any:
        if isinstance(term, str):
            return {"@id": short(term)}
        encode_literal(term)  # refuses what no syntax can hold
        if term.language:
            return {"@value": term.value, "@language": term.language.lower()}
        if not term.datatype or term.datatype == XSD + "string":
            return term.value
        if term.datatype == XSD + "integer" and _INTEGER.fullmatch(term.value) and term.value != "-0":
            return int(term.value)
        if term.datatype == XSD + "boolean" and term.value in {"true", "false"}:
            return term.value == "true"
        return {"@value": term.value, "@type": short(term.datatype)}

    nodes = []
    for subject, properties in descriptions:
        node: dict[str, Any] = {"@id": short(subject)}
        for predicate, objects in properties:
            if predicate == RDF + "type" and all(isinstance(term, str) for term in objects):
                values: list[Any] = [short(term) for term in objects if isinstance(term, str)]
                key = "@type"
            else:
                values = [value(term) for term in objects]
                key = short(predicate)
            node[key] = values[0] if len(values) == 1 else values
        nodes.append(node)
    document: dict[str, Any] = {"@context": {prefix: table[prefix] for prefix in table if prefix in used}}
    document["@graph"] = nodes
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*$")
_XML_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def _rdf_xml(descriptions: Sequence[Description], graph: str, prefixes: Mapping[str, str]) -> str:
    """RDF 1.1 XML Syntax, one rdf:Description for each subject."""
    from xml.sax.saxutils import escape, quoteattr  # which imports all of urllib and http

    table = {**PREFIXES, **prefixes}
    by_namespace = {namespace: prefix for prefix, namespace in table.items()}
    used: dict[str, str] = {"rdf": RDF}

    def element(predicate: str) -> str:
        match = _NAME.search(check_iri(predicate))
        if match is None or match.start() == 0:
            raise OutputError(f"RDF/XML cannot name the property <{predicate}>; choose another format")
        namespace = predicate[: match.start()]
        prefix = by_namespace.get(namespace)
        if prefix is None:
            prefix = by_namespace[namespace] = f"ns{len(by_namespace)}"
        used[prefix] = namespace
        return f"{prefix}:{match.group()}"

    def text(value: str) -> str:
        if _XML_FORBIDDEN.search(value):
            raise OutputError(f"XML cannot hold the control character in {value[:40]!r}; choose another format")
        return escape(value, {"\r": "&#13;"})

    blocks = []
    for subject, properties in descriptions:
        lines = [f"  <rdf:Description rdf:about={quoteattr(check_iri(subject))}>"]
        for predicate, objects in properties:
            name = element(predicate)
            for term in objects:
                if isinstance(term, str):
                    lines.append(f"    <{name} rdf:resource={quoteattr(check_iri(term))}/>")
                    continue
                encode_literal(term)  # refuses what no syntax can hold
                extra = ""
                if term.language:
                    extra = f' xml:lang="{term.language.lower()}"'
                elif term.datatype and term.datatype != XSD + "string":
                    extra = f" rdf:datatype={quoteattr(term.datatype)}"
                lines.append(f"    <{name}{extra}>{text(term.value)}</{name}>")
        lines.append("  </rdf:Description>")
        blocks.append("\n".join(lines))
    order = {prefix: number for number, prefix in enumerate(table)}
    names = sorted(used, key=lambda prefix: (order.get(prefix, len(order)), prefix))
    head = "\n".join(f"  xmlns:{prefix}={quoteattr(used[prefix])}" for prefix in names)
    body = "\n\n".join(blocks)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF\n{head}>\n\n{body}\n\n</rdf:RDF>\n'


FORMATS: dict[str, Format] = {
    "turtle": Format("turtle", (".ttl", ".turtle"), "text/turtle", _turtle),
    "nt": Format("nt", (".nt",), "application/n-triples", _nt),
    "nquads": Format("nquads", (".nq", ".nquads"), "application/n-quads", _nquads),
    "trig": Format("trig", (".trig",), "application/trig", _trig),
    "json-ld": Format("json-ld", (".jsonld",), "application/ld+json", _json_ld),
    "rdf/xml": Format("rdf/xml", (".rdf", ".xml", ".owl"), "application/rdf+xml", _rdf_xml),
}
"""Every format, by the name that ``--format`` takes."""

ALIASES: dict[str, str] = {
    "ttl": "turtle", "ntriples": "nt", "n-triples": "nt", "nq": "nquads", "n-quads": "nquads", "jsonld": "json-ld",
    "xml": "rdf/xml", "rdfxml": "rdf/xml", "rdf-xml": "rdf/xml", "rdf": "rdf/xml",
}  # fmt: skip


def find_format(name: str | None, path: str | os.PathLike[str] | None = None) -> Format:
    """Return the format of a name; without one, that of the path's extension; without that, Turtle.

    Raises ``OutputError`` if there is no such format.
    """
    if name is not None:
        found = FORMATS.get(ALIASES.get(name.lower(), name.lower()))
        if found is None:
            raise OutputError(f"unknown format {name!r}; use one of {', '.join(FORMATS)}")
        return found
    extension = Path(path).suffix.lower() if path is not None else ""
    if not extension:
        return FORMATS["turtle"]
    for form in FORMATS.values():
        if extension in form.extensions:
            return form
    known = ", ".join(form.extensions[0] for form in FORMATS.values())
    raise OutputError(f"{path}: no format has the extension {extension!r}; use {known} or name one with --format")


def serialise(
    descriptions: Sequence[Description], form: Format, graph: str = "", prefixes: Mapping[str, str] | None = None
) -> bytes:
    """Return descriptions in a format, in UTF-8.

    ``graph`` is the name of the named graph in N-Quads and TriG (empty: the default graph).
    Raises ``OutputError`` if the format cannot hold a term.
    """
    try:
        return form.write(descriptions, graph, prefixes or {}).encode("utf-8")
    except ValueError as error:
        raise OutputError(f"cannot be written as {form.name}: {error}") from None


def write_bytes(path: str | os.PathLike[str], data: bytes) -> None:
    """Write a file whole or not at all: aside in the same directory, flushed to the disk, then renamed over the target.

    ``-`` is standard output. Links are followed; what is no regular file (a pipe, /dev/null) is written directly.
    Raises ``OutputError`` if that cannot be done; then the target is as it was. BrokenPipeError passes through.
    """
    if str(path) == "-":
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    target = Path(os.path.realpath(path))
    try:
        if target.is_dir():
            raise OutputError(f"cannot write {path}: it is a directory; name a file")
        if target.exists() and not target.is_file():
            with target.open("wb") as stream:
                stream.write(data)
            return
        _replace(target, data)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise unwritable(path, error) from None


def _replace(target: Path, data: bytes) -> None:
    mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o666 & ~_umask()
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(13, "permission denied")
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:100]}.", suffix=".tmp", dir=target.parent)
    aside = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        aside.chmod(mode)
        aside.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            aside.unlink()
        raise


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
