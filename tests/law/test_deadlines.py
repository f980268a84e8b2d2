"""Deadlines counted by hand on a calendar, one for each period at least, and their general properties."""

from __future__ import annotations

import csv
import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared_pages import shared
from supervision_rules.errors import UsageError
from supervision_rules.law import FIRST_DAY, LAST_DAY, Interval, add_months, default_legal_time

LAW = default_legal_time()
D = dt.date.fromisoformat

BY_HAND = [
    # six months; the end of a shorter month; leap and common years
    ("sue", "2023-08-31", "2024-02-29"),
    ("sue", "2023-08-30", "2024-02-29"),
    ("sue", "2023-08-29", "2024-02-29"),
    ("sue", "2022-08-31", "2023-02-28"),
    # 5 October 2023 is in the National Day holiday; the Saturday 7 October was worked
    ("sue", "2023-04-05", "2023-10-07"),
    # 12 February 2024 is in the Spring Festival; the Sunday 18 February was worked
    ("sue", "2023-08-12", "2024-02-18"),
    # 1 November 2015 was a Sunday
    ("sue", "2015-05-01", "2015-11-02"),
    # 31 August 2024 was a Saturday
    ("sue_untold", "2023-08-31", "2024-09-02"),
    # 8 February 2019 is in the Spring Festival, which ended on Sunday the 10th
    ("sue_untold", "2018-02-08", "2019-02-11"),
    ("sue_after_reconsideration", "2024-09-20", "2024-10-08"),
    ("reconsider", "2024-08-02", "2024-10-08"),
    ("reconsider", "2023-08-31", "2023-10-30"),
    ("reconsider_untold", "2024-02-29", "2025-02-28"),
    ("reconsider_decide", "2023-08-31", "2023-10-30"),
    ("reconsider_extend", "2023-10-30", "2023-11-29"),
    # three months
    ("apply", "2023-07-01", "2023-10-07"),
    ("apply", "2023-11-30", "2024-02-29"),
    ("apply", "2024-02-29", "2024-05-29"),
    # ten working days: 29, 30 September, 8 to 12 (a worked Saturday), 14 to 16 October 2024
    ("demand", "2024-09-27", "2024-10-16"),
    # five working days: 7, 8 (worked weekend), 9, 10, 11 October 2023
    ("accept", "2023-09-28", "2023-10-11"),
    ("accept", "2024-06-20", "2024-06-27"),
    # seven working days: 8, 9, 18 (a worked Sunday) to 22 February 2024
    ("rule", "2024-02-07", "2024-02-22"),
    ("rule_hearing", "2024-09-05", "2024-10-08"),
    ("serve_refusal", "2024-04-30", "2024-05-10"),
    ("object_not_accepted", "2024-05-26", "2024-06-11"),
    ("object_refusal", "2024-05-26", "2024-06-11"),
    ("review_not_accepted", "2024-05-26", "2024-06-11"),
    # 4 April 2024 is Qingming; the Sunday 7 April was worked
    ("review_refusal", "2024-03-05", "2024-04-07"),
    # 26 (a worked Sunday), 27 January, 5, 6, 7 February 2025
    ("begin_immediate", "2025-01-24", "2025-02-07"),
    ("decide", "2023-07-05", "2023-10-07"),
    ("serve_decision", "2023-09-28", "2023-10-13"),
    ("pay", "2023-09-20", "2023-10-07"),
    ("enforce_judgment", "2022-10-02", "2024-10-08"),
    # the limit on the power to punish is not moved off a holiday
    ("discover", "2022-10-01", "2024-10-01"),
    ("discover", "2020-02-29", "2022-02-28"),
    ("discover_harm", "2021-08-01", "2026-08-01"),
    # decisions since 15 July 2021, however long ago the act was done or the case opened
    ("limitation", "2015-02-28", "2017-02-28"),
    ("limitation_harm", "2016-02-29", "2021-02-28"),
    ("decide_case", "2021-05-06", "2021-08-04"),
    ("decide_case", "2023-07-05", "2023-10-07"),
]


@pytest.mark.parametrize(("period", "start", "due"), BY_HAND)
def test_by_hand(period, start, due):
    assert LAW.deadline(period, D(start)).end == Interval.on(D(due))


