"""Events: tables of ``[phenomenon, text, expected]``; expected is one line per event.

A line is ``types by[agents] on[targets] at[places] dates``. Brackets are left out where they are empty, names inside
them are separated by semicolons, the dates are ``earliest..latest`` and left out where the text gives neither. The
incidents and the unlisted persons are invented.
"""

from __future__ import annotations

import re
from datetime import date

import pytest

from khabar.extract import extract
from khabar.model import Event, Metadata, Report

Row = tuple[str, str, list[str]]

PUBLISHED = Metadata(published=date(2024, 3, 5))
"""A Tuesday."""


def parse(line: str) -> str:
    """One expected line in the order ``show`` writes: types, by, on, at, dates; names sorted."""
    types, _, _ = line.partition(" ")
    words = ["+".join(sorted(types.split("+")))]
    for role in ("by", "on", "at"):
        inside = re.search(rf" {role}\[([^]]*)\]", line)
        if inside:
            words.append(f"{role}[{'; '.join(sorted(inside[1].split('; ')))}]")
    return " ".join([*words, *re.findall(r"\S+\.\.\S+", line)])


def show(report: Report, event: Event, wanted: frozenset[str]) -> str:
    names = {actor.id: actor.names for actor in report.actors} | {place.id: place.names for place in report.places}
    words = ["+".join(sorted(event.types))]
    for role, ids in (("by", event.agents), ("on", event.targets), ("at", event.places)):
        known = sorted(next((name for name in names[it] if name in wanted), names[it][0]) for it in ids)
        if known:
            words.append(f"{role}[{'; '.join(known)}]")
    if event.when.earliest or event.when.latest:
        words.append(f"{event.when.earliest}..{event.when.latest}")
    return " ".join(words)


def differences(row: Row) -> tuple[list[str], list[str]]:
    """What is found and what is expected, both sorted; an actor counts under any name the report knows it by."""
    wanted = frozenset(
        name for line in row[2] for inside in re.findall(r"\[([^]]*)\]", line) for name in inside.split("; ")
    )
    report = extract(row[1], PUBLISHED)
    return sorted(show(report, event, wanted) for event in report.events), sorted(map(parse, row[2]))


