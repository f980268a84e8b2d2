"""The detectors agree with the plain evaluation on random decisions, and a change of any rung shows."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from detection.differential import REGISTRY
from legal.differential import NAMES, by_engine, by_oracle, differences, prepared
from oracle.legal import generate
from oracle.legal.decision import Parameters
from supervision_rules.detection import Ladder

AS_OF = generate.AS_OF


def test_agrees():
    decisions = generate.decisions(1_500, 1)
    assert differences(by_engine(decisions, AS_OF), by_oracle(decisions, AS_OF)) == []


@pytest.mark.slow
@pytest.mark.parametrize("seed", [2, 3])
def test_agrees_on_fifty_thousand(seed):
    decisions = generate.decisions(50_000, seed)
    oracle = by_oracle(decisions, AS_OF)
    assert differences(by_engine(decisions, AS_OF), oracle) == []
    reached = {(name, *judgement) for (name, _), judgement in oracle.items()}
    kinds = {(name, kind) for name in NAMES for kind in REGISTRY[name].kinds}
    assert {(name, kind) for name, outcome, kind in reached if outcome == "unverified"} >= kinds - NEVER_UNTOLD
    assert {(name, kind) for name, outcome, kind in reached if outcome == "finding"} == kinds - NEVER_FOUND
    assert {name for name, outcome, _ in reached if outcome == "clear"} == set(NAMES)


NEVER_UNTOLD = {("legal.citation", "citation_incomplete"), ("legal.penalty", "amount_mismatch")}
"""Whether an article is written needs nothing but the text; both amounts stand in one document, or the rung is passed."""
NEVER_FOUND = {("legal.citation", "statute_unknown")}


@pytest.mark.parametrize("start", [pytest.param("included", marks=pytest.mark.slow), "both"])
@pytest.mark.parametrize("roll", [True, pytest.param(False, marks=pytest.mark.slow)])
def test_agrees_with_other_parameters_of_time(start, roll):
    decisions = generate.decisions(600, 4)
    given = Parameters(limitation_start=start, limitation_roll=roll, decide_roll=not roll)
    own = {"legal.time": {"limitation_start": start, "limitation_roll": roll, "decide_roll": not roll}}
    assert differences(by_engine(decisions, AS_OF, own), by_oracle(decisions, AS_OF, given)) == []


def _forgotten(count, seed):
    """Decisions with one known attribute each taken away, beside what they were."""
    rng = random.Random(seed)
    for one in generate.decisions(count, seed):
        known = [name for name in generate.FORGETTABLE if getattr(one, name) is not None]
        yield one, generate.forget(one, rng.choice(known))


def _turned_round(count, seed):
    pairs = list(_forgotten(count, seed))
    before, after = (by_engine([pair[side] for pair in pairs], AS_OF) for side in (0, 1))
    round_ = {("clear", "finding"), ("finding", "clear")}
    return [key for key in before if (before[key][0], after[key][0]) in round_]


def test_forgetting_turns_nothing_round():
    assert _turned_round(600, 5) == []


@pytest.mark.slow
def test_forgetting_turns_nothing_round_on_many():
    assert _turned_round(20_000, 6) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("detector", "rung"),
    [
        (name, kind)
        for name in NAMES
        for kind in REGISTRY[name].kinds
    ],
)  # fmt: skip
def test_a_rung_taken_out_shows(monkeypatch, detector, rung):
    """Without any one of its rungs a detector says something else than the plain evaluation."""
    decisions = generate.decisions(4_000, 7)
    bench = prepared(decisions, AS_OF)
    judge = REGISTRY[detector].judge

    def without(self, facts, law, p) -> Ladder:
        ladder = judge(self, facts, law, p)
        return replace(ladder, rungs=tuple(own for own in ladder.rungs if own.name != rung))

    monkeypatch.setattr(REGISTRY[detector], "judge", without)
    if len(REGISTRY[detector].kinds) == 1:
        found = {key: value[0] for key, value in bench.judge(bench.plan(detector)).items()}
        assert set(found.values()) <= {"clear", "not_applicable"}
        return
    found = {subject[2]: judgement[0] for (_, subject), judgement in bench.judge(bench.plan(detector)).items()}
    oracle = {
        number: judgement[0] for (name, number), judgement in by_oracle(decisions, AS_OF).items() if name == detector
    }
    assert any(found[number] != oracle[number] for number in oracle)
