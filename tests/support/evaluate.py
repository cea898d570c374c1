"""Measures the extraction against annotated articles, through the graph that it writes.

    python tests/support/evaluate.py [SET…] [--errors [--all]] [--markdown] [--raise-floors]

Sets: ``dev`` (development articles whose texts the authors read), ``held-out`` (development articles that they do not),
``own-a``, ``own-b``, ``own-c``, ``article`` (the real one, where ``../shared`` is present). Each article is extracted,
written as Turtle, read back and compared with its annotation in ``NAME.gold.json``:

actors, places    one-to-one alignment by any shared name (normalised; generic head words left off)
events            aligned one to one: a type in common (of one family: half weight) and arguments that overlap
event args        agents, targets, places and dates of all events, as slots
tolls             (outcome, min, max) of every toll, whoever claims it
attributed tolls  the same, and the claimant is the right one
claims            the right claimant and at least one described event aligned, or no event on either side
actor types       share of the aligned actors whose kind is right; modality: the same of the aligned claims

Precision, recall and F1 are micro-averages. The scorer of ``../shared/eval`` prints the same figures; a test compares.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import rdflib
from rdflib.namespace import RDF, SKOS

from khabar.extract import extract
from khabar.model import ACTOR_KINDS, Metadata
from khabar.rdf.formats import find_format, serialise
from khabar.rdf.graph import describe

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT / "tests" / "gold"
FLOORS = GOLD / "floors.toml"
SHARED = ROOT.parent / "shared"

HELD_OUT = frozenset({"05-albab-carbomb", "14-lebanon-drone", "15-daraa-ceasefire", "16-mixed-bulletin"})
SETS = ("dev", "held-out", "own-a", "own-b", "own-c", "article")
READ_BY_AUTHORS = ("dev", "article")
"""The sets whose errors may be looked at."""

F_MEASURES = ("actors", "places", "events", "event args", "claims", "tolls", "attributed tolls")
ACCURACIES = ("actor types", "modality")
MEASURES = F_MEASURES + ACCURACIES
MARGIN = 0.005
"""How far below the measured value a floor is set."""

KHB = rdflib.Namespace("https://w3id.org/khabar/ontology#")
OA = rdflib.Namespace("http://www.w3.org/ns/oa#")
SCHEMA = rdflib.Namespace("https://schema.org/")

_FAMILIES = (
    {"AirStrike", "Shelling", "GuidedMissile", "ChemicalAttack"},
    {"VehicleBomb", "SuicideAttack", "Explosion"},
    {"Clash", "Offensive", "Capture", "Withdrawal", "Shooting", "Siege"},
    {"Abduction", "Detention"},
    {"Agreement", "Statement"},
)
_FOLD = str.maketrans("أإآٱىةؤئ", "اااايهوي")
_PLACE_HEADS = frozenset((
    "بلده", "قريه", "مدينه", "مخيم", "محافظه", "منطقه", "ناحيه", "قضاء", "مديريه", "حي", "ريف", "بلدتي",
    "قريتي", "مدينتي", "بلدات", "قري", "جمهوريه", "دوله", "ولايه",
))  # fmt: skip
_ACTOR_HEADS = frozenset((
    "ميليشيا", "مليشيا", "ميليشيات", "تنظيم", "وكاله", "جماعه", "حركه", "حزب", "قوات", "قوه", "فصيل", "فصائل",
    "صحيفه", "موقع", "شبكه", "قناه", "منظمه",
))  # fmt: skip


class Case(NamedTuple):
    """One annotated article."""

    name: str
    text: Path
    gold: Path


class Quantity(NamedTuple):
    """What of a toll is compared."""

    outcome: str
    least: int | None
    most: int | None


@dataclass(frozen=True)
class Named:
    """An actor or a place: what it is compared by, its kind and a name to show."""

    keys: frozenset[str]
    kind: str
    name: str
    silent: bool = False
    """A publisher whom nothing in the text mentions: not counted as extracted."""


@dataclass(frozen=True)
class Happening:
    """An event: its types, its slots as (role, id or date), and words to show."""

    types: frozenset[str]
    slots: frozenset[tuple[str, str]]
    words: str = ""


@dataclass(frozen=True)
class Account:
    """A claim: ids of its claimants (``OUTLET`` for the narrator) and events, its modality and quantities."""

    claimants: frozenset[str]
    events: frozenset[str]
    modality: str
    tolls: Counter[Quantity]
    words: str = ""


@dataclass(frozen=True)
class Side:
    """One side of the comparison, the annotated or the extracted."""

    actors: Mapping[str, Named] = field(default_factory=dict)
    places: Mapping[str, Named] = field(default_factory=dict)
    events: Mapping[str, Happening] = field(default_factory=dict)
    claims: tuple[Account, ...] = ()


@dataclass
class Tally:
    """Hits, spurious and missed."""

    hit: int = 0
    spurious: int = 0
    missed: int = 0

    def add(self, hit: int, extracted: int, annotated: int) -> None:
        """Count ``hit`` of ``extracted`` and ``annotated`` items."""
        self.hit += hit
        self.spurious += extracted - hit
        self.missed += annotated - hit

    @property
    def precision(self) -> float:
        """Share of the extracted that is right; 0 where nothing was extracted."""
        return self.hit / (self.hit + self.spurious) if self.hit + self.spurious else 0.0

    @property
    def recall(self) -> float:
        """Share of the annotated that was found; 0 where there is none."""
        return self.hit / (self.hit + self.missed) if self.hit + self.missed else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0


@dataclass
class Score:
    """The tallies of a set by measure, and the errors by kind as (article, what)."""

    tallies: dict[str, Tally] = field(default_factory=lambda: {m: Tally() for m in MEASURES})
    errors: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    articles: int = 0

    def value(self, measure: str) -> float:
        """F1, or the accuracy of ``actor types`` and ``modality``."""
        tally = self.tallies[measure]
        return tally.precision if measure in ACCURACIES else tally.f1

    def note(self, kind: str, article: str, items: Iterable[object]) -> None:
        """Remember errors of a kind."""
        self.errors.setdefault(kind, []).extend((article, str(item)) for item in items)


# ---------------------------------------------------------------------------------------- reading the two sides


def cases(name: str) -> list[Case]:
    """The articles of a set in order; empty where it is not here."""
    if name == "article":
        gold, text = SHARED / "eval" / "article.gold.json", SHARED / "article" / "article.txt"
        return [Case("article", text, gold)] if gold.is_file() and text.is_file() else []
    own = name.startswith("own-")
    folder, pattern = GOLD / ("own" if own else "dev"), f"{name[-1] if own else ''}*.gold.json"
    found = []
    for gold in sorted(folder.glob(pattern)):
        stem = gold.name.removesuffix(".gold.json")
        if own or (stem in HELD_OUT) == (name == "held-out"):
            found.append(Case(stem, gold.with_name(f"{stem}.txt"), gold))
    return found


def fold(text: str) -> str:
    """A name as it is compared: no marks, no punctuation, one spelling of each letter, articles off."""
    text = unicodedata.normalize("NFKC", text)
    text = "".join(c for c in text if not unicodedata.combining(c) and c != "\u0640").translate(_FOLD)
    words = re.sub(r"[^\w\s]", " ", text).lower().split()
    return " ".join(w[2:] if w.startswith("ال") and len(w) > 4 else w for w in words)


def keys(names: Iterable[str], heads: frozenset[str]) -> frozenset[str]:
    """The folded names, with and without their generic head words."""
    found = set()
    for name in names:
        words = fold(name).split()
        found.add(" ".join(words))
        while len(words) > 1 and words[0] in heads:
            del words[0]
        found.add(" ".join(words))
    return frozenset(found - {""})


def read_gold(path: Path) -> Side:
    """Read an annotation."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    actors = {a["id"]: Named(keys(a["names"], _ACTOR_HEADS), a["type"], a["names"][0]) for a in gold["actors"]}
    places = {p["id"]: Named(keys(p["names"], _PLACE_HEADS), p["type"], p["names"][0]) for p in gold["places"]}
    outlet = keys([gold["meta"].get("outlet") or ""], _ACTOR_HEADS)
    narrator = next((i for i, actor in actors.items() if actor.keys & outlet), None)

    def happening(e: dict[str, Any]) -> Happening:
        slots = {(role, i) for role in ("agent", "target", "place") for i in e[f"{role}s"]}
        slots |= {(bound, e[bound]) for bound in ("from", "to") if e.get(bound)}
        return Happening(frozenset(e["types"]), frozenset(slots), e.get("quote") or "")

    def account(c: dict[str, Any]) -> Account:
        speaker = "OUTLET" if c["claimant"] in ("OUTLET", narrator) else c["claimant"]
        tolls = Counter(Quantity(t["outcome"], t["min"], t["max"]) for t in c["tolls"])
        return Account(frozenset({speaker}), frozenset(c["events"]), c["modality"], tolls, c.get("quote") or "")

    events = {e["id"]: happening(e) for e in gold["events"]}
    return Side(actors, places, events, tuple(map(account, gold["claims"])))


