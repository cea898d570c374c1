"""``khabar build``: articles in, validated RDF out."""

from __future__ import annotations

import contextlib
import gzip
import os
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from khabar.commands.machine import json_option, print_json, refuse_standard_output
from khabar.commands.options import SIZE, metadata_options, reading_options, take_metadata
from khabar.corpus.inputs import is_corpus, lone_file
from khabar.corpus.output import Target
from khabar.errors import OutputError, unwritable
from khabar.model import Metadata
from khabar.pipeline import Built, process_one
from khabar.rdf.formats import ALIASES, FORMATS, Format, find_format, write_bytes
from khabar.rdf.terms import DEFAULT_BASE, check_base
from khabar.read import Source, read_all

if TYPE_CHECKING:
    from khabar.commands.machine import Build, Summary

__all__ = ["command"]

_APPENDABLE = {"nt", "nquads", "trig"}
"""Formats of which several documents, one after the other, are a document."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """How inputs are to be read."""

    metadata: Metadata
    encoding: str | None
    max_size: int
    input_format: str | None


@dataclass(frozen=True, slots=True)
class _Input:
    """An input file and where its graph belongs below an output directory, without extension."""

    path: Path
    below: Path


@click.command("build", short_help="Read articles and write what they report as RDF.")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT…", type=click.Path(path_type=Path))
@click.option("-o", "--output", metavar="FILE|DIR|-", help="Where to write; standard output unless told otherwise.")
@click.option(
    "-f", "--format", "format_name", type=click.Choice([*FORMATS, *ALIASES], case_sensitive=False),
    metavar="FORMAT", help=f"One of {', '.join(FORMATS)}; else by the extension of the output, else turtle.",
)  # fmt: skip
@click.option("--base-iri", default=DEFAULT_BASE, metavar="IRI", show_default=True, help="Where IRIs are minted.")
@metadata_options
@reading_options
@click.option("--force", is_flag=True, help="Write the graph even if it violates the shapes.")
@click.option(
    "--workers", type=click.IntRange(0), metavar="N", help="Processes that build many articles; 0: one per core."
)
@click.option(
    "--shacl-engine", "engine", metavar="NAME",
    help="Who validates many articles: auto (the fastest installed), rust, turbo or pyshacl; no result depends on it.",
)  # fmt: skip
@click.option(
    "--state", "state", metavar="DIR", type=click.Path(path_type=Path),
    help="Journal of a build of many articles, to go on after a stop; .NAME.khabar beside the output unless told "
    "otherwise.",
)  # fmt: skip
@click.option(
    "--engine", "runner", type=click.Choice(["local", "spark"]), metavar="NAME",
    help="Who builds many articles: local (processes of this machine) or spark, into a directory of N-Quads parts.",
)  # fmt: skip
@click.option("--master", metavar="URL", help="Spark's master; local[N] with --workers N, else local[*].")
@click.option(
    "--spark-conf", multiple=True, metavar="KEY=VALUE", help="A setting of Spark, such as spark.executor.memory=4g."
)
@click.option(
    "--partition-size", type=SIZE, metavar="SIZE", help="Bytes of input in one Spark task; 4MB unless told otherwise."
)
@click.option("--retry-failed", is_flag=True, help="Try articles again that failed in an earlier run.")
@json_option("what was built, instead of the summary")
@click.option("-q", "--quiet", is_flag=True, help="No summary; errors and violations only.")
def command(
    inputs: tuple[Path, ...],
    output: str | None,
    format_name: str | None,
    base_iri: str,
    **values: Any,
) -> None:
    """Read articles and write who says what, where and when as RDF.

    INPUT is a text, HTML, JSON or JSON Lines file, a directory of them, a quoted pattern ('news/**/*.txt'), or - for
    standard input. JSON holds objects with a text and, where known, title, author, outlet, published, language and url;
    options override them.

    The graph is validated first: one that violates the shapes is reported, not written, and the exit code is 1.

    Many articles become a file each below DIR/, or one data set (.nq, .trig, each also .gz) with a graph for each; a
    stopped build goes on when it is started again. What failed is listed in NAME.errors.jsonl beside the output.
    """
    ctx = click.get_current_context()
    many = {name: values.pop(name) for name in ("workers", "engine", "state", "retry_failed")}
    cluster = {name: values.pop(name) for name in ("master", "spark_conf", "partition_size")}
    on_spark = values.pop("runner") == "spark"
    if not on_spark and any(cluster.values()):
        raise click.UsageError("--master, --spark-conf and --partition-size go with --engine spark", ctx)
    force, quiet, as_json = values.pop("force"), values.pop("quiet"), values.pop("as_json")
    if as_json:
        refuse_standard_output(output)
    base = check_base(base_iri)
    reading = _Reading(take_metadata(values), values["encoding"], values["max_size"], values["input_format"])
    corpus = any(value not in (None, False) for value in many.values()) or is_corpus(inputs, reading.input_format)
    directory = Path(output) if output and output != "-" and (output.endswith("/") or Path(output).is_dir()) else None
    compressed = bool(output and not directory and output.endswith(".gz"))
    named = None if directory or output in {None, "-"} else output and output.removesuffix(".gz" if compressed else "")
    if on_spark and not format_name:
        format_name = "nquads"
    form = find_format(format_name, named)
    if on_spark:
        if directory is None or form.name != "nquads":
            raise click.UsageError("--engine spark writes parts of N-Quads; name a directory with -o DIR/", ctx)
        goal = Target(directory, form, directory=True)
        _build_corpus(ctx, inputs, goal, base, reading, force, quiet, as_json, many, cluster)
        return
    if corpus and directory is None and form.name not in _APPENDABLE and lone_file(inputs):
        corpus = False  # JSON Lines of one article fit any format
    if corpus:
        if directory is None and form.name not in _APPENDABLE:
            raise click.UsageError(f"several inputs: name a directory with -o DIR/, not one {form.name} file", ctx)
        where = directory or (None if output in {None, "-"} else Path(str(output)))
        goal = Target(where, form, directory is not None, compressed)
        _build_corpus(ctx, inputs, goal, base, reading, force, quiet, as_json, many)
        return
    target = _Target(directory, output or "-", form)
    item = _Input(inputs[0], Path("article" if str(inputs[0]) == "-" else inputs[0].stem or inputs[0].name))
    violations = 0
    summaries: list[Built] = []
    answer = _answer(output, form)
    started = time.monotonic()
    for number, source in enumerate(_sources(item.path, reading), 1):
        built = process_one(source, base)
        if as_json:
            _count(answer, built, force)
        if not built.verdict.conforms:
            _report(built, force)
            if not force:
                violations += 1
                continue
        target.write(built, item, number)
        if not quiet and not as_json:
            summaries.append(built)
        if directory is not None:
            _summarise(summaries)
    target.close()
    _summarise(summaries)
    if as_json:
        answer["seconds"] = round(time.monotonic() - started, 3)
        print_json(answer)
    if violations:
        ctx.exit(1)


def _answer(output: str | None, form: Format) -> Build:
    """A summary for machines of nothing built yet."""
    return {
        "output": str(output), "format": form.name, "articles": 0, "built": 0, "copies": 0, "reprints": 0, "failed": 0,
        "violations": 0, "forced": 0, "triples": 0, "seconds": 0.0, "errors": None, "summaries": [], "results": [],
    }  # fmt: skip


def _count(answer: Build, built: Built, force: bool) -> None:
    """Add an article to a summary for machines."""
    import json

    from khabar.claims import View
    from khabar.validate import render

    answer["results"] += json.loads(render(built.verdict, "json"))["results"]
    if not built.verdict.conforms and not force:
        answer["failed"] += 1
        answer["violations"] += 1
        return
    report, published = built.report, built.report.article.metadata.published
    summary: Summary = {
        "source": built.source.name,
        "title": report.article.metadata.title,
        "published": published.isoformat() if published else None,
        "claims": len(View(built.graph).of_type("Claim")),
        "events": len(report.events),
        "actors": len(report.actors),
        "places": len(report.places),
        "triples": len(built.graph),
    }
    answer["summaries"].append(summary)
    answer["articles"] += 1
    answer["built"] += 1
    answer["forced"] += not built.verdict.conforms
    answer["triples"] += summary["triples"]


def _build_corpus(
    ctx: click.Context,
    inputs: Sequence[Path],
    target: Target,
    base: str,
    reading: _Reading,
    force: bool,
    quiet: bool,
    as_json: bool,
    many: dict[str, Any],
    cluster: dict[str, Any] | None = None,
) -> None:
    """Build many articles: a progress bar on a terminal, a line for each failure, a closing summary."""
    import tempfile

    from khabar.corpus.engine import build_corpus, state_directory
    from khabar.corpus.settings import Settings
    from khabar.corpus.watch import Watch, summary
    from khabar.shacl_engines import AUTO, choose_engine

    settings = Settings(
        target.form.name, base, reading.metadata, reading.encoding, reading.max_size, reading.input_format, force,
        choose_engine(many["engine"] or AUTO),
    )  # fmt: skip
    workers = many["workers"] if many["workers"] is not None else 1
    with contextlib.ExitStack() as stack:
        state = many["state"]
        if state is None and target.path is None:
            state = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="khabar-")))
        watch = stack.enter_context(Watch(quiet=quiet))
        common = {"state": state or state_directory(target), "retry": many["retry_failed"], "monitor": watch}
        if cluster is None:
            outcome = build_corpus(inputs, target, settings, workers=workers or os.cpu_count() or 1, **common)
        else:
            from khabar.corpus.spark import SLICE_BYTES, build_on_spark

            outcome = build_on_spark(
                inputs, target, settings, master=cluster["master"] or f"local[{many['workers'] or '*'}]",
                options=_pairs(ctx, cluster["spark_conf"]), size=cluster["partition_size"] or SLICE_BYTES, **common,
            )  # fmt: skip
    if outcome.note:
        click.echo(f"khabar: {outcome.note}", err=True)
    if as_json:
        answer = _answer(target.name, target.form)
        for name in ("articles", "built", "copies", "reprints", "failed", "violations", "forced", "triples"):
            answer[name] = getattr(outcome, name)
        answer["seconds"] = round(outcome.seconds, 3)
        answer["errors"] = str(outcome.errors) if outcome.errors else None
        print_json(answer)
    elif not quiet:
        click.echo(f"khabar: {summary(outcome, target.name)}", err=True)
    if outcome.failed:
        ctx.exit(1 if outcome.failed == outcome.violations else 2)


def _pairs(ctx: click.Context, settings: Sequence[str]) -> dict[str, str]:
    found = {}
    for setting in settings:
        name, equals, value = setting.partition("=")
        if not name.strip() or not equals:
            raise click.UsageError(f"--spark-conf: {setting!r} is not KEY=VALUE", ctx)
        found[name.strip()] = value
    return found


class _Target:
    """Where graphs go: one file, standard output, or a file for each article below a directory."""

    def __init__(self, directory: Path | None, output: str, form: Format) -> None:
        self.directory = directory
        self.output = output
        self.form = form
        self.pieces: list[bytes] = []
        self.names: set[Path] = set()

    def write(self, built: Built, item: _Input, number: int) -> None:
        """Write one article's graph, or keep it for the common file."""
        data = built.serialise(self.form)
        if self.directory is None:
            if self.pieces and self.form.name not in _APPENDABLE:
                raise OutputError(
                    f"{item.path}: several articles do not fit one {self.form.name} file; name a directory with -o DIR/"
                )
            self.pieces.append(data)
            return
        stem = item.below if number == 1 else item.below.with_name(f"{item.below.name}-{number}")
        extension = self.form.extensions[0]
        path, count = stem.with_name(stem.name + extension), 1
        while path in self.names:
            count += 1
            path = stem.with_name(f"{stem.name}~{count}{extension}")
        self.names.add(path)
        target = self.directory / path
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise unwritable(target, error) from None
        write_bytes(target, data)

    def close(self) -> None:
        """Write what was kept."""
        if self.pieces:
            data = b"".join(self.pieces)
            compressed = self.output.endswith(".gz")
            write_bytes(self.output, gzip.compress(data, mtime=0) if compressed else data)


