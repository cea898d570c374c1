"""``khabar claims``: the table a user came for."""

from __future__ import annotations

from pathlib import Path

import click

from khabar.commands.options import graphs_argument, load_graphs

__all__ = ["command"]


@click.command("claims", short_help="Show who says what, where, when and with what toll.")
@graphs_argument
@click.option(
    "--json", "as_json", is_flag=True, help="JSON instead of a table: an array with an object for each claim."
)
@click.option("--no-words", is_flag=True, help="Leave the quoted words out of the table.")
def command(graphs: tuple[Path, ...], as_json: bool, no_words: bool) -> None:
    """Show the claims of graphs: claimant, what, where, when, tolls as ranges, how sure, and the words.

    GRAPH is an RDF file made by khabar build, or - for standard input.
    """
    from khabar.claims import claim_rows

    rows = claim_rows(load_graphs(graphs))
    if as_json:
        import json

        click.echo(json.dumps([row.as_json() for row in rows], ensure_ascii=False, indent=1))
        return
    from khabar.present import claims_table, console

    console().print(claims_table(rows, words=not no_words))
