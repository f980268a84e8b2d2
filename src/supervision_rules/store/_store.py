"""The store (存储): what runs found, kept once however often it is found again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from types import TracebackType
from typing import Any

import sqlalchemy as sa

from supervision_rules.entities import FindingRecord
from supervision_rules.runtime import Lead, Suppression
from supervision_rules.store._connect import STAGING, connect, prepare, told, url_of
from supervision_rules.store._tables import evidence, findings, leads, runs, suppressed
from supervision_rules.store._write import RunInfo, WriteSummary, merge_run, stage


class Store:
    """A store in any database that SQLAlchemy reaches; a path is a SQLite file.

    Args:
        place: The path of a SQLite file, or a database's URL.
        create: Make a store where there is none yet.
        wait_seconds: How long to wait for another writer.
        on_step: Told each step of writing, for progress.

    Raises:
        UsageError: No usable address, or no store there and `create` false.
        StoreError: The database can't be opened, is none, or has another version's schema.
        MissingExtraError: The database's driver is not installed.
    """

    def __init__(
        self,
        place: str | Path,
        *,
        create: bool = True,
        wait_seconds: float = 30.0,
        on_step: Callable[[str], None] | None = None,
    ) -> None:
        """Open the store."""
        self.url = url_of(place)
        self._wait = wait_seconds
        self._step = on_step or (lambda _: None)
        self._engine = connect(self.url, wait_seconds)
        try:
            prepare(self._engine, create=create)
        except BaseException:
            self._engine.dispose()
            raise

    def close(self) -> None:
        """Close all connections."""
        self._engine.dispose()

    def __enter__(self) -> Store:
        """For `with`."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Close all connections."""
        self.close()

    def write(
        self,
        run: RunInfo,
        findings: Iterable[Sequence[FindingRecord]],
        leads: Iterable[Lead] = (),
        suppressions: Iterable[Suppression] | None = None,
    ) -> WriteSummary:
        """Write a run: findings in batches, leads, and what was suppressed (by default what the leads hold).

        What is there already stays as it is, but for the run in which it was last seen; findings and leads of the
        ruleset that the run no longer has are marked as gone, and those that are back as there again. Either all of
        the run is in the store afterwards or nothing.

        Raises:
            StoreError: The database refused, or another writer didn't finish in time.
        """
        with told(self.url), self._engine.connect() as connection:
            stage(connection, run.ruleset, findings, leads, suppressions, self._step)
            return merge_run(connection, run, self._wait, self._step)

    def runs(self) -> list[dict[str, Any]]:
        """All runs, the first one first."""
        return list(self._rows(sa.select(runs).order_by(runs.c.id)))

    def findings(self, ruleset: str | None = None, *, gone: bool = False) -> Iterator[FindingRecord]:
        """The findings in the order of their ids, those that are gone too if wished for."""
        steps = sa.select(findings, evidence.c.content.label("step_content")).outerjoin(evidence)
        query = _which(steps, findings, ruleset, gone).order_by(
            findings.c.ruleset, findings.c.finding_id, evidence.c.step
        )
        names = FindingRecord.table.names
        for _, group in groupby(self._rows(query), key=lambda row: (row["ruleset"], row["finding_id"])):
            rows = list(group)
            trace = tuple(row["step_content"] for row in rows if row["step_content"] is not None)
            yield FindingRecord(**{name: rows[0][name] for name in names if name != "trace"}, trace=trace)

    def leads(self, ruleset: str | None = None, *, gone: bool = False) -> Iterator[dict[str, Any]]:
        """The leads with state and runs, in the order of their ids, those that are gone too if wished for."""
        return self._rows(_which(sa.select(leads), leads, ruleset, gone).order_by(leads.c.lead_id))

    def suppressed(self, ruleset: str | None = None, *, gone: bool = False) -> Iterator[dict[str, Any]]:
        """What was suppressed, by which rule and why."""
        query = _which(sa.select(suppressed), suppressed, ruleset, gone)
        return self._rows(query.order_by(suppressed.c.ruleset, suppressed.c.finding_id))

    def _rows(self, query: sa.Select[Any]) -> Iterator[dict[str, Any]]:
        with told(self.url), self._engine.connect().execution_options(**{STAGING: True}, yield_per=1000) as connection:
            for row in connection.execute(query).mappings():
                yield dict(row)


def _which(query: sa.Select[Any], table: sa.Table, ruleset: str | None, gone: bool) -> sa.Select[Any]:
    if ruleset is not None:
        query = query.where(table.c.ruleset == ruleset)
    return query if gone else query.where(table.c.gone_since_run.is_(None))
