"""The detectors of what the court does after acceptance: ruling, service, review.

Readings
--------
- court.ruling: ruled but whether it was accepted not known stops at `not_accepted`;
  a ruling whose day is not known can't be told, even while the time still runs.
- The seven working days from receipt do not wait for `complete_on`, and are taken
  whether or not there was a hearing.
- The table's order decides the kind: `ruled_late` comes before `no_ruling`.
- court.refusal_service: a recorded day of service decides, also where an
  objection was filed before it.
- court.objection: an objection without any ruling on record can't be told, because the
  ruling decides which period it is.
- court.immediate_enforcement: a start that is known decides, whatever is known of completion; else
  the earlier of start and completion counts; either being
  not known (no such column) and the other later than due, or missing: can't be told.
- Clear rungs: `ruled_in_time`, `served_in_time`, `reviewed_in_time`,
  `enforced_in_time`, and `time_runs` where nothing is done yet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from .court import (
    due_from,
    in_order,
    is_ruled,
    none_on_record,
    not_accepted,
    not_yet,
    overdue,
    received,
    ruling_is,
)
from .joins import Book, case_urgent
from .ladder import Outcome, Rung, clear, decide, finding, not_applicable
from .legal_time import (
    BEGIN_ENFORCEMENT,
    REVIEW_NON_ACCEPTANCE,
    REVIEW_REFUSAL,
    RULE,
    RULE_WITH_HEARING,
    SERVE_REFUSAL,
    after,
    end_of,
    exactly,
    hull,
)
from .non_enforcement import Parameters, is_strict
from .records import NOT_KNOWN, CourtCase, Event
from .truth import negated

RULING = "court.ruling"
REFUSAL = "court.refusal_service"
OBJECTION = "court.objection"
IMMEDIATE = "court.immediate_enforcement"
ORDERS = {
    RULING: (
        "not_yet",
        "not_accepted",
        "ruled_late",
        "no_ruling",
        "ruled_in_time",
        "time_runs",
    ),
    REFUSAL: (
        "not_yet",
        "not_refused",
        "refusal_served_late",
        "served_in_time",
        "time_runs",
    ),
    OBJECTION: (
        "not_yet",
        "no_objection",
        "not_reviewable",
        "review_late",
        "reviewed_in_time",
        "time_runs",
    ),
    IMMEDIATE: (
        "not_yet",
        "not_urgent",
        "not_allowed",
        "enforced_late",
        "enforced_in_time",
        "time_runs",
    ),
}
ACCUSING = {
    RULING: ("ruled_late", "no_ruling"),
    REFUSAL: ("refusal_served_late",),
    OBJECTION: ("review_late",),
    IMMEDIATE: ("enforced_late",),
}


def judge(name: str, case: CourtCase, book: Book, parameters: Parameters) -> Outcome:
    """Judge one court case by one of the detectors of this module."""
    rungs = LADDERS[name](case, book, is_strict(parameters))
    return decide(name, case.subject, ORDERS[name], ACCUSING[name], rungs, book.as_of)


def ruling_ladder(case: CourtCase, book: Book, strict: bool) -> Iterator[Rung]:
    """Give the rungs of court.ruling."""
    yield not_yet(case, book)
    yield not_applicable("not_accepted", not_accepted(case))
    ruled = is_ruled(case)
    if ruled is True and not isinstance(case.ruled_on, date):
        yield finding("ruled_late", None)
    if not isinstance(case.accepted_on, date):
        assert isinstance(case.ruled_on, date)
        due = end_of(RULE, received(case, book))
        in_time = after(exactly(case.ruled_on), due) is False
        yield finding("ruled_late", False if in_time else None)
        yield clear("ruled_in_time")
        return
    accepted = exactly(case.accepted_on)
    due = end_of(RULE_WITH_HEARING if case.hearing else RULE, accepted)
    if case.hearing is None:
        due = hull(due, end_of(RULE_WITH_HEARING, accepted))
    late = overdue(case.ruled_on, due, book.as_of)
    if isinstance(case.ruled_on, date):
        yield finding("ruled_late", late, due, exactly(case.ruled_on))
        yield clear("ruled_in_time")
    if ruled is None:
        yield finding("ruled_late", late)
    yield finding("no_ruling", late, due)
    yield clear("time_runs")


def refusal_ladder(case: CourtCase, book: Book, strict: bool) -> Iterator[Rung]:
    """Give the rungs of court.refusal_service."""
    yield not_yet(case, book)
    yield not_applicable("not_refused", negated(ruling_is(case, "refuse")))
    due = due_from(SERVE_REFUSAL, case.ruled_on)
    served = case.ruling_served_on
    objected = none_on_record(case.review_applied_on, strict)
    if not isinstance(served, date):
        if isinstance(objected, date):
            in_time = after(exactly(objected), due) is False
            yield finding("refusal_served_late", False if in_time else None)
            yield clear("served_in_time")
        if objected is NOT_KNOWN:
            served = NOT_KNOWN
    happened = exactly(served) if isinstance(served, date) else None
    yield finding("refusal_served_late", overdue(served, due, book.as_of), due, happened)
    yield clear("served_in_time", happened is not None)
    yield clear("time_runs")


def objection_ladder(case: CourtCase, book: Book, strict: bool) -> Iterator[Rung]:
    """Give the rungs of court.objection."""
    yield not_yet(case, book)
    objected = none_on_record(case.review_applied_on, strict)
    there = None if objected is NOT_KNOWN else objected is not None
    reviewable = ruling_is(case, "refuse", "not_accepted")
    if case.ruling is None:
        reviewable = None
    yield from in_order(
        [
            not_applicable("no_objection", negated(there)),
            not_applicable("not_reviewable", negated(reviewable)),
        ]
    )
    refused = case.ruling == "refuse"
    period = REVIEW_REFUSAL if refused else REVIEW_NON_ACCEPTANCE
    due = due_from(period, objected)
    reviewed = case.review_ruled_on
    happened = exactly(reviewed) if isinstance(reviewed, date) else None
    yield finding("review_late", overdue(reviewed, due, book.as_of), due, happened)
    yield clear("reviewed_in_time", happened is not None)
    yield clear("time_runs")


def immediate_ladder(case: CourtCase, book: Book, strict: bool) -> Iterator[Rung]:
    """Give the rungs of court.immediate_enforcement."""
    yield not_yet(case, book)
    yield from in_order(
        [
            not_applicable("not_urgent", negated(case_urgent(case, strict))),
            not_applicable("not_allowed", negated(ruling_is(case, "allow"))),
        ]
    )
    due = due_from(BEGIN_ENFORCEMENT, case.ruled_on)
    events = (case.enforcement_started_on, case.enforced_on)
    days = [day for day in events if isinstance(day, date)]
    first: Event = min(days, default=None)
    late = overdue(first, due, book.as_of)
    started = isinstance(case.enforcement_started_on, date)
    if NOT_KNOWN in events and not started and late is not False:
        late = overdue(NOT_KNOWN, due, book.as_of)
    happened = exactly(first) if isinstance(first, date) else None
    yield finding("enforced_late", late, due, happened)
    yield clear("enforced_in_time", happened is not None)
    yield clear("time_runs")


LADDERS: dict[str, Callable[[CourtCase, Book, bool], Iterator[Rung]]] = {
    RULING: ruling_ladder,
    REFUSAL: refusal_ladder,
    OBJECTION: objection_ladder,
    IMMEDIATE: immediate_ladder,
}
