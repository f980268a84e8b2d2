"""The rules run by durable_rules (规则引擎求值): one matter, one small session, one after another."""

from __future__ import annotations

from collections.abc import Sequence

from supervision_rules.rulesets import Rule
from supervision_rules.runtime._compiler import Part, compile_rules
from supervision_rules.runtime._durable import Sessions, fact
from supervision_rules.runtime._facts import Fact

_MOST_FACTS = 500
"""Facts of one session; more go to the next, as conditions look at one finding each."""


class DurableEngine:
    """Evaluates compiled rules with durable_rules."""

    name = "durable"

    def __init__(self, rules: Sequence[Rule]) -> None:
        """Compile the rules; `RulesetError` for what lies outside the engine's safe bounds."""
        self._parts = [(part, Sessions("rules", part.definition())) for part in compile_rules(rules)]

    def fire(self, facts: Sequence[Fact]) -> dict[int, tuple[int, ...]]:
        """Each rule that fires, by its number, with the numbers of the facts that it suppresses."""
        fired: dict[int, tuple[int, ...]] = {}
        for part, sessions in self._parts:
            kinds = part.kinds
            told = [number for number, one in enumerate(facts) if one.kind in kinds]
            if told or part.may_fire_on_nothing:
                fired |= _run(part, sessions, facts, told)
        return dict(sorted(fired.items()))

    def close(self) -> None:
        """Give the engine's memory back."""
        for _, sessions in self._parts:
            sessions.close()


def _run(part: Part, sessions: Sessions, facts: Sequence[Fact], told: Sequence[int]) -> dict[int, tuple[int, ...]]:
    met: dict[int, set[int]] = {}
    last = 1
    sessions.begin()
    try:
        for start in range(0, len(told), _MOST_FACTS):
            if start:
                sessions.end()
                sessions.begin()
            some = told[start : start + _MOST_FACTS]
            texts = [fact(at, part.properties(facts[number])) for at, number in enumerate(some, 2)]
            for firing in sessions.put(texts):
                number = some[firing.facts["m"]["id"] - 2]
                met.setdefault(int(firing.rule[1:]), set()).add(number)
            last = 1 + len(some)
        known = [{"none": number} for number in met] + [{"met": number} for number in met] + [{"go": 1}]
        firings = sessions.put([fact(at, properties) for at, properties in enumerate(known, last + 1)])
    finally:
        sessions.end()
    rules = {int(firing.rule[1:].partition("_")[0]) for firing in firings}
    return {rule: _suppressed(part, rule, met) for rule in rules}


def _suppressed(part: Part, rule: int, met: dict[int, set[int]]) -> tuple[int, ...]:
    return tuple(sorted({number for condition in part.targets[rule] for number in met.get(condition, ())}))
