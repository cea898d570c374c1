"""A deterministic Turtle 1.1 writer that keeps the order it is given, and the N-Triples encoding of terms.

https://www.w3.org/TR/turtle/ and https://www.w3.org/TR/n-triples/ . Arabic (and every other printable character) stays
as it is; what could be taken for something else, or could hide, is escaped: quotes, backslashes, line breaks, controls
and the bidirectional controls, which would otherwise reorder the file on the screen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from khabar.rdf.terms import PREFIXES, RDF, XSD, Description, Literal, Term, check_iri
from khabar.tags import LANGUAGE_TAG

__all__ = ["encode_iri", "encode_literal", "encode_term", "to_trig", "to_turtle"]

_WIDTH = 110
_ESCAPED = re.compile(
    '[\x00-\x1f"\\\\\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]'
)
_SHORT = {"\t": "\\t", "\b": "\\b", "\n": "\\n", "\r": "\\r", "\f": "\\f", '"': '\\"', "\\": "\\\\"}
_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?")
_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,17}", re.ASCII)
"""Canonical ones only: rdflib reads a bare 007 as 7."""
_TYPE = RDF + "type"
_STRING = XSD + "string"


def _escape(match: re.Match[str]) -> str:
    char = match.group()
    if "\ud800" <= char <= "\udfff":
        raise ValueError(f"a lone surrogate at {match.start()} of {match.string!r} cannot stand in a literal")
    return _SHORT.get(char) or f"\\u{ord(char):04X}"


def encode_iri(iri: str) -> str:
    """Return an IRI as N-Triples and Turtle write it.

    Raises ``ValueError``: no escape could make it valid: it is relative or holds characters that RFC 3987 forbids.
    """
    return f"<{check_iri(iri)}>"


def encode_literal(literal: Literal) -> str:
    """Return a literal in N-Triples' form: quoted, with its language tag or its datatype unless that is xsd:string.

    Raises ``ValueError``: a lone surrogate, a malformed language tag or datatype.
    """
    value, language, datatype = literal
    if language:
        return f"{quote(value)}{_tag(language)}"
    if datatype and datatype != _STRING:
        return f"{quote(value)}^^{_datatype(datatype)}"
    return quote(value)


@lru_cache(maxsize=1000)
def _tag(language: str) -> str:
    if not LANGUAGE_TAG.fullmatch(language):
        raise ValueError(f"not a language tag: {language!r}")
    return f"@{language.lower()}"


@lru_cache(maxsize=1000)
def _datatype(iri: str) -> str:
    return encode_iri(iri)


def quote(value: str) -> str:
    """Return a string between quotation marks, escaped.

    Raises ``ValueError``: it holds a lone surrogate, which no RDF literal may.
    """
    return f'"{_ESCAPED.sub(_escape, value)}"' if _ESCAPED.search(value) else f'"{value}"'


def encode_term(term: Term) -> str:
    """Return a term as N-Triples writes it; raises what ``encode_iri`` and ``encode_literal`` raise."""
    return encode_iri(term) if isinstance(term, str) else encode_literal(term)


class _Encoder:
    """Turtle's short forms; notes which prefixes were used."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        # the longest namespace first, so that `this:` wins over `article:`
        self._namespaces = sorted(((ns, prefix) for prefix, ns in prefixes.items()), key=lambda p: (-len(p[0]), p[1]))
        self._memory: dict[str, str] = {}
        self.used: set[str] = set()

    def iri(self, iri: str) -> str:
        found = self._memory.get(iri)
        if found is None:
            found = self._memory[iri] = self._shorten(check_iri(iri))
        return found

    def _shorten(self, iri: str) -> str:
        for namespace, prefix in self._namespaces:
            if iri.startswith(namespace) and _LOCAL.fullmatch(iri, len(namespace)):
                self.used.add(prefix)
                return f"{prefix}:{iri[len(namespace) :]}"
        return f"<{iri}>"

    def term(self, term: Term) -> str:
        if isinstance(term, str):
            return self.iri(term)
        datatype = term.datatype
        if term.language or not datatype or datatype == _STRING:
            return encode_literal(term)
        if datatype == XSD + "integer" and _INTEGER.fullmatch(term.value):
            return term.value
        if datatype == XSD + "boolean" and term.value in {"true", "false"}:
            return term.value
        return f"{quote(term.value)}^^{self.iri(datatype)}"


def to_turtle(descriptions: Iterable[Description], prefixes: Mapping[str, str] | None = None) -> str:
    """Return descriptions as Turtle, in their order; one blank line between subjects.

    ``prefixes`` maps prefixes to namespaces, beside the project's own; only those used are declared, the
    project's first.
    What stands more than once for one subject and predicate must already have been made unique.

    Raises ``ValueError``: a term that no RDF syntax can hold (see ``encode_iri``, ``encode_literal``).
    """
    table = {**PREFIXES, **(prefixes or {})}
    encoder = _Encoder(table)
    return _join(encoder, table, "\n".join(_block(encoder, description) for description in descriptions))


def to_trig(descriptions: Iterable[Description], graph: str, prefixes: Mapping[str, str] | None = None) -> str:
    """Return descriptions as TriG, in their order, inside the named graph ``graph`` (empty: the default graph).

    https://www.w3.org/TR/trig/ ; raises what ``to_turtle`` raises.
    """
    if not graph:
        return to_turtle(descriptions, prefixes)
    table = {**PREFIXES, **(prefixes or {})}
    encoder = _Encoder(table)
    body = "\n".join(_block(encoder, description) for description in descriptions)
    return _join(encoder, table, f"{encoder.iri(graph)} {{\n\n{body}\n}}\n")


def _join(encoder: _Encoder, table: Mapping[str, str], body: str) -> str:
    head = "".join(f"@prefix {prefix}: {encode_iri(table[prefix])} .\n" for prefix in table if prefix in encoder.used)
    return f"{head}\n{body}" if head and body else head + body


def _block(encoder: _Encoder, description: Description) -> str:
    """One subject with all its properties, ending in a line break."""
    subject, properties = description
    lines: list[str] = []
    for predicate, objects in properties:
        verb = "a" if predicate == _TYPE else encoder.iri(predicate)
        words = [encoder.term(term) for term in objects]
        line = f"    {verb} {', '.join(words)}"
        if len(words) > 1 and len(line) > _WIDTH:
            line = f"    {verb}\n        " + ",\n        ".join(words)
        lines.append(line)
    return f"{encoder.iri(subject)}\n" + " ;\n".join(lines) + " .\n" if lines else ""
