"""Lines for other programs."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from decimal import Decimal

import pytest

from reporting.examples import finding, some_findings
from supervision_rules.entities import FindingRecord
from supervision_rules.reporting import write_csv, write_json, write_jsonl

Golden = Callable[[str, str], None]


def test_jsonl(golden: Golden) -> None:
    stream = io.StringIO()
    assert write_jsonl(some_findings(), stream) == 4
    golden("findings.jsonl", stream.getvalue())


def test_csv(golden: Golden) -> None:
    stream = io.StringIO(newline="")
    assert write_csv(some_findings(), stream) == 4
    golden("findings.csv", stream.getvalue())


def test_every_line_of_jsonl_has_all_columns_in_order() -> None:
    stream = io.StringIO()
    write_jsonl(some_findings(), stream)
    for line, given in zip(stream.getvalue().splitlines(), some_findings(), strict=True):
        row = json.loads(line)
        assert tuple(row) == FindingRecord.table.names
        assert row["due_on"] == (str(given.due_on) if given.due_on else None)
        assert row["missing"] == list(given.missing)
        assert [step["step"] for step in row["trace"]] == [step["step"] for step in given.trace]


@pytest.mark.parametrize("count", [0, 1, 4])
def test_json_is_one_array_of_the_same_rows(count: int) -> None:
    whole, lines = io.StringIO(), io.StringIO()
    assert write_json(some_findings()[:count], whole) == write_jsonl(some_findings()[:count], lines) == count
    assert json.loads(whole.getvalue()) == [json.loads(line) for line in lines.getvalue().splitlines()]


def test_money_and_dates_in_a_trace_are_text() -> None:
    stream = io.StringIO()
    write_jsonl([finding(trace=({"step": "x", "fine": Decimal("3.50"), "on": finding().as_of},))], stream)
    assert json.loads(stream.getvalue())["trace"] == [{"step": "x", "fine": "3.50", "on": "2024-12-20"}]


def test_what_is_no_json_is_refused() -> None:
    with pytest.raises(TypeError):
        write_jsonl([finding(trace=({"step": object()},))], io.StringIO())
    with pytest.raises(ValueError, match="JSON"):
        write_jsonl([finding(trace=({"step": float("nan")},))], io.StringIO())


@pytest.mark.parametrize("sign", "=+-@＝＋－＠\t\r")
def test_formulas_are_disarmed_in_text_only(sign: str) -> None:
    stream = io.StringIO(newline="")
    given = finding(party_name=f"{sign}cmd", days_over=-3, reason='说"明",\n第二行', basis=(f"{sign}1", "b"))
    write_csv([given], stream)
    (row,) = csv.DictReader(io.StringIO(stream.getvalue(), newline=""))
    assert row["party_name"] == f"'{sign}cmd"
    assert row["basis"] == f"'{sign}1; b"
    assert row["days_over"] == "-3"
    assert row["reason"] == given.reason
    assert row["court"] == ""
    assert row["trace"] == "[]"
