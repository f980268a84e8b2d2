"""What the random decisions reach: every rung, every act, both sides of every limit."""

from __future__ import annotations

import csv
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from .decision import Decision
from .evaluate import ORDERS, evaluate
from .figures import LINES, STATUTE_OF_ACT, line_of
from .generate import AS_OF, COLUMNS, FORGETTABLE, decisions, write
from .statutes import STATUTES
from .texts import store
from .wordings_roads import SEVERAL as ROADS_SEVERAL
from .wordings_roads import WORDINGS as ROADS
from .wordings_transport import SEVERAL as TRANSPORT_SEVERAL
from .wordings_transport import WORDINGS as TRANSPORT

EXPECTED: dict[str, dict[str, tuple[str, ...]]] = {
    "legal.citation": {
        "finding": ("statute_not_in_force", "article_missing", "citation_incomplete"),
        "unverified": ("statute_not_in_force", "article_missing", "statute_unknown", "nothing_cited", "legal_basis"),
    },
    "legal.basis": {
        "finding": ("lighter_new_law", "basis_mismatch"),
        "unverified": ("lighter_new_law", "basis_mismatch", "act_not_recognised", "legal_basis"),
    },
    "legal.penalty": {
        "finding": ("kind_not_authorised", "fine_out_of_range", "added_fine_over_principal", "amount_mismatch"),
        "unverified": ("kind_not_authorised", "fine_out_of_range", "added_fine_over_principal", "legal_basis"),
    },
    "legal.remedy": {"finding": ("remedy_misstated",), "unverified": ("remedy_not_known",)},
    "legal.time": {
        "finding": ("out_of_time_penalty", "decided_late"),
        "unverified": ("out_of_time_penalty", "decided_late"),
        "not_applicable": ("before_2021",),
    },
}
"""Ladder → outcome → rungs; besides clear, and not_yet."""


@pytest.mark.slow
def test_every_rung_is_reached() -> None:
    """Fifty thousand decisions reach each rung with each outcome twenty times at least."""
    rows = decisions(50_000, 1)
    counts = Counter((name, own.outcome, own.rung) for one in rows for name, own in evaluate(one, AS_OF).items())
    for (name, outcome, rung), count in sorted(counts.items()):
        print(f"{name:16}{outcome:16}{rung:28}{count:7}")
    expected = {(name, "clear", "clear") for name in ORDERS} | {(name, "not_applicable", "not_yet") for name in ORDERS}
    for name, outcomes in EXPECTED.items():
        expected |= {(name, outcome, rung) for outcome, rungs in outcomes.items() for rung in rungs}
    assert set(counts) == expected
    assert min(counts.values()) >= 20
    assert len({(one.violation, one.legal_basis) for one in rows}) <= 4_000  # with the forgotten ones
    assert len({(one.violation, one.legal_basis) for one in rows if one.violation and one.legal_basis}) <= 2_000
    limits(rows)


def limits(rows: list[Decision]) -> None:
    """Fines on, below and above the limits, gains on the thresholds, every line in use, every attribute missing."""
    used, sides, edges = Counter[tuple[str, str]](), Counter[tuple[str, str]](), Counter[Decimal]()
    missing = Counter(column for one in rows for column in FORGETTABLE if getattr(one, column) is None)
    for one in rows:
        for act in one.acts:
            version = STATUTES[STATUTE_OF_ACT[act]].on(one.decided_on)
            line = line_of(act, version.name) if version is not None else None
            if line is None or line.money is None or line.money.flat is None or one.fine is None:
                continue
            used[line.act, line.version] += 1
            low, high = line.money.flat
            for name, limit in (("low", low), ("high", high)):
                side = "on" if one.fine == limit else "below" if one.fine < limit else "above"
                sides[name, side] += 1
            if line.money.times is not None and one.illegal_gains is not None:
                edges[abs(one.illegal_gains - line.money.threshold)] += 1
    for name in ("low", "high"):
        for side in ("on", "below", "above"):
            assert sides[name, side] >= 100, (name, side)
    assert edges[Decimal(0)] >= 100
    assert edges[Decimal(1)] >= 100
    worded = {*TRANSPORT, *ROADS} | {a for _, acts in (*TRANSPORT_SEVERAL, *ROADS_SEVERAL) for a in acts}
    for line in LINES:
        if line.act in worded and line.money is not None and line.money.flat is not None:
            assert used[line.act, line.version] >= 5, (line.act, line.version)
    assert all(missing[column] >= 200 for column in FORGETTABLE)


def test_texts() -> None:
    """At most two thousand pairs of texts, every wording among them; the same seed gives the same."""
    texts = store(1_900, 1)
    assert len({(text.violation, text.basis) for text in texts}) == 1_900
    assert texts == store(1_900, 1)
    written = {act for text in texts for act in text.acts}
    assert {*TRANSPORT, *ROADS} <= written
    assert any(text.basis is None for text in texts)
    assert any(text.basis is not None and not text.cites for text in texts)


def test_writing(tmp_path: Path) -> None:
    """The tables hold what the decisions say, empty where it isn't known."""
    rows = decisions(300, 2)
    write(rows, tmp_path)
    with (tmp_path / "penalties.csv").open(encoding="utf-8", newline="") as file:
        penalties = list(csv.DictReader(file))
    with (tmp_path / "payments.csv").open(encoding="utf-8", newline="") as file:
        payments = list(csv.DictReader(file))
    assert tuple(penalties[0]) == COLUMNS
    assert len(penalties) == 300
    assert len(payments) == sum(len(one.payments or ()) for one in rows)
    for row, one in zip(penalties, rows, strict=True):
        assert row["decided_on"] == one.decided_on.isoformat()
        assert row["fine"] == ("" if one.fine is None else str(one.fine))
        assert row["penalty_kinds"] == "、".join(one.penalty_kinds or ())
        assert row["serious"] == {True: "true", False: "false", None: ""}[one.serious]
    assert len({(row["decision_no"], row["agency"]) for row in penalties}) == 300
