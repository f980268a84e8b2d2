"""Planted histories of penalties (处罚决定的异常情形), on both sides of their limits."""

from __future__ import annotations

import datetime as dt

from supervision_rules.demo._innocent import Scenario
from supervision_rules.demo._records import Decision, Written
from supervision_rules.demo._scene import ADMISSION, DEMAND, NON_ENFORCEMENT, Scene

_ONE = dt.timedelta(days=1)


def _not_applied(s: Scene, of: Decision) -> None:
    s.find(NON_ENFORCEMENT, "not_applied", of, s.days.last(of.served))


def not_applied(s: Scene) -> None:
    """未履行,申请期限届满后仍没有申请."""
    _not_applied(s, s.decision(s.served(330, 850)))


def expired_just_now(s: Scene) -> None:
    """未履行,申请期限刚刚届满."""
    days = s.days
    _not_applied(s, s.decision(days.find("expired", 200, 330, lambda day: days.last(day) < days.as_of)[-1]))


def paid_too_late(s: Scene) -> None:
    """申请期限届满后才缴清."""
    of = s.decision(s.served(400, 850))
    s.pay(of, s.days.last(of.served) + s.rng.randint(1, 60) * _ONE)
    _not_applied(s, of)


def paid_in_part(s: Scene) -> None:
    """只缴纳一部分."""
    of = s.decision(s.served(330, 850))
    s.pay(of, of.served + s.rng.randint(1, 30) * _ONE, of.due - 100)
    _not_applied(s, of)


def gains_not_paid(s: Scene) -> None:
    """罚款已缴,没收的违法所得未缴."""
    kinds = ["罚款", "没收违法所得"]
    of = s.decision(s.served(330, 850), penalty_kinds=kinds, illegal_gains=4_500, confiscated=4_500)
    s.pay(of, of.served + s.rng.randint(1, 30) * _ONE, of.due - 4_500)
    _not_applied(s, of)


def only_added_fine_paid(s: Scene) -> None:
    """缴纳的是加处罚款,不抵罚款."""
    of = s.decision(s.served(330, 850))
    s.pay(of, of.served + 40 * _ONE, of.due, "added_fine")
    _not_applied(s, of)


def deferral_expired(s: Scene) -> None:
    """延期届满后三个月内没有申请."""
    of = s.decision(s.served(600, 850))
    until = of.served + s.rng.randint(230, 300) * _ONE
    s.defer(of, s.days.after(of.served, s.rng.randint(1, 10)), until)
    s.find(NON_ENFORCEMENT, "not_applied", of, s.days.end("apply", until))


def reconsidered_not_applied(s: Scene) -> None:
    """复议维持后没有申请,期限自收到复议决定起算."""
    days = s.days
    of = s.decision(s.served(330, 850))
    ended = days.after(of.served, s.rng.randint(30, 45))
    filed = days.after(of.served, s.rng.randint(3, 15))
    s.remedy(of, "reconsideration", filed, concluded_on=ended, served_on=days.after(ended, 3), outcome=Written("维持"))
    due = days.end("apply", days.end("sue_after_reconsideration", days.after(ended, 3)))
    s.find(NON_ENFORCEMENT, "not_applied", of, due)


def applied_late(s: Scene) -> None:
    """逾期申请,法院准予执行."""
    of = s.decision(s.served(500, 850))
    last = s.days.last(of.served)
    on = s.apply_day(last, last + 60 * _ONE)
    case = s.applied(of, on)
    s.find(NON_ENFORCEMENT, "applied_late", of, last, on)
    s.unsure(ADMISSION, "late_application_admitted", case)


def applied_a_day_late(s: Scene) -> None:
    """申请期限届满后第一个工作日申请,法院不予受理."""
    of = s.decision(s.served(430, 850))
    last = s.days.last(of.served)
    on = s.days.after(last, 1)
    s.applied(of, on, accepted_on=None, ruled_on=s.days.after(on, 4), ruling="not_accepted")
    s.find(NON_ENFORCEMENT, "applied_late", of, last, on)


