"""From files to texts with metadata: plain text, HTML, JSON, JSON Lines, standard input.

The decoded text is never changed afterwards (line ends included), so that offsets into it hold. Metadata comes from
machine-readable fields only; nothing is guessed.
"""

from __future__ import annotations

import codecs
import io
import json
import re
import stat
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from khabar.errors import InputError, unreadable
from khabar.model import Metadata
from khabar.tags import LANGUAGE_TAG

__all__ = [
    "DEFAULT_MAX_SIZE",
    "INPUT_EXTENSIONS",
    "INPUT_FORMATS",
    "Source",
    "decode",
    "merge",
    "parse_date",
    "parse_language",
    "parse_url",
    "read",
    "read_all",
]

DEFAULT_MAX_SIZE = 5_000_000
"""Largest article read, in bytes, unless told otherwise: some forty times the longest newspaper report."""

INPUT_FORMATS = ("text", "html", "json", "jsonl")
"""What ``form`` and ``--input-format`` may say."""
INPUT_EXTENSIONS = {
    ".txt": "text", ".text": "text", ".md": "text", ".html": "html", ".htm": "html", ".xhtml": "html",
    ".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl",
}  # fmt: skip
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF", "a PDF"), (b"PK\x03\x04", "a ZIP archive or office document"), (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a PNG image"), (b"\xff\xd8\xff", "a JPEG image"), (b"GIF8", "a GIF image"),
    (b"\xd0\xcf\x11\xe0", "an old office document"), (b"\x7fELF", "a program"),
    (b"SQLite format", "a database"),
)  # fmt: skip
_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_DATE_TIME = re.compile(
    r"(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})?)?",
    re.IGNORECASE | re.ASCII,
)
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_CHARSET = re.compile(
    rb"<(?:meta[^>]{0,300}?charset\s*=|\?xml[^>]{0,100}?encoding\s*=)\s*[\"']?\s*([A-Za-z0-9_.:-]{1,40})", re.I
)
_INVISIBLE = re.compile("[\\s\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]*")


@dataclass(frozen=True, slots=True)
class Source:
    """One article as read: its text, exactly; what is known about it; and where it came from, for messages."""

    text: str
    metadata: Metadata
    name: str


# ---------------------------------------------------------------------------------------- metadata values


def parse_date(value: str, where: str = "date") -> date:
    """Return an ISO 8601 calendar date, ``YYYY-MM-DD``.

    Raises ``InputError`` for anything else, other ISO forms and times included.
    """
    match = _DATE.fullmatch(value)
    if match:
        try:
            return date(*map(int, match.groups()))
        except ValueError:
            raise InputError(f"{where}: {value!r} is no day of the calendar; write it as YYYY-MM-DD") from None
    raise InputError(f"{where}: {value!r} is not a date; write it as YYYY-MM-DD, for example 2019-02-11")


def parse_language(value: str, where: str = "language") -> str:
    """Return a BCP 47 language tag in lower case; raises ``InputError`` if it is none."""
    if not LANGUAGE_TAG.fullmatch(value):
        raise InputError(f"{where}: {value!r} is not a language tag; write one such as ar or ar-SY")
    return value.lower()


def parse_url(value: str, where: str = "url") -> str:
    """Return an absolute http or https URL; raises ``InputError`` if it is none."""
    try:
        parts = urlsplit(value)
        valid = (
            parts.scheme.lower() in {"http", "https"}
            and bool(parts.hostname)
            and not re.search(r"[\s<>\"{}|\\^`]", value)
        )
        _ = parts.port
    except ValueError:
        valid = False
    if not valid or not value.isprintable():
        raise InputError(
            f"{where}: {value!r} is not a web address; write it whole, for example https://example.org/news/1"
        )
    return value


def merge(metadata: Metadata, over: Metadata) -> Metadata:
    """Return ``metadata`` with every field replaced that ``over`` knows."""
    known = {field.name: getattr(over, field.name) for field in fields(over) if getattr(over, field.name) is not None}
    return replace(metadata, **known)


# ---------------------------------------------------------------------------------------- reading


def read(
    path: str | Path,
    *,
    metadata: Metadata | None = None,
    encoding: str | None = None,
    max_size: int = DEFAULT_MAX_SIZE,
    form: str | None = None,
) -> Source:
    """Read one article from a file, or from standard input if ``path`` is ``-``.

    ``metadata`` overrides what the file says; ``form`` (one of ``INPUT_FORMATS``) what its extension and content say.
    Raises ``InputError`` if the file cannot be read as one article; the message says what to do.
    """
    sources = read_all(path, metadata=metadata, encoding=encoding, max_size=max_size, form=form)
    first = next(sources, None)
    if first is None:
        raise InputError(f"{path}: holds no article")
    if next(sources, None) is not None:
        raise InputError(f"{path}: holds several articles; use khabar.read.read_all, or khabar build with -o DIRECTORY")
    return first


