"""A year whose holidays are not published, where it matters and where it does not (2027-01-05)."""

from __future__ import annotations

from detection.scenarios_base import (
    Group,
    Row,
    application,
    case,
    clear,
    deferral,
    demand,
    found,
    paid,
    penalty,
    says,
    untold,
)

RUNS = clear("time_runs")


def deferred(until: str, *rows: Row) -> list[Row]:
    """Without the deferral the last day is 10 December 2026; its own day is not moved off a holiday."""
    return [penalty("2026-03-10"), deferral("2026-05-06", until), *rows]


SCENARIOS = [
    # 30 September, Wednesday 30 December 2026; 1 day in December and 5
    says("a last day in 2026", [penalty("2026-03-31")], NE=found("not_applied", "2026-12-30", None, 6)),
    # until 2 October 2026: 2 January 2027 or later
    says("a last day that may have passed", deferred("2026-10-02"), NE=untold("not_applied")),
    says("a last day that may be today", deferred("2026-10-05"), NE=untold("application_due_soon")),
    says("applied on its earliest day", deferred("2026-10-02", application("2027-01-02")), NE=clear("applied_in_time")),
    says(
        "applied after its earliest day", deferred("2026-10-02", application("2027-01-04")), NE=untold("applied_late")
    ),
    says("paid on its earliest day", deferred("2026-10-02", paid("2027-01-02")), NE=clear("performed")),
    says(
        "paid after its earliest day", deferred("2026-10-02", paid("2027-01-04")), NE=untold("performed", "not_applied")
    ),
    # 8 October 2026; 8 January 2027 or later
    says("three days ahead or more", [penalty("2026-04-08")], NE=untold("application_due_soon")),
    # Wednesday 4 November 2026; 4 February 2027: 26 days in January and 4
    says("thirty days ahead or more", [penalty("2026-05-04")], NE=untold("application_due_soon")),
    says("at least 31 days ahead", [penalty("2026-05-05")], NE=RUNS),
    says("the time to sue surely runs", [penalty("2026-08-15")], NE=RUNS),
    # 4 January 2027 or later
    says(
        "applied after the earliest end of the time to sue",
        [penalty("2026-07-04"), application("2027-01-05")],
        NE=untold("applied_early"),
    ),
    says(
        "applied on it",
        [penalty("2026-07-04"), application("2027-01-04")],
        NE=found("applied_early", None, "2027-01-04", None),
    ),
    # 18, 21 to 25, 28 to 31 December 2026
    says(
        "ten working days in 2026",
        [penalty("2026-03-10"), demand("2026-12-17"), application("2026-12-31")],
        DEMAND=found("demand_too_short", "2026-12-31", "2026-12-31", 0),
    ),
    says(
        "applied after them",
        [penalty("2026-03-10"), demand("2026-12-17"), application("2027-01-01")],
        DEMAND=clear("demanded"),
    ),
    # 22 to 25, 28 to 31 December, then every day as if worked: 1, 2 January
    says(
        "applied after the earliest tenth",
        [penalty("2026-03-10"), demand("2026-12-21"), application("2027-01-03")],
        DEMAND=untold("demand_too_short"),
    ),
    says(
        "applied on the earliest tenth",
        [penalty("2026-03-10"), demand("2026-12-21"), application("2027-01-02")],
        DEMAND=found("demand_too_short", None, "2027-01-02", None),
    ),
    # 25, 28, 29, 30, 31 December 2026
    says(
        "five working days in 2026",
        [case("2026-12-24")],
        ACCEPTANCE=found("not_accepted_in_time", "2026-12-31", None, 5),
    ),
    # 31 December, 1 to 4 January; 1 to 5 January
    says("the earliest fifth was yesterday", [case("2026-12-30")], ACCEPTANCE=untold("not_accepted_in_time")),
    says("the earliest fifth is today", [case("2026-12-31")], ACCEPTANCE=RUNS),
    # 29, 30, 31 December, 1, 2 January
    says(
        "accepted on the earliest fifth",
        [case("2026-12-28", accepted_on="2027-01-02")],
        ACCEPTANCE=clear("answered_in_time"),
    ),
    says(
        "accepted after it", [case("2026-12-28", accepted_on="2027-01-03")], ACCEPTANCE=untold("not_accepted_in_time")
    ),
    # 23, 24, 25, 28 to 31 December 2026
    says(
        "seven working days in 2026",
        [case("2026-12-21", accepted_on="2026-12-22")],
        RULING=found("no_ruling", "2026-12-31", None, 5),
    ),
    # 29, 30, 31 December, 1 to 4 January
    says(
        "the earliest seventh was yesterday", [case("2026-12-28", accepted_on="2026-12-28")], RULING=untold("no_ruling")
    ),
    says("the earliest seventh is today", [case("2026-12-28", accepted_on="2026-12-29")], RULING=RUNS),
    says(
        "ruled on the earliest seventh",
        [case("2026-12-28", accepted_on="2026-12-28", ruling="allow", ruled_on="2027-01-04")],
        RULING=clear("ruled_in_time"),
    ),
    says(
        "ruled after it",
        [case("2026-12-28", accepted_on="2026-12-28", ruling="allow", ruled_on="2027-01-05")],
        RULING=untold("ruled_late"),
    ),
    # 30 days from 1 December: the 31st; from the 5th: 4 January; from the 6th: the 5th
    says(
        "heard, a last day in 2026",
        [case("2026-11-30", accepted_on="2026-12-01", hearing=True)],
        RULING=found("no_ruling", "2026-12-31", None, 5),
    ),
    says(
        "heard, perhaps until yesterday",
        [case("2026-11-30", accepted_on="2026-12-05", hearing=True)],
        RULING=untold("no_ruling"),
    ),
    says("heard, at least until today", [case("2026-11-30", accepted_on="2026-12-06", hearing=True)], RULING=RUNS),
    # 25, 28 to 31 December; 31 December, 1 to 4 January; 1 to 5 January
    says(
        "a refusal of 24 December",
        [case("2026-12-01", ruling="refuse", ruled_on="2026-12-24")],
        REFUSAL=found("refusal_served_late", "2026-12-31", None, 5),
    ),
    says(
        "a refusal of 30 December",
        [case("2026-12-01", ruling="refuse", ruled_on="2026-12-30")],
        REFUSAL=untold("refusal_served_late"),
    ),
    says("a refusal of 31 December", [case("2026-12-01", ruling="refuse", ruled_on="2026-12-31")], REFUSAL=RUNS),
    # 15 days from 16 December: the 31st; from the 20th: 4 January; from the 21st: the 5th
    *(
        says(
            f"an objection of {day} December",
            [case("2026-12-01", ruling="not_accepted", ruled_on="2026-12-08", review_applied_on=f"2026-12-{day}")],
            OBJECTION=expected,
        )
        for day, expected in (
            (16, found("review_late", "2026-12-31", None, 5)),
            (20, untold("review_late")),
            (21, RUNS),
        )
    ),
    *(
        says(
            f"immediate enforcement allowed on {day} December",
            [case("2026-12-01", urgent=True, ruling="allow", ruled_on=f"2026-12-{day}")],
            IMMEDIATE=expected,
        )
        for day, expected in (
            (24, found("enforced_late", "2026-12-31", None, 5)),
            (30, untold("enforced_late")),
            (31, RUNS),
        )
    ),
]

GROUPS = [Group("2027 not published", "2027-01-05", SCENARIOS)]
