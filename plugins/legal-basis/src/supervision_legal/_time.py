"""Whether the power to punish had lapsed, and whether the decision came in time (处罚时效与办案期限)."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar, Literal

import ibis
from pydantic import Field

from supervision_legal._table import DIFFERS, differences, not_yet, subject, texts, with_document
from supervision_legal._words import TIME
from supervision_rules.detection import (
    Detector,
    Explained,
    Expr,
    Facts,
    Ladder,
    LegalTables,
    Parameters,
    PeriodOf,
    Span,
    after,
    always,
    day,
    unknown,
)
from supervision_rules.entities import Penalty
from supervision_rules.law import FIRST_DAY, LAST_DAY

SINCE = dt.date(2021, 7, 15)
"""行政处罚法 (2021) in force."""


class TimeParameters(Parameters):
    """Parameters of `legal.time` (参数)."""

    limitation_start: Literal["excluded", "included", "both"] = Field(
        default="excluded",
        title="时效起算",
        description="违法行为发生(终了)当日是否计入处罚时效:不计入、计入,或者两种都考虑",
    )
    limitation_roll: bool = Field(
        default=False, title="时效顺延", description="处罚时效的末日为休息日时是否顺延(处罚时效不是程序期限,一般不顺延)"
    )
    decide_roll: bool = Field(default=True, title="办案期限顺延", description="九十日的末日为休息日时是否顺延")


class DecidedInTime(Detector[TimeParameters]):
    """处罚时效与办案期限: acts discovered too late, decisions made too late (行政处罚法 36、60)."""

    name: ClassVar[str] = "legal.time"
    title: ClassVar[str] = "处罚时效与办案期限"
    title_en: ClassVar[str] = "Limitation and time to decide"
    parameters = TimeParameters
    subjects = ("penalties",)
    reads = (Penalty,)
    kinds = TIME
    documents = True

    def judge(self, facts: Facts, law: LegalTables, p: TimeParameters) -> Ladder:
        """The ladder over penalties."""
        own = facts.table("penalties")
        table = with_document(facts, own.select("pkey", "decided_on", "occurred_on", "found_on", "opened_on"))
        table = table.mutate(
            **Span.on(table.occurred_on).columns("act_done"),
            **_found(table).columns("found"),
            **_opened(table).columns("opened"),
            **Span.on(table.decided_on).columns("decided"),
        )
        table, steps = _limits(law, table, p)
        table = law.due(table, "decide_by", start="opened", variants={0: PeriodOf("decide_case", rolls=p.decide_roll)})
        table = facts.stage(table)
        found, decided = Span.of(table, "found"), Span.of(table, "decided")
        two, five = Span.of(table, "lapses"), Span.of(table, "lapses_harm")
        lapsed = ibis.cases(
            (after(decided, two).fill_null(True) == always(False), always(False)),
            (after(found, five).fill_null(False), always(True)),
            (after(found, two).fill_null(True), unknown()),
            else_=always(False),
        )
        ladder = Ladder(
            table, law, subject(table),
            ("found_lo", "found_hi", "occurred_on", "opened_on", "decided_on", *DIFFERS),
            explains=lambda row, _, lang: Explained(notes=differences(row, lang)), texts=texts(facts),
        )  # fmt: skip
        return (
            not_yet(ladder, facts)
            .not_applicable(
                "earlier", table.decided_on < day(SINCE), zh="2021-07-15之前作出的决定", en="decided before 2021-07-15"
            )
            .finding(
                "out_of_time_penalty",
                lapsed,
                zh="违法行为发生后超过五年才发现",
                en="discovered more than five years after the act",
                due="lapses_harm",
                happened="found",
                steps=steps,
                missing={
                    "penalties.occurred_on": table.occurred_on.isnull(),
                    "penalties.found_on": table.found_on.isnull(),
                    "penalties.opened_on": table.found_on.isnull() & table.opened_on.isnull(),
                },
            )
            .finding(
                "decided_late",
                after(decided, Span.of(table, "decide_by")),
                zh="立案后超过九十日才决定",
                en="decided more than 90 days after the case was opened",
                due="decide_by",
                happened="decided",
                steps=("decide_by",),
                missing={
                    "penalties.opened_on": table.opened_on.isnull(),
                    "calendar": table.opened_on.notnull(),
                },
            )
            .clear("in_time", always(True), zh="在时效和办案期限之内", en="within limitation and time to decide")
        )


def _limits(law: LegalTables, table: Expr, p: TimeParameters) -> tuple[Expr, tuple[str, ...]]:
    """Add `lapses` and `lapses_harm`, when two and five years end, and give the steps that say how."""
    ways = {"excluded": (False,), "included": (True,), "both": (True, False)}[p.limitation_start]
    steps: list[str] = []
    for name, period in (("lapses", "limitation"), ("lapses_harm", "limitation_harm")):
        made = [f"{name}{'' if len(ways) == 1 else number}" for number, _ in enumerate(ways)]
        for into, counts_first in zip(made, ways, strict=True):
            of = PeriodOf(period, rolls=p.limitation_roll, counts_first=counts_first)
            table = law.due(table, into, start="act_done", variants={0: of})
        if len(ways) > 1:
            ends = {f"{name}_lo": table[f"{made[0]}_lo"], f"{name}_hi": table[f"{made[1]}_hi"]}
            table = table.mutate(**ends)
        steps += made
    return table, tuple(steps)


def _found(table: Expr) -> Span:
    """The day of discovery: known, or no later than the case was opened or decided."""
    latest = ibis.coalesce(table.found_on, table.opened_on, table.decided_on)
    earliest = ibis.coalesce(table.found_on, table.occurred_on, day(FIRST_DAY))
    return Span(ibis.least(earliest, latest), latest)


def _opened(table: Expr) -> Span:
    """The day the case was opened: known, or between discovery and decision."""
    known = table.opened_on
    earliest = ibis.coalesce(known, table.found_on, day(FIRST_DAY))
    return Span(earliest, ibis.coalesce(known, day(LAST_DAY)))
