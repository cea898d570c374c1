"""A language's look-ups: morphology as tables of ``[form, expected reading]``, particles, errors of the loader.

A reading is written ``lemma pos gender number tense voice``, empty ones left out, then ``+`` each particle before the
word, ``+the`` for the article and ``-`` the pronoun behind it. A form may have other readings too.
"""

from __future__ import annotations

import itertools
import shutil
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khabar.errors import LanguageError
from khabar.extract import extract
from khabar.language import Language, Reading, load_language
from khabar.model import Metadata

ARABIC = load_language("ar")


def show(reading: Reading) -> str:
    entry = reading.entry
    voice = entry.voice if entry.voice != "either" else ""
    before = [f"+{p}" for p in (reading.conjunction, reading.preposition) if p]
    words = [entry.lemma, entry.pos, entry.gender, entry.number, entry.tense, voice, *before]
    return " ".join(
        [*filter(None, words), *["+the"] * reading.definite, *filter(None, [reading.suffix and f"-{reading.suffix}"])]
    )


READINGS = [
    # the past tense
    ("قصف", "قصف verb m s past"),
    ("قصفت", "قصف verb f s past"),
    ("قصفوا", "قصف verb m p past"),
    ("قصفا", "قصف verb m d past"),
    ("قصفتا", "قصف verb f d past"),
    ("قصفنا", "قصف verb m p past"),
    ("نفى", "نفى verb m s past active"),
    ("نفت", "نفى verb f s past active"),
    ("نفوا", "نفى verb m p past active"),
    ("نفيا", "نفى verb m d past active"),
    ("دعا", "دعا verb m s past active"),
    ("دعت", "دعا verb f s past active"),
    ("دعوا", "دعا verb m p past active"),
    ("أصيب", "أصاب verb m s past passive"),
    ("أصيبت", "أصاب verb f s past passive"),
    ("أصيبوا", "أصاب verb m p past passive"),
    # the present tense and the future
    ("يقصف", "قصف verb m s present"),
    ("تقصف", "قصف verb f s present"),
    ("يقصفون", "قصف verb m p present"),
    ("ينفي", "نفى verb m s present active"),
    ("تنفي", "نفى verb f s present active"),
    ("ينفون", "نفى verb m p present active"),
    ("يدعو", "دعا verb m s present active"),
    ("تدعو", "دعا verb f s present active"),
    ("يدعون", "دعا verb m p present active"),
    ("سيقصف", "قصف verb m s present +will"),
    ("وسيقصف", "قصف verb m s present +and +will"),
    ("سيقصفون", "قصف verb m p present +will"),
    # particles before verbs
    ("وقصفت", "قصف verb f s past +and"),
    ("فأصيبت", "أصاب verb f s past passive +so"),
    ("ويقصفون", "قصف verb m p present +and"),
    ("وسيطرت", "سيطر verb f s past +and"),
    # pronouns behind verbs
    ("قصفه", "قصف verb m s past -ه"),
    ("قتلتهم", "قتل verb f s past -هم"),
    ("وقتلهم", "قتل verb m s past +and -هم"),
    ("اعتقلته", "اعتقل verb f s past -ه"),
    # verbal nouns
    ("القصف", "قصف masdar m s +the"),
    ("بالقصف", "قصف masdar m s +in +the"),
    ("للقصف", "قصف masdar m s +to +the"),
    ("كالقصف", "قصف masdar m s +as +the"),
    ("والقصف", "قصف masdar m s +and +the"),
    ("فالقصف", "قصف masdar m s +so +the"),
    ("وبالقصف", "قصف masdar m s +and +in +the"),
    ("لقصف", "قصف masdar m s +to"),
    ("قصفها", "قصف masdar m s -ها"),
    ("مقتل", "قتل masdar m s"),
    ("بمقتل", "قتل masdar m s +in"),
    ("إصابة", "أصاب masdar m s"),
    ("إصابتهم", "أصاب masdar m s -هم"),
    ("سيطرته", "سيطر masdar m s -ه"),
    ("نفي", "نفى masdar m s"),
    # nouns: singular, dual, plural, accusative, construct
    ("قتيل", "قتيل noun m s"),
    ("قتيلا", "قتيل noun m s"),
    ("قتيلان", "قتيل noun m d"),
    ("قتيلين", "قتيل noun m d"),
    ("قتلى", "قتيل noun m p"),
    ("للقتلى", "قتيل noun m p +to +the"),
    ("قتلاهم", "قتيل noun m p -هم"),
    ("والجرحى", "جريح noun m p +and +the"),
    ("مدنيون", "مدني noun m p"),
    ("مدنيين", "مدني noun m p"),
    ("المدنيين", "مدني noun m p +the"),
    ("للمدنيين", "مدني noun m p +to +the"),
    ("مدنيو", "مدني noun m p"),
    ("أطفالا", "طفل noun m p"),
    ("طفلان", "طفل noun m d"),
    ("طفلة", "طفلة noun f s"),
    ("وطفلتين", "طفلة noun f d +and"),
    ("طفلتها", "طفلة noun f s -ها"),
    ("غارتان", "غارة noun f d"),
    ("بغارات", "غارة noun f p +in"),
    ("هجومين", "هجوم noun m d"),
    ("كهجوم", "هجوم noun m s +as"),
    ("مستشفيان", "مستشفى noun m d"),
    ("جنوده", "جندي noun m p -ه"),
    ("مسلحو", "مسلح noun m p"),
    ("معتقلين", "معتقل noun m p"),
    # relational adjectives
    ("سورية", "سوري adjective s"),
    ("السوريين", "سوري adjective s +the"),
    ("والسوري", "سوري adjective s +and +the"),
    ("سوريون", "سوري adjective s"),
    ("الروسية", "روسي adjective s +the"),
    # the same words spelt otherwise: hamza, final ya and ta marbuta, diacritics, stretching
    ("اعلنت", "أعلن verb f s past"),
    ("نفي", "نفى verb m s past active"),
    ("الروسيه", "روسي adjective s +the"),
    ("مُقتَل", "قتل masdar m s"),
    ("قتـــلى", "قتيل noun m p"),
]
"""Forms as written, with one of their readings."""

