"""The plain second evaluation of the enforcement rules: rows in, outcomes out.

Written row by row from the rules, with no thought of speed, to compare the engine with.
Decisions where the rules leave room stand under "Readings" at the top of each module.

Readings
--------
- court.admission takes the outcomes of transport.non_enforcement with the parameters
  given for that detector.
- An application that surely is matched by a court case is not a subject; one where that
  can't be told is.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from . import acceptance, admission, court_after, demand, non_enforcement
from .joins import Book
from .ladder import Outcome

__all__ = ["DETECTORS", "RUNGS", "Outcome", "evaluate"]

RUNGS: dict[str, tuple[str, ...]] = {
    non_enforcement.NAME: non_enforcement.ORDER,
    demand.NAME: demand.ORDER,
    acceptance.NAME: acceptance.ORDER,
    **court_after.ORDERS,
    admission.NAME: admission.ORDER,
}
DETECTORS = tuple(RUNGS)


def evaluate(
    data: Mapping[str, Sequence[Mapping[str, object]] | None],
    as_of: date,
    *,
    columns: Mapping[str, Collection[str]] | None = None,
    parameters: Mapping[str, Mapping[str, object]] | None = None,
    rejected: Sequence[Mapping[str, object]] = (),
) -> list[Outcome]:
    """Judge every subject by every detector, as of a day.

    Args:
        data: Rows by table; a table that is missing or None is absent.
        as_of: The day from which the run looks.
        columns: The columns of the source, by table; all where a table is missing.
        parameters: By detector: `warn_days`, `self_enforcing`, `strict`.
        rejected: Rejected rows: their table and what key columns could be read.
    """
    book = Book(data, as_of, columns, rejected)
    given = parameters or {}
    outcomes: list[Outcome] = []
    late = set()
    for penalty in book.penalties:
        settings = given.get(non_enforcement.NAME, {})
        outcome = non_enforcement.judge(penalty, book, settings)
        if outcome.outcome == "finding" and outcome.kind == "applied_late":
            late.add(penalty.key)
        outcomes.append(outcome)
        outcomes.append(demand.judge(penalty, book, given.get(demand.NAME, {})))
    settings = given.get(acceptance.NAME, {})
    for case in book.case_list:
        outcomes.append(acceptance.judge_case(case, book, settings))
        for name in court_after.LADDERS:
            outcomes.append(court_after.judge(name, case, book, given.get(name, {})))
        outcomes.append(admission.judge(case, book, late))
    for application in book.application_list:
        if acceptance.match_of(application, book) is not True:
            outcomes.append(acceptance.judge_application(application, book, settings))
    return outcomes
