"""``khabar load``: graphs into a triple store."""

from __future__ import annotations

from pathlib import Path

import click

from khabar.commands.machine import json_option, print_json

__all__ = ["command"]


@click.command("load", short_help="Load graphs into a triple store.")
@click.argument("graphs", nargs=-1, required=True, metavar="GRAPH…", type=click.Path(path_type=Path))
@click.option("--to", "target", required=True, metavar="DIR|URL", help="A directory (Oxigraph on disk) or a server.")
@click.option("--graph", "name", metavar="IRI", help="Graph for triples outside any; the article's own otherwise.")
@click.option("--force", is_flag=True, help="Send graphs again that the store has already.")
@click.option("--retries", type=click.IntRange(0), default=5, show_default=True, help="How often to try again.")
@click.option(
    "--timeout", type=click.FloatRange(0.1), default=60, show_default=True, metavar="SECONDS",
    help="How long to wait for an answer.",
)  # fmt: skip
@json_option("what was loaded, instead of the summary")
@click.option("-q", "--quiet", is_flag=True, help="No summary; errors only.")
@click.pass_context
def command(
    ctx: click.Context,
    graphs: tuple[Path, ...],
    target: str,
    name: str | None,
    force: bool,
    retries: int,
    timeout: float,
    as_json: bool,
    quiet: bool,
) -> None:
    """Load graphs made by khabar build or khabar link, each as a named graph.

    A graph is replaced whole, and passed over if the store has it already, so loading again changes nothing and goes on
    where an earlier load stopped. A server needs no more than SPARQL 1.1; give its address (http://localhost:7878,
    http://localhost:3030/dataset, http://localhost:8890). Credentials: KHABAR_STORE_USER and KHABAR_STORE_PASSWORD, or
    KHABAR_STORE_TOKEN, in the environment.
    """
    from khabar.rdf.terms import check_iri
    from khabar.stores import open_store
    from khabar.stores.load import load

    if name is not None:
        try:
            check_iri(name)
        except ValueError:
            raise click.UsageError(f"--graph: {name!r} is not an absolute IRI", ctx) from None
    store = open_store(target, create=True, retries=retries, timeout=timeout)
    try:
        done = load(graphs, store, name=name, force=force)
    finally:
        store.close()
    for line in done.failures:
        click.echo(f"khabar: {' '.join(line.split())}", err=True)
    there = done.graphs - done.sent - len([line for line in done.failures if line.startswith("<")])
    if as_json:
        failures = [" ".join(line.split()) for line in done.failures]
        print_json({
            "store": target, "graphs": done.graphs, "loaded": done.sent, "present": there, "quads": done.quads,
            "failures": failures,
        })  # fmt: skip
    elif not quiet:
        click.echo(
            f"khabar: {done.sent:,} graphs loaded ({done.quads:,} quads), {there:,} were there already, in {target}",
            err=True,
        )
    if done.failures:
        ctx.exit(2)
