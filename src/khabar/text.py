"""Tokens and sentences over the untouched text, with folded forms for look-up.

Normalisation never rewrites the text: each token keeps its offsets (code points, end exclusive) into the original and,
beside its surface, a folded form. Folding is the language's data (``text.toml``); this module knows no language.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

__all__ = ["CONTROLS", "Document", "Folding", "Sentence", "Token", "tokenize"]

CONTROLS = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
"""Zero-width, bidi and other invisible characters, as a regular expression's character ranges."""

_MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08d3-\u08ff"
_TAGS = "#\uff03_"
"""What ties the words of a hashtag together; a reader reads the words."""
_TOKEN = re.compile(
    rf"([A-Za-z]+\d+[A-Za-z\d]*|[^\W\d_]+(?:[{_MARKS}{CONTROLS}]+[^\W\d_]+)*[{_MARKS}]*)|(\d+(?:[.,\u066b\u066c]\d+)*)|[{CONTROLS}{_MARKS}{_TAGS}]+|(\S)"
)
_MARKS_OF_NUMBERS = {"\u066b": ".", "\u066c": ","}
_INVISIBLE = "".join(
    chr(c) for low, high in re.findall("(.)(?:-(.))?", CONTROLS) for c in range(ord(low), ord(high or low) + 1)
)
_NEEDS_NFKC = re.compile("[\uf900-\ufaff\ufb00-\ufdff\ufe70-\ufeff\uff00-\uffef]")
_PARAGRAPH = re.compile("[\n\r\u2028\u2029]")

Kind = Literal["word", "number", "punct"]


class Token(NamedTuple):
    """One word, number or punctuation mark: ``document.text[start:end] == text``; ``norm`` is the folded form."""

    start: int
    end: int
    text: str
    norm: str
    kind: Kind


class Sentence(NamedTuple):
    """Tokens ``first`` (inclusive) to ``last`` (exclusive) of the document; ``paragraph`` counts from 0."""

    first: int
    last: int
    paragraph: int


class Document(NamedTuple):
    """A text with its tokens and sentences."""

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]


class Folding:
    """Folds a surface form for look-up: NFKC, case, and the language's own table; results are remembered.

    ``table`` maps single characters to replacements (possibly empty).
    """

    _LIMIT = 20_000

    def __init__(self, table: Mapping[str, str]) -> None:
        whole = {**dict.fromkeys(_INVISIBLE, ""), **table}
        self._table = str.maketrans(whole)
        # where no replacement is itself replaced, one character after the other gives the same, and sooner
        flat = not any(char in whole and char != old for old, new in whole.items() for char in new)
        self._steps = [(old, new) for old, new in whole.items() if new] if flat else None
        self._drops = re.compile(f"[{re.escape(''.join(old for old, new in whole.items() if not new))}]+")
        self._memory: dict[str, str] = {}

    def __call__(self, surface: str) -> str:
        """Return the folded form of one token's surface."""
        found = self._memory.get(surface)
        if found is None:
            text = unicodedata.normalize("NFKC", surface) if _NEEDS_NFKC.search(surface) else surface
            found = text.translate(self._table).casefold() or surface
            if len(self._memory) >= self._LIMIT:
                self._memory.clear()
            self._memory[surface] = found
        return found

    def each(self, surfaces: Sequence[str]) -> list[str]:
        """Return the folded forms of many surfaces in one pass over them, without remembering them.

        A space inside a surface stays, so that a name of several words folds as its words do, unless a word of it is
        made of dropped characters only.
        """
        text = "\n".join(surfaces)
        if not _NEEDS_NFKC.search(text):
            folded = self._replace(text).casefold().split("\n")
            if len(folded) == len(surfaces):
                return [fold or surface for fold, surface in zip(folded, surfaces, strict=True)]
        return [self(surface) for surface in surfaces]

    def _replace(self, text: str) -> str:
        if self._steps is None:
            return text.translate(self._table)
        for old, new in self._steps:
            text = text.replace(old, new)
        return self._drops.sub("", text)


def tokenize(
    text: str, fold: Folding, enders: frozenset[str], closers: frozenset[str], short: frozenset[str]
) -> Document:
    """Cut ``text`` into tokens and sentences.

    ``enders`` are the marks that end a sentence, ``closers`` those that may still follow an ender (quotes, brackets),
    ``short`` folded abbreviations after which a full stop ends nothing. A line break ends a sentence and a paragraph.
    """
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    breaks = [m.start() for m in _PARAGRAPH.finditer(text)]
    breaks.append(len(text) + 1)
    next_break = 0
    paragraph = 0
    first = 0
    ended = False
    for match in _TOKEN.finditer(text):
        group = match.lastindex
        if group is None:
            continue
        start, end = match.span()
        if start > breaks[next_break]:
            while start > breaks[next_break]:
                next_break += 1
            if len(tokens) > first:
                sentences.append(Sentence(first, len(tokens), paragraph))
                first = len(tokens)
                paragraph += 1
            ended = False
        surface = match.group()
        if group == 3:
            if ended and surface not in enders and not (surface in closers and start == tokens[-1].end):
                sentences.append(Sentence(first, len(tokens), paragraph))
                first = len(tokens)
                ended = False
            if surface in enders and not (tokens and len(tokens) > first and tokens[-1].norm in short):
                ended = True
            tokens.append(Token(start, end, surface, surface, "punct"))
            continue
        if ended:
            sentences.append(Sentence(first, len(tokens), paragraph))
            first = len(tokens)
            ended = False
        if group == 1:
            tokens.append(Token(start, end, surface, fold(surface), "word"))
        else:
            tokens.append(Token(start, end, surface, _digits(surface), "number"))
    if len(tokens) > first:
        sentences.append(Sentence(first, len(tokens), paragraph))
    return Document(text, tuple(tokens), tuple(sentences))


def _digits(surface: str) -> str:
    """Write any script's digits as ASCII, the Arabic decimal and thousands separators as ``.`` and ``,``."""
    if surface.isascii():
        return surface
    return "".join(c if c in ".," else _MARKS_OF_NUMBERS.get(c) or str(unicodedata.digit(c)) for c in surface)
