"""What decides, beside the articles themselves, what a corpus comes to; and the key under which work is remembered."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass, field, fields
from functools import cache
from pathlib import Path

from khabar.model import Metadata
from khabar.rdf.terms import DEFAULT_BASE
from khabar.read import DEFAULT_MAX_SIZE
from khabar.resources import ontology_files, shape_files

__all__ = ["Settings", "code_digest", "software_digest"]


@dataclass(frozen=True, slots=True)
class Settings:
    """How articles are read and written; picklable, since every worker process gets a copy."""

    format: str = "nquads"
    """Name of the RDF format in which each article is written."""
    base: str = DEFAULT_BASE
    metadata: Metadata = field(default_factory=Metadata)
    """What overrides the metadata of every article."""
    encoding: str | None = None
    max_size: int = DEFAULT_MAX_SIZE
    input_format: str | None = None
    force: bool = False
    """Whether graphs that violate the shapes are written all the same."""
    engine: str = "pyshacl"
    """Name of the SHACL engine; it decides how fast, never what comes out, and so is no part of the fingerprint."""
    language: str = "ar"
    """The language's code, or the folder that its data were sent to; the fingerprint has the data themselves."""

    def fingerprint(self) -> str:
        """Return a digest of all that decides an article's bytes: these settings and the software itself."""
        values = {
            "format": self.format, "base": self.base, "encoding": self.encoding, "max_size": self.max_size,
            "input_format": self.input_format, "force": self.force,
            "metadata": {item.name: str(getattr(self.metadata, item.name)) for item in fields(self.metadata)},
            "software": software_digest(),
        }  # fmt: skip
        return hashlib.sha256(json.dumps(values, sort_keys=True).encode()).hexdigest()


@cache
def software_digest() -> str:
    """Return a digest over everything that turns a text into a graph: code, language data, ontology, shapes.

    A version number would not do: a lexicon that a user has edited must not bring back what the old one gave.
    """
    return _digest([*_files(".py", ".toml", ".csv"), *ontology_files(), *shape_files()])


@cache
def code_digest() -> str:
    """Return a digest over the code alone; two installations with the same do the same with the same data."""
    return _digest(_files(".py"))


def _files(*suffixes: str) -> list[Path]:
    package = Path(__file__).resolve().parents[1]
    aside = {"corpus", "commands", "tools", "incidents", "stores", "node_modules"}
    found = []
    for folder, directories, names in os.walk(package):
        directories[:] = [name for name in directories if name not in aside]
        found += [Path(folder, name) for name in names if name.endswith(suffixes)]
    return [*found, Path(__file__).with_name("work.py")]


def _digest(files: list[Path]) -> str:
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
