"""Lint of the Arabic lexicon: spelling, order, duplicates, and only known classes."""

from __future__ import annotations

import csv
import re
import tomllib
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

import khabar
from khabar.model import ACTOR_KINDS, EVENT_TYPES, MODALITIES, OUTCOMES, PLACE_KINDS

FOLDER = Path(khabar.__file__).parent / "lang" / "ar"
CLASSES = ("names.toml",)
TABLES = {
    "verbs.csv": ["past", "present", "masdar", "participle", "passive", "classes"],
    "nouns.csv": ["singular", "plural", "gender", "classes"],
    "phrases.csv": ["phrase", "classes"],
}
SPEECH = {
    "say", "announce", "report", "confirm", "deny", "accuse", "allege", "document", "estimate", "condemn", "call",
    "warn", "threaten", "welcome", "expect", "plan", "adopt", "quote", "publish", "add", "promise", "vow", "reveal",
    "admit", "describe",
}  # fmt: skip
RELATIONS = {"ledBy", "supportedBy", "affiliatedWith", "controlledBy", "spokespersonFor"}
SHARED: dict[str, set[str]] = {"event": set(EVENT_TYPES), "modality": set(MODALITIES), "outcome": set(OUTCOMES)}
KNOWN_VALUES: dict[str, dict[str, set[str]]] = {
    "verbs.csv": {
        **SHARED,
        "valency": {"transitive", "intransitive"},
        "speech": SPEECH,
        "light": {"agent", "target", "hit", "occur", "witness", "end", "fall"},
        "cause": {"result"},
        "count": {"rise", "fall", "reach"},
        "aspect": {"begin", "end", "continue", "intend", "fail"},
        "relation": RELATIONS,
    },
    "nouns.csv": {
        **SHARED,
        "head": set(ACTOR_KINDS),
        "members": set(ACTOR_KINDS),
        "place": set(PLACE_KINDS),
    },
    "phrases.csv": {
        **SHARED,
        "valency": {"transitive", "intransitive"},
        "outcomes": {
            "Killed|Injured", "Killed|Detained", "Killed|Missing", "Detained|Missing",
            "Destroyed|Damaged",
        },
        "speech": SPEECH,
        "cause": {"result", "because"},
        "count": {"rise", "fall", "reach"},
        "relation": RELATIONS,
        "source": {"prep", "relay", "same"},
    },
}  # fmt: skip
KNOWN_MARKS: dict[str, set[str]] = {
    "verbs.csv": {
        "blame", "explodes", "frame", "hasten", "inverse", "losing", "mourn", "moves", "replies", "rescue", "vague",
        "weak", "yields",
    },
    "nouns.csv": {
        "adjective", "age", "common", "crew", "group", "harm", "kin", "measure", "mourn", "one", "source",
        "spokesperson", "statement", "title", "vague",
    },
    "phrases.csv": {
        "age", "all", "anonymous", "background", "boilerplate", "break", "by", "habit", "joins", "joint", "loss",
        "most", "negation", "none", "pair", "part", "rescue", "turn", "vague", "verdict", "weak",
    },
}  # fmt: skip
CONCEPT = re.compile(r"[a-z]+(-[a-z]+)*\Z")
WEAPON = re.compile(r"([a-z]+(?:-[a-z]+)*)=([A-Za-z]+)\Z")
LETTERS = re.compile("[ء-غف-ي]+\\Z")
FOREIGN = re.compile("[یکەہۀےگچپژ]")
TATWEEL = "ـ"
MINIMUM = {"verbs.csv": 350, "nouns.csv": 450, "phrases.csv": 400}


