"""Speed, memory and room for many articles, each phase as a ratio to its own floor: ``make bench-corpus``.

Articles are generated. The floors are the least that any program must do: cut the text into words (extract), write
ready terms as sorted N-Quads (graph and write), parse the quads (validate, link), load them in bulk (load), and send
the same bytes by a plain HTTP client (load over HTTP).

    python tests/bench/corpus.py [--sizes 100,1000,10000] [--write]

prints tables in Markdown; with ``--write`` they go into README.md, between ``<!-- measured: NAME -->`` and
``<!-- end -->``.
"""

from __future__ import annotations

import argparse
import gc
import gzip
import http.client
import importlib.util
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
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
    """(phase, seconds per article, seconds per article of its floor), on at most 1,000 articles in this process."""
    rows = [article(number) for number in range(min(size, 1000))]
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
    """Seconds and peak megabytes of a khabar command, without its workers and servers (Linux; 0 elsewhere).

    Modules are compiled once, as an installer does it, and not by every command.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(
        [sys.executable, "-c", _CHILD, json.dumps(args)], capture_output=True, text=True, check=True, env=environment
    )
    code, seconds, peak = json.loads(done.stdout.splitlines()[-1])
    if code not in (0, 1):
        raise SystemExit(f"khabar {' '.join(args)}: exit code {code}: {done.stderr}")
    return float(seconds), float(peak)


@dataclass(frozen=True)
class Measured:
    """A command on a corpus: seconds and those of its floor, each for an article, and the peak in megabytes."""

    phase: str
    seconds: float
    floor: float
    memory: float


def whole(size: int, folder: Path, room: dict[str, float]) -> Iterator[Measured]:
    """Measure the commands on a corpus; ``room`` gets bytes for an article, by what takes them."""
    source = folder / "in.jsonl"
    texts = 0
    with source.open("w", encoding="utf-8") as stream:
        for number in range(size):
            row = article(number)
            texts += len(row["text"].encode())
            stream.write(json.dumps(row, ensure_ascii=False) + "\n")
    room["text"] = texts / size
    one, memory = command("build", str(source), "-o", str(folder / "one.nq"), "-q")
    yield Measured("build, 1 worker", one / size, one / size, memory)
    data = folder / "one.nq"
    room["N-Quads"] = data.stat().st_size / size
    room["journal, with the graphs compressed"] = _size(folder / ".one.nq.khabar") / size
    two, memory = command("build", str(source), "-o", str(folder / "two.nq.gz"), "-q", "--workers", "2")
    yield Measured("build, 2 workers", two / size, one / size, memory)
    room["N-Quads, .gz"] = (folder / "two.nq.gz").stat().st_size / size
    assert _same(data, folder / "two.nq.gz")
    (folder / "two.nq.gz").unlink()
    if spark_is_there():
        args = ("build", str(source), "-o", f"{folder}/spark/", "-q", "--engine", "spark", "--master", "local[2]")
        seconds, memory = command(*args)
        yield Measured("build, Spark local[2]", seconds / size, one / size, memory)
        seconds, memory = command(*args)
        yield Measured("build, Spark, all there already", seconds / size, one / size, memory)
        room["what Spark's tasks leave"] = _size(folder / ".spark.khabar") / size

    def parse() -> None:
        for _ in pyoxigraph.parse(path=str(data), format=pyoxigraph.RdfFormat.N_QUADS):
            pass

    floor, _ = timed(parse)
    seconds, memory = command("link", str(data), "-o", str(folder / "incidents.nq"), "-q")
    yield Measured("link", seconds / size, floor / size, memory)

    def bulk() -> None:
        store = pyoxigraph.Store(str(folder / "bare"))
        store.bulk_load(path=str(data), format=pyoxigraph.RdfFormat.N_QUADS)
        store.flush()

    floor, _ = timed(bulk)
    seconds, memory = command("load", str(data), "--to", str(folder / "store"), "-q")
    yield Measured("load, directory", seconds / size, floor / size, memory)
    room["store in a directory"] = _size(folder / "store") / size
    from support.servers import oxigraph

    (folder / "a").mkdir()
    (folder / "b").mkdir()
    with oxigraph(folder / "a") as url:
        floor, _ = timed(lambda: post(url, data))
    with oxigraph(folder / "b") as url:
        seconds, memory = command("load", str(data), "--to", url, "-q")
    yield Measured("load, HTTP", seconds / size, floor / size, memory)


def spark_is_there() -> bool:
    """Whether pyspark and a Java runtime are installed."""
    return importlib.util.find_spec("pyspark") is not None and shutil.which("java") is not None


def _same(plain: Path, compressed: Path) -> bool:
    """Whether two files hold the same, a piece at a time: many members take ``gzip.decompress`` for ever."""
    with plain.open("rb") as one, gzip.open(compressed, "rb") as other:
        while piece := one.read(1 << 20):
            if piece != other.read(len(piece)):
                return False
        return not other.read(1)


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


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


# ------------------------------------------------------------------------------------------------- tables


def stages_table(size: int) -> str:
    """The stages of one article, in one process."""
    megabytes = len(article(0)["text"].encode()) / 1e6
    rows = ["| stage | ms/article | articles/s | MB of text/s | floor, ms | times the floor |"]
    rows.append("| --- | ---: | ---: | ---: | ---: | ---: |")
    for phase, seconds, floor in phases(size):
        rows.append(
            f"| {phase} | {seconds * 1000:.2f} | {1 / seconds:,.0f} | {megabytes / seconds:.2f} | {floor * 1000:.2f} "
            f"| {seconds / floor:.1f} |"
        )
    return "\n".join(rows) + "\n"


def commands_table(found: Mapping[int, Sequence[Measured]], text: float) -> str:
    """The commands on corpora of each size; what one article costs is the start, left out of one column."""
    columns = ("articles", "ms/article", "less the start", "articles/s", "MB of text/s", "times the floor", "peak MB")
    rows = [f"| command | {' | '.join(columns)} |"]
    rows.append("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    for phase in dict.fromkeys(item.phase for items in found.values() for item in items):
        start = 0.0
        for size, items in found.items():
            for item in items:
                if item.phase != phase:
                    continue
                if size == 1:
                    start = item.seconds
                after = "" if size == 1 else f"{(item.seconds * size - start) / (size - 1) * 1000:.2f}"
                rows.append(
                    f"| {phase} | {size:,} | {item.seconds * 1000:.2f} | {after} | {1 / item.seconds:,.0f} "
                    f"| {text / item.seconds / 1e6:.2f} | {item.seconds / item.floor:.2f} | {item.memory:.0f} |"
                )
    return "\n".join(rows) + "\n"


def plan_table(found: Mapping[int, Sequence[Measured]], room: Mapping[str, float]) -> str:
    """What ten million articles come to by proportion to the largest corpus measured."""
    largest = max(found)
    by_phase = {item.phase: item for item in found[largest]}
    rows = [f"| | an article, of {largest:,} measured | a million | ten million |", "| --- | ---: | ---: | ---: |"]
    for phase, what in (
        ("build, 1 worker", "building, hours of one core"),
        ("build, Spark, all there already", "Spark's driver and writing of parts, hours at most"),
        ("link", "linking, hours of one core"), ("load, directory", "loading into a directory, hours of one core"),
        ("load, HTTP", "loading over HTTP, hours"),
    ):  # fmt: skip
        if phase in by_phase:
            hours = by_phase[phase].seconds * 1e6 / 3600
            rows.append(f"| {what} | {by_phase[phase].seconds * 1000:.2f} ms | {hours:.1f} h | {hours * 10:.0f} h |")
    for what, size in room.items():
        rows.append(f"| {what} | {size / 1e3:.1f} kB | {size / 1e3:.1f} GB | {size / 1e2:.0f} GB |")
    return "\n".join(rows) + "\n"


def write_readme(tables: Mapping[str, str]) -> None:
    """Put the tables where README.md has their marks."""
    path = Path(__file__).resolve().parents[2] / "README.md"
    text = path.read_text(encoding="utf-8")
    for name, table in tables.items():
        pattern = re.compile(rf"(<!-- measured: {name} -->\n).*?(<!-- end -->)", re.DOTALL)
        text, count = pattern.subn(rf"\g<1>{table}\g<2>", text)
        if count != 1:
            raise SystemExit(f"README.md has {count} places <!-- measured: {name} -->")
    path.write_text(text, encoding="utf-8")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="100,1000,10000")
    parser.add_argument("--write", action="store_true", help="write the tables into README.md")
    options = parser.parse_args()
    found: dict[int, list[Measured]] = {}
    room: dict[str, float] = {}
    stages = stages_table(1000)
    sys.stdout.write(stages + "\n")
    sys.stdout.flush()
    with tempfile.TemporaryDirectory() as name:
        for _ in whole(1, Path(name), {}):  # so that all modules are compiled
            pass
    for size in (1, *map(int, options.sizes.split(","))):
        with tempfile.TemporaryDirectory() as name:
            found[size] = []
            for item in whole(size, Path(name), room):
                sys.stderr.write(f"{size} {item}\n")
                found[size].append(item)
    commands, plan = commands_table(found, room["text"]), plan_table(found, room)
    sys.stdout.write(f"{commands}\n{plan}")
    if options.write:
        write_readme({"stages": stages, "commands": commands, "plan": plan})


if __name__ == "__main__":
    main()
