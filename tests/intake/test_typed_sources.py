"""Parquet, Arrow, pandas and polars: typed columns keep their types."""

import datetime as dt
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from intake.reading import NEVER, read_back
from supervision_rules.errors import DataError
from supervision_rules.intake import Source
from supervision_rules.intake._text import cell_text

DAY = dt.date(2023, 8, 31)
BASE = {"decision_no": ["1号", "2号"], "agency": ["甲局"] * 2, "party_name": ["张三"] * 2, "decided_on": [DAY, DAY]}


def typed(column: str, array: pa.Array) -> list[Any]:
    read = read_back({"penalties": pa.table({**BASE, column: array})})
    return read.column("penalties", column)


@pytest.mark.parametrize(
    ("column", "array", "expected"),
    [
        ("found_on", pa.array([DAY, None]), [DAY, None]),
        ("found_on", pa.array([dt.datetime(2023, 8, 31, 23, 59), None]), [DAY, None]),
        ("found_on", pa.array([DAY, None], pa.date64()), [DAY, None]),
        ("found_on", pa.array([dt.datetime(2023, 8, 31), None], pa.timestamp("ns")), [DAY, None]),
        ("found_on", pa.array([dt.datetime(2023, 8, 30, 16), None], pa.timestamp("us", "UTC")), [DAY, None]),
        ("found_on", pa.array([45169, 20230831]), [DAY, DAY]),
        ("found_on", pa.array([45169.0, float("nan")]), [DAY, None]),
        ("found_on", pa.array([None, None]), [None, None]),
        ("revoked_on", pa.array([DAY, None]), [DAY, NEVER]),
        ("fine", pa.array([Decimal("1234567890123456.78"), None]), [Decimal("1234567890123456.78"), None]),
        ("fine", pa.array([Decimal("1.2300"), Decimal("1.2345")]), [Decimal("1.23"), None]),
        ("fine", pa.array([1000, -1]), [Decimal(1000), None]),
        ("fine", pa.array([1000.5, 0.1 + 0.2]), [Decimal("1000.5"), Decimal("0.30")]),
        ("fine", pa.array([0.005, float("inf")]), [None, None]),
        ("serious", pa.array([True, False]), [True, False]),
        ("serious", pa.array([1, 0]), [True, False]),
        ("serious", pa.array([1.0, None]), [True, None]),
        ("suit_months_told", pa.array([6, 1201], pa.int16()), [6, None]),
        ("suit_months_told", pa.array([6.0, 6.5]), [6, None]),
        ("suit_months_told", pa.array([6, None], pa.uint64()), [6, None]),
        ("penalty_kinds", pa.array([["罚款", " 警告 ", "", None], []]), [["罚款", "警告"], None]),
        ("penalty_kinds", pa.array([["罚款", "警告"], None], pa.list_(pa.string(), 2)), [["罚款", "警告"], None]),
        ("found_on", pa.array([2**63 - 1, 0], pa.timestamp("us", "UTC")), [None, dt.date(1970, 1, 1)]),
        ("party_id", pa.array([110101199003074258, None]), ["110101199003074258", None]),
        ("party_id", pa.array([110101199003074258.0, 110101900307425.0]), [None, "110101900307425"]),
        ("party_id", pa.array(["x", None]).dictionary_encode(), ["x", None]),
        ("violation", pa.array([True, None]), ["true", None]),
        ("violation", pa.array([DAY, None]), ["2023-08-31", None]),
        ("violation", pa.array([123.0, 0.5]), ["123", "0.5"]),
        ("violation", pa.array([Decimal("123.00"), Decimal("0.50")]), ["123", "0.50"]),
        ("violation", pa.array([["a", "b"], None]), ["a;b", None]),
    ],
)
def test_arrow_types(column: str, array: pa.Array, expected: list[Any], tmp_path: Path) -> None:
    assert typed(column, array) == expected
    pq.write_table(pa.table({**BASE, column: array}), tmp_path / "penalties.parquet")
    assert read_back({"penalties": tmp_path / "penalties.parquet"}).column("penalties", column) == expected


def test_number_columns_lose_their_decimal_point() -> None:
    table = pa.table({**BASE, "decision_no": pa.array([123.0, 1e15])})
    read = read_back({"penalties": table})
    assert read.column("penalties", "decision_no") == ["123"]
    assert read.rejects == [("penalties", 2, "decision_no", "digits_lost", True)]


def test_arrow_reader_in_many_batches() -> None:
    rows = 5000
    batches = [
        pa.record_batch(
            {"决定书文号": [f"{i}号" for i in range(start, start + 10)], "金额": [1.5] * 10, "缴款日": [DAY] * 10}
        )
        for start in range(0, rows, 10)
    ]
    read = read_back({"payments": pa.RecordBatchReader.from_batches(batches[0].schema, iter(batches))})
    assert read.column("payments", "decision_no") == [f"{i}号" for i in range(rows)]
    assert read.column("payments", "_row") == list(range(1, rows + 1))


