"""Properties: nothing crashes whatever the text, and every span gives the words it says."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents.more_samples import MORE
from documents.samples import SAMPLES
from supervision_rules.documents import extract, extract_text
from supervision_rules.errors import DataError

PIECES = (
    "行政处罚决定书", "行政裁定书", "当事人：", "被处罚人", "被执行人", "申请执行人", "云交罚〔2024〕12号", "（2024）黔0502行审12号", "2024年3月5日", "二〇二四年", "三月五日",  # noqa: E501
    "同年", "13月40日", "至", "罚款", "决定", "处", "3,000元", "叁万元整", "（￥", "）", "《道路运输条例》第六十三条", "该条例", "“", "”", "。", "，", "；", "：", "\n", "\t", "　　", " ",  # noqa: E501
    "不服", "六十日内", "向", "云中市人民政府", "申请行政复议", "六个月内", "人民法院", "起诉", "没收违法所得", "违法所得", "情节严重", "拒不改正", "减轻处罚", "☑", "□", "警告", "吊销",  # noqa: E501
    "的行为违反了", "根据", "身份证号：", "5201**********1218", "91990101MA07919K1L", "张某某", "有限公司", "交通运输局", "（印章）", "送达", "经查，", "立案", "发现", "- 2 -", "第", "号",  # noqa: E501
    "裁定如下：", "准予强制执行", "本院", "每日按罚款数额的百分之", "三", "%", "万", "亿", "０", "\u2f00", "\ufffd", "\x00", "\u200b",
)  # fmt: skip


def spans_hold(found) -> None:
    for fields in (found.fields, *found.further):
        for name, field in fields.items():
            assert found.text[field.start : field.end] == field.text, name
            assert field.start < field.end
    for citation in found.citations:
        assert 0 <= citation.start <= citation.end <= len(found.text)
    assert len(found.citations) == len(found.purposes)
    found.to_json()


@settings(deadline=None, max_examples=300)
@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_any_order_of_legal_words(text):
    spans_hold(extract_text(text))


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=300))
def test_any_text(text):
    spans_hold(extract_text(text))


@settings(deadline=None, max_examples=100)
@given(st.sampled_from(sorted(SAMPLES | MORE)), st.data())
def test_a_decision_with_a_part_cut_out(name, data):
    text = (SAMPLES | MORE)[name].text
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 80)))
    spans_hold(extract_text(text[:start] + text[end:]))


@settings(deadline=None, max_examples=150)
@given(
    st.binary(max_size=400),
    st.sampled_from(
        [b"", b"PK\x03\x04", b"%PDF-1.5\n", b"<html><body>", b"\xff\xfe", b"MIME-Version: 1.0\nmultipart/"]
    ),
)
def test_any_bytes_are_read_or_rejected(tmp_path_factory, content, head):
    path = tmp_path_factory.mktemp("bytes") / "文书"
    path.write_bytes(head + content)
    try:
        spans_hold(extract(path))
    except DataError as error:
        assert error.problems[0].code.startswith("SR15")  # noqa: PT017


@settings(deadline=None, max_examples=60)
@given(
    st.dates(dt.date(1990, 1, 1), dt.date(2099, 12, 31)),
    st.sampled_from(["{0}年{1}月{2}日", "{0}年{1:02}月{2:02}日", "{0} 年 {1} 月 {2} 日", "{0}-{1:02}-{2:02}"]),
)
def test_a_date_is_read_in_every_writing(day, writing):
    text = "云中市交通运输局\n行政处罚决定书\n当事人：张某某\n决定罚款200元。\n云中市交通运输局\n" + writing.format(
        day.year, day.month, day.day
    )
    assert extract_text(text).fields["decided_on"].value == day


@pytest.mark.parametrize("text", ["", "\n\n", "　", "\x00\x01"])
def test_nothing_gives_nothing(text):
    found = extract_text(text)
    assert (found.type, found.text.strip(), found.fields) == ("unknown", "", {})


def test_hostile_lengths_stay_cheap():
    import time

    began = time.perf_counter()
    for text in (
        "第一百" * 20_000,
        "（" * 20_000,
        "罚" * 30_000 + "〔2024〕1号",
        "当事人：" * 8_000,
        "决定" * 20_000 + "罚款",
        "2024年" * 10_000,
        "万元" * 20_000,
        "“" * 20_000,
    ):
        spans_hold(extract_text("行政处罚决定书\n" + text))
    assert time.perf_counter() - began < 60
