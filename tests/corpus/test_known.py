"""The known part of the corpus is complete and well-formed, and its expected fields stand in the files."""

from __future__ import annotations

import datetime as dt
import html
import io
import re
import unicodedata
import zipfile
import zlib
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest

from corpus.making.__main__ import make
from corpus.measuring import BENCHMARK

HERE = Path(__file__).resolve().parent
KNOWN = HERE / "known"


CASES = BENCHMARK.cases(KNOWN, "known")
BY_NAME = {case.path.name: case for case in CASES}


def test_counts_by_kind_layout_and_type():
    kinds = Counter(case.expected["_type"] for case in CASES)
    assert kinds["decision"] >= 45
    assert kinds["ruling"] >= 14
    layouts = {layout: {c.path.suffix for c in CASES if c.layout == layout} for layout in {c.layout for c in CASES}}
    assert len(layouts) >= 6
    assert all(len(suffixes) >= 2 for suffixes in layouts.values())
    assert {c.path.suffix for c in CASES} == {".docx", ".pdf", ".txt", ".html"}
    assert {c.expected["ruling"] for c in CASES if c.expected["_type"] == "ruling"} == {
        "allow", "refuse", "not_accepted", "withdrawn",
    }  # fmt: skip


def test_every_file_belongs_to_a_case_and_is_small():
    files = {path.name for path in KNOWN.iterdir()}
    assert files == {n for case in CASES for n in (case.path.name, case.path.stem + ".expected.json")}
    assert all(path.stat().st_size <= 60_000 for path in KNOWN.iterdir())


def _well_formed(sort: str, value: object) -> bool:
    match sort:
        case "date":
            return isinstance(value, str) and dt.date.fromisoformat(value).isoformat() == value
        case "money" | "rate":
            return isinstance(value, str) and re.fullmatch(r"\d+(\.\d+)?", value) is not None
        case "whole":
            return type(value) is int
        case "flag" | "mark":
            return type(value) is bool
        case "list":
            return isinstance(value, list) and bool(value) and all(isinstance(v, str) and v for v in value)
        case "choice":
            return value in ("person", "organization", "allow", "refuse", "not_accepted", "withdrawn")
        case "number" if isinstance(value, list):
            return len(value) > 1 and all(isinstance(v, str) and v.strip() == v for v in value)
        case _:
            return isinstance(value, str) and value != "" and value.strip() == value


REQUIRED = {"decision": {"decision_no", "agency", "party_name", "decided_on"}, "ruling": {"case_no", "court", "ruling"}}


@pytest.mark.parametrize("name", BY_NAME)
def test_expected_fields_are_of_the_columns_types(name):
    expected = BY_NAME[name].expected
    sorts = BENCHMARK.SORTS[expected["_type"]]
    fields = {k: v for k, v in expected.items() if not k.startswith("_")}
    assert REQUIRED[expected["_type"]] <= set(fields)
    assert not {k: v for k, v in fields.items() if k not in sorts or not _well_formed(sorts[k], v)}
    for one in expected["_citations"]:
        assert list(one) == ["title", "article", "article_suffix", "paragraph", "item", "for"]
        assert one["title"]
        assert "《" not in one["title"]
        assert one["for"] in ("violated", "basis", "procedure")
        assert one["article"] is None or one["article"] > 0


class _Text(HTMLParser):
    def __init__(self):
        super().__init__()
        self.text, self.hidden = "", 0

    def handle_starttag(self, tag, attrs):
        self.hidden += tag in ("script", "style")

    def handle_endtag(self, tag):
        self.hidden -= tag in ("script", "style")

    def handle_data(self, data):
        self.text += "" if self.hidden else data


