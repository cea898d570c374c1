"""Numbers written in words read back: by an independent library, and by a writer of the forms it does not know."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from num2words import num2words  # type: ignore[import-untyped]

from khabar.extract.quantities import Quantity, QuantityGrammar
from khabar.text import Document, Folding, tokenize

ARABIC = Path(__file__).parents[2] / "src" / "khabar" / "lang" / "ar"
TEXT = tomllib.loads((ARABIC / "text.toml").read_text(encoding="utf-8"))
FOLD = Folding(TEXT["fold"])
GRAMMAR = QuantityGrammar(tomllib.loads((ARABIC / "numbers.toml").read_text(encoding="utf-8")), FOLD)

LIMIT = 1_000_000
ROUND = sorted({d * 10**p for d in range(1, 100) for p in range(7) if d * 10**p <= LIMIT})

MASCULINE = ["", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة"]
FEMININE = ["", "واحدة", "اثنتان", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر"]
OBLIQUE = ["", "", "عشرين", "ثلاثين", "أربعين", "خمسين", "ستين", "سبعين", "ثمانين", "تسعين"]
NOMINATIVE = ["", "", "عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون"]
STEMS = ["", "", "", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع"]


def read(text: str) -> tuple[Document, list[Quantity]]:
    short = frozenset(FOLD(word) for word in TEXT["abbreviations"])
    document = tokenize(text, FOLD, frozenset(TEXT["enders"]), frozenset(TEXT["closers"]), short)
    found = []
    for sentence in document.sentences:
        found += GRAMMAR.find(document.tokens, sentence.first, sentence.last)
    return document, found


def is_right(number: int) -> bool:
    """Whether num2words writes the number in right Arabic.

    It does not where more than a hundred thousand end in 01 thousand: 101,000 becomes "a hundred and thousand
    thousand" (in Arabic: a hundred thousand and a thousand, which ``spell`` below writes).
    """
    thousands = number // 1000
    return not (thousands > 100 and thousands % 100 == 1)


def check(number: int) -> None:
    words = num2words(number, lang="ar").strip()
    document, found = read(words)
    assert [(q.minimum, q.maximum, q.value) for q in found] == [(number, number, number)], words
    assert (found[0].first, found[0].last) == (0, len(document.tokens)), words


@pytest.mark.parametrize("start", range(0, 3001, 500))
def test_small_numbers_read_back(start: int) -> None:
    for number in range(start, min(start + 500, 3001)):
        check(number)


def test_round_numbers_read_back() -> None:
    for number in filter(is_right, ROUND):
        check(number)


@given(st.integers(0, LIMIT).filter(is_right))
@settings(max_examples=400, deadline=None)
def test_numbers_read_back(number: int) -> None:
    check(number)


CLITICS = [("و", "and"), ("ب", "in"), ("ل", "to"), ("ف", "so"), ("وب", "and+in"), ("", "")]


@given(st.integers(3, LIMIT).filter(is_right), st.sampled_from(CLITICS), st.booleans())
@settings(max_examples=300, deadline=None)
def test_numbers_read_back_in_running_text(number: int, clitic: tuple[str, str], joined: bool) -> None:
    letters, name = clitic
    words = num2words(number, lang="ar").strip()
    if joined:
        words = words.replace(" و ", " و")
    assume((letters + words).split()[0] != "لست")  # read as "I am not"
    document, found = read(f"وأسفر الهجوم {letters}{words} قتيل، وفق ما أفاد مصدر")
    quantity = found[0]
    assert len(found) == 1
    assert (quantity.minimum, quantity.maximum) == (number, number), words
    assert quantity.prefix == name
    start, end = document.tokens[quantity.first].start, document.tokens[quantity.last - 1].end
    assert document.text[start:end] == letters + words


def below_hundred(n: int, feminine: bool, tens: list[str]) -> list[str]:
    units, other = (FEMININE, MASCULINE) if feminine else (MASCULINE, FEMININE)
    if n <= 10:
        return [units[n]] if n else []
    if n == 11:
        return ["إحدى عشرة" if feminine else "أحد عشر"]
    if n == 12:
        return ["اثنتا عشرة" if feminine else "اثنا عشر"]
    if n < 20:
        return [f"{units[n - 10]} {other[10]}"]
    return [word for word in (units[n % 10], tens[n // 10]) if word]


def below_thousand(n: int, feminine: bool, tens: list[str], hundred: str, fused: bool) -> list[str]:
    parts = []
    if n >= 300:
        stem = STEMS[n // 100]
        parts.append(stem + hundred if fused else f"{'ثماني' if stem == 'ثمان' else stem} {hundred}")
    elif n >= 200:
        parts.append("مئتان" if hundred == "مئة" else "مائتين")
    elif n >= 100:
        parts.append(hundred)
    return parts + below_hundred(n % 100, feminine, tens)


def spell(n: int, feminine: bool, tens: list[str], hundred: str, fused: bool) -> str:
    """Write a number up to a million as grammars teach it: polarity, dual thousands, 101,000 in two groups."""
    if n == LIMIT:
        return "مليون"
    groups = []
    thousands = n // 1000
    if thousands % 100 in (1, 2) and thousands > 100:
        groups.append(" و".join(below_thousand(thousands // 100 * 100, False, tens, hundred, fused)) + " ألف")
        thousands %= 100
    if thousands == 1:
        groups.append("ألف")
    elif thousands == 2:
        groups.append("ألفان")
    elif thousands:
        words = " و".join(below_thousand(thousands, False, tens, hundred, fused))
        last = thousands % 100
        groups.append(f"{words} {'آلاف' if 3 <= last <= 10 else 'ألفاً' if 11 <= last <= 99 else 'ألف'}")
    groups += below_thousand(n % 1000, feminine, tens, hundred, fused)
    return " و".join(groups)


@given(
    st.integers(1, LIMIT),
    st.booleans(),
    st.sampled_from([NOMINATIVE, OBLIQUE]),
    st.sampled_from(["مئة", "مائة"]),
    st.booleans(),
)
@settings(max_examples=400, deadline=None)
def test_numbers_of_either_gender_and_case_read_back(
    number: int, feminine: bool, tens: list[str], hundred: str, fused: bool
) -> None:
    words = spell(number, feminine, tens, hundred, fused)
    _, found = read(words)
    assert [(q.minimum, q.maximum) for q in found] == [(number, number)], words


@given(st.integers(1, 999), st.sampled_from([1000, 2000]))
@settings(max_examples=200, deadline=None)
def test_rising_order_reads_back(small: int, thousands: int) -> None:
    units, hundreds = small % 100, small // 100 * 100
    parts = below_hundred(units, False, NOMINATIVE)
    parts += below_thousand(hundreds, False, NOMINATIVE, "مئة", True)
    parts.append("ألف" if thousands == 1000 else "ألفان")
    _, found = read(" و".join(parts))
    assert [q.value for q in found] == [small + thousands], parts


@given(st.integers(0, 999_999_999), st.sampled_from(["0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"]), st.booleans())
@settings(max_examples=200, deadline=None)
def test_digits_read_back(number: int, digits: str, grouped: bool) -> None:
    plain = f"{number:,}" if grouped else str(number)
    comma = "," if digits[0] == "0" else "٬"
    written = "".join(digits[int(c)] if c.isdigit() else comma for c in plain)
    _, found = read(f"قتل {written} شخصا")
    assert [q.value for q in found] == [number], written


@given(st.text(alphabet="ابتجدرسعفقكلمنهوي 0123456789٣٫،.-/:%()وبل", max_size=60))
@settings(max_examples=200, deadline=None)
def test_noise_never_breaks_the_order(text: str) -> None:
    document, found = read(text)
    end = 0
    for quantity in found:
        assert end <= quantity.first < quantity.last <= len(document.tokens)
        end = quantity.last
