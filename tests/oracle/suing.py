"""The remedies of a penalty, the end of the time to sue, and the time to apply.

Readings
--------
- A remedy's outcome that is not known stops at `remedy_pending` alone (the rules name
  it there); it passes `annulled_or_replaced` and `judged`.
- A remedy with an outcome but without the day it was concluded: whether it was
  concluded can't be told, at whichever rung its outcome matters.
- The day on which a reconsideration decision was served counts as written, also where
  it is later than the day from which the case is judged.
- A reconsideration accepted later than the day of the application, or perhaps later, is
  counted from its filing.
- Several reconsiderations that upheld: the latest of their ends.
- The end of the time to sue for `applied_early` does not include `concluded_on`; only
  the start of the three months does.
- "The last day to apply as it was without them" is without any deferral at all.
- A deferral that can't be told, or a deferrals table that can't: the same as one that
  does not surely count.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from .legal_time import (
    APPLY,
    DEFERRAL_LAW_SINCE,
    MAX,
    MIN,
    NOT_KNOWN_SPAN,
    RECONSIDER,
    RECONSIDER_LONGER,
    SUE_AFTER_RECONSIDERATION,
    Span,
    end_of,
    exactly,
    later_of,
    time_to_sue,
)
from .records import NOT_KNOWN, Deferral, Penalty, Remedy
from .truth import Truth, all_of, any_of, negated

REPLACING = ("revoked", "changed", "mediated")


def seen(day_of_record: date, day: Span) -> Truth:
    """Tell whether a record is there on the day from which the case is judged."""
    if day_of_record <= day.earliest:
        return True
    return False if day_of_record > day.latest else None


def concluded(remedy: Remedy, day: Span) -> Truth:
    """Tell whether a remedy is concluded on the day."""
    if remedy.concluded_on is NOT_KNOWN:
        return None
    if isinstance(remedy.concluded_on, date):
        return seen(remedy.concluded_on, day)
    return None if remedy.outcome is not None else False


def contradicts(remedy: Remedy, day: Span) -> Truth:
    """Tell whether a remedy that is seen was concluded before it was filed."""
    end = remedy.concluded_on
    backwards = isinstance(end, date) and end < remedy.filed_on
    return all_of([backwards, seen(remedy.filed_on, day)])


def replaces(remedy: Remedy, day: Span) -> Truth:
    """Tell whether a remedy took the place of the decision, or annulled it."""
    return all_of(
        [
            remedy.outcome in REPLACING,
            seen(remedy.filed_on, day),
            concluded(remedy, day),
        ]
    )


def judged(remedy: Remedy, day: Span) -> Truth:
    """Tell whether a remedy is a suit that upheld the decision."""
    return all_of(
        [
            remedy.kind == "suit" and remedy.outcome == "upheld",
            seen(remedy.filed_on, day),
            concluded(remedy, day),
        ]
    )


def pending(remedy: Remedy, day: Span) -> Truth:
    """Tell whether a remedy is pending on the day, or how it ended is not known."""
    there = seen(remedy.filed_on, day)
    over = concluded(remedy, day)
    open_still = all_of([there, negated(over), may_still_be_open(remedy, day)])
    ended_unknown = all_of([there, over, None if remedy.outcome is None else False])
    return any_of([open_still, ended_unknown])


def may_still_be_open(remedy: Remedy, day: Span) -> Truth:
    """Tell whether an unfinished remedy counts as pending: a suit always does."""
    if remedy.kind == "suit":
        return True
    start = remedy.filed_on
    accepted = remedy.accepted_on
    if isinstance(accepted, date) and seen(accepted, day) is True:
        start = accepted
    end = end_of(RECONSIDER, exactly(start))
    end = end_of(RECONSIDER_LONGER, end)
    end = end_of(SUE_AFTER_RECONSIDERATION, end)
    return True if day.latest <= end.earliest else None


@dataclass(frozen=True)
class Limits:
    """The day up to which it is too early to apply, and the last day to apply."""

    too_early: Span
    last_day: Span


def end_to_sue(penalty: Penalty, remedies: Sequence[Remedy]) -> Span:
    """Give the end of the time to sue, with the reconsiderations that are over."""
    ends = []
    upheld = False
    for remedy in remedies:
        if remedy.kind != "reconsideration":
            continue
        if remedy.outcome in ("upheld", "dismissed"):
            ends.append(fifteen_days(remedy))
        if remedy.outcome == "upheld":
            upheld = True
    if not upheld:
        ends.append(time_to_sue(penalty.served_on, penalty.suit_months_told, penalty.remedy_told))
    return later_of(*ends)


def fifteen_days(remedy: Remedy) -> Span:
    """Give the end of the time to sue after a reconsideration decision."""
    if remedy.served_on is None:
        return NOT_KNOWN_SPAN
    return end_of(SUE_AFTER_RECONSIDERATION, exactly(remedy.served_on))


def limits_of(
    penalty: Penalty,
    remedies: Sequence[Remedy],
    deferrals: Sequence[Deferral] | None,
    day: Span,
) -> Limits:
    """Give the limits of the time to apply; `deferrals` is None if not known.

    Whoever calls has made sure that each remedy is either not seen on the day, or seen
    and concluded with a known outcome.
    """
    over = [remedy for remedy in remedies if seen(remedy.filed_on, day)]
    sue_by = end_to_sue(penalty, over)
    start = sue_by
    for remedy in over:
        stays = remedy.outcome in ("withdrawn", "not_accepted", "dismissed")
        if stays and isinstance(remedy.concluded_on, date):
            start = later_of(start, exactly(remedy.concluded_on))
    deferred = deferred_until(deferrals, end_of(APPLY, start), day)
    return Limits(
        too_early=later_of(sue_by, deferred),
        last_day=end_of(APPLY, later_of(start, deferred)),
    )


def deferred_until(deferrals: Sequence[Deferral] | None, last_day_without: Span, day: Span) -> Span:
    """Give the latest day to which payment was deferred, (MIN, MIN) if it was not."""
    if deferrals is None:
        return NOT_KNOWN_SPAN
    sure = MIN
    doubtful = False
    for deferral in deferrals:
        there = seen(deferral.granted_on, day)
        if there is False:
            continue
        sensible = deferral.until >= max(DEFERRAL_LAW_SINCE, deferral.granted_on)
        in_time = deferral.granted_on <= last_day_without.earliest
        if there and sensible and in_time:
            sure = max(sure, deferral.until)
        else:
            doubtful = True
    return Span(sure, MAX if doubtful else sure)
