"""The tables of the store (存储表): runs, findings with their evidence, leads, and what was suppressed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from supervision_rules.entities import Column, ColumnType, FindingRecord
from supervision_rules.store._types import JsonText, Moment

VERSION = 1
"""The version of the schema below."""

_TYPES: dict[ColumnType, Any] = {
    ColumnType.DATE: sa.Date,
    ColumnType.INTEGER: sa.Integer,
    ColumnType.LIST: JsonText,
}
_FINDING = tuple(column for column in FindingRecord.table.columns if column.name != "trace")
"""The trace is kept step by step, as evidence."""
_MOVES_WITH_THE_DAY = {"as_of", "days_over", "reason", "trace_digest"}
"""What differs from day to day without anything having changed."""

metadata = sa.MetaData()
staged = sa.MetaData()


def _finding_columns() -> list[sa.Column[object]]:
    columns = [_made(column) for column in _FINDING]
    return [
        sa.Column("ruleset", sa.Text, primary_key=True),
        *columns,
        sa.Column("trace_digest", sa.Text, nullable=False),
    ]


def _made(column: Column) -> sa.Column[object]:
    key = column.name in FindingRecord.table.key
    return sa.Column(column.name, _TYPES.get(column.type, sa.Text), primary_key=key, nullable=not column.required)


def _lead_columns() -> list[sa.Column[object]]:
    names = ("ruleset", "kind", "title", "grade", "certainty")
    subject = ("decision_no", "agency", "case_no", "court", "party_name")
    return [
        sa.Column("lead_id", sa.Text, primary_key=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in names),
        *(sa.Column(name, sa.Text) for name in subject),
        sa.Column("findings", JsonText, nullable=False),
        sa.Column("tags", JsonText, nullable=False),
        sa.Column("rules", JsonText, nullable=False),
    ]


def _suppressed_columns() -> list[sa.Column[object]]:
    return [
        sa.Column("ruleset", sa.Text, primary_key=True),
        sa.Column("finding_id", sa.Text, primary_key=True),
        sa.Column("rule", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("lead_id", sa.Text),
    ]


def _seen() -> list[sa.Column[int]]:
    """In which runs a row was seen first and last, and since which it is gone."""
    run = "runs.id"
    return [
        sa.Column("first_seen_run", sa.Integer, sa.ForeignKey(run), nullable=False),
        sa.Column("last_seen_run", sa.Integer, sa.ForeignKey(run), nullable=False),
        sa.Column("gone_since_run", sa.Integer, sa.ForeignKey(run)),
    ]


version = sa.Table("store_version", metadata, sa.Column("version", sa.Integer, primary_key=True))
runs = sa.Table(
    "runs",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("started", Moment, nullable=False),
    sa.Column("finished", Moment),
    sa.Column("status", sa.Text, nullable=False),
    sa.Column("as_of", sa.Date, nullable=False),
    sa.Column("ruleset", sa.Text, nullable=False),
    sa.Column("ruleset_version", sa.Text, nullable=False),
    sa.Column("ruleset_digest", sa.Text, nullable=False),
    sa.Column("law_digest", sa.Text, nullable=False),
    sa.Column("calendar_digest", sa.Text, nullable=False),
    sa.Column("counts", JsonText, nullable=False),
)
findings = sa.Table(
    "findings",
    metadata,
    *_finding_columns(),
    *_seen(),
)
evidence = sa.Table(
    "evidence",
    metadata,
    sa.Column("ruleset", sa.Text, primary_key=True),
    sa.Column("finding_id", sa.Text, primary_key=True),
    sa.Column("step", sa.Integer, primary_key=True),
    sa.Column("source", sa.Text),
    sa.Column("source_row", sa.BigInteger),
    sa.Column("content", JsonText, nullable=False),
    sa.ForeignKeyConstraint(["ruleset", "finding_id"], ["findings.ruleset", "findings.finding_id"]),
)
leads = sa.Table(
    "leads",
    metadata,
    *_lead_columns(),
    sa.Column("state", sa.Text, nullable=False, server_default="线索"),
    *_seen(),
)
lead_findings = sa.Table(
    "lead_findings",
    metadata,
    sa.Column("lead_id", sa.Text, sa.ForeignKey("leads.lead_id"), primary_key=True),
    sa.Column("finding_id", sa.Text, primary_key=True),
    sa.Column("position", sa.Integer, nullable=False),
    sa.Index("lead_findings_by_finding", "finding_id"),
)
suppressed = sa.Table("suppressed", metadata, *_suppressed_columns(), *_seen())

stage_findings = sa.Table(
    "stage_findings", staged, *_finding_columns(), sa.Column("trace", sa.Text, nullable=False), prefixes=["TEMPORARY"]
)
stage_leads = sa.Table("stage_leads", staged, *_lead_columns(), prefixes=["TEMPORARY"])
stage_suppressed = sa.Table("stage_suppressed", staged, *_suppressed_columns(), prefixes=["TEMPORARY"])
stage_fresh = sa.Table("stage_fresh", staged, sa.Column("id", sa.Text, primary_key=True), prefixes=["TEMPORARY"])
"""Findings, or leads, whose dependent rows have to be written anew."""


@dataclass(frozen=True)
class Merged:
    """A table that each run is merged into, and the temporary table that holds the run's rows."""

    table: sa.Table
    stage: sa.Table

    @property
    def key(self) -> tuple[str, ...]:
        """The columns that identify a row."""
        return tuple(column.name for column in self.table.primary_key)

    @property
    def content(self) -> tuple[str, ...]:
        """The columns that a run fills."""
        return tuple(c.name for c in self.stage.columns if c.name not in self.key and c.name in self.table.columns)

    @property
    def watched(self) -> tuple[str, ...]:
        """The columns in which a difference counts as a change."""
        return tuple(name for name in self.content if name not in _MOVES_WITH_THE_DAY)


FINDINGS = Merged(findings, stage_findings)
LEADS = Merged(leads, stage_leads)
SUPPRESSED = Merged(suppressed, stage_suppressed)
