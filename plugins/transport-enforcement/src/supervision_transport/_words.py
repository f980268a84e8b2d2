"""The sentences of the findings (异常说明): what the records show, never that somebody broke the law."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from supervision_rules.detection import KindInfo

_NOT_TESTED = (
    (
        "未核实:逾期是否有正当理由(法释〔2018〕1号第一百五十六条)",
        "not tested: good reason for lateness (法释〔2018〕1号 156)",
    ),
    ("未核实:不可抗力等耽误期限的事由(《行政诉讼法》第四十八条)", "not tested: force majeure (行政诉讼法 48)"),
    ("未核实:邮寄申请的交邮日(法释〔2018〕1号第四十八条)", "not tested: the day of mailing (法释〔2018〕1号 48)"),
    ("未核实:复议决定书是否告知起诉期限", "not tested: whether the reconsideration decision told the time to sue"),
    ("未核实:已查封、扣押财物的处理(《行政强制法》第四十六条)", "not tested: property already seized (行政强制法 46)"),
)
Row = Mapping[str, Any]


def _overdue(row: Row) -> str:
    return (
        f",缴款期限{row['pay_by']}届满后未见足额缴纳" if row["pay_by"] != "—" and row["pay_by"] < row["as_of"] else ""
    )


def _overdue_en(row: Row) -> str:
    return (
        f"; the time to pay ended on {row['pay_by']}" if row["pay_by"] != "—" and row["pay_by"] < row["as_of"] else ""
    )


NON_ENFORCEMENT = {
    "not_applied": KindInfo(
        "逾期未申请强制执行",
        "not applied in time",
        "high",
        lambda r: (
            f"处罚决定于{r['served_on']}送达{_overdue(r)},申请法院强制执行的最后一日为{r['due_on']},"
            f"截至{r['as_of']}记录中没有申请,已过{r['days_over']}日。"
        ),
        lambda r: (
            f"Served on {r['served_on']}{_overdue_en(r)}; the last day to apply to the court was {r['due_on']}; "
            f"by {r['as_of']} no application is on record, {r['days_over']} days over."
        ),
        not_tested=_NOT_TESTED,
    ),
    "applied_late": KindInfo(
        "逾期申请强制执行",
        "applied late",
        "medium",
        lambda r: (
            f"处罚决定于{r['served_on']}送达,申请法院强制执行的最后一日为{r['due_on']},"
            f"记录显示申请日为{r['happened_on']},超过{r['days_over']}日。"
        ),
        lambda r: (
            f"Served on {r['served_on']}; the last day to apply was {r['due_on']}; the application is dated "
            f"{r['happened_on']}, {r['days_over']} days over."
        ),
        not_tested=_NOT_TESTED,
    ),
    "applied_early": KindInfo(
        "起诉期限届满前申请强制执行",
        "applied before the time to sue ended",
        "medium",
        lambda r: (
            f"处罚决定于{r['served_on']}送达,起诉期限(或延期、分期)至{r['due_on']}届满,"
            f"记录显示申请日为{r['happened_on']},申请时期限尚未届满。"
        ),
        lambda r: (
            f"Served on {r['served_on']}; the time to sue (or the deferral) ran until {r['due_on']}; the application "
            f"is dated {r['happened_on']}, before it ended."
        ),
        not_tested=_NOT_TESTED,
    ),
    "application_due_soon": KindInfo(
        "申请强制执行期限将届满",
        "time to apply ends soon",
        "low",
        lambda r: (
            f"处罚决定于{r['served_on']}送达{_overdue(r)},申请法院强制执行的最后一日为{r['due_on']},"
            f"截至{r['as_of']}记录中没有申请。"
        ),
        lambda r: (
            f"Served on {r['served_on']}{_overdue_en(r)}; the last day to apply is {r['due_on']}; by {r['as_of']} no "
            "application is on record."
        ),
        not_tested=_NOT_TESTED,
    ),
}

DEMAND = {
    "demand_missing": KindInfo(
        "申请前未见催告",
        "no demand before the application",
        "medium",
        lambda r: f"记录显示{r['applied_on']}申请强制执行,在此之前没有催告书送达记录。",
        lambda r: f"Enforcement was applied for on {r['applied_on']}; no demand served before that is on record.",
        basis=("《行政强制法》(2011-06-30)第五十四条",),
    ),
    "demand_too_short": KindInfo(
        "催告后未满十日即申请",
        "applied too soon after the demand",
        "medium",
        lambda r: (
            f"催告书于{r['demanded_on']}送达,送达后第十个工作日为{r['due_on']},记录显示申请日为{r['happened_on']},不晚于该日。"
        ),
        lambda r: (
            f"The demand was served on {r['demanded_on']}; the tenth working day after it was {r['due_on']}; the "
            f"application is dated {r['happened_on']}, not after it."
        ),
    ),
}
