"""Each field in the wordings and traps that decisions have; the rest of the decision is a plain one."""

from __future__ import annotations

import pytest

from supervision_rules.documents import extract_text

BASE = {
    "title": "云中市交通运输局\n行政处罚决定书",
    "number": "云交罚〔2024〕123号",
    "party": "当事人：云中市顺达货运有限公司，统一社会信用代码：91990101MA07919K1L",
    "facts": "2024年3月5日，本机关执法人员在国道G999线检查时，查获当事人驾驶货车从事货物运输经营。本机关于2024年3月6日立案。",
    "finding": "当事人未取得道路运输经营许可，擅自从事道路货物运输经营的行为，违反了《道路运输条例》第二十四条的规定。",
    "decision": "根据《道路运输条例》第六十三条第一款第一项的规定，决定给予罚款3000元的行政处罚。",
    "pay": "请自收到本决定书之日起15日内将罚款缴至云中市农业银行。",
    "late": "逾期不缴纳罚款的，每日按罚款数额的百分之三加处罚款。",
    "remedy": "如不服本决定，可以在收到本决定书之日起六十日内向云中市人民政府申请行政复议，或者在六个月内向云中市河东区人民法院提起行政诉讼。",  # noqa: E501
    "sign": "云中市交通运输局\n2024年4月8日",
    "after": "",
}


def decision(**parts: str) -> dict:
    text = "\n".join(part for part in (BASE | parts).values() if part)
    found = extract_text(text)
    assert found.type == "decision", text
    for name, field in found.fields.items():
        assert found.text[field.start : field.end] == field.text, name
        assert 0 < field.confidence <= 1
    return found.to_json()


def check(parts: dict, expected: dict) -> None:
    values = decision(**parts)
    assert {name: values.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("云交罚〔2024〕123号", "云交罚〔2024〕123号"),
        ("黔0502交罚[2024]000123号", "黔0502交罚[2024]000123号"),
        ("毕公（交）行罚决字[2023]第520502-2900012号", "毕公（交）行罚决字[2023]第520502-2900012号"),
        ("文号：云交罚【2024】XX号", "云交罚【2024】XX号"),
        ("文　　号：云交罚（2024）第１２号", "云交罚（2024）第１２号"),
        ("（云）交罚字〔2024〕第0001号", "（云）交罚字〔2024〕第0001号"),
        ("云交运罚〔20××〕×××号", "云交运罚〔20××〕×××号"),
        ("和平交罚〔2024〕7号", "和平交罚〔2024〕7号"),
        ("于都交罚〔2024〕7号", "于都交罚〔2024〕7号"),
        ("编号：5205021900123456", "5205021900123456"),
        ("案号：云市监处罚〔2024〕8号", "云市监处罚〔2024〕8号"),
        ("云交罚〔2024〕001号至云交罚〔2024〕005号", "云交罚〔2024〕001号至云交罚〔2024〕005号"),
    ],
)
def test_decision_number(number, expected):
    check({"number": number}, {"decision_no": expected})


@pytest.mark.parametrize(
    "other",
    [
        "本机关于2024年3月20日送达《行政处罚事先告知书》（云交罚告〔2024〕88号）。",
        "本机关此前作出《责令改正通知书》（云交责改〔2024〕5号），并于2024年3月6日立案（云交立〔2024〕9号）。",
        "当事人2022年3月1日曾被处罚（云交罚〔2022〕7号），罚款10000元。",
    ],
)
def test_numbers_of_other_documents_are_not_the_decisions(other):
    check(
        {"facts": BASE["facts"] + other},
        {"decision_no": "云交罚〔2024〕123号", "fine": "3000", "decided_on": "2024-04-08"},
    )


