"""Relations: tables of ``[phenomenon, text, expected]``; expected is one ``subject relation object`` per relation.

Standing relations join actors and places by name, relations of claims are shown by the claims' speakers. The incidents
and the unlisted persons are invented.
"""

from __future__ import annotations

from khabar.extract import extract
from support.tables import PUBLISHED, Row, table_tests

KINDS = (
    "ledBy", "supportedBy", "affiliatedWith", "controlledBy", "spokespersonFor",
    "contradicts", "updates", "repeats", "denies",
)  # fmt: skip


def differences(row: Row) -> tuple[list[str], list[str]]:
    """What is found and what is expected, both sorted; a name counts where it is one the report knows it by."""
    wanted = {name for line in row[2] for kind in KINDS for name in line.split(f" {kind} ") if name != line}
    report = extract(row[1], PUBLISHED)
    names = {actor.id: actor.names for actor in report.actors} | {place.id: place.names for place in report.places}
    speakers = {claim.id: claim.claimant for claim in report.claims}

    def name(key: str) -> str:
        known = names.get(speakers.get(key, key), ("narration",))
        return next((one for one in known if one in wanted), known[0])

    found = [f"{name(it.subject)} {it.kind} {name(it.object)}" for it in report.relations]
    found += [f"{name(it.subject)} {it.kind} {name(it.object)}" for it in report.claim_relations]
    return sorted(found), sorted(row[2])


