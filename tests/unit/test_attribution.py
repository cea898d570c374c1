"""Attribution: tables of ``[phenomenon, text, expected]``; expected is one ``speaker = modality tolls`` per claim.

``narration`` speaks where the text attributes nothing; ``via`` names a relay where the row is about it. Tolls are
``outcome minimum..maximum`` in the text's order. The incidents and the unlisted persons are invented.
"""

from __future__ import annotations

from datetime import date

import pytest

from khabar.extract import extract
from khabar.model import ARTICLE, Claim, Metadata, Report

Row = tuple[str, str, list[str]]

PUBLISHED = Metadata(published=date(2024, 3, 5))
"""A Tuesday."""


def name(report: Report, actor: str, wanted: frozenset[str]) -> str:
    """The name the row uses where it is one of the actor's names; else the fullest one."""
    if actor in (ARTICLE, report.article.outlet):
        return "narration"
    names = next(found.names for found in report.actors if found.id == actor)
    return next((known for known in names if known in wanted), names[0])


def show(report: Report, claim: Claim, wanted: frozenset[str], relays: bool) -> str:
    words = [name(report, claim.claimant, wanted)]
    if relays and claim.via:
        words.append("via " + ", ".join(name(report, actor, wanted) for actor in claim.via))
    words += ["=", claim.modality]
    for toll in claim.tolls:
        low = "" if toll.minimum is None else toll.minimum
        high = "" if toll.maximum is None else toll.maximum
        words.append(f"{toll.outcome} {low}..{high}")
    return " ".join(words)


def differences(row: Row) -> tuple[list[str], list[str]]:
    """What is found and what is expected, both sorted."""
    speakers = [line.partition(" = ")[0].split(" via ") for line in row[2]]
    wanted = frozenset(known for names in speakers for known in names)
    relays = any(len(names) > 1 for names in speakers)
    report = extract(row[1], PUBLISHED)
    return sorted(show(report, claim, wanted, relays) for claim in report.claims), sorted(row[2])


