"""A run's rows merged into the store, a set at a time (整批合并)."""

from __future__ import annotations

from typing import NamedTuple

import sqlalchemy as sa

from supervision_rules.store._tables import Merged


class MergeCounts(NamedTuple):
    """What a merge did (合并结果): every row of the run is in just one of the first four counts."""

    new: int
    known: int
    """Seen before, and nothing but the day has moved."""
    changed: int
    reopened: int
    """Seen before, gone in between."""
    gone: int
    """Seen before and not in this run."""


def merge(connection: sa.Connection, merged: Merged, ruleset: str, run: int) -> MergeCounts:
    """Merge the staged rows: new ones are added, known ones brought up to date, missing ones marked gone."""
    counts = _count(connection, merged, ruleset, run)
    table, stage = merged.table, merged.stage
    same = _same(merged)
    connection.execute(sa.update(table).where(same).values(last_seen_run=run, gone_since_run=None))
    differs = _differs(merged, merged.content)
    values = {name: stage.c[name] for name in merged.content}
    connection.execute(sa.update(table).where(same, differs).values(values))
    names = [*merged.key, *merged.content]
    rows = sa.select(*(stage.c[name] for name in names), sa.literal(run), sa.literal(run)).where(_unseen(merged))
    connection.execute(table.insert().from_select([*names, "first_seen_run", "last_seen_run"], rows))
    connection.execute(sa.update(table).where(_missing(merged, ruleset)).values(gone_since_run=run))
    return counts


def fresh(connection: sa.Connection, merged: Merged, into: sa.Table, column: str, watched: str) -> None:
    """Note the ids of staged rows that are new or differ in the watched column, before they are merged."""
    connection.execute(sa.delete(into))
    stage = merged.stage
    for condition in (_unseen(merged), sa.exists().where(_same(merged), _differs(merged, (watched,)))):
        connection.execute(into.insert().from_select(["id"], sa.select(stage.c[column]).where(condition)))


def _count(connection: sa.Connection, merged: Merged, ruleset: str, run: int) -> MergeCounts:
    table, stage = merged.table, merged.stage
    gone, differs = table.c.gone_since_run.is_not(None), _differs(merged, merged.watched)
    seen = sa.select(
        sa.func.count(),
        sa.func.count(sa.case((gone, 1))),
        sa.func.count(sa.case((sa.and_(~gone, differs), 1))),
    ).select_from(table.join(stage, _same(merged)))
    there, reopened, changed = connection.execute(seen).one()
    total = connection.execute(sa.select(sa.func.count()).select_from(stage)).scalar_one()
    missing = sa.select(sa.func.count()).select_from(table).where(_missing(merged, ruleset))
    vanished = connection.execute(missing).scalar_one()
    return MergeCounts(total - there, there - reopened - changed, changed, reopened, vanished)


def _same(merged: Merged) -> sa.ColumnElement[bool]:
    return sa.and_(*(merged.table.c[name] == merged.stage.c[name] for name in merged.key))


def _differs(merged: Merged, names: tuple[str, ...]) -> sa.ColumnElement[bool]:
    return sa.or_(*(merged.table.c[name].is_distinct_from(merged.stage.c[name]) for name in names))


def _unseen(merged: Merged) -> sa.ColumnElement[bool]:
    return ~sa.exists().where(_same(merged)).correlate(merged.stage)


def _missing(merged: Merged, ruleset: str) -> sa.ColumnElement[bool]:
    table = merged.table
    there = sa.exists().where(_same(merged)).correlate(table)
    return sa.and_(table.c.ruleset == ruleset, table.c.gone_since_run.is_(None), ~there)
