"""Planted histories of court cases (法院案件的异常情形)."""

from __future__ import annotations

import datetime as dt

from supervision_rules.demo._innocent import Scenario
from supervision_rules.demo._innocent_court import with_a_case
from supervision_rules.demo._scene import (
    ACCEPTANCE,
    ADMISSION,
    IMMEDIATE,
    NON_ENFORCEMENT,
    OBJECTION,
    REFUSAL,
    RULING,
    Scene,
)

_ONE = dt.timedelta(days=1)


def accepted_late(s: Scene) -> None:
    """第六个工作日受理."""
    of, on = s.in_time()
    accepted = s.days.after(on, 6)
    case = s.applied(of, on, accepted_on=accepted)
    s.find(ACCEPTANCE, "not_accepted_in_time", case, s.days.after(on, 5), accepted)


def never_answered(s: Scene) -> None:
    """法院登记了申请,没有受理也没有裁定."""
    of, on = s.in_time()
    case = s.applied(of, on, accepted_on=None, ruled_on=None)
    s.find(ACCEPTANCE, "not_accepted_in_time", case, s.days.after(on, 5))


def not_accepted_late(s: Scene) -> None:
    """收到申请后第八个工作日裁定不予受理."""
    of, on = s.in_time()
    ruled = s.days.after(on, 8)
    case = s.applied(of, on, accepted_on=None, ruled_on=ruled, ruling="not_accepted")
    s.find(ACCEPTANCE, "not_accepted_in_time", case, s.days.after(on, 5), ruled)


def no_case(s: Scene) -> None:
    """机关已申请,法院没有对应的案件."""
    with_a_case(s)
    of, on = s.in_time()
    s.demand(of, s.days.before(on, 15))
    application = s.application(of, on)
    s.find(ACCEPTANCE, "not_accepted_in_time", application, s.days.after(on, 5))


def papers_completed_late_acceptance(s: Scene) -> None:
    """材料补正后第七个工作日受理."""
    of, on = s.in_time()
    complete = s.days.after(on, s.rng.randint(2, 6))
    s.demand(of, s.days.before(on, 15))
    s.application(of, on, complete_on=complete)
    accepted = s.days.after(complete, 7)
    case = s.case(of, on, accepted_on=accepted)
    s.find(ACCEPTANCE, "not_accepted_in_time", case, s.days.after(complete, 5), accepted)


def no_ruling(s: Scene) -> None:
    """受理后一直没有裁定."""
    of, on = s.in_time()
    accepted = s.days.after(on, s.rng.randint(1, 5))
    case = s.applied(of, on, accepted_on=accepted, ruled_on=None)
    s.find(RULING, "no_ruling", case, s.days.after(accepted, 7))


def ruled_late(s: Scene) -> None:
    """受理后第八个工作日裁定."""
    of, on = s.in_time()
    accepted = s.days.after(on, s.rng.randint(1, 5))
    ruled = s.days.after(accepted, 8)
    case = s.applied(of, on, accepted_on=accepted, ruled_on=ruled, ruling="allow")
    s.find(RULING, "ruled_late", case, s.days.after(accepted, 7), ruled)


def views_heard_too_long(s: Scene) -> None:
    """听取意见,三十日后裁定."""
    of, on = s.in_time(low=500)
    accepted = s.days.after(on, s.rng.randint(1, 5))
    due = s.days.end("rule_hearing", accepted)
    ruled = s.days.after(due, s.rng.randint(1, 15))
    case = s.applied(of, on, hearing=True, accepted_on=accepted, ruled_on=ruled, ruling="allow")
    s.find(RULING, "ruled_late", case, due, ruled)


def late_on_both_sides(s: Scene) -> None:
    """机关逾期申请,法院逾期裁定并准予执行."""
    of = s.decision(s.served(500, 850))
    last = s.days.last(of.served)
    on = s.apply_day(last, last + 40 * _ONE)
    accepted = s.days.after(on, 4)
    ruled = s.days.after(accepted, 12)
    case = s.applied(of, on, accepted_on=accepted, ruled_on=ruled, ruling="allow")
    s.find(NON_ENFORCEMENT, "applied_late", of, last, on)
    s.find(RULING, "ruled_late", case, s.days.after(accepted, 7), ruled)
    s.unsure(ADMISSION, "late_application_admitted", case)