@pytest.mark.parametrize(
    ("title", "sign", "expected"),
    [
        ("行政处罚决定书", "云中市交通运输局\n2024年4月8日", "云中市交通运输局"),
        ("行政处罚决定书", "云中市交通运输局（印章）\n2024年4月8日", "云中市交通运输局"),
        ("行政处罚决定书", "云中市交通运输局　　2024年4月8日", "云中市交通运输局"),
        (
            "行政处罚决定书",
            "　　　　（盖章）\n云中市公安局交通警察支队高速公路大队\n二〇二四年四月八日",
            "云中市公安局交通警察支队高速公路大队",
        ),
        ("云南省云中市交通运输局行政处罚决定书", "云中市交通运输局\n2024年4月8日", "云中市交通运输局"),
        ("云中市红河区交通运输局行政处罚决定书", "红河区交通运输局\n2024年4月8日", "云中市红河区交通运输局"),
        ("云中市公安局交通警察支队行政处罚决定书", "公安局交通警察支队\n2024年4月8日", "云中市公安局交通警察支队"),
        ("云中市交通运输局\n行政处罚决定书", "（印章）\n2024年4月8日", "云中市交通运输局"),
        ("云中市公安局交通警察支队\n公安交通管理行政处罚决定书", "2024年4月8日", "云中市公安局交通警察支队"),
        ("云中县城市管理综合行政执法大队行政处罚决定书", "2024年4月8日（印章）", "云中县城市管理综合行政执法大队"),
    ],
)
def test_agency(title, sign, expected):
    check({"title": title, "sign": sign}, {"agency": expected, "decided_on": "2024-04-08"})


@pytest.mark.parametrize(
    ("party", "name", "kind", "number"),
    [
        ("当事人：张某某，男，1980年3月5日出生，身份证号码：520123198003051234", "张某某", "person", "520123198003051234"),
        ("被处罚人：李×　性别：男　年龄：43　身份证号：5201**********123X", "李×", "person", "5201**********123X"),
        ("当　事　人：王　五\n身份证号：５２０１２３１９８００３０５１２３４", "王五", "person", "５２０１２３１９８００３０５１２３４"),
        ("当事人姓名：阿卜杜拉·买买提　公民身份号码：653101199001010017", "阿卜杜拉·买买提", "person", "653101199001010017"),
        ("被处罚单位：云中市××运输有限公司（以下简称“××公司”）", "云中市××运输有限公司", "organization", None),
        ("当事人名称：华通物流（云中）有限公司\n统一社会信用代码：91990101MA07919K1L\n法定代表人：赵某　身份证号：520123198003051234",
         "华通物流（云中）有限公司", "organization", "91990101MA07919K1L"),
        ("当事人\n姓名：陈某\n证件号码：520123198003051234", "陈某", "person", "520123198003051234"),
        ("被处罚人周某，女，住云中市河东区，公民身份号码520123198003051245。", "周某", "person", "520123198003051245"),
        ("云中市鑫旺物流有限公司：", "云中市鑫旺物流有限公司", "organization", None),
        ("当事人（公民）：姓名：欧阳某　身份证件号码：520123198003051234", "欧阳某", "person", "520123198003051234"),
        ("当事人（一）：张三丰，身份证号520123198003051234\n当事人（二）：李四光，身份证号520123198003051245", "张三丰、李四光", "person", "520123198003051234"),  # noqa: E501
        ("被处罚人：云中市好又多超市（经营者：钱某某）", "云中市好又多超市", "organization", None),
    ],
)  # fmt: skip
def test_party(party, name, kind, number):
    check({"party": party}, {"party_name": name, "party_kind": kind, "party_id": number})


@pytest.mark.parametrize(
    ("sign", "day"),
    [
        ("云中市交通运输局\n2024年04月08日", "2024-04-08"),
        ("云中市交通运输局\n二〇二四年四月八日", "2024-04-08"),
        ("云中市交通运输局\n二○二四年十二月三十一日", "2024-12-31"),
        ("云中市交通运输局\n二零二四年四月二十日", "2024-04-20"),
        ("云中市交通运输局\n２０２４年４月８日", "2024-04-08"),
        ("云中市交通运输局\n2024 年 4 月 8 日", "2024-04-08"),
        ("云中市交通运输局\n2024-04-08", "2024-04-08"),
        ("云中市交通运输局\n2024.4.8", "2024-04-08"),
    ],
)
def test_decided_on(sign, day):
    check({"sign": sign}, {"decided_on": day})


