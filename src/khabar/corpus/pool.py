"""Workers: processes that build articles, as many in flight as needed to keep them busy and no more.

A worker that dies (killed for want of memory, a crash in a compiled library) costs the articles it had, tried again one
by one; the one that kills its worker again is a failure, and the rest goes on.
"""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from khabar.corpus.inputs import Failure
from khabar.corpus.settings import Settings
from khabar.corpus.work import Done, Task, process, process_all, warm_up

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

__all__ = ["Result", "build_all"]

Result = Done | tuple[bytes, Failure]

BATCH = 8
"""Articles a worker takes at a time: enough to make the hand-over cheap, few enough to spread the end of the work."""
AHEAD = 3
"""Batches that wait or run for each worker."""

_settings: Settings | None = None


def build_all(tasks: Iterable[Task], settings: Settings, workers: int) -> Iterator[Result]:
    """Build articles, yielding each result when it is there: in order with one worker, as they come with several.

    Tasks are taken from the iterable only as there is room for them.
    """
    if workers <= 1:
        for task in tasks:
            yield process(task, settings)
        return
    yield from _Pool(settings, workers).run(tasks)


def _start(settings: Settings) -> None:
    """Begin a worker's life: Ctrl-C is for the parent, which then ends its workers in good order."""
    global _settings
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _settings = settings
    warm_up(settings)


def _end_with_parent() -> None:
    """A parent that was killed cannot end its workers; they notice and go."""
    import multiprocessing
    from multiprocessing import connection

    parent = multiprocessing.parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def _work(tasks: list[Task]) -> list[Result]:
    assert _settings is not None  # noqa: S101
    return process_all(tasks, _settings)


class _Pool:
    """A pool of processes that outlives the death of its members."""

    def __init__(self, settings: Settings, workers: int) -> None:
        self._settings = settings
        self._workers = workers
        self._pool = self._new(workers)

    def _new(self, workers: int) -> ProcessPoolExecutor:
        import multiprocessing  # one worker needs none of it
        from concurrent.futures import ProcessPoolExecutor

        # a fork of a process with threads may hang; the fork server has none, and has the modules loaded
        methods = multiprocessing.get_all_start_methods()
        context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
        if context.get_start_method() == "forkserver":
            context.set_forkserver_preload(["khabar.corpus.work", "khabar.corpus.pool"])
        return ProcessPoolExecutor(workers, mp_context=context, initializer=_start, initargs=(self._settings,))

    def run(self, tasks: Iterable[Task]) -> Iterator[Result]:
        from concurrent.futures import FIRST_COMPLETED, wait
        from concurrent.futures.process import BrokenProcessPool

        waiting = _batches(tasks)
        running: dict[Future[list[Result]], list[Task]] = {}
        suspects: deque[Task] = deque()
        try:
            exhausted = False
            while True:
                while not exhausted and len(running) < self._workers * AHEAD:
                    batch = next(waiting, None)
                    if batch is None:
                        exhausted = True
                        break
                    try:
                        running[self._pool.submit(_work, batch)] = batch
                    except BrokenProcessPool:
                        suspects.extend(batch)
                        break
                if not running and not suspects:
                    return
                done, _ = wait(running, return_when=FIRST_COMPLETED) if running else (set(), None)
                for future in done:
                    batch = running.pop(future)
                    try:
                        yield from future.result()
                    except BrokenProcessPool:
                        suspects.extend(batch)
                if suspects:
                    for future, batch in list(running.items()):
                        try:
                            yield from future.result()
                        except BrokenProcessPool:
                            suspects.extend(batch)
                    running.clear()
                    self._pool.shutdown(wait=False, cancel_futures=True)
                    yield from self._one_by_one(suspects)
                    self._pool = self._new(self._workers)
        finally:
            self._pool.shutdown(wait=True, cancel_futures=True)

    def _one_by_one(self, suspects: deque[Task]) -> Iterator[Result]:
        """Find who kills the workers."""
        from concurrent.futures.process import BrokenProcessPool

        pool = self._new(1)
        try:
            while suspects:
                task = suspects.popleft()
                try:
                    yield from pool.submit(_work, [task]).result()
                except BrokenProcessPool:
                    name = task.item.name
                    yield task.key, Failure(name, "defect", f"{name}: the process that read this article died")
                    pool.shutdown(wait=False)
                    pool = self._new(1)
        finally:
            pool.shutdown(wait=True)


def _batches(tasks: Iterable[Task]) -> Iterator[list[Task]]:
    batch: list[Task] = []
    for task in tasks:
        batch.append(task)
        if len(batch) >= BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
