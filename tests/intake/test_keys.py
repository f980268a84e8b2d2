"""Repeated rows, clashing keys, and the counts that add up."""

import random

import pyarrow as pa
import pytest

from intake.reading import frame, read_back


@pytest.mark.parametrize(
    ("table", "row", "same"),
    [
        ("penalties", {"decision_no": "〔2023〕1号"}, {"decision_no": "（２０２３） 01 号", "agency": " 甲 局"}),
        ("penalties", {"decision_no": "1号", "fine": "1000"}, {"decision_no": "1号", "fine": "0.1万元"}),
        ("penalties", {"decision_no": "1号", "party_id": "11x"}, {"decision_no": "1号", "party_id": "1 1X"}),
        (
            "penalties",
            {"decision_no": "1号", "penalty_kinds": "罚款;警告"},
            {"decision_no": "1号", "penalty_kinds": "罚款、警告"},
        ),
        ("penalties", {"decision_no": "1号", "pay_by": "x"}, {"decision_no": "1号", "pay_by": ""}),
        ("payments", {"decision_no": "1号", "receipt_no": "A 1"}, {"decision_no": "1号", "receipt_no": "Ａ1"}),
        ("demands", {"decision_no": "1号"}, {"decision_no": "1号", "served_on": "2023/8/31"}),
        ("deferrals", {"decision_no": "1号", "kind": "延期"}, {"decision_no": "1号", "kind": "deferral"}),
        ("remedies", {"decision_no": "1号", "kind": "诉讼"}, {"decision_no": "1号", "kind": "suit"}),
        ("applications", {"application_no": "1", "decision_no": "1号"}, {"application_no": "1", "decision_no": "01号"}),
        ("court_cases", {"case_no": "（2024）黔0502行审012号"}, {"case_no": "(2024)黔0502行审12号"}),
        (
            "court_cases",
            {"case_no": "1", "decision_no": "〔2023〕1号;2号"},
            {"case_no": "1", "decision_no": "[2023]1号、02号"},
        ),
    ],
)
@pytest.mark.parametrize("copies", [2, 3])
def test_repeated_row_is_dropped_and_counted(
    table: str, row: dict[str, str], same: dict[str, str], copies: int
) -> None:
    read = read_back({table: frame(table, row, *[same] * (copies - 1), {})})
    report = read.prepared.tables[table]
    assert (report.rows_read, report.rows_kept, report.duplicates, report.rejected) == (copies + 1, 2, copies - 1, 0)
    assert [reject for reject in read.rejects if reject[4]] == []
    assert read.doubts == {}


@pytest.mark.parametrize(
    ("table", "row", "other"),
    [
        ("penalties", {"decision_no": "〔2023〕1号"}, {"decision_no": "〔2023〕01号", "party_name": "李四"}),
        ("penalties", {"decision_no": "1号", "pay_by": "x"}, {"decision_no": "1号", "pay_by": "2023-9-1"}),
        (
            "payments",
            {"decision_no": "1号", "receipt_no": "A1"},
            {"decision_no": "1号", "receipt_no": "A1", "amount": "2"},
        ),
        ("deferrals", {"decision_no": "1号", "kind": "延期"}, {"decision_no": "1号", "kind": "分期"}),
        ("remedies", {"decision_no": "1号"}, {"decision_no": "1号", "outcome": "维持"}),
        ("applications", {"application_no": "1", "decision_no": "1号"}, {"application_no": "1", "decision_no": "2号"}),
        ("court_cases", {"case_no": "1", "urgent": "是"}, {"case_no": "1", "urgent": ""}),
    ],
)
def test_same_key_with_other_content_rejects_both(table: str, row: dict[str, str], other: dict[str, str]) -> None:
    read = read_back({table: frame(table, row, other, row, {})})
    report = read.prepared.tables[table]
    assert (report.rows_read, report.rows_kept, report.duplicates, report.rejected) == (4, 1, 0, 3)
    whole = [reject for reject in read.rejects if reject[2] is None]
    assert whole == [(table, row, None, "same_key", True) for row in (1, 2, 3)]