def _squeeze(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


PAGE = re.compile(r"第 ?\d+ ?页.*|共 ?\d+ ?页.*|— \d+ —")


def _text(path: Path) -> str:
    raw = path.read_bytes()
    if path.suffix == ".html":
        charset = re.search(rb"charset=([\w-]+)", raw)[1].decode()
        reader = _Text()
        reader.feed(raw.decode("gb18030" if charset.startswith("gb") else charset))
        return _squeeze(reader.text)
    if path.suffix == ".docx":
        with zipfile.ZipFile(path) as archive:
            document = archive.read("word/document.xml").decode()
        return _squeeze(html.unescape("".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", document))))
    if path.suffix == ".pdf":
        document = pytest.importorskip("pypdfium2").PdfDocument(path)
        pages = [page.get_textpage().get_text_range().splitlines() for page in document]
        later = [[x for x in lines if x != pages[0][0]] for lines in pages[1:]]
        return _squeeze("".join(x for lines in (pages[0], *later) for x in lines if not PAGE.fullmatch(x.strip())))
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        text = raw.decode("gb18030")
    header = text.split("\n", 1)[0] if "\f" in text else None
    return _squeeze(
        "\n".join(x for x in text.split("\n") if x.strip("\f") != header and not re.fullmatch(r"—  \d+  —", x))
    )


DIGITS = "〇一二三四五六七八九"


def _chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else DIGITS[tens]) + ("十" if tens else "") + (DIGITS[ones] if ones or not tens else "")


def _date_forms(value: str) -> list[str]:
    day = dt.date.fromisoformat(value)
    year = "".join(DIGITS[int(c)] for c in str(day.year))
    chinese = f"{year}年{_chinese(day.month)}月{_chinese(day.day)}日"
    numbers = [f"{day.year}{s}{day.month:02d}{s}{day.day:02d}" for s in "-/."]
    return [
        f"{day.year}年{day.month}月{day.day}日",
        f"同年{day.month}月{day.day}日",
        f"{day.year}/{day.month}/{day.day}",
        chinese,
        chinese.replace("〇", "○"),
        *numbers,
    ]


CAPITALS = str.maketrans("零壹贰叁肆伍陆柒捌玖", "0123456789")


def _money_forms(value: str) -> list[str]:
    amount = float(value)
    if not amount:
        return ["没有违法所得"]
    in_ten_thousands = f"{amount / 10000:g}"
    forms = {value, f"{amount:,.0f}", f"{amount:,.2f}", f"{amount:.2f}", in_ten_thousands, f"{amount / 10000:.6f}"}
    first = {v: k for k, v in zip("壹贰叁肆伍陆柒捌玖", "123456789", strict=True)}[value.lstrip("0")[0]]
    return [*forms, f"{first}拾", f"{first}佰", f"{first}仟", f"{first}万"]


def _stands(sort: str, value: object, text: str) -> bool:
    match sort:
        case "date":
            return any(_squeeze(form) in text for form in _date_forms(value))
        case "money":
            return any(form in text for form in _money_forms(value))
        case "whole":
            return any(form + unit in text for form in (str(value), _chinese(value)) for unit in ("日", "天", "个月"))
        case "number" if isinstance(value, list):
            return all(
                _squeeze(v) in text or re.search(r"\d+号$", _squeeze(v))[0] in text or "至" in text for v in value
            )
        case _:
            return _squeeze(value) in text


@pytest.mark.parametrize("name", BY_NAME)
def test_expected_values_stand_in_the_file(name):
    case = BY_NAME[name]
    text, sorts = _text(case.path), BENCHMARK.SORTS[case.expected["_type"]]
    seen = {"text", "number", "basis", "organs", "date", "money", "whole"}
    missing = {
        k: v for k, v in case.expected.items() if k in sorts and sorts[k] in seen and not _stands(sorts[k], v, text)
    }
    assert not missing
    for one in case.expected["_citations"]:
        assert _squeeze(one["title"]) in text
        assert one["article"] is None or f"第{_article(one['article'])}条" in text


def _article(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    if not hundreds:
        return _chinese(rest)
    tens, ones = divmod(rest, 10)
    return (
        f"{DIGITS[hundreds]}百"
        + (f"{DIGITS[tens]}十" if tens else "零" if ones else "")
        + (DIGITS[ones] if ones else "")
    )


def _content(path: Path) -> object:
    """What must be equal: compressed parts may differ with the compressor."""
    raw = path.read_bytes()
    if path.suffix == ".docx":
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            return {n: archive.read(n) for n in archive.namelist() if not n.endswith(".png")}
    if path.suffix == ".pdf":
        return [zlib.decompress(s) for s in re.findall(rb"stream\n(.*?)\nendstream", raw, re.S)]
    return raw


def test_the_makers_make_the_files_that_are_here(tmp_path):
    make(tmp_path)
    assert {p.name for p in tmp_path.iterdir()} == {p.name for p in KNOWN.iterdir()}
    assert [p.name for p in tmp_path.iterdir() if _content(p) != _content(KNOWN / p.name)] == []
