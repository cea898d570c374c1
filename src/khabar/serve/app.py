"""The HTTP side: routes, the SPARQL 1.1 Protocol's query operation, limits, headers. Standard library only."""

from __future__ import annotations

import contextlib
import re
import socket
import threading
from collections.abc import Callable, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import resources
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from khabar import __version__
from khabar.errors import GraphError, KhabarError, StoreError
from khabar.serve.protocol import PAGES, forbidden, negotiate
from khabar.serve.site import Site

__all__ = ["MAX_BODY", "Server", "make_server"]

MAX_BODY = 1_000_000
"""Largest request body and query, in bytes."""

_TIMEOUT = 30
_PORT = re.compile(r":[0-9]*$")
_CONNECTIONS = 512
_TEXT = "text/plain; charset=utf-8"
_HTML = "text/html; charset=utf-8"
_ASSETS = {
    "pages.css": "text/css; charset=utf-8",
    "yasgui.min.css": "text/css; charset=utf-8",
    "yasgui.min.js": "text/javascript; charset=utf-8",
    "workbench.js": "text/javascript; charset=utf-8",
}
_PAGE_POLICY = (
    "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
_WORKBENCH_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src data:; "
    "connect-src 'self'; worker-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


class _Refused(Exception):  # noqa: N818 - an answer rather than an error
    """Ends a request with a status and one line."""

    def __init__(self, status: int, message: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.headers = dict(headers or {})


class Server(ThreadingHTTPServer):
    """A server for one site; each connection has a thread, queries run in the site's pool."""

    daemon_threads = True
    request_queue_size = 512

    def __init__(self, address: tuple[str, int], site: Site, *, origins: tuple[str, ...] = ()) -> None:
        """Bind to ``address``; ``origins`` may read across origins (CORS), ``*`` is any."""
        self.address_family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
        self.site = site
        self.origins = origins
        self.hosts = _own_hosts(address[0])
        self._slots = threading.BoundedSemaphore(_CONNECTIONS)
        super().__init__(address, _Handler)

    @property
    def url(self) -> str:
        """Where the server is."""
        host, port = self.server_address[:2]
        name = host.decode() if isinstance(host, bytes) else str(host)
        return f"http://{f'[{name}]' if ':' in name else name}:{port}/"

    def process_request(self, request: Any, client_address: Any) -> None:
        """Serve a connection in a thread of its own, unless there are too many."""
        if not self._slots.acquire(timeout=_TIMEOUT):
            self.shutdown_request(request)
            return
        super().process_request(request, client_address)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """Serve a connection and free its slot."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._slots.release()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Keep quiet about clients that went away; the handler answers its own errors."""

    def server_close(self) -> None:
        """Close the socket and end the pool's processes."""
        super().server_close()
        self.site.pool.close()


def make_server(site: Site, host: str = "127.0.0.1", port: int = 0, *, origins: tuple[str, ...] = ()) -> Server:
    """Return a bound server; port 0 takes any free one. Raises ``StoreError`` if the address cannot be had."""
    try:
        return Server((host, port), site, origins=origins)
    except (OSError, OverflowError) as error:
        site.pool.close()
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        raise StoreError(f"cannot listen on {host} port {port}: {reason}; choose others (--host, --port)") from None


def _own_hosts(host: str) -> frozenset[str] | None:
    """Names under which a browser may ask: all, where the user opened the server to the network.

    On loopback a foreign name in the Host header means DNS rebinding: a web page that reads local services.
    """
    if host in {"127.0.0.1", "::1", "localhost"}:
        return frozenset({"127.0.0.1", "[::1]", "localhost"})
    return None


class _Handler(BaseHTTPRequestHandler):
    """One connection."""

    server: Server
    protocol_version = "HTTP/1.1"
    server_version = f"khabar/{__version__}"
    sys_version = ""
    timeout = _TIMEOUT

    def log_message(self, format: str, *args: Any) -> None:
        """Log nothing: queries may hold what a user does not want written down."""

    # --------------------------------------------------------------------------------- methods

    def do_GET(self) -> None:
        """Answer GET."""
        self._serve("GET")

    def do_HEAD(self) -> None:
        """Answer HEAD: as GET, without the body."""
        self._serve("HEAD")

    def do_POST(self) -> None:
        """Answer POST."""
        self._serve("POST")

    def do_OPTIONS(self) -> None:
        """Answer OPTIONS, for CORS."""
        self._serve("OPTIONS")

    def __getattr__(self, name: str) -> Any:
        if name.startswith("do_"):
            return lambda: self._serve(name[3:])
        raise AttributeError(name)

    def _serve(self, method: str) -> None:
        self._body_read = False
        try:
            with contextlib.suppress(ConnectionError, TimeoutError):
                try:
                    self._route(method)
                except _Refused as refused:
                    self._send(refused.status, _TEXT, f"{refused}\n", refused.headers)
                except StoreError as error:
                    self._send(503, _TEXT, f"{error}\n")
                except GraphError as error:
                    self._send(400, _TEXT, f"{error}\n")
                except KhabarError as error:
                    self._send(500, _TEXT, f"{error}\n")
        except Exception as error:
            self.close_connection = True
            with contextlib.suppress(Exception):
                self._send(500, _TEXT, f"a defect of khabar: {type(error).__name__}\n")

    def _route(self, method: str) -> None:
        hosts = self.server.hosts
        host = _PORT.sub("", self.headers.get("Host", "localhost").strip().lower())
        if hosts is not None and host not in hosts:
            raise _Refused(421, "this server answers to localhost only")
        if len(self.headers.get_all("Host") or ()) > 1:
            raise _Refused(400, "more than one Host")
        path = urlsplit(self.path).path
        if path == "/sparql":
            self._sparql(method)
            return
        if method == "OPTIONS":
            self._send(204, "", "", {"Allow": "GET, HEAD, OPTIONS"})
            return
        if method not in ("GET", "HEAD"):
            raise _Refused(405, f"{method} is refused: this server is read-only", {"Allow": "GET, HEAD, OPTIONS"})
        pages: dict[str, Callable[[], None]] = {
            "/": self._home, "/workbench": self._workbench, "/board": self._board, "/node": self._node,
        }  # fmt: skip
        if path in pages:
            pages[path]()
        elif path.startswith("/assets/") and path[8:] in _ASSETS:
            name = path[8:]
            body = (resources.files("khabar.report") / "assets" / name).read_bytes()
            self._send(200, _ASSETS[name], body, {"Cache-Control": "max-age=3600"})
        elif path.startswith("/id/"):
            self._show_node(self.server.site.base + unquote(path[4:]))
        else:
            raise _Refused(404, "nothing here; see /")

    # --------------------------------------------------------------------------------- pages

    def _parameters(self) -> dict[str, list[str]]:
        return _parse_form(urlsplit(self.path).query)

    def _home(self) -> None:
        self._send(200, _HTML, self.server.site.home(), {"Content-Security-Policy": _PAGE_POLICY})

    def _workbench(self) -> None:
        self._send(200, _HTML, self.server.site.workbench(), {"Content-Security-Policy": _WORKBENCH_POLICY})

    def _board(self) -> None:
        article = self._parameters().get("article")
        page = self.server.site.board(article[0] if article else None)
        if page is None:
            raise _Refused(404, "there is no such article; see /")
        self._send(200, _HTML, page, {"Content-Security-Policy": "frame-ancestors 'none'"})

    def _node(self) -> None:
        iris = self._parameters().get("iri", [])
        if len(iris) != 1:
            raise _Refused(400, "give one node: /node?iri=…")
        self._show_node(iris[0])

    def _show_node(self, iri: str) -> None:
        kind = negotiate(self.headers.get("Accept") or "*/*", PAGES)
        asked = self._parameters().get("format")
        if asked:
            kind = {"html": PAGES[0], "turtle": PAGES[1], "json-ld": PAGES[2], "nt": PAGES[3]}.get(asked[0])
        if kind is None:
            raise _Refused(406, f"a node can be had as {', '.join(PAGES)}")
        page = self.server.site.node(iri)
        if page is None:
            raise _Refused(404, "no node of the graph or the ontology has this IRI")
        headers = {"Vary": "Accept"}
        if kind == "text/html":
            body = self.server.site.node_html(page)
            self._send(200, _HTML, body, {**headers, "Content-Security-Policy": _PAGE_POLICY})
        else:
            text = {"text/turtle": page.turtle, "application/ld+json": page.json_ld}.get(kind, page.n_triples)()
            self._send(200, kind if "json" in kind else f"{kind}; charset=utf-8", text, headers)

    # --------------------------------------------------------------------------------- SPARQL

    def _sparql(self, method: str) -> None:
        allowed = "GET, HEAD, POST, OPTIONS"
        if method == "OPTIONS":
            cors = self._cors()
            if cors:
                cors["Access-Control-Allow-Methods"] = allowed
                cors["Access-Control-Allow-Headers"] = "Accept, Content-Type"
            self._send(204, "", "", {"Allow": allowed, **cors})
            return
        if method not in ("GET", "HEAD", "POST"):
            raise _Refused(405, f"{method} is refused: this endpoint answers queries only", {"Allow": allowed})
        parameters = self._parameters()
        accept = ", ".join(self.headers.get_all("Accept") or ()) or "*/*"
        if method == "POST":
            parameters = self._posted(parameters)
        elif "query" not in parameters and "update" not in parameters:
            if negotiate(accept, ("text/turtle", "text/html")) == "text/html":
                self._workbench()
            else:
                service = self.server.site.describe_service(f"{self.server.url}sparql")
                self._send(200, "text/turtle; charset=utf-8", service, self._cors())
            return
        if "update" in parameters:
            raise _Refused(403, "updates are refused: this endpoint is read-only", self._cors())
        queries = parameters.get("query", [])
        if len(queries) != 1:
            raise _Refused(400, "give exactly one query", self._cors())
        if len(queries[0]) > MAX_BODY:
            raise _Refused(413, f"the query has more than {MAX_BODY} characters", self._cors())
        why = forbidden(queries[0])
        if why:
            raise _Refused(403 if "read-only" in why else 400, why, self._cors())
        graphs = {}
        for name in ("default", "named"):
            graphs[name] = parameters.get(f"{name}-graph-uri", [])
        answer = self.server.site.pool.ask(queries[0], accept, default=graphs["default"], named=graphs["named"])
        headers = {"Vary": "Accept, Origin", **self._cors()}
        if answer.status == 503:
            headers["Retry-After"] = "5"
        self._send(answer.status, answer.media_type, answer.body, headers)

    def _posted(self, parameters: dict[str, list[str]]) -> dict[str, list[str]]:
        """The parameters of a POST: a form, or a query as the body."""
        body = self._body()
        kind, _, rest = self.headers.get("Content-Type", "").partition(";")
        kind = kind.strip().lower()
        charset = rest.lower().partition("charset=")[2].strip(' "') or "utf-8"
        if charset not in ("utf-8", "us-ascii"):
            raise _Refused(415, "queries must be UTF-8")
        try:
            text = body.decode("utf-8")
        except UnicodeDecodeError:
            raise _Refused(400, "the request is not UTF-8") from None
        if kind == "application/x-www-form-urlencoded":
            form = _parse_form(text)
            return {**form, **{name: form.get(name, []) + values for name, values in parameters.items()}}
        if kind == "application/sparql-query":
            return {**parameters, "query": [*parameters.get("query", []), text]}
        if kind == "application/sparql-update":
            return {"update": [text]}
        raise _Refused(415, "send application/sparql-query or application/x-www-form-urlencoded", self._cors())

    def _body(self) -> bytes:
        if self.headers.get("Transfer-Encoding"):
            self.close_connection = True
            raise _Refused(411, "say how long the request is (Content-Length)")
        length = self.headers.get("Content-Length", "")
        if not length.isascii() or not length.isdigit():
            self.close_connection = True
            raise _Refused(411, "say how long the request is (Content-Length)")
        if int(length) > MAX_BODY:
            self.close_connection = True
            raise _Refused(413, f"the request has more than {MAX_BODY} bytes")
        self._body_read = True
        return self.rfile.read(int(length))

    def _cors(self) -> dict[str, str]:
        origin = self.headers.get("Origin")
        if not origin or not ("*" in self.server.origins or origin in self.server.origins):
            return {}
        return {"Access-Control-Allow-Origin": "*" if "*" in self.server.origins else origin}

    # --------------------------------------------------------------------------------- answers

    def _send(self, status: int, kind: str, body: str | bytes, headers: Mapping[str, str] | None = None) -> None:
        data = body.encode("utf-8", "backslashreplace") if isinstance(body, str) else body
        if self.headers.get("Content-Length", "0") != "0" and not self._body_read:
            self.close_connection = True  # an unread body would be taken for the next request
        self.send_response(status)
        if kind:
            self.send_header("Content-Type", kind)
        if status != 204:
            self.send_header("Content-Length", str(len(data)))
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "no-referrer")
        self.send_header("Cross-Origin-Resource-Policy", "cross-origin" if self.server.origins else "same-origin")
        for name, value in {"Cache-Control": "no-store", **(headers or {})}.items():
            self.send_header(name, value)
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD" and status != 204:
            self.wfile.write(data)


def _parse_form(text: str) -> dict[str, list[str]]:
    """Read ``application/x-www-form-urlencoded``; raises ``_Refused`` where it is broken."""
    try:
        return parse_qs(text, keep_blank_values=True, max_num_fields=100, errors="strict")
    except (ValueError, UnicodeDecodeError):
        raise _Refused(400, "the parameters cannot be read: they must be percent-encoded UTF-8") from None
