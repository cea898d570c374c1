"""Building on Spark, in local mode: the same quads as on one machine, whatever is cut, killed or broken."""

from __future__ import annotations

import errno
import gzip
import importlib.util
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from khabar.cli import run
from khabar.corpus import slices, spark
from khabar.corpus.inputs import expand, find
from khabar.corpus.settings import Settings, code_digest
from khabar.errors import InputError, KhabarError, OutputError
from support.articles import line, text

JAVA = shutil.which("java") or (os.environ.get("JAVA_HOME") and Path(os.environ["JAVA_HOME"], "bin", "java").exists())
needs_spark = pytest.mark.skipif(
    importlib.util.find_spec("pyspark") is None or not JAVA,
    reason="Spark is not there: pip install pyspark, and a Java runtime (Debian: openjdk-17-jre-headless)",
)
SPARK = ("--engine", "spark", "--master", "local[2]", "--partition-size", "12kB")


def command(*args: str) -> list[str]:
    return [sys.executable, "-m", "khabar", "build", *args]


def spark_build(source: Path, out: Path, *args: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A process of its own: its Java lives as long as it does."""
    return subprocess.run(
        command(str(source), "-o", f"{out}/", *SPARK, *args),
        capture_output=True, text=True, check=False, env={**os.environ, **environment}, timeout=300,
    )  # fmt: skip


def quads(path: Path) -> list[bytes]:
    """The sorted lines of a data set, or of all parts in a directory."""
    if path.is_dir():
        data = b"".join(gzip.decompress(part.read_bytes()) for part in path.glob("*.nq.gz"))
    else:
        data = path.read_bytes()
    return sorted(data.splitlines())


# ------------------------------------------------------------------------------------------------- slices


@pytest.mark.parametrize("size", [1, 700, 5000, 10**9])
def test_slices_hold_what_the_whole_holds(size: int, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    (folder / "sub").mkdir(parents=True)
    rows = [line(number) for number in range(9)]
    rows[2:2] = ["", "  ", '{"broken', "x" * 4000]
    (folder / "a.jsonl").write_text("\n".join(rows), encoding="utf-8")
    (folder / "b.jsonl").write_bytes("\r\n".join(rows).encode() + b"\r\n")
    (folder / "empty.jsonl").write_text("")
    (folder / "sub/c.json").write_text(json.dumps([{"text": text(1)}, {"text": text(2)}]))
    (folder / "sub/d.txt").write_text(text(3))
    (folder / "large.txt").write_text("x" * 4000)
    (folder / "nowhere.txt").symlink_to("missing")
    settings = Settings(max_size=3000)
    inputs = expand([folder])
    whole = [(type(item), item.name, getattr(item, "data", None)) for item in find(inputs, settings)]
    cut = list(slices.cut(inputs, settings, size))
    parts = [
        (type(item), item.name, getattr(item, "data", None)) for part in cut for item in slices.read(part, settings)
    ]
    assert parts == whole
    assert len(cut) == 1 or size < 10**9


def test_slices_need_files(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for value in ("-", str(tmp_path / "empty")):
        with pytest.raises(InputError):
            list(slices.cut([value], Settings(), 100))


# ------------------------------------------------------------------------------------------------- parts without Spark


def test_executors_take_the_driver_s_dictionary_and_shapes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("khabar.resources._elsewhere", {})
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    settings = Settings()
    sent = spark._Sent(settings, settings.fingerprint(), code_digest(), spark._bundle(), "/nowhere", retry=False)
    there = spark._unpacked(sent)
    folder = Path(there.language)
    assert folder.is_relative_to(tmp_path) and folder.name == "ar"
    assert {name for name, _ in sent.files} >= {"lang/ar/verbs.csv", "lang/ar/places.csv", "shapes/core.ttl"}
    from khabar.resources import shape_files

    assert shape_files()[0].is_relative_to(tmp_path)
    # laid out once; anew where a file is gone
    spark._unpacked.cache_clear()
    assert spark._unpacked(sent) == there
    (folder / "places.csv").unlink()
    spark._unpacked.cache_clear()
    other = Path(spark._unpacked(sent).language)
    assert other != folder and (other / "places.csv").exists()
    with pytest.raises(KhabarError, match="another version of khabar"):
        spark._unpacked(replace(sent, code="other"))


def test_a_full_disk_where_executors_lay_out_the_dictionary(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("khabar.resources._elsewhere", {})
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    spark._unpacked.cache_clear()
    sent = spark._Sent(Settings(), "", code_digest(), spark._bundle(), "/nowhere", retry=False)

    def full(path: Path, data: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device", str(path))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", full)
        with pytest.raises(OutputError, match=r"cannot write .*no space left"):
            spark._unpacked(sent)
    assert not list(tmp_path.iterdir())
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "gone"))
    with pytest.raises(OutputError, match="cannot write"):
        spark._unpacked(sent)


def test_the_reason_of_a_failed_job() -> None:
    trace = 'Job aborted\n  File "x.py"\nkhabar.errors.KhabarError: an executor has\n\n\tat org.apache.Spark(X.java)\n'
    assert spark._reason(trace) == "an executor has"
    assert spark._reason("a\nValueError: b\n") == "ValueError: b"
    assert spark._reason("") == "no reason given"


@pytest.mark.parametrize(
    "args",
    [
        ("-o", "{}/all.nq", "--engine", "spark"), ("-o", "{}/out/", "--engine", "spark", "-f", "turtle"),
        ("-o", "{}/out/", "--master", "local"), ("-o", "{}/out/", "--engine", "spark", "--spark-conf", "nonsense"),
    ],
)  # fmt: skip
def test_wrong_use(args: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "in.txt").write_text(text(1))
    assert run(["build", str(tmp_path / "in.txt"), *(arg.format(tmp_path) for arg in args)]) == 2
    assert capsys.readouterr().err.strip()
    assert [path.name for path in tmp_path.iterdir()] == ["in.txt"]


def test_other_things_are_not_replaced(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "in.txt").write_text(text(1))
    (tmp_path / "out").mkdir()
    (tmp_path / "out/thesis.doc").write_text("x")
    assert run(["build", str(tmp_path / "in.txt"), "-o", f"{tmp_path}/out/", "--engine", "spark"]) == 2
    assert "holds other things (thesis.doc)" in (said := capsys.readouterr().err) and said.count("\n") == 1
    assert (tmp_path / "out/thesis.doc").exists()


# ------------------------------------------------------------------------------------------------- on Spark


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Articles with copies, reprints, two texts at one address, broken lines; and what one machine makes of them."""
    folder = tmp_path_factory.mktemp("spark")
    rows = [line(number) for number in range(30)]
    rows += [line(3), line(4), '{"text": "', "[1]"]
    rows += [json.dumps({"text": "عاجل. " + text(5), "published": "2019-03-01", "url": "https://example.org/again"})]
    rows += [
        json.dumps({"text": text(n), "url": "https://example.org/same", "published": "2019-02-03"}) for n in (41, 42)
    ]
    random.Random(2).shuffle(rows)  # noqa: S311
    source = folder / "in"
    source.mkdir()
    (source / "first.jsonl").write_text("\n".join(rows[:20]), encoding="utf-8")
    (source / "second.jsonl").write_text("\n".join(rows[20:] + rows[:2]), encoding="utf-8")
    (source / "single.txt").write_text(text(50), encoding="utf-8")
    assert run(["build", str(source), "-o", str(folder / "one.nq"), "-q"]) == 2
    return folder


@needs_spark
@pytest.mark.slow
def test_the_same_quads_as_on_one_machine(corpus: Path, tmp_path: Path) -> None:
    done = spark_build(corpus / "in", tmp_path / "out")
    assert done.returncode == 2, "two lines are broken"
    assert "34 articles (34 built now)" in done.stderr and "2 failed" in done.stderr and "exact copies" in done.stderr
    assert done.stderr.count("\n") == len((tmp_path / "out.errors.jsonl").read_text().splitlines()) + 1, "no chatter"
    assert len(list((tmp_path / "out").glob("part-*.nq.gz"))) > 2
    assert (tmp_path / "out/_SUCCESS").exists() and (tmp_path / "out/reprints.nq.gz").exists()
    assert quads(tmp_path / "out") == quads(corpus / "one.nq")
    assert (tmp_path / "out.errors.jsonl").read_bytes() == (corpus / "one.errors.jsonl").read_bytes()
    void = (tmp_path / "out.void.ttl").read_text()
    assert [row for row in void.splitlines() if "void#triples" in row or "void#documents" in row]
    # again: nothing is built, and the same stands
    before = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    done = spark_build(corpus / "in", tmp_path / "out")
    assert "34 articles (0 built now)" in done.stderr
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == before
    # fewer articles: those that went are gone
    (fewer := tmp_path / "fewer").mkdir()
    shutil.copy(corpus / "in/single.txt", fewer)
    assert spark_build(fewer, tmp_path / "out", "-q").returncode == 0
    assert run(["build", str(fewer), "-o", str(tmp_path / "few.nq"), "-q"]) == 0
    assert quads(tmp_path / "out") == quads(tmp_path / "few.nq")


@needs_spark
@pytest.mark.slow
def test_the_parts_can_be_linked_and_loaded(corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert spark_build(corpus / "in", tmp_path / "out", "-q").returncode == 2
    parts = sorted(map(str, (tmp_path / "out").glob("*.nq.gz")))
    assert run(["load", *parts, "--to", str(tmp_path / "store")]) == 0
    assert "35 graphs loaded" in capsys.readouterr().err, "34 articles and the reprints"
    assert run(["link", *parts, "-o", str(tmp_path / "a.ttl"), "-q"]) == 0
    assert run(["link", str(corpus / "one.nq"), "-o", str(tmp_path / "b.ttl"), "-q"]) == 0
    assert (tmp_path / "a.ttl").read_bytes() == (tmp_path / "b.ttl").read_bytes()


@needs_spark
@pytest.mark.slow
def test_killed_and_started_again(corpus: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    for pause in (5.0, 6.5):
        process = subprocess.Popen(command(str(corpus / "in"), "-o", f"{out}/", *SPARK, "-q"), start_new_session=True)
        try:
            process.wait(timeout=pause)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        time.sleep(0.5)
        assert not out.exists() or quads(out) == quads(corpus / "one.nq"), "whole or not at all"
    done = spark_build(corpus / "in", out)
    assert done.returncode == 2, done.stderr
    assert quads(out) == quads(corpus / "one.nq")
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        ".out.khabar",
        "out",
        "out.errors.jsonl",
        "out.void.ttl",
    ]


@needs_spark
@pytest.mark.slow
def test_an_article_that_kills_its_executor_s_python_costs_itself(corpus: Path, tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    deadly = json.dumps({"text": "POISON " + text(99)})
    source.write_text("\n".join([*(line(number) for number in range(6)), deadly]), encoding="utf-8")
    (tmp_path / "sitecustomize.py").write_text(
        "import os, sys\n"
        "class Finder:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name != 'khabar.corpus.pool': return None\n"
        "        sys.meta_path.remove(self)\n"
        "        import khabar.corpus.work as work\n"
        "        real = work._build\n"
        "        def build(task, settings):\n"
        "            if b'POISON' in task.item.data: os._exit(1)\n"
        "            return real(task, settings)\n"
        "        work._build = build\n"
        "        return None\n"
        "sys.meta_path.insert(0, Finder())\n"
    )
    path = os.pathsep.join(filter(None, (str(tmp_path), os.environ.get("PYTHONPATH"))))
    done = spark_build(source, tmp_path / "out", PYTHONPATH=path)
    assert done.returncode == 2, done.stderr
    assert "6 articles" in done.stderr and "process that read this article died" in done.stderr


@needs_spark
@pytest.mark.slow
def test_java_is_missing(tmp_path: Path) -> None:
    (tmp_path / "in.txt").write_text(text(1))
    done = spark_build(tmp_path / "in.txt", tmp_path / "out", JAVA_HOME=str(tmp_path))
    assert done.returncode == 2
    assert "Java does not start" in done.stderr and done.stderr.count("\n") == 1, done.stderr
    assert not (tmp_path / "out").exists()


@needs_spark
@pytest.mark.slow
def test_all_sorts_of_things_and_a_second_build(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    (folder / "sub").mkdir(parents=True)
    (folder / "good.txt").write_text(text(1), encoding="utf-8")
    (folder / "sub/up").symlink_to(folder)
    (folder / "around.txt").symlink_to("around.txt")
    for name, size in (("huge.txt", 2_000_000_000), ("huge.jsonl", 200_000_000)):
        with (folder / name).open("wb") as stream:
            stream.write(line(3).encode() + b"\n")
            stream.truncate(size)
    (folder / "many.jsonl").write_text((line(2) + "\n") * 1000, encoding="utf-8")
    out = tmp_path / "out"
    done = spark_build(folder, out, "--partition-size", "4MB")
    assert done.returncode == 2 and "3 articles" in done.stderr and "999 exact copies" in done.stderr, done.stderr
    failed = [json.loads(row)["source"] for row in (tmp_path / "out.errors.jsonl").read_text().splitlines()]
    assert sorted(Path(name).name for name in failed) == ["around.txt", "huge.jsonl:2", "huge.txt"]
    from khabar.corpus.lock import locked

    before = quads(out)
    with locked(tmp_path / ".out.khabar/lock", "x"):
        second = spark_build(folder / "good.txt", out)
    assert second.returncode == 2 and second.stderr.count("\n") == 1
    assert f"process {os.getpid()} is building into it" in second.stderr
    assert quads(out) == before


@needs_spark
@pytest.mark.slow
def test_a_full_disk(corpus: Path, tmp_path: Path) -> None:
    """What the tasks cannot write, the job says in one line; the output is as it was."""
    (tmp_path / "sitecustomize.py").write_text(
        "import resource, signal, sys\n"
        "if 'pyspark.daemon' in ' '.join(sys.orig_argv):\n"
        "    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "    resource.setrlimit(resource.RLIMIT_FSIZE, (900, 900))\n"
    )
    path = os.pathsep.join(filter(None, (str(tmp_path), os.environ.get("PYTHONPATH"))))
    done = spark_build(corpus / "in", tmp_path / "out", PYTHONPATH=path)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1 and "cannot write" in done.stderr, done.stderr
    assert not (tmp_path / "out").exists()
    assert spark_build(corpus / "in", tmp_path / "out", "-q").returncode == 2, "two lines are broken"
    assert quads(tmp_path / "out") == quads(corpus / "one.nq")
