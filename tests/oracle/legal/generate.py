"""Random decisions that reach every rung and every branch; the same seed gives the same decisions."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

from . import amounts, days, told
from .decision import Decision, Payment
from .texts import Text, store

__all__ = ["AS_OF", "COLUMNS", "decisions", "forget", "write"]

AS_OF = date(2026, 11, 24)
TEXTS = 1_900
AGENCIES = (
    "大方县交通运输局",
    "毕节市大方县交通运输局",
    "贵州省毕节市大方县交通运输局",
    "毕节市七星关区交通运输局",
    "毕节市交通运输局",
    "贵州省毕节市交通运输局",
    "织金县交通运输综合行政执法大队",
    "遵义市道路运输管理局",
)
COLUMNS = (
    "decision_no",
    "agency",
    "party_name",
    "party_kind",
    "party_id",
    "violation",
    "occurred_on",
    "found_on",
    "opened_on",
    "decided_on",
    "served_on",
    "pay_by",
    "penalty_kinds",
    "fine",
    "illegal_gains",
    "confiscated",
    "legal_basis",
    "serious",
    "mitigation",
    "refused",
    "remedy_told",
    "suit_months_told",
    "reconsideration_days_told",
    "reconsideration_organ_told",
    "performed_on",
    "revoked_on",
    "document",
)
"""The columns of penalties.csv. `performed_on`, `revoked_on` and `document` stay empty."""
FORGETTABLE = tuple(
    column
    for column in COLUMNS
    if column not in ("decision_no", "agency", "party_name", "decided_on", "performed_on", "revoked_on", "document")
)
"""The attributes, each of which may be not known."""
PAYMENT_COLUMNS = ("decision_no", "agency", "paid_on", "amount", "kind", "receipt_no")


def decisions(count: int, seed: int) -> list[Decision]:
    """So many decisions over one store of texts."""
    rng = Random(seed)
    texts = store(TEXTS, seed)
    return [decision(number, rng.choice(texts), rng) for number in range(1, count + 1)]


def decision(number: int, text: Text, rng: Random) -> Decision:
    """One decision on a text."""
    when = days.drawn(text, rng)
    agency = rng.choice(AGENCIES)
    kinds, fine, gains = amounts.sanction(text, when, rng)
    remedy = told.remedy(agency, when.decided_on, rng)
    in_words = amounts.in_words(fine, rng)
    whole = Decision(
        decision_no=f"黔交罚〔{when.decided_on.year}〕{number}号",
        agency=agency,
        party_name=f"当事人{number}",
        party_kind=rng.choice(("person", "organization", None)),
        violation=text.violation,
        occurred_on=when.occurred_on,
        found_on=when.found_on,
        opened_on=when.opened_on,
        decided_on=when.decided_on,
        served_on=when.decided_on,
        penalty_kinds=kinds,
        fine=fine,
        illegal_gains=gains,
        legal_basis=text.basis,
        serious=drawn_truth(text.serious, rng),
        mitigation=rng.choice((True, False, False, None)),
        refused=drawn_truth(text.refused, rng),
        remedy_told=remedy.told,
        suit_months_told=remedy.months,
        reconsideration_days_told=remedy.days,
        reconsideration_organ_told=remedy.organ,
        acts=text.acts,
        citations=text.cites,
        text_serious=text.serious,
        text_refused=text.refused,
        fine_in_words=in_words,
        on_the_spot=None if rng.random() < 0.8 else rng.random() < 0.4,
        payments=amounts.payments(fine, when.decided_on, rng),
    )
    for column in FORGETTABLE:
        if rng.random() < 0.015:
            whole = forget(whole, column)
    return whole


def drawn_truth(in_text: bool | None, rng: Random) -> bool | None:
    """A column that mostly agrees with what the text says, and may be empty."""
    if in_text is not None and rng.random() < 0.9:
        return rng.choice((in_text, None))
    return rng.choice((True, False, None))


def forget(whole: Decision, column: str) -> Decision:
    """The decision without one attribute, and without what could be read in its text alone."""
    if column == "violation":
        return replace(whole, violation=None, acts=(), text_serious=None, text_refused=None)
    if column == "legal_basis":
        return replace(whole, legal_basis=None, citations=())
    if column not in FORGETTABLE:
        raise ValueError(f"not an attribute: {column}")
    gone: dict[str, Any] = {column: None}
    return replace(whole, **gone)


def write(rows: Iterable[Decision], folder: Path) -> None:
    """Write penalties.csv and payments.csv; the decisions without payments have none (a table is all or nothing)."""
    folder.mkdir(parents=True, exist_ok=True)
    with (
        (folder / "penalties.csv").open("w", encoding="utf-8", newline="") as penalties,
        (folder / "payments.csv").open("w", encoding="utf-8", newline="") as payments,
    ):
        penalty_rows, payment_rows = csv.writer(penalties), csv.writer(payments)
        penalty_rows.writerow(COLUMNS)
        payment_rows.writerow(PAYMENT_COLUMNS)
        for one in rows:
            penalty_rows.writerow([cell(getattr(one, column, None)) for column in COLUMNS])
            for number, own in enumerate(one.payments or (), start=1):
                payment_rows.writerow(payment_cells(one, own, number))


def payment_cells(one: Decision, own: Payment, number: int) -> list[str]:
    """A row of payments."""
    receipt = f"{one.decision_no}-{number}"
    return [cell(value) for value in (one.decision_no, one.agency, own.paid_on, own.amount, own.kind, receipt)]


def cell(value: object) -> str:
    """A value as text."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return "、".join(value)
    return str(value)
