"""What all tests share: the repository's places and ``--update-golden``."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
sys.path.insert(0, str(ROOT / "tests"))  # for `from support.sample import …`
pytest.register_assert_rewrite("support.tables")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="rewrite the golden files with what the code gives now"
    )


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository's top directory."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """``../shared``; the test is skipped where it is missing."""
    if not SHARED.is_dir():
        pytest.skip("../shared is not here")
    return SHARED


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """A function that compares a text with a golden file byte for byte, or writes the file with ``--update-golden``."""
    update = bool(request.config.getoption("--update-golden"))

    def check(path: Path, text: str) -> None:
        if update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")
            return
        assert path.is_file(), f"{path.name} is missing: run pytest with --update-golden and review it"
        assert text == path.read_bytes().decode("utf-8"), f"differs from {path.name}"

    return check
