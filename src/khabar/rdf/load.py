"""Reading RDF files into ``rdflib.Graph``: any syntax, gzip or not, no network, errors of one line."""

from __future__ import annotations

import gzip
import io
import json
import sys
import warnings
import zlib
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from khabar.errors import GraphError, unreadable
from khabar.rdf.formats import ALIASES, FORMATS
from khabar.rdf.graph import literals_as_written
from khabar.rdf.terms import KHB, PREFIXES, RDF

if TYPE_CHECKING:
    import rdflib

__all__ = ["is_ours", "load", "load_all", "open_file", "parse", "require_ours"]

_PARSERS = {
    "turtle": "turtle", "nt": "nt", "nquads": "nquads", "trig": "trig", "json-ld": "json-ld", "rdf/xml": "xml",
}  # fmt: skip
_NAMED = {"nquads", "trig", "json-ld"}
"""Formats that may hold named graphs."""
_OURS = ("Article", "Claim", "Event", "Incident", "EventLink")


def load(path: str | Path, form: str | None = None) -> rdflib.Graph:
    """Read a graph from a file, ``-`` for standard input; named graphs are merged into one.

    The syntax is that of ``form``, else of the extension, else that of the first characters.
    Raises ``GraphError`` if the file cannot be read or is no RDF.
    """
    name = "standard input" if str(path) == "-" else str(path)
    with open_file(path) as stream:
        data = stream.read()
    return parse(data, form or _syntax(path, data), name)


@contextmanager
def open_file(path: str | Path) -> Iterator[IO[bytes]]:
    """Open a graph's file, ``-`` for standard input; what gzip compressed is read as what it was before.

    Raises ``GraphError``, inside the block too, if the file cannot be read or its compressed data are damaged.
    """
    name = "standard input" if str(path) == "-" else str(path)
    try:
        with ExitStack() as stack:
            stream: Any = sys.stdin.buffer if name != str(path) else stack.enter_context(Path(path).open("rb"))
            if not hasattr(stream, "peek"):
                stream = io.BufferedReader(stream)
            head = stream.peek(2)[:2]
            yield stack.enter_context(gzip.open(stream, "rb")) if head == b"\x1f\x8b" else stream
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise GraphError(f"cannot read {name}: its compressed data are cut short or damaged ({error})") from None
    except OSError as error:
        raise unreadable(name, error, GraphError) from None


def load_all(paths: Iterable[str | Path], *, ours: bool = True) -> rdflib.Graph:
    """Read several files into one graph; with ``ours``, each must be a graph that Khabar built.

    Raises ``GraphError`` as ``load`` and ``require_ours`` do.
    """
    merged: rdflib.Graph | None = None
    for path in paths:
        graph = load(path)
        if ours:
            require_ours(graph, str(path))
        if merged is None:
            merged = graph
        else:
            merged += graph
    if merged is None:
        raise GraphError("no graph given; name at least one RDF file")
    return merged


def parse(data: bytes, form: str, name: str) -> rdflib.Graph:
    """Read a graph from bytes in a format of ``FORMATS``; ``name`` stands in error messages.

    Literals keep their lexical forms, ill-typed ones too: it is for the shapes to judge them.
    Raises ``GraphError`` if the bytes are not in that syntax.
    """
    import rdflib

    form = ALIASES.get(form.lower(), form.lower())
    if form not in _PARSERS:
        raise GraphError(f"{name}: unknown format {form!r}; use one of {', '.join(FORMATS)}")
    if b"\0" in data[:4096]:
        raise GraphError(f"{name}: this is a binary file, not RDF")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise GraphError(f"{name}: byte {error.start} is not UTF-8; RDF files must be") from None
    if form == "json-ld":
        _refuse_remote_contexts(text, name)
    parsed = rdflib.Dataset(default_union=True) if form in _NAMED else rdflib.Graph(bind_namespaces="none")
    with literals_as_written(), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # rdflib warns of its own deprecations
        try:
            # an unreachable base: relative IRIs then resolve the same way on every machine
            parsed.parse(data=text, format=_PARSERS[form], publicID="http://relative.invalid/")
        except RecursionError:
            raise GraphError(f"{name}: nested too deeply to be read") from None
        except Exception as error:  # rdflib's parsers raise a dozen unrelated classes, bare Exception among them
            raise GraphError(f"{name}: not valid {FORMATS[form].name}: {_one_line(error)}") from None
        graph = rdflib.Graph(bind_namespaces="none") if isinstance(parsed, rdflib.Dataset) else parsed
        for prefix, namespace in {**PREFIXES, **dict(parsed.namespaces())}.items():
            graph.bind(prefix, namespace, replace=True)
        if isinstance(parsed, rdflib.Dataset):
            for subject, predicate, term, _ in parsed.quads((None, None, None, None)):
                graph.add((subject, predicate, term))
    return graph


def is_ours(graph: rdflib.Graph) -> bool:
    """Whether the graph holds an article, claim, event, incident or reprint of Khabar's ontology."""
    from rdflib import URIRef

    if (None, URIRef(KHB + "reprintOf"), None) in graph:
        return True
    return any((None, URIRef(RDF + "type"), URIRef(KHB + name)) in graph for name in _OURS)


def require_ours(graph: rdflib.Graph, name: str) -> None:
    """Raise ``GraphError`` unless the graph is one that Khabar built."""
    if not is_ours(graph):
        raise GraphError(f"{name}: {len(graph)} triples, but nothing that khabar build makes; give a graph made by it")


def _syntax(path: str | Path, data: bytes) -> str:
    extension = Path(str(path).removesuffix(".gz")).suffix.lower()
    for form in FORMATS.values():
        if extension in form.extensions:
            return form.name
    if extension == ".json":
        return "json-ld"
    start = data[:512].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith((b"<?xml", b"<rdf:RDF", b"<!DOCTYPE")):
        return "rdf/xml"
    if start.startswith((b"{", b"[")):
        return "json-ld"
    return "turtle"


def _refuse_remote_contexts(text: str, name: str) -> None:
    """Raise for contexts that a JSON-LD processor would fetch: Khabar never uses the network for a file."""
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise GraphError(f"{name}: not valid JSON: {_one_line(error)}") from None
    for key, value in _members(document):
        values = value if isinstance(value, list) else [value]
        if key in {"@context", "@import"} and any(isinstance(item, str) for item in values):
            raise GraphError(f"{name}: its JSON-LD context is on the network; write the context into the file")


def _members(value: Any) -> Iterator[tuple[str, Any]]:
    stack = [value]
    while stack:
        item = stack.pop()
        if isinstance(item, dict):
            yield from item.items()
            stack.extend(item.values())
        elif isinstance(item, list):
            stack.extend(item)


def _one_line(error: BaseException) -> str:
    """What a parser says, on one line: its reason and the line number where it gives them."""
    reason, lines = getattr(error, "_why", None), getattr(error, "lines", None)
    if isinstance(reason, str) and isinstance(lines, int):
        return f"line {lines + 1}: {reason}"
    words = " ".join(str(error).split()) or type(error).__name__
    return words if len(words) <= 160 else f"{words[:157]}..."
