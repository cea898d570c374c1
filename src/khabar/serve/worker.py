"""One process that answers SPARQL queries, so that a query that would run for ever can be killed with it.

Started as ``python -m khabar.serve.worker``. Frames on standard input and output are a length (four bytes,
big-endian), a JSON header, a length, and a body. The first frame names the store; each later one is a query. Nothing
but pyoxigraph is loaded here.
"""

from __future__ import annotations

import contextlib
import io
import json
import signal
import struct
import sys
from typing import IO, Any

from khabar.serve.protocol import GRAPHS, RESULTS, negotiate
from khabar.sparql import names_its_graphs

__all__ = ["answer", "main", "read_frame", "write_frame"]


def read_frame(stream: IO[bytes]) -> tuple[dict[str, Any], bytes] | None:
    """Return the next frame, None at the end of the stream."""
    parts = []
    for _ in range(2):
        size = stream.read(4)
        if len(size) < 4:
            return None
        parts.append(stream.read(struct.unpack(">I", size)[0]))
    return json.loads(parts[0]), parts[1]


def write_frame(stream: IO[bytes], header: dict[str, Any], body: bytes = b"") -> None:
    """Write a frame and flush it."""
    head = json.dumps(header).encode("utf-8")
    stream.write(struct.pack(">I", len(head)) + head + struct.pack(">I", len(body)) + body)
    stream.flush()


class _TooLargeError(Exception):
    """The answer has more bytes than allowed."""


class _Bounded(io.BytesIO):
    """A buffer that refuses to grow beyond a size."""

    def __init__(self, limit: int) -> None:
        super().__init__()
        self._limit = limit

    def write(self, data: Any) -> int:
        if self.tell() + len(data) > self._limit:
            raise _TooLargeError
        return super().write(data)


def answer(store: Any, request: dict[str, Any], query: str) -> tuple[dict[str, Any], bytes]:
    """Answer one query: a header with ``status`` and ``type``, and the body; errors are text of one line."""
    import pyoxigraph as ox

    def failed(status: int, message: str) -> tuple[dict[str, Any], bytes]:
        line = " ".join(message.split())[:500]
        return {"status": status, "type": "text/plain; charset=utf-8"}, f"{line}\n".encode("utf-8", "replace")

    def nodes(name: str) -> list[Any] | None:
        return [ox.NamedNode(iri) for iri in request[name]] if request.get(name) else None

    default, named = nodes("default"), nodes("named")
    if named is not None and default is None:
        default = []
    if default is not None and named is None:
        named = []
    try:
        result = store.query(
            query, prefixes=request.get("prefixes"), base_iri=None, default_graph=default, named_graphs=named,
            use_default_graph_as_union=bool(request.get("union")) and default is None and not names_its_graphs(query),
        )  # fmt: skip
    except (SyntaxError, ValueError) as error:
        return failed(400, f"the query cannot be read: {error}")
    except OSError as error:
        return failed(500, f"the query was refused: {error}")
    offers = GRAPHS if isinstance(result, ox.QueryTriples) else RESULTS
    if isinstance(result, ox.QueryBoolean):
        offers = {kind: name for kind, name in RESULTS.items() if name in ("JSON", "XML")}
    chosen = negotiate(request.get("accept") or "*/*", tuple(offers))
    if chosen is None:
        return failed(406, f"this answer can be had as {', '.join(offers)}")
    output = _Bounded(int(request["limit"]))
    formats = ox.RdfFormat if isinstance(result, ox.QueryTriples) else ox.QueryResultsFormat
    try:
        extra = {"prefixes": request.get("prefixes")} if isinstance(result, ox.QueryTriples) else {}
        try:
            result.serialize(output, getattr(formats, offers[chosen]), **extra)
        except TypeError:
            result.serialize(output, getattr(formats, offers[chosen]))
    except _TooLargeError:
        return failed(500, f"the answer has more than {request['limit']} bytes; add a LIMIT to the query")
    except (OSError, RuntimeError, ValueError) as error:
        return failed(500, f"the query was refused: {error}")
    charset = "" if chosen.endswith(("+json", "/json", "+xml")) else "; charset=utf-8"
    return {"status": 200, "type": chosen + charset}, output.getvalue()


def _open(header: dict[str, Any], data: bytes) -> Any:
    import pyoxigraph as ox

    if header.get("path"):
        return ox.Store.read_only(header["path"])
    store = ox.Store()
    store.bulk_load(data, ox.RdfFormat.N_QUADS)
    return store


def _restrain(header: dict[str, Any]) -> None:
    """Give up what a query has no use for: memory beyond a limit, and new files and sockets."""
    try:
        import resource
    except ImportError:  # Windows
        return
    with contextlib.suppress(OSError, ValueError):
        if header.get("memory"):
            resource.setrlimit(resource.RLIMIT_AS, (header["memory"], header["memory"]))
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if not header.get("path"):  # a store on disk opens its files when it needs them
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))


def _alarm(seconds: float) -> None:
    """End this process in ``seconds``, should the server die during a query and nobody be left to kill it."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds + 5 if seconds else 0)


def main() -> int:
    """Serve frames until standard input ends."""
    frames_in, frames_out = sys.stdin.buffer, sys.stdout.buffer
    first = read_frame(frames_in)
    if first is None:
        return 0
    header, data = first
    try:
        store = _open(header, data)
    except (OSError, ValueError, SyntaxError) as error:
        write_frame(frames_out, {"status": 500, "error": " ".join(str(error).split())})
        return 1
    del data, first
    write_frame(frames_out, {"status": 200, "size": len(store)})
    _restrain(header)
    while (frame := read_frame(frames_in)) is not None:
        request, query = frame
        _alarm(float(request.get("seconds") or 0))
        reply, body = answer(store, request, query.decode("utf-8"))
        _alarm(0)
        write_frame(frames_out, reply, body)
    return 0


if __name__ == "__main__":
    sys.exit(main())
