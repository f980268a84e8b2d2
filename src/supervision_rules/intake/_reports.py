"""What intake tells about what it read (读入情况)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from supervision_rules.errors import Problem

if TYPE_CHECKING:
    import duckdb

REJECTS = 'SELECT * FROM rejects ORDER BY table_name, "row", column_name NULLS FIRST, reason_code'
"""The query that gives the rejects (未读入的记录和单元格) in a stable order."""


@dataclass(frozen=True, slots=True)
class TableReport:
    """What was read of one table; rows_read = rows_kept + duplicates + rejected, blank rows apart."""

    table: str
    present: bool
    columns: frozenset[str] = frozenset()
    headers: tuple[str, ...] = ()
    rows_read: int = 0
    rows_kept: int = 0
    duplicates: int = 0
    rejected: int = 0
    cells_unreadable: int = 0
    location: str = ""
    ignored_headers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Prepared:
    """The reports of all tables, what to warn of, and how many rejects there are by table and reason."""

    tables: Mapping[str, TableReport]
    warnings: tuple[Problem, ...] = ()
    reject_counts: Mapping[tuple[str, str], int] = field(default_factory=dict)

    def rejects_arrow(self, connection: duckdb.DuckDBPyConnection, rows: int = 50_000) -> Any:
        """The rejects as a `pyarrow.RecordBatchReader`, from a cursor of their own."""
        return connection.cursor().sql(REJECTS).to_arrow_reader(rows)
