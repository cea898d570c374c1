"""The main text of a web page and its machine-readable metadata (needs the extra ``html``: trafilatura and lxml).

Dates are taken from metadata that is meant to be read by machines (JSON-LD, meta elements, ``itemprop``), never guessed
from the page's text or address.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import lxml.etree  # type: ignore[import-untyped]
import lxml.html  # type: ignore[import-untyped]
import trafilatura

from khabar.errors import InputError
from khabar.model import Metadata
from khabar.read import parse_date, parse_language, parse_url

__all__ = ["read_page"]

_ARTICLE_TYPES = {"Article", "NewsArticle", "ReportageNewsArticle", "BlogPosting", "Report", "LiveBlogPosting"}
_DATE = re.compile(r"(\d{4}-\d{2}-\d{2})(?:$|[T ])", re.ASCII)
_MAX_DEPTH = 400
_MAX_ELEMENTS = 30_000
_MAX_ATTRIBUTES = 1000
_TAG = re.compile(r"""<[A-Za-z](?:[^>"']++|"[^"]*+"|'[^']*+')*+""")
_QUOTED = re.compile(r"""["][^"]*["]|['][^']*[']""")
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.issued",
)
_META = {
    "title": ("og:title", "twitter:title", "dc.title"),
    "author": ("author", "article:author", "dc.creator"),
    "outlet": ("og:site_name", "application-name"),
    "url": ("og:url",),
}


def read_page(page: str, name: str) -> tuple[str, Metadata]:
    """Return the main text of an HTML page and its metadata; scripts are never run, nothing is fetched.

    Raises ``InputError`` if the page cannot be parsed or has no main text.
    """
    if "\0" in page:
        raise InputError(f"{name}: NUL at character {page.index(chr(0))}: this is no HTML page")
    _refuse_absurd_tags(page, name)
    try:
        # an encoding declaration in a str is an error for lxml
        root = lxml.html.document_fromstring(_XML_DECLARATION.sub("", page))
        elements = sum(1 for _ in root.iter())
        if elements > _MAX_ELEMENTS:
            raise InputError(f"{name}: a page of {elements} elements is no article; save the article's text instead")
        _flatten(root)
        metadata = _page_metadata(root)
        text = trafilatura.extract(
            root, output_format="txt", include_comments=False, include_tables=False, include_links=False,
            include_formatting=False, with_metadata=False, deduplicate=False, favor_precision=False,
        )  # fmt: skip
    except (lxml.etree.LxmlError, ValueError, RecursionError) as error:
        raise InputError(f"{name}: not a readable HTML page ({type(error).__name__}); save its text instead") from None
    if not text or not text.strip():
        raise InputError(f"{name}: no main text found in the page; save the article's text in a file instead")
    return text, metadata


def _refuse_absurd_tags(page: str, name: str) -> None:
    """Refuse a tag with thousands of attributes: the time libxml2 takes grows with the square of their number."""
    for tag in _TAG.finditer(page):
        if tag.end() - tag.start() > _MAX_ATTRIBUTES:
            attributes = len(_QUOTED.sub(" ", tag.group()).split())
            if attributes > _MAX_ATTRIBUTES:
                raise InputError(f"{name}: a tag with {attributes} attributes is no article; save the text instead")


def _flatten(root: Any) -> None:
    """Cut off what is nested deeper than any real page: recursive algorithms further on would not come back."""
    level, elements = 0, [root]
    while elements:
        level += 1
        below = [child for element in elements for child in element]
        if level >= _MAX_DEPTH:
            for child in below:
                child.getparent().remove(child)
            return
        elements = below


def _page_metadata(root: Any) -> Metadata:
    meta: dict[str, str] = {}
    for element in root.iter("meta"):
        key = (element.get("property") or element.get("name") or element.get("itemprop") or "").strip().lower()
        value = _string(element.get("content"))
        if key and value:
            meta.setdefault(key, value)
    linked = next(_linked_articles(root), {})
    found = {field: next((meta[key] for key in keys if key in meta), None) for field, keys in _META.items()}
    title = _string(linked.get("headline")) or found["title"] or _string(root.findtext(".//title"))
    canonical = next(
        (link.get("href") for link in root.iter("link") if (link.get("rel") or "").lower() == "canonical"), None
    )
    published = (
        _day(linked.get("datePublished"))
        or next((day for key in _PUBLISHED if (day := _day(meta.get(key)))), None)
        or next(
            (day for item in root.xpath("//time[@itemprop='datePublished']") if (day := _day(item.get("datetime")))),
            None,
        )
    )
    language = (
        _string(linked.get("inLanguage")) or root.get("lang") or meta.get("og:locale", "").replace("_", "-") or None
    )
    author = found["author"] if found["author"] and "://" not in found["author"] else None
    return Metadata(
        title=title,
        author=_name(linked.get("author")) or author,
        outlet=_name(linked.get("publisher")) or found["outlet"],
        published=published,
        language=_valid(parse_language, language),
        url=_valid(parse_url, canonical) or _valid(parse_url, found["url"]),
    )


def _linked_articles(root: Any) -> Iterator[dict[str, Any]]:
    """The page's JSON-LD objects that describe an article."""
    for script in root.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json":
            continue
        try:
            stack = [json.loads(script.text or "")]
        except (ValueError, RecursionError):
            continue
        while stack:
            item = stack.pop()
            if isinstance(item, list):
                stack.extend(reversed(item))
            elif isinstance(item, dict):
                types = item.get("@type")
                if _ARTICLE_TYPES & {
                    kind for kind in (types if isinstance(types, list) else [types]) if isinstance(kind, str)
                }:
                    yield item
                stack.append(item.get("@graph"))


def _string(value: Any) -> str | None:
    """A metadata value as one line without invisible characters; None where nothing is left."""
    if not isinstance(value, str):
        return None
    return "".join(char for char in " ".join(value.split()) if char.isprintable()).strip() or None


def _name(value: Any) -> str | None:
    """The name of a schema.org person or organisation; of the first where there are several."""
    if isinstance(value, list):
        value = value[0] if value else None
    return _string(value.get("name") if isinstance(value, dict) else value)


def _day(value: Any) -> Any:
    match = _DATE.match(value.strip()) if isinstance(value, str) else None
    return _valid(parse_date, match.group(1)) if match else None


def _valid(parser: Any, value: str | None) -> Any:
    """The parsed value, or None where a page's metadata are malformed: what is unknown stays unknown."""
    try:
        return parser(value.strip()) if value else None
    except InputError:
        return None