def _local(node: object) -> str:
    return re.split(r"[#/]", str(node))[-1]


def _uncapitalised(node: object) -> str:
    name = _local(node)
    return name[:1].lower() + name[1:]


def read_graph(graph: rdflib.Graph) -> Side:
    """Read an extracted graph, by the ontology's terms only."""

    def each(subject: rdflib.term.Node, predicate: rdflib.URIRef) -> list[str]:
        return [str(o) for o in graph.objects(subject, predicate)]

    def names(subject: rdflib.term.Node) -> list[str]:
        labels = [o for p in (SKOS.prefLabel, SKOS.altLabel) for o in graph.objects(subject, p)]
        return [str(o) for o in labels if isinstance(o, rdflib.Literal) and o.language in (None, "ar")]

    def number(subject: rdflib.term.Node, predicate: rdflib.URIRef) -> int | None:
        value = next(graph.objects(subject, predicate), None)
        return None if value is None else int(str(value))

    def words(subject: rdflib.term.Node) -> str:
        quotes = [q for m in graph.objects(subject, KHB.evidence) for q in graph.objects(m, OA.hasSelector / OA.exact)]
        return " … ".join(str(q) for q in quotes)

    articles = set(graph.subjects(RDF.type, KHB.Article))
    publishers = {o for a in articles for o in graph.objects(a, SCHEMA.publisher)}
    narrators = {str(node) for node in articles | publishers}
    actors: dict[str, Named] = {}
    for kind in ("Actor", *ACTOR_KINDS):
        for s in graph.subjects(RDF.type, KHB[kind]):
            silent = s in publishers and (s, KHB.evidence, None) not in graph
            shown = next(iter(names(s)), str(s))
            actors[str(s)] = Named(keys(names(s), _ACTOR_HEADS), kind, shown, silent)
    places = {
        str(s): Named(keys(names(s), _PLACE_HEADS), "", next(iter(names(s)), str(s)))
        for s in graph.subjects(RDF.type, KHB.Place)
    }
    events = {}
    for s in graph.subjects(RDF.type, KHB.Event):
        slots = {(role, o) for role in ("agent", "target", "place") for o in each(s, KHB[role])}
        bounds = (("from", KHB.earliest), ("to", KHB.latest))
        slots |= {(bound, value[:10]) for bound, predicate in bounds for value in each(s, predicate)[:1]}
        events[str(s)] = Happening(frozenset(map(_local, each(s, KHB.eventType))), frozenset(slots), words(s))
    claims = []
    for s in graph.subjects(RDF.type, KHB.Claim):
        claimants = frozenset(each(s, KHB.claimant))
        outcomes = [(t, next(iter(each(t, KHB.outcome)), "")) for t in graph.objects(s, KHB.states)]
        tolls = Counter(Quantity(_uncapitalised(o), number(t, KHB.min), number(t, KHB.max)) for t, o in outcomes)
        modality = next(map(_uncapitalised, each(s, KHB.modality)), "asserted")
        speakers = frozenset({"OUTLET"}) if claimants & narrators else claimants
        claims.append(Account(speakers, frozenset(each(s, KHB.describes)), modality, tolls, words(s)))
    return Side(actors, places, events, tuple(claims))


