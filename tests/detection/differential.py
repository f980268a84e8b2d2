"""Runs the detectors and the plain second evaluation on the same histories and lists where they differ."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import duckdb
import pyarrow as pa

from oracle.evaluate import DETECTORS, evaluate
from supervision_rules.detection import DuckDBEngine, Plan, Readings, Records, Stored, Use, make_plan
from supervision_rules.detection._report import days_of
from supervision_rules.entities import TABLES
from supervision_rules.intake import Source, prepare
from supervision_rules.law import LegalTime, default_legal_time
from supervision_rules.plugin import discover

Rows = Mapping[str, Sequence[Mapping[str, object]] | None]
Judgement = tuple[str, str, str | None, dt.date | None, dt.date | None, int | None]
"""Outcome, rung, kind, due_on, happened_on, days_over."""
Judgements = dict[tuple[str, tuple[str, ...]], Judgement]
REGISTRY = discover()


def as_arrow(name: str, rows: Sequence[Mapping[str, object]], columns: Collection[str] | None) -> pa.Table:
    """The rows of a table with the columns that the source has."""
    schema = TABLES[name].arrow_schema()
    kept = [field for field in schema if columns is None or field.name in columns]
    return pa.table({field.name: pa.array([row.get(field.name) for row in rows], field.type) for field in kept})


UNREADABLE = {
    "penalties": "revoked_on",
    "payments": "paid_on",
    "demands": "served_on",
    "deferrals": "granted_on",
    "remedies": "accepted_on",
    "applications": "complete_on",
    "court_cases": "accepted_on",
}
"""A column of each table in which a cell that can't be read rejects the row."""


def as_text(name: str, rows: Sequence[Mapping[str, object]], rejected: Sequence[Mapping[str, object]]) -> pa.Table:
    """The rows of a table as text, with rows that are rejected for a cell of theirs behind them."""
    bad = [{**row, UNREADABLE[name]: "看不清"} for row in rejected if row["table"] == name]
    columns = TABLES[name].names
    return pa.table({c: pa.array([_text(row.get(c)) for row in (*rows, *bad)], pa.string()) for c in columns})


def _text(value: object) -> str | None:
    if isinstance(value, list):
        return "、".join(value)
    return None if value is None else str(value)


class Bench:
    """Records prepared once, judged as often as wanted."""

    def __init__(
        self,
        data: Rows,
        as_of: dt.date,
        *,
        columns: Mapping[str, Collection[str]] | None = None,
        law: LegalTime | None = None,
    ) -> None:
        self.as_of = as_of
        self.stored: dict[str, Stored] = {}
        self.law = law or default_legal_time()
        self.connection = duckdb.connect()
        sources = {
            name: Source(name, rows if isinstance(rows, pa.Table) else as_arrow(name, rows, (columns or {}).get(name)))
            for name, rows in data.items()
            if rows is not None
        }
        self.prepared = prepare(self.connection, sources, as_of=as_of)
        self.engine = DuckDBEngine(self.connection)
        self.records = Records({n: r.columns if r.present else None for n, r in self.prepared.tables.items()})

    def plan(
        self,
        name: str,
        parameters: Mapping[str, Mapping[str, object]] | None = None,
        readings: Readings | None = None,
    ) -> Plan:
        uses = {
            key: Use(detector, detector.parameters(**(parameters or {}).get(key, {})))
            for key, detector in REGISTRY.detectors().items()
        }
        return make_plan(uses[name], self.records, self.law, self.as_of, engine=self.engine, others=uses | self.stored,
            readings=readings)  # fmt: skip

    def keep(self, plan: Plan) -> None:
        """Let later plans build on what this one judged."""
        plan.materialize(self.engine, "kept")
        self.stored[plan.use.detector.name] = Stored(plan, "kept")

    def judge(self, plan: Plan) -> Judgements:
        """What a plan says of each of its subjects."""
        plan.prepare(self.engine)
        found: Judgements = {}
        name = plan.use.detector.name
        for row in self.engine.fetch(plan.judged_sql("duckdb")).to_pylist():
            number = row["rung_number"]
            key = (name, _subject(row))
            assert key not in found, key
            if number == 0:
                found[key] = ("none", "none", None, None, None, None)
                continue
            rung = plan.ladder.rungs[abs(number) - 1]
            outcome = plan.outcome(number).value
            accuses = outcome in ("finding", "warning", "unverified")
            due, happened, over = days_of(row, self.as_of) if accuses else (None, None, None)
            kind = plan.ladder.kind_of(number) if accuses and any(own.accuses for own in plan.ladder.rungs) else None
            found[key] = (outcome, rung.name, kind, due, happened, over)
        return found


def by_engine(
    data: Rows,
    as_of: dt.date,
    *,
    columns: Mapping[str, Collection[str]] | None = None,
    parameters: Mapping[str, Mapping[str, object]] | None = None,
    detectors: Collection[str] | None = None,
) -> Judgements:
    """What the detectors say of each subject, by detector and subject."""
    bench = Bench(data, as_of, columns=columns)
    found: Judgements = {}
    for name in sorted(detectors or DETECTORS, key=lambda one: len(REGISTRY[one].needs)):
        plan = bench.plan(name, parameters)
        found |= bench.judge(plan)
        if any(name in REGISTRY[other].needs for other in DETECTORS):
            bench.keep(plan)
    return found


def by_oracle(data: Rows, as_of: dt.date, **options: Any) -> Judgements:
    """What the plain evaluation says."""
    return {
        (o.detector, tuple(o.subject)): (o.outcome, o.rung, o.kind, o.due_on, o.happened_on, o.days_over)
        for o in evaluate(data, as_of, **options)
    }


def comparable(judgement: Judgement | None) -> Any:
    """A judgement without the rung's name where nothing is accused: the names of those are each side's own."""
    if judgement is None:
        return None
    outcome, _, kind, due, happened, over = judgement
    return (outcome, kind, due, happened, over)


def differences(
    one: Judgements, other: Judgements
) -> list[tuple[tuple[str, tuple[str, ...]], Judgement | None, Judgement | None]]:
    """Subjects judged differently."""
    keys = sorted(one.keys() | other.keys())
    return [
        (k, one.get(k), other.get(k))
        for k in keys
        if comparable(one.get(k)) != comparable(other.get(k)) and not _no_subject(k, one, other)
    ]


def _no_subject(key: Any, engine: Judgements, oracle: Judgements) -> bool:
    """An application that has a case or isn't there yet: not applicable for the one, no subject for the other."""
    return key[1][0] == "application" and key not in oracle and engine[key][0] == "not_applicable"


def _subject(row: Mapping[str, Any]) -> tuple[str, ...]:
    if row["subject_table"] == "penalties":
        return ("penalty", row["agency"], row["decision_no"])
    if row["subject_table"] == "applications":
        return ("application", row["agency"], row["subject_no"])
    return ("case", row["court"], row["case_no"])