ROWS: list[Row] = [
    (
        "verb first",
        "قال المرصد السوري لحقوق الإنسان إن خمسة مدنيين قُتلوا بقصف على بلدة سراقب.",
        ["المرصد السوري لحقوق الإنسان = Asserted Killed 5..5"],
    ),
    (
        "verb first",
        "أفاد مصدر طبي بمقتل ثلاثة أشخاص في غارة على مدينة تعز.",
        ["مصدر طبي = Asserted Killed 3..3"],
    ),
    (
        "subject first",
        "المرصد السوري: مقتل أربعة عناصر من قوات النظام بهجوم في بادية السخنة.",
        ["المرصد السوري = Asserted Killed 4..4"],
    ),
    (
        "subject first",
        "وكالة الأنباء الصومالية قالت إن الجيش استعاد بلدة عيل بور.",
        ["وكالة الأنباء الصومالية = Asserted"],
    ),
    (
        "according to",
        "قُتل ستة مدنيين في قصف روسي على مدينة خاركيف، وفق السلطات المحلية.",
        ["السلطات المحلية = Asserted Killed 6..6"],
    ),
    (
        "according to",
        "بحسب وزارة الصحة في غزة، استشهد 40 شخصاً في غارات على خان يونس.",
        ["وزارة الصحة في غزة = Asserted Killed 40..40"],
    ),
    (
        "according to",
        "وفقاً للأمم المتحدة، نزح نحو 7000 شخص من مدينة سنجة.",
        ["الأمم المتحدة = Asserted Displaced 7000..7000"],
    ),
    (
        "according to",
        "قُتل جنديان في انفجار لغم قرب مدينة المخا، حسب مصدر عسكري.",
        ["مصدر عسكري = Asserted Killed 2..2"],
    ),
    (
        "according to",
        "نقلت مصادر محلية أن مسلحين اختطفوا طبيباً في مدينة الضالع.",
        ["مصادر محلية = Asserted Abducted 1..1"],
    ),
    (
        "according to what said",
        "قُتل 14 شخصاً في هجوم على قرية شمال شرقي نيجيريا، حسبما ذكرت الشرطة.",
        ["الشرطة = Asserted Killed 14..14"],
    ),
    (
        "according to what said",
        "أصيب سبعة أشخاص في ضربة على أوديسا، وفق ما أعلن حاكم المنطقة أوليه كيبر.",
        ["أوليه كيبر = Asserted Injured 7..7"],
    ),
    (
        "according to what said",
        "وقُتل شرطي في تبادل لإطلاق النار وسط طرابلس، كما أعلنت وزارة الداخلية.",
        ["وزارة الداخلية = Asserted Killed 1..1"],
    ),
    (
        "inserted",
        "وقُتل في الهجوم، بحسب شهود عيان، ثمانية من سكان قرية ود النورة.",
        ["شهود عيان = Asserted Killed 8..8"],
    ),
    (
        "sentence-final verb",
        '"قُتل ثلاثة من مقاتلينا في غارة على مدينة البوكمال"، قال مصدر في الحشد الشعبي.',
        ["مصدر في الحشد الشعبي = Asserted Killed 3..3"],
    ),
    (
        "adverbial lead",
        "من جهته، أكد محافظ شبوة عوض العولقي أن القوات الحكومية استعادت مديرية بيحان.",
        ["عوض العولقي = Asserted"],
    ),
    (
        "adverbial lead",
        "بدورها، قالت منظمة أطباء بلا حدود إن مستشفى البان جديد في الخرطوم استقبل 30 جريحاً جراء القصف.",
        ["منظمة أطباء بلا حدود = Asserted Injured 30..30"],
    ),
    (
        "adverbial lead",
        "في المقابل، ذكرت وكالة سانا أن مدنياً قُتل بقذائف أطلقها مسلحون على مدينة محردة.",
        ["وكالة سانا = Asserted Killed 1..1"],
    ),
    (
        "compound tense",
        "وكانت وزارة الدفاع التركية أعلنت مقتل جنديين في هجوم صاروخي على مدينة الباب.",
        ["وزارة الدفاع التركية = Asserted Killed 2..2"],
    ),
    (
        "compound tense",
        "وكان الدفاع المدني قد أعلن انتشال ثلاث جثث من موقع الغارة على حي التفاح.",
        ["الدفاع المدني = Asserted Killed 3..3"],
    ),
    (
        "compound tense",
        "وكان مسؤول أمني قال في وقت سابق إن سيارة مفخخة انفجرت قرب القصر الرئاسي في مقديشو.",
        ["مسؤول أمني = Asserted"],
    ),
    (
        "verb of saying",
        "كشفت صحيفة وول ستريت جورنال أن إسرائيل نفذت غارة على موقع في أصفهان.",
        ["صحيفة وول ستريت جورنال = Asserted"],
    ),
    (
        "verb of saying",
        "وثّقت الشبكة السورية لحقوق الإنسان مقتل 89 مدنياً في قصف على محافظة إدلب.",
        ["الشبكة السورية لحقوق الإنسان = Asserted Killed 89..89"],
    ),
    (
        "verb of saying",
        "وأشار البيان الصادر عن القيادة المركزية الأميركية إلى مقتل قيادي في تنظيم الدولة بغارة شرق سوريا.",
        ["القيادة المركزية الأميركية = Asserted Killed 1..1"],
    ),
    (
        "verb of saying",
        "ولفت رئيس بلدية بيروت إلى أن الانفجار دمّر 20 مبنى.",
        ["رئيس بلدية بيروت = Asserted Destroyed 20..20"],
    ),
    (
        "verb of saying",
        "وتحدثت وسائل إعلام عبرية عن إصابة خمسة جنود في معارك شمال قطاع غزة.",
        ["وسائل إعلام عبرية = Asserted Injured 5..5"],
    ),
    (
        "verb of saying",
        "نعى حزب الله ثلاثة من مقاتليه قُتلوا في غارة على بلدة كفركلا.",
        ["حزب الله = Asserted Killed 3..3"],
    ),
    (
        "verb of saying",
        "اعترف جيش الاحتلال بمقتل ضابط وإصابة أربعة جنود في كمين شمال قطاع غزة.",
        ["جيش الاحتلال = Asserted Killed 1..1 Injured 4..4"],
    ),
    (
        "verb of saying",
        "أقرّت القيادة العسكرية في النيجر بمقتل 29 جندياً في هجوم قرب الحدود مع مالي.",
        ["القيادة العسكرية = Asserted Killed 29..29"],
    ),
    (
        "verb of saying",
        "وأحصت منظمة هيومن رايتس ووتش مقتل 223 مدنياً في هجومين للجيش شمالي بوركينا فاسو.",
        ["منظمة هيومن رايتس ووتش = Asserted Killed 223..223"],
    ),
    (
        "passive saying",
        "وأُعلن في صنعاء عن مقتل 15 شخصاً في غارات على محافظة حجة.",
        ["narration = Asserted Killed 15..15"],
    ),
    (
        "narration",
        "قُتل أربعة مدنيين في غارة على مدينة معرة النعمان.",
        ["narration = Asserted Killed 4..4"],
    ),
    (
        "spokesperson named",
        "قال المتحدث باسم الجيش الإسرائيلي دانيال هاغاري إن القوات قتلت 20 مسلحاً في رفح.",
        ["دانيال هاغاري = Asserted Killed 20..20"],
    ),
    (
        "spokesperson named",
        "وقال الناطق باسم الدفاع المدني محمود بصل إن طواقمه انتشلت تسعة شهداء من حي الشجاعية.",
        ["محمود بصل = Asserted Killed 9..9"],
    ),
    (
        "spokesperson named",
        "وأكدت المتحدثة باسم مفوضية اللاجئين سارة حداد نزوح عشرة آلاف شخص من القضارف.",
        ["سارة حداد = Asserted Displaced 10000..10000"],
    ),
    (
        "spokesperson unnamed",
        "وقال المتحدث باسم الجيش الأوكراني إن القوات الروسية قصفت مدينة نيكوبول بالمدفعية.",
        ["الجيش الأوكراني = Asserted"],
    ),
    (
        "spokesperson unnamed",
        "أعلن متحدث باسم حركة طالبان مقتل ثلاثة جنود في هجوم بولاية هلمند.",
        ["حركة طالبان = Asserted Killed 3..3"],
    ),
    (
        "titled person",
        "وصرح مدير مستشفى كمال عدوان حسام أبو صفية بأن الغارة أوقعت خمسة شهداء.",
        ["حسام أبو صفية = Asserted Killed 5..5"],
    ),
    (
        "office without name",
        "وقال محافظ نينوى إن عبوة ناسفة انفجرت في حي الزهور شرقي الموصل.",
        ["محافظ نينوى = Asserted"],
    ),
    (
        "relay",
        "نقلت وكالة رويترز عن مصدر أمني قوله إن سبعة جنود قُتلوا في كمين بمحافظة أبين.",
        ["مصدر أمني via وكالة رويترز = Asserted Killed 7..7"],
    ),
    (
        "relay",
        "ونقلت صحيفة الشرق الأوسط عن مسؤول يمني أن الحوثيين هاجموا مواقع الجيش في الضالع.",
        ["مسؤول يمني via صحيفة الشرق الأوسط = Asserted"],
    ),
    (
        "relay",
        "وقال مصدر عسكري لوكالة فرانس برس إن 13 مقاتلاً من الموالين للنظام قُتلوا في غارات على تدمر.",
        ["مصدر عسكري = Asserted Killed 13..13"],
    ),
    (
        "nested",
        "وقال ناشط لوكالة سمارت إن الدفاع المدني أعلن مقتل ثلاثة مدنيين بقصف على اللطامنة.",
        ["الدفاع المدني = Asserted Killed 3..3"],
    ),
    (
        "unnamed source",
        "أفاد مراسلنا في درعا بانفجار عبوة ناسفة على طريق اليادودة.",
        ["مراسلنا = Asserted"],
    ),
    (
        "unnamed source",
        "ذكرت مصادر متطابقة أن اشتباكات اندلعت بين الجيش والدعم السريع في مدينة بابنوسة.",
        ["مصادر متطابقة = Asserted"],
    ),
    (
        "pronoun continuation",
        "قال المرصد السوري إن غارة استهدفت مقراً لميليشيا إيرانية في البوكمال. وأضاف أن سبعة عناصر قُتلوا.",
        ["المرصد السوري = Asserted Killed 7..7"],
    ),
    (
        "participle continuation",
        "أعلن الجيش الصومالي استعادة بلدة بوسع، مشيراً إلى مقتل 30 من مسلحي حركة الشباب.",
        ["الجيش الصومالي = Asserted Killed 30..30"],
    ),
    (
        "participle continuation",
        "قال مصدر في الشرطة العراقية إن عبوة انفجرت في قضاء طوزخورماتو، مؤكداً إصابة ثلاثة عناصر.",
        ["مصدر في الشرطة العراقية = Asserted Injured 3..3"],
    ),
    (
        "definite continuation",
        "قال مصدر طبي إن قذيفة سقطت على حي سكني في تعز. وأوضح المصدر أن طفلين قُتلا.",
        ["مصدر طبي = Asserted Killed 2..2"],
    ),
    (
        "on his saying",
        "قُتل 17 متمرداً في غارة شمالي مالي، على حد قول المتحدث باسم الجيش.",
        ["الجيش = Asserted Killed 17..17"],
    ),
    (
        "direct quotation",
        "وكتب وزير الدفاع الإسرائيلي يوآف غالانت على منصة إكس: «قتلنا عشرة مسلحين في غارة على جنين».",
        ["يوآف غالانت = Asserted Killed 10..10"],
    ),
    (
        "denial",
        "نفى الجيش السوداني قصف مستشفى في مدينة نيالا.",
        ["الجيش السوداني = Denied"],
    ),
    (
        "denial",
        "نفت موسكو أن تكون طائراتها شنت غارات على مدينة إدلب.",
        ["موسكو = Denied"],
    ),
    (
        "accusation",
        "اتهمت منظمة العفو الدولية قوات الدعم السريع بقتل 50 مدنياً في مدينة الجنينة.",
        ["منظمة العفو الدولية = Alleged Killed 50..50"],
    ),
    (
        "accusation",
        "أصدرت الحكومة اليمنية بياناً اتهمت فيه الحوثيين بقصف حي سكني في مدينة حيس.",
        ["الحكومة اليمنية = Alleged"],
    ),
    (
        "responsibility",
        "تبنى تنظيم الدولة الإسلامية تفجيراً انتحارياً في مدينة كابل أوقع ستة قتلى.",
        ["تنظيم الدولة الإسلامية = Asserted Killed 6..6"],
    ),
    (
        "responsibility",
        "أعلنت حركة الشباب مسؤوليتها عن الهجوم على فندق في مقديشو.",
        ["حركة الشباب = Asserted"],
    ),
    (
        "no responsibility",
        "ولم تعلن أي جهة مسؤوليتها عن تفجير السيارة المفخخة في مدينة الباب.",
        ["narration = Asserted"],
    ),
    (
        "claim verb",
        "زعم الإعلام الحربي للحوثيين مقتل 40 جندياً سعودياً في هجوم بجازان.",
        ["الإعلام الحربي = Alleged Killed 40..40"],
    ),
    (
        "claim verb",
        "ادعت وزارة الدفاع الروسية تدمير سبع دبابات أوكرانية قرب روبوتين.",
        ["وزارة الدفاع الروسية = Alleged Destroyed 7..7"],
    ),
    (
        "hedge",
        "يُعتقد أن تنظيم القاعدة يقف وراء الهجوم على ثكنة عسكرية في أبين.",
        ["narration = Alleged"],
    ),
    (
        "hedge",
        "وترددت أنباء غير مؤكدة عن مقتل قائد ميداني في غارة على دير الزور.",
        ["narration = Alleged Killed 1..1"],
    ),
    (
        "preliminary",
        "أسفر القصف عن مقتل سبعة مدنيين في حصيلة مرشحة للارتفاع.",
        ["narration = Preliminary Killed 7..7"],
    ),
    (
        "preliminary",
        "أعلن الدفاع المدني، في حصيلة أولية، مقتل عشرة مدنيين بغارات على مدينة أريحا.",
        ["الدفاع المدني = Preliminary Killed 10..10"],
    ),
    (
        "planned",
        "أعلنت أنقرة أنها ستشن عملية عسكرية شرق الفرات خلال أيام.",
        ["أنقرة = Planned"],
    ),
    (
        "planned",
        "هدد زعيم الحوثيين عبد الملك الحوثي باستهداف السفن الأميركية في البحر الأحمر.",
        ["عبد الملك الحوثي = Planned"],
    ),
    (
        "planned",
        "ومن المقرر أن تعقد الأطراف السودانية جولة مفاوضات في جدة الخميس المقبل.",
        ["narration = Planned"],
    ),
    (
        "expected",
        "وتوقعت الأمم المتحدة نزوح 800 ألف شخص من السودان إلى الدول المجاورة.",
        ["الأمم المتحدة = Expected Displaced 800000..800000"],
    ),
    (
        "expected",
        "ومن المتوقع أن تنسحب القوات الروسية من مدينة خيرسون خلال أسابيع.",
        ["narration = Expected"],
    ),
    (
        "two accounts",
        "قال الدفاع المدني إن غارة روسية على جسر الشغور قتلت تسعة مدنيين، فيما تحدث المرصد السوري عن مقتل 13 شخصاً.",
        ["الدفاع المدني = Asserted Killed 9..9", "المرصد السوري = Asserted Killed 13..13"],
    ),
    (
        "two accounts",
        "أعلنت كييف إسقاط 20 طائرة مسيّرة فوق أوديسا، بينما قالت موسكو إن الهجوم أصاب جميع أهدافه.",
        ["كييف = Asserted Destroyed 20..20", "موسكو = Asserted"],
    ),
    (
        "two accounts",
        "قال الحوثيون إن غارة للتحالف قتلت 31 مدنياً في الجوف، لكن التحالف قال إنه سيحقق في الحادث.",
        ["الحوثيون = Asserted Killed 31..31", "التحالف = Planned"],
    ),
    (
        "new speaker",
        "أعلن الجيش اللبناني إصابة جنديين بغارة قرب مرجعيون. وذكرت الوكالة الوطنية للإعلام أن مدنياً قُتل "
        "في غارة على بلدة العديسة.",
        ["الجيش اللبناني = Asserted Injured 2..2", "الوكالة الوطنية للإعلام = Asserted Killed 1..1"],
    ),
    (
        "headline colon",
        "الدفاع المدني: سبعة شهداء في غارة على منزل بحي الصبرة",
        ["الدفاع المدني = Asserted Killed 7..7"],
    ),
    (
        "headline colon",
        "القيادة المركزية الأميركية: قتلنا قيادياً في داعش بضربة جوية شمال غرب سوريا",
        ["القيادة المركزية الأميركية = Asserted Killed 1..1"],
    ),
    (
        "statement",
        "وقال الجيش المالي في بيان إنه قتل 15 إرهابياً في منطقة سيغو.",
        ["الجيش المالي = Asserted Killed 15..15"],
    ),
    (
        "statement",
        "وأوضحت الحركة في بيان نشرته على تلغرام أن مقاتليها استهدفوا دبابة شرق رفح.",
        ["الحركة = Asserted"],
    ),
    (
        "social media",
        "وكتب رئيس بلدية خاركيف إيغور تيريخوف على تلغرام أن ضربة على المدينة قتلت شخصين.",
        ["إيغور تيريخوف = Asserted Killed 2..2"],
    ),
    (
        "noun of saying",
        "وأظهرت بيانات مشروع أكليد مقتل 15 ألف شخص في السودان.",
        ["مشروع أكليد = Asserted Killed 15000..15000"],
    ),
    (
        "several speakers",
        "وقال شاهدان ومسؤول محلي إن مسلحين هاجموا قرية شمال بوركينا فاسو وقتلوا 20 شخصاً.",
        ["شاهدان = Asserted Killed 20..20"],
    ),
    (
        "denial and own version",
        "نفت قوات الدعم السريع قصف مخيم زمزم، وقالت إن الجيش قصف المخيم بالطيران.",
        ["قوات الدعم السريع = Denied", "قوات الدعم السريع = Asserted"],
    ),
    (
        "suspicion",
        "قُتل ضابط برصاص مسلحين يُشتبه بانتمائهم لتنظيم القاعدة في مدينة لودر.",
        ["narration = Asserted Killed 1..1"],
    ),
    (
        "likely",
        "ورجّح مسؤول أمني أن يكون تنظيم الدولة وراء تفجير العبوة الناسفة في كركوك.",
        ["مسؤول أمني = Alleged"],
    ),
    (
        "feared",
        "ويُخشى أن يرتفع عدد القتلى مع وجود عالقين تحت أنقاض المبنى الذي قُصف في دنيبرو.",
        ["narration = Expected"],
    ),
    (
        "doctor to agency",
        "وقال الطبيب في مستشفى المعمداني فضل نعيم للأناضول إن المستشفى استقبل 20 شهيداً جراء قصف مدرسة.",
        ["فضل نعيم = Asserted Killed 20..20"],
    ),
]

