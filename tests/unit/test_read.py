from __future__ import annotations

import codecs
import io
import json
import os
import sys
import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from khabar.errors import InputError
from khabar.model import Metadata
from khabar.read import Source, merge, parse_date, parse_language, parse_url, read, read_all

TEXT = "قالت مصادر محلية إن خمسة مدنيين قتلوا.\r\nوأصيب آخرون.\r\n"

Write = Callable[[str, str | bytes], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write


# ---------------------------------------------------------------------------------------- text


def test_text_is_kept_as_it_is(write: Write) -> None:
    path = write("a.txt", TEXT)
    assert read(path) == Source(TEXT, Metadata(), str(path))


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), None),
        (codecs.BOM_UTF8 + TEXT.encode(), None),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), None),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), None),
        (codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), None),
        (TEXT.encode("cp1256"), "windows-1256"),
        (TEXT.encode("iso8859-6"), "ISO-8859-6"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF8 + TEXT.encode(), "windows-1256"),
    ],
)
def test_encodings(write: Write, data: bytes, encoding: str | None) -> None:
    assert read(write("a.txt", data), encoding=encoding).text == TEXT


def test_invisible_characters_stay(write: Write) -> None:
    text = "\u200fقال\u200c \u202bناشط\u202c \ufeffهنا"
    assert read(write("a.txt", text)).text == text


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert read("-") == Source(TEXT, Metadata(), "standard input")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_named_pipe(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    writer = threading.Thread(target=path.write_bytes, args=(TEXT.encode(),))
    writer.start()
    assert read(path).text == TEXT
    writer.join()


def test_a_text_that_merely_starts_like_json_is_text(write: Write) -> None:
    for text in ("[خاص] قال ناشطون", "{ قال", '["قال"]', "[]x", "{1}"):
        assert read(write("article", text)).text == text


# ---------------------------------------------------------------------------------------- JSON


def test_json_object(write: Write) -> None:
    fields = {
        "text": TEXT,
        "title": " عنوان ",
        "author": "سالم",
        "outlet": "النبأ",
        "published": "2019-02-11T08:00:00+03:00",
        "language": "AR-sy",
        "url": "https://example.org/a",
        "other": [1],
    }
    expected = Metadata("عنوان", "سالم", "النبأ", date(2019, 2, 11), "ar-sy", "https://example.org/a")
    for name in ("a.json", "article"):
        assert read(write(name, json.dumps(fields))) == Source(TEXT, expected, str(write(name, json.dumps(fields))))


def test_options_win_over_fields(write: Write) -> None:
    path = write("a.json", json.dumps({"text": TEXT, "title": "t", "outlet": "o", "published": None, "author": ""}))
    found = read(path, metadata=Metadata(outlet="x", published=date(2020, 1, 1))).metadata
    assert found == Metadata(title="t", outlet="x", published=date(2020, 1, 1))
    assert merge(found, Metadata()) == found


def test_array_and_lines_hold_many(write: Write) -> None:
    items = [{"text": f"نص {number}"} for number in range(3)]
    array = write("a.json", json.dumps(items))
    lines = write("a.jsonl", "\n\n".join(json.dumps(item, ensure_ascii=False) for item in items))
    sniffed = write("b", lines.read_bytes())
    for path in (array, lines, sniffed):
        assert [source.text for source in read_all(path)] == ["نص 0", "نص 1", "نص 2"]
    assert [source.name for source in read_all(array)] == [f"{array}#{number}" for number in (1, 2, 3)]
    assert [source.name for source in read_all(lines)] == [f"{lines}:{number}" for number in (1, 3, 5)]
    with pytest.raises(InputError, match="holds several articles"):
        read(array)


def test_a_broken_line_does_not_hide_those_before(write: Write) -> None:
    sources = read_all(write("a.jsonl", '{"text": "نص"}\n{"text": \n'))
    assert next(sources).text == "نص"
    with pytest.raises(InputError, match=r"a\.jsonl:2: not valid JSON"):
        next(sources)


# ---------------------------------------------------------------------------------------- HTML

BODY = "".join(
    f"<p>قالت مصادر محلية إن طائرات قصفت بلدة الزهراء يوم الأحد {number}، ما أدى إلى مقتل خمسة مدنيين وإصابة آخرين.</p>"
    for number in range(5)
)


def page(head: str = "", lang: str = "ar") -> str:
    body = f"<nav>قائمة</nav><article>{BODY}</article>"
    return f'<!DOCTYPE html><html lang="{lang}"><head>{head}</head><body>{body}</body></html>'


def test_html_main_text(write: Write) -> None:
    pytest.importorskip("trafilatura")
    source = read(write("a.html", page("<title>عنوان\u200f</title>")))
    assert source.text.count("قالت مصادر محلية") == 5
    assert "قائمة" not in source.text and "<" not in source.text
    assert source.metadata == Metadata(title="عنوان", language="ar")
    assert read(write("b", page())).text == source.text, "HTML is known by its content too"


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2019-02-11T23:30:00-05:00">',
        '<meta itemprop="datePublished" content="2019-02-11">',
        '<script type="application/ld+json">{"@graph": [{"@type": "WebPage"}, '
        '{"@type": ["NewsArticle"], "datePublished": "2019-02-11T01:00Z"}]}</script>',
    ],
)
def test_html_machine_readable_dates(write: Write, head: str) -> None:
    pytest.importorskip("trafilatura")
    assert read(write("a.html", page(head))).metadata.published == date(2019, 2, 11)


