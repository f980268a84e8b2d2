"""Judges random decisions by the detectors and by the plain second evaluation, and lists where they differ."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal as Money
from typing import Any

import pyarrow as pa

from detection.differential import Bench
from oracle.legal.decision import Decision, Parameters
from oracle.legal.evaluate import ORDERS, evaluate
from supervision_rules.entities import arrow_schema_of
from supervision_rules.intake import DOCUMENT_FACTS

NAMES = tuple(ORDERS)
Judged = dict[tuple[str, str], tuple[str, str | None]]
"""By detector and decision number: outcome, and the kind of what is found or can't be told."""

PENALTY_COLUMNS = (
    "decision_no", "agency", "party_name", "party_kind", "violation", "occurred_on", "found_on", "opened_on", "decided_on",
    "served_on", "penalty_kinds", "fine", "illegal_gains", "legal_basis", "serious", "mitigation", "refused", "remedy_told",
    "suit_months_told", "reconsideration_days_told", "reconsideration_organ_told",
)  # fmt: skip


def rows_of(decisions: Iterable[Decision]) -> dict[str, list[dict[str, Any]]]:
    """The decisions as rows of penalties and payments."""
    penalties, payments = [], []
    for one in decisions:
        row = {name: getattr(one, name) for name in PENALTY_COLUMNS}
        row["penalty_kinds"] = None if one.penalty_kinds is None else list(one.penalty_kinds)
        penalties.append(row)
        for number, own in enumerate(one.payments or ()):
            payments.append(
                {"decision_no": one.decision_no, "agency": one.agency, "paid_on": own.paid_on, "amount": own.amount,
                 "kind": own.kind, "receipt_no": str(number)}
            )  # fmt: skip
    return {"penalties": penalties, "payments": payments}


def by_engine(
    decisions: Sequence[Decision], as_of: dt.date, parameters: Mapping[str, Mapping[str, object]] | None = None
) -> Judged:
    """What the detectors say."""
    bench = prepared(decisions, as_of)
    found: Judged = {}
    for name in NAMES:
        for (_, subject), judgement in bench.judge(bench.plan(name, parameters)).items():
            found[name, subject[2]] = (judgement[0], judgement[2])
    return found


def prepared(decisions: Sequence[Decision], as_of: dt.date) -> Bench:
    """The decisions in an engine, with what their documents say."""
    bench = Bench(rows_of(decisions), as_of)
    keys = dict(bench.connection.execute("SELECT decision_no, pkey FROM penalties").fetchall())
    facts = [fact for fact in (_document(keys, one) for one in decisions) if fact is not None]
    table = pa.Table.from_pylist(facts, arrow_schema_of(DOCUMENT_FACTS))
    bench.engine.create("document_facts", table)
    return bench


def _document(keys: Mapping[str, int], one: Decision) -> dict[str, Any] | None:
    if one.fine_in_words is None and one.on_the_spot is None:
        return None
    return {
        "pkey": keys[one.decision_no],
        "fine_told": one.fine,
        "fine_in_words": one.fine_in_words if one.fine_in_words is None else Money(one.fine_in_words),
        "on_the_spot": one.on_the_spot,
        "suit_direct": one.suit_months_told is not None,
    }


def by_oracle(decisions: Iterable[Decision], as_of: dt.date, parameters: Parameters | None = None) -> Judged:
    """What the plain evaluation says."""
    return {
        (name, one.decision_no): (judgement.outcome, judgement.kind)
        for one in decisions
        for name, judgement in evaluate(one, as_of, parameters or Parameters()).items()
    }


def differences(one: Judged, other: Judged) -> list[tuple[tuple[str, str], Any, Any]]:
    """Where the two don't say the same."""
    return [
        (key, one.get(key), other.get(key))
        for key in sorted(one.keys() | other.keys())
        if one.get(key) != other.get(key)
    ]
