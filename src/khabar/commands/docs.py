"""``khabar docs``: the ontology's page."""

from __future__ import annotations

from pathlib import Path

import click

from khabar.commands.machine import json_option, print_json

__all__ = ["command"]


@click.command("docs", short_help="Write the pages of the ontology: terms, shapes, questions.")
@click.argument("graphs", nargs=-1, metavar="[GRAPH…]", type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", required=True, metavar="DIR", type=click.Path(path_type=Path, file_okay=False),
    help="Directory for index.html and the ontology's and shapes' files.",
)  # fmt: skip
@json_option("the files that were written")
def command(graphs: tuple[Path, ...], output: Path, as_json: bool) -> None:
    """Write the ontology's documentation: terms in English and Arabic, a diagram, the shapes, the questions.

    With GRAPH (such as output/sample.ttl), the questions are shown with their answers on it.
    """
    from khabar.commands.options import load_graphs
    from khabar.docs import write_docs

    files = write_docs(output, load_graphs(graphs) if graphs else None)
    if as_json:
        print_json({"output": str(output), "files": list(map(str, files))})
