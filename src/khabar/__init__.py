"""Khabar reads news of conflict and exports who says what, where and when as RDF.

>>> import khabar
>>> source = khabar.read("article.txt")  # doctest: +SKIP
>>> report = khabar.extract(source.text, source.metadata)  # doctest: +SKIP
>>> verdict = khabar.validate(khabar.to_graph(report))  # doctest: +SKIP
>>> khabar.write(report, "article.ttl")  # doctest: +SKIP

Everything is loaded when first used: ``import khabar`` costs next to nothing.
"""

from __future__ import annotations

import importlib
import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from khabar.errors import KhabarError as KhabarError
    from khabar.extract import extract as extract
    from khabar.model import Metadata as Metadata
    from khabar.model import Report as Report
    from khabar.pipeline import build as build
    from khabar.pipeline import to_graph as to_graph
    from khabar.pipeline import write as write
    from khabar.read import Source as Source
    from khabar.read import read as read
    from khabar.validate import validate as validate

    __version__: str

_API = {
    "KhabarError": "khabar.errors",
    "Metadata": "khabar.model",
    "Report": "khabar.model",
    "Source": "khabar.read",
    "build": "khabar.pipeline",
    "extract": "khabar.extract",
    "read": "khabar.read",
    "to_graph": "khabar.pipeline",
    "validate": "khabar.validate",
    "write": "khabar.pipeline",
}
__all__ = [
    "KhabarError",
    "Metadata",
    "Report",
    "Source",
    "__version__",
    "build",
    "extract",
    "read",
    "to_graph",
    "validate",
    "write",
]


class _Package(ModuleType):
    """The package itself: ``khabar.read`` stays the function once the submodule ``khabar.read`` has been imported."""

    def __setattr__(self, name: str, value: object) -> None:
        if name in _API and isinstance(value, ModuleType):
            return  # the import system binding a submodule; ``from khabar.read import …`` does not need it
        super().__setattr__(name, value)


def __getattr__(name: str) -> Any:
    """Load a part of the public interface when it is first asked for."""
    if name in _API:
        value = getattr(importlib.import_module(_API[name]), name)
    elif name == "__version__":
        from importlib.metadata import version

        value = version("khabar")
    else:
        raise AttributeError(f"module 'khabar' has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)


sys.modules[__name__].__class__ = _Package
