"""Tables of ``[phenomenon, text, expected]``: one test for each row, and the rows that are not yet read rightly.

A row that begins to hold must be moved out of the gaps: they fail strictly.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

import pytest

from khabar.model import Metadata

__all__ = ["PUBLISHED", "Row", "gaps", "repeated", "rows"]

Row = tuple[str, str, list[str]]

PUBLISHED = Metadata(published=date(2024, 3, 5))
"""When the texts of the tables are supposed to have been published: a Tuesday."""


def rows(table: Sequence[Row]) -> pytest.MarkDecorator:
    """A test for each row, known by its number and its phenomenon."""
    return pytest.mark.parametrize("row", table, ids=[f"{number:03d} {row[0]}" for number, row in enumerate(table, 1)])


def gaps(table: Sequence[Row]) -> pytest.MarkDecorator:
    """The same for rows that are known to fail."""
    failing = [pytest.param(row, marks=pytest.mark.xfail(strict=True, reason=row[0]), id=row[1][:40]) for row in table]
    return pytest.mark.parametrize("row", failing)


def repeated(*tables: Sequence[Row]) -> list[str]:
    """The texts that stand in more than one row."""
    counts = Counter(row[1] for table in tables for row in table)
    return [text for text, count in counts.items() if count > 1]
