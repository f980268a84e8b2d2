"""From a configured detector to one query that gives its findings and the counts of every outcome in a single pass."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import ibis

from supervision_rules.detection._detector import Detector, Parameters
from supervision_rules.detection._engine import Engine
from supervision_rules.detection._facts import Facts
from supervision_rules.detection._ladder import Ladder
from supervision_rules.detection._law_tables import LegalTables
from supervision_rules.detection._readings import Readings
from supervision_rules.detection._stages import Stages
from supervision_rules.detection._tri import Expr
from supervision_rules.entities import Outcome
from supervision_rules.law import LawBook, LegalTime, default_book

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

    @cached_property
    def numbered(self) -> Expr:
        """The ladder's table with the number of the rung that decides."""
        return self.ladder.numbered()

    def judged(self) -> Expr:
        """One row for each subject."""
        return self.ladder.judged(self.numbered)

    def expression(self) -> Expr:
        """The rows of accusing and untold rungs, and a row for each other rung with its count in `n`."""
        numbered = self.numbered
        accusing = [number for number, rung in enumerate(self.ladder.rungs, 1) if rung.accuses]
        reports = (numbered.rung_number < 0) | numbered.rung_number.isin(accusing)
        rows = self.ladder.judged(numbered.filter(reports)).mutate(**{COUNT: ibis.null("int64")})
        rest = numbered.filter(~reports)
        counts = rest.group_by("rung_number").agg(**{COUNT: rest.count()})
        empty = {name: ibis.null(type_) for name, type_ in rows.schema().items() if name not in ("rung_number", COUNT)}
        counts = counts.mutate(**empty).select(*rows.columns)
        return rows.union(counts)

    def judged_sql(self, dialect: str) -> str:
        """The query for one row for each subject."""
        return self.facts.stages.sql(self.judged(), dialect)

    def sql(self, dialect: str) -> str:
        """The query in an engine's dialect."""
        return self.facts.stages.sql(self.expression(), dialect)

    def run(self, engine: Engine, *, table: str = "judged", size: int = 100_000) -> Iterator[Any]:
        """Judge into a table, and give its rows as record batches as `expression` says.

        By way of a table because DuckDB (1.5) can lock itself up, for ever, when it streams a union over a join.
        """
        self.materialize(engine, table)
        return engine.batches(f'SELECT * FROM "{table}"', size)

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
    book: Callable[[], LawBook] = default_book,
    readings: Readings | None = None,
) -> Plan:
    """Build a detector's ladder over prepared tables.

    Args:
        use: the detector and its parameters.
        records: the columns that the sources have.
        law: calendar and periods.
        as_of: the day to look from.
        engine: where values of a column are looked up; without one none are (enough to compile).
        others: detectors on whose rungs this one may build, by name; judged anew, or from the rows they gave before.
        book: gives statutes and punished acts when they are asked for; by default the package's own.
        readings: what has been read of texts in the same run.
    """
    last = dt.date(max(law.calendar.years[-1], as_of.year) + YEARS_AHEAD, 12, 31)
    tables = LegalTables(law, last, book)

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
        return Facts(as_of, records.columns, records.assume, of.parameters.strict, values, decided, stages, read)

    stages = Stages()
    read = readings or Readings(engine)
    facts = facts_for(use)
    return Plan(use, facts, tables, use.detector().judge(facts, tables, use.parameters))
