"""Building a corpus on Spark: slices in, a part of N-Quads for each slice out, the same quads as one machine gives.

The articles are built by the same code as on one machine, and what concerns all of them (copies, versions, reprints,
failures, the description) is settled by the same journal, on the driver, from a line for each article. Three steps:

1. each slice is read, and its articles built, by a task; it leaves a data file (gzip members) and an index beside it;
2. the driver reads the indices into a journal, tells versions apart and finds reprints;
3. each slice's data become a part of the output, without the copies, by a task.

What a task leaves is keyed by the slice's content, the settings and the software, and stands whole or not at all, so a
stopped build goes on with the slices that are missing. Language data and shapes are broadcast, once for an executor:
all of them work with those of the driver. Files must have the same paths on all machines.
"""

from __future__ import annotations

import base64
import contextlib
import gzip
import hashlib
import json
import os
import re
import shutil
import sys
import tempfile
import threading
import time
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from khabar.corpus import describe, output, slices
from khabar.corpus.engine import Monitor, Outcome, Silent, relate
from khabar.corpus.inputs import Failure, Item, expand
from khabar.corpus.lock import locked
from khabar.corpus.output import Target, absolute, renamed, written_aside
from khabar.corpus.pool import Result, build_all
from khabar.corpus.settings import Settings, code_digest
from khabar.corpus.slices import Slice
from khabar.corpus.state import State, data_digest
from khabar.corpus.work import Done, Task, article_key, warm_up
from khabar.errors import KhabarError, OutputError, unwritable
from khabar.rdf.formats import FORMATS, serialise
from khabar.resources import resource_directory, use_directory

if TYPE_CHECKING:
    from pyspark import Broadcast, SparkContext

__all__ = ["SLICE_BYTES", "build_on_spark"]

SLICE_BYTES = 4_000_000
"""Bytes of input in a task: some thousand articles, a minute of one core."""
PART = "part-{number:05}.nq.gz"
REPRINTS = "reprints.nq.gz"
WHOLE = "_SUCCESS"
"""An empty file that says that all parts are there, as Hadoop's tools look for it."""


def build_on_spark(
    sources: Sequence[str | Path],
    target: Target,
    settings: Settings,
    *,
    master: str = "local[*]",
    options: Mapping[str, str] | None = None,
    size: int = SLICE_BYTES,
    state: Path,
    retry: bool = False,
    monitor: Monitor | None = None,
) -> Outcome:
    """Build all articles of the sources into the directory of the target, as ``part-NNNNN.nq.gz``.

    ``master`` is Spark's, ``options`` its further settings, ``size`` the bytes of input in a task, ``state`` the
    directory of what the tasks leave, which all machines must see, as they must the inputs and the output. With
    ``retry``, slices in which an article failed are built again.
    Raises ``InputError`` if there is nothing to read, ``OutputError`` if the output cannot be written or another
    process is building into it, ``KhabarError`` if Spark or Java is missing or the job fails.
    """
    monitor = monitor or Silent()
    started = time.monotonic()
    if target.path is None or not target.directory or settings.format != "nquads":
        raise OutputError("Spark writes partitioned N-Quads; name a directory with -o DIR/")
    whole = absolute(target.path)
    building, old = (whole.with_name(f".{whole.name}.{what}") for what in ("building", "old"))
    parts = list(slices.cut(expand(sources), settings, size))
    state = absolute(state)
    try:
        (state / "built").mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(
            f"cannot make {state}: {(error.strerror or str(error)).lower()}; name another place with --state"
        ) from None
    with locked(state / "lock", target.name), contextlib.ExitStack() as stack:
        _recover(whole, building, old)
        _clean(state / "built")
        context = stack.enter_context(_spark(master, options or {}, state / "spark.log"))
        sent = context.broadcast(_Sent(settings, settings.fingerprint(), code_digest(), _bundle(), str(state), retry))
        done = _watch(context, sent, parts, monitor)
        monitor.phase("relating")
        journal = stack.enter_context(_journal(state, settings))
        for number, built in enumerate(done):
            _note(journal, number, built, state / "built" / f"{built.key}.jsonl", monitor)
        journal.tell_versions_apart()
        relate(journal)
        journal.commit()
        monitor.phase("writing")
        try:
            building.mkdir()
        except OSError as error:
            raise output.unwritable(building, error) from None
        plans = _plans(journal, [built.key for built in done])
        where = str(building)
        _job(context, plans, lambda plan: _write_part(plan, sent.value, where))
        related = tuple(describe.reprints(journal, settings.base))
        if related:
            name = describe.reprints_graph_name(settings.base)
            with written_aside(building / REPRINTS) as stream:
                stream.write(gzip.compress(serialise(related, FORMATS["nquads"], name), 1, mtime=0))
        with written_aside(building / WHOLE):
            pass
        _put(whole, building, old)
        errors: Path | None = output.companion(target, ".errors.jsonl")
        if errors is not None and not output.write_failures(journal.failures(), errors):
            errors = None
        output.write_graph(
            describe.void(journal, target, settings.base, None), output.companion(target, ".void.ttl"),
            FORMATS["turtle"],
        )  # fmt: skip
        _prune(state / "built", {built.key for built in done})
        return Outcome.of(journal, built=journal.built, unread=journal.unread, started=started, errors=errors)


