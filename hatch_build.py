"""Compiles what leads from a text to a report with mypyc, for a wheel of one platform; off unless it is asked for.

``HATCH_BUILD_HOOKS_ENABLE=1 pip install .`` asks for it; a C compiler is needed then, and takes two minutes. Nothing is
written into the source tree, and the Python modules stay in the wheel beside what was compiled of them.
"""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledHook(BuildHookInterface):  # type: ignore[type-arg]  # its parameter is a type of hatchling's inside
    """Adds compiled modules to the wheel."""

    def __init__(self, *arguments: Any, **settings: Any) -> None:
        super().__init__(*arguments, **settings)
        self._folder: Path | None = None

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the modules that ``modules`` of the hook's settings match; an editable install stays as it is."""
        if version != "standard":
            return
        self._folder = Path(tempfile.mkdtemp(prefix="khabar-"))
        for path in compiled(Path(self.root) / "src", self.config["modules"], self._folder):
            build_data["force_include"][str(path)] = path.relative_to(self._folder / "lib").as_posix()
        build_data["pure_python"] = False
        build_data["infer_tag"] = True

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove what only the build needed."""
        if self._folder is not None:
            shutil.rmtree(self._folder)


def compiled(source: Path, patterns: list[str], folder: Path) -> list[Path]:
    """Compile modules of a source tree; the libraries come to lie in ``folder/lib`` as they will in the wheel."""
    from mypyc.build import mypycify
    from setuptools import Distribution
    from setuptools.command.build_ext import build_ext

    modules = sorted({p.relative_to(source).as_posix() for pattern in patterns for p in source.glob(pattern)})
    settings = ["--strict", "--explicit-package-bases", "--config-file=", f"--cache-dir={folder / 'cache'}"]
    with contextlib.chdir(source):
        # more than -O1 costs a third more time to build, and gains nothing that could be measured
        extensions = mypycify(
            [*settings, *modules], opt_level="1", debug_level="0", multi_file=True, group_name="khabar",
            target_dir=str(folder / "c"),
        )  # fmt: skip
        command = build_ext(Distribution({"name": "khabar", "ext_modules": extensions}))
        command.build_lib, command.build_temp = str(folder / "lib"), str(folder / "temp")
        command.ensure_finalized()
        command.run()
    return sorted(path for path in (folder / "lib").rglob("*") if path.is_file())
