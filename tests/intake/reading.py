"""Reading small tables back, for the tests of the intake."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from supervision_rules.entities import TABLES, ColumnType
from supervision_rules.intake import Prepared, Source, prepare

AS_OF = dt.date(2024, 12, 20)
NEVER = dt.date(9999, 12, 31)

REQUIRED = {
    ColumnType.NUMBER: "〔2023〕{}号",
    ColumnType.ORGAN: "甲局",
    ColumnType.TEXT: "张三",
    ColumnType.DATE: "2023-08-31",
    ColumnType.MONEY: "100.00",
    ColumnType.CODE: "suit",
}


@dataclass
class Read:
    """What came of one run of `prepare`."""

    connection: duckdb.DuckDBPyConnection
    prepared: Prepared
    cache: dict[str, list[dict[str, Any]]] = field(default_factory=dict)

    def rows(self, relation: str) -> list[dict[str, Any]]:
        """The rows of a table as dictionaries, in the order of the source."""
        if relation not in self.cache:
            cursor = self.connection.execute(f"SELECT * FROM {relation}")
            names = [column[0] for column in cursor.description]
            rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
            self.cache[relation] = sorted(rows, key=lambda row: row.get("_row", row.get("row", 0)))
        return self.cache[relation]

    def column(self, table: str, column: str) -> list[Any]:
        """The values of one column."""
        return [row[column] for row in self.rows(table)]

    @property
    def rejects(self) -> list[tuple[Any, ...]]:
        """The rejects as table, row, column, reason, whether the row was rejected."""
        cursor = self.connection.execute(
            'SELECT table_name, "row", column_name, reason_code, row_rejected FROM rejects ORDER BY ALL'
        )
        return cursor.fetchall()

    @property
    def doubts(self) -> dict[str, int]:
        """The doubts by decision number and agency, as the penalties have them, whatever they come from."""
        rows = self.connection.execute(
            "SELECT agency || decision_no, bits & 127 FROM doubts JOIN penalties USING (pkey) ORDER BY ALL"
        ).fetchall()
        return dict(rows)

    @property
    def cases(self) -> set[tuple[str, str]]:
        """Court case and decision for each pair of `case_decisions` that is among the penalties."""
        rows = self.connection.execute(
            "SELECT case_no, p.agency || p.decision_no FROM case_decisions d JOIN court_cases USING (ckey) "
            "JOIN penalties p ON p.pkey = d.pkey"
        ).fetchall()
        return set(rows)


def read_back(sources: Mapping[str, Any], as_of: dt.date = AS_OF) -> Read:
    """Prepare the sources; anything but a `Source` is taken as its data."""
    connection = duckdb.connect(config={"threads": 1})
    full = {name: data if isinstance(data, Source) else Source(name, data) for name, data in sources.items()}
    read = Read(connection, prepare(connection, full, as_of=as_of))
    for report in read.prepared.tables.values():
        assert report.rows_read == report.rows_kept + report.duplicates + report.rejected
        assert report.rows_kept == len(read.rows(report.table))
    return read


def frame(table: str, *rows: Mapping[str, object]) -> pa.Table:
    """Rows of text as an Arrow table; required columns that a row doesn't give are filled in, each number its own."""
    definition = TABLES[table]
    given = {name for row in rows for name in row}
    columns = [c for c in definition.columns if c.required or c.name in given]
    data = {
        c.name: [row.get(c.name, REQUIRED[c.type].format(i) if c.required else None) for i, row in enumerate(rows, 1)]
        for c in columns
    }
    return pa.table({name: pa.array(values, pa.string()) for name, values in data.items()})


def read_cells(table: str, column: str, texts: Sequence[str | None]) -> tuple[list[Any], dict[int, str]]:
    """The values of one column by row, rejected rows left out, and the reasons by row."""
    read = read_back({table: frame(table, *({column: text} for text in texts))})
    values: list[Any] = ["rejected"] * len(texts)
    for row in read.rows(table):
        values[row["_row"] - 1] = row[column]
    return values, {row: reason for _, row, name, reason, _ in read.rejects if name == column}


def write_csv(path: Path, rows: Sequence[Sequence[object]], *, encoding: str = "utf-8", delimiter: str = ",") -> Path:
    """Write rows as CSV."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, lineterminator="\n").writerows(rows)
    path.write_bytes(text.getvalue().encode(encoding))
    return path