NOT_READ = [
    ("القتل", "verb"),
    ("بقصف", "verb"),
    ("للقصف", "verb"),
    ("كالقصف", "verb"),
    ("سالقصف", "masdar"),
    ("سقصف", "verb"),
    ("المدنيو", "verb"),
    ("وقال", "noun"),
]
"""Forms with a part of speech that they cannot have: a verb takes neither article nor preposition, a past no future."""


@pytest.mark.parametrize(("form", "expected"), READINGS)
def test_readings(form: str, expected: str) -> None:
    assert expected in [show(r) for r in ARABIC.readings(ARABIC.fold(form))]


@pytest.mark.parametrize(("form", "pos"), NOT_READ)
def test_what_a_form_cannot_be(form: str, pos: str) -> None:
    assert pos not in {r.entry.pos for r in ARABIC.readings(ARABIC.fold(form))}


@pytest.mark.parametrize("form", ["", "ال", "و", "ب", "قصفقصف", "12", "بغداديستان", "x"])
def test_unknown_forms_have_no_reading(form: str) -> None:
    assert ARABIC.readings(ARABIC.fold(form)) == ()
    assert ARABIC.marks(ARABIC.fold(form)) == {}


MARKS = [
    ("قصفت", {"verb", "event"}),
    ("والقتلى", {"noun", "outcome"}),
    ("مدنيين", {"noun", "victim"}),
    ("أعلنت", {"verb", "speech"}),
    ("بغارات", {"noun", "event"}),
    ("السورية", {"adjective", "nationality"}),
    ("مقتل", {"masdar", "outcome"}),
]


@pytest.mark.parametrize(("form", "expected"), MARKS)
def test_marks(form: str, expected: set[str]) -> None:
    word = ARABIC.fold(form)
    marks = ARABIC.marks(word)
    assert expected <= marks.keys()
    for name, reading in marks.items():
        assert reading == next(r for r in ARABIC.readings(word) if name in r.entry.marks or name == r.entry.pos)


