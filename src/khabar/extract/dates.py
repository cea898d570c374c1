"""Dates in running text, resolved against the publication date as the annotation guidelines ask.

All words are the language's data (``calendar.toml``); this module knows calendars and the shapes of expressions only:
days with parts of day, weekdays, months of several naming systems, portions, periods, durations and ranges. Nothing is
invented: what the text and the publication date do not settle stays ``None`` or becomes a partial date (gMonthDay and
gMonth as in XML Schema, or an English weekday).

Hijri dates are converted by the tabular Islamic calendar (civil epoch, 30-year cycle), which may differ from the
sighted calendar by a day: they give the three days around the result.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import Final, NamedTuple

from khabar.errors import LanguageError
from khabar.extract.quantities import QuantityGrammar
from khabar.text import Folding, Token

__all__ = ["Calendar", "DateMention", "hijri_to_gregorian"]

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_PAIR = re.compile(r"(-?\d+) (-?\d+)\Z")
_DOTTED_DATE = re.compile(r"(\d{1,4})\.(\d{1,2})\.(\d{1,4})\Z")
_PORTIONS = (
    *("start", "middle", "end", "first_half", "second_half", "whole"),
    *("first_week", "second_week", "third_week", "last_week"),
)
"""Parts of a month or year, in the order of the tables that give their days and months."""
_NEEDED = _PORTIONS.index("whole")
"""How many of them, from the first, every calendar must have words for."""
_UNITS = ("hour", "day", "week", "month", "year")
_HIJRI_YEARS = range(630, 9990)
"""The Gregorian years in which Hijri months can be counted forth and back."""
_BRACKETS = ("(", ")")
_NUMERIC_MARKS = frozenset("-/\u2013\u2044\\")


class DateMention(NamedTuple):
    """One time expression: tokens ``[first, last)``, its words as written, and inclusive bounds where known."""

    first: int
    last: int
    words: str
    earliest: date | None
    latest: date | None
    partial: str | None
    """What can be said without a year or publication date: ``--01-29``, ``--01`` or ``Monday``."""
    kind: str
    """``day``, ``range``, ``month``, ``year``, ``since``, ``until``, ``duration`` or ``time`` (of day, undated)."""
    future: bool
    """Whether it lies after publication by the text's own words (next, tomorrow, a later date given in full)."""
    anchor: str
    """``today`` (the day of publication), ``relative`` (counted from it) or ``absolute`` (dated by the text)."""
    days: int | None = None
    """The length of a duration in days, so that the caller may count it from another day."""


class _Entry(NamedTuple):
    """A phrase of the calendar's lexicon, filed under its first word: the rest, what it is, its value."""

    rest: tuple[str, ...]
    kind: str
    value: int
    other: int
    prefix: str
    definite: bool
    mark: str


class _Period(NamedTuple):
    """A stretch of days read from the text; ``end`` is the token after it."""

    end: int
    earliest: date | None
    latest: date | None
    kind: str
    anchor: str
    future: bool = False
    partial: str | None = None
    days: int | None = None
    settled: bool = False
    """Whether the text itself gives the year (or counts from today), so that no range partner may move it."""


_PREPOSITIONS = "by since until from between before during within in clock days_of to of about corresponding and_half"
_DIGITS_ONLY: Final[Mapping[str, object]] = {
    "months": {**{str(number): "" for number in range(1, 13)}, "marked": {}},
    "hijri": {str(number): "" for number in range(1, 13)},
    "weekdays": dict.fromkeys(_WEEKDAYS, ""),
    "marks": {"commas": ",", "opening": '"', "closing": '"'},
    "week_start": "Monday",
    "days": {},
    "nights": {},
    "seasons": {},
    "today": dict.fromkeys(("now", "not_after", "not_before", "makers", "names"), ""),
    "parts": dict.fromkeys(("nights", "parts", "adverbs", "over"), ""),
    "units": dict.fromkeys(_UNITS, ";;"),
    "adjectives": dict.fromkeys(("past", "next", "current", "few", "before_last", "this", "last"), ""),
    "portions": dict.fromkeys(("late", *_PORTIONS), ""),
    "prepositions": dict.fromkeys(_PREPOSITIONS.split(), ""),
    "names": {"before": "", "two_after": ""},
}
"""What a language without ``calendar.toml`` has: dates in digits, weeks that start as in ISO 8601."""


