"""The one function that computes deadlines, its steps, and the tables it fills (期限计算)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from supervision_rules.errors import UsageError
from supervision_rules.law._calendar import FIRST_DAY, LAST_DAY, WorkingCalendar, load_calendar
from supervision_rules.law._periods import Length, Period, Periods, Provision, Version, add_months, load_periods


@dataclass(frozen=True, slots=True)
class Interval:
    """The earliest and the latest day that something can be; mostly the same.

    Unbounded is `FIRST_DAY` (0001-01-01) and `LAST_DAY` (9999-12-31).
    """

    earliest: dt.date
    latest: dt.date

    @classmethod
    def on(cls, day: dt.date) -> Interval:
        """A day that is known."""
        return cls(day, day)

    @property
    def certain(self) -> bool:
        """Whether it is one day."""
        return self.earliest == self.latest

    def text(self, lang: str = "zh") -> str:
        """The day, or both ends, with words for what is not known."""
        if self.certain:
            return str(self.earliest)
        unknown = "不明" if lang == "zh" else "not known"
        ends = (
            unknown if self.earliest == FIRST_DAY else str(self.earliest),
            unknown if self.latest == LAST_DAY else str(self.latest),
        )
        return f"最早{ends[0]}、最晚{ends[1]}" if lang == "zh" else f"earliest {ends[0]}, latest {ends[1]}"


UNKNOWN = Interval(FIRST_DAY, LAST_DAY)
_TableKey = tuple[str, dt.date, dt.date, int | None, bool | None, bool]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a computation (计算步骤), in both languages, with the days it goes from and to and the article."""

    period: str
    start: Interval
    end: Interval
    length: str
    basis: tuple[str, ...]
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Deadline:
    """期限届满日: the last day on which something is in time, and the steps that lead to it."""

    start: Interval
    end: Interval
    steps: tuple[Step, ...]
    basis: tuple[Provision, ...]


@dataclass(frozen=True)
class LegalTime:
    """法定期限: the periods read with a working calendar. Holds no state; two of them don't disturb each other."""

    calendar: WorkingCalendar
    periods: Periods

    def deadline(
        self,
        name: str,
        start: dt.date | Interval,
        *,
        months: int | None = None,
        rolls: bool | None = None,
        counts_first: bool = False,
    ) -> Deadline:
        """The deadline of the period that starts on `start` (that day is not counted).

        Args:
            name: a name of `law/data/periods.yaml`, such as `sue` or `apply`.
            start: the day, or the earliest and latest day it can be.
            months: a length told to the party instead of the statute's own, in months; never shorter than it.
            rolls: whether a last day off work moves, instead of what the period's version says.
            counts_first: whether the day it starts on is counted itself, so that the period ends a day sooner.

        Raises:
            UsageError: no such period.
        """
        if name not in self.periods.by_name:
            raise UsageError.of(
                "SR412",
                f"没有名为 {name} 的期限;可用的有:{'、'.join(self.periods.by_name)}",
                f"no period {name}; there are: {', '.join(self.periods.by_name)}",
            )
        span = start if isinstance(start, Interval) else Interval.on(start)
        period = self.periods[name]
        if period.chain:
            return self.chain(period.chain, span)
        if period.between:
            shorter, longer = (self.deadline(part, span) for part in period.between)
            return Deadline(span, self.end(name, span), shorter.steps + longer.steps, shorter.basis + longer.basis)
        end = self.end(name, span, months=months, rolls=rolls, counts_first=counts_first)
        ends = dict.fromkeys((span.earliest, span.latest))
        versions = [_rolling(version, rolls) for version in map(period.version_on, ends) if version]
        basis = tuple(dict.fromkeys(version.basis for version in versions))
        return Deadline(span, end, (self._step(name, period, span, end, versions, months),), basis)

    def chain(self, names: Iterable[str], start: dt.date | Interval) -> Deadline:
        """Periods one after the other; each begins on the day the one before ended, after it was moved."""
        span = start if isinstance(start, Interval) else Interval.on(start)
        steps: tuple[Step, ...] = ()
        basis: tuple[Provision, ...] = ()
        end = span
        for name in names:
            part = self.deadline(name, end)
            steps, basis, end = steps + part.steps, basis + part.basis, part.end
        return Deadline(span, end, steps, basis)

    def rows(
        self,
        name: str,
        first: dt.date,
        last: dt.date,
        *,
        months: int | None = None,
        rolls: bool | None = None,
        counts_first: bool = False,
    ) -> list[tuple[dt.date, dt.date, dt.date]]:
        """The deadline table: start, earliest, latest for every day from `first` to `last` and for both unbounded ends."""
        key = (name, first, last, months, rolls, counts_first)
        if key not in self._tables:
            days = (first + dt.timedelta(days=n) for n in range((last - first).days + 1))
            table = [(FIRST_DAY, FIRST_DAY, FIRST_DAY), (LAST_DAY, LAST_DAY, LAST_DAY)]
            for day in days:
                end = self.end(name, Interval.on(day), months=months, rolls=rolls, counts_first=counts_first)
                table.append((day, end.earliest, end.latest))
            self._tables[key] = table
        return self._tables[key]

    @cached_property
    def _tables(self) -> dict[_TableKey, list[tuple[dt.date, dt.date, dt.date]]]:
        """Tables computed before: the same object always computes the same."""
        return {}

    def end(
        self,
        name: str,
        start: Interval,
        *,
        months: int | None = None,
        rolls: bool | None = None,
        counts_first: bool = False,
    ) -> Interval:
        """The deadline alone, without its steps: what tables are filled with and what the steps report."""
        period = self.periods[name]
        if period.chain:
            for part in period.chain:
                start = self.end(part, start)
            return start
        if period.between:
            shorter, longer = (self.end(part, start) for part in period.between)
            return Interval(shorter.earliest, max(shorter.latest, longer.latest))
        low = self._end(period, start.earliest, months, rolls, counts_first)
        high = low if start.certain else self._end(period, start.latest, months, rolls, counts_first)
        return Interval(low.earliest, high.latest)

    def _end(
        self, period: Period, start: dt.date, months: int | None, rolls: bool | None, counts_first: bool
    ) -> Interval:
        if start in (FIRST_DAY, LAST_DAY):
            return Interval.on(start)
        version = period.version_on(start)
        if version is None:
            return UNKNOWN
        length = told_length(version.length, months)
        if length.unit == "workdays":
            day, certain = self.calendar.add_workdays(start, length.count)
            return Interval(day, day if certain else LAST_DAY)
        day = _add(start, length) - dt.timedelta(days=counts_first)
        if not (version.rolls if rolls is None else rolls):
            return Interval.on(day)
        moved = self.calendar.roll(day)
        return Interval.on(moved) if moved else Interval(day, LAST_DAY)

    def _step(
        self, name: str, period: Period, start: Interval, end: Interval, versions: list[Version], months: int | None
    ) -> Step:
        version = versions[0] if versions else None
        basis = tuple(dict.fromkeys(str(v.basis) for v in versions))
        if version is None:
            known = "起算日不明或早于法律数据所载的第一个版本,期限不可知"
            known_en = "the start is not known or before the first version of the law data"
            return Step(name, start, end, "", (), f"{period.label}:{known}", f"{period.label_en}: {known_en}")
        length = told_length(version.length, months)
        notes, notes_en = _moves(start, end, length, version)
        return Step(
            name,
            start,
            end,
            f"{length.count} {length.unit}",
            basis,
            f"{period.label}:自{start.text()}的次日起算{length.text()},{notes}届满日为{end.text()}({';'.join(basis)})",
            f"{period.label_en}: {length.text('en')} from the day after {start.text('en')}, {notes_en}"
            f"ends {end.text('en')} ({'; '.join(basis)})",
        )


