"""Applications without a timely demand (申请前催告, 行政强制法 54)."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

import ibis

from supervision_rules.detection import (
    Detector,
    Facts,
    Ladder,
    LegalTables,
    Span,
    after,
    always,
    certainly,
    day,
    join,
    on_or_before,
)
from supervision_rules.entities import Application, CourtCase, Demand, Penalty
from supervision_transport._shared import (
    DemandParameters,
    application_missing,
    not_applicable,
    penalties,
    subject,
    texts,
)
from supervision_transport._words import DEMAND


class DemandBeforeApplication(Detector[DemandParameters]):
    """申请前催告: applications without a demand, or too soon after it (行政强制法 54)."""

    name: ClassVar[str] = "transport.demand"
    title: ClassVar[str] = "申请前未依法催告"
    title_en: ClassVar[str] = "Application without a timely demand"
    parameters = DemandParameters
    subjects = ("penalties",)
    reads = (Penalty, Demand, Application, CourtCase)
    kinds = DEMAND

    def judge(self, facts: Facts, law: LegalTables, p: DemandParameters) -> Ladder:
        """The ladder over penalties with an application."""
        table = penalties(facts, p)
        rows = facts.table("demands")
        rows = rows.filter(rows.served_on <= day(facts.as_of))
        first = rows.group_by("pkey").agg(demanded_on=rows.served_on.min())
        table = join(table, first, [table.pkey == first.pkey], demanded_on=first.demanded_on)
        table = table.mutate(**Span.on(table.demanded_on).columns("demanded"))
        table = law.due(table, "demand", start="demanded", day_column="demanded_on")
        applied, demanded = Span.of(table, "applied"), Span(table.demanded_on, table.demanded_on)
        table = table.mutate(applied_on=ibis.ifelse(applied.lo > day(dt.date.min), applied.lo, ibis.null("date")))
        has = table.applied_for
        undemanded = ibis.ifelse(table.demanded_on.isnull(), always(True), after(demanded, applied))
        missing = {"demands": facts.doubt(table, "demands")} | application_missing(table)
        ladder = Ladder(
            table, law, subject(table), ("applied_on", "demanded_on", "applied_lo", "applied_hi"), texts=texts(facts)
        )
        ladder = ladder.not_applicable(
            "no_application", certainly(~has), zh="没有申请强制执行", en="no application on record"
        )
        return (
            not_applicable(ladder, facts, p)
            .not_applicable(
                "urgent",
                table.urgent,
                zh="申请立即执行",
                en="immediate enforcement was applied for",
                missing={"court_cases.urgent": table.urgent.isnull()},
                depends=("court_cases.urgent",),
            )
            .finding(
                "demand_missing",
                has & facts.unknown_where_doubted(table, "demands", undemanded),
                zh="申请之前没有催告",
                en="no demand before the application",
                missing=missing,
            )
            .finding(
                "demand_too_short",
                has & on_or_before(applied, Span.of(table, "demand")),
                zh="催告后第十个工作日或之前申请",
                en="applied on or before the tenth working day after the demand",
                due="demand",
                happened="applied",
                steps=("demand",),
                missing=missing | {"calendar": table.demand_hi == day(dt.date.max)},
            )
            .clear("demanded", always(True), zh="已依法催告", en="demanded in time")
        )
