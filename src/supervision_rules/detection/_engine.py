"""The set engine: SQL that Ibis compiles, run by the engine's own client."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Protocol

import ibis

from supervision_rules.detection._tri import Expr


class Engine(Protocol):
    """What the library needs of a set engine."""

    dialect: str

    def create(self, name: str, table: Any) -> None:
        """Make, or make anew, a real table of that name from an Arrow table."""

    def store(self, name: str, sql: str) -> None:
        """Make, or make anew, a real table of that name from a query."""

    def batches(self, sql: str, size: int = 100_000) -> Iterator[Any]:
        """The rows of a query as Arrow record batches."""

    def fetch(self, sql: str) -> Any:
        """All rows of a query as one Arrow table."""


def to_sql(expression: Expr, dialect: str) -> str:
    """The SQL of an expression for `duckdb`, `postgres` or `pyspark`.

    Selects stay apart: merged into one, a condition that several columns use is written out, and computed, once for each.
    """
    options = ibis.options.sql
    before = options.fuse_selects
    options.fuse_selects = False
    try:
        return str(ibis.to_sql(expression, dialect=dialect, pretty=False))
    finally:
        options.fuse_selects = before


_HARMFUL = "cte_filter_pusher"
"""It pushes the filters of all users of a CTE, joined by OR, into it: a ladder's conditions would be computed ten times."""


class DuckDBEngine:
    """DuckDB on one machine, through its own client.

    Every query runs on a cursor of its own: a connection that runs another query cuts an open stream off without an error.
    """

    dialect = "duckdb"

    def __init__(self, connection: Any) -> None:
        """Use a DuckDB connection whose tables intake has prepared."""
        self.connection = connection
        connection.execute(f"SET disabled_optimizers = '{_HARMFUL}'")

    def create(self, name: str, table: Any) -> None:
        """Make, or make anew, a real table from an Arrow table; a cursor doesn't see registered ones."""
        cursor = self.connection.cursor()
        cursor.register("_arriving", table)
        cursor.execute(f'CREATE OR REPLACE TABLE "{name}" AS SELECT * FROM _arriving')
        cursor.close()

    def store(self, name: str, sql: str) -> None:
        """Make, or make anew, a real table from a query."""
        cursor = self.connection.cursor()
        try:
            cursor.execute(f'CREATE OR REPLACE TABLE "{name}" AS {sql}')
        finally:
            cursor.close()

    def batches(self, sql: str, size: int = 100_000) -> Iterator[Any]:
        """The rows of a query as Arrow record batches of about `size` rows."""
        cursor = self.connection.cursor()
        try:
            yield from cursor.execute(sql).to_arrow_reader(size)
        finally:
            cursor.close()

    def fetch(self, sql: str) -> Any:
        """All rows of a query as one Arrow table."""
        cursor = self.connection.cursor()
        try:
            return cursor.execute(sql).to_arrow_table()
        finally:
            cursor.close()
