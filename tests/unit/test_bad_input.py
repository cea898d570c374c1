"""Whatever a user feeds it: one line that says what to do, or a valid graph; never a traceback, never half a file."""

from __future__ import annotations

import codecs
import os
import re
import socket
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import khabar
from khabar.cli import run
from khabar.rdf.load import load
from support.sample import sample

ARTICLE = "قالت مصادر محلية إن طائرات قصفت بلدة الزهراء أمس الأحد، ما أدى إلى مقتل خمسة مدنيين وإصابة عشرة آخرين.\n"
PARAGRAPH = "<p>قالت مصادر محلية إن طائرات قصفت بلدة الزهراء {}، ما أدى إلى مقتل خمسة مدنيين وإصابة عشرة آخرين.</p>"
PAGE = "<!doctype html><html><body><article>" + "".join(map(PARAGRAPH.format, range(5))) + "{}</article></body></html>"

Refused = Callable[..., str]


@pytest.fixture
def refused(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> Refused:
    """Build must fail with code 2 and one line, which is returned; and must leave no file behind."""

    def refused(content: bytes | str | None, *options: str, name: str = "in.txt") -> str:
        path = tmp_path / name
        if content is not None:
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        before = sorted(tmp_path.iterdir())
        output = tmp_path / "out.ttl"
        assert run(["build", str(path), "-o", str(output), *options]) == 2
        assert sorted(tmp_path.iterdir()) == before
        captured = capfd.readouterr()
        assert captured.out == ""
        assert re.fullmatch(r"khabar: [^\n]{20,400}\n", captured.err), captured.err
        assert "defect" not in captured.err and "Traceback" not in captured.err
        return captured.err

    return refused


@pytest.fixture
def accepted(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> Callable[..., khabar.Report]:
    """Build must succeed with a valid graph whose quotes match the text."""

    def accepted(content: bytes | str, *options: str, name: str = "in.txt") -> khabar.Report:
        path, output = tmp_path / name, tmp_path / "out.ttl"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        assert run(["build", str(path), "-o", str(output), *options]) == 0, capfd.readouterr().err
        encoding = list(options) if "--encoding" in options else []
        assert run(["validate", str(output), "--source", str(path), *encoding]) == 0, capfd.readouterr().out
        source = khabar.read(path) if not encoding else khabar.read(path, encoding=options[1])
        return khabar.extract(source.text, source.metadata)

    return accepted


# ---------------------------------------------------------------------------------------- what cannot be read


def test_no_such_file(refused: Refused) -> None:
    assert "no such file or directory; check the name" in refused(None)


@pytest.mark.parametrize("content", [b"", b" \n\r\n\t", codecs.BOM_UTF8, "\u200f\u200b\u00a0\n".encode()])
def test_empty(refused: Refused, content: bytes) -> None:
    assert "empty" in refused(content)


@pytest.mark.parametrize("name", ["in.json", "in.jsonl", "in.html"])
def test_empty_whatever_the_format(refused: Refused, name: str) -> None:
    refused(b"", name=name)
    refused(b"\n", name=name)


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"%PDF-1.7\n", "a PDF"),
        (b"PK\x03\x04rest", "office document"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"\x89PNG\r\n", "PNG"),
        (bytes(range(256)) * 8, "binary file"),
        (b"\x7fELF\x02", "program"),
        (b"\x00\x01\x02", "NUL at character 0"),
    ],
)
def test_binary(refused: Refused, content: bytes, what: str) -> None:
    assert what in refused(content)


def test_nul(refused: Refused) -> None:
    assert "NUL at character 4" in refused("قالت\0مصادر")
    assert "utf-16" in refused(ARTICLE.encode("utf-16-le")), "UTF-16 without a byte order mark is full of NULs"


def test_utf8_with_errors_names_the_byte(refused: Refused) -> None:
    message = refused(ARTICLE.encode() + b"\n\xff " + ARTICLE.encode())
    assert f"byte {len(ARTICLE.encode()) + 1} (0xff, line 3)" in message
    assert "--encoding" in message and "windows-1256" not in message
    assert "byte 3 " in refused(codecs.BOM_UTF8 + b"\xc3(")


def test_windows_1256_is_offered_by_name(refused: Refused, accepted: Callable[..., khabar.Report]) -> None:
    assert "--encoding windows-1256" in refused(ARTICLE.encode("cp1256"))
    assert accepted(ARTICLE.encode("cp1256"), "--encoding", "windows-1256").article.length == len(ARTICLE)


@pytest.mark.parametrize("name", ["klingon", "hex", "rot13", "utf-8\0", "", "idna", "undefined"])
def test_an_unknown_encoding(refused: Refused, name: str) -> None:
    assert "encoding" in refused(ARTICLE, "--encoding", name)