@pytest.mark.parametrize(
    "head",
    [
        "",
        '<meta property="article:published_time" content="11 شباط 2019">',
        '<meta name="date" content="2019-02-11">',
        '<meta itemprop="datePublished" content="2019-02-31">',
        '<script type="application/ld+json">{"@type": "WebPage", "datePublished": "2019-02-11"}</script>',
        '<script type="application/ld+json">not JSON</script>',
        '<link rel="canonical" href="https://example.org/2019/02/11/a">',
    ],
)
def test_html_dates_are_never_guessed(write: Write, head: str) -> None:
    pytest.importorskip("trafilatura")
    assert read(write("a.html", page(head))).metadata.published is None


def test_html_metadata(write: Write) -> None:
    pytest.importorskip("trafilatura")
    linked = {
        "@type": "NewsArticle",
        "headline": "عنوان\nطويل",
        "author": [{"name": "سالم"}],
        "publisher": {"name": "النبأ"},
        "inLanguage": "ar-SY",
    }
    head = (
        f'<script type="application/ld+json">{json.dumps(linked)}</script>'
        '<link rel="canonical" href="https://example.org/a">'
    )
    assert read(write("a.html", page(head))).metadata == Metadata(
        "عنوان طويل", "سالم", "النبأ", None, "ar-sy", "https://example.org/a"
    )
    head = (
        '<meta property="og:title" content="ع"><meta name="author" content="https://facebook.com/x">'
        '<meta property="og:site_name" content="ن"><meta property="og:url" content="javascript:alert(1)">'
    )
    assert read(write("a.html", page(head, "not a tag"))).metadata == Metadata("ع", None, "ن")


def test_html_declared_encoding(write: Write) -> None:
    pytest.importorskip("trafilatura")
    data = page('<meta charset="windows-1256">').encode("cp1256")
    assert "مصادر محلية" in read(write("a.html", data)).text
    assert "مصادر محلية" in read(write("a.html", page('<meta charset="nonsense">'))).text


def test_without_the_extra_the_error_says_how_to_get_it(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "khabar.html", raising=False)
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    import khabar

    monkeypatch.delattr(khabar, "html", raising=False)
    with pytest.raises(InputError, match=r"pip install 'khabar\[html\]'"):
        read(write("a.html", page()))


# ---------------------------------------------------------------------------------------- values


@pytest.mark.parametrize(
    "value",
    [
        "2019-02-30",
        "2019-2-1",
        "11/02/2019",
        "20190211",
        "2019-W07-1",
        "",
        "2019-02-11T00:00",
        "٢٠١٩-٠٢-١١",
        "2019-02-11\n",
        "0000-01-01",
    ],
)
def test_a_date_that_is_none(value: str) -> None:
    with pytest.raises(InputError, match=r"^--published: .*YYYY-MM-DD") as caught:
        parse_date(value, "--published")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("value", ["", "a", "arabic language", "ar_SY", "ar-", "عربي", "a-b", "ar\n"])
def test_a_language_that_is_none(value: str) -> None:
    with pytest.raises(InputError, match="language tag"):
        parse_language(value)


@pytest.mark.parametrize(
    "value",
    [
        "",
        "example.org",
        "/a",
        "ftp://example.org/",
        "https://",
        "https://a b/",
        "https://[::1",
        "https://example.org:x/",
        "javascript:alert(1)",
        "https://a/\n",
        'https://a/"',
        "https://a/\u202e",
    ],
)
def test_a_url_that_is_none(value: str) -> None:
    with pytest.raises(InputError, match="web address"):
        parse_url(value)


def test_values() -> None:
    assert parse_date("2020-02-29") == date(2020, 2, 29)
    assert parse_language("zh-Hant-TW") == "zh-hant-tw"
    assert parse_url("https://example.org:8080/خبر?a=%20#x") == "https://example.org:8080/خبر?a=%20#x"
