"""Dates over noise: never an exception, never a date after publication that is not marked as future."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from khabar.extract.dates import Calendar
from khabar.extract.quantities import QuantityGrammar
from khabar.text import Folding, tokenize

ARABIC = Path(__file__).parents[2] / "src" / "khabar" / "lang" / "ar"
TEXT = tomllib.loads((ARABIC / "text.toml").read_text(encoding="utf-8"))
CALENDAR = tomllib.loads((ARABIC / "calendar.toml").read_text(encoding="utf-8"))
FOLD = Folding(TEXT["fold"])
GRAMMAR = QuantityGrammar(tomllib.loads((ARABIC / "numbers.toml").read_text(encoding="utf-8")), FOLD)
DATES = Calendar(CALENDAR, FOLD, GRAMMAR)

EXTRA = """الأحد الخميس الجمعة الشهر العام الأسبوع الأيام الساعات الأول الثالث الثلاثين السابع والعشرين ثلاثة
خمسين ألف و ب الـ ، ( ) / -
0 1 2 5 12 29 31 48 366 2019 2024 1445 9999 0001 10:30 29/2/2023 30/02"""
WORDS = sorted(
    {
        word
        for table in CALENDAR.values()
        if isinstance(table, dict)
        for forms in table.values()
        if isinstance(forms, str)
        for word in forms.replace(",", " ").replace(";", " ").split()
    }.union(EXTRA.split())
)


@given(
    st.lists(st.sampled_from(WORDS), max_size=12),
    st.one_of(st.none(), st.dates(date(1, 1, 1), date(9999, 12, 31)), st.dates(date(2011, 1, 1), date(2030, 1, 1))),
)
@settings(max_examples=1000, deadline=None)
def test_noise_of_the_calendars_own_words(words: list[str], published: date | None) -> None:
    text = " ".join(words)
    document = tokenize(text, FOLD, frozenset(TEXT["enders"]), frozenset(TEXT["closers"]), frozenset())
    end = 0
    for sentence in document.sentences:
        for mention in DATES.find(document.tokens, sentence.first, sentence.last, text, published):
            assert end <= mention.first < mention.last <= sentence.last
            end = mention.last
            tokens = document.tokens
            assert mention.words == text[tokens[mention.first].start : tokens[end - 1].end]
            if mention.earliest is not None and mention.latest is not None:
                assert mention.earliest <= mention.latest
            if published is not None and not mention.future:
                assert mention.latest is None or mention.latest <= published
                assert mention.earliest is None or mention.earliest <= published
