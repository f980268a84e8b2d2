"""Random records of every table, written in many ways, come back as they were."""

import csv
import datetime as dt
import io
import tempfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intake.reading import NEVER, read_back
from supervision_rules.entities import TABLES, Column, ColumnType, Sort, Table
from supervision_rules.intake import Source
from supervision_rules.intake._cells import PLACEHOLDERS
from supervision_rules.intake._normal import BLANKS

SEPARATORS = ";；、,，\n"
TEXT = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cc", "Cs", "Co", "Cn"]),
        st.sampled_from("决定书〔〕()\"',;、《》 　\n#=+-09aZ"),
    ),
    min_size=1,
    max_size=12,
).map(lambda text: text.strip(BLANKS))
NAME = TEXT.filter(lambda text: text and text[0] not in "#='0123456789" and text.lower() not in PLACEHOLDERS)
ELEMENT = NAME.map(lambda text: "".join(c for c in text if c not in SEPARATORS).strip(BLANKS)).filter(
    lambda text: text and text[0] not in "#='0123456789"
)
DATES = st.dates(dt.date(1990, 1, 1), dt.date(2099, 12, 31))
CENTS = st.integers(0, 10**13).map(lambda cents: Decimal(cents) / 100)

DATE_SPELLINGS = ("{:%Y-%m-%d}", "{:%Y/%m/%d}", "{:%Y.%m.%d}", "{:%Y年%m月%d日}", "{:%Y%m%d}", " {:%Y-%m-%d 00:00:00}")
TRUE, FALSE = ("是", "true", "TRUE", "1", "yes", "√"), ("否", "false", "0", "No", "×")


def spell(draw: Any, column: Column, value: Any) -> Any:
    """A value as an office might write it."""
    if value is None:
        return draw(st.sampled_from(["", " ", "　"]))
    match column.type:
        case ColumnType.DATE:
            serial = str((value - dt.date(1899, 12, 30)).days)
            loose = f"{value.year}/{value.month}/{value.day}"
            return draw(st.sampled_from([*(s.format(value) for s in DATE_SPELLINGS), serial, loose]))
        case ColumnType.MONEY:
            spellings = [
                f"{value:f}",
                f"{value:,.2f}",
                f"￥{value:,.2f}元",
                f"{value.scaleb(-4):f}万元",
                f"{value:.4f}",
            ]
            return draw(st.sampled_from(spellings))
        case ColumnType.INTEGER:
            return draw(st.sampled_from([str(value), f"{value}.0", f" {value} "]))
        case ColumnType.BOOLEAN:
            return draw(st.sampled_from(TRUE if value else FALSE))
        case ColumnType.CODE:
            return draw(st.sampled_from([value, value.upper(), *column.codes[value]]))
        case ColumnType.LIST | ColumnType.NUMBERS:
            return draw(st.sampled_from([";", "；", "、", ", ", "\n"])).join(value)
    blank = st.sampled_from(["", "", " ", "　\t"])
    return draw(blank) + str(value) + draw(blank)


def value_of(column: Column, row: int) -> st.SearchStrategy[Any]:
    """Values of a column; numbers end with the row's own number, so that no key repeats."""
    strategy: st.SearchStrategy[Any] = {
        ColumnType.TEXT: TEXT.filter(lambda text: text and text[0] not in "#="),
        ColumnType.NUMBER: NAME.map(lambda text: f"{text}〔2023〕{row + 1}号"),
        ColumnType.NUMBERS: st.lists(ELEMENT, min_size=1, max_size=3),
        ColumnType.LIST: st.lists(ELEMENT, min_size=1, max_size=3),
        ColumnType.ORGAN: NAME,
        ColumnType.IDENTITY: NAME,
        ColumnType.DATE: DATES,
        ColumnType.MONEY: CENTS,
        ColumnType.INTEGER: st.integers(0, 1200),
        ColumnType.BOOLEAN: st.booleans(),
        ColumnType.CODE: st.sampled_from(sorted(column.codes) or [""]),
    }[column.type]
    if column.name == "receipt_no":
        strategy = NAME
    return strategy if column.required else st.none() | strategy


@st.composite
def tables(draw: Any) -> tuple[Table, list[Column], list[dict[str, Any]]]:
    """A table, the columns that the source has, and some rows."""
    table = TABLES[draw(st.sampled_from(sorted(TABLES)))]
    columns = [column for column in table.columns if column.required or draw(st.booleans())]
    columns = draw(st.permutations(columns))
    rows = [{column.name: draw(value_of(column, row)) for column in columns} for row in range(draw(st.integers(0, 5)))]
    return table, columns, rows


