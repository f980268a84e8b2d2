"""What a cell of text says, by the type of its column."""

import datetime as dt
from decimal import Decimal

import pytest

from intake.reading import NEVER, frame, read_back, read_cells

DAY = dt.date(2023, 8, 31)

DATES = {
    "2023-08-31": DAY,
    "2023-8-31": DAY,
    "2023/8/31": DAY,
    "2023/08/31": DAY,
    "2023.8.31": DAY,
    "2023.08.31": DAY,
    "2023年8月31日": DAY,
    "2023年08月31日": DAY,
    "2023年8月31": DAY,
    "2023年8月31号": DAY,
    "2023 年 8 月 31 日": DAY,
    " 2023-08-31 ": DAY,
    "　2023-08-31\t": DAY,
    "2023 - 08 - 31": DAY,
    "20230831": DAY,
    "20230831.0": DAY,
    "45169": DAY,
    "45169.0": DAY,
    "45169.75": DAY,
    "２０２３年８月３１日": DAY,
    "２０２３－０８－３１": DAY,
    "2023-08-31 00:00:00": DAY,
    "2023-08-31T00:00:00": DAY,
    "2023-08-31T23:59:59.999": DAY,
    "2023-08-31 9:05": DAY,
    "2023/8/31 0:00": DAY,
    "2023年08月31日 10:30": DAY,
    "2023年8月31日10时30分": DAY,
    "2023年8月31日下午3时": DAY,
    "2023-08-30T16:00:00Z": DAY,
    "2023-08-31T00:00:00+08:00": DAY,
    "2024-02-29": dt.date(2024, 2, 29),
    "1900-01-01": dt.date(1900, 1, 1),
    "9999-12-31": NEVER,
    "20000": dt.date(1954, 10, 3),
    "80000": dt.date(2119, 1, 11),
}

NO_DATES = [
    "2023-02-30",
    "2023-02-29",
    "2023-13-01",
    "20230230",
    "2023年2月30日",
    "二月",
    "二〇二三年八月三十一日",
    "2023",
    "2023-08",
    "202308",
    "23-08-31",
    "31/08/2023",
    "1899-12-31",
    "0999-01-01",
    "12023-08-31",
    "-2023-08-31",
    "19999",
    "80001",
    "45169.x",
    "infinity",
    "epoch",
    "2023-08-31 (BC)",
    "2023-08-31 25:00",
    "2023-08-31至2023-09-01",
    "待定",
    "#N/A",
    "0",
]

MONEY = {
    "0": "0.00",
    "1000": "1000.00",
    "1000.5": "1000.50",
    "1000.50": "1000.50",
    "1000.": "1000.00",
    "1000.5000": "1000.50",
    "1,000": "1000.00",
    "1,234,567.89": "1234567.89",
    "1，000元": "1000.00",
    "1000元": "1000.00",
    "1000 元": "1000.00",
    "1000元整": "1000.00",
    "¥1000": "1000.00",
    "￥1,000.00": "1000.00",
    "RMB 1000": "1000.00",
    "1000 rmb": "1000.00",
    "人民币1000元": "1000.00",
    "0.3万元": "3000.00",
    "3万": "30000.00",
    "3万元": "30000.00",
    "1.234567万元": "12345.67",
    "1.23456700万元": "12345.67",
    "2亿元": "200000000.00",
    "0.00000001亿元": "1.00",
    "１０００．５": "1000.50",
    "￥１，０００元": "1000.00",
    "00012": "12.00",
    "9999999999999999.99": "9999999999999999.99",
    "0.1": "0.10",
    "-0": "0.00",
}

NO_MONEY = [
    "1000.005",
    "1.2345678万元",
    "-5",
    "¥-5",
    "--5",
    "1,00",
    "1,0000",
    "1 000,50",
    "1e3",
    "1.00E+05",
    "约1000元",
    "1000-2000",
    "壹仟元",
    "10%",
    "99999999999999999.99",
    "元",
    "$5",
    "5美元",
    "true",
    "(100)",
    ".",
    "inf",
]

INTEGERS = {"6": 6, "6个月": 6, "6月": 6, "6.0": 6, " 06 ": 6, "６": 6, "0": 0, "1200": 1200, "6 个月": 6}
NO_INTEGERS = ["6.5", "-1", "1201", "99999999999", "六", "6日", "60天", "半年", "6-12", "1e2"]

