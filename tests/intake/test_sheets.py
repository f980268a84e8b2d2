"""Workbooks: titles, merged cells, several sheets, dates, numbers, errors."""

import datetime as dt
import zipfile
from collections.abc import Callable
from contextlib import suppress
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl  # type: ignore[import-untyped]
import pytest
import xlsxwriter

from intake.reading import NEVER, read_back
from supervision_rules.errors import DataError
from supervision_rules.intake import Source

DAY = dt.date(2023, 8, 31)
HEADER = ["决定书文号", "处罚机关", "当事人名称", "决定日"]
ROW = ["〔2023〕1号", "甲局", "张三", "2023-08-31"]


def book(tmp_path: Path, fill: Callable[[Any, Any], None], name: str = "penalties.xlsx", **options: Any) -> Path:
    """A workbook that `fill` writes into."""
    path = tmp_path / name
    with xlsxwriter.Workbook(path, options) as workbook:
        fill(workbook, workbook.add_format({"num_format": "yyyy-mm-dd"}))
    return path


def one_column(tmp_path: Path, header: str, values: list[Any], **options: Any) -> Any:
    """A workbook with one column more than the required, read back."""

    def fill(workbook: Any, date: Any) -> None:
        sheet = workbook.add_worksheet()
        sheet.write_row(0, 0, [*HEADER, header])
        for i, value in enumerate(values, 1):
            sheet.write_row(i, 0, [f"{i}号", *ROW[1:]])
            if isinstance(value, dt.date):
                sheet.write_datetime(i, 4, value, date)
            elif isinstance(value, str) and value.startswith("="):
                sheet.write_formula(i, 4, value, None, "#N/A")
            else:
                sheet.write(i, 4, value)

    return read_back({"penalties": book(tmp_path, fill, **options)})


@pytest.mark.parametrize("date_1904", [False, True])
def test_dates(tmp_path: Path, date_1904: bool) -> None:
    serial = 45169 - 1462 * date_1904
    values = [DAY, dt.datetime(2023, 8, 31, 10, 30), serial, serial + 0.5, str(serial), 20230831, "2023年8月31日", None]
    read = one_column(tmp_path, "撤销日", values, date_1904=date_1904)
    assert read.column("penalties", "revoked_on") == [DAY] * 7 + [NEVER]
    assert read.rejects == []


def test_time_of_day_is_no_date(tmp_path: Path) -> None:
    def fill(workbook: Any, _: Any) -> None:
        sheet = workbook.add_worksheet()
        sheet.write_row(0, 0, [*HEADER, "发现日", "立案日"])
        sheet.write_row(1, 0, ROW)
        sheet.write_number(1, 4, 0.5, workbook.add_format({"num_format": "hh:mm"}))
        sheet.write_number(1, 5, 1.5, workbook.add_format({"num_format": "[h]:mm"}))

    read = read_back({"penalties": book(tmp_path, fill)})
    assert [reject[2:4] for reject in read.rejects] == [("found_on", "date"), ("opened_on", "date")]


def test_numbers(tmp_path: Path) -> None:
    read = one_column(tmp_path, "罚款金额", [1000, 1234.56, 0.1 + 0.2, "1,000元", 0.005, -1, None, 123456789012.34])
    assert read.column("penalties", "fine") == [
        *(Decimal(text) for text in ("1000", "1234.56", "0.30", "1000")),
        *(None, None, None, Decimal("123456789012.34")),
    ]
    assert [reject[1:4] for reject in read.rejects] == [(6, "fine", "money"), (7, "fine", "money")]


def test_identity_numbers_stored_as_numbers(tmp_path: Path) -> None:
    read = one_column(tmp_path, "证件号码", [110101199003074258, "110101199003074258", 110101900307425])
    assert read.column("penalties", "party_id") == [None, "110101199003074258", "110101900307425"]
    assert [reject[1:4] for reject in read.rejects] == [(2, "party_id", "digits_lost")]


def test_text_columns_with_numbers_and_booleans(tmp_path: Path) -> None:
    read = one_column(tmp_path, "违法行为", [123.0, 1.5, True, "  a\nb "])
    assert read.column("penalties", "violation") == ["123", "1.5", "true", "a\nb"]
    assert one_column(tmp_path, "情节严重", [True, False, 1, 0, "是"]).column("penalties", "serious") == [
        *(True, False, True, False, True)
    ]


def test_error_values_are_no_empty_cells(tmp_path: Path) -> None:
    read = one_column(tmp_path, "撤销日", ["=NA()", None])
    assert read.column("penalties", "_row") == [3]
    assert read.rejects == [("penalties", 2, "revoked_on", "error_value", True)]


