"""From the raw table to typed cells (类型化), the cells that can't be read among the rejects."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from supervision_rules.entities import Column, ColumnType, Sort, Table
from supervision_rules.intake._cells import (
    Given,
    bare_sql,
    empty_sql,
    given_of,
    given_sql,
    is_placeholder_sql,
    quick_sql,
    reason_sql,
    text_sql,
    trimmed_sql,
    value_sql,
)
from supervision_rules.intake._normal import identity_sql, number_sql, organ_sql
from supervision_rules.intake._raw import RAW, Raw
from supervision_rules.intake._sql import duckdb_type, literal, name, names

if TYPE_CHECKING:
    import duckdb

_NORMAL = {ColumnType.NUMBER: number_sql, ColumnType.ORGAN: organ_sql, ColumnType.IDENTITY: identity_sql}


def cells_of(table: str) -> str:
    """The name of the table of typed cells; it has a row for each row read, bad ones too."""
    return f"_cells_{table}"


def normal_of(column: str) -> str:
    """The name under which the cells have the column's normal form."""
    return f"_n_{column}"


def compared_columns(table: Table) -> dict[str, str]:
    """The columns with a normal form, and its SQL."""
    found = {}
    for column in table.columns:
        if column.type in _NORMAL:
            found[column.name] = _NORMAL[column.type](name(column.name))
        elif column.type is ColumnType.TEXT and column.name in table.key:
            found[column.name] = organ_sql(name(column.name))
    return found


def type_cells(connection: duckdb.DuckDBPyConnection, table: Table, raw: Raw, source: int) -> None:
    """Make the table's typed cells from the raw table, and write the cells that can't be read to `_cell_rejects`.

    Blank rows go afterwards: the optimiser would push the condition down and compute every cell twice.
    """
    described = connection.execute(f"DESCRIBE {RAW}").fetchall()
    given = {row[0]: given_of(row[1]) for row in described if row[0] in raw.header.positions}
    present = [column for column in table.columns if column.name in given]
    quick, bare, filled, values, finals, flaws, bad = [], [], [], [], [], ["0"], ["_long"]
    for i, column in enumerate(table.columns):
        x = name(column.name)
        if column not in present:
            finals.append(f"NULL::{duckdb_type(column)} AS {x}")
            continue
        kind = given[column.name]
        first, is_given = name(f"_quick_{column.name}"), _is_given(column)
        quick.append(x)
        if sql := quick_sql(column, kind, x):
            quick.append(f"{sql} AS {first}")
            bare.append(f"{first}, CASE WHEN {first} IS NULL THEN {bare_sql(column, kind, x)} END AS {x}")
            filled.append(f"{first}, {given_sql(table, column, kind, x)} AS {x}")
            slow = f"WHEN {x} IS NOT NULL THEN {value_sql(table, column, kind, x)}"
            values.append(f"CASE WHEN {first} IS NOT NULL THEN {first} {slow} END AS {x}")
            values.append(f"{first} IS NOT NULL OR {x} IS NOT NULL AS {is_given}")
        else:
            bare.append(f"{bare_sql(column, kind, x)} AS {x}")
            filled.append(f"{given_sql(table, column, kind, x)} AS {x}")
            values.append(f"CASE WHEN {x} IS NOT NULL THEN {value_sql(table, column, kind, x)} END AS {x}")
            values.append(f"{x} IS NOT NULL AS {is_given}")
        default = empty_sql(column)
        finals.append(f"coalesce({x}, {default}) AS {x}" if default else x)
        missing = f"{x} IS NULL" if column.required else f"({x} IS NULL AND {_is_given(column)})"
        flaws.append(f"CASE WHEN {missing} THEN {1 << i} ELSE 0 END")
        if column.required or column.sort is not Sort.ATTRIBUTE:
            bad.append(missing)
    normal = ", ".join(f"{sql} AS {name(normal_of(c))}" for c, sql in compared_columns(table).items())
    connection.execute(f"""
        CREATE OR REPLACE TABLE {cells_of(table.name)} AS
        WITH quick AS (SELECT {raw.row} AS _row, {raw.too_long} AS _long, {", ".join(quick)} FROM {RAW}),
        bare AS (SELECT _row, _long, {", ".join(bare)} FROM quick),
        filled AS (SELECT _row, _long, {", ".join(filled)} FROM bare),
        typed AS (SELECT _row, _long, {", ".join(values)} FROM filled),
        final AS (
            SELECT {", ".join(finals)}, {source}::INTEGER AS _source, _row::BIGINT AS _row, _long,
                ({" + ".join(flaws)})::BIGINT AS _flaws, ({" OR ".join(bad)}) AS _bad,
                NOT (_long OR {" OR ".join(_is_given(column) for column in present)}) AS _blank
            FROM typed
        )
        SELECT *, {normal} FROM final""")
    connection.execute(f"DELETE FROM {cells_of(table.name)} WHERE _blank")
    _write_cell_rejects(connection, table, raw, given)


def empty_cells(connection: duckdb.DuckDBPyConnection, table: Table) -> None:
    """Make a table of cells without rows for a table that isn't there."""
    finals = ", ".join(f"NULL::{duckdb_type(column)} AS {name(column.name)}" for column in table.columns)
    normal = ", ".join(f"NULL::VARCHAR AS {name(normal_of(column))}" for column in compared_columns(table))
    connection.execute(f"""
        CREATE OR REPLACE TABLE {cells_of(table.name)} AS
        SELECT {finals}, 0::INTEGER AS _source, 0::BIGINT AS _row, FALSE AS _long, 0::BIGINT AS _flaws, FALSE AS _bad, FALSE AS _blank,
            {normal} LIMIT 0""")


def _is_given(column: Column) -> str:
    return name(f"_given_{column.name}")


def _write_cell_rejects(
    connection: duckdb.DuckDBPyConnection, table: Table, raw: Raw, given: Mapping[str, Given]
) -> None:
    """One row for each cell that can't be read, each required cell that is empty, and each row with too many cells."""
    present = [column for column in table.columns if column.name in given]
    columns = names(column.name for column in present)
    connection.execute(f"""
        CREATE OR REPLACE TABLE _flawed AS
        SELECT c._row AS _row, c._long AS _long, c._flaws AS _flaws, c._source AS _source,
            {", ".join(f"{text_sql(given[c.name], f'r.{name(c.name)}')} AS {name(c.name)}" for c in present)}
        FROM {cells_of(table.name)} c JOIN (SELECT {raw.row} AS _row, {columns} FROM {RAW}) r ON r._row = c._row
        WHERE c._flaws <> 0 OR c._long""")
    found = connection.execute("SELECT coalesce(bit_or(_flaws), 0) FROM _flawed").fetchone()
    flaws = found[0] if found else 0
    for i, column in enumerate(table.columns):
        if flaws & 1 << i:
            x = name(column.name)
            reason = reason_sql(table, column, x)
            if column.required:
                reason = f"CASE WHEN {_blank(x)} THEN 'required' ELSE {reason} END"
            connection.execute(f"""
                INSERT INTO _cell_rejects
                SELECT {literal(table.name)}, _source, _row, {literal(column.name)}, {i}, {x}, {reason}
                FROM _flawed WHERE (_flaws & {1 << i}) <> 0""")
    connection.execute(f"""
        INSERT INTO _cell_rejects
        SELECT {literal(table.name)}, _source, _row, NULL, -1, NULL, 'too_many_cells' FROM _flawed WHERE _long""")
    connection.execute("DROP TABLE _flawed")


def _blank(x: str) -> str:
    return f"({x} IS NULL OR {is_placeholder_sql(trimmed_sql(x))})"
