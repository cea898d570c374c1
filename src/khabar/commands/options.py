"""Options and parameter types that several commands share."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
from click.shell_completion import CompletionItem

from khabar.errors import InputError, StoreError
from khabar.model import Metadata
from khabar.read import DEFAULT_MAX_SIZE, INPUT_FORMATS, parse_date, parse_language, parse_url

if TYPE_CHECKING:
    import rdflib

__all__ = [
    "SIZE",
    "complete_files",
    "graphs_argument",
    "load_graphs",
    "load_graphs_or_store",
    "metadata_options",
    "optional_graphs_argument",
    "read_sources",
    "reading_options",
    "store_option",
    "take_metadata",
]

Command = TypeVar("Command", bound=Callable[..., Any])


class _Parsed(click.ParamType[Any]):
    """A parameter read by one of the library's strict parsers, which raise ``InputError``."""

    def __init__(self, name: str, parser: Callable[[str, str], Any]) -> None:
        self.name = name
        self._parser = parser

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if not isinstance(value, str):
            return value
        try:
            return self._parser(value, param.opts[-1] if param else self.name)
        except InputError as error:
            raise click.UsageError(str(error), ctx) from None


def _parse_size(value: str, where: str) -> int:
    match = re.fullmatch(r"(\d{1,12})\s*(?:([kMG])?B?)?", value, re.ASCII)
    if not match or not int(match.group(1)):
        raise InputError(f"{where}: {value!r} is not a size; write bytes or a number with kB, MB or GB, such as 20MB")
    return int(match.group(1)) * {None: 1, "k": 10**3, "M": 10**6, "G": 10**9}[match.group(2)]


def _parse_line(value: str, where: str) -> str:
    text = value.strip()
    if not text or not text.isprintable():
        raise InputError(f"{where}: {value!r} is empty or holds control characters; give plain text")
    return text


SIZE = _Parsed("size", _parse_size)
_LINE = _Parsed("text", _parse_line)

_METADATA = (
    click.option(
        "--published", type=_Parsed("date", parse_date), metavar="DATE", help="Date of publication, YYYY-MM-DD."
    ),
    click.option("--outlet", type=_LINE, help="Who published it."),
    click.option("--author", type=_LINE, help="Who wrote it."),
    click.option("--title", type=_LINE, help="Its headline."),
    click.option("--url", type=_Parsed("url", parse_url), help="Its address on the web."),
    click.option("--lang", "language", type=_Parsed("tag", parse_language), help="Its language, such as ar."),
)
_READING = (
    click.option("--encoding", metavar="NAME", help="Encoding of the input; UTF-8 unless told otherwise."),
    click.option("--input-format", type=click.Choice(INPUT_FORMATS), help="Format of the input."),
    click.option(
        "--max-size", type=SIZE, default=str(DEFAULT_MAX_SIZE), metavar="SIZE", show_default="5MB",
        help="Largest article to read.",
    ),
)  # fmt: skip


def metadata_options(command: Command) -> Command:
    """Add the options that say what is known of an article; ``take_metadata`` gathers their values."""
    return _apply(_METADATA, command)


def reading_options(command: Command) -> Command:
    """Add the options that say how an input is read: encoding, input_format, max_size."""
    return _apply(_READING, command)


def _apply(options: Sequence[Callable[[Any], Any]], command: Command) -> Command:
    for option in reversed(options):
        command = option(command)
    return command


def take_metadata(values: dict[str, Any]) -> Metadata:
    """Return the metadata among a command's values, and take them out."""
    published: date | None = values.pop("published")
    return Metadata(
        title=values.pop("title"),
        author=values.pop("author"),
        outlet=values.pop("outlet"),
        published=published,
        language=values.pop("language"),
        url=values.pop("url"),
    )


optional_graphs_argument = click.argument("graphs", nargs=-1, metavar="GRAPH…", type=click.Path(path_type=Path))
"""RDF files, where ``store_option`` may stand for them."""
store_option = click.option(
    "--store", metavar="DIR|URL", help="Read a triple store (see khabar load) instead of graph files."
)

graphs_argument = click.argument("graphs", nargs=-1, required=True, metavar="GRAPH…", type=click.Path(path_type=Path))
"""RDF files; ``-`` is standard input."""


def complete_files(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Let the shell complete the names of files, where an argument is not only that."""
    return [CompletionItem(incomplete, type="file")]


def load_graphs(paths: Sequence[Path]) -> rdflib.Graph:
    """Load graphs that Khabar built into one; raises ``GraphError``."""
    from khabar.rdf.load import load_all

    return load_all(paths)


def load_graphs_or_store(paths: Sequence[Path], store: str | None) -> rdflib.Graph:
    """Load graph files, or all complete graphs of a store, into one graph.

    Raises ``UsageError`` where neither or both are given, ``GraphError`` and ``StoreError`` where they cannot be read.
    """
    if bool(paths) == bool(store):
        raise click.UsageError("give graphs, or a store with --store")
    if not store:
        return load_graphs(paths)
    import rdflib

    from khabar.rdf.load import parse
    from khabar.stores import open_store

    place = open_store(store)
    try:
        whole = rdflib.Graph(bind_namespaces="none")
        for name in place.graphs():
            for triple in parse(place.graph(name), "nt", name):
                whole.add(triple)
    finally:
        place.close()
    if not whole:
        raise StoreError(f"{store}: no graph that khabar load has completed is there")
    return whole


def read_sources(paths: Sequence[Path]) -> dict[str, str]:
    """Return the texts of article files by their SHA-256, as ``khb:sha256`` has it; raises ``InputError``."""
    import hashlib

    from khabar.read import read_all

    texts = [source.text for path in paths for source in read_all(path)]
    return {hashlib.sha256(text.encode("utf-8")).hexdigest(): text for text in texts}