def rows(name: str) -> list[dict[str, str]]:
    """All rows of a table, every column present."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, strict=True)
        assert reader.fieldnames == TABLES[name]
        return [dict(row) for row in reader]


def forms(name: str) -> Iterator[str]:
    """Every single Arabic expression written in a table."""
    for row in rows(name):
        for column, cell in row.items():
            if column not in {"classes", "gender"}:
                yield from (form for part in cell.split("|") for form in part.split("/") if form)


@pytest.mark.parametrize("name", TABLES)
def test_files_are_plain_text(name: str) -> None:
    data = (FOLDER / name).read_bytes()
    text = data.decode("utf-8")
    assert not text.startswith("\ufeff")
    assert "\r" not in text
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert unicodedata.normalize("NFC", text) == text
    assert TATWEEL not in text
    assert not FOREIGN.search(text), FOREIGN.findall(text)
    presentation = [c for c in text if "\ufb50" <= c <= "\ufdff" or "\ufe70" <= c <= "\ufefc"]
    assert set(presentation) <= {"\ufd3e", "\ufd3f"}  # the ornate brackets
    assert not [c for c in text if unicodedata.category(c) in {"Mn", "Cf"}]


@pytest.mark.parametrize("name", TABLES)
def test_forms_are_spelled_in_letters(name: str) -> None:
    for form in forms(name):
        assert form == " ".join(form.split()), form
        assert all(LETTERS.match(word) or word.isascii() for word in form.split()), form


@pytest.mark.parametrize("name", TABLES)
def test_cells_hold_no_duplicates_or_blanks(name: str) -> None:
    for row in rows(name):
        for cell in row.values():
            parts = cell.split(" ") if cell is row["classes"] else cell.split("|")
            assert len(parts) == len(set(parts)), row
            assert cell == "" or all(part.strip() == part and part for part in parts), row


@pytest.mark.parametrize("name", TABLES)
def test_rows_are_unique_and_in_order(name: str) -> None:
    table = [tuple(row.values()) for row in rows(name)]
    assert table == sorted(table)
    keys = [(row[0], row[1], row[-1]) for row in table]
    assert len(keys) == len(set(keys))
    assert len(table) >= MINIMUM[name]


@pytest.mark.parametrize("name", TABLES)
def test_classes_are_known_and_sorted(name: str) -> None:
    for row in rows(name):
        classes = row["classes"].split(" ")
        assert classes == sorted(set(classes)), row
        for mark in classes:
            key, colon, value = mark.partition(":")
            if not colon:
                assert key in KNOWN_MARKS[name], row
            elif key == "instrument":
                weapon = WEAPON.match(value)
                assert weapon, row
                assert weapon.group(2) in EVENT_TYPES, row
            elif key in {"victim", "object"}:
                assert name != "verbs.csv", row
                assert CONCEPT.match(value), row
            else:
                assert value in KNOWN_VALUES[name].get(key, set()), row


@pytest.mark.parametrize("name", TABLES)
def test_marks_that_qualify_stand_with_what_they_qualify(name: str) -> None:
    for row in rows(name):
        keys = {mark.partition(":")[0] for mark in row["classes"].split(" ")}
        assert keys - {"weak", "vague", "inverse", "valency"}, row
        assert "inverse" not in keys or "relation" in keys, row
        assert "vague" not in keys or "event" in keys, row
        assert "valency" not in keys or "outcome" in keys, row
        assert ("outcomes" in keys) == ("pair" in keys), row


def test_verbs_are_third_person_and_harm_has_a_valency() -> None:
    seen = set()
    for row in rows("verbs.csv"):
        assert row["past"] or row["present"], row
        assert row["present"].startswith("ي") or not row["present"], row
        assert (row["past"], row["present"]) not in seen, row
        seen.add((row["past"], row["present"]))
        classes = row["classes"].split(" ")
        if any(mark.startswith("outcome:") for mark in classes):
            assert any(mark.startswith("valency:") for mark in classes), row
        if row["passive"]:
            assert re.match("[ء-ي]+/ي[ء-ي]+\\Z", row["passive"]), row
            assert row["passive"] != f"{row['past']}/{row['present']}", row


def test_a_row_has_one_value_per_class() -> None:
    for name in TABLES:
        for row in rows(name):
            keys = [mark.partition(":")[0] for mark in row["classes"].split(" ")]
            single = [
                key for key in keys if key in {"event", "victim", "outcome", "valency", "speech", "head", "source"}
            ]
            assert len(single) == len(set(single)), row


def test_frames_name_events_by_words_and_kinds_of_actors() -> None:
    """The order of the rows counts: the first that fits is taken."""
    with (FOLDER / "frames.csv").open(encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file, strict=True))
    verbs = {row["past"] for row in rows("verbs.csv")}
    assert len(table) >= 40
    for row in table:
        assert list(row) == ["verb", "part", "words", "classes"]
        assert set(row["verb"].split("|")) <= verbs, row
        words = row["words"].split("|")
        assert len(words) == len(set(words)), row
        for word in words:
            kinds = (*ACTOR_KINDS, *PLACE_KINDS)
            assert word[1:] in kinds if word[0] == "@" else all(map(LETTERS.match, word.split(" "))), row
        if row["classes"] == "none":
            continue
        event, *vague = row["classes"].split(" ")
        assert event.removeprefix("event:") in EVENT_TYPES, row
        assert vague in ([], ["vague"]), row


def test_nouns_are_single_words() -> None:
    """The loader reads nouns word by word; fixed expressions stand among the phrases."""
    for row in rows("nouns.csv"):
        assert " " not in row["singular"] + row["plural"], row


def test_nouns_have_a_form_and_a_gender() -> None:
    for row in rows("nouns.csv"):
        assert row["singular"] or row["plural"], row
        assert row["gender"] in {"m", "f"}, row


@pytest.mark.parametrize("name", CLASSES)
def test_closed_classes_are_strings_without_duplicates(name: str) -> None:
    sets = tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))["sets"]
    for values in (values for values in sets.values() if isinstance(values, list)):
        assert values
        assert len(values) == len(set(values)), [v for v in values if values.count(v) > 1]
        assert all(isinstance(word, str) and word.strip() == word and word for word in values)


@pytest.mark.parametrize(
    ("past", "mark"),
    [
        ("قتل", "outcome:Killed"),
        ("استشهد", "outcome:Killed"),
        ("ارتقى", "outcome:Killed"),
        ("توفي", "outcome:Killed"),
        ("نفق", "outcome:Killed"),
        ("أصاب", "outcome:Injured"),
        ("نزح", "outcome:Displaced"),
        ("قصف", "event:Shelling"),
        ("أغار", "event:AirStrike"),
        ("اشتبك", "event:Clash"),
        ("انسحب", "event:Withdrawal"),
        ("زعم", "speech:allege"),
        ("نفى", "speech:deny"),
        ("وثق", "speech:document"),
        ("تبنى", "speech:adopt"),
        ("أضاف", "speech:add"),
        ("شن", "light:agent"),
        ("تعرض", "light:target"),
        ("اندلع", "light:occur"),
        ("شهد", "light:witness"),
        ("أسفر", "cause:result"),
        ("خلف", "cause:result"),
        ("ارتفع", "count:rise"),
        ("استأنف", "aspect:continue"),
        ("دعم", "relation:supportedBy"),
        ("انتشل", "rescue"),
    ],
)
def test_core_verbs(past: str, mark: str) -> None:
    assert any(row["past"] == past and mark in row["classes"].split(" ") for row in rows("verbs.csv"))


@pytest.mark.parametrize(
    ("past", "passive"),
    [
        ("أصاب", "أصيب/يصاب"),
        ("اغتال", "اغتيل/يغتال"),
        ("استعاد", "استعيد/يستعاد"),
        ("حاصر", "حوصر/يحاصر"),
        ("نفى", "نفي/ينفى"),
        ("أجلى", "أجلي/يجلى"),
        ("أسر", "أسر/يؤسر"),
        ("استأنف", "استؤنف/يستأنف"),
        ("قتل", ""),
        ("استهدف", ""),
    ],
)
def test_passives(past: str, passive: str) -> None:
    assert [row["passive"] for row in rows("verbs.csv") if row["past"] == past] == [passive]


@pytest.mark.parametrize(
    ("singular", "plural", "mark"),
    [
        ("طفل", "أطفال", "victim:children"),
        ("مدني", "مدنيون", "victim:civilians"),
        ("مقاتل", "مقاتلون", "members:ArmedForce"),
        ("شهيد", "شهداء", "outcome:Killed"),
        ("جثة", "جثث", "outcome:Killed"),
        ("دبابة", "دبابات", "object:tanks"),
        ("خيمة", "خيام", "object:tents"),
        ("غارة", "غارات", "event:AirStrike"),
        ("هجوم", "هجمات", "vague"),
        ("قذيفة", "قذائف", "instrument:shell=Shelling"),
        ("عبوة", "عبوات", "instrument:explosive-device=Explosion"),
        ("وزارة", "وزارات", "head:Government"),
        ("ميليشيا", "ميليشيات", "head:ArmedForce"),
        ("وكالة", "وكالات", "head:MediaOutlet"),
        ("قرية", "قرى", "place:village"),
        ("متحدث", "متحدثون", "spokesperson"),
        ("ساعة", "ساعات", "measure"),
    ],
)
def test_core_nouns(singular: str, plural: str, mark: str) -> None:
    assert any(
        row["singular"] == singular and plural in row["plural"].split("|") and mark in row["classes"].split(" ")
        for row in rows("nouns.csv")
    )


@pytest.mark.parametrize(
    ("phrase", "mark"),
    [
        ("لقي حتفه", "outcome:Killed"),
        ("فارق الحياة", "outcome:Killed"),
        ("بين قتيل وجريح", "outcome:KilledOrInjured"),
        ("قتلى وجرحى", "outcomes:Killed|Injured"),
        ("ما أسفر عن", "cause:result"),
        ("جراء", "cause:because"),
        ("بعد", "weak"),
        ("وفقا ل", "source:prep"),
        ("على حد قوله", "source:same"),
        ("من جهته", "turn"),
        ("حصيلة أولية", "modality:Preliminary"),
        ("لا صحة ل", "modality:Denied"),
        ("دون وقوع إصابات", "none"),
        ("من بينهم", "part"),
        ("معظمهم", "most"),
        ("يذكر أن", "background"),
        ("اقرأ أيضا", "boilerplate"),
        ("وقف إطلاق النار", "event:Agreement"),
        ("التابعة ل", "relation:affiliatedWith"),
        ("المدعومة من", "relation:supportedBy"),
    ],
)
def test_core_phrases(phrase: str, mark: str) -> None:
    assert any(row["phrase"] == phrase and mark in row["classes"].split(" ") for row in rows("phrases.csv"))