STRIP = [
    ("حلب", [("حلب", "", "", False)]),
    ("بحلب", [("بحلب", "", "", False), ("حلب", "", "in", False)]),
    ("وحلب", [("وحلب", "", "", False), ("حلب", "and", "", False)]),
    ("الجيش", [("الجيش", "", "", False), ("جيش", "", "", True)]),
    ("والجيش", [("والجيش", "", "", False), ("الجيش", "and", "", False), ("جيش", "and", "", True)]),
    ("للجيش", [("للجيش", "", "", False), ("جيش", "", "to", True), ("لجيش", "", "to", False)]),
    ("بالجيش", [("بالجيش", "", "", False), ("الجيش", "", "in", False), ("جيش", "", "in", True)]),
    ("كم", [("كم", "", "", False)]),
    ("ولد", [("ولد", "", "", False), ("لد", "and", "", False)]),
    ("", [("", "", "", False)]),
]
"""Folded words with all ways to strip them; nothing is stripped to less than two letters."""


@pytest.mark.parametrize(("word", "expected"), STRIP)
def test_strip(word: str, expected: list[tuple[str, str, str, bool]]) -> None:
    assert list(ARABIC.strip(word)) == expected


STRIP_TO = [
    ("مع", {"مع"}, True),
    ("ومع", {"مع"}, True),
    ("فمع", {"مع"}, True),
    ("بمع", {"مع"}, True),
    ("المع", {"مع"}, False),
    ("والمع", {"المع"}, True),
    ("معا", {"مع"}, False),
    ("مع", set(), False),
]


@pytest.mark.parametrize(("word", "members", "expected"), STRIP_TO)
def test_membership_aside_from_particles(word: str, members: set[str], expected: bool) -> None:
    assert ARABIC.strip_to(word, frozenset(members)) is expected
    assert ARABIC.strip_to(word, frozenset(members)) is expected


WITHOUT = [
    ("وحلب", "and", "", "حلب"),
    ("فحلب", "so", "", "حلب"),
    ("بحلب", "", "in", "حلب"),
    ("كحلب", "", "as", "حلب"),
    ("لحلب", "", "to", "حلب"),
    ("وبحلب", "and", "in", "حلب"),
    ("للجيش", "", "to", "الجيش"),
    ("وللجيش", "and", "to", "الجيش"),
    ("بالجيش", "", "in", "الجيش"),
    ("والجيش", "and", "", "الجيش"),
    ("حلب", "", "", "حلب"),
    ("و", "and", "", "و"),
    ("حلب", "and", "", "حلب"),
]
"""Bare words less the particles named."""


@pytest.mark.parametrize(("word", "conjunction", "preposition", "expected"), WITHOUT)
def test_without_particles(word: str, conjunction: str, preposition: str, expected: str) -> None:
    assert ARABIC.without(word, conjunction, preposition) == expected


BARE = [
    ("مُقَاتِل", "مقاتل"),
    ("مـقتل", "مقتل"),
    ("أحمد", "أحمد"),
    ("\u200fقال\u200c", "قال"),
    ("عدنان-19", "عدنان-19"),
    ("", ""),
]


@pytest.mark.parametrize(("surface", "expected"), BARE)
def test_bare_words_keep_their_letters(surface: str, expected: str) -> None:
    assert ARABIC.bare(surface) == expected


SPLIT = [
    ("المرصد السوري", ("المرصد", "السوري")),
    ("أنصار الله", ("انصار", "الله")),
    ("حركة إم23", ("حركه", "ام", "23")),
    ("(داعش)", ("داعش",)),
    ("«جيش» الإسلام", ("جيش", "الاسلام")),
    ("قوات  الدفاع", ("قوات", "الدفاع")),
    ("...", ()),
    ("", ()),
]


@pytest.mark.parametrize(("name", "expected"), SPLIT)
def test_split(name: str, expected: tuple[str, ...]) -> None:
    assert ARABIC.split(name) == expected


@given(st.text(st.sampled_from("بلوفكساحيةىأ "), max_size=9))
def test_stripping_takes_letters_from_the_front_only(word: str) -> None:
    found = ARABIC.strip(word)
    assert found[0] == (word, "", "", False)
    assert all(word.endswith(stem) for stem, _, _, _ in found)
    assert all(len(stem) >= 2 for stem, _, _, _ in found[1:])