# ---------------------------------------------------------------------------------------- comparing them


def _align(pairs: Iterable[tuple[float, Any, Any]]) -> dict[Any, Any]:
    """One-to-one alignment, the most similar first; ties by the ids as text."""
    aligned: dict[Any, Any] = {}
    used = set()
    for similarity, left, right in sorted(pairs, key=lambda p: (-p[0], str(p[1]), str(p[2]))):
        if similarity > 0 and left not in aligned and right not in used:
            aligned[left] = right
            used.add(right)
    return aligned


def _same_name(left: frozenset[str], right: frozenset[str]) -> float:
    """1 for a shared name, spaces aside; 0.5 where one's words are among the other's and make up half of it."""
    if {x.replace(" ", "") for x in left} & {y.replace(" ", "") for y in right}:
        return 1.0
    for x in left:
        for y in right:
            short, long = sorted((x, y), key=len)
            if set(short.split()) <= set(long.split()) and 2 * len(short) >= len(long):
                return 0.5
    return 0.0


def _same_type(left: frozenset[str], right: frozenset[str]) -> float:
    if left & right:
        return 1.0
    return 0.5 if any(left & family and right & family for family in _FAMILIES) else 0.0


def compare(gold: Side, found: Side, score: Score, article: str = "") -> None:
    """Add one article to the score."""
    score.articles += 1
    actors = _compare_named("actors", gold.actors, found.actors, score, article)
    places = _compare_named("places", gold.places, found.places, score, article)
    wrong = [
        f"{gold.actors[i].name}: {found.actors[j].kind}, not {gold.actors[i].kind}"
        for i, j in actors.items()
        if gold.actors[i].kind != found.actors[j].kind
    ]
    score.tallies["actor types"].add(len(actors) - len(wrong), len(actors), len(actors) - len(wrong))
    score.note("wrong actor types", article, wrong)
    shown = {
        i: named.name
        for side in (gold, found)
        for named_by in (side.actors, side.places)
        for i, named in named_by.items()
    }
    events = _compare_events(gold, found, actors, places, shown, score, article)
    _compare_claims(gold, found, actors, events, shown, score, article)


