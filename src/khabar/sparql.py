"""The words of a SPARQL query, so far as Khabar must know them before a store reads it."""

from __future__ import annotations

import re

__all__ = ["keywords", "names_its_graphs"]

_TOKENS = re.compile(
    r"""
      (?P<skip>
        \#[^\r\n]*                                              # comment
      | <[^<>"{}|^`\\\x00-\x20]*>                               # IRI
      | \"\"\"(?:\"{0,2}(?:[^\"\\]|\\.))*\"\"\"                 # long strings
      | '''(?:'{0,2}(?:[^'\\]|\\.))*'''
      | "(?:[^"\\\r\n]|\\.)*" | '(?:[^'\\\r\n]|\\.)*'           # short strings
      | [?$]\w+                                                 # variable
      | @[A-Za-z]+(?:-[A-Za-z0-9]+)*                            # language tag
      | _:[\w.·-]+                                              # blank node
      | (?:[^\W\d_][\w.·-]*)?:(?:[\w.:·-]|%[0-9A-Fa-f]{2}|\\.)* # prefixed name
      )
    | (?P<word>\w+)
    | .
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


def names_its_graphs(query: str) -> bool:
    """Whether a query says by FROM which graphs it asks."""
    return any("FROM" in words for words in keywords(query))


def keywords(query: str) -> list[list[str]]:
    """The keywords of a query in capitals: as it stands, and with its code-point escapes undone."""
    texts = {query}
    if "\\" in query:
        texts.add(_ESCAPE.sub(_unescape, query))
    return [[match["word"].upper() for match in _TOKENS.finditer(text) if match["word"]] for text in texts]


def _unescape(match: re.Match[str]) -> str:
    code = int(match[1] or match[2], 16)
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else match[0]
