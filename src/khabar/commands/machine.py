"""``--json``: what each command answers to a machine, as one JSON document on standard output.

The shapes below are kept: members may be added, none is renamed or removed. Where a command fails there is no document,
but one line on standard error and an exit code. README.md's table of the shapes is made from this module.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, TypedDict, TypeVar

import click

from khabar.claims import Happening, Party, Quote, TollRow

__all__ = ["SHAPES", "json_option", "print_json", "refuse_standard_output"]

Command = TypeVar("Command", bound=Callable[..., Any])


class Summary(TypedDict):
    """What was found in an article."""

    source: str
    """File, with the line where it has many articles."""
    title: str | None
    published: str | None
    claims: int
    events: int
    actors: int
    places: int
    triples: int


class Remark(TypedDict):
    """One result of a validation; the words are those of the SHACL report."""

    severity: str
    focus: str
    path: str | None
    component: str
    message: str
    value: str | None
    quotes: list[str]
    shape: str | None


class Verdict(TypedDict):
    """A validation of all graphs given."""

    conforms: bool
    counts: dict[str, int]
    results: list[Remark]


class Build(TypedDict):
    """What a build came to."""

    output: str
    format: str
    articles: int
    """Different articles written."""
    built: int
    """Of them, built in this run."""
    copies: int
    reprints: int
    failed: int
    violations: int
    """Of the failed, those whose graph violates the shapes."""
    forced: int
    """Written although they violate."""
    triples: int
    seconds: float
    errors: str | None
    """File that lists the failures."""
    summaries: list[Summary]
    """Of a single article's build; a build of many leaves it empty."""
    results: list[Remark]
    """What the shapes say of a single article's graph."""


class Link(TypedDict):
    """What a linking came to."""

    output: str
    format: str
    incidents: int
    members: int
    """Events in incidents."""
    events: int
    """Events read."""
    articles: int
    decisions_without_effect: int


class Load(TypedDict):
    """What a load came to."""

    store: str
    graphs: int
    loaded: int
    present: int
    quads: int
    failures: list[str]


class Export(TypedDict):
    """A file that was written."""

    output: str
    format: str
    bytes: int


class Pages(TypedDict):
    """Pages that were written; the first is the one to open."""

    output: str
    files: list[str]


class Question(TypedDict):
    """A bundled question or policy."""

    name: str
    en: str
    ar: str
    policy: list[str]


class Place(TypedDict):
    """Where the server is; printed when it listens."""

    url: str
    sparql: str
    workbench: str
    triples: int


class Related(TypedDict):
    """How a claim stands to another."""

    kind: str
    """contradicts, updates, repeats or denies."""
    claim: str


class Claim(TypedDict):
    """One claim."""

    iri: str
    article: str
    claimant: Party
    via: list[Party]
    modality: str
    happenings: list[Happening]
    tolls: list[TollRow]
    quotes: list[Quote]
    rule: str
    relations: list[Related]


class Change(TypedDict):
    """How a voice stands to an earlier one."""

    kind: str
    claim: str
    """Who said it, and when."""


class Voice(Claim):
    """One claim about an incident."""

    published: str
    outlet: str
    changes: list[Change]


class Value(TypedDict):
    """One property of a node; with ``inverse`` the node is its object."""

    name: str
    text: str
    iri: str | None
    inverse: bool
    gist: Happening | TollRow | None
    """What the other node says, where it is an event or a toll."""


class Evidence(TypedDict):
    """Words of an article, in code points of it; the end is exclusive."""

    exact: str
    start: int
    end: int
    article: str
    matches: bool | None
    """Whether they stand in the source there; null without the source."""


class Explanation(TypedDict):
    """All that a graph says of one node."""

    iri: str
    types: list[str]
    labels: list[str]
    rules: list[str]
    values: list[Value]
    evidence: list[Evidence]


class SparqlResults(TypedDict, total=False):
    """SPARQL 1.1 Query Results JSON; graphs (CONSTRUCT, DESCRIBE) are JSON-LD."""

    head: dict[str, list[str]]
    results: dict[str, list[dict[str, dict[str, str]]]]
    boolean: bool


SHAPES: dict[str, tuple[str, type]] = {
    "build": ("object", Build),
    "claims": ("array, one object a claim", Claim),
    "claims --incident": ("array, one object a claim", Voice),
    "docs": ("object", Pages),
    "explain": ("object", Explanation),
    "export": ("object", Export),
    "link": ("object", Link),
    "load": ("object", Load),
    "query": ("SPARQL 1.1 Query Results JSON; graphs are JSON-LD", SparqlResults),
    "query --list": ("array, one object a question", Question),
    "report": ("object", Pages),
    "serve": ("object, as soon as the server listens", Place),
    "validate": ("object", Verdict),
}
"""Command → (what the document is, whose members it has)."""


def json_option(what: str) -> Callable[[Command], Command]:
    """Add ``--json`` to a command; ``what`` says what is printed."""
    return click.option("--json", "as_json", is_flag=True, help=f"JSON for machines: {what}.")


def print_json(value: object) -> None:
    """Print a document on standard output."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=1))


def refuse_standard_output(output: object) -> None:
    """Raise ``UsageError`` where the document would get among what is written to standard output."""
    if output is None or str(output) == "-":
        raise click.UsageError("--json says on standard output what was written; name a file with -o")
