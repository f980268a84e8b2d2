"""What the random histories reach, and what parts that are missing do to them."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from .evaluate import DETECTORS, RUNGS, evaluate
from .histories import histories
from .non_enforcement import NAME as NON_ENFORCEMENT
from .tables import variants, with_rejects, without

AS_OF = date(2024, 12, 20)


@pytest.mark.parametrize("as_of", [AS_OF, date(2026, 11, 24)])
def test_every_rung_is_reached(as_of: date) -> None:
    """Twenty thousand histories reach every rung of every detector many times."""
    outcomes = evaluate(histories(1, 20_000, as_of), as_of)
    counts = Counter((one.detector, one.rung, one.outcome) for one in outcomes)
    for (detector, rung, outcome), count in sorted(counts.items()):
        print(f"{detector:28}{rung:28}{outcome:16}{count:7}")
    reached = Counter((one.detector, one.rung) for one in outcomes)
    for detector, rungs in RUNGS.items():
        for rung in rungs:
            assert reached[detector, rung] >= 20, (detector, rung)
    accused = {one.kind for one in outcomes if one.outcome in ("finding", "warning")}
    assert len(accused) == 12


def test_sources_with_parts_missing() -> None:
    """Every source with parts missing is judged, one outcome a subject and detector."""
    data = histories(2, 300, AS_OF)
    for variant in variants():
        tables, columns = without(data, variant)
        parameters = variant.parameters(DETECTORS)
        outcomes = evaluate(tables, AS_OF, columns=columns, parameters=parameters)
        subjects = Counter((one.detector, one.subject) for one in outcomes)
        assert set(subjects.values()) <= {1}, variant.name


def test_strict_never_turns_a_clear_into_a_finding() -> None:
    """What is forgotten may leave a row unverified, never turn the answer round."""
    data = histories(3, 2_000, AS_OF)
    whole = {(one.detector, one.subject): one for one in evaluate(data, AS_OF)}
    forgetting = [
        "no deferrals, strict",
        "no remedies, strict",
        "no revoked_on, strict",
        "no urgent, strict",
        "no review_applied_on, strict",
        "no complete_on, strict",
        "no penalties.served_on",
        "no penalties.remedy_told",
        "no remedies.concluded_on",
        "no court_cases.hearing",
        "no court_cases.ruled_on",
    ]
    for variant in variants():
        if variant.name not in forgetting:
            continue
        tables, columns = without(data, variant)
        parameters = variant.parameters(DETECTORS)
        for one in evaluate(tables, AS_OF, columns=columns, parameters=parameters):
            before = whole[one.detector, one.subject]
            pair = {before.outcome, one.outcome}
            assert pair != {"clear", "finding"}, (variant.name, before, one)


def test_rejecting_rows_leaves_the_others() -> None:
    """Rejected rows are no subjects, all others still are."""
    data, rejected = with_rejects(histories(4, 300, AS_OF), 1, 0.1)
    outcomes = evaluate(data, AS_OF, rejected=rejected)
    judged_penalties = [o for o in outcomes if o.detector == NON_ENFORCEMENT]
    assert len(judged_penalties) == len(data["penalties"])