# ------------------------------------------------------------------------------------- Spark


@contextlib.contextmanager
def _spark(master: str, options: Mapping[str, str], log: Path) -> Iterator[SparkContext]:
    """A context of our own; what Spark says goes to ``log``. A local master tries a task again as a cluster would."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of its optional parts
            from pyspark import SparkConf, SparkContext
    except ModuleNotFoundError:
        raise KhabarError("--engine spark needs pyspark; run: pip install 'khabar[spark]'") from None
    master = re.sub(r"^local$", "local[1]", master)
    master = re.sub(r"^local\[(\*|\d+)\]$", r"local[\1,4]", master)
    if master.startswith("local"):
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    with tempfile.TemporaryDirectory(prefix="khabar-spark-") as folder:
        conf = SparkConf().setMaster(master).setAppName("khabar build")
        for name, value in {
            "spark.ui.enabled": "false",
            "spark.ui.showConsoleProgress": "false",
            "spark.driver.host": "127.0.0.1" if master.startswith("local") else "",
            "spark.local.dir": folder if master.startswith("local") else "",
            **options,
        }.items():
            if value:
                conf.set(name, value)
        try:
            with _aside(log), warnings.catch_warnings():
                warnings.simplefilter("ignore")
                context = SparkContext(conf=conf)
        except Exception as error:  # py4j and pyspark raise their own, which derive from nothing in particular
            reason = _reason(str(error))
            if "JAVA_GATEWAY_EXITED" in str(error) or "java" in reason.lower():
                reason = "Java does not start; install a Java runtime (17 or newer), or set JAVA_HOME"
            raise KhabarError(f"Spark does not start at {master}: {reason[:300]} (its log: {log})") from None
        try:
            yield context
        finally:
            context.stop()


@contextlib.contextmanager
def _aside(log: Path) -> Iterator[None]:
    """Let standard error be a file while a process is started that keeps it: Spark's is for its administrators."""
    sys.stderr.flush()
    kept = os.dup(2)
    try:
        with log.open("wb") as stream:
            os.dup2(stream.fileno(), 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)


def _job(context: SparkContext, items: Sequence[Any], work: Any) -> list[Any]:
    """Run ``work`` on each item in a task of its own; raises ``KhabarError`` with the reason where the job fails."""
    if not items:
        return []
    try:
        found = context.parallelize(items, len(items)).map(work).collect()
    except Exception as error:  # pyspark raises those of the bridge to Java
        raise KhabarError(f"the Spark job failed: {_reason(str(error))}") from None
    return list(found)


def _reason(text: str) -> str:
    """The line of a Java stack trace that says what went wrong in the Python that it called."""
    ours = re.findall(r"(?:KhabarError|OutputError|InputError|StoreError): ([^\n]+)", text)
    other = re.findall(r"^\s*((?:\w+\.)*\w*(?:Error|Exception): [^\n]+)$", text, re.MULTILINE)
    return str((ours or other or text.strip().splitlines()[:1] or ["no reason given"])[-1]).strip()


def _watch(context: SparkContext, sent: Broadcast[_Sent], parts: Sequence[Slice], monitor: Monitor) -> list[_Built]:
    """Build all slices, telling the monitor as tasks end."""
    finished = context.accumulator(0)
    result: list[list[_Built]] = []
    failure: list[BaseException] = []

    def work(part: Slice) -> _Built:
        built = _build_slice(part, sent.value)
        finished.add(built.seen)
        return built

    def run() -> None:
        try:
            result.append(_job(context, parts, work))
        except BaseException as error:
            failure.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    told = 0
    while thread.is_alive():
        thread.join(0.2)
        value = int(finished.value)
        while told < value:
            told += 1
            monitor.advance(False)
    if failure:
        raise failure[0]
    return result[0]


