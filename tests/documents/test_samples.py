"""Whole documents: everything each says, nothing that it doesn't, and what is no decision at all."""

from __future__ import annotations

import pytest

from documents.agency_samples import AGENCIES
from documents.builders import docx, paragraph, table
from documents.everyday_samples import EVERYDAY
from documents.further_agency_samples import FURTHER_AGENCIES
from documents.layout_samples import LAYOUTS
from documents.more_samples import MORE
from documents.ruling_samples import RULINGS
from documents.samples import SAMPLES
from documents.site_samples import SITES
from supervision_rules.documents import extract, extract_text

ALL = SAMPLES | MORE | AGENCIES | FURTHER_AGENCIES | LAYOUTS | RULINGS | SITES | EVERYDAY


@pytest.mark.parametrize("name", sorted(ALL))
def test_sample(name):
    sample = ALL[name]
    found = extract_text(sample.text)
    values = found.to_json()
    assert found.type == sample.type
    assert {key: values.get(key) for key in sample.expected} == sample.expected
    assert [key for key in sample.absent if key in values] == []
    for key, field in found.fields.items():
        assert found.text[field.start : field.end] == field.text, key
    if sample.type == "unknown":
        assert found.fields == {}


def test_citations_and_what_they_are_for():
    values = extract_text(SAMPLES["transport"].text).to_json()
    cited = {(c["title"], c["article"], c["paragraph"], c["item"], c["for"]) for c in values["_citations"]}
    assert ("中华人民共和国道路运输条例", 24, 1, None, "violated") in cited
    assert ("中华人民共和国道路运输条例", 63, 1, 1, "basis") in cited
    assert ("中华人民共和国行政处罚法", 72, 1, 1, "procedure") in cited
    for citation in values["_citations"]:
        assert 0 <= citation["start"] < citation["end"] <= len(extract_text(SAMPLES["transport"].text).text)


PUBLISHED = (
    ("行政相对人名称", "云中市顺达货运有限公司"),
    ("行政相对人类别", "法人及非法人组织"),
    ("统一社会信用代码", "91990101MA07919K1L"),
    ("法定代表人", "赵某"),
    ("行政处罚决定书文号", "云交罚〔2024〕123号"),
    ("违法行为类型", "未取得道路运输经营许可擅自从事货运"),
    ("违法事实", "2024年3月5日，该公司车辆在G999线无证从事货运，被执法人员查获。"),
    ("处罚依据", "违反《道路运输条例》第二十四条，依据《道路运输条例》第六十三条第一款第一项"),
    ("处罚类别", "罚款"),
    ("处罚内容", "罚款人民币叁万元整"),
    ("罚款金额（万元）", "3.000000"),
    ("没收违法所得、没收非法财物的金额（万元）", "0.12"),
    ("暂扣或吊销证照名称及编号", "无"),
    ("处罚决定日期", "2024/04/08"),
    ("处罚有效期", "2099/12/31"),
    ("处罚机关", "云中市交通运输局"),
    ("处罚机关统一社会信用代码", "11990100MB0000001P"),
    ("数据来源单位", "云中市交通运输局"),
)
EXPECTED = {
    "party_name": "云中市顺达货运有限公司",
    "party_kind": "organization",
    "party_id": "91990101MA07919K1L",
    "decision_no": "云交罚〔2024〕123号",
    "violation": "未取得道路运输经营许可擅自从事货运",
    "occurred_on": "2024-03-05",
    "found_on": "2024-03-05",
    "legal_basis": "《道路运输条例》第六十三条第一款第一项",
    "penalty_kinds": ["罚款"],
    "fine": "30000",
    "fine_in_words": "30000",
    "confiscated": "1200",
    "decided_on": "2024-04-08",
    "agency": "云中市交通运输局",
}


def _read(tmp_path, *body: str):
    path = tmp_path / "公示.docx"
    path.write_bytes(docx(*body))
    return extract(path)


def test_a_publicity_table_with_labels_beside_values(tmp_path):
    values = _read(tmp_path, paragraph("行政处罚信息公示表"), table(*PUBLISHED)).to_json()
    assert {key: values.get(key) for key in EXPECTED} == EXPECTED
    assert "remedy_told" not in values


