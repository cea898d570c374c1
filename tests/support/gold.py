"""Gold annotations (``NAME.gold.json``, format of the guidelines) as ``Report`` values."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from pathlib import Path
from typing import Any

from khabar.model import ARTICLE, Actor, Article, Claim, Event, Evidence, Metadata, Place, Report, Span, Toll, When

RULE = "gold"


def read_gold(gold: Path, text: Path) -> Report:
    """Read one annotated article."""
    return to_report(json.loads(gold.read_text(encoding="utf-8")), text.read_bytes().decode("utf-8"))


def to_report(gold: dict[str, Any], text: str) -> Report:
    """Return the annotation as a report; evidence is the first place where a name or quote stands in the text."""
    meta = gold["meta"]
    published = date.fromisoformat(meta["published"]) if meta.get("published") else None

    def find(*words: str) -> tuple[Evidence, ...]:
        for word in words:
            start = text.find(word) if word else -1
            if start >= 0:
                return (Evidence(Span(start, start + len(word)), word),)
        return (Evidence(Span(0, 1), text[0]),)

    actors = [Actor(a["id"], a["type"], tuple(a["names"]), find(*a["names"]), RULE) for a in gold["actors"]]
    outlet = next((a.id for a in actors if meta.get("outlet") in a.names), None)
    if outlet is None and meta.get("outlet"):
        actors.append(Actor("OUTLET", "MediaOutlet", (meta["outlet"],), (), RULE))
        outlet = "OUTLET"
    author = next((a.id for a in actors if meta.get("author") in a.names), None)
    places = tuple(
        Place(p["id"], p["type"], tuple(p["names"]), find(*p["names"]), RULE, within=tuple(p.get("within", ())))
        for p in gold["places"]
    )

    def day(value: str | None) -> date | None:
        return date.fromisoformat(value) if value else None

    events = tuple(
        Event(
            e["id"], tuple(e["types"]), find(e.get("quote", "")), RULE, tuple(e["agents"]), tuple(e["targets"]),
            tuple(e["places"]), When(day(e.get("from")), day(e.get("to"))),
        )
        for e in gold["events"]
    )  # fmt: skip

    def claim(c: dict[str, Any]) -> Claim:
        evidence = find(c.get("quote", ""))
        tolls = tuple(
            Toll(
                f"{c['id']}T{number}", _upper(t["outcome"]), t["min"], t["max"], "", evidence, RULE,
                victims=t.get("victims"), of=t.get("of"), includes=tuple(t.get("includes", ())),
            )
            for number, t in enumerate(c["tolls"])
        )  # fmt: skip
        claimant = c["claimant"]
        if claimant == "OUTLET":
            claimant = outlet or ARTICLE
        return Claim(
            c["id"], claimant, _upper(c["modality"]), evidence, RULE, tuple(c["events"]), tolls, tuple(c.get("via", ()))
        )

    article = Article(
        len(text), hashlib.sha256(text.encode()).hexdigest(), f"{meta.get('outlet')}|{published}|{text[:80]}",
        Metadata(None, meta.get("author"), meta.get("outlet"), published, meta.get("language"), meta.get("url")),
        outlet, author,
    )  # fmt: skip
    return Report(article, tuple(actors), places, events, tuple(map(claim, gold["claims"])))


def _upper(name: str) -> str:
    return name[:1].upper() + name[1:]
