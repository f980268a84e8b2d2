"""Writing a run (写入一次运行): its rows are staged first, then merged in a single transaction."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

import sqlalchemy as sa

from supervision_rules.entities import FindingRecord
from supervision_rules.errors import StoreError
from supervision_rules.runtime import Lead, Suppression
from supervision_rules.store import _codes as codes
from supervision_rules.store._connect import STAGING, lock
from supervision_rules.store._merge import MergeCounts, fresh, merge
from supervision_rules.store._tables import (
    FINDINGS,
    LEADS,
    SUPPRESSED,
    evidence,
    lead_findings,
    runs,
    stage_findings,
    stage_fresh,
    stage_leads,
    stage_suppressed,
    staged,
)
from supervision_rules.store._types import json_text

_CHUNK = 1000
T = TypeVar("T")
Step = Callable[[str], None]

if TYPE_CHECKING:
    from supervision_rules.running import Result


@dataclass(frozen=True)
class RunInfo:
    """What a run was made with (运行信息)."""

    as_of: dt.date
    ruleset: str
    ruleset_version: str
    ruleset_digest: str
    law_digest: str
    calendar_digest: str
    started: dt.datetime = field(default_factory=lambda: dt.datetime.now(dt.UTC))
    counts: Mapping[str, Any] = field(default_factory=dict)
    """The counts of all outcomes, as JSON."""

    @classmethod
    def of(cls, result: Result) -> RunInfo:
        """What a result's run was made with: day, ruleset, hashes of law and calendar, counts."""
        return cls(
            as_of=result.as_of,
            ruleset=result.ruleset.ruleset,
            ruleset_version=result.ruleset.version,
            ruleset_digest=result.ruleset.digest,
            law_digest=result.law_digest,
            calendar_digest=result.law.calendar.digest,
            counts={f"{key.detector}/{key.outcome.value}/{key.rung}": count for key, count in result.counts.items()},
        )


@dataclass(frozen=True)
class WriteSummary:
    """What writing a run did (写入结果)."""

    run: int
    findings: MergeCounts
    leads: MergeCounts
    suppressed: MergeCounts


def stage(
    connection: sa.Connection,
    ruleset: str,
    findings: Iterable[Sequence[FindingRecord]],
    leads: Iterable[Lead],
    suppressions: Iterable[Suppression] | None,
    step: Step,
) -> None:
    """Bring a run's rows into temporary tables; nothing else sees them and nothing is locked.

    Without `suppressions` they are those that the leads hold.
    """
    connection = connection.execution_options(**{STAGING: True})
    try:
        with connection.begin():
            staged.drop_all(connection)
            staged.create_all(connection)
            flat = (finding for batch in findings for finding in batch)
            for batch in _chunks(flat):
                connection.execute(stage_findings.insert(), [_finding_row(ruleset, finding) for finding in batch])
                step("staged findings")
            for batch_of_leads in _chunks(leads):
                connection.execute(stage_leads.insert(), [_lead_row(lead) for lead in batch_of_leads])
                if suppressions is None:
                    _stage_suppressed(connection, ruleset, (one for lead in batch_of_leads for one in lead.suppressed))
                step("staged leads")
            _stage_suppressed(connection, ruleset, suppressions or ())
    except sa.exc.IntegrityError as error:
        raise StoreError.of(
            codes.TWICE,
            f"一次运行中同一编号出现两次（{error.orig}）",
            f"one id stands twice in a run ({error.orig})",
            hint_zh="这是检测器的错误，请报告",
            hint_en="this is a fault of a detector; report it",
        ) from error
    finally:
        connection.execution_options(**{STAGING: False})


def merge_run(connection: sa.Connection, run: RunInfo, wait_seconds: float, step: Step) -> WriteSummary:
    """Merge what is staged, in one transaction: whatever happens, the store holds all of the run or nothing."""
    with connection.begin():
        lock(connection, wait_seconds)
        step("begun")
        number = _add_run(connection, run)
        step("added run")
        fresh(connection, FINDINGS, stage_fresh, "finding_id", "trace_digest")
        findings = merge(connection, FINDINGS, run.ruleset, number)
        step("merged findings")
        _write_evidence(connection, run.ruleset, step)
        fresh(connection, LEADS, stage_fresh, "lead_id", "findings")
        leads = merge(connection, LEADS, run.ruleset, number)
        step("merged leads")
        _write_lead_findings(connection, step)
        suppressed = merge(connection, SUPPRESSED, run.ruleset, number)
        step("merged suppressed")
        staged.drop_all(connection)
        done = {"status": "complete", "finished": dt.datetime.now(dt.UTC)}
        connection.execute(runs.update().where(runs.c.id == number).values(done))
        step("before commit")
    step("committed")
    return WriteSummary(number, findings, leads, suppressed)


