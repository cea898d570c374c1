"""A small invented article and its report, built by hand, that uses every part of the model."""

from __future__ import annotations

import hashlib
from datetime import date

from khabar.model import (
    Actor,
    Article,
    Claim,
    ClaimRelation,
    Event,
    Evidence,
    Metadata,
    Place,
    Relation,
    Report,
    Span,
    Toll,
    When,
)

TEXT = (
    "صحيفة النبأ – قالت مصادر محلية إن طائرات قصفت سوق بلدة الزهراء أمس الأحد، ما أدى إلى مقتل نحو 50 مدنياً"
    " بينهم 5 أطفال وإصابة عشرات.\n"
    "ونفى جيش الجبل بقيادة سالم مقتل مدنيين، وقال إن «الغارة» أصابت رتلاً في 29 كانون الثاني.\n"
    "وأضافت المصادر المحلية أن مئات نزحوا.\n"
)


def evidence(words: str, nth: int = 1, text: str = TEXT) -> tuple[Evidence, ...]:
    """The ``nth`` place where words stand in the text."""
    start = -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return (Evidence(Span(start, start + len(words)), words),)


def sample(text: str = TEXT) -> Report:
    """Return the report of the text, or of an edited version of it that keeps the quoted words."""

    def at(words: str, nth: int = 1) -> tuple[Evidence, ...]:
        return evidence(words, nth, text)

    actors = (
        Actor("A1", "MediaOutlet", ("صحيفة النبأ",), at("صحيفة النبأ"), "test.outlet"),
        Actor(
            "A2",
            "UnnamedSource",
            ("مصادر محلية", "المصادر المحلية"),
            at("مصادر محلية") + at("المصادر المحلية"),
            "test.source",
        ),
        Actor(
            "A3",
            "ArmedForce",
            ("جيش الجبل",),
            at("جيش الجبل"),
            "test.lexicon",
            ref="mountain-army",
            label_en="Mountain Army",
            same_as=("http://www.wikidata.org/entity/Q1",),
        ),
        Actor("A4", "Person", ("سالم",), at("سالم"), "test.person"),
    )
    places = (
        Place(
            "P1",
            "town",
            ("الزهراء",),
            at("الزهراء"),
            "test.gazetteer",
            ("P2",),
            "zahra",
            "Zahra",
            35.5,
            36.25,
            "point",
            country="SY",
            identifiers=("pcode:SY0000",),
        ),
        Place("P2", "governorate", ("الجبل",), at("الجبل"), "test.gazetteer"),
        Place("P3", "facility", ("سوق بلدة الزهراء",), at("سوق بلدة الزهراء"), "test.facility", ("P1",)),
    )
    events = (
        Event(
            "E1",
            ("AirStrike",),
            at("طائرات قصفت"),
            "test.event",
            (),
            ("P3",),
            ("P3", "P1"),
            When(date(2019, 2, 10), date(2019, 2, 10), ("أمس الأحد",)),
            ("aerial bomb",),
        ),
        Event(
            "E2",
            ("AirStrike", "Other"),
            at("الغارة"),
            "test.event",
            ("A3",),
            when=When(words=("29 كانون الثاني",), partial="--01-29"),
        ),
        Event("E3", ("Displacement",), at("نزحوا"), "test.event", when=When(latest=date(2019, 2, 11))),
    )
    killed = Toll(
        "T1", "Killed", 50, 50, "نحو 50", at("مقتل نحو 50 مدنياً"), "test.toll", approximate=True, victims="civilians"
    )
    claims = (
        Claim(
            "C1",
            "A2",
            "Preliminary",
            at("طائرات قصفت سوق بلدة الزهراء"),
            "test.claim",
            ("E1",),
            (
                killed,
                Toll("T2", "Killed", 5, 5, "5 أطفال", at("5 أطفال"), "test.toll", victims="children", part_of="T1"),
                Toll(
                    "T3",
                    "Injured",
                    20,
                    99,
                    "عشرات",
                    at("عشرات"),
                    "test.toll",
                    victims="bystanders",
                    includes=("women",),
                ),
            ),
            ("A1",),
        ),
        Claim(
            "C2",
            "A3",
            "Denied",
            at("مقتل مدنيين"),
            "test.claim",
            ("E1", "E2"),
            (Toll("T4", "Destroyed", None, 3, "رتلاً", at("رتلاً"), "test.toll", of="A3"),),
        ),
        Claim(
            "C3",
            "article",
            "Asserted",
            at("مئات نزحوا"),
            "test.claim",
            ("E3",),
            (Toll("T5", "Displaced", 200, 999, "مئات", at("مئات"), "test.toll"),),
        ),
    )
    return Report(
        Article(
            len(text),
            hashlib.sha256(text.encode()).hexdigest(),
            "sample",
            Metadata(
                'أخبار "النبأ"', None, "صحيفة النبأ", date(2019, 2, 11), "ar", "https://example.org/news/1?a=b&c=د"
            ),
            "A1",
            None,
            "P1",
        ),
        actors,
        places,
        events,
        claims,
        (
            Relation("ledBy", "A3", "A4", at("بقيادة سالم"), "test.relation"),
            Relation("controlledBy", "P2", "A3", at("جيش الجبل"), "test.relation"),
        ),
        (
            ClaimRelation("denies", "C2", "C1", "test.denies"),
            ClaimRelation("contradicts", "C2", "C1", "test.contradicts"),
        ),
        version="1.2",
        rules_version="abc",
    )