@pytest.mark.parametrize(
    "after",
    [
        "打印日期：2024年5月1日",
        "发布时间：2024-05-01",
        "本文书一式两份，2024年印制。",
        "附件：现场笔录（2024年3月5日）",
        "送达回证\n受送达人签收：赵某　2024年4月10日",
    ],
)
def test_dates_after_the_signature_are_not_the_decisions(after):
    check({"after": after}, {"decided_on": "2024-04-08", "served_on": "2024-04-10" if "送达" in after else None})


def test_dates_that_are_missing_or_impossible():
    check({"sign": "云中市交通运输局\n　　年　　月　　日"}, {"decided_on": None})
    check({"sign": "云中市交通运输局\n2024年2月30日"}, {"decided_on": None})


@pytest.mark.parametrize(
    ("facts", "occurred", "found"),
    [
        (
            "经查，当事人于2024年3月1日至2024年3月4日期间从事货物运输经营。2024年3月5日，执法人员检查发现上述行为。",
            "2024-03-04",
            "2024-03-05",
        ),
        ("2024年3月5日，当事人驾驶云A12345号货车行驶至G999线，被执法人员查获。", "2024-03-05", "2024-03-05"),
        (
            "2024年3月8日，本机关接到群众举报。经查，当事人于2024年3月1日在未办理备案的情况下从事经营。",
            "2024-03-01",
            "2024-03-08",
        ),
        (
            "2024年3月5日本机关责令当事人于2024年3月15日前改正。2024年3月16日复查，当事人拒不改正。",
            "2024-03-16",
            None,
        ),
        (
            "当事人成立于2015年6月1日。2024年3月5日，执法人员在检查时发现当事人正在装载货物。",
            "2024-03-05",
            "2024-03-05",
        ),
        (
            "二〇二四年三月五日十时，当事人驾驶货车行驶至收费站，被执法人员当场查获。当日制作现场笔录。",
            "2024-03-05",
            "2024-03-05",
        ),
    ],
)
def test_facts(facts, occurred, found):
    values = decision(facts=facts)
    assert values.get("occurred_on") == occurred
    assert values.get("found_on") == found


@pytest.mark.parametrize(
    ("pay", "day"),
    [
        ("请于2024年5月1日前将罚款缴至云中市农业银行。", "2024-05-01"),
        ("罚款限于2024年5月1日之前缴清。", "2024-05-01"),
        ("缴款期限：2024年5月1日", "2024-05-01"),
        ("请自收到本决定书之日起15日内缴纳罚款。", None),
        ("请自收到本决定书之日起十五日内持本决定书到银行缴纳。", None),
    ],
)
def test_pay_by(pay, day):
    check({"pay": pay}, {"pay_by": day, "decided_on": "2024-04-08"})


@pytest.mark.parametrize(
    ("words", "fine", "in_words"),
    [
        ("决定给予罚款人民币30,000元（大写：叁万元整）的行政处罚。", "30000", "30000"),
        ("决定处以叁万元整（￥30000.00）罚款的行政处罚。", "30000", "30000"),
        ("决定处以罚款人民币（大写）壹万贰仟叁佰元零伍分（￥12,300.05）。", "12300.05", "12300.05"),
        ("决定对当事人处3万元罚款。", "30000", None),
        ("决定处罚款三万元整。", "30000", None),
        ("决定罚款１．５万元。", "15000", None),
        ("决定处2000元（大写：贰万元整）罚款。", "2000", "20000"),
        ("决定作出如下处罚：1.警告；2.罚款人民币伍仟元整。", "5000", "5000"),
        ("决定：一、没收违法所得8000元；二、处违法所得二倍的罚款，即人民币16000元。罚没款合计24000元。", "16000", None),
        ("决定对未携带证件的行为罚款200元，对超限的行为罚款1000元，合并罚款1200元。", "1200", None),
    ],
)
def test_fine(words, fine, in_words):
    check(
        {"decision": f"根据《道路运输条例》第六十三条“……处3000元以上1万元以下的罚款”的规定，{words}"},
        {"fine": fine, "fine_in_words": in_words},
    )


