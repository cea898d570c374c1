"""Writing the graph of incidents as they come, one after the other, whole or not at all."""

from __future__ import annotations

import gzip
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from khabar.corpus.output import clear_aside, unwritable, written_aside
from khabar.errors import OutputError
from khabar.rdf.formats import Format, serialise
from khabar.rdf.terms import Description
from khabar.rdf.turtle import encode_iri

__all__ = ["write_pieces"]


def write_pieces(
    pieces: Iterable[Sequence[Description]], output: str, form: Format, graph: str, prefixes: Mapping[str, str]
) -> None:
    """Write the descriptions to a file, ``-`` for standard output; one piece of them is in memory at a time.

    N-Triples and N-Quads are sorted and hold nothing twice; Turtle and TriG keep the order. For formats that are a
    document as a whole (JSON-LD, RDF/XML) all is in memory.
    Raises ``OutputError`` if it cannot be written; then the file is as it was.
    """
    with _opened(output) as stream:
        if form.name in {"nt", "nquads"}:
            _write_lines((serialise(piece, form, graph, prefixes) for piece in pieces), stream)
        elif form.name in {"turtle", "trig"}:
            _write_blocks(pieces, stream, form, graph, prefixes)
        else:
            stream.write(serialise([item for piece in pieces for item in piece], form, graph, prefixes))


@contextmanager
def _opened(output: str) -> Iterator[IO[bytes] | gzip.GzipFile]:
    path = Path(output)
    if output == "-":
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
    elif path.is_dir():
        raise OutputError(f"cannot write {output}: it is a directory; name a file")
    elif path.exists() and not path.is_file():
        try:
            with path.open("wb") as stream:
                yield stream
        except OSError as error:
            raise unwritable(path, error) from None
    else:
        clear_aside(path)
        with written_aside(path) as stream:
            if path.suffix != ".gz":
                yield stream
                return
            with gzip.GzipFile("", "wb", fileobj=stream, mtime=0) as compressed:
                yield compressed


def _write_lines(pieces: Iterable[bytes], stream: IO[bytes] | gzip.GzipFile) -> None:
    """Sort lines by way of a temporary file without a name, so that a kill leaves nothing."""
    try:
        db = sqlite3.connect("", isolation_level=None)
        db.execute("PRAGMA journal_mode = OFF")
        db.execute("CREATE TABLE line (value BLOB)")
        db.execute("BEGIN")
        for piece in pieces:
            db.executemany("INSERT INTO line VALUES (?)", ((line,) for line in piece.splitlines(keepends=True)))
        for (line,) in db.execute("SELECT DISTINCT value FROM line ORDER BY value"):
            stream.write(line)
        db.close()
    except sqlite3.Error as error:
        raise OutputError(f"cannot sort what is to be written: {error}; set TMPDIR to a place with room") from None


def _write_blocks(
    pieces: Iterable[Sequence[Description]],
    stream: IO[bytes] | gzip.GzipFile,
    form: Format,
    graph: str,
    prefixes: Mapping[str, str],
) -> None:
    """Write Turtle or TriG: the prefixes that were used are known at the end, and stand at the beginning."""
    from khabar.rdf.formats import FORMATS
    from khabar.rdf.terms import PREFIXES

    named = form.name == "trig" and graph
    used: set[bytes] = set()
    with tempfile.TemporaryFile() as aside:
        for piece in pieces:
            written = serialise(piece, FORMATS["turtle"], "", prefixes)
            lines = written.split(b"\n")
            head = next((number for number, line in enumerate(lines) if not line.startswith(b"@prefix ")), len(lines))
            used.update(lines[:head])
            body = b"\n".join(lines[head:]).lstrip(b"\n")
            if body:
                aside.write(b"\n" + body)
        for prefix, namespace in {**PREFIXES, **prefixes}.items():
            line = f"@prefix {prefix}: <{namespace}> .".encode()
            if line in used:
                stream.write(line + b"\n")
        if named:
            stream.write(f"\n{encode_iri(graph)} {{\n".encode())
        aside.seek(0)
        shutil.copyfileobj(aside, stream, 1 << 20)
        if named:
            stream.write(b"\n}\n")
