"""The time to apply after reconsideration, suits and deferrals (2024-12-20)."""

from __future__ import annotations

from detection.scenarios_base import (
    application,
    clear,
    deferral,
    found,
    penalty,
    reconsideration,
    says,
    suit,
    untold,
    warned,
)
from detection.scenarios_standing import BASE, MISSED
from detection.scenarios_sue import IN_TIME, days


def upheld(concluded_on: str, served_on: str | None, outcome: str = "upheld"):
    return reconsideration("2023-10-09", concluded_on=concluded_on, served_on=served_on, outcome=outcome)


SCENARIOS = [
    # after a reconsideration that upheld: Tuesday 2 January, Tuesday 2 April 2024
    *days(
        "upheld",
        [BASE, upheld("2023-12-15", "2023-12-18")],
        ("2024-01-02", "2024-01-03"),
        ("2024-04-02", "2024-04-03"),
    ),
    says(  # 5 October is off until the 7th; Wednesday 8 January 2025
        "upheld, over National Day",
        [
            penalty("2024-06-03"),
            reconsideration("2024-07-01", concluded_on="2024-09-19", served_on="2024-09-20", outcome="维持"),
        ],
        NE=warned("2025-01-08", -19),
    ),
    says("upheld, its service not known", [BASE, upheld("2023-12-15", None)], NE=untold("not_applied")),
    says(
        "upheld, its service not known, applied",
        [BASE, upheld("2023-12-15", None), application("2024-03-04")],
        NE=untold("applied_early"),
    ),
    says(
        "upheld and served 30 June 2017",
        [
            penalty("2017-03-01"),
            reconsideration("2017-04-03", concluded_on="2017-06-29", served_on="2017-06-30", outcome="upheld"),
        ],
        NE=untold("not_applied"),
    ),
    says(  # 16 July 2017 is a Sunday; Tuesday 17 October; 2557 days to 2024, and 64
        "upheld and served 1 July 2017",
        [
            penalty("2017-03-01"),
            reconsideration("2017-04-03", concluded_on="2017-06-29", served_on="2017-07-01", outcome="upheld"),
        ],
        NE=found("not_applied", "2017-10-17", None, 2621),
    ),
    # dismissed: the later of the two ends
    *days(
        "dismissed early",
        [BASE, upheld("2023-12-15", "2023-12-18", "dismissed")],
        ("2024-02-29", "2024-03-01"),
        ("2024-05-29", "2024-05-30"),
    ),
    # 15 days from 19 February: Tuesday 5 March, Wednesday 5 June
    *days(
        "dismissed late",
        [BASE, upheld("2024-02-09", "2024-02-19", "驳回复议申请")],
        ("2024-03-05", "2024-03-06"),
        ("2024-06-05", "2024-06-06"),
    ),
    says("dismissed, its service not known", [BASE, upheld("2024-02-09", None, "dismissed")], NE=untold("not_applied")),
    # the three months start no earlier than the conclusion
    says(  # from 4 March: Tuesday 4 June
        "withdrawn 4 March, on 4 June",
        [BASE, upheld("2024-03-04", None, "withdrawn"), application("2024-06-04")],
        NE=IN_TIME,
    ),
    says(
        "withdrawn 4 March, on 5 June",
        [BASE, upheld("2024-03-04", None, "withdrawn"), application("2024-06-05")],
        NE=found("applied_late", "2024-06-04", "2024-06-05", 1),
    ),
    says(
        "withdrawn 4 March, on that day",
        [BASE, upheld("2024-03-04", None, "withdrawn"), application("2024-03-04")],
        NE=IN_TIME,
    ),
    says("withdrawn before the time to sue ended", [BASE, upheld("2024-02-20", None, "withdrawn")], NE=MISSED),
    says(
        "withdrawn, applied before the time to sue ended",
        [BASE, upheld("2023-12-18", None, "withdrawn"), application("2024-02-29")],
        NE=found("applied_early", "2024-02-29", "2024-02-29", 0),
    ),
    says(  # from 31 March: 30 June is a Sunday; Monday 1 July
        "not accepted, over a month end",
        [BASE, upheld("2024-03-31", None, "不予受理"), application("2024-07-02")],
        NE=found("applied_late", "2024-07-01", "2024-07-02", 1),
    ),
    says(  # from 30 April: Tuesday 30 July; 143 days: 1, 31, 30, 31, 30, 20
        "a suit dismissed without judgment",
        [BASE, suit("2024-02-20", concluded_on="2024-04-30", outcome="驳回起诉")],
        NE=found("not_applied", "2024-07-30", None, 143),
    ),
    says(
        "a suit not accepted",
        [BASE, suit("2024-02-20", concluded_on="2024-04-30", outcome="not_accepted")],
        NE=found("not_applied", "2024-07-30", None, 143),
    ),
    says(  # time to sue until 2 January, the suit until 4 March: Tuesday 4 June
        "upheld, then a suit withdrawn",
        [
            BASE,
            upheld("2023-12-15", "2023-12-18"),
            suit("2023-12-28", concluded_on="2024-03-04", outcome="withdrawn"),
            application("2024-06-05"),
        ],
        NE=found("applied_late", "2024-06-04", "2024-06-05", 1),
    ),
    # deferrals: the day agreed is not moved
    *days(  # Sunday 30 June 2024; Monday 30 September; 8 October is the next working day but one
        "a deferral to a Sunday",
        [BASE, deferral("2023-09-20", "2024-06-30")],
        ("2024-06-30", "2024-07-01"),
        ("2024-09-30", "2024-10-08"),
        8,
    ),
    *days(
        "a deferral within the time to sue",
        [BASE, deferral("2023-09-20", "2024-01-31")],
        ("2024-02-29", "2024-03-01"),
        ("2024-05-29", "2024-05-30"),
    ),
    says(  # 81 days: 31 in October, 30, 20
        "instalments, the last counts",
        [
            BASE,
            deferral("2023-09-20", "2024-06-30", kind="instalments"),
            deferral("2023-09-20", "2024-03-31", kind="instalments"),
        ],
        NE=found("not_applied", "2024-09-30", None, 81),
    ),
    says(
        "a deferral granted on the last day",
        [BASE, deferral("2024-05-29", "2024-06-30")],
        NE=found("not_applied", "2024-09-30", None, 81),
    ),
    says("granted the day after it", [BASE, deferral("2024-05-30", "2024-06-30")], NE=untold("not_applied")),
    says(
        "granted after the last day, applied after that",
        [BASE, deferral("2024-05-30", "2024-06-30"), application("2024-06-05")],
        NE=untold("applied_early"),
    ),
    says(
        "granted after the application",
        [BASE, deferral("2024-03-06", "2024-06-30"), application("2024-03-05")],
        NE=IN_TIME,
    ),
    says(  # 26 days in March, 30, 31, 30
        "granted on the day of application",
        [BASE, deferral("2024-03-05", "2024-06-30"), application("2024-03-05")],
        NE=found("applied_early", "2024-06-30", "2024-03-05", -117),
    ),
    says(
        "granted after the run's day",
        [penalty("2024-04-17"), deferral("2024-12-21", "2025-06-30")],
        NE=warned("2025-01-17", -28),
    ),
    says(
        "granted on the run's day", [penalty("2024-04-17"), deferral("2024-12-20", "2025-06-30")], NE=clear("time_runs")
    ),
    # the time to sue: 4 July 2021 is a Sunday, Monday the 5th
    says("until 14 July 2021", [penalty("2021-01-04"), deferral("2021-03-01", "2021-07-14")], NE=untold("not_applied")),
    says(  # Friday 15 October 2021; 1096 days to 2024, and 66
        "until 15 July 2021",
        [penalty("2021-01-04"), deferral("2021-03-01", "2021-07-15")],
        NE=found("not_applied", "2021-10-15", None, 1162),
    ),
    says("until before it was granted", [BASE, deferral("2023-12-01", "2023-11-30")], NE=untold("not_applied")),
    says("until the day it was granted", [BASE, deferral("2023-12-01", "2023-12-01")], NE=MISSED),
]
