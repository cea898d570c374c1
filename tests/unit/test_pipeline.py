from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from rdflib import URIRef

import khabar
from khabar.errors import OutputError
from khabar.pipeline import process_one
from khabar.rdf.formats import find_format, write_bytes
from khabar.rdf.load import load
from khabar.rdf.terms import KHB, RDF
from support.sample import TEXT, sample

ARTICLE = "قالت مصادر محلية إن طائرات قصفت بلدة الزهراء أمس الأحد، ما أدى إلى مقتل خمسة مدنيين وإصابة عشرة آخرين.\n"


def test_the_five_lines_of_the_readme(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(ARTICLE.encode())
    source = khabar.read(path)
    report = khabar.extract(source.text, source.metadata)
    graph = khabar.to_graph(report)
    assert khabar.validate(graph, source=source.text).conforms
    khabar.write(report, tmp_path / "article.ttl")
    assert set(load(tmp_path / "article.ttl")) == set(graph)


def test_the_functions_stay_when_submodules_are_imported() -> None:
    script = (
        "import khabar.read, khabar.extract, khabar.validate, khabar\n"
        "from khabar.read import Source\n"
        "assert callable(khabar.read) and callable(khabar.extract) and callable(khabar.validate)\n"
        "assert khabar.read.__module__ == 'khabar.read'\n"
        "assert set(khabar.__all__) <= set(dir(khabar))\n"
        "for name in khabar.__all__: getattr(khabar, name)\n"
        "try: khabar.nonsense\n"
        "except AttributeError as error: assert 'nonsense' in str(error)\n"
        "else: raise AssertionError\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


def test_importing_the_package_imports_nothing_else() -> None:
    script = (
        "import sys; import khabar\n"
        "assert not {name for name in sys.modules if name.startswith(('khabar.', 'rdflib', 'rich', 'click'))}"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


def test_what_a_build_holds() -> None:
    built = khabar.build(ARTICLE, base="https://example.org/")
    assert built.verdict.conforms
    assert len(built.graph) == len(load_bytes(built.serialise(find_format("nquads"))))
    assert URIRef(built.descriptions[0].subject) in set(
        built.graph.subjects(URIRef(RDF + "type"), URIRef(KHB + "Article"))
    )
    assert built.descriptions[0].subject.startswith("https://example.org/article/undated-")
    assert process_one(built.source, "https://example.org/").descriptions == built.descriptions


def load_bytes(data: bytes) -> list[bytes]:
    return data.splitlines()


def test_a_text_without_any_news_gives_a_valid_graph_without_claims() -> None:
    for text in ("مرحبا بكم في الموقع.", "The quick brown fox jumps over the lazy dog.", "1 2 3", "。", "؟!", "\u0301"):
        built = khabar.build(text)
        assert built.report.claims == ()
        assert built.verdict.conforms


# ---------------------------------------------------------------------------------------- formats and files


@pytest.mark.parametrize(
    ("name", "path", "expected"),
    [
        (None, None, "turtle"),
        (None, "x", "turtle"),
        (None, "x.TTL", "turtle"),
        (None, "a.b/x.nq", "nquads"),
        ("nt", "x.ttl", "nt"),
        ("rdfxml", None, "rdf/xml"),
        ("JSON-LD", None, "json-ld"),
        (None, "x.owl", "rdf/xml"),
        (None, Path("x.jsonld"), "json-ld"),
    ],
)
def test_the_format_is_that_of_the_name_or_else_of_the_extension(
    name: str | None, path: str | Path | None, expected: str
) -> None:
    assert find_format(name, path).name == expected


@pytest.mark.parametrize(("name", "path"), [("excel", None), (None, "x.xlsx"), (None, "x.txt"), ("", None)])
def test_an_unknown_format_is_refused(name: str | None, path: str | None) -> None:
    with pytest.raises(OutputError, match=r"use (one of turtle|\.ttl)"):
        find_format(name, path)


def test_a_file_is_replaced_whole_and_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "x.ttl"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_bytes(path, b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    fresh = tmp_path / "y.ttl"
    write_bytes(fresh, b"new")
    mask = os.umask(0)
    os.umask(mask)
    assert stat.S_IMODE(fresh.stat().st_mode) == 0o666 & ~mask
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["x.ttl", "y.ttl"]


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    link = tmp_path / "x.ttl"
    link.symlink_to(tmp_path / "real" / "y.ttl")
    write_bytes(link, b"new")
    assert link.is_symlink()
    assert (tmp_path / "real" / "y.ttl").read_bytes() == b"new"


def test_a_failed_write_leaves_everything_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.ttl"
    path.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match=r"^cannot write .*x\.ttl: no space left on device; make room, or"):
        khabar.write(sample(), path)
    assert path.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["x.ttl"]


def test_a_device_is_written_directly() -> None:
    khabar.write(sample(), os.devnull, format="nt")
    assert not Path(os.devnull).is_file()


def test_a_report_that_no_syntax_can_hold_is_an_output_error(tmp_path: Path) -> None:
    import dataclasses

    report = sample()
    actor = dataclasses.replace(report.actors[0], names=("\ud800",))
    with pytest.raises(OutputError, match="surrogate"):
        khabar.write(dataclasses.replace(report, actors=(actor, *report.actors[1:])), tmp_path / "x.ttl")
    assert list(tmp_path.iterdir()) == []


def test_the_sample_is_valid() -> None:
    verdict = khabar.validate(khabar.to_graph(sample()), source=TEXT)
    assert [result for result in verdict.results if result.severity == "Violation"] == []
