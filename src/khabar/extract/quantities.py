"""Quantities in running text: cardinal numbers in words and digits, bounds, ranges, vague numerals, shares, ordinals.

All words are the language's data (``numbers.toml``); this module knows the shape of the grammar only: numbers below a
thousand add up from units, tens and hundreds in either order, scales multiply what stands before them, and groups are
joined by a conjunction in falling or rising order of magnitude. One dictionary look-up per token decides whether
anything starts there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from khabar.errors import LanguageError
from khabar.text import Folding, Token

__all__ = ["Lexeme", "Quantity", "QuantityGrammar"]

_PLAIN = re.compile(r"\d{1,15}\Z")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?\Z")
_DOTTED = re.compile(r"\d{1,3}(?:\.\d{3})+\Z")
_DECIMAL = re.compile(r"\d{1,12}[.,]\d{1,6}\Z")
_SPAN = re.compile(r"(\d+) (\d+|-)\Z")
_FRACTION = re.compile(r"(\d+)/([1-9]\d*)\Z")

_TAIL_REACH = 5
"""How many tokens after a number a bound may stand ("100 civilians of the town at least")."""

NOTHING: frozenset[int] = frozenset()


class Quantity(NamedTuple):
    """A quantity in a sentence; all positions are token indexes, ends exclusive.

    ``minimum`` and ``maximum`` are inclusive and ``None`` where unbounded; percentages, fractions, ordinals and
    distributive numbers count nothing and leave both ``None``.
    """

    first: int
    """Start, bound words and separate particles before the number included."""
    last: int
    """End, bound words directly after the number included."""
    core_first: int
    core_last: int
    """The number words themselves (both numbers of a range)."""
    minimum: int | None
    maximum: int | None
    value: int | None
    """The bare number before bounds (the lower one of a range); None for vague numerals and fractions."""
    approximate: bool
    kind: str
    """``exact``, ``vague``, ``percent``, ``fraction``, ``ordinal`` or ``distributive``."""
    prefix: str
    """Names of the particles attached to the first token, joined by ``+``: ``and``, ``in``, ``and+to`` … or empty."""
    tail: tuple[int, int] | None
    """Token range of a bound that stands after the counted noun."""
    definite: bool = False
    """Whether the number carries the article."""


class Lexeme(NamedTuple):
    """One word of the number lexicon with the particles attached to it.

    ``kind`` is one of ``unit ten tens hundred hundreds zero one_of one_of_them some single dual plural accusative
    fraction share part ordinal particle``; ``value`` its number (the numerator of a fraction over ``over``).
    """

    kind: str
    value: int
    over: int
    prefix: str
    definite: bool
    mark: str
    """A letter that the surface must show, or empty."""


class _Number(NamedTuple):
    """A parsed cardinal: ``value`` is ``None`` where it is not whole; ``scale`` the scale word at its end, or 1."""

    value: int | None
    end: int
    scale: int
    digits: bool
    definite: bool
    one_of: bool


class _Bound(NamedTuple):
    """A bound or vague numeral: the folded words after the first, what they mean, the prefix of the first."""

    rest: tuple[str, ...]
    meaning: str
    prefix: str
    low: int | None = None
    high: int | None = None
    approximate: bool = False


_CONTEXT = (
    "years year_prepositions clock labels places not_one changes indefinite members member_endings never_members never"
)
_DIGITS_ONLY: Final[Mapping[str, object]] = {
    "clitics": {"article": "", "conjunctions": {}, "prepositions": {}, "contracted": {}},
    "words": {
        **dict.fromkeys(("ten", "hundred", "zero", "one_of", "one_of_them", "and_some"), ""),
        "units": [""] * 9,
        "tens": [""] * 8,
        "hundreds": [""] * 8,
    },
    "scales": {},
    "fractions": {},
    "parts": {},
    "ordinals": {"first_of_compound": "", "units": [""] * 10},
    "vague": {},
    "before": {},
    "after": {"stops": ""},
    "joints": {"range": "", "dashes": "-", "grouping": "", "percent": "%", "per": "", "whole": ""},
    "context": {**dict.fromkeys(_CONTEXT.split(), ""), "marked": {}},
}
"""What a language without ``numbers.toml`` has: digits, a hyphen between them and the percent sign."""


class QuantityGrammar:
    """Finds quantities by the number grammar of one language.

    ``data`` is the parsed ``numbers.toml``, empty for a language without one, of which only digits are read; ``fold``
    the folding with which the tokens were made. Raises ``LanguageError`` naming the entry that is missing or malformed.
    """

    def __init__(self, data: Mapping[str, object], fold: Folding) -> None:
        data = data or _DIGITS_ONLY
        self._fold = fold
        self._words: dict[str, Lexeme] = {}
        self._phrases: dict[str, list[_Bound]] = {}
        self._after: dict[str, list[_Bound]] = {}
        clitics = _table(data, "clitics")
        self._article = fold(_string(clitics, "clitics", "article"))
        self._prefixes = tuple(self._clitics(clitics))
        self._load_words(data)
        self._load_phrases(data)
        joints = _table(data, "joints")
        self._range = self._set(joints, "joints", "range")
        self._dashes = frozenset(_string(joints, "joints", "dashes").split())
        self._grouping = frozenset(_string(joints, "joints", "grouping").split())
        self._percent = self._tails(joints, "joints", "percent")
        self._per = self._tails(joints, "joints", "per")
        self._whole = self._tails(joints, "joints", "whole")
        context = _table(data, "context")
        self._years = self._prefixed(self._set(context, "context", "years"))
        self._year_prepositions = self._prefixed(self._set(context, "context", "year_prepositions"))
        self._clock = self._prefixed(self._set(context, "context", "clock"))
        self._labels = self._prefixed(self._set(context, "context", "labels"), article=True)
        self._places = self._prefixed(self._set(context, "context", "places"))
        self._not_one = self._prefixed(self._set(context, "context", "not_one"))
        self._changes = self._prefixed(self._set(context, "context", "changes"), article=True)
        self._tanwin = frozenset(_string(context, "context", "indefinite").split())
        self._members = self._set(context, "context", "members")
        self._endings = tuple(sorted(self._set(context, "context", "member_endings"), key=lambda e: (-len(e), e)))
        self._never_members = self._set(context, "context", "never_members")
        self._stops = self._prefixed(self._set(_table(data, "after"), "after", "stops"))
        self._starts = frozenset((*self._words, *self._phrases, "("))

    # ------------------------------------------------------------------ loading

    def _clitics(self, table: Mapping[str, object]) -> Iterator[tuple[str, str, bool]]:
        """Yield every (letters, name, definite) that may stand before a word, the empty one included."""
        conjunctions = [("", ""), *((k, self._fold(v)) for k, v in _strings(table, "clitics", "conjunctions"))]
        prepositions = [("", ""), *((k, self._fold(v)) for k, v in _strings(table, "clitics", "prepositions"))]
        contracted = {k: self._fold(v) for k, v in _strings(table, "clitics", "contracted")}
        for conjunction, letters in conjunctions:
            for preposition, more in prepositions:
                name = "+".join(part for part in (conjunction, preposition) if part)
                yield letters + more, name, False
                yield letters + contracted.get(preposition, more + self._article), name, True

    def _prefixed(self, words: frozenset[str], article: bool = False) -> frozenset[str]:
        """The words with every conjunction and preposition before them, with the article too if ``article``."""
        return frozenset(p + w for p, _, definite in self._prefixes if article or not definite for w in words)

    def _set(self, table: Mapping[str, object], where: str, key: str) -> frozenset[str]:
        return frozenset(self._fold(word) for word in _string(table, where, key).split())

    def _phrase_list(self, table: Mapping[str, object], where: str, key: str) -> list[tuple[str, ...]]:
        """Split a comma-separated entry into folded word tuples; none from an empty string."""
        phrases: list[tuple[str, ...]] = []
        if not _string(table, where, key):
            return phrases
        for phrase in _string(table, where, key).split(","):
            words = tuple(self._fold(word) for word in phrase.split())
            if not words:
                raise LanguageError(f"numbers: [{where}] {key} holds an empty phrase; remove the extra comma")
            phrases.append(words)
        return phrases

    def _tails(self, table: Mapping[str, object], where: str, key: str) -> dict[str, list[tuple[str, ...]]]:
        """Index phrases by their first word, the longest first."""
        index: dict[str, list[tuple[str, ...]]] = {}
        for words in self._phrase_list(table, where, key):
            index.setdefault(words[0], []).append(words[1:])
        for rests in index.values():
            rests.sort(key=lambda rest: (-len(rest), rest))
        return index

    def _add(self, forms: str, kind: str, value: int, over: int = 1, article: bool = True) -> None:
        for form in forms.split():
            folded = self._fold(form)
            mark = self._marks.get(folded, "")
            for letters, name, definite in self._prefixes:
                if definite and not article:
                    continue
                full = letters + folded
                if full not in self._never:
                    self._words.setdefault(full, Lexeme(kind, value, over, name, definite, mark))

    def _load_words(self, data: Mapping[str, object]) -> None:
        context = _table(data, "context")
        self._never = self._set(context, "context", "never")
        self._marks = {
            self._fold(word): letter
            for letter, forms in _strings(context, "context", "marked")
            for word in forms.split()
        }
        words = _table(data, "words")
        for value, forms in enumerate(_list(words, "words", "units", 9), 1):
            self._add(forms, "unit", value)
        self._add(_string(words, "words", "ten"), "ten", 10)
        for value, forms in enumerate(_list(words, "words", "tens", 8), 2):
            self._add(forms, "tens", 10 * value)
        self._add(_string(words, "words", "hundred"), "hundred", 100)
        for value, forms in enumerate(_list(words, "words", "hundreds", 8), 2):
            self._add(forms, "hundreds", 100 * value)
        self._add(_string(words, "words", "zero"), "zero", 0)
        one_of = _string(words, "words", "one_of")
        conjunctions = [letters for letters, name, definite in self._prefixes if name == "and" and not definite]
        self._and_one = frozenset(c + self._fold(form) for c in conjunctions for form in one_of.split())
        self._add(one_of, "one_of", 1, article=False)
        self._add(_string(words, "words", "one_of_them"), "one_of_them", 1, article=False)
        self._add(_string(words, "words", "and_some"), "some", 0, article=False)
        for scale, forms_of in sorted(_table(data, "scales").items(), key=lambda item: len(item[0])):
            if not scale.isdigit() or not isinstance(forms_of, Mapping):
                raise LanguageError(f"numbers: [scales] {scale} must be a power of ten with its forms")
            for kind in ("single", "dual", "plural", "accusative"):
                self._add(_string(forms_of, f"scales.{scale}", kind), kind, int(scale))
        fractions = dict(_strings(data, "numbers", "fractions"))
        pronouns = fractions.pop("pronouns", "").split()
        for share, forms in fractions.items():
            match = _FRACTION.match(share)
            if match is None:
                raise LanguageError(f"numbers: [fractions] {share!r} must be written as 1/2")
            for form in forms.split():
                self._add(form, "fraction", int(match[1]), int(match[2]))
                for pronoun in pronouns:
                    self._add(form + pronoun, "share", int(match[1]), int(match[2]), article=False)
        for over, forms in _strings(data, "numbers", "parts"):
            if not over.isdigit():
                raise LanguageError(f"numbers: [parts] {over!r} must be a number")
            self._add(forms, "part", 1, int(over))
        ordinals = _table(data, "ordinals")
        self._add(_string(ordinals, "ordinals", "first_of_compound"), "ordinal", 1)
        for value, forms in enumerate(_list(ordinals, "ordinals", "units", 10), 1):
            self._add(forms, "ordinal", value)
        for letters, name, definite in self._prefixes:
            if letters:
                self._words.setdefault(letters, Lexeme("particle", 0, 1, name, definite, ""))

    def _load_phrases(self, data: Mapping[str, object]) -> None:
        before = _table(data, "before")
        for meaning in sorted(before):
            for words in self._phrase_list(before, "before", meaning):
                self._start(words, meaning)
        vague = dict(_strings(data, "numbers", "vague"))
        rough = {tuple(self._fold(w) for w in p.split()) for p in vague.pop("approximate", "").split(",")}
        for span, forms in vague.items():
            match = _SPAN.match(span)
            if match is None:
                raise LanguageError(f"numbers: [vague] {span!r} must be two numbers, the second may be -")
            for words in self._phrase_list({span: forms}, "vague", span):
                high = None if match[2] == "-" else int(match[2])
                self._start(words, "vague", int(match[1]), high, words in rough)
        after = {key: value for key, value in _table(data, "after").items() if key != "stops"}
        for meaning in sorted(after):
            for words in self._phrase_list(after, "after", meaning):
                self._after.setdefault(words[0], []).append(_Bound(words[1:], meaning, ""))
        for index in (self._phrases, self._after):
            for bounds in index.values():
                bounds.sort(key=lambda b: (-len(b.rest), b.rest, b.meaning))
        self._bounds = {
            word: {
                second: [b for b in bounds if not b.rest or b.rest[0] in (second, "*")]
                for second in ("", *(b.rest[0] for b in bounds if b.rest))
            }
            for word, bounds in self._phrases.items()
        }
        """The same by the word behind the first; those that any word may follow also under the empty one."""

    def _start(
        self, words: tuple[str, ...], meaning: str, low: int | None = None, high: int | None = None, rough: bool = False
    ) -> None:
        for letters, name, definite in self._prefixes:
            if not definite:
                bound = _Bound(words[1:], meaning, name, low, high, rough)
                self._phrases.setdefault(letters + words[0], []).append(bound)

    # ------------------------------------------------------------------ search

    def find(self, tokens: Sequence[Token], first: int, last: int, taken: frozenset[int] = NOTHING) -> list[Quantity]:
        """Return the quantities among ``tokens[first:last]`` (one sentence), in order, not overlapping.

        ``taken`` are token indexes that already belong to something else (dates, names): nothing there is read.
        """
        found: list[Quantity] = []
        starts = self._starts
        done = first
        for i in [i for i in range(first, last) if tokens[i].kind == "number" or tokens[i].norm in starts]:
            if i < done:
                continue
            token = tokens[i]
            opens = token.norm != "(" or (self._in_brackets(tokens, i, last) and not self._labelled(tokens, i, first))
            if opens and i not in taken:
                limit = last
                if taken:
                    limit = next((k for k in range(i, last) if k in taken), last)
                quantity, end = self._at(tokens, i, first, limit)
                if quantity is not None:
                    found.append(quantity)
                done = end
        found = self._enclosed(found)
        return [self._with_tail(tokens, q, found, n, last) for n, q in enumerate(found)]

    @staticmethod
    def _enclosed(found: list[Quantity]) -> list[Quantity]:
        """Join an upper and a lower bound of one number: "not above 40 and not below 20"."""
        kept: list[Quantity] = []
        for quantity in found:
            before = kept[-1] if kept else None
            if (
                before is not None
                and before.last == quantity.first
                and before.kind == quantity.kind == "exact"
                and quantity.prefix == "and"
                and (before.minimum is None) != (quantity.minimum is None)
                and (before.maximum is None) != (quantity.maximum is None)
            ):
                low = quantity.minimum if before.minimum is None else before.minimum
                high = quantity.maximum if before.maximum is None else before.maximum
                if low is not None and high is not None and low < high:
                    kept[-1] = before._replace(last=quantity.last, minimum=low, maximum=high, value=None)
                    continue
            kept.append(quantity)
        return kept

    def _at(self, tokens: Sequence[Token], i: int, first: int, last: int) -> tuple[Quantity | None, int]:
        """Read what starts at token ``i``; return it, or None and the token where to go on."""
        bounds: list[str] = []
        prefix: str | None = None
        between = False
        j = i
        while j < last:
            matched = self._match(tokens, j, last)
            if matched is None:
                break
            bound, end = matched
            if bound.meaning == "vague":
                break
            if "at_least" in bounds and bound.prefix and bound.prefix.split("+")[0] == "and":
                return None, j  # "30 at least and about 50"
            if prefix is None:
                prefix = bound.prefix
            if bound.meaning in ("between", "from"):
                between = True
            else:
                bounds.append(bound.meaning)
            j = end
        if bounds and not between and j < last and self._begins_anew(tokens[j]):
            return None, j  # the bound closes the count before ("15 at least and four guards")
        if bounds or between:
            quantity = self._core(tokens, i, j, last, bounds, between, prefix or "")
            return quantity, quantity.last if quantity is not None else i + 1
        if self._is_name(tokens, i, first, last):
            return None, self._skip(tokens, i, last)
        quantity = self._core(tokens, i, i, last, bounds, False, None)
        if quantity is None:
            return None, i + 1 if tokens[i].kind != "number" else self._skip(tokens, i, last)
        return quantity, quantity.last

    def _begins_anew(self, token: Token) -> bool:
        """Whether "and" is attached to a number word."""
        lexeme = self._words.get(token.norm)
        return lexeme is not None and lexeme.prefix.split("+")[0] == "and"

    def _match(self, tokens: Sequence[Token], i: int, last: int) -> tuple[_Bound, int] | None:
        """Match the longest phrase of the bounds before a number, or a vague numeral, at token ``i``."""
        following = tokens[i + 1].norm if i + 1 < last else ""
        bounds = self._bounds.get(tokens[i].norm)
        if bounds is None:
            return None
        for bound in bounds.get(following) or bounds[""]:
            end = self._follow(tokens, i + 1, last, bound.rest)
            if end is not None:
                return bound, end
        return None

    def _follow(self, tokens: Sequence[Token], i: int, last: int, rest: tuple[str, ...]) -> int | None:
        """Match the remaining words of a phrase from token ``i`` on (``*`` is one to three words)."""
        for n, word in enumerate(rest):
            if word == "*":
                for width in (1, 2, 3):
                    if i + width > last or tokens[i + width - 1].kind != "word":
                        return None
                    end = self._follow(tokens, i + width, last, rest[n + 1 :])
                    if end is not None:
                        return end
                return None
            if i >= last or tokens[i].norm != word:
                return None
            i += 1
        return i

    def _is_name(self, tokens: Sequence[Token], i: int, first: int, last: int) -> bool:
        """Whether the number at ``i`` is a year, a clock time, a designation or a place, by what surrounds it."""
        token = tokens[i]
        if token.kind == "number":
            if i + 2 < last and tokens[i + 1].norm in ("/", ":") and tokens[i + 2].kind == "number":
                return True
            if i > first and tokens[i - 1].norm in ("/", ":") and i > first + 1 and tokens[i - 2].kind == "number":
                return True
            if (
                i > first + 1
                and tokens[i - 1].norm in self._dashes
                and tokens[i - 1].end == token.start
                and tokens[i - 2].end == tokens[i - 1].start
            ):
                return True
        if i == first:
            return False
        previous = tokens[i - 1].norm
        if token.kind == "number":
            if previous in self._labels or previous in self._clock:
                return True
            year = len(token.norm) == 4 and token.norm.isdigit() and 1300 <= int(token.norm) <= 2199
            return year and (previous in self._years or previous in self._year_prepositions)
        lexeme = self._words.get(token.norm)
        if lexeme is None:
            return False
        if previous in self._years or previous in self._clock:
            number = self._number(tokens, i, last)
            return previous in self._clock or number is None or number.value is None or number.value >= 1000
        if previous in self._places and lexeme.definite and lexeme.kind in ("tens", "unit", "hundred", "single"):
            return True
        if lexeme.value != 1 or lexeme.kind not in ("unit", "one_of") or previous not in self._not_one:
            return False
        following = self._words.get(tokens[i + 1].norm) if i + 1 < last else None
        return following is None or following.kind not in ("ten", "tens")

    def _skip(self, tokens: Sequence[Token], i: int, last: int) -> int:
        """Return the end of what is no quantity: number tokens joined by marks, or the number words."""
        if tokens[i].kind == "number":
            i += 1
            while i + 1 < last and tokens[i].kind == "punct" and tokens[i].start == tokens[i - 1].end:
                if tokens[i + 1].kind != "number" or tokens[i + 1].start != tokens[i].end:
                    break
                i += 2
            return i
        number = self._number(tokens, i, last)
        return number.end if number is not None else i + 1

    # ------------------------------------------------------------------ one quantity

    def _core(
        self,
        tokens: Sequence[Token],
        first: int,
        i: int,
        last: int,
        bounds: list[str],
        between: bool,
        prefix: str | None,
    ) -> Quantity | None:
        """Read the number, range or vague numeral at ``i``; ``first`` is where its bounds begin."""
        definite = False
        if i < last and tokens[i].kind == "word":
            lexeme = self._words.get(tokens[i].norm)
            if lexeme is not None and lexeme.kind == "particle":
                if i + 1 >= last or tokens[i + 1].kind == "punct":
                    return None
                prefix = lexeme.prefix if prefix is None else prefix
                definite = lexeme.definite
                i += 1
                if tokens[i].kind == "word" and tokens[i].norm not in self._words:
                    return None
        if i >= last:
            return None
        if prefix is None:
            lexeme = self._words.get(tokens[i].norm) if tokens[i].kind == "word" else None
            prefix = lexeme.prefix if lexeme is not None else ""
            if not prefix and lexeme is not None and self._is_and_eleven(tokens, i, last):
                prefix = "and"
        if between:
            return self._between(tokens, first, i, last, bounds, prefix)
        matched = self._match(tokens, i, last)
        if matched is not None and matched[0].meaning == "vague":
            vague, end = matched
            low, high, approximate = _bounded(vague.low, vague.high, bounds, vague.approximate)
            prefix = prefix or vague.prefix
            quantity = Quantity(first, end, i, end, low, high, None, approximate, "vague", prefix, None, definite)
            return self._directly_after(tokens, quantity, last)
        number = self._number(tokens, i, last)
        if number is None:
            return self._other(tokens, first, i, last, prefix)
        definite = definite or number.definite
        end = number.end
        if number.one_of and not self._is_member(tokens, end, last):
            return None
        if number.value is not None and not bounds:
            ranged = self._ranged(tokens, first, i, last, number, prefix)
            if ranged is not None:
                return ranged
        value = number.value
        marked = self._tail_end(tokens, end, last, self._percent)
        if marked is not None or (number.digits and i > 0 and self._is_percent_before(tokens, i)):
            end = marked or end
            return Quantity(first, end, i, end, None, None, value, "about" in bounds, "percent", prefix, None, definite)
        if end < last and tokens[end].kind == "word":
            following = self._words.get(tokens[end].norm)
            if following is not None and following.kind == "part" and following.prefix == "":
                scaled = self._part_of_scale(tokens, end, last, value, following.over)
                if scaled is not None:
                    value, end = scaled
                else:
                    end += 1
                    return Quantity(first, end, i, end, None, None, None, False, "fraction", prefix, None, definite)
        if value is None:
            return None
        end = self._repeated(tokens, end, last, value)
        per = self._tail_end(tokens, end, last, self._per)
        if per is not None:
            other = self._number(tokens, per, last)
            if other is not None:
                end = other.end
                return Quantity(first, end, i, end, None, None, value, False, "distributive", prefix, None, definite)
        if self._is_whole(tokens, first):
            return Quantity(first, end, i, end, None, None, value, False, "distributive", prefix, None, definite)
        low, high, approximate = _bounded(value, value, bounds, False)
        quantity = Quantity(first, end, i, end, low, high, value, approximate, "exact", prefix, None, definite)
        return self._directly_after(tokens, quantity, last)

    def _between(
        self, tokens: Sequence[Token], first: int, i: int, last: int, bounds: list[str], prefix: str
    ) -> Quantity | None:
        """Read the two numbers of "between … and …" or "from … to …" at ``i``."""
        number = self._number(tokens, i, last)
        if number is None or number.value is None or self._changed(tokens, first):
            return None
        cuts = [number]
        for k in range(number.end - 1, i, -1):
            lexeme = self._words.get(tokens[k].norm)
            if lexeme is not None and lexeme.prefix == "and":
                shorter = self._number(tokens, i, k)
                if shorter is not None and shorter.end == k and shorter.value is not None:
                    cuts.append(shorter)
        for low in cuts:
            k = low.end
            if k >= last:
                continue
            joint = tokens[k]
            lexeme = self._words.get(joint.norm) if joint.kind == "word" else None
            if joint.norm in self._range or joint.norm in self._dashes:
                k += 1
            elif lexeme is None or lexeme.prefix != "and":
                continue
            elif lexeme.kind == "particle":
                k += 1
            quantity = self._pair(tokens, first, i, k, last, low, prefix, "about" in bounds)
            if quantity is not None:
                return quantity
        return None

    def _ranged(
        self, tokens: Sequence[Token], first: int, i: int, last: int, low: _Number, prefix: str
    ) -> Quantity | None:
        """Read "5 to 7", "5-7", "three or four" whose first number is ``low``."""
        k = low.end
        if k + 1 >= last:
            return None
        joint = tokens[k]
        if joint.norm in self._range:
            if self._changed(tokens, first) or low.definite:
                return None
            return self._pair(tokens, first, i, k + 1, last, low, prefix, False)
        if joint.norm in self._dashes and low.digits and tokens[k + 1].kind == "number":
            if k + 2 < last and tokens[k + 2].norm in self._dashes:
                return None
            return self._pair(tokens, first, i, k + 1, last, low, prefix, False)
        return None

    def _pair(
        self,
        tokens: Sequence[Token],
        first: int,
        i: int,
        k: int,
        last: int,
        low: _Number,
        prefix: str,
        approximate: bool,
    ) -> Quantity | None:
        """Join ``low`` and the number at ``k`` to a range, or return None; a scale of the second counts for both."""
        if k < last and tokens[k].kind == "word":
            lexeme = self._words.get(tokens[k].norm)
            if lexeme is not None and lexeme.kind == "particle":
                k += 1
        high = self._number(tokens, k, last) if k < last else None
        if high is None or high.value is None or low.value is None or high.one_of:
            return None
        small = low.value
        if low.scale == 1 and high.scale > 1 and small < 1000 and small * high.scale < high.value:
            small *= high.scale
        if small >= high.value:
            return None
        end = high.end
        marked = self._tail_end(tokens, end, last, self._percent)
        if marked is not None:
            return Quantity(first, marked, i, marked, None, None, small, approximate, "percent", prefix, None)
        return Quantity(first, end, i, end, small, high.value, small, approximate, "exact", prefix, None)

    def _other(self, tokens: Sequence[Token], first: int, i: int, last: int, prefix: str) -> Quantity | None:
        """Read an ordinal, a fraction or "one of them" at ``i``."""
        lexeme = self._words.get(tokens[i].norm) if tokens[i].kind == "word" else None
        if lexeme is None:
            return None
        end = i + 1
        if lexeme.kind == "one_of_them":
            return Quantity(first, end, i, end, 1, 1, 1, False, "exact", prefix, None, True)
        if lexeme.kind in ("fraction", "share"):
            return Quantity(first, end, i, end, None, None, None, False, "fraction", prefix, None, lexeme.definite)
        if lexeme.kind == "ordinal":
            value, end = self.ordinal(tokens, i, last) or (lexeme.value, end)
            return Quantity(first, end, i, end, None, None, value, False, "ordinal", prefix, None, lexeme.definite)
        return None

    def _directly_after(self, tokens: Sequence[Token], quantity: Quantity, last: int) -> Quantity:
        """Take in a bound that stands directly after the number."""
        bound = self._after_at(tokens, quantity.last, last)
        if bound is None:
            return quantity
        meaning, end = bound
        low, high, approximate = _bounded(quantity.minimum, quantity.maximum, [meaning], quantity.approximate)
        return quantity._replace(last=end, minimum=low, maximum=high, approximate=approximate)

    def _with_tail(
        self, tokens: Sequence[Token], quantity: Quantity, found: list[Quantity], n: int, last: int
    ) -> Quantity:
        """Take in a bound after the counted noun: "100 civilians at least"."""
        if quantity.kind not in ("exact", "vague"):
            return quantity
        limit = found[n + 1].first if n + 1 < len(found) else last
        for k in range(quantity.last + 1, min(limit, quantity.last + _TAIL_REACH + 1)):
            before = tokens[k - 1]
            if before.kind != "word" or before.norm in self._stops:
                break
            bound = self._after_at(tokens, k, limit)
            if bound is not None:
                meaning, end = bound
                low, high, rough = _bounded(quantity.minimum, quantity.maximum, [meaning], quantity.approximate)
                return quantity._replace(minimum=low, maximum=high, approximate=rough, tail=(k, end))
        return quantity

    def _after_at(self, tokens: Sequence[Token], i: int, last: int) -> tuple[str, int] | None:
        if i >= last:
            return None
        for bound in self._after.get(tokens[i].norm, ()):
            end = self._follow(tokens, i + 1, last, bound.rest)
            if end is not None:
                following = self._words.get(tokens[end].norm) if end < last else None
                if end < last and (tokens[end].kind == "number" or (following is not None and following.prefix == "")):
                    continue  # it belongs to the number after it
                return bound.meaning, end
        return None

    def _tail_end(
        self, tokens: Sequence[Token], i: int, last: int, index: dict[str, list[tuple[str, ...]]]
    ) -> int | None:
        """Return the end of a phrase of ``index`` at ``i``, if one is there."""
        if i >= last:
            return None
        for rest in index.get(tokens[i].norm, ()):
            end = self._follow(tokens, i + 1, last, rest)
            if end is not None:
                return end
        return None

    def _repeated(self, tokens: Sequence[Token], i: int, last: int, value: int) -> int:
        """Read over the same number repeated in brackets: "three (3)"."""
        if i + 2 < last and tokens[i].norm == "(" and tokens[i + 2].norm == ")":
            number = self._number(tokens, i + 1, i + 2)
            if number is not None and number.value == value and number.digits:
                return i + 3
        return i

    def _is_percent_before(self, tokens: Sequence[Token], i: int) -> bool:
        before = tokens[i - 1]
        return before.kind == "punct" and before.norm in self._percent and before.end == tokens[i].start

    def _is_whole(self, tokens: Sequence[Token], first: int) -> bool:
        """Whether the number before which token ``first`` stands is the whole of "three out of five"."""
        for words, rests in self._whole.items():
            for rest in rests:
                start = first - 1 - len(rest)
                if start >= 0 and tokens[start].norm == words and self._follow(tokens, start + 1, first, rest) == first:
                    return True
        return False

    def _changed(self, tokens: Sequence[Token], first: int) -> bool:
        """Whether a verb of change stands shortly before: "rose from 10 to 14" is no range."""
        return any(tokens[k].norm in self._changes for k in range(max(0, first - 8), first))

    def _is_member(self, tokens: Sequence[Token], i: int, last: int) -> bool:
        """Whether a plural of which "one" may be singled out seems to start at ``i``."""
        if i >= last or tokens[i].kind != "word":
            return False
        norm = tokens[i].norm
        if norm in self._never_members:
            return False
        if norm.startswith(self._article) and len(norm) > len(self._article) + 2:
            return True
        return norm in self._members or (len(norm) > 4 and norm.endswith(self._endings))

    # ------------------------------------------------------------------ numbers

    def ordinal(self, tokens: Sequence[Token], i: int, last: int) -> tuple[int, int] | None:
        """Read an ordinal in words at token ``i``: its value and its end, or None. Prefixes are not looked at."""
        lexeme = self._words.get(tokens[i].norm) if i < last and tokens[i].kind == "word" else None
        if lexeme is None:
            return None
        if lexeme.kind == "tens":
            return (lexeme.value, i + 1) if lexeme.definite else None
        if lexeme.kind != "ordinal":
            return None
        if i + 1 < last:
            following = self._words.get(tokens[i + 1].norm)
            if following is not None and following.kind == "ten" and following.prefix == "":
                return lexeme.value + 10, i + 2
            if following is not None and following.kind == "tens" and following.prefix == "and":
                return lexeme.value + following.value, i + 2
        return lexeme.value, i + 1

    def cardinal(self, tokens: Sequence[Token], i: int, last: int) -> tuple[int, int] | None:
        """Read a whole cardinal in words or digits at token ``i``: its value and its end, or None.

        Particles written apart (and, the article) before it are read over.
        """
        if i < last and tokens[i].kind == "word":
            lexeme = self._words.get(tokens[i].norm)
            if lexeme is not None and lexeme.kind == "particle":
                i += 1
        number = self._number(tokens, i, last) if i < last else None
        if number is None or number.value is None or number.one_of:
            return None
        return number.value, number.end

    @property
    def clitics(self) -> tuple[tuple[str, str, bool], ...]:
        """Every (letters, name, definite) that may stand before a word of the language, the empty one included."""
        return self._prefixes

    def ordinal_forms(self) -> Iterator[str]:
        """Yield the folded forms that a day of the month in words may begin with: definite ordinals and tens."""
        for form, lexeme in self._words.items():
            if lexeme.definite and lexeme.kind in ("ordinal", "tens"):
                yield form

    def prefix(self, token: Token) -> str | None:
        """Name the particles of a token that is nothing but particles (and, in, the article), or None."""
        lexeme = self._words.get(token.norm) if token.kind == "word" else None
        return lexeme.prefix if lexeme is not None and lexeme.kind == "particle" else None

    def _in_brackets(self, tokens: Sequence[Token], i: int, last: int) -> bool:
        """Whether a number in digits stands alone in the brackets that open at ``i``, with a noun behind them."""
        return (
            i + 3 < last
            and tokens[i].norm == "("
            and tokens[i + 1].kind == "number"
            and tokens[i + 2].norm == ")"
            and tokens[i + 3].kind == "word"
        )

    def _labelled(self, tokens: Sequence[Token], i: int, first: int) -> bool:
        """Whether what stands before a bracket makes the number in it a name, a year or a repetition."""
        if i == first:
            return False
        previous = tokens[i - 1]
        known = self._labels | self._clock | self._years | self._year_prepositions
        return previous.norm in known or previous.kind == "number" or previous.norm in self._words

    def _number(self, tokens: Sequence[Token], i: int, last: int) -> _Number | None:
        """Read the longest cardinal that starts at ``i``, in brackets or not."""
        if i < last and self._in_brackets(tokens, i, last):
            inside = self._number(tokens, i + 1, i + 2)
            return inside._replace(end=i + 3) if inside is not None else None
        group = self._group(tokens, i, last)
        if group is None:
            return None
        total, over, end, scale, digits, definite, one_of = group
        lowest, rising = scale, False
        final = scale
        while end < last and not one_of:
            k, joined = self._joined(tokens, end, last)
            if not joined:
                break
            lexeme = self._words.get(tokens[k].norm) if tokens[k].kind == "word" else None
            if lexeme is not None and lexeme.kind == "fraction":
                if lowest == 1 or rising:
                    break
                total, over = total * lexeme.over + lowest * lexeme.value * over, over * lexeme.over
                end = k + 1
                if end < last:
                    whole = self._words.get(tokens[end].norm)
                    if whole is not None and whole.kind == "single" and whole.value == lowest and whole.prefix == "":
                        end += 1
                break
            if lexeme is not None and lexeme.kind == "some":
                end = k + 1
                break
            following = self._group(tokens, k, last)
            if following is None:
                break
            value, its_over, its_end, its_scale, its_digits, _, its_one_of = following
            if its_one_of and its_scale == 1 and lowest == 1:
                break
            if not rising and lowest > 1 and its_scale < lowest and value < lowest * its_over:
                pass  # falling: a thousand and a hundred
            elif not rising and lowest > 1 and its_scale == lowest and self._round(total, lowest, value):
                pass  # a hundred thousand and a thousand
            elif not digits and not its_digits and its_scale > final and (rising or lowest == 1) and value > total:
                rising = True  # five and twenty and a hundred and a thousand
            else:
                break
            total, over = total * its_over + value * over, over * its_over
            end, final = its_end, its_scale
            lowest = min(lowest, its_scale)
        whole_value, remainder = divmod(total, over)
        return _Number(None if remainder else whole_value, end, final, digits, definite, one_of and end == i + 1)

    @staticmethod
    def _round(total: int, scale: int, value: int) -> bool:
        """Whether a further group of the same scale may be added: "a hundred thousand and a thousand"."""
        return total % (100 * scale) == 0 and total >= 100 * scale and value <= 99 * scale

    def _joined(self, tokens: Sequence[Token], i: int, last: int) -> tuple[int, bool]:
        """Whether token ``i`` continues with "and": the index of the number word that follows it."""
        token = tokens[i]
        if token.kind != "word":
            return i, False
        lexeme = self._words.get(token.norm)
        if lexeme is None or (lexeme.prefix != "and" and not self._is_and_eleven(tokens, i, last)):
            return i, False
        if lexeme.kind != "particle":
            return i, True
        if i + 1 >= last:
            return i, False
        following = tokens[i + 1]
        if following.kind == "number":
            return i + 1, True
        number = self._words.get(following.norm) if following.kind == "word" else None
        return i + 1, number is not None and number.prefix == ""

    def _is_and_eleven(self, tokens: Sequence[Token], i: int, last: int) -> bool:
        """Whether a word that is spelt like "one" once folded is "and" with the first word of eleven."""
        if tokens[i].norm not in self._and_one or i + 1 >= last:
            return False
        following = self._words.get(tokens[i + 1].norm)
        return following is not None and following.kind == "ten" and following.prefix == ""

    def _group(self, tokens: Sequence[Token], i: int, last: int) -> tuple[int, int, int, int, bool, bool, bool] | None:
        """Read a number below a thousand, or digits, with the scales that multiply it, or a scale alone.

        Returns numerator, denominator, end, scale, whether digits, whether definite, whether the word for "one of".
        """
        if i >= last:
            return None
        token = tokens[i]
        over = 1
        digits = token.kind == "number"
        definite = one_of = False
        if digits:
            parsed = self._digits(tokens, i, last)
            if parsed is None:
                return None
            value, over, end = parsed
        else:
            lexeme = self._words.get(token.norm) if token.kind == "word" else None
            if lexeme is None or (lexeme.mark and lexeme.mark not in token.text):
                return None
            definite = lexeme.definite
            end = i + 1
            if lexeme.kind in ("single", "dual", "accusative"):
                value = lexeme.value * (2 if lexeme.kind == "dual" or self._is_dual(tokens, i, last, lexeme) else 1)
                if lexeme.kind == "single":
                    value, end = self._stacked(tokens, end, last, value)
                return value, 1, end, lexeme.value, False, definite, False
            if lexeme.kind == "fraction":
                scale = self._scale(tokens, end, last, fraction=True)
                if scale is None:
                    return None
                return lexeme.value * scale, lexeme.over, end + 1, scale, False, definite, False
            small = self._small(tokens, i, last, lexeme)
            if small is None:
                return None
            value, end = small
            one_of = lexeme.kind == "one_of" and end == i + 1
        scale = None if one_of else self._scale(tokens, end, last)
        if scale is None:
            return value, over, end, 1, digits, definite, one_of
        value, end = self._stacked(tokens, end + 1, last, value * scale)
        return value, over, end, scale, digits, definite, False

    def _stacked(self, tokens: Sequence[Token], i: int, last: int, value: int) -> tuple[int, int]:
        """Multiply by a greater scale that follows: a thousand million."""
        lexeme = self._words.get(tokens[i].norm) if i < last and tokens[i].kind == "word" else None
        if lexeme is not None and lexeme.kind == "single" and lexeme.prefix == "" and value < lexeme.value:
            return value * lexeme.value, i + 1
        return value, i

    def _scale(self, tokens: Sequence[Token], i: int, last: int, fraction: bool = False) -> int | None:
        """Return the scale word at ``i`` that multiplies the number before it."""
        if i >= last or tokens[i].kind != "word":
            return None
        lexeme = self._words.get(tokens[i].norm)
        if lexeme is None or lexeme.prefix:
            return None
        kinds = ("single",) if fraction else ("single", "plural", "accusative")
        return lexeme.value if lexeme.kind in kinds else None

    def _is_dual(self, tokens: Sequence[Token], i: int, last: int, lexeme: Lexeme) -> bool:
        """Whether a form, accusative or construct dual, is the dual: no tanwin, and no preposition follows."""
        if lexeme.kind != "accusative" or not self._tanwin.isdisjoint(tokens[i].text):
            return False
        if i + 1 >= last:
            return True
        following = tokens[i + 1]
        return following.kind != "word" or following.norm not in self._phrases

    def _small(self, tokens: Sequence[Token], i: int, last: int, lexeme: Lexeme) -> tuple[int, int] | None:
        """Read units, tens and hundreds from ``i`` on, in either order: the value and the end."""
        ones = tens = hundreds = 0
        start = i
        while True:
            kind = lexeme.kind
            following = self._words.get(tokens[i + 1].norm) if i + 1 < last and tokens[i + 1].kind == "word" else None
            bare = following is not None and following.prefix == "" and not following.definite
            if kind in ("unit", "one_of") and not ones and not tens:
                if bare and following is not None and following.kind == "ten":
                    ones, tens, i = lexeme.value, 10, i + 2
                elif (
                    bare and following is not None and following.kind == "hundred" and lexeme.value > 2 and not hundreds
                ):
                    hundreds, i = 100 * lexeme.value, i + 2
                else:
                    ones, i = lexeme.value, i + 1
            elif kind == "ten" and not ones and not tens:
                tens, i = 10, i + 1
            elif kind == "tens" and not tens:
                tens, i = lexeme.value, i + 1
            elif kind in ("hundred", "hundreds") and not hundreds:
                hundreds, i = lexeme.value, i + 1
            elif kind == "zero" and i == start:
                return 0, i + 1
            else:
                return None if i == start else (hundreds + tens + ones, i)
            if i >= last:
                break
            k, joined = self._joined(tokens, i, last)
            number = self._words.get(tokens[k].norm) if joined and tokens[k].kind == "word" else None
            if number is None or not self._fits(tokens, k, last, number, ones, tens, hundreds):
                break
            i, lexeme = k, number
        return hundreds + tens + ones, i

    def _fits(
        self, tokens: Sequence[Token], i: int, last: int, lexeme: Lexeme, ones: int, tens: int, hundreds: int
    ) -> bool:
        """Whether a joined number word still has its place free in the number below a thousand."""
        if lexeme.mark and lexeme.mark not in tokens[i].text:
            return False
        kind = lexeme.kind
        if kind == "tens":
            return not tens
        if kind in ("hundred", "hundreds"):
            return not hundreds
        if kind in ("unit", "one_of", "ten"):
            if ones or tens:
                return False
            if kind == "unit" and i + 1 < last and hundreds:
                following = self._words.get(tokens[i + 1].norm)
                return following is None or following.kind != "hundred" or following.prefix != ""
            return bool(hundreds)
        return False

    def _digits(self, tokens: Sequence[Token], i: int, last: int) -> tuple[int, int, int] | None:
        """Read digits with their separators at ``i``: numerator, denominator, end."""
        norm = tokens[i].norm
        end = i + 1
        if _PLAIN.match(norm):
            if len(norm) > 1 and norm[0] == "0":
                return None
            if len(norm) <= 3:
                norm, end = self._grouped(tokens, i, last, norm)
            return int(norm), 1, end
        if _GROUPED.match(norm):
            whole, _, part = norm.replace(",", "").partition(".")
            return int(whole + part), int(10 ** len(part)), end
        if _DOTTED.match(norm) and not self._is_measured(tokens, end, last):
            return int(norm.replace(".", "")), 1, end
        if _DECIMAL.match(norm):
            whole, _, part = norm.replace(",", ".").partition(".")
            return int(whole + part), int(10 ** len(part)), end
        return None

    def _is_measured(self, tokens: Sequence[Token], i: int, last: int) -> bool:
        """Whether a scale or a percentage sign follows: then a full stop before three digits is a decimal point."""
        return self._scale(tokens, i, last) is not None or self._tail_end(tokens, i, last, self._percent) is not None

    def _grouped(self, tokens: Sequence[Token], i: int, last: int, norm: str) -> tuple[str, int]:
        """Join groups of three digits cut apart by a comma of the script or a single space."""
        end = i + 1
        while end < last:
            token = tokens[end]
            if token.kind == "number":
                k = end
                if token.start != tokens[end - 1].end + 1:
                    break
            elif (
                token.norm in self._grouping
                and token.start == tokens[end - 1].end
                and end + 1 < last
                and tokens[end + 1].start == token.end
            ):
                k = end + 1
            else:
                break
            part = tokens[k].norm
            if tokens[k].kind != "number" or len(part) != 3 or not part.isdigit():
                break
            norm += part
            end = k + 1
        return norm, end

    def _part_of_scale(
        self, tokens: Sequence[Token], i: int, last: int, value: int | None, over: int
    ) -> tuple[int, int] | None:
        """Read "quarters of a million" after a number."""
        scale = self._scale(tokens, i + 1, last, fraction=True)
        if scale is None or value is None or value * scale % over:
            return None
        return value * scale // over, i + 2


def _bounded(
    low: int | None, high: int | None, bounds: Sequence[str], approximate: bool
) -> tuple[int | None, int | None, bool]:
    """Apply bounds to an interval, the outermost last."""
    for bound in reversed(bounds):
        if bound == "about":
            approximate = True
        elif bound == "at_least":
            high = None
        elif bound == "more_than":
            low, high = (low + 1 if low is not None and low == high else low), None
        elif bound == "at_most":
            low, high = None, high
        elif bound == "less_than":
            low, high = None, (high - 1 if high is not None else None)
    return low, high, approximate


def _table(data: Mapping[str, object], key: str) -> Mapping[str, object]:
    value = data.get(key)
    if not isinstance(value, Mapping):
        raise LanguageError(f"numbers: [{key}] is missing; add the table")
    return value


def _string(table: Mapping[str, object], where: str, key: str) -> str:
    value = table.get(key)
    if not isinstance(value, str):
        raise LanguageError(f"numbers: [{where}] {key} must be a string of forms")
    return value


def _strings(data: Mapping[str, object], where: str, key: str) -> Iterator[tuple[str, str]]:
    value = data.get(key)
    if not isinstance(value, Mapping):
        raise LanguageError(f"numbers: [{where}] {key} is missing; add the table")
    for name, item in value.items():
        if not isinstance(item, str):
            raise LanguageError(f"numbers: [{where}] {key}.{name} must be a string of forms")
        yield name, item


def _list(table: Mapping[str, object], where: str, key: str, length: int) -> list[str]:
    value = table.get(key)
    if not isinstance(value, list) or len(value) != length or not all(isinstance(item, str) for item in value):
        raise LanguageError(f"numbers: [{where}] {key} must be a list of {length} strings")
    return value
