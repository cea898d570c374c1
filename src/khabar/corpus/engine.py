"""The build of a corpus from end to end: find, build each article once, tell reprints, write.

What is done is in the journal before anything is written, so a run that was killed goes on where it stopped. The output
depends on the articles and the settings only: not on the order of the inputs, the number of workers or what an earlier
run had done.
"""

from __future__ import annotations

import contextlib
import glob
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from khabar.corpus import describe, inputs, output, reprints
from khabar.corpus.inputs import Failure, Item
from khabar.corpus.lock import locked
from khabar.corpus.output import Target, absolute
from khabar.corpus.pool import build_all
from khabar.corpus.settings import Settings
from khabar.corpus.state import State
from khabar.corpus.work import Done, Task, article_key
from khabar.errors import OutputError
from khabar.rdf.formats import FORMATS, serialise

__all__ = ["Monitor", "Outcome", "Silent", "build_corpus", "relate", "state_directory"]

COMMIT_SECONDS = 1.0
"""How much work a kill can cost: at most what was done since the last commit."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build came to, in numbers of inputs and articles."""

    seen: int
    """Inputs that could be read as bytes."""
    articles: int
    """Different articles written."""
    built: int
    """Of them, built in this run."""
    copies: int
    """Inputs that were exactly another."""
    reprints: int
    """Articles that are near-identical to an earlier one."""
    failed: int
    violations: int
    """Of the failed, those whose graph violates the shapes."""
    forced: int
    triples: int
    seconds: float
    errors: Path | None
    """The errors file, where there is one."""
    note: str = ""

    @classmethod
    def of(
        cls, journal: State, *, built: int, unread: int, started: float, errors: Path | None, note: str = ""
    ) -> Outcome:
        """What the journal of a build tells that ``started`` then (monotonic seconds) and could not read ``unread``."""
        failed, seen, articles = (journal.count(what) for what in ("failed", "seen", "articles"))
        return cls(
            seen=seen + unread,
            articles=articles,
            built=built,
            copies=seen + unread - failed - articles,
            reprints=journal.count("reprints"),
            failed=failed,
            violations=journal.count("violations"),
            forced=journal.count("forced"),
            triples=journal.count("triples"),
            seconds=time.monotonic() - started,
            errors=errors,
            note=note,
        )


class Monitor(Protocol):
    """Is told how a build goes on."""

    def found(self, total: int | None) -> None:
        """There are this many inputs, so far as is known."""

    def advance(self, failed: bool) -> None:
        """One more input is dealt with."""

    def phase(self, name: str) -> None:
        """Another part of the work begins."""

    def failure(self, failure: Failure) -> None:
        """An article did not make it."""


class Silent:
    """A monitor that says nothing."""

    def found(self, total: int | None) -> None:
        """Say nothing."""

    def advance(self, failed: bool) -> None:
        """Say nothing."""

    def phase(self, name: str) -> None:
        """Say nothing."""

    def failure(self, failure: Failure) -> None:
        """Say nothing."""


def state_directory(target: Target) -> Path:
    """Return where the journal of a target stands unless told otherwise: ``.NAME.khabar`` beside it."""
    if target.path is None:
        raise OutputError("standard output keeps no journal")
    path = absolute(target.path)
    return path.with_name(f".{path.name or 'root'}.khabar")


def build_corpus(
    sources: Sequence[str | Path],
    target: Target,
    settings: Settings,
    *,
    workers: int = 1,
    state: Path,
    retry: bool = False,
    monitor: Monitor | None = None,
) -> Outcome:
    """Build all articles of the sources into the target; ``state`` is the directory of the journal.

    With ``retry``, articles that failed in an earlier run are tried again.
    Raises ``InputError`` if there is nothing to read at all, ``OutputError`` if the output or the journal cannot be
    written or another process is building into it.
    """
    monitor = monitor or Silent()
    started = time.monotonic()
    found = inputs.expand(sources)
    first = inputs.find(found, settings)
    head = next(first, None)  # an empty directory is an error before anything is made
    try:
        state.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(
            f"cannot make {state}: {(error.strerror or str(error)).lower()}; name another place with --state"
        ) from None
    with locked(state / "lock", target.name), contextlib.ExitStack() as stack:
        _clean(target)
        journal = State(state / "journal.sqlite", settings.fingerprint())
        stack.callback(journal.close)
        if retry:
            journal.forget_failures()
        run = _Run(journal, target, settings, monitor)
        if head is not None:
            run.build(_chain(head, first), workers)
        monitor.phase("relating")
        journal.tell_versions_apart()
        relate(journal)
        journal.commit()
        monitor.phase("writing")
        run.write()
        journal.commit()
        errors = output.companion(target, ".errors.jsonl") if target.path is not None else None
        if errors is not None and not output.write_failures(journal.failures(), errors):
            errors = None
        journal.prune()
        return Outcome.of(
            journal, built=run.built, unread=run.unread, started=started, errors=errors, note=journal.afresh
        )


