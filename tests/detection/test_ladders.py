"""Every rung of the ladders, on both sides of its limit, with days counted by hand on a calendar."""

from __future__ import annotations

from functools import lru_cache

import pytest

from detection import scenarios_absent, scenarios_future, scenarios_parameters
from detection.scenarios_base import judge
from detection.scenarios_main import MAIN
from oracle.evaluate import DETECTORS

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
    assert _judged(group).answers[number][key] == expected


def _expected(detector):
    return [
        (expected[0], expected[1])
        for group in GROUPS.values()
        for scenario in group.scenarios
        for key, expected in scenario.expected.items()
        if key.partition("#")[0] == detector and isinstance(expected[1], str)
    ]


def test_every_rung_is_counted_by_hand():
    ladders = _judged(MAIN.name).ladders
    assert set(ladders) == set(DETECTORS)
    for detector, ladder in ladders.items():
        counted = {rung for _, rung in _expected(detector)}
        assert [rung.name for rung in ladder.rungs if rung.name not in counted] == [], detector


def test_every_accusing_rung_is_also_untold():
    for detector, ladder in _judged(MAIN.name).ladders.items():
        for rung in ladder.rungs:
            if rung.accuses:
                assert ("unverified", rung.name) in _expected(detector), f"{detector} {rung.name}"
