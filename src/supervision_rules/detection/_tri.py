"""Three-valued conditions and interval comparisons as expressions: true, false, and NULL for *can't be told*."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any, TypeAlias

import ibis

from supervision_rules.law import FIRST_DAY, LAST_DAY

Expr: TypeAlias = Any
"""An Ibis expression: the package has no types of its own."""


def unknown() -> Expr:
    """The condition that can't be told."""
    return ibis.null("boolean")


def always(value: bool) -> Expr:
    """A condition that holds, or doesn't, for every row."""
    return ibis.literal(value)


def day(value: dt.date) -> Expr:
    """A day as an expression."""
    return ibis.literal(value, "date")


NEVER = LAST_DAY
"""The day of an event that has not happened, in the tables that detectors see."""


def happened(event: Expr) -> Expr:
    """Whether an event column's event has happened; NULL where the source has no such column."""
    return event < day(NEVER)


def code(condition: Expr) -> Expr:
    """A condition as a number that aggregates: 2 true, 1 can't be told, 0 false. Its maximum is SQL's OR over rows."""
    return ibis.cases((condition.isnull(), 1), (condition, 2), else_=0).cast("int8")


def from_code(number: Expr) -> Expr:
    """The condition that a number stands for; NULL, as a left join gives for no row at all, stands for false."""
    return ibis.cases((number == 2, always(True)), (number == 1, unknown()), else_=always(False))


def certainly(condition: Expr) -> Expr:
    """True where the condition holds for sure, else false."""
    return condition.fill_null(False)


def possibly(condition: Expr) -> Expr:
    """True where the condition holds or can't be told, else false."""
    return condition.fill_null(True)


@dataclass(frozen=True, slots=True)
class Span:
    """An interval of days as two expressions that are never NULL (0001-01-01 and 9999-12-31 where unbounded)."""

    lo: Expr
    hi: Expr

    @classmethod
    def of(cls, table: Expr, name: str) -> Span:
        """The columns `<name>_lo` and `<name>_hi` of a table."""
        return cls(table[f"{name}_lo"], table[f"{name}_hi"])

    @classmethod
    def on(cls, column: Expr) -> Span:
        """A day that is known, or not at all where the column is NULL."""
        return cls(column.fill_null(day(FIRST_DAY)), column.fill_null(day(LAST_DAY)))

    def columns(self, name: str) -> dict[str, Expr]:
        """The two expressions as columns `<name>_lo` and `<name>_hi`."""
        return {f"{name}_lo": self.lo, f"{name}_hi": self.hi}


def after(one: Span, other: Span) -> Expr:
    """Whether one day is after the other: true after its latest, false on or before its earliest."""
    return ibis.cases((one.lo > other.hi, always(True)), (one.hi <= other.lo, always(False)), else_=unknown())


def on_or_before(one: Span, other: Span) -> Expr:
    """The opposite of `after`."""
    return ibis.cases((one.hi <= other.lo, always(True)), (one.lo > other.hi, always(False)), else_=unknown())


def join(left: Expr, right: Expr, on: list[Expr], **new: Expr) -> Expr:
    """Left join that keeps the left columns and adds the named ones; its columns can be joined on again."""
    joined = left.left_join(right, on)
    return joined.select(*[left[name] for name in left.columns], **new)


def later(*spans: Span) -> Span:
    """The later of several days."""
    if len(spans) == 1:
        return spans[0]
    return Span(ibis.greatest(*(span.lo for span in spans)), ibis.greatest(*(span.hi for span in spans)))


def where_span(condition: Expr, yes: Span, no: Span) -> Span:
    """One interval where the condition holds, else the other."""
    return Span(ibis.ifelse(condition, yes.lo, no.lo), ibis.ifelse(condition, yes.hi, no.hi))


def unbounded() -> Span:
    """A day of which nothing is known."""
    return Span(day(FIRST_DAY), day(LAST_DAY))


def none() -> Span:
    """No day at all: never later than any other."""
    return Span(day(FIRST_DAY), day(FIRST_DAY))
