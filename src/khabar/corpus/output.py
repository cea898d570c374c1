"""Putting a corpus where it belongs: a file for each article, or one data set, whole or not at all.

Articles were built one by one, in any order; here they are put in the order of their IRIs. A data set is written aside
and renamed over its target at the very end.
"""

from __future__ import annotations

import contextlib
import glob
import gzip
import hashlib
import json
import os
import re
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from khabar.corpus.inputs import Failure
from khabar.corpus.lock import hold
from khabar.corpus.state import Placement, State
from khabar.errors import OutputError, unwritable
from khabar.rdf.formats import Format, serialise

__all__ = [
    "Target",
    "Written",
    "absolute",
    "clear_aside",
    "companion",
    "put_files",
    "renamed",
    "unwritable",
    "write_dataset",
    "write_failures",
    "write_graph",
    "written_aside",
]


@dataclass(frozen=True, slots=True)
class Target:
    """Where a corpus goes: a directory with a file for each article, a file, or standard output (None)."""

    path: Path | None
    form: Format
    directory: bool = False
    compressed: bool = False

    @property
    def extension(self) -> str | None:
        """Extension of each article's file below a directory."""
        return self.form.extensions[0] if self.directory else None

    @property
    def name(self) -> str:
        """The target in messages."""
        return "standard output" if self.path is None else str(self.path)


@dataclass(frozen=True, slots=True)
class Written:
    """A data set as written: its size in bytes and SHA-256."""

    size: int
    sha256: str


def companion(target: Target, suffix: str) -> Path:
    """Return a file beside the target: ``out.nq`` and ``out/`` have ``out.errors.jsonl``."""
    path = absolute(target.path or Path("khabar"))
    name = path.name
    if not target.directory:
        name = re.sub(r"(\.[A-Za-z]+)?(\.gz)?$", "", name) or name
    return path.with_name(name + suffix)


def absolute(path: Path) -> Path:
    """Return an absolute path without dots; links in it stay as they are."""
    return Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links


def renamed(data: bytes, first: str, slug: str) -> bytes:
    """Return an article's bytes under another slug: in its own IRI and in those below it, nowhere else."""
    if first == slug:
        return data
    pattern = re.compile(rb"(?<=article[/:])" + re.escape(first.encode("ascii")) + rb"(?![\w-])")
    return pattern.sub(slug.encode("ascii"), data)


@contextmanager
def written_aside(path: Path) -> Iterator[IO[bytes]]:
    """Open a file that becomes ``path`` when the block ends well, and leaves no trace when it does not.

    Raises ``OutputError`` if it cannot be written.
    """
    target = Path(os.path.realpath(path))
    try:
        handle, name = tempfile.mkstemp(prefix=f".{target.name[:100]}.", suffix=".tmp", dir=target.parent)
    except OSError as error:
        raise unwritable(path, error) from None
    aside = Path(name)
    try:
        try:
            with os.fdopen(handle, "wb", buffering=1 << 20) as stream:
                with contextlib.suppress(OSError):  # a file system without locks
                    hold(stream.fileno())
                yield stream
                stream.flush()
                os.fsync(stream.fileno())
            umask = os.umask(0o077)
            os.umask(umask)
            aside.chmod(0o666 & ~umask)
            aside.replace(target)
        except OSError as error:
            raise unwritable(path, error) from None
    except BaseException:
        with contextlib.suppress(OSError):
            aside.unlink()
        raise


def clear_aside(path: Path) -> None:
    """Take away what runs that were killed left half-written beside a file; that of a running one is let be."""
    target = Path(os.path.realpath(path))
    for left in target.parent.glob(f".{glob.escape(target.name[:100])}.*.tmp"):
        with contextlib.suppress(OSError), left.open("rb+") as stream:
            hold(stream.fileno())
            left.unlink()


# ------------------------------------------------------------------------------------- one data set


class _Sink:
    """Writes, counts and hashes; compresses as gzip members where asked to."""

    def __init__(self, stream: IO[bytes], compressed: bool) -> None:
        self._stream = stream
        self._compressed = compressed
        self._digest = hashlib.sha256()
        self.size = 0

    def member(self, data: bytes) -> None:
        """Write what is a gzip member already."""
        self._put(data if self._compressed else gzip.decompress(data))

    def plain(self, data: bytes) -> None:
        """Write bytes."""
        self._put(gzip.compress(data, 1, mtime=0) if self._compressed else data)

    def _put(self, data: bytes) -> None:
        self._stream.write(data)
        self._digest.update(data)
        self.size += len(data)

    def written(self) -> Written:
        """What was written."""
        return Written(self.size, self._digest.hexdigest())


def write_dataset(state: State, target: Target, extra: Iterable[bytes], tick: Callable[[], None]) -> Written:
    """Write all articles of the run, by their IRIs, then the ``extra`` graphs, as one document.

    Raises ``OutputError`` if it cannot be written; then the target is as it was.
    """

    def fill(stream: IO[bytes]) -> Written:
        sink = _Sink(stream, target.compressed)
        for article in state.articles():
            data = state.data(article.key)
            if article.slug == article.first_slug:
                sink.member(data)
            else:
                sink.plain(renamed(gzip.decompress(data), article.first_slug, article.slug))
            tick()
        for data in extra:
            sink.plain(data)
        return sink.written()

    if target.path is None:
        written = fill(sys.stdout.buffer)
        sys.stdout.buffer.flush()
        return written
    if target.path.exists() and not target.path.is_file():
        if target.path.is_dir():
            raise OutputError(f"cannot write {target.path}: it is a directory; name a file, or end it with /")
        with target.path.open("wb") as device:
            return fill(device)
    with written_aside(target.path) as stream:
        return fill(stream)


# ------------------------------------------------------------------------------------- a file for each article


def put_files(state: State, directory: Path, key: bytes | None = None) -> int:
    """Let every file of the run (or of one article) stand below the directory; those that do already are left alone.

    Raises ``OutputError`` if one cannot be written.
    """
    count = 0
    for path, slug, article, first, known in list(state.placements(key)) if key else state.placements():
        target = directory / path
        if known and (known.slug, known.key) == (slug, article) and _stands(target, known):
            continue
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise unwritable(target, error) from None
        with written_aside(target) as stream:
            stream.write(renamed(gzip.decompress(state.data(article)), first, slug))
        found = target.stat()
        state.place(Placement(path, slug, article, found.st_size, found.st_mtime_ns))
        count += 1
    return count


def _stands(target: Path, known: Placement) -> bool:
    try:
        found = target.stat()
    except OSError:
        return False
    return (found.st_size, found.st_mtime_ns) == (known.size, known.mtime)


# ------------------------------------------------------------------------------------- beside it


def write_failures(failures: Iterable[Failure], path: Path) -> int:
    """Write the failures as JSON Lines, and return how many; without any, no file is left."""
    count = 0
    with written_aside(path) as stream:
        for failure in failures:
            count += 1
            line: dict[str, Any] = {"source": failure.name, "kind": failure.kind, "reason": failure.reason}
            stream.write(json.dumps(line, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n")
    if not count:
        path.unlink()
    return count


def write_graph(descriptions: Any, path: Path, form: Format) -> None:
    """Write descriptions to a file of their own."""
    with written_aside(path) as stream:
        stream.write(serialise(descriptions, form))
