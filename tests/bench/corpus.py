"""Speed and memory for many articles, each phase as a ratio to its own floor: ``make bench-corpus``.

Articles are generated. The floors are the least that any program must do: cut the text into words (extract), write
ready terms as sorted N-Quads (graph and write), parse the quads (validate, link), load them in bulk (load), and send
the same bytes by a plain HTTP client (load over HTTP). Prints a table in Markdown; ``--sizes 100,1000,10000``.
"""

from __future__ import annotations

import argparse
import gc
import http.client
import json
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pyoxigraph

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from khabar.corpus.work import check
from khabar.extract import extract
from khabar.model import Metadata
from khabar.rdf.formats import as_ntriples, nquads
from khabar.rdf.graph import describe, flatten, graph_name, outline
from khabar.rdf.terms import Triple
from khabar.read import Source
from khabar.shacl_engines import choose_engine

TOWNS = (
    "سراقب", "إدلب", "درعا", "حلب", "الرقة", "منبج", "عفرين", "تدمر", "دوما", "جرابلس", "السويداء", "حماة",
    "حمص", "الحسكة", "القامشلي", "الموصل", "كركوك", "الرمادي", "الفلوجة", "تعز", "الحديدة", "مأرب", "عدن",
    "غزة", "رفح", "الخرطوم", "الأبيض",
)  # fmt: skip
NUMBERS = ("ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة", "12", "15", "17", "20", "23", "30")
WORDS = (
    "المنطقة", "المدينة", "الطريق", "السكان", "الأهالي", "المدارس", "الأسواق", "الحقول", "المنازل", "الشتاء",
    "الصيف", "الليل", "النهار", "الماء", "الكهرباء", "الوقود", "الخبز", "الأسعار", "المجلس", "البلدية",
    "اللجنة", "المشفى", "الجسر", "النهر", "الجبل", "السهل", "الساحل", "الحدود", "المعبر", "المخيم", "الخيام",
    "العائلات", "الأطفال", "الطلاب", "المعلمون", "الأطباء", "المتطوعون", "الصحفيون", "المزارعون", "التجار",
    "السائقون", "الحافلات", "الشاحنات", "الأمطار", "الثلوج",
)  # fmt: skip
SENTENCES = (
    "قالت مصادر محلية إن طائرات حربية قصفت بلدة {a} أمس ما أدى إلى مقتل {n} مدنيين",
    "وأضافت المصادر أن {m} أشخاص أصيبوا بجروح في قصف مدفعي على أطراف {b}",
    "ونفى متحدث عسكري في {b} وقوع أي غارة على المنطقة خلال الأيام الماضية",
    "وذكرت وكالة محلية أن مئات العائلات نزحت من {a} نحو الحدود بعد تجدد الاشتباكات",
    "وأكد ناشطون من {b} أن القصف دمر مدرسة ومنازل وأوقع ضحايا بينهم نساء وأطفال",
    "وانفجرت سيارة مفخخة في {a} صباح الأحد ما أسفر عن إصابة {m} أشخاص",
)


def article(number: int) -> dict[str, str]:
    """An invented article of some 120 words; half of the words are drawn by lot, so that none repeats another."""
    chance = random.Random(number)  # noqa: S311
    a, b = chance.sample(TOWNS, 2)
    values = {"a": a, "b": b, "n": chance.choice(NUMBERS), "m": chance.choice(NUMBERS)}
    pieces = []
    for sentence in chance.sample(SENTENCES, 4):
        pieces += [sentence.format(**values), "وتحدث " + " ".join(chance.choices(WORDS, k=16))]
    day = 1 + number % 28
    month = 1 + number // 28 % 12
    return {
        "text": ". ".join(pieces) + ".\n", "published": f"{2012 + number // 336 % 12}-{month:02}-{day:02}",
        "url": f"https://example.org/{number}", "outlet": f"صحيفة {WORDS[number % len(WORDS)]}",
    }  # fmt: skip


