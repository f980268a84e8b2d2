"""What is judged: one penalty decision, with what a reader of its texts would find in them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

Truth = bool | None
"""None: can't be told."""


@dataclass(frozen=True)
class Cite:
    """A provision cited in `legal_basis`.

    `version` is what a named version says, a year or the day it was passed. `purpose`: basis, violated or procedure.
    """

    title: str
    article: int | None = None
    paragraph: int | None = None
    item: int | None = None
    suffix: int = 0
    version: str | None = None
    purpose: str = "basis"


@dataclass(frozen=True)
class Payment:
    """A payment; `kind` None is a kind that isn't known."""

    kind: str | None
    paid_on: date
    amount: Decimal


@dataclass(frozen=True)
class Decision:
    """A row of penalties (None is not known), and the truth about its texts.

    Truth: `acts` that the text of the violation describes, equally good (none: not recognised); `citations` in
    `legal_basis`; `text_serious`, `text_refused`: what the text of the violation itself says. Of the document, where there
    is one: `fine_in_words`, `on_the_spot`. `payments` None: no such table.
    """

    decision_no: str
    agency: str
    decided_on: date
    party_name: str = "张某"
    party_kind: str | None = None
    party_id: str | None = None
    violation: str | None = None
    occurred_on: date | None = None
    found_on: date | None = None
    opened_on: date | None = None
    served_on: date | None = None
    pay_by: date | None = None
    penalty_kinds: tuple[str, ...] | None = None
    fine: Decimal | None = None
    illegal_gains: Decimal | None = None
    confiscated: Decimal | None = None
    legal_basis: str | None = None
    serious: bool | None = None
    mitigation: bool | None = None
    refused: bool | None = None
    remedy_told: bool | None = None
    suit_months_told: int | None = None
    reconsideration_days_told: int | None = None
    reconsideration_organ_told: str | None = None
    acts: tuple[str, ...] = ()
    citations: tuple[Cite, ...] = ()
    text_serious: bool | None = None
    text_refused: bool | None = None
    fine_in_words: Decimal | None = None
    on_the_spot: bool | None = None
    payments: tuple[Payment, ...] | None = ()

    @property
    def is_serious(self) -> Truth:
        """情节严重, from the column or the text; where they contradict each other it can't be told."""
        return _told(self.serious, self.text_serious)

    @property
    def is_refused(self) -> Truth:
        """拒不改正, from the column or the text; where they contradict each other it can't be told."""
        return _told(self.refused, self.text_refused)


@dataclass(frozen=True)
class Parameters:
    """The choices of legal.time."""

    limitation_start: str = "excluded"
    limitation_roll: bool = False
    decide_roll: bool = True


@dataclass(frozen=True)
class Judgement:
    """What one ladder says; `kind` for findings and for what can't be told, `rung` is this evaluation's own name."""

    outcome: str
    kind: str | None
    rung: str


def finding(kind: str) -> Judgement:
    """The rung of that name holds."""
    return Judgement("finding", kind, kind)


def unverified(kind: str, rung: str) -> Judgement:
    """A rung can't be told; `kind` is the one that would be named."""
    return Judgement("unverified", kind, rung)


CLEAR = Judgement("clear", None, "clear")


def not_applicable(rung: str) -> Judgement:
    """The decision is not a subject."""
    return Judgement("not_applicable", None, rung)


def every_way(values: Iterable[Truth]) -> Truth:
    """What holds in every possibility; None where it holds in some only, or where there is no possibility at all."""
    seen = set(values)
    return seen.pop() if len(seen) == 1 else None


def any_of(values: Iterable[Truth]) -> Truth:
    """Whether one of several holds."""
    seen = set(values)
    if True in seen:
        return True
    return None if None in seen else False


def denied(value: Truth) -> Truth:
    """The opposite."""
    return None if value is None else not value


def _told(column: bool | None, text: bool | None) -> Truth:
    if column is None or column == text:
        return text
    return column if text is None else None
