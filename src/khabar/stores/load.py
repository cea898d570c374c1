"""Loading graphs into a store: read, compare digests, send what is new, note what is complete."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from khabar.errors import GraphError, StoreError
from khabar.rdf.load import open_file
from khabar.rdf.terms import KHB, RDF
from khabar.stores.base import Store

__all__ = ["Loaded", "NamedGraph", "digest", "load", "read_graphs"]

CHUNK = 4_000_000
"""Bytes of N-Quads sent at a time."""
CHUNK_GRAPHS = 500

_PARTS = {
    b"iri": rb'<[A-Za-z][A-Za-z0-9+.-]*+:[^<>"{}|^`\\\x00-\x20]*+>',
    b"literal": rb'"[^"\\\n\r]*+(?:\\.[^"\\\n\r]*+)*+"(?:@[A-Za-z0-9-]+|\^\^%(iri)s)?',
}
_PARTS[b"literal"] %= _PARTS
_QUAD = re.compile(rb"(?:%(iri)s|_:\S+) %(iri)s (?:%(iri)s|_:\S+|%(literal)s) (?:(%(iri)s) )?\.\r?\n?" % _PARTS)
_RUN = re.compile(rb"(?:%(iri)s %(iri)s (?:%(iri)s|%(literal)s) %(iri)s \.\n)++" % _PARTS)
"""Lines as we write them: all in a named graph, without blank nodes."""
_BLANK = re.compile(rb"(?:^| )_:")


@dataclass(frozen=True, slots=True)
class NamedGraph:
    """A graph as sorted, distinct N-Quads lines."""

    name: str
    lines: tuple[bytes, ...]

    @property
    def size(self) -> int:
        """Bytes."""
        return sum(map(len, self.lines))


@dataclass(slots=True)
class Loaded:
    """What a load came to."""

    graphs: int = 0
    """Graphs read."""
    sent: int = 0
    """Of them, sent to the store; the others were there."""
    quads: int = 0
    """Quads sent."""
    failures: list[str] = field(default_factory=list)
    """One line for each graph or file that could not be loaded."""


def digest(graph: NamedGraph) -> str:
    """Return the SHA-256 over a graph's sorted N-Quads lines: without blank nodes, that is its canonical form."""
    hasher = hashlib.sha256()
    for line in graph.lines:
        hasher.update(line)
    return hasher.hexdigest()


# ------------------------------------------------------------------------------------------------- reading


def read_graphs(path: str | Path, name: str | None = None) -> Iterator[NamedGraph]:
    """Yield the named graphs of an RDF file, one in memory at a time where it is N-Quads or TriG, .gz or not.

    Triples outside any named graph belong to ``name``; without one, to the graph of the only article, or of the
    incidents, in the file. The quads of a graph must stand together, as ``khabar build`` writes them.
    Raises ``GraphError`` if the file cannot be read, or says of a graph in two places.
    """
    path = Path(path)
    plain = path.name.removesuffix(".gz")
    with open_file(path) as stream:
        flat = plain.endswith((".nq", ".nquads"))
        quads = _lines(stream, str(path)) if flat else _parsed(stream, plain, str(path))
        yield from _grouped(quads, str(path), name)


def _lines(stream: Iterable[bytes], path: str) -> Iterator[tuple[str, list[bytes]]]:
    """Graph names and lines of N-Quads; lines that end alike are looked at together, which is what takes the time."""
    run: list[bytes] = []
    ending, first = b"", 1
    for number, line in enumerate(stream, 1):
        if ending and line.endswith(ending):
            run.append(line)
            continue
        yield from _checked(run, first, path)
        run, first = [line], number
        ending = line[line.rindex(b" <") :] if line.endswith(b"> .\n") and b" <" in line else b""
    yield from _checked(run, first, path)


def _checked(run: Sequence[bytes], first: int, path: str) -> Iterator[tuple[str, list[bytes]]]:
    if run and _RUN.fullmatch(b"".join(run)):
        line = run[0]
        yield line[line.rindex(b" <") + 2 : -4].decode("utf-8"), list(run)
        return
    for number, line in enumerate(run, first):
        match = _QUAD.fullmatch(line)
        if match is None:
            if line.strip() and not line.lstrip().startswith(b"#"):
                yield from _parsed_line(line, number, path)
            continue
        if _BLANK.search(line.split(b'"', 1)[0]):
            raise _blank(path)
        graph = match.group(1)
        yield ("" if graph is None else graph[1:-1].decode("utf-8")), [line.rstrip(b"\r\n") + b"\n"]


def _blank(path: str) -> GraphError:
    return GraphError(f"{path}: it holds blank nodes, which Khabar's graphs never do; give graphs made by it")


def _parsed_line(line: bytes, number: int, path: str) -> Iterator[tuple[str, list[bytes]]]:
    ox = _oxigraph()
    try:
        for quad in ox.parse(line, format=ox.RdfFormat.N_QUADS):
            yield _written(quad, path)
    except (SyntaxError, ValueError) as error:
        raise GraphError(f"{path}: line {number} is not N-Quads: {' '.join(str(error).split())}") from None


