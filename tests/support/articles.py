"""Invented articles by number, for tests of many: other numbers, other reports, and no reprints of one another."""

from __future__ import annotations

import json
import random

__all__ = ["line", "text"]

TOWNS = ("الباغوز", "إدلب", "درعا", "حلب", "الرقة", "منبج", "عفرين", "سراقب", "دوما", "تدمر")
NUMBERS = ("ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة")


def text(number: int) -> str:
    """An invented article; different numbers give texts that are no reprints of one another."""
    chance = random.Random(number)  # noqa: S311
    town, other = chance.sample(TOWNS, 2)
    killed, hurt = chance.choice(NUMBERS), chance.choice(NUMBERS)
    pieces = [
        f"قالت مصادر محلية إن طائرات حربية قصفت بلدة {town} أمس ما أدى إلى مقتل {killed} مدنيين",
        f"وأضافت المصادر أن {hurt} أشخاص أصيبوا بجروح في قصف مدفعي على أطراف {other}",
        f"ونفى متحدث عسكري في {other} وقوع أي غارة على المنطقة خلال الأيام الماضية رقم {number}",
        f"وذكرت وكالة محلية أن مئات العائلات نزحت من {town} نحو الحدود بعد تجدد الاشتباكات {number * 7}",
        f"وأكد ناشطون من {other} أن القصف دمر مدرسة ومنازل وأوقع ضحايا بينهم نساء وأطفال {number * 13}",
    ]
    chance.shuffle(pieces)
    return ". ".join(pieces) + ".\n"


def line(number: int, **more: str) -> str:
    known = {"published": f"2019-02-{number % 27 + 1:02}", "url": f"https://example.org/{number}"}
    return json.dumps({"text": text(number), **known, **more}, ensure_ascii=False)
