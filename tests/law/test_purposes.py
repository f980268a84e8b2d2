"""What a provision is cited for, in sentences as penalty decisions have them."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervision_rules.law import Purpose, purposes, read_citations

LETTERS = {"V": Purpose.VIOLATED, "B": Purpose.BASIS, "P": Purpose.PROCEDURE}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("你违反了《A条例》第十条的规定，依据《A条例》第六十三条，决定给予罚款人民币叁万元整的行政处罚。", "VB"),
        (
            "其行为违反《A条例》第十条、《B办法》第三条之规定，根据《A条例》第六十三条第一项和《行政处罚法》第二十八条，处3000元罚款。",
            "VVBB",
        ),
        (
            "当事人的行为违反了《A条例》第二十四条，属于《A条例》第六十三条第（一）项所指的违法行为，依据《A条例》第六十三条，给予警告。",
            "VVB",
        ),
        ("以上行为构成《治安管理处罚法》第二十三条第一款第二项规定的违法行为，根据该条第一款给予行政拘留五日。", "VB"),
        (
            "可以依照《中华人民共和国行政复议法》第二十条和《行政诉讼法》第四十六条的规定，在六十日内申请行政复议或者提起行政诉讼。",
            "PP",
        ),
        (
            "如不服本处罚决定，可依照《行政复议法》第二十条的规定，自收到本处罚决定书之日起六十日内向作出行政处罚决定的机关的本级人民政府申请行政复议。",
            "P",
        ),
        ("根据《行政复议法》第二十三条，对当场作出的行政处罚决定不服的，应当先申请行政复议。", "P"),
        ("依据《行政处罚法》第四十四条、第四十五条的规定，你有权进行陈述和申辩。", "PP"),
        ("逾期不缴纳罚款的，依据《行政处罚法》第七十二条第一款第（一）项，每日按罚款数额的百分之三加处罚款。", "P"),
        ("依据行政处罚法第七十二条加处罚款", "P"),
        ("根据《行政处罚法》第六十三条，你（单位）有权要求听证。", "P"),
        ("逾期不履行的，本机关将依据《行政强制法》第五十三条、第五十四条的规定申请人民法院强制执行。", "PP"),
        ("依据《行政处罚法》第六十七条第三款，当事人应当自收到本决定书之日起十五日内到指定的银行缴纳罚款。", "P"),
        ("依据《行政处罚法》第四十四条向你送达了《行政处罚意见告知书》，告知拟作出的行政处罚。", "P"),
        ("《A条例》第六十三条；《行政处罚法》第二十八条", "BB"),
        ("违反条款：《A条例》第十条\n处罚依据：《A条例》第六十三条", "VB"),
        ("违法依据：《A条例》第十条 处罚依据：《A条例》第六十三条", "VB"),
        ("不符合《A条例》第九条、第二十二条规定的条件，依照《A条例》第六十四条的规定，处200元罚款", "VVB"),
        ("你违反《A条例》第十条。依据《A条例》第六十三条处以罚款。", "VB"),
        ("你违反《A条例》第十条。《A条例》第六十三条规定：未取得许可的，处三万元罚款。", "VB"),
        ("违反《A条例》第十条的规定，应当按照《A条例》第六十三条给予处罚，并参照《B省裁量基准》第三条", "VBB"),
        ("符合《行政处罚法》第三十二条第（一）项规定的从轻情形，依据该法第二十八条，决定从轻处罚。", "BB"),
        ("依据《A条例》第六十三条的规定，责令停止经营，处三万元罚款，限十五日内缴纳；不服的，可以申请行政复议。", "B"),
        ("你有权进行陈述、申辩（依据《行政处罚法》第四十五条）。", "P"),
        ("你违反了规定，现场有询问笔录为证。依据《A条例》", "B"),
        ("依照《行政强制法》第五十三条、第五十七条，裁定如下：准予强制执行。", "BB"),
        ("依据《A条例》第六十三条的规定对你的违法行为给予罚款的行政处罚。", "B"),
        ("依据《A条例》第六十三条对当事人的违法行为处以罚款。", "B"),
        ("当事人的行为是《A条例》第六十三条规定的未取得许可的违法行为。", "V"),
        ("法律依据：1、《A条例》第六十三条：违反本条例的规定，有下列情形之一的；2、《行政处罚法》第三十二条", "BB"),
        ("《A条例》第六十四条：违反本条例第九条的规定，处罚款", "BV"),
        ("根据《行政处罚法》第五十四条第二款，本机关决定立案。", "P"),
        ("撤回申请不违反法律，参照《行政诉讼法》第六十二条，应予准许", "P"),
        ("根据《A条例》第六十八条的规定，经本局集体讨论，决定给予罚款三千元的行政处罚。", "B"),
        ("根据《A条例》第六十八条的规定，经集体讨论决定给予警告，并依据《行政复议法》第二十条可以申请行政复议。", "BP"),
        ("依据《行政处罚法》第五十七条第二款，经本局负责人集体讨论，决定给予罚款的行政处罚。", "P"),
        ("依照《行政处罚法》第五十七条第二款的规定集体讨论", "P"),
        ("依據《A条例》第六十三條，決定給予警告", "B"),
        ("違反《A条例》第六十三條", "V"),
        ("", ""),
        ("依据当事人的陈述，本机关认定违反《A条例》第十条", "V"),
    ],
)
def test_sentences(text, expected):
    citations = read_citations(text)
    assert purposes(text, citations) == tuple(LETTERS[letter] for letter in expected)


def test_some_of_the_citations_have_the_purposes_they_have_among_all():
    text = "你违反了《A条例》第十条的规定，依据《A条例》第六十三条，给予警告；依据《行政复议法》第二十条，可以申请行政复议。"
    citations = read_citations(text)
    assert [purposes(text, [each])[0] for each in citations] == list(purposes(text, citations))


WORDS = st.sampled_from(
    [
        "违反",
        "依据",
        "《A法》第一条",
        "、",
        "，",
        "。",
        "给予",
        "申请复议",
        "《",
        "》",
        "\n",
        "第二款",
        "所指的违法行为",
        "罚款",
    ]
)


@given(st.lists(WORDS | st.text(max_size=2), max_size=30).map("".join))
def test_any_text_has_one_purpose_a_citation(text):
    citations = read_citations(text)
    assert len(purposes(text, citations)) == len(citations)


@given(st.sampled_from(["违反", "依据"]), st.integers(1, 5), st.sampled_from(["、", "和", "以及"]))
def test_a_list_shares_its_purpose(lead, count, joint):
    text = lead + joint.join(f"《A条例》第{number}条" for number in range(1, count + 1)) + "的规定"
    expected = Purpose.VIOLATED if lead == "违反" else Purpose.BASIS
    assert purposes(text, read_citations(text)) == (expected,) * count


@pytest.mark.parametrize(
    "piece",
    ["违反《A法》第一条，", "依据《A法》第一条", "《A法》第一条某", "依据、", "《A》", "依据《A法》第一条，集体讨论，"],
)
def test_time_grows_with_the_text_and_no_faster(piece):
    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        citations = read_citations(text)
        began = time.perf_counter()
        purposes(text, citations)
        return time.perf_counter() - began

    short = min(seconds(10_000) for _ in range(3))
    assert min(seconds(40_000) for _ in range(3)) < 8 * short + 0.05
