"""The files of the sample, one a table, each as its office would send it (数据文件)."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from supervision_rules.demo._records import Book, Record
from supervision_rules.demo._writing import Cell, Pen
from supervision_rules.demo._xlsx import HEADER, TITLE, Row, write_xlsx
from supervision_rules.entities import TABLES, Column, Table

MOST_IN_A_WORKBOOK = 100_000
"""Above so many rows a table goes into a CSV file: offices export large tables so, and a sheet has an end."""
_GB, _BOM, _PLAIN = "gb18030", "utf-8-sig", "utf-8"
_WIDEST = 12
_OMITTED = {"penalties": ("document", "reconsideration_organ_told"), "payments": ()}


@dataclass(frozen=True, slots=True)
class _Form:
    """How an office sends a table."""

    stem: str
    workbook: bool = False
    careless: bool = False
    encoding: str = _BOM
    english: bool = False


_FORMS = {
    "penalties": _Form("行政处罚决定", workbook=True, careless=True),
    "payments": _Form("缴款", careless=True),
    "demands": _Form("催告", workbook=True),
    "deferrals": _Form("延期或分期缴纳", careless=True, encoding=_GB),
    "remedies": _Form("复议与诉讼", workbook=True, careless=True),
    "applications": _Form("applications", encoding=_PLAIN, english=True),
    "court_cases": _Form("非诉执行案件", careless=True, encoding=_GB),
}


def write_files(directory: Path, book: Book, rng: Random, as_of: dt.date) -> None:
    """Write all tables; files of an earlier sample in the same place are replaced."""
    directory.mkdir(parents=True, exist_ok=True)
    for name, form in _FORMS.items():
        for suffix in (".csv", ".xlsx"):
            (directory / f"{form.stem}{suffix}").unlink(missing_ok=True)
        records = book.records[name]
        columns = [column for column in TABLES[name].columns if column.name not in _OMITTED.get(name, ())]
        workbook = form.workbook and len(records) <= MOST_IN_A_WORKBOOK
        pen = Pen(rng, careless=form.careless, workbook=workbook)
        rows = ([pen.cell(column, record.values.get(column.name)) for column in columns] for record in records)
        if not workbook:
            _write_csv(directory / f"{form.stem}.csv", form, columns, rows)
        elif name == "penalties":
            _write_ledger(directory / f"{form.stem}.xlsx", TABLES[name], columns, rows, _Ledger(records, rng, as_of))
        else:
            head = Row([column.label for column in columns], HEADER)
            write_xlsx(directory / f"{form.stem}.xlsx", TABLES[name].label, (head, *map(Row, rows)))


def _write_csv(path: Path, form: _Form, columns: Sequence[Column], rows: Iterator[list[Cell]]) -> None:
    with path.open("w", encoding=form.encoding, newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow([column.name if form.english else column.label for column in columns])
        writer.writerows(rows)


class _Ledger:
    """The agency's ledger (台账): two lines above the header, the agency's name merged over several rows, totals below."""

    first = 3
    """The first row of records, from 0."""

    def __init__(self, records: Sequence[Record], rng: Random, as_of: dt.date) -> None:
        self._agencies = [record.values.get("agency") for record in records]
        self._rng = rng
        self.as_of = as_of
        years = [record.on.year for record in records]
        self.title = f"云岭市交通运输系统行政处罚台账（{min(years)}—{max(years)}年）"

    def runs(self) -> Iterator[tuple[int, int]]:
        """First and last place of the records over which one agency's name is merged."""
        start = 0
        while start < len(self._agencies):
            end = start
            longest = start + self._rng.randint(1, _WIDEST) - 1
            while end < min(longest, len(self._agencies) - 1) and self._agencies[end + 1] == self._agencies[start]:
                end += 1
            yield start, end
            start = end + 1


def _write_ledger(
    path: Path, table: Table, columns: Sequence[Column], rows: Iterator[list[Cell]], ledger: _Ledger
) -> None:
    agency = 1 + next(i for i, column in enumerate(columns) if column.name == "agency")
    runs = [(start, end) for start, end in ledger.runs() if end > start]
    covered = {place for start, end in runs for place in range(start + 1, end + 1)}
    last = len(columns) + 1
    merged = [(0, 0, 0, last), (1, 0, 1, last)]
    merged += [(start + ledger.first, agency, end + ledger.first, agency) for start, end in runs]

    def lines() -> Iterator[Row]:
        yield Row([ledger.title, *[None] * last], TITLE, 28)
        filled = f"{ledger.as_of.year}年{ledger.as_of.month}月{ledger.as_of.day}日"
        yield Row([f"填报单位：云岭市交通运输综合行政执法支队    单位：元    填报日期：{filled}"])
        yield Row(["序号", *map(_header, columns), "备注"], HEADER, 45)
        for place, cells in enumerate(rows):
            if place in covered:
                cells[agency - 1] = ""
            number: Cell = place + 1 if cells[agency - 1] or place in covered else "合计"
            yield Row([number, *cells, ""])

    write_xlsx(path, table.label, lines(), merged)


def _header(column: Column) -> str:
    """The label as it stands in a narrow column: full-width parentheses, a line break in the middle of long ones."""
    text = column.label.replace("(", "（").replace(")", "）")
    middle = len(text) // 2
    return text if len(text) <= _WIDEST // 2 else f"{text[:middle]}\n{text[middle:]}"