@given(st.text(max_size=12))
def test_look_ups_take_any_word(word: str) -> None:
    for reading in ARABIC.readings(word):
        assert reading.entry.marks is not None
    assert isinstance(ARABIC.marks(word), dict)
    assert ARABIC.bare(word) == ARABIC.bare(ARABIC.bare(word))


def test_names_are_kept_once() -> None:
    for first in sorted(ARABIC.names)[::97]:
        names = ARABIC.names[first]
        assert names == ARABIC.names.opening(first)
        assert all(name.words[0] == first for name in names)
        assert all(a != b for a, b in itertools.combinations(names, 2))
    assert ARABIC.names.opening("؟؟") == ()


def test_openings_hold_the_names_that_go_on_with_the_second_word() -> None:
    table = ARABIC.openings("والمرصد")
    found = {
        name.payload.id for name, conjunction, _ in table["السوري"] if conjunction == "and" and name.kind == "actor"
    }
    assert "syrian-observatory-human-rights" in found
    assert all(len(name.words) == 1 for name, _, _ in table.get("", ()))
    assert set(table.get("", ())) <= set(table["السوري"])
    assert not ARABIC.openings("قصفقصف")


# ---------------------------------------------------------------------------------------- loading

VERBS = "past,present,masdar,participle,passive,classes\n"
NOUNS = "singular,plural,gender,classes\n"
ACTORS = "id,kind,name,aliases,ambiguous,en,countries,wikidata\n"
PLACES = "id,kind,name,aliases,en,lat,lon,country,within,geonames,pcode,wikidata,rank,needs_head\n"

BROKEN = [
    ("text.toml", "fold = [", "text.toml"),
    ("text.toml", "[fold]\nab = 'c'", "single characters"),
    ("text.toml", "[fold]\na = 1", "single characters"),
    ("text.toml", "fold = 3", "single characters"),
    ("text.toml", "enders = 3", "enders must be a list of strings"),
    ("text.toml", "quotes = [1]", "quotes must be a list of strings"),
    ("text.toml", "abbreviations = {a = 'b'}", "abbreviations must be a list of strings"),
    ("rules.toml", "[sets]\nmany = 'few'", "sets.many must be a list"),
    ("rules.toml", "[sets\n", "rules.toml"),
    ("morphology.toml", "[[past]]\nforms = ['a']", "[[past]]"),
    ("morphology.toml", "[[present]]\nending = ''\nforms = [['a', 'm']]", "[[present]]"),
    ("verbs.csv", "past,present\n", "the first line must be past,present,masdar"),
    ("verbs.csv", "", "the first line must be"),
    ("verbs.csv", VERBS + "a,b,c\n", "verbs.csv:2: 3 columns instead of 6"),
    ("verbs.csv", VERBS + "a,b,c,d,,:x\n", "':x' is not a class"),
    ("frames.csv", "verb,part,words,classes\na,wheel,b,event:Other\n", "'wheel' is neither object nor subject"),
    ("nouns.csv", NOUNS + "a,b,m,\n\n", "nouns.csv:3: 0 columns instead of 4"),
    ("phrases.csv", "phrase,classes\n!!,x\n", "a phrase without a word"),
    ("actors.csv", ACTORS + "x,Person,A,,,,,\nx,Person,B,,,,,\n", "x: two rows of one id"),
    ("actors.csv", ACTORS + "x,Person,A,!,,,,\n", "x: a name without a word"),
    ("places.csv", PLACES + "x,town,A,,,north,1,,,,,,,\n", "places.csv: x: could not convert"),
    ("places.csv", PLACES + "x,town,A,,,1,1,,,,,,big,\n", "places.csv: x: invalid literal"),
    ("places.csv", PLACES + "x,town,,,,,,,,,,,,\n", "x: a name without a word"),
    ("given_names.csv", "gender\nm\n", "the first line must be name"),
    ("nationalities.csv", "country\nSY\n", "the first line must be country,adjective"),
]
"""Files with contents that cannot be used, and what the error says."""


