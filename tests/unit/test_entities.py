"""Which mentions of a text are one actor or one place: tables of ``[text, the names of each]``, in our own words."""

from __future__ import annotations

from datetime import date

import pytest

from khabar.extract import extract
from khabar.model import Metadata, Report

PUBLISHED = Metadata(published=date(2024, 3, 5))


def report(text: str) -> Report:
    return extract(text, PUBLISHED)


PLACES: list[tuple[str, list[set[str]]]] = [
    (
        "انفجرت عبوة في مدينة حمص صباح الثلاثاء. وقتل مدني في محافظة حمص برصاص مجهولين.",
        [{"حمص"}, {"حمص"}],
    ),
    ("انفجرت عبوة في مدينة حمص صباح الثلاثاء. وأصيب طفل في حمص بانفجار لغم.", [{"حمص"}]),
    (
        "قتل شاب في مخيم جنين برصاص الجيش الإسرائيلي. وأصيب آخر في جنين خلال اقتحام الجيش الإسرائيلي المدينة.",
        [{"جنين"}, {"جنين"}],
    ),
    ("قتل طفل في قصف على مخيم زمزم. وأصيب آخر في زمزم بشظايا قذيفة.", [{"زمزم"}]),
    (
        "قتل مدني بقصف على ريف حماة الجنوبي. وأصيب طفلان بقصف مماثل على ريف حماة.",
        [{"ريف حماة الجنوبي", "ريف حماة"}, {"حماة"}],
    ),
    ("قصفت الطائرات ميناء الحديدة وقتلت عاملين. وأصيب صياد بقصف على الحديدة.", [{"ميناء الحديدة"}, {"الحديدة"}]),
]

ACTORS: list[tuple[str, list[set[str]]]] = [
    ("قال مراسل الجزيرة إن طفلين قتلا بقصف على حلب اليوم.", [{"مراسل الجزيرة"}]),
    ("ذكرت اليوم السابع أن شابا قتل برصاص مجهولين.", [{"اليوم السابع"}]),
    (
        "قال مصدر طبي إن خمسة أشخاص قتلوا في قصف على سوق. وأضاف المصدر في المستشفى أن القصف أصاب عشرين آخرين.",
        [{"مصدر طبي", "المصدر في المستشفى", "المصدر"}],
    ),
    (
        "قال مصدر أمني إن انفجارا قتل جنديين في بلدة مودية. وقال مصدر أمني ثان إن الانفجار قتل ثلاثة جنود.",
        [{"مصدر أمني"}, {"مصدر أمني ثان"}],
    ),
    (
        "قال الرئيس العراقي برهم صالح إن الهجوم قتل ستة مدنيين. وأكد صالح أن الهجوم لن يمر.",
        [{"برهم صالح", "صالح"}],
    ),
    (
        "قالت وزارة الصحة العامة والسكان إن غارة قتلت خمسة مدنيين في صنعاء. وأضافت الوزارة أن ثلاثة أصيبوا.",
        [{"وزارة الصحة العامة والسكان", "الوزارة"}],
    ),
    (
        "هاجم مسلحون قرية في ولاية بورنو وقتلوا تسعة. وقال ناج إن مسلحين أحرقوا القرية.",
        [{"مسلحون", "مسلحين"}, {"ناج"}],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_places(text: str, expected: list[set[str]]) -> None:
    found = [set(place.names) for place in report(text).places]
    assert [names for names in found if any(names & wanted for wanted in expected)] == expected


@pytest.mark.parametrize(("text", "expected"), ACTORS)
def test_actors(text: str, expected: list[set[str]]) -> None:
    found = [set(actor.names) for actor in report(text).actors]
    kept = [names for names in found if any(names & wanted for wanted in expected)]
    assert len(kept) == len(expected)
    assert all(names <= wanted for names, wanted in zip(kept, expected, strict=True))


def test_a_listed_speaker_before_a_comma_keeps_his_entry() -> None:
    text = "وقال مصطفى بالي، المتحدث باسم قوات سوريا الديمقراطية، إن مقاتلين سيطروا على بلدة الباغوز."
    assert "mustafa-bali" in {actor.ref for actor in report(text).actors}


NOBODY = [
    "قتل ثلاثة مدنيين بقصف في وضح النهار على سوق البلدة. وتوقفت الحياة في المدينة.",
    "في اليوم السابع للحصار قتل خمسة مدنيين بقصف على السوق.",
    "عاد إلى الوطن من حلب اليوم مئات النازحين.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_the_titles_of_outlets_are_also_plain_words(text: str) -> None:
    assert not report(text).actors
