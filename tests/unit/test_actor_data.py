"""Lint of the Arabic actors, given names and nationalities: the data is right before any code reads it."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import defaultdict
from pathlib import Path
from typing import get_args

import pytest

from khabar.model import ACTOR_KINDS, ActorKind

DATA = Path(__file__).parents[2] / "src" / "khabar" / "lang" / "ar"
FILES = {
    "actors.csv": ("id", "kind", "name", "aliases", "ambiguous", "en", "countries", "wikidata"),
    "given_names.csv": ("name", "gender"),
    "nationalities.csv": ("country", "adjective", "plural", "force", "government", "name"),
}
FORBIDDEN = {
    "tatweel": re.compile("\u0640"),
    "presentation form": re.compile("[\ufb50-\ufdff\ufe70-\ufeff]"),
    "Persian ye or kaf": re.compile("[\u06cc\u06a9\u06aa\u06d2]"),
    "diacritic": re.compile("[\u064b-\u065f\u0670]"),
    "invisible character": re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\u00a0]"),
    "doubled space": re.compile("  "),
}
_FOLD = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ئ": "ي", "ة": "ه", "ؤ": "و"})


def read(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        assert tuple(reader.fieldnames or ()) == FILES[name]
        rows = list(reader)
    assert all(None not in row and None not in row.values() for row in rows), f"{name}: ragged row"
    return rows


def values(cell: str) -> list[str]:
    return cell.split("|") if cell else []


def fold(name: str) -> str:
    """A stand-in for the language's folding: what two names may not differ in alone."""
    return unicodedata.normalize("NFKC", name).translate(_FOLD).casefold()


@pytest.fixture(scope="module")
def actors() -> list[dict[str, str]]:
    return read("actors.csv")


@pytest.mark.parametrize("name", sorted(FILES))
def test_characters(name: str) -> None:
    raw = (DATA / name).read_bytes()
    assert b"\r" not in raw, "line ends are LF"
    assert raw.endswith(b"\n") and not raw.endswith(b"\n\n")
    text = raw.decode("utf-8")
    assert unicodedata.is_normalized("NFC", text)
    faults = [
        (number, what)
        for number, line in enumerate(text.splitlines(), 1)
        for what, pattern in FORBIDDEN.items()
        if pattern.search(line)
    ]
    assert faults == []


@pytest.mark.parametrize("name", sorted(FILES))
def test_cells_are_trimmed(name: str) -> None:
    for row in read(name):
        for column, cell in row.items():
            parts = values(cell)
            assert all(part and part == part.strip() for part in parts), (row, column)
            assert len(parts) == len(set(parts)), (row, column)


def test_size(actors: list[dict[str, str]]) -> None:
    assert len(actors) >= 600
    assert len(read("given_names.csv")) >= 700
    assert len(read("nationalities.csv")) >= 80


