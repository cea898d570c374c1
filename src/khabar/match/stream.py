"""The text as the matcher reads it: words and marks without the quotation marks, which are remembered beside it.

News quotes names in six styles, and in the middle of names ("the group ’’X‘‘"); a reader skips the marks and knows that
the words stood in them. Positions count the kept tokens; ``end`` positions are exclusive.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from khabar.language import Entry, Language, Reading
from khabar.model import Evidence, Span
from khabar.text import Document

__all__ = ["Hit", "Stream"]

_NONE: dict[str, Reading] = {}


class Hit(NamedTuple):
    """A name of the dictionary found at ``first`` .. ``last`` (exclusive), behind the particles on its first word."""

    first: int
    last: int
    kind: str
    payload: Any
    conjunction: str
    preposition: str


class Stream:
    """A document's tokens without quotation marks, with look-ups. ``len(stream)`` positions, 0-based.

    ``norm`` holds folded words, ``quote`` the number of the quotation a word stands in (0: none), ``marks`` for each
    position the lexicon's classes with one reading each, ``bounds`` the sentences as (first, last, paragraph).
    """

    def __init__(self, document: Document, language: Language) -> None:
        self.document = document
        self.language = language
        self.token: list[int] = []
        self.norm: list[str] = []
        self.kind: list[str] = []
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._texts: list[str] = []
        self.quote: list[int] = []
        self.opens: set[int] = set()
        """Positions before which a quotation opens."""
        self.bounds: list[tuple[int, int, int]] = []
        self._build()
        self.found: list[tuple[Hit, ...]] = [()] * len(self.norm)
        """For each position every name of the dictionary that starts there, the longest first."""
        self.named: set[int] = set()
        """Positions at which a name of an actor or a place starts."""
        self._phrases: dict[int, list[Hit]] = {}
        self._look_up()
        self._of_class: dict[str, list[Hit]] = {}
        for hits in self._phrases.values():
            for hit in hits:
                for mark in hit.payload.marks:
                    self._of_class.setdefault(mark, []).append(hit)
        self._within: dict[tuple[int, int], dict[int, Hit]] = {}
        self._having: dict[str, list[int]] = {}
        self._feminine: tuple[str, ...] = tuple(language.sets["unfolded"].values())
        marks, feminine = language.marks, language.feminine_marks
        self.marks: list[dict[str, Reading]] = [
            _NONE if k != "word" else feminine(n) if t.endswith(self._feminine) else marks(n)
            for n, k, t in zip(self.norm, self.kind, self._texts, strict=True)
        ]

    def __len__(self) -> int:
        return len(self.norm)

    def _build(self) -> None:
        tokens = self.document.tokens
        quotes = self.language.quotes
        marks = [i for i, token in enumerate(tokens) if token.kind == "punct" and token.text in quotes]
        marks.append(len(tokens))
        at = count = current = 0
        paragraph = -1
        for sentence in self.document.sentences:
            start = len(self.token)
            if sentence.paragraph != paragraph:
                current, paragraph = 0, sentence.paragraph
            begin = sentence.first
            while marks[at] < sentence.last:
                i = marks[at]
                at += 1
                self._keep(begin, i, current)
                begin = i + 1
                token = tokens[i]
                after = i + 1 < len(tokens) and tokens[i + 1].start == token.end and tokens[i + 1].text not in quotes
                before = i > 0 and tokens[i - 1].end == token.start
                if after and (not before or not current):
                    count += 1
                    current = count
                    self.opens.add(len(self.token))
                elif before and not (after and tokens[i - 1].text in quotes and current == 0):
                    current = 0
            self._keep(begin, sentence.last, current)
            if len(self.token) > start:
                self.bounds.append((start, len(self.token), sentence.paragraph))
        kept = map(tokens.__getitem__, self.token)
        if self.token:
            self._starts, self._ends, self._texts, self.norm, self.kind = map(list, zip(*kept, strict=True))

    def _keep(self, first: int, last: int, quotation: int) -> None:
        """Take the tokens ``first`` .. ``last`` (exclusive) over, which stand in one quotation or in none (0)."""
        self.token.extend(range(first, last))
        self.quote.extend([quotation] * (last - first))

    # ------------------------------------------------------------------ text

    def start(self, position: int) -> int:
        """Code point at which the token of ``position`` starts."""
        return self._starts[position]

    def end(self, position: int) -> int:
        """Code point just after the token of ``position``."""
        return self._ends[position]

    def evidence(self, first: int, last: int) -> Evidence:
        """The span of positions ``first`` .. ``last`` (exclusive), quotation marks inside included."""
        start, end = self._starts[first], self._ends[last - 1]
        return Evidence(Span(start, end), self.document.text[start:end])

    def written(self, position: int) -> str:
        """The token of ``position`` as it stands in the text."""
        return self._texts[position]

    def feminine(self, position: int) -> bool:
        """Whether a word is written with the feminine ending, which folding makes like a suffix."""
        return self._texts[position].endswith(self._feminine)

    def surface(self, first: int, last: int, conjunction: str = "", preposition: str = "") -> str:
        """The words as written, one space apart, without quotes and without the particles named."""
        kept = zip(self._texts[first:last], self.kind[first:last], strict=True)
        words = [self.language.bare(text) for text, kind in kept if kind != "punct"]
        if words and (conjunction or preposition):
            words[0] = self.language.without(words[0], conjunction, preposition)
        return " ".join(words)

    # ------------------------------------------------------------------ look-up

    def mark(self, position: int, name: str) -> Reading | None:
        """The reading at ``position`` that belongs to the lexicon's class ``name``."""
        return self.marks[position].get(name)

    def particle(self, position: int, limit: int) -> bool:
        """Whether a word is the particle before a verb, written like the verb of losing."""
        after = position + 1
        return self.norm[position] in self.language.sets["so_already"] and after < limit and "verb" in self.marks[after]

    def entry(self, position: int, name: str) -> Entry | None:
        """The entry at ``position`` that belongs to the class ``name``."""
        reading = self.marks[position].get(name)
        return reading.entry if reading else None

    def hits(self, position: int, limit: int) -> Sequence[Hit]:
        """Every name of the dictionary that starts at ``position`` and ends by ``limit``, the longest first."""
        found = self.found[position] if position < limit else ()
        if not found or found[0].last <= limit:
            return found
        return [h for h in found if h.last <= limit]

    def phrases_of(self, mark: str) -> Sequence[Hit]:
        """Every fixed phrase of the class ``mark`` in the text, in order; those of one position the longest first."""
        return self._of_class.get(mark, ())

    def phrase(self, position: int, limit: int) -> Hit | None:
        """The longest fixed phrase that starts at ``position`` and ends by ``limit``."""
        for hit in self._phrases.get(position, ()):
            if hit.last <= limit:
                return hit
        return None

    def phrases(self, first: int, last: int) -> list[Hit]:
        """The longest fixed phrase at each position from ``first`` that ends by ``last`` (exclusive), in order."""
        return list(self.phrases_by_position(first, last).values())

    def phrases_by_position(self, first: int, last: int) -> Mapping[int, Hit]:
        """What :meth:`phrases` gives, by the position at which each phrase begins."""
        found = self._within.get((first, last))
        if found is None:
            starts = [i for i in range(first, last) if i in self._phrases]
            found = {i: hit for i in starts if (hit := self.phrase(i, last)) is not None}
            self._within[first, last] = found
        return found

    def having(self, name: str, first: int, last: int) -> list[int]:
        """The positions from ``first`` to ``last`` (exclusive) whose word belongs to the lexicon's class ``name``."""
        every = self._having.get(name)
        if every is None:
            every = self._having[name] = [i for i, marks in enumerate(self.marks) if name in marks]
        return every[bisect_left(every, first) : bisect_left(every, last)]

    def _look_up(self) -> None:
        norm, size = self.norm, len(self.norm)
        for position, table in enumerate(map(self.language.openings, norm)):
            if not table:
                continue
            found: list[Hit] = []
            following = norm[position + 1] if position + 1 < size else ""
            for (words, kind, payload), conjunction, preposition in table.get(following) or table.get("", ()):
                length = len(words)
                last = position + length
                if length <= 2 or (last <= size and tuple(norm[position + 2 : last]) == words[2:]):
                    found.append(Hit(position, last, kind, payload, conjunction, preposition))
            if found:
                self.found[position] = tuple(found)
                phrases = [hit for hit in found if hit.kind == "phrase"]
                if phrases:
                    self._phrases[position] = phrases
                if len(phrases) < len(found):
                    self.named.add(position)

    def phrase_ending(self, position: int, mark: str, first: int) -> bool:
        """Whether a fixed phrase of the class ``mark`` ends just before ``position``."""
        return self.ending(position, mark, first) is not None

    def ending(self, position: int, mark: str, first: int) -> tuple[str, ...] | None:
        """The values of the class ``mark`` of the fixed phrase or word that ends just before ``position``."""
        for k in range(max(first, position - 4), position):
            for hit in self._phrases.get(k, ()):
                if hit.last == position and mark in hit.payload.marks:
                    values: tuple[str, ...] = hit.payload.marks[mark]
                    return values
        reading = self.marks[position - 1].get(mark) if position > first else None
        if reading is None or (reading.entry.pos == "verb" and not reading.suffix):
            return None
        return reading.entry.marks[mark]
