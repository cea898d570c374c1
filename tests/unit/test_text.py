"""Tokens, sentences and folding: tables of ``[text, expected]`` and properties that hold for any string.

A token is written as its surface, with ``>`` and its folded form where the two differ; ``|`` stands between tokens.
"""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khabar.language import load_language
from khabar.text import CONTROLS, Document, Folding, tokenize

ARABIC = load_language("ar")

TOKENS = [
    ("", ""),
    (" \t\u00a0\u2003", ""),
    ("قصف", "قصف"),
    ("قصف مقر", "قصف|مقر"),
    ("\u00a0قال\u202fمحمد\u00a0", "قال|محمد"),
    # letters that are written in several ways
    ("أإآٱىئؤة", "أإآٱىئؤة>ااااييوه"),
    ("ک ی ہ", "ک>ك|ی>ي|ہ>ه"),
    ("ا\u0654حمد", "ا\u0654حمد>احمد"),
    # diacritics and stretching
    ("مُقَاتِل", "مُقَاتِل>مقاتل"),
    ("ألفاً", "ألفاً>الفا"),
    ("وَقال", "وَقال>وقال"),
    ("رحمٰن", "رحمٰن>رحمن"),
    ("مـــقـتل", "مـــقـتل>مقتل"),
    ("الـ", "الـ>ال"),
    ("ـ", "ـ"),
    ("\u064b", ""),
    # presentation forms and ligatures
    ("ﻣﻘﺎﺗﻞ", "ﻣﻘﺎﺗﻞ>مقاتل"),
    ("ﻻ", "ﻻ>لا"),
    ("ﷺ", "ﷺ>صلي الله عليه وسلم"),
    ("ﬁrst", "ﬁrst>first"),
    # bidi controls, joiners and other invisible characters
    ("\u200fقال\u200e", "قال"),
    ("\u202bقال\u202c محمد", "قال|محمد"),
    ("\u2067حلب\u2069", "حلب"),
    ("قال\u200fإن", "قال\u200fإن>قالان"),
    ("سوريا\u200cها", "سوريا\u200cها>سورياها"),
    ("زي\u200dاد", "زي\u200dاد>زياد"),
    ("كل\u00adمة", "كل\u00adمة>كلمه"),
    ("\ufeffقال", "قال"),
    ("\u061cقال\u061c", "قال"),
    ("12\u200f,\u200f5", "12|,|5"),
    # digits of all kinds
    ("12", "12"),
    ("١٢", "١٢>12"),
    ("۱۲", "۱۲>12"),
    ("१२", "१२>12"),
    ("１２", "１２>12"),
    ("١٢٫٥", "١٢٫٥>12.5"),
    ("١٬٢٠٠", "١٬٢٠٠>1,200"),
    ("1,200.5", "1,200.5"),
    ("3.", "3|."),
    ("٣،٥", "٣>3|،|٥>5"),
    ("12-15", "12|-|15"),
    ("١٢:٣٠", "١٢>12|:|٣٠>30"),
    ("٥٠٪", "٥٠>50|٪"),
    ("50%", "50|%"),
    ("كورونا19", "كورونا|19"),
    ("2019م", "2019|م"),
    ("ال48", "ال|48"),
    # quotation marks
    ('"داعش"', '"|داعش|"'),
    ("«داعش»", "«|داعش|»"),
    ("“داعش”", "“|داعش|”"),
    ("‘داعش’", "‘|داعش|’"),
    ("’’داعش‘‘", "’|’|داعش|‘|‘"),
    ("„داعش“", "„|داعش|“"),
    ("و«داعش»", "و|«|داعش|»"),
    # other marks
    ("قال،إن", "قال|،|إن>ان"),
    ("(قتيل)", "(|قتيل|)"),
    ("قال…ثم", "قال|…|ثم"),
    ("نعم؟!", "نعم|؟|!"),
    ("x_y", "x|y"),
    ("#خميس_مشيط", "خميس|مشيط"),
    ("#الجيش# يقصف", "الجيش|يقصف"),
    ("e-mail", "e|-|mail"),
    ("😀 قال", "😀|قال"),
    # other scripts
    ("STRASSE Straße", "STRASSE>strasse|Straße>strasse"),
    ("ÉA", "ÉA>éa"),
    ("e\u0301a", "e\u0301a"),
]
"""Texts with their tokens."""

SENTENCES = [
    ("قال نعم", ["قال نعم"]),
    ("قال. ثم", ["قال.", "ثم"]),
    ("قال.ثم", ["قال.", "ثم"]),
    ("قال... ثم", ["قال...", "ثم"]),
    ("قال… ثم", ["قال…", "ثم"]),
    ("نعم؟! لا", ["نعم؟!", "لا"]),
    ("قال: «نعم.» ثم", ["قال: «نعم.»", "ثم"]),
    ('قال: "نعم." ثم', ['قال: "نعم."', "ثم"]),
    ("(قال.) ثم", ["(قال.)", "ثم"]),
    ('قال. "نعم" لا', ["قال.", '"نعم" لا']),
    ("قال د. أحمد. ثم", ["قال د. أحمد.", "ثم"]),
    ("أ.د. علي", ["أ.د. علي"]),
    ("على بعد 10.5 كم. من حلب", ["على بعد 10.5 كم. من حلب"]),
    ("عند 3.5 مليون. ثم", ["عند 3.5 مليون.", "ثم"]),
    ("قال\nثم", ["قال", "ثم"]),
    ("قال.\r\nثم", ["قال.", "ثم"]),
    ("قال\rثم", ["قال", "ثم"]),
    ("قال\n\n\n ثم", ["قال", "ثم"]),
    ("قال\u2028ثم\u2029هنا", ["قال", "ثم", "هنا"]),
    ("د.\nثم", ["د.", "ثم"]),
    ("\n\nقال\n", ["قال"]),
    ("قال، ثم؛ هنا: لا", ["قال، ثم؛ هنا: لا"]),
    ("۔ قال۔ ثم", ["۔", "قال۔", "ثم"]),
]
"""Texts with their sentences."""