def test_every_period_is_counted_by_hand():
    own = {name for name, period in LAW.periods.by_name.items() if period.versions}
    assert own == {period for period, _, _ in BY_HAND}


def test_a_period_begins_where_the_one_before_ended_after_it_was_moved():
    # six months from 5 April 2023 end on 5 October, moved to the 7th; three months from the 7th end on 7 January 2024,
    # a Sunday, and move to Monday the 8th; from 5 October they would have ended on Friday 5 January
    found = LAW.chain(["sue", "apply"], D("2023-04-05"))
    assert found.end == Interval.on(D("2024-01-08"))
    assert [str(provision) for provision in found.basis] == [
        "《行政诉讼法》(2017-06-27)第四十六条",
        "《行政强制法》(2011-06-30)第五十三条",
    ]


def test_the_chain_of_a_pending_reconsideration():
    # 60 days from 31 August 2023: 30 October; 30 more: 29 November; 15 more: 14 December
    assert LAW.deadline("reconsideration_pending", D("2023-08-31")).end == Interval.on(D("2023-12-14"))


@pytest.mark.parametrize(
    ("period", "start"),
    [
        ("sue", "2015-04-30"),
        ("sue_untold", "2018-02-07"),
        ("sue_after_reconsideration", "2017-06-30"),
        ("reconsider_decide", "2017-12-31"),
        ("apply", "2011-12-31"),
        ("accept", "2011-12-31"),
        ("decide", "2021-07-14"),
    ],
)
def test_before_the_first_version_nothing_is_known(period, start):
    assert LAW.deadline(period, D(start)).end == Interval(FIRST_DAY, LAST_DAY)
    assert LAW.deadline(period, D(start) + dt.timedelta(days=1)).end != Interval(FIRST_DAY, LAST_DAY)


@pytest.mark.parametrize(
    ("start", "ends", "counted"),
    [
        ("2022-10-01", "2024-10-01", "2024-09-30"),
        ("2022-03-01", "2024-03-01", "2024-02-29"),
        ("2023-02-28", "2025-02-28", "2025-02-27"),
        ("2024-02-29", "2026-02-28", "2026-02-27"),
    ],
)
def test_a_first_day_that_is_counted_ends_the_period_a_day_sooner(start, ends, counted):
    assert LAW.deadline("limitation", D(start)).end == Interval.on(D(ends))
    assert LAW.deadline("limitation", D(start), counts_first=True).end == Interval.on(D(counted))


def test_a_last_day_moves_where_the_caller_says_so():
    # 1 October 2024 is a holiday until the 7th; 3 October 2023 is one until the 6th, and the Saturday after was worked
    assert LAW.deadline("limitation", D("2022-10-01"), rolls=True).end == Interval.on(D("2024-10-08"))
    assert LAW.deadline("decide_case", D("2023-07-05"), rolls=False).end == Interval.on(D("2023-10-03"))


def test_told_or_not_told_gives_an_interval():
    assert LAW.deadline("sue_maybe_told", D("2023-08-31")).end == Interval(D("2024-02-29"), D("2024-09-02"))
    # before 8 February 2018 the year is not known, the six months are
    assert LAW.deadline("sue_maybe_told", D("2017-08-31")).end == Interval(D("2018-02-28"), LAST_DAY)


def test_months_told_are_never_fewer_than_the_statute_has():
    start = D("2023-08-31")
    assert LAW.deadline("sue", start, months=3).end == Interval.on(D("2024-02-29"))
    assert LAW.deadline("sue", start, months=9).end == Interval.on(D("2024-05-31"))


def test_an_unpublished_year():
    # the notice for 2027 isn't published: the end may be moved, nobody knows how far
    assert LAW.calendar.years[-1] == 2026
    assert LAW.deadline("sue", D("2026-08-15")).end == Interval(D("2027-02-15"), LAST_DAY)
    # 29, 30, 31 December are working days, then every day counts: 1 and 2 January
    assert LAW.deadline("accept", D("2026-12-28")).end == Interval(D("2027-01-02"), LAST_DAY)
    # ending in 2026 it doesn't matter
    assert LAW.deadline("sue", D("2026-06-30")).end == Interval.on(D("2026-12-30"))


