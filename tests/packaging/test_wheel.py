"""The wheel, installed into a clean environment, does the main job from any working directory."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from support.environment import clean, install, run

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def distributions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the source distribution, as they are made where there is no C compiler."""
    folder = tmp_path_factory.mktemp("dist")
    pytest.importorskip("build")
    run(
        sys.executable, "-m", "build", "--no-isolation", "--wheel", "--sdist", "--outdir", folder, ROOT,
        cwd=folder, env={**os.environ, "CC": str(folder / "none")},
    )  # fmt: skip
    return folder


@pytest.fixture(scope="module")
def installed(distributions: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, dict[str, str]]:
    """The ``bin`` of an environment with the wheel and its dependencies only, a working directory, its variables."""
    place = tmp_path_factory.mktemp("user")
    (wheel,) = distributions.glob("*.whl")
    scripts = install(wheel, place)
    (place / "elsewhere").mkdir()
    return scripts, place / "elsewhere", clean(place)


def test_the_wheel_holds_what_is_needed_and_no_more(distributions: Path) -> None:
    (wheel,) = distributions.glob("*.whl")
    assert wheel.name.endswith("-none-any.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("ontology", "shapes"):
        files = {p.relative_to(ROOT).as_posix() for p in (ROOT / folder).rglob("*") if p.is_file()}
        assert {f"khabar/{name}" for name in files} <= names
    assert {"khabar/py.typed", "khabar/lang/ar/verbs.csv", "khabar/lang/ar/text.toml"} <= names
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"khabar"}
    assert not [name for name in names if "__pycache__" in name or "node_modules" in name or "/frontend/" in name]
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_the_source_distribution_holds_the_tests(distributions: Path) -> None:
    (archive,) = distributions.glob("*.tar.gz")
    with tarfile.open(archive) as tar:
        names = {name.partition("/")[2] for name in tar.getnames()}
    assert {"README.md", "LICENSE", "tests/sample/baghuz.txt", "ontology/khabar.ttl", "shapes/core.ttl"} <= names
    assert not [name for name in names if "node_modules" in name or ".venv" in name]


def test_the_main_job_from_another_directory(installed: tuple[Path, Path, dict[str, str]]) -> None:
    scripts, elsewhere, env = installed
    sample = ROOT / "tests" / "sample" / "baghuz.txt"
    run(scripts / "khabar", "build", sample, "--published", "2019-02-11", "-o", "graph.ttl", cwd=elsewhere, env=env)
    graph = elsewhere / "graph.ttl"
    assert graph.read_bytes() == (ROOT / "output" / "sample.ttl").read_bytes()
    assert "Conforms" in run(scripts / "khabar", "validate", "graph.ttl", "--source", sample, cwd=elsewhere, env=env)
    assert run(scripts / "khabar", "query", "graph.ttl", "timeline", "--format", "csv", cwd=elsewhere, env=env)
    assert "khabar " in run(scripts / "khabar", "--version", cwd=elsewhere, env=env)


def test_the_library_and_its_data_are_found(installed: tuple[Path, Path, dict[str, str]]) -> None:
    scripts, elsewhere, env = installed
    script = (
        "import khabar, khabar.resources as r\n"
        "files = [*r.ontology_files(), *r.shape_files(), *r.question_files()]\n"
        "assert len(files) > 15 and all('site-packages' in str(f) and f.is_file() for f in files), files\n"
        "assert khabar.build('مرحبا').verdict.conforms\n"
    )
    run(scripts / "python", "-c", script, cwd=elsewhere, env=env)


def test_its_types_are_seen(installed: tuple[Path, Path, dict[str, str]]) -> None:
    scripts, elsewhere, env = installed
    (elsewhere / "user.py").write_text(
        "import khabar\n\n"
        "source = khabar.read('article.txt')\n"
        "reveal_type(khabar.extract(source.text, source.metadata))\n"
        "khabar.write('no report', 'graph.ttl')\n",
        encoding="utf-8",
    )
    check = [sys.executable, "-m", "mypy", "--strict", "--python-executable", str(scripts / "python"), "user.py"]
    done = subprocess.run(check, cwd=elsewhere, env=env, capture_output=True, text=True)
    assert 'Revealed type is "khabar.model.Report"' in done.stdout, done.stdout + done.stderr
    assert "[arg-type]" in done.stdout and "Found 1 error in 1 file" in done.stdout, done.stdout


def test_a_missing_extra_is_named(installed: tuple[Path, Path, dict[str, str]]) -> None:
    scripts, elsewhere, env = installed
    (elsewhere / "page.html").write_text("<html><body><p>مرحبا بكم</p></body></html>", encoding="utf-8")
    command = [str(scripts / "khabar"), "build", "page.html"]
    done = subprocess.run(command, cwd=elsewhere, env=env, capture_output=True, text=True)
    assert done.returncode == 2
    assert "html" in done.stderr and "install" in done.stderr and "Traceback" not in done.stderr
