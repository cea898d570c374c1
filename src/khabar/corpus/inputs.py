"""Finding articles: files, directories, glob patterns, JSON Lines, standard input; as raw bytes, one at a time.

Nothing is decoded here: the bytes are what work is keyed by, and the workers read them. A directory's files come in
order of their names; links to directories are not followed, so a loop of links ends. What cannot be read is given back
as a ``Failure``, and the rest goes on.
"""

from __future__ import annotations

import glob
import json
import os
import stat
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Protocol

from khabar.corpus.settings import Settings
from khabar.errors import InputError, unreadable
from khabar.read import INPUT_EXTENSIONS

__all__ = [
    "Failure",
    "Item",
    "expand",
    "find",
    "is_corpus",
    "lone_file",
    "no_article",
    "read_file",
    "read_lines",
    "walk",
]


@dataclass(frozen=True, slots=True)
class Item:
    """One article as found: its bytes, how to read them (None: tell by the content), its name for messages.

    ``below`` is where its graph belongs below an output directory, without extension.
    """

    name: str
    below: str
    data: bytes
    form: str | None


@dataclass(frozen=True, slots=True)
class Failure:
    """An article that did not make it, and why: ``kind`` is ``input``, ``violation``, ``graph`` or ``defect``."""

    name: str
    kind: str
    reason: str


def expand(inputs: Iterable[str | Path]) -> list[str]:
    """Return the inputs sorted and each once, glob patterns (``**`` included) replaced by what they match.

    Raises ``InputError`` if a pattern matches nothing.
    """
    found: set[str] = set()
    for value in map(str, inputs):
        if value != "-" and glob.has_magic(value) and not os.path.lexists(value):
            matches = glob.glob(value, recursive=True)  # noqa: PTH207 - a pattern may be absolute
            if not matches:
                raise InputError(f"{value}: no file matches this pattern")
            found.update(matches)
        else:
            found.add(value)
    return sorted(found)


def is_corpus(inputs: Sequence[str | Path], input_format: str | None) -> bool:
    """Whether the inputs may be more than one article: several, a directory, a pattern, or JSON Lines."""
    if not lone_file(inputs):
        return True
    form = input_format or (None if str(inputs[0]) == "-" else INPUT_EXTENSIONS.get(Path(inputs[0]).suffix.lower()))
    return form == "jsonl"


def lone_file(inputs: Sequence[str | Path]) -> bool:
    """Whether the inputs are one file or standard input, though it may hold several articles."""
    if len(inputs) != 1:
        return False
    value = str(inputs[0])
    return value == "-" or not (Path(value).is_dir() or (glob.has_magic(value) and not os.path.lexists(value)))


def find(inputs: Sequence[str], settings: Settings) -> Iterator[Item | Failure]:
    """Yield every article of expanded inputs, and a failure for what cannot be read.

    Raises ``InputError`` if a directory holds no article at all.
    """
    for value in inputs:
        if value == "-":
            yield from _stream(sys.stdin.buffer, "standard input", "article", settings.input_format, settings)
            continue
        path = Path(value)
        if not path.is_dir():
            yield from read_file(path, path.stem or path.name, settings)
            continue
        number = 0
        for file in walk(path):
            number += 1
            yield from read_file(file, str(file.relative_to(path).with_suffix("")), settings)
        if not number:
            raise no_article(path)


def no_article(directory: Path) -> InputError:
    """Return the error that says that a directory holds no article."""
    return InputError(f"{directory}: no article in this directory; their names end in {', '.join(INPUT_EXTENSIONS)}")


def walk(top: Path) -> Iterator[Path]:
    """The files below a directory whose names end as articles' do, one directory's names in memory at a time."""
    for root, directories, names in os.walk(top):
        directories.sort()
        for name in sorted(names):
            if not name.startswith(".") and Path(name).suffix.lower() in INPUT_EXTENSIONS:
                yield Path(root) / name


def read_file(path: Path, below: str, settings: Settings) -> Iterator[Item | Failure]:
    """Yield the articles of one file; ``below`` is where its graph belongs below an output directory."""
    name = str(path)
    form = settings.input_format or INPUT_EXTENSIONS.get(path.suffix.lower())
    try:
        mode = path.stat()
        if not (stat.S_ISREG(mode.st_mode) or stat.S_ISFIFO(mode.st_mode)):
            yield Failure(name, "input", f"cannot read {name}: it is a device or socket, not a file")
            return
        if form != "jsonl" and mode.st_size > settings.max_size:
            yield _too_large(name, f"{mode.st_size / 1e6:.1f} MB", settings)
            return
        with path.open("rb") as stream:
            yield from _stream(stream, name, below, form, settings)
    except OSError as error:
        yield Failure(name, "input", str(unreadable(name, error)))


def _stream(stream: IO[bytes], name: str, below: str, form: str | None, settings: Settings) -> Iterator[Item | Failure]:
    if form == "jsonl":
        empty = True
        for found in read_lines(stream, name, below, settings):
            empty = False
            yield found
        if empty:
            yield Failure(name, "input", f"{name}: the file is empty; each line should be an object with a text")
        return
    data = stream.read(settings.max_size + 1)
    if len(data) > settings.max_size:
        yield _too_large(name, "input", settings)
    elif form == "json" or (form is None and data.lstrip()[:1] in (b"[", b"{")):
        yield from _json(data, name, below, form)
    else:
        yield Item(name, below, data, form)


def _json(data: bytes, name: str, below: str, form: str | None) -> Iterator[Item]:
    """An array of objects as an item for each; anything else is left to the reader of one article."""
    try:
        value: Any = json.loads(data)
    except (ValueError, RecursionError):
        value = None
    if isinstance(value, list) and value and all(isinstance(item, dict) for item in value):
        for number, item in enumerate(value, 1):
            text = json.dumps(item, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
            yield Item(f"{name}#{number}", _numbered(below, number), text.encode("utf-8", "surrogatepass"), "json")
        return
    yield Item(name, below, data, form)


class Lines(Protocol):
    """What lines are read from: a file, or a part of one."""

    def readline(self, size: int, /) -> bytes:
        """Return the next line, or so many bytes of it; nothing at the end."""
        ...


def read_lines(stream: Lines, name: str, below: str, settings: Settings, first: int = 1) -> Iterator[Item | Failure]:
    """Yield the articles of JSON Lines, the next line being number ``first``; a bad line costs nothing but itself."""
    number, count = first - 1, 0
    while line := stream.readline(settings.max_size + 1):
        number += 1
        where = f"{name}:{number}"
        if len(line) > settings.max_size:
            while not line.endswith(b"\n") and (line := stream.readline(1 << 20)):
                pass
            count += 1
            yield _too_large(where, "input", settings)
        elif line.strip():
            count += 1
            yield Item(where, _numbered(below, count), line.strip(), "json")


def _numbered(below: str, number: int) -> str:
    return below if number == 1 else f"{below}-{number}"


def _too_large(name: str, measure: str, settings: Settings) -> Failure:
    return Failure(
        name, "input",
        f"{name}: {measure} exceeds the limit of {settings.max_size / 1e6:g} MB for one article; split it, or raise "
        "--max-size",
    )  # fmt: skip
