"""legal.remedy: whether the ways and times of remedy were told, and told rightly."""

from __future__ import annotations

from datetime import date

from .decision import CLEAR, Decision, Judgement, finding, unverified
from .organs import judge_organs

ORDER = ("remedy_misstated",)
SIX_MONTHS_SINCE = date(2015, 5, 1)
RECONSIDERATION_KNOWN_SINCE = date(2018, 1, 1)
RECONSIDERATION_FIRST_SINCE = date(2024, 1, 1)


def judge(decision: Decision) -> Judgement:
    """Go down the ladder."""
    day = decision.decided_on
    months, days = decision.suit_months_told, decision.reconsideration_days_told
    known = day >= RECONSIDERATION_KNOWN_SINCE
    organ = None
    if decision.reconsideration_organ_told is not None and known:
        organ = judge_organs(decision.agency, decision.reconsideration_organ_told, day)
    if (
        (decision.remedy_told is False and known)
        or (months is not None and months != 6 and day >= SIX_MONTHS_SINCE)
        or (days is not None and days != 60 and known)
        or organ is False
        or (decision.on_the_spot and months is not None and day >= RECONSIDERATION_FIRST_SINCE)
    ):
        return finding("remedy_misstated")
    if decision.remedy_told and months is not None and days is not None and organ is not None:
        return CLEAR
    return unverified("remedy_misstated", "remedy_not_known")