ROWS: list[Row] = [
    (
        "ledBy: by the leadership of",
        "سيطرت قوات الدعم السريع بقيادة محمد حمدان دقلو على مدينة نيالا.",
        ["قوات الدعم السريع ledBy محمد حمدان دقلو"],
    ),
    (
        "ledBy: coalition of a state",
        "شنت قوات التحالف بقيادة السعودية غارات على مدينة صعدة.",
        ["قوات التحالف ledBy السعودية"],
    ),
    (
        "ledBy: relative clause",
        "قصف التحالف الذي تقوده الولايات المتحدة مدينة البوكمال.",
        ["التحالف ledBy الولايات المتحدة"],
    ),
    (
        "supportedBy: participle",
        "سيطر لواء فاطميون المدعوم من إيران على بلدة الميادين.",
        ["لواء فاطميون supportedBy إيران"],
    ),
    (
        "supportedBy: participle",
        "هاجمت فصائل الجيش الوطني المدعومة من تركيا مواقع قوات سوريا الديمقراطية في عين عيسى.",
        ["فصائل الجيش الوطني supportedBy تركيا"],
    ),
    (
        "supportedBy: by the support of",
        "تقدمت قوات النظام بدعم من روسيا في ريف إدلب الجنوبي.",
        ["قوات النظام supportedBy روسيا"],
    ),
    (
        "supportedBy: relative clause",
        "قصفت قوات الحكومة اليمنية التي تدعمها السعودية مواقع الحوثيين في مأرب.",
        ["قوات الحكومة اليمنية supportedBy السعودية"],
    ),
    (
        "affiliatedWith: participle",
        "أعلنت كتائب القسام التابعة لحركة حماس تدمير دبابة شرق رفح.",
        ["كتائب القسام affiliatedWith حركة حماس"],
    ),
    (
        "affiliatedWith: wing",
        "قالت سرايا القدس، الجناح العسكري لحركة الجهاد الإسلامي، إنها قصفت مدينة عسقلان.",
        ["سرايا القدس affiliatedWith حركة الجهاد الإسلامي"],
    ),
    (
        "affiliatedWith: allegiance",
        "هاجمت جماعة نصرة الإسلام والمسلمين المرتبطة بتنظيم القاعدة قاعدة للجيش في مدينة موبتي.",
        ["جماعة نصرة الإسلام والمسلمين affiliatedWith تنظيم القاعدة"],
    ),
    (
        "affiliatedWith: loyal to",
        "اشتبكت كتائب حزب الله العراقية الموالية لإيران مع مسلحي تنظيم الدولة في بادية السخنة.",
        ["كتائب حزب الله العراقية affiliatedWith إيران"],
    ),
    (
        "controlledBy: relative clause",
        "قصفت الطائرات الحربية مدينة إدلب التي تسيطر عليها هيئة تحرير الشام.",
        ["إدلب controlledBy هيئة تحرير الشام"],
    ),
    (
        "controlledBy: under the control",
        "سقطت قذائف على مدينة عفرين الواقعة تحت سيطرة القوات التركية.",
        ["عفرين controlledBy القوات التركية"],
    ),
    (
        "controlledBy: subject to",
        "استهدفت غارة ميناء الحديدة الخاضع لسيطرة الحوثيين.",
        ["ميناء الحديدة controlledBy الحوثيين"],
    ),
    (
        "spokespersonFor: name before",
        "وأعلن أبو عبيدة، الناطق باسم كتائب القسام، قتل ستة جنود شمال قطاع غزة.",
        ["أبو عبيدة spokespersonFor كتائب القسام"],
    ),
    (
        "spokespersonFor: unnamed",
        "وقال متحدث باسم الجيش الأوكراني إن القوات الروسية قصفت مدينة سومي.",
        [],
    ),
    (
        "contradicts: two voices",
        "قال المرصد السوري إن غارة على بلدة سراقب قتلت خمسة مدنيين. وقال الدفاع المدني إن الغارة على سراقب "
        "قتلت ثمانية مدنيين.",
        ["الدفاع المدني contradicts المرصد السوري"],
    ),
    (
        "contradicts: adversative",
        "قال الدفاع المدني إن غارة على جسر الشغور قتلت تسعة مدنيين، فيما تحدث المرصد السوري عن مقتل 13 شخصاً.",
        ["المرصد السوري contradicts الدفاع المدني"],
    ),
    (
        "no contradiction: compatible",
        "قالت الشرطة إن هجوماً على قرية في ولاية بورنو قتل تسعة أشخاص على الأقل. وقال زعيم محلي إن الهجوم قتل 15 شخصاً.",
        [],
    ),
    (
        "repeats: two voices",
        "قال المرصد السوري إن غارة على بلدة سراقب قتلت خمسة مدنيين. وأكد الدفاع المدني أن الغارة قتلت خمسة مدنيين.",
        ["الدفاع المدني repeats المرصد السوري"],
    ),
    (
        "updates: one voice",
        "أعلنت وزارة الصحة اللبنانية مقتل أربعة أشخاص بغارة على بلدة عيتيت. وفي وقت لاحق قالت الوزارة إن "
        "حصيلة الغارة ارتفعت إلى سبعة قتلى.",
        ["وزارة الصحة اللبنانية updates وزارة الصحة اللبنانية"],
    ),
    (
        "denies: the event",
        "اتهمت كييف القوات الروسية بقصف سوق في مدينة كوستيانتينيفكا. ونفت موسكو قصف السوق.",
        ["موسكو denies كييف"],
    ),
    (
        "denies: both",
        "قال ناشطون إن قوات الدعم السريع هاجمت قرية ود النورة. ونفت قوات الدعم السريع مهاجمة القرية.",
        ["قوات الدعم السريع denies ناشطون"],
    ),
    (
        "different happenings",
        "قال المرصد السوري إن غارة على بلدة سراقب قتلت خمسة مدنيين. وقال الدفاع المدني إن انفجار لغم في "
        "مدينة الباب قتل طفلين.",
        [],
    ),
    (
        "ledBy: apposition",
        "قال عبد الفتاح البرهان، قائد الجيش السوداني، إن قواته قتلت 20 مسلحاً في الخرطوم.",
        ["الجيش السوداني ledBy عبد الفتاح البرهان"],
    ),
    (
        "ledBy: title and name",
        "التقى قائد قوات سوريا الديمقراطية مظلوم عبدي وفداً من التحالف الدولي.",
        ["قوات سوريا الديمقراطية ledBy مظلوم عبدي"],
    ),
    (
        "ledBy: title and name",
        "هدد زعيم جماعة الحوثي عبد الملك الحوثي باستهداف السفن الإسرائيلية.",
        ["جماعة الحوثي ledBy عبد الملك الحوثي"],
    ),
    (
        "ledBy: secretary-general",
        "قال الأمين العام لحزب الله حسن نصر الله إن المقاومة استهدفت موقعاً عسكرياً في الجليل.",
        ["حزب الله ledBy حسن نصر الله"],
    ),
    (
        "spokespersonFor: name after",
        "قال المتحدث باسم الجيش الإسرائيلي دانيال هاغاري إن القوات قتلت 20 مسلحاً في رفح.",
        ["دانيال هاغاري spokespersonFor الجيش الإسرائيلي"],
    ),
    (
        "spokespersonFor: woman",
        "وقالت المتحدثة باسم وزارة الخارجية الروسية ماريا زاخاروفا إن كييف قصفت مدينة بيلغورود.",
        ["ماريا زاخاروفا spokespersonFor وزارة الخارجية الروسية"],
    ),
    (
        "denies: one sentence",
        "أعلنت حركة الشباب السيطرة على مدينة عيل طير، لكن الجيش الصومالي نفى سقوط المدينة.",
        ["الجيش الصومالي denies حركة الشباب"],
    ),
]

KNOWN_GAPS: list[Row] = [
    (
        "updates: earlier toll",
        "أعلن الدفاع المدني ارتفاع حصيلة القصف على دوما إلى 30 قتيلاً. وكان الدفاع المدني أعلن سابقاً مقتل "
        "22 مدنياً في القصف.",
        ["الدفاع المدني updates الدفاع المدني"],
    ),
]

test_rows, test_known_gaps, test_rows_are_distinct = table_tests(ROWS, KNOWN_GAPS, differences)
