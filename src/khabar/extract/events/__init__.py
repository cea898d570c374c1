"""Happenings: the words that tell of them, who did what to whom, and where.

A sentence is cut into ``clauses``; the ``triggers`` of a clause are joined where they tell of one happening
(``grouping``), each name beside them is given a role (``roles``, by the wordings in ``parts``), and ``kinds`` tells the
types and whether it came about at all. ``finder`` runs these in order; each layer knows only those before it.
"""

from __future__ import annotations

from khabar.extract.events.finder import EventFinder
from khabar.extract.events.words import ATTACKS, LOCAL, MUTUAL, EventMention, families

__all__ = ["ATTACKS", "LOCAL", "MUTUAL", "EventFinder", "EventMention", "families"]
