"""legal.time: found within two years, decided within ninety days."""

from __future__ import annotations

from datetime import date, timedelta

from supervision_rules.law import default_legal_time

from .decision import CLEAR, Decision, Judgement, Parameters, Truth, finding, not_applicable, unverified
from .which_law import shifted

ORDER = ("out_of_time_penalty", "decided_late")
SINCE = date(2021, 7, 15)
ONE_DAY = timedelta(days=1)
Limit = tuple[date, date]
"""The earliest and the latest that the last day can be."""


def judge(decision: Decision, parameters: Parameters) -> Judgement:
    """Go down the ladder."""
    if decision.decided_on < SINCE:
        return not_applicable("before_2021")
    for rung, holds in (
        ("out_of_time_penalty", out_of_time(decision, parameters)),
        ("decided_late", decided_late(decision, parameters)),
    ):
        if holds is None:
            return unverified(rung, rung)
        if holds:
            return finding(rung)
    return CLEAR


def out_of_time(decision: Decision, parameters: Parameters) -> Truth:
    """Found after the limit; between two and five years it depends on the harm."""
    if decision.occurred_on is None:
        return None
    two = years_after(decision.occurred_on, 2, parameters)
    five = years_after(decision.occurred_on, 5, parameters)
    if decision.decided_on <= two[0]:
        return False
    if decision.found_on is not None:
        if decision.found_on <= two[0]:
            return False
        return True if decision.found_on > five[1] else None
    if decision.opened_on is not None and decision.opened_on <= two[0]:
        return False
    return None


def years_after(day: date, years: int, parameters: Parameters) -> Limit:
    """The last day of so many years, by the parameters."""
    excluded = moved(shifted(day, 12 * years), parameters.limitation_roll)
    included = moved(shifted(day, 12 * years) - ONE_DAY, parameters.limitation_roll)
    if parameters.limitation_start == "excluded":
        return excluded
    if parameters.limitation_start == "included":
        return included
    return (included[0], excluded[1])


def decided_late(decision: Decision, parameters: Parameters) -> Truth:
    """Decided after ninety days from the opening of the case; the day of discovery can only clear."""
    if decision.opened_on is not None:
        return after(decision.decided_on, ninety_days(decision.opened_on, parameters))
    if decision.found_on is not None and decision.decided_on <= ninety_days(decision.found_on, parameters)[0]:
        return False
    return None


def ninety_days(day: date, parameters: Parameters) -> Limit:
    """The last day to decide."""
    return moved(day + 90 * ONE_DAY, parameters.decide_roll)


def moved(day: date, rolls: bool) -> Limit:
    """The day, moved to a working day if it rolls; without a published calendar the latest isn't known."""
    if not rolls:
        return (day, day)
    rolled = default_legal_time().calendar.roll(day)
    return (rolled, rolled) if rolled is not None else (day, date.max)


def after(day: date, limit: Limit) -> Truth:
    """Whether a day is after a limit."""
    if day <= limit[0]:
        return False
    return True if day > limit[1] else None