def test_pandas_with_mixed_objects() -> None:
    frame = pd.DataFrame(
        {
            "决定书文号": ["〔2023〕1号", 2],
            "处罚机关": ["甲局", "甲局"],
            "当事人名称": ["张三", "李四"],
            "决定日": ["2023年8月31日", pd.Timestamp("2023-08-31")],
            "罚款金额": [Decimal("10.50"), "1,000元"],
            "撤销日": [pd.NaT, pd.Timestamp("2023-09-01")],
            "情节严重": [True, None],
            "处罚种类": [["罚款", "警告"], None],
            "违法所得": [1.5, None],
            "证件号码": pd.Categorical(["x", None]),
            "立案日": pd.period_range("2024-12-01", periods=2, freq="D"),
            7: [1, 2],
        },
        index=[5, 6],
    )
    read = read_back({"penalties": frame})
    first, second = read.rows("penalties")
    assert (first["decision_no"], second["decision_no"]) == ("〔2023〕1号", "2")
    assert (first["decided_on"], second["decided_on"]) == (DAY, DAY)
    assert (first["fine"], second["fine"]) == (Decimal("10.50"), Decimal(1000))
    assert (first["revoked_on"], second["revoked_on"]) == (NEVER, dt.date(2023, 9, 1))
    assert (first["serious"], second["serious"]) == (True, None)
    assert (first["penalty_kinds"], second["penalty_kinds"]) == (["罚款", "警告"], None)
    assert (first["opened_on"], second["opened_on"]) == (dt.date(2024, 12, 1), dt.date(2024, 12, 2))
    assert (first["_row"], second["_row"]) == (1, 2)
    assert read.prepared.tables["penalties"].ignored_headers == ("7",)
    assert read.prepared.tables["penalties"].location == "pandas:penalties"


def test_polars() -> None:
    frame = pl.DataFrame({**BASE, "fine": [Decimal("10.50"), None], "penalty_kinds": [["罚款"], None]})
    frame = frame.with_columns(pl.col("agency").cast(pl.Categorical))
    read = read_back({"penalties": frame})
    assert read.column("penalties", "fine") == [Decimal("10.50"), None]
    assert read.column("penalties", "penalty_kinds") == [["罚款"], None]
    assert read.column("penalties", "agency") == ["甲局", "甲局"]


@pytest.mark.parametrize("rows", [0, 2])
def test_same_column_twice_in_pandas(rows: int) -> None:
    frame = pd.DataFrame([["1号", "甲局", "张三", "2023-08-31", "x"]] * rows, columns=[*BASE, "decision_no"])
    with pytest.raises(DataError, match=r"SR108.*decision_no"):
        read_back({"penalties": frame})


def test_empty_frames_are_present() -> None:
    frame = pa.table(BASE).slice(0, 0)
    for data in (frame, frame.to_pandas(), pl.from_arrow(frame)):
        report = read_back({"penalties": data}).prepared.tables["penalties"]
        assert (report.present, report.rows_read) == (True, 0)


def test_unreadable_parquet_and_unknown_data(tmp_path: Path) -> None:
    bad = tmp_path / "penalties.parquet"
    bad.write_bytes(b"PAR1 not really PAR1")
    for data in (bad, tmp_path / "missing.parquet"):
        with pytest.raises(DataError, match=r"SR104.*\.parquet"):
            read_back({"penalties": data})
    for other in (tmp_path / "penalties.docx", 5):
        with pytest.raises(DataError, match="SR106"):
            read_back({"penalties": other})


def test_file_names_that_look_like_patterns(tmp_path: Path) -> None:
    pq.write_table(pa.table(BASE), tmp_path / "a[1]?.parquet")
    assert len(read_back({"penalties": tmp_path / "a[1]?.parquet"}).rows("penalties")) == 2


def test_parquet_with_chinese_headers_and_mapping(tmp_path: Path) -> None:
    table = pa.table({"决定书文号": ["1号"], "处罚机关": ["甲局"], "当事人名称": ["张三"], 'odd "日期"': [DAY]})
    pq.write_table(table, tmp_path / "p.parquet")
    source = Source("penalties", tmp_path / "p.parquet", columns={"decided_on": 'odd "日期"'})
    assert read_back({"penalties": source}).column("penalties", "decided_on") == [DAY]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, None),
        (" a ", " a "),
        (True, "true"),
        (123.0, "123"),
        (0.1 + 0.2, "0.3"),
        (1e15, "1e+15"),
        (float("nan"), None),
        (12345678901234567890, "12345678901234567890"),
        (Decimal("1E+3"), "1000"),
        (Decimal("0.10"), "0.10"),
        (DAY, "2023-08-31"),
        (dt.datetime(2023, 8, 31), "2023-08-31"),
        (dt.datetime(2023, 8, 31, 10, 30), "2023-08-31 10:30:00"),
        (dt.datetime(2023, 8, 30, 16, tzinfo=dt.UTC), "2023-08-30 16:00:00+00:00"),
        (dt.time(10, 30), "10:30:00"),
        (b"a;b", "a;b"),
        (b"\xff", "\\xff"),
        (["a", None, 1.0], "a;;1"),
    ],
)
def test_text_of_a_value(value: object, text: str | None) -> None:
    assert cell_text(value) == text
