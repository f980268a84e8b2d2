"""The ladder: the first rung that holds decides, one that can't be told stops it.

Readings
--------
- `kind`, `due_on`, `happened_on` and `days_over` are given for findings and warnings;
  an unverified row has the kind alone, all others have none of them.
- A day that has happened but is not known at all (unbounded below) leaves `happened_on`
  and `days_over` empty: it is not counted to the day of the run.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from .legal_time import MAX, MIN, Span
from .truth import Truth

FINDING = "finding"
WARNING = "warning"
CLEAR = "clear"
NOT_APPLICABLE = "not_applicable"
UNVERIFIED = "unverified"


@dataclass(frozen=True)
class Outcome:
    """What one detector says of one subject."""

    detector: str
    subject: tuple[str, ...]
    outcome: str
    rung: str
    kind: str | None
    due_on: date | None
    happened_on: date | None
    days_over: int | None


@dataclass(frozen=True)
class Rung:
    """One step of a ladder; `happened` is None where the thing was not done."""

    name: str
    outcome: str
    holds: Truth
    due: Span | None = None
    happened: Span | None = None


def not_applicable(name: str, holds: Truth) -> Rung:
    """Make a rung that takes the subject out."""
    return Rung(name, NOT_APPLICABLE, holds)


def clear(name: str, holds: Truth = True) -> Rung:
    """Make a rung that clears the subject."""
    return Rung(name, CLEAR, holds)


def finding(name: str, holds: Truth, due: Span | None = None, happened: Span | None = None) -> Rung:
    """Make a rung that accuses."""
    return Rung(name, FINDING, holds, due, happened)


def decide(
    detector: str,
    subject: tuple[str, ...],
    order: tuple[str, ...],
    accusing: tuple[str, ...],
    rungs: Iterable[Rung],
    as_of: date,
) -> Outcome:
    """Go down the ladder; `order` holds all its rungs, `accusing` some of them."""
    for rung in rungs:
        if rung.name not in order:
            raise ValueError(f"{detector} has no rung {rung.name}")
        if rung.holds is False:
            continue
        if rung.holds is None or rung.outcome == UNVERIFIED:
            below = order[order.index(rung.name) :]
            kind = next(name for name in below if name in accusing)
            return Outcome(detector, subject, UNVERIFIED, rung.name, kind, None, None, None)
        if rung.outcome in (CLEAR, NOT_APPLICABLE):
            return Outcome(detector, subject, rung.outcome, rung.name, None, None, None, None)
        return accusation(detector, subject, rung, as_of)
    raise ValueError(f"{detector}: no rung holds for {subject}")


def accusation(detector: str, subject: tuple[str, ...], rung: Rung, as_of: date) -> Outcome:
    """Give the outcome of a rung that accuses or warns, with its days."""
    due_on = None
    if rung.due is not None and rung.due.latest != MAX:
        due_on = rung.due.latest
    happened_on = None
    counted_to: date | None = as_of
    if rung.happened is not None:
        happened_on = rung.happened.earliest
        if happened_on == MIN:
            happened_on = None
        counted_to = happened_on
    days_over = None
    if due_on is not None and counted_to is not None:
        days_over = (counted_to - due_on).days
    return Outcome(
        detector,
        subject,
        rung.outcome,
        rung.name,
        rung.name,
        due_on,
        happened_on,
        days_over,
    )
