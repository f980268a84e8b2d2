"""The raw table (原始表) into which every reader puts the known columns, and the loader for rows from Python."""

from __future__ import annotations

import csv
import glob
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from supervision_rules.intake import _problems
from supervision_rules.intake._headers import Header
from supervision_rules.intake._sql import literal, name

if TYPE_CHECKING:
    import duckdb

RAW = "_raw"
"""The raw table's name: one at a time."""


@dataclass(frozen=True, slots=True)
class Raw:
    """What was read: the header, and how the raw table tells a row's number and whether the row has too many cells."""

    header: Header
    location: str
    row: str = "rowid + 1"
    too_long: str = "FALSE"


def scan_csv(
    path: Path, columns: Mapping[str, str], *, delimiter: str = ",", skip: int = 0, newline: str = "\n"
) -> str:
    """A scan of a regular UTF-8 file with these columns and types, an error where the file isn't regular.

    DuckDB has to be told of LF, or one CR within quotes misleads it; told of CR LF, it reads on beyond the record.
    """
    told = "new_line='\\n', " if newline == "\n" else ""
    types = ", ".join(f"{literal(column)}: '{kind}'" for column, kind in columns.items())
    return (
        f"read_csv({literal(glob.escape(str(path)))}, skip={skip}, header=false, auto_detect=false, {told}"
        f"delim={literal(delimiter)}, quote='\"', escape='\"', strict_mode=true, columns={{{types}}})"
    )


class Loader:
    """Takes rows of text and loads them into the raw table, by way of a file that DuckDB reads at its own speed."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, columns: Sequence[str]) -> None:
        """Make ready for rows with these columns."""
        self._connection = connection
        self._columns = tuple(columns)

    def __enter__(self) -> Loader:
        """Open the file."""
        self._directory = tempfile.TemporaryDirectory(prefix="supervision-rules-")
        self._path = Path(self._directory.name) / "rows.csv"
        self._file = self._path.open("w", encoding="utf-8", errors="backslashreplace", newline="")
        self._write = csv.writer(self._file, lineterminator="\n", quoting=csv.QUOTE_ALL).writerow
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Remove the file."""
        self._file.close()
        self._directory.cleanup()

    def add(self, number: int, cells: Sequence[str | None], *, too_long: bool = False) -> None:
        """Take one row: its number in the source and the cells of the known columns."""
        self._write([number, too_long, *cells])

    def raw(self, header: Header, location: str) -> Raw:
        """Load the rows and tell how to read the table."""
        import duckdb

        self._file.close()
        columns = {"_row": "BIGINT", "_long": "BOOLEAN", **dict.fromkeys(self._columns, "VARCHAR")}
        try:
            if self._path.stat().st_size:
                self._connection.execute(
                    f"CREATE OR REPLACE TABLE {RAW} AS SELECT * FROM {scan_csv(self._path, columns)}"
                )
            else:
                typed = ", ".join(f"{name(column)} {kind}" for column, kind in columns.items())
                self._connection.execute(f"CREATE OR REPLACE TABLE {RAW} ({typed})")
        except duckdb.Error as error:
            raise _problems.unreadable(location, str(error).strip().partition("\n")[0]) from error
        return Raw(header, location, "_row", "_long")
