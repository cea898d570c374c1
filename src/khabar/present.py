"""Tables and explanations for a terminal.

Arabic and Latin stand side by side here, so every piece of an article is isolated (FSI … PDI, Unicode Annex 9), line by
line; without that a terminal that knows the bidirectional algorithm would mix up the columns. No line begins with an
isolate: a terminal keeps a character without width with the one before it, and tmux drops it where there is none.
Widths, wrapping, colours and ``NO_COLOR`` are left to rich.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from typing import IO, TYPE_CHECKING

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, Group, RenderResult
from rich.measure import Measurement
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from khabar.claims import Happening, Quote, Row, TollRow, local_name, phrase, quantity
from khabar.explain import Explanation, Value
from khabar.rdf.terms import KHB

if TYPE_CHECKING:
    from rich.console import RenderableType

    from khabar.incidents.voices import Voice

__all__ = [
    "Answers",
    "Lines",
    "build_head",
    "claims_table",
    "columns",
    "console",
    "context",
    "explanation_text",
    "happening_phrase",
    "isolate",
    "summary",
    "toll_phrase",
    "visible",
    "voices_table",
]

_FSI, _PDI = "\u2068", "\u2069"
_BIDI = dict.fromkeys([0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
_CONTROL = {code: 0xFFFD for code in (*range(0x20), *range(0x7F, 0xA0)) if code not in (0x09, 0x0A)}
_JOINER = re.compile(r"\u200d(?![\u2600-\u27bf\U0001f000-\U0001faff])")
"""A joiner outside emoji; there rich takes it and the letter behind it for one character, and terminals do not."""
_AROUND = 60
_LONG_WORD = 24
"""Columns; a longer word may be broken for the sake of a table."""


def console(stream: IO[str] | None = None, *, stderr: bool = False, width: int | None = None) -> Console:
    """Return a console that prints text as it is: no markup, no emoji codes, no guessing what to highlight.

    With ``NO_COLOR`` in the environment (https://no-color.org) there are no escape sequences at all.
    """
    return Console(
        file=stream, stderr=stderr, width=width, markup=False, emoji=False, highlight=False,
        color_system=None if os.environ.get("NO_COLOR") else "auto",
    )  # fmt: skip


def columns(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    return cell_len(text)


def visible(text: str) -> str:
    """Return an article's words fit for a terminal: no escape sequences, no bidirectional controls, one line."""
    return " ".join(_JOINER.sub("", text.translate(_CONTROL).translate(_BIDI)).split())


def isolate(text: str) -> str:
    """Return an article's words fit for a terminal, isolated from what stands around them."""
    return f"{_FSI}{visible(text)}{_PDI}"


class Lines:
    """A table cell whose text holds isolates: wrapped to the column, the isolates opened and closed on each line."""

    def __init__(self, text: str | Text, style: str = "") -> None:
        self.text = text if isinstance(text, Text) else Text(text, style)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the lines; those in the middle of an isolate are isolated by themselves."""
        before = 0
        for line in self.text.wrap(console, options.max_width):
            line.rstrip()
            after = max(0, before + line.plain.count(_FSI) - line.plain.count(_PDI))
            yield Text.assemble(_FSI * before, line, _PDI * after, no_wrap=True, overflow="ignore")
            before = after

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        """Measure the text."""
        return Measurement.get(console, options, self.text)


def _table(*, expand: bool = False) -> Table:
    return Table(box=None, show_edge=False, pad_edge=True, padding=(0, 1), header_style="bold", expand=expand)


# ---------------------------------------------------------------------------------------- claims


def build_head(name: str, published: object, counts: str) -> RenderableType:
    """Return the line above a build's summary: which article, and what was found in it."""
    head = f"{isolate(name)}{f', {published}' if published else ''}: {counts}"
    return Padding(Lines(head), (0, 1))


def summary(rows: Sequence[Row]) -> RenderableType:
    """Return who claims what, one short row for each claim: for the screen after a build."""
    return claims_table(rows, words=False)


def claims_table(rows: Sequence[Row], *, words: bool = True) -> RenderableType:
    """Return the table of claims: who says it, what where and when, the toll; with ``words`` the quotes too."""
    if not rows:
        return Text("no claims")
    table = _table(expand=True)
    table.add_column("who says", ratio=4, overflow="fold")
    table.add_column("what, where, when", ratio=8, overflow="fold")
    table.add_column("toll", ratio=6, overflow="fold")
    for number, row in enumerate(rows):
        if number and words:
            table.add_row()
        who = [Lines(isolate(row.claimant.label), "bold")]
        who.extend(Lines(f"via {isolate(party.label)}") for party in row.via)
        if row.modality != "Asserted":
            who.append(Lines(phrase(row.modality), "yellow"))
        what = [Lines(happening_phrase(happening)) for happening in row.happenings]
        if words:
            what.extend(Lines(isolate(quote.exact), "italic dim") for quote in row.quotes)
        tolls = [Lines(toll_phrase(toll)) for toll in row.tolls]
        table.add_row(Group(*who), Group(*what), Group(*tolls))
    return table


def voices_table(found: Sequence[Voice]) -> RenderableType:
    """Return the table: day and outlet, who says, toll, what it is to the others."""
    table = _table(expand=True)
    for name, ratio in (("published", 3), ("who says", 5), ("toll", 5), ("what changed", 6)):
        table.add_column(name, ratio=ratio, overflow="fold")
    for voice in found:
        row = voice.row
        who = [Lines(isolate(row.claimant.label), "bold")]
        if row.modality != "Asserted":
            who.append(Lines(phrase(row.modality), "yellow"))
        table.add_row(
            Group(Lines(voice.published), Lines(isolate(voice.outlet), "dim")), Group(*who),
            Group(*(Lines(toll_phrase(toll)) for toll in row.tolls)),
            Group(*(Lines(f"{kind} {isolate(who)}") for kind, who in voice.changes)),
        )  # fmt: skip
    return table


def happening_phrase(happening: Happening) -> str:
    """An event in one phrase: ``air strike by X on Y at Z, 2019-02-11``."""
    text = ", ".join(phrase(kind) for kind in happening.types) or "event"
    for word, parties in (("by", happening.agents), ("on", happening.targets), ("at", happening.places)):
        if parties:
            text += f" {word} {', '.join(isolate(party.label) for party in parties)}"
    when = _when(happening)
    return f"{text}, {when}" if when else text


def _when(happening: Happening) -> str:
    start, end = happening.earliest, happening.latest
    if start and end:
        return start if start == end else f"{start}…{end}"
    if start or end:
        return f"from {start}" if start else f"until {end}"
    return happening.partial or ""


def toll_phrase(toll: TollRow) -> str:
    """A toll in one phrase: ``killed ≥100 civilians, with women, children``."""
    text = f"{phrase(toll.outcome)} {quantity(toll.minimum, toll.maximum, toll.approximate)}"
    if toll.victims:
        text += f" {phrase(toll.victims)}"
    if toll.of:
        text += f" of {isolate(toll.of.label)}"
    if toll.includes:
        text += f", with {', '.join(phrase(group) for group in toll.includes)}"
    if toll.part_of:
        text += " (part)"
    return text


# ---------------------------------------------------------------------------------------- evidence


def context(quote: Quote, text: str | None) -> RenderableType:
    """Return a quote with the text around it, the span marked by ⟦ ⟧ (and by colour where there is one).

    ``text`` is the article's, or None where it is not at hand.
    """
    before = after = ""
    if text is not None:
        start, end = max(0, quote.start - _AROUND), min(len(text), quote.end + _AROUND)
        before = ("…" if start else "") + visible(text[start : quote.start] + "|")[:-1]
        after = visible("|" + text[quote.end : end])[1:] + ("…" if end < len(text) else "")
    marked = Text.assemble(_FSI, before, (f"⟦{visible(quote.exact)}⟧", "bold reverse"), after, _PDI)
    return Padding(Lines(marked), (0, 1))


def explanation_text(explanation: Explanation) -> RenderableType:
    """Return a node's explanation: head, labels, properties, rule, and each piece of evidence marked in its text."""
    parts: list[RenderableType] = [Text(explanation.iri, style="bold")]
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style="cyan", no_wrap=True)
    grid.add_column()
    grid.add_row("type", Lines(", ".join(phrase(kind) for kind in explanation.types)))
    for number, label in enumerate(explanation.labels):
        grid.add_row("label" if number == 0 else "", Lines(isolate(label)))
    previous = ""
    for value in explanation.values:
        name = f"is {value.name} of" if value.inverse else value.name
        grid.add_row("" if name == previous else name, Lines(_value(value)))
        previous = name
    for rule in explanation.rules:
        grid.add_row("rule", Lines(rule))
    parts.append(grid)
    for item in explanation.grounds:
        quote = item.quote
        place = f"evidence at {quote.start}–{quote.end}"
        if item.matches is False:
            place += ": the text has other words there"
        parts.append(Text(""))
        parts.append(Text(place, style="cyan" if item.matches is not False else "red"))
        parts.append(context(quote, item.text if item.matches else None))
    return Group(*parts)