def early_and_unanswered(s: Scene) -> None:
    """起诉期限届满前申请,法院没有受理."""
    of = s.decision(s.served(430, 850))
    sued = s.days.sue(of.served)
    on = s.apply_day(of.served + 90 * _ONE, sued)
    case = s.applied(of, on, accepted_on=None, ruled_on=None)
    s.find(NON_ENFORCEMENT, "applied_early", of, sued, on)
    s.find(ACCEPTANCE, "not_accepted_in_time", case, s.days.after(on, 5))


def refusal_served_late(s: Scene) -> None:
    """不准予执行的裁定第六个工作日送达."""
    of, on = s.in_time()
    ruled = s.days.after(on, 6)
    served = s.days.after(ruled, 6)
    case = s.applied(of, on, accepted_on=s.days.after(on, 2), ruled_on=ruled, ruling="refuse", ruling_served_on=served)
    s.find(REFUSAL, "refusal_served_late", case, s.days.after(ruled, 5), served)


def refusal_never_served(s: Scene) -> None:
    """不准予执行的裁定没有送达记录."""
    of, on = s.in_time()
    ruled = s.days.after(on, 6)
    case = s.applied(of, on, accepted_on=s.days.after(on, 2), ruled_on=ruled, ruling="refuse", ruling_served_on=None)
    s.find(REFUSAL, "refusal_served_late", case, s.days.after(ruled, 5))


def review_late(s: Scene) -> None:
    """对不准予执行的复议,三十日后裁定."""
    of, on = s.in_time(low=520)
    ruled = s.days.after(on, 5)
    objected = s.days.after(ruled, s.rng.randint(4, 10))
    due = s.days.end("review_refusal", objected)
    reviewed = s.days.after(due, s.rng.randint(1, 10))
    case = s.applied(
        of, on, accepted_on=s.days.after(on, 1), ruled_on=ruled, ruling="refuse", ruling_served_on=s.days.after(ruled, 2),
        review_applied_on=objected, review_ruled_on=reviewed,
    )  # fmt: skip
    s.find(OBJECTION, "review_late", case, due, reviewed)


def review_of_non_acceptance_late(s: Scene) -> None:
    """对不予受理的复议,十五日后没有裁定."""
    of, on = s.in_time(low=500)
    ruled = s.days.after(on, 4)
    objected = s.days.after(ruled, s.rng.randint(4, 10))
    case = s.applied(of, on, accepted_on=None, ruled_on=ruled, ruling="not_accepted", review_applied_on=objected)
    s.find(OBJECTION, "review_late", case, s.days.end("review_not_accepted", objected))


def enforced_late(s: Scene) -> None:
    """准予立即执行,第六个工作日才开始."""
    of, on = s.in_time()
    ruled = s.days.after(on, 3)
    began = s.days.after(ruled, 6)
    case = s.applied(
        of, on, demanded=False, urgent=True, accepted_on=s.days.after(on, 1), ruled_on=ruled, ruling="allow",
        enforcement_started_on=began, enforced_on=s.days.after(began, 5),
    )  # fmt: skip
    s.find(IMMEDIATE, "enforced_late", case, s.days.after(ruled, 5), began)


def never_enforced(s: Scene) -> None:
    """准予立即执行,没有开始."""
    of, on = s.in_time()
    ruled = s.days.after(on, 3)
    case = s.applied(
        of, on, urgent=True, accepted_on=s.days.after(on, 1), ruled_on=ruled, ruling="allow",
        enforcement_started_on=None, enforced_on=None,
    )  # fmt: skip
    s.find(IMMEDIATE, "enforced_late", case, s.days.after(ruled, 5))


CORE: tuple[Scenario, ...] = (
    accepted_late, no_case, no_ruling, ruled_late, refusal_served_late, review_late, enforced_late,
)  # fmt: skip
FURTHER: tuple[Scenario, ...] = (
    late_on_both_sides, early_and_unanswered, never_answered, not_accepted_late, papers_completed_late_acceptance,
    views_heard_too_long, refusal_never_served, review_of_non_acceptance_late, never_enforced,
)  # fmt: skip
