"""Detectors and the set engine that runs them (检测)."""

from supervision_rules.detection._detector import Detector, KindInfo, Parameters
from supervision_rules.detection._engine import DuckDBEngine, Engine
from supervision_rules.detection._evidence import Evidence, Record
from supervision_rules.detection._facts import Facts
from supervision_rules.detection._ladder import Explained, Explainer, Ladder, Rung
from supervision_rules.detection._law_tables import LegalTables, PeriodOf
from supervision_rules.detection._plan import Plan, Records, Stored, Use, make_plan
from supervision_rules.detection._readings import Reader, Readings
from supervision_rules.detection._report import Reporter, Wording
from supervision_rules.detection._tri import (
    Expr,
    Span,
    after,
    always,
    certainly,
    code,
    day,
    from_code,
    happened,
    join,
    later,
    none,
    on_or_before,
    possibly,
    unbounded,
    unknown,
    where_span,
)

__all__ = [
    "Detector",
    "DuckDBEngine",
    "Engine",
    "Evidence",
    "Explained",
    "Explainer",
    "Expr",
    "Facts",
    "KindInfo",
    "Ladder",
    "LegalTables",
    "Parameters",
    "PeriodOf",
    "Plan",
    "Reader",
    "Readings",
    "Record",
    "Records",
    "Reporter",
    "Rung",
    "Span",
    "Stored",
    "Use",
    "Wording",
    "after",
    "always",
    "certainly",
    "code",
    "day",
    "from_code",
    "happened",
    "join",
    "later",
    "make_plan",
    "none",
    "on_or_before",
    "possibly",
    "unbounded",
    "unknown",
    "where_span",
]
