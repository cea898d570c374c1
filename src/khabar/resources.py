"""Where the files that ship beside the code stand: ``ontology/`` and ``shapes/``.

Inside a wheel they are ``khabar/ontology`` and ``khabar/shapes``; in a checkout they stand at the top level.
"""

from __future__ import annotations

from pathlib import Path

from khabar.errors import KhabarError

__all__ = [
    "ONTOLOGY_FILES",
    "SHAPE_FILES",
    "ontology_files",
    "policy_files",
    "question_files",
    "resource_directory",
    "shape_files",
    "use_directory",
]

ONTOLOGY_FILES: tuple[str, ...] = ("khabar.ttl", "concepts.ttl", "alignments.ttl")
SHAPE_FILES: tuple[str, ...] = ("core.ttl", "advice.ttl")

_PACKAGE = Path(__file__).resolve().parent
_elsewhere: dict[str, Path] = {}


def use_directory(name: str, directory: Path) -> None:
    """Let ``resource_directory(name)`` be this one from now on: workers elsewhere take those of whoever sent them."""
    _elsewhere[name] = directory


def resource_directory(name: str) -> Path:
    """Return the directory ``name`` (``ontology`` or ``shapes``), from any working directory.

    Raises ``KhabarError`` if the installation lacks it.
    """
    if name in _elsewhere:
        return _elsewhere[name]
    for parent in (_PACKAGE, _PACKAGE.parents[1]):
        directory = parent / name
        if directory.is_dir():
            return directory
    raise KhabarError(f"the installation of khabar lacks its {name} directory; reinstall it")


def ontology_files() -> tuple[Path, ...]:
    """Return the ontology's Turtle files: terms, concept schemes, alignments."""
    directory = resource_directory("ontology")
    return tuple(directory / name for name in ONTOLOGY_FILES)


def shape_files() -> tuple[Path, ...]:
    """Return the Turtle files of the shapes: violations, advice."""
    directory = resource_directory("shapes")
    return tuple(directory / name for name in SHAPE_FILES)


def question_files() -> tuple[Path, ...]:
    """Return the bundled competency questions, by file name."""
    return tuple(sorted((resource_directory("ontology") / "questions").glob("*.rq")))


def policy_files() -> tuple[Path, ...]:
    """Return the bundled policies: queries that derive totals of incidents as casualty recorders do, by file name."""
    return tuple(sorted((resource_directory("ontology") / "policies").glob("*.rq")))
