"""Tables and queries of databases."""

import sqlite3
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest

from intake.reading import read_back
from supervision_rules.errors import DataError, MissingExtraError
from supervision_rules.intake import SqlSource


@pytest.fixture
def url(tmp_path: Path) -> str:
    with closing(sqlite3.connect(tmp_path / "a.db")) as connection, connection:
        connection.execute(
            'CREATE TABLE "缴款" (决定书文号 TEXT, 处罚机关 TEXT, 缴款日 TEXT, 金额 REAL, 款项 TEXT, 附件 BLOB)'
        )
        connection.executemany(
            "INSERT INTO 缴款 VALUES (?, ?, ?, ?, ?, ?)",
            [(f"〔2023〕{i}号", "甲局" if i % 2 else None, "2023-09-01", i + 0.5, "罚款", b"x") for i in range(25_000)],
        )
    return f"sqlite:///{tmp_path}/a.db"


def test_table(url: str) -> None:
    read = read_back({"payments": SqlSource(url, "缴款")})
    assert read.column("payments", "amount") == [Decimal(i) + Decimal("0.5") for i in range(25_000)]
    assert read.column("payments", "_row") == list(range(1, 25_001))
    report = read.prepared.tables["payments"]
    assert (report.ignored_headers, report.location) == (("附件",), f"{url}#缴款")


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * FROM 缴款 WHERE 金额 < 2 AND 决定书文号 LIKE '%号' AND '12:30' <> ':x'",
        "  with a as (select * from 缴款 limit 2) select * from a",
        "-- two\nSELECT * FROM 缴款 LIMIT 2",
    ],
)
def test_query(url: str, query: str) -> None:
    assert read_back({"payments": SqlSource(url, query)}).column("payments", "decision_no") == [
        "〔2023〕0号",
        "〔2023〕1号",
    ]


def test_empty_result(url: str) -> None:
    report = read_back({"payments": SqlSource(url, "SELECT * FROM 缴款 WHERE FALSE")}).prepared.tables["payments"]
    assert (report.present, report.rows_read) == (True, 0)


def test_reading_changes_nothing(url: str) -> None:
    with pytest.raises(DataError):
        read_back({"payments": SqlSource(url, "WITH x AS (SELECT 1) DELETE FROM 缴款")})
    assert read_back({"payments": SqlSource(url, "缴款")}).prepared.tables["payments"].rows_read == 25_000


def test_errors_name_the_source_without_its_password(url: str, tmp_path: Path) -> None:
    for bad, query, message in (
        (url, "nope", "SR104.*a.db#nope.*no such table"),
        (url, "SELECT nope", "SR104.*no such column"),
        (f"sqlite:///{tmp_path}/missing.db", "缴款", "SR104.*no such file"),
        ("nonsense", "x", "SR104"),
        ("nosuch://user:secret@host/db", "x", r"SR104.*user:\*\*\*@host"),
        ("postgresql+psycopg://user:secret@127.0.0.1:1/db", "x", r"SR104.*user:\*\*\*@127"),
        (url, "SELECT 1 AS a", "SR107"),
    ):
        with pytest.raises(DataError, match=message) as caught:
            read_back({"payments": SqlSource(bad, query)})
        assert "secret" not in str(caught.value)
    assert not (tmp_path / "missing.db").exists()


def test_missing_driver() -> None:
    with pytest.raises(MissingExtraError, match=r"(?s)SR118.*pip install"):
        read_back({"payments": SqlSource("oracle://user:secret@host/db", "x")})
