"""Compiles what leads from a text to a report with mypyc, where a C compiler is found; takes a minute or two.

Where there is none, or it fails, the wheel is pure Python: it gives the same bytes, and takes twice the time.
``KHABAR_COMPILE=0`` compiles nothing; with ``KHABAR_COMPILE=1`` a failure ends the build. Nothing is written into the
source tree, and the Python modules stay in the wheel beside what was compiled of them.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
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
        wanted = os.environ.get("KHABAR_COMPILE", "")
        if version != "standard" or wanted == "0":
            return
        self._folder = Path(tempfile.mkdtemp(prefix="khabar-"))
        try:
            libraries = compiled(Path(self.root) / "src", self.config["modules"], self._folder)
        except (Exception, SystemExit) as error:  # mypyc exits where it cannot go on
            if wanted == "1":
                raise
            self.app.display_warning(f"nothing is compiled, khabar will be pure Python, and slower: {error}")
            return
        for path in libraries:
            build_data["force_include"][str(path)] = path.relative_to(self._folder / "lib").as_posix()
        build_data["pure_python"] = False
        build_data["infer_tag"] = True

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove what only the build needed."""
        if self._folder is not None:
            shutil.rmtree(self._folder)


PROBE = "#include <Python.h>\nPyMODINIT_FUNC PyInit_probe(void) { return NULL; }\n"


def compiled(source: Path, patterns: list[str], folder: Path) -> list[Path]:
    """Compile modules of a source tree; the libraries come to lie in ``folder/lib`` as they will in the wheel.

    Where nothing can be compiled, that is found out before mypyc begins, and what setuptools says of it is raised.
    """
    from mypyc.build import mypycify
    from setuptools import Distribution, Extension
    from setuptools.command.build_ext import build_ext

    class Parallel(build_ext):  # type: ignore[misc]  # setuptools comes without types
        """Compiles the sources of an extension side by side: nearly all of them belong to one."""

        def build_extensions(self) -> None:
            one = self.compiler.compile

            def many(sources: Sequence[str], **options: Any) -> list[str]:
                with ThreadPoolExecutor(os.cpu_count()) as pool:
                    return [name for names in pool.map(lambda path: one([path], **options), sources) for name in names]

            self.compiler.compile = many
            super().build_extensions()

    def build(extensions: list[Any], place: Path) -> None:
        command = Parallel(Distribution({"name": "khabar", "ext_modules": extensions}))
        command.build_lib, command.build_temp = str(place), str(folder / "temp")
        command.ensure_finalized()
        command.run()

    (folder / "probe.c").write_text(PROBE, encoding="ascii")
    modules = sorted({p.relative_to(source).as_posix() for pattern in patterns for p in source.glob(pattern)})
    # what else they import is looked at for its types only, and what Khabar depends on need not be there
    others = ["--follow-imports=silent", "--ignore-missing-imports"]
    settings = ["--strict", "--explicit-package-bases", *others, "--config-file=", f"--cache-dir={folder / 'cache'}"]
    with contextlib.chdir(source):
        build([Extension("probe", [str(folder / "probe.c")])], folder / "probe")
        # more than -O1 costs a third more time to build, and gains nothing that could be measured
        extensions = mypycify(
            [*settings, *modules], opt_level="1", debug_level="0", multi_file=True, group_name="khabar",
            target_dir=str(folder / "c"),
        )  # fmt: skip
        build(extensions, folder / "lib")
    return sorted(path for path in (folder / "lib").rglob("*") if path.is_file())
