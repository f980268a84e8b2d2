"""The working calendar against an oracle, and years that an office adds."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path

import pytest

from shared_pages import shared
from supervision_rules.errors import LawDataError, UsageError
from supervision_rules.law import Interval, LegalTime, load_calendar, load_periods

D = dt.date.fromisoformat


def test_equals_the_oracle_on_every_day():
    calendar = load_calendar()
    with shared("law/workdays-2007-2026.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 7305
    assert [row for row in rows if calendar.is_workday(D(row["date"])) != (row["is_workday"] == "1")] == []


def test_an_unpublished_year_is_an_error_never_a_guess():
    with pytest.raises(LawDataError, match="2027"):
        load_calendar().is_workday(D("2027-03-01"))


def test_rows_count_working_days():
    rows = list(load_calendar().rows())
    assert rows[0][:3] == (D("2004-01-01"), False, 0)
    by_day = {day: (works, ordinal, known) for day, works, ordinal, known in rows}
    # 29 September to 6 October 2023 were off, the weekend after was worked
    assert by_day[D("2023-10-07")][1] - by_day[D("2023-09-28")][1] == 1
    assert by_day[D("2020-02-01")] == (False, by_day[D("2020-01-31")][1], D("2020-01-26"))
    assert by_day[D("2023-10-07")][2] is None


NOTICE = """
year: 2027
published: 2026-11-05
holidays: [2027-01-01, 2027-02-05..2027-02-11, 2027-10-01..2027-10-07]
workdays: [2027-02-14]
"""


def test_an_office_adds_a_year(tmp_path):
    path = tmp_path / "2027.yaml"
    path.write_text(NOTICE, encoding="utf-8")
    calendar = load_calendar([path])
    assert calendar.years[-1] == 2027
    assert not calendar.is_workday(D("2027-02-08"))
    assert calendar.is_workday(D("2027-02-14"))
    assert calendar.known_from[D("2027-02-08")] == D("2026-11-05")
    law = LegalTime(calendar, load_periods())
    # six months from 8 August 2026 end on 8 February 2027, off work until the 11th; the 12th is a Friday
    assert law.deadline("sue", D("2026-08-08")).end == Interval.on(D("2027-02-12"))
    # the package's own calendar is not touched
    assert load_calendar().years[-1] == 2026


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("year: 2026\nholidays: [2026-10-01]", "SR401"),
        ("year: [", "SR403"),
        ("jahr: 2027", "SR404"),
        ("- 2027", "SR404"),
        ("year: 2027\nholidays: []", "SR405"),
        ("year: 2027\nholidays: [2027-01-01]\nworkdays: [2027-01-04]", "SR406"),
        ("year: 2027\nholidays: [2028-01-03]", "SR407"),
        ("year: 2027\nholidays: [元旦]", "SR407"),
        ("year: 2027\nholidays: 2027-01-01", "SR407"),
        ("year: 2027\nholidays: [2027-01-05..2027-01-01]", "SR407"),
        ("year: 2027\npublished: soon\nholidays: [2027-01-01]", "SR407"),
    ],
)
def test_a_wrong_file_is_refused_with_its_place(tmp_path, text, code):
    path = tmp_path / "year.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LawDataError) as caught:
        load_calendar([path])
    (problem,) = caught.value.problems
    assert problem.code == code
    assert str(path) in problem.text()


def test_no_file():
    with pytest.raises(UsageError, match="nowhere"):
        load_calendar([Path("nowhere.yaml")])
