"""Events: tables of ``[phenomenon, text, expected]``; expected is one line per event.

A line is ``types by[agents] on[targets] at[places] dates``. Brackets are left out where they are empty, names inside
them are separated by semicolons, the dates are ``earliest..latest`` and left out where the text gives neither. The
incidents and the unlisted persons are invented.
"""

from __future__ import annotations

import re

from khabar.extract import extract
from khabar.model import Event, Report
from support.tables import PUBLISHED, Row, table_tests


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
        "arms found, told far behind the verb",
        "عثرت الأجهزة خلال تأمين القرى والبلدات المجاورة في ريف حمص الشمالي على كميات من الأسلحة بينها صواريخ وقذائف.",
        ["Other at[ريف حمص الشمالي]"],
    ),
    (
        "who imposed a curfew",
        "وفرضت السلطات المحلية حظر التجوال في النجف.",
        ["Other by[السلطات المحلية] at[النجف]"],
    ),
    (
        "a force's own wave",
        "أعلن الحرس الثوري الإيراني أن الموجة الثامنة استهدفت مصافي الوقود في حيفا بصواريخ.",
        ["Shelling by[الحرس الثوري الإيراني] at[حيفا]"],
    ),
    (
        "a fuel tanker that is a bomb",
        "قتل أربعون شخصاً بانفجار صهريج وقود مفخخ في مدينة جرابلس.",
        ["VehicleBomb at[جرابلس]"],
    ),
    (
        "a village named after a clan",
        "دارت اشتباكات في قرية البو صالح.",
        ["Clash at[البو صالح]"],
    ),
    (
        "what somebody only planned",
        "قتل قيادي بغارة في بغداد. وكان مسؤولاً عن التخطيط لهجمات ضد القوات الأمريكية.",
        ["AirStrike at[بغداد]"],
    ),
    (
        "an ambush by somebody, and who tells of it",
        "أعلنت القيادة المركزية الأمريكية مقتل جنديين في كمين نفذه مسلح منفرد قرب تدمر.",
        ["Clash at[تدمر]"],
    ),
    (
        "what a grave holds",
        "عثرت الشرطة الاتحادية على مقبرة تضم رفات عشرات الأشخاص في حمام العليل.",
        ["Other by[الشرطة الاتحادية] at[حمام العليل]"],
    ),
    (
        "where the attackers come from",
        "هاجم مستوطنون من مستوطنة سوسيا رعاة أغنام في مسافر يطا.",
        ["Other by[مستوطنون] at[مسافر يطا]"],
    ),
    (
        "a pretext is no happening",
        "اعتقلت الشرطة ثلاثة فتيان في بلدة تقوع بحجة رشق حجارة.",
        ["Detention by[الشرطة] at[تقوع]"],
    ),
    (
        "an earlier attack on the same spot",
        "قُتل تسعة في قصف طال مدينة الفاشر. ففي هجوم سابق على مدينة الفاشر قُتل 12 شخصا.",
        ["Shelling at[الفاشر]", "Other at[الفاشر]"],
    ),
    (
        "a hospital that received those hit elsewhere",
        "قال مصدر إن مستشفى ناصر استقبل أربعة شهداء إثر غارة على مدينة رفح.",
        ["AirStrike at[رفح]"],
    ),
    (
        "the house of a family",
        "قصف الطيران الإسرائيلي منزلا لعائلة أبو دقة في بلدة عبسان.",
        ["AirStrike by[الطيران الإسرائيلي] at[عبسان]"],
    ),
    (
        "an agency and a city in front of the news",
        "غارات على الشرق\nوطنية - بعلبك - شن الطيران الحربي الإسرائيلي سلسلة غارات على جرود بلدة جنتا.",
        ["AirStrike by[الطيران الحربي الإسرائيلي] at[جنتا]"],
    ),
    (
        "shells, and whose strongholds",
        "استهدفت فصائل المعارضة بقذائف المدفعية معاقل قوات النظام في مدينة سراقب.",
        ["Shelling by[فصائل المعارضة] on[قوات النظام] at[سراقب]"],
    ),
    (
        "fighters of one and others of another",
        "اندلعت اشتباكات بين عناصر من فرقة السلطان مراد وآخرين من أحرار الشرقية في جرابلس.",
        ["Clash by[فرقة السلطان مراد; أحرار الشرقية] at[جرابلس]"],
    ),
    (
        "what those who were struck prepared",
        "قصف الجيش السوري مجموعة مسلحة كانت تستعد لمهاجمة نقاطه في بلدة حيان.",
        ["Shelling by[الجيش السوري] on[مجموعة مسلحة] at[حيان]"],
    ),
    (
        "whom a charge is laid on, and the charge",
        "اندلعت اشتباكات في جرمانا. وحملت الطائفة الدرزية السلطات المسؤولية عن الحادثة.",
        ["Clash by[السلطات] at[جرمانا]"],
    ),
    (
        "fighting in a countryside, and where it was heaviest",
        "قُتل 70 مقاتلا في معارك ريف حماة الشمالي. وأشار المرصد إلى أن المعارك تركزت في محيط بلدة تل ملح.",
        ["Clash at[تل ملح; ريف حماة الشمالي]"],
    ),
    (
        "where rescuers dig",
        "قُتل شخص في غارة على مدينة رفح. وانتشل الدفاع المدني جثتين من تحت أنقاض منزل قُصف أمس في مدينة جباليا.",
        [
            "AirStrike at[رفح]",
            "Aid by[الدفاع المدني] at[جباليا] 2024-03-04..2024-03-04",
            "Shelling at[جباليا] 2024-03-04..2024-03-04",
        ],
    ),
    (
        "a chase after an attack",
        "أُصيب جندي في إطلاق نار قرب بلدة حوارة، وبدأت مطاردة المنفذ.",
        ["Shooting at[حوارة]"],
    ),
    (
        "a death of hunger is no attack's",
        "قُتل أربعة في قصف على دير البلح والزوايدة. وأعلنت مصادر طبية وفاة رضيعين في مستشفى كمال عدوان جراء "
        "سوء التغذية.",
        ["Shelling at[دير البلح; الزوايدة]", "Other at[مستشفى كمال عدوان]"],
    ),
    (
        "a truce that only tells from when is counted",
        "قُتل ثلاثة في غارة على بلدة كفرا. وارتفع عدد القتلى منذ سريان الهدنة إلى 190.",
        ["AirStrike at[كفرا]", "Other"],
    ),
    (
        "a position of vehicles is shelled",
        "قالت كتائب القسام إنها قصفت بقذائف الهاون تموضعا لآليات الاحتلال في محور نتساريم.",
        ["Shelling by[كتائب القسام] on[آليات الاحتلال] at[محور نتساريم]"],
    ),
    (
        "who fell in a search",
        "قتلت قوة خاصة ستة من داعش في مداهمة بمدينة كابل واعتقلت اثنين، لكن سكانا أفادوا بأن امرأة قتلت في العملية.",
        ["Detention by[قوة خاصة] on[داعش] at[كابل]"],
    ),
    (
        "whose raids, where a hospital tells of its being hit",
        "قال مركز توثيق الجرائم إن مشفى الرازي في بلدة حاس تضرر إثر استهدافه بأربع غارات روسية.",
        ["AirStrike by[روسيا] at[مشفى الرازي; حاس]"],
    ),
    (
        "in front of what they protested",
        "وتظاهر المئات أمام مركز التأشيرات التركي في بغداد.",
        ["Protest at[بغداد]"],
    ),
    (
        "what it usually claims",
        "انفجرت سيارة مفخخة في بغداد، لكن تنظيم الدولة الإسلامية عادة ما يتبنى هجمات مماثلة.",
        ["VehicleBomb at[بغداد]"],
    ),
    (
        "whose sovereignty was breached",
        "قصف طال زاخو. واتهم رئيس الوزراء القوات التركية بارتكاب انتهاك سافر للسيادة العراقية.",
        ["Shelling by[القوات التركية] at[زاخو]"],
    ),
    (
        "an army's own soldiers",
        "أعلن الجيش الإسرائيلي مقتل جنديين في خان يونس.",
        ["Other on[الجيش الإسرائيلي] at[خان يونس]"],
    ),
    (
        "the first item of a list by places",
        "أخبار المحافظات\n- جنين: إصابة شابين برصاص قوات خاصة.\n- نابلس: انفجار عبوة بآلية.",
        ["Shooting by[قوات خاصة] at[جنين]", "Explosion at[نابلس]"],
    ),
    (
        "the first line of a list by places",
        "أخبار المحافظات\nدرعا: انفجار عبوة بسيارة.\nالسويداء: إصابة شاب برصاص مجهولين.",
        ["Explosion at[درعا]", "Shooting by[مجهولين] at[السويداء]"],
    ),
    (
        "what an attack is called",
        "قُتل عشرة في غارة على طهران. وأدانت باكستان الغارة واعتبرتها انتهاكا لسيادة إيران.",
        ["AirStrike at[طهران]", "Statement by[باكستان]"],
    ),
    (
        "raids on parts of a place",
        "شن الطيران الإسرائيلي غارات على أنحاء متفرقة من خان يونس.",
        ["AirStrike by[الطيران الإسرائيلي] at[خان يونس]"],
    ),
    (
        "aircraft of the enemy",
        "شن الطيران الحربي المعادي غارتين على بلدة كفركلا. وأعلن الجيش الإسرائيلي مقتل جندي في حيفا.",
        ["AirStrike by[الجيش الإسرائيلي] at[كفركلا]", "Other on[الجيش الإسرائيلي] at[حيفا]"],
    ),
    (
        "the same shelled before the news",
        "قصف الجيش مدينة كتم وقتل ثلاثة. وكان الجيش قد قصف مدينة كتم الشهر الماضي.",
        ["Shelling by[الجيش] at[كتم]", "Shelling by[الجيش] at[كتم] 2024-02-01..2024-02-29"],
    ),
    (
        "the capital, told after another town",
        "انفجرت شاحنة مفخخة في مقديشو. وقُتل أربعة جنود بلغم في مدينة بيدوا. وشهدت العاصمة هجوما بقذائف الهاون أيضا.",
        ["VehicleBomb at[مقديشو]", "Explosion at[بيدوا]", "Shelling at[مقديشو]"],
    ),
    (
        "similar, by the same hand",
        "هاجم عناصر داعش نقطة في ناحية العظيم. وقصف الطيران الروسي مواقع في مدينة تدمر. "
        "وشن تنظيم داعش هجوما مماثلا في يناير على ثكنة في مدينة بعقوبة.",
        [
            "Other by[داعش] at[العظيم]",
            "AirStrike by[الطيران الروسي] at[تدمر]",
            "Other by[داعش] at[بعقوبة] 2024-01-01..2024-01-31",
        ],
    ),
    (
        "a column that a bomb aimed at",
        "انفجرت عبوة ناسفة مستهدفة رتلاً يتبع للتحالف الدولي قرب الديوانية.",
        ["Explosion on[التحالف الدولي] at[الديوانية]"],
    ),
    (
        "whose convoy of aid",
        "وصلت قافلة مساعدات تابعة للهلال الأحمر القطري إلى مدينة إدلب.",
        ["Aid by[الهلال الأحمر القطري] at[إدلب]"],
    ),
    (
        "the accused behind an apposition",
        "واتهم الشيخ سالم المهنا، أحد وجهاء قبيلة شمر، الجيش الروسي بإعدام مدنيين ميدانياً.",
        ["Shooting by[الجيش الروسي]"],
    ),
    (
        "vehicles equipped with guns",
        "قصف الجيش السوري عربتين مجهزتين برشاشات ثقيلة في بلدة الهبيط.",
        ["Shelling by[الجيش السوري] at[الهبيط]"],
    ),
    (
        "so many rockets that were fired",
        "وذكر شهود أن خمسة صواريخ أطلقت نحو بلدة بعشيقة وأصابت منزلاً.",
        ["Shelling at[بعشيقة]"],
    ),
    (
        "groups of men who launched attacks",
        "هجمات شنتها مجموعات من تنظيم داعش على نقاط للشرطة الاتحادية في كركوك.",
        ["Other by[تنظيم داعش] on[الشرطة الاتحادية] at[كركوك]"],
    ),
    (
        "snipers and a man of the other side",
        "استهدف قناصو الجيش التركي مقاتلاً من قوات سوريا الديمقراطية في قرية المشيرفة.",
        ["Shooting by[الجيش التركي] on[قوات سوريا الديمقراطية] at[المشيرفة]"],
    ),
    (
        "what a protest demands",
        "خرجت مظاهرة في مدينة بنش رفضاً للضرائب وللمطالبة بإسقاط المجلس المحلي.",
        ["Protest at[بنش]"],
    ),
    (
        "gunmen who had kidnapped",
        "وكان مسلحون قد خطفوا يوم السبت ثلاثة مدنيين في الشيخ زويد.",
        ["Abduction by[مسلحون] at[الشيخ زويد] 2024-03-02..2024-03-02"],
    ),
    (
        "fighters of a front and whom they fought",
        "أكدت الجبهة الشعبية أن مقاتليها خاضوا اشتباكات ضارية مع الجيش الإسرائيلي في رفح.",
        ["Clash by[الجبهة الشعبية; الجيش الإسرائيلي] at[رفح]"],
    ),
    (
        "who killed in an exchange of fire",
        "قضت قوات الأمن على مسلحين اثنين خلال تبادل لإطلاق النار في العريش.",
        ["Clash by[قوات الأمن] at[العريش]"],
    ),
    (
        "the Bank, where the article tells of its country",
        "قُتل شاب في نابلس برصاص الجيش الإسرائيلي. وشن الجيش حملة اعتقالات واسعة في الضفة.",
        ["Shooting by[الجيش الإسرائيلي] at[نابلس]", "Detention by[الجيش الإسرائيلي] at[الضفة]"],
    ),
    (
        "a bombing known by its town",
        "قُتل 20 شخصا في تفجير بسيارة مفخخة في بغداد الثلاثاء. وأعلنت الشرطة ارتفاع حصيلة تفجير بغداد إلى 30 قتيلا.",
        ["VehicleBomb at[بغداد] 2024-03-05..2024-03-05"],
    ),
    (
        "the toll of a day, behind its attacks",
        "قُتل أربعة أشخاص في غارة على مدينة رفح، وثلاثة في قصف على بلدة جباليا. "
        "وبلغت حصيلة يوم الثلاثاء في قطاع غزة 12 شهيدا.",
        ["AirStrike at[رفح]", "Shelling at[جباليا]", "Other at[قطاع غزة] 2024-03-05..2024-03-05"],
    ),
    (
        "a new toll of one of two attacks",
        "قُتل 20 شخصا في تفجير انتحاري في مدينة كابل، وثلاثة في هجوم على مدينة قندوز. وارتفعت الحصيلة اليوم "
        "إلى 30 قتيلا.",
        ["SuicideAttack at[كابل]", "Other at[قندوز]"],
    ),
    (
        "gunmen who killed opened fire, in other words",
        "قتل مسلحون تسعة مزارعين في قرية قرب مدينة مايدوغوري. وقال أحد السكان إن المهاجمين أطلقوا النار على القرويين.",
        ["Shooting by[مسلحون] at[مايدوغوري]"],
    ),
    (
        "how an abduction ended",
        "خطف مسلحون حافلة قرب مدينة كويتا، وانتهت العملية بمقتل ثلاثة ركاب.",
        ["Abduction by[مسلحون] at[كويتا]"],
    ),
    (
        "one more attack, and what came of it",
        "انفجرت عبوة في مدينة كركوك. وفي هجوم آخر، فتح مسلحون النار على ضابط في مدينة الموصل فأردوه قتيلا.",
        ["Explosion at[كركوك]", "Shooting by[مسلحون] at[الموصل]"],
    ),
    (
        "the drones downed, and their attack",
        "أسقطت الدفاعات الجوية الأوكرانية 30 مسيرة. وقالت السلطات إن الهجوم استهدف مدينتي خاركيف وأوديسا.",
        ["Other by[الدفاعات الجوية الأوكرانية]", "Other at[خاركيف; أوديسا]"],
    ),
    (
        "what follows an attack, its words in front",
        "وبعد الهجوم، شنت الشرطة حملة اعتقالات في حي سلوان.",
        ["Detention by[الشرطة] at[سلوان]"],
    ),
    (
        "two who condemn",
        "قُتل عشرة في غارة على مدينة غزة. وأدانت مصر والأردن الغارة.",
        ["AirStrike at[غزة]", "Statement by[مصر; الأردن]"],
    ),
    (
        "colonists, by the other word for settlers",
        "أصيب مواطن في هجوم نفذه مستعمرون على قرية بورين.",
        ["Other by[مستعمرون] at[بورين]"],
    ),
    (
        "hours",
        "شن التحالف 12 غارة على صعدة خلال الساعات الـ24 الماضية.",
        ["AirStrike by[التحالف] at[صعدة] 2024-03-04..2024-03-05"],
    ),
    (
        "others fell elsewhere, without a verb",
        "قُتل خمسة مدنيين في غارة على بلدة كفرنبل، وثلاثة في قصف مدفعي على مدينة سرمين.",
        ["AirStrike at[كفرنبل]", "Shelling at[سرمين]"],
    ),
    (
        "others fell elsewhere, by a verb alone",
        "أصيب عاملان في قصف على مدينة أريحا، وقُتلت امرأة في بلدة سرمين.",
        ["Shelling at[أريحا]", "Shelling at[سرمين]"],
    ),
    (
        "share of a total",
        "أفاد مصدر طبي باستشهاد 20 فلسطينيا في قطاع غزة منذ فجر الأحد. واستشهد اثنان في مدينة خان يونس.",
        ["Other at[قطاع غزة] 2024-03-03..None", "Other at[خان يونس]"],
    ),
    (
        "under fire",
        "أصيب فتى بنيران الجيش الإسرائيلي في مدينة جنين.",
        ["Shooting by[الجيش الإسرائيلي] at[جنين]"],
    ),
    (
        "a prisoner who was arrested",
        "وقال نادي الأسير إن الكاتب سعيد خضر اعتقل في طولكرم قبل يومين.",
        ["Detention on[سعيد خضر] at[طولكرم] 2024-03-03..2024-03-03"],
    ),
    (
        "what answers, fronted",
        "ردا على الغارة على النبطية، قصف حزب الله قاعدة ميرون بالصواريخ.",
        ["AirStrike at[النبطية]", "Shelling by[حزب الله] on[قاعدة ميرون] at[قاعدة ميرون]"],
    ),
    (
        "what was destroyed in answer to an attack",
        "هاجم مسلحون حاجزا قرب رفح. وقال الجيش إنه دمر خمسة أوكار ردا على الهجوم.",
        ["Other by[مسلحون] at[رفح]", "Destruction by[الجيش]"],
    ),
    (
        "a facility and its town, named as its governorate is",
        "وقع انفجار قرب مستشفى ناصر في خان يونس.",
        ["Explosion at[مستشفى ناصر; خان يونس]"],
    ),
    (
        "a land that its people call by its kind",
        "قُتل سبعة في غارة على خيمة في دير البلح. واندلعت اشتباكات شمالي القطاع.",
        ["AirStrike at[دير البلح]", "Clash at[القطاع]"],
    ),
    (
        "the spot told since rather than the opening place",
        "شهدت الضفة الغربية اقتحامات.\n\nوفي نابلس، قالت مصادر محلية إن قوة خاصة تسللت إلى مخيم عسكر واعتقلت شابين.",
        ["Offensive at[الضفة الغربية]", "Offensive by[قوة خاصة] at[عسكر]", "Detention by[قوة خاصة] at[عسكر]"],
    ),
    (
        "arrested in the course of a raid",
        "اعتُقل أربعة شبان خلال اقتحام قوات الاحتلال بلدة عزون.",
        ["Detention by[قوات الاحتلال] at[عزون]", "Offensive by[قوات الاحتلال] at[عزون]"],
    ),
    (
        "a total since a day has no doer of its own",
        "هاجم مستوطنون قرية بورين. وبذلك يرتفع عدد الشهداء منذ مطلع العام إلى 60 شهيدا.",
        ["Other by[مستوطنون] at[بورين]", "Other 2024-01-01..None"],
    ),
    (
        "a total since an undated war",
        "قُتل شاب في غارة على رفح. وارتفع عدد الشهداء منذ بدء الحرب إلى 900 شهيد.",
        ["AirStrike at[رفح]", "Other"],
    ),
    (
        "what a force calls its men",
        "أعلنت كتائب القسام أن المجاهدين قصفوا مستوطنة نيريم بقذائف الهاون.",
        ["Shelling by[كتائب القسام] at[نيريم]"],
    ),
    (
        "a short name behind its preposition",
        "اندلعت اشتباكات عنيفة بسرت. وأصيب شاب بالرصاص برفح.",
        ["Clash at[سرت]", "Shooting at[رفح]"],
    ),
    (
        "a time of day before what is struck",
        "استهدف الحزب عند الساعة 10:45 تجمعا لجنود العدو في محيط موقع المالكية بالأسلحة الصاروخية.",
        ["Shelling on[العدو] at[موقع المالكية]"],
    ),
    (
        "an aggression that carries out raids",
        "شن العدوان الأمريكي أربع غارات على مديرية رازح.",
        ["AirStrike by[العدوان الأمريكي] at[رازح]"],
    ),
    (
        "an aggression on a land",
        "وقال إن العدوان الأمريكي على اليمن مستمر.",
        ["Other by[الولايات المتحدة] at[اليمن]"],
    ),
    ("spoils of a raid", "اعتقلت الشرطة خمسة أشخاص في بلدة بارا وصادرت أسلحة.", ["Detention by[الشرطة] at[بارا]"]),
    ("spoils that are the news", "صادرت الشرطة أسلحة في بلدة بارا.", ["Other by[الشرطة] at[بارا]"]),
    (
        "warships of a navy",
        "اعترضت سفن حربية تابعة للبحرية الأميركية صواريخ فوق عدن.",
        ["Other by[البحرية الأميركية] at[عدن]"],
    ),
    (
        "who carried out a killing",
        "قامت قوات النظام بقتل ثلاثة مدنيين في درعا.",
        ["Other by[قوات النظام] at[درعا]"],
    ),
    (
        "a battalion by its number",
        "اندلعت اشتباكات بين كتيبة 55 مشاة ولواء 52 في الزاوية.",
        ["Clash by[كتيبة 55 مشاة; لواء 52] at[الزاوية]"],
    ),
    (
        "a battalion of an arm, and what it shelled",
        "قصفت كتيبة 12 مدفعية مواقع في حماة.",
        ["Shelling by[كتيبة 12 مدفعية] at[حماة]"],
    ),
    (
        "whose brother he was",
        "قال مسؤولون إن الضربة استهدفت سالم الناصر شقيق سامي الناصر.",
        ["AirStrike on[سالم الناصر]"],
    ),
    (
        "where aid is handed out",
        "أصيب العشرات في قصف مركز توزيع مساعدات غرب رفح.",
        ["Shelling at[رفح]"],
    ),
    (
        "vehicles of a nation",
        "توغلت آليات إسرائيلية شرق دير البلح.",
        ["Offensive by[آليات إسرائيلية] at[دير البلح]"],
    ),
    (
        "a body found, shot",
        "قصف الجيش بلدة بارا. وعثر الأهالي على جثة شاب عليها آثار طلقات نارية قرب قرية حزيمة.",
        ["Shelling by[الجيش] at[بارا]", "Shooting at[حزيمة]"],
    ),
    (
        "fired at by shots",
        "تعرض رتل عسكري لرماية عشوائية قرب بلدة هراوة.",
        ["Shooting at[هراوة]"],
    ),
    (
        "where fighting goes on",
        "تمكن الجيش من فرض السيطرة على مواقع بمحاور القتال في درنة.",
        ["Capture by[الجيش] at[درنة]"],
    ),
    (
        "hideouts of a group",
        "استهدفت عملية للحشد الشعبي مواقع ومخابئ تابعة لتنظيم داعش في تكريت.",
        ["Other by[الحشد الشعبي] on[تنظيم داعش] at[تكريت]"],
    ),
    (
        "a bomb that a group set off",
        "فجرت كتائب القسام عبوة ناسفة في قوة إسرائيلية في بيت حانون.",
        ["Explosion by[كتائب القسام] at[بيت حانون]"],
    ),
    (
        "mourned by his own",
        "نعى حزب الله أحد مقاتليه الذي قضى بغارة على بلدة عيترون.",
        ["AirStrike on[حزب الله] at[عيترون]"],
    ),
    (
        "trees torn out",
        "اقتلعت قوات الاحتلال 120 شجرة زيتون في قرية قريوت.",
        ["Destruction by[قوات الاحتلال] at[قريوت]"],
    ),
    (
        "an aircraft that came into the air space",
        "أسقطت القوات المسلحة الأردنية مسيرة دخلت المجال الجوي للمملكة.",
        ["Other by[القوات المسلحة الأردنية]"],
    ),
    (
        "a headmaster by his name",
        "اختطف مسلحون مجهولون، مساء السبت، مدير مدرسة يدعى نضال السالم من أمام منزله في بلدة صيدا.",
        ["Abduction by[مسلحون مجهولون] on[نضال السالم] at[صيدا] 2024-03-02..2024-03-02"],
    ),
    (
        "we killed them in strikes",
        'قال المتحدث باسم وزارة الدفاع الأفغانية: "قتلنا 81 من عناصر طالبان في غارات جوية على قندهار".',
        ["AirStrike by[وزارة الدفاع الأفغانية] on[طالبان] at[قندهار]"],
    ),
    (
        "carried out, at somebody's request",
        "قالت القيادة الأمريكية في أفريقيا إنها نفذت، بطلب من الحكومة الصومالية، غارتين جويتين قرب مقديشو.",
        ["AirStrike by[القيادة الأمريكية في أفريقيا] at[مقديشو]"],
    ),
    (
        "what a force claims to have struck",
        "وزعم الحوثيون اليوم استهداف قاعدة الأمير سلطان الجوية بطائرات مسيرة.",
        ["AirStrike by[الحوثيون] on[قاعدة الأمير سلطان الجوية] at[قاعدة الأمير سلطان الجوية] 2024-03-05..2024-03-05"],
    ),
    (
        "rescuers at the scene",
        "قصف الجيش سوق الهال في بلدة بنش، الأحد. وأفاد الدفاع المدني بأن فرقه انتشلت 11 جثة.",
        [
            "Shelling by[الجيش] on[سوق الهال] at[بنش; سوق الهال] 2024-03-03..2024-03-03",
            "Aid by[الدفاع المدني] at[بنش; سوق الهال] 2024-03-03..2024-03-03",
        ],
    ),
    (
        "struck once more in the same place",
        "شنت طائرات غارة على بلدة بنش، الأحد. وأصيب مسعفان إثر غارة ثانية على فريق الإنقاذ أثناء عمله في المكان ذاته.",
        ["AirStrike at[بنش] 2024-03-03..2024-03-03", "AirStrike at[بنش] 2024-03-03..2024-03-03"],
    ),
    (
        "a column told by its use",
        "استهدفت عبوة ناسفة رتلا للدعم اللوجستي تابعا للتحالف الدولي في الناصرية.",
        ["Explosion on[التحالف الدولي] at[الناصرية]"],
    ),
    (
        "a regiment by its ordinal",
        "هاجم مسلحون الفوج الثالث في قرية الريحان.",
        ["Other by[مسلحون] on[الفوج الثالث] at[الريحان]"],
    ),
    (
        "an armed group and a thing it attacked",
        "هاجمت مجموعة إرهابية مقر الشرطة في تكريت.",
        ["Other by[مجموعة إرهابية] on[مقر الشرطة] at[تكريت; مقر الشرطة]"],
    ),
    (
        "an anniversary is no quarter",
        "قتل شرطي خلال إحياء الذكرى السنوية للثورة في مصراتة.",
        ["Other at[مصراتة]"],
    ),
    (
        "vehicles of a force that drove in",
        "ذكرت الوكالة أن 4 آليات تابعة للجيش الإسرائيلي توغلت في قرية العجرف.",
        ["Offensive by[الجيش الإسرائيلي] at[العجرف]"],
    ),
    (
        "a patrol and what it is made of",
        "قالت مصادر إن دورية تابعة لجيش الاحتلال مؤلفة من ثلاث آليات توغلت في قرية العجرف.",
        ["Offensive by[جيش الاحتلال] at[العجرف]"],
    ),
    (
        "a patrol of vehicles of a force",
        "دخلت دورية مؤلفة من 6 مركبات تابعة للجيش الإسرائيلي إلى بلدة عابدين.",
        ["Offensive by[الجيش الإسرائيلي] at[عابدين]"],
    ),
    (
        "since whose fall",
        "منذ سقوط نظام بشار الأسد، تشن إسرائيل غارات على ريف دمشق.",
        ["AirStrike by[إسرائيل] at[ريف دمشق]"],
    ),
    (
        "with no word of",
        "توغلت دورية إسرائيلية في قرية العجرف، من دون ورود معلومات عن اشتباكات أو اعتقالات.",
        ["Offensive by[دورية إسرائيلية] at[العجرف]"],
    ),
    (
        "fighters who blew up a thing",
        "أصيب مدنيان إثر تفجير عناصر من تنظيم داعش صهريج نفط في قرية الجرذي.",
        ["Explosion by[تنظيم داعش] at[الجرذي]"],
    ),
    (
        "both of those that one attacked",
        "هاجم تنظيم داعش مواقع قوات النظام في بلدة سرمين. وأضاف المرصد أن اشتباكات عنيفة دارت بين الطرفين "
        "أسفرت عن مقتل 13 عنصرا.",
        ["Other by[تنظيم داعش] on[قوات النظام] at[سرمين]", "Clash by[تنظيم داعش; قوات النظام]"],
    ),
    (
        "from which they had withdrawn",
        "قتل أربعة في قصف على مدينة خيرسون في جنوب أوكرانيا والتي انسحبت منها القوات الروسية.",
        ["Shelling at[خيرسون]", "Withdrawal by[القوات الروسية] at[خيرسون]"],
    ),
    (
        "what a report counts lies in its month",
        "وثقت الشبكة 167 حالة اعتقال في سوريا خلال شهر كانون الثاني الماضي. وقالت الشبكة إن الجيش اعتقل 71 شخصا.",
        ["Detention at[سوريا] 2024-01-01..2024-01-31", "Detention by[الجيش] 2024-01-01..2024-01-31"],
    ),
    (
        "since the morning",
        "يقصف الجيش بلدة بارا منذ صباح اليوم.",
        ["Shelling by[الجيش] at[بارا] 2024-03-05..2024-03-05"],
    ),
    (
        "whom they fought",
        "خسرت قوات الوفاق تسعة من عناصرها خلال معارك مع قوات حفتر جنوب طرابلس.",
        ["Clash by[قوات الوفاق; قوات حفتر] at[طرابلس]"],
    ),
    (
        "an army and the town it shelled, the verb first",
        "قصف الجيش الفاشر.",
        ["Shelling by[الجيش] at[الفاشر]"],
    ),
    (
        "a capital that was entered",
        "دخلت قوات الدعم السريع الخرطوم.",
        ["Offensive by[قوات الدعم السريع] at[الخرطوم]"],
    ),
    (
        "grenades that were thrown",
        "ألقى مجهولون قنابل يدوية على منزل النائب في هرات.",
        ["Explosion by[مجهولون] at[هرات]"],
    ),
    (
        "from whom a town was taken",
        "استعاد الجيش السوداني مدينة ود مدني من سيطرة قوات الدعم السريع.",
        ["Capture by[الجيش السوداني] on[قوات الدعم السريع] at[ود مدني]"],
    ),
    (
        "an army that had done so before",
        "سبق للجيش أن استهدف مدينة كبكابية بالبراميل المتفجرة.",
        ["AirStrike by[الجيش] at[كبكابية]"],
    ),
    (
        "forces loyal to somebody's head",
        "اندلعت اشتباكات في سرت بين القوات الموالية لرئيس حكومة الوحدة وقوات جهاز الردع.",
        ["Clash by[القوات; قوات جهاز الردع] at[سرت]"],
    ),
    (
        "ships of a nation that were hit",
        "أعلنت قوات صنعاء عمليات عسكرية في خليج عدن استهدفت ثلاث سفن أمريكية وإسرائيلية.",
        ["Offensive by[قوات صنعاء] at[خليج عدن]"],
    ),
    (
        "an ordinary word behind a town",
        "قصف الطيران مبنى بميدي في حجة غرب البلاد.",
        ["AirStrike at[حجة; ميدي]"],
    ),
    (
        "men thought to belong to a group",
        "استهدفت عناصر يعتقد انتمائها لتنظيم القاعدة قوات الحزام الأمني في أحور.",
        ["Other by[تنظيم القاعدة] at[أحور]"],
    ),
    (
        "quarters struck and a city cut off",
        "ذكر الناطق باسم الشبكة أن قوات الدعم السريع تضرب الأحياء السكنية في الفاشر وتفرض عليها حصارا.",
        ["Shelling by[قوات الدعم السريع] at[الفاشر]", "Siege by[قوات الدعم السريع] at[الفاشر]"],
    ),
    (
        "the fire of artillery",
        "أطلقت قوات الدعم السريع نيران مدفعيتها على مخيم زمزم.",
        ["Shelling by[قوات الدعم السريع] on[زمزم] at[زمزم]"],
    ),
    (
        "an attack that lasts",
        "تشن قوات حفتر منذ الرابع من شباط هجوما على طرابلس.",
        ["Offensive by[قوات حفتر] at[طرابلس] 2024-02-04..None"],
    ),
    (
        "whose spokesman he was",
        "قال سالم المجعي، المتحدث باسم قوات الوفاق، إن خمسة قتلوا. وبحسب المجعي فإن قواته شنت عملية على محور اليرموك.",
        ["Offensive by[قوات الوفاق] at[محور اليرموك]", "Other"],
    ),
    (
        "whose drones were brought down",
        "قالت الوزارة إن نظام كييف حاول تنفيذ هجوم. وأسقطت الدفاعات الجوية الروسية 36 مسيرة أوكرانية فوق كورسك.",
        ["Other by[الدفاعات الجوية الروسية] on[نظام كييف] at[كورسك]"],
    ),
    (
        "whom a clause behind a comma tells of",
        "وتعارض الجماعة حركة طالبان، التي سيطرت على أفغانستان.",
        ["Capture by[حركة طالبان] at[أفغانستان]"],
    ),
    (
        "mountains no list has",
        "صدت القوات هجوما للحوثيين على جبل القرنين بمديرية حبشي.",
        ["Clash by[الحوثيين] on[القوات] at[جبل القرنين]"],
    ),
    (
        "an attack that hits a force",
        "استهدف هجوم قوات الشرطة في كركوك.",
        ["Other on[قوات الشرطة] at[كركوك]"],
    ),
    (
        "a raid that hits a force",
        "استهدفت غارة الحشد الشعبي في الرمادي.",
        ["AirStrike on[الحشد الشعبي] at[الرمادي]"],
    ),
    (
        "whom it carried out the arrest of",
        "قامت قوات الأمن باعتقال العقيد سامر الناصر في سبها.",
        ["Detention by[قوات الأمن] on[سامر الناصر] at[سبها]"],
    ),
    (
        "whose commander was arrested",
        "قامت قوة الردع باعتقال آمر اللواء 52 العقيد سامر الناصر في طرابلس.",
        ["Detention by[قوة الردع] on[سامر الناصر] at[طرابلس]"],
    ),
    (
        "carried out the attacking of",
        "قام الجيش بمهاجمة قوات الدعم السريع في الجنينة.",
        ["Other by[الجيش] on[قوات الدعم السريع] at[الجنينة]"],
    ),
    (
        "an aircraft that an army hit",
        "وقال مصدر إن الجيش استهدف طائرة مسيرة بصاروخ موجه في تعز.",
        ["GuidedMissile by[الجيش] at[تعز]"],
    ),
    (
        "what a force managed to hit",
        "تمكنت سرايا القدس من استهداف قوة مشاة إسرائيلية مكونة من 10 جنود أثناء اقتحام المدينة.",
        ["Offensive by[سرايا القدس] on[قوة مشاة إسرائيلية]"],
    ),
    (
        "whom an aircraft killed",
        "قامت طائرة للجيش الإسرائيلي بتصفية سالم اليعقوبي في رفح.",
        ["AirStrike by[الجيش الإسرائيلي]", "Shooting on[سالم اليعقوبي] at[رفح]"],
    ),
    (
        "inside a vehicle",
        "وقع انفجار شديد داخل دبابة في جباليا.",
        ["Explosion at[جباليا]"],
    ),
    (
        "under protection",
        "اقتحم المستوطنون المسجد الأقصى تحت حماية شرطة الاحتلال.",
        ["Offensive by[المستوطنون; شرطة الاحتلال] on[المسجد الأقصى] at[المسجد الأقصى]"],
    ),
    (
        "by air, and a town of one spelling",
        "شن العدو عدوانا جويا على بلدة النبطية.",
        ["AirStrike by[العدو] at[النبطية]"],
    ),
    (
        "who was stabbed",
        "قام شاب بطعن مجموعة من حرس حدود الاحتلال في القدس.",
        ["Other on[حرس حدود الاحتلال] at[القدس]"],
    ),
    (
        "home-made",
        "تصدى مقاومون لقوات الاحتلال في نابلس بالعبوات محلية الصنع.",
        ["Clash+Explosion by[مقاومون] on[قوات الاحتلال] at[نابلس]"],
    ),
    (
        "how far off, and from where",
        "قتل أربعة في هجوم شنته حركة الشباب على قاعدة عسكرية على بعد 27 كلم شمال العاصمة مقديشو.",
        ["Other by[حركة الشباب] at[مقديشو]"],
    ),
    (
        "an attempt by somebody that was foiled",
        "أعلنت الوزارة إحباط محاولة من قبل نظام كييف لشن هجوم بمسيرة على مدينة خيرسون.",
        ["AirStrike by[نظام كييف] at[خيرسون]"],
    ),
    (
        "who uses what was hit",
        "قصفت طائرات مبنى يستخدمه الحوثيون في مدينة زبيد.",
        ["AirStrike on[الحوثيون] at[زبيد]"],
    ),
    (
        "by whom a base is used",
        "تبنت حركة (الشباب) الهجوم على القاعدة المستخدمة من قبل القوات الحكومية الصومالية في بلدة سانكارا.",
        ["Other by[حركة الشباب] at[سانكارا]"],
    ),
    (
        "a facility that lies beside a city",
        "قصف الجيش مطار زوارة الواقع غرب طرابلس.",
        ["Shelling by[الجيش] on[مطار زوارة] at[مطار زوارة]"],
    ),
    (
        "the bombardment told before hit more",
        "قصف الحوثيون بلدة سانكارا. وقال سكان إن القصف استهدف أيضا منطقة كارلوت.",
        ["Shelling by[الحوثيون] at[سانكارا]", "Shelling by[الحوثيون] at[كارلوت]"],
    ),
    (
        "whose deed the pronoun tells",
        "وأعلنت قوات الجيش أنها استهدفت مطار زوارة، وفقا لأحمد الناصر.",
        ["Other by[قوات الجيش] on[مطار زوارة] at[مطار زوارة]"],
    ),
    (
        "an air raid that hit a group, the verb first",
        "استهدفت غارة جوية حركة الشباب في بلدة جلب.",
        ["AirStrike on[حركة الشباب] at[جلب]"],
    ),
    (
        "a third strike, of a nation, the verb first",
        "استهدفت ضربة أميركية ثالثة تنظيم الدولة في بونتلاند.",
        ["AirStrike by[الولايات المتحدة] on[تنظيم الدولة] at[بونتلاند]"],
    ),
    (
        "arms that both sides used in it",
        "اندلعت اشتباكات في بلدة بارا استخدم فيها الطرفان الأسلحة الثقيلة والمدافع.",
        ["Clash at[بارا]"],
    ),
    (
        "strikes that the speaker says it made",
        "أعلنت الولايات المتحدة أمس شنها ثلاث ضربات جوية ضد حركة الشباب في الصومال.",
        ["AirStrike by[الولايات المتحدة] on[حركة الشباب] at[الصومال] 2024-03-04..2024-03-04"],
    ),
    (
        "after they had entered",
        "أعلنت غرفة طوارئ أبو شوك مقتل 40 مدنيا بيد قوات الدعم السريع بعد أن توغلت إلى داخل بلدة بارا.",
        ["Offensive by[قوات الدعم السريع] at[بارا]"],
    ),
    (
        "a like attack",
        "اندلع اشتباك في قرية بارا. وكانت بلدة سانكارا قد شهدت في أيلول الماضي هجوما مشابها.",
        ["Clash at[بارا]", "Clash at[سانكارا] 2023-09-01..2023-09-30"],
    ),
    (
        "who sponsors an agreement is no party to it",
        "اتفق الجيش وحركة النهضة على هدنة في بارا. وينص الاتفاق الذي رعاه المجلس الرئاسي على فتح الطريق.",
        ["Agreement by[الجيش; حركة النهضة] at[بارا]"],
    ),
    (
        "another spot hit",
        "قصفت المدفعية سوق المواشي في مدينة الفاشر. وطالت بعض القذائف المستشفى السعودي.",
        ["Shelling on[المستشفى السعودي] at[المستشفى السعودي]", "Shelling on[سوق المواشي] at[الفاشر; سوق المواشي]"],
    ),
    (
        "five months after they were seized, said on Saturday",
        "أفرج مسلحون عن أربعة عمال إغاثة، بعد خمسة أشهر من اختطافهم في محافظة شبوة، حسبما قال مسؤولان يوم السبت.",
        ["Abduction at[شبوة] 2023-10-01..2023-10-31", "Other by[مسلحون]"],
    ),
    (
        "hirelings are not their master",
        "ارتكب مرتزقة العدوان خرقا للهدنة في الحديدة. وشن طيران العدوان غارات على صعدة.",
        ["AirStrike by[طيران العدوان] at[صعدة]", "Other by[مرتزقة العدوان] at[الحديدة]"],
    ),
    (
        "who looks into a blast",
        "انفجرت عبوة ناسفة في سوق شعبي ببلدة خانقين، وفتحت القوات الأمنية تحقيقا.",
        ["Explosion at[خانقين]", "Other by[القوات الأمنية] at[خانقين]"],
    ),
    (
        "who came to the site",
        "انفجرت عبوة ناسفة في سوق شعبي ببلدة خانقين، ووصلت قوات الشرطة إلى موقع الانفجار.",
        ["Explosion at[خانقين]"],
    ),
    (
        "an aircraft, charged, shot down",
        "اعترضت قوات التحالف طائرة دون طيار مفخخة فوق جازان.",
        ["Other by[قوات التحالف] at[جازان]"],
    ),
    (
        "what is to be avoided",
        "فرضت الشرطة حظر التجوال في تكريت لتلافي الهجمات الانتحارية.",
        ["Other by[الشرطة] at[تكريت]"],
    ),
    (
        "one of a force's aircraft, with its make",
        "قال ناشطون إن الطيران الحربي لقوات الأسد من نوع سيخوي استهدف مدينة سراقب.",
        ["AirStrike by[الطيران الحربي] at[سراقب]"],
    ),
    (
        "a number of a force's men",
        "قتل عدد من عناصر النظام بانفجار عبوة ناسفة في مدينة درعا.",
        ["Explosion on[عناصر النظام] at[درعا]"],
    ),
    (
        "a facility of a camp",
        "قتل ستة في قصف استهدف سوقا بمخيم النصيرات وسط قطاع غزة.",
        ["Shelling on[سوق] at[النصيرات; سوق]"],
    ),
    (
        "a camp close to another",
        "سيطرت قوات الدعم السريع على مخيم زمزم للنازحين، الواقع على مقربة من أبو شوك.",
        ["Capture by[قوات الدعم السريع] at[زمزم]"],
    ),
    (
        "told again by what was hit",
        "شنت طائرات حربية أمس غارات على بلدة بنش. وقال ناشطون إن الغارات استهدفت سوقا.",
        ["AirStrike on[سوق] at[بنش; سوق] 2024-03-04..2024-03-04"],
    ),
    ("a bomb of high power", "فجر مقاتلون عبوة شديدة الانفجار في مدينة غزة.", ["Explosion by[مقاتلون] at[غزة]"]),
    (
        "the operation of which it was part",
        'سيطر الجيش الوطني على قرية بارا في إطار عملية "نبع الماء" التي انطلقت في 20 يناير الماضي.',
        ["Capture by[الجيش الوطني] at[بارا]", "Offensive by[الجيش الوطني] at[بارا] 2024-01-20..None"],
    ),
    (
        "retaken after a retreat, by the staff of an army",
        "قالت هيئة أركان الجيش الأوكراني إن قواتها استعادت قرية بارا إثر انسحاب القوات الروسية منها.",
        ["Capture by[هيئة أركان الجيش الأوكراني] at[بارا]", "Withdrawal by[القوات الروسية] at[بارا]"],
    ),
    (
        "settlers by the dozen",
        "اقتحم عشرات المستوطنين الموقع الأثري في بلدة سبسطية.",
        ["Offensive by[المستوطنين] at[سبسطية]"],
    ),
    (
        "a capital that was shelled",
        "قصفت كتائب القسام تل أبيب برشقة صاروخية.",
        ["Shelling by[كتائب القسام] at[تل أبيب]"],
    ),
    (
        "rockets fired, before the verb",
        "ذكرت هيئة البث أن الصواريخ أطلقت من دير البلح باتجاه أسدود وعسقلان.",
        ["Shelling at[أسدود; عسقلان]"],
    ),
    (
        "the sound of gunfire",
        "سمع دوي إطلاق نار كثيف في صيدا.",
        ["Shooting at[صيدا]"],
    ),
    (
        "an ambush is no place",
        "قالت هيئة البث إن كمين المقاومة وقع ظهر الاثنين في جباليا.",
        ["Clash by[المقاومة] at[جباليا] 2024-03-04..2024-03-04"],
    ),
    (
        "where nobody lives",
        "سقط صاروخ في منطقة فارغة قرب عسقلان.",
        ["Shelling at[عسقلان]"],
    ),
    (
        "what a march was for",
        "خرج أهالي نابلس في مسيرة تنديدا بالعدوان الإسرائيلي على جنين.",
        ["Protest"],
    ),
    (
        "the speaker who fired",
        "قالت الشرطة الإسرائيلية إن الحادث وقع ليلا، وأكدت أنها أطلقت النار على المهاجم.",
        ["Shooting by[الشرطة الإسرائيلية]"],
    ),
    (
        "who is suspected of an attack",
        "قتل عشرة في هجوم يشتبه بأن جهاديين نفذوه في شمال بوركينا فاسو.",
        ["Other by[جهاديين] at[شمال بوركينا فاسو]"],
    ),
    (
        "what the place was before",
        "تمكن الجيش الصومالي خلال العملية من السيطرة على منطقة «جرعلي» التي كانت أحد معاقل حركة الشباب.",
        ["Capture by[الجيش الصومالي] at[جرعلي]"],
    ),
    (
        "a list in quotation marks",
        "هاجمت مليشيا الدعم السريع قرى “المغاربة، أم شانق، وود الكاشف” أمس.",
        ["Other by[مليشيا الدعم السريع] at[أم شانق; المغاربة; ود الكاشف] 2024-03-04..2024-03-04"],
    ),
    (
        "to a land next door",
        "فر عشرون ألف شخص من دارفور إلى الجارة تشاد.",
        ["Displacement at[تشاد; دارفور]"],
    ),
    (
        "what protesters ask for",
        "تظاهر الأهالي في بلدة بارا، وطالبوا بانسحاب القوات الأجنبية.",
        ["Protest at[بارا]", "Statement by[الأهالي]"],
    ),
    ("a capital that was shelled", "أسفر قصف كييف عن مقتل ثلاثة.", ["Shelling at[كييف]"]),
    ("a capital that a state shelled", "قصفت روسيا كييف بالصواريخ.", ["Shelling by[روسيا] at[كييف]"]),
    (
        "whose convoy came under fire",
        "تعرضت قافلة لبرنامج الأغذية العالمي لإطلاق نار قرب بلدة سانكارا.",
        ["Shooting on[برنامج الأغذية العالمي] at[سانكارا]"],
    ),
    (
        "killed in a raid",
        "أعلن الجيش الإسرائيلي اغتيال القائد في حماس محمد الناصر في غارة على غزة.",
        ["AirStrike by[الجيش الإسرائيلي] on[محمد الناصر] at[غزة]"],
    ),
    (
        "whose member it befell",
        "اغتال مسلحون مجهولون عنصرا سابقا في فصائل المعارضة بمدينة درعا.",
        ["Shooting by[مسلحون مجهولون] on[فصائل المعارضة] at[درعا]"],
    ),
    (
        "gunmen whose attack a group claims",
        "قتل 15 شخصا في كمين نصبه متشددون قرب بلدة سانكارا. وأعلنت حركة الشباب مسؤوليتها عن الكمين.",
        ["Clash by[حركة الشباب] at[سانكارا]"],
    ),
    (
        "a part of what was told",
        'استهدف هجوم فندق "النسيم" في مقديشو. وقال شاهد إن الهجوم بدأ بسيارة مفخخة عند بوابة الفندق.',
        ["VehicleBomb on[فندق النسيم] at[فندق النسيم; مقديشو]"],
    ),
    (
        "an aircraft brought down, and one that crashed",
        "نجحت جماعة بوكو حرام في إسقاط طائرة مروحية في مدينة غاو. وتحطمت مروحية ثانية في بلدة تيسيت أمس.",
        ["Other by[جماعة بوكو حرام] at[غاو]", "Other at[تيسيت] 2024-03-04..2024-03-04"],
    ),
    (
        "what was intended by it",
        "قصف الجيش بلدة بارا لقتلهم وتهجيرهم.",
        ["Shelling by[الجيش] at[بارا]"],
    ),
    (
        "who killed in a massacre",
        "قتلت قوات الأمن الإثيوبية الحكومية 45 مدنيا على الأقل في مجزرة وقعت في ولاية أمهرة.",
        ["Other by[قوات الأمن الإثيوبية] at[أمهرة]"],
    ),
    (
        "where it is told by where it lies",
        "فجر انتحاري سيارة مفخخة في دشت على الطرف الغربي من الإقليم.",
        ["SuicideAttack+VehicleBomb at[دشت]"],
    ),
    (
        "a person's forces",
        "قصفت قوات طارق صالح بلدة الجراحي.",
        ["Shelling by[قوات طارق صالح] at[الجراحي]"],
    ),
    (
        "a person's forces, with his rank",
        "قصفت مليشيا اللواء المتقاعد خليفة حفتر حيا سكنيا في سرت.",
        ["Shelling by[مليشيا اللواء المتقاعد خليفة حفتر] at[سرت]"],
    ),
    (
        "weapons told by who fired them",
        "قتل طفلان جراء سبع قذائف أطلقتها قوات حفتر على سبها.",
        ["Shelling by[قوات حفتر] at[سبها]"],
    ),
    (
        "an attempt foiled",
        "أعلن الحشد الشعبي إحباط محاولة تفجير جسر في الأنبار.",
        ["Other by[الحشد الشعبي] at[الأنبار]"],
    ),
    (
        "located, adverb",
        "خسر التنظيم ثلاثة من قادته في قصف على محافظة البيضاء الواقعة وسط البلاد.",
        ["Shelling at[البيضاء]"],
    ),
    (
        "details to come",
        "قصف سلاح الجو العراقي مضافة في كركوك، وسيتم عرض تفاصيل القصف لاحقا.",
        ["AirStrike by[سلاح الجو العراقي] at[كركوك]"],
    ),
    (
        "an attack expected of a state",
        "تتوقع كييف أن تشن موسكو هجوما جديدا في منطقة سومي خلال الشهر المقبل.",
        ["Offensive by[موسكو] at[سومي] 2024-04-01..2024-04-30"],
    ),
    (
        "a ministry's forces",
        "قصفت القوات الروسية مدينة خاركيف. وقالت وزارة الدفاع الروسية إن قواتها دمرت مستودعا في مدينة سومي.",
        ["Shelling by[القوات الروسية] at[خاركيف]", "Destruction by[القوات الروسية] at[سومي]"],
    ),
    (
        "attempts foiled, a date between",
        "أحبطت قوات حرس الحدود الأردنية، فجر اليوم الثلاثاء، محاولة تسلل قادمة من سوريا.",
        ["Other by[قوات حرس الحدود الأردنية] 2024-03-05..2024-03-05"],
    ),
    (
        "what a land is known to see",
        "قتل ضابط في انفجار عبوة شمال سيناء التي تشهد هجمات يشنها جهاديون.",
        ["Explosion at[شمال سيناء]"],
    ),
    (
        "soldiers who opened fire",
        "استشهد شاب عقب إطلاق جنود الاحتلال الرصاص الحي عليه قرب جنين.",
        ["Shooting by[الاحتلال] at[جنين]"],
    ),
    (
        "rooms are no bodies",
        "هاجم مستوطنون منزلا في حوارة، مستهدفين غرف نوم الأطفال.",
        ["Other by[مستوطنون] at[حوارة]"],
    ),
    (
        "from where they came that attack",
        "نفذ عناصر الدعم السريع المنسحبون من منطقة جبل أولياء هجوما على بلدة القطينة.",
        ["Other by[الدعم السريع] at[القطينة]"],
    ),
    (
        "men by an adjective who attack, and a prison that is hit",
        "هاجم عناصر إرهابيون دورية في تيلابيري. واستهدفت هجماتهم نقطة أمنية وسجن مدينة والام.",
        ["Other by[عناصر إرهابيون] at[تيلابيري; والام]"],
    ),
    (
        "arms won back",
        "استعاد الجيش أسلحة وذخائر قرب بلدة بارا.",
        ["Other by[الجيش] at[بارا]"],
    ),
    (
        "what a month brought",
        "قتل ستة في ضربة على مخبز في خاركيف. وتقول الأمم المتحدة إن 174 مدنيا قتلوا في أوكرانيا خلال كانون "
        "الثاني/يناير الماضي.",
        ["AirStrike on[مخبز] at[خاركيف; مخبز]", "Other at[أوكرانيا] 2024-01-01..2024-01-31"],
    ),
    (
        "an operation by its name",
        "قالت الوزارة إنها قتلت عشرة مسلحين في إطار عملية «المخلب القفل» في جبل كاره منذ يوم الجمعة.",
        ["Offensive at[جبل كاره] 2024-03-01..None"],
    ),
    (
        "a facility told by its kind alone",
        "استهدفت طائرات حربية، فجر الأحد، مستشفى في مدينة كفرنبل.",
        ["AirStrike on[مستشفى] at[كفرنبل; مستشفى] 2024-03-03..2024-03-03"],
    ),
    (
        "a facility told by its kind, then by its name",
        'هاجم مسلحون فندقا في مدينة مقديشو. وقالت الشرطة إن الهجوم على فندق "النسيم" انتهى.',
        ["Other by[مسلحون] on[فندق النسيم] at[فندق النسيم; مقديشو]"],
    ),
    (
        "a quarter behind the city that a sentence opens with",
        "وفي مدينة العريش داهمت الشرطة منازل في حي الزهور واعتقلت ثلاثين شابا.",
        ["Detention by[الشرطة] at[الزهور]"],
    ),
    (
        "where the speaker is",
        "قتل ثلاثة أطفال في انفجار لغم في بادية السخنة، بحسب ما ذكر مدير الدفاع المدني في تدمر.",
        ["Explosion at[بادية السخنة]"],
    ),
    (
        "the countrysides of two",
        "قصف الطيران الحربي بلدات في ريفي حماة وإدلب.",
        ["AirStrike by[الطيران الحربي] at[إدلب; حماة]"],
    ),
    (
        "two states that share a word",
        "نزح 375 شخصا من ولايتي جنوب وشمال كردفان.",
        ["Displacement at[جنوب كردفان; شمال كردفان]"],
    ),
    ("still besieged", "لا يزال سكان بلدة بارا محاصرين داخل بلدتهم.", ["Siege at[بارا]"]),
    (
        "an attack that only dates a raid",
        "وعقب الهجوم نفذت قوات سوريا الديمقراطية حملة مداهمات في بلدة بارا.",
        ["Detention by[قوات سوريا الديمقراطية] at[بارا]"],
    ),
    ("the town of an agreement", "ارتكب المسلحون عشرين خرقا لاتفاق الرياض في الحديدة.", ["Other at[الحديدة]"]),
    (
        "a body that declares it",
        "أعلنت المؤسسة الوطنية للنفط حالة القوة القاهرة.",
        ["Statement by[المؤسسة الوطنية للنفط]"],
    ),
    (
        "sides of a truce that was broken",
        "قصف الطيران الإسرائيلي بلدة يارون في خرق جديد لاتفاق وقف إطلاق النار بين إسرائيل وحزب الله.",
        ["AirStrike by[الطيران الإسرائيلي] at[يارون]"],
    ),
    (
        "a bombardment that goes on",
        "أدى القصف المدفعي المتواصل على مدينتي غزة ورفح إلى مقتل سبعة.",
        ["Shelling at[غزة; رفح]"],
    ),
    (
        "a fire brought under control",
        "تمكنت الفرق من السيطرة على الحريق الذي طال مركبات في نابلس.",
        ["Aid at[نابلس]"],
    ),
    (
        "bulldozers of a force",
        "هدمت جرافات الاحتلال منزلا في بلدة سلوان.",
        ["Destruction by[جرافات الاحتلال] at[سلوان]"],
    ),
    (
        "a list that ends in a source",
        "اعتقلت قوات الاحتلال ستة من محافظات الضفة، وفق نادي الأسير.",
        ["Detention by[قوات الاحتلال] at[الضفة]"],
    ),
    (
        "who killed in an attack",
        "قال المفوض سالم الناصر إن مسلحين قتلوا ما لا يقل عن 40 مزارعا في هجوم على بلدة بارا.",
        ["Other by[مسلحين] at[بارا]"],
    ),
    (
        "men of a group who killed in an attack",
        "قتل مسلحون من جماعة بوكو حرام 40 مزارعا في هجوم على بلدة بانكي.",
        ["Other by[جماعة بوكو حرام] at[بانكي]"],
    ),
    (
        "whose aircraft they are thought to be",
        "قتل سبعة بغارتين نفذتهما طائرتان مسيرتان يعتقد أنهما تابعتان لقوات الحكومة الإثيوبية على مقلي.",
        ["AirStrike by[قوات الحكومة الإثيوبية] at[مقلي]"],
    ),
    (
        "soldiers killed by a blast did not make it",
        "أعلن الجيش الباكستاني مقتل اثنين من جنوده بانفجار وقع في شمال وزيرستان.",
        ["Explosion on[الجيش الباكستاني] at[شمال وزيرستان]"],
    ),
    (
        "an operation to clear ground",
        "شنت قوات الجيش عملية تطهير في بلدة بارا.",
        ["Offensive by[قوات الجيش] at[بارا]"],
    ),
    (
        "the subject of the verb before, be it in no dictionary",
        "وفرّقت قوات الأمن المحتجين واعتقلت خمسة منهم في مدينة بارا.",
        ["Detention by[قوات الأمن] at[بارا]"],
    ),
    (
        "whose jets",
        "قال حزب النهضة إن الدولة التركية استخدمت أسلحة كيماوية، فيما شنت طائراتها غارات على جبل كاره.",
        ["AirStrike by[الدولة التركية] at[جبل كاره]", "ChemicalAttack by[الدولة التركية]"],
    ),
    (
        "raided once more",
        "شن الطيران غارة على بلدة بارا. ثم عاود القصف وقتل مسعفين اثنين.",
        ["AirStrike at[بارا]", "AirStrike at[بارا]"],
    ),
    (
        "the same period",
        "قصفت الطائرات بلدة بارا بين 3 و9 شباط. ونزحت مئة أسرة خلال الفترة ذاتها.",
        ["AirStrike at[بارا] 2024-02-03..2024-02-09", "Displacement 2024-02-03..2024-02-09"],
    ),
    (
        "who denies it did it",
        "قصفت فصائل بلدة بارا. وقصفت القوات السودانية سوقا في بلدة كبكابية. ونفت القوات السودانية القصف.",
        ["Shelling at[بارا]", "Shelling by[القوات السودانية] on[سوق] at[سوق; كبكابية]"],
    ),
    (
        "three days of a month",
        "قصف الطيران بلدة بارا أيام 3 و4 و5 شباط.",
        ["AirStrike at[بارا] 2024-02-03..2024-02-05"],
    ),
    (
        "announced that it was done",
        "أعلن الجيش أنه تم قصف موقع لحزب النهضة في بلدة بارا.",
        ["Shelling by[الجيش] on[حزب النهضة] at[بارا]"],
    ),
    ("announced that it happened", "أعلنت الشرطة أنه وقع انفجار في بلدة بارا.", ["Explosion at[بارا]"]),
    (
        "whose positions were struck",
        "أعلنت كتائب الوفاء عن هجوم بطائرات مسيرة استهدف مواقع إسرائيلية في بلدة بارا.",
        ["AirStrike by[كتائب الوفاء] at[بارا]"],
    ),
    (
        "who spoke later attacked first",
        "هاجمت قوات الدعم السريع مخيم أبو شوك للنازحين وأعلنت سيطرتها عليه.",
        [
            "Other by[قوات الدعم السريع] on[أبو شوك] at[أبو شوك]",
            "Capture by[قوات الدعم السريع] at[أبو شوك]",
        ],
    ),
    (
        "who answers a bombardment did not bombard",
        "ردت قوات الجيش بقوة على القصف المدفعي الذي شنته قوات الدعم السريع على بارا.",
        ["Shelling by[قوات الدعم السريع] at[بارا]"],
    ),
    (
        "an attack beaten off",
        "دحر الجيش الصومالي هجوما شنته حركة الشباب على بلدة مسغواي.",
        ["Clash by[حركة الشباب] on[الجيش الصومالي] at[مسغواي]"],
    ),
    (
        "a force told by whom it sides with",
        "هاجمت مليشيا موالية للحكومة معسكر الحميدية للنازحين.",
        ["Other by[مليشيا موالية للحكومة] on[الحميدية] at[الحميدية]"],
    ),
    (
        "who was shot dead did not shoot",
        "قتل المزارع تيجاني الناصر رميا بالرصاص على يد مليشيات حكومية في قريضة.",
        ["Shooting by[مليشيات حكومية] at[قريضة]"],
    ),
    (
        "subject, day and means between a verbal noun and its object",
        "أسفر قصف الجيش أمس لسوق طرة عن مقتل خمسة. وأدى استهداف الدعم السريع بالمدفعية لسوق صابرين إلى مقتل ستة.",
        [
            "Shelling by[الجيش] on[سوق طرة] at[سوق طرة] 2024-03-04..2024-03-04",
            "Shelling by[الدعم السريع] on[سوق صابرين] at[سوق صابرين]",
        ],
    ),
    (
        "a name told before with its type word",
        "انسحبت القوات من بلدة سانكارا دون قتال. وقصفت طائرات الجيش سانكارا، الأحد.",
        ["Withdrawal by[القوات] at[سانكارا]", "AirStrike by[الجيش] at[سانكارا] 2024-03-03..2024-03-03"],
    ),
    (
        "how far another place is",
        "اندلعت اشتباكات في مدينة الزاوية (45 كيلومترا غرب طرابلس) مساء الأحد.",
        ["Clash at[الزاوية] 2024-03-03..2024-03-03"],
    ),
    (
        "a town close to another",
        "سيطر مسلحون على مدينة كاتي القريبة من العاصمة باماكو.",
        ["Capture by[مسلحون] at[كاتي]"],
    ),
    (
        "quarters of a capital",
        "أصيب سبعة أشخاص في قصف صاروخي طال منطقتي باب بن غشير وأبو سليم بالعاصمة الليبية طرابلس.",
        ["Shelling at[باب بن غشير; أبو سليم]"],
    ),
    (
        "ends of the line of a front",
        'قصف الجيش قريتي سانكارا وكارلوت على محور "تل تمر– أبو راسين" بريف الحسكة.',
        ["Shelling by[الجيش] at[سانكارا; كارلوت]"],
    ),
    (
        "where drones came from that were shot down",
        "أسقط الجيش السعودي طائرتين مسيرتين أطلقتهما جماعة الحوثي من صنعاء باتجاه خميس مشيط.",
        ["Other by[الجيش السعودي] on[جماعة الحوثي] at[خميس مشيط]"],
    ),
    ("the land of an office", "أعلن المبعوث الأميركي للشرق الأوسط هدنة في السويداء.", ["Agreement at[السويداء]"]),
    (
        "an attack backed from the air",
        "شن الجيش هجوما عنيفا مدعوما بالمدفعية على قرية البارة.",
        ["Offensive+Shelling by[الجيش] at[البارة]"],
    ),
    (
        "a fire that a strike led to",
        "أغارت طائرة على مخيم بارا ما أدى إلى اندلاع النيران في الخيام.",
        ["AirStrike on[بارا] at[بارا]"],
    ),
    ("lorries that came in", "دخلت ثلاثون شاحنة إغاثية إلى مدينة دوما.", ["Aid at[دوما]"]),
    ("a bomb that fell", "سقطت قنبلة على منزل في مدينة بارا.", ["AirStrike at[بارا]"]),
    (
        "the day of a toll",
        "أعلنت الشرطة، الثلاثاء، ارتفاع حصيلة الهجوم على مدينة بارا إلى 19 قتيلا.",
        ["Other at[بارا]"],
    ),
    ("by whose bullets", "قُتل مدني برصاص مسلحين في مدينة أوباري.", ["Shooting by[مسلحين] at[أوباري]"]),
    (
        "said that unknown men did it",
        "قال السكان إن مجهولين فجروا عبوة ناسفة قرب بلدة داكرو.",
        ["Explosion by[مجهولين] at[داكرو]"],
    ),
    (
        "a village that no gazetteer lists, by its bare name",
        "هاجم مسلحون قرية داكرو في ولاية بورنو. وقال سكان إن المسلحين أحرقوا عشرين منزلا في داكرو.",
        ["Other by[المسلحين] at[داكرو]", "Destruction by[المسلحين] at[داكرو]"],
    ),
    (
        "a settlement with and without its type word",
        'قصفت المقاومة مستعمرة "تسوريبل" بعشرات الصواريخ. وأصيب شخصان جراء سقوط صواريخ في "تسوريبل".',
        ["Shelling by[المقاومة] at[مستعمرة تسوريبل]"],
    ),
    (
        "an ambush in which the same were shot",
        "قتل سبعة تجار برصاص مسلحين في قرية داكرو إثر كمين نصبه المسلحون ليلا.",
        ["Clash+Shooting by[مسلحين] at[داكرو] 2024-03-05..2024-03-05"],
    ),
    (
        "whoever claims an ambush laid it",
        "قتل 22 جنديا في كمين نصبه متشددون يوم السبت قرب بلدة جيبو. وأعلنت جماعة أنصار الإسلام مسؤوليتها عن الكمين.",
        ["Clash by[جماعة أنصار الإسلام] at[جيبو] 2024-03-02..2024-03-02"],
    ),
    (
        "what is not known until now dates nothing",
        "استهدفت مسيرة وسط مدينة منبج، دون معرفة عدد الضحايا حتى الآن.",
        ["AirStrike at[منبج]"],
    ),
    (
        "a campaign to retake a city, from its start on",
        "وبدأت حملة استعادة الموصل في 17 تشرين الأول/أكتوبر 2016.",
        ["Offensive at[الموصل] 2016-10-17..None"],
    ),
    ("gunmen who took to flight", "لاذ المسلحون بالفرار من بلدة بارا.", ["Withdrawal at[بارا]"]),
    ("jets", "قصفت مقاتلات جوية محيط مدينة بارا.", ["AirStrike at[بارا]"]),
    (
        "the attacks of long ago are not the one told without a day",
        "قتل عشرة جنود في هجوم على بلدة تيسيت. وبدأت أولى الهجمات على تيسيت عام 2010.",
        ["Other at[تيسيت]", "Other at[تيسيت] 2010-01-01..2010-12-31"],
    ),
    (
        "a blast in front of a headquarters is not its owner's",
        "أسفر انفجار سيارة مفخخة أمام مقر قيادة الشرطة في مدينة أعزاز عن مقتل أربعة.",
        ["VehicleBomb at[أعزاز]"],
    ),
    (
        "who announces a sniper's shot fired it",
        "أعلنت كتائب القسام قنص جندي إسرائيلي شرق مدينة غزة.",
        ["Shooting by[كتائب القسام] at[غزة]"],
    ),
    (
        "the subject of a verb behind 'as also'",
        "قصف الجيش قرية كفرة، كما قصف بلدة سرمين.",
        ["Shelling by[الجيش] at[كفرة]", "Shelling by[الجيش] at[سرمين]"],
    ),
    (
        "a destroyer is targeted, whosever it is",
        "أعلنت جماعة الحوثي، مساء اليوم، استهداف مدمرة أمريكية في البحر الأحمر.",
        ["Other by[جماعة الحوثي] at[البحر الأحمر] 2024-03-05..2024-03-05"],
    ),
    (
        "the other side of battles that came before",
        "انسحبت قوات الجيش من مدينة سنجة بعد معارك ضارية مع قوات الدعم السريع.",
        ["Withdrawal by[قوات الجيش] at[سنجة]", "Clash by[قوات الجيش; قوات الدعم السريع] at[سنجة]"],
    ),
    (
        "a time between the verb and what is hit",
        "استهدفت المقاومة الإسلامية عند الساعة 10:30 من صباح الثلاثاء تجمعا لجنود العدو الإسرائيلي في ثكنة ميتات.",
        ["Other by[المقاومة الإسلامية] on[العدو الإسرائيلي] at[ثكنة ميتات] 2024-03-05..2024-03-05"],
    ),
    (
        "a group told by an adjective goes by its own name",
        "قتل مدني في قصف حوثي على قرية في مديرية حيس.",
        ["Shelling by[جماعة الحوثي] at[حيس]"],
    ),
    (
        "whose fighters were neutralised",
        "أعلنت وزارة الدفاع التركية تحييد 12 إرهابيا من تنظيم بي كا كا شمالي العراق.",
        ["Other by[وزارة الدفاع التركية] on[تنظيم بي كا كا] at[العراق]"],
    ),
    (
        "whom gunmen came to kill",
        "أقدم شخصان يستقلان دراجة نارية على اغتيال عنصر من قوات سوريا الديمقراطية في بلدة الشحيل.",
        ["Shooting on[قوات سوريا الديمقراطية] at[الشحيل]"],
    ),
    (
        "who claimed an attack that another tells of",
        "قال الجيش إن هجوما انتحاريا تبنته حركة الشباب أدى إلى مقتل سبعة أشخاص في مقديشو.",
        ["SuicideAttack by[حركة الشباب] at[مقديشو]"],
    ),
    (
        "two forces behind a verb are subject and object",
        "قصفت قوات الوفاق قوات حفتر في منطقة عين زارة.",
        ["Shelling by[قوات الوفاق] on[قوات حفتر] at[عين زارة]"],
    ),
    ("a capital that clashes are known by", "أسفرت اشتباكات طرابلس عن مقتل 16 شخصا.", ["Clash at[طرابلس]"]),
    (
        "aircraft behind a raid strike, they are not struck",
        "في غارة أخرى استهدفت طائرة حربية تركية منزلا في بلدة عامودا.",
        ["AirStrike by[طائرة حربية تركية] at[عامودا]"],
    ),
    (
        "a gathering of soldiers is the target",
        "تبنى حزب الله استهداف تجمع لجنود إسرائيليين قرب بلدة يارين.",
        ["Other by[حزب الله] on[جنود إسرائيليين] at[يارين]"],
    ),
    (
        "who was arrested behind a verb of the other gender",
        "داهمت قوات الاحتلال بلدة دورا، واعتقلت الشاب معاذ نصار.",
        ["Detention by[قوات الاحتلال] on[معاذ نصار] at[دورا]"],
    ),
    (
        "a large force of an army is who stormed",
        "اقتحمت قوة كبيرة من الجيش بلدة إذنا.",
        ["Offensive by[الجيش] at[إذنا]"],
    ),
    (
        "a force that targets the surroundings of a village",
        "أصيب ثلاثة مدنيين نتيجة استهداف قوات النظام محيط قرية كفر تعال.",
        ["Other by[قوات النظام] at[كفر تعال]"],
    ),
    (
        "things of the enemy behind a verb of hitting",
        "شن طيران التحالف العربي 20 غارة على محافظة صعدة، استهدفت آليات ومواقع متفرقة للميليشيات الحوثية.",
        ["AirStrike by[طيران التحالف العربي] on[الميليشيات الحوثية] at[صعدة]"],
    ),
    (
        "what the shelling hit, the verb before its subject",
        "تعرضت مدينة أريحا لقصف عنيف، طال القصف مركز الدفاع المدني.",
        ["Shelling on[مركز الدفاع المدني] at[أريحا]"],
    ),
    (
        "aircraft that also shelled, behind that",
        "وأضافت أن طيران الجيش قصف أيضا محلية الكومة في ولاية شمال دارفور.",
        ["AirStrike by[طيران الجيش] at[الكومة]"],
    ),
    (
        "a district beside a border",
        "استهدفت مقاتلات التحالف مديرية خب والشعف الحدودية مع نجران.",
        ["AirStrike by[مقاتلات التحالف] at[خب والشعف]"],
    ),
    (
        "the second side of a battle told by its men",
        "اندلعت اشتباكات عنيفة بين الجيش وعناصر من جماعة بوكو حرام في بلدة ديكوا.",
        ["Clash by[الجيش; جماعة بوكو حرام] at[ديكوا]"],
    ),
    (
        "a nationality of the ship that was targeted",
        "أعلن الحوثيون استهداف سفينة بريطانية في البحر الأحمر.",
        ["Other by[الحوثيون] at[البحر الأحمر]"],
    ),
    (
        "a person told by a post is who was assassinated",
        "اغتال مسلحون القيادي في حزب الله علي بركات في بلدة الدوير.",
        ["Shooting by[مسلحون] on[علي بركات] at[الدوير]"],
    ),
    (
        "a member of a body is who was assassinated",
        "اغتال مجهولون عضو لجنة المصالحة فايز الراضي بإطلاق النار عليه في مدينة الصنمين.",
        ["Shooting by[مجهولون] on[فايز الراضي] at[الصنمين]"],
    ),
    (
        "the date of what a blast is only set against",
        "قتل خمسة في تفجير بكابول هو الأول منذ سيطرة طالبان في آب 2021.",
        ["Explosion at[كابول]"],
    ),
    (
        "since when a town that is shelled has been held",
        "قصف الجيش التركي قرية عين دقنة التي تسيطر عليها قوات سوريا الديمقراطية منذ 2016.",
        ["Shelling by[الجيش التركي] at[عين دقنة]"],
    ),
    (
        "the lead's day covers all that the same force did there",
        "اقتحمت قوات الاحتلال بلدة يعبد صباح اليوم الثلاثاء. واعتقلت قوات الاحتلال ثلاثة شبان من يعبد.",
        [
            "Offensive by[قوات الاحتلال] at[يعبد] 2024-03-05..2024-03-05",
            "Detention by[قوات الاحتلال] at[يعبد] 2024-03-05..2024-03-05",
        ],
    ),
    (
        "one of the hurt says not who was aimed at",
        "أصيب سبعة أشخاص بينهم عنصر من الدفاع المدني في قصف لقوات النظام على بلدة سرمين.",
        ["Shelling by[قوات النظام] at[سرمين]"],
    ),
    (
        "whose storming it was while they opened fire",
        "أصيب ستة جراء إطلاق قوات الاحتلال النار خلال اقتحامها مخيم بلاطة.",
        ["Shooting+Offensive by[قوات الاحتلال] on[بلاطة] at[بلاطة]"],
    ),
    (
        "a verb that does not agree with the noun before it has its own subject",
        "في هجوم هو الأعنف، استهدفت حركة الشباب ثكنة في بلدة بلدوين.",
        ["Other by[حركة الشباب] at[بلدوين]"],
    ),
    (
        "a nationality of what was hit",
        "استهدف مسلحون موكبا إماراتيا في مقديشو.",
        ["Other by[مسلحون] at[مقديشو]"],
    ),
    (
        "two adjectives of nationality are two agents",
        "قتل خمسة في غارات أمريكية بريطانية على مدينة الحديدة.",
        ["AirStrike by[الولايات المتحدة; بريطانيا] at[الحديدة]"],
    ),
    (
        "who is described by what it did is the agent",
        "سقط قتلى من قوات النظام السوري التي قصفت بلدة كفرنبل بالمدفعية.",
        ["Shelling by[قوات النظام السوري] at[كفرنبل]"],
    ),
    (
        "attackers told of behind a preposition",
        "قتل جنديان في هجوم لمسلحي داعش على بلدة الدجيل.",
        ["Other by[داعش] at[الدجيل]"],
    ),
    (
        "an ambush for soldiers is one against them",
        "قتل خمسة في كمين لعناصر الجيش قرب بلدة الدجيل.",
        ["Clash on[الجيش] at[الدجيل]"],
    ),
    (
        "the object of a shelling carried out",
        "قام طيران النظام بقصف مقر شركة الجوف النفطية في مدينة سرت.",
        ["AirStrike by[طيران النظام] on[شركة الجوف النفطية] at[سرت]"],
    ),
    (
        "gatherings are what is aimed at",
        "قامت الفصائل المعارضة باستهداف تجمعات لنظام الأسد في بلدة حيش.",
        ["Other by[الفصائل المعارضة] on[نظام الأسد] at[حيش]"],
    ),
    (
        "the dead listed by name were not aimed at",
        "استشهد مدنيان جراء قصف الجيش التركي قرية المشيرفة، هما نايف الحياوي وريما الأحمد.",
        ["Shelling by[الجيش التركي] at[المشيرفة]"],
    ),
    (
        "raids resumed, with a day between commas",
        "عاود طيران العدوان، اليوم الثلاثاء، غاراته على مديرية صرواح.",
        ["AirStrike by[طيران العدوان] at[صرواح] 2024-03-05..2024-03-05"],
    ),
    (
        "two sentences",
        "شن الجيش الإسرائيلي غارات على بلدات عيتا الشعب ورامية فجر اليوم. ورد حزب الله بقصف ثكنة برانيت.",
        [
            "AirStrike by[الجيش الإسرائيلي] at[رامية; عيتا الشعب] 2024-03-05..2024-03-05",
            "Shelling by[حزب الله] on[ثكنة برانيت] at[ثكنة برانيت]",
        ],
    ),
    ("a belt that is worn is no attack", "قتلت القوة في بلدة حمرين مسلحا كان يرتدي حزاما ناسفا.", ["Clash at[حمرين]"]),
    (
        "a raid on a flat is not the raid on a car told before it",
        "قتل شخصان في غارة استهدفت سيارة في خان يونس، كما قتل ثلاثة في غارة استهدفت شقة سكنية في خان يونس.",
        ["AirStrike at[خان يونس]", "AirStrike at[خان يونس]"],
    ),
    (
        "a raid behind raids is one of its own",
        "شن الطيران الحربي غارات على مدينة سراقب. وقتل طفل في غارة على سراقب.",
        ["AirStrike by[الطيران الحربي] at[سراقب]"] * 2,
    ),
    (
        "a like shelling is another",
        "استهدف قصف صاروخي لقوات النظام بلدة كفرنبل. وأدى قصف مماثل على كفرنبل إلى مقتل رجلين.",
        ["Shelling by[قوات النظام] at[كفرنبل]", "Shelling at[كفرنبل]"],
    ),
    (
        "what was also shelled was shelled in another happening",
        "قصفت قوات النظام بالمدفعية مدينة أريحا، كما قصفت قوات النظام مدينة أريحا بالصواريخ.",
        ["Shelling by[قوات النظام] at[أريحا]", "Shelling by[قوات النظام] at[أريحا]"],
    ),
    (
        "the last stronghold is no other battle",
        "شن الجيش هجوما على الباغوز آخر معاقل التنظيم. وقال ناشطون إن الهجوم مستمر.",
        ["Other by[الجيش] at[الباغوز]"],
    ),
    (
        "the town behind the region that the opening told of",
        "قتل عنصران إثر انفجار عبوة ناسفة في محافظة درعا اليوم. وقال ناشطون إن العبوة الناسفة انفجرت قرب بلدة نافعة.",
        ["Explosion at[درعا; نافعة] 2024-03-05..2024-03-05"],
    ),
    (
        "a nationality behind a verb is its object",
        "وصل وفد حركة حماس إلى القاهرة. واعتقل جيش الاحتلال فلسطينيين في نابلس.",
        ["Detention by[جيش الاحتلال] at[نابلس]"],
    ),
    (
        "struck as well, behind a word that is no noun here",
        "كما استهدف طيران التحالف بلدة هجين.",
        ["AirStrike by[طيران التحالف] at[هجين]"],
    ),
    (
        "the hospital that the wounded reached",
        "أصيب ستة مدنيين بقصف مدفعي على بلدة تفتناز ونقلوا إلى مستشفى باب الهوى.",
        ["Shelling at[تفتناز]"],
    ),
    (
        "this is the first blast since another happening",
        "قتل خمسة أشخاص في انفجار في كابل أمس. وهذا أول انفجار تشهده كابل منذ مطلع العام الماضي.",
        ["Explosion at[كابل] 2024-03-04..2024-03-04"],
    ),
    (
        "the worst of its kind since the start of the year",
        "قتل 30 شخصا في تفجير وسط بغداد يوم الأحد. ويعد هذا التفجير الأعنف منذ مطلع العام الجاري.",
        ["Explosion at[بغداد] 2024-03-03..2024-03-03"],
    ),
    ("a bus for evacuation is none", "قصف الجيش حافلات إجلاء في مدينة إيربين.", ["Shelling by[الجيش] at[إيربين]"]),
    (
        "who did the attack is no attack of its own",
        "ألقت الشرطة القبض على منفذ الهجوم في مدينة كويته.",
        ["Detention by[الشرطة] at[كويته]"],
    ),
    (
        "a foiled attempt and what was attempted are one",
        "أعلنت الوزارة إحباط محاولة لتنفيذ هجوم بطائرات مسيرة على مدينة كورسك.",
        ["AirStrike at[كورسك]"],
    ),
    (
        "what is aimed at is not done",
        "تدور معارك بين الجيش وقوات الدعم السريع في محور الصالحة بهدف السيطرة على المدينة.",
        ["Clash by[الجيش; قوات الدعم السريع] at[محور الصالحة]"],
    ),
    (
        "arms found do not fire",
        "ضبطت الشرطة ثلاثة أوكار في قضاء داقوق بداخلها عبوات ناسفة وصواريخ.",
        ["Other by[الشرطة] at[قضاء داقوق]"],
    ),
    (
        "a fire set is no fire opened",
        "قام مستوطنون بإضرام النار بأشجار زيتون في بلدة بورين.",
        ["Destruction by[مستوطنون] at[بورين]"],
    ),
    (
        "drones brought down",
        "أسقطت الدفاعات الجوية الطائرات المسيرة فوق مدينة كييف.",
        ["Other by[الدفاعات الجوية] at[كييف]"],
    ),
    ("troops deployed are not published", "نشر الجيش تعزيزات في مدينة مأرب.", ["Other by[الجيش] at[مأرب]"]),
    ("to step back from a decision", "تراجع الجيش عن قراره فرض حظر تجول في مدينة واو.", ["Other by[الجيش] at[واو]"]),
    ("a prison is no arrest", "اندلع تمرد في سجن مدينة الحسكة.", ["Other at[الحسكة]"]),
    (
        "a weapon that a car carries",
        "استهدف مجهولون بعبوة ناسفة سيارة مزودة برشاش دوشكا في بلدة الجيزة.",
        ["Explosion by[مجهولون] at[الجيزة]"],
    ),
    (
        "by means of",
        "أعلن حزب الله مهاجمة تجمع للجنود في مستوطنة المطلة مستخدما صواريخ.",
        ["Shelling by[حزب الله] at[المطلة]"],
    ),
    ("what happens nearly every day", "تشهد محافظة إدلب بشكل شبه يومي عمليات خطف واغتيال.", []),
    ("traffic that stops", "بالتزامن مع توقف حركة المرور وسط مدينة شهبا.", []),
    ("those who left", "أفادت مصادر بأن سكانا غادروا مدينة كايا.", ["Displacement at[كايا]"]),
    (
        "stones are no shells",
        "رشق شبان دورية للقوات الأمريكية بالحجارة في بلدة تل الذهب.",
        ["Other on[القوات الأمريكية] at[تل الذهب]"],
    ),
    ("a verb with its object on it", "منعتهم قوات الأمن من الوصول إلى بلدة بتير.", ["Other by[قوات الأمن] at[بتير]"]),
    ("a proposal brought forward", "ينص المشروع الذي تقدمت به فرنسا على نشر مراقبين.", []),
    ("a figure taken back", "أعلن المسؤولون أنهم تراجعوا عن هذا الرقم.", []),
    ("statuses settled", "تنتهي مهلة تسوية أوضاع الجنود في محافظة طرطوس.", ["Other at[طرطوس]"]),
    (
        "fallen into the hands of",
        "أعلن ناشطون سقوط مدينة الفاشر بيد قوات الدعم السريع.",
        ["Capture by[قوات الدعم السريع] at[الفاشر]"],
    ),
    ("troops that flee", "فر جنود الجيش من بلدة منداو.", ["Withdrawal by[الجيش] at[منداو]"]),
    ("redeployed", "أعادت القوات الأميركية انتشارها في بلدة الشدادي.", ["Withdrawal by[القوات الأميركية] at[الشدادي]"]),
    ("a patrol sent out", "سيرت الشرطة العسكرية دورية في بلدة عين عيسى.", ["Other by[الشرطة العسكرية] at[عين عيسى]"]),
    (
        "to go into battle is not to go into a town",
        "دخلت القوات المشتركة في اشتباكات مع الحوثيين في مدينة حيس.",
        ["Clash by[القوات المشتركة; الحوثيين] at[حيس]"],
    ),
    ("fire and its arms", "أطلق الحوثيون نيران أسلحتهم على منازل في مديرية حيس.", ["Shooting by[الحوثيون] at[حيس]"]),
    ("ground still held", "تواصل القوات الأوكرانية السيطرة على مدينة بوكروفسك.", []),
    ("a delegation that leaves", "غادر وفد الجيش إلى مدينة جدة.", []),
    ("to comb an area", "انطلقت عملية واسعة لتفتيش قرى غرب مدينة الموصل.", ["Offensive at[الموصل]"]),
    (
        "a drone that bears a charge is no car",
        "نفذت مسيرة تركية مفخخة هجوما على مدينة تل رفعت.",
        ["AirStrike by[مسيرة تركية] at[تل رفعت]"],
    ),
    ("to cordon off the spot", "طوقت قوات الأمن مكان الانفجار في مدينة كركوك.", []),
    ("to calm a situation", "نعمل على تهدئة الوضع في جنوب لبنان.", []),
    ("a warning that a figure may rise is no news", "حذرت الشرطة من ارتفاع عدد القتلى.", []),
    ("more than so many went in", "دخل أكثر من 50 مقاتلا بلدة مسكنة.", ["Offensive at[مسكنة]"]),
    (
        "a hail of bullets",
        "استهدف مقاتلون آليات عسكرية بزخات كثيفة من الرصاص في ضاحية ذنابة.",
        ["Shooting by[مقاتلون] at[ذنابة]"],
    ),
    ("names published", "نشر المرصد أسماء الجنود القتلى.", []),
    ("sirens are no blast", "دوت صفارات الإنذار في مدينة كريات شمونة.", []),
    (
        "a verb and its object far apart: a cell broken up",
        "فكك جهاز الأمن الوطني في مدينة كركوك خلية نائمة.",
        ["Detention by[جهاز الأمن الوطني] at[كركوك]"],
    ),
    (
        "mines cleared are no explosion",
        "فككت فرق الهندسة عشرات الألغام في بلدة العزيزية.",
        ["Other by[فرق الهندسة] at[العزيزية]"],
    ),
    ("a checkpoint set up", "نصبت قوات الاحتلال حاجزا على مدخل بلدة سلواد.", ["Other by[قوات الاحتلال] at[سلواد]"]),
    ("aid kept out is no aid", "منع مسلحون دخول قافلة مساعدات إلى مدينة الفاشر.", ["Other by[مسلحون] at[الفاشر]"]),
    ("troops that enter", "دخلت الدبابات الإسرائيلية مدينة رفح.", ["Offensive by[الدبابات الإسرائيلية] at[رفح]"]),
    ("fire opened", "فتح مسلح النار على مصلين في مدينة كابل.", ["Shooting at[كابل]"]),
    ("the displaced come home", "عادت 30 عائلة نازحة إلى بلدة القصير.", ["Other at[القصير]"]),
    ("one's own troops taken out", "أخرجت الحركة مقاتليها من مدينة منبج.", ["Withdrawal at[منبج]"]),
    (
        "the exact spot behind the region of the lead",
        "قتل عنصران من الجيش السوري إثر انفجار عبوة ناسفة في ريف درعا الغربي. "
        "وذكر ناشطون أن عبوة ناسفة انفجرت بسيارة للجيش السوري في بلدة طفس بريف درعا الغربي.",
        ["Explosion on[الجيش السوري] at[ريف درعا الغربي; طفس]"],
    ),
    (
        "each displaced figure its own places",
        "استقبلت مدينة الدانا 3100 نازح، تلتها مدينة سلقين بقرابة 1500 نازح.",
        ["Displacement at[الدانا]", "Displacement at[سلقين]"],
    ),
    (
        "each displaced figure its own places",
        "نزح 850 شخصا من بلدة بارا، إضافة إلى 240 من مدينة الأبيض و130 آخرين من مدينة النهود.",
        ["Displacement at[الأبيض]", "Displacement at[النهود]", "Displacement at[بارا]"],
    ),
    (
        "the city is the one the sentence opens with",
        "في الخليل، اقتحمت القوات الإسرائيلية بلدة يطا. وفي طولكرم، اقتحمت القوات الإسرائيلية المدينة من الشمال.",
        ["Offensive by[القوات الإسرائيلية] at[يطا]", "Offensive by[القوات الإسرائيلية] at[طولكرم]"],
    ),
    (
        "a phrase is not cut",
        "دارت معارك كر وفر في محيط مدينة نيالا.",
        ["Clash at[نيالا]"],
    ),
    (
        "local is no locality",
        "استعادت القوات الروسية مدعومة بعشائر محلية السيطرة على مدينة دنيبرو.",
        ["Capture by[القوات الروسية] at[دنيبرو]"],
    ),
    (
        "its source is who did it",
        "تعرضت بلدة سفوهن لقصف مدفعي مصدره الجيش السوري.",
        ["Shelling by[الجيش السوري] at[سفوهن]"],
    ),
    (
        "a subject before a plural verb of killing",
        "أعلنت الشرطة أن مسلحي بوكو حرام ذبحوا تسعة رعاة قرب مايدوجوري.",
        ["Other by[بوكو حرام] at[مايدوجوري]"],
    ),
    (
        "amid a crowd",
        "فجر انتحاري نفسه وسط تجمع للمواطنين في مدينة كركوك.",
        ["SuicideAttack at[كركوك]"],
    ),
    (
        "a time of day is no clause",
        "قصفت القوات الروسية بعد ظهر اليوم بلدتي كفرنبل وحزارين.",
        ["Shelling by[القوات الروسية] at[حزارين; كفرنبل] 2024-03-05..2024-03-05"],
    ),
    (
        "a time of day is no clause",
        "استهدفت القوات الروسية بقذائف المدفعية بعد الظهر قرية كنصفرة.",
        ["Shelling by[القوات الروسية] at[كنصفرة]"],
    ),
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
        "adjective for an actor",
        "قُتل خمسة أشخاص في غارة أميركية على بلدة الشعيرات.",
        ["AirStrike by[الولايات المتحدة] at[الشعيرات]"],
    ),
    (
        "adjective for an actor",
        "توغلت آليات تركية في ريف تل أبيض الغربي أمس.",
        ["Offensive by[تركيا] at[ريف تل أبيض الغربي] 2024-03-04..2024-03-04"],
    ),
    (
        "two sentences",
        "هاجم مسلحو حركة الشباب فندقاً في مقديشو مساء الأحد.",
        ["Other by[حركة الشباب] on[فندق] at[فندق; مقديشو] 2024-03-03..2024-03-03"],
    ),
    (
        "passive",
        "قُصفت بلدة الدانا بصواريخ أرض أرض أمس.",
        ["Shelling at[الدانا] 2024-03-04..2024-03-04"],
    ),
    (
        "passive",
        "استُهدفت قاعدة عين الأسد بطائرة مسيّرة فجر الاثنين.",
        ["AirStrike on[قاعدة عين الأسد] at[قاعدة عين الأسد] 2024-03-04..2024-03-04"],
    ),
    (
        "means after result",
        "قُتل مدني وأصيب آخر إثر انفجار لغم من مخلفات تنظيم داعش في بادية البوكمال.",
        ["Explosion at[بادية البوكمال]"],
    ),
    (
        "means after result",
        "استشهد شاب برصاص جنود الاحتلال عند حاجز حوارة جنوب نابلس.",
        ["Shooting by[الاحتلال] at[حاجز حوارة]"],
    ),
    (
        "storming",
        "اقتحم مستوطنون قرية المغير شرق رام الله.",
        ["Offensive by[مستوطنون] at[المغير]"],
    ),
    (
        "naval",
        "استهدف الحوثيون سفينة تجارية في خليج عدن بصاروخ باليستي.",
        ["Shelling by[الحوثيون] at[خليج عدن]"],
    ),
    (
        "drone boat",
        "هاجمت القوات الأوكرانية سفينة روسية قرب شبه جزيرة القرم بزوارق مسيّرة.",
        ["Other by[القوات الأوكرانية] at[شبه جزيرة القرم]"],
    ),
    (
        "negotiation",
        "بدأت في القاهرة جولة جديدة من المفاوضات بين إسرائيل وحركة حماس.",
        ["Agreement by[إسرائيل; حركة حماس] at[القاهرة]"],
    ),
    (
        "airport",
        "قصف الطيران الإسرائيلي مطار دمشق الدولي بعدة صواريخ.",
        ["AirStrike by[الطيران الإسرائيلي] on[مطار دمشق الدولي] at[مطار دمشق الدولي]"],
    ),
    (
        "several types",
        "قصفت قوات النظام بالمدفعية والطيران بلدة حزارين.",
        ["AirStrike+Shelling by[قوات النظام] at[حزارين]"],
    ),
    (
        "month",
        "سيطر تنظيم الدولة على مدينة الموصل في حزيران/يونيو 2014.",
        ["Capture by[تنظيم الدولة] at[الموصل] 2014-06-01..2014-06-30"],
    ),
    (
        "range of dates",
        "قُصفت مدينة الفاشر بالمدفعية بين 1 و3 آذار/مارس الجاري.",
        ["Shelling at[الفاشر] 2024-03-01..2024-03-03"],
    ),
    (
        "ago",
        "انسحب الجيش من بلدة ديبيغا قبل ثلاثة أيام.",
        ["Withdrawal by[الجيش] at[ديبيغا] 2024-03-02..2024-03-02"],
    ),
    (
        "arrest campaign",
        "نفذت الشرطة العسكرية حملة اعتقالات في مدينة عفرين طالت عشرة أشخاص.",
        ["Detention by[الشرطة العسكرية] at[عفرين]"],
    ),
    (
        "instrument",
        "قصفت قوات النظام بلدة كفرنبل بالبراميل المتفجرة.",
        ["AirStrike by[قوات النظام] at[كفرنبل]"],
    ),
    (
        "instrument",
        "انفجرت سيارة مفخخة قرب مقر الشرطة في مدينة كركوك.",
        ["VehicleBomb at[كركوك; مقر الشرطة]"],
    ),
    (
        "date",
        "انفجرت سيارة مفخخة في مدينة رأس العين مساء أمس.",
        ["VehicleBomb at[رأس العين] 2024-03-04..2024-03-04"],
    ),
    (
        "one happening",
        "انفجرت سيارة مفخخة في مدينة الباب أمس. وقال الدفاع المدني إن الانفجار أوقع ثلاثة قتلى.",
        ["VehicleBomb at[الباب] 2024-03-04..2024-03-04"],
    ),
    (
        "instrument",
        "استهدف مقاتلو الجيش الحر دبابة لقوات النظام بصاروخ موجه في ريف حماة.",
        ["GuidedMissile by[الجيش الحر] on[قوات النظام] at[ريف حماة]"],
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
        "series",
        "تشن قوات النظام حملة قصف على ريف إدلب منذ منتصف فبراير الماضي.",
        ["Shelling by[قوات النظام] at[ريف إدلب] 2024-02-11..None"],
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
    (
        "passive",
        "أُطلق سراح الرهائن بعد اختطافهم في منطقة تيلابيري.",
        ["Abduction at[تيلابيري]", "Other"],
    ),
    (
        "truce breach",
        "خرقت قوات النظام الهدنة بقصف بلدة الزربة بالهاون.",
        ["Shelling by[قوات النظام] at[الزربة]"],
    ),
    (
        "assassination",
        "اغتالت إسرائيل القيادي صالح العاروري بطائرة مسيّرة في بيروت في 2 كانون الثاني/يناير 2024.",
        ["AirStrike by[إسرائيل] on[صالح العاروري] at[بيروت] 2024-01-02..2024-01-02"],
    ),
    (
        "speaker is no agent",
        "أفاد الدفاع المدني عن قصف جوي لقوات النظام على قرية الغدفة.",
        ["AirStrike by[قوات النظام] at[الغدفة]"],
    ),
    (
        "speaker is no agent",
        "واستهدف القصف منازل في بلدة إحسم، وفق المرصد السوري لحقوق الإنسان.",
        ["Shelling at[إحسم]"],
    ),
    (
        "belonging to",
        "نفذت طائرات تابعة للجيش السوداني غارة على مدينة نيالا.",
        ["AirStrike by[الجيش السوداني] at[نيالا]"],
    ),
    (
        "belonging to",
        "استهدفت طائرات مسيّرة مواقع تابعة لقوات الدعم السريع في مدينة بارا.",
        ["AirStrike on[قوات الدعم السريع] at[بارا]"],
    ),
    (
        "belonging to",
        "اختطفت مجموعة تابعة لحركة الشباب أربعة مدنيين في مدينة أفجوي.",
        ["Abduction by[حركة الشباب] at[أفجوي]"],
    ),
    (
        "what and joins",
        "دارت اشتباكات في مدينة سبها بين قوات حفتر، المدعومة من روسيا، وقوات حكومة الوفاق.",
        ["Clash by[قوات حفتر; قوات حكومة الوفاق] at[سبها]"],
    ),
    (
        "subject goes on",
        "قُتل مدنيان في غارة يُعتقد أنها استهدفت قيادياً في بلدة سحمر.",
        ["AirStrike at[سحمر]"],
    ),
    (
        "while",
        "بينما تتواصل المعارك بين الجيش وقوات الدعم السريع، قصفت طائرة مسيّرة سوقاً في مدينة الأبيض.",
        ["AirStrike on[سوق] at[الأبيض; سوق]", "Clash by[الجيش; قوات الدعم السريع]"],
    ),
    (
        "who could",
        "تمكنت القوات الأوكرانية من إسقاط مسيّرة روسية فوق مدينة أوديسا.",
        ["Other by[القوات الأوكرانية] at[أوديسا]"],
    ),
    (
        "who could",
        "نجحت قوات الجيش الوطني في السيطرة على مدينة تادف.",
        ["Capture by[قوات الجيش الوطني] at[تادف]"],
    ),
    (
        "laid by",
        "لا يزال الحصار الذي فرضته جماعة الحوثي على مدينة تعز قائماً.",
        ["Siege by[جماعة الحوثي] at[تعز]"],
    ),
    (
        "siege lifted",
        "فك الجيش السوداني الحصار الذي فرضته قوات الدعم السريع على مدينة الأبيض.",
        ["Siege by[قوات الدعم السريع] at[الأبيض]"],
    ),
    (
        "won from",
        "سيطرت قوات الجيش الوطني على مدينة تادف بعد معارك مع قوات سوريا الديمقراطية.",
        ["Capture+Clash by[قوات الجيش الوطني] on[قوات سوريا الديمقراطية] at[تادف]"],
    ),
    (
        "repelled",
        "صدّت القوات الحكومية هجوماً لجماعة الحوثي في مديرية صرواح.",
        ["Clash by[جماعة الحوثي] on[القوات الحكومية] at[صرواح]"],
    ),
    (
        "repelled",
        "أحبطت قوات الأمن العراقية محاولة تفجير في مدينة الرمادي.",
        ["Other by[قوات الأمن العراقية] at[الرمادي]"],
    ),
    (
        "from whom",
        "تتعرض بلدة كنصفرة لقصف متكرر من قوات النظام.",
        ["Shelling by[قوات النظام] at[كنصفرة]"],
    ),
    (
        "adjective of a state",
        "قُتل مدنيان في غارات روسية على مدينة جسر الشغور. ولم تعلق القوات الروسية.",
        ["AirStrike by[القوات الروسية] at[جسر الشغور]"],
    ),
    (
        "city hit",
        "استهدفت القوات الروسية أيضاً كييف وأوديسا بصواريخ.",
        ["Shelling by[القوات الروسية] at[كييف; أوديسا]"],
    ),
    (
        "city hit",
        "تعرضت كييف لهجوم بالصواريخ فجر اليوم.",
        ["Shelling at[كييف] 2024-03-05..2024-03-05"],
    ),
    (
        "capital with its description",
        "وقع انفجار في العاصمة الصومالية مقديشو.",
        ["Explosion at[مقديشو]"],
    ),
    (
        "bombs from the air",
        "ألقت طائرة قنابل على مدينة كتم.",
        ["AirStrike at[كتم]"],
    ),
    (
        "owner's pronoun",
        "أعلنت حركة طالبان سيطرتها على مدينة قندوز.",
        ["Capture by[حركة طالبان] at[قندوز]"],
    ),
    (
        "owner's pronoun",
        "كثفت القوات الروسية قصفها على مدينة سومي.",
        ["Shelling by[القوات الروسية] at[سومي]"],
    ),
    (
        "subject of a noun",
        "جاء ذلك خلال محاصرة قوات الاحتلال منزلاً في مدينة طوباس.",
        ["Siege by[قوات الاحتلال] at[طوباس]"],
    ),
    (
        "announced by who did it",
        "أعلنت وزارة الداخلية السورية توقيف خلية في مدينة داريا.",
        ["Detention by[وزارة الداخلية السورية] at[داريا]"],
    ),
    (
        "one more",
        "شن التحالف العربي غارة على مدينة ذمار. ودمرت غارة أخرى مخزناً في مدينة رداع.",
        ["AirStrike by[التحالف العربي] at[ذمار]", "AirStrike by[التحالف العربي] at[رداع]"],
    ),
    (
        "place at the head",
        "قُتل مدني في قصف على مدينة الباب.\n\nالقضارف: أوقفت الشرطة خمسة محتجين.",
        ["Detention by[الشرطة] at[القضارف]", "Shelling at[الباب]"],
    ),
    (
        "war",
        "اندلعت الحرب في 15 نيسان/أبريل 2023 بين الجيش السوداني وقوات الدعم السريع.",
        ["Clash by[الجيش السوداني; قوات الدعم السريع] 2023-04-15..None"],
    ),
    (
        "since it began",
        "نزح آلاف المدنيين من مدينة الفاشر منذ بدء الحصار في 10 أيار/مايو 2023.",
        ["Displacement at[الفاشر] 2023-05-10..None", "Siege at[الفاشر] 2023-05-10..None"],
    ),
    (
        "date that is a name",
        "انفجرت سيارة مفخخة على طريق 21 أكتوبر في مدينة بوصاصو.",
        ["VehicleBomb at[بوصاصو]"],
    ),
    (
        "gave up",
        "سلّم عشرة من مسلحي التنظيم أنفسهم في بلدة الباغوز.",
        ["Withdrawal at[الباغوز]"],
    ),
    (
        "warned of",
        "حذّرت الأمم المتحدة من هجوم على مدينة رفح.",
        ["Statement by[الأمم المتحدة]"],
    ),
    (
        "stance",
        "أعربت وزارة الخارجية المصرية عن تعازيها لأسر الضحايا.",
        ["Statement by[وزارة الخارجية المصرية]"],
    ),
    (
        "two kinds",
        "قُتل أربعة مدنيين جراء القصف الجوي والمدفعي على مدينة خان يونس.",
        ["AirStrike+Shelling at[خان يونس]"],
    ),
    (
        "site",
        "هرعت فرق الإسعاف إلى موقع الغارة في بلدة شحور.",
        [],
    ),
    (
        "advance and retreat",
        "توغلت قوات الاحتلال في قرية عابدين، قبل أن تنسحب منها بعد ساعات.",
        ["Offensive by[قوات الاحتلال] at[عابدين]", "Withdrawal by[قوات الاحتلال] at[عابدين]"],
    ),
    (
        "weapon as subject",
        "أطلقت مسيّرة صاروخاً على سيارة في بلدة يانوح.",
        ["AirStrike at[يانوح]"],
    ),
    (
        "pronoun subject",
        "قالت كتائب القسام إنها هاجمت الجيش الإسرائيلي في حي الشجاعية.",
        ["Other by[كتائب القسام] on[الجيش الإسرائيلي] at[الشجاعية]"],
    ),
    (
        "pronoun subject",
        "قالت القيادة المركزية الأمريكية إنها دمرت خمسة زوارق مسيرة للحوثيين أمس الاثنين.",
        ["Destruction by[القيادة المركزية الأمريكية] 2024-03-04..2024-03-04"],
    ),
    (
        "control of its forces",
        "أعلنت وزارة الدفاع الروسية سيطرة قواتها على بلدة أفدييفكا.",
        ["Capture by[وزارة الدفاع الروسية] at[أفدييفكا]"],
    ),
    (
        "retaliation",
        "أعلنت المقاومة الإسلامية في العراق قصفها قاعدة عين الأسد بالصواريخ رداً على قصف العدو بلدة القائم.",
        [
            "Shelling by[العدو] at[القائم]",
            "Shelling by[المقاومة الإسلامية في العراق] on[قاعدة عين الأسد] at[قاعدة عين الأسد]",
        ],
    ),
    (
        "intercepted",
        "أعلن الجيش الإسرائيلي اعتراض صاروخ أطلق من اليمن.",
        ["Other by[الجيش الإسرائيلي] at[اليمن]"],
    ),
    (
        "weapons found",
        "عثرت الشرطة على أحزمة ناسفة في مدينة كركوك، واعتقلت شخصين.",
        ["Detention by[الشرطة]"],
    ),
    (
        "checkpoint of",
        "اعتقل حاجز للأمن العسكري شابين في بلدة الغارية.",
        ["Detention by[الأمن العسكري] at[الغارية]"],
    ),
    (
        "owner of a house",
        "استهدف الطيران منزل المواطن علي صالح في مديرية باقم.",
        ["AirStrike at[باقم]"],
    ),
    (
        "accused of the attack",
        "قتل عشرة مدنيين في قصف على مدينة أم درمان الثلاثاء. واتهم ناشطون قوات الدعم السريع بتنفيذ القصف.",
        ["Shelling by[قوات الدعم السريع] at[أم درمان] 2024-03-05..2024-03-05"],
    ),
    (
        "deed announced",
        "أعلنت حركة أنصار الله، الأحد، استهداف مطار بن غوريون بصاروخ.",
        ["Shelling by[حركة أنصار الله] on[مطار بن غوريون] at[مطار بن غوريون] 2024-03-03..2024-03-03"],
    ),
    (
        "aircraft downed",
        "أعلن الجيش الأوكراني أنه أسقط 12 طائرة مسيرة فوق مدينة أوديسا.",
        ["Other by[الجيش الأوكراني] at[أوديسا]"],
    ),
    (
        "post of a body",
        "أصيب عسكري جراء استهداف العدو الإسرائيلي مركزا للجيش اللبناني في بلدة العامرية.",
        ["Other by[العدو الإسرائيلي] on[الجيش اللبناني] at[العامرية]"],
    ),
    (
        "arrest after a blast",
        "انفجرت سيارة مفخخة في مدينة جاسم أدت إلى مقتل ضابط، واعتقال 17 شابا في المدينة.",
        ["Detention at[جاسم]", "VehicleBomb at[جاسم]"],
    ),
    (
        "hashtag",
        "قصفت #قوات_النظام مدينة #الأتارب بالمدفعية.",
        ["Shelling by[قوات النظام] at[الأتارب]"],
    ),
    (
        "rare verb",
        "قال السكان إنهم خرجوا في مظاهرة في مدينة السويداء احتجاجا على تردي الأوضاع المعيشية.",
        ["Protest at[السويداء]"],
    ),
    (
        "repelled, in nouns",
        "تمكنت القوات الروسية من إحباط هجوم للقوات الأوكرانية على مدينة توكماك.",
        ["Other by[القوات الأوكرانية] on[القوات الروسية] at[توكماك]"],
    ),
    (
        "foiled",
        "أفشلت قوات الأمن محاولة تفجير سيارة مفخخة في مدينة كركوك.",
        ["Other by[قوات الأمن] at[كركوك]"],
    ),
    (
        "verbal noun of a support verb",
        "أفاد شهود بقيام مسلحين مجهولين بخطف طبيب في مدينة الخالص.",
        ["Abduction by[مسلحين مجهولين] at[الخالص]"],
    ),
    (
        "two behind one verb",
        "سيطرت هيئة تحرير الشام و«أحرار الشام» على مدينة سراقب.",
        ["Capture by[هيئة تحرير الشام; أحرار الشام] at[سراقب]"],
    ),
    (
        "taken from",
        "أحكمت فصائل المعارضة سيطرتها على بلدة الراعي.",
        ["Capture by[فصائل المعارضة] at[الراعي]"],
    ),
    (
        "could take",
        "تمكنت فصائل المعارضة، أمس الاثنين، من فرض سيطرتها على بلدة الراعي.",
        ["Capture by[فصائل المعارضة] at[الراعي] 2024-03-04..2024-03-04"],
    ),
    (
        "habit",
        "وينفذ مسلحو التنظيم هجمات بين حين وآخر في بادية السخنة.",
        [],
    ),
    (
        "semicolon",
        "أدى انفجار عبوة ناسفة ظهر أمس؛ إلى إصابة مدنيين شرقي بعقوبة.",
        ["Explosion at[بعقوبة] 2024-03-04..2024-03-04"],
    ),
    (
        "drones shot down",
        "أسقطت الدفاعات الجوية الأوكرانية عشر طائرات من دون طيار فوق مدينة أوديسا.",
        ["Other by[الدفاعات الجوية الأوكرانية] at[أوديسا]"],
    ),
    (
        "whom arrest befell",
        "احتجزت جماعة الحوثي خمسة من موظفي الأمم المتحدة في صنعاء.",
        ["Detention by[جماعة الحوثي] on[الأمم المتحدة] at[صنعاء]"],
    ),
    (
        "facility under attack",
        "تعرض مستشفى السلام في مدينة كتم لقصف مدفعي.",
        ["Shelling on[مستشفى السلام] at[كتم; مستشفى السلام]"],
    ),
    (
        "dual",
        "الجيش والقوة المشتركة صدّا هجوماً لقوات الدعم السريع على مدينة الفاشر.",
        ["Clash by[قوات الدعم السريع] on[الجيش; القوة المشتركة] at[الفاشر]"],
    ),
    (
        "row of verbs",
        "قال مسؤول إن مسلحي حركة الشباب قتلوا حارسين وأحرقوا مدرسة في بلدة بلد حواء.",
        ["Destruction by[حركة الشباب] at[بلد حواء; مدرسة]"],
    ),
    (
        "what hit whom",
        "قُتل جنديان في هجوم استهدف قوات الحزام الأمني في مدينة زنجبار.",
        ["Other on[قوات الحزام الأمني] at[زنجبار]"],
    ),
    (
        "kind by adjective",
        "نفذ الجيش التركي هجوماً جوياً على مركز لقوات سوريا الديمقراطية في مدينة عامودا.",
        ["AirStrike by[الجيش التركي] on[قوات سوريا الديمقراطية] at[عامودا]"],
    ),
    (
        "raid on foot",
        "قال شاهد إن مسلحين أغاروا على قرية كوري.",
        ["Other by[مسلحين] at[كوري]"],
    ),
    (
        "clock",
        "قصفت القوات التركية، حوالي الساعة 11:00 صباحاً، قرية عبوش بقذائف الهاون.",
        ["Shelling by[القوات التركية] at[عبوش] 2024-03-05..2024-03-05"],
    ),
    (
        "loyal to",
        "قصفت قوات سوريا الديمقراطية مواقع الفصائل الموالية لتركيا في مدينة رأس العين.",
        ["Shelling by[قوات سوريا الديمقراطية] on[الفصائل الموالية لتركيا] at[رأس العين]"],
    ),
    (
        "time of day",
        "قُتل مدني في قصف على مدينة الباب أمس. وأغارت طائرة حربية ليلاً على بلدة قباسين.",
        ["AirStrike at[قباسين] 2024-03-04..2024-03-04", "Shelling at[الباب] 2024-03-04..2024-03-04"],
    ),
    (
        "days before",
        "غرقت سفينة قبالة سواحل عدن أمس الاثنين، بعد ثلاثة أيام من تعرضها لقصف نفذه الحوثيون بصاروخ.",
        ["Shelling by[الحوثيون] 2024-03-01..2024-03-01"],
    ),
    (
        "day before",
        "أعلنت السلطات مقتل ستة أشخاص أمس الاثنين غداة غارات إسرائيلية على بلدة الخيام.",
        ["AirStrike by[إسرائيل] at[الخيام] 2024-03-03..2024-03-03"],
    ),
    (
        "in answer to",
        "قصفت قوات النظام بلدة النيرب أمس رداً على هجوم للفصائل على مدينة سراقب.",
        ["Other by[الفصائل] at[سراقب]", "Shelling by[قوات النظام] at[النيرب] 2024-03-04..2024-03-04"],
    ),
    (
        "where it lies",
        "قصفت قوات النظام قرية الفطيرة جنوبي مدينة أريحا، واستهدفت بلدة كنصفرة قرب أريحا.",
        ["Other by[قوات النظام] at[كنصفرة]", "Shelling by[قوات النظام] at[الفطيرة]"],
    ),
    (
        "fired from",
        "أطلق الحوثيون صاروخاً من مدينة صعدة على مدينة مأرب.",
        ["Shelling by[الحوثيون] at[مأرب]"],
    ),
    (
        "object pronoun",
        "بكى أهالي التلميذات اللواتي خطفهن مسلحون في بلدة كانكارا.",
        ["Abduction by[مسلحون] at[كانكارا]"],
    ),
    (
        "with support",
        "داهمت قوات سوريا الديمقراطية بدعم من طيران التحالف بلدة ذيبان.",
        ["Detention by[طيران التحالف; قوات سوريا الديمقراطية] at[ذيبان]"],
    ),
    (
        "own people harmed",
        "أعلنت قوات اليونيفيل إصابة أحد جنودها إثر سقوط قذيفة هاون في بلدة حولا.",
        ["Shelling on[قوات اليونيفيل] at[حولا]"],
    ),
    (
        "fight told with one side",
        "أعلن الجيش العراقي مقتل اثنين من جنوده في اشتباك مع عناصر من تنظيم داعش قرب بلدة داقوق.",
        ["Clash by[الجيش العراقي; تنظيم داعش] at[داقوق]"],
    ),
    (
        "killed, no target",
        "أدى قصف قوات النظام على بلدة زملكا لاستشهاد الطفلة رهام العبد الله.",
        ["Shelling by[قوات النظام] at[زملكا]"],
    ),
    (
        "owner behind a verbal noun",
        "قُتل مدنيان باشتباكات في مدينة تعز، وقصف للتحالف في مدينة مأرب.",
        ["Clash at[تعز]", "Shelling by[التحالف] at[مأرب]"],
    ),
    (
        "claimed behind",
        "قُتل أربعة جنود في كمين أعلن تنظيم القاعدة مسؤوليته عنه قرب بلدة مودية.",
        ["Clash by[تنظيم القاعدة] at[مودية]"],
    ),
    (
        "soldiers of the one army",
        "قُتل تسعة جنود أمس في هجوم شنه مسلحون قرب بلدة ميناكا. وأكد الجيش المالي الحصيلة.",
        ["Other by[مسلحون] on[الجيش المالي] at[ميناكا] 2024-03-04..2024-03-04"],
    ),
    (
        "across the border",
        "هاجم مسلحون قرية في منطقة تيلابيري قرب الحدود مع مالي.",
        ["Other by[مسلحون] at[تيلابيري]"],
    ),
    (
        "spokesman's forces",
        "قال سالم الورفلي، المتحدث باسم الجيش الليبي، إن قواتنا سيطرت على بلدة القريات.",
        ["Capture by[الجيش الليبي] at[القريات]"],
    ),
    (
        "aircraft go on",
        "استهدفت طائرات التحالف مستودعاً في مدينة الميادين، كما قصفت رتلاً للميليشيات الإيرانية قرب البوكمال.",
        [
            "AirStrike by[طائرات التحالف] at[الميادين]",
            "AirStrike by[طائرات التحالف] on[الميليشيات الإيرانية] at[البوكمال]",
        ],
    ),
    (
        "positions behind a means",
        "قصفت الفصائل بالصواريخ مواقع قوات النظام في مدينة معرة النعمان.",
        ["Shelling by[الفصائل] on[قوات النظام] at[معرة النعمان]"],
    ),
    (
        "thought to be of a land",
        "قصفت طائرات يرجح أنها روسية بلدة كفرنبل مساء أمس.",
        ["AirStrike by[روسيا] at[كفرنبل] 2024-03-04..2024-03-04"],
    ),
    (
        "assassinated by a raid",
        "أعلن الجيش الإسرائيلي اغتيال قيادي بغارة على مدينة صيدا.",
        ["AirStrike by[الجيش الإسرائيلي] at[صيدا]"],
    ),
    (
        "five of X",
        "قُتل خمسة من عناصر الجيش العراقي في كمين لتنظيم داعش جنوب كركوك.",
        ["Clash by[تنظيم داعش] on[الجيش العراقي] at[كركوك]"],
    ),
    (
        "at whose hands",
        "قُتل مدني على يد عناصر من الشرطة العسكرية في مدينة عفرين.",
        ["Other by[الشرطة العسكرية] at[عفرين]"],
    ),
    (
        "suspected of belonging",
        "ذكر شهود أن مسلحين يشتبه أنهم ينتمون إلى جماعة بوكو حرام اقتحموا بلدة دابتشي وخطفوا عددا كبيرا من الطالبات.",
        ["Abduction by[مسلحين] at[دابتشي]", "Offensive by[مسلحين] at[دابتشي]"],
    ),
    (
        "announced fight on a border",
        "أعلن الجيش الأردني مقتل مهربين اثنين في اشتباكات على الحدود مع سوريا.",
        ["Clash by[الجيش الأردني]"],
    ),
    (
        "soldiers of a land",
        "قُتل ثلاثة جنود أتراك بانفجار عبوة ناسفة قرب بلدة تفتناز. وأكد الجيش التركي مقتلهم.",
        ["Explosion on[الجيش التركي] at[تفتناز]"],
    ),
    (
        "under protection",
        "هاجم مستوطنون بحماية جيش الاحتلال الإسرائيلي قرية قصرة.",
        ["Other by[جيش الاحتلال الإسرائيلي; مستوطنون] at[قصرة]"],
    ),
    (
        "a day to come",
        "من المقرر أن تنسحب القوات الفرنسية من مدينة أغاديز يوم 19 نيسان.",
        ["Withdrawal by[القوات الفرنسية] at[أغاديز] 2024-04-19..2024-04-19"],
    ),
    (
        "shelled from",
        "تعرضت قرية السرمانية لقصف مدفعي مصدره معسكر جورين.",
        ["Shelling at[السرمانية]"],
    ),
    (
        "between townspeople and a force",
        "اندلعت مواجهات بين أهالي بلدة بيتا وقوات الاحتلال الإسرائيلي.",
        ["Clash by[قوات الاحتلال الإسرائيلي] at[بيتا]"],
    ),
    (
        "beat off by the speaker",
        "قال الجيش السوداني إنه صد هجوماً لقوات الدعم السريع في مدينة الفاشر.",
        ["Clash by[قوات الدعم السريع] on[الجيش السوداني] at[الفاشر]"],
    ),
    (
        "hostile",
        "أغارت مسيّرة معادية على سيارة في بلدة الخردلي. وقصفت مدفعية العدو الإسرائيلي بلدة الناقورة.",
        ["AirStrike by[العدو الإسرائيلي] at[الخردلي]", "Shelling by[العدو الإسرائيلي] at[الناقورة]"],
    ),
    (
        "that it shelled",
        "أعلن الجيش الإسرائيلي أنه قصف أهدافاً لحزب الله قرب بلدة بوداي رداً على إطلاق صواريخ باتجاه مدينة صفد.",
        ["Shelling at[صفد]", "Shelling by[الجيش الإسرائيلي] on[حزب الله] at[بوداي]"],
    ),
    (
        "launched by the other side",
        "أعلن سلاح الجو الأوكراني أنه أسقط مسيّرات أطلقتها روسيا على مدينة أوديسا.",
        ["Other by[سلاح الجو الأوكراني] on[روسيا] at[أوديسا]"],
    ),
    (
        "series",
        "قُتل مدني في غارة روسية على مدينة إدلب أمس. وأودى القصف الروسي بحياة ألف مدني منذ أيلول 2015.",
        ["AirStrike by[روسيا] at[إدلب] 2024-03-04..2024-03-04", "Shelling by[روسيا] 2015-09-01..None"],
    ),
    (
        "located",
        "قصفت القوات الروسية بلدة فوفتشانسك الواقعة شمال خاركيف.",
        ["Shelling by[القوات الروسية] at[فوفتشانسك]"],
    ),
    (
        "convoy",
        "دخلت قافلة مساعدات إلى مدينة دير حافر.",
        ["Aid at[دير حافر]"],
    ),
    (
        "taken along",
        "اقتحم مسلحون قرية في ولاية زمفارا واقتادوا معهم عشرة أشخاص.",
        ["Abduction by[مسلحون] at[زمفارا]", "Offensive by[مسلحون] at[زمفارا]"],
    ),
    (
        "moved by a verb of their own",
        "ذكرت مصادر أن عشرات العائلات غادرت بلدة كفرنوران، وأن ثلاثة مقاتلين اعتُقلوا عند حاجز الكاستيلو.",
        ["Detention at[حاجز الكاستيلو]", "Displacement at[كفرنوران]"],
    ),
    (
        "moved by a verb of their own",
        "قُتل مدني في قصف على مدينة الفاشر، وقال شهود إن خمسة آلاف شخص فروا من مدينة كتم.",
        ["Displacement at[كتم]", "Shelling at[الفاشر]"],
    ),
    (
        "retreat after an advance",
        "سيطرت قوات الجيش الوطني على بلدة تادف، ثم انسحبت منها قوات سوريا الديمقراطية.",
        ["Capture by[قوات الجيش الوطني] at[تادف]", "Withdrawal by[قوات سوريا الديمقراطية] at[تادف]"],
    ),
    (
        "phrase with a pronoun",
        "داهم مسلحون منزلاً في مدينة الخالص. وألقوا القبض على رجلين.",
        ["Detention by[مسلحون] at[الخالص]"],
    ),
    (
        "accuser's body",
        "اتهم رامي الخطيب، عضو المجلس المحلي، قوات النظام بقصف مدينة دوما.",
        ["Shelling by[قوات النظام] at[دوما]"],
    ),
    (
        "claimed",
        "أعلنت حركة الشباب مسؤوليتها عن تنفيذ هجوم في مدينة بلدوين.",
        ["Other by[حركة الشباب] at[بلدوين]"],
    ),
    (
        "announced about",
        "أعلنت كتائب القسام عن تفجير عبوة ناسفة في منطقة عبسان الكبيرة.",
        ["Explosion by[كتائب القسام] at[عبسان الكبيرة]"],
    ),
    (
        "announced about",
        "أعلن الجيش السوري عن هجوم في مدينة الرقة.",
        ["Other at[الرقة]"],
    ),
    (
        "a list of villages where someone is based",
        "قصفت القوات التركية المتمركزة في قرى جلبل ومريمين بناحية شيراوا بلدة تل رفعت.",
        ["Shelling by[القوات التركية] at[تل رفعت]"],
    ),
    (
        "from its base",
        "قصفت القوات التركية من قاعدتها في بلدة الريحان قرية البويهج.",
        ["Shelling by[القوات التركية] at[البويهج]"],
    ),
    (
        "each of the villages",
        "تعرضت لقصف صاروخي كل من قرى تل قراح ودير جمال وكشتعار.",
        ["Shelling at[تل قراح; دير جمال; كشتعار]"],
    ),
    (
        "a bombardment that stopped arrests nobody",
        "عاد الهدوء بعد توقف القصف على قرية مرعناز.",
        ["Shelling at[مرعناز]"],
    ),
    (
        "who confirms the attack did not make it",
        "أكدت القوات الجوية الأوكرانية الهجوم على أوديسا.",
        ["Other at[أوديسا]"],
    ),
    (
        "two subjects of a verbal noun before its object",
        "قُتل طفل إثر استهداف قوات النظام والميليشيات الإيرانية منازل المدنيين في بلدة الريحان بقذائف الهاون.",
        ["Shelling by[الميليشيات الإيرانية; قوات النظام] at[الريحان]"],
    ),
    (
        "a capital shaken",
        "هزت انفجارات عنيفة طهران.",
        ["Explosion at[طهران]"],
    ),
    (
        "with more than so many shells",
        "استهدف الجيش قرى ناحية تل تمر بأكثر من 300 قذيفة.",
        ["Shelling by[الجيش] at[تل تمر]"],
    ),
    (
        "where fire came from, shelled",
        "ردت القوات بقصف مصادر إطلاق النار في محيط بلدة الريحان.",
        ["Shelling by[القوات] at[الريحان]"],
    ),
    (
        "a subject before a number of victims",
        "وثق المرصد اغتيال خلايا مسلحة 205 مدنيين في بلدة الريحان.",
        ["Shooting by[خلايا مسلحة] at[الريحان]"],
    ),
    (
        "who blew himself up",
        "أصيب خمسة جراء تفجير عنصر من «داعش» نفسه داخل منزل في بلدة الريحان.",
        ["SuicideAttack by[داعش] at[الريحان]"],
    ),
    (
        "a patrol, described, of a force",
        "استهدف مجهولون بعبوة ناسفة دورية أمنية لقوات النظام في بلدة الريحان.",
        ["Explosion by[مجهولون] on[قوات النظام] at[الريحان]"],
    ),
    (
        "whose attacks were beaten off",
        "صدت القوات الروسية تسع هجمات أوكرانية.",
        ["Clash by[أوكرانيا] on[القوات الروسية]"],
    ),
    (
        "bombs dropped",
        "أسقطت مروحية قنابل على بلدة الريحان.",
        ["AirStrike at[الريحان]"],
    ),
    (
        "who supplied the missiles",
        "استهدف الجيش الأوكراني جسر القرم بصواريخ قدمتها الولايات المتحدة.",
        ["Shelling by[الجيش الأوكراني] on[جسر القرم] at[جسر القرم]"],
    ),
    (
        "the day on which a report came out",
        "أصدرت الشبكة السورية لحقوق الإنسان، يوم الأربعاء، تقريراً وثقت فيه مقتل ستة مدنيين في غارة على بلدة الريحان.",
        ["AirStrike at[الريحان]"],
    ),
    (
        "one of the men of a force",
        "وثق المرصد مقتل أحد عناصر قوى الأمن الداخلي في غارة على بلدة الريحان.",
        ["AirStrike on[قوى الأمن الداخلي] at[الريحان]"],
    ),
    (
        "killed by an aircraft",
        "قتلت طائرة مسيرة تركية ثلاثة عناصر من قسد في مدينة القامشلي.",
        ["AirStrike by[طائرة مسيرة تركية] on[قسد] at[القامشلي]"],
    ),
    (
        "drones and missiles on a capital",
        "شنت روسيا هجوماً بـ 120 مسيرة وخمسة صواريخ على كييف أسفر عن مقتل امرأة.",
        ["AirStrike by[روسيا] at[كييف]"],
    ),
    (
        "a town whose name is a verb",
        "شيع أهالي بلدة نوى جثامين قتلى القصف الإسرائيلي.",
        ["Shelling by[إسرائيل] at[نوى]"],
    ),
    (
        "missiles of a nation on a capital",
        "قصفت صواريخ إيرانية تل أبيب ومدينة حيفا وأصيب عشرة.",
        ["Shelling by[إيران] at[تل أبيب; حيفا]"],
    ),
    (
        "who holds the town that was hit",
        "قتل مدنيون جراء هجوم كيمياوي للنظام السوري على مدينة دوما الخاضعة لسيطرة المعارضة.",
        ["ChemicalAttack by[النظام السوري] at[دوما]"],
    ),
    (
        "gunmen belonging to a group",
        "هاجم مسلحون تابعون لتنظيم داعش حافلة عسكرية في بلدة الريحان.",
        ["Other by[تنظيم داعش] at[الريحان]"],
    ),
    (
        "bombs of gas",
        "أصيب 15 شخصاً بحالات اختناق نتيجة إلقاء قنابل غازات سامة على دوما.",
        ["ChemicalAttack at[دوما]"],
    ),
    (
        "a force backed by another goes on",
        "نفذت قوات الفجر المدعومة من تركيا حملة دهم في بلدة الريحان، واعتقلت على إثر ذلك خمسة مواطنين.",
        ["Detention by[قوات الفجر] at[الريحان]"],
    ),
    (
        "the line of confrontation is a place",
        "انقطعت الكهرباء بعد هجوم جوي روسي على منطقة زابوريجيا الواقعة على خط المواجهة.",
        ["AirStrike by[روسيا] at[زابوريجيا]"],
    ),
    (
        "a raid of an armed group on a village",
        "داهمت مجموعة مسلحة قرية قره كول أمس.",
        ["Detention by[مجموعة مسلحة] at[قره كول] 2024-03-04..2024-03-04"],
    ),
    (
        "who prepares the attack that another speaks of",
        "قال المرصد إن قوات النظام تعتزم اقتحام بلدة الريحان.",
        ["Offensive by[قوات النظام] at[الريحان]"],
    ),
    (
        "missiles on a country",
        "قال الجيش إن الدفاعات تعمل. وأفادت وسائل إعلام إيرانية بإطلاق موجة جديدة من الصواريخ على إسرائيل.",
        ["Shelling at[إسرائيل]"],
    ),
    (
        "a wave that a force announces it carried out",
        "أعلن الحرس الثوري تنفيذ الموجة العاشرة من عملية الوعد الصادق بصواريخ باليستية على حيفا.",
        ["Shelling by[الحرس الثوري] at[حيفا]"],
    ),
    (
        "object and owner behind a conjunct",
        "قالت الوزارة إن الطائرات استهدفت مخازن ذخيرة وبنى تحتية تابعة لحركة طالبان.",
        ["AirStrike on[حركة طالبان]"],
    ),
    (
        "an attempt that was made",
        "نجا العقيد سالم الدوري من محاولة اغتيال بعبوة لاصقة في بعقوبة.",
        ["Shooting+Explosion on[سالم الدوري] at[بعقوبة]"],
    ),
    (
        "an office closes before whom it calls on",
        "دعا رئيس الوزراء العراقي القيادات الأمنية إلى ملاحقة المهاجمين.",
        ["Statement by[رئيس الوزراء العراقي]"],
    ),
    ("a plant that stops is no arrest", "أعلنت شركة نفط الجنوب توقف المصفاة احترازيا.", []),
    (
        "what it is compared with",
        "أسفر القصف على بلدة الريحان، وهو الأول من نوعه منذ شهرين، عن مقتل ثلاثة.",
        ["Shelling at[الريحان]"],
    ),
    (
        "the release demanded leaves the abduction",
        "اتهمت الحكومة اليمنية الحوثيين باختطاف تسعة موظفين في صنعاء والحديدة، وطالبت بالإفراج عنهم.",
        ["Abduction by[الحوثيين] at[صنعاء; الحديدة]"],
    ),
    (
        "the day of the saying yields",
        "قتل 12 شخصا في هجوم على قرية دانغو في النيجر، على ما أفاد مسؤول محلي الاثنين. ووقع الهجوم فجر الأحد.",
        ["Other at[دانغو] 2024-03-03..2024-03-03"],
    ),
    (
        "who acts on in the second clause of a plural subject",
        "قال الحزب إن مقاتليه قصفوا ثكنة برانيت، واستهدفوا موقع المالكية بالمدفعية.",
        ["Shelling by[الحزب] on[ثكنة برانيت] at[ثكنة برانيت]", "Shelling by[الحزب] at[موقع المالكية]"],
    ),
    (
        "a movement's own fighters",
        "أعلنت حركة الجهاد أن مقاتليها قصفوا سديروت.",
        ["Shelling by[حركة الجهاد] at[سديروت]"],
    ),
    ("the fall of a town", "نفى الجيش سقوط مدينة بابنوسة.", ["Capture at[بابنوسة]"]),
    (
        "bombs that glide",
        "قصفت القوات الروسية بقنابل انزلاقية مصنعا في خاركيف.",
        ["AirStrike by[القوات الروسية] at[خاركيف]"],
    ),
    (
        "a new village is no name",
        "سيطرت القوات الروسية على قرية جديدة شرقي خاركيف.",
        ["Capture by[القوات الروسية] at[خاركيف]"],
    ),
    (
        "who fights beside whom is no clash",
        "قال متحدث باسم مجموعة مسلحة تقاتل إلى جانب الجيش إن لغما انفجر في بلدة دامبوا.",
        ["Explosion at[دامبوا]"],
    ),
    (
        "what somebody holds it to be",
        'قصفت القوات الروسية متجرا في خاركيف. ووصف زيلينسكي القصف بأنه "عمل إرهابي".',
        ["Shelling by[القوات الروسية] at[خاركيف]"],
    ),
    (
        "the army's own aircraft",
        "قال الجيش الإسرائيلي إن الطائرات أغارت على مستودعات أسلحة لحزب الله.",
        ["AirStrike by[الجيش الإسرائيلي] on[حزب الله]"],
    ),
    (
        "a strike on gunmen of a movement",
        "شن الجيش الإسرائيلي غارة على مسلحين من حركة حماس في حي التفاح.",
        ["AirStrike by[الجيش الإسرائيلي] on[حركة حماس] at[التفاح]"],
    ),
    (
        "the accused stands without a preposition",
        'اتهم المكتب الصحفي في "الحرس الوطني" القوات الحكومية بقصف قرية المجدل.',
        ["Shelling by[القوات الحكومية] at[المجدل]"],
    ),
    (
        "by way of a crossing",
        "منعت القوات الإسرائيلية دخول شاحنات الوقود عبر معبر كرم أبو سالم.",
        ["Other by[القوات الإسرائيلية] at[معبر كرم أبو سالم]"],
    ),
    (
        "a road closed by the authorities",
        "أغلقت السلطات الطريق الدولي قرب بلدة الريحان.",
        ["Other by[السلطات] at[الريحان]"],
    ),
    (
        "two unknown gunmen",
        "اغتال مسلحان مجهولان القاضي سالم الدوري في عدن.",
        ["Shooting by[مسلحان مجهولان] on[سالم الدوري] at[عدن]"],
    ),
    (
        "a name with its dash",
        "أعلن تنظيم الدولة الإسلامية - ولاية خراسان مسؤوليته عن التفجير في كابول.",
        ["Explosion by[تنظيم الدولة الإسلامية ولاية خراسان] at[كابول]"],
    ),
    ("barrel bombs on a quarter", "قصف بالبراميل المتفجرة على حي القابون الدمشقي.", ["AirStrike at[القابون]"]),
    (
        "a car at a checkpoint of",
        "انفجرت سيارة مفخخة في نقطة تفتيش للجيش بمدينة بنغازي.",
        ["VehicleBomb on[الجيش] at[بنغازي]"],
    ),
    ("a sentence of death", "أصدرت محكمة في صنعاء حكما بإعدام 17 شخصا بتهمة التجسس.", ["Other at[صنعاء]"]),
    ("the flag of a ship", "تعرضت ناقلة ترفع علم بنما لهجوم قبالة الحديدة.", ["Other at[الحديدة]"]),
    (
        "then another strikes",
        "هاجم مسلحون القرية، ثم قصفت المدفعية التركية مواقعهم في عفرين.",
        ["Other by[مسلحون]", "Shelling by[المدفعية التركية] at[عفرين]"],
    ),
    (
        "whom the police freed",
        "اختطف مسلحون 18 راكبا قرب كادونا، ثم حررت الشرطة تسعة منهم.",
        ["Abduction by[مسلحون] at[كادونا]", "Aid by[الشرطة] at[كادونا]"],
    ),
    (
        "what somebody vows to do",
        "توعد وزير الدفاع الإسرائيلي يسرائيل كاتس بقطع رؤوس قيادات الحوثيين.",
        ["Statement by[يسرائيل كاتس]"],
    ),
    (
        "a drone that hits",
        "أصابت مسيرة أوكرانية مبنى سكنيا في مدينة كازان.",
        ["AirStrike by[مسيرة أوكرانية] at[كازان]"],
    ),
    (
        "a detention centre struck",
        "قتل 20 مهاجرا في غارة أميركية على مركز احتجاز في صعدة.",
        ["AirStrike by[الولايات المتحدة] at[صعدة]"],
    ),
    (
        "hours later, somewhere",
        "غير أن اشتباكات اندلعت بعد ساعات في حي الشيخ مقصود.",
        ["Clash at[الشيخ مقصود]"],
    ),
    (
        "what it had targeted, of the raid just told",
        "قتل أربعة أشخاص في غارة على بلدة حانين. وزعم الجيش الإسرائيلي أنه استهدف قياديا في حزب الله.",
        ["AirStrike by[الجيش الإسرائيلي] on[حزب الله] at[حانين]"],
    ),
    (
        "an attack that caused no losses",
        "لم يسفر الهجوم بالصواريخ على قاعدة حرير عن خسائر بشرية.",
        ["Shelling on[قاعدة حرير] at[قاعدة حرير]"],
    ),
    ("a family is no village", "قتل ثمانية في قصف منزل لعائلة أبو سمرة في دير البلح.", ["Shelling at[دير البلح]"]),
    (
        "a raid that hit the seat of a body",
        "قتل شخصان إثر غارة روسية طالت مقر حركة أحرار الشام في مدينة سراقب.",
        ["AirStrike by[روسيا] on[حركة أحرار الشام] at[سراقب]"],
    ),
    (
        "shelled with rockets a gathering",
        "أعلن الفصيل أنه قصف بالأسلحة الصاروخية تجمعا لجنود أتراك في محيط بلدة كفرلوسين.",
        ["Shelling by[الفصيل] on[جنود أتراك] at[كفرلوسين]"],
    ),
    (
        "one place for both deeds of a hand",
        "اعتقلت قوات سوريا الديمقراطية شقيقين ونسفت منزلا في بلدة الجرذي.",
        ["Detention by[قوات سوريا الديمقراطية] at[الجرذي]", "Destruction by[قوات سوريا الديمقراطية] at[الجرذي]"],
    ),
    (
        "handed over",
        "تسلمت القوات الحكومية معسكر الريان من قوات النخبة الحضرمية.",
        ["Capture by[القوات الحكومية] on[قوات النخبة الحضرمية] at[معسكر الريان]"],
    ),
    ("a governor's duties handed over", "تسلم محافظ عدن مهامه من سلفه.", []),
    (
        "from the hands of",
        "استعاد الجيش المالي مدينة كيدال من أيدي المتمردين.",
        ["Capture by[الجيش المالي] on[المتمردين] at[كيدال]"],
    ),
    (
        "a declaration signed",
        "وقعت الحكومة الكونغولية وحركة 23 مارس إعلان مبادئ في الدوحة.",
        ["Agreement by[الحكومة الكونغولية; حركة 23 مارس] at[الدوحة]"],
    ),
    ("who lets go, not what", "أطلقت جماعة مسلحة سراح خمس رهائن في ولاية كيبي.", ["Other by[جماعة مسلحة] at[كيبي]"]),
    ("shelling as Sudan words it", "قتل خمسة أشخاص في تدوين مدفعي على مدينة الفاشر.", ["Shelling at[الفاشر]"]),
    (
        "the speaker's own troops destroy",
        "قال الجيش السوداني إن قواته دمرت عشرين مركبة في بارا.",
        ["Destruction by[الجيش السوداني] at[بارا]"],
    ),
    ("aboard, no place", "خطف قراصنة زورقا على متنه ثلاثة عشر صيادا قبالة سواحل المكلا.", ["Abduction at[المكلا]"]),
    (
        "an aim that was foiled, of somebody's men",
        "أفشلت قوات الأمن محاولة لعناصر التنظيم لتفجير أبراج لنقل الكهرباء في كركوك.",
        ["Other by[قوات الأمن] on[التنظيم] at[كركوك]"],
    ),
    (
        "at a time when another place came under fire",
        "أغارت مسيرة على منازل في ميس الجبل، في وقت تعرضت أطراف عيترون لقصف مدفعي.",
        ["AirStrike at[ميس الجبل]", "Shelling at[عيترون]"],
    ),
    (
        "what is expected to go on",
        "قصفت روسيا خيرسون. وحذر مسؤول أوكراني من أشهر صعبة، متوقعا أن تواصل موسكو ضرب منشآت الطاقة.",
        ["Shelling by[روسيا] at[خيرسون]", "Statement by[مسؤول أوكراني]", "Shelling by[روسيا]"],
    ),
    (
        "where they fell when it was struck",
        "قتل ثلاثة أشخاص في بلدة الريحان عندما استهدفت غارة سيارتهم.",
        ["AirStrike at[الريحان]"],
    ),
    ("when a house was shelled", "استشهد الشاب سالم الدوري في رفح عندما قصف منزله.", ["Shelling at[رفح]"]),
    (
        "where they were hurt after it went off",
        "أصيب مزارع في ريف حماة بعد أن انفجر لغم بجراره.",
        ["Explosion at[ريف حماة]"],
    ),
    (
        "whom a threat is for",
        "هدد وزير الدفاع الإسرائيلي حزب الله برد عنيف.",
        ["Statement by[وزير الدفاع الإسرائيلي] on[حزب الله]"],
    ),
    (
        "a similar attack claimed is another",
        "قتل خمسة في تفجير بكابل يوم الاثنين. وتبنت طالبان هجوما مماثلا يوم السبت أودى بعشرة.",
        ["Explosion at[كابل] 2024-03-04..2024-03-04", "Explosion by[طالبان] 2024-03-02..2024-03-02"],
    ),
    ("what it had done before", "وسبق للجيش أن قصف بلدة حمورية.", ["Shelling by[الجيش] at[حمورية]"]),
    (
        "demand",
        "طالبت الولايات المتحدة الجيش السوداني بوقف القصف.",
        ["Statement by[الولايات المتحدة] on[الجيش السوداني]"],
    ),
    ("an end put to gunmen", "قضت قوات الجيش على أربعة مسلحين قرب تبسة.", ["Clash by[قوات الجيش] at[تبسة]"]),
    (
        "managed to put an end to gunmen",
        "تمكن الجيش من القضاء على أربعة مسلحين قرب تبسة.",
        ["Clash by[الجيش] at[تبسة]"],
    ),
    ("managed to destroy", "تمكنت القوات من تدمير مخبأ للمهربين قرب جيجل.", ["Destruction by[القوات] at[جيجل]"]),
    ("a patrol of X acts", "أوقفت دورية للجيش ثمانية مهربين قرب غدامس.", ["Detention by[الجيش] at[غدامس]"]),
    ("an aircraft of X acts", "قصفت طائرة للجيش بلدة النهود.", ["AirStrike by[الجيش] at[النهود]"]),
    ("a patrol of X struck", "استهدفت طائرة دورية للجيش قرب النهود.", ["AirStrike on[الجيش] at[النهود]"]),
    ("the army's air defences", "أسقطت دفاعات الجيش الجوية ثلاث مسيرات فوق مروي.", ["Other by[الجيش] at[مروي]"]),
    (
        "drones met by air defences",
        "تصدت الدفاعات الأرضية لمسيرات في سماء عطبرة.",
        ["Other by[الدفاعات الأرضية] at[عطبرة]"],
    ),
    ("a town like two palaces", "اندلع حريق كبير في القصرين.", ["Destruction at[القصرين]"]),
    ("weapons recovered", "استرجع الجيش ثلاث بنادق قرب تبسة.", ["Other by[الجيش] at[تبسة]"]),
    ("an unlisted place in a province", "قتل خمسة في هجوم على بولكسي بولاية تمبكتو.", ["Other at[بولكسي]"]),
    ("an ordinary word is a place in its province", "قتل جنديان في القصير بريف حمص الجنوبي.", ["Other at[القصير]"]),
    (
        "a name that the gazetteer has elsewhere",
        "قتل خمسة في قصف على العوجة بمحافظة شمال سيناء.",
        ["Shelling at[العوجة]"],
    ),
    (
        "two words, the second definite",
        "هاجم مسلحون حاجزا في كرم الزيتون بمحافظة شمال سيناء.",
        ["Other by[مسلحون] at[كرم الزيتون]"],
    ),
    (
        "the first week of a month",
        "قصف الجيش بلدة حمورية في الأسبوع الأول من فبراير.",
        ["Shelling by[الجيش] at[حمورية] 2024-02-01..2024-02-07"],
    ),
    (
        "earlier in a month",
        "وفي وقت سابق من فبراير قصف الجيش بلدة حمورية.",
        ["Shelling by[الجيش] at[حمورية] 2024-02-01..2024-02-29"],
    ),
    ("a raid ascribed to a state", "قتل ثلاثة في غارة نسبت إلى إسرائيل قرب تدمر.", ["AirStrike by[إسرائيل] at[تدمر]"]),
    (
        "a raid that somebody ascribes",
        "قتل ثلاثة في غارة نسبتها وسائل إعلام إلى إسرائيل قرب تدمر.",
        ["AirStrike by[إسرائيل] at[تدمر]"],
    ),
    (
        "the second of two neighbours an ordinary word",
        "قصفت طائرات النظام مدينة سراقب والنيرب.",
        ["AirStrike by[طائرات النظام] at[النيرب; سراقب]"],
    ),
    (
        "each fell somewhere else",
        "طفلة استشهدت جراء قصف جوي على بلدة مارع، ورجلان استشهدا في قصف على بلدة عندان.",
        ["AirStrike at[مارع]", "Shelling at[عندان]"],
    ),
    (
        "fighters of both sides fell",
        "قتل 19 من القوات الحكومية والفصائل المسلحة في اشتباكات شرق إدلب.",
        ["Clash by[الفصائل المسلحة; القوات الحكومية] at[إدلب]"],
    ),
    (
        "crews are no part of the army's name",
        "منع الجيش الطواقم الطبية من دخول بلدة طمون.",
        ["Other by[الجيش] at[طمون]"],
    ),
    ("the source of the shelling", "قال ناشطون إن القصف على بلدة الناجية مصدره معسكر جورين.", ["Shelling at[الناجية]"]),
    (
        "gunmen on motorcycles kill",
        "قتل مسلحون على متن دراجات نارية 12 راعيا قرب تيلابيري.",
        ["Other by[مسلحون] at[تيلابيري]"],
    ),
    ("gunmen on boats abduct", "خطف مسلحون على متن زوارق ستة صيادين قرب صبراتة.", ["Abduction by[مسلحون] at[صبراتة]"]),
    (
        "no side of the fight",
        "هاجمت مجموعتان محسوبتان على حكومة الوحدة الوطنية معسكرا في الزاوية.",
        ["Other at[الزاوية]"],
    ),
    (
        "citizens of a land do nothing",
        "أنقذت البحرية مهاجرين من جنسيات سودانية وسورية قرب صبراتة.",
        ["Aid at[صبراتة]"],
    ),
    (
        "a border guard, by what it guards",
        "اعتقلت قوات حرس الحدود أربعة مهربين قرب غدامس.",
        ["Detention by[قوات حرس الحدود] at[غدامس]"],
    ),
    (
        "under house arrest",
        "وضعت السلطات وزير الدفاع السابق قيد الإقامة الجبرية في جوبا.",
        ["Detention by[السلطات] at[جوبا]"],
    ),
    ("those freed are not who freed them", "أفرج عن 12 مصريا في الكفرة.", ["Other at[الكفرة]"]),
    ("a camp named by a date", "سيطر اللواء 444 على معسكر 7 أبريل في طرابلس.", ["Capture by[اللواء 444] at[طرابلس]"]),
    ("the place of his detention", "قتل ناشط داخل مقر احتجازه في بنغازي.", ["Other at[بنغازي]"]),
    ("smuggling foiled", "أحبط الجيش محاولة تهريب أسلحة قرب غدامس.", ["Other by[الجيش] at[غدامس]"]),
    (
        "drugs seized",
        "ضبطت مفارز الجيش الجزائري 400 كيلوغرام من الكيف قرب تلمسان.",
        ["Other by[الجيش الجزائري] at[تلمسان]"],
    ),
    (
        "a convoy of an agency attacked",
        "نهب مسلحون قافلة تابعة لبرنامج الأغذية العالمي قرب الكومة.",
        ["Other by[مسلحون] on[برنامج الأغذية العالمي] at[الكومة]"],
    ),
    (
        "a mine that somebody laid",
        "قتل مدني بانفجار لغم زرعته ميليشيا الحوثي في الحديدة.",
        ["Explosion by[ميليشيا الحوثي] at[الحديدة]"],
    ),
    (
        "whose drone was brought down",
        "تمكنت القوات الحكومية من إسقاط وتدمير طائرة مسيرة مفخخة تابعة للحوثيين في مأرب.",
        ["Other by[القوات الحكومية] on[الحوثيين] at[مأرب]"],
    ),
    (
        "drones and missiles brought down",
        "أسقطت الدفاعات الجوية 87 مسيرة وسبعة صواريخ فوق كييف.",
        ["Other by[الدفاعات الجوية] at[كييف]"],
    ),
    (
        "counted drones are no force",
        "دمرت الدفاعات الجوية الروسية 31 طائرة مسيرة أوكرانية فوق بيلغورود.",
        ["Other by[الدفاعات الجوية الروسية] at[بيلغورود]"],
    ),
    (
        "what those attacked prepared",
        "قال الجيش إن قواته هاجمت خلية كانت تستعد لإطلاق صواريخ من عيترون.",
        ["Other by[الجيش] at[عيترون]"],
    ),
    (
        "flares are no attack",
        "الطيران الحربي أغار ليلا على كفركلا وأطلق القنابل المضيئة فوق قرى القطاع الغربي.",
        ["AirStrike by[الطيران الحربي] at[كفركلا] 2024-03-05..2024-03-05"],
    ),
    (
        "a town like a freeing",
        "شهدت محافظة شبوة اشتباكات بين قوات الأمن ومسلحين قرب عتق.",
        ["Clash by[قوات الأمن] at[عتق]"],
    ),
    ("the army stormed the village", "اقتحم الجيش القرية ودمر أربعة منازل.", ["Offensive by[الجيش]"]),
    (
        "its people fled",
        "قصف الجيش بلدة كاس ونزح سكانها إلى نيالا.",
        ["Shelling by[الجيش] at[كاس]", "Displacement at[نيالا]"],
    ),
    ("demonstrated for the government to go", "تظاهر المئات في طرابلس للمطالبة برحيل الحكومة.", ["Protest at[طرابلس]"]),
    ("demonstrations against a force", "خرجت مظاهرات في عطبرة رافضة للدعم السريع.", ["Protest at[عطبرة]"]),
    ("gathered to protest", "احتشد محتجون في طرابلس رفضا للحرب.", ["Protest at[طرابلس]"]),
    (
        "organised crime is nobody",
        "في إطار محاربة الجريمة المنظمة، أوقفت مفارز مشتركة 19 تاجر مخدرات في تمنراست.",
        ["Detention by[مفارز مشتركة] at[تمنراست]"],
    ),
    (
        "in the middle of a queue",
        "فجر انتحاري نفسه وسط طابور من المجندين أمام معسكر دمانيو في مقديشو.",
        ["SuicideAttack at[معسكر دمانيو; مقديشو]"],
    ),
    (
        "migrants caught on boats",
        "ضبط حراس السواحل 214 مهاجرا كانوا على متن قوارب قبالة عنابة.",
        ["Detention at[عنابة]"],
    ),
    (
        "killed by those who withdrew",
        "تحدثت شبكة أطباء السودان عن مقتل 29 مدنيا على يد الدعم السريع قبيل انسحابها من بارا.",
        ["Withdrawal by[الدعم السريع] at[بارا]", "Other by[الدعم السريع] at[بارا]"],
    ),
    (
        "gunmen on lorries attacked",
        "قال العمدة إن مسلحين على ظهور سيارات هاجموا قرية أم لباسة.",
        ["Other by[مسلحين] at[أم لباسة]"],
    ),
    ("gunmen behind a masdar", "قتل ثلاثة جراء تفجير مسلحين عبوة في ديالى.", ["Explosion by[مسلحين] at[ديالى]"]),
    ("cleared of mines", "قتل جندي أثناء تطهير المنطقة من الألغام بانفجار لغم في تدمر.", ["Explosion at[تدمر]"]),
    (
        "ordered the detention",
        "أمرت النيابة العامة بحبس ثلاثة ضباط في درنة.",
        ["Detention by[النيابة العامة] at[درنة]"],
    ),
    ("ordered people to leave", "أمر الجيش سكان بلدة ميوم بالإخلاء.", ["Displacement by[الجيش] at[ميوم]"]),
    (
        "migrants expelled",
        "طردت السلطات الجزائرية 1140 مهاجرا من تمنراست.",
        ["Displacement by[السلطات الجزائرية] at[تمنراست]"],
    ),
    (
        "migrants set free",
        "دهم جهاز البحث الجنائي وكرا في طبرق وحرر 64 مهاجرا.",
        ["Detention by[جهاز البحث الجنائي] at[طبرق]", "Aid by[جهاز البحث الجنائي] at[طبرق]"],
    ),
    (
        "a boat that sank, and its rescue",
        "أعلنت تونس انتشال 20 جثة بعد غرق مركب قبالة المهدية.",
        ["Aid by[تونس]", "Destruction at[المهدية]"],
    ),
    (
        "gunmen of a tribe",
        "قتل 20 شخصا في هجوم شنه مسلحون من قبيلة المورلي على قرية نائية.",
        ["Other by[قبيلة المورلي]"],
    ),
    (
        "by a drone of X",
        "قتل قيادي باستهداف سيارته بطائرة مسيرة تابعة للتحالف الدولي قرب سلقين.",
        ["AirStrike by[التحالف الدولي] at[سلقين]"],
    ),
    (
        "four rockets fell, a verbal noun",
        "سقوط أربعة صواريخ على حي الثورة مساء أمس.",
        ["Shelling at[الثورة] 2024-03-04..2024-03-04"],
    ),
    ("dozens of shells, a verbal noun", "أدى سقوط عشرات القذائف على بلدة كاس إلى مقتل خمسة.", ["Shelling at[كاس]"]),
    ("counted suicide drones brought down", "أسقط الجيش ثلاث مسيرات انتحارية فوق مروي.", ["Other by[الجيش] at[مروي]"]),
    ("a plane that burnt down", "أدى القصف على نيالا إلى مقتل ستة واحتراق طائرة شحن.", ["Shelling at[نيالا]"]),
    (
        "a grave that was found is no target",
        "عثرت القوات على مقبرة جماعية في سنجار.",
        ["Other by[القوات] at[سنجار; مقبرة جماعية]"],
    ),
    ("bombers who were killed", "قتل الجيش انتحاريين اثنين في الطارمية.", ["Clash by[الجيش] at[الطارمية]"]),
    ("sentenced to prison", "أصدرت محكمة في طرابلس حكما بالسجن المؤبد على ضابط سابق.", ["Other at[طرابلس]"]),
    (
        "headquarters of a numbered unit",
        "دخلت قوات الدعم السريع مقر الفرقة 22 مشاة في بابنوسة.",
        ["Offensive by[قوات الدعم السريع] on[الفرقة 22 مشاة] at[بابنوسة]"],
    ),
    ("he was set free", "أطلق سراح الصحفي معمر إبراهيم في الفاشر.", ["Other on[معمر إبراهيم] at[الفاشر]"]),
    ("those who crossed did it", "أعلنت مفوضية اللاجئين عبور 18 ألف لاجئ إلى تشاد.", ["Displacement at[تشاد]"]),
    ("agreed on a body", "اتفق الجانبان على تشكيل لجنة مشتركة.", ["Agreement"]),
    (
        "a ministry of war did it itself",
        "أعلنت وزارة الدفاع الروسية السيطرة على قرية بوغدانيفكا غربي باخموت.",
        ["Capture by[وزارة الدفاع الروسية] at[بوغدانيفكا]"],
    ),
    ("workers of relief are no relief", "قتل ستة من موظفي الإغاثة في هجوم على قافلة قرب الفاشر.", ["Other at[الفاشر]"]),
    ("an agreement that is announced", "أعلنت قطر التوصل إلى اتفاق لوقف إطلاق النار.", ["Agreement"]),
    ("separatists act", "هاجم انفصاليون قطارا في بلوشستان.", ["Other by[انفصاليون] at[بلوشستان]"]),
    (
        "whom settlers beat is no place",
        "اعتدى مستوطنون بالضرب على راع في مسافر يطا.",
        ["Other by[مستوطنون] at[مسافر يطا]"],
    ),
    ("a march that was put down", "قمعت الشرطة المتظاهرين في بغداد.", ["Other by[الشرطة] at[بغداد]"]),
    (
        "neutralised fighters of X",
        "أعلن الجيش تحييد 43 من مقاتلي بوكو حرام في غابة سامبيسا.",
        ["Other by[الجيش] on[بوكو حرام] at[غابة سامبيسا]"],
    ),
    ("a border post by name", "قصفت الطائرات منفذ التوم على الحدود.", ["AirStrike on[منفذ التوم] at[منفذ التوم]"]),
    (
        "who were convicted condemn nobody",
        "أعلنت السعودية إعدام ثلاثة أشخاص أدينوا بالانتماء إلى تنظيم إرهابي.",
        ["Shooting"],
    ),
    (
        "shelled with mortars, whose compound",
        "استهدفت حركة الشباب بقذائف الهاون مجمع الأمم المتحدة في حلني.",
        ["Shelling by[حركة الشباب] on[الأمم المتحدة] at[حلني]"],
    ),
    (
        "the east of a land that begins with it",
        "قتل جندي في كمين نصبه متمردون شرق أفريقيا الوسطى.",
        ["Clash by[متمردون] at[أفريقيا الوسطى]"],
    ),
    ("weapons impounded", "حجز الجيش الجزائري أسلحة وذخيرة قرب تبسة.", ["Other by[الجيش الجزائري] at[تبسة]"]),
    ("its neighbour, accused", "اتهمت إثيوبيا جارتها إريتريا بقصف زالامبيسا.", ["Shelling by[إريتريا] at[زالامبيسا]"]),
    ("dead in a land", "قالت اليونيسف إن 45 طفلا على الأقل قتلوا في لبنان خلال أسبوع.", ["Other at[لبنان]"]),
    (
        "responsible for the shelling",
        "خلصت اللجنة إلى أن القوات الحكومية مسؤولة عن قصف بلدة حاس الذي قتل 36 شخصا.",
        ["Shelling by[القوات الحكومية] at[حاس]"],
    ),
    (
        "taken from home",
        "اعتقلت أجهزة الأمن الصحفي معاذ عمارنة من منزله في بيت لحم.",
        ["Detention by[أجهزة الأمن] on[معاذ عمارنة] at[بيت لحم]"],
    ),
    (
        "in protest at the shelling",
        "استدعت بغداد السفير التركي احتجاجا على قصف منتجع في دهوك أودى بحياة تسعة سياح.",
        ["Other by[بغداد]", "Shelling at[دهوك]"],
    ),
    ("an ordinary word and its province in one word", "قتل خمسة في قصف على القصير بحمص.", ["Shelling at[القصير]"]),
    ("an unlisted place and its province in one word", "قتل خمسة في هجوم على الزرنوقة بمأرب.", ["Other at[الزرنوقة]"]),
    ("who received the report did not do it", "تلقت الشرطة بلاغا عن إطلاق نار في طرابلس.", ["Shooting at[طرابلس]"]),
    (
        "tons of medicine",
        "قدمت منظمة الصحة العالمية 20 طنا من الأدوية إلى مستشفيات القضارف.",
        ["Aid by[منظمة الصحة العالمية] at[القضارف]"],
    ),
    ("tons of aid that are sent", "أرسلت الكويت 40 طنا من المساعدات إلى غزة.", ["Aid by[الكويت] at[غزة]"]),
    ("nobody was recorded hurt", "لم يسجل سقوط ضحايا في القصف على سراقب.", ["Shelling at[سراقب]"]),
    (
        "put an end to a leader, the subject first",
        "قال الناطق إن الجيش قضى على قائد ميداني في حزب الله بعيترون.",
        ["Other by[الجيش] on[حزب الله] at[عيترون]"],
    ),
    ("murderers who fled", "اغتال مسلحون قاضيا في عدن ولاذوا بالفرار.", ["Shooting by[مسلحون] at[عدن]"]),
    (
        "what it did is told by whom it killed",
        "وقال الجيش الإسرائيلي إنه قتل ثلاثة من حزب الله في غارة على عيترون.",
        ["AirStrike by[الجيش الإسرائيلي] on[حزب الله] at[عيترون]"],
    ),
    (
        "fell into an ambush",
        "وقعت دورية للجيش المالي في كمين قرب سيفاري وقتل خمسة جنود.",
        ["Clash on[الجيش المالي] at[سيفاري]"],
    ),
]

KNOWN_GAPS: list[Row] = [
    (
        "instrument",
        "انفجرت دراجة نارية مفخخة في سوق مدينة تل أبيض.",
        ["VehicleBomb at[تل أبيض]"],
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
        "withdrawal",
        "انسحب مقاتلو حركة الشباب من بلدة حررطيري.",
        ["Withdrawal by[حركة الشباب] at[حررطيري]"],
    ),
    (
        "date",
        "قصفت الطائرات الحربية مدينة دوما يوم الخميس.",
        ["AirStrike by[الطائرات الحربية] at[دوما] 2024-02-29..2024-02-29"],
    ),
    (
        "crossing",
        "أغلقت السلطات التركية معبر باب الهوى.",
        ["Other by[السلطات التركية] at[معبر باب الهوى]"],
    ),
]

test_rows, test_known_gaps, test_rows_are_distinct = table_tests(ROWS, KNOWN_GAPS, differences)
