"""What each paragraph is: headline, byline, body or boilerplate; and what a byline or dateline says."""

from __future__ import annotations

from typing import NamedTuple

from khabar.language import Language
from khabar.match.stream import Stream

__all__ = ["Layout", "lay_out"]

_HEADLINE_WORDS = 26
_BYLINE_WORDS = 16


class Layout(NamedTuple):
    """Roles by sentence (same order as ``stream.bounds``) and the byline's names as (first, last) positions."""

    roles: tuple[str, ...]
    """``headline``, ``byline``, ``body`` or ``boilerplate``."""
    starts: tuple[int, ...]
    """Where each sentence's report begins: after an inline dateline."""
    outlet: tuple[int, int] | None
    author: tuple[int, int] | None
    place: tuple[int, int] | None


def lay_out(stream: Stream, language: Language, outlet: str | None) -> Layout:
    """Tell the paragraphs apart. ``outlet`` is the publisher's name where it is known beforehand."""
    reader = _Reader(stream, language, outlet)
    paragraphs: dict[int, list[int]] = {}
    for k, (_, _, paragraph) in enumerate(stream.bounds):
        paragraphs.setdefault(paragraph, []).append(k)
    roles = ["body"] * len(stream.bounds)
    starts = [b[0] for b in stream.bounds]
    seen_body = False
    order = list(paragraphs)
    for at, paragraph in enumerate(order):
        sentences = paragraphs[paragraph]
        first, last = stream.bounds[sentences[0]][0], stream.bounds[sentences[-1]][1]
        role = "body"
        if reader.boilerplate(first, last, tail=at >= len(order) - 2, seen_body=seen_body):
            role = "boilerplate"
        elif not seen_body and at < 4 and reader.byline(first, last):
            role = "byline"
            reader.parse(first, last)
        elif not seen_body and at == 0 and len(order) > 1 and reader.headline(first, last):
            role = "headline"
        else:
            if not seen_body:
                starts[sentences[0]] = reader.dateline(first, stream.bounds[sentences[0]][1])
            seen_body = True
        for k in sentences:
            roles[k] = role
    return Layout(tuple(roles), tuple(starts), reader.outlet, reader.author, reader.place)


class _Reader:
    def __init__(self, stream: Stream, language: Language, outlet: str | None) -> None:
        self.stream = stream
        self.language = language
        self.sets = language.sets
        self.known = language.split(outlet) if outlet else ()
        self.outlet: tuple[int, int] | None = None
        self.author: tuple[int, int] | None = None
        self.place: tuple[int, int] | None = None

    def _words(self, first: int, last: int) -> int:
        return sum(1 for i in range(first, last) if self.stream.kind[i] == "word")

    def _separator(self, i: int) -> bool:
        return self.stream.kind[i] == "punct" and self.stream.norm[i] in self.sets["separators"]

    def _says(self, first: int, last: int) -> bool:
        """Whether the words report something: a verb, an outcome, an event."""
        return any(
            "speech" in m and m["speech"].entry.pos == "verb" or "outcome" in m or "event" in m or "light" in m and m["light"].entry.pos == "verb"
            for m in self.stream.marks[first:last]
        )

    def boilerplate(self, first: int, last: int, *, tail: bool, seen_body: bool) -> bool:
        hit = next((h for h in self.stream.hits(first, last) if h.kind == "phrase"), None)
        if hit is not None and "boilerplate" in hit.payload.marks:
            return True
        words = self._words(first, last)
        if self.stream.kind[first] == "punct" and first + 1 < last and words <= 12:
            hit = next((h for h in self.stream.hits(first + 1, last) if h.kind == "phrase"), None)
            if hit is not None and "boilerplate" in hit.payload.marks:
                return True
        return tail and seen_body and words <= 4 and not self._says(first, last)

    def byline(self, first: int, last: int) -> bool:
        words = self._words(first, last)
        if words > _BYLINE_WORDS or self._says(first, last):
            return False
        if words == 0:
            return True
        if any(self._separator(i) for i in range(first, last)):
            return True
        return words <= 3 and (self._is_outlet(first, last) or self._is_person(first, last))

    def headline(self, first: int, last: int) -> bool:
        return self._words(first, last) <= _HEADLINE_WORDS and self.stream.norm[last - 1] not in self.sets["full_stops"]

    def parse(self, first: int, last: int) -> None:
        """Sort the byline's segments into outlet, author and place."""
        unknown: list[tuple[int, int]] = []
        for begin, end in self._segments(first, last):
            if self._ignored(begin, end) or all(self.stream.kind[i] != "word" for i in range(begin, end)):
                continue
            if self._is_outlet(begin, end):
                self.outlet = self.outlet or (begin, end)
            elif any(h.kind == "place" and h.last == end for h in self.stream.hits(begin, end)):
                self.place = self.place or (begin, end)
            elif self._is_person(begin, end):
                begin = next((k for k in range(begin, end) if self.stream.norm[k] not in self.sets["byline_ignored"]), begin)
                self.author = self.author or (begin, end)
            else:
                unknown.append((begin, end))
        if self.outlet is None and unknown and not self.known:
            self.outlet = unknown[-1]
        elif self.author is None and unknown and self.outlet is not None and 2 <= unknown[0][1] - unknown[0][0] <= 4:
            self.author = unknown[0]

    def dateline(self, first: int, last: int) -> int:
        """Where the report starts in "CITY (agency) – …"; ``first`` where there is no dateline."""
        for i in range(first + 1, min(first + 12, last)):
            if self.stream.norm[i] in self.sets["dashes"] or self.stream.norm[i] == ":":
                if self._says(first, i) or self._words(first, i) > 8:
                    return first
                segments = list(self._segments(first, i))
                known = [s for s in segments if self._is_outlet(*s) or any(h.kind == "place" and h.last == s[1] for h in self.stream.hits(s[0], s[1]))]
                if not known:
                    return first
                self.parse(first, i)
                rest = self.dateline(i + 1, last) if i + 1 < last else i + 1
                return max(rest, i + 1)
        return first

    def _segments(self, first: int, last: int) -> list[tuple[int, int]]:
        found = []
        begin = first
        for i in range(first, last + 1):
            if i == last or self._separator(i):
                if i > begin:
                    found.append((begin, i))
                begin = i + 1
        return found

    def _ignored(self, first: int, last: int) -> bool:
        return all(self.stream.norm[i] in self.sets["byline_ignored"] or self.stream.kind[i] != "word" for i in range(first, last))

    def _is_outlet(self, first: int, last: int) -> bool:
        norm = self.stream.norm
        if self.known and tuple(norm[first:last]) == self.known:
            return True
        if any(h.kind in ("actor", "ambiguous") and h.last == last and h.payload.kind == "MediaOutlet" for h in self.stream.hits(first, last)):
            return True
        return any(norm[i] in self.sets["outlet_words"] for i in range(first, last))

    def _is_person(self, first: int, last: int) -> bool:
        norm = self.stream.norm
        begin = next((k for k in range(first, last) if norm[k] not in self.sets["byline_ignored"]), last)
        return 2 <= last - begin <= 4 and norm[begin] in self.language.given_names
