from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import click
import pytest
from rich.cells import cell_len

import khabar
from khabar import queries
from khabar.claims import claim_rows
from khabar.cli import LazyGroup, cli, run
from khabar.rdf.formats import FORMATS
from khabar.rdf.load import load
from khabar.rdf.terms import DEFAULT_BASE
from support.sample import TEXT, sample

ARTICLE = "قالت مصادر محلية إن طائرات قصفت بلدة الزهراء أمس الأحد، ما أدى إلى مقتل خمسة مدنيين وإصابة عشرة آخرين.\n"


def command(*args: str, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "khabar", *args], input=stdin, capture_output=True, env={**os.environ, **environment}
    )


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    """The sample's graph."""
    path = tmp_path / "sample.ttl"
    khabar.write(sample(), path)
    return path


@pytest.fixture
def text(tmp_path: Path) -> Path:
    """The sample's text."""
    path = tmp_path / "sample.txt"
    path.write_bytes(TEXT.encode())
    return path


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A short article."""
    path = tmp_path / "article.txt"
    path.write_bytes(ARTICLE.encode())
    return path


# ---------------------------------------------------------------------------------------- the group


def test_help_names_every_command_without_importing_any() -> None:
    script = (
        "import sys; from khabar.cli import run; code = run(['--help'])\n"
        "heavy = {'rdflib', 'pyshacl', 'rich', 'khabar.extract', 'khabar.commands.build'} & set(sys.modules)\n"
        "sys.exit(f'imported {heavy}' if heavy else code)"
    )
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False, text=True)
    assert found.returncode == 0, found.stderr
    for name, (_, summary) in LazyGroup.COMMANDS.items():
        assert re.search(rf"^  {name} +{re.escape(summary[:40])}", found.stdout, re.M)


def test_the_short_helps_are_the_commands_own() -> None:
    context = click.Context(cli)
    for name, (_, summary) in LazyGroup.COMMANDS.items():
        found = cli.get_command(context, name)
        assert found is not None
        assert found.get_short_help_str(200) == summary
        assert found.help
        assert all(option.help for option in found.params if isinstance(option, click.Option))


@pytest.mark.parametrize("name", LazyGroup.COMMANDS)
def test_every_command_has_help(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([name, "--help"]) == 0
    assert capsys.readouterr().out.startswith(f"Usage: khabar {name} ")


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"khabar {khabar.__version__}\n"


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["bild"], "khabar: no such command 'bild'; there are build, "),
        (["build"], "khabar: Missing argument 'INPUT…'. (see khabar build --help)"),
        (["build", "--frobnicate"], "khabar: No such option '--frobnicate'"),
        (["build", "x", "--format", "excel"], "khabar: Invalid value for '-f' / '--format': 'excel' is not one of"),
        (["explain", "x"], "khabar: give at least one graph and a node"),
    ],
)
def test_wrong_use_is_one_line_and_code_2(args: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(args) == 2
    captured = capsys.readouterr()
    assert captured.err.startswith(message)
    assert captured.err.count("\n") == 1
    assert captured.out == ""


def test_a_defect_is_one_line_and_code_70(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(cli, "main", lambda **_: 1 // 0)
    assert run([]) == 70
    assert capsys.readouterr().err.startswith("khabar: a defect of khabar: ZeroDivisionError")


# ---------------------------------------------------------------------------------------- build


def test_build_writes_turtle_to_standard_output(article: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(["build", str(article), "--published", "2019-02-11", "--outlet", "النبأ"]) == 0
    captured = capfdbinary.readouterr()
    assert captured.out.startswith(b"@prefix khb: <https://w3id.org/khabar/ontology#> .\n")
    assert '"2019-02-11"^^xsd:date' in captured.out.decode()
    assert b"claims" in captured.err and b"triples" in captured.err


@pytest.mark.parametrize("form", FORMATS.values(), ids=FORMATS)
def test_build_takes_the_format_from_the_extension(
    article: Path, tmp_path: Path, form: object, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    extension = getattr(form, "extensions")[0]  # noqa: B009
    output = tmp_path / f"out{extension}"
    assert run(["build", str(article), "-o", str(output), "--quiet"]) == 0
    assert run(["build", str(article), "--format", getattr(form, "name"), "-q"]) == 0  # noqa: B009
    captured = capfdbinary.readouterr()
    assert output.read_bytes() == captured.out
    assert captured.err == b""
    assert set(load(output)) == set(khabar.build(ARTICLE).graph)
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_build_reads_standard_input_and_its_base() -> None:
    found = command("build", "-", "-q", "--base-iri", "https://example.org/x/", stdin=ARTICLE.encode())
    assert found.returncode == 0, found.stderr
    assert b"<https://example.org/x/article/" in found.stdout
    assert DEFAULT_BASE.encode() not in found.stdout


def test_build_is_the_same_in_every_process(article: Path) -> None:
    first, second = (
        command("build", str(article), "--published", "2019-02-11", PYTHONHASHSEED=seed) for seed in ("1", "2")
    )
    assert first.returncode == second.returncode == 0
    assert first.stdout == second.stdout
    assert first.stderr == second.stderr


def test_build_many_into_a_directory(tmp_path: Path) -> None:
    source = tmp_path / "in"
    (source / "sub").mkdir(parents=True)
    for name in ("a.txt", "sub/a.txt", "b.json", "c.jsonl", "ignored.csv", ".hidden.txt"):
        content = json.dumps({"text": ARTICLE}) if "json" in name else ARTICLE
        (source / name).write_text(content + "\n" + content if name == "c.jsonl" else content, encoding="utf-8")
    output = tmp_path / "out"
    assert run(["build", str(source), "-o", f"{output}/", "-q"]) == 0
    names = sorted(str(path.relative_to(output)) for path in output.rglob("*") if path.is_file())
    assert names == ["a.ttl", "b.ttl", "c-2.ttl", "c.ttl", "sub/a.ttl"]


def test_build_goes_on_after_a_bad_article(article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    output = tmp_path / "out"
    output.mkdir()
    assert run(["build", str(tmp_path / "empty.txt"), str(article), "-o", str(output), "-q"]) == 2
    assert [path.name for path in output.iterdir()] == ["article.ttl"]
    assert capsys.readouterr().err.count("\n") == 1


def test_build_of_several_needs_a_directory_or_a_format_of_lines(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.txt"
    other.write_text(ARTICLE.replace("خمسة", "ستة"), encoding="utf-8")
    assert run(["build", str(article), str(other), "-o", str(tmp_path / "all.ttl"), "-q"]) == 2
    assert "name a directory" in capsys.readouterr().err
    assert run(["build", str(article), str(other), "-o", str(tmp_path / "all.nq"), "-q"]) == 0
    assert len(claim_rows(load(tmp_path / "all.nq"))) == 2 * len(claim_rows(khabar.build(ARTICLE).graph))


def test_the_summary_is_plain_text_without_a_terminal(article: Path) -> None:
    found = command("build", str(article), "-o", os.devnull)
    assert found.returncode == 0
    assert b"\x1b" not in found.stderr
    text = found.stderr.decode()
    for line in text.splitlines():
        assert line.count("\u2068") == line.count("\u2069"), "isolates are closed on every line"
    assert "who says" in text


def violating(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the extractor report a toll of at least 9 and at most 5."""
    import dataclasses

    report = sample()
    claim = report.claims[0]
    toll = dataclasses.replace(claim.tolls[0], minimum=9, maximum=5)
    claim = dataclasses.replace(claim, tolls=(toll,))
    wrong = dataclasses.replace(report, claims=(claim,), claim_relations=())
    monkeypatch.setattr(sys.modules["khabar.extract"], "extract", lambda text, metadata: wrong)