def _value(value: Value) -> str:
    """An object as a reader knows it: a concept in words, a node by its label and local name, a literal as it is."""
    if value.iri is None:
        return isolate(value.text)
    local = local_name(value.iri)
    if value.iri.startswith(KHB):
        return phrase(local)
    if value.gist is not None:
        gist = value.gist
        return f"{happening_phrase(gist) if isinstance(gist, Happening) else toll_phrase(gist)} ({local})"
    return local if local == value.text else f"{isolate(value.text)} ({local})"


# ---------------------------------------------------------------------------------------- queries


class Answers:
    """The rows of a query: a table where it fits without breaking words, else a paragraph for each row."""

    def __init__(self, variables: Sequence[str], cells: Sequence[Sequence[str]]) -> None:
        self.variables = tuple(variables)
        self.cells = [tuple(map(_cell, row)) for row in cells]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the layout that suits the width."""
        columns = list(zip(self.variables, *self.cells, strict=True))
        needed = sum(2 + max(min(_longest_word(cell), _LONG_WORD) for cell in column) for column in columns)
        if needed <= options.max_width:
            yield self._as_table()
        else:
            yield from self._as_records()

    def _as_table(self) -> Table:
        table = _table()
        for name, column in zip(self.variables, zip(*self.cells, strict=True), strict=True):
            numeric = all(cell.lstrip("-").replace(".", "", 1).isdigit() for cell in column if cell)
            table.add_column(Text(name), justify="right" if numeric and any(column) else "left", overflow="fold")
        for row in self.cells:
            table.add_row(*map(_isolated, row))
        return table

    def _as_records(self) -> RenderResult:
        width = max(map(cell_len, self.variables))
        for number, row in enumerate(self.cells, 1):
            yield Text(f"{'' if number == 1 else chr(10)} {number} of {len(self.cells)}", "dim")
            grid = Table.grid(padding=(0, 1))
            grid.pad_edge = True
            grid.add_column(style="bold", no_wrap=True, min_width=width)
            grid.add_column(overflow="fold")
            for name, cell in zip(self.variables, row, strict=True):
                if cell:
                    grid.add_row(name, _isolated(cell))
            yield grid


def _cell(text: str) -> str:
    return local_name(text) if "://" in text and " " not in text else text


def _isolated(cell: str) -> RenderableType:
    return Lines(isolate(cell)) if cell and not cell.isascii() else Text(visible(cell))


def _longest_word(cell: str) -> int:
    return max(map(cell_len, visible(cell).split()), default=0)


def query_table(variables: Sequence[str], cells: Sequence[Sequence[str]]) -> RenderableType:
    """Return the rows of a query, wrapped to the terminal; numbers to the right, nodes by their local names."""
    return Answers(variables, cells) if cells else Text("no rows")


def question_list(questions: Sequence[tuple[str, str, str]]) -> RenderableType:
    """Return names of questions, each with its English and Arabic wording below one another."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style="bold", no_wrap=True)
    grid.add_column()
    for name, english, arabic in questions:
        grid.add_row(name, Group(Lines(english), Lines(isolate(arabic), "dim")))
    return grid
