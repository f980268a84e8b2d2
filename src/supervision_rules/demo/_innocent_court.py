"""Innocent histories of court cases (法院案件的正常情形), many of them on the last day in time."""

from __future__ import annotations

import datetime as dt

from supervision_rules.demo._innocent import Scenario
from supervision_rules.demo._records import Decision
from supervision_rules.demo._scene import Scene


def on_the_eleventh_day(s: Scene) -> None:
    """催告后第十一个工作日申请."""
    of, on = s.in_time()
    s.demand(of, s.days.before(on, 11))
    s.applied(of, on, demanded=False)


def on_every_last_day(s: Scene) -> None:
    """第五个工作日受理,第七个工作日裁定."""
    of, on = s.in_time()
    accepted = s.days.after(on, 5)
    s.applied(of, on, accepted_on=accepted, ruled_on=s.days.after(accepted, 7), ruling="allow")


def refused(s: Scene) -> None:
    """不准予执行,第五个工作日送达,复议按期裁定."""
    of, on = s.in_time(low=500)
    accepted = s.days.after(on, 3)
    ruled = s.days.after(accepted, 7)
    served = s.days.after(ruled, 5)
    objected = s.days.after(served, s.rng.randint(2, 8))
    reviewed = s.days.end("review_refusal", objected)
    s.applied(
        of, on, accepted_on=accepted, ruled_on=ruled, ruling="refuse", ruling_served_on=served,
        review_applied_on=objected, review_ruled_on=reviewed,
    )  # fmt: skip


def refused_not_served(s: Scene) -> None:
    """不准予执行,没有送达记录,但机关已在五个工作日内申请复议."""
    of, on = s.in_time(low=500)
    ruled = s.days.after(on, 6)
    objected = s.days.after(ruled, 5)
    s.applied(
        of, on, accepted_on=s.days.after(on, 2), ruled_on=ruled, ruling="refuse", ruling_served_on=None,
        review_applied_on=objected, review_ruled_on=s.days.after(objected, 12),
    )  # fmt: skip


def not_accepted(s: Scene) -> None:
    """第五个工作日裁定不予受理,复议按期裁定."""
    of, on = s.in_time(low=500)
    ruled = s.days.after(on, 5)
    objected = s.days.after(ruled, s.rng.randint(3, 9))
    s.applied(
        of, on, accepted_on=None, ruled_on=ruled, ruling="not_accepted",
        review_applied_on=objected, review_ruled_on=s.days.end("review_not_accepted", objected),
    )  # fmt: skip


def withdrawn_after_payment(s: Scene) -> None:
    """申请后缴清,准许撤回申请."""
    of, on = s.in_time()
    ruled = s.days.after(on, 6)
    s.pay(of, s.days.after(on, 4))
    s.applied(of, on, accepted_on=s.days.after(on, 1), ruled_on=ruled, ruling="withdrawn")


def views_heard(s: Scene) -> None:
    """听取意见,在三十日的最后一日裁定."""
    of, on = s.in_time()
    accepted = s.days.after(on, s.rng.randint(1, 5))
    s.applied(of, on, hearing=True, accepted_on=accepted, ruled_on=s.days.end("rule_hearing", accepted), ruling="allow")


def urgent(s: Scene) -> None:
    """申请立即执行,未经催告,裁定后第五个工作日开始执行."""
    of, on = s.in_time()
    ruled = s.days.after(on, 3)
    began = s.days.after(ruled, 5)
    s.applied(
        of, on, demanded=False, urgent=True, accepted_on=s.days.after(on, 1), ruled_on=ruled, ruling="allow",
        enforcement_started_on=began, enforced_on=s.days.after(began, 10),
    )  # fmt: skip


def urgent_and_done(s: Scene) -> None:
    """准予立即执行,五个工作日内执行完毕."""
    of, on = s.in_time()
    ruled = s.days.after(on, 2)
    s.applied(
        of, on, urgent=True, accepted_on=on, ruled_on=ruled, ruling="allow",
        enforcement_started_on=None, enforced_on=s.days.after(ruled, s.rng.randint(1, 5)),
    )  # fmt: skip


def papers_completed(s: Scene) -> None:
    """材料补正后第五个工作日受理."""
    of, on = s.in_time()
    complete = s.days.after(on, s.rng.randint(3, 12))
    s.demand(of, s.days.before(on, 15))
    s.application(of, on, complete_on=complete)
    s.case(of, on, accepted_on=s.days.after(complete, 5))


def ruled_without_acceptance(s: Scene) -> None:
    """没有受理记录,收到申请后五个工作日内裁定."""
    of, on = s.in_time()
    s.applied(of, on, accepted_on=None, ruled_on=s.days.after(on, s.rng.randint(2, 5)), ruling="allow")


def waiting_for_acceptance(s: Scene) -> None:
    """申请后第四个工作日,法院尚未立案."""
    days = s.days
    on = days.before(days.as_of, 4)
    with_a_case(s)
    of = s.decision(_open_for(s, on))
    s.demand(of, days.before(on, 12))
    s.application(of, on)


def waiting_for_a_ruling(s: Scene) -> None:
    """受理后第六个工作日,尚未裁定."""
    days = s.days
    accepted = days.before(days.as_of, 6)
    on = days.before(accepted, 3)
    s.applied(s.decision(_open_for(s, on)), on, accepted_on=accepted, ruled_on=None)


def two_decisions(s: Scene) -> None:
    """同一当事人的两份决定在一个案件中申请."""
    party = s.parties.new()
    served = s.served(430, 850)
    both = [s.decision(served, party=party) for _ in range(2)]
    on = s.apply_day(s.days.sue(served), s.days.last(served))
    for of in both:
        s.demand(of, s.days.before(on, 14))
        s.application(of, on)
    s.case(both, on)


def case_without_number(s: Scene) -> None:
    """法院案件没有决定书文号,按当事人对应到唯一的决定."""
    of, on = s.in_time(party=s.parties.new(sound=True))
    s.demand(of, s.days.before(on, 20))
    s.case(of, on, decision_no=None)


def posted(s: Scene) -> None:
    """邮寄申请,法院收到晚于机关寄出,均在期限内."""
    of = s.decision(s.served(430, 850))
    received = s.days.last(of.served)
    posted_on = s.days.before(received, s.rng.randint(1, 4))
    s.demand(of, s.days.before(posted_on, 18))
    s.application(of, posted_on)
    s.case(of, received)


def with_a_case(s: Scene) -> Decision:
    """只有法院的记录,机关台账没有登记申请."""
    of, on = s.in_time()
    s.demand(of, s.days.before(on, 16))
    s.case(of, on)
    return of


def _open_for(s: Scene, on: dt.date) -> dt.date:
    """A day of service for which that day is in time to apply."""
    days = s.days
    return s.rng.choice(days.find(f"open {on}", 190, 300, lambda day: days.sue(day) < on <= days.last(day)))


COURT: tuple[Scenario, ...] = (
    on_the_eleventh_day, on_every_last_day, refused, refused_not_served, not_accepted, withdrawn_after_payment, views_heard,
    urgent, urgent_and_done, papers_completed, ruled_without_acceptance, waiting_for_acceptance, waiting_for_a_ruling,
    two_decisions, case_without_number, posted, with_a_case,
)  # fmt: skip
