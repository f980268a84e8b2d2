"""What the detectors of court review share: receipt, acceptance, the ruling.

Readings
--------
- `not_yet` holds where the court's own day of receipt is after the day of the run; a
  case whose day is not known stays a subject.
- A case that a rejected row names: all it says is not known, so `not_yet` can't be
  told.
- Receipt without the court's day: the agency's day (its earliest) of each decision of
  the case; where these differ, an interval; in doubt about any of them, not known.
- The not-applicable rungs that surely hold come before one that can't be told.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from .joins import Book
from .ladder import Rung, not_applicable
from .legal_time import NOT_KNOWN_SPAN, Period, Span, after, end_of, exactly
from .records import NOT_KNOWN, CourtCase, Event
from .truth import Truth


def received(case: CourtCase, book: Book) -> Span:
    """Give the day on which the court received the application."""
    if case.applied_on is not None:
        return exactly(case.applied_on)
    sure, doubtful = book.links[case.key]
    if doubtful or any(book.applications.doubts(key) for key in sure):
        return NOT_KNOWN_SPAN
    days = [day for key in sure if (day := book.agency_day(key)) is not None]
    return Span(min(days), max(days)) if days else NOT_KNOWN_SPAN


def not_yet(case: CourtCase, book: Book) -> Rung:
    """Make the rung of a case that is not there yet, or not known at all."""
    if case.key in book.rejected_cases:
        return not_applicable("not_yet", None)
    later = case.applied_on is not None and case.applied_on > book.as_of
    return not_applicable("not_yet", later)


def is_ruled(case: CourtCase) -> Truth:
    """Tell whether the court has ruled, on a known day or not."""
    if isinstance(case.ruled_on, date) or case.ruling is not None:
        return True
    return None if case.ruled_on is NOT_KNOWN else False


def ruling_is(case: CourtCase, *rulings: str) -> Truth:
    """Tell whether the court has ruled so."""
    ruled = is_ruled(case)
    if not ruled:
        return ruled
    return None if case.ruling is None else case.ruling in rulings


def not_accepted(case: CourtCase) -> Truth:
    """Tell whether the case was not accepted; any other ruling proves it."""
    if case.ruling is not None:
        return case.ruling == "not_accepted"
    if isinstance(case.accepted_on, date):
        return False
    ruled = is_ruled(case)
    if ruled is False and case.accepted_on is None:
        return True
    return None


def due_from(period: Period, start: Event) -> Span:
    """Give the end of a period that an event starts whose day may not be known."""
    if isinstance(start, date):
        return end_of(period, exactly(start))
    return NOT_KNOWN_SPAN


def in_order(rungs: Sequence[Rung]) -> list[Rung]:
    """Put the not-applicable rungs that surely hold before those not known."""
    return sorted(rungs, key=lambda rung: rung.holds is not True)


def none_on_record(event: Event, strict: bool) -> Event:
    """Take an event whose column may be absent as not happened, unless strict."""
    if event is NOT_KNOWN and not strict:
        return None
    return event


def overdue(done: Event, due: Span, as_of: date) -> Truth:
    """Tell whether something was done late, or is not done though it is past due."""
    if isinstance(done, date):
        return after(exactly(done), due)
    past = after(exactly(as_of), due)
    if done is None:
        return past
    return False if past is False else None
