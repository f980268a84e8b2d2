"""The ruling in time (裁定期限, 行政强制法 57 and 58)."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

import ibis

from supervision_court._cases import (
    case_subject,
    cases_with_receipt,
    event_spans,
    not_accepted,
    overdue,
    ruling_missing,
    seen,
    unless_time_runs,
)
from supervision_court._words import RULING
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
    day,
    happened,
    unknown,
)
from supervision_rules.entities import Application, CourtCase

_PLAIN, _HEARING, _UNKNOWN = 0, 1, 2


class RulingInTime(Detector[Parameters]):
    """未在法定期限内裁定: accepted cases without a ruling in seven working days, or thirty days where views are heard."""

    name: ClassVar[str] = "court.ruling"
    title: ClassVar[str] = "法院裁定期限"
    title_en: ClassVar[str] = "Ruling in time"
    subjects = ("court_cases",)
    reads = (CourtCase, Application)
    kinds = RULING

    def judge(self, facts: Facts, law: LegalTables, p: Parameters) -> Ladder:
        """The ladder over court cases."""
        table = event_spans(cases_with_receipt(facts), "accepted", "ruled")
        hearing = ibis.cases((table.hearing, _HEARING), (~table.hearing, _PLAIN), else_=_UNKNOWN)
        table = table.mutate(hearing_case=hearing.cast("int32"))
        variants = {
            _PLAIN: PeriodOf("rule"),
            _HEARING: PeriodOf("rule_hearing"),
            _UNKNOWN: PeriodOf("rule_maybe_hearing"),
        }
        table = law.due(table, "ruling_due", start="accepted", variants=variants, variant="hearing_case")
        table = law.due(table, "ruling_from_receipt", start="received", period="rule")
        due, ruled_day = Span.of(table, "ruling_due"), Span.of(table, "ruled")
        accepted, ruled = happened(table.accepted_on), happened(table.ruled_on)
        late = ibis.cases(
            (accepted & ruled, after(ruled_day, due)),
            (accepted & table.ruling.notnull(), unknown()),
            (accepted & table.ruled_on.isnull(), unless_time_runs(facts, due)),
            (accepted, always(False)),
            (ruled & (table.ruled_on <= table.ruling_from_receipt_lo), always(False)),
            else_=unknown(),
        )
        unruled = (table.ruled_on == day(dt.date.max)) & table.ruling.isnull()
        missing = ruling_missing(table) | {
            "court_cases.accepted_on": ~accepted.fill_null(False),
            "court_cases.hearing": table.hearing.isnull(),
            "calendar": (table.ruling_due_hi == day(dt.date.max)) & (table.accepted_hi < day(dt.date.max)),
        }
        show = ("accepted_lo", "ruled_lo", "received_lo")
        return (
            seen(Ladder(table, law, case_subject(table), show), facts)
            .not_applicable(
                "not_accepted",
                not_accepted(table),
                zh="案件未受理",
                en="the case was not accepted",
                missing={
                    "court_cases.accepted_on": table.accepted_on.isnull(),
                    "court_cases.ruled_on": table.ruled_on.isnull(),
                    "court_cases.ruling": table.ruling.isnull(),
                },
            )
            .finding(
                "ruled_late",
                late,
                zh="裁定日在期限届满之后",
                en="ruled after the last day",
                due="ruling_due",
                happened="ruled",
                steps=("ruling_due",),
                missing=missing,
            )
            .finding(
                "no_ruling",
                accepted & unruled & overdue(facts, due),
                zh="期限届满,截至日尚未裁定",
                en="not ruled by the run's day, after the last day",
                due="ruling_due",
                steps=("ruling_due",),
                missing=missing,
            )
            .clear("ruled_in_time", ruled.fill_null(False), zh="在期限内裁定", en="ruled in time")
            .clear("time_runs", always(True), zh="期限尚未届满", en="time is running")
        )