def timed(work: Callable[[], Any], repeat: int = 1) -> tuple[float, Any]:
    """Best seconds of some runs, and the last result."""
    best = float("inf")
    result = None
    for _ in range(repeat):
        gc.collect()
        start = time.perf_counter()
        result = work()
        best = min(best, time.perf_counter() - start)
    return best, result


def phases(size: int) -> list[tuple[str, float, float]]:
    """(phase, seconds per article, seconds per article of its floor), on at most 300 articles in this process."""
    rows = [article(number) for number in range(size)][:300]
    count = len(rows)
    sources = [Source(row["text"], _metadata(row), str(i)) for i, row in enumerate(rows)]
    engine = choose_engine()
    extract(sources[0].text, sources[0].metadata)
    tokens, _ = timed(lambda: [[m.span() for m in re.finditer(r"\w+", source.text)] for source in sources], 3)
    seconds, reports = timed(lambda: [extract(source.text, source.metadata) for source in sources])
    found = [("extract", seconds, tokens)]

    def write() -> list[bytes]:
        return [nquads(outline(report), graph_name(report)) for report in reports]

    seconds, data = timed(write, 5)
    ready = [(list(flatten(describe(report))), graph_name(report)) for report in reports]
    floor, bare = timed(lambda: [plain_writer(*item) for item in ready], 5)
    assert bare == data
    ready.clear()
    found.append(("report → N-Quads", seconds, floor))
    graphs = [outline(report) for report in reports]
    lines = [as_ntriples(item, graph_name(report)) for item, report in zip(data, reports, strict=True)]
    check(sources[0], reports[0], graphs[0], lines[0], engine)

    def validate() -> list[object]:
        return [check(s, r, g, n, engine) for s, r, g, n in zip(sources, reports, graphs, lines, strict=True)]

    parse, _ = timed(lambda: [list(pyoxigraph.parse(item, format=pyoxigraph.RdfFormat.N_QUADS)) for item in data])
    seconds, _ = timed(validate)
    found.append((f"validate ({engine})", seconds, parse))

    def whole() -> list[bytes]:
        out = []
        for source in sources:
            report = extract(source.text, source.metadata)
            graph, name = outline(report), graph_name(report)
            data = nquads(graph, name)
            check(source, report, graph, as_ntriples(data, name), engine)
            out.append(data)
        return out

    seconds, _ = timed(whole)
    found.append(("text → validated N-Quads", seconds, floor))
    return [(name, value / count, least / count) for name, value, least in found]


_SPECIAL = re.compile('[\x00-\x1f"\\\\\x7f-\x9f\u200b-\u200f\u2028-\u202e]')
_SHORT = {"\n": "\\n", '"': '\\"', "\\": "\\\\"}


def plain_writer(triples: Sequence[Triple], graph: str) -> bytes:
    """The least that writes sorted N-Quads from terms that are ready; it checks nothing, and minds no repetition."""
    lines = []
    for subject, predicate, term in triples:
        if isinstance(term, str):
            lines.append(f"<{subject}> <{predicate}> <{term}> <{graph}> .\n")
            continue
        value = _SPECIAL.sub(lambda found: _SHORT.get(found[0]) or f"\\u{ord(found[0]):04X}", term.value)
        tag = f"@{term.language}" if term.language else f"^^<{term.datatype}>" if term.datatype else ""
        lines.append(f'<{subject}> <{predicate}> "{value}"{tag} <{graph}> .\n')
    return "".join(sorted(lines)).encode()


def _metadata(row: dict[str, str]) -> Metadata:
    from datetime import date

    return Metadata(outlet=row["outlet"], published=date.fromisoformat(row["published"]), url=row["url"])


_CHILD = (
    "import json, re, sys, time\n"
    "from khabar.cli import run\n"
    "start = time.perf_counter()\n"
    "code = run(json.loads(sys.argv[1]))\n"
    "seconds = time.perf_counter() - start\n"
    "peak = re.search(r'VmHWM:\\s+(\\d+)', open('/proc/self/status').read())\n"
    "print(json.dumps([code, seconds, int(peak[1]) / 1024 if peak else 0]))\n"
)


