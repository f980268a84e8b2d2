"""Runs the detectors and the plain second evaluation on the same histories and lists where they differ."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import duckdb
import pyarrow as pa
from oracle.evaluate import evaluate

from supervision_rules.detection import DuckDBEngine, Records, Use, make_plan
from supervision_rules.detection._engine import to_sql
from supervision_rules.detection._report import days_of
from supervision_rules.entities import TABLES
from supervision_rules.intake import Source, prepare
from supervision_rules.law import LegalTime, default_legal_time
from supervision_rules.plugin import discover

Rows = Mapping[str, Sequence[Mapping[str, object]] | None]
Judgement = tuple[str, str, str | None, dt.date | None, dt.date | None, int | None]
"""Outcome, rung, kind, due_on, happened_on, days_over."""


def as_arrow(name: str, rows: Sequence[Mapping[str, object]], columns: Collection[str] | None) -> pa.Table:
    """The rows of a table with the columns that the source has."""
    schema = TABLES[name].arrow_schema()
    kept = [field for field in schema if columns is None or field.name in columns]
    return pa.table({field.name: pa.array([row.get(field.name) for row in rows], field.type) for field in kept})


def by_engine(
    data: Rows,
    as_of: dt.date,
    *,
    columns: Mapping[str, Collection[str]] | None = None,
    parameters: Mapping[str, Mapping[str, object]] | None = None,
    detectors: Collection[str] | None = None,
    law: LegalTime | None = None,
    edit: Any = None,
) -> tuple[dict[tuple[str, tuple[str, ...]], Judgement], Any]:
    """What the detectors say of each subject, by detector and subject."""
    connection = duckdb.connect()
    sources = {
        name: Source(name, as_arrow(name, rows, (columns or {}).get(name))) for name, rows in data.items() if rows is not None
    }
    prepared = prepare(connection, sources, as_of=as_of)
    if edit:
        edit(connection)
    engine = DuckDBEngine(connection)
    records = Records({n: r.columns if r.present else None for n, r in prepared.tables.items()})
    registry = discover()
    uses = {
        name: Use(detector, detector.parameters(**(parameters or {}).get(name, {})))
        for name, detector in registry.detectors().items()
    }
    found: dict[tuple[str, tuple[str, ...]], Judgement] = {}
    for name, use in uses.items():
        if detectors is not None and name not in detectors:
            continue
        plan = make_plan(use, records, law or default_legal_time(), as_of, engine=engine, others=uses)
        plan.prepare(engine)
        for row in engine.fetch(to_sql(plan.judged(), "duckdb")).to_pylist():
            number = row["rung_number"]
            assert number != 0
            rung = plan.ladder.rungs[abs(number) - 1]
            if rung.name == "matched" and number > 0:
                continue
            outcome = plan.outcome(number).value
            accuses = outcome in ("finding", "warning", "unverified")
            due, happened, over = days_of(row, as_of) if accuses else (None, None, None)
            key = (name, _subject(row))
            assert key not in found, key
            found[key] = (outcome, rung.name, plan.ladder.kind_of(number) if accuses else None, due, happened, over)
    return found, prepared


def by_oracle(data: Rows, as_of: dt.date, **options: Any) -> dict[tuple[str, tuple[str, ...]], Judgement]:
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
    one: Mapping[tuple[str, tuple[str, ...]], Judgement], other: Mapping[tuple[str, tuple[str, ...]], Judgement]
) -> list[tuple[tuple[str, tuple[str, ...]], Judgement | None, Judgement | None]]:
    """Subjects judged differently."""
    keys = sorted(one.keys() | other.keys())
    return [
        (k, one.get(k), other.get(k))
        for k in keys
        if comparable(one.get(k)) != comparable(other.get(k)) and not _no_subject(k, one, other)
    ]


def _no_subject(key: Any, engine: Mapping[Any, Judgement], oracle: Mapping[Any, Judgement]) -> bool:
    """An application that isn't there yet: not applicable for the one, no subject at all for the other."""
    return key[1][0] == "application" and key not in oracle and engine[key][0] == "not_applicable"


def _subject(row: Mapping[str, Any]) -> tuple[str, ...]:
    if row["subject_table"] == "penalties":
        return ("penalty", row["agency"], row["decision_no"])
    if row["subject_table"] == "applications":
        return ("application", row["agency"], row["subject_no"])
    return ("case", row["court"], row["case_no"])
