"""The order of the stages, and nowhere else: read → extract → graph → validate → write."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from khabar.model import Metadata, Report
from khabar.rdf.formats import Format, find_format, serialise, write_bytes
from khabar.rdf.graph import describe, graph_name, to_rdflib
from khabar.rdf.terms import DEFAULT_BASE, Description, local_prefixes
from khabar.read import Source

if TYPE_CHECKING:
    import rdflib

    from khabar.validate import Verdict

__all__ = ["Built", "build", "process_one", "to_graph", "write"]


@dataclass(frozen=True)
class Built:
    """One article after the whole way: its source, report and graph, and what the shapes say of it."""

    source: Source
    report: Report
    descriptions: tuple[Description, ...]
    base: str

    @cached_property
    def graph(self) -> rdflib.Graph:
        """The graph as rdflib's."""
        return to_rdflib(self.descriptions)

    @cached_property
    def verdict(self) -> Verdict:
        """What the shapes say of the graph, its quotes compared with the text."""
        from khabar.validate import validate

        return validate(self.graph, source=self.source.text)

    def serialise(self, form: Format) -> bytes:
        """Return the graph in a format."""
        prefixes = local_prefixes(self.base, [self.descriptions[0].subject])
        return serialise(self.descriptions, form, graph_name(self.report, self.base), prefixes)


def process_one(source: Source, base: str = DEFAULT_BASE) -> Built:
    """Take one article to its graph; validation and writing follow when asked for.

    Raises ``KhabarError`` if the article cannot be processed.
    """
    from khabar.extract import extract

    report = extract(source.text, source.metadata)
    return Built(source, report, describe(report, base), base)


def build(text: str, metadata: Metadata | None = None, base: str = DEFAULT_BASE) -> Built:
    """Take a text to its graph: ``khabar.build(text).graph``."""
    return process_one(Source(text, metadata or Metadata(), "text"), base)


def to_graph(report: Report, base: str = DEFAULT_BASE) -> rdflib.Graph:
    """Return a report's graph as an ``rdflib.Graph``.

    Raises ``OutputError`` if ``base`` cannot be a base IRI, ``GraphError`` if the report is not sound.
    """
    return to_rdflib(describe(report, base))


def write(report: Report, path: str | os.PathLike[str], *, format: str | None = None, base: str = DEFAULT_BASE) -> None:
    """Write a report's graph to a file, whole or not at all; ``-`` is standard output.

    The format is that of ``format``, else of the extension, else Turtle.
    Raises ``OutputError`` if it cannot be written, and what ``to_graph`` raises.
    """
    form = find_format(format, None if str(path) == "-" else path)
    descriptions: Sequence[Description] = describe(report, base)
    prefixes = local_prefixes(base, [descriptions[0].subject])
    write_bytes(path, serialise(descriptions, form, graph_name(report, base), prefixes))
