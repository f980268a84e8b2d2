"""Demands before the application (2024-12-20)."""

from __future__ import annotations

from detection.scenarios_base import (
    OTHER_AGENCY,
    application,
    aside,
    case,
    clear,
    demand,
    found,
    penalty,
    says,
    second,
    untold,
    untold_somewhere,
)
from detection.scenarios_standing import BASE

DEMANDED = clear("demanded")
MISSING = found("demand_missing", None, None, None)


def demanded(served_on: str | None, applied_on: str, **cells: object):
    rows = [penalty("2023-05-12", **cells), application(applied_on)]
    return [*rows, demand(served_on)] if served_on else rows


SCENARIOS = [
    # 23, 24, 25, 26, 28 (worked Sunday), 29, 30 April, 6, 7, 8 May 2024
    says(
        "Labour Day, on the tenth",
        demanded("2024-04-22", "2024-05-08"),
        DEMAND=found("demand_too_short", "2024-05-08", "2024-05-08", 0),
    ),
    says("Labour Day, on the eleventh", demanded("2024-04-22", "2024-05-09"), DEMAND=DEMANDED),
    # 29 (worked Sunday), 30 September, 8, 9, 10, 11, 12 (worked Saturday), 14, 15, 16 October 2024
    says(
        "National Day, on the tenth",
        demanded("2024-09-27", "2024-10-16"),
        DEMAND=found("demand_too_short", "2024-10-16", "2024-10-16", 0),
    ),
    says("National Day, on the eleventh", demanded("2024-09-27", "2024-10-17"), DEMAND=DEMANDED),
    # 4 (worked Sunday), 5 to 9, 18 (worked Sunday), 19, 20, 21 February 2024
    says(
        "Spring Festival, on the tenth",
        demanded("2024-02-02", "2024-02-21"),
        DEMAND=found("demand_too_short", "2024-02-21", "2024-02-21", 0),
    ),
    says("Spring Festival, on the eleventh", demanded("2024-02-02", "2024-02-22"), DEMAND=DEMANDED),
    # 27, 28 February, 29 (leap day), 1, 4 to 8, 11 March 2024
    says(
        "a leap day, on the tenth",
        demanded("2024-02-26", "2024-03-11"),
        DEMAND=found("demand_too_short", "2024-03-11", "2024-03-11", 0),
    ),
    says("a leap day, on the eleventh", demanded("2024-02-26", "2024-03-12"), DEMAND=DEMANDED),
    says("never demanded", demanded(None, "2024-05-09"), DEMAND=MISSING),
    says("demanded after the application", demanded("2024-05-10", "2024-05-09"), DEMAND=MISSING),
    says(  # 8 days in April and 8
        "demanded on the day of application",
        demanded("2024-04-22", "2024-04-22"),
        DEMAND=found("demand_too_short", "2024-05-08", "2024-04-22", -16),
    ),
    says("the first demand counts", [*demanded("2024-04-22", "2024-05-09"), demand("2024-05-08")], DEMAND=DEMANDED),
    says(
        "days on both sides of the tenth",
        [*demanded("2024-04-22", "2024-05-08"), case("2024-05-09")],
        DEMAND=untold("demand_too_short"),
    ),
    says(
        "days on both sides of the demand",
        [*demanded("2024-04-22", "2024-04-19"), case("2024-04-23")],
        DEMAND=untold("demand_missing"),
    ),
    says("the day not known, demanded", [BASE, case(None), demand("2024-04-22")], DEMAND=untold("demand_missing")),
    says("the day not known, never demanded", [BASE, case(None)], DEMAND=MISSING),
    says(
        "a court's record alone",
        [BASE, case("2024-05-08"), demand("2024-04-22")],
        DEMAND=found("demand_too_short", "2024-05-08", "2024-05-08", 0),
    ),
    says("never applied", [BASE, demand("2024-04-22")], DEMAND=aside("no_application")),
    says("applied later", demanded(None, "2024-12-21"), DEMAND=aside("no_application")),
    says(
        "whether applied for not known",
        [BASE, second(penalty("2023-08-31")), case("2024-05-30", decision_no=None)],
        DEMAND=untold_somewhere("demand_missing"),
        DEMAND_1=untold_somewhere("demand_missing"),
    ),
    says(
        "whether applied for not known, revoked",
        [
            penalty("2023-08-31", revoked_on="2024-06-20"),
            second(penalty("2023-08-31")),
            case("2024-05-30", decision_no=None),
        ],
        DEMAND=aside("revoked"),
    ),
    says("revoked", demanded(None, "2024-05-09", revoked_on="2024-06-20"), DEMAND=aside("revoked")),
    says(
        "a warning only",
        demanded(None, "2024-05-09", penalty_kinds=["警告"], fine=None),
        DEMAND=aside("nothing_to_enforce"),
    ),
    says(
        "kinds and fine not known",
        demanded(None, "2024-05-09", penalty_kinds=None, fine=None),
        DEMAND=untold("nothing_to_enforce", "demand_missing"),
    ),
    says(
        "customs",
        [penalty("2023-05-12", agency="贵阳海关"), application("2024-05-09", agency="贵阳海关")],
        DEMAND=aside("self_enforcing"),
    ),
    says("urgent", [BASE, case("2024-05-09", urgent=True)], DEMAND=aside("urgent")),
    says("service not known", [penalty(None), application("2024-05-09"), demand("2024-04-22")], DEMAND=DEMANDED),
    says("served after the run's day", [penalty("2024-12-21"), application("2024-12-19")], DEMAND=aside("not_yet")),
    says(
        "a demand without agency, two agencies with that number",
        [
            *demanded(None, "2024-05-09"),
            second(penalty("2023-08-31", agency=OTHER_AGENCY, decision_no=0)),
            demand("2024-04-22", agency=None),
        ],
        DEMAND=untold("demand_missing"),
    ),
]
