"""The table that goes out: findings (异常提示)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any

from supervision_rules.entities._columns import Column, ColumnType, Entity


class Outcome(StrEnum):
    """What became of a record read (每条记录的结果); the counts of all outcomes add up to the records read."""

    FINDING = "finding"
    WARNING = "warning"
    UNVERIFIED = "unverified"
    CLEAR = "clear"
    NOT_APPLICABLE = "not_applicable"
    REJECTED = "rejected"

    @property
    def label(self) -> str:
        """The Chinese word for reports."""
        return {
            "finding": "异常",
            "warning": "预警",
            "unverified": "无法核实",
            "clear": "正常",
            "not_applicable": "不适用",
            "rejected": "未读入",
        }[self.value]


@dataclass(frozen=True, slots=True)
class Explanation:
    """The steps behind a finding (推导过程): each a mapping with `step`, its own fields, and `text`."""

    reason: str
    steps: tuple[dict[str, Any], ...]

    def text(self) -> str:
        """The reason and every step, a line each."""
        return "\n".join([self.reason, *(f"  {step['text']}" for step in self.steps)])


class FindingRecord(Entity, table="findings", label="异常提示", key=("finding_id",)):
    """异常提示: one row of what a detector gives, as other programs read it."""

    finding_id: Annotated[str, Column("编号", description="stable fingerprint of detector, kind and subject")]
    detector: Annotated[str, Column("检测器")]
    kind: Annotated[str, Column("异常类型")]
    rung: Annotated[str, Column("判断环节")]
    status: Annotated[str, Column("状态", description="finding, warning or unverified")]
    decision_no: Annotated[str | None, Column("决定书文号")] = None
    agency: Annotated[str | None, Column("处罚机关")] = None
    case_no: Annotated[str | None, Column("案号")] = None
    court: Annotated[str | None, Column("法院")] = None
    party_name: Annotated[str | None, Column("当事人名称")] = None
    due_on: Annotated[
        dt.date | None,
        Column(
            "期限届满日",
            ColumnType.DATE,
            description="the last day in time; for something done too early, the last day on which it was forbidden",
        ),
    ] = None
    happened_on: Annotated[
        dt.date | None,
        Column("实际发生日", ColumnType.DATE, description="the day it was done; of an interval the earliest"),
    ] = None
    days_over: Annotated[int | None, Column("超期天数", ColumnType.INTEGER, description="calendar days")] = None
    as_of: Annotated[dt.date, Column("截至日", ColumnType.DATE)]
    severity: Annotated[str, Column("严重程度", description="low, medium or high")]
    basis: Annotated[tuple[str, ...], Column("依据", ColumnType.LIST)]
    missing: Annotated[tuple[str, ...], Column("缺少的数据", ColumnType.LIST)]
    assumptions: Annotated[tuple[str, ...], Column("假设", ColumnType.LIST)]
    reason: Annotated[str, Column("说明")]
    trace: Annotated[tuple[dict[str, Any], ...], Column("推导过程", ColumnType.STEPS)]

    def explain(self) -> Explanation:
        """The steps from record to date."""
        return Explanation(self.reason, self.trace)
