"""Names of actors and places: those of the dictionaries, and patterns for those never listed.

A name is found by what stands at it: a dictionary entry; a generic head with what follows ("town of X", "brigade X",
"X network for Y"); a title or a verb of speech before a given name; a noun for an unnamed source with what
restricts it. A place so named is then found by its bare name too.
The words come from the language's folder; these modules know classes and word order only.
"""

from __future__ import annotations

from khabar.extract.names.finder import NameFinder
from khabar.extract.names.repeats import Repeats

__all__ = ["NameFinder", "Repeats"]
