"""What the extractor reaches on the corpus: a change that loses ground shows (测评).

All parts have been looked at since they were measured first; the figures of the blind measurements are in
docs/explanation/extraction.md.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest

from corpus.measuring import BENCHMARK
from supervision_rules.documents import extract_all

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
KEY = {
    "decision": ("decision_no", "decided_on", "occurred_on", "fine", "party_name", "_citations"),
    "ruling": ("case_no", "decision_no", "party_name", "ruling", "ruled_on", "_citations"),
}


@lru_cache(maxsize=1)
def _measured():
    cases = [case for part in BENCHMARK.PARTS for case in BENCHMARK.cases(CORPUS / part, part)]
    return BENCHMARK.measure(cases, lambda paths: extract_all(paths, processes=1)), len(cases)


def test_nothing_is_rejected():
    measured, count = _measured()
    assert count == 129
    assert measured.rejected == []


@pytest.mark.parametrize("part", BENCHMARK.PARTS)
@pytest.mark.parametrize("kind", KEY)
def test_the_fields_that_matter_most(part, kind):
    measured, _ = _measured()
    for name in KEY[kind]:
        score = measured.fields[part, kind, name]
        least = 0.94 if (part, name) in {("fresh", "occurred_on"), ("fresh", "decided_on")} else 0.98
        assert score.right / score.got >= least, (name, score)
        assert score.right / score.expected >= least, (name, score)


@pytest.mark.parametrize("part", BENCHMARK.PARTS)
@pytest.mark.parametrize(("kind", "least"), [("decision", 0.96), ("ruling", 0.98)])
def test_all_fields(part, kind, least):
    measured, _ = _measured()
    scores = [score for (own, type_, _), score in measured.fields.items() if (own, type_) == (part, kind)]
    right, got, expected = (sum(getattr(score, name) for score in scores) for name in ("right", "got", "expected"))
    assert right / got >= least
    assert right / expected >= least