def _add_run(connection: sa.Connection, run: RunInfo) -> int:
    added = connection.execute(
        runs.insert().values(
            started=run.started,
            status="running",
            as_of=run.as_of,
            ruleset=run.ruleset,
            ruleset_version=run.ruleset_version,
            ruleset_digest=run.ruleset_digest,
            law_digest=run.law_digest,
            calendar_digest=run.calendar_digest,
            counts=dict(run.counts),
        )
    )
    key = added.inserted_primary_key
    assert key is not None
    return int(key[0])


def _write_evidence(connection: sa.Connection, ruleset: str, step: Step) -> None:
    """Write the steps of new and changed traces anew."""
    outdated = sa.exists().where(stage_fresh.c.id == evidence.c.finding_id).correlate(evidence)
    connection.execute(sa.delete(evidence).where(evidence.c.ruleset == ruleset, outdated))
    for batch in _fresh_rows(connection, stage_findings, "finding_id", "trace"):
        rows = [row for finding_id, trace in batch for row in _steps(ruleset, finding_id, trace)]
        if rows:
            connection.execute(evidence.insert(), rows)
        step("wrote evidence")


def _write_lead_findings(connection: sa.Connection, step: Step) -> None:
    """Write the findings of new and changed leads anew."""
    connection.execute(sa.delete(lead_findings).where(lead_findings.c.lead_id.in_(sa.select(stage_fresh.c.id))))
    for batch in _fresh_rows(connection, stage_leads, "lead_id", "findings"):
        rows = [
            {"lead_id": lead_id, "finding_id": finding_id, "position": position}
            for lead_id, finding_ids in batch
            for position, finding_id in enumerate(finding_ids, 1)
        ]
        connection.execute(lead_findings.insert(), rows)
        step("wrote lead findings")


def _fresh_rows(connection: sa.Connection, table: sa.Table, key: str, content: str) -> Iterator[list[Any]]:
    """Id and content of the staged rows noted as fresh, in chunks."""
    last = ""
    query = sa.select(table.c[key], table.c[content]).join(stage_fresh, stage_fresh.c.id == table.c[key])
    query = query.order_by(table.c[key]).limit(_CHUNK)
    while batch := list(connection.execute(query.where(table.c[key] > last))):
        yield batch
        last = batch[-1][0]


def _steps(ruleset: str, finding_id: str, trace: str) -> Iterator[dict[str, Any]]:
    for number, content in enumerate(json.loads(trace), 1):
        source, row = content.get("source"), content.get("row")
        yield {
            "ruleset": ruleset,
            "finding_id": finding_id,
            "step": number,
            "source": source if isinstance(source, str) else None,
            "source_row": row if isinstance(row, int) else None,
            "content": content,
        }


def _finding_row(ruleset: str, finding: FindingRecord) -> dict[str, Any]:
    row = {column.name: getattr(finding, column.name) for column in FindingRecord.table.columns}
    trace = json_text(finding.trace)
    return {**row, "ruleset": ruleset, "trace": trace, "trace_digest": hashlib.sha256(trace.encode()).hexdigest()}


def _lead_row(lead: Lead) -> dict[str, Any]:
    row = {name: getattr(lead, name) for name in stage_leads.c.keys()}  # noqa: SIM118
    return {**row, "grade": lead.grade.value, "certainty": lead.certainty.value}


def _stage_suppressed(connection: sa.Connection, ruleset: str, suppressions: Iterable[Suppression]) -> None:
    for batch in _chunks(suppressions):
        rows = [{"ruleset": ruleset, **one.model_dump()} for one in batch]
        connection.execute(stage_suppressed.insert(), rows)


def _chunks(items: Iterable[T]) -> Iterator[list[T]]:
    rest = iter(items)
    while batch := list(islice(rest, _CHUNK)):
        yield batch