def test_a_range_that_the_statute_gives_is_no_fine():
    values = decision(decision="根据《道路运输条例》第六十三条，处三千元以上一万元以下的罚款，决定给予警告的行政处罚。")
    assert values.get("fine") is None
    assert values["penalty_kinds"] == ["警告"]


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("决定给予警告的行政处罚。", ["警告"]),
        ("决定给予警告，并处罚款200元的行政处罚。", ["警告", "罚款"]),
        ("决定吊销道路运输经营许可证。", ["吊销许可证件"]),
        ("决定责令停业整顿三十日。", ["责令停产停业"]),
        ("决定暂扣机动车驾驶证六个月，并处罚款1500元。", ["罚款", "暂扣许可证件"]),
        ("决定没收违法所得200元，没收非法财物假冒配件10件，罚款500元。", ["没收违法所得", "没收非法财物", "罚款"]),
        ("决定给予行政拘留五日，并处罚款500元。", ["罚款", "行政拘留"]),
        ("决定给予通报批评。", ["通报批评"]),
        ("决定作出以下行政处罚：☑警告　☑罚款200元　□没收违法所得　□吊销许可证", ["警告", "罚款"]),
        ("决定作出以下行政处罚：■罚款200元　□警告", ["罚款"]),
    ],
)
def test_penalty_kinds(words, kinds):
    check({"decision": "根据《道路运输条例》第六十三条，" + words}, {"penalty_kinds": kinds})


@pytest.mark.parametrize(
    ("facts", "gains"),
    [
        ("当事人违法所得共计1,200元。", "1200"),
        ("当事人收取运费，违法所得为人民币壹仟贰佰元整（1200元）。", "1200"),
        ("当事人没有违法所得。", "0"),
        ("货值金额500元，违法所得无法计算。", None),
        ("该条规定，没有违法所得或者违法所得不足1万元的，处3000元以上罚款。", None),
    ],
)
def test_illegal_gains(facts, gains):
    check({"facts": BASE["facts"] + facts}, {"illegal_gains": gains})


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("当事人的行为属于情节严重。", {"serious": True}),
        ("当事人二次违法，情节严重。", {"serious": True}),
        ("当事人的行为不属于情节严重的情形。", {"serious": False}),
        ("当事人违法情节轻微。", {"serious": False}),
        ("《道路运输条例》规定：情节严重的，由原许可机关吊销许可证。", {"serious": None}),
        ("该条规定“情节严重的，处1万元以上5万元以下的罚款”。", {"serious": None}),
        ("本机关决定减轻处罚。", {"mitigation": True}),
        ("依据《行政处罚法》第三十二条，对当事人予以减轻处罚。", {"mitigation": True}),
        ("本机关决定从轻处罚。", {"mitigation": None}),
        ("当事人请求减轻处罚。", {"mitigation": None}),
        ("当事人不具有从轻或者减轻处罚的情节。", {"mitigation": False}),
        ("《行政处罚法》第三十二条规定“应当从轻或者减轻行政处罚”。", {"mitigation": None}),
        ("经责令改正，当事人拒不改正。", {"refused": True}),
        ("当事人逾期仍未改正。", {"refused": True}),
        ("逾期不改正的，将依法处罚。", {"refused": None}),
    ],
)
def test_circumstances(words, expected):
    check({"facts": BASE["facts"] + words}, expected)


