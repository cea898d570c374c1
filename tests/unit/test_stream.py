"""The matcher's text: quotations in every style, and names of the dictionary where they stand.

A quotation is written as ``[word word]`` in the expected text; a hit as ``first-last kind id +particles``.
"""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khabar.language import load_language
from khabar.match.stream import Hit, Stream

ARABIC = load_language("ar")


def stream(text: str) -> Stream:
    return Stream(ARABIC.read(text), ARABIC)


def quoted(text: str) -> str:
    """The kept words, each quotation in brackets."""
    found = stream(text)
    out: list[str] = []
    inside = 0
    for i, word in enumerate(found.surface(k, k + 1) or found.norm[k] for k in range(len(found))):
        if inside and found.quote[i] != inside:
            out[-1] += "]"
        opens = found.quote[i] and found.quote[i] != inside
        assert (i in found.opens) == bool(opens)
        out.append(f"[{word}" if opens else word)
        inside = found.quote[i]
    if inside:
        out[-1] += "]"
    return " ".join(out)


QUOTATIONS = [
    ('قال "داعش" إن', "قال [داعش] إن"),
    ("قال «داعش» إن", "قال [داعش] إن"),
    ("قال “داعش” إن", "قال [داعش] إن"),
    ("قال ”داعش“ إن", "قال [داعش] إن"),
    ("قال ‘داعش’ إن", "قال [داعش] إن"),
    ("قال 'داعش' إن", "قال [داعش] إن"),
    ("قال „داعش“ إن", "قال [داعش] إن"),
    ("قال ’’داعش‘‘ إن", "قال [داعش] إن"),
    ("قال ''داعش'' إن", "قال [داعش] إن"),
    ('قال "«داعش»" إن', "قال [داعش] إن"),
    ('جماعة "أنصار الدين" قالت', "جماعة [أنصار الدين] قالت"),
    ('قال "لا" و"نعم" ثم', "قال [لا] و [نعم] ثم"),
    ('"قال نعم." ثم "لا"', "[قال نعم .] ثم [لا]"),
    ('الـ"داعش"', "ال [داعش]"),
    ('جماعة"داعش"قالت', "جماعة [داعش] قالت"),
    ('قال "داعش"، ثم', "قال [داعش] ، ثم"),
    ('("داعش")', "( [داعش] )"),
    ('قال: "نعم"', "قال : [نعم]"),
    # a quotation that nobody closes ends with its paragraph
    ('قال "لم يغلق', "قال [لم يغلق]"),
    ('قال "لم\nيغلق هنا', "قال [لم] يغلق هنا"),
    # over several sentences of one paragraph it goes on
    ('قال "نعم. لا" ثم', "قال [نعم . لا] ثم"),
    # marks that touch no word, or only the end of one, open nothing
    ('قال " داعش " إن', "قال داعش إن"),
    ('مدفع 12" هنا', "مدفع 12 هنا"),
    ('""', ""),
    ('قال "" إن', "قال إن"),
    ("قال داعش", "قال داعش"),
]


@pytest.mark.parametrize(("text", "expected"), QUOTATIONS)
def test_quotations(text: str, expected: str) -> None:
    assert quoted(text) == expected


def show(hit: Hit) -> str:
    key = getattr(hit.payload, "id", None) or hit.payload.lemma
    return " ".join(
        [f"{hit.first}-{hit.last}", hit.kind, key, *(f"+{p}" for p in (hit.conjunction, hit.preposition) if p)]
    )