def test_the_wrong_encoding(refused: Refused) -> None:
    assert "is not valid ASCII" in refused(ARTICLE, "--encoding", "ascii")


def test_a_huge_file_is_refused_by_its_size(refused: Refused, tmp_path: Path) -> None:
    path = tmp_path / "in.txt"
    with path.open("wb") as stream:
        stream.truncate(50_000_000)  # sparse: reading it would give 50 MB of NULs
    message = refused(None)
    assert "50.0 MB" in message and "5 MB" in message and "--max-size" in message


def test_a_huge_standard_input_is_refused(
    refused: Refused, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    import io

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"x" * 1_100)))
    assert run(["build", "-", "--max-size", "1kB"]) == 2
    assert "exceeds the limit" in capfd.readouterr().err


def test_a_huge_line_is_refused(refused: Refused) -> None:
    assert "in.jsonl:1: input exceeds the limit" in refused(
        '{"text": "' + "x" * 5000, "--max-size", "2kB", name="in.jsonl"
    )


@pytest.mark.parametrize("size", ["0", "-1", "x", "5 parsecs", "", "1e6", "٥"])
def test_a_broken_size(refused: Refused, size: str) -> None:
    assert "is not a size" in refused(ARTICLE, "--max-size", size)


def test_a_directory_without_articles(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["build", str(tmp_path), "-o", f"{tmp_path}/out/"]) == 2
    assert "no article in this directory" in capfd.readouterr().err
    assert not (tmp_path / "out").exists()


def test_what_is_no_file(tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # a socket's path is short
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket")
        assert run(["build", "socket"]) == 2
    assert "device or socket" in capfd.readouterr().err
    assert run(["build", "/dev/zero"]) == 2
    assert "device or socket" in capfd.readouterr().err


def test_a_link_to_itself(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    assert run(["build", str(tmp_path / "loop.txt")]) == 2
    assert capfd.readouterr().err.count("\n") == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(refused: Refused, tmp_path: Path) -> None:
    (tmp_path / "in.txt").touch(mode=0)
    assert "permission denied" in refused(None)


# ---------------------------------------------------------------------------------------- JSON and HTML


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ("{", "not valid JSON"),
        ("[1]", "not an object"),
        ('"text"', "neither an object nor an array"),
        ("[]", "array is empty"),
        ("{}", 'no "text"'),
        ('{"text": 1}', 'no "text"'),
        ('{"text": ""}', "empty"),
        ('{"text": "a\\u0000"}', "NUL"),
        ('{"text": "a\\ud800"}', "surrogate"),
        ('{"text": "a", "published": "yesterday"}', "YYYY-MM-DD"),
        ('{"text": "a", "published": 2019}', "not a string"),
        ('{"text": "a", "url": "x"}', "web address"),
        ('{"text": "a", "language": "Arabic!"}', "language tag"),
        ('{"text": "a", "title": "\\ud800"}', "U+D800"),
        ('{"text": "a", "outlet": "\\u001b[31m"}', "U+001B"),
        ("[" * 100_000, "nested too deeply"),
        ('{"text": ' + "9" * 5000 + "}", "JSON"),
    ],
)
def test_broken_json(refused: Refused, content: str, what: str) -> None:
    assert what in refused(content, name="in.json")


def test_a_broken_line(refused: Refused) -> None:
    assert "in.jsonl:2: not valid JSON" in refused('{"text": "قالت"}\n{"text"', name="in.jsonl")


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ("<html></html>", "no main text"),
        ("<html><body>" + "<div>" * 100_000, "no main text"),
        ("<html><!--" + "x" * 100_000, "HTML"),
        (PAGE.format("<i>x</i>" * 40_000), "no article"),
        (PAGE.format("<p " + " ".join(f'a{n}="x"' for n in range(20_000)) + ">"), "attributes"),
        ("<html>\0", "NUL"),
        ("<html><body><script>document.write('<p>x</p>')</script></body></html>", "no main text"),
    ],
    ids=["empty", "deep", "comment", "elements", "attributes", "nul", "script"],
)
def test_hostile_html(refused: Refused, content: str, what: str) -> None:
    pytest.importorskip("trafilatura")
    message = refused(content, name="in.html")
    assert what in message or "no main text" in message or "not a readable HTML page" in message


