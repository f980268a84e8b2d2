"""Every rung of the ladders, on both sides of its limit, with days counted by hand on a calendar."""

from __future__ import annotations

from functools import lru_cache

import pytest

from detection import scenarios_absent, scenarios_court, scenarios_demand, scenarios_future, scenarios_parameters
from detection.scenarios_base import Group, judge
from detection.scenarios_main import MAIN

GROUPS = {
    group.name: group
    for group in (
        MAIN,
        *scenarios_absent.GROUPS,
        *scenarios_future.GROUPS,
        *scenarios_parameters.GROUPS,
    )
}
