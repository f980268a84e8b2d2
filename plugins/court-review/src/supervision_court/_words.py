"""The sentences of the findings (异常说明): what the records show, never that somebody broke the law."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from supervision_rules.detection import KindInfo

Row = Mapping[str, Any]


def _done(row: Row, what: str) -> str:
    if row["happened_on"] != "—":
        return f"记录显示{what}为{row['happened_on']},超过{row['days_over']}日"
    return f"截至{row['as_of']}记录中没有{what},已过{row['days_over']}日"


def _done_en(row: Row, what: str) -> str:
    if row["happened_on"] != "—":
        return f"{what} is dated {row['happened_on']}, {row['days_over']} days over"
    return f"by {row['as_of']} no {what} is on record, {row['days_over']} days over"


_MAILING = (
    ("未核实:邮寄申请的交邮日(法释〔2018〕1号第四十八条)", "not tested: the day of mailing (法释〔2018〕1号 48)"),
)

ACCEPTANCE = {
    "not_accepted_in_time": KindInfo(
        "未在期限内受理",
        "not accepted in time",
        "medium",
        lambda r: (
            f"法院于{r['received_on']}收到强制执行申请,受理期限至{r['due_on']}届满,{_done(r, '受理(或不予受理)日')}。"
        ),
        lambda r: (
            f"The court received the application on {r['received_on']}; the time to accept ended on {r['due_on']}; "
            f"{_done_en(r, 'acceptance')}."
        ),
        not_tested=_MAILING,
    )
}
RULING = {
    "no_ruling": KindInfo(
        "逾期未裁定",
        "no ruling",
        "high",
        lambda r: f"法院于{r['accepted_on']}受理,裁定期限至{r['due_on']}届满,{_done(r, '裁定')}。",
        lambda r: f"Accepted on {r['accepted_on']}; the time to rule ended on {r['due_on']}; {_done_en(r, 'ruling')}.",
    ),
    "ruled_late": KindInfo(
        "逾期裁定",
        "ruled late",
        "medium",
        lambda r: f"法院于{r['accepted_on']}受理,裁定期限至{r['due_on']}届满,{_done(r, '裁定日')}。",
        lambda r: (
            f"Accepted on {r['accepted_on']}; the time to rule ended on {r['due_on']}; {_done_en(r, 'the ruling')}."
        ),
    ),
}
REFUSAL = {
    "refusal_served_late": KindInfo(
        "不予执行裁定逾期送达",
        "refusal served late",
        "medium",
        lambda r: f"法院于{r['ruled_on']}裁定不准予执行,送达期限至{r['due_on']}届满,{_done(r, '送达日')}。",
        lambda r: f"Refused on {r['ruled_on']}; the time to serve it ended on {r['due_on']}; {_done_en(r, 'service')}.",
    )
}
OBJECTION = {
    "review_late": KindInfo(
        "上级法院复议逾期",
        "review late",
        "medium",
        lambda r: f"行政机关于{r['review_applied_on']}申请复议,复议期限至{r['due_on']}届满,{_done(r, '复议裁定日')}。",
        lambda r: (
            f"An objection was filed on {r['review_applied_on']}; the time to rule on it ended on {r['due_on']}; "
            f"{_done_en(r, 'the ruling')}."
        ),
    )
}
IMMEDIATE = {
    "enforced_late": KindInfo(
        "立即执行逾期",
        "immediate enforcement late",
        "high",
        lambda r: f"法院于{r['ruled_on']}裁定准予立即执行,开始执行的期限至{r['due_on']}届满,{_done(r, '开始执行日')}。",
        lambda r: (
            f"Immediate enforcement was allowed on {r['ruled_on']}; it was to begin by {r['due_on']}; "
            f"{_done_en(r, 'its beginning')}."
        ),
    )
}
ADMISSION = {
    "late_application_admitted": KindInfo(
        "逾期申请获准执行",
        "late application admitted",
        "medium",
        lambda r: "记录显示行政机关的申请超过申请期限,法院予以受理并裁定准予执行;逾期是否有正当理由,记录不能说明。",
        lambda r: (
            "The records show an application after the last day that the court accepted and allowed; whether there was "
            "good reason the records don't tell."
        ),
        basis=("法释〔2018〕1号(2018-02-06)第一百五十六条", "《行政强制法》(2011-06-30)第五十三条"),
    )
}
