"""Which row belongs to which decision, and what can't be told."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

import pytest

from intake.reading import Read, frame, read_back
from supervision_rules.entities import TABLES
from supervision_rules.intake import REJECTED, _links

BITS = {table: 1 << i for i, table in enumerate(TABLES)}
Rows = Mapping[str, str | None]


def read(penalties: list[Rows], as_of: Any = None, **tables: Any) -> Read:
    data: dict[str, Any] = {name: frame(name, *rows) for name, rows in {"penalties": penalties, **tables}.items()}
    return read_back(data, as_of or dt.date(2024, 12, 20))


def decision(number: str, agency: str = "甲局", **more: str) -> Rows:
    return {"decision_no": number, "agency": agency, **more}


def owners(result: Read, table: str) -> list[str | None]:
    """For each row of a table the penalty it belongs to."""
    known = {row["pkey"]: row["agency"] + row["decision_no"] for row in result.rows("penalties")}
    return [known.get(row["pkey"], "unknown" if row["pkey"] else None) for row in result.rows(table)]


@pytest.mark.parametrize("table", ["payments", "demands", "deferrals", "remedies"])
def test_related_rows(table: str) -> None:
    result = read(
        [decision("〔2023〕1号"), decision("〔2023〕2号"), decision("〔2023〕2号", "乙局")],
        **{
            table: [
                decision("(2023)01号", "甲　局"),
                {"decision_no": "[2023]1号", "agency": None},
                decision("〔2023〕2号", "乙局"),
                decision("〔2023〕1号", "丙局"),
                {"decision_no": "〔2023〕9号", "agency": None},
            ]
        },
    )
    assert owners(result, table) == ["甲局〔2023〕1号", "甲局〔2023〕1号", "乙局〔2023〕2号", "unknown", None]
    assert result.doubts == {}
    (warning,) = result.prepared.warnings
    assert (warning.code, "第 5 行" in warning.zh, "rows 5" in warning.en) == ("SR123", True, True)


@pytest.mark.parametrize("table", ["payments", "demands", "deferrals", "remedies"])
def test_number_of_several_decisions_leaves_all_of_them_in_doubt(table: str) -> None:
    result = read(
        [decision("1号"), decision("1号", "乙局"), decision("2号")],
        **{table: [{"decision_no": "01号", "agency": None}, decision("2号")]},
    )
    assert owners(result, table) == [None, "甲局2号"]
    assert result.doubts == {"甲局1号": BITS[table], "乙局1号": BITS[table]}


def test_related_table_without_agency_column() -> None:
    result = read([decision("1号")], payments=[{"decision_no": "1号"}])
    assert owners(result, "payments") == ["甲局1号"]


def test_decisions_known_by_application_or_by_a_rejected_row() -> None:
    result = read(
        [decision("1号"), decision("1号", "乙局", revoked_on="x"), decision("2号")],
        applications=[decision("2号", "丙局", application_no="7")],
        payments=[{"decision_no": "1号", "agency": None}, {"decision_no": "2号", "agency": None}],
    )
    assert owners(result, "payments") == [None, None]
    assert result.doubts == {"甲局1号": BITS["payments"], "甲局2号": BITS["payments"]}
    bits = {row["bits"] & 127 for row in result.rows("doubts")}
    assert bits == {BITS["payments"], BITS["payments"] | BITS["penalties"]}


def test_application_keys() -> None:
    result = read(
        [decision("1号")],
        applications=[
            decision("01号", application_no="A1", court="A法院"),
            decision("1号", application_no="A2", court=""),
        ],
        court_cases=[{"case_no": "1", "court": "Ａ 法院"}],
    )
    assert owners(result, "applications") == ["甲局1号"] * 2
    first, second = result.rows("applications")
    assert first["akey"] != second["akey"]
    assert second["court_key"] is None
    assert first["court_key"] == result.rows("court_cases")[0]["court_key"]


SPOILED = {
    "penalties": {"revoked_on": "x"},
    "payments": {"amount": "x"},
    "demands": {"served_on": "x"},
    "deferrals": {"until": "x"},
    "remedies": {"kind": "x"},
    "applications": {"applied_on": "x"},
}


@pytest.mark.parametrize("table", list(SPOILED)[1:])
def test_rejected_row_leaves_its_decision_in_doubt(table: str) -> None:
    result = read(
        [decision("1号"), decision("1号", "乙局"), decision("2号"), decision("3号")],
        **{table: [{**decision("1号"), **SPOILED[table]}, {**decision("2号"), **SPOILED[table]}, decision("3号")]},
    )
    assert result.doubts == {"甲局1号": BITS[table], "甲局2号": BITS[table]}


@pytest.mark.parametrize("table", list(SPOILED)[1:])
def test_rejected_row_without_agency_leaves_all_decisions_of_its_number_in_doubt(table: str) -> None:
    result = read(
        [decision("1号"), decision("1号", "乙局"), decision("2号")],
        **{table: [{"decision_no": "1号", "agency": "", **SPOILED[table]}]},
    )
    assert result.doubts == {"甲局1号": BITS[table], "乙局1号": BITS[table]}


def test_rejected_penalty_leaves_its_own_decision_in_doubt() -> None:
    result = read([decision("1号"), decision("2号", decided_on="x"), decision("1号", "", party_name="李四")])
    assert result.doubts == {"甲局1号": BITS["penalties"]}
    # the bit of the table, and the one that says: because of a rejected row
    assert [row["bits"] for row in result.rows("doubts")] == [1 | 1 << REJECTED, 1 | 1 << REJECTED]


def test_rows_rejected_for_their_key_leave_their_decision_in_doubt() -> None:
    payment = decision("1号", receipt_no="A")
    result = read([decision("1号")], payments=[payment, {**payment, "amount": "7"}])
    assert result.doubts == {"甲局1号": BITS["payments"]}


def test_repeated_row_leaves_nothing_in_doubt() -> None:
    assert read([decision("1号")] * 2, demands=[decision("1号")] * 2).doubts == {}


def test_court_cases_by_number() -> None:
    result = read(
        [decision("〔2023〕1号"), decision("〔2023〕2号"), decision("〔2023〕2号", "乙局"), decision("3号")],
        court_cases=[
            {"case_no": "a", "applicant": "甲局", "decision_no": "（2023）1号、〔2023〕2号"},
            {"case_no": "b", "applicant": "", "decision_no": "〔2023〕1号;9号"},
            {"case_no": "c", "applicant": None, "decision_no": "〔2023〕2号;3号"},
            {"case_no": "d", "applicant": "丙局", "decision_no": "3号"},
        ],
    )
    one, two, other, three = "甲局〔2023〕1号", "甲局〔2023〕2号", "乙局〔2023〕2号", "甲局3号"
    assert result.cases == {("a", one), ("a", two), ("b", one), ("c", three)}
    assert result.doubts == {two: BITS["court_cases"], other: BITS["court_cases"]}
    assert len(result.rows("case_decisions")) == 5


ID = "110101199003074258"


def party(number: str, **more: str) -> Rows:
    return decision(number, party_id=ID, **more)


def case(**more: str | None) -> Rows:
    return {"case_no": "a", "applicant": "甲局", "party_id": " 1101011990 03074258", "decision_no": "", **more}


def test_court_case_by_party() -> None:
    other = decision("2号", party_id="x")
    assert read([party("1号"), other], court_cases=[case()]).cases == {("a", "甲局1号")}
    assert read([{**party("1号"), "agency": "乙局"}, other], court_cases=[case()]).cases == set()


@pytest.mark.parametrize(
    ("second", "several"),
    [
        ({}, True),
        ({"served_on": "2024-01-01"}, True),
        ({"served_on": "2024-07-01"}, False),
        ({"decided_on": "2024-07-01"}, False),
        ({"decided_on": "2024-06-01", "served_on": ""}, True),
        ({"agency": "乙局"}, False),
        ({"revoked_on": "x"}, True),
        ({"decided_on": "x"}, True),
        ({"decision_no": "", "party_name": "y"}, True),
    ],
)
def test_court_case_by_party_with_several_penalties(second: dict[str, str], several: bool) -> None:
    result = read([party("1号"), {**party("2号"), **second}], dt.date(2024, 6, 1), court_cases=[case()])
    assert (result.cases == set()) == several
    assert result.doubts.get("甲局1号", 0) == (BITS["court_cases"] if several else 0)


def test_court_case_with_a_number_never_goes_by_party() -> None:
    assert read([party("1号")], court_cases=[case(decision_no="9号")]).cases == set()


def test_court_case_that_belongs_to_nobody_is_told() -> None:
    cases = [
        case(party_id=""),
        case(case_no="b", applicant=""),
        case(case_no="c", party_id="1101**********4258"),
        case(case_no="d"),
    ]
    result = read([party("1号"), decision("2号", party_id="1101**********4258")], court_cases=cases)
    assert result.cases == {("d", "甲局1号")}
    (warning,) = [w for w in result.prepared.warnings if w.code == "SR122"]
    assert "3 件" in warning.zh
    assert "1, 2, 3" in warning.zh
    assert str(warning.place) == "pyarrow:court_cases"


@pytest.mark.parametrize(
    ("rejected", "doubted"),
    [
        ({"decision_no": "1号;2号"}, ["甲局1号", "甲局2号"]),
        ({"decision_no": "2号", "applicant": ""}, ["乙局2号", "甲局2号"]),
        ({"decision_no": ""}, ["甲局1号"]),
        ({"decision_no": "", "party_id": ""}, []),
    ],
)
@pytest.mark.parametrize("why", [{"accepted_on": "x"}, {"court": ""}, {"hearing": "也许"}])
def test_rejected_court_case(rejected: dict[str, str], doubted: list[str], why: dict[str, str]) -> None:
    result = read([party("1号"), decision("2号"), decision("2号", "乙局")], court_cases=[case(**rejected, **why)])
    assert result.cases == set()
    assert result.doubts == dict.fromkeys(doubted, BITS["court_cases"])


def test_court_cases_of_one_key_that_differ_leave_all_their_decisions_in_doubt() -> None:
    result = read([decision("1号"), decision("2号")], court_cases=[case(decision_no="1号"), case(decision_no="2号")])
    assert result.doubts == dict.fromkeys(["甲局1号", "甲局2号"], BITS["court_cases"])
    assert result.rows("case_decisions") == []


def test_repeated_court_case() -> None:
    result = read([party("1号"), party("2号")], court_cases=[case(decision_no="1号")] * 2)
    assert (result.cases, result.doubts) == ({("a", "甲局1号")}, {})


def test_bits_of_several_tables_add_up() -> None:
    result = read([decision("1号")], **{t: [{**decision("1号"), **SPOILED[t]}] for t in list(SPOILED)[1:]})
    assert result.doubts == {"甲局1号": 2 + 4 + 8 + 16 + 32}


def test_keys_that_clash_are_made_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = _links.key_sql

    def narrow(form: str, salt: int) -> str:
        return f"({whole(form, salt)}) % 4" if salt < 2 else whole(form, salt)

    monkeypatch.setattr(_links, "key_sql", narrow)
    numbers = [f"{i}号" for i in range(20)]
    result = read([decision(number) for number in numbers], payments=[decision(number) for number in numbers])
    assert owners(result, "payments") == [f"甲局{number}" for number in numbers]
    assert len({row["pkey"] for row in result.rows("penalties")}) == 20


def test_doubts_of_rejected_rows_are_told_apart() -> None:
    payment = {"decision_no": "1号", "agency": None}
    penalties = [decision("1号"), decision("1号", "乙局")]
    bit = BITS["payments"]
    assert {row["bits"] for row in read(penalties, payments=[payment]).rows("doubts")} == {bit}
    spoiled = {**payment, "amount": "x"}
    assert {row["bits"] for row in read(penalties, payments=[spoiled]).rows("doubts")} == {bit | bit << REJECTED}
    several = read([party("1号"), party("2号")], court_cases=[case()])
    assert {row["bits"] for row in several.rows("doubts")} == {BITS["court_cases"]}


def test_rows_after_the_day_leave_nothing_in_doubt_unless_they_are_rejected() -> None:
    later = {"decision_no": "1号", "agency": None, "paid_on": "2024-01-02"}
    penalties, day = [decision("1号"), decision("1号", "乙局")], dt.date(2024, 1, 1)
    assert read(penalties, day, payments=[later]).doubts == {}
    assert len(read(penalties, dt.date(2024, 1, 2), payments=[later]).doubts) == 2
    assert len(read(penalties, day, payments=[{**later, "amount": "x"}]).doubts) == 2


def test_decisions_that_a_court_case_may_concern() -> None:
    result = read([party("1号"), party("2号"), decision("3号")], court_cases=[case()])
    known = {row["pkey"]: row["decision_no"] for row in result.rows("penalties")}
    assert {known[row["pkey"]] for row in result.rows("case_candidates")} == {"1号", "2号"}
