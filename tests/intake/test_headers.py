"""Headers: which is which column, and what is said when one is missing or there twice."""

from pathlib import Path

import pyarrow as pa
import pytest

from intake.reading import frame, read_back, write_csv
from supervision_rules.entities import TABLES
from supervision_rules.errors import DataError, Place
from supervision_rules.intake import Source

ROW = {"决定书文号": "1号", "处罚机关": "甲局", "当事人名称": "张三", "决定日": "2023-08-31"}


def data(**more: str) -> pa.Table:
    return pa.table({name: [value] for name, value in {**ROW, **more}.items()})


@pytest.mark.parametrize(
    "header",
    [
        "告知的起诉期限(月)",
        "告知的起诉期限（月）",
        " 告知的起诉期限 （月） ",
        "告知的\n起诉期限(月)",
        "suit_months_told",
        "Suit_Months_Told",
        "ｓuit_months_told",
        "\ufeffsuit_months_told",
    ],
)
def test_headers_are_compared_loosely(header: str) -> None:
    read = read_back({"penalties": data(**{header: "6"})})
    assert read.column("penalties", "suit_months_told") == [6]
    assert read.prepared.tables["penalties"].ignored_headers == ()


def test_every_column_by_name_and_by_label(tmp_path: Path) -> None:
    for headers in ("{name}", "{label}", " {label} "):
        paths = {
            table.name: write_csv(
                tmp_path / f"{table.name}.csv", [[headers.format(name=c.name, label=c.label) for c in table.columns]]
            )
            for table in TABLES.values()
        }
        for report in read_back(paths).prepared.tables.values():
            assert report.columns == set(TABLES[report.table].names)
            assert (report.present, report.rows_read, report.ignored_headers) == (True, 0, ())


def test_unknown_headers_are_ignored_and_told() -> None:
    report = read_back({"penalties": data(备注="x", 序号="1")}).prepared.tables["penalties"]
    assert report.ignored_headers == ("备注", "序号")
    assert report.columns == {"decision_no", "agency", "party_name", "decided_on"}


def test_mapped_header() -> None:
    source = Source("penalties", data(**{"处罚日期（签发）": "2023-09-01"}), columns={"served_on": "处罚日期(签发)"})
    assert str(read_back({"penalties": source}).column("penalties", "served_on")[0]) == "2023-09-01"


def test_mapping_wins_over_the_label_and_frees_a_header_of_its_own_meaning() -> None:
    source = Source("penalties", data(落款日="2023-09-01"), columns={"decided_on": "落款日", "found_on": "决定日"})
    read = read_back({"penalties": source})
    assert str(read.column("penalties", "decided_on")[0]) == "2023-09-01"
    assert str(read.column("penalties", "found_on")[0]) == "2023-08-31"
    source = Source("penalties", data(立案日="2023-09-01"), columns={"found_on": "立案日"})
    assert read_back({"penalties": source}).column("penalties", "opened_on") == [None]
    source = Source("penalties", data(落款日="2023-09-01"), columns={"decided_on": "落款日"})
    assert read_back({"penalties": source}).prepared.tables["penalties"].ignored_headers == ("决定日",)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (Source("penalties", data(decided_on="2023-09-01")), ["SR108", "决定日", "decided_on"]),
        (Source("penalties", data().drop_columns(["决定日"])), ["SR109", "决定日(decided_on)", "当事人名称"]),
        (Source("penalties", data(), columns={"fine": "罚金"}), ["SR110", "罚金", "fine", "当事人名称"]),
        (Source("penalties", data(), columns={"fine": ""}), ["SR110", "fine"]),
        (Source("penalties", data(), columns={"fines": "决定日"}), ["SR111", "fines", "illegal_gains"]),
        (Source("penalties", pa.table({"a": ["1"], "b": ["2"]})), ["SR107", "a", "b", "决定书文号"]),
        (Source("penalties", pa.table({})), ["SR107"]),
    ],
)
def test_errors_name_what_was_found_and_expected(source: Source, expected: list[str]) -> None:
    for named in (
        source,
        Source(**{f: getattr(source, f) for f in ("table", "data", "columns")}, place=Place("r.yaml", 3)),
    ):
        with pytest.raises(DataError) as caught:
            read_back({"penalties": named})
        for text in expected:
            assert text in caught.value.text()
        assert caught.value.text("en")
        assert ("r.yaml:3" in str(caught.value)) == (named.place is not None)


def test_what_is_wrong_with_several_tables_is_told_at_once() -> None:
    missing = data().drop_columns(["决定日"])
    with pytest.raises(DataError) as caught:
        read_back({"penalties": missing, "payments": missing, "demands": frame("demands", {})})
    assert [problem.code for problem in caught.value.problems] == ["SR109", "SR109"]


def test_unknown_table() -> None:
    with pytest.raises(DataError, match="SR117"):
        read_back({"fines": data()})


def test_two_columns_may_share_a_mapped_header() -> None:
    source = Source("penalties", data(), columns={"found_on": "决定日", "decided_on": "决定日"})
    read = read_back({"penalties": source})
    assert read.column("penalties", "found_on") == read.column("penalties", "decided_on")


def test_thousands_of_columns(tmp_path: Path) -> None:
    names = [f"c{i}" for i in range(2000)]
    path = write_csv(tmp_path / "t.csv", [[*names, *ROW], [*names, *ROW.values()]])
    report = read_back({"penalties": path}).prepared.tables["penalties"]
    assert (report.rows_kept, len(report.ignored_headers)) == (1, 2000)
