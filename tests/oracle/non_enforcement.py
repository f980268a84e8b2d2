"""transport.non_enforcement: penalties left unenforced, or applied for out of time.

Readings
--------
- Where it can't be told whether a penalty was applied for, the day from which its
  remedies are judged is not known at all.
- `dates_contradict` stops where the agency's or the court's day, as written, is before
  the decision, even if the other one is not.
- Remedies that can't be told stop at `annulled_or_replaced`, the first rung that needs
  them.
- Penalty kinds not known: only a fine above zero shows that there is something to
  enforce; an amount confiscated does not.
- `urgent` matters only where the application is, or may be, too early.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import cast

from .joins import Book
from .ladder import (
    UNVERIFIED,
    WARNING,
    Outcome,
    Rung,
    clear,
    decide,
    finding,
    not_applicable,
)
from .legal_time import MIN, Span, after, exactly
from .performing import nothing_to_enforce, performed
from .records import NOT_KNOWN, Penalty
from .suing import contradicts, judged, limits_of, pending, replaces
from .truth import Truth, all_of, any_of, negated

NAME = "transport.non_enforcement"
ORDER = (
    "not_yet",
    "revoked",
    "nothing_to_enforce",
    "self_enforcing",
    "dates_contradict",
    "annulled_or_replaced",
    "judged",
    "remedy_pending",
    "applied_early",
    "applied_late",
    "applied_in_time",
    "performed",
    "not_applied",
    "application_due_soon",
    "time_runs",
)
ACCUSING = ("applied_early", "applied_late", "not_applied", "application_due_soon")
SELF_ENFORCING = ("海关", "税务")
WARN_DAYS = 30

Parameters = Mapping[str, object]


def judge(penalty: Penalty, book: Book, parameters: Parameters) -> Outcome:
    """Judge one penalty."""
    rungs = ladder(penalty, book, parameters)
    return decide(NAME, penalty.subject, ORDER, ACCUSING, rungs, book.as_of)


def is_strict(parameters: Parameters) -> bool:
    """Tell whether what is absent can't be told instead of being none on record."""
    return bool(parameters.get("strict", False))


def revoked(penalty: Penalty, strict: bool) -> Truth:
    """Tell whether the decision is revoked by the day of the run."""
    if penalty.revoked_on is NOT_KNOWN:
        return None if strict else False
    return penalty.revoked_on is not None


def self_enforcing(agency: str, parameters: Parameters) -> bool:
    """Tell whether an agency has its own power to enforce."""
    names = cast(Collection[str], parameters.get("self_enforcing", SELF_ENFORCING))
    return any(name in agency for name in names)


def excluded(penalty: Penalty, parameters: Parameters, as_of: date) -> Iterator[Rung]:
    """Give the rungs before any application is looked at."""
    yield not_applicable("not_yet", not penalty.is_yet(as_of))
    yield not_applicable("revoked", revoked(penalty, is_strict(parameters)))
    yield not_applicable("nothing_to_enforce", nothing_to_enforce(penalty))
    yield not_applicable("self_enforcing", self_enforcing(penalty.key[0], parameters))


def ladder(penalty: Penalty, book: Book, parameters: Parameters) -> Iterator[Rung]:
    """Give the rungs of one penalty in order."""
    strict = is_strict(parameters)
    yield from excluded(penalty, parameters, book.as_of)
    applied = book.applied(penalty.key)
    day = applied.day if applied.exists is not False else exactly(book.as_of)

    remedies = book.remedies.of(penalty.key)
    remedies_known = not book.remedies.doubts(penalty.key)
    if not book.remedies.present and strict:
        remedies_known = False
    dates = any_of(
        [
            penalty.served_on is not None and penalty.served_on < penalty.decided_on,
            applied.exists is True and before(day, penalty.decided_on),
            *(contradicts(remedy, day) for remedy in remedies),
        ]
    )
    yield Rung("dates_contradict", UNVERIFIED, dates)
    if not remedies_known:
        yield not_applicable("annulled_or_replaced", None)
    yield not_applicable("annulled_or_replaced", any_of(replaces(remedy, day) for remedy in remedies))
    yield not_applicable("judged", any_of(judged(remedy, day) for remedy in remedies))
    yield not_applicable("remedy_pending", any_of(pending(remedy, day) for remedy in remedies))
    if applied.exists is None:
        yield finding("applied_early", None)

    deferrals_known = not book.deferrals.doubts(penalty.key)
    if not book.deferrals.present and strict:
        deferrals_known = False
    deferrals = book.deferrals.of(penalty.key) if deferrals_known else None
    limits = limits_of(penalty, remedies, deferrals, day)
    if applied.exists:
        urgent = book.urgent(penalty.key, strict)
        yield from with_application(day, limits.too_early, limits.last_day, urgent)
    else:
        yield from without_application(
            penalty,
            book,
            limits.last_day,
            int(str(parameters.get("warn_days", WARN_DAYS))),
        )


def before(day: Span, decided_on: date) -> bool:
    """Tell whether a known day of application is before the decision."""
    return MIN < day.earliest < decided_on or day.latest < decided_on


def with_application(day: Span, too_early: Span, last_day: Span, urgent: Truth) -> Iterator[Rung]:
    """Give the rungs of a penalty that was applied for."""
    early = negated(after(day, too_early))
    if urgent is not False:
        early = all_of([early, None])
    yield finding("applied_early", early, too_early, day)
    yield finding("applied_late", after(day, last_day), last_day, day)
    yield clear("applied_in_time")


def without_application(penalty: Penalty, book: Book, last_day: Span, warn_days: int) -> Iterator[Rung]:
    """Give the rungs of a penalty that was not applied for."""
    payments = None
    if not book.payments.doubts(penalty.key):
        payments = book.payments.of(penalty.key)
    yield clear("performed", performed(penalty, payments, book.payments.present, last_day))
    yield finding("not_applied", after(exactly(book.as_of), last_day), last_day)
    yield Rung("application_due_soon", WARNING, near(last_day, book.as_of, warn_days), last_day)
    yield clear("time_runs")


def near(last_day: Span, as_of: date, warn_days: int) -> Truth:
    """Tell whether the last day is at most some days ahead."""
    if (last_day.latest - as_of).days <= warn_days:
        return True
    return False if (last_day.earliest - as_of).days > warn_days else None
