"""What a run gives: findings in batches, the counts of every outcome, and what was read (运行结果)."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Any, NamedTuple, Self

from supervision_rules.detection import DuckDBEngine, Evidence, Plan, Reporter, Wording
from supervision_rules.entities import FindingRecord, Outcome
from supervision_rules.errors import Problem
from supervision_rules.intake import Prepared
from supervision_rules.law import LegalTime
from supervision_rules.plugin import Registry
from supervision_rules.rulesets import Ruleset

_ORDER = "subject_table, agency, decision_no, court, case_no, subject_no, subject_source, subject_row"


@dataclass(frozen=True, slots=True)
class DetectorFailure:
    """A detector that failed while it ran (运行失败的检测器)."""

    detector: str
    problem: Problem


@dataclass(frozen=True, slots=True)
class Judged:
    """The judged rows of one detector: their table, and how many records each rung decided."""

    plan: Plan
    table: str
    number: int
    counts: Mapping[int, int]


class Count(NamedTuple):
    """How many records one rung of a detector decided (计数)."""

    detector: str
    outcome: Outcome
    rung: str


@dataclass
class Result:
    """运行结果. Findings are made anew from the judged records each time they are asked for."""

    ruleset: Ruleset
    as_of: dt.date
    lang: str
    law: LegalTime
    registry: Registry
    intake: Prepared
    _engine: DuckDBEngine
    _judged: Sequence[Judged]
    failures: Sequence[DetectorFailure] = ()
    _space: TemporaryDirectory[str] | None = None
    _closed: bool = field(default=False, init=False)

    @cached_property
    def counts(self) -> Mapping[Count, int]:
        """How many records there are by detector, outcome and rung; for each detector they add up to the records read.

        Records rejected at intake count as `rejected`; rows that repeat another are dropped before and not counted.
        """
        counts: Counter[Count] = Counter()
        for judged in self._judged:
            detector = judged.plan.use.detector
            for number, count in judged.counts.items():
                rung = judged.plan.ladder.rungs[abs(number) - 1].name
                counts[Count(detector.name, judged.plan.outcome(number), rung)] += count
            rejected = sum(self.intake.tables[table].rejected for table in detector.subjects)
            if rejected:
                counts[Count(detector.name, Outcome.REJECTED, "rejected")] += rejected
        return dict(counts)

    def findings(self, *, size: int = 5_000) -> Iterator[FindingRecord]:
        """Each finding, warning and unverified row, detector by detector, in an order that the rows' order doesn't change."""
        for batch in self.finding_batches(size=size):
            yield from batch

    def finding_batches(self, *, size: int = 5_000) -> Iterator[list[FindingRecord]]:
        """The same in lists of at most `size`."""
        for judged in self._judged:
            plan = judged.plan
            tables = [entity.table.name for entity in plan.use.detector.reads]
            evidence = Evidence(self._engine, tables, judged.number, self.as_of)
            reporter = Reporter(plan, evidence, Wording(self.lang, self._severities(plan.use.detector.name)))
            query = f'SELECT * FROM {judged.table} WHERE "n" IS NULL ORDER BY {_ORDER}'
            for batch in self._engine.batches(query, size):
                if batch.num_rows:
                    yield list(reporter.findings(batch))

    def batches(self, *, size: int = 5_000) -> Iterator[Any]:
        """The findings as Arrow record batches with the columns of the findings table; the trace is JSON text."""
        import pyarrow as pa

        schema = FindingRecord.table.arrow_schema()
        for found in self.finding_batches(size=size):
            rows = [row.__dict__ | {"trace": json.dumps(row.trace, ensure_ascii=False)} for row in found]
            columns = {name: pa.array([row[name] for row in rows], schema.field(name).type) for name in schema.names}
            yield pa.RecordBatch.from_pydict(columns, schema=schema)

    def arrow(self) -> Any:
        """The findings as a `pyarrow.RecordBatchReader`."""
        import pyarrow as pa

        return pa.RecordBatchReader.from_batches(FindingRecord.table.arrow_schema(), self.batches())

    def rejects(self) -> Any:
        """What could not be read, as a `pyarrow.Table`: table_name, source, row, column_name, value, reason …."""
        return self.intake.rejects_arrow(self._engine.connection).read_all()

    @property
    def law_digest(self) -> str:
        """A fingerprint of the law data that the run used: the periods, and statutes and acts where a detector asked for them."""
        books = {judged.plan.law.read_book.digest for judged in self._judged if judged.plan.law.read_book is not None}
        return hashlib.sha256("".join((self.law.periods.digest, *sorted(books))).encode()).hexdigest()

    @property
    def assumptions(self) -> tuple[str, ...]:
        """What the run as a whole took as none on record, by table or `table.column`."""
        names = {
            name
            for judged in self._judged
            for rung in judged.plan.ladder.rungs
            for name in rung.depends
            if judged.plan.facts.taken_as_none(name)
        }
        return tuple(sorted(names))

    def _severities(self, detector: str) -> Mapping[str, str]:
        for use in self.ruleset.detectors:
            if use.use == detector:
                return dict(use.severity)
        return {}

    def close(self) -> None:
        """Free the working space; findings can't be asked for after that."""
        if not self._closed:
            self._closed = True
            self._engine.connection.close()
            if self._space is not None:
                self._space.cleanup()

    def __enter__(self) -> Self:
        """The result itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        self.close()