HITS = [
    ("المرصد السوري لحقوق الإنسان", 0, "0-4 actor syrian-observatory-human-rights"),
    ("والمرصد السوري لحقوق الإنسان", 0, "0-4 actor syrian-observatory-human-rights +and"),
    ("قال المرصد السوري", 1, "1-3 actor syrian-observatory-human-rights"),
    ("تنظيم الدولة الإسلامية", 0, "0-3 actor islamic-state"),
    ("لتنظيم الدولة الإسلامية", 0, "0-3 actor islamic-state +to"),
    ("وبتنظيم الدولة الإسلامية", 0, "0-3 actor islamic-state +and +in"),
    ("تنظيم ’’الدولة الإسلامية‘‘ قال", 0, "0-3 actor islamic-state"),
    ("«تنظيم الدولة الإسلامية»", 0, "0-3 actor islamic-state"),
    ("داعش", 0, "0-1 actor islamic-state"),
    ("«داعش»", 0, "0-1 actor islamic-state"),
    ("للجيش السوري", 0, "0-2 actor syrian-armed-forces +to"),
    ("فالجيش السوري", 0, "0-2 actor syrian-armed-forces +so"),
    ("وزارة الدفاع الروسية", 0, "0-3 actor russian-ministry-of-defence"),
    ("حلب", 0, "0-1 place sy-aleppo"),
    ("حَلَب", 0, "0-1 place sy-aleppo"),
    ("بحلب", 0, "0-1 place sy-aleppo +in"),
    ("وبحلب", 0, "0-1 place sy-aleppo +and +in"),
    ("دير الزور", 0, "0-2 place sy-deir-ez-zor"),
    ("بدير الزور", 0, "0-2 place sy-deir-ez-zor +in"),
    ("القاهرة", 0, "0-1 actor egypt"),
    ("للقاهرة", 0, "0-1 actor egypt +to"),
    ("لقي حتفه", 0, "0-2 phrase لقي حتفه"),
    ("إلى ذلك", 0, "0-2 phrase إلى ذلك"),
]
"""Texts, a position and the longest hit there."""


@pytest.mark.parametrize(("text", "position", "expected"), HITS)
def test_longest_hit(text: str, position: int, expected: str) -> None:
    found = stream(text)
    assert show(found.hits(position, len(found))[0]) == expected


@pytest.mark.parametrize("text", ["قصفت", "وزارة", "دير", "الزورق", ""])
def test_part_of_a_name_is_no_name(text: str) -> None:
    found = stream(text)
    assert not [h for hits in found.found for h in hits if h.kind == "actor"]


def test_hits_end_by_the_limit() -> None:
    found = stream("قال المرصد السوري لحقوق الإنسان")
    assert [h.last for h in found.hits(1, 5)][:2] == [5, 3]
    assert {h.last for h in found.hits(1, 4)} == {3, 2}
    assert {h.last for h in found.hits(1, 2)} == {2}
    assert found.hits(0, 5) == ()


def test_longer_names_and_fewer_particles_come_first() -> None:
    found = stream("المرصد السوري لحقوق الإنسان في دير الزور وحلب ودمشق والقاهرة")
    for hits in found.found:
        order = [(-h.last, len(h.conjunction) + len(h.preposition)) for h in hits]
        assert order == sorted(order)


PHRASES = [
    ("لقي حتفه في حلب", ["0-2 phrase لقي حتفه"]),
    ("إلى ذلك لقي حتفه", ["0-2 phrase إلى ذلك", "2-4 phrase لقي حتفه"]),
    ("حلب", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), PHRASES)
def test_phrases(text: str, expected: list[str]) -> None:
    found = stream(text)
    whole = [h for h in found.phrases(0, len(found)) if h.last - h.first > 1]
    assert [show(h) for h in whole] == expected
    for hit in whole:
        assert found.phrase(hit.first, hit.last) is hit
        shorter = found.phrase(hit.first, hit.last - 1)
        assert shorter is None or shorter.last < hit.last


def test_phrase_that_ends_here() -> None:
    found = stream("أودى بحياة مدني")
    assert found.phrase_ending(2, "outcome", 0)
    assert not found.phrase_ending(2, "outcome", 1)
    assert not found.phrase_ending(1, "outcome", 0)
    assert found.ending(2, "outcome", 0) == ("Killed",)
    assert found.ending(2, "relation", 0) is None