def _compare_named(
    measure: str, gold: Mapping[str, Named], found: Mapping[str, Named], score: Score, article: str
) -> dict[str, str]:
    """Score actors or places; return which of the extracted each annotated one is."""
    aligned = _align((_same_name(g.keys, f.keys), i, j) for i, g in gold.items() for j, f in found.items())
    taken = set(aligned.values())
    counted = [j for j, f in found.items() if j in taken or not f.silent]
    score.tallies[measure].add(len(aligned), len(counted), len(gold))
    score.note(f"missed {measure}", article, (g.name for i, g in gold.items() if i not in aligned))
    score.note(f"spurious {measure}", article, (found[j].name for j in counted if j not in taken))
    return aligned


def _compare_events(
    gold: Side,
    found: Side,
    actors: Mapping[str, str],
    places: Mapping[str, str],
    shown: Mapping[str, str],
    score: Score,
    article: str,
) -> dict[str, str]:
    """Score events and their arguments; return which of the extracted each annotated one is."""

    def translate(slot: tuple[str, str]) -> tuple[str, str]:
        role, value = slot
        if role == "place":
            return role, places.get(value, value)
        if role == "target":
            return role, actors.get(value, places.get(value, value))
        return (role, actors.get(value, value)) if role == "agent" else slot

    wanted = {i: frozenset(map(translate, e.slots)) for i, e in gold.events.items()}
    pairs = []
    for i, g in gold.events.items():
        for j, f in found.events.items():
            alike, shared = _same_type(g.types, f.types), len(wanted[i] & f.slots)
            size = len(wanted[i]) + len(f.slots)
            if alike and (shared or not wanted[i]):
                pairs.append((alike + (2 * shared / size if size else 0.0), i, j))
    aligned = _align(pairs)
    taken = set(aligned.values())
    score.tallies["events"].add(len(aligned), len(found.events), len(gold.events))
    score.note("missed events", article, (_show(e) for i, e in gold.events.items() if i not in aligned))
    score.note("spurious events", article, (_show(e) for j, e in found.events.items() if j not in taken))
    arguments = score.tallies["event args"]
    for i, event in gold.events.items():
        slots = found.events[aligned[i]].slots if i in aligned else frozenset[tuple[str, str]]()
        arguments.add(len(wanted[i] & slots), len(slots), len(wanted[i]))
        if i in aligned:
            for kind, rest in (("missed", wanted[i] - slots), ("spurious", slots - wanted[i])):
                which = (f"{role} {shown.get(value, value)} of {_show(event)}" for role, value in sorted(rest))
                score.note(f"{kind} event args", article, which)
    for j, f in found.events.items():
        if j not in taken:
            arguments.add(0, len(f.slots), 0)
    return aligned


