"""Findings to try rules and store with."""

from __future__ import annotations

import datetime as dt
from typing import Any

from supervision_rules.entities import FindingRecord

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
