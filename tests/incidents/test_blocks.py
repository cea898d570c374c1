"""Linking many: crowded days, events without a place, bounded memory; what stops it leaves nothing half-written."""

from __future__ import annotations

import gzip
import itertools
import os
import random
import resource
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import pyoxigraph
import pytest

from khabar.cli import run
from khabar.incidents import blocks
from khabar.incidents.blocks import NEIGHBOURS, Shelf
from khabar.incidents.cluster import link
from khabar.incidents.read import EventRecord, PlaceRecord, statements
from khabar.incidents.score import THRESHOLD, judge
from khabar.pipeline import build
from khabar.rdf.formats import FORMATS
from support.articles import line, text

TOWN = PlaceRecord("urn:place/town", "Town", (("urn:place/area", "Governorate"),), (35.0, 36.0), True, "بلدة")
AREA = PlaceRecord("urn:place/area", "Governorate", (), None, True, "محافظة")


def event(
    number: int, *, day: date = date(2020, 3, 1), kind: str = "AirStrike", places: Sequence[PlaceRecord] = (TOWN,),
    agents: Sequence[str] = (), names: Sequence[str] = (), killed: int | None = None, words: Sequence[str] = (),
) -> EventRecord:  # fmt: skip
    """An event of an article of its own."""
    return EventRecord(
        iri=f"urn:x/article/{day}-{number:06}/event-1", article=f"urn:x/article/{day}-{number:06}",
        published=day + timedelta(days=1), types=frozenset([kind]), places=tuple(places), stated=bool(places),
        agents=frozenset(agents), targets=frozenset(), names=frozenset(names), earliest=day, latest=day,
        instruments=frozenset(),
        figures=frozenset() if killed is None else frozenset([("Killed", killed, killed)]),
        words=frozenset(words), modalities=frozenset(["Asserted"]),
    )  # fmt: skip


def candidates(events: Sequence[EventRecord]) -> set[tuple[str, str]]:
    shelf = Shelf()
    try:
        shelf.add(events)
        shelf.number()
        return {(shelf.get(one).iri, shelf.get(other).iri) for one, other in shelf.candidates()}
    finally:
        shelf.close()


def test_a_thousand_reports_of_one_incident_are_one() -> None:
    """More than are compared with one another: their neighbours join them."""
    events = [event(number, killed=12, words=["سوق", "قصف"]) for number in range(1200)]
    found, _ = link(events)
    assert [len(incident.members) for incident in found] == [1200]
    assert len(candidates(events)) < 1200 * NEIGHBOURS * 6
    assert len(found[0].links) < 1200 * 40


def test_incidents_of_one_crowded_day_are_kept_apart() -> None:
    """Three attacks in a town on one day, each told of two hundred times, in no order; a fourth is only kin."""
    events = []
    for number in range(600):
        which = number % 3
        agents, killed = (["urn:a"], 4) if which == 0 else (["urn:b"], 19) if which == 1 else (["urn:c"], 70)
        events.append(event(number, agents=agents, killed=killed, words=[f"w{which}{n}" for n in range(4)]))
    random.Random(4).shuffle(events)  # noqa: S311
    found, _ = link(events, threshold=0.8)
    groups = sorted({len({member.agents for member in incident.members}) for incident in found})
    assert groups == [1]
    assert sorted(len(incident.members) for incident in found) == [200, 200, 200]
    again, _ = link(sorted(events, key=lambda item: hash(item.iri)), threshold=0.8)
    assert again == found


def test_the_pairs_grow_with_the_events_not_with_their_square() -> None:
    counts = {}
    for size in (400, 1600):
        chance = random.Random(1)  # noqa: S311
        counts[size] = len(candidates([
            event(number, agents=[f"urn:{chance.randrange(5)}"], killed=chance.randrange(3, 9))
            for number in range(size)
        ]))  # fmt: skip
    assert counts[1600] < 6 * counts[400]