# ------------------------------------------------------------------------------------- what executors get and do


@dataclass(frozen=True, slots=True)
class _Sent:
    """What is broadcast: how to build, and with which language data and shapes."""

    settings: Settings
    fingerprint: str
    code: str
    files: tuple[tuple[str, bytes], ...]
    """Paths below ``lang/CODE`` and ``shapes`` with their contents."""
    state: str
    retry: bool


@dataclass(frozen=True, slots=True)
class _Built:
    """A slice that is built: the key of what it left, how many inputs it had, and whether it was built just now."""

    key: str
    seen: int
    now: bool


@dataclass(frozen=True, slots=True)
class _Plan:
    """A part to be written: its number, its slice, and which members (offset, size) do not go as they are.

    The third of these is the slug that the article was built with and its final one; None: the member is left out.
    """

    number: int
    key: str
    changes: tuple[tuple[int, int, tuple[str, str] | None], ...]


def _bundle() -> tuple[tuple[str, bytes], ...]:
    """The language data and shapes of this installation."""
    package = Path(__file__).resolve().parents[1]
    found = [(f"lang/{p.relative_to(package / 'lang')}", p) for p in (package / "lang").rglob("*") if p.is_file()]
    found += [(f"shapes/{p.name}", p) for p in resource_directory("shapes").glob("*.ttl")]
    return tuple((name, path.read_bytes()) for name, path in sorted(found))


@cache
def _unpacked(sent: _Sent) -> Settings:
    """Lay the broadcast files out, once on a machine, and load them, once in a process."""
    if sent.code != code_digest():
        raise KhabarError("an executor has another version of khabar than the driver; install the same on all")
    digest = hashlib.sha256()
    for name, data in sent.files:
        digest.update(hashlib.sha256(name.encode() + b"\0" + data).digest())
    folder = Path(tempfile.gettempdir()) / f"khabar-{os.getuid()}-{digest.hexdigest()[:16]}"
    if not _intact(folder, sent.files):
        aside = _laid_out(sent.files, folder)
        try:
            aside.rename(folder)
        except OSError:
            if _intact(folder, sent.files):  # another process was first
                shutil.rmtree(aside, ignore_errors=True)
            else:  # somebody else's, or what a cleaner of old files has left
                folder = aside
    use_directory("shapes", folder / "shapes")
    settings = replace(sent.settings, language=str(folder / "lang" / sent.settings.language))
    warm_up(settings)
    return settings


def _laid_out(files: Iterable[tuple[str, bytes]], folder: Path) -> Path:
    """Write the files to a new directory beside the one where they belong; all or none."""
    try:
        aside = Path(tempfile.mkdtemp(prefix=folder.name, dir=folder.parent))
    except OSError as error:
        raise unwritable(folder, error) from None
    try:
        for name, data in files:
            path = aside / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    except OSError as error:
        shutil.rmtree(aside, ignore_errors=True)
        raise unwritable(folder, error) from None
    return aside


def _intact(folder: Path, files: Iterable[tuple[str, bytes]]) -> bool:
    """Whether a directory is ours and holds all of these files."""
    try:
        mine = folder.stat().st_uid == os.getuid()
        return mine and all((folder / name).stat().st_size == len(data) for name, data in files)
    except OSError:
        return False


