"""Parameters of the detectors, and what a ruleset assumes (2024-12-20)."""

from __future__ import annotations

from detection.scenarios_base import Group, application, aside, clear, found, penalty, says, warned
from detection.scenarios_demand import MISSING
from detection.scenarios_standing import MISSED


def of(agency: str, applied_on: str | None = None):
    rows = [penalty("2023-08-31", agency=agency)]
    return [*rows, application(applied_on, agency=agency)] if applied_on else rows


SCENARIOS = [
    says("customs are not in the list given", of("贵阳海关"), NE=MISSED),
    says("a highway office is", of("毕节市公路局"), NE=aside("self_enforcing")),
    says("customs applied", of("贵阳海关", "2024-05-06"), DEMAND=MISSING, NE=clear("applied_in_time")),
    says(
        "a highway office applied",
        of("毕节市公路局", "2024-05-06"),
        DEMAND=aside("self_enforcing"),
        NE=aside("self_enforcing"),
    ),
    # 28 October 2024; 28 January 2025 is off until 4 February: 11 days in December, 31 and 5
    says("47 days ahead", [penalty("2024-04-28")], NE=warned("2025-02-05", -47)),
    # Wednesday 6 November 2024, Thursday 6 February 2025
    says("48 days ahead", [penalty("2024-05-06")], NE=clear("time_runs")),
    # assumed told: 15 September, 15 December 2022; not told as recorded: 15 March, 15 June 2023
    says(
        "assumed to be told",
        [penalty("2022-03-15", remedy_told=None), application("2022-12-16")],
        NE=found("applied_late", "2022-12-15", "2022-12-16", 1),
    ),
    says(
        "not told as recorded",
        [penalty("2022-03-15", remedy_told=False), application("2022-12-16")],
        NE=found("applied_early", "2023-03-15", "2022-12-16", -89),
    ),
]

GROUPS = [
    Group(
        "parameters",
        "2024-12-20",
        SCENARIOS,
        parameters={"self_enforcing": ("公路",), "warn_days": 47},
        assume={"penalties.remedy_told": True},
    )
]
