"""The sentences, provisions and notes of findings, word for word."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from supervision_rules import run

RULESET = Path(__file__).parents[2] / "rulesets" / "legal-basis.yaml"
AS_OF = dt.date(2026, 11, 24)
HEAD = (
    "decision_no,agency,party_name,violation,occurred_on,found_on,opened_on,decided_on,penalty_kinds,fine,illegal_gains,"
    "legal_basis,serious,mitigation,refused,remedy_told,suit_months_told,reconsideration_days_told,reconsideration_organ_told"
)
BASE = {
    "decision_no": "云交罚〔2023〕1号", "agency": "云岭市青溪县交通运输局", "party_name": "张某",
    "violation": "未取得道路旅客运输经营许可，擅自从事道路旅客运输经营", "occurred_on": "2023-08-04", "found_on": "2023-08-04",
    "opened_on": "2023-08-07", "decided_on": "2023-09-04", "penalty_kinds": "罚款", "fine": "10000", "illegal_gains": "0",
    "legal_basis": "《道路运输条例》第六十三条第一款第（二）项", "serious": "false", "mitigation": "false", "refused": "false",
    "remedy_told": "true", "suit_months_told": "6", "reconsideration_days_told": "60",
    "reconsideration_organ_told": "青溪县人民政府",
}  # fmt: skip
RANGE = (
    "《道路运输条例》(2023-07-20)第六十三条第（二）项:有违法所得的没收违法所得;违法所得超过20,000元的,罚款为违法所得的2至10倍;"
    "没有违法所得或者不足20,000元的,罚款10,000至100,000元"
)


def _write(folder, rows, payments=()):
    names = HEAD.split(",")
    lines = [",".join((BASE | row)[name] for name in names) for row in rows]
    (folder / "penalties.csv").write_text("\n".join((HEAD, *lines)) + "\n", "utf-8")
    paid = [f"{number},{BASE['agency']},2024-01-02,{amount},added_fine" for number, amount in payments]
    (folder / "payments.csv").write_text("\n".join(("decision_no,agency,paid_on,amount,kind", *paid)) + "\n", "utf-8")


def _number(index):
    return f"云交罚〔2023〕{index}号"


SENTENCES = [
    (
        "statute_not_in_force",
        {"legal_basis": "《道路运输条例》（2019年修订）第六十三条"},
        "处罚决定引用的《道路运输条例》第六十三条(所引为2019年的版本)在应适用之日没有施行的版本。",
        ["《道路运输条例》(2023-07-20)第六十三条"],
    ),
    (
        "statute_not_in_force",
        {"legal_basis": "《公路管理条例》第二十条"},
        "处罚决定引用的《公路管理条例》第二十条(2011-07-01起废止)在应适用之日没有施行的版本。",
        ["《公路管理条例》第二十条"],
    ),
    (
        "article_missing",
        {"legal_basis": "《道路运输条例》第六十三条第一款第（四）项"},
        "处罚决定引用的《道路运输条例》(2023-07-20)第六十三条第一款第（四）项在应适用的版本中没有这一条、款或项。",
        ["《道路运输条例》(2023-07-20)第六十三条第一款第（四）项"],
    ),
    (
        "citation_incomplete",
        {"legal_basis": "《道路运输条例》"},
        "处罚决定引用的《道路运输条例》(2023-07-20)没有写明条文,不能看出依据哪一条处罚。",
        ["《道路运输条例》(2023-07-20)"],
    ),
    (
        "basis_mismatch",
        {"legal_basis": "《道路运输条例》第七十条第一款", "violation": "客运车辆未按规定维护和检测", "fine": "1000"},
        "所引依据为《道路运输条例》第七十条第一款;辨认的行为是“不按规定维护和检测运输车辆”,应适用的条文为"
        "《道路运输条例》(2023-07-20)第六十九条第一款:罚款1,000至5,000元;所引条文是该行为在2022-03-29版本中的条号(第七十条第一款),条号已经变动。",
        ["《道路运输条例》(2023-07-20)第六十九条第一款"],
    ),
    (
        "lighter_new_law",
        {"occurred_on": "2023-07-19", "legal_basis": "《道路运输条例》第六十三条", "fine": "60000",
         "violation": "未取得道路货物运输经营许可，擅自从事道路货物运输经营"},
        "行为发生在旧规定施行期间,决定作出时新规定较轻或者不再处罚(行政处罚法第三十七条):《道路运输条例》(2023-07-20)第六十三条第（一）项:"
        "有违法所得的没收违法所得;违法所得超过10,000元的,罚款为违法所得的1至5倍;没有违法所得或者不足10,000元的,罚款3,000至10,000元;"
        "没有违法所得或者不足10,000元的,情节严重的,罚款10,000至50,000元;记录的处罚种类为罚款,罚款为60000.00元,处罚重于新规定。",
        ["《道路运输条例》(2023-07-20)第六十三条第（一）项", "《行政处罚法》(2021-01-22)第三十七条"],
    ),
    (
        "kind_not_authorised",
        {"penalty_kinds": "罚款;吊销许可证件"},
        f"记录的处罚种类为罚款、吊销许可证件;据以判断的条文:{RANGE};其中有该条文没有规定或者条件不具备的种类。",
        ["《道路运输条例》(2023-07-20)第六十三条第（二）项"],
    ),
    (
        "fine_out_of_range",
        {"fine": "9999.99"},
        f"记录的罚款为9999.99元,违法所得为0.00元;据以判断的条文:{RANGE};罚款不在该幅度之内。",
        ["《道路运输条例》(2023-07-20)第六十三条第（二）项"],
    ),
    (
        "remedy_misstated",
        {"suit_months_told": "3", "reconsideration_organ_told": "河东县人民政府"},
        "告知的起诉期限为3个月,法律规定为六个月;告知的复议机关为“河东县人民政府”,从名称看不是有权受理的机关。",
        ["《行政复议法》(2017-09-01)第九条、第十二条", "《行政诉讼法》(2017-06-27)第四十六条", "《行政处罚法》(2021-01-22)第五十九条"],
    ),
    (
        "out_of_time_penalty",
        {"occurred_on": "2018-08-04", "found_on": "2023-08-05"},
        "违法行为发生(终了)日为2018-08-04,发现日为2023-08-05,五年时效的最后一日为2023-08-04,超过1日。",
        ["《行政处罚法》(2021-01-22)第三十六条"],
    ),
    (
        "decided_late",
        {"decided_on": "2023-11-07"},
        "立案日为2023-08-07,九十日的最后一日为2023-11-06,决定日为2023-11-07,超过1日。",
        ["《行政处罚法》(2021-01-22)第六十条"],
    ),
]  # fmt: skip


OTHERS = [
    {},
    {"illegal_gains": "20000", "fine": "40000"},
    {"illegal_gains": "", "fine": "40000"},
    {"fine": "10000"},
]
ORDER, ON_THRESHOLD, NO_GAINS, ADDED = (_number(101 + index) for index in range(len(OTHERS)))


@pytest.fixture(scope="module")
def findings(tmp_path_factory):
    folder = tmp_path_factory.mktemp("data")
    rows = [changes | {"decision_no": _number(index)} for index, (_, changes, _, _) in enumerate(SENTENCES)]
    rows += [changes | {"decision_no": _number(101 + index)} for index, changes in enumerate(OTHERS)]
    _write(folder, rows, ((ADDED, "9000"), (ADDED, "1000.01")))
    with run(RULESET, folder, as_of=AS_OF) as result:
        return {(one.decision_no, one.kind): one for one in result.findings()}


@pytest.mark.parametrize("index", range(len(SENTENCES)), ids=[f"{s[0]}-{i}" for i, s in enumerate(SENTENCES)])
def test_sentence(findings, index):
    kind, _, reason, basis = SENTENCES[index]
    one = findings[_number(index), kind]
    assert (one.reason, list(one.basis), one.status) == (reason, basis, "finding")


def test_added_fines_in_a_sentence(findings):
    one = findings[ADDED, "added_fine_over_principal"]
    assert one.reason == "记录的罚款为10000.00元,已缴加处罚款合计10000.01元,超过罚款数额。"


def test_a_decision_in_order_gives_nothing(findings):
    assert not [key for key in findings if key[0] == ORDER]


def test_what_is_missing_and_what_the_words_leave_open(findings):
    one = findings[ON_THRESHOLD, "fine_out_of_range"]
    assert (one.status, one.missing) == ("unverified", ())
    said = [step["text"] for step in one.trace]
    assert "违法所得恰为20,000元,《道路运输条例》(2023-07-20)第六十三条第（二）项没有规定适用哪一幅度" in said
    assert findings[NO_GAINS, "fine_out_of_range"].missing == ("penalties.illegal_gains",)


def test_in_english(tmp_path):
    _write(tmp_path, [{"fine": "9999.99"}])
    with run(RULESET, tmp_path, as_of=AS_OF, lang="en") as result:
        (one,) = result.findings()
    assert one.reason.startswith("The fine on record is 9999.99 yuan, the gains 0.00; the provision: 《道路运输条例》")
    assert any(step["text"].startswith("Law of the act: ") for step in one.trace)
