"""Innocent histories of penalties (处罚决定的正常情形): paid, running, pending, deferred, applied for in time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from supervision_rules.demo._records import Written
from supervision_rules.demo._scene import Scene

Scenario = Callable[[Scene], object]
_ONE = dt.timedelta(days=1)


def paid(s: Scene) -> None:
    """在缴款期限内缴清."""
    of = s.decision(s.served(25, 850))
    on = of.served + s.rng.randint(0, 15) * _ONE
    s.pay(of, on)
    if s.rng.random() < 0.5:
        of.record.values["performed_on"] = on


def paid_in_parts(s: Scene) -> None:
    """分次缴清,最后一次在申请期限内."""
    of = s.decision(s.served(320, 850))
    part = of.due // 3 // 100 * 100
    for amount in (part, of.due - part):
        s.pay(of, s.days.within(s.rng, of.served, s.days.last(of.served)), amount)


def paid_on_the_last_day(s: Scene) -> None:
    """在申请期限的最后一日缴清."""
    of = s.decision(s.served(320, 850))
    s.pay(of, s.days.last(of.served))


def paid_with_added_fine(s: Scene) -> None:
    """逾期缴纳,连同加处罚款缴清."""
    of = s.decision(s.served(320, 850))
    on = s.days.within(s.rng, of.served + 20 * _ONE, s.days.last(of.served))
    s.pay(of, on)
    s.pay(of, on, max(of.due // 10 // 100 * 100, 100), "added_fine")


def paid_twice_by_mistake(s: Scene) -> None:
    """重复缴纳后退还一次."""
    of = s.decision(s.served(120, 850), penalty_kinds=["罚款"], illegal_gains=None, confiscated=None)
    first = of.served + s.rng.randint(1, 10) * _ONE
    s.pay(of, first)
    s.pay(of, first + 2 * _ONE)
    s.pay(of, first + 30 * _ONE, -of.due)


def performed_on_record_only(s: Scene) -> None:
    """没有缴款记录,台账记明履行完毕日."""
    served = s.served(60, 850)
    s.decision(served, performed_on=served + s.rng.randint(1, 40) * _ONE)


def stopped_business(s: Scene) -> None:
    """责令停产停业,台账记明履行完毕日."""
    served = s.served(60, 850)
    on = served + s.rng.randint(5, 40) * _ONE
    s.decision(served, penalty_kinds=["责令停产停业"], fine=None, illegal_gains=None, confiscated=None, performed_on=on)


def only_warned(s: Scene) -> None:
    """只给予警告,没有可执行内容."""
    s.decision(s.served(5, 850), penalty_kinds=["警告"], fine=None, illegal_gains=None, confiscated=None)


def licence_suspended(s: Scene) -> None:
    """警告并暂扣许可证件,由机关自行执行."""
    kinds = ["警告", "暂扣许可证件"]
    s.decision(s.served(5, 850), penalty_kinds=kinds, fine=0, illegal_gains=None, confiscated=None)


def revoked(s: Scene) -> None:
    """处罚决定已由机关撤销."""
    served = s.served(320, 850)
    s.decision(served, revoked_on=s.days.within(s.rng, served + _ONE, s.days.as_of))


def served_later(s: Scene) -> None:
    """公告送达,截至日尚未届满."""
    days = s.days
    s.decision(
        days.after(days.as_of, s.rng.randint(1, 15)),
        decided_on=days.ago(10),
        found_on=None,
        opened_on=None,
        occurred_on=None,
    )


def time_runs(s: Scene) -> None:
    """申请期限尚未届满."""
    s.decision(s.served(5, 225))


def just_outside_the_window(s: Scene) -> None:
    """申请期限在三十日之外届满,不到预警时间."""
    days = s.days
    window = days.ago(-30)
    s.decision(days.find("outside", 200, 330, lambda day: days.last(day) > window)[0])


def told_not_known_but_running(s: Scene) -> None:
    """是否告知救济不明,但申请期限无论如何尚未届满."""
    s.decision(s.served(5, 225), remedy_told=None, suit_months_told=None)


def told_not_known_but_paid(s: Scene) -> None:
    """是否告知救济不明,但已缴清."""
    of = s.decision(s.served(60, 850), remedy_told=None, suit_months_told=None)
    s.pay(of, of.served + s.rng.randint(1, 20) * _ONE)


def suit_pending(s: Scene) -> None:
    """行政诉讼尚未审结."""
    of = s.decision(s.served(320, 850))
    s.remedy(of, "suit", s.days.within(s.rng, of.served + _ONE, s.days.sue(of.served)))


def reconsideration_pending(s: Scene) -> None:
    """行政复议尚在办理."""
    of = s.decision(s.served(35, 80))
    s.remedy(of, "reconsideration", s.days.after(of.served, s.rng.randint(5, 15)))


def annulled_by_reconsideration(s: Scene) -> None:
    """行政复议撤销、变更或者调解结案."""
    of = s.decision(s.served(400, 850))
    filed = s.days.within(s.rng, of.served + _ONE, s.days.end("reconsider", of.served))
    ended = s.days.within(s.rng, filed + 20 * _ONE, filed + 60 * _ONE)
    outcome = s.rng.choice(("revoked", "changed", "mediated"))
    s.remedy(of, "reconsideration", filed, concluded_on=ended, served_on=ended, outcome=outcome)


def judged(s: Scene) -> None:
    """判决驳回诉讼请求,执行的是判决."""
    of = s.decision(s.served(500, 850))
    filed = s.days.within(s.rng, of.served + _ONE, s.days.sue(of.served))
    ended = s.days.within(s.rng, filed + 40 * _ONE, filed + 180 * _ONE)
    s.remedy(of, "suit", filed, concluded_on=ended, served_on=ended, outcome=Written("驳回诉讼请求"))


def deferral_running(s: Scene) -> None:
    """批准延期缴纳,延期尚未届满."""
    of = s.decision(s.served(320, 500))
    s.defer(of, s.days.after(of.served, s.rng.randint(1, 10)), s.days.ago(-s.rng.randint(20, 100)))


def instalments_paid(s: Scene) -> None:
    """批准分期缴纳,各期缴清."""
    of = s.decision(s.served(320, 850))
    granted = s.days.after(of.served, s.rng.randint(1, 8))
    parts = of.due // 3 // 10 * 10
    for i, amount in enumerate((parts, parts, of.due - 2 * parts), 1):
        until = granted + 30 * i * _ONE
        s.defer(of, granted, until, "instalments")
        s.pay(of, until - s.rng.randint(0, 5) * _ONE, amount)


def in_time(s: Scene) -> None:
    """催告后在期限内申请,法院按期受理、裁定."""
    of, on = s.in_time()
    s.applied(of, on)


def on_the_last_day(s: Scene) -> None:
    """在申请期限的最后一日申请."""
    of = s.decision(s.served(430, 850))
    s.applied(of, s.days.last(of.served))


def on_the_first_day(s: Scene) -> None:
    """在起诉期限届满的次日申请."""
    days = s.days
    starts = days.find("first", 430, 850, lambda day: days.works(days.sue(day) + _ONE))
    of = s.decision(s.rng.choice(starts))
    s.applied(of, days.sue(of.served) + _ONE)


def moved_by_a_holiday(s: Scene) -> None:
    """申请期限因长假顺延,在顺延后的最后一日申请."""
    days = s.days
    of = s.decision(s.rng.choice(days.find("holiday", 430, 850, days.holiday_moves)))
    s.applied(of, days.last(of.served))


def after_a_shorter_month(s: Scene) -> None:
    """月末送达,届满月份没有相应日,在最后一日申请."""
    days = s.days
    of = s.decision(s.rng.choice(days.find("month", 430, 850, days.month_is_shorter)))
    s.applied(of, days.last(of.served))


def after_reconsideration(s: Scene) -> None:
    """复议维持,十五日起诉期限届满后申请."""
    days = s.days
    of = s.decision(s.served(430, 850))
    filed = days.after(of.served, s.rng.randint(3, 15))
    ended = days.after(filed, s.rng.randint(15, 30))
    s.remedy(of, "reconsideration", filed, concluded_on=ended, served_on=days.after(ended, 2), outcome=Written("维持"))
    on = days.after(days.end("sue_after_reconsideration", days.after(ended, 2)), s.rng.randint(3, 20))
    s.demand(of, days.before(on, 12))
    s.applied(of, on, demanded=False)


def after_a_suit_withdrawn(s: Scene) -> None:
    """诉讼撤回较晚,三个月自结案起算."""
    days = s.days
    of = s.decision(s.served(530, 850))
    ended = days.within(s.rng, of.served + 230 * _ONE, of.served + 270 * _ONE)
    s.remedy(
        of,
        "suit",
        days.within(s.rng, of.served + 100 * _ONE, days.sue(of.served)),
        concluded_on=ended,
        outcome="withdrawn",
    )
    s.applied(of, days.end("apply", ended))


def told_a_year(s: Scene) -> None:
    """告知的起诉期限为十二个月,按告知的期限计算."""
    of = s.decision(s.served(600, 850), suit_months_told=12)
    sued = s.days.end("sue", of.served, 12)
    s.applied(of, s.apply_day(sued, s.days.end("apply", sued)))


def not_told(s: Scene) -> None:
    """未告知救济,起诉期限为一年."""
    of = s.decision(s.served(600, 850), remedy_told=False, suit_months_told=None, reconsideration_days_told=None)
    sued = s.days.end("sue_untold", of.served)
    s.applied(of, s.apply_day(sued, s.days.end("apply", sued)))


def after_a_deferral(s: Scene) -> None:
    """批准延期缴纳,延期届满后三个月内申请."""
    days = s.days
    of = s.decision(s.served(600, 850))
    until = of.served + s.rng.randint(280, 330) * _ONE
    s.defer(of, days.after(of.served, s.rng.randint(1, 10)), until)
    s.applied(of, s.apply_day(until, days.end("apply", until)))


COMMON: tuple[tuple[Scenario, int], ...] = (
    (paid, 50),
    (paid_in_parts, 6),
    (paid_with_added_fine, 8),
    (in_time, 14),
    (time_runs, 12),
)
"""The most frequent histories, with their weights; all the others weigh 1."""
OTHERS: tuple[Scenario, ...] = (
    paid_on_the_last_day, paid_twice_by_mistake, performed_on_record_only, stopped_business, only_warned, licence_suspended,
    revoked, served_later, just_outside_the_window, told_not_known_but_running, told_not_known_but_paid, suit_pending,
    reconsideration_pending, annulled_by_reconsideration, judged, deferral_running, instalments_paid, on_the_last_day,
    on_the_first_day, moved_by_a_holiday, after_a_shorter_month, after_reconsideration, after_a_suit_withdrawn, told_a_year,
    not_told, after_a_deferral,
)  # fmt: skip
