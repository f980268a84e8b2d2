"""Workbooks (电子表格): XLSX and the other formats that calamine reads."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from supervision_rules.entities import ColumnType, Table
from supervision_rules.intake import _problems
from supervision_rules.intake._dates import FIRST_SERIAL, LAST_SERIAL
from supervision_rules.intake._headers import SEARCHED_ROWS, find_header, fold, known_words, lacks, match
from supervision_rules.intake._raw import Loader, Raw
from supervision_rules.intake._sources import Source
from supervision_rules.intake._text import cell_text
from supervision_rules.intake._workbook import BROKEN, Workbook, open_workbook

if TYPE_CHECKING:
    import duckdb
    from python_calamine import CalamineSheet, CalamineWorkbook

_EPOCH_1904 = dt.date(1904, 1, 1)
_SERIAL = re.compile(r"[2-8]\d{4}(\.\d+)?")
_SAVE_AGAIN = (
    "请用表格软件打开,另存为 xlsx;有密码的请先去掉密码",
    "open it in a spreadsheet program and save it as xlsx, without a password",
)
_Range = tuple[tuple[int, int], tuple[int, int]]


@dataclass(frozen=True, slots=True)
class _Found:
    """A sheet with its header: the texts, and the last row (from 0) that the header takes up."""

    name: str
    sheet: CalamineSheet
    texts: Sequence[object]
    last_row: int
    visible: bool


def read_sheet(connection: duckdb.DuckDBPyConnection, source: Source, table: Table, path: Path) -> Raw:
    """Read the sheet that holds the table into the raw table."""
    from python_calamine import CalamineError, load_workbook

    location = str(path)
    try:
        with load_workbook(path) as book:
            found = _choose(book, source, table, location)
            location = f"{path}#{found.name}"
            header = match(table, found.texts, source.columns, location, source.place)
            facts = open_workbook(path)
            columns = [(position, table[name].type) for name, position in header.positions.items()]
            with Loader(connection, list(header.positions)) as loader:
                for number, cells in _rows(found, facts):
                    texts = [_text(cells[p], kind, facts.date1904) if p < len(cells) else None for p, kind in columns]
                    if any(texts):
                        loader.add(number, texts)
                return loader.raw(header, location)
    except CalamineError as error:
        raise _problems.unreadable(location, error, source.place, _SAVE_AGAIN) from error
    except BROKEN as error:
        raise _problems.unreadable(location, getattr(error, "strerror", None) or error, source.place) from error


def _choose(book: CalamineWorkbook, source: Source, table: Table, location: str) -> _Found:
    """The sheet named, or the only one that has the required columns; its own name may decide between several."""
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    sheets = [sheet for sheet in book.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
    names = [sheet.name for sheet in sheets]
    if source.sheet is not None:
        chosen = [sheet for sheet in sheets if fold(sheet.name) == fold(source.sheet)]
        if not chosen:
            raise _problems.no_sheet(location, source.sheet, names, source.place)
        sheets = chosen[:1]
    found, first = [], list[object]()
    for meta in sheets:
        sheet = book.get_sheet_by_name(meta.name)
        head, last_rows = _head(sheet)
        first = first or next((row for row in head if any(map(_filled, row))), [])
        row = find_header(head, known_words(table, source.columns))
        if row is not None:
            visible = meta.visible == SheetVisibleEnum.Visible
            found.append(_Found(meta.name, sheet, head[row], last_rows[row], visible))
    if not found:
        raise _problems.no_header(location, table, [str(cell) for cell in first if _filled(cell)], source.place)
    serving = [sheet for sheet in found if not lacks(table, sheet.texts, source.columns)]
    serving = [sheet for sheet in serving if sheet.visible] or serving
    named = [sheet for sheet in serving if fold(sheet.name) in (fold(table.name), fold(table.label))]
    if len(serving) > 1 and len(named) != 1:
        raise _problems.several_sheets(location, table, [sheet.name for sheet in serving], source.place)
    return (named or serving or found)[0]


def _filled(cell: object) -> bool:
    return cell is not None and str(cell).strip() != ""


def _head(sheet: CalamineSheet) -> tuple[list[list[object]], list[int]]:
    """The first rows, and for each the last row that it takes up as a header.

    A range merged downwards counts in each of its rows, one merged sideways only in its first column.
    """
    if sheet.start is None:
        return [], []
    searched = sheet.start[0] + SEARCHED_ROWS
    rows: list[list[object]] = [list(row) for row in sheet.to_python(skip_empty_area=False, nrows=searched)]
    last = list(range(len(rows)))
    for (top, left), (bottom, _) in sheet.merged_cell_ranges or ():
        for row in range(top, min(bottom + 1, len(rows))):
            last[row] = max(last[row], bottom)
            if row > top and left < len(rows[row]):
                rows[row][left] = rows[top][left]
    return rows, last


def _rows(found: _Found, facts: Workbook) -> Iterator[tuple[int, list[object]]]:
    """The rows below the header by their number in the sheet, the values of merged ranges in all their cells.

    `iter_rows` begins with the sheet's first row but leaves out empty columns before the data.
    """
    sheet = found.sheet
    if sheet.start is None:
        return
    _, left = sheet.start
    errors = facts.errors(found.name)
    waiting = sorted(sheet.merged_cell_ranges or (), reverse=True)
    active: list[tuple[int, int, int, object]] = []
    for row, given in enumerate(sheet.iter_rows()):
        cells: list[object] = ["" for _ in range(left)]
        cells += given
        for column, text in errors.get(row, {}).items():
            if column < len(cells):
                cells[column] = text
        active = [merged for merged in active if merged[0] >= row]
        while waiting and waiting[-1][0][0] <= row:
            (_, start), (bottom, end) = waiting.pop()
            if bottom >= row and start < len(cells):
                active.append((bottom, start, end, cells[start]))
        if row <= found.last_row:
            continue
        for _, start, end, value in active:
            for column in range(start, min(end + 1, len(cells))):
                cells[column] = value
        yield row + 1, cells


def _text(cell: object, kind: ColumnType, date1904: bool) -> str | None:
    """The cell as text; day numbers that count from 1904 become dates here, the others later."""
    text = cell_text(cell) or None
    if not date1904 or kind is not ColumnType.DATE or text is None or isinstance(cell, dt.date):
        return text
    if _SERIAL.fullmatch(text.strip()):
        number = float(text)
        if FIRST_SERIAL <= number <= LAST_SERIAL:
            return (_EPOCH_1904 + dt.timedelta(days=int(number))).isoformat()
    return text
