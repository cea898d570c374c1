"""Counted outcomes: who or what was counted, and which outcome governs the count.

A counted noun phrase is a quantity with a noun, a dual, one indefinite person, an indefinite plural, or a quantity
alone ("the wounding of six"). Its outcome is its own ("12 dead"), that of the nearest governor to its left (verb,
verbal noun, "the number of the dead … to"), that of a verb to its right ("ten civilians were killed"), or that of the
phrase it is coordinated with. Parts ("among them five children") belong to the total before them.
"""

from __future__ import annotations

from khabar.extract.tolls.finder import TollFinder
from khabar.extract.tolls.words import HUMAN, Counted

__all__ = ["HUMAN", "Counted", "TollFinder"]
