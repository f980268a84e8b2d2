"""A finding as the rules see it (事实): the fields that conditions compare, and the subject."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any, NamedTuple

from supervision_rules.entities import FindingRecord
from supervision_rules.rulesets import Severity

STATUSES = ("finding", "warning", "unverified")
"""What becomes a fact, from the surest to the least sure."""


class Fact(NamedTuple):
    """A finding as the rules see it (事实); dates are ordinals, so that every engine compares whole numbers."""

    finding_id: str
    kind: str
    detector: str
    status: str
    severity: int
    rung: str
    days_over: int | None
    due_on: int | None
    happened_on: int | None
    decision_no: str | None
    agency: str | None
    case_no: str | None
    court: str | None
    party_name: str | None

    @classmethod
    def of(cls, finding: FindingRecord) -> Fact:
        """The fact of a finding."""
        return cls(
            finding.finding_id,
            finding.kind,
            finding.detector,
            finding.status,
            Severity(finding.severity).rank,
            finding.rung,
            finding.days_over,
            comparable(finding.due_on),
            comparable(finding.happened_on),
            finding.decision_no,
            finding.agency,
            finding.case_no,
            finding.court,
            finding.party_name,
        )

    @classmethod
    def from_json(cls, text: str) -> Fact:
        """The fact written by `to_json`."""
        return cls(*json.loads(text))

    def to_json(self) -> str:
        """The fact as compact text."""
        return json.dumps(self, ensure_ascii=False, separators=(",", ":"))

    @property
    def grade(self) -> Severity:
        """The severity of the finding."""
        return list(Severity)[self.severity - 1]


def comparable(value: Any) -> Any:
    """A value of a condition in the form in which facts hold it."""
    if isinstance(value, tuple):
        return tuple(comparable(item) for item in value)
    if isinstance(value, Severity):
        return value.rank
    return value.toordinal() if isinstance(value, dt.date) else value
