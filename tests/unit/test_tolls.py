"""Tolls: tables of ``[phenomenon, text, expected]``; expected is one ``outcome minimum..maximum victims`` per toll.

A missing bound is left empty; ``?`` stands for victims the text does not settle; ``part`` comes before a stated part of
a total; ``+women`` after one whose uncounted parts are told. The incidents and the unlisted persons are invented.
"""

from __future__ import annotations

from khabar.extract import extract
from khabar.model import Toll
from support.tables import PUBLISHED, Row, table_tests


def show(toll: Toll, victims: str | None) -> str:
    low = "" if toll.minimum is None else toll.minimum
    high = "" if toll.maximum is None else toll.maximum
    part = ["part"] if toll.part_of else []
    return " ".join([*part, toll.outcome, f"{low}..{high}", str(victims), *(f"+{noun}" for noun in toll.includes)])


def differences(row: Row) -> tuple[list[str], list[str]]:
    """What is found and what is expected, both sorted; victims count only where the row names them."""
    expected = sorted(row[2])
    found = []
    for claim in extract(row[1], PUBLISHED).claims:
        for toll in claim.tolls:
            loose = show(toll, "?")
            found.append(loose if loose in expected else show(toll, toll.victims))
    return sorted(found), expected


ROWS: list[Row] = [
    (
        "thousands who mourn",
        "شيع آلاف الفلسطينيين جثماني شهيدين في مخيم جنين.",
        ["Killed 2..2 people"],
    ),
    (
        "a model is no number",
        "دمر المقاتلون جرافة من نوع D9 وأصابوا ثلاثة جنود.",
        ["Destroyed 1..1 vehicles", "Injured 3..3 soldiers"],
    ),
    (
        "those who wait for aid",
        "قال الدفاع المدني إن 21 من منتظري المساعدات قتلوا في غارة على رفح.",
        ["Killed 21..21 people"],
    ),
    (
        "told by their nationality before the verb",
        "قال الجيش إن لبنانيين اثنين قتلا في غارة على بلدة العديسة.",
        ["Killed 2..2 people"],
    ),
    (
        "officers and soldiers, counted by singulars",
        "ارتفع عدد القتلى إلى 64 ضابطا وجنديا.",
        ["Killed 64..64 soldiers"],
    ),
    (
        "whoever was inside, dead or wounded",
        "استهدفوا مبنى في شتولا وأوقعوا من فيه بين قتيل وجريح.",
        ["KilledOrInjured 2.. people"],
    ),
    (
        "two guards by their ending",
        "قتل حارسا أمن في هجوم على بلدة الريحان.",
        ["Killed 2..2 soldiers"],
    ),
    (
        "one guard by his adjective",
        "قتل مسلحون حارسا أمنيا في هجوم على بلدة الريحان.",
        ["Killed 1..1 soldiers"],
    ),
    (
        "fighters who flee",
        "ووقعت مناوشات أفضت إلى فرار عناصر داعش إلى مناطق بعيدة.",
        [],
    ),
    (
        "what a court ruled",
        "قضت محكمة عسكرية بالسجن على الأسير سالم في بلدة الريحان.",
        [],
    ),
    (
        "an officer and his name",
        "وأضاف المصدر أن من بين المصابين قائد اللواء 12 مشاة، سامر الناصر.",
        ["Injured 1..1 commanders"],
    ),
    (
        "of all the dead",
        "قال الناطق إن من إجمالي الشهداء 95 طفلا و63 سيدة.",
        ["Killed 95..95 children", "Killed 63..63 women"],
    ),
    (
        "how many deaths, in cases",
        "أعلن المركز أن عدد الوفيات 4 حالات جراء القصف.",
        ["Killed 4..4 people"],
    ),
    (
        "an inspection loses nobody",
        "تفقد الوزير جرحى الاشتباكات التي دارت في الزاوية.",
        [],
    ),
    (
        "a make of weapon",
        'قتل ثلاثة جنود إثر إصابة آلية عسكرية بقذيفة "بي عشرة" في منطقة المصفق.',
        ["Killed 3..3 soldiers"],
    ),
    (
        "a sergeant of the police",
        "قتل ضابط وأمين شرطة وستة مجندين في هجوم على بلدة الريحان.",
        ["Killed 1..1 officers", "Killed 1..1 officials", "Killed 6..6 soldiers"],
    ),
    (
        "a paramedic in a raid",
        "استشهد مسعف في غارة معادية على سيارة في بلدة الريحان.",
        ["Killed 1..1 rescuers"],
    ),
    (
        "how far a place lies is no flight",
        "قتل مقاتلون في منطقة شبيلي التي تبعد 65 كيلومترا الى الغرب من مقديشو.",
        ["Killed 2.. fighters"],
    ),
    (
        "a thing that one left behind",
        "نزح السكان من بارا. وسلم الأهالي دراجة تركها أحد عناصر المليشيا في المعسكر بعد نزوح الناس.",
        [],
    ),
    (
        "who the shooters were",
        "ذكرت الوكالة أن الشاب من سكان بلدة الريحان واستشهد عقب إطلاق جنود الرصاص عليه.",
        [],
    ),
    (
        "an officer honoured with death",
        "نال شرف الشهادة ضابط و4 جنود في بلدة الريحان.",
        ["Killed 1..1 officers", "Killed 4..4 soldiers"],
    ),
    (
        "the death of some of them",
        "نزحت مئة أسرة من بلدة الريحان، بحسب غرف الطوارئ، التي تحدثت عن وفاة عشرات منهم بسبب الجوع.",
        ["Displaced 100..100 families", "Killed 20..99 people"],
    ),
    (
        "behind a day between commas",
        "استشهد، مساء السبت، طفل برصاص الاحتلال قرب بلدة الريحان.",
        ["Killed 1..1 children"],
    ),
    (
        "a number of two kinds",
        "سقط عدد من القتلى والجرحى في غارة على بلدة الريحان.",
        ["Killed 2.. people", "Injured 2.. people"],
    ),
    (
        "a year of birth",
        "استشهد المسعف سالم النجار، مواليد 1979 من بلدة الريحان، أمس.",
        ["Killed 1..1 rescuers"],
    ),
    (
        "the number, of those told of before",
        "خطف مسلحون عشرات التلاميذ في بلدة الريحان. وقال المدير إن العدد لا يتجاوز 40 تلميذا، وقدرت مصادر "
        "أمنية العدد بأكثر من مئة.",
        ["Abducted ..40 students", "Abducted 101.. students", "Abducted 20..99 students"],
    ),
    (
        "a second attack",
        "قال المصدر إن أربعة متطوعين قُتلوا في هجوم ثانٍ قرب بلدة الريحان.",
        ["Killed 4..4 rescuers"],
    ),
    (
        "in addition to",
        "أسفر التفجير في بلدة الريحان عن مقتل ضابط ومدني صادف مروره بالمكان، إضافة إلى الانتحاري.",
        ["Killed 1..1 officers", "Killed 1..1 civilians", "Killed 1..1 attackers"],
    ),
    (
        "a feminine adjective",
        "قُتل ثمانية أشخاص بينهم عاملان في منظمة إنسانية بهجوم على بلدة الريحان.",
        ["Killed 8..8 people", "part Killed 2..2 workers"],
    ),
    (
        "who drew attention to",
        "سقط 16 مدنياً في هجوم على بلدة الريحان، ولفت أحد السكان إلى مقتل جنديين اثنين.",
        ["Killed 16..16 civilians", "Killed 2..2 soldiers"],
    ),
    (
        "figures with labels",
        "حصيلة القصف على بلدة الريحان: عدد القتلى: 6، عدد الجرحى: 17.",
        ["Killed 6..6 people", "Injured 17..17 people"],
    ),
    (
        "two of them killed",
        "خطف مسلحون خمسة ركاب من حافلة قرب بلدة الريحان وقتل اثنين منهم.",
        ["Abducted 5..5 passengers", "Killed 2..2 people"],
    ),
    (
        "his colleague",
        "استشهد المصور الصحفي أحمد النجار وأصيب زميله في بلدة الريحان.",
        ["Killed 1..1 journalists", "Injured 1..1 people"],
    ),
    (
        "its crew of four",
        "تحطمت مروحية قرب بلدة الريحان وقُتل طاقمها المكون من أربعة أفراد.",
        ["Destroyed 1..1 helicopters", "Killed 4..4 people"],
    ),
    (
        "family of five",
        "استشهدت عائلة من خمسة أفراد هم: علي حسين السالم وزوجته مريم وأولادهما الثلاثة بقصف على بلدة الريحان.",
        ["Killed 5..5 people"],
    ),
    (
        "names beside a count",
        "قُتل شخصان هما خالد العلي وسمير النجار، وجُرح ثلاثة مدنيين في بلدة الريحان.",
        ["Killed 2..2 people", "Injured 3..3 civilians"],
    ),
    (
        "their father",
        "استشهد ثلاثة أطفال وأصيب والدهم بقصف على بلدة الريحان.",
        ["Killed 3..3 children", "Injured 1..1 family-members"],
    ),
    (
        "two still missing",
        "قالت المديرة إن موظفين اثنين ما زالا مفقودين بعد الهجوم على بلدة الريحان.",
        ["Missing 2..2 employees"],
    ),
    (
        "aircraft",
        "أعلنت كييف أنها أسقطت مقاتلتين روسيتين قرب بلدة الريحان.",
        ["Destroyed 2..2 aircraft"],
    ),
    (
        "items of a list",
        "أسفرت الهجمات عن مقتل 29 شخصاً، هم:\n- 21 من المقاتلين\n- 6 مدنيين بينهم سيدة\n- عنصران من التنظيم",
        [
            "Killed 29..29 people",
            "Killed 21..21 fighters",
            "Killed 6..6 civilians",
            "part Killed 1..1 women",
            "Killed 2..2 fighters",
        ],
    ),
    (
        "a named person's harm",
        "قال المتحدث إن العميد حسن الشدادي أصيب إصابة طفيفة قرب بلدة الريحان.",
        ["Injured 1..1 people"],
    ),
    (
        "a named person's harm",
        "قال الأهالي إن رئيس البلدية أحمد السالم قُتل في القصف على بلدة الريحان.",
        ["Killed 1..1 people"],
    ),
    (
        "a named person's deed",
        "أكد الأهالي أن محمد العلي قتل ثلاثة مدنيين في بلدة الريحان.",
        ["Killed 3..3 civilians"],
    ),
    (
        "losses",
        "قالت الوزارة إن الجيش خسر أكثر من 450 جندياً في معركة الريحان.",
        ["Killed 451.. soldiers"],
    ),
    (
        "an estimate",
        "نزح ما يقدر بنحو 15,300 شخص من بلدة الريحان.",
        ["Displaced 15300..15300 people"],
    ),
    (
        "asked, not told",
        "هل قُتل قائد اللواء في القصف على بلدة الريحان؟",
        [],
    ),
    (
        "heads of cattle",
        "اقتاد المسلحون أكثر من 60 رأساً من الماشية من بلدة الريحان.",
        [],
    ),
    (
        "a name before a comma is not whose death follows",
        "مزق مسلحون صور الرئيس بشار الأسد، احتجاجا على مقتل عنصرين في بلدة الريحان.",
        ["Killed 2..2 fighters"],
    ),
    (
        "people of a town",
        "قُتل ثلاثة من مدينة الريحان خلال قصف جوي.",
        ["Killed 3..3 people"],
    ),
    (
        "others from a town",
        "نزح 1500 شخص من بلدة الريحان، إضافة إلى 375 شخصاً من بلدة الزهراء، و495 آخرين من بلدة النور.",
        ["Displaced 1500..1500 people", "Displaced 375..375 people", "Displaced 495..495 people"],
    ),
    (
        "two others",
        "أفاد المسعفون بمقتل شخصين في غارة على سيارة وسط بلدة الريحان، وشخصين آخرين نتيجة غارة على شقة.",
        ["Killed 2..2 people", "Killed 2..2 people"],
    ),
    (
        "one of the worst",
        "أسفر الهجوم عن مقتل 39 جندياً في واحدة من أكثر العمليات دموية قرب بلدة الريحان.",
        ["Killed 39..39 soldiers"],
    ),
    (
        "none reported",
        "سقطت قذائف على بلدة الريحان ولم يتم الإبلاغ عن وقوع إصابات.",
        [],
    ),
    (
        "none reported",
        "سقطت قذائف على بلدة الريحان، ولم ترد أنباء عن سقوط ضحايا.",
        [],
    ),
    (
        "a count behind quotation marks",
        'قال الطبيب إن "مدنياً واحداً قُتل"، وأضاف "للأسف، قُتل شخص واحد".',
        ["Killed 1..1 civilians", "Killed 1..1 people"],
    ),
    (
        "more than two",
        "مقتل مدنيين بينهم ثلاث نساء بقصف على بلدة الريحان.",
        ["Killed 2.. civilians", "part Killed 3..3 women"],
    ),
    (
        "a list behind a colon",
        "قُتل ستة أشخاص: رجلان وامرأتان وطفلان بقصف على بلدة الريحان.",
        ["Killed 6..6 people", "part Killed 2..2 men", "part Killed 2..2 women", "part Killed 2..2 children"],
    ),
    (
        "of whom died",
        "استقبل المستشفى 32 مصاباً من بلدة الريحان، توفي منهم خمسة.",
        ["Injured 32..32 people", "Killed 5..5 people"],
    ),
    (
        "with his guards",
        "مقتل قيادي حوثي مع عدد من مرافقيه في كمين قرب بلدة الريحان.",
        ["Killed 1..1 commanders", "Killed 2.. fighters"],
    ),
    (
        "damage to",
        "ألحقت القذائف أضراراً مادية بالمبنى في بلدة الريحان.",
        ["Damaged 1..1 buildings"],
    ),
    (
        "forced to leave",
        "اضطر أربعة ملايين شخص إلى ترك منازلهم.",
        ["Displaced 4000000..4000000 people"],
    ),
    (
        "brought to hospital",
        "قال الطبيب إن أربعة أشخاص نقلوا إلى المستشفى.",
        ["Injured 4..4 people"],
    ),
    (
        "the fall of some",
        "أسفرت المعارك في بلدة الريحان عن سقوط قتلى من الجانبين.",
        ["Killed 2.. people"],
    ),
    (
        "an upper and a lower bound",
        "قال مصدر طبي إن عدد القتلى لا يزيد على ثلاثين ولا يقل عن عشرين في بلدة الريحان.",
        ["Killed 20..30 people"],
    ),
    (
        "two children of his",
        "قُتل سالم العمر وطفلاه بانفجار لغم قرب بلدة الريحان.",
        ["Killed 1..1 people", "Killed 2..2 children"],
    ),
    (
        "forced to leave",
        "اضطرت أكثر من ألف أسرة إلى مغادرة منازلها في ريف الريحان.",
        ["Displaced 1001.. families"],
    ),
    (
        "a share counts none",
        "دمر القصف 40% من مباني بلدة الريحان وقتل خمسة مدنيين.",
        ["Killed 5..5 civilians"],
    ),
    (
        "brought to hospital",
        "نُقل 16 شخصاً إلى المستشفى بعد سقوط صاروخ على بلدة الريحان.",
        ["Injured 16..16 people"],
    ),
    (
        "from under the rubble",
        "انتشلت فرق الإنقاذ جثماني طفلين من تحت الأنقاض في بلدة الريحان.",
        ["Killed 2..2 people"],
    ),
    (
        "the attacker died",
        "قالت الشرطة إن المهاجم قُتل.",
        ["Killed 1..1 attackers"],
    ),
    (
        "the attacker died",
        "قُتل منفذ الهجوم وجُرح سبعة مدنيين في بلدة الريحان.",
        ["Killed 1..1 attackers", "Injured 7..7 civilians"],
    ),
    (
        "one of the dead",
        "قُتل ثلاثة أشخاص على الأقل، من بينهم الانتحاري، في هجوم على بلدة الريحان.",
        ["Killed 3.. people", "part Killed 1..1 attackers"],
    ),
    (
        "another one",
        "أسفر القصف عن إصابة طفل بشظايا قذيفة، وآخر بطلق ناري في بلدة الريحان.",
        ["Injured 1..1 children", "Injured 1..1 children"],
    ),
    (
        "escaped",
        "هرب مئتا سجين من سجن بلدة الريحان بعد القصف.",
        [],
    ),
    (
        "fell",
        "أفاد المرصد بأن نحو 180 سورياً سقطوا خلال الأيام الماضية.",
        ["Killed 180..180 people"],
    ),
    (
        "departing life",
        "وثق المرصد مفارقة 13 طفلاً للحياة في مخيم الريحان.",
        ["Killed 13..13 children"],
    ),
    (
        "a number of its own verb",
        "أدى القصف على بلدة الريحان لسقوط ثمانية قتلى وسبعة أصيبوا بجروح.",
        ["Killed 8..8 people", "Injured 7..7 people"],
    ),
    (
        "count behind",
        "وبذلك يرتفع إلى 43 تعداد القتلى منذ مطلع الشهر في بلدة الريحان.",
        ["Killed 43..43 people"],
    ),
    (
        "ages are not counted",
        "أصيب سبعة أشخاص بقصف على بلدة الريحان، بينهم شابان في الـ 23 والـ 25 من العمر.",
        ["Injured 7..7 people", "part Injured 2..2 men"],
    ),
    (
        "what one of them is",
        "أصيبت امرأتان إحداهما نازحة بقصف على بلدة الريحان.",
        ["Injured 2..2 women"],
    ),
    (
        "sites on the web",
        "وفي مواقع التواصل صور شاحنة تحترق بعد انفجار في بلدة الريحان.",
        ["Destroyed 1..1 vehicles"],
    ),
    (
        "a number before its own verb",
        "قالت الشرطة إن 13 شخصاً قُتلوا و58 أصيبوا في القتال قرب بلدة الريحان.",
        ["Killed 13..13 people", "Injured 58..58 people"],
    ),
    (
        "a number of its own",
        "تسبب القصف على بلدة الريحان بارتقاء سبعة شهداء وإصابة 31 شخصاً.",
        ["Killed 7..7 people", "Injured 31..31 people"],
    ),
    (
        "at the hands of",
        "عُثر في بلدة الريحان على رفات 23 من مقاتلي اللواء قُتلوا على يد مسلحي داعش.",
        ["Killed 23..23 fighters"],
    ),
    (
        "of one family",
        "قتل تسعة مدنيين من عائلة واحدة بقصف على بلدة الريحان.",
        ["Killed 9..9 civilians"],
    ),
    (
        "bound behind a count",
        "قتل تسعة أشخاص على الأقل وأربعة حراس في قصف على بلدة الريحان.",
        ["Killed 9.. ?", "Killed 4..4 ?"],
    ),
    (
        "captives killed",
        "قالت الشرطة إن عشرة سجناء قتلوا في هجوم مسلح على بلدة الريحان.",
        ["Killed 10..10 ?"],
    ),
    (
        "captives killed",
        "أدى القصف على بلدة الريحان إلى مقتل سبعة أسرى وإصابة أربعة نازحين.",
        ["Killed 7..7 ?", "Injured 4..4 ?"],
    ),
    (
        "passive verb",
        "قُتل سبعة مدنيين بقصف مدفعي على قرية كنصفرة في ريف إدلب الجنوبي.",
        ["Killed 7..7 civilians"],
    ),
    (
        "active verb",
        "قتلت غارة جوية إسرائيلية تسعة أشخاص في مدينة رفح جنوبي قطاع غزة.",
        ["Killed 9..9 people"],
    ),
    (
        "discontinuous",
        "لقي ثلاثة جنود حتفهم في كمين مسلح شمال بوركينا فاسو.",
        ["Killed 3..3 soldiers"],
    ),
    (
        "discontinuous",
        "لقي جنديان أوكرانيان مصرعهما وأصيب ثلاثة آخرون في قصف روسي على خيرسون.",
        ["Killed 2..2 soldiers", "Injured 3..3 ?"],
    ),
    (
        "discontinuous",
        "أودت الغارات بحياة 14 شخصاً في محافظة صعدة شمالي اليمن.",
        ["Killed 14..14 people"],
    ),
    (
        "discontinuous",
        "راح ضحية الهجوم أحد عشر جندياً من الجيش المالي.",
        ["Killed 11..11 soldiers"],
    ),
    (
        "discontinuous",
        "حصدت الحرب أرواح أكثر من 13 ألف شخص منذ أبريل 2023.",
        ["Killed 13001.. people"],
    ),
    (
        "discontinuous",
        "فارق أربعة أطفال الحياة تحت الأنقاض في قصف على بلدة سرمين.",
        ["Killed 4..4 children"],
    ),
    (
        "martyrs",
        "استشهد خمسة مواطنين بينهم طفلة في قصف استهدف خيمة للنازحين غرب خان يونس.",
        ["Killed 5..5 civilians", "part Killed 1..1 children"],
    ),
    (
        "martyrs",
        "ارتقى ثمانية شهداء وأصيب العشرات في قصف الاحتلال مدرسة تؤوي نازحين بحي الزيتون.",
        ["Killed 8..8 people", "Injured 20..99 people"],
    ),
    (
        "died of wounds",
        "توفي طفل متأثراً بجراحه التي أصيب بها في قصف سابق على مدينة تعز.",
        ["Killed 1..1 children"],
    ),
    (
        "died of wounds",
        "قضى ثلاثة مسعفين إثر استهداف سيارة إسعاف في بلدة الخيام جنوبي لبنان.",
        ["Killed 3..3 ?"],
    ),
    (
        "singular victim",
        "قُتل رجل برصاص قناص في حي الميدان بمدينة درعا.",
        ["Killed 1..1 men"],
    ),
    (
        "passive verb",
        "أُصيب أربعة أشخاص بجروح متفاوتة جراء سقوط قذيفة هاون على سوق شعبي في الخرطوم بحري.",
        ["Injured 4..4 people"],
    ),
    (
        "dual",
        "جُرح صحفيان أثناء تغطيتهما الاشتباكات في العاصمة الليبية طرابلس.",
        ["Injured 2..2 journalists"],
    ),
    (
        "dual",
        "أصاب رصاص الاحتلال شابين في مخيم جنين فجر اليوم.",
        ["Injured 2..2 men"],
    ),
    (
        "displaced",
        "نزحت 300 عائلة من قرى ريف حماة الشمالي بسبب القصف.",
        ["Displaced 300..300 families"],
    ),
    (
        "displaced",
        "نزح أكثر من 12 ألف شخص من مدينة الفاشر خلال أسبوع.",
        ["Displaced 12001.. people"],
    ),
    (
        "displaced",
        "فرّ مئات السكان من بلدة ميناكا في مالي باتجاه النيجر.",
        ["Displaced 200..999 ?"],
    ),
    (
        "displaced",
        "أجبرت المعارك ستين أسرة على النزوح من مديرية حيس.",
        ["Displaced 60..60 families"],
    ),
    (
        "displaced",
        "شردت الحرب في السودان ثمانية ملايين شخص.",
        ["Displaced 8000000..8000000 people"],
    ),
    (
        "displaced",
        "أُجلي 350 مدنياً من بلدة أفدييفكا شرقي أوكرانيا.",
        ["Displaced 350..350 civilians"],
    ),
    (
        "detained",
        "اعتقلت قوات الاحتلال 18 فلسطينياً في الضفة الغربية.",
        ["Detained 18..18 ?"],
    ),
    (
        "detained",
        "ألقت القوات الأمنية القبض على ستة مطلوبين في محافظة كركوك.",
        ["Detained 6..6 ?"],
    ),
    (
        "captured",
        "أسرت كتائب القسام ثلاثة جنود إسرائيليين شرق جباليا.",
        ["Detained 3..3 soldiers"],
    ),
    (
        "abducted",
        "اختطف مسلحون مجهولون تسعة مسافرين على الطريق بين بغداد وكركوك.",
        ["Abducted 9..9 ?"],
    ),
    (
        "missing",
        "فُقد 17 جندياً عقب الهجوم على قاعدتهم شمالي النيجر.",
        ["Missing 17..17 soldiers"],
    ),
    (
        "surrendered",
        "استسلم 40 عنصراً من تنظيم داعش لقوات سوريا الديمقراطية في الباغوز.",
        ["Surrendered 40..40 fighters"],
    ),
    (
        "surrendered",
        "سلّم 25 مسلحاً من حركة الشباب أنفسهم للجيش الصومالي.",
        ["Surrendered 25..25 fighters"],
    ),
    (
        "destroyed",
        "دمرت الغارات ثلاثة منازل ومستودع ذخيرة في بلدة عيتا الشعب.",
        ["Destroyed 3..3 houses", "Destroyed 1..1 depots"],
    ),
    (
        "destroyed",
        "دُمّرت دبابتان وعربة مدرعة خلال المعارك قرب باخموت.",
        ["Destroyed 2..2 tanks", "Destroyed 1..1 ?"],
    ),
    (
        "destroyed",
        "أعلن المتحدث العسكري للحوثيين إحراق آليتين وتدمير ثلاث دبابات في جبهة صرواح.",
        ["Destroyed 2..2 vehicles", "Destroyed 3..3 tanks"],
    ),
    (
        "destroyed",
        "هدمت جرافات الاحتلال منزلين في بلدة سلوان بالقدس المحتلة.",
        ["Destroyed 2..2 houses"],
    ),
    (
        "destroyed",
        "أحرق مسلحون 40 منزلاً في قرية شمال كتم بولاية شمال دارفور.",
        ["Destroyed 40..40 houses"],
    ),
    (
        "destroyed",
        "أسقطت الدفاعات الجوية الأوكرانية 12 طائرة مسيّرة الليلة الماضية.",
        ["Destroyed 12..12 ?"],
    ),
    (
        "damaged",
        "تضررت عشرات المنازل جراء القصف الصاروخي على مدينة خاركيف.",
        ["Damaged 20..99 houses"],
    ),
    (
        "damaged",
        "ألحق القصف أضراراً بأربع مدارس ومستشفى في مدينة تعز.",
        ["Damaged 4..4 schools", "Damaged 1..1 hospitals"],
    ),
    (
        "executed",
        "أعدم مسلحو التنظيم ثلاثة رعاة رمياً بالرصاص في بادية الرصافة.",
        ["Killed 3..3 ?"],
    ),
    (
        "assassinated",
        "اغتال مسلحون مجهولون ضابطاً في جهاز الاستخبارات بمدينة عدن.",
        ["Killed 1..1 officers"],
    ),
    (
        "verbal noun",
        "أدى القصف إلى مقتل ستة أشخاص وإصابة أحد عشر آخرين بجروح.",
        ["Killed 6..6 people", "Injured 11..11 people"],
    ),
    (
        "verbal noun",
        "أسفرت الغارة عن استشهاد امرأة وأطفالها الثلاثة في دير البلح.",
        ["Killed 1..1 women", "Killed 3..3 children"],
    ),
    (
        "joint number",
        "تسبب انفجار سيارة مفخخة بمقتل وإصابة 20 شخصاً في مدينة الباب.",
        ["KilledOrInjured 20..20 people"],
    ),
    (
        "joint number",
        "سقط عشرون شخصاً بين قتيل وجريح بانفجار قرب حاجز في مدينة إعزاز.",
        ["KilledOrInjured 20..20 people"],
    ),
    (
        "joint number",
        "أوقعت الاشتباكات عشرات القتلى والجرحى من الطرفين.",
        ["KilledOrInjured 20..99 ?"],
    ),
    (
        "causal connector",
        "استهدفت مسيّرة سوقاً في مدينة الأبيّض، ما أسفر عن سقوط أربعة قتلى و13 جريحاً.",
        ["Killed 4..4 people", "Injured 13..13 people"],
    ),
    (
        "causal connector",
        "خلّف الهجوم قتيلين وعدداً من الجرحى في صفوف القوات الحكومية.",
        ["Killed 2..2 ?", "Injured 2.. ?"],
    ),
    (
        "plural without number",
        "سقط قتلى وجرحى في انفجار سيارة مفخخة وسط مدينة عفرين.",
        ["Killed 2.. people", "Injured 2.. people"],
    ),
    (
        "number rose to",
        "ارتفع عدد القتلى إلى 23 والجرحى إلى 60 جراء القصف على سوق قندهار الشعبي في أم درمان.",
        ["Killed 23..23 ?", "Injured 60..60 ?"],
    ),
    (
        "number rose to",
        "ارتفعت حصيلة قصف مخيم جباليا إلى 45 شهيداً و120 مصاباً.",
        ["Killed 45..45 people", "Injured 120..120 people"],
    ),
    (
        "number reached",
        "وصلت حصيلة الهجوم على القرية إلى 112 قتيلاً على الأقل.",
        ["Killed 112.. people"],
    ),
    (
        "headline",
        "5 قتلى و12 جريحاً بقصف على سوق في أم درمان",
        ["Killed 5..5 people", "Injured 12..12 people"],
    ),
    (
        "counted noun",
        "سقط قتيل وثلاثة جرحى باستهداف دراجة نارية في بلدة الناقورة.",
        ["Killed 1..1 people", "Injured 3..3 people"],
    ),
    (
        "counted noun",
        "سجل مستشفى المدينة ست إصابات جراء القصف على الأحياء السكنية.",
        ["Injured 6..6 people"],
    ),
    (
        "bodies",
        "انتشلت فرق الإنقاذ جثث ستة أشخاص من تحت أنقاض المبنى في حي الصالحين.",
        ["Killed 6..6 people"],
    ),
    (
        "bodies",
        "عُثر على 40 جثة مجهولة الهوية في مقبرة جماعية بمدينة ترهونة.",
        ["Killed 40..40 people"],
    ),
    (
        "bound before",
        "قُتل ما لا يقل عن 30 مدنياً في هجوم على قرية وسط مالي.",
        ["Killed 30.. civilians"],
    ),
    (
        "bound before",
        "أصيب ما يزيد على 70 شخصاً في انفجار مستودع ذخيرة قرب بغداد.",
        ["Injured 71.. people"],
    ),
    (
        "bound after",
        "قُتل ثمانية مدنيين على الأقل في ضربة صاروخية على مدينة أوديسا.",
        ["Killed 8.. civilians"],
    ),
    (
        "range",
        "قُتل ما بين 15 و20 مسلحاً في عملية عسكرية قرب بحيرة تشاد.",
        ["Killed 15..20 fighters"],
    ),
    (
        "range",
        "قُتل من خمسة إلى سبعة عناصر من حركة الشباب بغارة أميركية جنوبي الصومال.",
        ["Killed 5..7 fighters"],
    ),
    (
        "upper bound",
        "قُتل ما يصل إلى 50 مقاتلاً في المعارك بحسب تقديرات محلية.",
        ["Killed ..50 fighters"],
    ),
    (
        "vague number",
        "قُتل عشرات المدنيين وأُصيب المئات في قصف على نيالا.",
        ["Killed 20..99 civilians", "Injured 200..999 ?"],
    ),
    (
        "vague number",
        "أصيب عدد من المدنيين جراء قصف صاروخي على قرية مرعناز.",
        ["Injured 2.. civilians"],
    ),
    (
        "vague number",
        "نزح عشرات آلاف المدنيين من شرق حلب.",
        ["Displaced 20000..99999 civilians"],
    ),
    (
        "thousands",
        "قُتل ألفان و350 شخصاً منذ بدء الحملة العسكرية على المدينة.",
        ["Killed 2350..2350 people"],
    ),
    (
        "digits",
        "استشهد ١٢ مواطناً في قصف على بيت لاهيا.",
        ["Killed 12..12 civilians"],
    ),
    (
        "digits",
        "قُتل 1,245 مدنياً خلال العام الماضي في اليمن.",
        ["Killed 1245..1245 civilians"],
    ),
    (
        "part",
        "قُتل 19 شخصاً، من بينهم أربع نساء، في غارة على منزل في النصيرات.",
        ["Killed 19..19 people", "part Killed 4..4 women"],
    ),
    (
        "part",
        "قُتل سبعة أشخاص، ثلاثة منهم أطفال، في قصف على حي الوعر.",
        ["Killed 7..7 people", "part Killed 3..3 children"],
    ),
    (
        "part",
        "أصيب 15 شخصاً بينهم امرأتان وأربعة أطفال بانفجار دراجة مفخخة في رأس العين.",
        ["Injured 15..15 people", "part Injured 2..2 women", "part Injured 4..4 children"],
    ),
    (
        "part",
        "استشهد ستة فلسطينيين، أحدهم طفل، خلال اقتحام مخيم نور شمس.",
        ["Killed 6..6 ?", "part Killed 1..1 children"],
    ),
    (
        "uncounted part",
        "قُتل 22 مدنياً بينهم نساء وأطفال في غارة على حفل زفاف في حجة.",
        ["Killed 22..22 civilians +women +children"],
    ),
    (
        "distributed total",
        "قُتل عشرة مدنيين أمس في ريف إدلب، ستة منهم في كفرنبل وأربعة في خان شيخون.",
        ["Killed 10..10 civilians", "part Killed 6..6 ?", "part Killed 4..4 ?"],
    ),
    (
        "singular victim",
        "قُتلت امرأة وأصيب زوجها بقصف مدفعي على بلدة النيرب.",
        ["Killed 1..1 women", "Injured 1..1 ?"],
    ),
    (
        "named victim",
        "قُتل الصحفي يوسف الحمدان برصاص مجهولين في مدينة عدن.",
        ["Killed 1..1 journalists"],
    ),
    (
        "named victim",
        "اغتيل القيادي في حركة حماس سامر القادري بغارة على سيارة في صيدا.",
        ["Killed 1..1 commanders"],
    ),
    (
        "no casualties",
        "سقطت ثلاث قذائف هاون على محيط مطار دمشق دون وقوع إصابات.",
        [],
    ),
    (
        "no casualties",
        "استهدف صاروخان قاعدة عين الأسد من دون تسجيل خسائر بشرية.",
        [],
    ),
    (
        "no casualties",
        "ولم ترد أنباء عن سقوط ضحايا جراء الغارة على مطار صنعاء.",
        [],
    ),
    (
        "no casualties",
        "لم يسفر الهجوم على قاعدة الجفرة عن سقوط قتلى أو جرحى، واقتصرت الأضرار على الماديات.",
        [],
    ),
    (
        "negation",
        "لم يُقتل أي من جنودنا في الهجوم الذي وقع شرق بئر السبع.",
        [],
    ),
    (
        "not a toll",
        "شنت الطائرات الروسية 27 غارة على ريف اللاذقية الشمالي بمشاركة خمسة مقاتلات.",
        [],
    ),
    (
        "not a toll",
        "أفرجت السلطات في صنعاء عن 12 محتجزاً ضمن مبادرة أحادية.",
        [],
    ),
    (
        "not a toll",
        "عاد مئتا نازح إلى بلداتهم في جنوب لبنان بعد وقف إطلاق النار.",
        [],
    ),
    (
        "not a toll",
        "اندلعت المعارك على بعد 30 كيلومتراً من مدينة سبها بين 500 مقاتل من الطرفين.",
        [],
    ),
    (
        "coordination",
        "قُتل ضابط وخمسة جنود وأُسر اثنان في هجوم للحوثيين غرب مأرب.",
        ["Killed 1..1 officers", "Killed 5..5 soldiers", "Detained 2..2 ?"],
    ),
    (
        "coordination",
        "مقتل خمسة جنود وجرح ثلاثة وفقدان أربعة في هجوم على موقع عسكري بولاية ديفا.",
        ["Killed 5..5 soldiers", "Injured 3..3 soldiers", "Missing 4..4 soldiers"],
    ),
    (
        "of a side",
        "قُتل 12 عنصراً من قوات النظام وخمسة من مقاتلي هيئة تحرير الشام في معارك ريف اللاذقية.",
        ["Killed 12..12 fighters", "Killed 5..5 fighters"],
    ),
    (
        "of a side",
        "قُتل 30 من المرتزقة وجُرح آخرون في كسر زحف لهم بجبهة الكسارة.",
        ["Killed 30..30 fighters", "Injured 2.. ?"],
    ),
    (
        "object pronoun",
        "استهدفت طائرة مسيّرة سيارة على طريق الخردلي فقتلت ثلاثة كانوا بداخلها.",
        ["Killed 3..3 ?"],
    ),
    (
        "suffocation",
        "أصيب عشرات الفلسطينيين بالاختناق خلال مواجهات مع الاحتلال في بلدة بيتا.",
        ["Injured 20..99 ?"],
    ),
    (
        "later toll",
        "أسفر الهجوم على الفندق عن 12 قتيلاً، وكانت حصيلة سابقة أشارت إلى مقتل تسعة.",
        ["Killed 12..12 people", "Killed 9..9 ?"],
    ),
    (
        "definite total",
        "وقال الطبيب إن القتلى هم أربعة أطفال وامرأة.",
        ["Killed 4..4 children", "Killed 1..1 women"],
    ),
    (
        "out of service",
        "أدت الغارات إلى خروج مستشفيين عن الخدمة في إدلب.",
        ["Damaged 2..2 hospitals"],
    ),
    (
        "svo victims",
        "ذكر الدفاع المدني أن مدنياً قُتل وأصيب أربعة آخرون بقذائف سقطت على سوق في تعز.",
        ["Killed 1..1 civilians", "Injured 4..4 civilians"],
    ),
    (
        "svo agents",
        "قالت الشرطة إن مسلحين على دراجات نارية قتلوا ثمانية مزارعين في ولاية كاتسينا.",
        ["Killed 8..8 ?"],
    ),
    (
        "svo agents",
        "ذكر سكان أن مقاتلين من الدعم السريع أحرقوا عشرة منازل ونهبوا السوق في قرية أبو قوتة.",
        ["Destroyed 10..10 houses"],
    ),
    (
        "each his number",
        "قُتل جنديان من الجيش الوطني وثلاثة من عناصر قسد خلال اشتباكات قرب بلدة عون الدادات.",
        ["Killed 2..2 soldiers", "Killed 3..3 fighters"],
    ),
    (
        "each side",
        "أسفرت المعارك عن مقتل 45 من الحوثيين و18 من القوات الحكومية وإصابة العشرات من الجانبين.",
        ["Killed 45..45 ?", "Killed 18..18 ?", "Injured 20..99 ?"],
    ),
    (
        "wounded of danger",
        "أصيب سبعة أشخاص، اثنان منهم في حالة خطرة، جراء سقوط صاروخ على كريات شمونة.",
        ["Injured 7..7 people", "part Injured 2..2 ?"],
    ),
    (
        "including",
        "اعتقل جيش الاحتلال 22 مواطناً، بينهم أسرى محررون، في حملة مداهمات بالخليل.",
        ["Detained 22..22 civilians"],
    ),
    (
        "negated part",
        "قُتل أربعة مسلحين في الغارة ولم يُصب أي مدني بأذى.",
        ["Killed 4..4 fighters"],
    ),
    (
        "plural without number",
        "تسببت الغارات بتدمير منازل في بلدة بليدا.",
        ["Destroyed 2.. houses"],
    ),
    (
        "child of an age",
        "استشهد الطفل أحمد النجار (12 عاماً) برصاص الاحتلال في بلدة بيتا جنوب نابلس.",
        ["Killed 1..1 children"],
    ),
    (
        "age is no toll",
        "وقُتل رجل يبلغ من العمر 63 عاماً بقصف على قرية في منطقة زابوريجيا.",
        ["Killed 1..1 men"],
    ),
    (
        "number before a year",
        "قُتل 21 شخصاً في عام 2023 بانفجار ألغام في محافظة درعا.",
        ["Killed 21..21 people"],
    ),
    (
        "casualties by force",
        "اعترف الجيش الإسرائيلي بمقتل أحد ضباطه وإصابة ستة من جنوده بجروح خطرة.",
        ["Killed 1..1 officers", "Injured 6..6 soldiers"],
    ),
    (
        "feminine",
        "أصيبت سيدتان وطفلة بشظايا قذيفة سقطت على منزلهم في حي السليماني بحلب.",
        ["Injured 2..2 women", "Injured 1..1 children"],
    ),
    (
        "eleven feminine",
        "دمّر القصف إحدى عشرة خيمة في مخيم للنازحين قرب قرية قاح.",
        ["Destroyed 11..11 tents"],
    ),
    (
        "large",
        "بلغت حصيلة العدوان على غزة 34 ألفاً و596 شهيداً و77 ألفاً و816 مصاباً.",
        ["Killed 34596..34596 people", "Injured 77816..77816 people"],
    ),
    (
        "large",
        "أسفرت الحرب عن نزوح مليونين ونصف المليون شخص داخل البلاد.",
        ["Displaced 2500000..2500000 people"],
    ),
    (
        "half a million",
        "أُجبر نصف مليون شخص على الفرار من منازلهم في إقليم تيغراي.",
        ["Displaced 500000..500000 people"],
    ),
    (
        "enforced disappearance",
        "وثقت الشبكة ما لا يقل عن 116 حالة احتجاز تعسفي بينها أربعة أطفال.",
        ["Detained 116.. ?", "part Detained 4..4 children"],
    ),
    (
        "surrender",
        "سلّم مئات من مقاتلي التنظيم أنفسهم في الباغوز.",
        ["Surrendered 200..999 fighters"],
    ),
    (
        "no toll of the past",
        "وتعد هذه الغارة الثالثة على البلدة خلال أسبوع، وتبعد البلدة 5 كيلومترات عن الحدود.",
        [],
    ),
    (
        "discontinuous",
        "أودى انفجار عبوة ناسفة بحياة شرطيين في العاصمة الصومالية مقديشو.",
        ["Killed 2..2 police"],
    ),
    (
        "missing",
        "لا يزال 25 شخصاً في عداد المفقودين بعد قصف مبنى سكني في مدينة دنيبرو.",
        ["Missing 25..25 people"],
    ),
    (
        "joint number",
        "خسر الجيش نحو 150 عنصراً بين قتيل وجريح وأسير في معارك ود مدني.",
        ["KilledOrInjured 150..150 fighters"],
    ),
    (
        "headline",
        "مقتل جندي وإصابة اثنين بانفجار لغم في سيناء",
        ["Killed 1..1 soldiers", "Injured 2..2 soldiers"],
    ),
    (
        "part of wounded",
        "وقعت تسع إصابات بينها حالتان خطيرتان في قصف على مدينة صيدا.",
        ["Injured 9..9 people", "part Injured 2..2 ?"],
    ),
    (
        "family",
        "قُتلت عائلة كاملة مؤلفة من خمسة أفراد بغارة على منزلها في دوما.",
        ["Killed 5..5 ?"],
    ),
    (
        "svo victims",
        "وأضاف المصدر أن ثلاثة جنود وضابطاً لقوا مصرعهم في الكمين الذي نصبه مسلحون شرق مدينة جاو.",
        ["Killed 3..3 soldiers", "Killed 1..1 officers"],
    ),
    (
        "total of dead then of parts",
        "قُتل 25 شخصاً، هم 14 مدنياً و11 عسكرياً، في هجوم على مدينة جيبو.",
        ["Killed 25..25 people", "part Killed 14..14 civilians", "part Killed 11..11 soldiers"],
    ),
    (
        "distributive",
        "قُتل مدني وأصيب ثلاثة بقصف على النيرب، كما قُتل طفلان بانفجار لغم في سرمدا.",
        ["Killed 1..1 civilians", "Injured 3..3 ?", "Killed 2..2 children"],
    ),
    (
        "one of",
        "قُتل أحد عناصر الدفاع المدني وأصيب آخر بغارة مزدوجة على بلدة حيش.",
        ["Killed 1..1 ?", "Injured 1..1 ?"],
    ),
    (
        "the rest",
        "نجا السائق فيما قُتل الركاب الأربعة بانفجار اللغم.",
        ["Killed 4..4 passengers"],
    ),
    (
        "loss of arms",
        "غنم المقاتلون دبابة وأسروا أربعة من عناصر النظام في كمين قرب معردبسة.",
        ["Detained 4..4 fighters"],
    ),
    (
        "uncounted part",
        "استشهد 33 شخصاً معظمهم من الأطفال والنساء بقصف على مدرسة للأونروا.",
        ["Killed 33..33 people +children +women"],
    ),
    (
        "two outcomes of one number",
        "أسفر القصف عن استشهاد وإصابة ثلاثين مواطناً غالبيتهم من النساء والأطفال.",
        ["KilledOrInjured 30..30 civilians +women +children"],
    ),
    (
        "names beside a count",
        "استشهد ثلاثة شبان هم محمد جرار وعمر السعدي وقيس تركمان برصاص الاحتلال في جنين.",
        ["Killed 3..3 men"],
    ),
    (
        "verb behind its parts",
        "أعلنت البلدية أن ثلاثين شخصاً على الأقل، بينهم سبعة أطفال وأربعة مسعفين، قُتلوا أمس في القصف.",
        ["Killed 30.. people", "part Killed 7..7 children", "part Killed 4..4 rescuers"],
    ),
    (
        "verb behind a long subject",
        "قالت البعثة إن تسعة من عناصر الكتيبة النيبالية العاملة في البلاد أصيبوا بجروح في انفجار عبوة.",
        ["Injured 9..9 ?"],
    ),
    (
        "verb behind its parts",
        "ذكر المشفى أن خمسة مزارعين بينهم امرأة أصيبوا برصاص مجهولين.",
        ["Injured 5..5 farmers", "part Injured 1..1 women"],
    ),
    (
        "state",
        "أضاف المتحدث أن ثمانية جنود لا يزالون مفقودين بعد الكمين.",
        ["Missing 8..8 soldiers"],
    ),
    (
        "state",
        "ما زال ستة من أبناء القرية مختطفين لدى المسلحين.",
        ["Abducted 6..6 ?"],
    ),
    (
        "state",
        "عثر الأهالي على أربعة رعاة مقتولين في البادية.",
        ["Killed 4..4 ?"],
    ),
    (
        "number reached behind",
        "وبهذا يرتفع إلى 52 عدد القتلى الذين سقطوا منذ بدء الحملة.",
        ["Killed 52..52 ?"],
    ),
    (
        "number reached behind",
        "ما يرفع إلى 90 حصيلة قتلاه في المعركة.",
        ["Killed 90..90 ?"],
    ),
    (
        "bound on the count",
        "تجاوز عدد الجرحى ألفين وأربعمئة شخص منذ بدء القصف.",
        ["Injured 2401.. people"],
    ),
    (
        "bound on the count",
        "ولم يتجاوز عدد القتلى خمسة أشخاص بحسب البلدية.",
        ["Killed ..5 people"],
    ),
    (
        "nominal count",
        "قالت الشركة إن عدد المفقودين أربعة فقط بعد غرق القارب.",
        ["Missing 4..4 ?", "Destroyed 1..1 vessels"],
    ),
    (
        "corrected count",
        "أوردنا أمس أن قتلى القصف على السوق ثمانية والصحيح ستة بحسب المشفى.",
        ["Killed 8..8 ?", "Killed 6..6 ?"],
    ),
    (
        "among the dead",
        "وقال الطبيب إن بين القتلى ثلاث نساء.",
        ["Killed 3..3 women"],
    ),
    (
        "among the dead",
        "وذكر المسعفون أن سبعة أطفال وأربع نساء بين القتلى.",
        ["Killed 7..7 children", "Killed 4..4 women"],
    ),
    (
        "among the dead",
        "أفادت الشرطة بأن من بين جرحى التفجير خمسة طلاب.",
        ["Injured 5..5 students"],
    ),
    (
        "one as an adjective",
        "أكدت الشرطة مقتل حارس واحد على الأقل في الهجوم على المصرف.",
        ["Killed 1.. ?"],
    ),
    (
        "one as an adjective",
        "أصيب ستة أشخاص من عائلة واحدة بقصف على بلدة سرمدا.",
        ["Injured 6..6 people"],
    ),
    (
        "two as an adjective",
        "أدى القصف إلى مقتل جندي ومدنيين اثنين وإصابة ثلاثة مارة.",
        ["Killed 1..1 soldiers", "Killed 2..2 civilians", "Injured 3..3 ?"],
    ),
    (
        "dual by its vowels",
        "أدى الانفجار إلى إصابة مزارعَيْن قرب السياج.",
        ["Injured 2..2 farmers"],
    ),
    (
        "dual alone",
        "أدت الغارة إلى مقتل مسعفين وإصابة ثالث.",
        ["Killed 2..2 rescuers", "Injured 1..1 ?"],
    ),
    (
        "plural that fell",
        "أسفرت الغارات عن سقوط مدنيين في أحياء المدينة.",
        ["Killed 2.. civilians"],
    ),
    (
        "persons who fell",
        "سقط عشرة جنود في معارك غرب المدينة.",
        ["Killed 10..10 soldiers"],
    ),
    (
        "nationality alone",
        "أصيب فلسطيني برصاص مستوطنين قرب قرية مادما.",
        ["Injured 1..1 people"],
    ),
    (
        "nationality alone",
        "أعلن الوالي مقتل سوريين اثنين بقصف على الحدود.",
        ["Killed 2..2 people"],
    ),
    (
        "another",
        "قُتل مدني وأصيب آخر بطلق ناري في كتفه.",
        ["Killed 1..1 civilians", "Injured 1..1 ?"],
    ),
    (
        "another two",
        "قُتل شرطي في الهجوم بينما أصيب آخران.",
        ["Killed 1..1 police", "Injured 2..2 ?"],
    ),
    (
        "part with a verb of its own",
        "وصل إلى المشفى عشرون مصاباً توفي أربعة منهم لاحقاً.",
        ["Injured 20..20 people", "Killed 4..4 people"],
    ),
    (
        "part with a verb of its own",
        "خُطف سبعة موظفين ولا يزال مصير اثنين منهم مجهولاً.",
        ["Abducted 7..7 employees", "Missing 2..2 ?"],
    ),
    (
        "wounded who died",
        "قال الطبيب إن جريحين توفيا متأثرين بجراحهما.",
        ["Killed 2..2 people"],
    ),
    (
        "part of what is no toll",
        "أنقذت الفرق ستين نزيلاً بينهم أربعة أطفال من الفندق المحترق.",
        [],
    ),
    (
        "adjective of an attack",
        "قُتل ثلاثة جنود، بينهم ضابط، في هجوم مسلح على نقطة تفتيش.",
        ["Killed 3..3 soldiers", "part Killed 1..1 officers"],
    ),
    (
        "family by its number",
        "شُردت ثلاث عائلات قوامها سبعة عشر فرداً بعد هدم بيوتها.",
        ["Displaced 3..3 families", "Displaced 17..17 people"],
    ),
    (
        "women and children under one number",
        "استشهد في القصف 54 امرأة وطفلاً.",
        ["Killed 54..54 ?"],
    ),
    (
        "relatives",
        "قُتل سائق الحافلة وزوجته وطفلتاه بانفجار لغم.",
        ["Killed 1..1 drivers", "Killed 1..1 women", "Killed 2..2 children"],
    ),
    (
        "crew",
        "استهدف المقاتلون مدرعة بعبوة وقُتل طاقمها قرب الجسر.",
        ["Killed 2.. people"],
    ),
    (
        "pronoun",
        "استهدفت مسيّرة شاحنة وقود قرب المعبر ما أدى إلى احتراقها.",
        ["Destroyed 1..1 vehicles"],
    ),
    (
        "pronoun",
        "أطلق قناص النار على شاب قرب الحاجز ما أدى إلى مقتله.",
        ["Killed 1..1 men"],
    ),
    (
        "sinking",
        "غرقت سفينة شحن بعد إصابتها بزورق مفخخ في البحر الأحمر.",
        ["Destroyed 1..1 vessels"],
    ),
    (
        "blown up",
        "اقتحمت القوة البلدة وفجّرت ثلاثة منازل قبل انسحابها.",
        ["Destroyed 3..3 houses"],
    ),
    (
        "struck thing",
        "أصيبت سيارة إسعاف بشظايا القصف على حي الوعر.",
        ["Damaged 1..1 ?"],
    ),
    (
        "over the border",
        "قالت المفوضية إن أربعة آلاف شخص عبروا الحدود إلى تشاد منذ الأحد.",
        ["Displaced 4000..4000 people"],
    ),
    (
        "homes left",
        "قالت المنظمة إن تسعين ألف صومالي تركوا ديارهم منذ مطلع العام.",
        ["Displaced 90000..90000 people"],
    ),
    (
        "grave cases",
        "سجل المشفى عشر إصابات بينها أربع حالات حرجة.",
        ["Injured 10..10 people", "part Injured 4..4 people"],
    ),
    (
        "captured",
        "أكد القائد أن خمسين من مسلحي الفصيل سقطوا في قبضة الجيش.",
        ["Detained 50..50 fighters"],
    ),
    (
        "of a crew that is no toll",
        "لا يزال بحاران في عداد المفقودين من أصل طاقم يضم عشرين فرداً.",
        ["Missing 2..2 ?"],
    ),
    (
        "things against a part",
        "دُمّرت أربعون آلية بينها ست دبابات في المعارك.",
        ["Destroyed 40..40 vehicles", "part Destroyed 6..6 tanks"],
    ),
    (
        "majority",
        "أصيب عشرون شخصاً غالبيتهم من الطلاب بقصف قرب الجامعة.",
        ["Injured 20..20 people +students"],
    ),
    (
        "one of them",
        "قُتل أربعة مهاجمين أحدهم فجر نفسه عند البوابة.",
        ["Killed 4..4 attackers", "part Killed 1..1 ?"],
    ),
    (
        "day as an adjective",
        "قضى أربعون شخصاً في يوم واحد في المدينة المحاصرة.",
        ["Killed 40..40 people"],
    ),
    (
        "a girl of an age",
        "أدى القصف إلى مقتل فتاة تبلغ من العمر 13 عاماً وإصابة جدتها.",
        ["Killed 1..1 children"],
    ),
    (
        "thousands and another outcome",
        "أدت الحرب إلى مقتل الآلاف ونزوح أكثر من مليون شخص.",
        ["Killed 2000..9999 people", "Displaced 1000001.. people"],
    ),
    (
        "active subject",
        "وقالت الشرطة إن خمسة مسلحين على دراجات نارية قتلوا ثلاثة رعاة قرب القرية.",
        ["Killed 3..3 ?"],
    ),
    (
        "dialect",
        "اكتر من تلاتين جريح وصلوا المشفى بعد القصف على البلدة.",
        ["Injured 31.. people"],
    ),
    (
        "suspected subject",
        "قتل مسلحون يُشتبه في أنهم من الجماعة 37 مزارعاً في هجوم على القرية.",
        ["Killed 37..37 farmers"],
    ),
    (
        "active subject",
        "خطف مسلحون ثلاثين تلميذاً من مدرسة داخلية فجر اليوم.",
        ["Abducted 30..30 students"],
    ),
    (
        "active subject",
        "أقدم مسلحون على خطف عشرات العمال من المنجم.",
        ["Abducted 20..99 workers"],
    ),
    (
        "exposed to harm",
        "قالت الشبكة إن ما لا يقل عن ستين شخصاً تعرضوا للاعتقال التعسفي خلال الشهر، بينهم أربعة أطفال.",
        ["Detained 60.. people", "part Detained 4..4 children"],
    ),
    (
        "mourned",
        "نعت الحركة ثلاثة من مقاتليها قضوا في الغارة على بلدة حدودية.",
        ["Killed 3..3 fighters"],
    ),
    (
        "lost its own",
        "فقدت العائلة خمسة من أفرادها في القصف على المخيم.",
        ["Killed 5..5 ?"],
    ),
    (
        "still",
        "لقي عشرة صيادين حتفهم ولا يزال ستة آخرون في عداد المفقودين بعد غرق مركبهم.",
        ["Killed 10..10 fishermen", "Missing 6..6 ?"],
    ),
    (
        "both of them",
        "أطلق قناص النار على شابين عند الجسر ما أدى إلى مقتلهما.",
        ["Killed 2..2 men"],
    ),
    (
        "rise of the dead",
        "أعلنت البلدية ارتفاع ضحايا القصف على السوق إلى نحو مئة شخص.",
        ["Killed 100..100 people"],
    ),
    (
        "rise of the dead",
        "بذلك يرتفع العدد الإجمالي لقتلى الغارات إلى ثمانين.",
        ["Killed 80..80 ?"],
    ),
    (
        "groups in brackets",
        "أصيب سبعة أشخاص (نساء وأطفال) بانفجار عبوة في الحافلة.",
        ["Injured 7..7 people +women +children"],
    ),
    (
        "joint by a pronoun",
        "استهدف المقاتلون قوة راجلة بقذيفة وأوقعوهم بين قتيل وجريح.",
        ["KilledOrInjured 2.. people"],
    ),
    (
        "two of whom one",
        "أدت الغارة إلى استشهاد شخصين أحدهما طفل.",
        ["Killed 2..2 people", "part Killed 1..1 children"],
    ),
    (
        "anonymous voice",
        "وقال ضابط طلب عدم كشف اسمه إن بين القتلى أربع نساء.",
        ["Killed 4..4 women"],
    ),
    (
        "dual construct",
        "أسفر القصف عن تدمير سيارتي إسعاف وثلاث عربات.",
        ["Destroyed 2..2 vehicles", "Destroyed 3..3 vehicles"],
    ),
    (
        "brought down",
        "أعلنت الجماعة إسقاط طائرة أميركية في أجواء المحافظة.",
        ["Destroyed 1..1 aircraft"],
    ),
    (
        "plural of two outcomes",
        "قُتل وأصيب مسلحون من الفصيل في قصف مدفعي على مواقعهم.",
        ["KilledOrInjured 2.. fighters"],
    ),
    (
        "relative clause",
        "رصد المكتب مقتل عشرة من عناصر الفصائل ممن أجروا تسوية، وثلاثة من عناصر الشرطة.",
        ["Killed 10..10 fighters", "Killed 3..3 ?"],
    ),
    (
        "definite number",
        "وصلت حصيلة الهجمات الثلاث إلى 70 قتيلاً.",
        ["Killed 70..70 people"],
    ),
    (
        "of a whole",
        "عادت عشرون طالبة من أصل خمسين ولا تزال ثلاثون طالبة مفقودات.",
        ["Missing 30..30 students"],
    ),
    (
        "number in brackets",
        "وثقت الشبكة مقتل ما لا يقل عن (40) مواطناً في المحافظة، بينهم ثلاث سيدات.",
        ["Killed 40.. civilians", "part Killed 3..3 women"],
    ),
    (
        "number in brackets",
        "أصيب (12) شخصاً بقصف على بلدة تسيل.",
        ["Injured 12..12 people"],
    ),
    (
        "not a toll",
        "أصدر المجلس القرار (2254) واتصل ضابط من اللواء (52) بالصحفيين.",
        [],
    ),
    (
        "aircraft without a pilot",
        "قتلت طائرة بدون طيار ثلاثة مسلحين في محافظة شبوة.",
        ["Killed 3..3 fighters"],
    ),
    (
        "aircraft without a pilot",
        "قصفت طائرة من دون طيار سيارة قرب الجسر وأصابت أربعة مدنيين.",
        ["Injured 4..4 civilians"],
    ),
    (
        "denial ends",
        "سقطت القذيفة دون وقوع خسائر، فيما قُتل جندي في هجوم آخر.",
        ["Killed 1..1 soldiers"],
    ),
    (
        "long subject",
        "قال المرصد إن رجلاً من بلدة الشحيل في ريف دير الزور الشرقي قُتل برصاص مجهولين.",
        ["Killed 1..1 men"],
    ),
    (
        "source before a toll",
        "أفادت وسائل إعلام محلية بإصابة ستة أشخاص في القصف.",
        ["Injured 6..6 people"],
    ),
    (
        "source before a toll",
        "أكد مصدر عسكري مقتل تسعة مسلحين في الكمين.",
        ["Killed 9..9 fighters"],
    ),
    (
        "women's death",
        "لقيت ثلاث سيدات مصرعهن بقذيفة سقطت على منزلهن.",
        ["Killed 3..3 women"],
    ),
    (
        "homes left",
        "قالت البلدية إن القصف أدى إلى إجلاء نحو خمسة آلاف من المنازل.",
        ["Displaced 5000..5000 people"],
    ),
    (
        "consequence behind",
        "طالت الاغتيالات قيادات من الفصائل، وراح ضحيتها عشرات القتلى والجرحى.",
        ["KilledOrInjured 20..99 people"],
    ),
    (
        "singular victim",
        "قُتل رجل وزوجته بانفجار لغم أرضي في ريف دير الزور الغربي.",
        ["Killed 1..1 men", "Killed 1..1 women"],
    ),
    (
        "number reached",
        "بلغ عدد الضحايا المدنيين 37 قتيلاً بينهم ثمانية أطفال وست نساء.",
        ["Killed 37..37 civilians", "part Killed 8..8 children", "part Killed 6..6 women"],
    ),
    (
        "number reached",
        "ارتفع عدد القتلى من المدنيين في بلدة المزيريب إلى 14 بعد وفاة جريح متأثراً بإصابته.",
        ["Killed 14..14 civilians", "Killed 1..1 people"],
    ),
    (
        "two verbs",
        "قال شهود إن مسعفاً قُتل وأصيب آخر حين سقطت القذيفة على السيارة.",
        ["Killed 1..1 rescuers", "Injured 1..1 rescuers"],
    ),
    (
        "two verbs",
        "قال المتحدث إن مدنيين قُتلا وجُرح أربعة آخرون في الانفجار.",
        ["Killed 2..2 civilians", "Injured 4..4 civilians"],
    ),
    (
        "two verbs",
        "قُتل أو جُرح ما يزيد على 700 شخص منذ بدء المعارك في الولاية.",
        ["KilledOrInjured 701.. people"],
    ),
    (
        "most of them",
        "سقط 18 قتيلاً معظمهم أطفال قضوا في قصف استهدف سوق البلدة.",
        ["Killed 18..18 people +children"],
    ),
    (
        "still under rubble",
        "لا يزال عدد من الضحايا تحت الأنقاض بعد الغارة على الحي.",
        ["Missing 2.. people"],
    ),
    (
        "led by its word",
        "جرى اشتباك مع خمسة مسلحين أدى إلى مقتل أربعة منهم وإصابة الخامس.",
        ["Killed 4..4 people", "Injured 1..1 people"],
    ),
    (
        "targets are no toll",
        "استهدفت المدفعية نحو ألفي نازح في مدرسة غربي المدينة.",
        [],
    ),
    (
        "largest number",
        "تستضيف المحافظة أكبر عدد من النازحين في البلاد بعد القصف.",
        [],
    ),
    (
        "named parts",
        "بلغت حصيلة القتلى 120 قتيلاً منذ مطلع العام، هم: 70 من عناصر التنظيم، و50 مدنياً.",
        ["Killed 120..120 people", "part Killed 70..70 fighters", "part Killed 50..50 civilians"],
    ),
    (
        "ordinal coordinated",
        "أودت الضربات بحياة ثلاثة مدنيين في كوبيانسك، واثنين آخرين في خيرسون، وسادس في لفيف.",
        ["Killed 3..3 civilians", "Killed 2..2 civilians", "Killed 1..1 civilians"],
    ),
    (
        "dead of wounds",
        "أفاد المشفى بوفاة جريح متأثراً بإصابته في القصف.",
        ["Killed 1..1 people"],
    ),
    (
        "told again",
        "لقيت طفلة حتفها وأصيبت امرأة في قصف على القرية، ما أسفر عن استشهاد طفلة وإصابة امرأة.",
        ["Killed 1..1 children", "Injured 1..1 women"],
    ),
    (
        "told again",
        "قُتلت طفلة في القصف، ونُقلت جثة الطفلة إلى المشفى.",
        ["Killed 1..1 children"],
    ),
    (
        "a fire",
        "أدى القصف إلى إصابة رجل وحريق كبير في معمل.",
        ["Injured 1..1 men"],
    ),
    (
        "vehicles",
        "انفجرت عبوة على رتل للشرطة، ما أدى إلى جرح شرطيين وتضرر عجلتين.",
        ["Injured 2..2 police", "Damaged 2..2 vehicles"],
    ),
    (
        "described, not counted again",
        "اعتقلت القوات عشرة مواطنين بينهم القيادي في الحركة الشيخ سالم الناصر.",
        ["Detained 10..10 civilians", "part Detained 1..1 commanders"],
    ),
    (
        "described, not counted again",
        "أصيبت شقيقتها وهي طفلة في القصف.",
        ["Injured 1..1 family-members"],
    ),
    (
        "families in brackets",
        "رصد المكتب 4200 فرد (810 أسر) نزحوا من المحلية.",
        ["Displaced 4200..4200 people"],
    ),
    (
        "returned",
        "سجلت المنظمة عودة نحو 9600 نازح إلى مناطقهم بعد القتال.",
        [],
    ),
    (
        "label of a total",
        "أعلن الدفاع المدني حصيلة القصف: القتلى: 3 بينهم طفل، الجرحى: 21 بينهم 8 أطفال.",
        ["Killed 3..3 people", "part Killed 1..1 children", "Injured 21..21 people", "part Injured 8..8 children"],
    ),
    (
        "label of a total",
        "بلغت حصيلة الأمس: القتلى 14 مدنياً بينهم امرأتان، الجرحى: 52 مدنياً بينهم 6 أطفال.",
        ["Killed 14..14 civilians", "part Killed 2..2 women", "Injured 52..52 civilians", "part Injured 6..6 children"],
    ),
    (
        "one number for several nouns",
        "استشهد 224 رجلاً وامرأة وطفلاً في الغارات.",
        ["Killed 224..224 men"],
    ),
    (
        "bounds written together",
        "خطف المسلحون ما لايقل عن ثلاثين تلميذاً.",
        ["Abducted 30.. students"],
    ),
    (
        "two named",
        "استشهد الصحفي سالم الخطيب والمصور عماد النجار في غارة على الطريق.",
        ["Killed 1..1 journalists", "Killed 1..1 people"],
    ),
    (
        "who took them",
        "وأسر المقاتلون ستة جنود في الهجوم على الثكنة.",
        ["Detained 6..6 soldiers"],
    ),
    (
        "a bound closes its count",
        "أوقع الهجوم 30 قتيلاً على الأقل ونحو 50 جريحاً.",
        ["Killed 30.. people", "Injured 50..50 people"],
    ),
    (
        "shot dead, by the pronoun",
        "أطلق الجنود النار على الشاب عند الحاجز فأردوه قتيلاً.",
        ["Killed 1..1 people"],
    ),
    (
        "bodies of martyrs",
        "أفاد المستشفى بوصول جثماني شهيدين وخمس إصابات بعد القصف.",
        ["Killed 2..2 people", "Injured 5..5 people"],
    ),
    (
        "panes of houses",
        "أسفرت الغارة عن تحطم زجاج عشرات المنازل.",
        ["Damaged 20..99 houses"],
    ),
    (
        "lives lost",
        "فقد ثلاثة جنود من قوات الحكومة حياتهم في غارة على بلدة الريحان، وفقدت امرأة حياتها.",
        ["Killed 3..3 soldiers", "Killed 1..1 women"],
    ),
    (
        "the particle before a verb is no loss",
        "فقد تعرضت مدرسة في بلدة الريحان لأضرار بالغة جراء الغارة.",
        ["Damaged 1..1 schools"],
    ),
    (
        "civilian as an adjective",
        "أصاب هجوم صاروخي بنى تحتية مدنية في أوديسا.",
        [],
    ),
    (
        "the second largest",
        "قال المسؤول إن الضربات أصابت وسط ثاني أكبر مدينة في البلاد.",
        [],
    ),
    (
        "a unit's number",
        "أسقط اللواء الميكانيكي 110 الأوكراني مروحيتين فوق دونيتسك.",
        ["Destroyed 2..2 helicopters"],
    ),
    (
        "one died and another was hurt",
        "قال الحاكم إن رجلاً يبلغ من العمر 33 عاماً توفي وأصيب آخر في قصف على خاركيف.",
        ["Killed 1..1 men", "Injured 1..1 men"],
    ),
    (
        "a named one died and others were hurt",
        "قال التجمع إن الشاب آدم أحمد الحريري قتل وأصيب ثلاثة بجروح في درعا.",
        ["Killed 1..1 people", "Injured 3..3 people"],
    ),
    (
        "some met their death and others were hurt",
        "لقي عدد من الأشخاص مصرعهم وأصيب آخرون بجروح جراء تفجير في درعا.",
        ["Killed 2.. people", "Injured 2.. people"],
    ),
    (
        "bombs dropped are not destroyed",
        "أسقطت مروحية قنابل على بلدة الريحان.",
        [],
    ),
    ("a family dug out is not displaced", "أنقذت فرق الدفاع المدني عائلة من تحت الأنقاض في حلب.", []),
    ("the wounded who died", "توفي ثلاثة جرحى في المستشفى في حلب.", ["Killed 3..3 people"]),
    ("the wounded who left life", "فارق جريحان الحياة في مستشفى بحلب.", ["Killed 2..2 people"]),
    ("sentenced, not dead", "أصدرت محكمة في طرابلس أحكاما بالإعدام على 23 متهما.", []),
    ("a sentence carried out", "نفذت السلطات حكم الإعدام بحق خمسة مدانين في الكويت.", ["Killed 5..5 people"]),
    (
        "one figure for the dead and the wounded",
        "بلغ مجموع الشهداء والجرحى في قصف بلدة الريحان 20 مدنيا.",
        ["KilledOrInjured 20..20 civilians"],
    ),
    (
        "each its own figure behind both",
        "بلغ عدد القتلى والجرحى في قصف بلدة الريحان 20 قتيلا و30 جريحا.",
        ["Killed 20..20 people", "Injured 30..30 people"],
    ),
    ("a bridge that was not blown up", "أحبطت القوات محاولة لتفجير جسر في كركوك.", []),
    (
        "the house of one of the residents",
        "بلغ عدد ضحايا قصف منزل أحد السكان في عمران سبعة قتلى.",
        ["Killed 7..7 people"],
    ),
    ("the number of a quarter", "سقطت قذائف على حي أمبدة الحارة 12 وقتلت ثلاثة أشخاص.", ["Killed 3..3 people"]),
    (
        "an age between a name and its verb",
        "قالت الوزارة إن الفتى كرم حمدان (15 عاما) استشهد برصاص الاحتلال في طمون.",
        ["Killed 1..1 people"],
    ),
    ("a military jeep is no soldier", "أصيب ثمانية في دهس من قبل جيب عسكري في طمون.", ["Injured 8..8 people"]),
    ("dead of an army", "سقط قتلى من الجيش في معارك الخرطوم.", ["Killed 2.. people"]),
    ("gunmen on horseback", "قتل مسلحون على ظهور الخيل تسعة مزارعين قرب زمفارا.", ["Killed 9..9 farmers"]),
    ("to avoid victims", "انسحب الجيش من البلدة تفاديا لسقوط ضحايا.", []),
    ("one after another", "أعدم المسلحون الرجال واحدا تلو الآخر في القرية.", []),
    ("a large part is no well", "دمر القصف جزءا كبيرا من السوق وقتل اثنين في خان شيخون.", ["Killed 2..2 people"]),
    (
        "a party that mourned its own",
        "قال مراسلنا إن الحزب نعى ثلاثة مقاتلين قضوا في غارة على عيترون.",
        ["Killed 3..3 fighters"],
    ),
    ("the people, uncounted", "فر الأهالي إلى تشاد بعد هجوم على قريتهم.", []),
    ("one member", "اغتال مجهولون عضوا في المجلس المحلي في درعا.", ["Killed 1..1 people"]),
    ("tried to kill", "حاول مسلحون اغتيال قيادي في إدلب بعبوة ناسفة، ما أدى إلى إصابته.", ["Injured 1..1 commanders"]),
    (
        "patients are not wounded",
        "أعلنت وزارة الصحة إصابة 1200 شخص بالكوليرا ووفاة 30 في الخرطوم.",
        ["Killed 30..30 people"],
    ),
    ("a man who stabbed others", "طعن رجل خمسة أشخاص في محطة قطار بمدينة هامبورغ.", ["Injured 5..5 people"]),
    ("two gunmen who murdered", "اغتال مسلحان يستقلان دراجة نارية ضابطا في عدن.", ["Killed 1..1 officers"]),
    ("and killed him", "اختطف مسلحون سائقا في تعز وقتلوه.", ["Abducted 1..1 drivers", "Killed 1..1 drivers"]),
    ("and wounded him", "أطلق الجنود النار على شاب في نابلس وأصابوه بجروح.", ["Injured 1..1 men"]),
    (
        "one dead and two wounded open a text",
        "سقط قتيل وجريحان في إطلاق نار في الزرقاء.",
        ["Killed 1..1 people", "Injured 2..2 people"],
    ),
]

KNOWN_GAPS: list[Row] = []

test_rows, test_known_gaps, test_rows_are_distinct = table_tests(ROWS, KNOWN_GAPS, differences)


def test_two_totals_of_one_sentence_belong_to_two_happenings() -> None:
    report = extract(
        "قُتل ستة أشخاص أمس في تفجير حافلة في مدينة هرات، "
        "وذلك بعد أسبوع من تفجير دموي خلّف أربعين قتيلاً في مسجد بالمدينة.",
        PUBLISHED,
    )
    told = {toll.minimum: claim.events for claim in report.claims for toll in claim.tolls}
    assert set(told) == {6, 40}
    assert set(told[6]).isdisjoint(told[40])