def _parsed(stream: Any, plain: str, path: str) -> Iterator[tuple[str, list[bytes]]]:
    ox = _oxigraph()
    extension = plain.rpartition(".")[2].lower()
    form = ox.RdfFormat.from_extension("jsonld" if extension == "json" else extension)
    if form is None:
        raise GraphError(f"{path}: no RDF format has this extension; use .nq, .trig, .ttl, .nt, .jsonld or .rdf")
    try:
        for quad in ox.parse(stream, format=form):
            yield _written(quad, path)
    except (SyntaxError, ValueError) as error:
        raise GraphError(f"{path}: not valid {form.name}: {' '.join(str(error).split())}") from None


def _oxigraph() -> Any:
    try:
        import pyoxigraph
    except ModuleNotFoundError:
        raise GraphError("reading this file needs pyoxigraph; run: pip install 'khabar[stores]'") from None
    return pyoxigraph


def _written(quad: Any, path: str) -> tuple[str, list[bytes]]:
    graph = getattr(quad.graph_name, "value", "")
    ending = f" <{graph}> .\n" if graph else " .\n"
    if str(quad.subject).startswith("_:") or str(quad.object).startswith("_:"):
        raise _blank(path)
    return graph, [f"{quad.subject} {quad.predicate} {quad.object}{ending}".encode()]


def _grouped(quads: Iterable[tuple[str, list[bytes]]], path: str, name: str | None) -> Iterator[NamedGraph]:
    finished: set[int] = set()
    current: str | None = None
    lines: set[bytes] = set()

    def done() -> NamedGraph:
        graph = current or name or _own_name(lines, path)
        if not current:
            finished.add(hash(graph))
            return NamedGraph(graph, tuple(sorted(line[:-2] + f"<{graph}> .\n".encode() for line in lines)))
        return NamedGraph(graph, tuple(sorted(lines)))

    for graph, run in quads:
        if graph != current:
            if current is not None:
                yield done()
            if hash(graph) in finished:
                raise GraphError(f"{path}: the quads of <{graph}> do not stand together; sort the file by graph")
            finished.add(hash(graph))
            current, lines = graph, set()
        lines.update(run)
    if current is not None:
        yield done()


def _own_name(lines: Iterable[bytes], path: str) -> str:
    """The name of the graph of a file without named graphs: that of its article, or of the incidents."""
    pattern = re.compile(rb"<([^>]*)> <" + re.escape(f"{RDF}type").encode() + rb"> <" + KHB.encode() + rb"(\w+)> ")
    found: dict[str, set[str]] = {}
    for line in lines:
        match = pattern.match(line)
        if match:
            found.setdefault(match.group(2).decode(), set()).add(match.group(1).decode())
    articles = found.get("Article", set())
    if len(articles) == 1:
        return f"{next(iter(articles))}/graph"
    incidents = found.get("Incident", set())
    if incidents and not articles:
        return min(incidents).rpartition("/incident/")[0] + "/incidents"
    raise GraphError(f"{path}: {len(articles)} articles and no named graphs; name the graph with --graph IRI")


# ------------------------------------------------------------------------------------------------- loading


def load(
    paths: Sequence[str | Path],
    store: Store,
    *,
    name: str | None = None,
    force: bool = False,
    tick: Callable[[int], None] | None = None,
) -> Loaded:
    """Load all graphs of the files into the store, each whole; those that are there already are passed over.

    With ``force`` all are sent again. ``tick`` is called with the number of graphs dealt with.
    A graph or file that cannot be loaded is noted, and the rest goes on. Raises ``StoreError`` where the store itself
    fails (down, credentials): what was loaded is noted in it, and the next load goes on from there.
    """
    done = Loaded()
    for chunk in _chunks(paths, name, done):
        _load_chunk(chunk, store, force, done)
        if tick:
            tick(len(chunk))
    return done


def _chunks(paths: Sequence[str | Path], name: str | None, done: Loaded) -> Iterator[list[NamedGraph]]:
    chunk: list[NamedGraph] = []
    size = 0
    for path in paths:
        try:
            for graph in read_graphs(path, name):
                done.graphs += 1
                if chunk and (size + graph.size > CHUNK or len(chunk) >= CHUNK_GRAPHS or graph.name == chunk[-1].name):
                    yield chunk
                    chunk, size = [], 0
                chunk.append(graph)
                size += graph.size
        except GraphError as error:
            done.failures.append(str(error))
    if chunk:
        yield chunk


def _load_chunk(chunk: list[NamedGraph], store: Store, force: bool, done: Loaded) -> None:
    digests = {graph.name: digest(graph) for graph in chunk}
    known = store.digests(list(digests))
    wanted = {graph.name: graph for graph in chunk if force or known.get(graph.name) != digests[graph.name]}
    stale = [name for name in wanted if name in known]
    if not wanted:
        return
    try:
        store.replace({name: graph.lines for name, graph in wanted.items()}, stale)
        complete = list(wanted)
    except StoreError as error:
        if getattr(error, "status", 0) not in (400, 413, 415, 422):
            raise
        complete = []
        for name, graph in wanted.items():
            try:
                store.replace({name: graph.lines}, [name])
                complete.append(name)
            except StoreError as reason:
                if getattr(reason, "status", 0) not in (400, 413, 415, 422):
                    raise
                done.failures.append(f"<{name}>: {reason}")
    if complete:
        store.record({name: digests[name] for name in complete})
    done.sent += len(complete)
    done.quads += sum(len(wanted[name].lines) for name in complete)
