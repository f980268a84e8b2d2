"""Rules compiled to the part of durable_rules that is safe (规则编译); what lies outside is refused.

Two steps of forward chaining. Each condition is a rule over one finding; a condition that is met becomes a fact itself.
A rule joins such facts: one pattern for each condition or choice of conditions, `none` last, behind a last fact that
says that all others are there. So no two findings are compared or joined inside the engine, the order of facts doesn't
matter, and the work grows with the number of findings, not with its square.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Any

from supervision_rules.errors import Problem, RulesetError
from supervision_rules.rulesets import Check, Condition, Group, Rule
from supervision_rules.runtime import _codes as codes
from supervision_rules.runtime._facts import Fact, comparable
from supervision_rules.runtime._targets import Checks, target_checks

MOST_BRANCHES = 32
MOST_PATTERNS = 12
"""Facts joined by one rule; the engine holds 16."""
MOST_CHOICES = 12
"""Alternatives of one pattern; the engine holds 32 comparisons."""
MOST_CONDITIONS = 40
"""Conditions of one compiled part; the engine follows 64 matches of one fact."""
MOST_NODES = 96
"""Patterns of one compiled part; each costs memory in each session."""
_LARGEST = 2**31

_TEXTS = ("kind", "detector", "status", "rung", "agency", "court", "party_name")
_NUMBERS = ("severity", "days_over", "due_on", "happened_on")
_OPERATORS = {"ne": "$neq", "gt": "$gt", "gte": "$gte", "lt": "$lt", "lte": "$lte"}

Choice = tuple[Checks, ...]


@dataclass(frozen=True)
class Branch:
    """One way in which a rule fires: of each choice one condition is met, and of the last ones none."""

    choices: tuple[Choice, ...]
    none: tuple[Checks, ...]

    def conditions(self) -> Iterator[Checks]:
        """All conditions of the branch."""
        for choice in self.choices:
            yield from choice
        yield from self.none


@dataclass
class Part:
    """Some rules compiled together: the conditions, the rules' branches, and the words that they compare."""

    conditions: dict[Checks, int] = field(default_factory=dict)
    rules: dict[int, list[Branch]] = field(default_factory=dict)
    targets: dict[int, list[int]] = field(default_factory=dict)
    words: dict[str, dict[str, int]] = field(default_factory=dict)

    @property
    def kinds(self) -> set[str]:
        """The kinds of finding that the conditions name."""
        return {checks[0].value for checks in self.conditions}

    @property
    def may_fire_on_nothing(self) -> bool:
        """Whether a rule can fire although no condition is met."""
        return any(not branch.choices for branches in self.rules.values() for branch in branches)

    def definition(self) -> dict[str, Any]:
        """The rules as durable_rules takes them; `c3` is a condition, `r2_0` a branch of a rule.

        `dist` lets one fact answer two patterns, as where a condition stands twice in a rule.
        """
        made: dict[str, Any] = {}
        for checks, number in self.conditions.items():
            made[f"c{number}"] = {"all": [{"m": {"$and": [self._test(check) for check in checks]}}]}
        for number, branches in self.rules.items():
            for index, branch in enumerate(branches):
                patterns: list[dict[str, Any]] = [{"go": {"go": 1}}]
                for at, choice in enumerate(branch.choices):
                    patterns.append({f"m{at}": _either("met", (self.conditions[checks] for checks in choice))})
                for at, checks in enumerate(branch.none):
                    patterns.append({f"n{at}$not": {"none": self.conditions[checks]}})
                made[f"r{number}_{index}"] = {"all": patterns, "dist": 0}
        return made

    def _test(self, check: Check) -> dict[str, Any]:
        if check.operator == "in":
            return _either(check.field, (self._number(check.field, item) for item in check.value))
        value = self._number(check.field, check.value)
        name = _OPERATORS.get(check.operator)
        return {name: {check.field: value}} if name else {check.field: value}

    def _number(self, name: str, value: Any) -> int:
        if name in _NUMBERS:
            return int(comparable(value))
        words = self.words.setdefault(name, {})
        return words.setdefault(value, len(words) + 1)

    def properties(self, fact: Fact) -> dict[str, int]:
        """The fact as whole numbers: a word that no condition names is 0, a field without a value is left out."""
        made: dict[str, int] = {}
        for name in _TEXTS:
            words, value = self.words.get(name), getattr(fact, name)
            if words is not None and value is not None:
                made[name] = words.get(value, 0)
        for name in _NUMBERS:
            value = getattr(fact, name)
            if value is not None:
                made[name] = value
        return made


def _either(name: str, values: Iterable[int]) -> dict[str, Any]:
    tests = [{name: value} for value in dict.fromkeys(values)]
    return tests[0] if len(tests) == 1 else {"$or": tests}


