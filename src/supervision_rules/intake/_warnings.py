"""What intake warns of without rejecting it (提示)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from supervision_rules.entities import TABLES, ColumnType, Table
from supervision_rules.errors import Place, Problem
from supervision_rules.intake._checksums import wrong_check_digits
from supervision_rules.intake._links import usable_party
from supervision_rules.intake._reports import TableReport
from supervision_rules.intake._sql import name
from supervision_rules.intake._typed import cells_of, normal_of

if TYPE_CHECKING:
    import duckdb

_SHOWN = 5


def warnings_of(connection: duckdb.DuckDBPyConnection, reports: Mapping[str, TableReport]) -> Iterator[Problem]:
    """Everything worth a warning, table by table."""
    for table in TABLES.values():
        if reports[table.name].present:
            yield from _wrong_check_digits(connection, table, reports[table.name])
            yield from _rows_of_nobody(connection, table, reports[table.name])
    yield from _cases_of_nobody(connection, reports["court_cases"])


def _wrong_check_digits(connection: duckdb.DuckDBPyConnection, table: Table, report: TableReport) -> Iterator[Problem]:
    """Identity numbers whose check digit is wrong are told, never rejected."""
    for column in table.columns:
        if column.type is ColumnType.IDENTITY and column.name in report.columns:
            wrong = wrong_check_digits(cells_of(table.name), name(normal_of(column.name)))
            count, rows = _found(connection, f"({wrong})")
            if count:
                yield Problem(
                    "SR121",
                    f"{table.label}中有 {count} 个{column.label}校验位不符:第 {rows} 行",
                    f"{table.name}: {count} values of {column.name} have a wrong check digit: rows {rows}",
                    Place(report.location),
                    hint_zh="可能录入有误,请与原件核对",
                    hint_en="perhaps mistyped: compare them with the documents",
                )


def _rows_of_nobody(connection: duckdb.DuckDBPyConnection, table: Table, report: TableReport) -> Iterator[Problem]:
    """Rows without agency whose number is that of no decision or of several belong to none."""
    if table["decision_no"].type is ColumnType.NUMBER:
        count, rows = _found(connection, f"{table.name} WHERE pkey IS NULL")
        if count:
            yield Problem(
                "SR123",
                f"{table.label}中有 {count} 条没有处罚机关,且文号不对应唯一的处罚决定:第 {rows} 行",
                f"{table.name}: {count} rows have no agency, and not just one decision has their number: rows {rows}",
                Place(report.location),
                hint_zh="请补充处罚机关",
                hint_en="add the agency",
            )


def _cases_of_nobody(connection: duckdb.DuckDBPyConnection, report: TableReport) -> Iterator[Problem]:
    """Court cases without decision number and without party or applicant belong to no penalty."""
    party = usable_party("_n_party_id")
    count, rows = _found(
        connection,
        f"{cells_of('court_cases')} WHERE decision_no IS NULL AND (_n_applicant IS NULL OR NOT {party}) "
        "AND _row NOT IN (SELECT _row FROM _verdicts WHERE table_name = 'court_cases')",
    )
    if count:
        yield Problem(
            "SR122",
            f"{count} 件法院案件没有决定书文号,又缺少证件号码或申请执行人,不归入任何处罚决定:第 {rows} 行",
            f"{count} court cases without decision_no lack party_id or applicant and belong to no penalty: rows {rows}",
            Place(report.location),
        )


def _found(connection: duckdb.DuckDBPyConnection, relation: str) -> tuple[int, str]:
    """How many rows, and the numbers of the first."""
    rows = connection.execute(f"SELECT _row, count(*) OVER () FROM {relation} ORDER BY _row LIMIT {_SHOWN}").fetchall()
    count = rows[0][1] if rows else 0
    return count, ", ".join(str(row[0]) for row in rows) + ("…" if count > _SHOWN else "")
