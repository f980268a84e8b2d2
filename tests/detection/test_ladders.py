"""Every rung of the ladders, on both sides of its limit, with days counted by hand on a calendar."""

from __future__ import annotations

from functools import lru_cache

import pytest

from detection import scenarios_absent, scenarios_future, scenarios_parameters
from detection.scenarios_base import judge
from detection.scenarios_main import MAIN

GROUPS = {
    group.name: group
    for group in (MAIN, *scenarios_future.GROUPS, *scenarios_parameters.GROUPS, *scenarios_absent.GROUPS)
}


@lru_cache
def _judged(group):
    return judge(GROUPS[group])


@pytest.mark.parametrize(
    ("group", "number", "key", "expected"),
    [
        pytest.param(group.name, number, key, expected, id=f"{group.name}-{key}-{scenario.name}")
        for group in GROUPS.values()
        for number, scenario in enumerate(group.scenarios)
        for key, expected in scenario.expected.items()
    ],
)
def test_by_hand(group, number, key, expected):
    assert _judged(group)[number][key] == expected
