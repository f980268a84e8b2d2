"""legal.remedy and legal.time against answers worked out by hand from the law page."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from .examples import at, decision, says

CLEAR, WRONG, NOT_TOLD = "clear", "finding remedy_misstated", "unverified remedy_misstated"
BEFORE, SINCE = date(2023, 12, 31), date(2024, 1, 1)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, CLEAR),
        ({"remedy_told": False}, WRONG),
        ({"remedy_told": None}, NOT_TOLD),
        ({"suit_months_told": 3}, WRONG),
        ({"suit_months_told": 7}, WRONG),
        ({"suit_months_told": None}, NOT_TOLD),
        ({"reconsideration_days_told": 59}, WRONG),
        ({"reconsideration_days_told": 61}, WRONG),
        ({"reconsideration_days_told": None}, NOT_TOLD),
        ({"reconsideration_organ_told": None}, NOT_TOLD),
        ({"remedy_told": None, "suit_months_told": 3}, WRONG),
        ({"suit_months_told": None, "reconsideration_days_told": 30}, WRONG),
        ({"decided_on": date(2017, 12, 31)}, NOT_TOLD),
        ({"decided_on": date(2017, 12, 31), "remedy_told": False}, NOT_TOLD),
        ({"decided_on": date(2018, 1, 1), "remedy_told": False}, WRONG),
        ({"decided_on": date(2018, 1, 1)}, CLEAR),
        ({"decided_on": date(2015, 5, 1), "suit_months_told": 3}, WRONG),
        ({"decided_on": date(2015, 4, 30), "suit_months_told": 3}, NOT_TOLD),
        ({"decided_on": SINCE, "on_the_spot": True}, WRONG),
        ({"decided_on": BEFORE, "on_the_spot": True}, CLEAR),
        ({"decided_on": SINCE, "on_the_spot": True, "suit_months_told": None}, NOT_TOLD),
        ({"decided_on": SINCE, "on_the_spot": False}, CLEAR),
    ],
)
def test_remedy(values: dict[str, object], expected: str) -> None:
    """Sixty days, six months, told."""
    assert says("remedy", decision(**values)) == expected


SHORT, LONG, CITY = "大方县交通运输局", "毕节市大方县交通运输局", "毕节市交通运输局"


@pytest.mark.parametrize(
    ("agency", "organ", "before", "since"),
    [
        (SHORT, "大方县人民政府", CLEAR, CLEAR),
        (SHORT, "大方县政府", CLEAR, CLEAR),
        (SHORT, "县人民政府", CLEAR, CLEAR),
        (SHORT, "本级人民政府", CLEAR, CLEAR),
        (SHORT, "毕节市大方县人民政府", CLEAR, CLEAR),
        (LONG, "大方县人民政府", CLEAR, CLEAR),
        (LONG, "遵义市大方县人民政府", WRONG, WRONG),
        (SHORT, "织金县人民政府", WRONG, WRONG),
        (SHORT, "毕节市人民政府", WRONG, WRONG),
        (SHORT, "市人民政府", WRONG, WRONG),
        (CITY, "毕节市人民政府", CLEAR, CLEAR),
        (CITY, "市人民政府", CLEAR, CLEAR),
        (CITY, "大方县人民政府", WRONG, WRONG),
        (LONG, "毕节市交通运输局", CLEAR, WRONG),
        (LONG, "遵义市交通运输局", WRONG, WRONG),
        (SHORT, "市交通运输局", CLEAR, WRONG),
        (SHORT, "毕节市交通运输局", NOT_TOLD, WRONG),
        (SHORT, "织金县交通运输局", WRONG, WRONG),
        (SHORT, "贵州省交通运输厅", WRONG, WRONG),
        (CITY, "省交通运输厅", CLEAR, WRONG),
        ("贵州省毕节市交通运输局", "贵州省交通运输厅", CLEAR, WRONG),
        ("贵州省毕节市交通运输局", "云南省交通运输厅", WRONG, WRONG),
        (LONG, "大方县人民政府或者毕节市交通运输局", CLEAR, WRONG),
        (LONG, "大方县人民政府或者遵义市交通运输局", WRONG, WRONG),
        (SHORT, "大方县人民政府、毕节市交通运输局", NOT_TOLD, WRONG),
        (SHORT, "行政复议委员会", NOT_TOLD, NOT_TOLD),
    ],
)
def test_organs(agency: str, organ: str, before: str, since: str) -> None:
    """Own government, or until 2023 the next higher department."""
    for day, expected in ((BEFORE, before), (SINCE, since)):
        one = decision(agency=agency, reconsideration_organ_told=organ, decided_on=day)
        assert says("remedy", one) == expected, day


OUT, OUT_NOT_TOLD = "finding out_of_time_penalty", "unverified out_of_time_penalty"
LATE, LATE_NOT_TOLD = "finding decided_late", "unverified decided_late"


def timed(occurred: str | None, found: str | None, opened: str | None, decided: str, **parameters: Any) -> str:
    """What is said of these days."""
    days = [None if day is None else date.fromisoformat(day) for day in (occurred, found, opened)]
    one = decision(
        at("道路运输条例", "63"),
        occurred_on=days[0],
        found_on=days[1],
        opened_on=days[2],
        decided_on=date.fromisoformat(decided),
    )
    return says("time", one, **parameters)


@pytest.mark.parametrize(
    ("occurred", "found", "expected"),
    [
        ("2021-08-10", "2023-08-10", "clear"),
        ("2021-08-10", "2023-08-11", OUT_NOT_TOLD),
        ("2019-08-10", "2024-08-10", OUT_NOT_TOLD),
        ("2019-08-10", "2024-08-11", OUT),
        ("2020-02-29", "2022-02-28", "clear"),
        ("2020-02-29", "2022-03-01", OUT_NOT_TOLD),
        ("2022-03-01", "2024-03-01", "clear"),
        (None, "2023-08-10", OUT_NOT_TOLD),
    ],
)
def test_two_and_five_years(occurred: str | None, found: str, expected: str) -> None:
    """Decided four weeks after discovery."""
    decided = date.fromordinal(date.fromisoformat(found).toordinal() + 28).isoformat()
    assert timed(occurred, found, found, decided) == expected


def test_discovery_not_known() -> None:
    """The opening of the case is its latest day; a decision within two years settles it."""
    assert timed("2021-08-10", None, "2023-08-10", "2023-09-01") == "clear"
    assert timed("2021-08-10", None, "2023-08-11", "2023-09-01") == OUT_NOT_TOLD
    assert timed("2017-08-10", None, "2023-08-11", "2023-09-01") == OUT_NOT_TOLD
    assert timed("2021-09-01", None, None, "2023-09-01") == LATE_NOT_TOLD
    assert timed("2021-08-31", None, None, "2023-09-01") == OUT_NOT_TOLD


def test_first_day_and_holidays() -> None:
    """Sunday 2023-08-13; whether the first day counts; whether the limit moves."""
    found = ("2021-08-13", "2023-08-13", "2023-08-13", "2023-09-01")
    assert timed(*found) == "clear"
    assert timed(*found, limitation_start="included") == OUT_NOT_TOLD
    assert timed(*found, limitation_start="both") == OUT_NOT_TOLD
    before = ("2021-08-13", "2023-08-12", "2023-08-12", "2023-09-01")
    assert timed(*before, limitation_start="both") == "clear"
    assert timed(*before, limitation_start="included") == "clear"
    after = ("2021-08-13", "2023-08-14", "2023-08-14", "2023-09-01")
    assert timed(*after) == OUT_NOT_TOLD
    assert timed(*after, limitation_roll=True) == "clear"
    five = ("2018-08-13", "2023-08-13", "2023-08-13", "2023-09-01")
    assert timed(*five) == OUT_NOT_TOLD
    assert timed(*five, limitation_start="included") == OUT
    assert timed(*five, limitation_start="both") == OUT_NOT_TOLD


def test_ninety_days() -> None:
    """From 7 July 2023 they end on Thursday 5 October, in the holidays: the 7th, a Saturday, is worked."""
    act = ("2023-07-01", "2023-07-01", "2023-07-07")
    assert timed(*act, "2023-10-05") == "clear"
    assert timed(*act, "2023-10-07") == "clear"
    assert timed(*act, "2023-10-08") == LATE
    assert timed(*act, "2023-10-06", decide_roll=False) == LATE
    assert timed(*act, "2023-10-05", decide_roll=False) == "clear"
    unopened = ("2023-07-01", "2023-07-07", None)
    assert timed(*unopened, "2023-10-07") == "clear"
    assert timed(*unopened, "2023-10-08") == LATE_NOT_TOLD
    assert timed("2023-07-07", None, None, "2023-07-08") == LATE_NOT_TOLD


def test_before_the_new_law() -> None:
    """Decisions before 2021-07-15 are no subjects."""
    assert timed("2014-07-01", "2021-07-01", "2021-07-01", "2021-07-14") == "not_applicable"
    assert timed("2014-07-01", "2021-07-01", "2021-07-01", "2021-07-15") == OUT
    assert timed("2021-01-01", "2021-03-01", "2021-03-01", "2021-07-15") == LATE
