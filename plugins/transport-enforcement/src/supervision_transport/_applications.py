"""The application of a penalty: what agency and court say of it (强制执行申请)."""

from __future__ import annotations

import datetime as dt

import ibis

from supervision_rules.detection import Expr, Facts, Span, always, certainly, day, join, unbounded, unknown, where_span


def with_application(facts: Facts, penalties: Expr) -> Expr:
    """Add to penalties `applied_for` (NULL where it can't be told), `urgent`, and two intervals.

    `applied` is the day of the first application: what agency and court say; unbounded where the day is not known or
    where there is none; with a case that has no day it is only known to be no later than the others. `judged` is the day
    as of which the penalty is judged: that day, else the run's.
    """
    as_of = day(facts.as_of)
    own = facts.table("applications")
    own = own.filter(own.applied_on <= as_of)
    agency = own.group_by("pkey").agg(agency_day=own.applied_on.min())
    table = join(penalties, agency, [penalties.pkey == agency.pkey], agency_day=agency.agency_day)

    cases = facts.table("court_cases")
    cases = cases.filter((cases.applied_on <= as_of) | cases.applied_on.isnull())
    links = facts.case_decisions()
    linked = cases.inner_join(links, [cases.ckey == links.ckey])
    linked = linked.select(
        pkey=links.pkey,
        applied_on=cases.applied_on,
        urgent=cases.urgent,
        undated=cases.applied_on.isnull().cast("int8"),
    )
    court = linked.group_by("pkey").agg(
        court_first=linked.applied_on.min(),
        court_undated=linked.undated.max(),
        court_urgent=linked.urgent.any(),
        court_urgent_unknown=linked.urgent.isnull().any(),
    )
    table = join(
        table,
        court,
        [table.pkey == court.pkey],
        court_first=court.court_first,
        court_undated=court.court_undated,
        urgent=certainly(court.court_urgent)
        | ibis.ifelse(certainly(court.court_urgent_unknown), unknown(), always(False)),
    )

    table = table.mutate(urgent=ibis.ifelse(facts.rejected(table, "court_cases"), unknown(), table.urgent))
    doubted = facts.doubt(table, "applications") | facts.doubt(table, "court_cases")
    if not (facts.has("applications") and facts.has("court_cases")):
        present = [name for name in ("applications", "court_cases") if facts.has(name)]
        doubted = facts.doubt(table, present[0]) if present else always(True)
    exists = table.agency_day.notnull() | table.court_undated.notnull()
    undated = certainly(table.court_undated == 1)
    court_day = ibis.ifelse(
        undated, ibis.least(table.court_first.fill_null(table.agency_day), table.agency_day), table.court_first
    )
    either = table.agency_day.fill_null(court_day)
    other = court_day.fill_null(table.agency_day)
    known = Span(ibis.least(either, other), ibis.greatest(either, other))
    no_day = undated & table.agency_day.isnull()
    day_unknown = doubted | no_day
    not_later = Span(day(dt.date.min), table.court_first.fill_null(day(dt.date.max)))
    applied = where_span(doubted | ~exists, unbounded(), where_span(no_day, not_later, known))
    table = table.mutate(
        applied_for=ibis.ifelse(doubted, unknown(), exists),
        application_doubted=doubted,
        day_unknown=day_unknown,
        **applied.columns("applied"),
    )
    judged = where_span(certainly(~table.applied_for), Span(as_of, as_of), Span.of(table, "applied"))
    return facts.stage(table.mutate(**judged.columns("judged")))
