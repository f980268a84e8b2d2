"""Court cases as the court detectors see them: receipt, acceptance, ruling (非诉执行案件)."""

from __future__ import annotations

import datetime as dt

import ibis

from supervision_rules.detection import (
    Expr,
    Facts,
    Ladder,
    Span,
    always,
    certainly,
    day,
    happened,
    join,
    later,
    unbounded,
    unknown,
    where_span,
)
from supervision_rules.entities import Ruling

NOTHING = day(dt.date.min)


def cases_with_receipt(facts: Facts) -> Expr:
    """All court cases, with `received` (the court's day, else the agency's) and `start` (later, where materials came in).

    行政强制法 56: the five days run from receipt; from `complete_on` where that is later and not after acceptance.
    """
    cases = facts.table("court_cases")
    own = facts.table("applications")
    own = own.filter(own.applied_on <= day(facts.as_of))
    links = facts.with_doubts(facts.case_decisions())
    links = links.mutate(doubted=facts.doubt(links, "applications") if facts.has("applications") else always(False))
    maybe = facts.case_candidates()
    unsure = maybe.select(ckey=maybe.ckey, doubted=always(False), unsure=always(True))
    doubts = links.select(ckey=links.ckey, doubted=links.doubted, unsure=always(False)).union(unsure)
    doubts = doubts.group_by("ckey").agg(doubted=doubts.doubted.any(), unsure=doubts.unsure.any())
    cases = join(
        cases,
        doubts,
        [cases.ckey == doubts.ckey],
        application_doubted=certainly(doubts.doubted),
        decision_unsure=certainly(doubts.unsure),
    )

    first = own.group_by("pkey").agg(first_on=own.applied_on.min())
    own = join(own, first, [own.pkey == first.pkey], first_on=first.first_on)
    candidates = maybe.inner_join(own, [maybe.pkey == own.pkey]).select(
        ckey=maybe.ckey, first_on=ibis.null("date"), complete_on=own.complete_on, sure=always(False)
    )
    linked = links.inner_join(own, [links.pkey == own.pkey]).select(
        ckey=links.ckey, first_on=own.first_on, complete_on=own.complete_on, sure=always(True)
    )
    linked = linked.union(candidates)
    with_case = linked.inner_join(cases, [linked.ckey == cases.ckey]).select(
        ckey=linked.ckey,
        first_on=linked.first_on,
        complete_on=linked.complete_on,
        sure=linked.sure,
        accepted_on=cases.accepted_on,
    )
    complete = certainly(happened(with_case.complete_on))
    counts = complete & (with_case.complete_on <= with_case.accepted_on)
    untold = facts.untold("applications.complete_on")
    most = day(dt.date.max)
    flagged = with_case.select(
        ckey=with_case.ckey,
        first_on=with_case.first_on,
        complete_lo=ibis.ifelse(with_case.sure & certainly(counts), with_case.complete_on, NOTHING),
        complete_hi=most if untold else ibis.ifelse(complete & counts.fill_null(True), with_case.complete_on, NOTHING),
    )
    summed = flagged.group_by("ckey").agg(
        agency_lo=flagged.first_on.min(),
        agency_hi=flagged.first_on.max(),
        complete_lo=flagged.complete_lo.max(),
        complete_hi=flagged.complete_hi.max(),
    )
    table = join(
        cases,
        summed,
        [cases.ckey == summed.ckey],
        agency_lo=summed.agency_lo.fill_null(NOTHING),
        agency_hi=summed.agency_hi.fill_null(day(dt.date.max)),
        complete_lo=summed.complete_lo.fill_null(NOTHING),
        complete_hi=summed.complete_hi.fill_null(NOTHING),
    )
    by_agency = where_span(table.application_doubted | table.decision_unsure, unbounded(), Span.of(table, "agency"))
    received = where_span(table.applied_on.notnull(), Span.on(table.applied_on), by_agency)
    complete_span = Span(table.complete_lo, ibis.ifelse(table.application_doubted, most, table.complete_hi))
    table = table.mutate(**received.columns("received"), **complete_span.columns("complete"))
    start = later(Span.of(table, "received"), Span.of(table, "complete"))
    return table.mutate(**start.columns("start"))


def event_spans(table: Expr, *names: str) -> Expr:
    """Add `<name>_lo` and `<name>_hi` for event columns `<name>_on`: the day where it happened, else unbounded."""
    for name in names:
        column = table[f"{name}_on"]
        span = where_span(certainly(happened(column)), Span(column, column), unbounded())
        table = table.mutate(**span.columns(name))
    return table


def event_days(table: Expr, *names: str) -> Expr:
    """Add `<name>_lo` and `<name>_hi` for event columns `<name>_on`: the day, 9999-12-31 where it has not happened."""
    for name in names:
        column = table[f"{name}_on"].fill_null(day(dt.date.max))
        table = table.mutate(**Span(column, column).columns(name))
    return table


def not_accepted(table: Expr) -> Expr:
    """Whether the case was not accepted: neither on record nor proved by a ruling; NULL where that can't be told."""
    return ibis.cases(
        (table.ruling == Ruling.NOT_ACCEPTED.value, always(True)),
        (happened(table.accepted_on), always(False)),
        (table.ruling.notnull(), always(False)),
        (happened(table.ruled_on), unknown()),
        (table.accepted_on.isnull() | table.ruled_on.isnull(), unknown()),
        else_=always(True),
    )


def is_ruling(table: Expr, ruling: Ruling) -> Expr:
    """Whether the court ruled so; false where it has not ruled, NULL where its ruling is not known."""
    return ibis.cases(
        (table.ruling.notnull(), table.ruling == ruling.value),
        (table.ruled_on == day(dt.date.max), always(False)),
        else_=unknown(),
    )


def overdue(facts: Facts, due: Span) -> Expr:
    """Whether the run's day is after the last day."""
    as_of = day(facts.as_of)
    return ibis.cases((as_of > due.hi, always(True)), (as_of <= due.lo, always(False)), else_=unknown())


def unless_time_runs(facts: Facts, due: Span) -> Expr:
    """False while the time surely still runs on the run's day, else NULL."""
    return ibis.ifelse(day(facts.as_of) <= due.lo, always(False), unknown())


def case_subject(table: Expr) -> dict[str, Expr]:
    """The subject columns of a court case."""
    return {
        "decision_no": table.decision_no.join("、"),
        "agency": table.applicant,
        "case_no": table.case_no,
        "court": table.court,
        "party_name": table.party_name,
        "subject_table": ibis.literal("court_cases"),
        "subject_source": table["_source"],
        "subject_row": table["_row"],
        "ckey": table.ckey,
    }


def seen(ladder: Ladder, facts: Facts) -> Ladder:
    """The first rung of every court detector: cases received after the run's day are not yet there."""
    later_ = certainly(ladder.table.applied_on > day(facts.as_of))
    return ladder.not_applicable("not_yet", later_, zh="截至日尚未收到申请", en="not yet received")


def ruling_missing(table: Expr) -> dict[str, Expr]:
    """What is missing where a ruling can't be told."""
    return {
        "court_cases.ruling": table.ruling.isnull(),
        "court_cases.ruled_on": certainly(~happened(table.ruled_on)) | table.ruled_on.isnull(),
    }
