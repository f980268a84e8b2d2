"""Wordings that real decisions have for their number, fine, days and act, beyond the plain ones; all invented."""

# ruff: noqa: E501 - sentences of documents are lines
from __future__ import annotations

import pytest

from documents.test_fields import BASE, check, decision
from supervision_rules.documents import extract_text


@pytest.mark.parametrize(
    "number",
    [
        "云汀运罚字〔二〇二一〕第六十四号",
        "云运罚〔2023〕石字第0714号",
        "云环罚决〔2025〕河西07号",
        "云公路罚（2024）第（018）号",
        "（云）应急罚〔2023〕19-2号",
        "云农（兽药）罚〔2024〕2号",
        "云市监处罚〔2024〕第3-015号",
        "（2024）云交罚字第88号",
        "云城管罚字〔2024〕第（白）015号",
        "云公交决字第9901022100012345号",
        "云运政罚2024第0031号",
        "云交罚[2024]第12-1、12-2号",
    ],
)
def test_numbers_of_other_forms(number):
    check({"number": number}, {"decision_no": number})
    check({"number": f"文　号：{number}"}, {"decision_no": number})


@pytest.mark.parametrize(
    ("words", "fine"),
    [
        (
            "依据《计量法》第二十五条“……责令停止使用，可以并处罚款。”的规定，责令停止使用，并处罚款人民币捌佰元整（800元）。",
            "800",
        ),
        (
            "根据《安全生产法》第九十七条的规定，决定给予72900元（柒万贰仟玖佰元整）罚款。对该公司的处罚（罚款55万元）另行作出。",
            "72900",
        ),
        ("依据《道路运输条例》第六十九条，决定给予每次罚款1000元，共计罚款3000元（大写叁仟元整）的行政处罚。", "3000"),
        ("根据《道路运输条例》第六十三条的规定，决定处违法所得二倍的罚款，即肆万叁仟元整（43000元）。", "43000"),
        ("根据《道路运输条例》第六十三条的规定，决定给予罚款1.2万元的行政处罚。", "12000"),
        ("根据《道路运输条例》第六十三条第一项对当事人作出罚款人民币3000元的行政处罚。", "3000"),
    ],
)
def test_fines_among_other_amounts(words, fine):
    check({"decision": words}, {"fine": fine, "penalty_kinds": ["罚款"]})


@pytest.mark.parametrize(
    ("facts", "occurred", "found"),
    [
        ("2024年4月30日，本机关检查发现，当事人在摊位上摆放兽药。经查，当事人自2024年4月12日起至检查当日销售兽药。", "2024-04-30", "2024-04-30"),
        ("2024年9月3日，我局现场检查，发现你公司项目未经验收即于2024年5月20日投入生产，至我局检查时仍在生产。", "2024-09-03", "2024-09-03"),
        ("2024年10月12日检查时，当事人未按照规定对空气进行检测。", "2024-10-12", "2024-10-12"),
        ("2024年12月10日检查发现，当事人违法分包，该工程于2024年11月30日完工。", None, "2024-12-10"),
        ("2024年6月13日检查发现，当事人设施未保持完好，2024年6月20日当事人已改正。", None, "2024-06-13"),
        ("我局于2024年1月12日接到举报，1月15日现场检查，发现当事人货架上药品未标明价格。", "2024-01-15", "2024-01-12"),
        ("你公司上述项目经2024年9月3日现场检查，未经验收即投入使用。你公司于2024年11月18日提出听证申请。", "2024-09-03", "2024-09-03"),
    ],
)  # fmt: skip
def test_days_of_acts_that_went_on(facts, occurred, found):
    check({"facts": facts}, {"occurred_on": occurred, "found_on": found})


@pytest.mark.parametrize(
    ("finding", "act"),
    [
        ("当事人的行为构成未取得道路运输经营许可擅自从事道路货物运输经营，违反了《道路运输条例》第二十四条的规定。", "未取得道路运输经营许可擅自从事道路货物运输经营"),
        ("你公司的上述行为属于环境保护设施未经验收即投入生产，违反了《建设项目环境保护管理条例》第十九条的规定。", "环境保护设施未经验收即投入生产"),
        ("经查，你单位未经核准擅自处置建筑垃圾的违法事实清楚，证据确凿，其行为违反了《城市建筑垃圾管理规定》第七条的规定。", "未经核准擅自处置建筑垃圾"),
        ("经查，当事人接纳未成年人进入娱乐场所，收取消费款398元。当事人的行为违反《娱乐场所管理条例》第二十三条。", "接纳未成年人进入娱乐场所"),
        ("当事人在城关镇路口实施驾驶机动车违反道路交通信号灯通行的违法行为（代码16251），违反了《道路交通安全法》第三十八条。", "驾驶机动车违反道路交通信号灯通行"),
        ("当事人所属云C·9***7号客运班车自2024年12月起未按照规定的周期进行车辆维护，违反了《道路运输条例》第三十条。", "未按照规定的周期进行车辆维护"),
    ],
)  # fmt: skip
def test_acts_as_the_finding_names_them(finding, act):
    check({"facts": "2024年3月5日，我局执法人员检查时查获当事人。", "finding": finding}, {"violation": act})


