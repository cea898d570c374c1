"""The pages as HTML: Jinja2 with autoescape, data as JSON in the page, and a policy that lets only our own code run."""

from __future__ import annotations

import base64
import functools
import gzip
import hashlib
import json
from collections.abc import Mapping
from importlib import resources
from typing import TYPE_CHECKING, Any

from khabar.errors import KhabarError
from khabar.report.data import page_data

if TYPE_CHECKING:
    import jinja2
    import rdflib

__all__ = ["asset", "environment", "json_for_html", "policy", "render_page", "report_html"]


@functools.cache
def asset(name: str) -> str:
    """Return a built front-end file as text.

    Raises ``KhabarError`` if the installation lacks it.
    """
    try:
        return (resources.files("khabar.report") / "assets" / name).read_text(encoding="utf-8")
    except OSError:
        raise KhabarError(f"the installation of khabar lacks its asset {name}; reinstall it") from None


@functools.cache
def environment() -> jinja2.Environment:
    """Return the templates' environment: autoescape on, an unknown name is an error.

    Raises ``KhabarError`` where Jinja2 is not installed.
    """
    try:
        import jinja2
    except ImportError:
        raise KhabarError("pages need Jinja2; install it with: pip install 'khabar[report]'") from None
    found = jinja2.Environment(
        loader=jinja2.PackageLoader("khabar.report", "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    found.filters["json_for_html"] = json_for_html
    return found


def json_for_html(value: Any) -> Any:
    """Return a value as JSON that may stand in a ``<script type="application/json">``: no ``<``, ``>`` or ``&``.

    The line separators U+2028 and U+2029 and lone surrogates, which UTF-8 cannot carry, are escaped too.
    """
    from markupsafe import Markup

    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    text = "".join(f"\\u{ord(char):04x}" if "\ud800" <= char <= "\udfff" else char for char in text)
    return Markup(text)  # noqa: S704 - escaped above


@functools.cache
def policy(scripts: tuple[str, ...], styles: tuple[str, ...], extra: str = "") -> str:
    """Return a content security policy: exactly these inline scripts and styles, and nothing from outside."""

    def sources(texts: tuple[str, ...]) -> str:
        hashes = (base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii") for text in texts)
        return " ".join(f"'sha256-{value}'" for value in hashes)

    return (
        f"default-src 'none'; script-src {sources(scripts)}; style-src {sources(styles)}; "
        f"img-src data:; base-uri 'none'; form-action 'none'{extra}"
    )


def render_page(data: Mapping[str, Any], *, language: str | None = None, title: str | None = None) -> str:
    """Return a whole page for data of ``page_data``: one file, no request of any kind.

    ``language`` is the interface's first language (``ar`` or ``en``); the reader's browser decides where it is None.
    """
    script, style = asset("report.js"), asset("report.css")
    return environment().get_template("report.html.j2").render(
        data=data,
        packed=_packed(data),
        outlines=_outlines(),
        script=_markup(script, "script"),
        style=_markup(style, "style"),
        policy=policy((script,), (style,)),
        language=language or "",
        title=title or _title(data),
    )  # fmt: skip


@functools.cache
def _outlines() -> Any:
    """The map's outlines as JSON in the page."""
    return json_for_html(json.loads(asset("outlines.json")))


_PACK_FROM = 1_000_000
"""Bytes of JSON from which a page's data are compressed."""


def _packed(data: Mapping[str, Any]) -> str:
    """Large data as base64 of gzip, without a time in it; an empty text where the JSON may stand as it is."""
    text = json.dumps(data, ensure_ascii=True, separators=(",", ":"))
    if len(text) < _PACK_FROM:
        return ""
    return base64.b64encode(gzip.compress(text.encode("ascii"), 9, mtime=0)).decode("ascii")


def report_html(
    graph: rdflib.Graph, texts: Mapping[str, str] | None = None, *, language: str | None = None, detail: bool = True
) -> str:
    """Return the page of a graph; ``texts`` are the articles' texts by SHA-256.

    Raises ``GraphError`` and ``InputError`` as ``page_data`` does.
    """
    return render_page(page_data(graph, texts, detail=detail), language=language)


@functools.cache
def _markup(text: str, element: str) -> Any:
    """Built code for a raw-text element, byte for byte (its hash stands in the policy)."""
    from markupsafe import Markup

    if f"</{element}" in text.lower():
        raise KhabarError(f"the built {element} would end its own element; build the front end again")
    return Markup(text)  # noqa: S704 - our own file


def _title(data: Mapping[str, Any]) -> str:
    articles = list(data["articles"].values())
    if len(articles) != 1:
        return f"Khabar: {len(articles)} articles, {len(data['claims'])} claims"
    article = articles[0]
    publisher = data["actors"].get(article.get("publisher", ""), {}).get("label", {})
    name = article.get("headline") or next(iter(publisher.values()), None) or article.get("publisher") or "Khabar"
    return " · ".join(filter(None, (str(name), article.get("published"))))
