"""What each paragraph is: headline, byline, body or boilerplate; and what a byline or dateline says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from khabar.language import Language
from khabar.match.stream import Stream

__all__ = ["Layout", "lay_out"]

_CROSSHEAD_WORDS = 9
_HEADLINE_WORDS = 26
_CREDIT_WORDS = 25
_BYLINE_WORDS = 16


class Layout(NamedTuple):
    """Roles by sentence (same order as ``stream.bounds``) and the byline's names as (first, last) positions."""

    roles: tuple[str, ...]
    """``headline``, ``byline``, ``body`` or ``boilerplate``."""
    starts: tuple[int, ...]
    """Where each sentence's report begins: after an inline dateline, a bullet, "breaking" or a time of day."""
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
    spans = [(stream.bounds[ks[0]][0], stream.bounds[ks[-1]][1]) for ks in paragraphs.values()]
    starts = [b[0] for b in stream.bounds]
    seen_body = False
    order = list(paragraphs)
    for at, paragraph in enumerate(order):
        sentences = paragraphs[paragraph]
        first, last = stream.bounds[sentences[0]][0], stream.bounds[sentences[-1]][1]
        role = "body"
        if (seen_body and at >= len(order) - 3 and reader.credits(first, last)) or reader.boilerplate(
            first, last, tail=at >= len(order) - 2, seen_body=seen_body
        ):
            role = "boilerplate"
        elif not seen_body and at < 4 and reader.byline(first, last, at=at):
            role = "byline"
            reader.parse(first, last)
        elif (not seen_body and at == 0 and len(order) > 1 and reader.headline(first, last)) or (
            seen_body and reader.crosshead(spans, at)
        ):
            role = "headline"
        else:
            following = paragraphs[order[at + 1]][0] if at + 1 < len(order) else None
            if not seen_body and not reader.item(
                first, stream.bounds[following][0] if following is not None else first
            ):
                starts[sentences[0]] = reader.dateline(first, stream.bounds[sentences[0]][1])
            seen_body = True
        for k in sentences:
            roles[k] = role
        if role in ("headline", "body"):
            k = sentences[0]
            starts[k] = reader.opening(starts[k], stream.bounds[k][1])
    return Layout(tuple(roles), tuple(starts), reader.outlet, reader.author, reader.place)