@pytest.mark.parametrize(
    "extra",
    [
        "<script>alert('khabar')</script>" * 1000,
        "<b>" * 50_000,
        "<style>p{}</style>",
        "<p onclick='alert(1)'>x</p>",
        "<!-- x -->",
        "<script type='application/ld+json'>" + "[" * 50_000 + "</script>",
        "<meta property='article:published_time' content='soon'>",
        "<p>&xxe; &lt;script&gt;</p>",
        "<table><tr><td>" * 5_000,
    ],
    ids=["scripts", "nested", "style", "handler", "comment", "ld+json", "date", "entity", "tables"],
)
def test_html_that_is_survived(accepted: Callable[..., khabar.Report], extra: str, tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    accepted(PAGE.format(extra), name="in.html")
    written = (tmp_path / "out.ttl").read_text(encoding="utf-8")
    assert "alert(" not in written


def test_an_external_entity_is_not_read(accepted: Callable[..., khabar.Report], tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    secret = tmp_path / "secret"
    secret.write_text("secret words", encoding="utf-8")
    entity = f'<!DOCTYPE html [<!ENTITY x SYSTEM "file://{secret}">]>'
    accepted(PAGE.format("<p>قال &x;</p>").replace("<!doctype html>", entity), name="in.html")
    assert "secret words" not in (tmp_path / "out.ttl").read_text(encoding="utf-8")


# ---------------------------------------------------------------------------------------- texts that are odd


@pytest.mark.parametrize(
    "content",
    [
        "مرحبا بكم في موقعنا.",
        "The army said on Sunday that five people were killed in the town.",
        "Російські війська обстріляли місто, загинули п'ятеро людей.",
        "新华社报道",
        "1234567890 " * 50,
        "!؟،؛.«»“”’‘()[]{}",
        "قال " * 2000,
        "«" * 500,
        "\u0640" * 100 + "\u064b" * 100,
        "أ" * 20_000,
    ],
    ids=[
        "greeting",
        "English",
        "Ukrainian",
        "Chinese",
        "digits",
        "marks",
        "one-word",
        "quotes",
        "tatweel",
        "one-letter",
    ],
)
def test_a_text_without_news_gives_a_valid_graph(accepted: Callable[..., khabar.Report], content: str) -> None:
    report = accepted(content)
    assert all(claim.evidence for claim in report.claims)


@pytest.mark.parametrize("end", ["", " وقصف", " هجوم", ' و"', " ـ", ": "])
def test_a_text_that_stops_anywhere(end: str) -> None:
    for cut in range(0, len(ARTICLE), 7):
        report = khabar.extract(f"{ARTICLE[:cut]}{end}\n\n{ARTICLE[cut:]} {ARTICLE[:cut]}{end}")
        assert all(name.strip() for actor in report.actors for name in actor.names)


@pytest.mark.parametrize("outlet", ["", " ", "\n", "-", "\u200f"])
def test_what_is_left_blank_of_an_article_is_unknown(outlet: str) -> None:
    known = khabar.Metadata(title=outlet, author=outlet, outlet=outlet)
    report = khabar.extract(ARTICLE, known)
    assert all(name.strip() for actor in report.actors for name in actor.names)
    assert len(report.claims) == len(khabar.extract(ARTICLE).claims) > 0


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace(" ", " \u200f"),
        lambda text: text.replace("مصادر", "م\u200cصادر"),
        lambda text: f"\u202b{text}\u202c",
        lambda text: text.replace("\n", "\r\n") * 3,
        lambda text: text.replace("\n", "\r"),
        lambda text: text.replace(" ", "\u00a0"),
        lambda text: text.replace("خمسة", "خمـــسة"),
        lambda text: text.replace("قصفت", "قَصَفَت"),
        lambda text: text + "😀" * 3 + text,
        lambda text: text.replace("الزهراء", "\u2066الزهراء\u2069"),
        lambda text: "\ufeff" + text,
        lambda text: text.replace(".", "\u2028"),
        lambda text: text.replace("الأحد", "ﻷﺣﺪ"),
        lambda text: text + "\U0010ffff\ufffe\x07\x1b[31m",
    ],
    ids=[
        "rlm",
        "zwnj",
        "embedding",
        "crlf",
        "cr",
        "nbsp",
        "tatweel",
        "tashkeel",
        "astral",
        "isolates",
        "bom",
        "line-separator",
        "forms",
        "controls",
    ],
)
def test_invisible_and_unusual_characters_keep_every_offset(
    accepted: Callable[..., khabar.Report], change: Callable[[str], str]
) -> None:
    content = change(ARTICLE)
    report = accepted(content)
    text = content.removeprefix("\ufeff")
    assert report.article.length == len(text)
    assert report.claims
    for claim in report.claims:
        for evidence in claim.evidence:
            assert text[evidence.span.start : evidence.span.end] == evidence.quote


# ---------------------------------------------------------------------------------------- options and output