@pytest.mark.parametrize(
    ("remedy", "expected"),
    [
        ("如不服本决定，可以在60日内向云中市人民政府或者云南省交通运输厅申请行政复议，也可在6个月内直接向云中市人民法院起诉。",
         {"reconsideration_days_told": 60, "suit_months_told": 6, "reconsideration_organ_told": "云中市人民政府或者云南省交通运输厅", "suit_organ_told": "云中市人民法院"}),  # noqa: E501
        ("当事人如不服，可自接到本决定书之日起三个月内依法向云中市人民法院提起行政诉讼。",
         {"suit_months_told": 3, "reconsideration_days_told": None, "reconsideration_organ_told": None, "remedy_told": True}),
        ("如不服，可在接到决定书之日起30日内向云中市政府申请复议。", {"reconsideration_days_told": 30, "suit_months_told": None, "suit_organ_told": None}),  # noqa: E501
        ("如对本决定不服，依法申请行政复议或者提起行政诉讼。", {"remedy_told": True, "reconsideration_days_told": None, "suit_months_told": None}),  # noqa: E501
        ("", {"remedy_told": False}),
        ("逾期不申请行政复议、不提起行政诉讼又不履行的，依法申请人民法院强制执行。", {"remedy_told": None}),
    ],
)  # fmt: skip
def test_remedies(remedy, expected):
    check({"remedy": remedy}, expected)


@pytest.mark.parametrize(
    ("late", "told", "rate"),
    [
        ("到期不缴纳的，每日按罚款数额的3%加处罚款。", True, "0.03"),
        ("逾期每日按罚款数额的百分之三加处罚款，加处罚款的数额不超出罚款的数额。", True, "0.03"),
        ("逾期缴纳的，每日按罚款数额的百分之五加处罚款。", True, "0.05"),
        ("逾期不履行的，依法申请人民法院强制执行。", None, None),
    ],
)
def test_added_fine(late, told, rate):
    check({"late": late}, {"added_fine_told": told, "added_fine_rate": rate, "fine": "3000"})


@pytest.mark.parametrize(
    ("words", "basis"),
    [
        (
            "依据《道路运输条例》第六十三条第一款第（一）项、《行政处罚法》第二十八条，决定罚款3000元。",
            "《道路运输条例》第六十三条第一款第（一）项、《行政处罚法》第二十八条",
        ),
        ("依据该条例第六十三条的规定，决定罚款3000元。", "《道路运输条例》第六十三条"),
        (
            "依据《道路运输条例》第六十三条和《公路法》第七十六条第（五）项之规定，决定罚款3000元。",
            "《道路运输条例》第六十三条和《公路法》第七十六条第（五）项",
        ),
    ],
)
def test_legal_basis(words, basis):
    check({"decision": words}, {"legal_basis": basis})


@pytest.mark.parametrize(
    ("finding", "act"),
    [
        (
            "当事人未取得道路运输经营许可擅自从事道路货物运输经营的行为违反了《道路运输条例》第二十四条。",
            "未取得道路运输经营许可擅自从事道路货物运输经营",
        ),
        (
            "本机关认为，云中市顺达货运有限公司不按规定维护和检测运输车辆的行为，已违反《道路运输条例》第三十条的规定。",
            "不按规定维护和检测运输车辆",
        ),
        (
            "上述行为违反了《道路运输条例》第二十四条，构成未取得道路运输经营许可擅自从事道路货物运输经营的违法行为。",
            "未取得道路运输经营许可擅自从事道路货物运输经营",
        ),
        ("案由：涉嫌未随车携带车辆营运证案", "未随车携带车辆营运证"),
    ],
)
def test_violation(finding, act):
    check({"finding": finding}, {"violation": act})


def test_on_the_spot():
    assert decision(title="云中市交通运输局\n当场行政处罚决定书")["on_the_spot"] is True
    assert decision(facts=BASE["facts"] + "本案适用简易程序。")["on_the_spot"] is True
    assert "on_the_spot" not in decision()
