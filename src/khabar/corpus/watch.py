"""Showing how a build goes on: a progress bar on a terminal, a line for each failure, a closing summary."""

from __future__ import annotations

import sys
from types import TracebackType

import click

from khabar.corpus.engine import Outcome
from khabar.corpus.inputs import Failure

__all__ = ["Watch", "summary"]

SHOWN = 20
"""So many failures are shown; all of them are in the errors file."""


class Watch:
    """A monitor for people. The bar is rich's, which the tables need already; without a terminal there is none."""

    def __init__(self, *, quiet: bool = False) -> None:
        self._failed = 0
        self._bar = None
        if not quiet and sys.stderr.isatty():
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

            from khabar.present import console

            self._bar = Progress(
                TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(),
                TextColumn("{task.fields[rate]:.0f}/s, {task.fields[failed]} failed"), TimeElapsedColumn(),
                console=console(stderr=True), transient=True,
            )  # fmt: skip
            self._task = self._bar.add_task("building", total=None, rate=0.0, failed=0)

    def __enter__(self) -> Watch:
        """Show the bar."""
        if self._bar:
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take the bar away."""
        if self._bar:
            self._bar.stop()
        if self._failed > SHOWN:
            click.echo(f"khabar: … and {self._failed - SHOWN} more failures", err=True)

    def found(self, total: int | None) -> None:
        """Show how many there are so far."""
        if self._bar:
            self._bar.update(self._task, total=total)

    def advance(self, failed: bool) -> None:
        """Show one more."""
        if self._bar:
            task = self._bar.tasks[0]
            self._bar.update(self._task, advance=1, rate=task.speed or 0.0, failed=self._failed)

    def phase(self, name: str) -> None:
        """Show what is being done."""
        if self._bar:
            self._bar.update(self._task, description=name)

    def failure(self, failure: Failure) -> None:
        """Say what failed, in one line."""
        self._failed += 1
        if self._failed <= SHOWN:
            line = f"khabar: {' '.join(failure.reason.split())}"
            if self._bar:
                self._bar.console.print(line)
            else:
                click.echo(line, err=True)


def summary(outcome: Outcome, where: str) -> str:
    """Return what a build came to, in one line."""
    parts = [f"{outcome.articles:,} articles ({outcome.built:,} built now), {outcome.triples:,} triples in {where}"]
    for number, what in (
        (outcome.copies, "exact copies left out"), (outcome.reprints, "reprints"),
        (outcome.forced, "written although they violate the shapes"),
    ):  # fmt: skip
        if number:
            parts.append(f"{number:,} {what}")
    if outcome.failed:
        kinds = f", {outcome.violations:,} of them by violating the shapes" if outcome.violations else ""
        parts.append(f"{outcome.failed:,} failed{kinds}" + (f" (see {outcome.errors})" if outcome.errors else ""))
    rate = f", {outcome.built / outcome.seconds:,.1f} articles/s" if outcome.built and outcome.seconds else ""
    return f"{'; '.join(parts)}; {outcome.seconds:.1f} s{rate}"
