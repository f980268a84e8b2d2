"""How the time to sue and the time to apply are counted (2024-12-20)."""

from __future__ import annotations

from detection.scenarios_base import (
    application,
    clear,
    deferral,
    found,
    paid,
    penalty,
    reconsideration,
    says,
    suit,
    untold,
    warned,
)
from detection.scenarios_standing import BASE, MISSED

IN_TIME = clear("applied_in_time")


def days(name: str, rows, sue: tuple[str, str], apply: tuple[str, str], over: int = 1):
    """Four scenarios: on the end of the time to sue, the day after it, on the last day to apply, the next day seen."""
    (last_of_sue, first), (last, late) = sue, apply
    return [
        says(
            f"{name}, {last_of_sue}",
            [*rows, application(last_of_sue)],
            NE=found("applied_early", last_of_sue, last_of_sue, 0),
        ),
        says(f"{name}, {first}", [*rows, application(first)], NE=IN_TIME),
        says(f"{name}, {last}", [*rows, application(last)], NE=IN_TIME),
        says(f"{name}, {late}", [*rows, application(late)], NE=found("applied_late", last, late, over)),
    ]


def upheld(concluded_on: str, served_on: str | None, outcome: str = "upheld"):
    return reconsideration("2023-10-09", concluded_on=concluded_on, served_on=served_on, outcome=outcome)


UNKNOWN = penalty("2022-03-15", remedy_told=None)
"""Six months: Thursday 15 September 2022, three more Thursday 15 December; a year: Wednesday 15 March 2023, three more
Thursday 15 June; from then 366 days to 15 June 2024 and 188 to 20 December: 15, 31, 31, 30, 31, 30, 20."""