ROWS: list[Row] = [
    (
        "instrument",
        "قصفت قوات النظام بلدة كفرنبل بالمدفعية الثقيلة.",
        ["Shelling by[قوات النظام] at[كفرنبل]"],
    ),
    (
        "instrument",
        "استهدفت طائرة مسيّرة إسرائيلية سيارة في بلدة الناقورة أمس الاثنين.",
        ["AirStrike by[طائرة مسيرة إسرائيلية] at[الناقورة] 2024-03-04..2024-03-04"],
    ),
    (
        "instrument",
        "قصفت القوات الروسية مدينة دنيبرو بصواريخ باليستية فجر اليوم.",
        ["Shelling by[القوات الروسية] at[دنيبرو] 2024-03-05..2024-03-05"],
    ),
    (
        "instrument",
        "فجّر انتحاري نفسه عند مدخل مسجد في مدينة بيشاور.",
        ["SuicideAttack at[بيشاور]"],
    ),
    (
        "instrument",
        "انفجرت عبوة ناسفة بدورية للشرطة في مدينة بعقوبة.",
        ["Explosion on[الشرطة] at[بعقوبة]"],
    ),
    (
        "instrument",
        "انفجر لغم أرضي بسيارة مدنية في مديرية الدريهمي.",
        ["Explosion at[الدريهمي]"],
    ),
    (
        "instrument",
        "أطلق قناص من جماعة الحوثي النار على مدني في مدينة تعز.",
        ["Shooting by[جماعة الحوثي] at[تعز]"],
    ),
    (
        "instrument",
        "أعدم تنظيم داعش خمسة مدنيين رمياً بالرصاص في مدينة الرقة.",
        ["Shooting by[تنظيم داعش] at[الرقة]"],
    ),
    (
        "instrument",
        "تعرضت بلدة خان شيخون لهجوم بغاز السارين في 4 نيسان/أبريل 2017.",
        ["ChemicalAttack at[خان شيخون] 2017-04-04..2017-04-04"],
    ),
    (
        "instrument",
        "سقطت ثلاث قذائف هاون على حي جرمانا في دمشق.",
        ["Shelling at[جرمانا]"],
    ),
    (
        "light verb",
        "شنّ الطيران الروسي غارات على مدينة سراقب.",
        ["AirStrike by[الطيران الروسي] at[سراقب]"],
    ),
    (
        "light verb",
        "نفذت طائرات التحالف العربي سلسلة غارات على مواقع الحوثيين في مديرية صرواح.",
        ["AirStrike by[طائرات التحالف العربي] on[الحوثيين] at[صرواح]"],
    ),
    (
        "light verb",
        "تعرضت مدينة مارع لقصف مدفعي من قبل قوات سوريا الديمقراطية.",
        ["Shelling by[قوات سوريا الديمقراطية] at[مارع]"],
    ),
    (
        "light verb",
        "شهدت مدينة أم درمان اشتباكات عنيفة بين الجيش وقوات الدعم السريع.",
        ["Clash by[الجيش; قوات الدعم السريع] at[أم درمان]"],
    ),
    (
        "light verb",
        "خاضت قوات الجيش الليبي مواجهات مع مسلحين في مدينة سبها.",
        ["Clash by[قوات الجيش الليبي] at[سبها]"],
    ),
    (
        "light verb",
        "دارت معارك عنيفة في محيط مدينة باخموت بين القوات الأوكرانية ومجموعة فاغنر.",
        ["Clash by[القوات الأوكرانية; مجموعة فاغنر] at[باخموت]"],
    ),
    (
        "agent by genitive",
        "قُتل مدني بقصف قوات النظام على بلدة النيرب.",
        ["Shelling by[قوات النظام] at[النيرب]"],
    ),
    (
        "agent by ل",
        "قُتل مدني بقصف مدفعي لقوات النظام على بلدة النيرب.",
        ["Shelling by[قوات النظام] at[النيرب]"],
    ),
    (
        "agent by nationality",
        "قُتل ثلاثة أشخاص في غارة إسرائيلية على بلدة عيترون. وقال الجيش الإسرائيلي إن الغارة استهدفت قيادياً ميدانياً.",
        ["AirStrike by[الجيش الإسرائيلي] at[عيترون]"],
    ),
    (
        "agent by nationality",
        "أدى قصف روسي إلى مقتل امرأة في مدينة نيكوبول، فيما نفت القوات الروسية مسؤوليتها عن القصف.",
        ["Shelling by[القوات الروسية] at[نيكوبول]"],
    ),
    (
        "agent by من قبل",
        "اعتُقل صحفي من قبل الشرطة العسكرية في مدينة عفرين.",
        ["Detention by[الشرطة العسكرية] at[عفرين]"],
    ),
    (
        "agent by على يد",
        "اختُطف طبيب على يد جماعة بوكو حرام في مدينة باما.",
        ["Abduction by[جماعة بوكو حرام] at[باما]"],
    ),
    (
        "agent by relative clause",
        "استهدف القصف الذي شنته القوات التركية قرى في ناحية تل تمر.",
        ["Shelling by[القوات التركية] at[تل تمر]"],
    ),
    (
        "agent by relative clause",
        "أسفرت الغارات التي نفذها الطيران الروسي على مدينة الأتارب عن مقتل عشرة مدنيين.",
        ["AirStrike by[الطيران الروسي] at[الأتارب]"],
    ),
    (
        "subject first",
        "قوات الاحتلال تقتحم مخيم جنين.",
        ["Offensive by[قوات الاحتلال] on[جنين] at[جنين]"],
    ),
    (
        "subject first",
        "طائرات الاحتلال قصفت منزلاً في حي الرمال بمدينة غزة.",
        ["AirStrike by[طائرات الاحتلال] at[الرمال]"],
    ),
    (
        "two agents",
        "تجددت الاشتباكات بين هيئة تحرير الشام وحركة أحرار الشام في بلدة معرة مصرين.",
        ["Clash by[حركة أحرار الشام; هيئة تحرير الشام] at[معرة مصرين]"],
    ),
    (
        "two agents",
        "اشتبكت قوات الحكومة اليمنية مع عناصر تنظيم القاعدة في مديرية المحفد.",
        ["Clash by[تنظيم القاعدة; قوات الحكومة اليمنية] at[المحفد]"],
    ),
    (
        "no agent",
        "تعرضت قرية العوينات لقصف مجهول المصدر.",
        ["Shelling at[العوينات]"],
    ),
    (
        "unknown agent",
        "اغتال مسلحون مجهولون مختار قرية الصبحة في ريف دير الزور.",
        ["Shooting by[مسلحون مجهولون] at[الصبحة]"],
    ),
    (
        "target by على",
        "شن تنظيم الدولة هجوماً على مواقع قوات سوريا الديمقراطية في بلدة هجين.",
        ["Other by[تنظيم الدولة] on[قوات سوريا الديمقراطية] at[هجين]"],
    ),
    (
        "target by ضد",
        "نفذت القوات الفرنسية عملية ضد جماعة نصرة الإسلام والمسلمين قرب مدينة غاو.",
        ["Other by[القوات الفرنسية] on[جماعة نصرة الإسلام والمسلمين] at[غاو]"],
    ),
    (
        "facility",
        "استهدف الطيران الحربي مستشفى الشفاء في بلدة كفرنبل.",
        ["AirStrike by[الطيران الحربي] on[مستشفى الشفاء] at[مستشفى الشفاء; كفرنبل]"],
    ),
    (
        "facility",
        "هاجم مسلحون مطار كابل الدولي.",
        ["Other by[مسلحون] on[مطار كابل الدولي] at[مطار كابل الدولي]"],
    ),
    (
        "camp",
        "قصفت طائرات إسرائيلية مخيم النصيرات وسط قطاع غزة.",
        ["AirStrike by[طائرات إسرائيلية] on[النصيرات] at[النصيرات]"],
    ),
    (
        "several places",
        "شن الطيران الحربي غارات على بلدات كفرنبل وحاس ومعرة حرمة جنوب إدلب.",
        ["AirStrike by[الطيران الحربي] at[حاس; كفرنبل; معرة حرمة]"],
    ),
    (
        "most specific place",
        "انفجرت عبوة ناسفة في حي الكرادة وسط بغداد.",
        ["Explosion at[الكرادة]"],
    ),
    (
        "region",
        "قصفت المدفعية التركية ريف حلب الشمالي.",
        ["Shelling by[المدفعية التركية] at[ريف حلب الشمالي]"],
    ),
    (
        "capture",
        "سيطرت قوات حفتر على مدينة سرت.",
        ["Capture by[قوات حفتر] at[سرت]"],
    ),
    (
        "capture",
        "أعلنت القوات الروسية السيطرة على بلدة أوغليدار.",
        ["Capture by[القوات الروسية] at[أوغليدار]"],
    ),
    (
        "withdrawal",
        "انسحبت القوات الأوكرانية من مدينة أفدييفكا.",
        ["Withdrawal by[القوات الأوكرانية] at[أفدييفكا]"],
    ),
    (
        "agreement",
        "توصلت الحكومة اليمنية والحوثيون إلى اتفاق لتبادل الأسرى.",
        ["Agreement by[الحكومة اليمنية; الحوثيون]"],
    ),
    (
        "protest",
        "تظاهر مئات الأشخاص في مدينة السويداء الجمعة الماضية.",
        ["Protest at[السويداء] 2024-03-01..2024-03-01"],
    ),
    (
        "detention",
        "اعتقلت قوات الاحتلال شابين من بلدة سلواد فجر اليوم.",
        ["Detention by[قوات الاحتلال] at[سلواد] 2024-03-05..2024-03-05"],
    ),
    (
        "abduction",
        "خطف مسلحون أربعة عمال إغاثة في منطقة ليبتاكو.",
        ["Abduction by[مسلحون] at[ليبتاكو]"],
    ),
    (
        "displacement",
        "نزحت عشرات العائلات من مدينة الضعين باتجاه نيالا.",
        ["Displacement at[الضعين; نيالا]"],
    ),
    (
        "protest",
        "فرّقت الشرطة احتجاجات في مدينة البصرة.",
        ["Protest at[البصرة]"],
    ),
    (
        "statement",
        "دانت الأمم المتحدة الهجمات على المدنيين.",
        ["Statement by[الأمم المتحدة]"],
    ),
    (
        "statement",
        "حذّر الاتحاد الأوروبي من تداعيات التصعيد في المنطقة.",
        ["Statement by[الاتحاد الأوروبي]"],
    ),
    (
        "negated",
        "لم تقصف القوات الحكومية مدينة الجنينة.",
        [],
    ),
    (
        "negated",
        "ولم تشهد مدينة الحديدة أي خروق للهدنة.",
        [],
    ),
    (
        "not an event",
        "وتقع بلدة كفرنبل على بعد عشرة كيلومترات من معرة النعمان.",
        [],
    ),
    (
        "date",
        "سيطر الجيش الأوكراني على بلدة روبوتين في 28 آب/أغسطس 2023.",
        ["Capture by[الجيش الأوكراني] at[روبوتين] 2023-08-28..2023-08-28"],
    ),
    (
        "date",
        "اندلعت اشتباكات في مدينة الزاوية ليل الأحد الاثنين.",
        ["Clash at[الزاوية] 2024-03-03..2024-03-04"],
    ),
    (
        "date",
        "قُصفت مدينة إدلب مطلع الشهر الجاري.",
        ["Shelling at[إدلب] 2024-03-01..2024-03-05"],
    ),
    (
        "date",
        "شنت إسرائيل غارات على مطار حلب في أيار/مايو الماضي.",
        ["AirStrike by[إسرائيل] on[مطار حلب] at[مطار حلب] 2023-05-01..2023-05-31"],
    ),
    (
        "series",
        "تحاصر قوات الدعم السريع مدينة الفاشر منذ 10 أيار 2023.",
        ["Siege by[قوات الدعم السريع] at[الفاشر] 2023-05-10..None"],
    ),
    (
        "lead date",
        "قُتل مدنيان اليوم الثلاثاء بقصف على بلدة احسم. وأوضح الدفاع المدني أن القصف نفذته قوات النظام.",
        ["Shelling by[قوات النظام] at[احسم] 2024-03-05..2024-03-05"],
    ),
    (
        "planned date",
        "ستنسحب القوات الفرنسية من مدينة غاو الخميس المقبل.",
        ["Withdrawal by[القوات الفرنسية] at[غاو] 2024-03-07..2024-03-07"],
    ),
    (
        "one happening",
        "قصفت الطائرات الروسية بلدة البارة. وأدى القصف إلى مقتل خمسة مدنيين.",
        ["AirStrike by[الطائرات الروسية] at[البارة]"],
    ),
    (
        "one happening",
        "هاجم مسلحون نقطة للجيش في مدينة درعا. وأسفر الهجوم عن مقتل جنديين.",
        ["Other by[مسلحون] on[الجيش] at[درعا]"],
    ),
    (
        "two happenings",
        "قصفت قوات النظام بلدة النيرب بالمدفعية، فيما شن الطيران الروسي غارات على مدينة أريحا.",
        ["Shelling by[قوات النظام] at[النيرب]", "AirStrike by[الطيران الروسي] at[أريحا]"],
    ),
    (
        "two happenings",
        "اعتقلت قوات الاحتلال شاباً في بلدة حوارة، وهدمت منزلاً في مدينة أريحا.",
        ["Detention by[قوات الاحتلال] at[حوارة]", "Destruction by[قوات الاحتلال] at[أريحا]"],
    ),
    (
        "adjective without an actor",
        "قُتل خمسة أشخاص في غارة أميركية على بلدة الشعيرات.",
        ["AirStrike at[الشعيرات]"],
    ),
    (
        "adjective without an actor",
        "توغلت آليات تركية في ريف تل أبيض الغربي أمس.",
        ["Offensive at[ريف تل أبيض الغربي] 2024-03-04..2024-03-04"],
    ),
]