def _rolling(version: Version, rolls: bool | None) -> Version:
    return version if rolls is None else version.model_copy(update={"rolls": rolls})


def told_length(own: Length, months: int | None) -> Length:
    """The length told to the party, in months, but never less than the statute's own."""
    if months is None or own.unit != "months" or months <= own.count:
        return own
    return Length(count=months, unit="months")


def _add(start: dt.date, length: Length) -> dt.date:
    try:
        if length.unit == "days":
            return start + dt.timedelta(days=length.count)
        return add_months(start, length.count * (12 if length.unit == "years" else 1))
    except (OverflowError, ValueError):
        return LAST_DAY


def _moves(start: Interval, end: Interval, length: Length, version: Version) -> tuple[str, str]:
    if length.unit == "workdays":
        return "只计工作日,", "counting working days only, "
    if not version.rolls:
        return "不因节假日顺延,", "not moved off holidays, "
    if not (start.certain and end.certain):
        if start.certain:
            return "末日所在年份的节假日安排尚未公布,", "in a year whose holiday notice isn't published, "
        return "", ""
    raw = _add(start.earliest, length)
    if raw == end.earliest:
        return "", ""
    return f"末日{raw}非工作日,顺延,", f"{raw} is no working day and moves on, "


@lru_cache(maxsize=1)
def default_legal_time() -> LegalTime:
    """Legal time of the package's own calendar and periods; immutable, so always the same object."""
    return LegalTime(load_calendar(), load_periods())


def arrow_rows(rows: Mapping[int, list[tuple[dt.date, dt.date, dt.date]]]) -> Any:
    """Deadline tables of several variants as one Arrow table: variant, start, earliest, latest."""
    import pyarrow as pa

    flat = [(variant, *row) for variant, table in rows.items() for row in table]
    columns = list(zip(*flat, strict=True)) if flat else [(), (), (), ()]
    names = ("variant", "start", "earliest", "latest")
    types = (pa.int32(), pa.date32(), pa.date32(), pa.date32())
    return pa.table({n: pa.array(c, t) for n, c, t in zip(names, columns, types, strict=True)})
