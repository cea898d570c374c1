"""Building many articles: the same bytes whatever order, workers and history; what goes wrong goes wrong alone."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import random
import resource
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pyoxigraph
import pytest
import rdflib

from khabar.cli import run
from khabar.rdf.load import load
from khabar.rdf.terms import KHB
from support.articles import line, text

Named = pyoxigraph.NamedNode


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A JSON Lines file of twenty articles."""
    path = tmp_path / "news.jsonl"
    path.write_text("".join(line(number) + "\n" for number in range(20)), encoding="utf-8")
    return path


def errors(path: Path) -> list[dict[str, str]]:
    return [json.loads(row) for row in path.read_text(encoding="utf-8").splitlines()]


def names(path: Path) -> list[str]:
    return sorted(str(item.relative_to(path)) for item in path.rglob("*") if item.is_file())


# ------------------------------------------------------------------------------------------------- the same bytes


def test_a_data_set_has_a_graph_for_each_article(
    corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "all.nq"
    assert run(["build", str(corpus), "-o", str(out)]) == 0
    assert "20 articles (20 built now)" in capsys.readouterr().err
    store = pyoxigraph.Store()
    store.load(out.read_bytes(), pyoxigraph.RdfFormat.N_QUADS)
    assert len(list(store.named_graphs())) == 20
    assert not list(store.quads_for_pattern(None, None, None, pyoxigraph.DefaultGraph()))
    trig = tmp_path / "all.trig.gz"
    assert run(["build", str(corpus), "-o", str(trig), "-q"]) == 0
    again = pyoxigraph.Store()
    again.load(gzip.decompress(trig.read_bytes()), pyoxigraph.RdfFormat.TRIG)
    assert set(again) == set(store)


def test_one_article_is_compressed_too(tmp_path: Path) -> None:
    (tmp_path / "in.txt").write_text(text(1), encoding="utf-8")
    for name in ("a.nq", "a.ttl", "a.nq.gz", "a.ttl.gz"):
        assert run(["build", str(tmp_path / "in.txt"), "-o", str(tmp_path / name), "-q"]) == 0
    for name in ("a.nq", "a.ttl"):
        assert gzip.decompress((tmp_path / f"{name}.gz").read_bytes()) == (tmp_path / name).read_bytes()


def test_order_workers_and_history_do_not_matter(corpus: Path, tmp_path: Path) -> None:
    outputs = [tmp_path / f"{number}.nq" for number in range(4)]
    assert run(["build", str(corpus), "-o", str(outputs[0]), "-q"]) == 0
    lines = corpus.read_text(encoding="utf-8").splitlines(keepends=True)
    random.Random(1).shuffle(lines)  # noqa: S311
    shuffled = tmp_path / "shuffled.jsonl"
    shuffled.write_text("".join(lines), encoding="utf-8")
    assert run(["build", str(shuffled), "-o", str(outputs[1]), "-q", "--workers", "2"]) == 0
    folder = tmp_path / "folder"
    folder.mkdir()
    for number, item in enumerate(lines):
        (folder / f"{number}.json").write_text(item, encoding="utf-8")
    assert run(["build", f"{folder}/1*.json", str(folder), "-o", str(outputs[2]), "-q", "--shacl-engine", "turbo"]) == 0
    half = tmp_path / "half.jsonl"
    half.write_text("".join(lines[:9]), encoding="utf-8")
    assert run(["build", str(half), "-o", str(outputs[3]), "-q"]) == 0
    assert run(["build", str(corpus), "-o", str(outputs[3]), "-q"]) == 0
    contents = {path.read_bytes() for path in outputs}
    assert len(contents) == 1
    descriptions = {(tmp_path / f"{number}.void.ttl").read_text().replace(f"{number}.nq", "") for number in range(4)}
    assert len(descriptions) == 1


def test_standard_input_and_output(corpus: Path, tmp_path: Path) -> None:
    assert run(["build", str(corpus), "-o", str(tmp_path / "all.nq"), "-q"]) == 0
    found = subprocess.run(
        [sys.executable, "-m", "khabar", "build", "-", "--input-format", "jsonl", "-f", "nquads", "-q"],
        input=corpus.read_bytes(), capture_output=True, check=True, cwd=tmp_path,
    )  # fmt: skip
    assert found.stdout == (tmp_path / "all.nq").read_bytes()
    assert found.stderr == b"", "quiet without a terminal"


def test_a_directory_gets_a_file_for_each(corpus: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run(["build", str(corpus), "-o", f"{out}/", "-q", "--workers", "2"]) == 0
    assert len(names(out)) == 20
    assert run(["validate", "-q", *map(str, out.rglob("*.ttl"))]) == 0
    before = {path: path.stat().st_mtime_ns for path in out.rglob("*.ttl")}
    (out / "news-3.ttl").unlink()
    (out / "news-4.ttl").write_text("damaged")
    expected = (out / "news-5.ttl").read_bytes()
    assert run(["build", str(corpus), "-o", f"{out}/", "-q"]) == 0
    after = {path: path.stat().st_mtime_ns for path in out.rglob("*.ttl")}
    assert {path.name for path in before if after[path] != before[path]} == {"news-3.ttl", "news-4.ttl"}
    assert (out / "news-4.ttl").read_bytes() != b"damaged"
    assert (out / "news-5.ttl").read_bytes() == expected


def test_the_description_counts_what_is_there(corpus: Path, tmp_path: Path) -> None:
    out = tmp_path / "all.nq"
    assert run(["build", str(corpus), "-o", str(out), "-q"]) == 0
    about = rdflib.Graph().parse(tmp_path / "all.void.ttl")
    store = pyoxigraph.Store()
    store.load(out.read_bytes(), pyoxigraph.RdfFormat.N_QUADS)
    void = rdflib.Namespace("http://rdfs.org/ns/void#")
    dataset = next(about.subjects(rdflib.RDF.type, rdflib.URIRef("http://www.w3.org/ns/dcat#Dataset")))
    main = rdflib.URIRef("https://w3id.org/khabar/id/dataset")
    assert dataset is not None
    assert int(str(about.value(main, void.triples))) == len(store)
    assert int(str(about.value(main, void.documents))) == 20
    for part in about.objects(main, void.classPartition):
        kind = pyoxigraph.NamedNode(str(about.value(part, void["class"])))
        subjects = {quad.subject for quad in store.quads_for_pattern(None, Named(str(rdflib.RDF.type)), kind)}
        assert len(subjects) == int(str(about.value(part, void.entities))), kind
    assert "creativecommons.org" in (tmp_path / "all.void.ttl").read_text()


# ------------------------------------------------------------------------------------------------- repetitions


def test_an_article_repeated_a_thousand_times(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    many, one = tmp_path / "many.jsonl", tmp_path / "one.jsonl"
    many.write_text((line(1) + "\n") * 1000, encoding="utf-8")
    one.write_text(line(1) + "\n", encoding="utf-8")
    assert run(["build", str(many), "-o", str(tmp_path / "many.nq")]) == 0
    assert "1 articles (1 built now)" in (said := capsys.readouterr().err) and "999 exact copies" in said
    assert run(["build", str(one), "-o", str(tmp_path / "one.nq"), "-q"]) == 0
    assert (tmp_path / "many.nq").read_bytes() == (tmp_path / "one.nq").read_bytes()


def test_one_text_in_two_wrappings_is_one_article(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(text(1), encoding="utf-8")
    (folder / "b.json").write_text(json.dumps({"text": text(1)}), encoding="utf-8")
    assert run(["build", str(folder), "-o", str(tmp_path / "all.nq")]) == 0
    assert "1 articles" in (said := capsys.readouterr().err) and "1 exact copies" in said
    assert run(["build", str(folder), "-o", f"{tmp_path}/out/", "-q"]) == 0
    assert (tmp_path / "out/a.ttl").read_bytes() == (tmp_path / "out/b.ttl").read_bytes()


def test_sketches_stay_as_journals_have_them() -> None:
    """Marks, the tatweel and case make no difference; a short text has none."""
    from khabar.corpus.reprints import SKETCH, sketch

    marked = "".join(f"كلمة{number} قَـولٌ Word{number}\u0301 " for number in range(600))
    found, bands = sketch(marked)
    assert len(found) == 8 * SKETCH
    assert hashlib.sha256(found + repr(bands).encode()).hexdigest().startswith("4c1392648d7a8da8")
    plain = "".join(f"كلمة{number} قول WORD{number}\u0301 " for number in range(600))
    assert sketch(plain) == (found, bands)
    assert sketch("خبر عاجل قصير") == (b"", ())


def test_reprints_are_no_new_voices(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [
        {"text": text(3), "published": "2019-02-03", "url": "https://example.org/original"},
        {"text": "عاجل. " + text(3) + "المصدر: وكالات", "published": "2019-02-04", "url": "https://example.org/again"},
        {"text": text(3).replace("مقتل", "استشهاد"), "published": "2019-02-05", "url": "https://example.org/words"},
        {"text": text(4), "published": "2019-02-04", "url": "https://example.org/other"},
    ]
    source = tmp_path / "in.jsonl"
    outputs: list[bytes] = []
    for order in (rows, rows[::-1]):
        source.write_text("".join(json.dumps(row) + "\n" for row in order), encoding="utf-8")
        out = tmp_path / f"{len(outputs)}.nq"
        assert run(["build", str(source), "-o", str(out)]) == 0
        assert "2 reprints" in capsys.readouterr().err
        outputs.append(out.read_bytes())
    assert outputs[0] == outputs[1]
    graph = load(tmp_path / "0.nq")
    khb = rdflib.Namespace(KHB)
    urls = {
        str(graph.value(article, rdflib.URIRef("https://schema.org/url"))).rsplit("/", 1)[1]:
        str(graph.value(original, rdflib.URIRef("https://schema.org/url"))).rsplit("/", 1)[1]
        for article, original in graph.subject_objects(khb.reprintOf)
    }  # fmt: skip
    assert urls == {"again": "original", "words": "original"}
    again = next(graph.subjects(rdflib.URIRef("https://schema.org/url"), rdflib.Literal(
        "https://example.org/again", datatype=rdflib.XSD.anyURI)))  # fmt: skip
    claims = {claim for claim in graph.subjects(rdflib.RDF.type, khb.Claim) if str(claim).startswith(f"{again}/")}
    assert claims and claims == {claim for claim in claims if (claim, khb.repeats, None) in graph}
    path = tmp_path / "0.nq"
    assert run(["validate", str(path), "-q"]) == 0


def test_two_texts_at_one_address_are_told_apart(tmp_path: Path) -> None:
    known = {"url": "https://example.org/same", "published": "2019-02-03"}
    rows = [{"text": text(number), **known} for number in (1, 2, 3)]
    outputs: list[bytes] = []
    for order in (rows, rows[::-1]):
        source = tmp_path / "in.jsonl"
        source.write_text("".join(json.dumps(row) + "\n" for row in order), encoding="utf-8")
        out = tmp_path / f"{len(outputs)}.nq"
        assert run(["build", str(source), "-o", str(out), "-q"]) == 0
        outputs.append(out.read_bytes())
    assert outputs[0] == outputs[1]
    store = pyoxigraph.Store()
    store.load(outputs[0], pyoxigraph.RdfFormat.N_QUADS)
    sha = pyoxigraph.NamedNode(KHB + "sha256")
    articles = {quad.subject: quad.object for quad in store.quads_for_pattern(None, sha, None)}
    assert len(articles) == len(set(articles.values())) == 3
    for graph in store.named_graphs():
        assert isinstance(graph, Named)
        own = str(graph.value).removesuffix("/graph")
        quads = store.quads_for_pattern(None, None, None, graph)
        inside = {quad.subject.value for quad in quads if isinstance(quad.subject, Named)}
        assert own in inside
        assert not any(iri.startswith("https://w3id.org/khabar/id/article/") for iri in inside
                       if iri != own and not iri.startswith(own + "/"))  # fmt: skip


# ------------------------------------------------------------------------------------------------- bad input


def test_a_broken_line_in_the_middle(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "in.jsonl"
    rows = [line(1), '{"text": "', "[1]", '{"title": "x"}', line(2), '{"text": "x", "published": "1.2.2019"}', line(3)]
    source.write_text("\n".join(rows), encoding="utf-8")
    assert run(["build", str(source), "-o", str(tmp_path / "all.nq"), "-q"]) == 2
    said = capsys.readouterr().err.splitlines()
    found = errors(tmp_path / "all.errors.jsonl")
    assert [item["source"] for item in found] == [f"{source}:{number}" for number in (2, 3, 4, 6)]
    assert len(said) == 4 and "not valid JSON" in said[0]
    good = tmp_path / "good.jsonl"
    good.write_text("\n".join(line(number) for number in (1, 2, 3)), encoding="utf-8")
    assert run(["build", str(good), "-o", str(tmp_path / "good.nq"), "-q"]) == 0
    assert (tmp_path / "good.nq").read_bytes() == (tmp_path / "all.nq").read_bytes()
    assert not (tmp_path / "good.errors.jsonl").exists()


def test_failures_are_remembered_and_can_be_retried(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text(line(1) + '\n{"text"\n', encoding="utf-8")
    command = ["build", str(source), "-o", str(tmp_path / "all.nq"), "-q"]
    assert [run(command), run(command), run([*command, "--retry-failed"])] == [2, 2, 2]
    assert [item["source"] for item in errors(tmp_path / "all.errors.jsonl")] == [f"{source}:2"]
    source.write_text(line(1) + "\n", encoding="utf-8")
    assert run(command) == 0
    assert not (tmp_path / "all.errors.jsonl").exists()


def test_a_directory_with_all_sorts_of_things(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "in"
    (folder / "sub").mkdir(parents=True)
    monkeypatch.chdir(folder)
    (folder / "good.txt").write_text(text(1), encoding="utf-8")
    (folder / "sub/good.txt").write_text(text(2), encoding="utf-8")
    (folder / "sub/up").symlink_to(folder)
    (folder / "around.txt").symlink_to("around.txt")
    (folder / "nowhere.txt").symlink_to("missing")
    with (folder / "huge.txt").open("wb") as stream:
        stream.truncate(2_000_000_000)
    with (folder / "huge.jsonl").open("wb") as stream:
        stream.write(line(3).encode() + b"\n")
        stream.truncate(60_000_000)
    (folder / "empty.txt").write_bytes(b"")
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket.txt")
        assert run(["build", ".", "-o", f"{tmp_path}/out/", "-q"]) == 2
    assert names(tmp_path / "out") == ["good.ttl", "huge.ttl", "sub/good.ttl"]
    found = errors(tmp_path / "out.errors.jsonl")
    failed = sorted(Path(item["source"]).name for item in found)
    assert failed == ["around.txt", "empty.txt", "huge.jsonl:2", "huge.txt", "nowhere.txt", "picture.txt", "socket.txt"]
    assert all("\n" not in item["reason"] for item in found)


def test_a_pattern_that_matches_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["build", f"{tmp_path}/*.txt", "-o", f"{tmp_path}/out/"]) == 2
    assert "no file matches" in capsys.readouterr().err


# ------------------------------------------------------------------------------------------------- faults


def command(*args: str, **environment: str) -> list[str]:
    return [sys.executable, "-m", "khabar", "build", *args]


def test_two_builds_into_one_output(corpus: Path, tmp_path: Path) -> None:
    from khabar.corpus.lock import locked

    state = tmp_path / ".all.nq.khabar"
    state.mkdir()
    with locked(state / "lock", "x"):
        found = subprocess.run(
            command(str(corpus), "-o", str(tmp_path / "all.nq")), capture_output=True, text=True, check=False
        )
    assert found.returncode == 2
    assert found.stderr.count("\n") == 1
    assert f"process {os.getpid()} is building into it" in found.stderr
    assert not (tmp_path / "all.nq").exists()


@pytest.mark.parametrize("target", ["all.nq", "out/"])
def test_killed_at_any_moment_nothing_is_lost_or_doubled(target: str, tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text("".join(line(number) + "\n" for number in range(60)), encoding="utf-8")
    reference = tmp_path / "reference"
    reference.mkdir()
    assert run(["build", str(source), "-o", f"{reference}/{target}", "-q"]) == 0
    work = tmp_path / "work"
    work.mkdir()
    chance = random.Random(5)  # noqa: S311
    kills = 0
    for attempt in range(12):
        process = subprocess.Popen(
            command(str(source), "-o", f"{work}/{target}", "-q", "--workers", str(attempt % 2 + 1)),
            start_new_session=True,
        )  # fmt: skip
        try:
            process.wait(timeout=0.4 + 0.35 * attempt + chance.random() * 0.3)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            kills += 1
            if target == "all.nq":
                there = work / target
                assert not there.exists() or there.read_bytes() == (reference / target).read_bytes()
            else:
                for path in (work / "out").rglob("*.ttl"):
                    if not path.name.startswith("."):
                        assert path.read_bytes() == (reference / "out" / path.name).read_bytes(), "whole or not at all"
            continue
        break
    assert kills
    assert run(["build", str(source), "-o", f"{work}/{target}", "-q"]) == 0
    assert {name: (work / name).read_bytes() for name in names(work) if ".khabar/" not in name} == {
        name: (reference / name).read_bytes() for name in names(reference) if ".khabar/" not in name
    }


@pytest.mark.parametrize("phase", ["put", "tell_versions_apart", "add_original", "articles", "write_failures", "prune"])
def test_killed_in_each_phase(phase: str, corpus: Path, tmp_path: Path) -> None:
    out = tmp_path / "all.nq"
    code = (
        "import os, signal, sys\n"
        "from khabar.corpus import output, state\n"
        f"where = output if hasattr(output, {phase!r}) else state.State\n"
        f"real = getattr(where, {phase!r})\n"
        "calls = []\n"
        "def die(*args, **kwargs):\n"
        "    calls.append(1)\n"
        f"    if len(calls) > {4 if phase in {'put', 'add_original'} else 0}:\n"
        "        os.kill(os.getpid(), signal.SIGKILL)\n"
        "    return real(*args, **kwargs)\n"
        f"setattr(where, {phase!r}, die)\n"
        "from khabar.cli import run\n"
        f"sys.exit(run(['build', {str(corpus)!r}, '-o', {str(out)!r}, '-q']))\n"
    )
    killed = subprocess.run([sys.executable, "-c", code], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert run(["build", str(corpus), "-o", str(tmp_path / "reference.nq"), "-q"]) == 0
    assert run(["build", str(corpus), "-o", str(out), "-q"]) == 0
    assert out.read_bytes() == (tmp_path / "reference.nq").read_bytes()
    assert [name for name in names(tmp_path) if name.endswith(".tmp")] == []


def test_what_a_killed_run_built_is_not_built_again(
    corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = corpus.read_text(encoding="utf-8").splitlines(keepends=True)
    part = tmp_path / "part.jsonl"
    part.write_text("".join(lines[:12]), encoding="utf-8")
    out = tmp_path / "all.nq"
    assert run(["build", str(part), "-o", str(out), "-q"]) == 0
    assert run(["build", str(corpus), "-o", str(out)]) == 0
    assert "20 articles (8 built now)" in capsys.readouterr().err
    assert run(["build", str(corpus), "-o", str(out), "--outlet", "النبأ"]) == 0
    assert "20 articles (20 built now)" in capsys.readouterr().err, "other settings, other work"


@pytest.mark.parametrize("content", [b"not a database at all, but long enough to be looked at" * 30, b"", None])
def test_the_journal_of_another_version(
    content: bytes | None, corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    state = tmp_path / ".out.khabar"
    state.mkdir()
    if content is None:
        with sqlite3.connect(state / "journal.sqlite") as old:
            old.execute("CREATE TABLE article (old TEXT)")
            old.execute("PRAGMA user_version = 99")
        old.close()
    else:
        (state / "journal.sqlite").write_bytes(content)
    out = tmp_path / "out"
    out.mkdir()
    (out / "news.ttl").write_text("half written by an older ver")
    (out / ".news-2.ttl.abcd.tmp").write_text("left over")
    assert run(["build", str(corpus), "-o", f"{out}/"]) == 0
    assert ("starting afresh" in capsys.readouterr().err) == (content != b"")
    assert run(["validate", "-q", str(out / "news.ttl")]) == 0
    assert len(names(out)) == 20


def test_a_full_disk(corpus: Path, tmp_path: Path) -> None:
    out = tmp_path / "all.nq"

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (120_000, 120_000))

    full = subprocess.run(
        command(str(corpus), "-o", str(out)), capture_output=True, text=True, check=False, preexec_fn=limit
    )
    assert full.returncode == 2
    assert full.stderr.count("\n") == 1 and "cannot write" in full.stderr
    assert not out.exists()
    assert run(["build", str(corpus), "-o", str(out), "-q"]) == 0
    assert run(["build", str(corpus), "-o", str(tmp_path / "reference.nq"), "-q"]) == 0
    assert out.read_bytes() == (tmp_path / "reference.nq").read_bytes()


def test_a_full_device(corpus: Path, tmp_path: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full")
    found = subprocess.run(
        command(str(corpus), "-o", "/dev/full", "-f", "nquads", "--state", str(tmp_path / "state")),
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert found.returncode == 2 and "no space left" in found.stderr.lower()


def test_an_unwritable_place(corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("x")
    assert run(["build", str(corpus), "-o", f"{tmp_path}/file/all.nq"]) == 2
    assert "--state" in (said := capsys.readouterr().err) and said.count("\n") == 1
    (tmp_path / "dir.nq").mkdir()
    assert run(["build", str(corpus), "-o", f"{tmp_path}/file/", "-q"]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_worker_that_dies_costs_one_article(corpus: Path, tmp_path: Path) -> None:
    poison = tmp_path / "poison.jsonl"
    deadly = json.dumps({"text": "POISON " + text(99)})
    poison.write_text(f"{corpus.read_text(encoding='utf-8')}{deadly}\n", encoding="utf-8")
    hook = tmp_path / "sitecustomize.py"
    hook.write_text(
        "import os, sys\n"
        "class Finder:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name != 'khabar.corpus.pool': return None\n"
        "        sys.meta_path.remove(self)\n"
        "        import khabar.corpus.work as work\n"
        "        real = work.process_all\n"
        "        def process_all(tasks, settings):\n"
        "            if any(b'POISON' in task.item.data for task in tasks): os._exit(1)\n"
        "            return real(tasks, settings)\n"
        "        work.process_all = process_all\n"
        "        return None\n"
        "sys.meta_path.insert(0, Finder())\n"
    )
    found = subprocess.run(
        command(str(poison), "-o", str(tmp_path / "all.nq"), "--workers", "2"),
        capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": str(tmp_path)},
    )  # fmt: skip
    assert found.returncode == 2, found.stderr
    assert [item["kind"] for item in errors(tmp_path / "all.errors.jsonl")] == ["defect"]
    assert "process that read this article died" in found.stderr
    assert "20 articles" in found.stderr


def test_an_interrupt_leaves_no_process_behind(tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text("".join(line(number) + "\n" for number in range(3000)), encoding="utf-8")
    process = subprocess.Popen(
        command(str(source), "-o", str(tmp_path / "all.nq"), "--workers", "2"),
        start_new_session=True, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    time.sleep(4)
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert said.strip() == "khabar: interrupted"
    assert not (tmp_path / "all.nq").exists()


def test_the_bar_is_for_terminals(corpus: Path, tmp_path: Path) -> None:
    import pty

    primary, secondary = pty.openpty()
    process = subprocess.Popen(command(str(corpus), "-o", str(tmp_path / "all.nq")), stderr=secondary)
    os.close(secondary)
    said = b""
    while True:
        try:
            piece = os.read(primary, 65536)
        except OSError:
            break
        if not piece:
            break
        said += piece
    os.close(primary)
    assert process.wait() == 0
    assert b"building" in said or b"writing" in said
    found = subprocess.run(command(str(corpus), "-o", str(tmp_path / "b.nq")), capture_output=True, check=True)
    assert found.stderr.count(b"\n") == 1 and b"\x1b" not in found.stderr
    shutil.rmtree(tmp_path, ignore_errors=True)