def read_all(
    path: str | Path,
    *,
    metadata: Metadata | None = None,
    encoding: str | None = None,
    max_size: int = DEFAULT_MAX_SIZE,
    form: str | None = None,
) -> Iterator[Source]:
    """Yield the articles of a file in their order: several where it is a JSON array or JSON Lines.

    JSON Lines are read line by line; every other file is held whole, and so at most ``max_size`` bytes of it.
    Raises ``InputError`` as ``read`` does, at the article concerned.
    """
    over = metadata or Metadata()
    if form is not None and form not in INPUT_FORMATS:
        raise InputError(f"unknown input format {form!r}; use one of {', '.join(INPUT_FORMATS)}")
    if encoding is not None:
        _check_encoding(encoding)
    name = "standard input" if str(path) == "-" else str(path)
    form = form or (INPUT_EXTENSIONS.get(Path(path).suffix.lower()) if str(path) != "-" else None)
    try:
        with _open(path, name, max_size if form != "jsonl" else None) as stream:
            if form == "jsonl":
                yield from _read_lines(stream, name, over, encoding, max_size)
                return
            data = stream.read(max_size + 1)
    except OSError as error:
        raise unreadable(name, error) from None
    if len(data) > max_size:
        raise _too_large(name, None, max_size)
    yield from read_data(data, name, form, over, encoding)


def read_data(data: bytes, name: str, form: str | None, over: Metadata, encoding: str | None) -> Iterator[Source]:
    """Yield the articles in ``data``, a file's bytes of the format ``form`` (guessed if None).

    ``name`` says in errors where they are from; ``over`` goes before what the data says of itself; ``encoding`` is
    guessed if None. Raises :class:`InputError`.
    """
    if not data:
        raise InputError(f"{name}: the file is empty; give it the text of an article")
    if form is None:
        form = _sniff(data)
    if form == "html":
        yield _read_html(data, name, over, encoding)
        return
    text = decode(data, name, encoding)
    if form == "text":
        yield _source(text, over, name)
    elif form == "json":
        yield from _read_json(text, name, over)
    else:
        yield from _read_lines(io.BytesIO(text.encode("utf-8")), name, over, None, len(data) * 4 + 4)


def _open(path: str | Path, name: str, max_size: int | None) -> Any:
    """Open a regular file, a pipe or standard input; refuse what would block or never end, and what is too large."""
    if str(path) == "-":
        return io.BufferedReader(_Unclosed(sys.stdin.buffer))
    mode = Path(path).stat()
    if stat.S_ISDIR(mode.st_mode):
        raise InputError(f"cannot read {name}: it is a directory; name a file in it")
    if not (stat.S_ISREG(mode.st_mode) or stat.S_ISFIFO(mode.st_mode)):
        raise InputError(f"cannot read {name}: it is a device or socket, not a file")
    if max_size is not None and stat.S_ISREG(mode.st_mode) and mode.st_size > max_size:
        raise _too_large(name, mode.st_size, max_size)
    return Path(path).open("rb")