def test_violations_are_reported_and_not_written(
    text: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    khabar.extract("", None)
    violating(monkeypatch)
    output = tmp_path / "out.ttl"
    assert run(["build", str(text), "-o", str(output), "-q"]) == 1
    captured = capsys.readouterr()
    assert not output.exists()
    assert "مقتل نحو 50 مدنياً" in captured.err, "the words at fault are quoted"
    assert "--force" in captured.err
    assert run(["build", str(text), "-o", str(output), "-q", "--force"]) == 0
    assert "khb:min 9" in output.read_text(encoding="utf-8")
    assert run(["validate", str(output)]) == 1


# ---------------------------------------------------------------------------------------- validate


def test_validate(graph: Path, text: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["validate", str(graph), "--source", str(text)]) == 0
    assert capsys.readouterr().out.startswith("Conforms")
    assert run(["validate", str(graph), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["conforms"] is True
    assert run(["validate", str(graph), "--quiet"]) == 0
    assert capsys.readouterr().out == ""


def test_validate_compares_every_quote(graph: Path, text: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text.write_bytes(TEXT.replace("سوق", "سوف").encode())
    assert run(["validate", str(graph), "--source", str(text)]) == 1
    assert "first difference" in capsys.readouterr().out


def test_validate_fails_on_what_it_is_told(graph: Path) -> None:
    content = graph.read_text(encoding="utf-8")
    graph.write_text(re.sub(r'    khb:words "نحو 50"@ar ;\n', "", content), encoding="utf-8")
    assert run(["validate", str(graph), "-q"]) == 0
    assert run(["validate", str(graph), "-q", "--fail-on", "warning"]) == 1


# ---------------------------------------------------------------------------------------- claims and explain


def test_claims_as_json(graph: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["claims", str(graph), "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [row["modality"] for row in rows] == ["Preliminary", "Denied", "Asserted"]
    first = rows[0]
    assert first["claimant"]["label"] == "مصادر محلية"
    assert first["claimant"]["kind"] == "UnnamedSource"
    assert [party["label"] for party in first["via"]] == ["صحيفة النبأ"]
    assert [(toll["outcome"], toll["minimum"], toll["maximum"], toll["approximate"]) for toll in first["tolls"]] == [
        ("Killed", 50, 50, True),
        ("Killed", 5, 5, False),
        ("Injured", 20, 99, False),
    ]
    assert first["tolls"][1]["part_of"] == first["tolls"][0]["iri"]
    assert first["happenings"][0]["earliest"] == "2019-02-10"
    assert {place["kind"] for place in first["happenings"][0]["places"]} == {"Facility", "Town"}
    quote = first["quotes"][0]
    assert TEXT[quote["start"] : quote["end"]] == quote["exact"]
    assert rows[1]["relations"] == [{"kind": kind, "claim": first["iri"]} for kind in ("contradicts", "denies")]


def test_claims_as_a_table(graph: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["claims", str(graph)]) == 0
    out = capsys.readouterr().out
    assert "killed ~50 civilians" in out
    assert "preliminary" in out and "via" in out and "(part)" in out
    assert all(line.count("\u2068") == line.count("\u2069") for line in out.splitlines())
    assert run(["claims", str(graph), "--no-words"]) == 0
    assert len(capsys.readouterr().out) < len(out)


def test_explain_marks_the_words_in_their_text(graph: Path, text: Path, capsys: pytest.CaptureFixture[str]) -> None:
    toll = claim_rows(load(graph))[0].tolls[0].iri
    name = toll.rpartition("/")[2]
    for node in (toll, f"<{toll}>", f"this:{name}", name, name[:-2]):
        assert run(["explain", str(graph), node, "--source", str(text)]) == 0
        out = " ".join(capsys.readouterr().out.replace("\u2068", "").replace("\u2069", "").split())
        assert "ما أدى إلى ⟦مقتل نحو 50 مدنياً⟧ بينهم 5 أطفال" in out
        assert "test.toll" in out
    assert run(["explain", str(graph), name]) == 0
    assert "⟦مقتل نحو 50 مدنياً⟧" in capsys.readouterr().out
    assert run(["explain", str(graph), name, "--json", "--source", str(text)]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["evidence"][0]["matches"] is True
    assert found["rules"] == ["test.toll"]


@pytest.mark.parametrize("node", ["claim", "nothing-like-it", "", "https://example.org/x"])
def test_explain_refuses_what_is_no_single_node(graph: Path, node: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", str(graph), node]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_explain_refuses_another_articles_text(graph: Path, article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", str(graph), "claim-", "--source", str(article)]) == 2
    assert run(["explain", str(graph), claim_rows(load(graph))[0].iri, "--source", str(article)]) == 2
    assert "SHA-256" in capsys.readouterr().err


def test_escape_sequences_in_an_article_do_not_reach_the_terminal(
    graph: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hostile = graph.read_text(encoding="utf-8").replace('"مصادر محلية"@ar', '"\\u001b[31mمصادر\\u202e"@ar')
    graph.write_text(hostile, encoding="utf-8")
    assert run(["claims", str(graph)]) == 0
    out = capsys.readouterr().out
    assert "\x1b" not in out and "\u202e" not in out and "مصادر" in out


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("no_color", ["", "1"])
def test_colour_on_a_terminal_unless_told_otherwise(graph: Path, no_color: str) -> None:
    import pty

    terminal, end = pty.openpty()
    environment = {**os.environ, "NO_COLOR": no_color, "TERM": "xterm-256color", "COLUMNS": "80"}
    arguments = [sys.executable, "-m", "khabar", "explain", str(graph), claim_rows(load(graph))[0].iri]
    with subprocess.Popen(arguments, stdout=end, stderr=end, stdin=end, env=environment) as process:
        os.close(end)
        out = b""
        try:
            while piece := os.read(terminal, 65536):
                out += piece
        except OSError:  # Linux: the other end is closed
            pass
    os.close(terminal)
    assert process.returncode == 0
    assert (b"\x1b[" in out) == (not no_color)
    assert "⟦" in out.decode()
    plain = re.sub(r"\x1b\[[0-9;]*m", "", out.decode())
    assert max(cell_len(line) for line in plain.splitlines()) <= 80


# ---------------------------------------------------------------------------------------- the process


def test_a_reader_that_goes_away_is_no_error(graph: Path) -> None:
    script = f"'{sys.executable}' -m khabar claims '{graph}' --json; echo code $? >&2"
    found = subprocess.run(["bash", "-c", f"( {script} ) | head -c 1"], capture_output=True, check=True)
    assert b"Traceback" not in found.stderr and b"Error" not in found.stderr


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_an_interrupt_is_one_line_and_code_130(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    process = subprocess.Popen(
        [sys.executable, "-m", "khabar", "build", str(path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    with path.open("wb"):  # returns when the command has opened the other end and waits for its input
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert err.decode() == "khabar: interrupted\n"


# ---------------------------------------------------------------------------------------- query


def test_query_lists_the_questions(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["query", "--list"]) == 0
    out = capsys.readouterr().out
    for question in queries.questions():
        assert question.name in out


def test_query_by_name_number_file_and_standard_input(
    graph: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    question = queries.load_question("1")
    file = tmp_path / "own.rq"
    file.write_text(question.text, encoding="utf-8")
    answers = []
    for name in (question.name, "1", str(file)):
        assert run(["query", str(graph), name]) == 0
        answers.append(capsys.readouterr().out)
    piped = command("query", str(graph), "-", stdin=question.text.encode())
    answers.append(piped.stdout.decode())
    assert len(set(answers)) == 1
    assert "نحو 50" in answers[0]
    assert answers[0].count("\r\n") == len(answers[0].splitlines()), "CSV where nobody looks"


@pytest.mark.parametrize(
    ("form", "start"), [("table", "who "), ("csv", "who,"), ("tsv", "?who\t"), ("json", "{"), ("xml", "<?xml")]
)
def test_query_formats(graph: Path, form: str, start: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["query", str(graph), "1", "--format", form]) == 0
    assert capsys.readouterr().out.startswith(start)


def test_query_of_other_forms(graph: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "own.rq"
    file.write_text("ASK { ?claim a khb:Claim }", encoding="utf-8")
    assert run(["query", str(graph), str(file)]) == 0
    assert capsys.readouterr().out == "yes\n"
    file.write_text("CONSTRUCT WHERE { ?claim khb:claimant ?who }", encoding="utf-8")
    assert run(["query", str(graph), str(file)]) == 0
    assert "khb:claimant" in capsys.readouterr().out


def test_query_of_several_graphs(graph: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = tmp_path / "other.nq"
    khabar.write(sample(TEXT + "."), other, base="https://example.org/")
    counts = []
    for graphs in ([graph], [graph, other]):
        assert run(["query", *map(str, graphs), "1", "--format", "json"]) == 0
        counts.append(len(json.loads(capsys.readouterr().out)["results"]["bindings"]))
    assert counts[1] == 2 * counts[0] > 0


@pytest.mark.parametrize(
    "query",
    [
        "99",
        "no-such-question",
        "none.rq",
        "dir/none",
        "SELECT * {",
        "SELECT * FROM <http://127.0.0.1:1/> {}",
        "SELECT * { SERVICE <http://127.0.0.1:1/> {} }",
        "DELETE WHERE { ?s ?p ?o }",
        "",
        "\0",
    ],
)
def test_query_refuses_in_one_line(graph: Path, query: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    if " " in query or len(query) < 2:
        file = tmp_path / "own.rq"
        file.write_text(query, encoding="utf-8")
        query = str(file)
    assert run(["query", str(graph), query]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1 and "defect" not in captured.err
