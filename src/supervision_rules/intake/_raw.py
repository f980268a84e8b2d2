"""The raw table (原始表) into which every reader puts the known columns, and the loader for rows from Python."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from supervision_rules.intake._headers import Header
from supervision_rules.intake._sql import name, names

if TYPE_CHECKING:
    import duckdb

RAW = "_raw"
"""The raw table's name: one at a time."""

_BATCH_ROWS = 20_000


@dataclass(frozen=True, slots=True)
class Raw:
    """What was read: the header, and how the raw table tells a row's number and whether the row has too many cells."""

    header: Header
    location: str
    row: str = "rowid + 1"
    too_long: str = "FALSE"


class Loader:
    """Loads rows of text into the raw table, some thousand at a time."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, columns: Sequence[str]) -> None:
        """Create the raw table with these columns."""
        self._connection = connection
        self._columns = tuple(columns)
        self._numbers: list[int] = []
        self._long: list[bool] = []
        self._rows: list[Sequence[str | None]] = []
        texts = ", ".join(f"{name(column)} VARCHAR" for column in columns)
        connection.execute(f"CREATE OR REPLACE TABLE {RAW} (_row BIGINT, _long BOOLEAN, {texts})")

    def add(self, number: int, cells: Sequence[str | None], *, too_long: bool = False) -> None:
        """Take one row: its number in the source and the cells of the known columns."""
        self._numbers.append(number)
        self._long.append(too_long)
        self._rows.append(cells)
        if len(self._rows) == _BATCH_ROWS:
            self.flush()

    def flush(self) -> None:
        """Write the rows taken so far."""
        import pyarrow as pa

        if not self._rows:
            return
        arrays = [pa.array(self._numbers, pa.int64()), pa.array(self._long, pa.bool_())]
        arrays += [pa.array(column, pa.string()) for column in zip(*self._rows, strict=True)]
        batch = pa.table(arrays, names=["_row", "_long", *self._columns])
        self._connection.register("_batch", batch)
        self._connection.execute(f"INSERT INTO {RAW} SELECT _row, _long, {names(self._columns)} FROM _batch")
        self._connection.unregister("_batch")
        self._numbers, self._long, self._rows = [], [], []

    def raw(self, header: Header, location: str) -> Raw:
        """Write the rest and tell how to read the table."""
        self.flush()
        return Raw(header, location, "_row", "_long")
