"""Finding the files of a directory, and what `prepare` tells."""

from pathlib import Path

import duckdb
import pytest

from intake.reading import AS_OF, frame, read_back, write_csv
from supervision_rules.entities import TABLES
from supervision_rules.errors import DataError, UsageError
from supervision_rules.intake import Source, find_sources, prepare


@pytest.mark.parametrize(
    ("name", "table"),
    [
        ("penalties.csv", "penalties"),
        ("Penalties.CSV", "penalties"),
        ("行政处罚决定.xlsx", "penalties"),
        ("缴款.tsv", "payments"),
        ("复议与诉讼.parquet", "remedies"),
        ("court_cases.xls", "court_cases"),
        ("demands.ods", "demands"),
        ("demands.xlsm", "demands"),
    ],
)
def test_file_by_name_or_label(tmp_path: Path, name: str, table: str) -> None:
    for file in (name, "other.csv", f"~${name}", "penalties.txt.bak", "README.md"):
        (tmp_path / file).touch()
    (tmp_path / "applications.csv").mkdir()
    assert find_sources(tmp_path, TABLES) == {table: Source(table, tmp_path / name)}
    assert find_sources(tmp_path, []) == {}


def test_two_files_for_one_table(tmp_path: Path) -> None:
    (tmp_path / "penalties.csv").touch()
    (tmp_path / "行政处罚决定.xlsx").touch()
    with pytest.raises(DataError, match=r"SR103.*penalties\.csv.*行政处罚决定\.xlsx"):
        find_sources(tmp_path, TABLES)
    assert find_sources(tmp_path, ["payments"]) == {}


def test_directory_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UsageError, match="SR101"):
        find_sources(tmp_path / "missing", TABLES)
    with pytest.raises(UsageError, match="SR102"):
        find_sources(tmp_path / "file", TABLES)
    with pytest.raises(DataError, match="SR117"):
        find_sources(tmp_path, ["fines"])


def test_all_tables_exist_with_their_types() -> None:
    read = read_back({})
    for table in TABLES.values():
        described = read.connection.execute(f"DESCRIBE {table.name}").fetchall()
        types = {name: kind for name, kind, *_ in described}
        expected = {"array<string>": "VARCHAR[]", "decimal(18, 2)": "DECIMAL(18,2)", "date": "DATE", "int32": "INTEGER"}
        for column in table.columns:
            assert types[column.name] == expected.get(
                column.engine_type, {"boolean": "BOOLEAN"}.get(column.engine_type, "VARCHAR")
            )
        keys = {"court_cases": {"ckey", "court_key"}, "applications": {"pkey", "akey", "court_key"}}.get(
            table.name, {"pkey"}
        )
        assert set(types) == {*table.names, *keys, "_source", "_row"}
        assert all(types[key] == "BIGINT" for key in (*keys, "_row"))
        assert not read.prepared.tables[table.name].present
    assert read.rejects == []
    described = read.connection.execute("DESCRIBE rejects").fetchall()
    assert [name for name, *_ in described] == [
        *("table_name", "source", "row", "column_name", "value", "reason_code", "reason", "reason_en", "row_rejected")
    ]
    names = {row[0] for row in read.connection.execute("SHOW TABLES").fetchall()}
    assert names >= {*TABLES, "case_decisions", "doubts", "rejects", "sources"}
    assert not [name for name in names if name.startswith("_")]


def test_present_table_has_the_same_types_as_an_absent_one() -> None:
    absent = read_back({})
    present = read_back({table: frame(table, {}) for table in TABLES})
    for table in TABLES:
        query = f"SELECT column_name, column_type FROM (DESCRIBE {table})"
        assert present.connection.execute(query).fetchall() == absent.connection.execute(query).fetchall()
        assert present.prepared.tables[table].rows_kept == 1


def test_progress_sources_and_a_second_run_in_the_same_connection(tmp_path: Path) -> None:
    write_csv(
        tmp_path / "payments.csv", [["决定书文号", "缴款日", "金额"], ["1号", "2023-9-1", "1"], ["2号", "2023-9-1", ""]]
    )
    connection = duckdb.connect()
    told: list[tuple[str, int]] = []
    for _ in range(2):
        prepare(
            connection,
            {**find_sources(tmp_path, TABLES), "demands": Source("demands", frame("demands", {}))},
            as_of=AS_OF,
            progress=lambda table, rows: told.append((table, rows)),
        )
    assert told == [("payments", 2), ("demands", 1)] * 2
    sources = connection.execute("SELECT * FROM sources ORDER BY id").fetchall()
    assert sources == [(2, "payments", str(tmp_path / "payments.csv")), (3, "demands", "pyarrow:demands")]
    assert connection.execute("SELECT DISTINCT _source FROM payments").fetchall() == [(2,)]
    assert connection.execute("SELECT count(*) FROM payments").fetchall() == [(1,)]


def test_no_extension_is_installed_by_itself() -> None:
    read = read_back({})
    assert read.connection.execute("SELECT current_setting('autoinstall_known_extensions')").fetchall() == [(False,)]