def test_payments_without_receipt_all_count() -> None:
    row = {"decision_no": "1号", "amount": "5"}
    read = read_back({"payments": frame("payments", row, row, {**row, "receipt_no": "-"}, {**row, "receipt_no": "x"})})
    assert read.prepared.tables["payments"].rows_kept == 4


def test_empty_agencies_are_equal_to_each_other_but_not_to_a_named_one() -> None:
    row = {"decision_no": "1号"}
    read = read_back({"demands": frame("demands", row, row, {**row, "agency": "甲局"})})
    assert (read.prepared.tables["demands"].rows_kept, read.prepared.tables["demands"].duplicates) == (2, 1)


@pytest.mark.parametrize(
    ("table", "good", "bad"),
    [
        ("penalties", {"decision_no": "1号"}, {"decision_no": "01号", "revoked_on": "x"}),
        ("penalties", {"decision_no": "1号"}, {"decision_no": "1号", "decided_on": ""}),
        ("court_cases", {"case_no": "1"}, {"case_no": "1", "accepted_on": "x"}),
    ],
)
def test_good_row_with_the_key_of_a_rejected_one_is_rejected(
    table: str, good: dict[str, str], bad: dict[str, str]
) -> None:
    read = read_back({table: frame(table, good, bad, good, {})})
    report = read.prepared.tables[table]
    assert (report.rows_kept, report.duplicates, report.rejected) == (1, 0, 3)
    assert [reject[1] for reject in read.rejects if reject[3] == "key_of_rejected"] == [1, 3]


def test_rejected_row_whose_key_is_not_known_rejects_no_other() -> None:
    read = read_back({"penalties": frame("penalties", {"decision_no": "1号"}, {"decision_no": "1号", "agency": ""})})
    assert read.prepared.tables["penalties"].rows_kept == 1


def test_order_of_rows_changes_nothing_but_row_numbers() -> None:
    rows = [{"decision_no": f"〔2023〕{i % 9}号", "fine": str(i % 2)} for i in range(12)]
    rows += [{"decision_no": "(2023)07号", "fine": "1"}, {"decision_no": "x", "revoked_on": "y"}]
    expected = None
    for seed in range(4):
        random.Random(seed).shuffle(rows)
        read = read_back({"penalties": frame("penalties", *rows)})
        outcome = (
            sorted((row["decision_no"], row["fine"], row["pkey"]) for row in read.rows("penalties")),
            sorted((r["column_name"] or "", r["value"], r["reason_code"]) for r in read.rows("rejects")),
            sorted((row["pkey"], row["bits"]) for row in read.rows("doubts")),
        )
        assert outcome == (expected or outcome)
        expected = outcome


def test_counts_add_up_whatever_comes() -> None:
    rng = random.Random(1)
    rows = [
        {
            "decision_no": rng.choice(["1号", "01号", "2号", "3号", "", "4号"]),
            "agency": rng.choice(["甲局", "乙局", "", " "]),
            "decided_on": rng.choice(["2023-08-31", "2023-08-31", "二月"]),
            "revoked_on": rng.choice(["", "", "x", "2023-09-01"]),
            "party_name": rng.choice(["张三", "张三", ""]),
        }
        for _ in range(400)
    ]
    read = read_back({"penalties": frame("penalties", *rows)})
    report = read.prepared.tables["penalties"]
    assert report.rows_read == 400
    assert report.rejected == len({reject[1] for reject in read.rejects if reject[4]})
    assert sum(read.prepared.reject_counts.values()) == len(read.rejects)


def test_huge_keys_do_not_clash() -> None:
    numbers = [f"〔2023〕{i}号" for i in range(50_000)]
    data = pa.table(
        {
            "decision_no": numbers,
            "agency": ["甲局"] * 50_000,
            "paid_on": ["2023-9-1"] * 50_000,
            "amount": ["1"] * 50_000,
        }
    )
    read = read_back({"payments": data})
    assert read.connection.execute("SELECT count(DISTINCT pkey) FROM payments").fetchall() == [(50_000,)]