def test_an_unbounded_start_stays_unbounded():
    half = Interval(D("2023-08-31"), LAST_DAY)
    assert LAW.deadline("apply", half).end == Interval(D("2023-11-30"), LAST_DAY)
    assert LAW.deadline("apply", Interval(FIRST_DAY, D("2023-08-31"))).end == Interval(FIRST_DAY, D("2023-11-30"))


def test_an_unknown_period_names_those_there_are():
    with pytest.raises(UsageError, match="sue"):
        LAW.deadline("appeal", D("2023-08-31"))


def test_steps_say_how_the_day_was_found():
    (step,) = LAW.deadline("sue", D("2023-04-05")).steps
    assert (
        step.zh
        == "起诉期限:自2023-04-05的次日起算6个月,末日2023-10-05非工作日,顺延,届满日为2023-10-07(《行政诉讼法》(2017-06-27)第四十六条)"
    )
    assert "moves on" in step.en
    assert "2023-10-07" in step.en


OWN = [name for name, period in LAW.periods.by_name.items() if period.versions]
FIRST, LAST = D("2012-01-01"), dt.date(LAW.calendar.years[-1], 12, 31)
days = st.dates(FIRST, LAST)


@given(st.sampled_from(OWN), days, days)
def test_periods_are_monotonic(period, one, other):
    one, other = sorted((one, other))
    version = LAW.periods[period].version_on(one)
    if version is None or version is not LAW.periods[period].version_on(other):
        return
    early, late = LAW.deadline(period, one).end, LAW.deadline(period, other).end
    assert early.earliest <= late.earliest
    assert early.latest <= late.latest


@given(st.sampled_from(OWN), days)
def test_periods_never_end_on_a_day_off_work(period, start):
    end = LAW.deadline(period, start).end
    version = LAW.periods[period].version_on(start)
    if version and version.rolls and end.certain:
        assert LAW.calendar.is_workday(end.earliest)
        assert end.earliest > start


@pytest.mark.parametrize("period", LAW.periods.by_name)
def test_the_table_equals_the_function_on_every_day(period):
    rows = LAW.rows(period, FIRST, LAST)
    assert len(rows) == (LAST - FIRST).days + 3
    for start, earliest, latest in rows[2:]:
        assert LAW.deadline(period, start).end == Interval(earliest, latest)
    assert rows[:2] == [(FIRST_DAY,) * 3, (LAST_DAY,) * 3]


@given(st.dates(D("1900-01-01"), D("2100-01-01")), st.integers(0, 600))
def test_months_are_added_from_the_starting_day_itself(day, months):
    end = add_months(day, months)
    assert (end.year * 12 + end.month) - (day.year * 12 + day.month) == months
    assert end.day == day.day or (end.day < day.day and (end + dt.timedelta(days=1)).day == 1)


def test_month_arithmetic_equals_the_published_examples():
    for name, column in (("ambiguous_computations", 3), ("exact_computations", 2)):
        with shared(f"checks/dates-calc/{name}.csv").open(encoding="utf-8") as file:
            rows = [[cell.strip() for cell in row] for row in csv.reader(file, delimiter=";")][1:]
        assert rows
        for row in rows:
            years, months, days_ = (int("".join(c for c in part if c.isdigit())) for part in row[1].split(","))
            assert add_months(D(row[0]), years * 12 + months) + dt.timedelta(days=days_) == D(row[column])
    with shared("checks/dates-calc/first_last_day_of_month.csv").open(encoding="utf-8") as file:
        for row in list(csv.reader(file, delimiter=";"))[1:]:
            first = D(row[1].strip())
            assert add_months(first, 1) - dt.timedelta(days=1) == D(row[2].strip())


@settings(max_examples=30)
@given(st.dates(D("2012-01-01"), D("2030-12-31")))
def test_a_chain_is_its_parts(day):
    whole = LAW.deadline("reconsideration_pending", day).end
    step = LAW.deadline("reconsider_decide", day).end
    step = LAW.deadline("reconsider_extend", step).end
    assert whole == LAW.deadline("sue_after_reconsideration", step).end