def command(*args: str) -> tuple[float, float]:
    """Seconds and peak megabytes of a khabar command, without its workers (Linux; 0 elsewhere)."""
    done = subprocess.run([sys.executable, "-c", _CHILD, json.dumps(args)], capture_output=True, text=True, check=True)
    code, seconds, peak = json.loads(done.stdout.splitlines()[-1])
    if code not in (0, 1):
        raise SystemExit(f"khabar {' '.join(args)}: exit code {code}: {done.stderr}")
    return float(seconds), float(peak)


def whole(size: int, folder: Path) -> Iterable[tuple[str, float, float, float]]:
    """(phase, seconds per article, seconds per article of its floor, peak MB) of the commands on a corpus."""
    source = folder / "in.jsonl"
    with source.open("w", encoding="utf-8") as stream:
        for number in range(size):
            stream.write(json.dumps(article(number), ensure_ascii=False) + "\n")
    one, memory = command("build", str(source), "-o", str(folder / "one.nq"), "-q")
    yield "build, 1 worker", one / size, one / size, memory
    two, memory = command("build", str(source), "-o", str(folder / "two.nq"), "-q", "--workers", "2")
    yield "build, 2 workers", two / size, one / size, memory
    data = folder / "one.nq"
    assert data.read_bytes() == (folder / "two.nq").read_bytes()
    count = [0]

    def parse() -> None:
        for _ in pyoxigraph.parse(path=str(data), format=pyoxigraph.RdfFormat.N_QUADS):
            count[0] += 1

    floor, _ = timed(parse)
    seconds, memory = command("link", str(data), "-o", str(folder / "incidents.nq"), "-q")
    yield "link", seconds / size, floor / size, memory

    def bulk() -> None:
        store = pyoxigraph.Store(str(folder / "bare"))
        store.bulk_load(path=str(data), format=pyoxigraph.RdfFormat.N_QUADS)
        store.flush()

    floor, _ = timed(bulk)
    seconds, memory = command("load", str(data), "--to", str(folder / "store"), "-q")
    yield "load, directory", seconds / size, floor / size, memory
    from support.servers import oxigraph

    (folder / "a").mkdir()
    (folder / "b").mkdir()
    with oxigraph(folder / "a") as url:
        floor, _ = timed(lambda: post(url, data))
    with oxigraph(folder / "b") as url:
        seconds, memory = command("load", str(data), "--to", url, "-q")
    yield "load, HTTP", seconds / size, floor / size, memory


def post(url: str, data: Path) -> None:
    """Send the same bytes by a plain client, in pieces of the same size at line ends."""
    from khabar.stores.load import CHUNK

    connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=600)
    with data.open("rb") as stream:
        while piece := stream.read(CHUNK):
            piece += stream.readline()
            connection.request("POST", "/store", piece, {"Content-Type": "application/n-quads"})
            response = connection.getresponse()
            response.read()
            assert response.status < 300
    connection.close()


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="100,1000")
    sizes = [int(size) for size in parser.parse_args().sizes.split(",")]
    out = sys.stdout.write
    megabytes = sum(len(article(number)["text"].encode()) for number in range(100)) / 100 / 1e6
    out("| articles | phase | ms/article | articles/s | MB of text/s | floor, ms | times the floor | peak MB |\n")
    out("| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: |\n")
    for size in sizes:
        with tempfile.TemporaryDirectory() as name:
            rows: list[tuple[str, float, float, float | None]] = [(*row, None) for row in phases(size)]
            rows += list(whole(size, Path(name)))
        for phase, seconds, floor, memory in rows:
            peak = f"{memory:.0f}" if memory else ""
            out(
                f"| {size:,} | {phase} | {seconds * 1000:.2f} | {1 / seconds:,.0f} | {megabytes / seconds:.2f} "
                f"| {floor * 1000:.2f} | {seconds / floor:.2f} | {peak} |\n"
            )
        sys.stdout.flush()


if __name__ == "__main__":
    main()