def test_ids(actors: list[dict[str, str]]) -> None:
    ids = [row["id"] for row in actors]
    assert ids == sorted(set(ids)), "ids are unique and in canonical order"
    assert [i for i in ids if not re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", i)] == []


def test_kinds(actors: list[dict[str, str]]) -> None:
    assert set(get_args(ActorKind)) == set(ACTOR_KINDS)
    assert {row["kind"] for row in actors} <= set(ACTOR_KINDS) - {"UnnamedSource"}


def test_required_cells_and_codes(actors: list[dict[str, str]]) -> None:
    for row in actors:
        assert row["name"] and row["en"].isprintable() and row["en"], row["id"]
        assert all(re.fullmatch("[A-Z]{2}", code) for code in values(row["countries"])), row["id"]
        assert re.fullmatch("(Q[1-9][0-9]*)?", row["wikidata"]), row["id"]
        assert re.search("[\u0600-\u06ff]", row["name"]), row["id"]
        assert not re.search("[\u0600-\u06ff]", row["en"]), row["id"]


def test_wikidata_items_are_used_once(actors: list[dict[str, str]]) -> None:
    items = [row["wikidata"] for row in actors if row["wikidata"]]
    assert len(items) == len(set(items))


def test_english_names_are_used_once(actors: list[dict[str, str]]) -> None:
    names = [row["en"] for row in actors]
    assert sorted({n for n in names if names.count(n) > 1}) == []


def test_no_name_has_two_owners(actors: list[dict[str, str]]) -> None:
    owners: defaultdict[str, list[tuple[str, bool]]] = defaultdict(list)
    for row in actors:
        for alias in [row["name"], *values(row["aliases"])]:
            owners[fold(alias)].append((row["id"], False))
        for alias in values(row["ambiguous"]):
            owners[fold(alias)].append((row["id"], True))
    wrong = {name: who for name, who in sorted(owners.items()) if len(who) > 1 and not all(soft for _, soft in who)}
    assert wrong == {}
    assert {name: who for name, who in sorted(owners.items()) if len(who) != len(set(who))} == {}


# fmt: off
COMMON_WORDS = [
    "الأمل", "النور", "الوفاق", "الفجر", "الحرية", "الأمة", "الكرامة", "الشعب", "الجيش", "الحكومة", "النظام",
    "التنظيم", "التحالف", "المعارضة", "الاحتلال", "المقاومة", "الحركة", "الجماعة", "الهيئة", "الشرطة", "القوات",
    "الدفاع", "الداخلية", "الخارجية", "الصحة", "الوكالة", "المرصد", "الشبكة", "العربية", "الجزيرة", "الحدث",
    "الميادين", "المسيرة", "سبأ", "الحزب", "المجلس", "اللجنة", "الثورة", "الوطن", "الشرق", "الغد", "الأخبار",
    "العدو", "الشباب", "القاعدة", "مالي", "صنعاء", "عدن", "الأسد", "الشرع", "الصدر", "البرهان", "تقدم", "صمود",
    "الإخوان", "المستقبل", "الجديد", "الأهرام", "النهار", "الحياة", "الرأي", "البيان", "الدستور", "السفير",
    "الإصلاح", "فتح", "أمل",
]
# fmt: on


@pytest.mark.parametrize("word", COMMON_WORDS)
def test_common_words_are_never_certain(word: str, actors: list[dict[str, str]]) -> None:
    sure = [row["id"] for row in actors if word in [row["name"], *values(row["aliases"])]]
    assert sure == []


LOOKUPS = [
    ("قسد", "syrian-democratic-forces"),
    ("قوات سوريا الديمقراطية", "syrian-democratic-forces"),
    ("داعش", "islamic-state"),
    ("جيش الاحتلال", "israeli-armed-forces"),
    ("سلاح الجو الإسرائيلي", "israeli-armed-forces"),
    ("الطيران الحربي الروسي", "russian-armed-forces"),
    ("الجيش العربي السوري", "syrian-armed-forces"),
    ("عصابات الأسد", "syrian-armed-forces"),
    ("قوات الأسد", "syrian-armed-forces"),
    ("موسكو", "russia"),
    ("البيت الأبيض", "united-states"),
    ("الولايات المتحدة الأميركية", "united-states"),
    ("النظام التركي", "turkey"),
    ("البنتاغون", "united-states-ministry-of-defence"),
    ("الدفاع الروسية", "russian-ministry-of-defence"),
    ("الخارجية الأمريكية", "united-states-ministry-of-foreign-affairs"),
    ("الحوثيين", "houthis"),
    ("أنصار الله", "houthis"),
    ("حماس", "hamas"),
    ("كتائب القسام", "qassam-brigades"),
    ("الدعم السريع", "rapid-support-forces"),
    ("شبكة أطباء السودان", "sudan-doctors-network"),
    ("خلية الإعلام الأمني", "security-media-cell-iraq"),
    ("الحشد الشعبي", "iraqi-popular-mobilization-forces"),
    ("فاغنر", "wagner-group"),
    ("بوكو حرام", "boko-haram"),
    ("الأمم المتحدة", "united-nations"),
    ("الناتو", "nato"),
]


@pytest.mark.parametrize(("name", "wanted"), LOOKUPS)
def test_known_names_are_found(name: str, wanted: str, actors: list[dict[str, str]]) -> None:
    assert [row["id"] for row in actors if fold(name) in map(fold, [row["name"], *values(row["aliases"])])] == [wanted]


AMBIGUOUS = [
    ("قوات النظام", {"syrian-armed-forces"}),
    ("الجيش الوطني", {"libyan-national-army", "somali-armed-forces", "syrian-national-army", "yemeni-armed-forces"}),
    ("التحالف", {"international-coalition-against-is", "saudi-led-coalition-yemen"}),
    ("الأسايش", {"asayish-iraq", "asayish-syria"}),
]


@pytest.mark.parametrize(("name", "wanted"), AMBIGUOUS)
def test_ambiguous_names_offer_their_owners(name: str, wanted: set[str], actors: list[dict[str, str]]) -> None:
    assert {row["id"] for row in actors if name in values(row["ambiguous"])} == wanted


def test_given_names() -> None:
    rows = read("given_names.csv")
    names = [row["name"] for row in rows]
    assert names == sorted(set(names)), "unique and in code-point order"
    assert {row["gender"] for row in rows} == {"f", "m", "u"}
    assert [n for n in names if n.startswith(("أبو ", "أم "))] == []


def test_nationalities(actors: list[dict[str, str]]) -> None:
    kinds = {row["id"]: row["kind"] for row in actors}
    rows = read("nationalities.csv")
    keys = [(row["country"], row["adjective"]) for row in rows]
    assert keys == sorted(set(keys))
    adjectives = [row["adjective"] for row in rows]
    assert sorted({a for a in adjectives if adjectives.count(a) > 1}) == []
    for row in rows:
        assert re.fullmatch("([A-Z]{2})?", row["country"]), row
        assert row["adjective"].split()[-1].endswith("ي"), row
        assert not row["adjective"].startswith("ال"), row
        if row["force"]:
            assert kinds[row["force"]] in {"ArmedForce", "Organization"}, row
        if row["government"]:
            assert kinds[row["government"]] in {"Government", "Organization"}, row


def test_every_state_with_an_adjective_knows_its_government(actors: list[dict[str, str]]) -> None:
    ids = {row["id"] for row in actors if row["kind"] == "Government"}
    governed = {row["government"] for row in read("nationalities.csv") if row["government"]}
    assert len(governed & ids) >= 80
