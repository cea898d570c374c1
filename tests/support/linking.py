"""The development set of the linker as articles with marked mentions, and the scores of a clustering."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

__all__ = ["Marked", "b_cubed", "pairwise", "read_marked"]

_MARK = re.compile(r"\[\[(\w+):([^\]]*)\]\]")


@dataclass(frozen=True)
class Marked:
    """An article and the words in it that tell of named incidents."""

    outlet: str
    published: date
    text: str
    mentions: tuple[tuple[str, int, int], ...]
    """Name of the incident, start and end of the words in the text."""


def read_marked(path: Path) -> list[Marked]:
    """Read the articles of a file; the words of a mark are part of the text."""
    found = []
    for block in path.read_text(encoding="utf-8").split("\n## ")[1:]:
        head, _, body = block.partition("\n")
        outlet, day = (part.strip() for part in head.split("|"))
        text, mentions, last = "", [], 0
        body = body.strip() + "\n"
        for match in _MARK.finditer(body):
            text += body[last : match.start()]
            words = match[2]
            start = len(text)
            text += words
            mentions.append((match[1], start, len(text)))
            last = match.end()
        found.append(Marked(outlet, date.fromisoformat(day), text + body[last:], tuple(mentions)))
    return found


def _groups(clusters: Mapping[Hashable, Hashable]) -> dict[Hashable, set[Hashable]]:
    found: dict[Hashable, set[Hashable]] = defaultdict(set)
    for item, cluster in clusters.items():
        found[cluster].add(item)
    return found


def b_cubed(gold: Mapping[Hashable, Hashable], predicted: Mapping[Hashable, Hashable]) -> tuple[float, float, float]:
    """Return B³ precision, recall and F1 (Bagga and Baldwin, 1998) of two clusterings of the same items."""
    ours, theirs = _groups(predicted), _groups(gold)
    precision = sum(len(ours[predicted[i]] & theirs[gold[i]]) / len(ours[predicted[i]]) for i in gold) / len(gold)
    recall = sum(len(ours[predicted[i]] & theirs[gold[i]]) / len(theirs[gold[i]]) for i in gold) / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


def pairwise(gold: Mapping[Hashable, Hashable], predicted: Mapping[Hashable, Hashable]) -> tuple[float, float, float]:
    """Return precision, recall and F1 over pairs of items that are in one cluster."""
    items = list(gold)
    pairs = [(a, b) for n, a in enumerate(items) for b in items[n + 1 :]]
    right = {pair for pair in pairs if gold[pair[0]] == gold[pair[1]]}
    found = {pair for pair in pairs if predicted[pair[0]] == predicted[pair[1]]}
    both = len(right & found)
    precision, recall = both / max(1, len(found)), both / max(1, len(right))
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)