def _compare_claims(
    gold: Side,
    found: Side,
    actors: Mapping[str, str],
    events: Mapping[str, str],
    shown: Mapping[str, str],
    score: Score,
    article: str,
) -> None:
    """Score claims, their modality and their tolls."""

    def speaker(claim: Account) -> str:
        one = min(claim.claimants)
        return actors.get(one, one)

    pairs = []
    for number, g in enumerate(gold.claims):
        described = {events[e] for e in g.events if e in events}
        for other, f in enumerate(found.claims):
            common = len(described & f.events)
            if speaker(g) in f.claimants and (common or not (g.events or f.events)):
                pairs.append((1.0 + (g.tolls & f.tolls).total() + common, number, other))
    aligned = _align(pairs)
    taken = set(aligned.values())
    score.tallies["claims"].add(len(aligned), len(found.claims), len(gold.claims))
    for kind, claims, known in (("missed", gold.claims, set(aligned)), ("spurious", found.claims, taken)):
        rest = (c for number, c in enumerate(claims) if number not in known)
        which = (f"{shown.get(min(c.claimants), 'OUTLET')}: {c.words}" for c in rest)
        score.note(f"{kind} claims", article, which)
    wrong = [
        f"{found.claims[j].modality}, not {gold.claims[i].modality}: {gold.claims[i].words}"
        for i, j in sorted(aligned.items())
        if gold.claims[i].modality != found.claims[j].modality
    ]
    score.tallies["modality"].add(len(aligned) - len(wrong), len(aligned), len(aligned) - len(wrong))
    score.note("wrong modality", article, wrong)
    _compare_tolls("tolls", _quantities(gold.claims), _quantities(found.claims), shown, score, article)
    wanted, had = _quantities(gold.claims, speaker), _quantities(found.claims, lambda c: min(c.claimants, default="?"))
    _compare_tolls("attributed tolls", wanted, had, shown, score, article)


def _compare_tolls(
    measure: str,
    gold: Counter[tuple[str, Quantity]],
    found: Counter[tuple[str, Quantity]],
    shown: Mapping[str, str],
    score: Score,
    article: str,
) -> None:
    score.tallies[measure].add((gold & found).total(), found.total(), gold.total())
    for kind, rest in (("missed", gold - found), ("spurious", found - gold)):
        which = (
            f"{shown.get(who, who)} {toll.outcome} {toll.least}–{toll.most}".strip() for who, toll in rest.elements()
        )
        score.note(f"{kind} {measure}", article, which)


def _quantities(
    claims: Sequence[Account], who: Callable[[Account], str] = lambda claim: ""
) -> Counter[tuple[str, Quantity]]:
    return Counter((who(c), toll) for c in claims for toll in c.tolls.elements())


def _show(event: Happening) -> str:
    return f"{'+'.join(sorted(event.types))} “{event.words}”"


# ---------------------------------------------------------------------------------------- running