def test_an_act_without_permit_goes_on_behind_the_comma():
    facts = "2024年3月5日，我局检查。经查，张某某未取得道路运输经营许可，从事道路普通货物运输经营，收取运费2600元。"
    values = decision(facts=facts, finding="你的行为违反了《道路运输条例》第二十四条的规定。")
    assert values["violation"] == "未取得道路运输经营许可，从事道路普通货物运输经营"


def test_what_a_site_has_below_is_no_part_of_the_document():
    below = "【打印】【关闭】\n上一篇：云交罚〔2024〕122号\n下一篇：云交罚〔2024〕124号 罚款50000元\n热点：关于《市容管理办法》的公告（2025年12月1日）"
    plain, dirty = decision(), decision(after=below)
    assert {k: v for k, v in plain.items() if not k.startswith("_f")} == {
        k: v for k, v in dirty.items() if not k.startswith("_f")
    }


def test_a_menu_above_does_not_end_the_document():
    above = (
        "首页 | 上一页 | 打印本页\n"
        + "\n".join(f"栏目{n}：政务公开信息公开指南依申请公开" for n in range(12))
        + "\n分享到：微信"
    )
    assert decision(title=f"{above}\n{BASE['title']}")["fine"] == "3000"


def test_a_phone_number_is_no_identity_number():
    values = decision(party="当事人：王某某　联系方式：186****5021　收款账户：8810****3321")
    assert "party_id" not in values
    assert values["party_name"] == "王某某"


DRAWN = """当场行政处罚决定书
（云）城管简罚〔2025〕第2041号
├─────┼──────┼────┼───┤
│当事人姓名│杨某　　　　　│性别　　│女　　│
├─────┼──────┼────┼───┤
│违法时间　│2025年4月22日 │违法地点│菜场街│
├─────┼──────┼────┼───┤
│违法行为　│擅自占用城市人│　　　　│　　　│
│　　　　　│行道摆摊设点　│　　　　│　　　│
├─────┼──────┼────┼───┤
│违反条款　│《城市道路管理│　　　　│　　　│
│　　　　　│条例》第二十七│　　　　│　　　│
│　　　　　│条　　　　　　│　　　　│　　　│
├─────┼──────┼────┼───┤
│处罚条款　│《城市道路管理│　　　　│　　　│
│　　　　　│条例》第四十二│　　　　│　　　│
│　　　　　│条　　　　　　│　　　　│　　　│
├─────┼──────┼────┼───┤
│处罚决定　│罚款伍拾元整（￥50.00）│　│　　　│
├─────┼──────┼────┼───┤
│签收　　　│杨某　　　　　│时间　　│2025年4月23日│
├─────┼──────┼────┼───┤
如不服本决定，可以自收到本决定书之日起六十日内向云中县人民政府申请行政复议。
云中县综合行政执法局
2025年4月22日
"""


def test_a_form_drawn_with_lines():
    values = extract_text(DRAWN).to_json()
    expected = {
        "party_name": "杨某", "violation": "擅自占用城市人行道摆摊设点", "occurred_on": "2025-04-22", "fine": "50",
        "decided_on": "2025-04-22", "served_on": "2025-04-23", "on_the_spot": True,
    }  # fmt: skip
    assert {name: values.get(name) for name in expected} == expected
    cited = [(c["title"], c["article"], c["for"]) for c in values["_citations"]]
    assert cited == [("城市道路管理条例", 27, "violated"), ("城市道路管理条例", 42, "basis")]


def test_the_basis_is_the_statute_with_the_act():
    words = "根据《森林法》第七十三条第一款的规定，鉴于当事人积极配合，符合《行政处罚法》第三十二条规定的情形，本局决定罚款3000元。"
    assert decision(decision=words)["legal_basis"] == "《森林法》第七十三条第一款"


def test_a_fine_that_is_waived_is_no_kind():
    values = decision(decision="根据《道路运输条例》第六十三条的规定，决定免予罚款，给予警告。")
    assert values["penalty_kinds"] == ["警告"]
    assert "fine" not in values


@pytest.mark.parametrize(
    ("sign", "after", "served"),
    [
        ("执法机关：云中市交通运输局 日期：2024年4月8日", "已于4月10日送达当事人。", "2024-04-10"),
        ("云中市交通运输局\n2024年4月8日16时20分", "签收人：赵某　签收时间：2024年4月10日上午10时", "2024-04-10"),
    ],
)
def test_signatures_with_more_than_a_date(sign, after, served):
    check(
        {"sign": sign, "after": after}, {"agency": "云中市交通运输局", "decided_on": "2024-04-08", "served_on": served}
    )
