"""Legal time in plain Python: the working calendar, periods with versions, intervals.

Readings
--------
- The version of a period is the one in force on the day that starts it; a start before
  the first version known leaves the end unknown on both sides.
- A last day off work whose move would run into a year without a published calendar:
  the earliest end is the day before it is moved, the latest is unknown.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from importlib import import_module

MIN = date(1, 1, 1)
MAX = date(9999, 12, 31)
ONE_DAY = timedelta(days=1)
FAR_YEAR = 9000


@dataclass(frozen=True)
class Span:
    """The earliest and the latest day that something can be."""

    earliest: date
    latest: date


NOT_KNOWN_SPAN = Span(MIN, MAX)


def exactly(day: date) -> Span:
    """Give the span of a day that is known."""
    return Span(day, day)


def later_of(*spans: Span) -> Span:
    """Give the latest of several days, each of which may be an interval."""
    return Span(max(span.earliest for span in spans), max(span.latest for span in spans))


def hull(*spans: Span) -> Span:
    """Give the interval that holds all of several intervals."""
    return Span(min(span.earliest for span in spans), max(span.latest for span in spans))


def after(day: Span, limit: Span) -> bool | None:
    """Tell whether a day lies after a limit; None where that can't be told."""
    if day.earliest > limit.latest:
        return True
    if day.latest <= limit.earliest:
        return False
    return None


def days_in_month(year: int, month: int) -> int:
    """Count the days of a month."""
    if month == 2:
        leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
        return 29 if leap else 28
    return 30 if month in (4, 6, 9, 11) else 31


def plus_months(start: date, months: int) -> date:
    """Add months to the starting day itself, to the month's last day if need be."""
    count = start.year * 12 + (start.month - 1) + months
    year, month = count // 12, count % 12 + 1
    return date(year, month, min(start.day, days_in_month(year, month)))


class WorkingCalendar:
    """The working days (工作日) of the years whose holiday notice is published."""

    def __init__(self, days_off: Collection[date], days_worked: Collection[date]) -> None:
        """Take the public holidays and the weekend days that are worked."""
        self.days_off = frozenset(days_off)
        self.days_worked = frozenset(days_worked)
        self.years = frozenset(day.year for day in self.days_off)

    def works(self, day: date) -> bool | None:
        """Tell whether a day is worked; None in a year without a calendar."""
        if day.year not in self.years:
            return None
        if day in self.days_worked:
            return True
        if day in self.days_off:
            return False
        return day.weekday() < 5

    def moved(self, day: date) -> Span:
        """Move a last day to the next working day, if it is not one itself."""
        end = day
        while True:
            worked = self.works(end)
            if worked is None:
                return Span(day, MAX)
            if worked:
                return exactly(end)
            end += ONE_DAY

    def after_working_days(self, start: date, count: int) -> Span:
        """Count working days, beginning with the day after the start."""
        day = start
        known = True
        left = count
        while left > 0:
            day += ONE_DAY
            worked = self.works(day)
            if worked is None:
                known = False
            if worked is not False:
                left -= 1
        return Span(day, day if known else MAX)


constants = import_module("chinese_calendar.constants")
CALENDAR = WorkingCalendar(set(constants.holidays), set(constants.workdays))


@dataclass(frozen=True)
class Period:
    """A length of time, and the day since when the law that is known gives it."""

    amount: int
    unit: str  # 'months', 'days' or 'working days'
    since: date


SUE_TOLD = Period(6, "months", date(2015, 5, 1))  # 行政诉讼法 46
SUE_NOT_TOLD = Period(12, "months", date(2018, 2, 8))  # 法释〔2018〕1号 64
SUE_AFTER_RECONSIDERATION = Period(15, "days", date(2017, 7, 1))  # 行政诉讼法 45
RECONSIDER = Period(60, "days", date(2018, 1, 1))  # 行政复议法
RECONSIDER_LONGER = Period(30, "days", date(2018, 1, 1))  # 行政复议法
APPLY = Period(3, "months", date(2012, 1, 1))  # 行政强制法 53
DEMAND = Period(10, "working days", date(2012, 1, 1))  # 行政强制法 54
ACCEPT = Period(5, "working days", date(2012, 1, 1))  # 行政强制法 56
RULE = Period(7, "working days", date(2012, 1, 1))  # 行政强制法 57
RULE_WITH_HEARING = Period(30, "days", date(2012, 1, 1))  # 行政强制法 58
SERVE_REFUSAL = Period(5, "working days", date(2012, 1, 1))  # 行政强制法 58
REVIEW_REFUSAL = Period(30, "days", date(2012, 1, 1))  # 行政强制法 58
REVIEW_NON_ACCEPTANCE = Period(15, "days", date(2012, 1, 1))  # 行政强制法 56
BEGIN_ENFORCEMENT = Period(5, "working days", date(2012, 1, 1))  # 行政强制法 59
DEFERRAL_LAW_SINCE = date(2021, 7, 15)  # 行政处罚法 72


@cache
def end_from(period: Period, start: date) -> Span:
    """Give the last day of a period that one known day starts."""
    if start < period.since or start.year >= FAR_YEAR:
        return NOT_KNOWN_SPAN
    if period.unit == "working days":
        return CALENDAR.after_working_days(start, period.amount)
    if period.unit == "months":
        return CALENDAR.moved(plus_months(start, period.amount))
    return CALENDAR.moved(start + timedelta(days=period.amount))


def end_of(period: Period, start: Span) -> Span:
    """Give the last day of a period whose start may be an interval."""
    first = end_from(period, start.earliest)
    last = end_from(period, start.latest)
    return Span(first.earliest, last.latest)


def time_to_sue(served_on: date | None, months_told: int | None, told: bool | None) -> Span:
    """Give the end of the time to sue (起诉期限) after service of a penalty."""
    if served_on is None:
        return NOT_KNOWN_SPAN
    start = exactly(served_on)
    if months_told is not None:
        return end_of(replace(SUE_TOLD, amount=max(6, months_told)), start)
    if told is True:
        return end_of(SUE_TOLD, start)
    if told is False:
        return end_of(SUE_NOT_TOLD, start)
    return Span(end_of(SUE_TOLD, start).earliest, end_of(SUE_NOT_TOLD, start).latest)
