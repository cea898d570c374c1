"""Paragraph roles, bylines and datelines: outlet, author and place from the first and last lines of an article."""

from __future__ import annotations

import pytest

from khabar.extract.structure import lay_out
from khabar.language import Language, load_language
from khabar.match.stream import Stream

# Each row: a text, the roles of its sentences, and the outlet, the author and the place it names, empty where none.
TEXTS: list[tuple[str, str, str, str, str]] = [
    ("حمص-بردى\nقتل ثلاثة مدنيين في قصف.", "byline body", "بردى", "", "حمص"),
    ("زاگروس 24/ أفاد جهاز مكافحة الإرهاب بمقتل اثنين.", "body", "زاگروس 24", "", ""),
    ("جنين 20-9-2023 زيتون- استشهد شابان فجر اليوم.", "body", "زيتون", "", "جنين"),
    (
        "صنعاء - سبتمبر نيوز | الإثنين، 9 شعبان 1442هـ الموافق 22 مارس 2021م\nشن الطيران غارات على مأرب.",
        "byline body",
        "سبتمبر نيوز",
        "",
        "صنعاء",
    ),
    ("عاجل || عين ترما || الثلاثاء 21-5-2013", "byline", "", "", "عين ترما"),
    (
        "هجوم في الموصل\n\nمن ليث الحمداني\nالموصل (العراق) (نينوى نيوز) - قال ضباط إن الهجوم قتل ثلاثة.",
        "headline byline body",
        "نينوى نيوز",
        "ليث الحمداني",
        "الموصل",
    ),
    ("هطاي/ سليم كايا/ البوسفور\nقتل ثلاثة مدنيين في قصف.", "byline body", "البوسفور", "سليم كايا", "هطاي"),
    ("القاهرة: محمد أحمد\nقتل ثلاثة مدنيين في قصف.", "byline body", "", "محمد أحمد", "القاهرة"),
    ("كتبت: سارة محمود\nقتل ثلاثة مدنيين في قصف.", "byline body", "", "سارة محمود", ""),
    ("عدن (رويترز) - قتل ثلاثة مدنيين في قصف على المدينة.", "body", "رويترز", "", "عدن"),
    ("صنعاء / سبأ / قتل ثلاثة مدنيين في قصف.", "body", "سبأ", "", "صنعاء"),
    ("خاص - وكالات\nقتل ثلاثة مدنيين في قصف.", "byline body", "", "", ""),
    (
        "قتل ثلاثة مدنيين في قصف على غزة.\nوأصيب عشرة آخرون.\nالمصدر : المنبر + وكالات",
        "body body boilerplate",
        "المنبر",
        "",
        "",
    ),
    ("الخرطوم - السودان تربيون\nقتل ثلاثة مدنيين في قصف.", "byline body", "السودان تربيون", "", "الخرطوم"),
    ("طهران / 19 حزيران / يونيو / نداء – أعلنت العلاقات العامة تنفيذ موجة جديدة.", "body", "نداء", "", "طهران"),
    ("هدى باسلامة\nعدن، اليمن (مرآة برس) — أفرج مسلحون عن أربعة.", "byline body", "مرآة برس", "هدى باسلامة", "عدن"),
    ("غزة (الأناضول) - قتل ثلاثة مدنيين في قصف.", "body", "الأناضول", "", "غزة"),
    ("مقتل ثلاثة في قصف\n\nسارة محمود\n\nقتل ثلاثة مدنيين في قصف.", "headline byline body", "", "سارة محمود", ""),
    ("مقتل ثلاثة في قصف\n- إصابة عشرة آخرين\n\nقتل ثلاثة مدنيين في قصف.", "headline body body", "", "", ""),
    ("بيروت – وكالات – قتل ثلاثة مدنيين.", "body", "", "", "بيروت"),
    ("نابلس 5-3-2024 وكالة القدس- قتل ثلاثة مدنيين في قصف.", "body", "وكالة القدس", "", "نابلس"),
    ("قتل خمسة أشخاص، هم:\n- ثلاثة مدنيين\n- عنصران", "headline body body", "", "", ""),
    (
        "أعلنت الشرطة اليوم الأحد مقتل ثلاثة مدنيين في قصف على بلدة الريحان.\n\nمقتل أكثر من ثلاثين\n\n"
        "وأفادت الأمم المتحدة بأن أكثر من ثلاثين مدنيا قتلوا في اشتباكات وقعت يومي الجمعة والسبت حول البلدة.",
        "body headline body",
        "",
        "",
        "",
    ),
    (
        "قتل ثلاثة مدنيين في قصف على تعز.\nوأصيب عشرة آخرون.\n(إعداد سمر ناجي للنشرة العربية)",
        "body body boilerplate",
        "",
        "",
        "",
    ),
    ("شبكة أخبار الفرات | دير الزور\nقتل ثلاثة مدنيين في قصف.", "byline body", "شبكة أخبار الفرات", "", "دير الزور"),
]


@pytest.fixture(scope="module")
def language() -> Language:
    return load_language("ar")


@pytest.mark.parametrize(("text", "roles", "outlet", "author", "place"), TEXTS)
def test_layout(language: Language, text: str, roles: str, outlet: str, author: str, place: str) -> None:
    stream = Stream(language.read(text), language)
    layout = lay_out(stream, language, None)

    def words(span: tuple[int, int] | None) -> str:
        return stream.surface(*span) if span is not None else ""

    assert " ".join(layout.roles) == roles
    assert (words(layout.outlet), words(layout.author), words(layout.place)) == (outlet, author, place)


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("عاجل | الدفاع المدني: مقتل خمسة مدنيين في قصف.", "الدفاع"),
        ("🔴 #عاجل: مقتل خمسة مدنيين في قصف.", "مقتل"),
        ("10:40 – الصحة: مقتل خمسة مدنيين في قصف.", "الصحه"),
        ("● 14:20 مصادر محلية: غارة على بلدة الريحان.", "مصادر"),
        ("🟢 الدفاع المدني: مقتل خمسة مدنيين.", "الدفاع"),
        ("- مقتل خمسة مدنيين في قصف.", "-"),
        ("(عاجل) مقتل خمسة مدنيين في قصف.", "("),
        ("10:75 مدنيين قتلوا في قصف.", "10"),
    ],
)
def test_opening(language: Language, text: str, begins: str) -> None:
    stream = Stream(language.read("وصل الوفد أمس.\n" + text), language)
    start = lay_out(stream, language, None).starts[-1]
    assert stream.norm[start] == begins
