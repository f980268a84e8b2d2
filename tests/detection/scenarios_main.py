"""The scenarios for which every table and column is there, looked at from 20 December 2024."""

from __future__ import annotations

from detection import (
    scenarios_apply,
    scenarios_court,
    scenarios_court_after,
    scenarios_demand,
    scenarios_perform,
    scenarios_related,
    scenarios_remedies,
    scenarios_standing,
    scenarios_sue,
)
from detection.scenarios_base import Group

MAIN = Group(
    "all there",
    "2024-12-20",
    [
        *scenarios_standing.SCENARIOS,
        *scenarios_related.SCENARIOS,
        *scenarios_sue.SCENARIOS,
        *scenarios_remedies.SCENARIOS,
        *scenarios_apply.SCENARIOS,
        *scenarios_perform.SCENARIOS,
        *scenarios_demand.SCENARIOS,
        *scenarios_court.ACCEPTING,
        *scenarios_court.RULINGS,
        *scenarios_court_after.REFUSALS,
        *scenarios_court_after.OBJECTIONS,
        *scenarios_court_after.IMMEDIATE,
        *scenarios_court_after.ADMISSIONS,
    ],
)
