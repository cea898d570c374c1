"""The errors that Khabar raises: few, narrow, each saying what to do."""

from __future__ import annotations

__all__ = ["GraphError", "InputError", "KhabarError", "LanguageError", "OutputError", "StoreError", "ValidationError"]


class KhabarError(Exception):
    """Base of every error a caller may want to catch."""


class InputError(KhabarError):
    """The input could not be read as an article: what, where, and what to do about it."""


class GraphError(KhabarError):
    """A graph file could not be read, or is not one of ours."""


class OutputError(KhabarError):
    """The output could not be written; nothing was left half-written."""


class ValidationError(KhabarError):
    """The graph violates the shapes."""


class LanguageError(KhabarError):
    """A language pack is missing or malformed: names the file and the entry."""


class StoreError(KhabarError):
    """A triple store refused, failed or could not be reached."""
