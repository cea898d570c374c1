"""The errors that Khabar raises: few, narrow, each saying what to do."""

from __future__ import annotations

import errno

__all__ = [
    "GraphError",
    "InputError",
    "KhabarError",
    "LanguageError",
    "OutputError",
    "StoreError",
    "ValidationError",
    "unreadable",
    "unwritable",
]


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


_TO_READ = {
    errno.ENOENT: "check the name",
    errno.EACCES: "you may not read it",
    errno.EISDIR: "name a file in it",
    errno.ELOOP: "it is a link to itself",
}
_TO_WRITE = {
    errno.ENOENT: "make its folder first",
    errno.ENOTDIR: "name a folder for it",
    errno.EACCES: "name a place where you may write",
    errno.EPERM: "name a place where you may write",
    errno.EROFS: "name a place where you may write",
    errno.ENOSPC: "make room, or name another place",
    errno.EDQUOT: "make room, or name another place",
    errno.ENAMETOOLONG: "give it a shorter name",
}


def _reason(error: OSError, advice: dict[int, str]) -> str:
    what = (error.strerror or str(error)).lower()
    return f"{what}; {advice[error.errno]}" if error.errno in advice else what


def unreadable(name: object, error: OSError, kind: type[KhabarError] = InputError) -> KhabarError:
    """The error that says why a file cannot be read, and what to do."""
    return kind(f"cannot read {name}: {_reason(error, _TO_READ)}")


def unwritable(name: object, error: OSError) -> OutputError:
    """The error that says why a file cannot be written, and what to do."""
    return OutputError(f"cannot write {name}: {_reason(error, _TO_WRITE)}")
