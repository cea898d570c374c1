"""SHACL engines for corpora: a fast one says whether a graph conforms, pySHACL says what is wrong.

pySHACL is the reference. A faster engine is asked one question only: is there any violation? Where it answers yes, or
cannot answer, pySHACL judges the graph again, so that a report never depends on the engine. What is left to trust is
that a fast engine overlooks nothing; a property test compares all engines over a thousand mutated graphs.

Only ``shapes/core.ttl`` is run: advice cannot make a graph fail.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from khabar.errors import ValidationError
from khabar.resources import shape_files

if TYPE_CHECKING:
    import rdflib

__all__ = ["AUTO", "ENGINES", "Conforms", "Engine", "choose_engine"]

Conforms = Callable[[str, "Callable[[], rdflib.Graph]"], bool]
"""Takes a graph as N-Triples, and as a function that makes it an ``rdflib.Graph``; says whether it has no violation."""

AUTO = "auto"
"""Stands for the fastest engine that is installed."""


@dataclass(frozen=True, slots=True)
class Engine:
    """A SHACL engine: its name, the module it needs, the package to install, and how to get a checker from it."""

    name: str
    module: str
    package: str
    load: Callable[[], Conforms]

    @property
    def installed(self) -> bool:
        """Whether its module can be found."""
        return importlib.util.find_spec(self.module) is not None


def _shapes_text() -> str:
    return shape_files()[0].read_text(encoding="utf-8")


def _rust() -> Conforms:
    """The compiled engine of the package ``shacl``: text in, no rdflib."""
    import shacl

    shapes = shacl.Shapes.from_text(_shapes_text(), "turtle")

    def conforms(ntriples: str, graph: Callable[[], rdflib.Graph]) -> bool:
        # advice is left out of the shapes, and without it every result is a violation: one is enough
        return bool(shapes.validate_text(ntriples, "ntriples", max_results=1).conforms)

    return conforms


def _turbo() -> Conforms:
    """``pyshacl-turbo``: pySHACL's interface, compiled shapes."""
    import pyshacl_turbo
    import rdflib

    shapes = rdflib.Graph().parse(shape_files()[0], format="turtle")

    def conforms(ntriples: str, graph: Callable[[], rdflib.Graph]) -> bool:
        return bool(pyshacl_turbo.validate(graph(), shacl_graph=shapes, inference="none", advanced=False)[0])

    return conforms


def _reference() -> Conforms:
    """pySHACL, as ``khabar.validate`` runs it."""
    from khabar.validate import validate

    def conforms(ntriples: str, graph: Callable[[], rdflib.Graph]) -> bool:
        return validate(graph()).conforms

    return conforms


ENGINES: Mapping[str, Engine] = MappingProxyType({
    "rust": Engine("rust", "shacl", "shacl", _rust),
    "turbo": Engine("turbo", "pyshacl_turbo", "pyshacl-turbo", _turbo),
    "pyshacl": Engine("pyshacl", "pyshacl", "pyshacl", _reference),
})  # fmt: skip
"""The engines by name, the fastest first."""


def choose_engine(name: str = AUTO) -> str:
    """Return the name of an installed engine: the one asked for, or for ``auto`` the fastest.

    Raises ``ValidationError`` if there is none of that name or it is not installed.
    """
    if name == AUTO:
        return next(engine.name for engine in ENGINES.values() if engine.installed)
    engine = ENGINES.get(name)
    if engine is None:
        raise ValidationError(f"unknown SHACL engine {name!r}; use one of {AUTO}, {', '.join(ENGINES)}")
    if not engine.installed:
        raise ValidationError(f"the SHACL engine {name!r} is not installed; run: pip install {engine.package}")
    return name


@cache
def checker(name: str) -> Conforms:
    """Return an engine's checker, its shapes parsed once in a process; raises what ``choose_engine`` raises."""
    return ENGINES[choose_engine(name)].load()
