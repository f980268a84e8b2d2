"""Penalties that were not brought to court in time (未依法申请强制执行, 行政强制法 53)."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

import ibis
from pydantic import Field

from supervision_rules.detection import (
    Detector,
    Expr,
    Facts,
    Ladder,
    LegalTables,
    Span,
    after,
    always,
    certainly,
    day,
    on_or_before,
    unknown,
)
from supervision_rules.entities import Application, CourtCase, Deferral, Payment, Penalty, Remedy
from supervision_transport._performance import with_performance
from supervision_transport._remedies import with_remedies
from supervision_transport._shared import (
    DemandParameters,
    application_missing,
    not_applicable,
    penalties,
    subject,
    texts,
)
from supervision_transport._time import with_times
from supervision_transport._words import NON_ENFORCEMENT

UNTOLD_SINCE = dt.date(2018, 2, 8)
"""法释〔2018〕1号 took effect: for a start before it some version that the time to sue may need is not in the law data."""


class NonEnforcementParameters(DemandParameters):
    """未依法申请强制执行的参数."""

    warn_days: int = Field(default=30, ge=0, le=3650, title="预警天数", description="期限届满前多少个自然日开始预警")


class NonEnforcement(Detector[NonEnforcementParameters]):
    """未依法申请强制执行: penalties left unenforced, or brought to court out of time (行政强制法 53)."""

    name: ClassVar[str] = "transport.non_enforcement"
    title: ClassVar[str] = "未依法申请强制执行"
    title_en: ClassVar[str] = "Penalty not brought to court in time"
    parameters = NonEnforcementParameters
    subjects = ("penalties",)
    reads = (Penalty, Payment, Deferral, Remedy, Application, CourtCase)
    kinds = NON_ENFORCEMENT

    def judge(self, facts: Facts, law: LegalTables, p: NonEnforcementParameters) -> Ladder:
        """The ladder over penalties decided and served by the run's day."""
        table = with_remedies(facts, law, penalties(facts, p))
        remedies_doubted = facts.doubt(table, "remedies")
        for name in ("annulled", "adjudged", "pending"):
            table = table.mutate(**{name: ibis.ifelse(remedies_doubted, unknown(), table[name])})
        table = with_performance(facts, with_times(facts, law, table))

        applied, early, apply = (Span.of(table, name) for name in ("applied", "early", "apply"))
        table_as_of = Span(day(facts.as_of), day(facts.as_of))
        has = table.applied_for
        contradicts = (
            certainly(table.served_on < table.decided_on)
            | certainly(has & (applied.lo < table.decided_on) & (applied.lo > day(dt.date.min)))
            | certainly(has & (applied.hi < table.decided_on))
            | table.remedy_contradicts
        )
        too_early = (
            has & on_or_before(applied, early) & ibis.ifelse(table.urgent.fill_null(True), unknown(), always(True))
        )
        without = ~has
        window = day(_shift(facts.as_of, p.warn_days))
        soon = ibis.cases((apply.hi <= window, always(True)), (apply.lo > window, always(False)), else_=unknown())

        remedies_missing = {
            "remedies": facts.doubt(table, "remedies"),
            "remedies.outcome": table.outcome_missing,
            "remedies.concluded_on": table.concluded_missing | table.pending.isnull(),
        } | application_missing(table)
        time_missing = {
            "penalties.served_on": table.served_on.isnull() & ~table.upheld,
            "penalties.remedy_told": (table.told_case == 0) & ~table.upheld,
            "statutes": _before_the_law_data(table),
            "remedies.served_on": certainly(table.answered_hi == day(dt.date.max)),
            "deferrals": table.deferral_doubtful,
            "calendar": (apply.hi == day(dt.date.max)) & (table.period_start_hi < day(dt.date.max)),
        }
        applied_missing = time_missing | application_missing(table)
        steps = ("sue_from_service", "sue_after_reconsideration", "sue", "early")
        all_steps = (*steps[:3], "period_start", "apply")
        show = ("served_on", "pay_by", "applied_lo", "applied_hi", "suit_months_told")
        ladder = not_applicable(Ladder(table, law, subject(table), show, texts=texts(facts)), facts, p)
        return (
            ladder.unverified(
                "dates_contradict",
                contradicts,
                zh="日期互相矛盾",
                en="dates contradict each other",
                missing={
                    "penalties.decided_on": certainly(contradicts),
                    "remedies.filed_on": table.remedy_contradicts.fill_null(True),
                }
                | application_missing(table),
            )
            .not_applicable(
                "annulled_or_replaced",
                table.annulled,
                zh="复议或诉讼已撤销、变更决定或调解结案",
                en="annulled, changed or mediated",
                missing=remedies_missing,
                depends=("remedies",),
            )
            .not_applicable(
                "judged",
                table.adjudged,
                zh="诉讼维持,执行的是判决",
                en="upheld in court: the judgment is enforced",
                missing=remedies_missing,
                depends=("remedies",),
            )
            .not_applicable(
                "remedy_pending",
                table.pending,
                zh="复议或诉讼尚未结案",
                en="a remedy is pending",
                missing=remedies_missing,
                depends=("remedies",),
            )
            .finding(
                "applied_early",
                too_early,
                zh="在起诉期限(或延期、分期)届满前申请",
                en="applied before the time to sue (or the deferral) ended",
                due="early",
                happened="applied",
                steps=steps,
                missing=applied_missing | {"court_cases.urgent": table.urgent.fill_null(True)},
                depends=("deferrals", "court_cases.urgent"),
            )
            .finding(
                "applied_late",
                has & after(applied, apply),
                zh="在申请期限届满后申请",
                en="applied after the last day",
                due="apply",
                happened="applied",
                steps=all_steps,
                missing=applied_missing,
                depends=("deferrals",),
            )
            .clear("applied_in_time", has, zh="在期限内申请", en="applied in time")
            .clear(
                "performed",
                table.performed,
                zh="在申请期限届满前已履行完毕",
                en="performed by the last day to apply",
                missing={
                    "penalties.performed_on": table.performed_on.isnull(),
                    "payments": facts.doubt(table, "payments"),
                    "payments.kind": table.paid_unkind,
                    "penalties.penalty_kinds": table.performance_kinds_missing,
                    "penalties.fine": table.performance_fine_missing,
                    "penalties.confiscated": table.performance_confiscated_missing,
                }
                | time_missing,
            )
            .finding(
                "not_applied",
                without & after(table_as_of, apply),
                zh="申请期限已届满而没有申请",
                en="the last day has passed without an application",
                due="apply",
                steps=all_steps,
                missing=time_missing,
                depends=("deferrals",),
            )
            .warning(
                "application_due_soon",
                without & soon,
                zh=f"申请期限在{p.warn_days}日内届满",
                en=f"the last day is at most {p.warn_days} days ahead",
                due="apply",
                steps=all_steps,
                missing=time_missing,
                depends=("deferrals",),
            )
            .clear("time_runs", always(True), zh="期限尚未届满", en="time is running")
        )


def _shift(as_of: dt.date, days: int) -> dt.date:
    try:
        return as_of + dt.timedelta(days=days)
    except OverflowError:
        return dt.date.max - dt.timedelta(days=1)


def _before_the_law_data(table: Expr) -> Expr:
    """Whether the time to sue is not known because the law data has no version for its start."""
    last = day(dt.date.max)
    from_service = certainly(table.served_on < day(UNTOLD_SINCE)) & (table.sue_from_service_hi == last)
    answered = certainly(table.answered_hi < day(UNTOLD_SINCE)) & (table.sue_after_reconsideration_hi == last)
    return from_service | answered
