"""Citations read from texts: a table of examples by hand, and citations written in a random style and read back."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supervision_rules.law import Citation, chinese_number, read_citations

EXAMPLES = Path(__file__).with_name("citations.txt").read_text("utf-8").split("\n\n")[1:]


def _place(found: Citation) -> str:
    if found.article is None:
        return "-"
    parts = (("-", found.article_suffix, ""), (".", found.paragraph, ""), ("(", found.item, ")"))
    return f"{found.article}" + "".join(f"{before}{part}{after}" for before, part, after in parts if part)


@pytest.mark.parametrize("example", EXAMPLES, ids=[example.split("\n")[0][:40] for example in EXAMPLES])
def test_examples(example):
    text, *lines = (line.replace("⏎", "\n") for line in example.rstrip("\n").split("\n"))
    expected = [tuple(line.removeprefix("    ").split(" | ")) for line in lines]
    found = read_citations(text)
    assert [
        (each.title, _place(each), text[each.start : each.end], *filter(None, [each.version])) for each in found
    ] == expected
    # each word is read where it stands, not merely somewhere
    assert [each.start for each in found] == sorted(each.start for each in found)


def test_there_are_many_examples():
    assert len(EXAMPLES) > 150


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("《道路运输条例》第六十三条第（一）项", [("道路运输条例", 63, 0, None, 1, 0, 18)]),
        ("第三条", []),
        (
            "依据《A法》第三条至第五条，\n同法第九条之二",
            [
                ("A法", 3, 0, None, None, 2, 9),
                ("A法", 4, 0, None, None, 6, 13),
                ("A法", 5, 0, None, None, 10, 13),
                ("A法", 9, 2, None, None, 15, 22),
            ],
        ),
        (
            "违反《A法》第八条、《A法》第八条",
            [("A法", 8, 0, None, None, 2, 9), ("A法", 8, 0, None, None, 10, 17)],
        ),
        (
            "\u3000《 A法 》 第 十 条\u3000第\n一 款 。",
            [("A法", 10, 0, 1, None, 1, 19)],
        ),
    ],
)
def test_spans(text, expected):
    found = read_citations(text)
    assert [
        (each.title, each.article, each.article_suffix, each.paragraph, each.item, each.start, each.end)
        for each in found
    ] == expected


@pytest.mark.parametrize(
    "title",
    [
        "行政处罚决定书",
        "当场处罚决定书",
        "道路运输证",
        "询问笔录",
        "催告书",
        "违法行为通知书",
        "营业执照",
        "行政处罚决定",
        "人民日报",
    ],
)
def test_documents_are_no_statutes(title):
    assert read_citations(f"送达了《{title}》，见《{title}》（黔交罚〔2024〕12号）。") == ()


@pytest.mark.parametrize(
    "note", ["（2022年修订）", "（2022年修正）", "(2022修订)", "〔2022年版〕", "（2022）", "2022年修订版"]
)
def test_versions_by_year(note):
    (found,) = read_citations(f"《道路运输条例》{note}第六十三条")
    assert (found.title, found.version) == ("道路运输条例", "2022")


def test_a_version_goes_with_the_words_that_mean_the_statute_again_but_not_with_its_name():
    text = "《道路运输条例》（2022年3月29日修订，以下简称《条例》）第十条，《条例》第六条，该条例第七条，《道路运输条例》第八条"
    assert [found.version for found in read_citations(text)] == ["2022-03-29"] * 3 + [None]


TITLES = [
    "道路运输条例",
    "中华人民共和国行政处罚法",
    "道路货物运输及站场管理规定",
    "关于适用〈行政诉讼法〉的解释",
    "超限运输车辆行驶公路管理规定",
]
BRACKETS = ["（{}）", "({})", "〔{}〕", "{}"]


@dataclass(frozen=True)
class Style:
    numerals: str
    bracket: str
    ordinal: str
    gap: str


def _written(number: int, style: Style) -> str:
    if style.numerals == "chinese":
        return chinese_number(number)
    digits = str(number)
    return digits.translate({48 + digit: 0xFF10 + digit for digit in range(10)}) if style.numerals == "wide" else digits


def _words(article: int, suffix: int, paragraph: int | None, item: int | None, style: Style) -> str:
    words = f"第{_written(article, style)}条" + (f"之{chinese_number(suffix)}" if suffix else "")
    if paragraph:
        words += style.gap + f"第{_written(paragraph, style)}款"
    if item:
        words += style.gap + f"第{style.bracket.format(_written(item, style))}项"
    return words


styles = st.builds(
    Style,
    st.sampled_from(["chinese", "arabic", "wide"]),
    st.sampled_from(BRACKETS),
    st.just("第"),
    st.sampled_from(["", " ", "\n", "\u3000"]),
)
places = st.tuples(
    st.integers(1, 1260),
    st.sampled_from([0, 0, 0, 1, 2, 11]),
    st.none() | st.integers(1, 9),
    st.none() | st.integers(1, 21),
)


@given(
    st.lists(st.tuples(st.sampled_from(TITLES), st.lists(places, min_size=1, max_size=4)), min_size=1, max_size=3),
    styles,
    st.sampled_from(["、", "，", "；", "和", "及", "以及", "与"]),
    st.sampled_from(["", "依据", "你违反了", "根据国务院"]),
)
def test_what_is_written_is_read(statutes, style, joint, lead):
    text, expected = lead, []
    for title, members in statutes:
        text += joint if expected else ""
        for index, place in enumerate(members):
            text += joint if index else ""
            words = ("" if index else f"《{title}》{style.gap}") + _words(*place, style)
            expected.append((title, *place, len(text), len(text) + len(words)))
            text += words
    text += "的规定，决定给予罚款的行政处罚。"
    found = read_citations(text)
    assert [
        (each.title, each.article, each.article_suffix, each.paragraph, each.item, each.start, each.end)
        for each in found
    ] == expected


@given(st.integers(1, 300), st.integers(1, 12), styles, st.sampled_from(["至", "到", "-", "—"]))
def test_ranges_hold_every_article_between(first, more, style, to):
    start, end = _words(first, 0, None, None, style), _words(first + more, 0, None, None, style)
    text = f"《道路运输条例》{start}{to}{end}"
    found = read_citations(text)
    assert [each.article for each in found] == list(range(first, first + more + 1))
    assert {text[each.start : each.end] for each in found[1:-1]} <= {start + to + end}
    assert (text[found[0].start : found[0].end], text[found[-1].start : found[-1].end]) == (
        f"《道路运输条例》{start}",
        end,
    )


PIECES = """《 》 〈 〉 （ ） ( ) 第 条 款 项 目 之 一 十 百 1 23 ⑴ ㈠ 、 ， 至 和 。 法 条例 办法 规定 同法 该条例 本办法 前款 前条 该条
同款 以下简称 《条例》 《A法》 行政处罚法 依据 违反 2022年修订 法释〔2018〕1号 的 “ ” 决定 书 关于
关于适用 的解释 之二 63.1.1 . 條 項 上述条例 （五）"""
WORDS = st.sampled_from([*PIECES.split(), "\n"])


@settings(max_examples=400)
@given(st.lists(WORDS | st.text(max_size=3), max_size=40).map("".join))
def test_any_text_is_read_and_every_span_lies_inside(text):
    found = read_citations(text)
    assert [each.start for each in found] == sorted(each.start for each in found)
    for each in found:
        assert 0 <= each.start < each.end <= len(text)
        assert each.title
        assert each.article is None or 1 <= each.article <= 9999
        assert each.article is not None or (each.paragraph, each.item, each.article_suffix) == (None, None, 0)
        words = text[each.start : each.end]
        assert not words[0].isspace()
        assert not words[-1].isspace()
        if each.article is not None:
            assert re.search(r"[条款项目一二三十百\d０-９⑴㈠)）之]", words)


@pytest.mark.parametrize(
    "piece",
    [
        "《",
        "》",
        "第",
        "第1、",
        "第（一）、",
        "第一条",
        "同法第一条",
        "中的",
        "《A》中的",
        "前款",
        "行政处罚法第一条",
        "以下简称《条例》",
        "(",
        "法1条",
        "《A法》的解释",
        "关于适用《A法》的解释第一条",
        "第一条之一、之二",
        "、之二",
        "《A法》63.1.1、",
        "1.1.1",
        "（五）",
        "《A法》第一条（五）、",
        "上述条例第一条",
        "法六十三条",
    ],
)
def test_time_grows_with_the_text_and_no_faster(piece):
    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        began = time.perf_counter()
        read_citations(text)
        return time.perf_counter() - began

    # four times the text may take eight times as long on a busy machine, but not the sixteen of a quadratic reader
    short = min(seconds(10_000) for _ in range(3))
    assert min(seconds(40_000) for _ in range(3)) < 8 * short + 0.05


def test_two_thousand_texts_take_less_than_seconds():
    text = "你违反了《中华人民共和国道路运输条例》第十条的规定，依据该条例第六十三条第一款第（一）项和《行政处罚法》第二十八条，处罚款。"
    began = time.perf_counter()
    for _ in range(2000):
        read_citations(text)
    assert time.perf_counter() - began < 3