def test_a_publicity_table_with_two_pairs_a_row(tmp_path):
    pairs = [(*left, *right) for left, right in zip(PUBLISHED[::2], PUBLISHED[1::2], strict=True)]
    values = _read(tmp_path, paragraph("行政处罚公示"), table(*pairs)).to_json()
    assert {key: values.get(key) for key in EXPECTED} == EXPECTED


def test_a_publicity_table_with_a_record_a_row_gives_every_record(tmp_path):
    labels = [label for label, _ in PUBLISHED]
    first = [value for _, value in PUBLISHED]
    second = [value.replace("123号", "124号").replace("顺达", "利通").replace("3.000000", "0.5") for value in first]
    found = _read(tmp_path, paragraph("云中市交通运输局行政处罚公示表"), table(labels, first, second))
    values = found.to_json()
    assert {key: values.get(key) for key in EXPECTED} == EXPECTED
    (other,) = values["_further"]
    assert (other["decision_no"], other["party_name"], other["fine"]) == (
        "云交罚〔2024〕124号",
        "云中市利通货运有限公司",
        "5000",
    )
    for fields in (found.fields, *found.further):
        for field in fields.values():
            assert found.text[field.start : field.end] == field.text


def test_a_form_of_the_spot_procedure(tmp_path):
    rows = (
        ("当事人", "个人", "姓名", "何某某", "性别", "男"),
        ("", "", "身份证号", "5201**********1218", "联系电话", "138****0000"),
        ("", "单位", "名称", "/", "法定代表人", "/"),
        ("违法事实及证据", "2025年6月1日9时，在清溪路巡查时发现当事人占道经营水果。证据：照片2张。"),
        (
            "处罚依据及内容",
            "违反《城市市容和环境卫生管理条例》第十四条，依据《城市市容和环境卫生管理条例》第三十六条，决定给予：□警告 ☑罚款100元（大写：壹佰元整）",  # noqa: E501
        ),
    )
    found = _read(
        tmp_path, paragraph("当场行政处罚决定书"), paragraph("花综执当罚〔2025〕98号"), table(*rows),
        paragraph("如不服，可在60日内向花溪县人民政府申请行政复议。"), paragraph("花溪县综合行政执法局"), paragraph("2025年6月1日"),
    )  # fmt: skip
    values = found.to_json()
    expected = {
        "decision_no": "花综执当罚〔2025〕98号", "party_name": "何某某", "party_kind": "person", "party_id": "5201**********1218",
        "penalty_kinds": ["罚款"], "fine": "100", "fine_in_words": "100", "occurred_on": "2025-06-01", "decided_on": "2025-06-01",
        "agency": "花溪县综合行政执法局", "on_the_spot": True, "legal_basis": "《城市市容和环境卫生管理条例》第三十六条",
        "violation": "占道经营水果",
    }  # fmt: skip
    assert {key: values.get(key) for key in expected} == expected


def test_an_announcement_takes_the_decisions_day():
    text = (
        "云中市交通运输局\n行政处罚决定书送达公告\n张某某：\n本机关于2024年3月1日对你作出云交罚〔2024〕12号行政处罚决定，"
        "决定对你罚款3000元。因无法送达，现公告送达。如不服，可在60日内向云中市人民政府申请行政复议。\n云中市交通运输局\n2024年5月6日"
    )
    values = extract_text(text).to_json()
    assert values["_type"] == "decision"
    assert values["decision_no"] == "云交罚〔2024〕12号"
    assert values.get("decided_on") == "2024-03-01"
    assert (values["fine"], values["party_name"]) == ("3000", "张某某")


@pytest.mark.parametrize(
    "title",
    ["行政处罚听证告知书", "责令停止违法行为通知书", "行政强制措施决定书", "不予行政处罚决定书", "行政处罚决定书送达回证", "行政复议决定书", "询问笔录", "行政处罚案件审批表",  # noqa: E501
     "加处罚款决定书催告书", "行政处罚建议书"],
)  # fmt: skip
def test_other_documents_are_unknown(title):
    found = extract_text(SAMPLES["transport"].text.replace("行政处罚决定书", title, 1))
    assert (found.type, found.fields) == ("unknown", {})


