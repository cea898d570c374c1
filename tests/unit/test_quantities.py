"""Quantities: tables of ``[text, expected]``; expected is one ``words = minimum..maximum flags`` per quantity.

A missing bound is left empty. Flags: the kind where it is not ``exact``, ``~`` for approximate, ``prefix:…``,
``the`` for definite, ``tail:words`` for a bound after the noun. Kinds that count nothing show their value instead.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from khabar.errors import LanguageError
from khabar.extract.quantities import Quantity, QuantityGrammar
from khabar.text import Document, Folding, tokenize

ARABIC = Path(__file__).parents[2] / "src" / "khabar" / "lang" / "ar"
TEXT = tomllib.loads((ARABIC / "text.toml").read_text(encoding="utf-8"))
NUMBERS = tomllib.loads((ARABIC / "numbers.toml").read_text(encoding="utf-8"))
FOLD = Folding(TEXT["fold"])
GRAMMAR = QuantityGrammar(NUMBERS, FOLD)


def read(text: str) -> Document:
    short = frozenset(FOLD(word) for word in TEXT["abbreviations"])
    return tokenize(text, FOLD, frozenset(TEXT["enders"]), frozenset(TEXT["closers"]), short)


def find(document: Document, taken: frozenset[int] = frozenset()) -> list[Quantity]:
    found = []
    for sentence in document.sentences:
        found += GRAMMAR.find(document.tokens, sentence.first, sentence.last, taken)
    end = 0
    for quantity in found:
        assert end <= quantity.first <= quantity.core_first < quantity.core_last <= quantity.last
        end = quantity.last
    return found


def words(document: Document, first: int, last: int) -> str:
    return document.text[document.tokens[first].start : document.tokens[last - 1].end]


def show(document: Document, quantity: Quantity) -> str:
    low = "" if quantity.minimum is None else quantity.minimum
    high = "" if quantity.maximum is None else quantity.maximum
    flags = [] if quantity.kind == "exact" else [quantity.kind]
    if quantity.approximate:
        flags.append("~")
    if quantity.prefix:
        flags.append(f"prefix:{quantity.prefix}")
    if quantity.definite:
        flags.append("the")
    if quantity.tail is not None:
        flags.append(f"tail:{words(document, *quantity.tail)}")
    counted = f"{low}..{high}" if quantity.kind in ("exact", "vague") else str(quantity.value)
    return " ".join([words(document, quantity.first, quantity.last), "=", counted, *flags])


NUMBER_WORDS = [
    ["خمسة أطفال", "خمسة = 5..5"],
    ["ثلاث نساء", "ثلاث = 3..3"],
    ["ثماني نساء", "ثماني = 8..8"],
    ["ثمانٍ وتسعين عائلة", "ثمانٍ وتسعين = 98..98"],
    ["عشر غارات", "عشر = 10..10"],
    ["أحد عشر مدنياً", "أحد عشر = 11..11"],
    ["إحدى عشرة قذيفة", "إحدى عشرة = 11..11"],
    ["اثني عشر شخصا", "اثني عشر = 12..12"],
    ["اثنتا عشرة قرية", "اثنتا عشرة = 12..12"],
    ["ثلاث عشرة جثة", "ثلاث عشرة = 13..13"],
    ["سبعة عشر مدنياً", "سبعة عشر = 17..17"],
    ["أربع عشرة عربة", "أربع عشرة = 14..14"],
    ["إصابة اثنين من طاقمها", "اثنين = 2..2"],
    ["عشرون", "عشرون = 20..20"],
    ["واحد وعشرون قتيلا", "واحد وعشرون = 21..21"],
    ["إحدى وعشرين امرأة", "إحدى وعشرين = 21..21"],
    ["اثنتين وثلاثين", "اثنتين وثلاثين = 32..32"],
    ["تسعة وتسعين", "تسعة وتسعين = 99..99"],
    ["مئة قتيل", "مئة = 100..100"],
    ["مائة وخمسين جريحاً", "مائة وخمسين = 150..150"],
    ["مئة وأحد عشر", "مئة وأحد عشر = 111..111"],
    ["مئتي قتيل", "مئتي = 200..200"],
    ["مئتين وأربعة وثلاثين من", "مئتين وأربعة وثلاثين = 234..234"],
    ["ثلاثمئة وخمس عشرة عائلة", "ثلاثمئة وخمس عشرة = 315..315"],
    ["ثلاث مئة", "ثلاث مئة = 300..300"],
    ["ثمانمائة", "ثمانمائة = 800..800"],
    ["ثماني مئة وسبعين", "ثماني مئة وسبعين = 870..870"],
    ["ألف شخص", "ألف = 1000..1000"],
    ["ألفي أسرة", "ألفي = 2000..2000"],
    ["ألفا شخص", "ألفا = 2000..2000"],
    ["ألفاً من الأهالي", "ألفاً = 1000..1000"],
    ["ثلاثة آلاف", "ثلاثة آلاف = 3000..3000"],
    ["ثلاثة آلاف وخمسمئة", "ثلاثة آلاف وخمسمئة = 3500..3500"],
    ["ثلاثين ألفاً وخمسمئة وتسعين", "ثلاثين ألفاً وخمسمئة وتسعين = 30590..30590"],
    ["ألف ومئة وخمسة وعشرون", "ألف ومئة وخمسة وعشرون = 1125..1125"],
    ["خمسة وعشرون ومئة وألف", "خمسة وعشرون ومئة وألف = 1125..1125"],
    ["خمسة وعشرون ومئة ألف", "خمسة وعشرون ومئة ألف = 125000..125000"],
    ["مئة ألف وألف نازح", "مئة ألف وألف = 101000..101000"],
    ["مليونين وثلاثمئة ألف", "مليونين وثلاثمئة ألف = 2300000..2300000"],
    ["نصف مليون شخص", "نصف مليون = 500000..500000"],
    ["ربع مليون", "ربع مليون = 250000..250000"],
    ["مليون ونصف المليون نازح", "مليون ونصف المليون = 1500000..1500000"],
    ["ألف ونصف", "ألف ونصف = 1500..1500"],
    ["ثلاثة ملايين ونصف", "ثلاثة ملايين ونصف = 3500000..3500000"],
    ["ثلاثة أرباع المليون", "ثلاثة أرباع المليون = 750000..750000"],
    ["مليار ليرة", "مليار = 1000000000..1000000000"],
    ["الخمسة والعشرون", "الخمسة والعشرون = 25..25 the"],
    ["الأشخاص الثلاثة", "الثلاثة = 3..3 the"],
    ["ثلاثة (3) أشخاص", "ثلاثة (3) = 3..3"],
    ["وخمسة وعشرين", "وخمسة وعشرين = 25..25 prefix:and"],
    ["وأحد عشر جريحا", "وأحد عشر = 11..11 prefix:and"],
    ["بألفين وثلاثمائة", "بألفين وثلاثمائة = 2300..2300 prefix:in"],
    ["بأربعة صواريخ", "بأربعة = 4..4 prefix:in"],
    ["لثلاثة أشهر", "لثلاثة = 3..3 prefix:to"],
    ["وبخمسة", "وبخمسة = 5..5 prefix:and+in"],
    ["أحد المسلحين", "أحد = 1..1"],
    ["إحدى الضحايا", "إحدى = 1..1"],
    ["أي أحد عشر قتيلا", "أحد عشر = 11..11"],
    ["قال أحد متطوعيها", "أحد = 1..1"],
    ["أحدهم فجّر نفسه", "أحدهم = 1..1 the"],
    ["جندي واحد", "واحد = 1..1"],
]

DIGITS = [
    ["إلى 14 شهيداً", "14 = 14..14"],
    ["٩٧ شهيداً", "٩٧ = 97..97"],
    ["۱۲ نفر", "۱۲ = 12..12"],
    ["1,200 أسرة", "1,200 = 1200..1200"],
    ["1٬350 خيمة", "1٬350 = 1350..1350"],
    ["4،200 خيمة", "4،200 = 4200..4200"],
    ["1.200 أسرة", "1.200 = 1200..1200"],
    ["12 500 شخص", "12 500 = 12500..12500"],
    ["500 ألف شخص", "500 ألف = 500000..500000"],
    ["12 ألفا", "12 ألفا = 12000..12000"],
    ["71 ألفاً و980", "71 ألفاً و980 = 71980..71980"],
    ["2.7 مليون نازح", "2.7 مليون = 2700000..2700000"],
    ["2,7 مليون", "2,7 مليون = 2700000..2700000"],
    ["٢٫٥ مليون", "٢٫٥ مليون = 2500000..2500000"],
    ["1.200 مليون", "1.200 مليون = 1200000..1200000"],
    ["3 آلاف", "3 آلاف = 3000..3000"],
    ["مليونين و300 ألف", "مليونين و300 ألف = 2300000..2300000"],
    ["و4 من لواء", "و4 = 4..4 prefix:and"],
    ["لـ30 شخصا", "لـ30 = 30..30 prefix:to"],
    ["الـ24 جريحا", "الـ24 = 24..24 the"],
    ["بالـ 48", "بالـ 48 = 48..48 prefix:in the"],
]

BOUNDS = [
    ["ما لا يقل عن ثلاثين آخرين", "ما لا يقل عن ثلاثين = 30.."],
    ["بما لا يقل عن 4,200 خيمة", "بما لا يقل عن 4,200 = 4200.. prefix:in"],
    ["لا يقل عن اثني عشر", "لا يقل عن اثني عشر = 12.."],
    ["لا يقل عددهم عن 12", "لا يقل عددهم عن 12 = 12.."],
    ["لا يقل عدد القتلى عن 12", "لا يقل عدد القتلى عن 12 = 12.."],
    ["على الأقل عشرة", "على الأقل عشرة = 10.."],
    ["تسعة مدنيين على الأقل، بينهم", "تسعة = 9.. tail:على الأقل"],
    ["100 مدني على الأقل من أهالي", "100 = 100.. tail:على الأقل"],
    ["ستون على الأقل من", "ستون على الأقل = 60.."],
    ["20 شخصا كحد أدنى", "20 = 20.. tail:كحد أدنى"],
    ["عشرون فأكثر", "عشرون فأكثر = 20.."],
    ["خمسة أو أكثر", "خمسة أو أكثر = 5.."],
    ["أكثر من أربعين آخرين", "أكثر من أربعين = 41.."],
    ["أكثر من ألف قتيل", "أكثر من ألف = 1001.."],
    ["وأكثر من 20 برميلاً", "وأكثر من 20 = 21.. prefix:and"],
    ["ما يزيد على 500 ألف", "ما يزيد على 500 ألف = 500001.."],
    ["يزيد عددهم على خمسين شخصاً", "يزيد عددهم على خمسين = 51.."],
    ["ما يزيد عن مئة", "ما يزيد عن مئة = 101.."],
    ["تجاوز عددهم الـ100", "تجاوز عددهم الـ100 = 101.. the"],
    ["فوق 30", "فوق 30 = 31.."],
    ["أزيد من 40 شخصا", "أزيد من 40 = 41.."],
    ["أكثر من نصف مليون", "أكثر من نصف مليون = 500001.."],
    ["ما يصل إلى عشرين مسلحاً", "ما يصل إلى عشرين = ..20"],
    ["حتى 100 شخص", "حتى 100 = ..100"],
    ["لا يتجاوز العشرة", "لا يتجاوز العشرة = ..10 the"],
    ["لا يزيد عددهم عن 15", "لا يزيد عددهم عن 15 = ..15"],
    ["بحد أقصى 30", "بحد أقصى 30 = ..30"],
    ["خمسة قتلى على أبعد تقدير", "خمسة = ..5 tail:على أبعد تقدير"],
    ["أقل من 10", "أقل من 10 = ..9"],
    ["ما دون العشرين", "ما دون العشرين = ..19 the"],
    ["نحو ٢٢ ألف شخص", "نحو ٢٢ ألف = 22000..22000 ~"],
    ["حوالي 60", "حوالي 60 = 60..60 ~"],
    ["زهاء مئة", "زهاء مئة = 100..100 ~"],
    ["بقرابة 100 ألف شخص", "بقرابة 100 ألف = 100000..100000 ~ prefix:in"],
    ["ما يقارب 60 آخرين", "ما يقارب 60 = 60..60 ~"],
    ["ما يقرب من أربعين", "ما يقرب من أربعين = 40..40 ~"],
    ["ما يناهز 30", "ما يناهز 30 = 30..30 ~"],
    ["100 شخص تقريباً", "100 = 100..100 ~ tail:تقريباً"],
    ["ما بين 15 و20 شهيداً", "ما بين 15 و20 = 15..20"],
    ["ما بين ثلاثة وخمسة إرهابيين", "ما بين ثلاثة وخمسة = 3..5"],
    ["بين خمسة وعشرين وثلاثين", "بين خمسة وعشرين وثلاثين = 25..30"],
    ["بين 5 و 7", "بين 5 و 7 = 5..7"],
    ["ما بين 10 إلى 15", "ما بين 10 إلى 15 = 10..15"],
    ["بين 5 و7 آلاف", "بين 5 و7 آلاف = 5000..7000"],
    ["من ثلاثة إلى خمسة آلاف", "من ثلاثة إلى خمسة آلاف = 3000..5000"],
    ["5 إلى 7 قتلى", "5 إلى 7 = 5..7"],
    ["5-7 قتلى", "5-7 = 5..7"],
    ["3–4 جرحى", "3–4 = 3..4"],
    ["ثلاثة أو أربعة", "ثلاثة أو أربعة = 3..4"],
]

VAGUE = [
    ["وأصيب عشرات بجروح", "عشرات = 20..99 vague"],
    ["إصابة العشرات", "العشرات = 20..99 vague"],
    ["ومئات الجرحى", "ومئات = 200..999 vague prefix:and"],
    ["آلاف المدنيين", "آلاف = 2000..9999 vague"],
    ["عشرات الآلاف من", "عشرات الآلاف = 20000..99999 vague"],
    ["مئات الآلاف من المدنيين", "مئات الآلاف = 200000..999999 vague"],
    ["وشرّد الملايين", "الملايين = 2000000..9999999 vague"],
    ["عدة آليات", "عدة = 2.. vague"],
    ["عدد من المحال", "عدد من = 2.. vague"],
    ["بعدد من المنازل", "بعدد من = 2.. vague prefix:in"],
    ["تحييد عدد كبير من عناصر", "عدد كبير من = 2.. vague"],
    ["عدداً من القتلى", "عدداً من = 2.. vague"],
    ["بضعة أشخاص", "بضعة = 3..9 vague ~"],
    ["بضع مئات", "بضع مئات = 200..999 vague"],
    ["عدة آلاف", "عدة آلاف = 2000..9999 vague"],
]

COUNTS_NOTHING = [
    ["72% منهم", "72% = 72 percent"],
    ["٪40 من", "40 = 40 percent"],
    ["ثمانون بالمئة منهم", "ثمانون بالمئة = 80 percent"],
    ["30 في المئة", "30 في المئة = 30 percent"],
    ["ثلثهم من الأطفال", "ثلثهم = None fraction"],
    ["ثلاثة أرباع السكان", "ثلاثة أرباع = None fraction"],
    ["ثلاثة من كل خمسة", "ثلاثة من كل خمسة = 3 distributive"],
    ["السابع والعشرين", "السابع والعشرين = 27 ordinal the"],
    ["الثانية والخمسين من عمره", "الثانية والخمسين = 52 ordinal the"],
    ["الحادي عشر", "الحادي عشر = 11 ordinal the"],
    ["وجُرح ثالث", "ثالث = 3 ordinal"],
]

SEVERAL = [
    ["ستة شهداء وثلاثة جرحى", ["ستة = 6..6", "وثلاثة = 3..3 prefix:and"]],
    ["عشرون وثلاثة جرحى", ["عشرون = 20..20", "وثلاثة = 3..3 prefix:and"]],
    ["5 و3", ["5 = 5..5", "و3 = 3..3 prefix:and"]],
    ["ارتفع من 10 إلى 14 قتيلا", ["10 = 10..10", "14 = 14..14"]],
    ["10 من أصل 15 راكبا", ["10 = 10..10", "15 = 15 distributive"]],
    ["2.7 مليون، بينهم 1.6 مليون", ["2.7 مليون = 2700000..2700000", "1.6 مليون = 1600000..1600000"]],
    ["20 برميلاً و12 صاروخا على الأقل", ["20 = 20..20", "و12 = 12.. prefix:and tail:على الأقل"]],
    ["97 شهيداً، منهم 5 أطفال", ["97 = 97..97", "5 = 5..5"]],
    ["قُتل 8 واختطاف 3 آخرين", ["8 = 8..8", "3 = 3..3"]],
]

NOTHING = [
    "اللواء 444 قتال",
    "عام 2011",
    "منذ 2011",
    "الساعة 10:30",
    "ميغ-29",
    "القرار 2254",
    "24/7",
    "لم يصب أحد بأذى",
    "لا أحد يدري",
    "يوم الأحد في",
    "مساء الاثنين",
    "عدد القتلى من المدنيين",
    "في آن واحد",
    "شارع الستين",
    "لست مسؤولا",
    "حتى الآن نحو الجنوب",
    "أكثر من مرة",
    "العثور على ميتين",
    "ثلاثي الأبعاد",
    "الثلاثاء والأربعاء والخميس",
    "05",
    "7.6 درجات",
]


@pytest.mark.parametrize(("text", "expected"), NUMBER_WORDS + DIGITS + BOUNDS + VAGUE + COUNTS_NOTHING)
def test_quantity(text: str, expected: str) -> None:
    document = read(text)
    assert [show(document, quantity) for quantity in find(document)] == [expected]


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_several(text: str, expected: list[str]) -> None:
    document = read(text)
    assert [show(document, quantity) for quantity in find(document)] == expected


@pytest.mark.parametrize("text", NOTHING)
def test_nothing(text: str) -> None:
    document = read(text)
    assert [show(document, quantity) for quantity in find(document)] == []


def test_core_leaves_bounds_and_particles_out() -> None:
    document = read("وأصيب بنحو الـ30 شخصا")
    (quantity,) = find(document)
    assert words(document, quantity.core_first, quantity.core_last) == "30"
    assert words(document, quantity.first, quantity.last) == "بنحو الـ30"


def test_taken_tokens_are_left_alone() -> None:
    document = read("في 11 شباط قتل 25 عنصرا")
    assert [q.value for q in find(document)] == [11, 25]
    assert [q.value for q in find(document, frozenset({1, 2}))] == [25]


def test_ordinal_and_cardinal_readers() -> None:
    tokens = read("السادس والعشرين من الـ 48 ألفا").tokens
    assert GRAMMAR.ordinal(tokens, 0, len(tokens)) == (26, 2)
    assert GRAMMAR.cardinal(tokens, 3, len(tokens)) == (48000, 6)


@pytest.mark.parametrize("missing", sorted(NUMBERS))
def test_missing_table_is_named(missing: str) -> None:
    data = {key: value for key, value in NUMBERS.items() if key != missing}
    with pytest.raises(LanguageError, match=missing):
        QuantityGrammar(data, FOLD)


@pytest.mark.parametrize(
    ("table", "entry", "value", "named"),
    [
        ("vague", "some", "عدة", "some"),
        ("fractions", "half", "نصف", "half"),
        ("words", "units", ["واحد"], "units"),
        ("scales", "many", {"single": "ألف"}, "many"),
        ("before", "at_least", "على الأقل,,", "at_least"),
    ],
)
def test_malformed_entry_is_named(table: str, entry: str, value: object, named: str) -> None:
    data = {**NUMBERS, table: {**NUMBERS[table], entry: value}}
    with pytest.raises(LanguageError, match=named):
        QuantityGrammar(data, FOLD)
