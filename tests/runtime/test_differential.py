"""The rule engine against the plain evaluator: the same rules fire and suppress the same findings, always."""

from __future__ import annotations

import random

import pytest

from supervision_rules.rulesets import Rule, Ruleset
from supervision_rules.runtime._facts import Fact
from supervision_rules.runtime._reference import ReferenceEngine

pytest.importorskip("durable_rules_engine", exc_type=ImportError)

from supervision_rules.runtime._engine import DurableEngine

KINDS = ("applied_late", "applied_early", "ruled_late", "no_ruling", "not_applied", "not_accepted_in_time")
STATUSES = ("finding", "finding", "finding", "warning", "unverified")
WORDS = ("甲县", "乙县", '含"引号"', "反\\斜杠", "", "5", "true", None)
NUMBERS = (-400, -1, 0, 1, 5, 30, 31, 365, None)


def _comparison(random_: random.Random) -> str:
    field = random_.choice(("days_over", "severity", "status", "agency", "rung", "due_on", "party_name", "detector"))
    if field == "days_over":
        operator = random_.choice(("eq", "ne", "gt", "gte", "lt", "lte"))
        return f"days_over: {{{operator}: {random_.choice([n for n in NUMBERS if n is not None])}}}"
    if field == "severity":
        operator = random_.choice(("eq", "ne", "gt", "gte", "lt", "lte"))
        return f"severity: {{{operator}: {random_.choice(('low', 'medium', 'high'))}}}"
    if field == "status":
        return f"status: [{', '.join(random_.sample(('finding', 'warning', 'unverified'), 2))}]"
    if field == "due_on":
        operator = random_.choice(("gt", "lte", "ne", "eq"))
        return f"due_on: {{{operator}: 2024-0{random_.randint(1, 4)}-01}}"
    if field == "detector":
        return f"detector: {random_.choice(('court.ruling', 'transport.demand'))}"
    word = random_.choice([word for word in WORDS if word])
    quoted = "'" + word + "'"
    return f"{field}: {{{random_.choice(('eq', 'ne'))}: {quoted}}}"


def _condition(random_: random.Random) -> str:
    parts = {f"finding: {random_.choice(KINDS)}": None}
    fields = {}
    for _ in range(random_.choice((0, 0, 1, 1, 2))):
        comparison = _comparison(random_)
        fields[comparison.split(":")[0]] = comparison
    return "{" + ", ".join([*parts, *fields.values()]) + "}"


def _when(random_: random.Random) -> str:
    members = []
    for _ in range(random_.randint(1, 3)):
        if random_.random() < 0.4:
            inner = ", ".join(_condition(random_) for _ in range(random_.randint(1, 3)))
            members.append(f"{{{random_.choice(('all', 'any', 'none'))}: [{inner}]}}")
        else:
            members.append(_condition(random_))
    return f"{{{random_.choice(('all', 'all', 'any', 'none'))}: [{', '.join(members)}]}}"


def random_rules(random_: random.Random, count: int) -> tuple[Rule, ...]:
    lines = ["ruleset: t", "title: t", "detectors: [{use: a}]", "rules:"]
    for number in range(count):
        then = f"{{suppress: {random_.choice(KINDS)}, reason: r}}" if random_.random() < 0.5 else "{tag: t}"
        lines += [f"- name: r{number}", f"  when: {_when(random_)}", f"  then: {then}"]
    return Ruleset.parse("\n".join(lines)).rules


def random_fact(random_: random.Random, number: int) -> Fact:
    due = random_.choice((None, 738886, 738887, 738917, 738946, 739000))  # around 2024-01-01
    return Fact(
        finding_id=str(number),
        kind=random_.choice((*KINDS, "other")),
        detector=random_.choice(("court.ruling", "transport.demand", "x")),
        status=random_.choice(STATUSES),
        severity=random_.randint(1, 3),
        rung=random_.choice(("甲县", "5", "true")),
        days_over=random_.choice(NUMBERS),
        due_on=due,
        happened_on=None,
        decision_no="1",
        agency=random_.choice(WORDS),
        case_no=None,
        court=None,
        party_name=random_.choice(WORDS),
    )


def _compare(seed: int, rules: int, matters: int, most: int) -> int:
    random_ = random.Random(seed)
    written = random_rules(random_, rules)
    durable, reference = DurableEngine(written), ReferenceEngine(written)
    total = 0
    try:
        for _ in range(matters):
            facts = [random_fact(random_, number) for number in range(random_.randint(0, most))]
            total += len(facts)
            assert durable.fire(facts) == reference.fire(facts), (seed, facts)
    finally:
        durable.close()
    return total


def test_no_mismatch_in_many_small_matters():
    total = sum(_compare(seed, rules=random.Random(seed).randint(1, 12), matters=160, most=6) for seed in range(60))
    assert total > 20_000


def test_no_mismatch_in_large_matters():
    assert sum(_compare(1000 + seed, rules=8, matters=2, most=1600) for seed in range(5)) > 4_000


@pytest.mark.parametrize("seed", [7, 8])
def test_many_rules_are_split_and_agree(seed):
    _compare(seed, rules=120, matters=60, most=6)


@pytest.mark.slow
def test_no_mismatch_in_a_million_facts():
    total = seed = 0
    while total < 1_000_000:
        seed += 1
        total += _compare(10_000 + seed, rules=10, matters=1500, most=7)
