"""A fresh environment with one wheel in it, as a user has it."""

from __future__ import annotations

import os
import subprocess
import venv
from pathlib import Path


def clean(home: Path) -> dict[str, str]:
    """The environment of a user who has nothing of ours: another home, no Python settings."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "VIRTUAL_ENV", "KHABAR"))}
    return {**kept, "HOME": str(home), "PYTHONUTF8": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}


def run(*command: str | Path, cwd: Path, env: dict[str, str]) -> str:
    """Run a command, show what it said where it fails, and return its standard output."""
    done = subprocess.run([str(part) for part in command], cwd=cwd, env=env, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def install(wheel: Path, place: Path) -> Path:
    """The ``bin`` of a new environment in a folder, with a wheel and its dependencies only."""
    venv.create(place / "env", with_pip=True)
    scripts = place / "env" / "bin"
    run(scripts / "python", "-m", "pip", "install", "--quiet", wheel, cwd=place, env=clean(place))
    return scripts