def _chain(head: Item | Failure, rest: Iterator[Item | Failure]) -> Iterator[Item | Failure]:
    yield head
    yield from rest


def _clean(target: Target) -> None:
    """Take away what a killed run left half-written."""
    if target.path is None:
        return
    whole = [] if target.directory else [absolute(target.path)]
    whole += [output.companion(target, suffix) for suffix in (".errors.jsonl", ".reprints.ttl", ".void.ttl")]
    left = [path for file in whole for path in file.parent.glob(f".{glob.escape(file.name[:100])}.*.tmp")]
    if target.directory and target.path.is_dir():
        for form in FORMATS.values():
            left += target.path.rglob(f".*{form.extensions[0]}.*.tmp")
    for path in left:
        with contextlib.suppress(OSError):
            path.unlink()


def relate(journal: State) -> None:
    """Find reprints: each article, in order of publication, against the originals before it."""
    for key, sketch, bands in journal.sketches():
        best: tuple[float, bytes] | None = None
        for other, theirs in journal.candidates(bands):
            value = reprints.similarity(sketch, theirs)
            if value >= reprints.THRESHOLD and (best is None or value > best[0]):
                best = (value, other)
        if best is None:
            journal.add_original(key, bands)
        else:
            journal.add_reprint(key, best[1], best[0])


class _Run:
    """One run over one journal."""

    def __init__(self, journal: State, target: Target, settings: Settings, monitor: Monitor) -> None:
        self.journal = journal
        self.target = target
        self.settings = settings
        self.monitor = monitor
        self.built = 0
        self.unread = 0
        self._inflight: set[bytes] = set()
        self._committed = time.monotonic()

    def build(self, found: Iterator[Item | Failure], workers: int) -> None:
        """Build what is not in the journal yet."""
        if self.target.directory and self.target.path is not None:
            try:
                self.target.path.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise output.unwritable(self.target.path, error) from None
        for result in build_all(self._tasks(found), self.settings, workers):
            if isinstance(result, Done):
                self.journal.put(result)
                self._inflight.discard(result.key)
                self.built += 1
                if self.target.directory and self.target.path is not None:
                    output.put_files(self.journal, self.target.path, result.key)
                self.monitor.advance(False)
            else:
                key, failure = result
                self.journal.fail(key, failure)
                self._inflight.discard(key)
                self.monitor.failure(failure)
                self.monitor.advance(True)
            if time.monotonic() - self._committed > COMMIT_SECONDS:
                self.journal.commit()
                self._committed = time.monotonic()
        self.journal.commit()

    def _tasks(self, found: Iterator[Item | Failure]) -> Iterator[Task]:
        """The articles that are to be built; the others are only noted."""
        fingerprint = self.journal.settings
        number = 0
        for item in found:
            number += 1
            self.monitor.found(number)
            if isinstance(item, Failure):
                self.unread += 1
                self.journal.fail(None, item)
                self.monitor.failure(item)
                self.monitor.advance(True)
                continue
            key = article_key(item, fingerprint)
            self.journal.see(key, item, self.target.extension)
            status = "done" if key in self._inflight else self.journal.status(key)
            if status is None:
                self._inflight.add(key)
                yield Task(key, item)
            else:
                self.monitor.advance(status == "failed")

    def write(self) -> None:
        """Write the output, its description and, beside a directory, the reprints."""
        base, target = self.settings.base, self.target
        related = tuple(describe.reprints(self.journal, base))
        if target.directory:
            if target.path is None:
                raise OutputError("a directory is needed")
            output.put_files(self.journal, target.path)
            path = output.companion(target, ".reprints.ttl")
            if related:
                output.write_graph(related, path, FORMATS["turtle"])
            else:
                path.unlink(missing_ok=True)
            written = None
        else:
            extra = []
            if related:
                extra.append(serialise(related, target.form, describe.reprints_graph_name(base)))
            written = output.write_dataset(self.journal, target, extra, _nothing)
        if target.path is not None and (target.directory or target.path.is_file()):
            output.write_graph(
                describe.void(self.journal, target, base, written), output.companion(target, ".void.ttl"),
                FORMATS["turtle"],
            )  # fmt: skip


def _nothing() -> None:
    pass
