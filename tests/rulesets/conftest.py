"""A registry of made-up detectors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

import pytest
from pydantic import BaseModel, ConfigDict, Field


class Kind(NamedTuple):
    title: str
    severity: str = "medium"


class NoParameters(BaseModel):
    model_config = ConfigDict(extra="forbid")


class EnforcementParameters(BaseModel):
    """Parameters with a range, a choice, a list and a nested model."""

    warn_days: int = Field(30, ge=0, le=365, title="预警天数")
    strict: bool = Field(False, title="严格")
    reading: Literal["first", "second", "both"] = "first"
    self_enforcing: tuple[str, ...] = ("海关", "税务")


@dataclass
class FakeDetector:
    name: str
    kinds: Mapping[str, Kind]
    parameters: type[BaseModel] = NoParameters


@dataclass
class FakeRegistry:
    items: list[FakeDetector] = field(default_factory=list)

    def detectors(self) -> Mapping[str, FakeDetector]:
        return {item.name: item for item in self.items}


@pytest.fixture(scope="session")
def registry() -> FakeRegistry:
    return FakeRegistry(
        [
            FakeDetector(
                "transport.non_enforcement",
                {
                    "not_applied": Kind("逾期未申请强制执行", "high"),
                    "applied_late": Kind("逾期申请强制执行"),
                    "applied_early": Kind("提前申请强制执行"),
                    "application_due_soon": Kind("申请期限将届满", "low"),
                },
                EnforcementParameters,
            ),
            FakeDetector(
                "transport.demand",
                {"demand_missing": Kind("未经催告"), "demand_too_short": Kind("催告期未满")},
            ),
            FakeDetector("court.acceptance", {"not_accepted_in_time": Kind("逾期未受理")}),
            FakeDetector("court.ruling", {"no_ruling": Kind("逾期未裁定"), "ruled_late": Kind("逾期裁定")}),
            FakeDetector("court.refusal_service", {"refusal_served_late": Kind("不准予执行裁定逾期送达")}),
            FakeDetector("court.objection", {"review_late": Kind("复议裁定逾期")}),
            FakeDetector("court.immediate_enforcement", {"enforced_late": Kind("立即执行逾期")}),
            FakeDetector("court.admission", {"late_application_admitted": Kind("逾期申请获准")}),
        ]
    )
