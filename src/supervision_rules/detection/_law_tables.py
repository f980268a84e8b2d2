"""Deadlines for sets: joins with tables that the one deadline function filled (期限表)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import ibis

from supervision_rules.detection._tri import Expr, Span, day, join
from supervision_rules.law import FIRST_DAY, LAST_DAY, LawBook, LegalTime, default_book
from supervision_rules.law._deadlines import arrow_rows

TABLE_SCHEMA = {"variant": "int32", "start": "date", "earliest": "date", "latest": "date"}


@dataclass(frozen=True, slots=True)
class PeriodOf:
    """Which period a variant stands for, and the months told where they are longer than its own."""

    name: str
    months: int | None = None
    rolls: bool | None = None
    """Whether a last day off work moves, where a parameter says otherwise than the period's own version."""
    counts_first: bool = False
    """Whether the day it starts on is counted itself."""


@dataclass(frozen=True, slots=True)
class DueStep:
    """A deadline among the steps of a ladder: where it starts and which period applies."""

    into: str
    start: str
    variants: Mapping[int, PeriodOf]
    variant: str | None


@dataclass(frozen=True, slots=True)
class LaterStep:
    """The later of several days among the steps of a ladder."""

    into: str
    of: tuple[str, ...]
    zh: str
    en: str


@dataclass
class LegalTables:
    """Gives detectors deadline columns, and remembers which tables they need and which steps were taken."""

    law: LegalTime
    last: dt.date
    law_book: Callable[[], LawBook] = default_book
    read_book: LawBook | None = field(default=None, init=False)
    """The book, once a detector has asked for it."""
    tables: dict[str, dict[int, PeriodOf]] = field(default_factory=dict)
    steps: dict[str, DueStep | LaterStep] = field(default_factory=dict)

    @property
    def book(self) -> LawBook:
        """Statutes and punished acts: those given, else the package's own."""
        self.read_book = self.law_book()
        return self.read_book

    def due(
        self,
        table: Expr,
        into: str,
        *,
        start: str,
        period: str | None = None,
        variants: Mapping[int, PeriodOf] | None = None,
        variant: str | None = None,
        day_column: str | None = None,
    ) -> Expr:
        """Add `<into>_lo` and `<into>_hi`: the earliest and the latest day on which the period ends.

        Args:
            table: the table to add to.
            into: name of the new interval.
            start: name of the interval on which the period starts.
            period: the period, where it is the same for all rows.
            variants: else the period for each value of the column `variant`; the table is then `law_<into>_by_case`.
            variant: the column that chooses.
            day_column: a column with the start's day, NULL where not known, where the interval is never wider: one join
                then serves both ends.
        """
        chosen = dict(variants or {0: PeriodOf(period or into)})
        name = f"law_{into}_by_case" if variants else f"law_{chosen[0].name}"
        known = self.tables.setdefault(name, {})
        known.update(chosen)
        self.steps[into] = DueStep(into, start, chosen, variant)
        span = Span.of(table, start)
        if day_column:
            other = ibis.table(TABLE_SCHEMA, name=name).view()
            joined = join(
                table,
                other,
                self._on(table, other, table[day_column], variant),
                at_lo=other.earliest,
                at_hi=other.latest,
            )
        else:
            lower, upper = ibis.table(TABLE_SCHEMA, name=name).view(), ibis.table(TABLE_SCHEMA, name=name).view()
            joined = join(table, lower, self._on(table, lower, span.lo, variant), at_lo=lower.earliest)
            on = self._on(joined, upper, joined[f"{start}_hi"], variant)
            joined = join(joined, upper, on, at_hi=upper.latest)
        found = Span.of(joined, start)
        beyond = ibis.ifelse(found.lo > day(self.last), found.lo, day(FIRST_DAY))
        ends = {
            f"{into}_lo": joined.at_lo.fill_null(beyond),
            f"{into}_hi": joined.at_hi.fill_null(day(LAST_DAY)),
        }
        return joined.mutate(**ends).drop("at_lo", "at_hi")

    def later(self, table: Expr, into: str, *of: str, zh: str, en: str) -> Expr:
        """Add `<into>_lo` and `<into>_hi`: the later of the intervals named; `zh` and `en` say what it is."""
        self.steps[into] = LaterStep(into, of, zh, en)
        los, his = [table[f"{name}_lo"] for name in of], [table[f"{name}_hi"] for name in of]
        return table.mutate(**{f"{into}_lo": ibis.greatest(*los), f"{into}_hi": ibis.greatest(*his)})

    def arrow(self, name: str) -> Any:
        """The deadline table of that name as Arrow: variant, start, earliest, latest."""
        rows = {
            key: self.law.rows(
                of.name,
                self.law.periods.first_start(of.name),
                self.last,
                months=of.months,
                rolls=of.rolls,
                counts_first=of.counts_first,
            )
            for key, of in self.tables[name].items()
        }
        return arrow_rows(rows)

    @staticmethod
    def _on(table: Expr, other: Expr, start: Expr, variant: str | None) -> list[Expr]:
        on = [start == other.start]
        if variant:
            on.append(table[variant] == other.variant)
        return on
