"""The two detectors of transport enforcement (行政处罚非诉执行:交通运输)."""

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
    Parameters,
    Span,
    after,
    always,
    certainly,
    day,
    happened,
    join,
    on_or_before,
    unknown,
)
from supervision_rules.entities import Application, CourtCase, Deferral, Demand, Payment, Penalty, Remedy
from supervision_transport._applications import with_application
from supervision_transport._performance import kinds_of, nothing_to_enforce, with_performance
from supervision_transport._remedies import with_remedies
from supervision_transport._time import with_times
from supervision_transport._words import DEMAND, NON_ENFORCEMENT

UNTOLD_SINCE = dt.date(2018, 2, 8)
"""法释〔2018〕1号 took effect: for a start before it some version that the time to sue may need is not in the law data."""


class DemandParameters(Parameters):
    """Parameters of both detectors (参数)."""

    self_enforcing: tuple[str, ...] = Field(
        default=("海关", "税务"), title="自行强制执行的机关", description="机关名称含其中之一的,不申请法院执行"
    )


class NonEnforcementParameters(DemandParameters):
    """未依法申请强制执行的参数."""

    warn_days: int = Field(default=30, ge=0, le=3650, title="预警天数", description="期限届满前多少个自然日开始预警")


def _subject(table: Expr) -> dict[str, Expr]:
    return {
        "subject_table": ibis.literal("penalties"),
        "pkey": table.pkey,
    }


def _texts(facts: Facts) -> Expr:
    """What only a reader of a finding needs of the penalty."""
    own = facts.table("penalties")
    return own.select(
        "pkey", "decision_no", "agency", "party_name", "pay_by", subject_source=own["_source"], subject_row=own["_row"]
    )


_COLUMNS = (
    "pkey",
    "decided_on",
    "served_on",
    "fine",
    "confiscated",
    "remedy_told",
    "suit_months_told",
    "performed_on",
    "revoked_on",
)


def _penalties(facts: Facts, p: DemandParameters) -> Expr:
    own = facts.table("penalties")
    enforcing = [own.agency.contains(part) for part in p.self_enforcing]
    own = own.select(
        *_COLUMNS,
        **kinds_of(own),
        self_enforcing=ibis.or_(*enforcing) if enforcing else always(False),
    )
    return with_application(facts, facts.with_doubts(own))


def _not_applicable(ladder: Ladder, facts: Facts, p: DemandParameters) -> Ladder:
    """The rungs that both detectors share: not yet, revoked, nothing to enforce, self-enforcing."""
    table = ladder.table
    later = certainly(table.decided_on > day(facts.as_of)) | certainly(table.served_on > day(facts.as_of))
    return (
        ladder.not_applicable("not_yet", later, zh="截至日尚未决定或送达", en="not yet decided or served")
        .not_applicable(
            "revoked",
            happened(table.revoked_on),
            zh="处罚决定已撤销",
            en="the penalty was revoked",
            missing={"penalties.revoked_on": table.revoked_on.isnull()},
        )
        .not_applicable(
            "nothing_to_enforce",
            nothing_to_enforce(table),
            zh="没有需要申请法院执行的内容",
            en="nothing for a court to enforce",
            missing={"penalties.penalty_kinds": table.kinds_unknown, "penalties.fine": table.fine.isnull()},
        )
        .not_applicable(
            "self_enforcing",
            table.self_enforcing,
            zh="机关可以自行强制执行",
            en="the agency enforces itself",
        )
    )


def _application_missing(facts: Facts, table: Expr) -> dict[str, Expr]:
    unknown_day = table.day_unknown & ~table.application_doubted
    return {
        "applications": table.application_doubted,
        "court_cases": table.application_doubted,
        "court_cases.applied_on": unknown_day
        | certainly(table.applied_lo != table.applied_hi) & certainly(table.applied_for),
    }


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
        table = with_remedies(facts, law, _penalties(facts, p))
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
        } | _application_missing(facts, table)
        time_missing = {
            "penalties.served_on": table.served_on.isnull() & ~table.upheld,
            "penalties.remedy_told": (table.told_case == 0) & ~table.upheld,
            "statutes": _before_the_law_data(table),
            "remedies.served_on": certainly(table.answered_hi == day(dt.date.max)),
            "deferrals": table.deferral_doubtful,
            "calendar": (apply.hi == day(dt.date.max)) & (table.period_start_hi < day(dt.date.max)),
        }
        applied_missing = time_missing | _application_missing(facts, table)
        rests_on = ("remedies", "deferrals", "penalties.revoked_on")
        steps = ("sue_from_service", "sue_after_reconsideration", "sue", "early")
        all_steps = (*steps[:3], "period_start", "apply")
        show = ("served_on", "pay_by", "applied_lo", "applied_hi", "suit_months_told")
        ladder = _not_applicable(Ladder(table, law, _subject(table), show, texts=_texts(facts)), facts, p)
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
                | _application_missing(facts, table),
            )
            .not_applicable(
                "annulled_or_replaced",
                table.annulled,
                zh="复议或诉讼已撤销、变更决定或调解结案",
                en="annulled, changed or mediated",
                missing=remedies_missing,
            )
            .not_applicable(
                "judged",
                table.adjudged,
                zh="诉讼维持,执行的是判决",
                en="upheld in court: the judgment is enforced",
                missing=remedies_missing,
            )
            .not_applicable(
                "remedy_pending",
                table.pending,
                zh="复议或诉讼尚未结案",
                en="a remedy is pending",
                missing=remedies_missing,
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
                depends=(*rests_on, "court_cases.urgent"),
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
                depends=rests_on,
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
                depends=rests_on,
            )
            .warning(
                "application_due_soon",
                without & soon,
                zh=f"申请期限在{p.warn_days}日内届满",
                en=f"the last day is at most {p.warn_days} days ahead",
                due="apply",
                steps=all_steps,
                missing=time_missing,
                depends=rests_on,
            )
            .clear("time_runs", always(True), zh="期限尚未届满", en="time is running")
        )


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
        table = _penalties(facts, p)
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
        missing = {"demands": facts.doubt(table, "demands")} | _application_missing(facts, table)
        ladder = Ladder(
            table, law, _subject(table), ("applied_on", "demanded_on", "applied_lo", "applied_hi"), texts=_texts(facts)
        )
        ladder = ladder.not_applicable(
            "no_application", certainly(~has), zh="没有申请强制执行", en="no application on record"
        )
        rests_on = ("penalties.revoked_on", "court_cases.urgent")
        return (
            _not_applicable(ladder, facts, p)
            .not_applicable(
                "urgent",
                table.urgent,
                zh="申请立即执行",
                en="immediate enforcement was applied for",
                missing={"court_cases.urgent": table.urgent.isnull()},
            )
            .finding(
                "demand_missing",
                has & facts.unknown_where_doubted(table, "demands", undemanded),
                zh="申请之前没有催告",
                en="no demand before the application",
                missing=missing,
                depends=rests_on,
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
                depends=rests_on,
            )
            .clear("demanded", always(True), zh="已依法催告", en="demanded in time")
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