def applied_early(s: Scene) -> None:
    """起诉期限届满前申请,法院不予受理."""
    of = s.decision(s.served(330, 850))
    sued = s.days.sue(of.served)
    on = s.apply_day(of.served + 60 * _ONE, sued - 5 * _ONE)
    s.applied(of, on, accepted_on=None, ruled_on=s.days.after(on, 3), ruling="not_accepted")
    s.find(NON_ENFORCEMENT, "applied_early", of, sued, on)


def applied_on_the_last_day_to_sue(s: Scene) -> None:
    """在起诉期限的最后一日申请."""
    of = s.decision(s.served(430, 850))
    on = s.days.sue(of.served)
    s.applied(of, on)
    s.find(NON_ENFORCEMENT, "applied_early", of, on, on)


def applied_within_a_deferral(s: Scene) -> None:
    """延期届满前申请."""
    of = s.decision(s.served(500, 850))
    until = of.served + s.rng.randint(260, 300) * _ONE
    s.defer(of, s.days.after(of.served, s.rng.randint(1, 10)), until)
    on = s.apply_day(s.days.sue(of.served), until)
    s.applied(of, on)
    s.find(NON_ENFORCEMENT, "applied_early", of, until, on)


def due_soon(s: Scene) -> None:
    """申请期限将在三十日内届满."""
    days = s.days
    window = days.ago(-30)
    of = s.decision(s.rng.choice(days.find("soon", 200, 330, lambda day: days.as_of <= days.last(day) <= window)))
    s.find(NON_ENFORCEMENT, "application_due_soon", of, days.last(of.served), status="warning")


def due_first(s: Scene) -> None:
    """申请期限最早在截至日当日届满,尚未逾期."""
    days = s.days
    of = s.decision(days.find("first due", 200, 330, lambda day: days.last(day) >= days.as_of)[0])
    s.find(NON_ENFORCEMENT, "application_due_soon", of, days.last(of.served), status="warning")


def due_at_the_edge(s: Scene) -> None:
    """申请期限在预警时间的最后一日或之前不久届满."""
    days = s.days
    window = days.ago(-30)
    of = s.decision(days.find("edge", 200, 330, lambda day: days.last(day) <= window)[-1])
    s.find(NON_ENFORCEMENT, "application_due_soon", of, days.last(of.served), status="warning")


def demand_missing(s: Scene) -> None:
    """申请前没有催告."""
    of, on = s.in_time()
    s.applied(of, on, demanded=False)
    s.find(DEMAND, "demand_missing", of)


def demanded_afterwards(s: Scene) -> None:
    """申请之后才催告."""
    of, on = s.in_time()
    s.applied(of, on, demanded=False)
    s.demand(of, s.days.after(on, s.rng.randint(1, 20)))
    s.find(DEMAND, "demand_missing", of)


def demand_too_short(s: Scene) -> None:
    """催告后未满十个工作日即申请."""
    _too_short(s, s.rng.randint(1, 9))


def demanded_ten_days_before(s: Scene) -> None:
    """催告后第十个工作日申请."""
    _too_short(s, 10)


def _too_short(s: Scene, waited: int) -> None:
    of, on = s.in_time()
    demanded = s.days.before(on, waited)
    s.demand(of, demanded)
    s.applied(of, on, demanded=False)
    s.find(DEMAND, "demand_too_short", of, s.days.after(demanded, 10), on)


CORE: tuple[Scenario, ...] = (not_applied, applied_late, applied_early, due_soon, demand_missing, demand_too_short)
FURTHER: tuple[Scenario, ...] = (
    expired_just_now, paid_too_late, paid_in_part, gains_not_paid, only_added_fine_paid, deferral_expired,
    reconsidered_not_applied, applied_a_day_late, applied_on_the_last_day_to_sue, applied_within_a_deferral, due_first,
    due_at_the_edge, demanded_afterwards, demanded_ten_days_before,
)  # fmt: skip
