"""Tables of ``[phenomenon, text, expected]``: one test for each row, and the rows that are not yet read rightly.

A row that begins to hold must be moved out of the gaps: they fail strictly.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date

import pytest

from khabar.model import Metadata

__all__ = ["PUBLISHED", "Row", "table_tests"]

Row = tuple[str, str, list[str]]
Compare = Callable[[Row], tuple[list[str], list[str]]]
"""What is found in a row's text, and what is expected."""

PUBLISHED = Metadata(published=date(2024, 3, 5))
"""When the texts of the tables are supposed to have been published: a Tuesday."""


def table_tests(
    rows: Sequence[Row], gaps: Sequence[Row], compare: Compare
) -> tuple[Callable[[Row], None], Callable[[Row], None], Callable[[], None]]:
    """Tests of the rows that hold, of those that are known to fail, and that no text stands in two rows."""

    @pytest.mark.parametrize("row", rows, ids=[f"{number:03d} {row[0]}" for number, row in enumerate(rows, 1)])
    def test_rows(row: Row) -> None:
        found, expected = compare(row)
        assert found == expected

    failing = [pytest.param(row, marks=pytest.mark.xfail(strict=True, reason=row[0]), id=row[1][:40]) for row in gaps]

    @pytest.mark.parametrize("row", failing)
    def test_known_gaps(row: Row) -> None:
        found, expected = compare(row)
        assert found == expected

    def test_rows_are_distinct() -> None:
        counts = Counter(row[1] for row in (*rows, *gaps))
        assert not [text for text, count in counts.items() if count > 1]

    return test_rows, test_known_gaps, test_rows_are_distinct