KNOWN_GAPS: list[Row] = [
    (
        "instrument",
        "قصفت قوات النظام بلدة كفرنبل بالبراميل المتفجرة.",
        ["AirStrike by[قوات النظام] at[كفرنبل]"],
    ),
    (
        "instrument",
        "استهدف مقاتلو الجيش الحر دبابة لقوات النظام بصاروخ موجه في ريف حماة.",
        ["GuidedMissile by[الجيش الحر] on[قوات النظام] at[ريف حماة]"],
    ),
    (
        "instrument",
        "انفجرت سيارة مفخخة قرب مقر الشرطة في مدينة كركوك.",
        ["VehicleBomb at[كركوك; مقر الشرطة]"],
    ),
    (
        "instrument",
        "انفجرت دراجة نارية مفخخة في سوق مدينة تل أبيض.",
        ["VehicleBomb at[تل أبيض]"],
    ),
    (
        "light verb",
        "وجّه الجيش الأميركي ضربة جوية لمقر لحركة الشباب قرب مدينة كسمايو.",
        ["AirStrike by[الجيش الأميركي] on[حركة الشباب] at[كسمايو]"],
    ),
    (
        "light verb",
        "فرضت قوات الدعم السريع حصاراً على مدينة الفاشر.",
        ["Siege by[قوات الدعم السريع] at[الفاشر]"],
    ),
    (
        "subject first",
        "الجيش الصومالي يستعيد بلدة عدادو من حركة الشباب.",
        ["Capture by[الجيش الصومالي] on[حركة الشباب] at[عدادو]"],
    ),
    (
        "target as object",
        "هاجم مقاتلو حركة الشباب قاعدة للقوات الأفريقية في بلدة بولومرير.",
        ["Other by[حركة الشباب] on[القوات الأفريقية] at[بولومرير]"],
    ),
    (
        "target as object",
        "استهدف حزب الله موقع المالكية الإسرائيلي بقذائف المدفعية.",
        ["Shelling by[حزب الله] on[المالكية] at[المالكية]"],
    ),
    (
        "facility",
        "أصاب صاروخ أطلقته القوات الروسية محطة القطارات في مدينة كراماتورسك.",
        ["Shelling by[القوات الروسية] on[محطة القطارات] at[كراماتورسك; محطة القطارات]"],
    ),
    (
        "capture",
        "تمكن الجيش السوداني من استعادة مدينة سنجة من قوات الدعم السريع.",
        ["Capture by[الجيش السوداني] on[قوات الدعم السريع] at[سنجة]"],
    ),
    (
        "withdrawal",
        "انسحب مقاتلو حركة الشباب من بلدة حررطيري.",
        ["Withdrawal by[حركة الشباب] at[حررطيري]"],
    ),
    (
        "lost ground",
        "خسرت قوات الدعم السريع مدينة الدندر.",
        ["Withdrawal by[قوات الدعم السريع] at[الدندر]"],
    ),
    (
        "agreement",
        "وقّع الجيش السوداني وقوات الدعم السريع هدنة لمدة أسبوع في مدينة جدة.",
        ["Agreement by[الجيش السوداني; قوات الدعم السريع] at[جدة]"],
    ),
    (
        "aid",
        "أدخلت الأمم المتحدة قافلة مساعدات إلى مدينة دوما.",
        ["Aid by[الأمم المتحدة] at[دوما]"],
    ),
    (
        "cyber",
        "تعرض موقع وزارة الدفاع الأوكرانية لهجوم إلكتروني.",
        ["Cyber on[وزارة الدفاع الأوكرانية]"],
    ),
    (
        "destruction",
        "احترقت عشرات الخيام في مخيم خان الدنون.",
        ["Destruction at[خان الدنون]"],
    ),
    (
        "background",
        "ويسيطر تنظيم القاعدة على أجزاء من محافظة أبين.",
        [],
    ),
    (
        "date",
        "قصفت الطائرات الحربية مدينة دوما يوم الخميس.",
        ["AirStrike by[الطائرات الحربية] at[دوما] 2024-02-29..2024-02-29"],
    ),
    (
        "date",
        "انفجرت سيارة مفخخة في مدينة رأس العين مساء أمس.",
        ["VehicleBomb at[رأس العين] 2024-03-04..2024-03-04"],
    ),
    (
        "series",
        "تشن قوات النظام حملة قصف على ريف إدلب منذ منتصف فبراير الماضي.",
        ["Shelling by[قوات النظام] at[ريف إدلب] 2024-02-11..None"],
    ),
    (
        "one happening",
        "انفجرت سيارة مفخخة في مدينة الباب أمس. وقال الدفاع المدني إن الانفجار أوقع ثلاثة قتلى.",
        ["VehicleBomb at[الباب] 2024-03-04..2024-03-04"],
    ),
    (
        "shot down",
        "أسقط الحوثيون طائرة أميركية مسيّرة بصاروخ أرض جو في محافظة صعدة.",
        ["GuidedMissile by[الحوثيون] at[صعدة]"],
    ),
    (
        "launched campaign",
        "أطلقت قوات الجيش الوطني عملية عسكرية برية للسيطرة على مدينة منبج.",
        ["Offensive by[قوات الجيش الوطني] at[منبج]"],
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=[f"{number:03d} {row[0]}" for number, row in enumerate(ROWS, 1)])
def test_events(row: Row) -> None:
    found, expected = differences(row)
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [pytest.param(row, marks=pytest.mark.xfail(strict=True, reason=row[0]), id=row[1][:40]) for row in KNOWN_GAPS],
)
def test_known_gaps(row: Row) -> None:
    found, expected = differences(row)
    assert found == expected


def test_rows_are_distinct() -> None:
    texts = [row[1] for row in ROWS + KNOWN_GAPS]
    assert len(texts) == len(set(texts))