def test_small_files_miss_no_pair() -> None:
    chance = random.Random(2)  # noqa: S311
    events = [
        event(
            number, day=date(2020, 3, 1) + timedelta(days=chance.randrange(40)), killed=chance.randrange(2, 30),
            places=[TOWN] if chance.random() < 0.8 else [AREA] if chance.random() < 0.5 else [],
            agents=[f"urn:{chance.randrange(4)}"], kind=chance.choice(["AirStrike", "Shelling", "Clash"]),
        )
        for number in range(250)
    ]  # fmt: skip
    found = candidates(events)
    for one, other in itertools.combinations(sorted(events, key=lambda item: item.iri), 2):
        verdict = judge(one, other)
        if not verdict.forbidden and verdict.score >= THRESHOLD:
            assert (one.iri, other.iri) in found, verdict.grounds


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ({"agents": ["urn:a"], "killed": 23}, {"agents": ["urn:a"], "killed": 23}, True),
        ({"names": ["ليلى"], "killed": 3, "agents": ["urn:a"]}, {"names": ["ليلى"], "killed": 3}, False),
        ({"names": ["ليلى"], "killed": 13}, {"names": ["ليلى"], "killed": 13}, True),
        ({"agents": ["urn:a"], "killed": 3}, {"agents": ["urn:a"], "killed": 3}, False),
        ({"agents": ["urn:a"], "killed": 23}, {"agents": ["urn:a"], "killed": 4}, False),
        ({"killed": 23}, {"killed": 23, "kind": "Protest"}, False),
        ({"agents": ["urn:a"], "killed": 23}, {"agents": ["urn:a"], "killed": 23, "day": date(2020, 3, 9)}, False),
    ],
)  # fmt: skip
def test_events_without_a_place(one: dict[str, object], other: dict[str, object], same: bool) -> None:
    """They are one by what they share beside the day, if that is telling; a small figure is not."""
    pair = [event(1, places=(), **one), event(2, places=(), **other)]  # type: ignore[arg-type]
    assert bool(link(pair)[0]) == same
    placed = [pair[0], event(2, places=[TOWN], **other)]  # type: ignore[arg-type]
    assert bool(link(placed)[0]) == same


def test_of_two_versions_of_an_event_the_same_is_kept() -> None:
    versions = [event(1, killed=12), event(1, killed=13), event(1, agents=["urn:z", "urn:y"])]
    kept = set()
    for order in itertools.permutations(versions):
        shelf = Shelf()
        for version in order:
            shelf.add([version])
        shelf.number()
        kept.add(shelf.get(0))
        shelf.close()
    assert len(kept) == 1


def test_statements_are_what_a_parser_reads() -> None:
    built = build(text(3) + ' وقال "شاهد\\n" إن \u202bالنص\u202c غريب.')
    lines = built.serialise(FORMATS["nquads"]).splitlines(keepends=True)
    lines += [
        b'<urn:a> <urn:b> "tab\\t \\"quoted\\" \\\\ \\u062E\\U0001F600 > <x> \\n"@ar <urn:g> .\n',
        b'<urn:a> <urn:b> "1"^^<http://www.w3.org/2001/XMLSchema#integer> <urn:g> .\n',
        b'<urn:a> <urn:b> "" <urn:g> .\n', '<urn:\u062e> <urn:b> <urn:c> <urn:g> .\n'.encode(),
    ]  # fmt: skip
    parsed = pyoxigraph.parse(b"".join(lines), format=pyoxigraph.RdfFormat.N_QUADS)
    expected = [tuple(str(getattr(term, "value", "")) for term in (q.subject, q.predicate, q.object)) for q in parsed]
    assert list(statements(lines)) == expected


