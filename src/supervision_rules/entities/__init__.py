"""The records of the field (实体): penalties, court cases and what belongs to them, as pydantic models."""

from supervision_rules.entities._codes import (
    DeferralKind,
    PartyKind,
    PaymentKind,
    PenaltyKind,
    RemedyKind,
    RemedyOutcome,
    Ruling,
)
from supervision_rules.entities._columns import Code, Column, ColumnType, Entity, Sort, Table, arrow_schema_of
from supervision_rules.entities._findings import Explanation, FindingRecord, Outcome
from supervision_rules.entities._records import (
    ENTITIES,
    TABLES,
    Application,
    CourtCase,
    Deferral,
    Demand,
    Payment,
    Penalty,
    Remedy,
)

__all__ = [
    "ENTITIES",
    "TABLES",
    "Application",
    "Code",
    "Column",
    "ColumnType",
    "CourtCase",
    "Deferral",
    "DeferralKind",
    "Demand",
    "Entity",
    "Explanation",
    "FindingRecord",
    "Outcome",
    "PartyKind",
    "Payment",
    "PaymentKind",
    "Penalty",
    "PenaltyKind",
    "Remedy",
    "RemedyKind",
    "RemedyOutcome",
    "Ruling",
    "Sort",
    "Table",
    "arrow_schema_of",
]