SURFACES = [
    ("مـقتل مُقاتِل", 0, 2, "", "", "مقتل مقاتل"),
    ("قال «تنظيم ’الدولة‘» هنا", 1, 3, "", "", "تنظيم الدولة"),
    ("وحلب", 0, 1, "and", "", "حلب"),
    ("بحلب", 0, 1, "", "in", "حلب"),
    ("وبحلب", 0, 1, "and", "in", "حلب"),
    ("للجيش السوري", 0, 2, "", "to", "الجيش السوري"),
    ("وللجيش السوري", 0, 2, "and", "to", "الجيش السوري"),
    ("حلب، دمشق", 0, 3, "", "", "حلب دمشق"),
    ("الرئيس \u200fالأسد\u200f", 0, 2, "", "", "الرئيس الأسد"),
]


@pytest.mark.parametrize(("text", "first", "last", "conjunction", "preposition", "expected"), SURFACES)
def test_surface(text: str, first: int, last: int, conjunction: str, preposition: str, expected: str) -> None:
    assert stream(text).surface(first, last, conjunction, preposition) == expected


def test_evidence_is_what_stands_in_the_text() -> None:
    text = "قال تنظيم «الدولة الإسلامية»، ثم"
    found = stream(text)
    evidence = found.evidence(1, 4)
    assert evidence.quote == "تنظيم «الدولة الإسلامية"
    assert text[evidence.span.start : evidence.span.end] == evidence.quote
    assert (found.start(0), found.end(0)) == (0, 3)


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("", []),
        ('""', []),
        ("قال", [(0, 1, 0)]),
        ('قال "نعم." ثم', [(0, 3, 0), (3, 4, 0)]),
        ('قال.\n""\nثم', [(0, 2, 0), (2, 3, 2)]),
        ("قال\n\nثم هنا", [(0, 1, 0), (1, 3, 1)]),
    ],
)
def test_bounds(text: str, bounds: list[tuple[int, int, int]]) -> None:
    assert stream(text).bounds == bounds


def test_marks_are_of_words_only() -> None:
    found = stream("قصف 12 ، مدني")
    assert found.marks[1] == found.marks[2] == {}
    assert found.mark(0, "verb") is not None
    entry = found.entry(3, "victim")
    assert entry is not None and entry.lemma == "مدني"
    assert found.entry(3, "verb") is None


WORDS = st.sampled_from(
    [
        "قال",
        "المرصد",
        "السوري",
        "لحقوق",
        "الإنسان",
        "وحلب",
        "دير",
        "الزور",
        "لقي",
        "حتفه",
        '"',
        "«",
        "»",
        ".",
        "\n",
        "12",
        "،",
    ]
)


@given(st.lists(st.tuples(WORDS, st.sampled_from(["", " "])), max_size=25))
def test_what_holds_for_any_text(parts: Sequence[tuple[str, str]]) -> None:
    text = "".join(word + gap for word, gap in parts)
    found = stream(text)
    size = len(found)
    assert len(found.norm) == len(found.kind) == len(found.quote) == len(found.token) == len(found.marks) == size
    assert found.token == sorted(set(found.token))
    assert [b[0] for b in found.bounds] == [0, *(b[1] for b in found.bounds)][: len(found.bounds)]
    assert not found.bounds or found.bounds[-1][1] == size
    assert not set(found.norm) & ARABIC.quotes
    for position, hits in enumerate(found.found):
        for hit in hits:
            assert hit.first == position < hit.last <= size
            words = found.norm[hit.first : hit.last]
            stem = ARABIC.strip(words[0])
            assert any(words[0].endswith(s.removeprefix(ARABIC.article)) for s, _, _, _ in stem)
        for limit in range(position, size + 1):
            assert list(found.hits(position, limit)) == [h for h in hits if h.last <= limit]
            phrases = [h for h in hits if h.kind == "phrase" and h.last <= limit]
            assert found.phrase(position, limit) == (phrases[0] if phrases else None)
    for first, last, _ in found.bounds:
        expected = [p for p in (found.phrase(i, last) for i in range(first, last)) if p is not None]
        assert list(found.phrases(first, last)) == expected