def compile_rules(rules: Sequence[Rule]) -> list[Part]:
    """Compile rules into parts that the engine can hold.

    Raises:
        RulesetError: Rules that lie outside its safe bounds, each with its place.
    """
    problems: list[Problem] = []
    parts = [Part()]
    for number, rule in enumerate(rules):
        branches = _branches(rule)
        problem = _too_complex(rule, branches)
        if problem:
            problems.append(problem)
            continue
        conditions = {checks for branch in branches for checks in branch.conditions()} | set(target_checks(rule))
        if not _fits(parts[-1], conditions, branches):
            parts.append(Part())
        part = parts[-1]
        for checks in sorted(conditions, key=repr):
            part.conditions.setdefault(checks, len(part.conditions))
        part.rules[number] = branches
        part.targets[number] = [part.conditions[checks] for checks in target_checks(rule)]
    if problems:
        raise RulesetError(problems)
    return [part for part in parts if part.rules]


def _fits(part: Part, conditions: set[Checks], branches: Sequence[Branch]) -> bool:
    together = part.conditions.keys() | conditions
    every = [*(branch for others in part.rules.values() for branch in others), *branches]
    return not part.rules or (len(together) <= MOST_CONDITIONS and len(together) + _nodes(every) <= MOST_NODES)


def _nodes(branches: Iterable[Branch]) -> int:
    return sum(1 + len(branch.choices) + len(branch.none) for branch in branches)


def _too_complex(rule: Rule, branches: Sequence[Branch]) -> Problem | None:
    conditions = {checks for branch in branches for checks in branch.conditions()}
    checks = [check for condition in conditions for check in condition]
    widest = max((len(choice) for branch in branches for choice in branch.choices), default=0)
    longest = max((len(branch.choices) + len(branch.none) for branch in branches), default=0)
    most_values = max((len(check.value) for check in checks if check.operator == "in"), default=0)
    found: Mapping[str, tuple[int, int, str]] = {
        "条件过多": (len(conditions), MOST_CONDITIONS, "conditions"),
        "同时成立的条件过多": (longest, MOST_PATTERNS, "conditions that hold together"),
        "任选条件过多": (widest, MOST_CHOICES, "alternatives"),
        "列出的值过多": (most_values, MOST_CHOICES, "values in a list"),
        "条件组合过多": (len(branches), MOST_BRANCHES, "combinations of conditions"),
        "条件组合的总长度过大": (_nodes(branches), MOST_NODES - len(conditions), "patterns in all"),
    }
    for zh, (count, limit, en) in found.items():
        if count > limit:
            return _problem(rule, f"{zh}（{count} 个，至多 {limit} 个）", f"too many {en} ({count}, at most {limit})")
    numbers = [value for check in checks for value in _values(check) if isinstance(value, int)]
    if any(abs(value) >= _LARGEST for value in numbers):
        return _problem(rule, "比较的数字过大", "a number compared with is too large")
    return None


def _values(check: Check) -> tuple[Any, ...]:
    return check.value if isinstance(check.value, tuple) else (check.value,)


def _problem(rule: Rule, zh: str, en: str) -> Problem:
    return Problem(
        codes.TOO_COMPLEX,
        f"规则“{rule.name}”：{zh}",
        f"rule '{rule.name}': {en}",
        rule.place,
        hint_zh="请拆成几条规则",
        hint_en="split it into several rules",
    )


def _branches(rule: Rule) -> list[Branch]:
    """The ways in which a rule fires; one more than allowed stands for too many."""
    members = rule.when.members
    if rule.when.operator == "any":
        return [branch for member in members for branch in _ways(member, met=True)]
    ways = [_ways(member, met=rule.when.operator == "all") for member in members]
    made = []
    for combination in product(*ways):
        choices = tuple(dict.fromkeys(choice for branch in combination for choice in branch.choices))
        none = tuple(dict.fromkeys(checks for branch in combination for checks in branch.none))
        made.append(Branch(choices, none))
        if len(made) > MOST_BRANCHES:
            break
    return made


def _ways(member: Condition | Group, *, met: bool) -> list[Branch]:
    """The ways in which a member of a rule's condition is met or, with `met` false, not met."""
    if isinstance(member, Condition):
        checks = tuple(member.checks())
        return [Branch(((checks,),), ())] if met else [Branch((), (checks,))]
    each = tuple(tuple(condition.checks()) for condition in member.members)
    either, every, nothing = Branch((each,), ()), Branch(tuple((one,) for one in each), ()), Branch((), each)
    if member.operator == "all":
        return [every] if met else [Branch((), (one,)) for one in each]
    wanted = met == (member.operator == "any")
    return [either] if wanted else [nothing]
