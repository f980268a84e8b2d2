"""CSV and TSV files: DuckDB reads the regular ones, Python's reader those with ragged rows or blank lines."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from supervision_rules.entities import Table
from supervision_rules.intake import _problems
from supervision_rules.intake._encoding import Utf8File, as_utf8
from supervision_rules.intake._headers import SEARCHED_ROWS, Header, find_header, known_words, match, score
from supervision_rules.intake._raw import RAW, Loader, Raw, scan_csv
from supervision_rules.intake._sources import Source
from supervision_rules.intake._sql import name

if TYPE_CHECKING:
    import duckdb

_DELIMITERS = (",", "\t", ";", "|")


@dataclass(frozen=True, slots=True)
class _Layout:
    delimiter: str
    cells: Sequence[str]
    last_line: int


def read_csv(connection: duckdb.DuckDBPyConnection, source: Source, table: Table, path: Path) -> Raw:
    """Read the file into the raw table."""
    location = str(path)
    with as_utf8(path, source.encoding, location, source.place) as file:
        layout = _layout(file, source, table, location)
        header = match(table, layout.cells, source.columns, location, source.place)
        if file.lines > layout.last_line:
            row = _by_engine(connection, file, layout, header)
            if row is None:
                return _by_python(connection, file, layout, header, location)
            return Raw(header, location, row)
        with Loader(connection, list(header.positions)) as loader:
            return loader.raw(header, location)


def _layout(file: Utf8File, source: Source, table: Table, location: str) -> _Layout:
    """Find delimiter and header: those under which one of the first rows names most columns."""
    words = known_words(table, source.columns)
    best, most, first = None, 0, list[str]()
    for delimiter in _DELIMITERS:
        rows = list(islice(_records(file.path, delimiter), SEARCHED_ROWS))
        first = first or next((row for row, _ in rows if row), [])
        found = find_header([row for row, _ in rows], words)
        if found is not None and (points := score(rows[found][0], words)) > most:
            best, most = _Layout(delimiter, *rows[found]), points
    if best is None:
        raise _problems.no_header(location, table, [cell for cell in first if cell.strip()], source.place)
    return best


def _records(path: Path, delimiter: str) -> Iterator[tuple[list[str], int]]:
    """The first records with the number of their last line, up to one that can't be read."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file, delimiter=delimiter)
        while True:
            try:
                record = next(reader, None)
            except csv.Error:
                return
            if record is None:
                return
            yield record, reader.line_num


def _by_engine(connection: duckdb.DuckDBPyConnection, file: Utf8File, layout: _Layout, header: Header) -> str | None:
    """Let DuckDB read the file; gives the row number's SQL, or None where the file isn't regular.

    The lines of the records have to add up to the lines of the file: else a blank line was skipped.
    """
    import duckdb

    columns = [f"c{i}" for i in range(len(layout.cells))]
    scan = scan_csv(
        file.path,
        dict.fromkeys(columns, "VARCHAR"),
        delimiter=layout.delimiter,
        skip=layout.last_line,
        newline=file.newline,
    )
    chosen = ", ".join(f"c{position} AS {name(column)}" for column, position in header.positions.items())
    breaks = " + ".join(f"coalesce(length({c}) - length(replace({c}, chr(10), '')), 0)" for c in columns)
    expected = file.lines - layout.last_line
    try:
        connection.execute(f"CREATE OR REPLACE TABLE {RAW} AS SELECT {chosen} FROM {scan}")
        if _number(connection, "count(*)") == expected:
            return f"rowid + {layout.last_line + 1}"
        connection.execute(f"DROP TABLE {RAW}")
        connection.execute(f"CREATE TABLE {RAW} AS SELECT {chosen}, {breaks} AS _breaks FROM {scan}")
        if _number(connection, "count(*) + sum(_breaks)") == expected:
            before = "coalesce(sum(_breaks) OVER (ORDER BY rowid ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0)"
            return f"CAST(rowid + {layout.last_line + 1} + {before} AS BIGINT)"
    except duckdb.Error:
        return None
    return None


def _number(connection: duckdb.DuckDBPyConnection, expression: str) -> int | None:
    found = connection.execute(f"SELECT {expression} FROM {RAW}").fetchone()
    return None if found is None else found[0]


class _Lines:
    """The lines of a file; keeps those of the record that is being read."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self.current: list[str] = []

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self.current.append(line)
        return line


def _by_python(
    connection: duckdb.DuckDBPyConnection, file: Utf8File, layout: _Layout, header: Header, location: str
) -> Raw:
    """Read row by row: short rows are filled up, rows with more cells than the header are marked."""
    positions = list(header.positions.values())
    width = len(layout.cells)
    with (
        file.path.open(encoding="utf-8-sig", newline="") as opened,
        Loader(connection, list(header.positions)) as loader,
    ):
        lines = _Lines(iter(opened))
        reader = csv.reader(lines, delimiter=layout.delimiter)
        first, last_lines = 1, list[str]()
        try:
            for record in reader:
                if record and reader.line_num > layout.last_line:
                    beyond = record[width:]
                    record += [""] * (width - len(record))
                    loader.add(first, [record[p] for p in positions], too_long=any(map(str.strip, beyond)))
                first, last_lines, lines.current = reader.line_num + 1, lines.current, []
        except csv.Error as error:
            if len(lines.current) > 1:
                raise _problems.open_quote(location, first) from error
            raise _problems.bad_record(location, first, error) from error
        if _is_open(last_lines, layout.delimiter):
            raise _problems.open_quote(location, first - len(last_lines))
        return loader.raw(header, location)


def _is_open(lines: list[str], delimiter: str) -> bool:
    """Whether the record ends inside quotes."""
    try:
        list(csv.reader(lines, delimiter=delimiter, strict=True))
    except csv.Error as error:
        return "unexpected end" in str(error)
    return False