class _Unclosed(io.RawIOBase):
    """Standard input as a stream whose closing leaves standard input open."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


def _too_large(name: str, size: int | None, limit: int) -> InputError:
    measure = f"{size / 1e6:.1f} MB" if size is not None else "input"
    return InputError(
        f"{name}: {measure} exceeds the limit of {limit / 1e6:g} MB for one article; split it, or raise --max-size"
    )


def _sniff(data: bytes) -> str:
    """Tell the format by the content: HTML by its first tag, JSON where it parses to articles, else text."""
    if _HTML.match(data.removeprefix(codecs.BOM_UTF8)[:4096]):
        return "html"
    start = data.removeprefix(codecs.BOM_UTF8).lstrip()[:1]
    if start in {b"{", b"["}:
        try:
            value = json.loads(data)
        except (ValueError, RecursionError):
            first = data.lstrip().split(b"\n", 1)[0]
            try:
                return "jsonl" if isinstance(json.loads(first), dict) else "text"
            except (ValueError, RecursionError):
                return "text"
        if isinstance(value, dict) or (isinstance(value, list) and all(isinstance(item, dict) for item in value)):
            return "json"
    return "text"


def _source(text: str, metadata: Metadata, name: str) -> Source:
    """Check a text and make it a source."""
    nul = text.find("\0")
    if nul >= 0:
        raise InputError(f"{name}: NUL at character {nul}: this is no text; if it is UTF-16, say --encoding utf-16")
    if _INVISIBLE.fullmatch(text):
        raise InputError(f"{name}: the text is empty; give it the text of an article")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise InputError(
            f"{name}: half a surrogate pair at character {error.start}; the text was cut or badly escaped"
        ) from None
    return Source(text, metadata, name)


# ---------------------------------------------------------------------------------------- encodings


def decode(data: bytes, name: str, encoding: str | None = None) -> str:
    """Return bytes as text: by ``encoding``, else by the byte order mark, else UTF-8. A byte order mark is left out.

    Raises ``InputError`` that names the first byte which does not fit and what the encoding may be.
    """
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise InputError(f"{name}: this is {what}, not text; save its text as UTF-8")
    for bom, codec in _BOMS:
        if data.startswith(bom):
            return _decode(data[len(bom) :], codec, name, len(bom))
    return _decode(data, encoding or "utf-8", name, 0)


def _decode(data: bytes, encoding: str, name: str, skipped: int) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        at = error.start + skipped
        line = data.count(b"\n", 0, error.start) + 1
        value = f"0x{data[error.start]:02x}"
    if b"\0" in data:
        raise InputError(f"{name}: this is a binary file (NUL at byte {data.index(0) + skipped}), not text")
    hint = "save it as UTF-8, or name its encoding with --encoding"
    if encoding.lower().replace("_", "-") in {"utf-8", "utf8"} and _looks_windows_1256(data):
        hint = "it looks like Windows-1256: say --encoding windows-1256"
    raise InputError(f"{name}: byte {at} ({value}, line {line}) is not valid {encoding.upper()}; {hint}")


def _looks_windows_1256(data: bytes) -> bool:
    """Whether most of the non-ASCII characters of the first 64 KB are Arabic letters when read as Windows-1256."""
    sample = data[:65536].decode("cp1256", "replace")
    high = [char for char in sample if char > "\x7f"]
    return bool(high) and sum("\u0621" <= char <= "\u064a" for char in high) >= 0.8 * len(high)


def _check_encoding(encoding: str) -> None:
    try:
        "a".encode(encoding)  # not of nothing: that succeeds with any name
    except (LookupError, ValueError):
        raise InputError(f"unknown encoding {encoding!r}; use one such as utf-8, utf-16 or windows-1256") from None


# ---------------------------------------------------------------------------------------- JSON


def _read_json(text: str, name: str, over: Metadata) -> Iterator[Source]:
    value = _load_json(text, name)
    if isinstance(value, dict):
        yield _from_object(value, name, over)
    elif isinstance(value, list):
        if not value:
            raise InputError(f"{name}: the array is empty; it should hold objects with a text")
        for number, item in enumerate(value, 1):
            yield _from_object(item, f"{name}#{number}", over)
    else:
        raise InputError(f'{name}: neither an object nor an array; write {{"text": "…", "published": "2019-02-11"}}')


def _read_lines(stream: Any, name: str, over: Metadata, encoding: str | None, max_size: int) -> Iterator[Source]:
    found = False
    number = 0
    while line := stream.readline(max_size + 1):
        number += 1
        where = f"{name}:{number}"
        if len(line) > max_size:
            raise _too_large(where, None, max_size)
        if not line.strip():
            continue
        found = True
        yield _from_object(_load_json(decode(line, where, encoding), where), where, over)
    if not found:
        raise InputError(f"{name}: the file is empty; each line should be an object with a text")


def _load_json(text: str, name: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise InputError(f"{name}: not valid JSON: {error.msg} at line {error.lineno}, column {error.colno}") from None
    except (RecursionError, ValueError) as error:
        why = "nested too deeply" if isinstance(error, RecursionError) else str(error)
        raise InputError(f"{name}: not usable JSON: {why}") from None


def _from_object(value: Any, name: str, over: Metadata) -> Source:
    if not isinstance(value, dict):
        raise InputError(f'{name}: not an object; write {{"text": "…", "published": "2019-02-11"}}')
    text = value.get("text")
    if not isinstance(text, str):
        raise InputError(f'{name}: the object has no "text" that is a string')
    return _source(text, merge(_metadata(value, name), over), name)


def _metadata(value: Mapping[str, Any], name: str) -> Metadata:
    """Metadata fields of a JSON object; null and absent ones are unknown, wrong ones errors."""

    def field(key: str) -> str | None:
        found = value.get(key)
        if found is None:
            return None
        if not isinstance(found, str):
            raise InputError(f'{name}: "{key}" is not a string')
        _printable(found, f'{name}: "{key}"')
        return found.strip() or None

    published, language, url = field("published"), field("language"), field("url")
    if published is not None:
        match = _DATE_TIME.fullmatch(published)
        published = match.group(1) if match else published
    return Metadata(
        title=field("title"),
        author=field("author"),
        outlet=field("outlet"),
        published=None if published is None else parse_date(published, f'{name}: "published"'),
        language=None if language is None else parse_language(language, f'{name}: "language"'),
        url=None if url is None else parse_url(url, f'{name}: "url"'),
    )


def _printable(value: str, where: str) -> None:
    for char in value:
        if "\ud800" <= char <= "\udfff" or (char < " " and char not in "\t\r\n"):
            raise InputError(f"{where} holds the character U+{ord(char):04X}, which no text should")


# ---------------------------------------------------------------------------------------- HTML


def _read_html(data: bytes, name: str, over: Metadata, encoding: str | None) -> Source:
    """Take the main text of a page and its machine-readable metadata; needs the extra ``html``."""
    try:
        from khabar import html
    except ModuleNotFoundError as error:
        raise InputError(
            f"{name}: reading HTML needs {error.name}, which is not installed; run: pip install 'khabar[html]'"
        ) from None
    declared = _CHARSET.search(data[:2048])
    charset = encoding or (declared.group(1).decode("ascii") if declared else None)
    if charset and not encoding:
        try:
            _check_encoding(charset)
        except InputError:
            charset = None
    text, metadata = html.read_page(decode(data, name, charset), name)
    return _source(text, merge(metadata, over), name)
