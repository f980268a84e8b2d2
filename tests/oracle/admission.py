"""court.admission: late applications that the court accepted and allowed.

Readings
--------
- Never more than unverified: whether there was good reason is on no record.
- Unverified only where transport.non_enforcement gives the finding `applied_late` for a
  decision that surely is the case's, and the court allowed it or ruled in a way that is
  not known. Where acceptance is not known but no decision was late, it is clear.
- The finding is that of the decision's first application, also for a later case.
- Clear rung: `nothing_late_admitted`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from .court import not_accepted, not_yet, ruling_is
from .joins import Book
from .ladder import UNVERIFIED, Outcome, Rung, clear, decide, not_applicable
from .records import CourtCase, Key

NAME = "court.admission"
ORDER = (
    "not_yet",
    "not_accepted",
    "late_application_admitted",
    "nothing_late_admitted",
)
ACCUSING = ("late_application_admitted",)


def judge(case: CourtCase, book: Book, late: Collection[Key]) -> Outcome:
    """Judge one court case, given the decisions that were applied for too late."""
    rungs = ladder(case, book, late)
    return decide(NAME, case.subject, ORDER, ACCUSING, rungs, book.as_of)


def ladder(case: CourtCase, book: Book, late: Collection[Key]) -> Iterator[Rung]:
    """Give the rungs of one court case in order."""
    yield not_yet(case, book)
    yield not_applicable("not_accepted", not_accepted(case) is True)
    sure, _ = book.links[case.key]
    admitted = any(key in late for key in sure) and (ruling_is(case, "allow") is not False)
    yield Rung("late_application_admitted", UNVERIFIED, admitted)
    yield clear("nothing_late_admitted")
