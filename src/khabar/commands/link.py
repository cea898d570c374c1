"""``khabar link``: which events of different articles are one incident."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from khabar.commands.machine import json_option, print_json, refuse_standard_output

if TYPE_CHECKING:
    from khabar.rdf.terms import Description

__all__ = ["command"]


@click.command("link", short_help="Join events of different articles into incidents.")
@click.argument("graphs", nargs=-1, required=True, metavar="GRAPH…", type=click.Path(path_type=Path))
@click.option("-o", "--output", default="-", metavar="FILE|-", help="Where to write; standard output otherwise.")
@click.option("-f", "--format", "format_name", metavar="FORMAT", help="Format; else by the extension, else turtle.")
@click.option(
    "--threshold", type=click.FloatRange(0, 1), metavar="SCORE", help="From which score on two events are one; 0.6."
)
@click.option(
    "--decisions", metavar="FILE", type=click.Path(path_type=Path),
    help="CSV with the columns decision (same, not-same), first, second (IRIs of events); these always win.",
)  # fmt: skip
@json_option("what was linked, instead of the summary")
@click.option("-q", "--quiet", is_flag=True, help="No summary.")
def command(
    graphs: tuple[Path, ...],
    output: str,
    format_name: str | None,
    threshold: float | None,
    decisions: Path | None,
    as_json: bool,
    quiet: bool,
) -> None:
    """Join events of different articles that are one happening into incidents, and compare what is claimed of them.

    GRAPH is a data set (.nq, .trig) or an article's graph made by khabar build. The result is a graph beside those:
    give both to khabar claims --incident, query and explain.
    """
    from khabar.incidents.cluster import Decisions, Incident, linking, read_decisions
    from khabar.incidents.describe import base_of, describe_decided, describe_incident
    from khabar.incidents.read import read_articles
    from khabar.incidents.score import THRESHOLD
    from khabar.incidents.write import write_pieces
    from khabar.rdf.formats import find_format
    from khabar.rdf.terms import DEFAULT_BASE

    if as_json:
        refuse_standard_output(output)
    form = find_format(format_name, None if output == "-" else output.removesuffix(".gz"))
    decided_by_people = read_decisions(decisions) if decisions else Decisions()
    count = members = 0
    with linking(THRESHOLD if threshold is None else threshold, decided_by_people) as linker:
        base = DEFAULT_BASE
        for events in read_articles(graphs):
            if events:
                base = base_of(events[0].iri)
            linker.add(events)

        def described(incident: Incident) -> tuple[Description, ...]:
            nonlocal count, members
            count += 1
            members += len(incident.members)
            return tuple(describe_incident(incident, base))

        def pieces() -> Iterator[tuple[Description, ...]]:
            yield from map(described, linker.incidents())
            yield tuple(describe_decided(linker.decided, base))

        prefixes = {"incident": f"{base}incident/", "article": f"{base}article/"}
        write_pieces(pieces(), output, form, f"{base}incidents", prefixes)
        unused = len(decided_by_people.pairs) - len(linker.decided)
    if unused:
        click.echo(f"khabar: {unused} decisions name events that are not in these graphs; they had no effect", err=True)
    if as_json:
        print_json({
            "output": output, "format": form.name, "incidents": count, "members": members, "events": linker.events,
            "articles": linker.articles, "decisions_without_effect": unused,
        })  # fmt: skip
    elif not quiet:
        click.echo(
            f"khabar: {count:,} incidents of {members:,} events, of {linker.events:,} in {linker.articles:,} articles",
            err=True,
        )
