"""The working calendar (工作日历): which days are working days, and since when that is known."""

from __future__ import annotations

import datetime as dt
import hashlib
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib import resources
from pathlib import Path
from typing import Any

import yaml

from supervision_rules.errors import LawDataError, Place, UsageError
from supervision_rules.law._published import published_holidays, published_workdays

FIRST_DAY = dt.date.min
"""Stands for *no earliest day known* (0001-01-01)."""
LAST_DAY = dt.date.max
"""Stands for *no latest day known*, and for an event that has not happened (9999-12-31)."""
_ONE = dt.timedelta(days=1)


@dataclass(frozen=True)
class WorkingCalendar:
    """工作日历: the years whose holiday notice is published, day by day.

    `years` are the published years; `off` are weekdays off work, `worked` weekend days worked; `known_from` gives for a
    day when the notice that says so was published, where that is known.
    """

    years: tuple[int, ...]
    off: frozenset[dt.date]
    worked: frozenset[dt.date]
    known_from: Mapping[dt.date, dt.date]

    def published(self, day: dt.date) -> bool:
        """Whether the notice for the day's year is in the calendar."""
        return day.year in self._year_set

    def is_workday(self, day: dt.date) -> bool:
        """Whether the day is a working day.

        Raises:
            LawDataError: the day's year has no published notice.
        """
        if not self.published(day):
            raise _unpublished(day.year)
        return self._works(day)

    def roll(self, day: dt.date) -> dt.date | None:
        """The day itself, or the next working day where it is off work; None where no published notice tells."""
        while self.published(day):
            if self._works(day):
                return day
            day += _ONE
        return None

    def add_workdays(self, start: dt.date, count: int) -> tuple[dt.date, bool]:
        """The last of `count` working days after `start`, and whether it is certain.

        Where the days run into an unpublished year every day from there is counted as worked: the earliest day possible.
        """
        if start.year in self._year_set:
            index = self._ordinal(start) + count - 1
            run = self._run_end(start)
            last = self._ordinal(run)
            if index < last:
                return self._workdays[index], True
            return run + (index - last + 1) * _ONE, False
        return start + count * _ONE, False

    def rows(self) -> Iterable[tuple[dt.date, bool, int, dt.date | None]]:
        """The calendar table: day, is_workday, ordinal (working days up to and including it), known_from."""
        ordinal = 0
        for year in self.years:
            day = dt.date(year, 1, 1)
            while day.year == year:
                works = self._works(day)
                ordinal += works
                yield day, works, ordinal, self.known_from.get(day)
                day += _ONE

    @cached_property
    def digest(self) -> str:
        """A hash of all facts of the calendar."""
        return hashlib.sha256(repr(list(self.rows())).encode()).hexdigest()

    @cached_property
    def _year_set(self) -> frozenset[int]:
        return frozenset(self.years)

    @cached_property
    def _workdays(self) -> Sequence[dt.date]:
        return [day for day, works, _, _ in self.rows() if works]

    def _works(self, day: dt.date) -> bool:
        return day in self.worked or (day.weekday() < 5 and day not in self.off)

    def _ordinal(self, day: dt.date) -> int:
        return bisect_left(self._workdays, day + _ONE)

    def _run_end(self, day: dt.date) -> dt.date:
        year = day.year
        while year + 1 in self._year_set:
            year += 1
        return dt.date(year, 12, 31)


def load_calendar(extra_years: Iterable[Path] = ()) -> WorkingCalendar:
    """The published calendar of the maintained package, and an office's own YAML files for years that it lacks.

    A file gives `year`, `published` (the notice's day, may be left out), `holidays` (days off) and `workdays` (weekend days
    worked), each a list of days or `first..last`.

    Raises:
        UsageError: a file isn't there.
        LawDataError: a file that can't be used, or a year that is published already.
    """
    off, worked = set(published_holidays()), set(published_workdays())
    years = sorted({day.year for day in off})
    known = {entry["day"]: entry["known_from"] for entry in _changes()}
    for path in extra_years:
        year, published, year_off, year_worked = _read_year(path)
        if year in years:
            raise LawDataError.of(
                "SR401",
                f"{year} 年的节假日安排已在日历中,不能再次给出",
                f"the calendar already has the year {year}",
                place=Place(str(path)),
            )
        years.append(year)
        off |= year_off
        worked |= year_worked
        if published:
            known.update(dict.fromkeys(year_off | year_worked, published))
    return WorkingCalendar(tuple(sorted(years)), frozenset(off - worked), frozenset(worked), known)


def _changes() -> list[dict[str, Any]]:
    text = resources.files("supervision_rules.law").joinpath("data/calendar_changes.yaml").read_text("utf-8")
    return list(yaml.safe_load(text))


def _read_year(path: Path) -> tuple[int, dt.date | None, set[dt.date], set[dt.date]]:
    try:
        data = yaml.safe_load(path.read_text("utf-8"))
    except FileNotFoundError:
        raise UsageError.of("SR402", f"找不到日历文件 {path}", f"no calendar file {path}") from None
    except (yaml.YAMLError, UnicodeDecodeError, OSError) as error:
        raise LawDataError.of(
            "SR403", f"日历文件读不了:{error}", f"can't read: {error}", place=Place(str(path))
        ) from None
    allowed = {"year", "published", "holidays", "workdays"}
    if not isinstance(data, dict) or set(data) - allowed or not isinstance(data.get("year"), int):
        raise LawDataError.of(
            "SR404",
            "日历文件只能有 year(年份,必填)、published、holidays、workdays 四项",
            "a calendar file has year (required), published, holidays and workdays, and nothing else",
            place=Place(str(path)),
        )
    year = data["year"]
    published = data.get("published")
    if published is not None and type(published) is not dt.date:
        raise _bad_day(path, published)
    off = {day for day in _days(path, data.get("holidays"), year) if day.weekday() < 5}
    worked = _days(path, data.get("workdays"), year)
    if not off:
        raise LawDataError.of("SR405", f"{year} 年没有列出任何放假日", f"no day off for {year}", place=Place(str(path)))
    if weekdays := sorted(day for day in worked if day.weekday() < 5):
        raise LawDataError.of(
            "SR406",
            f"{weekdays[0]} 不是周末,不能列为调休上班日",
            f"{weekdays[0]} isn't a weekend day",
            place=Place(str(path)),
        )
    return year, published, off, worked


def _days(path: Path, entries: object, year: int) -> set[dt.date]:
    days: set[dt.date] = set()
    if not isinstance(entries, list | None):
        raise _bad_day(path, entries)
    for entry in entries or ():
        ends = [entry] if type(entry) is dt.date else str(entry).split("..")
        try:
            first, last = (
                end if isinstance(end, dt.date) else dt.date.fromisoformat(end.strip()) for end in (ends[0], ends[-1])
            )
        except ValueError:
            raise _bad_day(path, entry) from None
        if not first.year == last.year == year or last < first or len(ends) > 2:
            raise _bad_day(path, entry)
        days |= {first + _ONE * step for step in range((last - first).days + 1)}
    return days


def _bad_day(path: Path, entry: object) -> LawDataError:
    return LawDataError.of(
        "SR407",
        f"“{entry}”不是该年的日期或“起..止”日期段",
        f"{entry!r} is no day of that year, nor a range first..last",
        place=Place(str(path)),
    )


def _unpublished(year: int) -> LawDataError:
    return LawDataError.of("SR408", f"{year} 年的节假日安排尚未公布", f"the holiday notice for {year} isn't published")
