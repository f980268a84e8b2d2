"""From sources to the prepared tables (数据准备)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from supervision_rules.entities import TABLES, Table
from supervision_rules.errors import DataError, Problem
from supervision_rules.intake import _problems
from supervision_rules.intake._documents import empty_document_facts
from supervision_rules.intake._keys import judge_rows
from supervision_rules.intake._links import choose_salt, explode_cases, link
from supervision_rules.intake._raw import RAW, Raw
from supervision_rules.intake._rejects import count_rejects, write_rejects
from supervision_rules.intake._reports import Prepared, TableReport
from supervision_rules.intake._sources import (
    PARQUET_SUFFIXES,
    SHEET_SUFFIXES,
    TEXT_SUFFIXES,
    ArrowData,
    Source,
    SqlSource,
)
from supervision_rules.intake._sql import literal
from supervision_rules.intake._typed import cells_of, empty_cells, type_cells
from supervision_rules.intake._warnings import warnings_of

if TYPE_CHECKING:
    import duckdb


def prepare(
    connection: duckdb.DuckDBPyConnection,
    sources: Mapping[str, Source],
    *,
    as_of: dt.date,
    progress: Callable[[str, int], None] | None = None,
) -> Prepared:
    """Make all tables, `rejects` and `sources` in the connection's database.

    `progress` is told each table's name with the number of rows read, as soon as they are.
    """
    for unknown in sorted(set(sources) - set(TABLES)):
        raise _problems.unknown_table(unknown, list(TABLES))
    _start(connection)
    raws = _read_all(connection, sources, progress)
    explode_cases(connection)
    link(connection, as_of, choose_salt(connection))
    empty_document_facts(connection)
    write_rejects(connection)
    reports = {name: _report(connection, name, raws.get(name)) for name in TABLES}
    prepared = Prepared(reports, tuple(warnings_of(connection, reports)), count_rejects(connection))
    for name in (*map(cells_of, TABLES), "_verdicts", "_cell_rejects"):
        connection.execute(f"DROP TABLE {name}")
    return prepared


def _read_all(
    connection: duckdb.DuckDBPyConnection, sources: Mapping[str, Source], progress: Callable[[str, int], None] | None
) -> dict[str, Raw]:
    """Make every table's typed cells; what is wrong with several sources is told at once."""
    raws: dict[str, Raw] = {}
    problems: list[Problem] = []
    for i, table in enumerate(TABLES.values(), 1):
        if table.name not in sources:
            empty_cells(connection, table)
            continue
        try:
            raw = _read(connection, sources[table.name], table)
        except DataError as error:
            problems += error.problems
            continue
        if not problems:
            raws[table.name] = raw
            connection.execute(f"INSERT INTO sources VALUES ({i}, '{table.name}', {literal(raw.location)})")
            type_cells(connection, table, raw, i)
            judge_rows(connection, table)
            if progress:
                progress(table.name, _rows(connection, cells_of(table.name)))
        connection.execute(f"DROP TABLE {RAW}")
    if problems:
        raise DataError(problems)
    return raws


def _start(connection: duckdb.DuckDBPyConnection) -> None:
    for statement in (
        "SET autoinstall_known_extensions = false",
        "SET preserve_insertion_order = true",
        "CREATE OR REPLACE TABLE sources (id INTEGER, table_name VARCHAR, location VARCHAR)",
        "CREATE OR REPLACE TABLE _verdicts (table_name VARCHAR, _row BIGINT, reason VARCHAR, shown VARCHAR)",
        "CREATE OR REPLACE TABLE _cell_rejects (table_name VARCHAR, _source INTEGER, _row BIGINT, column_name VARCHAR, "
        "place INTEGER, value VARCHAR, reason VARCHAR)",
    ):
        connection.execute(statement)


def _read(connection: duckdb.DuckDBPyConnection, source: Source, table: Table) -> Raw:
    """Let the reader for this sort of source fill the raw table."""
    data = source.data
    if isinstance(data, (str, Path)):
        return _read_file(connection, source, table, Path(data))
    if isinstance(data, SqlSource):
        from supervision_rules.intake._database import read_database

        return read_database(connection, source, table, data)
    if isinstance(data, ArrowData):
        from supervision_rules.intake._frames import read_arrow

        return read_arrow(connection, source, table, data)
    raise _problems.unknown_kind(type(data).__name__, table.name)


def _read_file(connection: duckdb.DuckDBPyConnection, source: Source, table: Table, path: Path) -> Raw:
    suffix = path.suffix.lower()
    if suffix in TEXT_SUFFIXES:
        from supervision_rules.intake._csv import read_csv

        return read_csv(connection, source, table, path)
    if suffix in SHEET_SUFFIXES:
        from supervision_rules.intake._sheets import read_sheet

        return read_sheet(connection, source, table, path)
    if suffix in PARQUET_SUFFIXES:
        from supervision_rules.intake._frames import read_parquet

        return read_parquet(connection, source, table, path)
    raise _problems.unknown_kind(str(path), table.name)


def _report(connection: duckdb.DuckDBPyConnection, name: str, raw: Raw | None) -> TableReport:
    if raw is None:
        return TableReport(name, present=False)
    dropped = dict(
        connection.execute(
            f"SELECT reason IS NULL, count(*) FROM _verdicts WHERE table_name = {literal(name)} GROUP BY ALL"
        ).fetchall()
    )
    return TableReport(
        name,
        present=True,
        columns=frozenset(raw.header.positions),
        headers=tuple(filter(str.strip, raw.header.texts)),
        rows_read=_rows(connection, cells_of(name)),
        rows_kept=_rows(connection, name),
        duplicates=dropped.get(True, 0),
        rejected=dropped.get(False, 0),
        cells_unreadable=_rows(
            connection, f"_cell_rejects WHERE table_name = {literal(name)} AND place >= 0 AND reason <> 'required'"
        ),
        location=raw.location,
        ignored_headers=raw.header.ignored,
    )


def _rows(connection: duckdb.DuckDBPyConnection, relation: str) -> int:
    found = connection.execute(f"SELECT count(*) FROM {relation}").fetchone()
    return int(found[0]) if found else 0