def check(table: Table, columns: list[Column], rows: list[dict[str, Any]], source: Source) -> None:
    """Read the source and compare every cell."""
    read = read_back({table.name: source})
    assert read.rejects == []
    empty = {Sort.EVENT: NEVER, Sort.FLAG: False}
    for row, found in zip(rows, read.rows(table.name), strict=True):
        for column in table.columns:
            expected = row.get(column.name)
            if expected is None and column in columns:
                expected = empty.get(column.sort)
            assert found[column.name] == expected, column.name


def is_utf8(content: bytes) -> bool:
    """Whether bytes of another encoding happen to be UTF-8 as well."""
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True


def csv_trip(data: Any, drawn: tuple[Table, list[Column], list[dict[str, Any]]]) -> None:
    table, columns, rows = drawn
    draw = data.draw
    text = io.StringIO(newline="")
    quoting = draw(st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]))
    ending = draw(st.sampled_from(["\n", "\r\n"]))
    writer = csv.writer(text, delimiter=draw(st.sampled_from(",\t;")), quoting=quoting, lineterminator=ending)
    writer.writerows([["一览表"]] * draw(st.integers(0, 2)))
    writer.writerow([draw(st.sampled_from([column.name, column.label])) for column in columns])
    writer.writerows([spell(draw, column, row[column.name]) for column in columns] for row in rows)
    encoding = draw(st.sampled_from(["utf-8", "utf-8-sig", "gb18030", "utf-16"]))
    with tempfile.TemporaryDirectory() as directory:
        path = Path(directory) / f"{table.name}.csv"
        path.write_bytes(text.getvalue().encode(encoding))
        named = draw(st.booleans()) or (encoding == "gb18030" and is_utf8(path.read_bytes()))
        check(table, columns, rows, Source(table.name, path, encoding=encoding if named else None))


def sheet_trip(data: Any, drawn: tuple[Table, list[Column], list[dict[str, Any]]]) -> None:
    table, columns, rows = drawn
    draw = data.draw
    with tempfile.TemporaryDirectory() as directory:
        path = Path(directory) / f"{table.name}.xlsx"
        with xlsxwriter.Workbook(path, {"date_1904": draw(st.booleans())}) as book:
            date = book.add_format({"num_format": "yyyy-mm-dd"})
            sheet = book.add_worksheet()
            for position, column in enumerate(columns):
                sheet.write_string(2, position + 1, draw(st.sampled_from([column.name, column.label])))
                for number, row in enumerate(rows, 3):
                    value = row[column.name]
                    if isinstance(value, dt.date):
                        sheet.write_datetime(number, position + 1, dt.datetime.combine(value, dt.time()), date)
                    elif isinstance(value, (bool, Decimal, int)) and draw(st.booleans()):
                        sheet.write(number, position + 1, value)
                    else:
                        sheet.write_string(number, position + 1, spell(draw, column, value))
        check(table, columns, rows, Source(table.name, path))


def typed_trip(data: Any, drawn: tuple[Table, list[Column], list[dict[str, Any]]]) -> None:
    table, columns, rows = drawn
    names = [data.draw(st.sampled_from([column.name, column.label])) for column in columns]
    schema = table.arrow_schema()
    arrays = [pa.array([row[c.name] for row in rows], schema.field(c.name).type) for c in columns]
    frame = pa.table(dict(zip(names, arrays, strict=True)))
    if data.draw(st.booleans()):
        check(table, columns, rows, Source(table.name, data.draw(st.sampled_from([frame, frame.to_pandas()]))))
        return
    with tempfile.TemporaryDirectory() as directory:
        path = Path(directory) / f"{table.name}.parquet"
        pq.write_table(frame, path)
        check(table, columns, rows, Source(table.name, path))


@pytest.mark.parametrize("examples", [12, pytest.param(150, marks=pytest.mark.slow)])
@pytest.mark.parametrize("trip", [csv_trip, sheet_trip, typed_trip])
def test_round_trip(trip: Any, examples: int) -> None:
    health = [HealthCheck.too_slow, HealthCheck.data_too_large]
    many = settings(max_examples=examples, deadline=None, suppress_health_check=health)
    many(given(data=st.data(), drawn=tables())(trip))()