def test_titles_leading_blank_columns_and_rows(tmp_path: Path) -> None:
    def fill(workbook: Any, _: Any) -> None:
        sheet = workbook.add_worksheet()
        sheet.merge_range(1, 2, 1, 5, "行政处罚决定")
        sheet.write(2, 2, "单位:元")
        sheet.write_row(4, 2, HEADER)
        sheet.write_row(7, 2, ROW)
        sheet.write_row(9, 2, ["合计", None, None, None])

    read = read_back({"penalties": book(tmp_path, fill)})
    assert read.column("penalties", "_row") == [8]
    assert {reject[1:4] for reject in read.rejects} == {
        (10, c, "required") for c in ("agency", "party_name", "decided_on")
    }
    assert read.prepared.tables["penalties"].headers == tuple(HEADER)


def test_merged_cells_count_in_all_their_rows(tmp_path: Path) -> None:
    def fill(workbook: Any, _: Any) -> None:
        sheet = workbook.add_worksheet()
        sheet.write_row(0, 0, ["决定书文号", "处罚机关", "缴款日", "金额"])
        sheet.merge_range(1, 0, 3, 0, "〔2023〕1号")
        sheet.merge_range(1, 1, 2, 1, "甲局")
        for row in range(1, 5):
            sheet.write_row(row, 2, ["2023-09-01", row])
        sheet.write_row(4, 0, ["〔2023〕2号"])

    read = read_back({"payments": book(tmp_path, fill)})
    assert read.column("payments", "decision_no") == ["〔2023〕1号"] * 3 + ["〔2023〕2号"]
    assert read.column("payments", "agency") == ["甲局", "甲局", None, None]


def test_header_of_two_rows(tmp_path: Path) -> None:
    def fill(workbook: Any, _: Any) -> None:
        sheet = workbook.add_worksheet()
        sheet.merge_range(0, 0, 0, 4, "决定书文号")
        for column, label in enumerate(HEADER[:3]):
            sheet.merge_range(1, column, 2, column, label)
        sheet.merge_range(1, 3, 1, 4, "日期")
        sheet.write_row(2, 3, ["决定日", "送达日"])
        sheet.write_row(3, 0, [*ROW, "2023-09-01"])

    read = read_back({"penalties": book(tmp_path, fill)})
    assert [(row["_row"], row["decision_no"]) for row in read.rows("penalties")] == [(4, ROW[0])]
    assert read.column("penalties", "served_on") == [dt.date(2023, 9, 1)]


def test_header_merged_downwards_alone(tmp_path: Path) -> None:
    def fill(workbook: Any, _: Any) -> None:
        sheet = workbook.add_worksheet()
        for column, label in enumerate(HEADER):
            sheet.merge_range(0, column, 1, column, label)
        sheet.write_row(2, 0, ROW)

    read = read_back({"penalties": book(tmp_path, fill)})
    assert (read.column("penalties", "_row"), read.rejects) == ([3], [])


def sheets(tmp_path: Path, *named: tuple[str, list[list[str]], bool]) -> Path:
    def fill(workbook: Any, _: Any) -> None:
        for name, rows, hidden in named:
            sheet = workbook.add_worksheet(name)
            for i, row in enumerate(rows):
                sheet.write_row(i, 0, row)
            if hidden:
                sheet.hide()

    return book(tmp_path, fill)


TABLE = [HEADER, ROW]


def test_the_only_sheet_with_the_required_columns(tmp_path: Path) -> None:
    path = sheets(tmp_path, ("说明", [["决定书文号", "说明"]], False), ("a", TABLE, False), ("b", TABLE, True))
    read = read_back({"penalties": path})
    assert read.prepared.tables["penalties"].location == f"{path}#a"
    assert read.connection.execute("SELECT location FROM sources").fetchall() == [(f"{path}#a",)]


def test_sheet_by_its_name(tmp_path: Path) -> None:
    path = sheets(tmp_path, ("a", TABLE, False), ("行政处罚决定", TABLE, False), ("b", TABLE, False))
    assert read_back({"penalties": path}).prepared.tables["penalties"].location == f"{path}#行政处罚决定"
    source = Source("penalties", path, sheet="b")
    assert read_back({"penalties": source}).prepared.tables["penalties"].location == f"{path}#b"


