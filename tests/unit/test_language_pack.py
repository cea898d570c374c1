"""A language is a folder of data: an invented one is read, a broken one refused by name, the shipped one is clean."""

from __future__ import annotations

import csv
import shutil
import tomllib
import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from khabar.errors import LanguageError
from khabar.extract import extract
from khabar.language import load_language
from khabar.model import Metadata, Report
from khabar.pipeline import to_graph
from khabar.validate import validate

ROOT = Path(__file__).resolve().parents[2]
TOY = ROOT / "tests" / "support" / "toy"
ARABIC = ROOT / "src" / "khabar" / "lang" / "ar"
ARTICLE = "Saido Blua Gardo ke {} civiloj mortagu en straikoj de Ruga Arméo en vilaj Mirat hodiau."
PUBLISHED = Metadata(published=date(2020, 5, 1))


@pytest.fixture
def toy(tmp_path: Path) -> Path:
    """A copy of the toy language."""
    return Path(shutil.copytree(TOY, tmp_path / "toy"))


def read(text: str, folder: Path) -> Report:
    return extract(text, PUBLISHED, language=folder)


def test_an_invented_language_is_read(toy: Path) -> None:
    text = ARTICLE.format("12")
    report = read(text, toy)
    watch, army = report.actors
    assert (watch.names, watch.kind, watch.ref) == (("Blua Gardo",), "Organization", "blue-watch")
    assert (army.kind, army.ref) == ("ArmedForce", "red-army")
    (place,) = report.places
    assert (place.names, place.ref, place.latitude) == (("Mirat",), "zz-mirat", 10.5)
    (event,) = report.events
    assert event.types == ("AirStrike",)
    assert (event.agents, event.places) == ((army.id,), (place.id,))
    assert (event.when.earliest, event.when.latest) == (date(2020, 5, 1), date(2020, 5, 1))
    (claim,) = report.claims
    assert (claim.claimant, claim.modality, claim.events) == (watch.id, "Asserted", (event.id,))
    (toll,) = claim.tolls
    assert (toll.outcome, toll.minimum, toll.maximum, toll.victims) == ("Killed", 12, 12, "civilians")
    for node in (watch, army, place, event, claim, toll):
        assert all(text[e.span.start : e.span.end] == e.quote for e in node.evidence)


@pytest.mark.parametrize(
    ("words", "least", "most"),
    [
        ("12", 12, 12), ("kvin", 5, 5), ("dudek", 20, 20), ("cent", 100, 100), ("almenau 12", 12, None),
        ("pli ol 30", 31, None), ("proksimume 40", 40, 40), ("dekoj", 20, 99), ("inter 5 gis 7", 5, 7),
    ],
)  # fmt: skip
def test_its_numbers_are_read(toy: Path, words: str, least: int, most: int | None) -> None:
    (claim,) = read(ARTICLE.format(words), toy).claims
    assert [(t.minimum, t.maximum) for t in claim.tolls] == [(least, most)]


def test_its_graph_is_valid(toy: Path) -> None:
    text = ARTICLE.format("12")
    assert validate(to_graph(read(text, toy)), source=text).conforms


def test_a_text_in_another_language_gives_nothing(toy: Path) -> None:
    assert read("قالت مصادر محلية إن عشرة مدنيين قتلوا.", toy).claims == ()
    assert extract(ARTICLE.format("12"), PUBLISHED).claims == ()


def test_a_word_added_to_a_list_is_known(toy: Path) -> None:
    text = ARTICLE.format("12").replace("civiloj", "barbistoj")
    assert not [t for c in read(text, toy).claims for t in c.tolls if t.victims == "medics"]
    other = Path(shutil.copytree(toy, toy.with_name("other")))
    with (other / "nouns.csv").open("a", encoding="utf-8") as file:
        file.write("barbisto,barbistoj,m,victim:medics\n")
    (claim,) = read(text, other).claims
    assert [t.victims for t in claim.tolls] == ["medics"]