def _build_slice(part: Slice, sent: _Sent) -> _Built:
    """Build a slice's articles, unless what it would leave is there already."""
    items = list(slices.read(part, sent.settings))
    key = _slice_key(items, sent.fingerprint)
    folder = Path(sent.state) / "built"
    index = folder / f"{key}.jsonl"
    if index.is_file() and not (sent.retry and b'\n{"failed"' in b"\n" + index.read_bytes()):
        return _Built(key, len(items), now=False)
    settings = _unpacked(sent)
    lines: list[dict[str, Any]] = []
    tasks: dict[bytes, Task] = {}
    for item in items:
        if isinstance(item, Failure):
            lines.append({"unread": [item.name, item.kind, item.reason]})
            continue
        task = Task(article_key(item, sent.fingerprint), item)
        tasks.setdefault(task.key, task)
        lines.append({"seen": [task.key.hex(), item.name, item.below]})
    results = {result.key if isinstance(result, Done) else result[0]: result for result in _build(tasks, settings)}
    offset = 0
    with written_aside(folder / f"{key}.gz") as data:
        for task_key in tasks:  # in the order of the slice, however the workers ended
            result = results[task_key]
            if isinstance(result, Done):
                data.write(result.data)
                lines.append({"done": _packed(result, offset)})
                offset += len(result.data)
            else:
                failure = result[1]
                lines.append({"failed": [task_key.hex(), failure.name, failure.kind, failure.reason]})
    with written_aside(index) as stream:
        for line in lines:
            stream.write(json.dumps(line, separators=(",", ":")).encode("ascii") + b"\n")
    return _Built(key, len(items), now=True)


def _build(tasks: Mapping[bytes, Task], settings: Settings) -> Iterable[Result]:
    """Build in this process; where a first attempt did not live to its end, in one that may die by itself."""
    from pyspark import TaskContext

    context = TaskContext.get()
    again = context is not None and context.attemptNumber() > 0
    return build_all(tasks.values(), settings, 2 if again else 1)


def _slice_key(items: Iterable[Item | Failure], fingerprint: str) -> str:
    digest = hashlib.blake2b(fingerprint.encode(), digest_size=20)
    for item in items:
        parts = (item.name, item.kind, item.reason) if isinstance(item, Failure) else (item.name, item.form or "")
        for part in (*parts, b"" if isinstance(item, Failure) else item.data):
            data = part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass")
            digest.update(len(data).to_bytes(8, "big"))
            digest.update(data)
    return digest.hexdigest()


def _packed(done: Done, offset: int) -> list[Any]:
    """A built article as JSON, without its bytes: where they stand in the data file, how many, their digest."""
    return [
        done.key.hex(), done.slug, done.graph, done.published, done.sha256, done.length, done.outlet, done.triples,
        done.subjects, base64.b85encode(done.sketch).decode("ascii"), done.bands, done.claims, done.forced,
        offset, len(done.data), data_digest(done.data),
    ]  # fmt: skip


def _write_part(plan: _Plan, sent: _Sent, directory: str) -> None:
    """Write a part of the output; without changes it is the very data file."""
    source = Path(sent.state) / "built" / f"{plan.key}.gz"
    path = Path(directory) / PART.format(number=plan.number)
    changes = {offset: (size, slugs) for offset, size, slugs in plan.changes}
    total = source.stat().st_size
    if not total or sum(size for size, slugs in changes.values() if slugs is None) == total:
        return
    with source.open("rb") as stream, written_aside(path) as out:
        position = 0
        for offset in sorted(changes):
            _copy(stream, out, offset - position)
            size, slugs = changes[offset]
            data = stream.read(size)
            if slugs is not None:
                out.write(gzip.compress(renamed(gzip.decompress(data), *slugs), 1, mtime=0))
            position = offset + size
        _copy(stream, out, total - position)


def _copy(stream: Any, out: Any, left: int) -> None:
    while left and (block := stream.read(min(left, 1 << 20))):
        out.write(block)
        left -= len(block)


# ------------------------------------------------------------------------------------- the driver's journal


class _Journal(State):
    """The journal of one run: where each article's bytes stand, instead of the bytes."""

    def __init__(self, path: Path, settings: str) -> None:
        super().__init__(path, settings)
        self.unread = 0
        self.built = 0
        with self._guard():
            self._db.execute(
                "CREATE TABLE location"
                " (number INTEGER PRIMARY KEY, key BLOB, slice INTEGER, start INTEGER, size INTEGER)"
            )
            self._db.execute("CREATE INDEX location_key ON location (key)")

    def locate(self, key: bytes, number: int, offset: int, size: int) -> None:
        """Note where the bytes of an article stand; an article of several slices has several places."""
        with self._guard():
            self._db.execute(
                "INSERT INTO location (key, slice, start, size) VALUES (?, ?, ?, ?)", (key, number, offset, size)
            )

    def changes(self) -> Iterator[tuple[int, int, int, str | None, str]]:
        """Slice, offset, size of the members that do not go as they are; first and final slug, or None to leave out."""
        with self._guard():
            yield from self._db.execute(
                "SELECT slice, start, size, CASE WHEN chosen AND number = first THEN original END, version.slug"
                " FROM location JOIN version USING (key)"
                " JOIN (SELECT key, min(number) AS first FROM location GROUP BY key) USING (key)"
                " WHERE NOT chosen OR number != first OR original != version.slug ORDER BY slice, start"
            )