@pytest.mark.parametrize(("name", "content", "message"), BROKEN)
def test_broken_file_is_named(tmp_path: Path, name: str, content: str, message: str) -> None:
    (tmp_path / "text.toml").touch()
    (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(LanguageError) as error:
        Language(tmp_path)
    said = str(error.value)
    assert message in said
    assert name in said
    assert "\n" not in said


@pytest.mark.parametrize("name", ["text.toml", "verbs.csv", "places.csv"])
def test_files_must_be_utf8(tmp_path: Path, name: str) -> None:
    (tmp_path / "text.toml").touch()
    (tmp_path / name).write_bytes(b"\xff\xfea\n")
    with pytest.raises(LanguageError, match=name):
        Language(tmp_path)


@pytest.mark.parametrize("where", ["", "nowhere", "text.toml"])
def test_no_language_there(tmp_path: Path, where: str) -> None:
    with pytest.raises(LanguageError, match=r"text\.toml is missing"):
        Language(tmp_path / where)


def test_unknown_code() -> None:
    with pytest.raises(LanguageError, match="no language 'xx'"):
        load_language("xx")


def test_languages_are_loaded_once() -> None:
    assert load_language("ar") is ARABIC


def test_columns_may_be_added(tmp_path: Path) -> None:
    (tmp_path / "text.toml").touch()
    (tmp_path / "verbs.csv").write_text(VERBS.strip() + ",note\nrun,runs,running,,,move,x\n", encoding="utf-8")
    (tmp_path / "nouns.csv").write_text(NOUNS.strip() + ",note\ndog,dogs,m,,x\n", encoding="utf-8")
    language = Language(tmp_path)
    assert [show(r) for r in language.readings("run")] == ["run verb past"]
    assert [show(r) for r in language.readings("dogs")] == ["dog noun m p"]


# ---------------------------------------------------------------------------------------- any part of a language

FILES = sorted(p.name for p in ARABIC.folder.iterdir() if p.suffix in (".csv", ".toml") and p.name != "text.toml")
NEWS = "قال المرصد السوري إن 12 مدنياً قتلوا في قصف على مدينة حلب يوم 3 مايو 2024، ونفت «وزارة الدفاع» ذلك."


def language_of(names: list[str], folder: Path) -> Path:
    folder.mkdir()
    for name in ["text.toml", *names]:
        shutil.copy(ARABIC.folder / name, folder)
    return folder


def check(folder: Path) -> None:
    report = extract(NEWS, Metadata(published=date(2024, 5, 4)), language=folder)
    evidence = itertools.chain.from_iterable(
        node.evidence for nodes in (report.actors, report.places, report.events, report.claims) for node in nodes
    )
    assert all(NEWS[e.span.start : e.span.end] == e.quote for e in evidence)


def test_one_file_is_enough(tmp_path: Path) -> None:
    check(language_of([], tmp_path / "bare"))


def test_an_empty_text_toml_is_enough(tmp_path: Path) -> None:
    (tmp_path / "text.toml").touch()
    check(tmp_path)


@pytest.mark.parametrize("name", FILES)
def test_any_file_alone(tmp_path: Path, name: str) -> None:
    check(language_of([name], tmp_path / "one"))


@pytest.mark.parametrize("name", FILES)
def test_any_file_left_out(tmp_path: Path, name: str) -> None:
    check(language_of([n for n in FILES if n != name], tmp_path / "others"))


@pytest.mark.parametrize("number", range(8))
def test_any_choice_of_files(tmp_path: Path, number: int) -> None:
    check(language_of([n for k, n in enumerate(FILES) if (k * 2654435761 >> number) & 1], tmp_path / "some"))


def test_digits_are_read_without_number_words_and_calendar(tmp_path: Path) -> None:
    names = [n for n in FILES if n not in ("numbers.toml", "calendar.toml")]
    report = extract("قال المرصد السوري إن 12 مدنياً قتلوا.", language=language_of(names, tmp_path / "digits"))
    assert [(t.outcome, t.minimum, t.maximum) for c in report.claims for t in c.tolls] == [("Killed", 12, 12)]
