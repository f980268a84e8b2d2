"""Forgetting an attribute never turns a clear into a finding, nor a finding into a clear."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pytest

from .decision import Decision, Parameters
from .evaluate import evaluate
from .generate import AS_OF, FORGETTABLE, decisions, forget

BOTH = Parameters(limitation_start="both", limitation_roll=True)


def turned(rows: Sequence[Decision], parameters: Parameters) -> tuple[list[tuple[str, ...]], Counter[str]]:
    """Judgements turned round, and how often forgetting a column left an answer untold."""
    found: list[tuple[str, ...]] = []
    untold = Counter[str]()
    for one in rows:
        whole = evaluate(one, AS_OF, parameters)
        for column in FORGETTABLE:
            if getattr(one, column) is None:
                continue
            less = evaluate(forget(one, column), AS_OF, parameters)
            for ladder, before in whole.items():
                after = less[ladder]
                if {before.outcome, after.outcome} == {"clear", "finding"}:
                    found.append((one.decision_no, ladder, column, before.rung, after.rung))
                untold[column] += before.outcome != after.outcome == "unverified"
    return found, untold


def test_forgetting_some() -> None:
    """A few decisions, each column once: and forgetting does matter."""
    found, untold = turned(decisions(600, 5), Parameters())
    assert not found
    matters = {
        "violation",
        "occurred_on",
        "found_on",
        "opened_on",
        "penalty_kinds",
        "fine",
        "illegal_gains",
        "legal_basis",
    }
    matters |= {"serious", "mitigation", "refused", "remedy_told", "suit_months_told", "reconsideration_days_told"}
    assert matters <= {column for column, count in untold.items() if count}


@pytest.mark.slow
@pytest.mark.parametrize(("seed", "parameters"), [(6, Parameters()), (7, BOTH)])
def test_forgetting_many(seed: int, parameters: Parameters) -> None:
    """Twenty thousand decisions in all."""
    found, _ = turned(decisions(10_000, seed), parameters)
    assert not found
