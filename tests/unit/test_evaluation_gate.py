"""The extraction may not get worse: every measure of every set stays above its floor in ``tests/gold/floors.toml``."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
import rdflib

from support.evaluate import (
    ACCURACIES,
    F_MEASURES,
    FLOORS,
    HELD_OUT,
    MEASURES,
    SETS,
    Score,
    cases,
    compare,
    evaluate,
    graph_of,
    main,
    raise_floors,
    read_floors,
    read_gold,
    read_graph,
    table,
)

SIZES = {"dev": 12, "held-out": 4, "own-a": 16, "own-b": 16, "own-c": 6, "article": 1}


@cache
def measured(name: str) -> Score:
    return evaluate(name)


@pytest.fixture(params=SETS)
def name(request: pytest.FixtureRequest) -> str:
    """The name of a set that is here."""
    name = str(request.param)
    if not cases(name):
        pytest.skip("../shared is not here")
    return name


def test_the_sets_are_whole(name: str) -> None:
    assert len(cases(name)) == SIZES[name]
    assert all(case.text.is_file() for case in cases(name))


def test_every_measure_stays_above_its_floor(name: str) -> None:
    floors = read_floors()[name]
    assert set(floors) == set(MEASURES)
    score = measured(name)
    below = {m: (round(score.value(m), 3), floors[m]) for m in MEASURES if score.value(m) < floors[m]}
    assert not below, f"{name}: measured, floor: {below}"


def test_floors_are_above_nothing_and_say_that_they_only_rise() -> None:
    text = FLOORS.read_text(encoding="utf-8")
    assert "may only be raised" in text
    assert tuple(read_floors()) == SETS
    assert all(0 < floor < 1 for floors in read_floors().values() for floor in floors.values())


def test_raising_never_lowers() -> None:
    perfect, nothing = Score(), Score()
    for measure in MEASURES:
        perfect.tallies[measure].add(1, 1, 1)
    floors = read_floors()
    assert raise_floors(dict.fromkeys(SETS, nothing)) == FLOORS.read_text(encoding="utf-8")
    assert raise_floors(dict.fromkeys(SETS, perfect)).count("= 0.995") == len(SETS) * len(MEASURES)
    assert floors == read_floors()


def test_an_annotation_written_as_a_graph_is_perfect() -> None:
    from khabar.pipeline import to_graph
    from support.gold import read_gold as report_of

    for case in cases("dev"):
        score = Score()
        compare(read_gold(case.gold), read_graph(to_graph(report_of(case.gold, case.text))), score)
        assert {
            m: score.value(m) for m in ("actors", "places", "tolls", "attributed tolls", *ACCURACIES)
        } == dict.fromkeys(("actors", "places", "tolls", "attributed tolls", *ACCURACIES), 1.0), case.name
        assert score.value("events") == score.value("claims") == 1.0, case.name


def test_an_empty_graph_scores_nothing() -> None:
    score = Score()
    for case in cases("dev"):
        compare(read_gold(case.gold), read_graph(rdflib.Graph()), score)
    assert {score.value(m) for m in MEASURES} == {0.0}


def test_the_shared_scorer_gives_the_same_figures(name: str, shared: Path, tmp_path: Path) -> None:
    scorer = shared / "eval" / "score.py"
    (tmp_path / "gold").mkdir()
    (tmp_path / "pred").mkdir()
    for case in cases(name):
        shutil.copy(case.gold, tmp_path / "gold" / f"{case.name}.gold.json")
        (tmp_path / "pred" / f"{case.name}.ttl").write_bytes(graph_of(case))
    command = [sys.executable, str(scorer), str(tmp_path / "gold"), str(tmp_path / "pred"), "--json"]
    theirs = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    ours = measured(name)
    for measure in F_MEASURES:
        tally = ours.tallies[measure]
        assert theirs[measure] == {
            "p": round(tally.precision, 3), "r": round(tally.recall, 3), "f1": round(tally.f1, 3),
        }, measure  # fmt: skip
    for measure in ACCURACIES:
        assert theirs[measure] == {"accuracy": round(ours.value(measure), 3)}, measure


def test_errors_of_the_held_out_are_not_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["dev", "held-out", "own-a", "--errors"]) == 0
    out = capsys.readouterr().out
    assert out.startswith(table("dev", measured("dev")))
    assert "dev: missed claims" in out
    assert not [case for case in (*HELD_OUT, *(c.name for c in cases("own-a"))) if case in out]
    assert main(["held-out", "--errors", "--all"]) == 0
    assert any(case in capsys.readouterr().out for case in HELD_OUT)


def test_an_unknown_set_is_refused() -> None:
    with pytest.raises(SystemExit):
        main(["nonsense"])
