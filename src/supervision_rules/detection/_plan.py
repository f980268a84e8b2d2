"""From a configured detector to one query that gives its findings and the counts of every outcome in a single pass."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import ibis

from supervision_rules.detection._detector import Detector, Parameters
from supervision_rules.detection._engine import Engine, to_sql
from supervision_rules.detection._facts import Facts
from supervision_rules.detection._ladder import Ladder
from supervision_rules.detection._law_tables import LegalTables
from supervision_rules.detection._tri import Expr
from supervision_rules.entities import Outcome
from supervision_rules.law import LegalTime

YEARS_AHEAD = 3
COUNT = "n"


@dataclass(frozen=True)
class Use:
    """A detector as a ruleset uses it: with its parameters (检测器及参数)."""

    detector: type[Detector[Any]]
    parameters: Parameters


@dataclass(frozen=True)
class Records:
    """What detection needs to know of the prepared tables: columns by table (None: absent), and what is assumed."""

    columns: Mapping[str, Collection[str] | None]
    assume: Mapping[str, object] = field(default_factory=dict)


@dataclass
class Plan:
    """One detector's ladder, ready to be compiled and run."""

    use: Use
    facts: Facts
    law: LegalTables
    ladder: Ladder

    def judged(self) -> Expr:
        """One row for each subject."""
        return self.ladder.judged()

    def expression(self) -> Expr:
        """The rows of accusing and untold rungs, and a row for each other rung with its count in `n`."""
        judged = self.judged()
        accusing = [number for number, rung in enumerate(self.ladder.rungs, 1) if rung.accuses]
        reports = (judged.rung_number < 0) | judged.rung_number.isin(accusing)
        rows = judged.filter(reports)
        rows = rows.mutate(**{COUNT: ibis.null("int64")})
        rest = judged.filter(~reports)
        counts = rest.group_by("rung_number").agg(**{COUNT: rest.count()})
        empty = {name: ibis.null(type_) for name, type_ in judged.schema().items() if name != "rung_number"}
        counts = counts.mutate(**empty).select(*rows.columns)
        return rows.union(counts)

    def sql(self, dialect: str) -> str:
        """The query in an engine's dialect."""
        return to_sql(self.expression(), dialect)

    def run(self, engine: Engine, *, size: int = 100_000) -> Iterator[Any]:
        """Make the deadline tables it needs, run it, and give record batches as `expression` says."""
        self.prepare(engine)
        return engine.batches(self.sql(engine.dialect), size)

    def materialize(self, engine: Engine, table: str) -> None:
        """The same rows into a table of the engine."""
        self.prepare(engine)
        engine.store(table, self.sql(engine.dialect))

    def prepare(self, engine: Engine) -> None:
        """Make the deadline tables that the ladder needs."""
        for name in self.law.tables:
            engine.create(name, self.law.arrow(name))

    def outcome(self, number: int) -> Outcome:
        """The outcome that a rung's number stands for."""
        return self.ladder.outcome_of(number)


@dataclass(frozen=True)
class Stored:
    """The judged rows of a plan that has run, in a table of the engine."""

    plan: Plan
    table: str


def make_plan(
    use: Use,
    records: Records,
    law: LegalTime,
    as_of: dt.date,
    *,
    engine: Engine | None = None,
    others: Mapping[str, Use | Stored] | None = None,
) -> Plan:
    """Build a detector's ladder over prepared tables.

    Args:
        use: the detector and its parameters.
        records: the columns that the sources have.
        law: calendar and periods.
        as_of: the day to look from.
        engine: where values of a column are looked up; without one none are (enough to compile).
        others: detectors on whose rungs this one may build, by name; judged anew, or from the rows they gave before.
    """
    last = dt.date(max(law.calendar.years[-1], as_of.year) + YEARS_AHEAD, 12, 31)
    tables = LegalTables(law, law.periods.first_start, last)

    def values(table: str, column: str) -> Collection[int]:
        if engine is None or records.columns.get(table) is None:
            return ()
        found = engine.fetch(f'SELECT DISTINCT "{column}" FROM "{table}" WHERE "{column}" IS NOT NULL')
        return [int(value) for value in found.column(0).to_pylist()]

    def decided(name: str, rung: str) -> Expr | None:
        other = (others or {}).get(name)
        if isinstance(other, Stored):
            rows = ibis.table({"pkey": "int64", "rung_number": "int16"}, name=other.table)
            return rows.filter(rows.rung_number == other.plan.ladder.index(rung)).select("pkey")
        if other is None:
            return None
        ladder = other.detector().judge(facts_for(other), tables, other.parameters)
        return ladder.table.filter(ladder.holds(rung)).select("pkey")

    def facts_for(of: Use) -> Facts:
        return Facts(as_of, records.columns, records.assume, of.parameters.strict, values, decided)

    facts = facts_for(use)
    return Plan(use, facts, tables, use.detector().judge(facts, tables, use.parameters))
