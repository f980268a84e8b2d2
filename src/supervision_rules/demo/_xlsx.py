"""A minimal writer of workbooks (XLSX): one sheet, row by row, with real dates and merged cells."""

from __future__ import annotations

import datetime as dt
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

_EPOCH = dt.date(1899, 12, 30)
_STAMP = (1980, 1, 1, 0, 0, 0)
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"

PLAIN, DATE, TITLE, HEADER = range(4)
"""The styles of cells, by their place in the workbook's styles."""

Value = str | int | float | dt.date | None


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its cells, the style of those that are no dates, and its height in points where it isn't the usual one."""

    cells: Sequence[Value]
    style: int = PLAIN
    height: int | None = None


def write_xlsx(
    path: Path, sheet: str, rows: Iterable[Row], merged: Sequence[tuple[int, int, int, int]] = (), width: int = 16
) -> None:
    """Write a workbook with one sheet.

    Args:
        path: the file, replaced where it is there.
        sheet: the sheet's name.
        rows: the rows from the top.
        merged: ranges (first row, first column, last row, last column, from 0) that are merged.
        width: the width of all columns in characters.
    """
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, text in _parts(sheet).items():
            archive.writestr(_entry(name), _XML + text)
        with archive.open(_entry("xl/worksheets/sheet1.xml"), "w", force_zip64=True) as part:
            part.write(
                f'{_XML}<worksheet xmlns="{_MAIN}"><sheetFormatPr defaultRowHeight="15"/>'
                f'<cols><col min="1" max="60" width="{width}" customWidth="1"/></cols><sheetData>'.encode()
            )
            for number, row in enumerate(rows, 1):
                part.write(_row(number, row).encode())
            part.write(f"</sheetData>{_merged(merged)}</worksheet>".encode())


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _STAMP)
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def _row(number: int, row: Row) -> str:
    cells = "".join(_cell(f"{column(i)}{number}", cell, row.style) for i, cell in enumerate(row.cells))
    height = f' ht="{row.height}" customHeight="1"' if row.height else ""
    return f'<row r="{number}"{height}>{cells}</row>'


def _cell(place: str, value: Value, style: int) -> str:
    if isinstance(value, dt.date):
        return f'<c r="{place}" s="{DATE}"><v>{(value - _EPOCH).days}</v></c>'
    styled = f' s="{style}"' if style else ""
    if value is None or value == "":
        return f'<c r="{place}"{styled}/>' if style else ""
    if isinstance(value, str):
        return f'<c r="{place}"{styled} t="inlineStr"><is><t xml:space="preserve">{escape(value, quote=False)}</t></is></c>'
    return f'<c r="{place}"{styled}><v>{value}</v></c>'


def column(index: int) -> str:
    """The letters of a column, from 0."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _merged(ranges: Sequence[tuple[int, int, int, int]]) -> str:
    if not ranges:
        return ""
    cells = "".join(
        f'<mergeCell ref="{column(left)}{top + 1}:{column(right)}{bottom + 1}"/>' for top, left, bottom, right in ranges
    )
    return f'<mergeCells count="{len(ranges)}">{cells}</mergeCells>'


def _parts(sheet: str) -> dict[str, str]:
    """Everything of the archive but the sheet itself."""
    types = {"/xl/workbook.xml": "sheet.main", "/xl/worksheets/sheet1.xml": "worksheet", "/xl/styles.xml": "styles"}
    overrides = "".join(
        f'<Override PartName="{part}" ContentType="{_TYPE}.{kind}+xml"/>' for part, kind in types.items()
    )
    related = ("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml")
    relations = "".join(
        f'<Relationship Id="rId{i}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for i, (kind, target) in enumerate(related, 1)
    )
    return {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
        f'<sheet name="{escape(sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>',
        "xl/styles.xml": _STYLES,
    }


_CENTRED = '<alignment horizontal="center" vertical="center" wrapText="1"/>'
_STYLES = (
    f'<styleSheet xmlns="{_MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy/m/d"/></numFmts>'
    '<fonts count="3"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="16"/><name val="宋体"/></font>'
    '<font><b/><sz val="11"/><name val="宋体"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    f'<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1">{_CENTRED}</xf>'
    f'<xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1">{_CENTRED}</xf>'
    '</cellXfs><cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)
