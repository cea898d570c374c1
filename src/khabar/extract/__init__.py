"""From a text to a report. An extractor is anything that takes a text and its metadata and returns a ``Report``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol

from khabar.language import load_language
from khabar.model import Metadata, Report

if TYPE_CHECKING:
    from khabar.resolve.assembly import Assembler

__all__ = ["EXTRACTORS", "Extractor", "extract"]


class Extractor(Protocol):
    """Reads one article. Offsets in the report are code points into ``text`` exactly as given."""

    def __call__(self, text: str, metadata: Metadata) -> Report:
        """Return what ``text`` reports."""
        ...


@cache
def _assembler(language: str | Path) -> Assembler:
    from khabar.resolve.assembly import Assembler

    return Assembler(load_language(language))


def extract_by_rules(text: str, metadata: Metadata, *, language: str | Path = "ar") -> Report:
    """Extract with a language's lexicon and grammar; ``language`` is a shipped code or a folder.

    Raises ``LanguageError`` where the language's folder is missing or broken.
    """
    return _assembler(language).report(text, metadata)


EXTRACTORS: Mapping[str, Callable[..., Report]] = MappingProxyType({"rules": extract_by_rules})
"""The extractors by name. A new one is one module and one line here."""


def extract(
    text: str, metadata: Metadata | None = None, *, language: str | Path = "ar", extractor: str = "rules"
) -> Report:
    """Read one article's text into a :class:`~khabar.model.Report`.

    A text without any report in it gives a valid report without claims. What the metadata leave blank is unknown.
    """
    known = metadata or Metadata()
    fields = ("title", "author", "outlet", "language", "url")
    blank = {name: None for name in fields if (value := getattr(known, name)) is not None and not value.strip()}
    return EXTRACTORS[extractor](text, replace(known, **blank) if blank else known, language=language)
