"""A pool of processes for queries: each is killed when a query takes too long, and replaced."""

from __future__ import annotations

import contextlib
import os
import queue
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from typing import Any

from khabar.errors import StoreError
from khabar.serve.worker import read_frame, write_frame

__all__ = ["Answer", "Limits", "Pool"]


_RETRIES = (0, 1, 5, 30, 120)
"""Seconds to wait before each attempt to replace a process."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one query may use."""

    seconds: float = 20.0
    """Time for one query, from when a process takes it."""
    waiting: float = 60.0
    """Time that a query may wait for a free process."""
    answer: int = 64_000_000
    """Bytes of an answer."""
    memory: int = 4_000_000_000
    """Bytes of address space of each process; 0 for no limit."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Status (as in HTTP), media type and body."""

    status: int
    media_type: str
    body: bytes


class _Worker:
    """One process and its pipes."""

    def __init__(self, header: dict[str, Any], data: bytes) -> None:
        environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "khabar.serve.worker"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            env=environment, start_new_session=True,  # Ctrl-C is for the server, which then ends its processes
        )  # fmt: skip
        try:
            write_frame(self._stdin, header, data)
            ready = read_frame(self._stdout)
        except (OSError, ValueError):
            ready = None
        if ready is None or ready[0]["status"] != 200:
            reason = ready[0].get("error", "it gave no reason") if ready else "it ended"
            self.close()
            raise StoreError(f"the store cannot be opened for queries: {reason}")
        self.size = int(ready[0]["size"])

    @property
    def _stdin(self) -> Any:
        return self.process.stdin

    @property
    def _stdout(self) -> Any:
        return self.process.stdout

    def ask(self, request: dict[str, Any], query: str, seconds: float) -> tuple[dict[str, Any], bytes] | None:
        """Ask; None where the process was killed or died."""
        timer = threading.Timer(seconds, self.process.kill)
        timer.start()
        try:
            write_frame(self._stdin, request, query.encode("utf-8"))
            return read_frame(self._stdout)
        except (OSError, ValueError):
            return None
        finally:
            timer.cancel()

    def close(self) -> None:
        """Kill the process and let go of its pipes."""
        self.process.kill()
        self.process.wait()
        for stream in (self.process.stdin, self.process.stdout):
            if stream:
                with contextlib.suppress(OSError):
                    stream.close()


class Pool:
    """Processes that hold the same store and answer queries side by side."""

    def __init__(
        self, *, data: bytes = b"", path: str = "", count: int = 2, limits: Limits | None = None, union: bool = False
    ) -> None:
        """Start ``count`` processes on N-Triples or N-Quads (``data``) or on a store of Oxigraph on disk (``path``).

        Raises ``StoreError`` if it cannot be opened.
        """
        self.limits = limits or Limits()
        self._union = union
        self._header = {"path": path, "memory": self.limits.memory}
        self._data = data
        self._idle: queue.Queue[_Worker] = queue.Queue()
        self._all: set[_Worker] = set()
        self._lock = threading.Lock()
        self._closed = False
        for _ in range(count):
            self._add()
        self.size = next(iter(self._all)).size

    def _add(self) -> None:
        worker = _Worker(self._header, self._data)
        with self._lock:
            if self._closed:
                worker.close()
                return
            self._all.add(worker)
        self._idle.put(worker)

    def _replace(self, worker: _Worker) -> None:
        with self._lock:
            self._all.discard(worker)
        worker.close()
        if not self._closed:
            threading.Thread(target=self._restart, daemon=True).start()

    def _restart(self) -> None:
        for delay in _RETRIES:
            time.sleep(delay)
            with contextlib.suppress(StoreError, OSError):
                self._add()
                return

    def ask(
        self, query: str, accept: str = "*/*", *, default: list[str] | None = None, named: list[str] | None = None,
        prefixes: dict[str, str] | None = None,
    ) -> Answer:  # fmt: skip
        """Answer a query within the limits; errors are answers too."""
        try:
            worker = self._idle.get(timeout=self.limits.waiting)
        except queue.Empty:
            return _message(503, "too many queries at once; try again")
        request = {
            "accept": accept, "default": default, "named": named, "prefixes": prefixes, "union": self._union,
            "limit": self.limits.answer, "seconds": self.limits.seconds,
        }  # fmt: skip
        reply = worker.ask(request, query, self.limits.seconds)
        if reply is None:
            self._replace(worker)
            return _message(
                503, f"the query took more than {self.limits.seconds:g} s or too much memory and was stopped"
            )
        self._idle.put(worker)
        header, body = reply
        return Answer(int(header["status"]), str(header["type"]), body)

    def close(self) -> None:
        """End all processes."""
        with self._lock:
            self._closed = True
            workers, self._all = self._all, set()
        for worker in workers:
            worker.close()


def _message(status: int, text: str) -> Answer:
    return Answer(status, "text/plain; charset=utf-8", f"{text}\n".encode())