@contextlib.contextmanager
def _journal(state: Path, settings: Settings) -> Iterator[_Journal]:
    """A journal for this run; what it would remember is in the indices."""
    path = state / "spark.sqlite"
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    journal = _Journal(path, settings.fingerprint())
    try:
        yield journal
    finally:
        journal.close()
        for suffix in ("", "-wal", "-shm"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)


def _note(journal: _Journal, number: int, built: _Built, index: Path, monitor: Monitor) -> None:
    """Take a slice's index into the journal."""
    try:
        stream = index.open("rb")
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise OutputError(f"cannot read {index}: {reason}; let --state be a directory that all machines see") from None
    with stream:
        for line in stream:
            ((kind, value),) = json.loads(line).items()
            if kind == "seen":
                key, name, below = value
                journal.see(bytes.fromhex(key), Item(name, below, b"", None), None)
            elif kind == "done":
                _note_done(journal, number, value, built.now)
            elif kind == "unread":
                journal.unread += 1
                failure = Failure(*value)
                journal.fail(None, failure)
                monitor.failure(failure)
            else:
                key, *rest = value
                failure = Failure(*rest)
                journal.fail(bytes.fromhex(key), failure)
                monitor.failure(failure)


def _note_done(journal: _Journal, number: int, value: Sequence[Any], now: bool) -> None:
    (
        key, slug, graph, published, sha256, length, outlet, triples, subjects, sketch, bands, claims, forced, offset,
        size, digest,
    ) = value  # fmt: skip
    done = Done(
        bytes.fromhex(key), slug, graph, published, sha256, length, outlet, triples, subjects, b"",
        base64.b85decode(sketch), tuple(bands), claims, forced,
    )  # fmt: skip
    if now and journal.status(done.key) is None:
        journal.built += 1
    journal.put(done, size, digest)
    journal.locate(done.key, number, offset, size)


def _plans(journal: _Journal, keys: Sequence[str]) -> list[_Plan]:
    """What is to be done with each slice's data."""
    changes: dict[int, list[tuple[int, int, tuple[str, str] | None]]] = {}
    for number, offset, size, first, slug in journal.changes():
        changes.setdefault(number, []).append((offset, size, None if first is None else (first, slug)))
    return [_Plan(number, key, tuple(changes.get(number, ()))) for number, key in enumerate(keys)]


# ------------------------------------------------------------------------------------- the output's directory


def _recover(whole: Path, building: Path, old: Path) -> None:
    """Take away what a killed run left, and refuse to replace a directory with other things in it."""
    try:
        if old.is_dir():
            if whole.exists():
                shutil.rmtree(old)
            else:
                old.rename(whole)
        if building.is_dir():
            shutil.rmtree(building)
    except OSError as error:
        raise output.unwritable(whole, error) from None
    if whole.exists() and not whole.is_dir():
        raise OutputError(f"cannot write {whole}: it is a file; name another directory")
    if whole.is_dir():
        ours = re.compile(r"part-\d{5,}\.nq\.gz|reprints\.nq\.gz|_SUCCESS|\..*\.tmp")
        other = sorted(path.name for path in whole.iterdir() if not ours.fullmatch(path.name))
        if other:
            raise OutputError(f"{whole}: it holds other things ({other[0]}), and is replaced whole; name another")


def _clean(built: Path) -> None:
    for path in built.glob(".*.tmp"):
        path.unlink(missing_ok=True)


def _put(whole: Path, building: Path, old: Path) -> None:
    """Let the new directory stand in the place of the old one."""
    try:
        if whole.is_dir():
            whole.rename(old)
        building.rename(whole)
        shutil.rmtree(old, ignore_errors=True)
    except OSError as error:
        raise output.unwritable(whole, error) from None


def _prune(built: Path, keys: set[str]) -> None:
    """Forget slices that this run did not use: of other settings, or of inputs that changed."""
    for path in built.iterdir():
        if path.name.split(".")[0] not in keys:
            path.unlink(missing_ok=True)
