"""What the SPARQL 1.1 Protocol needs apart from HTTP: content negotiation, and what a read-only endpoint refuses.

https://www.w3.org/TR/sparql11-protocol/ and RFC 9110, section 12.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from khabar.sparql import keywords

__all__ = ["GRAPHS", "PAGES", "RESULTS", "forbidden", "negotiate"]

RESULTS: dict[str, str] = {
    "application/sparql-results+json": "JSON",
    "application/sparql-results+xml": "XML",
    "text/csv": "CSV",
    "text/tab-separated-values": "TSV",
    "application/json": "JSON",
    "application/xml": "XML",
    "text/xml": "XML",
}
"""Media type → format of the answers to SELECT and ASK, the preferred one first."""

GRAPHS: dict[str, str] = {
    "text/turtle": "TURTLE",
    "application/n-triples": "N_TRIPLES",
    "application/ld+json": "JSON_LD",
    "application/rdf+xml": "RDF_XML",
    "application/x-turtle": "TURTLE",
    "text/plain": "N_TRIPLES",
}
"""Media type → format of the answers to CONSTRUCT and DESCRIBE, the preferred one first."""

PAGES: tuple[str, ...] = ("text/html", "text/turtle", "application/ld+json", "application/n-triples")
"""Media types of a node's page."""

_RANGE = re.compile(r"\s*([\w!#$&^.+*-]+/[\w!#$&^.+*-]+)\s*((?:;[^,]*)?)")
_QUALITY = re.compile(r';\s*q\s*=\s*"?([01](?:\.\d{0,3})?)"?', re.IGNORECASE)


def negotiate(accept: str, offers: Sequence[str]) -> str | None:
    """Return the offered media type that an ``Accept`` header likes best, the first of equals; None if it takes none.

    >>> negotiate("text/csv;q=0.5, */*;q=0.1", ["text/html", "text/csv"])
    'text/csv'
    >>> negotiate("image/png", ["text/html"]) is None
    True
    """
    ranges: list[tuple[str, float]] = []
    for part in accept.split(","):
        match = _RANGE.fullmatch(part)
        if match:
            weight = _QUALITY.search(match[2])
            ranges.append((match[1].lower(), float(weight[1]) if weight else 1.0))
    if not ranges:
        return offers[0] if not accept.strip() else None

    def quality(offer: str) -> float:
        kind = offer.split("/")[0]
        for pattern in (offer, f"{kind}/*", "*/*"):
            found = [value for name, value in ranges if name == pattern]
            if found:
                return max(found)
        return 0.0

    best = max(offers, key=quality)
    return best if quality(best) > 0 else None


_UPDATES = ("INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY")


def forbidden(query: str) -> str | None:
    """Return why a read-only endpoint refuses a query before it is run, None where it may run.

    ``SERVICE`` would reach the network from the server. Update operations are no queries at all; they get a message of
    their own instead of a syntax error. Code-point escapes are undone first, as SPARQL (section 19.2) prescribes.
    """
    for words in keywords(query):
        if "SERVICE" in words:
            return "SERVICE is refused: this endpoint does not reach other servers"
        first = next((word for word in words if word not in ("PREFIX", "BASE", "VERSION")), "")
        if first in _UPDATES or first == "WITH":
            return f"{first} is refused: this endpoint is read-only"
    return None
