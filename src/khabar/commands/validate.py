"""``khabar validate``: graphs against the shapes, quotes against the text."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from khabar.commands.machine import json_option
from khabar.commands.options import graphs_argument, reading_options
from khabar.rdf.load import load, require_ours
from khabar.rdf.terms import KHB

if TYPE_CHECKING:
    import rdflib

    from khabar.validate import Verdict

__all__ = ["command"]


@click.command("validate", short_help="Check graphs against the shapes and their source.")
@graphs_argument
@click.option(
    "--format",
    "form",
    type=click.Choice(["human", "json", "turtle"]),
    help="Format of the report; human unless told otherwise.",
)
@json_option("the same as --format json")
@click.option(
    "--source",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="The article's text: every quote is compared with it, code point by code point.",
)
@click.option(
    "--fail-on",
    type=click.Choice(["violation", "warning"]),
    default="violation",
    show_default=True,
    help="The mildest result that makes the exit code 1.",
)
@click.option("-q", "--quiet", is_flag=True, help="Print nothing; the exit code says it.")
@reading_options
def command(
    graphs: tuple[Path, ...],
    form: str | None,
    as_json: bool,
    source: Path | None,
    fail_on: Literal["violation", "warning"],
    quiet: bool,
    encoding: str | None,
    input_format: str | None,
    max_size: int,
) -> None:
    """Check graphs against the shapes; with --source, their quotes against the article too.

    GRAPH is an RDF file made by khabar build, or - for standard input. Each is checked by itself. Exit codes are those
    of pySHACL: 0 all conform, 1 at least one does not, 2 one could not be read or checked.
    """
    from khabar.read import read_all
    from khabar.validate import validate

    if as_json and form not in (None, "json"):
        raise click.UsageError(f"--json and --format {form} do not go together")
    form = "json" if as_json else form or "human"
    texts: list[str] = []
    if source:
        texts = [item.text for item in read_all(source, encoding=encoding, max_size=max_size, form=input_format)]
    verdicts: list[tuple[Path, Verdict]] = []
    for path in graphs:
        graph = load(path)
        require_ours(graph, str(path))
        verdicts.append((path, validate(graph, source=_text_of(graph, texts))))
    if not quiet:
        sys.stdout.write(_rendered(verdicts, form))
    if any(verdict.fails(fail_on) for _, verdict in verdicts):
        click.get_current_context().exit(1)


def _rendered(verdicts: list[tuple[Path, Verdict]], form: str) -> str:
    """One report for machines; for people one for each graph, under its name where there are several."""
    from khabar.validate import Verdict, render

    if form != "human":
        return render(Verdict(tuple(item for _, verdict in verdicts for item in verdict.results)), form)
    reports = [render(verdict, form).rstrip("\n") for _, verdict in verdicts]
    if len(verdicts) > 1:
        reports = [f"{path}: {report}" for (path, _), report in zip(verdicts, reports, strict=True)]
    return "\n\n".join(reports) + "\n"


def _text_of(graph: rdflib.Graph, texts: list[str]) -> str | None:
    """The text that the graph was made from, by its checksum; else the first given, so that the mismatch is told."""
    from rdflib import URIRef

    known = {str(value) for value in graph.objects(None, URIRef(KHB + "sha256"))}
    found = (text for text in texts if hashlib.sha256(text.encode("utf-8")).hexdigest() in known)
    return next(found, texts[0] if texts else None)
