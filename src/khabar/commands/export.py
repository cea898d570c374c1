"""``khabar export``: tables, networks and maps for tools that know no RDF."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from khabar.commands.machine import json_option, print_json, refuse_standard_output
from khabar.commands.options import load_graphs_or_store, optional_graphs_argument, store_option

__all__ = ["command"]

_NAMES = ("csv", "graphml", "geojson")
_EXTENSIONS = {**{f".{name}": name for name in _NAMES}, ".json": "geojson", ".xml": "graphml"}


@click.command("export", short_help="Write CSV, GraphML or GeoJSON for tools that know no RDF.")
@optional_graphs_argument
@store_option
@click.option(
    "-f", "--format", "form", type=click.Choice(_NAMES),
    help="Format; else that of the extension, on standard output csv.",
)  # fmt: skip
@click.option(
    "-o", "--output", default="-", metavar="FILE|-", type=click.Path(path_type=Path),
    help="Where to write; - by default.",
)  # fmt: skip
@click.option("--excel", is_flag=True, help="CSV: begin with a byte order mark, so that Excel shows Arabic.")
@click.option("--raw", is_flag=True, help="CSV: do not defuse cells that a spreadsheet would run as a formula.")
@json_option("which file was written")
def command(
    graphs: tuple[Path, ...], store: str | None, form: str | None, output: Path, excel: bool, raw: bool, as_json: bool
) -> None:
    """Write graphs for people without RDF.

    csv: a row for each toll, with its quote and offsets. graphml: actors, places, events and claims as a network.
    geojson: places and events as points.
    """
    from khabar import export
    from khabar.report.write import replace_file

    form = form or ("csv" if str(output) == "-" else _EXTENSIONS.get(output.suffix.lower()))
    if form is None:
        raise click.UsageError(f"{output}: no format is known by this extension; name one with --format")
    if form != "csv" and (excel or raw):
        raise click.UsageError("--excel and --raw are for CSV only")
    if as_json:
        refuse_standard_output(output)
    graph = load_graphs_or_store(graphs, store)
    text = export.to_csv(graph, raw=raw) if form == "csv" else export.FORMATS[form](graph)
    text = "\ufeff" + text if excel else text
    if str(output) == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode("utf-8"))
    else:
        replace_file(output, text)
    if as_json:
        print_json({"output": str(output), "format": form, "bytes": len(text.encode("utf-8"))})