PARAGRAPHS = [
    ("a. b.", [0, 0]),
    ("a\nb", [0, 1]),
    ("a. b\r\n\r\nc", [0, 0, 1]),
    ("\n\n\na\n \nb", [0, 1]),
]
"""Texts with their sentences' paragraphs."""


def shown(document: Document) -> str:
    return "|".join(t.text if t.norm == t.text else f"{t.text}>{t.norm}" for t in document.tokens)


@pytest.mark.parametrize(("text", "expected"), TOKENS)
def test_tokens(text: str, expected: str) -> None:
    assert shown(ARABIC.read(text)) == expected


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_sentences(text: str, expected: list[str]) -> None:
    document = ARABIC.read(text)
    spans = [(document.tokens[s.first].start, document.tokens[s.last - 1].end) for s in document.sentences]
    assert [text[a:b] for a, b in spans] == expected


@pytest.mark.parametrize(("text", "expected"), PARAGRAPHS)
def test_paragraphs(text: str, expected: list[int]) -> None:
    assert [s.paragraph for s in ARABIC.read(text).sentences] == expected


@pytest.mark.parametrize(
    ("text", "kinds"), [("قال", "word"), ("12", "number"), ("١٢٫٥", "number"), ("،", "punct"), ("😀", "punct")]
)
def test_kinds(text: str, kinds: str) -> None:
    assert [t.kind for t in ARABIC.read(text).tokens] == [kinds]


def test_offsets_count_code_points() -> None:
    text = "😀 \u200fمُقاتل\r\n«١٢»"
    assert [(t.start, t.end) for t in ARABIC.read(text).tokens] == [(0, 1), (3, 9), (11, 12), (12, 14), (14, 15)]


# ---------------------------------------------------------------------------------------- any string

NEWS = st.text(st.sampled_from('قالمُةأـ \n\r.،؟"«»’‘12١٢٫٬\u200f\u202b\u200c\u2067\u2028ﻻﷺd(ک'), max_size=60)
ANY = st.text(max_size=60) | NEWS


@given(ANY)
def test_offsets_hold_for_any_string(text: str) -> None:
    document = ARABIC.read(text)
    assert document.text == text
    end = 0
    for token in document.tokens:
        assert token.start >= end
        assert token.end > token.start
        assert text[token.start : token.end] == token.text
        assert token.norm
        end = token.end


@given(ANY)
def test_nothing_visible_is_left_out(text: str) -> None:
    document = ARABIC.read(text)
    rest = list(text)
    for token in document.tokens:
        rest[token.start : token.end] = [" "] * (token.end - token.start)
    left = {c for c in rest if not c.isspace()}
    hashtags = {"#", "\uff03", "_"}
    assert all(unicodedata.category(c) in {"Cf", "Cn", "Mn"} for c in left - hashtags), left


@given(ANY)
def test_sentences_partition_the_tokens(text: str) -> None:
    document = ARABIC.read(text)
    at, paragraph = 0, 0
    for sentence in document.sentences:
        assert sentence.first == at
        assert sentence.last > at
        assert sentence.paragraph in (paragraph, paragraph + 1)
        inside = text[document.tokens[at].start : document.tokens[sentence.last - 1].end]
        assert not set(inside) & set("\n\r\u2028\u2029")
        at, paragraph = sentence.last, sentence.paragraph
    assert at == len(document.tokens)


@given(ANY)
def test_reading_is_deterministic(text: str) -> None:
    assert ARABIC.read(text) == ARABIC.read(text)


# ---------------------------------------------------------------------------------------- folding

TABLES = [
    {},
    {"أ": "ا", "ة": "ه", "ـ": ""},
    {"a": "b", "b": "c"},
    {"ß": "ss", "s": "z"},
    {"]": "x", "^": "", "-": ""},
]
"""Tables of single characters; in the third and the fourth a replacement is itself a key, which stays as it is."""


@pytest.mark.parametrize("table", TABLES)
@given(words=st.lists(ANY | st.text(st.sampled_from("abcßsأةـ]^-\u200f \nﻻ"), max_size=8), max_size=6))
def test_many_words_fold_as_each_alone(table: dict[str, str], words: list[str]) -> None:
    fold = Folding(table)
    assert fold.each(words) == [fold(word) for word in words]


@pytest.mark.parametrize(
    ("table", "word", "folded"),
    [
        ({}, "ABC", "abc"),
        ({}, "\u200fab\u200c", "ab"),
        ({"a": "b", "b": "c"}, "ab", "bc"),
        ({"a": ""}, "aaa", "aaa"),
        ({"a": ""}, "aba", "b"),
        ({}, "ﻻ", "لا"),
    ],
)
def test_folding(table: dict[str, str], word: str, folded: str) -> None:
    assert Folding(table)(word) == folded
    assert Folding(table).each([word]) == [folded]


def test_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Folding, "_LIMIT", 3)
    fold = Folding({})
    assert [fold(w) for w in "ABCDEFA"] == list("abcdefa")


def test_every_control_character_is_ignored_in_folding() -> None:
    ranges = CONTROLS.replace("-", "")
    assert Folding({})("a" + ranges + "b") == "ab"


def test_sentence_marks_are_the_callers() -> None:
    document = tokenize("a; b. c!) d", Folding({}), frozenset(";!"), frozenset(")"), frozenset())
    assert [(s.first, s.last) for s in document.sentences] == [(0, 2), (2, 7), (7, 8)]
