"""The table of rejects (未读入的记录和单元格)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supervision_rules.entities import TABLES
from supervision_rules.intake._sql import literal

if TYPE_CHECKING:
    import duckdb

REASONS = {
    "required": ("必填单元格为空", "a required cell is empty"),
    "date": ("无法识别为日期", "not a date"),
    "money": ("无法识别为金额(分以下有余数、负数亦不可)", "not an amount (no part of a cent, not below zero)"),
    "integer": ("无法识别为 0 至 1200 的整数", "not a whole number from 0 to 1200"),
    "boolean": ("无法识别为是或否", "neither yes nor no"),
    "code": ("不在可用的代码或词语之列", "not one of the codes or words"),
    "list": ("列表中没有内容", "a list with nothing in it"),
    "numbers": ("列表中没有文号", "a list without a number"),
    "digits_lost": ("按数字存储的号码已丢失位数", "a number stored as a figure has lost digits"),
    "error_value": ("单元格是表格软件的错误值", "the cell is a spreadsheet's error value"),
    "too_many_cells": ("该行的单元格多于表头", "the row has more cells than the header"),
    "same_key": ("同一主键有内容不同的记录", "another row has the same key and other content"),
    "document": ("决定书文件不能使用", "the decision's document can't be used"),
    "key_of_rejected": ("同一主键的另一条记录未能读入", "another row with the same key was rejected"),
}
"""The codes of reasons with their Chinese and English words."""


def write_rejects(connection: duckdb.DuckDBPyConnection) -> None:
    """Make `rejects` from the cells that can't be read and the rows that aren't kept."""
    reasons = ", ".join(f"({literal(c)}, {literal(zh)}, {literal(en)})" for c, (zh, en) in REASONS.items())
    order = ", ".join(f"({literal(name)}, {i})" for i, name in enumerate(TABLES))
    connection.execute(f"""
        CREATE OR REPLACE TABLE rejects AS
        WITH found AS (
            SELECT table_name, _row, column_name, place, value, reason FROM _cell_rejects
            UNION ALL
            SELECT table_name, _row, NULL, -1, shown, reason FROM _verdicts WHERE reason <> 'flawed'
        )
        SELECT f.table_name, s.location AS source, f._row AS "row", f.column_name, f.value, f.reason AS reason_code,
            r.zh AS reason, r.en AS reason_en,
            (f.table_name, f._row) IN (SELECT (table_name, _row) FROM _verdicts WHERE reason IS NOT NULL)
                AS row_rejected
        FROM found f JOIN sources s USING (table_name)
            LEFT JOIN (VALUES {reasons}) r(code, zh, en) ON r.code = f.reason
            JOIN (VALUES {order}) o(table_name, i) USING (table_name)
        ORDER BY o.i, f._row, f.place, f.reason""")


def count_rejects(connection: duckdb.DuckDBPyConnection) -> dict[tuple[str, str], int]:
    """How many rejects there are by table and reason."""
    rows = connection.execute(
        "SELECT table_name, reason_code, count(*) FROM rejects GROUP BY ALL ORDER BY ALL"
    ).fetchall()
    return {(table, reason): count for table, reason, count in rows}
