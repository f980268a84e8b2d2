"""What follows the ruling: service of a refusal, objections, immediate enforcement (行政强制法 56, 58, 59)."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

import ibis

from supervision_court._cases import (
    case_subject,
    event_days,
    event_spans,
    is_ruling,
    overdue,
    ruling_missing,
    seen,
    unless_time_runs,
)
from supervision_court._words import IMMEDIATE, OBJECTION, REFUSAL
from supervision_rules.detection import (
    Detector,
    Facts,
    Ladder,
    LegalTables,
    Parameters,
    PeriodOf,
    Span,
    after,
    always,
    certainly,
    day,
    happened,
    unknown,
)
from supervision_rules.entities import CourtCase, Ruling

_REFUSED, _NOT_ACCEPTED = 0, 1


class RefusalService(Detector[Parameters]):
    """不予执行裁定未按期送达: refusals not served on the agency within five working days (行政强制法 58)."""

    name: ClassVar[str] = "court.refusal_service"
    title: ClassVar[str] = "不予执行裁定的送达"
    title_en: ClassVar[str] = "Service of a refusal"
    subjects = ("court_cases",)
    reads = (CourtCase,)
    kinds = REFUSAL

    def judge(self, facts: Facts, law: LegalTables, p: Parameters) -> Ladder:
        """The ladder over court cases."""
        table = event_days(event_spans(facts.table("court_cases"), "ruled"), "ruling_served")
        table = law.due(table, "serve_refusal", start="ruled")
        due = Span.of(table, "serve_refusal")
        served, filed = happened(table.ruling_served_on), happened(table.review_applied_on)
        objected_in_time = certainly(filed & (table.review_applied_on <= due.lo))
        late = ibis.cases(
            (served, after(Span.of(table, "ruling_served"), due)),
            (objected_in_time, always(False)),
            (filed, unknown()),
            (served.isnull() | filed.isnull(), unless_time_runs(facts, due)),
            else_=overdue(facts, due),
        )
        return (
            seen(Ladder(table, law, case_subject(table), ("ruled_lo", "ruling_served_lo")), facts)
            .not_applicable(
                "not_refused",
                ~is_ruling(table, Ruling.REFUSE),
                zh="不是不准予执行的裁定",
                en="not a refusal",
                missing=ruling_missing(table),
            )
            .finding(
                "refusal_served_late",
                late,
                zh="期限届满后送达,或截至日尚未送达",
                en="served after the last day, or not by the run's day",
                due="serve_refusal",
                happened="ruling_served",
                steps=("serve_refusal",),
                missing={
                    "court_cases.ruled_on": table.ruled_hi == day(dt.date.max),
                    "court_cases.ruling_served_on": ~served.fill_null(False),
                    "court_cases.review_applied_on": table.review_applied_on.isnull(),
                    "calendar": (table.serve_refusal_hi == day(dt.date.max)) & (table.ruled_hi < day(dt.date.max)),
                },
                depends=("court_cases.review_applied_on",),
            )
            .clear("served_in_time", served.fill_null(False) | objected_in_time, zh="在期限内送达", en="served in time")
            .clear("time_runs", always(True), zh="期限尚未届满", en="time is running")
        )


class Objection(Detector[Parameters]):
    """上级法院复议超期: objections not decided in thirty (refusal) or fifteen (non-acceptance) days (行政强制法 56, 58)."""

    name: ClassVar[str] = "court.objection"
    title: ClassVar[str] = "上级法院复议期限"
    title_en: ClassVar[str] = "Ruling on an objection"
    subjects = ("court_cases",)
    reads = (CourtCase,)
    kinds = OBJECTION

    def judge(self, facts: Facts, law: LegalTables, p: Parameters) -> Ladder:
        """The ladder over court cases."""
        table = event_days(event_spans(facts.table("court_cases"), "review_applied"), "review_ruled")
        which = ibis.ifelse(table.ruling == Ruling.NOT_ACCEPTED.value, _NOT_ACCEPTED, _REFUSED)
        table = table.mutate(review_case=which.fill_null(_REFUSED).cast("int32"))
        variants = {_REFUSED: PeriodOf("review_refusal"), _NOT_ACCEPTED: PeriodOf("review_not_accepted")}
        table = law.due(table, "review_due", start="review_applied", variants=variants, variant="review_case")
        due = Span.of(table, "review_due")
        filed, ruled = happened(table.review_applied_on), happened(table.review_ruled_on)
        late = ibis.cases(
            (ruled, after(Span.of(table, "review_ruled"), due)),
            (ruled.isnull(), unless_time_runs(facts, due)),
            else_=overdue(facts, due),
        )
        reviewable = table.ruling.isin((Ruling.REFUSE.value, Ruling.NOT_ACCEPTED.value))
        return (
            seen(Ladder(table, law, case_subject(table), ("review_applied_lo", "review_ruled_lo")), facts)
            .not_applicable(
                "no_objection",
                ~(filed & reviewable),
                zh="没有申请复议,或裁定不适用该复议",
                en="no objection on record, or none that this ruling allows",
                missing={"court_cases.review_applied_on": filed.isnull()} | ruling_missing(table),
            )
            .finding(
                "review_late",
                late,
                zh="期限届满后裁定,或截至日尚未裁定",
                en="ruled after the last day, or not by the run's day",
                due="review_due",
                happened="review_ruled",
                steps=("review_due",),
                missing={
                    "court_cases.review_ruled_on": ruled.isnull(),
                    "calendar": table.review_due_hi == day(dt.date.max),
                },
            )
            .clear("reviewed_in_time", ruled.fill_null(False), zh="在期限内裁定", en="ruled in time")
            .clear("time_runs", always(True), zh="期限尚未届满", en="time is running")
        )


class ImmediateEnforcement(Detector[Parameters]):
    """立即执行超期: immediate enforcement not begun within five working days of the ruling (行政强制法 59)."""

    name: ClassVar[str] = "court.immediate_enforcement"
    title: ClassVar[str] = "立即执行的期限"
    title_en: ClassVar[str] = "Immediate enforcement"
    subjects = ("court_cases",)
    reads = (CourtCase,)
    kinds = IMMEDIATE

    def judge(self, facts: Facts, law: LegalTables, p: Parameters) -> Ladder:
        """The ladder over court cases."""
        table = event_spans(facts.table("court_cases"), "ruled")
        started, enforced = happened(table.enforcement_started_on), happened(table.enforced_on)
        never = day(dt.date.max)
        begun = ibis.least(table.enforcement_started_on.fill_null(never), table.enforced_on.fill_null(never))
        table = table.mutate(begun_lo=begun, begun_hi=begun)
        table = law.due(table, "begin_immediate", start="ruled")
        due = Span.of(table, "begin_immediate")
        begun_late = ibis.ifelse(table.begun_lo < never, after(Span.of(table, "begun"), due), overdue(facts, due))
        only_completed = started.isnull() & certainly(enforced)
        not_known = only_completed | (~started.fill_null(False) & (started.isnull() | enforced.isnull()))
        late = ibis.ifelse(not_known & begun_late.fill_null(True), unknown(), begun_late)
        return (
            seen(Ladder(table, law, case_subject(table), ("ruled_lo", "begun_lo")), facts)
            .not_applicable(
                "not_urgent",
                ~(table.urgent & is_ruling(table, Ruling.ALLOW)),
                zh="没有准予立即执行",
                en="no immediate enforcement allowed",
                missing={"court_cases.urgent": table.urgent.isnull()} | ruling_missing(table),
            )
            .finding(
                "enforced_late",
                late,
                zh="期限届满后开始执行,或截至日尚未开始",
                en="begun after the last day, or not by the run's day",
                due="begin_immediate",
                happened="begun",
                steps=("begin_immediate",),
                missing={
                    "court_cases.ruled_on": table.ruled_hi == never,
                    "court_cases.enforcement_started_on": started.isnull(),
                    "court_cases.enforced_on": enforced.isnull(),
                    "calendar": (table.begin_immediate_hi == never) & (table.ruled_hi < never),
                },
            )
            .clear("begun_in_time", table.begun_lo < never, zh="在期限内开始执行", en="begun in time")
            .clear("time_runs", always(True), zh="期限尚未届满", en="time is running")
        )
