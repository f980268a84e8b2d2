"""Rulesets and engines to try."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from supervision_rules.rulesets import Ruleset


@pytest.fixture
def with_rules() -> Callable[[str], Ruleset]:
    def made(rules: str) -> Ruleset:
        head = "ruleset: t\ntitle: 试\ndetectors: [{use: transport.non_enforcement, title: {applied_late: 逾期申请}}]\n"
        return Ruleset.parse(head + "rules:\n" + rules, name="t.yaml")

    return made


@pytest.fixture(params=["durable", "reference"])
def engine(request: pytest.FixtureRequest) -> str:
    if request.param == "durable":
        pytest.importorskip("durable_rules_engine", exc_type=ImportError)
    name: str = request.param
    return name
