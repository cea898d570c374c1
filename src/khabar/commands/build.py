"""``khabar build``: articles in, validated RDF out."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from khabar.commands.options import metadata_options, reading_options, take_metadata
from khabar.errors import InputError, KhabarError, OutputError
from khabar.model import Metadata
from khabar.pipeline import Built, process_one
from khabar.rdf.formats import ALIASES, FORMATS, Format, find_format, write_bytes
from khabar.rdf.terms import DEFAULT_BASE, check_base
from khabar.read import INPUT_EXTENSIONS, Source, read_all

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
@click.option("-q", "--quiet", is_flag=True, help="No summary; errors and violations only.")
def command(
    inputs: tuple[Path, ...],
    output: str | None,
    format_name: str | None,
    base_iri: str,
    **values: Any,
) -> None:
    """Read articles and write who says what, where and when as RDF.

    INPUT is a text, HTML, JSON or JSON Lines file, a directory of them, or - for standard input. JSON holds objects
    with a text and, where known, title, author, outlet, published, language and url; options override them.

    The graph is validated first: one that violates the shapes is reported, not written, and the exit code is 1.
    """
    ctx = click.get_current_context()
    force, quiet = values.pop("force"), values.pop("quiet")
    base = check_base(base_iri)
    reading = _Reading(take_metadata(values), values["encoding"], values["max_size"], values["input_format"])
    found = list(_find(inputs))
    directory = Path(output) if output and output != "-" and (output.endswith("/") or Path(output).is_dir()) else None
    form = find_format(format_name, None if directory or output in {None, "-"} else output)
    if directory is None and (len(found) > 1 or found[0].path != inputs[0]) and form.name not in _APPENDABLE:
        raise click.UsageError(f"several inputs: name a directory with -o DIR/, not one {form.name} file", ctx)
    target = _Target(directory, output or "-", form)
    failed = violated = False
    summaries: list[Built] = []
    for item in found:
        try:
            for number, source in enumerate(_sources(item.path, reading), 1):
                built = process_one(source, base)
                if not built.verdict.conforms:
                    _report(built, force)
                    violated = violated or not force
                    if not force:
                        continue
                target.write(built, item, number)
                if not quiet:
                    summaries.append(built)
                if directory is not None:
                    _summarise(summaries)
        except KhabarError as error:
            if len(found) == 1:
                raise
            failed = True
            click.echo(f"khabar: {' '.join(str(error).split())}", err=True)
    target.close()
    _summarise(summaries)
    if failed or violated:
        ctx.exit(2 if failed else 1)


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
            raise OutputError(f"cannot write {target}: {(error.strerror or str(error)).lower()}") from None
        write_bytes(target, data)

    def close(self) -> None:
        """Write what was kept."""
        if self.pieces:
            write_bytes(self.output, b"".join(self.pieces))


def _find(inputs: Sequence[Path]) -> Iterator[_Input]:
    """All input files in a stable order; directories are walked, without following links, for known extensions."""
    for path in inputs:
        if str(path) == "-" or not path.is_dir():
            yield _Input(path, Path("article" if str(path) == "-" else path.stem or path.name))
            continue
        files = sorted(
            Path(root) / name
            for root, _, names in os.walk(path)
            for name in names
            if Path(name).suffix.lower() in INPUT_EXTENSIONS and not name.startswith(".")
        )
        files = [file for file in files if file.is_file()]
        if not files:
            raise InputError(f"{path}: no article in this directory; their names end in {', '.join(INPUT_EXTENSIONS)}")
        for file in files:
            yield _Input(file, file.relative_to(path).with_suffix(""))


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
    from khabar.present import console, isolate, summary

    out = console(stderr=True)
    for built in waiting:
        rows = claim_rows(built.graph)
        report = built.report
        published = report.article.metadata.published
        out.print(
            f"{isolate(report.article.metadata.title or built.source.name)}{f', {published}' if published else ''}: "
            f"{len(rows)} claims, {len(report.events)} events, {len(report.actors)} actors, "
            f"{len(report.places)} places, {len(built.graph)} triples"
        )
        if rows:
            out.print(summary(rows))
    waiting.clear()


def _report(built: Built, force: bool) -> None:
    """Say on standard error what violates the shapes, quoting the words."""
    from khabar.validate import render

    end = "written all the same (--force)" if force else "not written; --force writes it all the same"
    click.echo(render(built.verdict).rstrip("\n"), err=True)
    click.echo(f"khabar: {built.source.name}: the graph violates the shapes: {end}", err=True)
