"""Days around the run's day: working days counted one by one, deadlines by the law (日期推算)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from random import Random

from supervision_rules.errors import UsageError
from supervision_rules.law import LegalTime, add_months

EARLIEST = 960
"""How many days before the run's day the sample begins."""
_LATEST = 320
_RULES_SINCE = dt.date(2021, 7, 15)
"""行政处罚法 (2021) in force: before it a deferral doesn't postpone the time to apply."""
_ONE = dt.timedelta(days=1)
_THREE_DAYS = 3


class Days:
    """日期推算, seen from the run's day `as_of`."""

    def __init__(self, as_of: dt.date, law: LegalTime) -> None:
        self.as_of = as_of
        self._law = law
        self._ends: dict[tuple[str, dt.date, int | None], dt.date] = {}
        self._found: dict[tuple[str, int, int], list[dt.date]] = {}
        if self.ago(EARLIEST) < _RULES_SINCE or not law.calendar.published(self.ago(-_LATEST)):
            raise UsageError.of(
                "SR790",
                f"示例数据的截至日 {as_of} 不可用:须在 {_RULES_SINCE + dt.timedelta(days=EARLIEST)} 之后,"
                "且其后约一年的节假日安排已经公布",
                f"no sample data as of {as_of}: it must be after {_RULES_SINCE + dt.timedelta(days=EARLIEST)}, and the "
                "holiday notice for about a year from it must be published",
            )

    def ago(self, count: int) -> dt.date:
        """The day so many calendar days before the run's day."""
        return self.as_of - count * _ONE

    def works(self, day: dt.date) -> bool:
        """Whether it is a working day."""
        return self._law.calendar.is_workday(day)

    def before(self, day: dt.date, count: int) -> dt.date:
        """The working day so many working days before the day, which is not counted."""
        return self._walk(day, count, -_ONE)

    def after(self, day: dt.date, count: int) -> dt.date:
        """The working day so many working days after the day, which is not counted."""
        return self._walk(day, count, _ONE)

    def _walk(self, day: dt.date, count: int, step: dt.timedelta) -> dt.date:
        while count:
            day += step
            count -= self.works(day)
        return day

    def end(self, period: str, start: dt.date, months: int | None = None) -> dt.date:
        """The last day of a period."""
        key = (period, start, months)
        if key not in self._ends:
            self._ends[key] = self._law.deadline(period, start, months=months).end.latest
        return self._ends[key]

    def sue(self, served: dt.date) -> dt.date:
        """The end of the six months to sue."""
        return self.end("sue", served)

    def last(self, served: dt.date) -> dt.date:
        """The last day to apply, where the remedy was told and nothing else happened."""
        return self.end("apply", self.sue(served))

    def within(self, rng: Random, first: dt.date, last: dt.date) -> dt.date:
        """A working day from `first` to `last`."""
        while True:
            day = first + rng.randint(0, (last - first).days) * _ONE
            if self.works(day):
                return day

    def find(self, name: str, low: int, high: int, wanted: Callable[[dt.date], bool]) -> list[dt.date]:
        """The working days from `high` to `low` days ago that are wanted; looked for once under each name."""
        key = (name, low, high)
        if key not in self._found:
            days = (self.ago(count) for count in range(high, low - 1, -1))
            self._found[key] = [day for day in days if self.works(day) and wanted(day)]
        return self._found[key]

    def holiday_moves(self, served: dt.date) -> bool:
        """Whether a long holiday moves the last day to apply of a penalty served that day."""
        sued = self.sue(served)
        return (self.last(served) - add_months(sued, 3)).days >= _THREE_DAYS

    def month_is_shorter(self, served: dt.date) -> bool:
        """Whether the month in which the time to sue ends has no such day."""
        return add_months(served, 6).day != served.day
