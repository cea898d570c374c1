"""The compiled wheel gives what the pure one gives, byte for byte, and refuses as cleanly."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from support.compiled import build, compiler
from support.environment import clean, install, run

ROOT = Path(__file__).resolve().parents[2]
ARTICLES = [
    ROOT / "tests" / "sample" / "baghuz.txt",
    *sorted(p for p in (ROOT / "tests" / "gold" / "dev").glob("*.txt") if p.name[:2] in ("01", "03", "07", "10")),
]

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ``bin`` of a fresh environment with the compiled wheel; its dependencies are those of the tests."""
    if compiler() is None:
        pytest.skip("no C compiler is found: the compiled wheel is not built")
    pytest.importorskip("build")
    place = tmp_path_factory.mktemp("compiled")
    wheel = build(place / "dist")
    assert "-none-any" not in wheel.name
    return install(wheel, place)


def khabar(scripts: Path, *arguments: object, cwd: Path) -> subprocess.CompletedProcess[bytes]:
    """Run the command of an environment, wherever its script is."""
    command = [str(scripts / "python"), "-m", "khabar", *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, env=clean(cwd), capture_output=True)


def test_it_is_compiled(environment: Path, tmp_path: Path) -> None:
    script = (
        "import importlib, sys\n"
        "for name in ('text', 'language', 'match.stream', 'extract.events.finder', 'resolve.assembly.report'):\n"
        "    assert not importlib.import_module(f'khabar.{name}').__file__.endswith('.py'), name\n"
    )
    run(environment / "python", "-c", script, cwd=tmp_path, env=clean(tmp_path))


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.stem)
def test_the_same_bytes(environment: Path, tmp_path: Path, article: Path) -> None:
    arguments = ("build", article, "-q", "-o", "-")
    pure = khabar(Path(sys.executable).parent, *arguments, cwd=tmp_path)
    compiled = khabar(environment, *arguments, cwd=tmp_path)
    assert pure.returncode == compiled.returncode == 0, pure.stderr + compiled.stderr
    assert pure.stdout
    assert compiled.stdout == pure.stdout


def test_the_same_bytes_with_all_that_is_known_of_an_article(environment: Path, tmp_path: Path) -> None:
    script = (
        "import datetime, hashlib, sys\n"
        "from pathlib import Path\n"
        "from khabar.extract import extract\n"
        "from khabar.model import Metadata\n"
        "from khabar.rdf.formats import nquads\n"
        "from khabar.rdf.graph import graph_name, outline\n"
        "day = datetime.date(2020, 3, 1)\n"
        "for outlet in sys.argv[2:]:\n"
        "    known = Metadata(title='خبر', outlet=outlet, published=day, url='https://example.org/1')\n"
        "    for path in sorted(Path(sys.argv[1]).rglob('*.txt')):\n"
        "        report = extract(path.read_text(encoding='utf-8'), known)\n"
        "        data = nquads(outline(report), graph_name(report))\n"
        "        print(path.name, hashlib.sha256(data).hexdigest())\n"
    )
    outlets = ("وكالة الأناضول", "صحيفة الجبل")
    told = []
    for scripts in (Path(sys.executable).parent, environment):
        command = (scripts / "python", "-c", script, ROOT / "tests" / "gold", *outlets)
        told.append(run(*command, cwd=tmp_path, env=clean(tmp_path)).splitlines())
    assert len(told[0]) > 60
    assert told[1] == told[0]


def test_bad_input_is_refused_in_the_same_words(environment: Path, tmp_path: Path) -> None:
    (tmp_path / "bytes.txt").write_bytes(b"\xff\xfe\xfa\x00\x81")
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    (tmp_path / "latin.txt").write_text("No Arabic here.", encoding="utf-8")
    for arguments in (("bytes.txt",), ("missing.txt",), ("empty.txt",), ("latin.txt", "--published", "yesterday")):
        pure = khabar(Path(sys.executable).parent, "build", *arguments, "-o", "-", cwd=tmp_path)
        compiled = khabar(environment, "build", *arguments, "-o", "-", cwd=tmp_path)
        assert (compiled.returncode, compiled.stdout, compiled.stderr) == (pure.returncode, pure.stdout, pure.stderr)
        assert b"Traceback" not in compiled.stderr


def test_a_broken_language_is_refused_in_the_same_words(environment: Path, tmp_path: Path) -> None:
    script = (
        "import shutil, sys\n"
        "from pathlib import Path\n"
        "import khabar.language\n"
        "from khabar.errors import KhabarError\n"
        "from khabar.extract import extract\n"
        "source = Path(sys.argv[1])\n"
        "for name, text in (('verbs.csv', 'a,b\\n1\\n'), ('text.toml', '= 1'), ('frames.csv', 'a')):\n"
        "    folder = Path('broken')\n"
        "    shutil.copytree(source, folder)\n"
        "    (folder / name).write_text(text, encoding='utf-8')\n"
        "    try:\n"
        "        extract('x', language=folder)\n"
        "    except KhabarError as error:\n"
        "        print(error)\n"
        "    shutil.rmtree(folder)\n"
    )
    told = []
    for scripts in (Path(sys.executable).parent, environment):
        command = (scripts / "python", "-c", script, ROOT / "src" / "khabar" / "lang" / "ar")
        told.append(run(*command, cwd=tmp_path, env=clean(tmp_path)))
    assert told[0].count("\n") == 3
    assert told[0] == told[1]
