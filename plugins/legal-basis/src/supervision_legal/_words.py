"""The sentences of the findings (异常说明): what the records show, never that somebody broke the law."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from supervision_rules.detection import KindInfo

Row = Mapping[str, Any]

CITATION = {
    "statute_not_in_force": KindInfo(
        "引用了不应适用的法律版本",
        "statute not in force",
        "high",
        lambda r: f"处罚决定引用的{r['trouble_zh']}。",
        lambda r: f"The decision cites {r['trouble_en']}.",
    ),
    "article_missing": KindInfo(
        "引用的条款不存在",
        "article missing",
        "medium",
        lambda r: f"处罚决定引用的{r['trouble_zh']}。",
        lambda r: f"The decision cites {r['trouble_en']}.",
    ),
    "citation_incomplete": KindInfo(
        "引用法律未写明条文",
        "citation incomplete",
        "low",
        lambda r: f"处罚决定引用的{r['trouble_zh']},不能看出依据哪一条处罚。",
        lambda r: f"The decision cites {r['trouble_en']}: by which article it punishes can't be seen.",
    ),
    "statute_unknown": KindInfo(
        "引用的法律不在法律数据中",
        "statute unknown",
        "low",
        lambda r: f"处罚决定引用的{r['trouble_zh']}。",
        lambda r: f"The decision cites {r['trouble_en']}.",
    ),
}

_ACT_NOT_TESTED = (
    (
        "未核实:违法行为的定性是否与事实、证据相符",
        "not tested: whether facts and evidence bear out the act named",
    ),
)

BASIS = {
    "lighter_new_law": KindInfo(
        "未适用较轻的新规定",
        "lighter new law not applied",
        "high",
        lambda r: (
            f"行为发生在旧规定施行期间,决定作出时新规定较轻或者不再处罚(行政处罚法第三十七条):{r['lighter_zh']};"
            f"记录的处罚种类为{r['kinds_shown']},罚款为{r['fine']}元,处罚重于新规定。"
        ),
        lambda r: (
            f"The act was done under the old law, and the law at the decision is lighter or no longer punishes it "
            f"(行政处罚法 37): {r['lighter_en']}; on record are {r['kinds_shown']} and a fine of {r['fine']} yuan: more than that."
        ),
        ("《行政处罚法》(2021-01-22)第三十七条",),
        not_tested=_ACT_NOT_TESTED,
    ),
    "basis_mismatch": KindInfo(
        "处罚依据与违法行为不符",
        "basis doesn't fit the act",
        "high",
        lambda r: f"{r['right_zh']}。",
        lambda r: f"As recorded, {r['right_en']}.",
        not_tested=_ACT_NOT_TESTED,
    ),
}

_MITIGATION = (
    (
        "未核实:是否另有从轻、减轻、从重的裁量理由和裁量基准(《行政处罚法》第三十二条、第三十四条)",
        "not tested: discretion and its local standards (行政处罚法 32, 34)",
    ),
)

PENALTY = {
    "kind_not_authorised": KindInfo(
        "处罚种类没有依据",
        "kind not authorised",
        "high",
        lambda r: (
            f"记录的处罚种类为{r['kinds_shown']};据以判断的条文:{r['judged_zh']};其中有该条文没有规定或者条件不具备的种类。"
        ),
        lambda r: (
            f"The kinds on record are {r['kinds_shown']}; the provision: {r['judged_en']}; one of them it doesn't give, "
            "or only under a condition that isn't met."
        ),
        not_tested=_MITIGATION,
    ),
    "fine_out_of_range": KindInfo(
        "罚款超出法定幅度",
        "fine out of range",
        "high",
        lambda r: (
            f"记录的罚款为{r['fine']}元,违法所得为{r['illegal_gains']}元;据以判断的条文:{r['judged_zh']};"
            "罚款不在该幅度之内。"
        ),
        lambda r: (
            f"The fine on record is {r['fine']} yuan, the gains {r['illegal_gains']}; the provision: {r['judged_en']}; "
            "the fine is outside that range."
        ),
        not_tested=_MITIGATION,
    ),
    "added_fine_over_principal": KindInfo(
        "加处罚款超过罚款数额",
        "added fine above the fine",
        "medium",
        lambda r: f"记录的罚款为{r['fine']}元,已缴加处罚款合计{r['added_total']}元,超过罚款数额。",
        lambda r: (
            f"The fine on record is {r['fine']} yuan; added fines paid come to {r['added_total']} yuan, more than that."
        ),
        ("《行政处罚法》(2021-01-22)第七十二条", "《行政强制法》(2011-06-30)第四十五条"),
    ),
    "amount_mismatch": KindInfo(
        "大小写金额不一致",
        "amounts in digits and words differ",
        "medium",
        lambda r: f"决定书中罚款的小写金额为{r['fine_told']}元,大写金额合{r['fine_in_words']}元。",
        lambda r: f"The document's fine is {r['fine_told']} yuan in digits and {r['fine_in_words']} yuan in words.",
        ("《行政处罚法》(2021-01-22)第五十九条",),
    ),
}


def _misstated(row: Row) -> list[tuple[str, str]]:
    parts = [
        ("untold", "记录为没有告知救济途径", "the remedies were not told"),
        (
            "months_wrong",
            f"告知的起诉期限为{row['suit_months_told']}个月,法律规定为六个月",
            f"the time to sue told is {row['suit_months_told']} months, by law six",
        ),
        (
            "days_wrong",
            f"告知的复议期限为{row['reconsideration_days_told']}日,法律规定为六十日",
            f"the time for reconsideration told is {row['reconsideration_days_told']} days, by law sixty",
        ),
        (
            "organ_wrong",
            f"告知的复议机关为“{row['reconsideration_organ_told']}”,从名称看不是有权受理的机关",
            f"the organ told is “{row['reconsideration_organ_told']}”, by its name none that may take it",
        ),
        (
            "order_wrong",
            "当场处罚决定告知可以直接起诉,法律规定应先申请复议",
            "an on-the-spot decision tells that a suit is open at once, while by law reconsideration comes first",
        ),
    ]
    return [(zh, en) for name, zh, en in parts if row[name] == "True"]


REMEDY = {
    "remedy_misstated": KindInfo(
        "救济途径告知有误",
        "remedies misstated",
        "medium",
        lambda r: ";".join(zh for zh, _ in _misstated(r)) + "。",
        lambda r: "As recorded, " + "; ".join(en for _, en in _misstated(r)) + ".",
        ("《行政处罚法》(2021-01-22)第五十九条",),
        not_tested=(("未核实:决定书上告知的原文", "not tested: the wording in the decision itself"),),
    )
}

TIME = {
    "out_of_time_penalty": KindInfo(
        "超过处罚时效",
        "punished after the limitation",
        "high",
        lambda r: (
            f"违法行为发生(终了)日为{r['occurred_on']},发现日为{r['found_on']},"
            f"五年时效的最后一日为{r['due_on']},超过{r['days_over']}日。"
        ),
        lambda r: (
            f"The act was done (or ended) on {r['occurred_on']} and discovered on {r['found_on']}; five years ended on "
            f"{r['due_on']}, {r['days_over']} days before."
        ),
        not_tested=(
            ("未核实:违法行为是否连续或者继续", "not tested: whether the act continued"),
            (
                "未核实:是否涉及公民生命健康安全、金融安全且有危害后果(二年与五年之间须先判明)",
                "not tested: harm to life, health or financial safety (decides between two and five years)",
            ),
        ),
    ),
    "decided_late": KindInfo(
        "超过办案期限作出决定",
        "decided late",
        "low",
        lambda r: (
            f"立案日为{r['opened_on']},九十日的最后一日为{r['due_on']},决定日为{r['decided_on']},超过{r['days_over']}日。"
        ),
        lambda r: (
            f"Opened on {r['opened_on']}; ninety days ended on {r['due_on']}; decided on {r['decided_on']}, "
            f"{r['days_over']} days over."
        ),
        not_tested=(
            (
                "未核实:法律、法规、规章是否另有办案期限,是否有依法扣除的期间",
                "not tested: other periods by law, time that doesn't count",
            ),
        ),
    ),
}