KNOWN_GAPS: list[Row] = [
    (
        "sentence-final verb",
        "قُتل خمسة أشخاص في الغارة على بلدة قانا، يقول رئيس البلدية محمد كرشت.",
        ["محمد كرشت = Asserted Killed 5..5"],
    ),
    (
        "verb of saying",
        "رصد ناشطون سقوط ثلاثة براميل متفجرة على بلدة الهبيط.",
        ["ناشطون = Asserted"],
    ),
    (
        "spokesperson named",
        "وأعلن العميد يحيى سريع، المتحدث العسكري باسم جماعة الحوثي، استهداف سفينة في البحر الأحمر.",
        ["يحيى سريع = Asserted"],
    ),
    (
        "titled person",
        "وقال وزير الدفاع النيجري ساليفو مودي إن 12 جندياً قُتلوا في هجوم بولاية تيلابيري.",
        ["ساليفو مودي = Asserted Killed 12..12"],
    ),
    (
        "relay",
        "ذكرت وكالة الأناضول، نقلاً عن شهود عيان، أن الطيران الإسرائيلي قصف منزلاً في مخيم البريج.",
        ["شهود عيان via وكالة الأناضول = Asserted"],
    ),
    (
        "relay",
        "أفادت قناة الميادين نقلاً عن مراسلها باستشهاد شخصين في غارة على بلدة حولا.",
        ["مراسلها via قناة الميادين = Asserted Killed 2..2"],
    ),
    (
        "relay",
        "وأبلغ مسؤول محلي رويترز بأن مسلحين قتلوا تسعة قرويين في ولاية زمفرة.",
        ["مسؤول محلي = Asserted Killed 9..9"],
    ),
    (
        "unnamed source",
        "وقال أحد سكان القرية إن المسلحين أحرقوا 15 منزلاً في منطقة كورما.",
        ["أحد سكان القرية = Asserted Destroyed 15..15"],
    ),
    (
        "unnamed source",
        "قال مسؤول أميركي طلب عدم الكشف عن اسمه إن غارة استهدفت قيادياً في حركة الشباب جنوبي الصومال.",
        ["مسؤول أميركي = Asserted"],
    ),
    (
        "pronoun continuation",
        "أعلنت وزارة الصحة اللبنانية مقتل أربعة أشخاص بغارة على بلدة عيتيت. وأوضحت أن 12 آخرين أصيبوا بجروح.",
        ["وزارة الصحة اللبنانية = Asserted Killed 4..4 Injured 12..12"],
    ),
    (
        "definite continuation",
        "أصدرت قوات الدعم السريع بياناً قالت فيه إنها سيطرت على مدينة ود مدني. وأكد البيان أسر 200 جندي.",
        ["قوات الدعم السريع = Asserted", "قوات الدعم السريع = Asserted Detained 200..200"],
    ),
    (
        "short name continuation",
        "قال مدير المستشفى أحمد الفرا إن خمسة أطفال استشهدوا في قصف على خيام النازحين في المواصي. وتابع "
        "الفرا أن ثمانية آخرين أصيبوا.",
        ["أحمد الفرا = Asserted Killed 5..5 Injured 8..8"],
    ),
    (
        "direct quotation",
        'وقال الطبيب محمود الشيخ: "استقبلنا تسع جثث و41 جريحاً بعد القصف على السوق".',
        ["محمود الشيخ = Asserted Killed 9..9 Injured 41..41"],
    ),
    (
        "direct quotation",
        '"قصفوا السوق بالطائرات"، يقول أبو خالد، أحد سكان مدينة أريحا.',
        ["أبو خالد = Asserted"],
    ),
    (
        "denial",
        "لكن حركة حماس نفت صحة الأنباء عن مقتل القيادي محمد السنوار في غارة على خان يونس.",
        ["حركة حماس = Denied Killed 1..1"],
    ),
    (
        "denial",
        "ونفى مصدر في حكومة الوحدة سيطرة قوات حفتر على مدينة الشويرف.",
        ["مصدر في حكومة الوحدة = Denied"],
    ),
    (
        "accusation",
        "حمّلت كييف القوات الروسية مسؤولية تفجير سد كاخوفكا.",
        ["كييف = Alleged"],
    ),
    (
        "preliminary",
        "قُتل 11 شخصاً في انفجار وسط بغداد، في حصيلة أولية أعلنتها وزارة الصحة.",
        ["وزارة الصحة = Preliminary Killed 11..11"],
    ),
    (
        "statement",
        "وجاء في بيان لوزارة الدفاع العراقية أن القوات قتلت ستة إرهابيين في وادي الشاي.",
        ["وزارة الدفاع العراقية = Asserted Killed 6..6"],
    ),
    (
        "noun of saying",
        "وبحسب تقرير للأمم المتحدة، قُتل 70 مدنياً في هجمات بإقليم إيتوري.",
        ["الأمم المتحدة = Asserted Killed 70..70"],
    ),
    (
        "reply",
        "وردّت موسكو بأن الضربة على أوديسا استهدفت مستودع أسلحة.",
        ["موسكو = Asserted"],
    ),
    (
        "accusation between",
        "تبادل الجيش وقوات الدعم السريع الاتهامات بقصف مستشفى النو في أم درمان.",
        ["الجيش = Alleged", "قوات الدعم السريع = Alleged"],
    ),
    (
        "vow",
        "وتوعد وزير الدفاع الإيراني بالرد على القصف الإسرائيلي.",
        ["وزير الدفاع الإيراني = Planned"],
    ),
    (
        "first person media",
        "وشاهد مراسل وكالة فرانس برس جثث خمسة أشخاص في موقع الغارة على رفح.",
        ["مراسل وكالة فرانس برس = Asserted Killed 5..5"],
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=[f"{number:03d} {row[0]}" for number, row in enumerate(ROWS, 1)])
def test_claims(row: Row) -> None:
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