TRUE = ["是", "true", "TRUE", "True", "1", "1.0", "yes", "Y", "有", "√", "已告知", " 是 ", "ｙ"]
FALSE = ["否", "false", "FALSE", "0", "0.0", "no", "N", "无", "×", "未告知"]

EMPTY = ["", " ", "　", "-", "--", "—", "——", "/", "\\", "null", "NULL", "None", "n/a", "N/A", "nan", None]


@pytest.mark.parametrize(
    ("table", "column", "expected"),
    [
        ("penalties", "found_on", DATES),
        ("penalties", "fine", {text: Decimal(amount) for text, amount in MONEY.items()}),
        ("penalties", "suit_months_told", INTEGERS),
        ("penalties", "reconsideration_days_told", {"60日": 60, "60天": 60, "60": 60}),
        ("penalties", "serious", dict.fromkeys(TRUE, True) | dict.fromkeys(FALSE, False)),
        ("penalties", "party_kind", {"person": "person", "自然人": "person", "公民": "person", " Person ": "person"}),
        (
            "penalties",
            "party_kind",
            {"法人": "organization", "法人或其他组织": "organization", "单 位": "organization"},
        ),
        ("payments", "amount", {"-5": Decimal(-5), "-1,000.50元": Decimal("-1000.50"), "¥-5": Decimal(-5)}),
        ("court_cases", "ruling", {"准予执行": "allow", "不准予执行": "refuse", "不予受理": "not_accepted"}),
        ("remedies", "outcome", {"驳回诉讼请求": "upheld", "驳回起诉": "dismissed", "调解": "mediated"}),
        ("penalties", "violation", {"  无 ": "无", "-": "-", "a  b": "a  b", "a\nb": "a\nb", "N/A": "N/A"}),
        ("penalties", "legal_basis", {"《条例》第六十三条": "《条例》第六十三条", "#1": "#1", "1E+5": "1E+5"}),
        ("penalties", "violation", {'="0012"': "0012", '="a" b"': '="a" b"', "=1": "=1", "'a'": "'a'", '="': '="'}),
        ("penalties", "party_id", {'="110"': "110", ' =" 110 " ': "110", "'110": "110", '=""': None, "'": "'"}),
        ("penalties", "found_on", {'="2023-08-31"': DAY}),
        ("penalties", "party_id", {" 11010119900307425x ": "11010119900307425x", "1E5": "1E5"}),
    ],
)
def test_readable(table: str, column: str, expected: dict[str, object]) -> None:
    values, reasons = read_cells(table, column, list(expected))
    assert dict(zip(expected, values, strict=True)) == expected
    assert reasons == {}


@pytest.mark.parametrize(
    ("table", "column", "texts", "reason"),
    [
        ("penalties", "found_on", [text for text in NO_DATES if text != "#N/A"], "date"),
        ("penalties", "fine", NO_MONEY, "money"),
        ("payments", "amount", ["-5.001", "--5", "x"], "money"),
        ("penalties", "suit_months_told", NO_INTEGERS, "integer"),
        ("penalties", "serious", ["可能", "2", "x", "-1"], "boolean"),
        ("penalties", "party_kind", ["person2", "自然", "法人、个人"], "code"),
        ("remedies", "outcome", ["驳回", "其他", "驳回上诉"], "code"),
        ("penalties", "party_id", ["1.10101199003074E+17", "5e+15"], "digits_lost"),
        ("penalties", "found_on", ["#N/A", "#DIV/0!", "#REF!", "#value!"], "error_value"),
        ("penalties", "violation", ["#N/A", "#NAME?"], "error_value"),
        ("penalties", "penalty_kinds", [";", "；、，"], "list"),
    ],
)
def test_unreadable_attribute(table: str, column: str, texts: list[str], reason: str) -> None:
    values, reasons = read_cells(table, column, texts)
    required = column == "amount"
    assert values == ["rejected" if required else None] * len(texts)
    assert reasons == dict.fromkeys(range(1, len(texts) + 1), reason)


