"""court.acceptance: whether the court accepted, or refused to, within five days.

Readings
--------
- `complete_on` counts if it is by the day of the run and not after `accepted_on`; of
  several applications for the case's decisions the latest that counts. Which decision
  the case is about being in doubt, it may count.
- Accepted and ruled `not_accepted` both: the day of acceptance is the answer.
- Ruled without a day of acceptance, not `not_accepted`: clear if the ruling's day is on
  or before the due day, else can't be told, even while the time still runs.
- An application is matched by any case of its decision received by the day of the run,
  whatever court it names. Where that can't be told, it is a subject and unverified.
- An application in a table that a rejected row makes doubtful is unverified.
- An unmatched application of a court that has no case at all in the table, or whose
  court is not known, can't be told, even while the time still runs.
- Without the penalties, a case without decision number may be that of any application
  of the same agency whose party_id is the same or not known.
- Clear rungs: `answered_in_time`, and `time_runs` where there is no answer yet.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from .court import is_ruled, not_yet, overdue, received
from .joins import Book
from .ladder import Outcome, Rung, clear, decide, finding, not_applicable
from .legal_time import (
    ACCEPT,
    MAX,
    NOT_KNOWN_SPAN,
    Span,
    after,
    end_of,
    exactly,
    later_of,
)
from .non_enforcement import Parameters, is_strict
from .records import NOT_KNOWN, Application, CourtCase, Event
from .truth import Truth

NAME = "court.acceptance"
ORDER = ("not_yet", "not_accepted_in_time", "answered_in_time", "time_runs")
ACCUSING = ("not_accepted_in_time",)


def judge_case(case: CourtCase, book: Book, parameters: Parameters) -> Outcome:
    """Judge one court case."""
    rungs = case_ladder(case, book, parameters)
    return decide(NAME, case.subject, ORDER, ACCUSING, rungs, book.as_of)


def judge_application(application: Application, book: Book, parameters: Parameters) -> Outcome:
    """Judge one application that no court case matches."""
    rungs = application_ladder(application, book, parameters)
    return decide(NAME, application.subject, ORDER, ACCUSING, rungs, book.as_of)


def case_ladder(case: CourtCase, book: Book, parameters: Parameters) -> Iterator[Rung]:
    """Give the rungs of one court case in order."""
    yield not_yet(case, book)
    due = end_of(ACCEPT, start_of(case, book, is_strict(parameters)))
    answer = answer_of(case)
    if answer is None and is_ruled(case) is True:
        in_time = isinstance(case.ruled_on, date) and (after(exactly(case.ruled_on), due) is False)
        yield finding("not_accepted_in_time", False if in_time else None)
        yield clear("answered_in_time")
    if answer is None and is_ruled(case) is None:
        answer = NOT_KNOWN
    happened = exactly(answer) if isinstance(answer, date) else None
    yield finding("not_accepted_in_time", overdue(answer, due, book.as_of), due, happened)
    yield clear("answered_in_time", happened is not None)
    yield clear("time_runs")


def answer_of(case: CourtCase) -> Event:
    """Give the day of the court's answer; None if it has not, or has only ruled."""
    if isinstance(case.accepted_on, date):
        return case.accepted_on
    if case.ruling == "not_accepted" and isinstance(case.ruled_on, date):
        return case.ruled_on
    if is_ruled(case) is True:
        return None
    return case.accepted_on


def start_of(case: CourtCase, book: Book, strict: bool) -> Span:
    """Give the day of receipt, or the day the application was complete if later."""
    start = received(case, book)
    sure, doubtful = book.links[case.key]
    for key in [*sure, *doubtful]:
        if book.applications.doubts(key):
            start = Span(start.earliest, MAX)
        for application in book.applications.of(key):
            complete = application.complete_on
            if complete is NOT_KNOWN:
                start = Span(start.earliest, MAX if strict else start.latest)
            elif isinstance(complete, date):
                start = moved_by(complete, start, case, certain=key in sure)
    return start


def moved_by(complete_on: date, start: Span, case: CourtCase, *, certain: bool) -> Span:
    """Move the start to the day on which the application was complete, if it counts."""
    if isinstance(case.accepted_on, date) and complete_on > case.accepted_on:
        return start
    later = later_of(start, exactly(complete_on))
    if certain and case.accepted_on is not NOT_KNOWN:
        return later
    return Span(start.earliest, later.latest)


def match_of(application: Application, book: Book) -> Truth:
    """Tell whether a court case matches an application."""
    if book.cases.of(application.key):
        return True
    if not book.cases.present or book.cases.doubts(application.key):
        return None
    if not book.has_penalties and any(may_be_party(case, application) for case in book.case_list):
        return None
    return False


def may_be_party(case: CourtCase, application: Application) -> bool:
    """Tell whether a case without number may belong to an application's party."""
    if case.numbers or case.party_id is None:
        return False
    same_party = application.party_id in (None, case.party_id)
    return case.applicant == application.key[0] and same_party


def application_ladder(application: Application, book: Book, parameters: Parameters) -> Iterator[Rung]:
    """Give the rungs of one unmatched application in order."""
    yield not_applicable("not_yet", application.applied_on > book.as_of)
    unknown = (
        match_of(application, book) is not False
        or book.applications.doubts(application.key)
        or application.court not in book.courts
    )
    if unknown:
        yield finding("not_accepted_in_time", None)
    start = exactly(application.applied_on)
    complete = application.complete_on
    if isinstance(complete, date):
        start = later_of(start, exactly(complete))
    elif complete is NOT_KNOWN and is_strict(parameters):
        start = Span(start.earliest, NOT_KNOWN_SPAN.latest)
    due = end_of(ACCEPT, start)
    yield finding("not_accepted_in_time", overdue(None, due, book.as_of), due)
    yield clear("time_runs")