def graph_of(case: Case) -> bytes:
    """Extract an article with the date of its publication, as ``khabar build --published`` does, and return Turtle."""
    published = json.loads(case.gold.read_text(encoding="utf-8"))["meta"].get("published")
    metadata = Metadata(published=date.fromisoformat(published) if published else None)
    report = extract(case.text.read_bytes().decode("utf-8"), metadata)
    return serialise(describe(report), find_format("turtle"))


def evaluate(name: str) -> Score:
    """Extract and score one set."""
    score = Score()
    for case in cases(name):
        found = read_graph(rdflib.Graph().parse(data=graph_of(case), format="turtle"))
        compare(read_gold(case.gold), found, score, case.name)
    return score


def read_floors() -> dict[str, dict[str, float]]:
    """The floors by set and measure."""
    if not FLOORS.is_file():
        return {}
    return tomllib.loads(FLOORS.read_text(encoding="utf-8"))


def raise_floors(scores: Mapping[str, Score]) -> str:
    """The text of ``floors.toml`` with every floor raised to just below the measured value, none lowered."""
    floors = read_floors()
    lines = [
        "# What the extraction is held to, by set and measure: F1, or the accuracy of actor types and modality.",
        "# Floors may only be raised: `make floors` does it, and never lowers one. Whoever has to lower one says why",
        "# in the commit message and the changelog.",
    ]
    for name in SETS:
        old = floors.get(name, {})
        lines += ["", f"[{name}]"]
        for measure in MEASURES:
            now = max(0.0, int((scores[name].value(measure) - MARGIN) * 1000) / 1000) if name in scores else 0.0
            lines.append(f'"{measure}" = {max(now, old.get(measure, 0.0)):.3f}')
    return "\n".join(lines) + "\n"


def table(name: str, score: Score) -> str:
    """The scorer's table for a set."""
    lines = [f"{name:18}{'P':>7}{'R':>7}{'F1':>7}   ({score.articles} article{'s' * (score.articles != 1)})"]
    for measure in F_MEASURES:
        tally = score.tallies[measure]
        lines.append(f"{measure:18}{tally.precision:7.3f}{tally.recall:7.3f}{tally.f1:7.3f}")
    lines.append(", ".join(f"{m} {score.value(m):.3f}" for m in ACCURACIES) + " (accuracy over aligned)")
    return "\n".join(lines)


def markdown(scores: Mapping[str, Score]) -> str:
    """One table of F1 over all sets."""
    heads = [f"{name} ({score.articles})" for name, score in scores.items()]
    lines = ["| | " + " | ".join(heads) + " |", "| --- |" + " ---: |" * len(heads)]
    for measure in MEASURES:
        lines.append(f"| {measure} | " + " | ".join(f"{s.value(measure):.3f}" for s in scores.values()) + " |")
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run as a script; returns the exit code."""
    parser = argparse.ArgumentParser(description="Measure the extraction against annotated articles.")
    parser.add_argument("sets", nargs="*", metavar="SET", help=f"of {', '.join(SETS)}; all that are here by default")
    parser.add_argument("--errors", action="store_true", help="list the errors by kind")
    parser.add_argument("--all", action="store_true", help="… also of the sets that nobody is to tune to")
    parser.add_argument("--markdown", action="store_true", help="one table for the README")
    parser.add_argument("--raise-floors", action="store_true", help=f"raise the floors in {FLOORS.name}")
    options = parser.parse_args(arguments)
    unknown = sorted(set(options.sets) - set(SETS))
    if unknown:
        parser.error(f"no such set: {', '.join(unknown)}; there are {', '.join(SETS)}")
    write = sys.stdout.write
    scores = {name: evaluate(name) for name in options.sets or SETS if cases(name)}
    if options.markdown:
        write(markdown(scores) + "\n")
    else:
        write("\n\n".join(table(name, score) for name, score in scores.items()) + "\n")
    if options.errors:
        for name, score in scores.items():
            if name not in READ_BY_AUTHORS and not options.all:
                continue
            for kind, errors in score.errors.items():
                if errors:
                    write(f"\n{name}: {kind} ({len(errors)})\n")
                    write("".join(f"  {article}: {what}\n" for article, what in errors))
    if options.raise_floors:
        FLOORS.write_text(raise_floors(scores), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
