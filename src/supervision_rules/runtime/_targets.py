"""Which findings a rule suppresses (压制对象)."""

from __future__ import annotations

from collections.abc import Iterator

from supervision_rules.rulesets import Check, Condition, Group, Rule

Checks = tuple[Check, ...]


def target_checks(rule: Rule) -> tuple[Checks, ...]:
    """The comparisons that a finding meets to be suppressed by the rule; none for a rule that suppresses nothing.

    Where conditions of the rule that have to hold name the kind, it is the findings that meet one of them; else all of
    that kind.
    """
    kind = rule.then.suppress
    if kind is None:
        return ()
    named = (tuple(condition.checks()) for condition in _wanted(rule) if condition.finding == kind)
    return tuple(dict.fromkeys(named)) or ((Check("kind", "eq", kind),),)


def _wanted(rule: Rule) -> Iterator[Condition]:
    """The conditions that speak for the rule when they hold."""
    for member in rule.when.members:
        wanted = rule.when.operator != "none"
        if isinstance(member, Condition):
            if wanted:
                yield member
        elif isinstance(member, Group) and wanted == (member.operator != "none"):
            yield from member.members