# ------------------------------------------------------------------------------------------------- the command


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data set in which the same reports stand under several addresses."""
    folder = tmp_path_factory.mktemp("blocks")
    rows = [line(number, url=f"https://example.org/{copy}/{number}") for number in range(8) for copy in range(2)]
    (folder / "in.jsonl").write_text("\n".join(rows), encoding="utf-8")
    assert run(["build", str(folder / "in.jsonl"), "-o", str(folder / "all.nq"), "-q"]) == 0
    return folder


def test_every_format_says_the_same(corpus: Path, tmp_path: Path) -> None:
    graphs = {}
    for name in ("a.ttl", "a.trig", "a.nq", "a.nt", "a.jsonld", "a.rdf"):
        assert run(["link", str(corpus / "all.nq"), "-o", str(tmp_path / name), "-q"]) == 0
        form = pyoxigraph.RdfFormat.from_extension(name.partition(".")[2])
        assert form is not None
        quads = pyoxigraph.parse((tmp_path / name).read_bytes(), format=form)
        graphs[name] = {(quad.subject, quad.predicate, quad.object) for quad in quads}
    assert len(graphs["a.nq"]) > 20
    assert all(graph == graphs["a.nq"] for graph in graphs.values())
    for name in ("a.nq", "a.ttl"):
        assert run(["link", str(corpus / "all.nq"), "-o", str(tmp_path / f"{name}.gz"), "-q"]) == 0
        assert gzip.decompress((tmp_path / f"{name}.gz").read_bytes()) == (tmp_path / name).read_bytes()
    lines = (tmp_path / "a.nq").read_bytes().splitlines()
    assert lines == sorted(set(lines))


def test_the_order_of_files_does_not_matter(corpus: Path, tmp_path: Path) -> None:
    graphs: dict[bytes, list[bytes]] = {}
    for line_ in (corpus / "all.nq").read_bytes().splitlines(keepends=True):
        graphs.setdefault(line_[line_.rindex(b" <") :], []).append(line_)
    for number, lines in enumerate(graphs.values()):
        (tmp_path / f"{number}.nq").write_bytes(b"".join(lines))
    files = sorted(map(str, tmp_path.glob("*.nq")))
    outputs = set()
    for seed in range(3):
        random.Random(seed).shuffle(files)  # noqa: S311
        assert run(["link", *files, str(corpus / "all.nq"), "-o", str(tmp_path / "out.ttl"), "-q"]) == 0
        outputs.add((tmp_path / "out.ttl").read_bytes())
    assert run(["link", str(corpus / "all.nq"), "-o", str(tmp_path / "out.ttl"), "-q"]) == 0
    assert outputs == {(tmp_path / "out.ttl").read_bytes()}


PHASES = {
    "reading": "khabar.incidents.blocks:Shelf.add", "filing": "khabar.incidents.blocks:_hash",
    "judging": "khabar.incidents.cluster:judge", "writing": "khabar.incidents.write:serialise", "syncing": "os:fsync",
}  # fmt: skip


@pytest.mark.parametrize("phase", ["reading", "filing", "judging", "writing", "syncing"])
def test_a_killed_link_leaves_what_was_there(phase: str, corpus: Path, tmp_path: Path) -> None:
    out = tmp_path / "incidents.ttl"
    out.write_text("# of an older version\n")
    module, _, name = PHASES[phase].partition(":")
    code = (
        "import importlib, os, signal, sys\n"
        "import khabar.commands.link\n"
        f"where = importlib.import_module({module!r})\n"
        f"*path, name = {name!r}.split('.')\n"
        "for part in path: where = getattr(where, part)\n"
        "real, calls = getattr(where, name), []\n"
        "def die(*args, **kwargs):\n"
        "    calls.append(1)\n"
        f"    if len(calls) > {0 if phase == 'syncing' else 1}: os.kill(os.getpid(), signal.SIGKILL)\n"
        "    return real(*args, **kwargs)\n"
        "setattr(where, name, die)\n"
        "from khabar.cli import run\n"
        f"sys.exit(run(['link', {str(corpus / 'all.nq')!r}, '-o', {str(out)!r}, '-q']))\n"
    )
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    killed = subprocess.run(
        [sys.executable, "-c", code], check=False, env={**os.environ, "TMPDIR": str(temporary)}, stderr=subprocess.PIPE
    )
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    assert out.read_text() == "# of an older version\n"
    assert list(temporary.iterdir()) == [], "temporary files have no names"
    assert run(["link", str(corpus / "all.nq"), "-o", str(out), "-q"]) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["incidents.ttl", "temporary"]
    assert run(["link", str(corpus / "all.nq"), "-o", str(tmp_path / "other.ttl"), "-q"]) == 0
    assert (tmp_path / "other.ttl").read_bytes() == out.read_bytes()


@pytest.mark.parametrize("size", [0, 3000])
def test_a_full_disk_while_linking(size: int, corpus: Path, tmp_path: Path) -> None:
    """No room for temporary files, or for the output."""
    out = tmp_path / "incidents.ttl"
    code = (
        "import sys\n"
        "from khabar.incidents import blocks\n"
        f"blocks.CACHE_KILOBYTES = {64 if size == 0 else 16384}\n"
        "from khabar.cli import run\n"
        f"sys.exit(run(['link', {str(corpus / 'all.nq')!r}, '-o', {str(out)!r}]))\n"
    )

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    full = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, preexec_fn=limit)
    assert full.returncode == 2, full.stderr
    assert full.stderr.count("\n") == 1, full.stderr
    assert ("TMPDIR" in full.stderr) if size == 0 else ("cannot write" in full.stderr), full.stderr
    assert not any(tmp_path.iterdir())


def test_an_output_that_is_being_written_is_let_be(corpus: Path, tmp_path: Path) -> None:
    from khabar.corpus.output import written_aside

    out = tmp_path / "incidents.ttl"
    with written_aside(out) as stream:
        stream.write(b"# by another process\n")
        done = subprocess.run([sys.executable, "-m", "khabar", "link", str(corpus / "all.nq"), "-o", str(out), "-q"])
        assert done.returncode == 0
        assert out.stat().st_size > 100
    assert out.read_text() == "# by another process\n"


def test_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "CACHED", 10)
    shelf = Shelf()
    shelf.add([event(number) for number in range(50)])
    shelf.number()
    assert [shelf.get(number).iri for number in range(50)] == sorted(shelf.get(number).iri for number in range(50))
    assert len(shelf._cache) <= 10
    assert shelf.db.execute("PRAGMA database_list").fetchone()[2] == "", "a temporary file without a name"
    assert sqlite3.sqlite_version_info > (3, 25)
    shelf.close()