_ITEM_HEAD = 6
"""Words, with the colon, that an item of a list by places opens with."""


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
        return self.stream.kind[first:last].count("word")

    def _separator(self, i: int) -> bool:
        return self.stream.kind[i] == "punct" and self.stream.norm[i] in self.sets["separators"]

    def _says(self, first: int, last: int) -> bool:
        """Whether the words report something: a verb, an outcome, an event."""
        return any(
            ("speech" in m and m["speech"].entry.pos == "verb")
            or "outcome" in m
            or "event" in m
            or ("light" in m and m["light"].entry.pos == "verb")
            for k, m in enumerate(self.stream.marks[first:last], first)
            if self.stream.norm[k] not in self.sets["calendar_words"]
        )

    def boilerplate(self, first: int, last: int, *, tail: bool, seen_body: bool) -> bool:
        hit = next((h for h in self.stream.hits(first, last) if h.kind == "phrase"), None)
        if hit is not None and "boilerplate" in hit.payload.marks:
            return True
        words = self._words(first, last)
        if self.stream.kind[first] == "punct" and first + 1 < last and words <= _CREDIT_WORDS:
            hit = next((h for h in self.stream.hits(first + 1, last) if h.kind == "phrase"), None)
            if hit is not None and "boilerplate" in hit.payload.marks:
                return True
        counted = self.stream.norm[first] in self.sets["bullets"] and any(
            "victim" in m or "object" in m for m in self.stream.marks[first:last]
        )
        return tail and seen_body and words <= 4 and not counted and not self._says(first, last)

    def credits(self, first: int, last: int) -> bool:
        """Whether a closing line says who made the piece ("source: X + agencies", "(prepared by X)"); notes
        the outlet it names.
        """
        norm, sets = self.stream.norm, self.sets
        begin = next((k for k in range(first, last) if self.stream.kind[k] == "word"), last)
        if begin == last or self._words(first, last) > 10:
            return False
        if norm[begin] in sets["source_labels"] and begin + 1 < last and norm[begin + 1] == ":":
            for a, b in self._segments(begin + 2, last):
                b = next(
                    (k for k in range(a, b) if self.stream.kind[k] != "word" or norm[k] in sets["byline_ignored"]), b
                )
                if self.outlet is None and b > a and not self._ignored(a, b) and self._words(a, b) <= 4:
                    self.outlet = (a, b)
            return True
        return norm[begin] in sets["credit_words"] and (begin > first or self._words(first, last) <= 4)

    def byline(self, first: int, last: int, *, at: int = 1) -> bool:
        words = self._words(first, last)
        begin = next((k for k in range(first, last) if self.stream.kind[k] == "word"), last)
        if words > _BYLINE_WORDS or (
            self._says(first, last)
            and not (begin < last and self.stream.norm[begin] in self.sets["wrote"] and words <= 6)
        ):
            return False
        if words == 0:
            return True
        if begin > first and self.stream.norm[first] in self.sets["bullets"]:
            return False
        if (
            at
            and words <= 5
            and (self.stream.norm[begin] in self.sets["by_author"] or self.stream.norm[begin] in self.sets["wrote"])
        ):
            return True
        if at and words <= 4 and self._names_person(begin, last):
            return True
        if any(self._separator(i) for i in range(first, last)):
            return True
        return words <= 3 and (self._is_outlet(first, last) or self._is_person(first, last))

    def headline(self, first: int, last: int) -> bool:
        """Whether the first line is a title: short, and no sentence unless a question."""
        end = self.stream.norm[last - 1]
        closed = end in self.sets["full_stops"] and end not in self.sets["questions"]
        return self._words(first, last) <= _HEADLINE_WORDS and not closed

    def crosshead(self, spans: Sequence[tuple[int, int]], at: int) -> bool:
        """Whether a short line between whole paragraphs is the heading of those that follow."""
        first, last = spans[at]
        if at + 1 >= len(spans) or self._words(first, last) > _CROSSHEAD_WORDS or self._closed(last):
            return False
        if self.stream.norm[last - 1] == ":" or self.stream.norm[first] in self.sets["bullets"]:
            return False
        others = [span for k, span in enumerate(spans[1:], 1) if k != at]
        whole = [span for span in others if self._closed(span[1])]
        return (
            spans[at + 1] in whole and self._words(*spans[at + 1]) > _CROSSHEAD_WORDS and 2 * len(whole) > len(others)
        )

    def _closed(self, last: int) -> bool:
        """Whether a mark that ends sentences, or a quotation mark, stands at the end."""
        return self.stream.kind[last - 1] == "punct"

    def _names_person(self, first: int, last: int) -> bool:
        """Whether the line is nothing but a person's name: a given name and one to three words that say
        nothing else.
        """
        stream = self.stream
        return (
            2 <= last - first <= 4
            and all(stream.kind[k] == "word" for k in range(first, last))
            and stream.norm[first] in self.language.given_names
            and not any(
                m in stream.marks[k] for k in range(first, last) for m in ("verb", "masdar", "event", "outcome")
            )
        )

    def _dated(self, first: int, last: int) -> bool:
        """Whether a segment of a byline is a date or a time: numbers, weekdays, months."""
        stream = self.stream
        return (
            any(stream.kind[k] == "number" for k in range(first, last))
            and not any(stream.norm[k] in self.sets["outlet_words"] for k in range(first, last))
            and (
                last - first > 2
                or all(
                    stream.kind[k] == "number" or stream.norm[k] in self.sets["calendar_words"]
                    for k in range(first, last)
                )
            )
        ) or all(
            stream.kind[k] == "number" or stream.norm[k] in self.sets["calendar_words"] for k in range(first, last)
        )

    def parse(self, first: int, last: int) -> None:
        """Sort the byline's segments into outlet, author and place."""
        unknown: list[tuple[int, int]] = []
        for begin, end in self._segments(first, last):
            begin = next(
                (
                    k
                    for k in range(begin, end)
                    if self.stream.norm[k] not in self.sets["by_author"]
                    and self.stream.norm[k] not in self.sets["wrote"]
                ),
                end,
            )
            if (
                begin == end
                or self._ignored(begin, end)
                or all(self.stream.kind[i] != "word" for i in range(begin, end))
                or self._dated(begin, end)
            ):
                continue
            if self._is_outlet(begin, end):
                self.outlet = self.outlet or (begin, end)
            elif any(h.kind == "place" and h.last == end for h in self.stream.hits(begin, end)):
                if self.place is None:
                    self.place = (begin, end)
                elif any(
                    h.kind == "place" and h.last == end and h.payload.kind == "country"
                    for h in self.stream.hits(begin, end)
                ):
                    continue
                elif begin - 1 == self.place[1] and self.stream.norm[begin - 1] in self.sets["slashes"]:
                    continue  # "KYIV/MOSCOW -"
                elif (
                    self.outlet is None
                    and self.stream.norm[begin:end] != self.stream.norm[self.place[0] : self.place[1]]
                ):
                    unknown.append((begin, end))
            elif self._is_person(begin, end):
                begin = next(
                    (k for k in range(begin, end) if self.stream.norm[k] not in self.sets["byline_ignored"]), begin
                )
                self.author = self.author or (begin, end)
            elif end + 1 < last and self.stream.norm[end] in self.sets["brackets"] and self._country(end + 1):
                self.place = self.place or (begin, end)
            else:
                unknown.append((begin, end))
        unknown = [u for u in unknown if not any(self.stream.norm[k] in self.sets["section_words"] for k in range(*u))]
        if self.outlet is None and unknown and not self.known and self._outlet_like(*unknown[-1]):
            self.outlet = unknown[-1]
            unknown.pop()
        if self.author is None and unknown and self.outlet is None and len(unknown) == 1 and not self.place:
            return
        if self.author is None and unknown and self.outlet is not None and 2 <= unknown[0][1] - unknown[0][0] <= 4:
            self.author = unknown[0]

    def _country(self, i: int) -> bool:
        """Whether a country is named at ``i``."""
        return any(h.kind == "place" and h.payload.kind == "country" for h in self.stream.hits(i, len(self.stream)))

    def _outlet_like(self, first: int, last: int) -> bool:
        """Whether an unknown segment can be a publisher's name: up to four words, no sentence."""
        stream = self.stream
        words = [k for k in range(first, last) if stream.kind[k] == "word"]
        return (
            1 <= len(words) <= 4
            and stream.norm[words[0]] not in self.sets["stops"]
            and not any("verb" in stream.marks[k] and "noun" not in stream.marks[k] for k in words)
            and not any(stream.norm[k] in self.sets["section_words"] for k in words)
            and not any(stream.norm[k] in self.sets["calendar_words"] for k in words)
        )

    def dateline(self, first: int, last: int) -> int:
        """Where the report starts in "CITY (agency) – …"; ``first`` where there is no dateline."""
        for i in range(first + 1, min(first + 12, last)):
            if (
                self.stream.norm[i] in self.sets["dashes"]
                or self.stream.norm[i] == ":"
                or self.stream.norm[i] in self.sets["slashes"]
            ):
                if (
                    self.stream.norm[i] in self.sets["dashes"]
                    and i + 1 < last
                    and self.stream.kind[i - 1] == "number"
                    and self.stream.kind[i + 1] == "number"
                ):
                    continue
                if self._says(first, i) or self._words(first, i) > 8:
                    return first
                segments = list(self._segments(first, i))
                bare = self._dateline_outlet(segments, i)
                known = [
                    s
                    for s in segments
                    if self._is_outlet(*s)
                    or any(h.kind == "place" and h.last == s[1] for h in self.stream.hits(s[0], s[1]))
                ]
                if not known and not bare:
                    if i == first + 1 and self._dash_within(i + 1, last):
                        continue  # "Agency - CITY - …", where the agency's short name is no name elsewhere
                    return first
                if self.stream.norm[i] in self.sets["slashes"]:
                    i = self._last_mark(i, last)
                self.parse(first, i)
                rest = self.dateline(i + 1, last) if i + 1 < last else i + 1
                return max(rest, i + 1)
        return first

    def item(self, first: int, following: int) -> bool:
        """Whether a line is the first of a list told by places ("X: …" above "Y: …"), and opens with no dateline."""
        norm = self.stream.norm
        if norm[first] in self.sets["bullets"]:
            return any(norm[k] == ":" for k in range(first, min(first + _ITEM_HEAD, len(self.stream))))
        return following > first and all(self._headed(k) for k in (first, following))

    def _headed(self, first: int) -> bool:
        """Whether a place and a colon stand at the head of a line."""
        return any(
            h.kind in ("place", "ambiguous") and h.last < len(self.stream) and self.stream.norm[h.last] == ":"
            for h in self.stream.hits(first, min(first + _ITEM_HEAD, len(self.stream)))
        )

    def _dash_within(self, first: int, last: int) -> bool:
        """Whether a place stands at ``first``, and a dash right behind it."""
        ends = {h.last for h in self.stream.hits(first, last) if h.kind == "place"} if first < last else set()
        return any(end < last and self.stream.norm[end] in self.sets["dashes"] for end in ends)

    def opening(self, first: int, last: int) -> int:
        """Where the news starts in "🔴 breaking | …" or "10:40 – …"; ``first`` where nothing stands before it."""
        stream, i, news = self.stream, first, first
        while i < last:
            behind = i + 1 < last and stream.kind[i + 1] == "punct"
            clock = self._clock(i, last)
            if clock > i:
                news = i = clock
            elif stream.kind[i] == "punct" and stream.norm[i] not in self.sets["brackets"]:
                i += 1
            elif behind and stream.norm[i] in self.sets["tickers"]:
                news = i = i + 1
            else:
                listed = news == first and any(stream.norm[k] in self.sets["bullets"] for k in range(first, i))
                return first if listed else i
        return first

    def _clock(self, i: int, last: int) -> int:
        """The end of a time of day in figures at ``i``, or ``i``."""
        norm, kind = self.stream.norm, self.stream.kind
        if i + 3 >= last or kind[i] != "number" or norm[i + 1] != ":" or kind[i + 2] != "number":
            return i
        told = norm[i].isdecimal() and norm[i + 2].isdecimal() and len(norm[i + 2]) == 2
        return i + 3 if told and int(norm[i]) < 25 and int(norm[i + 2]) < 60 else i

    def _last_mark(self, i: int, last: int) -> int:
        """The last slash or dash of a dateline that is written with slashes, from the first one at ``i`` on."""
        found, stream = i, self.stream
        for k in range(i + 1, min(i + 12, last)):
            if stream.norm[k] in self.sets["slashes"] or stream.norm[k] in self.sets["dashes"]:
                found = k
            elif (
                stream.kind[k] == "punct"
                or self._says(k, k + 1)
                or ("verb" in stream.marks[k] and stream.norm[k] not in self.sets["calendar_words"])
                or k - found > 4
            ):
                break
        return found

    def _dateline_outlet(self, segments: list[tuple[int, int]], mark: int) -> bool:
        """Whether unknown words before a slash or dash open the report as its publisher's name ("X 24/ …")."""
        return (
            len(segments) == 1
            and self.stream.norm[mark] in self.sets["slashes"]
            and self._outlet_like(*segments[0])
            and not any(self.stream.marks[k] for k in range(*segments[0]))
        )

    def _segments(self, first: int, last: int) -> list[tuple[int, int]]:
        found = []
        begin = first
        for i in range(first, last + 1):
            if i == last or self._separator(i):
                if i > begin:
                    found.extend(self._split_dates(begin, i))
                begin = i + 1
        return found

    def _split_dates(self, first: int, last: int) -> list[tuple[int, int]]:
        """The runs of a segment on either side of a date in it ("CITY 20 9 2023 AGENCY")."""
        stream, calendar = self.stream, self.sets["calendar_words"]
        dated = [k for k in range(first, last) if stream.kind[k] == "number" or stream.norm[k] in calendar]
        if not dated or any(stream.norm[k] in self.sets["outlet_words"] for k in range(first, last)):
            year = stream.kind[first] == "number" and len(stream.norm[first]) == 4 and first + 1 < last
            return [(first + 1 if year else first, last)]
        if (
            len(dated) == 1
            and stream.kind[dated[0]] == "number"
            and dated[0] == last - 1
            and last - first > 1
            and len(stream.norm[dated[0]]) < 4
            and not (last + 1 < len(stream) and stream.kind[last + 1] == "number")
        ):
            return [(first, last)]
        found, begin = [], first
        for k in [*dated, last]:
            if k > begin:
                found.append((begin, k))
            begin = k + 1
        return found

    def _ignored(self, first: int, last: int) -> bool:
        return all(
            self.stream.norm[i] in self.sets["byline_ignored"] or self.stream.kind[i] != "word"
            for i in range(first, last)
        )

    def _is_outlet(self, first: int, last: int) -> bool:
        norm = self.stream.norm
        if self.known and tuple(norm[first:last]) == self.known:
            return True
        if any(
            h.kind in ("actor", "ambiguous") and h.last == last and h.payload.kind == "MediaOutlet"
            for h in self.stream.hits(first, last)
        ):
            return True
        return any(norm[i] in self.sets["outlet_words"] for i in range(first, last))

    def _is_person(self, first: int, last: int) -> bool:
        norm = self.stream.norm
        begin = next((k for k in range(first, last) if norm[k] not in self.sets["byline_ignored"]), last)
        whole = all(self.stream.kind[k] == "word" for k in range(begin, last))
        if not whole or not 2 <= last - begin <= 4:
            return False
        if norm[begin] in self.language.given_names:
            return True
        article = self.language.article
        surname = norm[last - 1].startswith(article) and norm[last - 1].endswith(self.sets["relational_endings"])
        known = any(self.stream.marks[k] for k in range(begin, last)) or any(self.stream.hits(begin, last))
        return surname and not known and not norm[begin].startswith(article)
