"""Repeated rows and keys that clash (主键): what is dropped and what is rejected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supervision_rules.entities import ColumnType, Table
from supervision_rules.intake._normal import number_sql
from supervision_rules.intake._sql import literal, name
from supervision_rules.intake._typed import cells_of, compared_columns, normal_of

if TYPE_CHECKING:
    import duckdb

_SUBJECTS = ("penalties", "court_cases")
"""Tables whose key is that of a decision or case: what the table says of one with a rejected row isn't known."""


def judge_rows(connection: duckdb.DuckDBPyConnection, table: Table) -> None:
    """Write every row that isn't kept to `_verdicts`, with the reason; a repeated row's reason is NULL."""
    cells = cells_of(table.name)
    key = [name(normal_of(part) if part in compared_columns(table) else part) for part in table.key]
    has_key = f"{name(normal_of(table.key_if))} IS NOT NULL" if table.key_if else "TRUE"
    connection.execute(f"""
        INSERT INTO _verdicts SELECT {literal(table.name)}, _row, 'flawed', NULL FROM {cells} WHERE _bad""")
    if table.name in _SUBJECTS:
        known = " AND ".join(f"{part} IS NOT NULL" for part in key)
        connection.execute(f"""
            INSERT INTO _verdicts
            SELECT {literal(table.name)}, _row, 'key_of_rejected', {_shown(table)} FROM {cells}
            WHERE NOT _bad AND ({", ".join(key)}) IN (SELECT ({", ".join(key)}) FROM {cells} WHERE _bad AND {known})""")
    taken = f"_row IN (SELECT _row FROM _verdicts WHERE table_name = {literal(table.name)})"
    connection.execute(f"""
        CREATE OR REPLACE TABLE _repeated AS
        SELECT {", ".join(f"{part} AS _k{i}" for i, part in enumerate(key))} FROM {cells}
        WHERE {has_key} AND NOT ({taken}) GROUP BY ALL HAVING count(*) > 1""")
    same = " AND ".join(f"{part} IS NOT DISTINCT FROM _k{i}" for i, part in enumerate(key))
    parts = ", ".join(f"_k{i}" for i in range(len(key)))
    written = ", ".join(name(column) for column in table.names)
    connection.execute(f"""
        INSERT INTO _verdicts
        WITH members AS (
            SELECT _row, {parts}, {_content(table)} AS content, row({written}) AS written, {_shown(table)} AS shown
            FROM {cells} JOIN _repeated ON {same} WHERE {has_key} AND NOT ({taken})
        ), numbered AS (
            SELECT _row, shown, count(DISTINCT content) OVER (PARTITION BY {parts}) AS contents,
                row_number() OVER (PARTITION BY {parts} ORDER BY written, _row) AS place
            FROM members
        )
        SELECT {literal(table.name)}, _row, CASE WHEN contents > 1 THEN 'same_key' END, shown
        FROM numbered WHERE contents > 1 OR place > 1""")
    connection.execute("DROP TABLE _repeated")


def _shown(table: Table) -> str:
    """The key as written, for the reject."""
    return f"concat_ws(' | ', {', '.join(name(part) for part in table.key)})"


def _content(table: Table) -> str:
    """Everything the row says, numbers and names in their normal form."""
    normal = compared_columns(table)
    parts = []
    for column in table.columns:
        if column.name in normal:
            parts.append(name(normal_of(column.name)))
        elif column.type is ColumnType.NUMBERS:
            parts.append(f"list_transform({name(column.name)}, lambda n: {number_sql('n')})")
        else:
            parts.append(name(column.name))
    return f"row({', '.join(parts)})"