@pytest.mark.parametrize("column", ["found_on", "fine", "suit_months_told", "party_kind", "party_id", "penalty_kinds"])
def test_empty_attribute_is_not_known(column: str) -> None:
    values, reasons = read_cells("penalties", column, [*EMPTY, "无"])
    assert set(values) == {None}
    assert reasons == {}


def test_empty_boolean_is_not_known_but_none_is_no() -> None:
    values, reasons = read_cells("penalties", "serious", [*EMPTY, "无"])
    assert values == [None] * len(EMPTY) + [False]
    assert reasons == {}


def test_empty_event_has_not_happened_and_empty_flag_is_no() -> None:
    assert set(read_cells("penalties", "revoked_on", [*EMPTY, "无"])[0]) == {NEVER}
    assert set(read_cells("court_cases", "urgent", [*EMPTY, "无"])[0]) == {False}


def test_absent_column_is_not_known_whatever_its_sort() -> None:
    (row,) = read_back({"court_cases": frame("court_cases", {})}).rows("court_cases")
    assert [row[c] for c in ("accepted_on", "urgent", "ruling", "decision_no")] == [None] * 4


@pytest.mark.parametrize(
    ("table", "column", "text", "reason"),
    [
        ("penalties", "revoked_on", "二月", "date"),
        ("court_cases", "urgent", "也许", "boolean"),
        ("penalties", "decided_on", "2023-02-30", "date"),
        ("penalties", "decided_on", " ", "required"),
        ("penalties", "party_name", None, "required"),
        ("penalties", "agency", "/", "required"),
        ("payments", "decision_no", "—", "required"),
        ("payments", "decision_no", "5.2050220230001E+17", "digits_lost"),
        ("remedies", "kind", "申诉", "code"),
    ],
)
def test_unreadable_or_missing_cell_that_rejects_the_row(table: str, column: str, text: str, reason: str) -> None:
    read = read_back({table: frame(table, {column: text}, {})})
    assert [row["_row"] for row in read.rows(table)] == [2]
    assert read.rejects == [(table, 1, column, reason, True)]
    assert read.prepared.reject_counts == {(table, reason): 1}
    assert read.prepared.tables[table].rejected == 1


def test_reject_says_where_what_and_why() -> None:
    read = read_back({"penalties": frame("penalties", {"pay_by": " 二月 ", "revoked_on": "x"})})
    rejects = read.rows("rejects")
    assert [(r["column_name"], r["value"], r["reason"], r["row_rejected"]) for r in rejects] == [
        ("pay_by", " 二月 ", "无法识别为日期", True),
        ("revoked_on", "x", "无法识别为日期", True),
    ]
    assert {r["source"] for r in rejects} == {"pyarrow:penalties"}
    assert read.prepared.tables["penalties"].cells_unreadable == 2
    assert read.prepared.rejects_arrow(read.connection).read_all().num_rows == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("罚款", ["罚款"]),
        ("罚款;警告", ["罚款", "警告"]),
        ("罚款；警告、没收违法所得", ["罚款", "警告", "没收违法所得"]),
        ("罚款, 警告，没收违法所得\n责令关闭", ["罚款", "警告", "没收违法所得", "责令关闭"]),
        (" ;罚款;;警告; ", ["罚款", "警告"]),
    ],
)
def test_lists(text: str, expected: list[str]) -> None:
    assert read_cells("penalties", "penalty_kinds", [text])[0] == [expected]
    assert read_cells("court_cases", "decision_no", [text])[0] == [expected]


def test_list_of_numbers_with_lost_digits_is_not_known() -> None:
    values, reasons = read_cells("court_cases", "decision_no", ["〔2023〕1号;5.205E+17", "〔2023〕#1号;+2"])
    assert values == [None, ["〔2023〕#1号", "+2"]]
    assert reasons == {1: "digits_lost"}


def test_blank_rows_do_not_count() -> None:
    blank = dict.fromkeys(("decision_no", "agency", "party_name", "decided_on"), " ")
    read = read_back({"penalties": frame("penalties", blank, {}, blank, {"fine": "1"})})
    report = read.prepared.tables["penalties"]
    assert (report.rows_read, report.rows_kept, report.rejected) == (2, 2, 0)
    assert read.column("penalties", "_row") == [2, 4]
