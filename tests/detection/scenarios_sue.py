"""How the time to sue and the time to apply are counted (2024-12-20)."""

from __future__ import annotations

from detection.scenarios_base import (
    application,
    clear,
    found,
    paid,
    penalty,
    says,
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


UNKNOWN = penalty("2022-03-15", remedy_told=None)
"""Six months: Thursday 15 September 2022, three more Thursday 15 December; a year: Wednesday 15 March 2023, three more
Thursday 15 June; from then 366 days to 15 June 2024 and 188 to 20 December: 15, 31, 31, 30, 31, 30, 20."""

SCENARIOS = [
    # month ends and leap days
    *days("leap year", [BASE], ("2024-02-29", "2024-03-01"), ("2024-05-29", "2024-05-30")),
    *days(
        "29 August to the same end", [penalty("2023-08-29")], ("2024-02-29", "2024-03-01"), ("2024-05-29", "2024-05-30")
    ),
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
    *days(
        "Spring Festival, to apply", [penalty("2023-05-12")], ("2023-11-13", "2023-11-14"), ("2024-02-18", "2024-02-19")
    ),
    # 12 February 2024 is off, Sunday the 18th worked; 18 May is a Saturday
    *days(
        "Spring Festival, to sue", [penalty("2023-08-12")], ("2024-02-18", "2024-02-19"), ("2024-05-20", "2024-05-21")
    ),
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
    says(
        "unknown: paid on the last day after a year",
        [UNKNOWN, paid("2023-06-15")],
        NE=untold("performed", "not_applied"),
    ),
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
    says(  # Tuesday 7 August 2018 is too early either way; until when it was is not known
        "served 7 February 2018, unknown, applied at six months",
        [penalty("2018-02-07", remedy_told=None), application("2018-08-07")],
        NE=found("applied_early", None, "2018-08-07", None),
    ),
    says(
        "served 7 February 2018, unknown, applied after six months",
        [penalty("2018-02-07", remedy_told=None), application("2018-08-08")],
        NE=untold("applied_early"),
    ),
]
