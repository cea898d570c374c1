"""CSV, GraphML and GeoJSON, opened in the tools they are for."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
from pathlib import Path
from typing import Any

import pytest
import rdflib
from click.testing import CliRunner

import khabar
from khabar.cli import cli, run
from khabar.errors import GraphError
from khabar.export import COLUMNS, to_csv, to_geojson, to_graphml
from khabar.model import Report
from khabar.rdf.graph import describe, to_rdflib
from support.sample import TEXT, sample


def graph(report: Report | None = None) -> rdflib.Graph:
    return to_rdflib(describe(report or sample()))


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_csv_has_a_row_for_each_toll_with_its_words() -> None:
    found = rows(to_csv(graph()))
    report = sample()
    tolls = [toll for claim in report.claims for toll in claim.tolls]
    assert len(found) == len(tolls)
    assert list(found[0]) == list(COLUMNS)
    for row in found:
        assert TEXT[int(row["start"]) : int(row["end"])] == row["quote"]
    assert sorted((row["outcome"], row["min"], row["max"]) for row in found) == sorted(
        (toll.outcome, str(toll.minimum or ""), str(toll.maximum or "")) for toll in tolls
    )


def test_csv_opens_in_pandas() -> None:
    pandas = pytest.importorskip("pandas")
    frame = pandas.read_csv(io.StringIO(to_csv(graph())), dtype={"min": "Int64", "max": "Int64", "start": "Int64"})
    assert list(frame.columns) == list(COLUMNS)
    assert len(frame) == sum(len(claim.tolls) for claim in sample().claims)
    assert frame["min"].max() == max(toll.minimum or 0 for claim in sample().claims for toll in claim.tolls)
    assert frame["latitude"].dropna().between(-90, 90).all()


def test_csv_defuses_formulas_unless_raw() -> None:
    report = sample()
    actors = tuple(
        dataclasses.replace(actor, names=('=HYPERLINK("http://x")',)) if actor.id == "A2" else actor
        for actor in report.actors
    )
    odd = graph(dataclasses.replace(report, actors=actors))
    assert {row["claimant"][:2] for row in rows(to_csv(odd)) if "HYPERLINK" in row["claimant"]} == {"'="}
    assert {row["claimant"][:2] for row in rows(to_csv(odd, raw=True)) if "HYPERLINK" in row["claimant"]} == {"=H"}


def test_graphml_opens_in_networkx() -> None:
    networkx = pytest.importorskip("networkx")
    found = networkx.parse_graphml(to_graphml(graph()), force_multigraph=True)
    report = sample()
    classes: dict[str, int] = {}
    for _, values in found.nodes(data=True):
        classes[values["class"]] = classes.get(values["class"], 0) + 1
    assert classes == {
        "Actor": len(report.actors), "Place": len(report.places), "Event": len(report.events),
        "Claim": len(report.claims),
    }  # fmt: skip
    properties = {values["property"] for _, _, values in found.edges(data=True)}
    assert {"claimant", "describes", "place", "within", "ledBy"} <= properties
    assert {values["label"] for _, values in found.nodes(data=True)} >= {"جيش الجبل", "الزهراء"}


def test_graphml_survives_what_xml_cannot_hold() -> None:
    networkx = pytest.importorskip("networkx")
    report = sample()
    actors = tuple(dataclasses.replace(actor, names=(f'\x07<&"{actor.id}',)) for actor in report.actors)
    found = networkx.parse_graphml(to_graphml(graph(dataclasses.replace(report, actors=actors))), force_multigraph=True)
    assert '\ufffd<&"A4' in {values["label"] for _, values in found.nodes(data=True)}


def test_geojson_is_valid() -> None:
    geojson = pytest.importorskip("geojson")
    text = to_geojson(graph())
    collection = geojson.loads(text)
    assert collection.is_valid, collection.errors()
    assert len({feature["id"] for feature in collection["features"]}) == len(collection["features"])
    found: dict[str, Any] = {
        feature["properties"]["label"]: feature for feature in json.loads(text)["features"]
        if feature["properties"]["layer"] == "place"
    }  # fmt: skip
    assert found["الزهراء"]["geometry"]["coordinates"] == [36.25, 35.5]


def test_event_at_a_place_without_coordinates_stands_in_the_place_around_it() -> None:
    features = json.loads(to_geojson(graph()))["features"]
    market = next(item for item in features if item["properties"].get("place") == "سوق بلدة الزهراء")
    assert market["geometry"]["coordinates"] == [36.25, 35.5]
    assert market["properties"]["precision"] == "ParentPrecision"


def test_same_graph_same_bytes() -> None:
    first, second = graph(), rdflib.Graph(bind_namespaces="none")
    for triple in sorted(first, reverse=True):
        second.add(triple)
    for function in (to_csv, to_graphml, to_geojson):
        assert function(first) == function(second)


@pytest.mark.parametrize("function", [to_csv, to_graphml, to_geojson])
def test_a_foreign_graph_is_an_error(function: Any) -> None:
    with pytest.raises(GraphError):
        function(rdflib.Graph())


def test_command_takes_the_format_from_the_name(tmp_path: Path) -> None:
    source = tmp_path / "graph.ttl"
    source.write_text(graph().serialize(format="turtle"), encoding="utf-8")
    for name, start in (("a.csv", "article,"), ("a.graphml", "<?xml"), ("a.geojson", "{")):
        result = CliRunner().invoke(cli, ["export", str(source), "-o", str(tmp_path / name)], catch_exceptions=False)
        assert result.exit_code == 0, result.output
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)
    result = CliRunner().invoke(cli, ["export", str(source), "--excel"], catch_exceptions=False)
    assert result.stdout_bytes.startswith(b"\xef\xbb\xbfarticle,")
    assert CliRunner().invoke(cli, ["export", str(source), "-f", "geojson", "--raw"]).exit_code != 0
    unknown = CliRunner().invoke(cli, ["export", str(source), "-o", str(tmp_path / "table.foo")])
    assert (unknown.exit_code, (tmp_path / "table.foo").exists()) == (2, False)
    assert "table.foo: no format is known by this extension" in unknown.output
    assert not list(tmp_path.glob(".*"))


def test_a_store_gives_what_the_files_give(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("pyoxigraph")
    for number in range(2):
        khabar.write(sample(TEXT + "." * number), tmp_path / f"{number}.nq", base=f"https://example.org/{number}/")
    files = [str(tmp_path / f"{number}.nq") for number in range(2)]
    assert run(["load", *files, "--to", str(tmp_path / "store"), "-q"]) == 0
    for name, source in (("files", files), ("store", ["--store", str(tmp_path / "store")])):
        assert run(["export", *source, "-o", str(tmp_path / f"{name}.csv")]) == 0
    first, second = (path.read_text(encoding="utf-8") for path in sorted(tmp_path.glob("*.csv")))
    assert sorted(first.splitlines()) == sorted(second.splitlines())
    assert first.count("\n") > 6
    for wrong in (["--store", str(tmp_path / "store"), files[0]], [], ["--store", str(tmp_path / "none")]):
        assert run(["export", *wrong]) == 2
        assert capsys.readouterr().err.count("\n") == 1