def _sources(path: Path, reading: _Reading) -> Iterator[Source]:
    return read_all(
        path,
        metadata=reading.metadata,
        encoding=reading.encoding,
        max_size=reading.max_size,
        form=reading.input_format,
    )


def _summarise(waiting: list[Built]) -> None:
    """Say on standard error who claims what in the articles that wait for it, and forget them."""
    if not waiting:
        return
    from khabar.claims import claim_rows
    from khabar.present import build_head, console, summary

    out = console(stderr=True)
    for built in waiting:
        rows = claim_rows(built.graph)
        report = built.report
        published = report.article.metadata.published
        counts = (
            f"{len(rows)} claims, {len(report.events)} events, {len(report.actors)} actors, "
            f"{len(report.places)} places, {len(built.graph)} triples"
        )
        out.print(build_head(report.article.metadata.title or built.source.name, published, counts))
        if rows:
            out.print(summary(rows))
    waiting.clear()


def _report(built: Built, force: bool) -> None:
    """Say on standard error what violates the shapes, quoting the words."""
    from khabar.validate import render

    end = "written all the same (--force)" if force else "not written; --force writes it all the same"
    click.echo(render(built.verdict).rstrip("\n"), err=True)
    click.echo(f"khabar: {built.source.name}: the graph violates the shapes: {end}", err=True)