class Calendar:
    """Finds and resolves the dates of one language.

    ``data`` is the parsed ``calendar.toml``, empty for a language without one, of which only dates in digits are read;
    ``fold`` the folding with which the tokens were made; ``quantities`` reads the numbers inside dates. Raises
    ``LanguageError`` naming the entry that is missing or malformed.
    """

    def __init__(self, data: Mapping[str, object], fold: Folding, quantities: QuantityGrammar) -> None:
        data = data or _DIGITS_ONLY
        self._fold = fold
        self.quantities = quantities
        self.entries: dict[str, list[_Entry]] = {}
        self._bare = tuple(c for c in quantities.clitics if not c[2])
        self._load_names(data)
        self._load_relative(data)
        self._load_words(data)
        for form in quantities.ordinal_forms():
            self.entries.setdefault(form, []).append(_Entry((), "ordinal", 0, 0, "", True, ""))
        for entries in self.entries.values():
            entries.sort(key=lambda e: (-len(e.rest), e.rest, e.kind, e.value, e.other))

    # ------------------------------------------------------------------ loading

    def _load_names(self, data: Mapping[str, object]) -> None:
        months = dict(_strings(data, "months"))
        weak = {tuple(self._fold(w) for w in p.split()) for p in months.pop("weak", "").split(",")}
        marks = {
            self._fold(form): letter
            for letter, forms in _strings(_table(data, "months"), "marked")
            for form in forms.split()
        }
        for number, words in self._numbered(months, "months", 12):
            self._add(words, "month", number, int(words in weak), mark=marks.get(words[0], ""))
        hijri = dict(_strings(data, "hijri"))
        alone = {tuple(self._fold(w) for w in p.split()) for p in hijri.pop("alone", "").split(",")}
        self.era = self._words(hijri.pop("era", "").replace(",", " "))
        self.gregorian = self._words(hijri.pop("gregorian", "").replace(",", " "))
        for number, words in self._numbered(hijri, "hijri", 12):
            self._add(words, "hijri", number, int(words in alone))
        weekdays = dict(_strings(data, "weekdays"))
        for number, name in enumerate(_WEEKDAYS):
            if name not in weekdays:
                raise LanguageError(f"calendar: [weekdays] {name} is missing; add its forms without the article")
            for form in weekdays[name].split():
                for letters, prefix, definite in self.quantities.clitics:
                    if definite:
                        self._file(letters + self._fold(form), _Entry((), "weekday", number, 0, prefix, True, ""))
        marks_of = _table(data, "marks")
        self.commas = self._words(_string(marks_of, "marks", "commas"))
        self.opening = self._words(_string(marks_of, "marks", "opening"))
        self.closing = self._words(_string(marks_of, "marks", "closing"))
        start = data.get("week_start")
        if start not in _WEEKDAYS:
            raise LanguageError("calendar: week_start must be the English name of a weekday")
        self.week_start = _WEEKDAYS.index(str(start))

    def _load_relative(self, data: Mapping[str, object]) -> None:
        for offset, forms in _strings(data, "days"):
            if not re.fullmatch(r"-?\d+", offset):
                raise LanguageError(f"calendar: [days] {offset!r} must be a number of days")
            for words in self._phrases(forms, "days"):
                self._add(words, "day", int(offset))
        for span, forms in _strings(data, "nights"):
            low, high = self._pair(span, "nights")
            for words in self._phrases(forms, "nights"):
                self._add(words, "night", low, high)
        for span, forms in _strings(data, "seasons"):
            low, high = self._pair(span, "seasons")
            for words in self._phrases(forms, "seasons"):
                self._add(words, "season", low, high)
        today = _table(data, "today")
        for words in self._phrases(_string(today, "today", "now"), "today"):
            self._add(words, "now", 0)
        self.not_after = self._words(_string(today, "today", "not_after"))
        self.not_before = self._words(_string(today, "today", "not_before"))
        self.makers = self._prefixed(_string(today, "today", "makers"))
        self.names = self._words(_string(today, "today", "names"))
        parts = _table(data, "parts")
        nights = self._words(_string(parts, "parts", "nights"))
        for words in self._phrases(_string(parts, "parts", "parts"), "parts"):
            self._add(words, "part", 1 if words[-1] in nights else 0)
        self.adverbs = self._words(_string(parts, "parts", "adverbs"))
        self.over = self._words(_string(parts, "parts", "over"))

    def _load_words(self, data: Mapping[str, object]) -> None:
        for number, name in enumerate(_UNITS):
            forms = dict(_strings(data, "units")).get(name, "").split(";")
            if len(forms) != 3:
                raise LanguageError(f"calendar: [units] {name} must be 'single; dual; plural'")
            for count, spellings in zip((1, 2, 0), forms, strict=True):
                for form in spellings.split():
                    for letters, prefix, definite in self.quantities.clitics:
                        self._file(letters + self._fold(form), _Entry((), "unit", number, count, prefix, definite, ""))
        adjectives = _table(data, "adjectives")
        self.adjectives: dict[str, str] = {}
        for kind in ("past", "next", "current"):
            for form in _string(adjectives, "adjectives", kind).split():
                self.adjectives.setdefault(self._fold(form), kind)
        self.few = self._words(_string(adjectives, "adjectives", "few"))
        self.before_last = self._phrases(_string(adjectives, "adjectives", "before_last"), "adjectives")
        for words in self._phrases(_string(adjectives, "adjectives", "this"), "adjectives"):
            self._add(words, "this", 0)
        for words in self._phrases(_string(adjectives, "adjectives", "last"), "adjectives"):
            self._add(words, "last", 0)
        portions = _table(data, "portions")
        self.late = self._words(_string(portions, "portions", "late"))
        for number, kind in enumerate(_PORTIONS):
            told = _string(portions, "portions", kind) if kind in portions or number < _NEEDED else ""
            for words in self._phrases(told, "portions"):
                self._add(words, "portion", number, int(words[0] in self.late))
        prepositions = _table(data, "prepositions")
        by = self._phrases(_string(prepositions, "prepositions", "by"), "prepositions")
        for kind in ("since", "until", "from", "between", "before", "during", "within", "in", "clock", "days_of"):
            for words in self._phrases(_string(prepositions, "prepositions", kind), "prepositions"):
                self._add(words, kind, int(words in by))
        self.to = self._phrases(_string(prepositions, "prepositions", "to"), "prepositions")
        self.to_words = frozenset(words[0] for words in self.to)
        self.of = self._words(_string(prepositions, "prepositions", "of"))
        self.about = self._phrases(_string(prepositions, "prepositions", "about"), "prepositions")
        self.corresponding = self._phrases(_string(prepositions, "prepositions", "corresponding"), "prepositions")
        self.and_half = self._words(_string(prepositions, "prepositions", "and_half"))
        names = _table(data, "names")
        self.named = self._prefixed(_string(names, "names", "before"), article=True)
        self.two_after = self._words(_string(names, "names", "two_after"))

    def _words(self, forms: str) -> frozenset[str]:
        return frozenset(self._fold(form) for form in forms.split())

    def _prefixed(self, forms: str, article: bool = False) -> frozenset[str]:
        clitics = self.quantities.clitics if article else self._bare
        return frozenset(letters + self._fold(form) for letters, _, _ in clitics for form in forms.split())

    def _phrases(self, forms: str, where: str) -> list[tuple[str, ...]]:
        if not forms:
            return []
        phrases = [tuple(self._fold(word) for word in phrase.split()) for phrase in forms.split(",")]
        if not all(phrases):
            raise LanguageError(f"calendar: [{where}] holds an empty phrase; remove the extra comma")
        return sorted(set(phrases), key=lambda words: (-len(words), words))

    def _numbered(self, table: Mapping[str, str], where: str, count: int) -> Iterator[tuple[int, tuple[str, ...]]]:
        for number in range(1, count + 1):
            if str(number) not in table:
                raise LanguageError(f"calendar: [{where}] {number} is missing; add the names of that month")
            for words in self._phrases(table[str(number)], where):
                yield number, words

    def _pair(self, span: str, where: str) -> tuple[int, int]:
        match = _PAIR.match(span)
        if match is None:
            raise LanguageError(f"calendar: [{where}] {span!r} must be two numbers")
        return int(match[1]), int(match[2])

    def _add(self, words: tuple[str, ...], kind: str, value: int, other: int = 0, mark: str = "") -> None:
        for letters, prefix, _ in self._bare:
            self._file(letters + words[0], _Entry(words[1:], kind, value, other, prefix, False, mark))

    def _file(self, form: str, entry: _Entry) -> None:
        entries = self.entries.setdefault(form, [])
        if entry not in entries:
            entries.append(entry)

    # ------------------------------------------------------------------ search

    def find(
        self, tokens: Sequence[Token], first: int, last: int, text: str, published: date | None
    ) -> list[DateMention]:
        """Return the time expressions among ``tokens[first:last]`` (one sentence), in order, not overlapping.

        ``text`` is the document's text, ``published`` the day of publication where known.
        """
        found: list[DateMention] = []
        reader: _Reader | None = None
        entries = self.entries
        done = first
        for i in [i for i in range(first, last) if tokens[i].kind == "number" or tokens[i].norm in entries]:
            if i < done:
                continue
            if reader is None:
                reader = _Reader(self, tokens, first, last, published)
            read = reader.at(i)
            if read is None:
                continue
            start, period = read
            if found and self._names_day(tokens, found[-1], start, period, last):
                found[-1] = self._named_day(found[-1], tokens, period, text)
            else:
                words = text[tokens[start].start : tokens[period.end - 1].end]
                found.append(
                    DateMention(
                        start, period.end, words, period.earliest, period.latest, period.partial, period.kind,
                        period.future, period.anchor, period.days,
                    )
                )  # fmt: skip
            done = found[-1].last
        return found

    def _names_day(self, tokens: Sequence[Token], before: DateMention, start: int, period: _Period, last: int) -> bool:
        """As in "yesterday (Saturday)", "last night (Monday)": brackets say which day the words before mean."""
        return (
            start == before.last + 1
            and period.end < last
            and tokens[before.last].norm in _BRACKETS[0]
            and tokens[period.end].norm in _BRACKETS[1]
            and before.kind in ("day", "range")
            and before.anchor != "absolute"
            and period.kind == "day"
            and period.earliest is not None
            and before.earliest is not None
            and abs((period.earliest - before.earliest).days) <= 2
        )

    def _named_day(self, before: DateMention, tokens: Sequence[Token], period: _Period, text: str) -> DateMention:
        words = text[tokens[before.first].start : tokens[period.end].end]
        return before._replace(
            last=period.end + 1, words=words, earliest=period.earliest, latest=period.latest, kind="day"
        )

    def lag(self, tokens: Sequence[Token], first: int, last: int) -> int | None:
        """Days in a length of time at token ``first`` that is counted from an event ("four days after", "a month
        from"); None where none is told.
        """
        read = _Reader(self, tokens, first, last, None)._duration(first, True)
        if read is None or read[2] is None or read[0] >= last or tokens[read[0]].norm not in self.of:
            return None
        return _days(read[1], read[2]) if read[1] else 0


