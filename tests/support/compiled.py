"""The compiled build, as ``make compiled`` makes it; kept in ``build/`` for ``make bench`` until a source changes."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
KEPT = ROOT / "build" / "compiled"


def compiler() -> str | None:
    """The C compiler that this Python's own extensions are built with, or the system's, if there is one."""
    named = os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc"
    return shutil.which(named.split()[0]) or shutil.which("cc")


def build(folder: Path) -> Path:
    """Build the compiled wheel into a folder, in an environment of what a build asks for, as pip does; two minutes."""
    command = [sys.executable, "-m", "build", "--wheel", "--outdir", str(folder), str(ROOT)]
    environment = {**os.environ, "KHABAR_COMPILE": "1"}
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode:
        raise RuntimeError(f"the compiled wheel cannot be built:\n{done.stdout[-4000:]}")
    (wheel,) = folder.glob("*.whl")
    return wheel


def unpacked() -> Path:
    """A folder to put on PYTHONPATH, with the compiled package as its sources are now; built where it is not there."""
    digest = hashlib.sha256(sys.version.encode())
    sources = (p for p in (ROOT / "src" / "khabar").rglob("*") if p.suffix in (".py", ".csv", ".toml"))
    for path in (ROOT / "pyproject.toml", ROOT / "hatch_build.py", *sorted(sources)):
        digest.update(path.read_bytes())
    folder = KEPT / digest.hexdigest()[:16]
    if not folder.is_dir():
        shutil.rmtree(KEPT, ignore_errors=True)
        wheel = build(KEPT / "wheel")
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(KEPT / "half")
        (KEPT / "half").rename(folder)
    return folder