@pytest.mark.parametrize(
    ("rows", "sheet", "message"),
    [
        ([TABLE, TABLE], None, "SR113.*s0、s1"),
        ([TABLE], "x", "SR112.*x.*s0"),
        ([[HEADER[:3]], []], None, "SR109.*决定日"),
        ([[], []], None, "SR107.*文件是空的"),
        ([[["甲", "乙"]]], None, "SR107.*甲、乙"),
        ([[["甲"]], TABLE], "s0", "SR107"),
    ],
)
def test_sheets_that_cannot_be_used(tmp_path: Path, rows: list[Any], sheet: str | None, message: str) -> None:
    path = sheets(tmp_path, *((f"s{i}", table, False) for i, table in enumerate(rows)))
    with pytest.raises(DataError, match=message):
        read_back({"penalties": Source("penalties", path, sheet=sheet)})


def test_header_only(tmp_path: Path) -> None:
    report = read_back({"penalties": sheets(tmp_path, ("s", [HEADER], False))}).prepared.tables["penalties"]
    assert (report.present, report.rows_read, len(report.columns)) == (True, 0, 4)


def test_written_by_openpyxl(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    workbook.active.append([*HEADER, "罚款金额", "撤销日"])
    workbook.active.append([*ROW[:3], DAY, Decimal("10.50"), dt.datetime(2023, 9, 1)])
    workbook.save(tmp_path / "p.xlsm")
    (row,) = read_back({"penalties": tmp_path / "p.xlsm"}).rows("penalties")
    assert (row["decided_on"], row["fine"], row["revoked_on"]) == (DAY, Decimal("10.50"), dt.date(2023, 9, 1))


def test_formulas(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    workbook.active.append([*HEADER, "撤销日", "履行完毕日"])
    workbook.active.append([*ROW, "=A1", None])
    workbook.active.append(["2号", *ROW[1:], None, "=TODAY()"])
    workbook.active.append(["3号", *ROW[1:], None, None])
    workbook.save(tmp_path / "p.xlsx")
    read = read_back({"penalties": tmp_path / "p.xlsx"})
    assert read.column("penalties", "decision_no") == ["3号"]
    assert [reject[1:4] for reject in read.rejects] == [
        (2, "revoked_on", "error_value"),
        (3, "performed_on", "error_value"),
    ]

    def fill(workbook: Any, date: Any) -> None:
        sheet = workbook.add_worksheet()
        sheet.write_row(0, 0, [*HEADER, "撤销日", "违法行为"])
        sheet.write_row(1, 0, ROW)
        sheet.write_formula(1, 4, "=DATE(2023,8,31)", date, 45169)
        sheet.write_formula(1, 5, '=""', None, "")

    path = book(tmp_path, fill)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content.replace(b'<c r="F2"><f>', b'<c r="F2" t="str"><f>'))
    read = read_back({"penalties": path})
    assert (read.column("penalties", "revoked_on"), read.column("penalties", "violation")) == ([DAY], [None])
    assert read.rejects == []


def test_ods(tmp_path: Path) -> None:
    def cells(values: list[str]) -> str:
        return "".join(
            f'<table:table-cell office:value-type="string"><text:p>{value}</text:p></table:table-cell>'
            for value in values
        )

    date = '<table:table-cell office:value-type="date" office:date-value="2023-08-31"/>'
    urn = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="{urn}:office:1.0" '
        f'xmlns:table="{urn}:table:1.0" xmlns:text="{urn}:text:1.0"><office:body><office:spreadsheet>'
        f'<table:table table:name="s"><table:table-row>{cells(HEADER)}</table:table-row>'
        f"<table:table-row>{cells(ROW[:3])}{date}</table:table-row></table:table>"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    path = tmp_path / "penalties.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
    (row,) = read_back({"penalties": path}).rows("penalties")
    assert (row["decision_no"], row["decided_on"], row["_row"]) == (ROW[0], DAY, 2)


@pytest.mark.parametrize("name", ["penalties.xlsx", "penalties.xls", "penalties.ods"])
@pytest.mark.parametrize("content", [b"", b"<html><table></table></html>", b"PK\x03\x04junk"])
def test_corrupt_files(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(DataError, match=f"SR104.*{name}"):
        read_back({"penalties": tmp_path / name})


def test_truncated_and_missing_files(tmp_path: Path) -> None:
    path = sheets(tmp_path, ("s", TABLE, False))
    path.write_bytes(path.read_bytes()[:-200])
    for broken in (path, tmp_path / "missing.xlsx"):
        with pytest.raises(DataError, match="SR104"):
            read_back({"penalties": broken})


def test_damaged_files_never_give_a_traceback(tmp_path: Path) -> None:
    path = sheets(tmp_path, ("s", TABLE, False))
    content = path.read_bytes()
    for position in range(0, len(content), 401):
        damaged = bytearray(content)
        damaged[position] ^= 0x5A
        path.write_bytes(damaged)
        with suppress(DataError):
            read_back({"penalties": path})