class _Reader:
    """Reads the dates of one sentence: the tokens, their end and the publication date, with a method per shape."""

    def __init__(
        self, calendar: Calendar, tokens: Sequence[Token], first: int, last: int, published: date | None
    ) -> None:
        self.calendar = calendar
        self.numbers = calendar.quantities
        self.entries = calendar.entries
        self.tokens = tokens
        self.first = first
        self.last = last
        self.published = published

    # ------------------------------------------------------------------ entry points

    def at(self, i: int) -> tuple[int, _Period] | None:
        """Read the expression that starts at token ``i``: where it starts (prepositions in) and its period."""
        token = self.tokens[i]
        if token.kind == "number":
            if not self._numeral(i):
                return None
            period = self.point(i, self.published) or self._clock_digits(i) or self._definite_period(i)
            return (i, period) if period is not None else None
        for entry in self.entries.get(token.norm, ()):
            end = self._follow(i + 1, entry.rest) if entry.rest else i + 1
            if end is None or (entry.mark and entry.mark not in token.text):
                continue
            read = self._dispatch(entry, i, end)
            if read is not None:
                return read
        return None

    def _numeral(self, i: int) -> bool:
        """Cheap look ahead: whether digits at ``i`` can begin a date at all."""
        if i + 1 >= self.last:
            return "." in self.tokens[i].norm
        following = self.tokens[i + 1]
        return (
            following.norm in self.entries
            or following.norm in self.calendar.of
            or following.norm in _NUMERIC_MARKS
            or following.norm == ":"
            or "." in self.tokens[i].norm
            or following.norm in self.calendar.to_words
            or self.numbers.prefix(following) == "and"
        )

    def _dispatch(self, entry: _Entry, i: int, end: int) -> tuple[int, _Period] | None:
        kind = entry.kind
        period: _Period | None = None
        if kind == "since":
            period = self._since(end)
        elif kind == "until":
            period = self._until(end)
        elif kind == "from":
            period = self._range(end, self.calendar.to, self.published)
        elif kind == "between":
            period = self._between(end)
        elif kind == "before":
            period = self._before(end, bool(entry.value))
        elif kind in ("during", "within"):
            period = self._during(end, kind == "within")
        elif kind == "in":
            point = self.point(end, self.published, bare_year=True, led=True) if end < self.last else None
            return (end, point) if point is not None else None
        elif kind == "days_of":
            period = self._days_of(end)
        elif kind == "clock":
            period = self._clock(end)
        elif kind == "now":
            return None
        else:
            period = self.point(i, self.published)
        return (i, period) if period is not None else None

    # ------------------------------------------------------------------ prepositions

    def _since(self, i: int) -> _Period | None:
        ago = self._duration(i, single=True)
        point = self.point(i, self.published, bare_year=True, led=True)
        if ago is not None and (point is None or point.end <= ago[0]):
            end, unit, count, _ = ago
            if count is None:
                return None
            start = self._shift(unit, -count)
            return _Period(end, start, None, "since", "relative", days=_days(unit, count), settled=True)
        if point is None:
            return None
        closing = self._to(point.end, self.calendar.to)
        if closing is not None:
            other = self.point(closing, self.published, bare_year=True, led=True) or self._now(closing)
            if other is not None and other.latest is not None:
                return self._joined(point, other, i)
        return point._replace(kind="since", latest=None, future=point.future)

    def _until(self, i: int) -> _Period | None:
        point = self.point(i, self.published, bare_year=True, led=True) or self._now(i)
        if point is None:
            return None
        return point._replace(kind="until", earliest=None)

    def _before(self, i: int, by: bool) -> _Period | None:
        ago = self._duration(i, single=True)
        if ago is not None and not by:
            end, unit, count, _ = ago
            if count is None or (end < self.last and self.tokens[end].norm in self.calendar.of):
                return None
            return self._ago(end, unit, count)
        point = self.point(i, self.published, bare_year=True, led=True)
        if point is None or (point.earliest is None and point.partial is None):
            return None
        published = self.published
        if published is not None and point.latest is not None and (point.future or point.latest >= published):
            return point._replace(earliest=published, kind="range", future=True)
        if point.earliest is None:
            return point
        return point._replace(earliest=None, latest=point.earliest - timedelta(days=1), kind="until", partial=None)

    def _during(self, i: int, within: bool) -> _Period | None:
        several = self._entry(i, "days_of")
        days_of = self._days_of(i + 1) if several is not None and not several.rest else None
        if days_of is not None:
            return days_of
        point = self.point(i, self.published, bare_year=True, led=True)
        if point is not None:
            return point
        length = self._duration(i, single=True)
        if length is None:
            return None
        end, unit, count, adjective = length
        if adjective is not None:
            return self._measured(length)
        if count is None:
            return None
        days = _days(unit, count)
        if not within or self.published is None:
            return _Period(end, None, None, "duration", "relative", within, days=days)
        return _Period(end, self.published, self._shift(unit, count), "duration", "relative", True, days=days)

    def _between(self, i: int) -> _Period | None:
        return self._range(i, None, self.published)

    def _range(self, i: int, joints: list[tuple[str, ...]] | None, reference: date | None) -> _Period | None:
        """Read "from … to …" after its preposition; ``joints`` is None where "and" joins the two."""
        start = self.point(i, reference, bare_year=True, led=True, alone=True)
        if start is not None:
            k = self._to(start.end, joints)
            if k is not None and k < self.last:
                other = self.point(k, reference, bare_year=True, led=True) or self._now(k)
                if other is not None:
                    return self._joined(start, other, i)
        return self._day_range(i, reference)

    def _joined(self, start: _Period, other: _Period, i: int) -> _Period | None:
        """Make one range of two periods; a start without a year takes the last such day before the end."""
        earliest = start.earliest
        if not start.settled and other.latest is not None:
            again = self.point(i, other.latest, bare_year=True, led=True, alone=True)
            if again is not None and again.earliest is not None:
                earliest = again.earliest
        if earliest is not None and other.latest is not None and earliest > other.latest:
            return None
        kind = "range" if other.latest is not None else start.kind
        return _Period(
            other.end, earliest, other.latest, kind, other.anchor, other.future or start.future, None,
            settled=other.settled,
        )  # fmt: skip

    def _to(self, i: int, joints: list[tuple[str, ...]] | None) -> int | None:
        """Return the token after the joint of a range at ``i``; for "and" it may be part of the word itself."""
        if i >= self.last:
            return None
        if i + 1 < self.last and self.tokens[i].norm in self.calendar.commas:
            i += 1
        if joints is not None:
            for words in joints:
                if self.tokens[i].norm == words[0]:
                    end = self._follow(i + 1, words[1:])
                    if end is not None:
                        return end
            prefix = self.numbers.prefix(self.tokens[i])
            return None
        prefix = self.numbers.prefix(self.tokens[i])
        if prefix == "and":
            return i + 1
        entries = self.entries.get(self.tokens[i].norm, ())
        return i if any(entry.prefix == "and" for entry in entries) else None

    def _now(self, i: int) -> _Period | None:
        """Read "this moment", which ends a range."""
        end = self._entry_end(i, "now")
        if end is None:
            return None
        return _Period(end, self.published, self.published, "day", "today", settled=True)

    # ------------------------------------------------------------------ points

    def point(
        self,
        i: int,
        reference: date | None,
        bare_year: bool = False,
        led: bool = False,
        alone: bool = False,
    ) -> _Period | None:
        """Read a day, month, year or period at token ``i``.

        ``reference`` is the day to resolve against; ``bare_year`` allows a year in digits alone; ``led`` says that a
        preposition stands before; ``alone`` keeps what follows (a range's other end) out.
        """
        if i >= self.last:
            return None
        token = self.tokens[i]
        if token.kind == "number":
            return self._from_number(i, reference, bare_year, alone)
        if token.kind != "word":
            return None
        prefix = self.numbers.prefix(token)
        if prefix is not None:
            if i + 1 < self.last and self.tokens[i + 1].kind == "number":
                return self._from_number(i + 1, reference, bare_year, alone) or self._definite_period(i)
            return None
        for entry in self.entries.get(token.norm, ()):
            end = self._follow(i + 1, entry.rest)
            if end is None or (entry.mark and entry.mark not in token.text):
                continue
            period = self._by_kind(entry, i, end, reference, led)
            if period is not None:
                return period
        return None

    def _by_kind(self, entry: _Entry, i: int, end: int, reference: date | None, led: bool) -> _Period | None:
        kind = entry.kind
        if kind == "part":
            return self._part(end, reference, bool(entry.value))
        if kind == "day":
            return self._day(entry, i, end)
        if kind == "night":
            return self._night(entry, end)
        if kind == "weekday":
            return self._weekday(entry, i, end, reference)
        if kind == "month":
            return self._month(i, end, reference, entry.value, bool(entry.other), led, entry.prefix)
        if kind == "hijri":
            return self._hijri_alone(end, reference, entry) if led else None
        if kind == "portion":
            return self._portion(entry, end, reference)
        if kind == "season":
            return self._season(entry, end)
        if kind == "ordinal":
            return self._from_ordinal(i, reference)
        if kind == "this":
            return self._this(end)
        if kind == "last":
            return self._last(end)
        if kind == "unit":
            return self._unit(entry, i, end, reference, led)
        return None

    def _part(self, i: int, reference: date | None, night: bool) -> _Period | None:
        """Read what follows a part of day: a day, or two weekdays around a night."""
        if i >= self.last:
            return None
        if self.tokens[i].norm in self.calendar.of and i + 1 < self.last:
            i += 1
        entry = self._entry(i, "weekday")
        if night and entry is not None:
            k = i + 1
            if k < self.last and self.tokens[k].norm in self.calendar.over:
                k += 1
            other = self._entry(k, "weekday")
            if other is not None and other.value == (entry.value + 1) % 7 and not entry.prefix and not other.prefix:
                period = self._weekday(other, k, k + 1, reference)
                if period is None or period.latest is None:
                    return _Period(k + 1, None, None, "range", "relative", partial=_WEEKDAYS[entry.value])
                return period._replace(earliest=period.latest - timedelta(days=1), kind="range")
        if self._entry_end(i, "this") is not None and self._entry_end(i, "day") is None:
            return None
        period = self.point(i, reference)
        if period is None or period.kind not in ("day", "range") or (period.earliest is None and not period.partial):
            return None
        return period

    def _day(self, entry: _Entry, i: int, end: int) -> _Period | None:
        """Read today, yesterday, tomorrow, with the weekday and the date that may follow."""
        if entry.value == 0 and self._is_not_today(i, end):
            return None
        published = self.published
        day = _add(published, entry.value) if published is not None else None
        anchor = "today" if entry.value == 0 else "relative"
        period = _Period(end, day, day, "day", anchor, entry.value > 0, settled=True)
        k = end
        comma = k < self.last and self.tokens[k].norm in self.calendar.commas
        if comma:
            k += 1
        k = self._skip_unit_day(k)
        weekday = self._entry(k, "weekday")
        if weekday is not None and not weekday.prefix:
            if day is None:
                if not comma:
                    period = period._replace(end=k + 1, partial=_WEEKDAYS[weekday.value])
            elif day.weekday() == weekday.value:
                period = period._replace(end=k + 1)
            elif not comma and published is not None and entry.value <= 0:
                day = _last_weekday(published, weekday.value)
                period = period._replace(end=k + 1, earliest=day, latest=day)
        dated = self._dated(period.end)
        if dated is not None:
            return dated._replace(anchor=anchor if period.earliest == dated.earliest else "absolute")
        return self._adverb(period)

    def _is_not_today(self, i: int, end: int) -> bool:
        """Whether "the day" is another day, or part of the name of an outlet."""
        calendar = self.calendar
        if end < self.last:
            following = self.tokens[end]
            if following.norm in calendar.not_before:
                return True
            entries = self.entries.get(following.norm, ())
            if any(entry.kind == "ordinal" for entry in entries) or self._is_counted(end):
                return True
            if following.norm in calendar.closing and end == i + 1 and i > self.first:
                before = [self.tokens[k].norm for k in range(max(self.first, i - 2), i)]
                if any(mark in calendar.opening for mark in before):
                    return True
        if i == self.first:
            return False
        previous = self.tokens[i - 1].norm
        if previous in calendar.not_after:
            return True
        return previous in calendar.names and i - 2 >= self.first and self.tokens[i - 2].norm in calendar.makers

    def _is_counted(self, i: int) -> bool:
        """Whether a numbered day goes on at ``i``: the article written apart and digits ("the 150th day")."""
        if i + 1 >= self.last or self.tokens[i + 1].kind != "number" or self.tokens[i].kind != "word":
            return False
        return self.numbers.prefix(self.tokens[i]) == ""

    def _night(self, entry: _Entry, end: int) -> _Period | None:
        published = self.published
        if published is None:
            return _Period(end, None, None, "range", "relative", settled=True)
        low, high = _add(published, entry.value), _add(published, entry.other)
        kind = "day" if low == high else "range"
        period = _Period(end, low, high, kind, "today" if high == low else "relative", settled=True)
        weekday = self._entry(end, "weekday")
        if weekday is not None and not weekday.prefix and low is not None and weekday.value == low.weekday():
            period = period._replace(end=end + 1)
        return period

    def _weekday(self, entry: _Entry, i: int, end: int, reference: date | None) -> _Period | None:
        """Read a weekday with "last" or "next" and the date that may follow."""
        if i > self.first and self.tokens[i - 1].norm in self.calendar.named:
            return None
        if end < self.last:
            if self.tokens[end].norm in self.calendar.two_after:
                return None
            if self._entry_kind(end, "ordinal") and self.numbers.ordinal(self.tokens, end, self.last) is None:
                return None
        following = self._entry(end, "weekday")
        if following is not None and following.prefix == "and" and following.value == (entry.value + 1) % 7:
            days = self._weekdays(entry, i)
            if days is not None:
                return days
        adjective, end = self._adjective(end)
        name = _WEEKDAYS[entry.value]
        dated = self._dated(end)
        if dated is not None:
            return dated
        if reference is None:
            return self._adverb(_Period(end, None, None, "day", "relative", adjective == "next", name))
        if adjective == "next":
            day: date | None = _add(reference, (entry.value - reference.weekday() - 1) % 7 + 1)
        else:
            day = _last_weekday(reference, entry.value)
            if adjective in ("past", "before_last") and day == reference:
                day = _add(day, -7)
            if adjective == "before_last" and day is not None:
                day = _add(day, -7)
        period = _Period(end, day, day, "day", "relative", adjective == "next", settled=adjective is not None)
        return self._adverb(period)

    def _dated(self, i: int) -> _Period | None:
        """Read the full date that explains a weekday before it: "Tuesday 5 March", "Tuesday (5/3/2024)"."""
        if i >= self.last:
            return None
        k = i
        bracket = self.tokens[k].norm == "("
        if bracket or self.tokens[k].norm in self.calendar.commas:
            k += 1
        for words in self.calendar.corresponding:
            if k < self.last and self.tokens[k].norm == words[0]:
                follow = self._follow(k + 1, words[1:])
                if follow is not None:
                    k = follow
                    break
        if k >= self.last:
            return None
        token = self.tokens[k]
        period = None
        if token.kind == "number":
            period = self._from_number(k, self.published, False, False)
        elif self._entry_kind(k, "ordinal"):
            period = self._from_ordinal(k, self.published)
        elif self.numbers.prefix(token) in ("to", "in") and k + 1 < self.last:
            period = self._from_number(k + 1, self.published, False, False)
        if period is None or period.kind != "day":
            return None
        if bracket:
            if period.end >= self.last or self.tokens[period.end].norm != ")":
                return None
            period = period._replace(end=period.end + 1)
        return period

    def _adverb(self, period: _Period) -> _Period:
        """Take in a part of day that follows a day as an adverb: "on Sunday at dawn"."""
        end = period.end
        if end < self.last and self.tokens[end].norm in self.calendar.adverbs:
            return period._replace(end=end + 1)
        return period

    # ------------------------------------------------------------------ days of months

    def _from_number(self, i: int, reference: date | None, bare_year: bool, alone: bool) -> _Period | None:
        """Read a date that begins with digits at ``i``."""
        numeric = self._numeric(i, reference)
        if numeric is not None:
            return numeric
        if not alone:
            ranged = self._day_range(i, reference)
            if ranged is not None:
                return ranged
        day = _small(self.tokens[i].norm, 1, 31)
        if day is not None and not self._is_named(i):
            period = self._day_of_month(i + 1, day, reference)
            if period is not None:
                return period
        if bare_year:
            return self._year(i, reference)
        return None

    def _is_named(self, i: int) -> bool:
        return i > self.first and self.tokens[i - 1].norm in self.calendar.named

    def _from_ordinal(self, i: int, reference: date | None) -> _Period | None:
        """Read "the sixth of March" at ``i``."""
        read = self.numbers.ordinal(self.tokens, i, self.last)
        if read is None or not 1 <= read[0] <= 31 or self._is_named(i):
            return None
        value, end = read
        return self._day_of_month(end, value, reference)

    def _day_of_month(self, i: int, day: int, reference: date | None) -> _Period | None:
        """Read the month of a day just read; ``i`` is where "of" or the month stands."""
        if i < self.last and self.tokens[i].norm in self.calendar.of:
            i += 1
        month = self._month_at(i)
        if month is not None:
            number, end = month
            adjective, year, end = self._year_of(end)
            return self._resolved_day(end, day, number, adjective, year, reference)
        hijri = self._entry(i, "hijri") or self._after_month_word(i, "hijri")
        if hijri is not None:
            start = i if self._entry(i, "hijri") is not None else i + 1
            return self._hijri_day(self._entry_end(start, "hijri") or start + 1, day, hijri.value, reference)
        unit = self._entry(i, "unit")
        if unit is not None and unit.value == 3 and unit.other == 1 and unit.definite:
            adjective, end = self._adjective(i + 1)
            return self._day_of_relative_month(end, day, adjective, reference)
        if self._entry_kind(i, "this"):
            unit = self._entry(i + 1, "unit")
            if unit is not None and unit.value == 3 and unit.definite:
                return self._day_of_relative_month(i + 2, day, "current", reference)
        return None

    def _after_month_word(self, i: int, kind: str) -> _Entry | None:
        unit = self._entry(i, "unit")
        return self._entry(i + 1, kind) if unit is not None and unit.value == 3 and unit.other == 1 else None

    def _day_of_relative_month(
        self, end: int, day: int, adjective: str | None, reference: date | None
    ) -> _Period | None:
        if adjective is None and (end >= self.last or self.tokens[end - 1].kind != "word"):
            adjective = "current"
        if reference is None:
            return _Period(end, None, None, "day", "relative", adjective == "next")
        step = {"past": -1, "before_last": -2, "next": 1}.get(adjective or "current", 0)
        year, month = _month_step(reference, step)
        found = _date(year, month, day)
        if found is None:
            return None
        return _Period(end, found, found, "day", "relative", found > reference, settled=True)

    def _resolved_day(
        self, end: int, day: int, month: int, adjective: str | None, year: int | None, reference: date | None
    ) -> _Period | None:
        """Resolve a day and month, with the year where the text gives one."""
        if day > monthrange(2020, month)[1]:
            return None
        if year is not None:
            found = _date(year, month, day)
            if found is None:
                return None
            future = self.published is not None and found > self.published
            return self._adverb(_Period(end, found, found, "day", "absolute", future, settled=True))
        partial = f"--{month:02d}-{day:02d}"
        if reference is None:
            return self._adverb(_Period(end, None, None, "day", "absolute", adjective == "next", partial))
        found = _near_day(reference, month, day, adjective)
        future = found is not None and found > reference
        period = _Period(end, found, found, "day", "absolute", future, settled=adjective is not None)
        return self._adverb(period)

    def _day_range(self, i: int, reference: date | None) -> _Period | None:
        """Read days of one month: "3 and 7 March", "3, 4 and 5 March", "5-9 May", "the 5th to the 9th of May"."""
        first = self._day_number(i)
        if first is None:
            return None
        low, k = first
        if k >= self.last:
            return None
        joint = self._to(k, self.calendar.to)
        if joint is None:
            if self.numbers.prefix(self.tokens[k]) == "and":
                joint = k + 1
            elif self._entry_kind(k, "ordinal") and self._ordinal_prefix(k) == "and":
                joint = k
            else:
                return None
        second = self._day_number(joint)
        if second is None:
            return None
        high, end = second
        while end + 1 < self.last and (
            self.numbers.prefix(self.tokens[end]) == "and" or self.tokens[end].norm in self.calendar.commas
        ):
            further = self._day_number(end + 1)
            if further is None or further[0] <= high:
                break
            high, end = further
        if low >= high:
            return None
        period = self._day_of_month(end, high, reference)
        if period is None:
            return None
        if period.latest is None:
            return period._replace(kind="range", partial=None)
        start = _date(period.latest.year, period.latest.month, low)
        return period._replace(earliest=start, kind="range")

    def _ordinal_prefix(self, i: int) -> str:
        for letters, name, definite in self.numbers.clitics:
            if definite and letters and self.tokens[i].norm.startswith(letters) and name:
                return name
        return ""

    def _day_number(self, i: int) -> tuple[int, int] | None:
        """Read a day of the month in digits or as an ordinal: the day and the token after it."""
        if i >= self.last:
            return None
        if self.numbers.prefix(self.tokens[i]) is not None:
            i += 1
            if i >= self.last:
                return None
        if self.tokens[i].kind == "number":
            day = _small(self.tokens[i].norm, 1, 31)
            return (day, i + 1) if day is not None else None
        read = self.numbers.ordinal(self.tokens, i, self.last) if self._entry_kind(i, "ordinal") else None
        return read if read is not None and 1 <= read[0] <= 31 else None

    def _days_of(self, i: int) -> _Period | None:
        """Read two or more days after "on the days of": weekdays or days of a month."""
        weekday = self._entry(i, "weekday")
        return self._weekdays(weekday, i) if weekday is not None else self._day_range(i, self.published)

    def _weekdays(self, weekday: _Entry, i: int) -> _Period | None:
        """Read two or more weekdays joined by "and" from ``i`` on."""
        final, end = weekday, i + 1
        while True:
            other = self._entry(end, "weekday")
            if other is None or other.prefix != "and":
                break
            final, end = other, end + 1
        if final is weekday:
            return None
        adjective, end = self._adjective(end)
        width = (final.value - weekday.value) % 7
        if self.published is None:
            return _Period(end, None, None, "range", "relative", adjective == "next", _WEEKDAYS[weekday.value])
        if adjective == "next":
            low = _add(self.published, (weekday.value - self.published.weekday() - 1) % 7 + 1)
            return _Period(end, low, _add(low, width), "range", "relative", True, settled=True)
        high = _last_weekday(self.published, final.value)
        if adjective == "past" and high == self.published:
            high = _add(high, -7)
        return _Period(end, _add(high, -width), high, "range", "relative", settled=True)

    def _numeric(self, i: int, reference: date | None) -> _Period | None:
        """Read a date in digits: 29/1/2019, 2019-01-29, 14.07.2019, or 29/1 before nothing more."""
        tokens = self.tokens
        match = _DOTTED_DATE.match(tokens[i].norm)
        if match is not None:
            parts, end = [match[1], match[2], match[3]], i + 1
        else:
            parts, end = [tokens[i].norm], i + 1
            while len(parts) < 3 and end + 1 < self.last and tokens[end].norm in _NUMERIC_MARKS:
                if tokens[end + 1].kind != "number" or len(tokens[end + 1].norm) > 4:
                    break
                if len(parts) == 2 and tokens[end].norm != tokens[end - 2].norm:
                    break
                parts.append(tokens[end + 1].norm)
                end += 2
        if len(parts) < 3 or not all(part.isdigit() for part in parts):
            return None
        if end + 1 < self.last and tokens[end].norm in _NUMERIC_MARKS and tokens[end].start == tokens[end - 1].end:
            return None
        if len(parts[0]) == 4:
            year, month, day = (int(part) for part in parts)
        elif len(parts[2]) == 4:
            day, month, year = (int(part) for part in parts)
        else:
            return None
        if month > 12 >= day:
            day, month = month, day
        if 1300 <= year <= 1500:
            period = self._hijri(end, year, month, day)
        else:
            found = _date(year, month, day) if 1800 <= year <= 2200 else None
            if found is None:
                return None
            future = self.published is not None and found > self.published
            period = _Period(end, found, found, "day", "absolute", future, settled=True)
        return period

    # ------------------------------------------------------------------ months

    def _month_at(self, i: int) -> tuple[int, int] | None:
        """Read a month's name at ``i``, after the word "month" too, with its second name: its number and its end."""
        if i >= self.last:
            return None
        unit = self._entry(i, "unit")
        if unit is not None and unit.value == 3 and unit.other == 1:
            i += 1
        entry = self._entry(i, "month")
        if entry is None or entry.prefix:
            return None
        end = self._entry_end(i, "month") or i + 1
        return entry.value, self._second_name(end, entry.value)

    def _second_name(self, i: int, number: int) -> int:
        """Read over the same month's name in another system: after a stroke, in brackets, or directly."""
        if i >= self.last:
            return i
        mark = self.tokens[i].norm
        k = i + 1 if mark in ("/", "(", "-", "\u2013") else i
        entry = self._entry(k, "month")
        if entry is None or entry.value != number or entry.prefix:
            return i
        end = self._entry_end(k, "month") or k + 1
        if mark == "(":
            return end + 1 if end < self.last and self.tokens[end].norm == ")" else i
        return end

    def _year_of(self, i: int) -> tuple[str | None, int | None, int]:
        """Read what dates a month: last, next, this, a year; returns the adjective, the year and the end."""
        adjective, end = self._adjective(i)
        k = end
        if k < self.last and self.tokens[k].norm in self.calendar.commas:
            k += 1
        year = self._year_number(k)
        if year is not None and (k == end or k + 1 >= self.last or self.tokens[k + 1].kind == "punct"):
            return adjective, year, self._era(k + 1)
        k = end
        if k < self.last and self.tokens[k].norm in self.calendar.of:
            k += 1
        if self._entry_kind(k, "this"):
            unit = self._entry(k + 1, "unit")
            if unit is not None and unit.value == 4:
                return None, self._stepped_year("current"), k + 2
        unit = self._entry(k, "unit")
        if unit is not None and unit.value == 4 and unit.other == 1:
            year = self._year_number(k + 1)
            if year is not None:
                return None, year, self._era(k + 2)
            which, after = self._adjective(k + 1)
            if which is not None and unit.definite:
                return None if self.published is not None else adjective, self._stepped_year(which), after
        return adjective, None, end

    def _stepped_year(self, adjective: str) -> int | None:
        if self.published is None:
            return None
        return self.published.year + {"past": -1, "before_last": -2, "next": 1}.get(adjective, 0)

    def _era(self, i: int) -> int:
        """Read over the sign of the Gregorian era."""
        return i + 1 if i < self.last and self.tokens[i].norm in self.calendar.gregorian else i

    def _year_number(self, i: int) -> int | None:
        """Return the Gregorian year in digits at ``i``."""
        if i >= self.last or self.tokens[i].kind != "number":
            return None
        norm = self.tokens[i].norm
        return int(norm) if len(norm) == 4 and norm.isdigit() and 1800 <= int(norm) <= 2199 else None

    def _month(
        self, i: int, end: int, reference: date | None, number: int, weak: bool, led: bool, prefix: str
    ) -> _Period | None:
        """Read a month without a day. Alone it counts only where its surroundings show that it is a month."""
        if self._is_named(i):
            return None
        after = self._second_name(end, number)
        adjective, year, last = self._year_of(after)
        shown = after > end or adjective is not None or year is not None or last > after
        if not shown:
            if prefix and not led:
                return None
            if not led or (weak and self._is_verb_context(i)):
                return None
        return self._resolved_month(last, number, adjective, year, reference)

    def _is_verb_context(self, i: int) -> bool:
        """Whether a weak month name stands after a word that introduces verbs as well as months."""
        return i > self.first and self.tokens[i - 1].norm in self.calendar.of

    def _resolved_month(
        self, end: int, month: int, adjective: str | None, year: int | None, reference: date | None
    ) -> _Period | None:
        partial = f"--{month:02d}"
        anchor = "absolute"
        if year is None:
            if reference is None:
                return _Period(end, None, None, "month", anchor, adjective == "next", partial)
            year = reference.year
            if adjective == "next":
                year += month <= reference.month
            elif adjective in ("past", "before_last"):
                year -= month >= reference.month
            else:
                year -= month > reference.month
        return self._span(end, _date(year, month, 1), _month_end(year, month), "month", anchor, adjective is not None)

    def _span(
        self, end: int, low: date | None, high: date | None, kind: str, anchor: str, settled: bool = True
    ) -> _Period | None:
        """Make a period; one in progress ends on the day of publication, one that begins later is future."""
        if low is None or high is None:
            return None
        published = self.published
        future = published is not None and low > published
        if published is not None and low <= published < high:
            high = published
        return _Period(end, low, high, kind, anchor, future, settled=settled)

    # ------------------------------------------------------------------ portions, seasons, years, periods

    def _portion(self, entry: _Entry, i: int, reference: date | None) -> _Period | None:
        """Read the beginning, middle or end of a month, a year or a week."""
        if self._entry_kind(i, "this"):
            i += 1
        year = self._year_number(i)
        if year is not None:
            return self._portion_of_year(entry, self._era(i + 1), year)
        month = self._month_at(i)
        if month is not None:
            number, end = month
            adjective, given, end = self._year_of(end)
            whole = self._resolved_month(end, number, adjective, given, reference)
            if whole is None:
                return None
            if whole.earliest is None:
                return whole._replace(kind="range")
            return self._portion_of_month(entry, end, whole.earliest.year, whole.earliest.month)
        unit = self._entry(i, "unit")
        if unit is None or unit.other != 1:
            return None
        adjective, end = self._adjective(i + 1)
        if unit.value == 4:
            year = self._year_number(i + 1)
            if year is not None:
                return self._portion_of_year(entry, self._era(i + 2), year)
            if not unit.definite and adjective is None:
                return None
            stepped = self._stepped_year(adjective or "current")
            if stepped is None:
                return _Period(end, None, None, "range", "relative", adjective == "next", settled=True)
            return self._portion_of_year(entry, end, stepped)
        if unit.value == 3 and unit.definite:
            if reference is None:
                return _Period(end, None, None, "range", "relative", adjective == "next", settled=True)
            year, number = _month_step(reference, {"past": -1, "before_last": -2, "next": 1}.get(adjective or "", 0))
            return self._portion_of_month(entry, end, year, number)
        if unit.value == 2 and unit.definite:
            if reference is None:
                return _Period(end, None, None, "range", "relative", adjective == "next", settled=True)
            week = _add(reference, -((reference.weekday() - self.calendar.week_start) % 7))
            week = _add(week, {"past": -7, "before_last": -14, "next": 7}.get(adjective or "", 0))
            if entry.value > _NEEDED:
                return None
            low, high = ((0, 1), (2, 4), (5, 6), (0, 3), (3, 6), (0, 6))[entry.value]
            return self._span(end, _add(week, low), _add(week, high), "range", "relative")
        return None

    def _portion_of_month(self, entry: _Entry, end: int, year: int, month: int) -> _Period | None:
        final = monthrange(year, month)[1]
        weeks = ((1, 7), (8, 14), (15, 21), (final - 6, final))
        low, high = ((1, 10), (11, 20), (21, final), (1, 15), (16, final), (1, final), *weeks)[entry.value]
        return self._span(end, _date(year, month, low), _date(year, month, high), "range", "absolute")

    def _portion_of_year(self, entry: _Entry, end: int, year: int) -> _Period | None:
        if entry.value > _NEEDED:
            return None
        low, high = ((1, 1), (6, 7), (12 if entry.other else 11, 12), (1, 6), (7, 12), (1, 12))[entry.value]
        return self._span(end, _date(year, low, 1), _month_end(year, high), "range", "absolute")

    def _season(self, entry: _Entry, i: int) -> _Period | None:
        unit = self._entry(i, "unit")
        if unit is not None and unit.value == 4 and unit.other == 1:
            i += 1
        year = self._year_number(i)
        if year is None:
            return None
        return self._span(i + 1, _date(year, entry.value, 1), _month_end(year, entry.other), "range", "absolute")

    def _year(self, i: int, reference: date | None) -> _Period | None:
        year = self._year_number(i)
        if year is None:
            return None
        return self._whole_year(self._era(i + 1), year)

    def _whole_year(self, end: int, year: int) -> _Period | None:
        return self._span(end, _date(year, 1, 1), _date(year, 12, 31), "year", "absolute")

    def _this(self, i: int) -> _Period | None:
        """Read "this week", "this month", "this year"."""
        unit = self._entry(i, "unit")
        if unit is None or not unit.definite or unit.prefix or unit.other != 1 or unit.value < 2:
            return None
        return self._current(unit.value, i + 1, "current")

    def _last(self, i: int) -> _Period | None:
        """Read "the last 24 hours" where the adjective comes first."""
        length = self._duration(i, single=False)
        if length is None or length[2] is None:
            return None
        end, unit, count, _ = length
        days = _days(unit, count)
        return self._back(end, unit, count, days)

    def _unit(self, entry: _Entry, i: int, end: int, reference: date | None, led: bool) -> _Period | None:
        """Read an expression that begins with a unit of time."""
        if entry.value == 1 and entry.other == 1:
            return self._after_day_word(entry, i, end, reference)
        if entry.value == 4 and entry.other == 1:
            year = self._year_number(end)
            if year is not None:
                return self._whole_year(self._era(end + 1), year)
            spelled = self.numbers.cardinal(self.tokens, end, self.last)
            if spelled is not None and 1800 <= spelled[0] <= 2199 and self.tokens[end].kind == "word":
                return self._whole_year(spelled[1], spelled[0])
        if entry.value == 3 and entry.other == 1 and not entry.definite:
            month = self._month_at(i)
            if month is not None:
                adjective, year, after = self._year_of(month[1])
                return self._resolved_month(after, month[0], adjective, year, reference)
            hijri = self._entry(end, "hijri")
            if hijri is not None:
                return self._hijri_alone(self._entry_end(end, "hijri") or end + 1, reference, hijri)
        if not entry.definite:
            return None
        adjective, after = self._adjective(end)
        if entry.other == 1 and entry.value >= 2:
            if adjective is None:
                return None
            return self._current(entry.value, after, adjective)
        return self._definite_period(i)

    def _after_day_word(self, entry: _Entry, i: int, end: int, reference: date | None) -> _Period | None:
        """Read what follows the word "day": a weekday, a date, tomorrow."""
        if entry.definite or end >= self.last:
            return None
        token = self.tokens[end]
        if self._entry_kind(end, "weekday") or token.kind == "number" or self._entry_kind(end, "ordinal"):
            period = self.point(end, reference)
            return period if period is not None and period.kind in ("day", "range") else None
        day = self._entry(end, "day")
        if day is not None and not day.prefix and day.value != 0:
            return self.point(end, reference)
        if self.numbers.prefix(token) == "" and end + 1 < self.last:
            return self.point(end, reference)
        return None

    def _current(self, unit: int, end: int, adjective: str) -> _Period | None:
        """Resolve "last week", "this month", "next year" and their like."""
        published = self.published
        kind = {2: "range", 3: "month", 4: "year"}[unit]
        step = {"past": -1, "before_last": -2, "next": 1}.get(adjective, 0)
        if published is None:
            return _Period(end, None, None, kind, "relative", step > 0, settled=True)
        if unit == 4:
            period = self._whole_year(end, published.year + step)
            return period._replace(anchor="relative") if period is not None else None
        if unit == 3:
            year, month = _month_step(published, step)
            return self._span(end, _date(year, month, 1), _month_end(year, month), kind, "relative")
        if step == 0:
            low = _add(published, -((published.weekday() - self.calendar.week_start) % 7))
            return _Period(end, low, published, kind, "relative", settled=True)
        if step > 0:
            return _Period(end, _add(published, 1), _add(published, 7), kind, "relative", True, settled=True)
        return _Period(end, _add(published, 7 * step), _add(published, 7 * step + 6), kind, "relative", settled=True)

    def _definite_period(self, i: int) -> _Period | None:
        """Read "the past three days", "the next 72 hours", "the past days"."""
        length = self._duration(i, single=False)
        return self._measured(length) if length is not None else None

    def _measured(self, length: tuple[int, int, int | None, str | None]) -> _Period | None:
        """Resolve a length of time that the text places before or after publication."""
        end, unit, count, adjective = length
        if adjective is None:
            return None
        published = self.published
        if count is None:
            if published is None:
                return _Period(end, None, None, "duration", "relative", adjective == "next", settled=True)
            if adjective == "next":
                high = _add(published, 1) if unit == 0 else None
                return _Period(end, published, high, "duration", "relative", True, settled=True)
            if unit == 0:
                return _Period(end, _add(published, -1), published, "duration", "relative", settled=True)
            return _Period(end, None, None, "duration", "relative", settled=True)
        days = _days(unit, count)
        if adjective == "next":
            high = self._shift(unit, count)
            return _Period(end, published, high, "duration", "relative", True, days=days, settled=True)
        return self._back(end, unit, count, days)

    def _back(self, end: int, unit: int, count: int | None, days: int | None) -> _Period:
        low = self._shift(unit, -(count or 0))
        return _Period(end, low, self.published, "duration", "relative", days=days, settled=True)

    def _duration(self, i: int, single: bool) -> tuple[int, int, int | None, str | None] | None:
        """Read a length of time at ``i``: its end, unit, count (None where the text gives none) and adjective.

        ``single`` allows one unit without a number ("a week").
        """
        if i >= self.last:
            return None
        for words in self.calendar.about:
            if self.tokens[i].norm == words[0]:
                end = self._follow(i + 1, words[1:])
                if end is not None:
                    i = end
                    break
        if i >= self.last:
            return None
        count: int | None = None
        unit = self._entry(i, "unit")
        if unit is not None:
            end = i + 1
            if unit.other == 2:
                count = 2
            elif unit.other == 1:
                if not single or unit.definite or self._count(end) is not None:
                    return None
                count = 1
            if unit.other == 0:
                while end < self.last and self.tokens[end].norm in self.calendar.few:
                    end += 1
                read = self._count(end)
                if read is not None and unit.definite:
                    count, end = read
        else:
            read = self._count(i)
            if read is None:
                return None
            count, end = read
            unit = self._entry(end, "unit")
            if unit is None or unit.prefix:
                return None
            end += 1
        if end < self.last and self.tokens[end].norm in self.calendar.and_half:
            end += 1
        while end < self.last and self.tokens[end].norm in self.calendar.few:
            end += 1
        adjective, after = self._adjective(end)
        if adjective in ("past", "next"):
            return after, unit.value, count, adjective
        return end, unit.value, count, None

    def _count(self, i: int) -> tuple[int, int] | None:
        """Read the number of a duration."""
        if i >= self.last or self.tokens[i].kind == "punct":
            return None
        read = self.numbers.cardinal(self.tokens, i, self.last)
        return read if read is not None and 0 < read[0] <= 10_000 else None

    def _ago(self, end: int, unit: int, count: int) -> _Period | None:
        """Resolve "two weeks ago": a day, or the calendar month or year that far back."""
        published = self.published
        days = _days(unit, count)
        if published is None:
            return _Period(end, None, None, "day", "relative", days=days, settled=True)
        if unit == 0:
            day = _add(published, -(count // 24))
            return _Period(end, day, day, "day", "relative", days=days, settled=True)
        if unit in (1, 2):
            day = _add(published, -days)
            return _Period(end, day, day, "day", "relative", days=days, settled=True)
        if unit == 3:
            year, month = _month_step(published, -count)
            period = self._span(end, _date(year, month, 1), _month_end(year, month), "month", "relative")
            return period._replace(days=days) if period is not None else None
        year = published.year - count
        return _Period(end, _date(year, 1, 1), _date(year, 12, 31), "year", "relative", days=days, settled=True)

    def _shift(self, unit: int, count: int) -> date | None:
        """Move the publication date by a count of units; hours by whole days, rounded up."""
        published = self.published
        if published is None:
            return None
        if unit <= 2:
            days = _days(unit, abs(count))
            return _add(published, days if count > 0 else -days)
        year, month = _month_step(published, count * (12 if unit == 4 else 1))
        return _date(year, month, min(published.day, monthrange(year, month)[1])) if year >= MINYEAR else None

    # ------------------------------------------------------------------ Hijri and clock

    def _hijri_day(self, i: int, day: int, month: int, reference: date | None) -> _Period | None:
        year: int | None = None
        end = i
        k = i + 1 if i < self.last and self.tokens[i].norm in self.calendar.of else i
        unit = self._entry(k, "unit")
        if unit is not None and unit.value == 4 and unit.other == 1:
            k += 1
        if k < self.last and self.tokens[k].kind == "number":
            year = _small(self.tokens[k].norm, 1300, 1500)
            if year is not None:
                end = k + 1
                if end < self.last and self.tokens[end].norm in self.calendar.era:
                    end += 1
        period: _Period | None
        if year is not None:
            period = self._hijri(end, year, month, day)
        elif reference is None or reference.year not in _HIJRI_YEARS:
            period = _Period(end, None, None, "range", "absolute")
        else:
            end = self._adjective(end)[1]
            period = None
            for candidate in range(_hijri_year(reference) + 1, _hijri_year(reference) - 2, -1):
                tried = self._hijri(end, candidate, month, day)
                if tried is not None and tried.earliest is not None and tried.earliest <= reference:
                    period = tried._replace(settled=False)
                    break
        if period is None:
            return None
        twin = self._dated(period.end)
        return twin if twin is not None else period

    def _hijri(self, end: int, year: int, month: int, day: int) -> _Period | None:
        try:
            found = hijri_to_gregorian(year, month, day)
        except ValueError:
            return None
        low, high = _add(found, -1), _add(found, 1)
        published = self.published
        if published is not None and low <= published < high:
            high = published
        future = published is not None and low > published
        return _Period(end, low, high, "range", "absolute", future, settled=True)

    def _hijri_alone(self, end: int, reference: date | None, entry: _Entry) -> _Period | None:
        """Read a whole Hijri month, of a given year or the last one begun."""
        year: int | None = None
        if end < self.last and self.tokens[end].kind == "number":
            year = _small(self.tokens[end].norm, 1300, 1500)
        if year is None and not entry.other:
            return None
        adjective: str | None = None
        if year is not None:
            end += 1
            if end < self.last and self.tokens[end].norm in self.calendar.era:
                end += 1
        elif reference is None or reference.year not in _HIJRI_YEARS:
            return _Period(end, None, None, "range", "absolute")
        else:
            adjective, end = self._adjective(end)
            year = _hijri_year(reference) + 1
            while hijri_to_gregorian(year, entry.value, 1) > reference:
                year -= 1
            if adjective == "next":
                year += 1
            elif adjective == "past" and _hijri_end(year, entry.value) >= reference:
                year -= 1
        low = hijri_to_gregorian(year, entry.value, 1)
        return self._span(end, low, _hijri_end(year, entry.value), "range", "absolute")

    def _clock(self, i: int) -> _Period | None:
        """Read a time of day after "the hour": it has no date."""
        if i >= self.last:
            return None
        end: int | None = None
        if self.tokens[i].kind == "number":
            digits = self._clock_digits(i)
            end = digits.end if digits is not None else i + 1
        else:
            ordinal = self.numbers.ordinal(self.tokens, i, self.last)
            read = ordinal if ordinal is not None else self.numbers.cardinal(self.tokens, i, self.last)
            end = read[1] if read is not None and 0 <= read[0] <= 24 else None
        if end is None:
            return None
        return self._adverb(_Period(end, None, None, "time", "absolute"))

    def _clock_digits(self, i: int) -> _Period | None:
        """Read 10:30."""
        if i + 2 >= self.last or self.tokens[i + 1].norm != ":" or self.tokens[i + 2].kind != "number":
            return None
        if self.tokens[i + 1].start > self.tokens[i].end or self.tokens[i + 2].start > self.tokens[i + 1].end:
            return None
        hour, minute = _small(self.tokens[i].norm, 0, 24), _small(self.tokens[i + 2].norm, 0, 59)
        if hour is None or minute is None or len(self.tokens[i + 2].norm) != 2:
            return None
        return _Period(i + 3, None, None, "time", "absolute")

    # ------------------------------------------------------------------ words

    def _adjective(self, i: int) -> tuple[str | None, int]:
        """Read "last", "next", "current" or "before last" at ``i``: which, and the end."""
        if i >= self.last:
            return None, i
        norm = self.tokens[i].norm
        for words in self.calendar.before_last:
            if norm == words[0]:
                end = self._follow(i + 1, words[1:])
                if end is not None:
                    return "before_last", end
        found = self.calendar.adjectives.get(norm)
        return (found, i + 1) if found is not None else (None, i)

    def _skip_unit_day(self, i: int) -> int:
        """Read over the word "day" before a weekday."""
        unit = self._entry(i, "unit")
        if unit is not None and unit.value == 1 and unit.other == 1 and not unit.definite and not unit.prefix:
            return i + 1
        return i

    def _entry(self, i: int, kind: str) -> _Entry | None:
        """Return the longest entry of a kind that matches at token ``i``."""
        if i >= self.last:
            return None
        token = self.tokens[i]
        for entry in self.entries.get(token.norm, ()):
            if entry.kind != kind or (entry.mark and entry.mark not in token.text):
                continue
            if self._follow(i + 1, entry.rest) is not None:
                return entry
        return None

    def _entry_kind(self, i: int, kind: str) -> bool:
        return self._entry(i, kind) is not None

    def _entry_end(self, i: int, kind: str) -> int | None:
        entry = self._entry(i, kind)
        return i + 1 + len(entry.rest) if entry is not None else None

    def _follow(self, i: int, rest: tuple[str, ...]) -> int | None:
        """Match the rest of a phrase from token ``i`` on: the token after it, or None."""
        if i + len(rest) > self.last:
            return None
        tokens = self.tokens
        for word in rest:
            if tokens[i].norm != word:
                return None
            i += 1
        return i


# ---------------------------------------------------------------------- calendar arithmetic


def hijri_to_gregorian(year: int, month: int, day: int) -> date:
    """Convert a date of the tabular Islamic calendar (civil epoch, leap years 2 5 7 10 13 16 18 21 24 26 29 of thirty).

    Raises ``ValueError`` where the month or day does not exist. Sightings may differ by a day either way.
    """
    if not (1 <= month <= 12 and 1 <= day <= (30 if month % 2 or month == 12 else 29)):
        raise ValueError(f"no day {day} of month {month} in the Islamic calendar")
    ordinal = (11 * year + 3) // 30 + 354 * year + 30 * month - (month - 1) // 2 + day + 1948440 - 385 - 1721425
    return date.fromordinal(ordinal)


def _hijri_year(day: date) -> int:
    """The Hijri year of a day, to within a month."""
    return int((day.toordinal() - 227014) / 354.36667) + 1


def _hijri_end(year: int, month: int) -> date:
    """The last day of a Hijri month."""
    following = hijri_to_gregorian(year, month + 1, 1) if month < 12 else hijri_to_gregorian(year + 1, 1, 1)
    return following - timedelta(days=1)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _add(day: date, days: int) -> date:
    """Add days, staying inside the years that dates can hold."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def _month_end(year: int, month: int) -> date | None:
    return _date(year, month, monthrange(year, month)[1]) if MINYEAR <= year <= MAXYEAR else None


def _month_step(day: date, step: int) -> tuple[int, int]:
    """The year and month that many months away."""
    index = max(day.year * 12 + day.month - 1 + step, 12)
    return index // 12, index % 12 + 1


def _last_weekday(day: date, weekday: int) -> date:
    """The last such weekday on or before ``day``."""
    return _add(day, -((day.weekday() - weekday) % 7))


def _near_day(reference: date, month: int, day: int, adjective: str | None) -> date | None:
    """The day of a month without a year: the last one, or the next or this year's where the text says so."""
    if adjective == "current" and month == reference.month:
        return _date(reference.year, month, day)
    years = (
        range(reference.year, reference.year + 9)
        if adjective == "next"
        else range(reference.year, reference.year - 9, -1)
    )
    for year in years:
        found = _date(year, month, day)
        if found is None:
            continue
        if adjective == "next":
            if found > reference:
                return found
        elif found < reference or (found == reference and adjective in (None, "current")):
            return found
    return None


def _days(unit: int, count: int | None) -> int:
    """The length of a count of units in days; hours rounded up, months and years at 30 and 365."""
    count = count or 0
    return -(-count // 24) if unit == 0 else count * (1, 1, 7, 30, 365)[unit]


def _small(norm: str, low: int, high: int) -> int | None:
    """A plain number in digits between two limits."""
    return int(norm) if len(norm) <= 4 and norm.isdigit() and low <= int(norm) <= high else None


def _table(data: Mapping[str, object], key: str) -> Mapping[str, object]:
    value = data.get(key)
    if not isinstance(value, Mapping):
        raise LanguageError(f"calendar: [{key}] is missing; add the table")
    return value


def _string(table: Mapping[str, object], where: str, key: str) -> str:
    value = table.get(key)
    if not isinstance(value, str):
        raise LanguageError(f"calendar: [{where}] {key} must be a string of forms")
    return value


def _strings(data: Mapping[str, object], key: str) -> Iterator[tuple[str, str]]:
    """Yield the entries of a table that are strings (nested tables are read by their own names)."""
    for name, item in _table(data, key).items():
        if isinstance(item, str):
            yield name, item
        elif not isinstance(item, Mapping):
            raise LanguageError(f"calendar: [{key}] {name} must be a string of forms")
