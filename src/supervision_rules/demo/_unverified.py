"""Histories that the records can't tell (无法核实的情形)."""

from __future__ import annotations

import datetime as dt

from supervision_rules.demo._innocent import Scenario
from supervision_rules.demo._offices import OFFICES, SILENT_COURT
from supervision_rules.demo._records import Decision, Written
from supervision_rules.demo._scene import ACCEPTANCE, DEMAND, NON_ENFORCEMENT, REFUSAL, RULING, Scene

_ONE = dt.timedelta(days=1)


def _not_told(s: Scene, of: Decision, kind: str = "not_applied") -> None:
    s.unsure(NON_ENFORCEMENT, kind, of)


def told_not_known(s: Scene) -> None:
    """是否告知救济不明:按六个月已逾期,按一年未逾期."""
    _not_told(
        s, s.decision(s.served(310, 420), remedy_told=None, suit_months_told=None, reconsideration_days_told=None)
    )


def told_not_known_applied(s: Scene) -> None:
    """是否告知救济不明,在六个月之后、一年之前申请."""
    of = s.decision(s.served(500, 850), remedy_told=None, suit_months_told=None)
    on = s.apply_day(s.days.sue(of.served), s.days.last(of.served))
    s.applied(of, on, accepted_on=s.days.after(on, 2), ruled_on=s.days.after(on, 5), ruling="withdrawn")
    _not_told(s, of, "applied_early")


def kinds_not_known(s: Scene) -> None:
    """处罚种类、金额均不明."""
    _not_told(
        s,
        s.decision(s.served(330, 850), penalty_kinds=None, fine=None, illegal_gains=None, confiscated=None),
        "applied_early",
    )


def several_decisions_of_a_party(s: Scene) -> None:
    """法院案件没有决定书文号,当事人有两份决定,不能确定申请的是哪一份."""
    party = s.parties.new(sound=True)
    served = s.served(430, 850)
    both = [s.decision(served, party=party) for _ in range(2)]
    on = s.apply_day(s.days.sue(served), s.days.last(served))
    s.demand(both[0], s.days.before(on, 15))
    s.case(both, on, decision_no=None, accepted_on=s.days.after(on, 3), ruled_on=s.days.after(on, 6), ruling="refuse")
    for of in both:
        _not_told(s, of, "applied_early")
        s.unsure(DEMAND, "demand_missing", of)


def reconsideration_without_end(s: Scene) -> None:
    """复议受理一年以上没有结案记录."""
    of = s.decision(s.served(430, 850))
    s.remedy(of, "reconsideration", s.days.after(of.served, s.rng.randint(3, 20)))
    _not_told(s, of, "applied_early")


def reconsideration_not_dated(s: Scene) -> None:
    """复议维持,复议决定的送达日不明."""
    of = s.decision(s.served(430, 850))
    filed = s.days.after(of.served, 10)
    s.remedy(of, "reconsideration", filed, concluded_on=s.days.after(filed, 30), outcome=Written("维持"))
    _not_told(s, of)


def dates_contradict(s: Scene) -> None:
    """送达日早于决定日."""
    served = s.served(330, 850)
    _not_told(s, s.decision(served, decided_on=served + 9 * _ONE), "applied_early")


def deferred_too_late(s: Scene) -> None:
    """申请期限届满后才批准延期."""
    of = s.decision(s.served(500, 850))
    granted = s.days.after(s.days.last(of.served), s.rng.randint(3, 20))
    s.defer(of, granted, granted + 30 * _ONE)
    _not_told(s, of)


def payment_of_unknown_kind(s: Scene) -> None:
    """缴款的款项不明,不能确定罚款是否缴清."""
    of = s.decision(s.served(330, 850))
    s.pay(of, of.served + 10 * _ONE, of.due, None)
    _not_told(s, of)


def number_of_two_agencies(s: Scene) -> None:
    """两个机关的简易处罚决定同号,缴款没有写明机关."""
    served = s.served(330, 850)
    first, second = s.rng.sample(OFFICES, 2)
    of = s.decision(served, office=first, number=s.book.number("当场罚〔{year}〕{serial}号", served))
    other = s.decision(served, office=second, number=of.number)
    s.book.add(
        "payments", served, {"decision_no": of.number, "paid_on": served + 8 * _ONE, "amount": of.due, "kind": "fine"}
    )
    _not_told(s, of)
    _not_told(s, other)


def urgent_and_early(s: Scene) -> None:
    """起诉期限届满前申请立即执行."""
    of = s.decision(s.served(430, 850))
    on = s.apply_day(of.served + 60 * _ONE, s.days.sue(of.served))
    s.applied(of, on, urgent=True, accepted_on=on, ruled_on=s.days.after(on, 3), ruling="withdrawn")
    _not_told(s, of, "applied_early")


def posted_over_the_limit(s: Scene) -> None:
    """机关在期限内寄出,法院在期限后收到."""
    of = s.decision(s.served(500, 850))
    last = s.days.last(of.served)
    received = s.days.after(last, 3)
    s.demand(of, s.days.before(last, 20))
    s.application(of, last)
    s.case(of, received, accepted_on=None, ruled_on=s.days.after(received, 4), ruling="not_accepted")
    _not_told(s, of, "applied_late")


def court_without_cases(s: Scene) -> None:
    """受理法院没有提供案件台账."""
    of, on = s.in_time()
    s.demand(of, s.days.before(on, 15))
    s.unsure(ACCEPTANCE, "not_accepted_in_time", s.application(of, on, court=SILENT_COURT))


def ruled_late_without_acceptance(s: Scene) -> None:
    """没有受理记录,收到申请三十日后才裁定."""
    of, on = s.in_time(low=500)
    case = s.applied(of, on, accepted_on=None, ruled_on=s.days.after(on, 20), ruling="allow")
    s.unsure(ACCEPTANCE, "not_accepted_in_time", case)
    s.unsure(RULING, "ruled_late", case)


def ruling_not_dated(s: Scene) -> None:
    """有裁定结果,没有裁定日."""
    of, on = s.in_time()
    case = s.applied(
        of, on, accepted_on=s.days.after(on, 2), ruled_on=None, ruling="allow", ruling_served_on=s.days.after(on, 12)
    )
    s.unsure(RULING, "ruled_late", case)


def ruling_not_known(s: Scene) -> None:
    """裁定结果空白,不能确定是否不准予执行."""
    of, on = s.in_time()
    case = s.applied(of, on, accepted_on=s.days.after(on, 2), ruled_on=s.days.after(on, 7), ruling=None)
    s.unsure(REFUSAL, "refusal_served_late", case)


CORE: tuple[Scenario, ...] = (told_not_known, kinds_not_known, several_decisions_of_a_party)
FURTHER: tuple[Scenario, ...] = (
    told_not_known_applied, reconsideration_without_end, reconsideration_not_dated, dates_contradict, deferred_too_late,
    payment_of_unknown_kind, number_of_two_agencies, urgent_and_early, posted_over_the_limit, court_without_cases,
    ruled_late_without_acceptance, ruling_not_dated, ruling_not_known,
)  # fmt: skip
