"""Whether a penalty is to be brought to court at all: the ladder's first rungs (2024-12-20)."""

from __future__ import annotations

from detection.scenarios_base import (
    application,
    aside,
    clear,
    found,
    penalty,
    reconsideration,
    says,
    suit,
    untold,
)

BASE = penalty("2023-08-31")
"""Time to sue until 29 February 2024, to apply until Wednesday 29 May; 205 days before 20 December:
2 in May, 30, 31, 31, 30, 31, 30 and 20."""
MISSED = found("not_applied", "2024-05-29", None, 205)


def measures(*kinds: str, **cells: object):
    return penalty("2023-08-31", **({"penalty_kinds": list(kinds), "fine": None} | cells))


def ended(outcome: str | None, concluded_on: str | None, **cells: object):
    return reconsideration("2023-10-09", outcome=outcome, concluded_on=concluded_on, **cells)


SCENARIOS = [
    # not yet: decided and served by the run's day
    says("served on the run's day", [penalty("2024-12-20")], NE=clear("time_runs")),
    says("served the day after it", [penalty("2024-12-21")], NE=aside("not_yet")),
    says("decided the day after it", [penalty(None, decided_on="2024-12-21")], NE=aside("not_yet")),
    says("applied for but served later", [penalty("2024-12-21"), application("2024-12-02")], NE=aside("not_yet")),
    # revoked, as of the run's day
    says("revoked on the run's day", [penalty("2023-08-31", revoked_on="2024-12-20")], NE=aside("revoked")),
    says("revoked later", [penalty("2023-08-31", revoked_on="2024-12-21")], NE=MISSED),
    says(
        "revoked after a late application",
        [penalty("2023-08-31", revoked_on="2024-06-20"), application("2024-06-03")],
        NE=aside("revoked"),
    ),
    says("revoked, service not known", [penalty(None, revoked_on="2024-06-20")], NE=aside("revoked")),
    # nothing to enforce
    says("a warning", [measures("警告")], NE=aside("nothing_to_enforce")),
    says("a warning and a fine of zero", [measures("警告", fine="0")], NE=aside("nothing_to_enforce")),
    says("a warning with 500 yuan", [measures("警告", fine="500")], NE=MISSED),
    says("circulated criticism", [measures("通报批评")], NE=aside("nothing_to_enforce")),
    says(
        "measures that the agency carries out itself",
        [measures("暂扣许可证件", "降低资质等级", "吊销许可证件", "限制从业", "行政拘留", "警告")],
        NE=aside("nothing_to_enforce"),
    ),
    says("a licence revoked, 500 yuan confiscated", [measures("吊销许可证件", confiscated="500")], NE=MISSED),
    says("business stopped", [measures("责令停产停业")], NE=MISSED),
    says("closed", [measures("警告", "责令关闭")], NE=MISSED),
    says("business restricted", [measures("限制经营")], NE=MISSED),
    says("a fine of unknown amount", [measures("警告", "罚款")], NE=MISSED),
    says("kinds not known, a fine above zero", [penalty("2023-08-31", penalty_kinds=None)], NE=MISSED),
    says(
        "kinds and fine not known",
        [penalty("2023-08-31", penalty_kinds=None, fine=None)],
        NE=untold("nothing_to_enforce", "applied_early"),
    ),
    says(
        "kinds not known, a fine of zero",
        [penalty("2023-08-31", penalty_kinds=None, fine="0")],
        NE=untold("nothing_to_enforce", "applied_early"),
    ),
    # agencies that enforce themselves
    says("customs", [penalty("2023-08-31", agency="贵阳海关")], NE=aside("self_enforcing")),
    says("tax", [penalty("2023-08-31", agency="国家税务总局毕节市税务局")], NE=aside("self_enforcing")),
    says("a market authority", [penalty("2023-08-31", agency="毕节市市场监督管理局")], NE=MISSED),
    # dates that contradict each other
    says(
        "served the day before it was decided",
        [penalty("2023-08-31", decided_on="2023-09-01")],
        NE=untold("dates_contradict", "applied_early"),
    ),
    says("served the day it was decided", [penalty("2023-08-31", decided_on="2023-08-31")], NE=MISSED),
    says(
        "applied the day before it was decided",
        [BASE, application("2023-08-30")],
        NE=untold("dates_contradict", "applied_early"),
    ),
    says(  # back from 29 February: 29, 31, 31, 30, 31 days, and 30 in September
        "applied the day it was decided",
        [BASE, application("2023-08-31")],
        NE=found("applied_early", "2024-02-29", "2023-08-31", -182),
    ),
    says(
        "a remedy concluded the day before it was filed",
        [BASE, ended("withdrawn", "2023-10-08")],
        NE=untold("dates_contradict", "applied_early"),
    ),
    says("concluded the day it was filed", [BASE, ended("withdrawn", "2023-10-09")], NE=MISSED),
    # annulled or replaced
    says("annulled", [BASE, ended("revoked", "2023-12-04")], NE=aside("annulled_or_replaced")),
    says("changed", [BASE, ended("changed", "2023-12-04")], NE=aside("annulled_or_replaced")),
    says("mediated", [BASE, ended("mediated", "2023-12-04")], NE=aside("annulled_or_replaced")),
    says(
        "annulled in court",
        [BASE, suit("2023-10-09", outcome="撤销", concluded_on="2024-12-20")],
        NE=aside("annulled_or_replaced"),
    ),
    says(
        "annulled, but no day of it",
        [BASE, ended("revoked", None)],
        NE=untold("annulled_or_replaced", "applied_early"),
    ),
    says(
        "two rows of one remedy that differ are both rejected",
        [BASE, ended("withdrawn", "2023-12-04"), ended("changed", "2023-12-04")],
        NE=untold("annulled_or_replaced", "applied_early"),
    ),
    # judged
    says("a suit upheld", [BASE, suit("2024-02-20", outcome="upheld", concluded_on="2024-06-03")], NE=aside("judged")),
    says(
        "a suit dismissed on the merits, in words",
        [BASE, suit("2024-02-20", outcome="驳回诉讼请求", concluded_on="2024-06-03")],
        NE=aside("judged"),
    ),
    says(
        "a suit upheld, but no day of it",
        [BASE, suit("2024-02-20", outcome="upheld")],
        NE=untold("judged", "applied_early"),
    ),
    says(
        "upheld by the organ, then in court",
        [
            BASE,
            ended("upheld", "2023-12-15", served_on="2023-12-18"),
            suit("2023-12-28", outcome="upheld", concluded_on="2024-05-06"),
        ],
        NE=aside("judged"),
    ),
    # pending
    says("a suit not concluded", [BASE, suit("2024-02-20")], NE=aside("remedy_pending")),
    says(
        "a suit concluded after the run's day",
        [BASE, suit("2024-02-20", outcome="revoked", concluded_on="2024-12-21")],
        NE=aside("remedy_pending"),
    ),
    says("a suit filed after the run's day", [BASE, suit("2024-12-21")], NE=MISSED),
    says(  # 60 days from 6 September: 5 November; 30: 5 December; 15: Friday 20 December
        "a reconsideration may still be pending on the last day of 60, 30 and 15",
        [penalty("2024-08-30"), reconsideration("2024-09-06")],
        NE=aside("remedy_pending"),
    ),
    says(  # 4 November, 4 December, 19 December
        "the day after them it can't be told",
        [penalty("2024-08-30"), reconsideration("2024-09-05")],
        NE=untold("remedy_pending", "applied_early"),
    ),
    says(
        "they count from acceptance",
        [penalty("2024-07-01"), reconsideration("2024-08-01", accepted_on="2024-09-06")],
        NE=aside("remedy_pending"),
    ),
    says(
        "not from filing",
        [penalty("2024-07-01"), reconsideration("2024-08-01", accepted_on="2024-09-05")],
        NE=untold("remedy_pending", "applied_early"),
    ),
    says(
        "withdrawn, but no day of it",
        [BASE, reconsideration("2023-10-09", outcome="withdrawn")],
        NE=untold("remedy_pending", "applied_early"),
    ),
    says(
        "concluded, outcome not known", [BASE, ended(None, "2023-12-04")], NE=untold("remedy_pending", "applied_early")
    ),
    says("the bare word 驳回", [BASE, ended("驳回", "2023-12-04")], NE=untold("remedy_pending", "applied_early")),
    # as things stood on the day of application
    says(
        "pending on the day of application",
        [BASE, suit("2024-02-20", outcome="withdrawn", concluded_on="2024-03-15"), application("2024-03-14")],
        NE=aside("remedy_pending"),
    ),
    says(
        "concluded on the day of application",
        [BASE, suit("2024-02-20", outcome="withdrawn", concluded_on="2024-03-15"), application("2024-03-15")],
        NE=clear("applied_in_time"),
    ),
    says(
        "annulled after the application",
        [BASE, suit("2024-02-20", outcome="revoked", concluded_on="2024-04-01"), application("2024-03-15")],
        NE=aside("remedy_pending"),
    ),
    says(
        "filed on the day of application",
        [BASE, suit("2024-03-15"), application("2024-03-15")],
        NE=aside("remedy_pending"),
    ),
    says(
        "filed after the day of application",
        [BASE, suit("2024-03-18", outcome="revoked", concluded_on="2024-08-01"), application("2024-03-15")],
        NE=clear("applied_in_time"),
    ),
]