@pytest.mark.parametrize(
    ("orders", "ruling"),
    [
        ("准予强制执行申请执行人作出的云交罚〔2024〕1号行政处罚决定。", "allow"),
        ("对云交罚〔2024〕1号行政处罚决定准予执行。", "allow"),
        ("准予执行。", "allow"),
        ("对申请执行人作出的云交罚〔2024〕1号行政处罚决定，不准予强制执行。", "refuse"),
        ("不准予执行云交罚〔2024〕1号行政处罚决定书。", "refuse"),
        ("驳回申请执行人云中市交通运输局的强制执行申请。", "refuse"),
        ("对云中市交通运输局的强制执行申请不予受理。", "not_accepted"),
        ("准许申请执行人云中市交通运输局撤回强制执行申请。", "withdrawn"),
    ],
)
def test_what_a_court_rules(orders, ruling):
    text = SAMPLES["ruling_allow"].text
    start, end = text.index("裁定如下：\n") + 6, text.index("本裁定送达后")
    assert extract_text(text[:start] + orders + "\n" + text[end:]).to_json()["ruling"] == ruling


@pytest.mark.parametrize(
    ("words", "applied", "accepted"),
    [
        ("申请执行人于2024年2月20日向本院申请强制执行。本院于2024年2月23日受理。", "2024-02-20", "2024-02-23"),
        ("本院于2024年2月20日收到申请执行人的申请，同月23日立案。", "2024-02-20", "2024-02-23"),
        ("本院于2024年2月20日收到申请执行人的申请，于2024年2月23日立案受理。", "2024-02-20", "2024-02-23"),
        (
            "申请执行人以被执行人拒不履行为由，于2024年2月20日向本院申请执行。本院2024年2月23日立案后审查。",
            "2024-02-20",
            "2024-02-23",
        ),
    ],
)
def test_when_a_court_got_and_took_a_case(words, applied, accepted):
    text = SAMPLES["ruling_allow"].text
    start = text.index("申请执行人贵林市七里关区交通运输局于2024年2月20日")
    end = text.index("经审查查明")
    values = extract_text(text[:start] + words + "\n" + text[end:]).to_json()
    assert (values.get("applied_on"), values.get("accepted_on")) == (applied, accepted)


def test_serials_that_follow_a_number_are_decisions_too():
    text = SAMPLES["ruling_withdrawn"].text.replace(
        "北路政罚〔2024〕8号、北路政罚〔2024〕9号", "北路政罚〔2024〕8号、9号和11号"
    )
    assert extract_text(text).fields["decision_no"].value == (
        "北路政罚〔2024〕8号",
        "北路政罚〔2024〕9号",
        "北路政罚〔2024〕11号",
    )


def test_a_range_of_numbers_gives_each_in_a_ruling():
    text = SAMPLES["ruling_withdrawn"].text.replace(
        "北路政罚〔2024〕8号、北路政罚〔2024〕9号", "北路政罚〔2024〕008号至011号"
    )
    found = extract_text(text).fields["decision_no"]
    assert found.value == tuple(f"北路政罚〔2024〕{number:03}号" for number in range(8, 12))


def test_roles_on_lines_of_their_own():
    text = SAMPLES["ruling_withdrawn"].text.replace("申请人：", "申请执行人\n").replace("被申请执行人\n", "被执行人\n")
    values = extract_text(text).to_json()
    assert (values["applicant"], values["party_name"]) == ("北岭市公路管理处", "北岭市广源运输队")


def test_procedure_words_before_the_deciding_ones_dont_hide_the_basis():
    text = SAMPLES["transport"].text.replace("决定给予当事人", "经本局负责人集体讨论，决定给予当事人")
    assert extract_text(text).to_json()["legal_basis"] == SAMPLES["transport"].expected["legal_basis"]
