"""Cutting a corpus into slices of like size that can be read anywhere its files can: the work of one Spark task.

A slice is small files together, or a run of whole lines of a JSON Lines file. The driver looks at names, sizes and
line ends only; the bytes are read where the slice is built.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO

from khabar.corpus.inputs import Failure, Item, no_article, read_file, read_lines, walk
from khabar.corpus.settings import Settings
from khabar.errors import InputError, unreadable
from khabar.read import INPUT_EXTENSIONS

__all__ = ["Piece", "Slice", "cut", "read"]

MAX_FILES = 1000
"""A slice of so many files is full, however small they are."""
BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Piece:
    """A file, or with ``end`` the bytes from ``start`` to ``end`` of one, of which the first line is ``line``."""

    name: str
    """The file as it was named, for messages."""
    path: str
    """The same, absolute: tasks run in directories of their own."""
    below: str
    start: int = 0
    end: int | None = None
    line: int = 1


Slice = tuple[Piece, ...]


def cut(inputs: Sequence[str], settings: Settings, size: int) -> Iterator[Slice]:
    """Yield slices of about ``size`` bytes over expanded inputs, in order.

    Raises ``InputError`` for standard input, which cannot be read twice, and a directory without any article.
    """
    waiting: list[Piece] = []
    filled = 0
    for piece, weight in _pieces(inputs, settings, size):
        if waiting and (filled + weight > size or len(waiting) >= MAX_FILES):
            yield tuple(waiting)
            waiting, filled = [], 0
        waiting.append(piece)
        filled += weight
    if waiting:
        yield tuple(waiting)


def _pieces(inputs: Sequence[str], settings: Settings, size: int) -> Iterator[tuple[Piece, int]]:
    """Every file or part of one, and its bytes."""
    for value in inputs:
        if value == "-":
            raise InputError("standard input cannot be cut into partitions; name files or directories")
        path = Path(value)
        if not path.is_dir():
            yield from _cut_file(path, path.stem or path.name, settings, size)
            continue
        number = 0
        for file in walk(path):
            number += 1
            yield from _cut_file(file, str(file.relative_to(path).with_suffix("")), settings, size)
        if not number:
            raise no_article(path)


def _cut_file(path: Path, below: str, settings: Settings, size: int) -> Iterator[tuple[Piece, int]]:
    """One file, cut at line ends if it is JSON Lines; what cannot be read is left for its reader to say."""
    name, absolute = str(path), str(path.absolute())
    form = settings.input_format or INPUT_EXTENSIONS.get(path.suffix.lower())
    try:
        weight = path.stat().st_size
        if form == "jsonl" and weight > size and path.is_file():
            with path.open("rb") as stream:
                parts = tuple(_parts(stream, size))
            for start, end, line in parts:
                yield Piece(name, absolute, below, start, end, line), end - start
            return
    except OSError:
        weight = 0
    yield Piece(name, absolute, below), weight if form == "jsonl" else min(weight, settings.max_size)


def _parts(stream: IO[bytes], size: int) -> Iterator[tuple[int, int, int]]:
    """(start, end, number of the first line) of runs of whole lines, each of at least ``size`` bytes but the last."""
    start, line = 0, 1
    while True:
        position, lines, last = start, 0, b""
        while position - start < size and (block := stream.read(min(BLOCK, size - (position - start)))):
            position += len(block)
            lines += block.count(b"\n")
            last = block
        if position == start:
            return
        while not last.endswith(b"\n") and (last := stream.readline(BLOCK)):
            position += len(last)
            lines += last.endswith(b"\n")
        yield start, position, line
        start, line = position, line + lines


def read(part: Slice, settings: Settings) -> Iterator[Item | Failure]:
    """Yield the articles of a slice, named as they are when the whole corpus is read in one process."""
    for piece in part:
        for found in _read(piece, settings):
            name = found.name.replace(piece.path, piece.name, 1)
            if isinstance(found, Failure):
                yield replace(found, name=name, reason=found.reason.replace(piece.path, piece.name, 1))
            else:
                yield replace(found, name=name)


def _read(piece: Piece, settings: Settings) -> Iterator[Item | Failure]:
    if piece.end is None:
        yield from read_file(Path(piece.path), piece.below, settings)
        return
    try:
        with Path(piece.path).open("rb") as stream:
            stream.seek(piece.start)
            lines = _Part(stream, piece.end - piece.start)
            yield from read_lines(lines, piece.path, piece.below, settings, piece.line)
    except OSError as error:
        yield Failure(piece.path, "input", str(unreadable(piece.path, error)))


class _Part:
    """The next so many bytes of a file as lines."""

    def __init__(self, stream: IO[bytes], left: int) -> None:
        self._stream = stream
        self._left = left

    def readline(self, size: int, /) -> bytes:
        data = self._stream.readline(min(size, self._left))
        self._left -= len(data)
        return data