@pytest.mark.parametrize(
    ("options", "what"),
    [
        (["--published", "2019-02-30"], "YYYY-MM-DD"),
        (["--published", "yesterday"], "YYYY-MM-DD"),
        (["--published", ""], "YYYY-MM-DD"),
        (["--lang", "Arabic language"], "language tag"),
        (["--url", "example.org"], "web address"),
        (["--outlet", " "], "--outlet"),
        (["--author", "a\nb"], "--author"),
        (["--base-iri", "x"], "base IRI"),
        (["--base-iri", "https://example.org/#x/"], "fragment"),
        (["--base-iri", "https://example.org"], "end with"),
        (["--base-iri", "https://exam ple.org/"], "spaces"),
        (["--base-iri", "https://مثال.org/"], "non-ASCII"),
        (["--base-iri", ""], "base IRI"),
        (["--format", "xlsx"], "not one of"),
        (["--input-format", "pdf"], "not one of"),
    ],
)
def test_a_broken_option(refused: Refused, options: list[str], what: str) -> None:
    assert what in refused(ARTICLE, *options)


def test_an_output_that_cannot_be_written(refused: Refused, tmp_path: Path) -> None:
    assert "no such file or directory; make its folder" in refused(ARTICLE, "-o", str(tmp_path / "none" / "x.ttl"))
    assert "no format has the extension" in refused(ARTICLE, "-o", str(tmp_path / "x.xlsx"))
    assert "not a directory" in refused(ARTICLE, "-o", f"{tmp_path}/in.txt/x.ttl")
    assert "cannot write" in refused(ARTICLE, "-o", f"/proc/khabar/{os.getpid()}.ttl")
    assert "name too long" in refused(ARTICLE, "-o", str(tmp_path / ("x" * 300 + ".ttl")))


def test_a_full_disk(refused: Refused) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("needs /dev/full")
    assert "no space left on device; make room" in refused(ARTICLE, "-o", "/dev/full", "--format", "turtle", "-q")


# ---------------------------------------------------------------------------------------- graphs


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("x.ttl", "", "nothing that khabar build makes"),
        ("x.ttl", "<urn:a> <urn:b> <urn:c> .", "nothing that khabar build makes"),
        ("x.ttl", "this is no Turtle", "not valid turtle: line 1"),
        ("x.ttl", '@prefix khb: <x> .\n<a> khb:b "c\n', "not valid turtle: line 2"),
        ("x.ttl", b"\xff\xfe", "not UTF-8"),
        ("x.ttl", b"PK\x03\x04\x00\x00", "binary"),
        ("x.nt", "<a", "not valid nt"),
        ("x.rdf", "<rdf:RDF", "not valid rdf/xml"),
        ("x.jsonld", "{", "not valid JSON"),
        ("x.jsonld", "[" * 100_000, "not valid JSON"),
        ("x.jsonld", '{"@context": "https://schema.org/", "@id": "urn:a"}', "on the network"),
        ("x.jsonld", '{"@context": ["http://127.0.0.1:1/", {}]}', "on the network"),
        ("x.ttl", "(" * 5_000, "not valid turtle"),
        ("x", "x", "not valid turtle"),
        ("x.nq", "<urn:a> <urn:b> .", "not valid nquads"),
        ("x.trig", "{", "not valid trig"),
    ],
)
@pytest.mark.parametrize(
    "command",
    [
        ["validate"],
        ["claims"],
        ["explain", "claim-"],
        ["query", "timeline"],
        ["report", "-o", "made.html"],
        ["export", "-o", "made.csv"],
        ["docs", "-o", "made"],
    ],
    ids=lambda command: str(command[0]),
)
def test_a_graph_that_is_broken_or_not_ours(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    content: str | bytes,
    what: str,
    command: list[str],
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(name).write_bytes(content.encode() if isinstance(content, str) else content)
    assert run([command[0], name, *command[1:]]) == 2
    captured = capfd.readouterr()
    assert captured.out == ""
    assert (captured.err.count("\n") == 1 and what in captured.err) or "nested too deeply" in captured.err, captured.err
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("command", ["report", "export", "docs", "link"])
def test_what_is_made_of_a_graph_and_cannot_be_written(
    command: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    khabar.write(sample(), tmp_path / "x.ttl")
    extension = {"export": "csv", "link": "ttl"}.get(command, "html")
    assert run([command, str(tmp_path / "x.ttl"), "-o", f"/proc/khabar/{os.getpid()}.{extension}"]) == 2
    assert re.fullmatch(r"khabar: cannot write /proc/[^\n]+\n", capfd.readouterr().err)


def test_literals_of_a_loaded_graph_are_as_they_were_written(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "x.ttl"
    khabar.write(sample(), path)
    content = path.read_text(encoding="utf-8").replace('"2019-02-11"^^xsd:date', '"2019-02-11T00:00:00"^^xsd:date')
    path.write_text(content.replace("khb:min 50 ", 'khb:min "fifty"^^xsd:integer '), encoding="utf-8")
    found = {str(term) for term in load(path).objects()}
    assert {"2019-02-11T00:00:00", "fifty"} <= found
    assert run(["claims", str(path)]) == 0
    assert run(["validate", str(path)]) == 1
    assert "Traceback" not in capfd.readouterr().err
