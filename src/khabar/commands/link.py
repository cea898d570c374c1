"""``khabar link``: which events of different articles are one incident."""

from __future__ import annotations

from pathlib import Path

import click

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
@click.option("-q", "--quiet", is_flag=True, help="No summary.")
def command(
    graphs: tuple[Path, ...],
    output: str,
    format_name: str | None,
    threshold: float | None,
    decisions: Path | None,
    quiet: bool,
) -> None:
    """Join events of different articles that are one happening into incidents, and compare what is claimed of them.

    GRAPH is a data set (.nq, .trig) or an article's graph made by khabar build. The result is a graph beside those:
    give both to khabar claims --incident, query and explain.
    """
    from khabar.incidents.cluster import Decisions, link, read_decisions
    from khabar.incidents.describe import base_of, describe_incidents
    from khabar.incidents.read import read_events
    from khabar.incidents.score import THRESHOLD
    from khabar.rdf.formats import find_format, serialise, write_bytes

    form = find_format(format_name, None if output == "-" else output)
    decided_by_people = read_decisions(decisions) if decisions else Decisions()
    events = list(read_events(graphs))
    limit = THRESHOLD if threshold is None else threshold
    incidents, decided = link(events, threshold=limit, decisions=decided_by_people)
    base = base_of(incidents)
    descriptions = tuple(describe_incidents(incidents, decided, base))
    prefixes = {"incident": f"{base}incident/", "article": f"{base}article/"}
    write_bytes(output, serialise(descriptions, form, f"{base}incidents", prefixes))
    unused = len(decided_by_people.pairs) - len(decided)
    if unused:
        click.echo(f"khabar: {unused} decisions name events that are not in these graphs; they had no effect", err=True)
    if not quiet:
        articles = len({event.article for event in events})
        members = sum(len(incident.members) for incident in incidents)
        click.echo(
            f"khabar: {len(incidents):,} incidents of {members:,} events, of {len(events):,} in {articles:,} articles",
            err=True,
        )
