"""Whatever an annotated article says, its graph conforms: nothing keeps one article out of a corpus."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest

import khabar
from khabar.model import Metadata

GOLD = Path(__file__).parents[1] / "gold"
ANNOTATIONS = sorted([*GOLD.glob("dev/*.gold.json"), *GOLD.glob("own/*.gold.json")])


def test_there_are_annotated_articles() -> None:
    assert len(ANNOTATIONS) == 54


@pytest.mark.parametrize("annotation", ANNOTATIONS, ids=lambda path: path.name.removesuffix(".gold.json"))
def test_the_graph_conforms(annotation: Path) -> None:
    text = Path(str(annotation).replace(".gold.json", ".txt")).read_text(encoding="utf-8")
    published = date.fromisoformat(json.loads(annotation.read_text(encoding="utf-8"))["meta"]["published"])
    report = khabar.extract(text, Metadata(published=published))
    verdict = khabar.validate(khabar.to_graph(report), source=text)
    assert verdict.conforms, [result.message for result in verdict.results]


@pytest.mark.parametrize("annotation", ANNOTATIONS, ids=lambda path: path.name.removesuffix(".gold.json"))
def test_sentences_may_break_off_and_begin_anywhere(annotation: Path) -> None:
    text = Path(str(annotation).replace(".gold.json", ".txt")).read_text(encoding="utf-8")
    for sentence in re.split(r"(?<=[.؟!])\s+|\n+", text):
        words = sentence.split()
        for piece in {" ".join(part) for k in range(len(words)) for part in (words[: k + 1], words[k:])}:
            for claim in khabar.extract(piece).claims:
                assert all(piece[e.span.start : e.span.end] == e.quote for e in claim.evidence), piece


def test_what_lies_ahead_is_expected() -> None:
    text = "وتنتهي عملية التسوية في محافظة طرطوس مساء الجمعة المقبل.\n"
    report = khabar.extract(text, Metadata(published=date(2024, 3, 5)))
    assert [claim.modality for claim in report.claims] == ["Expected"]
    assert [event.when.earliest for event in report.events] == [date(2024, 3, 8)]