@pytest.mark.parametrize("name", ["verbs.csv", "nouns.csv", "phrases.csv", "actors.csv", "places.csv", "rules.toml"])
def test_a_language_may_lack_a_file(toy: Path, name: str) -> None:
    (toy / name).unlink()
    report = read(ARTICLE.format("12"), toy)
    assert validate(to_graph(report)).conforms


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("text.toml", None, "text.toml"),
        ("text.toml", "fold = [", "text.toml"),
        ("numbers.toml", "[clitics]\narticle = 3", "article"),
        ("calendar.toml", "week_start = 'someday'", "calendar"),
        ("verbs.csv", "a,b\n1,2\n", "verbs.csv"),
        ("nouns.csv", "singular,plural,gender,classes\nx,y,m\n", "nouns.csv:2"),
        (
            "actors.csv",
            "id,kind,name,aliases,ambiguous,en,countries,wikidata\n" + 2 * "a,Person,A,,,,,\n",
            "actors.csv",
        ),
        ("places.csv", None, ""),
    ],
)
def test_a_broken_language_is_refused_by_name(toy: Path, name: str, content: str | None, what: str) -> None:
    if content is None:
        (toy / name).unlink()
    else:
        (toy / name).write_text(content, encoding="utf-8")
    if not what:
        assert read(ARTICLE.format("12"), toy)
        return
    with pytest.raises(LanguageError) as error:
        read(ARTICLE.format("12"), toy)
    assert what in str(error.value)
    assert "\n" not in str(error.value).strip()


def test_there_is_no_such_language() -> None:
    with pytest.raises(LanguageError, match="xx"):
        load_language("xx")


# ---------------------------------------------------------------------------------------- the shipped data

FILES = sorted(path for path in ARABIC.iterdir() if path.suffix in {".toml", ".csv"})
TATWEEL = "\u0640"
LETTERS = {"\u06cc": "ye", "\u06a9": "kaf", "\u06c1": "he", "\u06be": "he", "\u06d5": "ae"}
"""Letters of other alphabets that look like an Arabic one, and are folded to it in a text but never written here."""
ABBREVIATIONS = {"هـ"}
"""The one word that is written with a tatweel: the Hijri era's."""


def strings(path: Path) -> Iterator[tuple[str, str]]:
    """Every string of a file, with where it stands; tables that say how letters are folded or repaired left out."""
    if path.suffix == ".csv":
        with path.open(encoding="utf-8", newline="") as file:
            for number, row in enumerate(csv.reader(file), 1):
                for cell in row:
                    yield f"{path.name}:{number}", cell
        return

    def walk(value: Any, where: str) -> Iterator[tuple[str, str]]:
        if isinstance(value, dict):
            for key, item in value.items():
                if key not in {"fold", "marks", "repair"}:
                    yield where, key
                    yield from walk(item, f"{where}.{key}")
        elif isinstance(value, list):
            for item in value:
                yield from walk(item, where)
        elif isinstance(value, str):
            yield where, value

    yield from walk(tomllib.loads(path.read_text(encoding="utf-8")), path.name)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_data_are_utf8_without_oddities(path: Path) -> None:
    data = path.read_bytes()
    text = data.decode("utf-8")
    assert not data.startswith(b"\xef\xbb\xbf") and b"\r" not in data and data.endswith(b"\n")
    assert not {c for c in text if unicodedata.category(c) in {"Cc", "Cf", "Co", "Cn"}} - {"\n", "\t"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_words_are_composed_and_in_arabic_letters(path: Path) -> None:
    for where, value in strings(path):
        assert unicodedata.is_normalized("NFC", value), f"{where}: {value!r} is not NFC"
        assert not [c for c in value if c.isalpha() and ("\ufb50" <= c <= "\ufdff" or "\ufe70" <= c <= "\ufeff")], (
            f"{where}: {value!r}"
        )
        assert not set(value) & set(LETTERS), f"{where}: {value!r} has a letter of another alphabet"
        for word in value.replace(",", " ").replace("|", " ").split():
            if TATWEEL in word:
                alone = not word.strip(TATWEEL) or word.replace(TATWEEL, "") in set("بلكوفس")
                assert alone or word in ABBREVIATIONS, f"{where}: tatweel in {word!r}"


def test_the_folding_is_idempotent_and_covers_the_look_alikes() -> None:
    language = load_language("ar")
    table = tomllib.loads((ARABIC / "text.toml").read_text(encoding="utf-8"))["fold"]
    for letter, folded in table.items():
        word = f"\u0628{letter}\u0628"
        assert language.fold(language.fold(word)) == language.fold(word) == language.fold(f"\u0628{folded}\u0628")
    assert set(LETTERS) <= set(table)
    assert {letter for letter in table if not table[letter]} >= set(
        "\u0640\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652"
    )
