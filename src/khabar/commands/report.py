"""``khabar report``: the article's page, or an index of many with a page each."""

from __future__ import annotations

from pathlib import Path

import click

from khabar.commands.machine import json_option, print_json, refuse_standard_output
from khabar.commands.options import load_graphs_or_store, optional_graphs_argument, read_sources, store_option

__all__ = ["command"]


@click.command("report", short_help="Write a page to look at: claims, article, map, timeline, actors.")
@optional_graphs_argument
@store_option
@click.option(
    "--source", "sources", multiple=True, metavar="FILE", type=click.Path(path_type=Path),
    help="The article's text; without it the page shows the quotes. May be given for each article.",
)  # fmt: skip
@click.option(
    "-o", "--output", required=True, metavar="FILE|DIR|-", type=click.Path(path_type=Path),
    help="Where to write: a file, - for standard output, or a directory: an index with a page for each article.",
)  # fmt: skip
@click.option("--lang", "language", type=click.Choice(["ar", "en"]), help="First language; else the browser's.")
@json_option("the files that were written")
def command(
    graphs: tuple[Path, ...],
    store: str | None,
    sources: tuple[Path, ...],
    output: Path,
    language: str | None,
    as_json: bool,
) -> None:
    """Write one self-contained HTML page: who says what, and the words for it.

    GRAPH is an RDF file made by khabar build, or - for standard input. Several graphs give an index of incidents.
    The page asks the network for nothing; switch between Arabic and English in the page.
    """
    from khabar.report.write import write_report

    if as_json:
        refuse_standard_output(output)
    files = write_report(load_graphs_or_store(graphs, store), read_sources(sources), output, language=language)
    if as_json:
        print_json({"output": str(output), "files": list(map(str, files))})
