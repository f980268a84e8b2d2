"""The rules evaluated plainly (参照实现): what the rule engine has to agree with, and the fallback without it."""

from __future__ import annotations

import operator
from collections.abc import Callable, Sequence
from typing import Any

from supervision_rules.rulesets import Check, Condition, Group, Rule, When
from supervision_rules.runtime._facts import Fact, comparable
from supervision_rules.runtime._targets import target_checks

Predicate = Callable[[Sequence[Fact]], bool]

_OPERATORS: dict[str, Callable[[Any, Any], bool]] = {
    "eq": operator.eq,
    "ne": operator.ne,
    "gt": operator.gt,
    "gte": operator.ge,
    "lt": operator.lt,
    "lte": operator.le,
    "in": lambda value, among: value in among,
}


def meets(fact: Fact, checks: Sequence[Check]) -> bool:
    """Whether a fact meets all comparisons; a field without a value meets none."""
    for check in checks:
        value = getattr(fact, check.field)
        if value is None or not _OPERATORS[check.operator](value, comparable(check.value)):
            return False
    return True


def predicate(part: When | Group | Condition) -> Predicate:
    """Whether a condition or group of conditions holds for the facts of a matter, as a function."""
    if isinstance(part, Condition):
        checks = tuple(part.checks())
        return lambda facts: any(meets(fact, checks) for fact in facts)
    members = [predicate(member) for member in part.members]
    if part.operator == "all":
        return lambda facts: all(member(facts) for member in members)
    if part.operator == "any":
        return lambda facts: any(member(facts) for member in members)
    return lambda facts: not any(member(facts) for member in members)


class ReferenceEngine:
    """Evaluates rules one by one in Python (参照求值)."""

    name = "reference"

    def __init__(self, rules: Sequence[Rule]) -> None:
        """Take the rules to evaluate."""
        self._rules = [(predicate(rule.when), target_checks(rule)) for rule in rules]

    def fire(self, facts: Sequence[Fact]) -> dict[int, tuple[int, ...]]:
        """Each rule that fires, by its number, with the numbers of the facts that it suppresses."""
        fired: dict[int, tuple[int, ...]] = {}
        for number, (holds, targets) in enumerate(self._rules):
            if holds(facts):
                hit = (i for i, fact in enumerate(facts) if any(meets(fact, checks) for checks in targets))
                fired[number] = tuple(hit)
        return fired

    def close(self) -> None:
        """Nothing to give back."""
