"""Findings and rulesets to try the rules with."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from supervision_rules.entities import FindingRecord
from supervision_rules.rulesets import Ruleset

DAY = dt.date(2024, 12, 20)


def make_finding(finding_id: str, kind: str = "applied_late", **fields: Any) -> FindingRecord:
    given: dict[str, Any] = {
        "finding_id": finding_id,
        "detector": "court.ruling" if kind in ("ruled_late", "no_ruling") else "transport.non_enforcement",
        "kind": kind,
        "rung": kind,
        "status": "finding",
        "decision_no": "交罚〔2024〕1号",
        "agency": "甲县交通运输局",
        "party_name": "某公司",
        "days_over": 10,
        "as_of": DAY,
        "severity": "medium",
        "basis": ("行政强制法 53",),
        "missing": (),
        "assumptions": (),
        "reason": "记录显示……",
        "trace": ({"step": 1},),
    }
    return FindingRecord(**{**given, **fields})


@pytest.fixture
def finding() -> Callable[..., FindingRecord]:
    return make_finding


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