SCENARIOS = [
    # month ends and leap days
    *days("leap year", [BASE], ("2024-02-29", "2024-03-01"), ("2024-05-29", "2024-05-30")),
    *days("29 August to the same end", [penalty("2023-08-29")], ("2024-02-29", "2024-03-01"), ("2024-05-29", "2024-05-30")),
    # 28 February 2023, a Tuesday; 28 May is a Sunday
    *days("common year", [penalty("2022-08-31")], ("2023-02-28", "2023-03-01"), ("2023-05-29", "2023-05-30")),
    # Thursday 29 August, Friday 29 November; Monday 2 December is the next working day
    *days("from a leap day", [penalty("2024-02-29")], ("2024-08-29", "2024-08-30"), ("2024-11-29", "2024-12-02"), 3),
    says(  # 31 November: the 30th, a Saturday, to Monday 2 December; 2 March 2025 is a Sunday
        "from 31 May, on Monday 2 December",
        [penalty("2024-05-31"), application("2024-12-02")],
        NE=found("applied_early", "2024-12-02", "2024-12-02", 0),
    ),
    says("from 31 May, the day after", [penalty("2024-05-31"), application("2024-12-03")], NE=IN_TIME),
    # 3 October 2023 is off, Saturday the 7th worked; 7 January 2024 is a Sunday
    *days("National Day 2023", [penalty("2023-04-03")], ("2023-10-07", "2023-10-08"), ("2024-01-08", "2024-01-09")),
    # Monday 1 July 2024; 1 October is off until the 7th
    *days("National Day 2024", [penalty("2024-01-01")], ("2024-07-01", "2024-07-02"), ("2024-10-08", "2024-10-09")),
    # Friday 12 July 2024; Saturday 12 October was worked; the next is Monday the 14th
    *days("a worked Saturday", [penalty("2024-01-12")], ("2024-07-12", "2024-07-15"), ("2024-10-12", "2024-10-14"), 2),
    # Friday 19 July 2024; Saturday 19 October was not worked
    *days("an ordinary Saturday", [penalty("2024-01-19")], ("2024-07-19", "2024-07-22"), ("2024-10-21", "2024-10-22")),
    # 12 November 2023 is a Sunday; 13 February 2024 is off, Sunday the 18th worked
    *days("Spring Festival, to apply", [penalty("2023-05-12")], ("2023-11-13", "2023-11-14"), ("2024-02-18", "2024-02-19")),
    # 12 February 2024 is off, Sunday the 18th worked; 18 May is a Saturday
    *days("Spring Festival, to sue", [penalty("2023-08-12")], ("2024-02-18", "2024-02-19"), ("2024-05-20", "2024-05-21")),
    # 4 April 2024 is off, Sunday the 7th worked; 7 July is a Sunday
    *days("Qingming", [penalty("2023-10-04")], ("2024-04-07", "2024-04-08"), ("2024-07-08", "2024-07-09")),
    says(  # 1 October is off until the 7th; Wednesday 8 January: 11 days in December and 8
        "National Day and the new year",
        [penalty("2024-04-01")],
        NE=warned("2025-01-08", -19),
    ),
    # told or not
    says("told, on 15 December 2022", [penalty("2022-03-15"), application("2022-12-15")], NE=IN_TIME),
    says(
        "told, the day after",
        [penalty("2022-03-15"), application("2022-12-16")],
        NE=found("applied_late", "2022-12-15", "2022-12-16", 1),
    ),
    *days(
        "not told",
        [penalty("2022-03-15", remedy_told=False)],
        ("2023-03-15", "2023-03-16"),
        ("2023-06-15", "2023-06-16"),
    ),
    says(  # 15 days in September, 31, 30, 31, 31, 28, 15
        "told or not unknown: too early either way",
        [UNKNOWN, application("2022-09-15")],
        NE=found("applied_early", "2023-03-15", "2022-09-15", -181),
    ),
    says("unknown: after six months", [UNKNOWN, application("2022-09-16")], NE=untold("applied_early")),
    says("unknown: at the end of the year", [UNKNOWN, application("2023-03-15")], NE=untold("applied_early")),
    says("unknown: after the year", [UNKNOWN, application("2023-03-16")], NE=untold("applied_late")),
    says("unknown: on the last day after a year", [UNKNOWN, application("2023-06-15")], NE=untold("applied_late")),
    says(
        "unknown: too late either way",
        [UNKNOWN, application("2023-06-16")],
        NE=found("applied_late", "2023-06-15", "2023-06-16", 1),
    ),
    says("unknown: never applied", [UNKNOWN], NE=found("not_applied", "2023-06-15", None, 554)),
    says("unknown: paid on the last day after six months", [UNKNOWN, paid("2022-12-15")], NE=clear("performed")),
    says("unknown: paid between", [UNKNOWN, paid("2022-12-16")], NE=untold("performed", "not_applied")),
    says("unknown: paid on the last day after a year", [UNKNOWN, paid("2023-06-15")], NE=untold("performed", "not_applied")),
    says("unknown: paid after it", [UNKNOWN, paid("2023-06-16")], NE=found("not_applied", "2023-06-15", None, 554)),
    # months told
    says(  # Tuesday 15 November 2022, Wednesday 15 February 2023
        "eight months told, on the last day",
        [penalty("2022-03-15", remedy_told=False, suit_months_told=8), application("2023-02-15")],
        NE=IN_TIME,
    ),
    says(
        "eight months told, the day after",
        [penalty("2022-03-15", remedy_told=False, suit_months_told=8), application("2023-02-16")],
        NE=found("applied_late", "2023-02-15", "2023-02-16", 1),
    ),
    says(
        "eight months told, at their end",
        [penalty("2022-03-15", suit_months_told=8), application("2022-11-15")],
        NE=found("applied_early", "2022-11-15", "2022-11-15", 0),
    ),
    says(
        "three months told are six",
        [penalty("2022-03-15", suit_months_told=3), application("2022-09-15")],
        NE=found("applied_early", "2022-09-15", "2022-09-15", 0),
    ),
    says(
        "three months told, after six",
        [penalty("2022-03-15", suit_months_told=3), application("2022-09-16")],
        NE=IN_TIME,
    ),
    says(
        "six months told, else not known",
        [penalty("2022-03-15", remedy_told=None, suit_months_told=6), application("2022-12-16")],
        NE=found("applied_late", "2022-12-15", "2022-12-16", 1),
    ),
    says(  # 30 February: 29 February 2024; 29 May: 205 days
        "eight months told, to a leap day",
        [penalty("2023-06-30", suit_months_told=8)],
        NE=MISSED,
    ),
    # before the law data begins
    says("served 30 April 2015", [penalty("2015-04-30")], NE=untold("not_applied")),
    says(  # 1 November 2015 is a Sunday; Tuesday 2 February 2016; 2922 days to 2024, and 322
        "served 1 May 2015",
        [penalty("2015-05-01")],
        NE=found("not_applied", "2016-02-02", None, 3244),
    ),
    says("served 7 February 2018, not told", [penalty("2018-02-07", remedy_told=False)], NE=untold("not_applied")),
    says(  # 8 February 2019 is off until Sunday the 10th; 11 May is a Saturday; 1827 days to 2024, and 221
        "served 8 February 2018, not told",
        [penalty("2018-02-08", remedy_told=False)],
        NE=found("not_applied", "2019-05-13", None, 2048),
    ),
    says("served 7 February 2018, unknown", [penalty("2018-02-07", remedy_told=None)], NE=untold("not_applied")),
    says(
        "served 8 February 2018, unknown",
        [penalty("2018-02-08", remedy_told=None)],
        NE=found("not_applied", "2019-05-13", None, 2048),
    ),
    says(  # Tuesday 7 August, Wednesday 7 November 2018; 2192 days to 2024, and 43
        "served 7 February 2018, told",
        [penalty("2018-02-07")],
        NE=found("not_applied", "2018-11-07", None, 2235),
    ),
    says(  # 7 February 2019 is off: Monday the 11th; 11 May is a Saturday
        "served 7 February 2018, twelve months told",
        [penalty("2018-02-07", suit_months_told=12)],
        NE=found("not_applied", "2019-05-13", None, 2048),
    ),
    # service not known
    says("service not known", [penalty(None)], NE=untold("not_applied")),
    says("service not known, applied", [penalty(None), application("2024-05-06")], NE=untold("applied_early")),
    says("service not known, paid", [penalty(None), paid("2024-05-06")], NE=untold("performed", "not_applied")),
    # after a reconsideration that upheld: Tuesday 2 January, Tuesday 2 April 2024
    *days(
        "upheld",
        [BASE, upheld("2023-12-15", "2023-12-18")],
        ("2024-01-02", "2024-01-03"),
        ("2024-04-02", "2024-04-03"),
    ),
    says(  # 5 October is off until the 7th; Wednesday 8 January 2025
        "upheld, over National Day",
        [penalty("2024-06-03"), reconsideration("2024-07-01", concluded_on="2024-09-19", served_on="2024-09-20", outcome="维持")],
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
        [penalty("2017-03-01"), reconsideration("2017-04-03", concluded_on="2017-06-29", served_on="2017-06-30", outcome="upheld")],
        NE=untold("not_applied"),
    ),
    says(  # 16 July 2017 is a Sunday; Tuesday 17 October; 2557 days to 2024, and 64
        "upheld and served 1 July 2017",
        [penalty("2017-03-01"), reconsideration("2017-04-03", concluded_on="2017-06-29", served_on="2017-07-01", outcome="upheld")],
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
    says("withdrawn 4 March, on that day", [BASE, upheld("2024-03-04", None, "withdrawn"), application("2024-03-04")], NE=IN_TIME),
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
        [BASE, deferral("2023-09-20", "2024-06-30", kind="instalments"), deferral("2023-09-20", "2024-03-31", kind="instalments")],
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
    says("granted after the run's day", [penalty("2024-04-17"), deferral("2024-12-21", "2025-06-30")], NE=warned("2025-01-17", -28)),
    says("granted on the run's day", [penalty("2024-04-17"), deferral("2024-12-20", "2025-06-30")], NE=clear("time_runs")),
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
