"""Conditions over all rules that may be the measure, brought together for each penalty (各种可能)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import ibis

from supervision_legal._figures import SCHEMA
from supervision_rules.detection import Expr, Facts, always, certainly, code, join, unknown

_NEEDED = (
    "fine",
    "illegal_gains",
    "mitigation",
    "refused_told",
    "serious_told",
    "kind_bits",
)
Condition = Callable[[Expr], Expr]


def together(
    facts: Facts, table: Expr, rules: Expr, states: Mapping[str, Condition], lacks: Mapping[str, Condition]
) -> Expr:
    """Add each of `states`: true where it holds by every rule, false where by none, else NULL; NULL without any rule.

    And each of `lacks`: whether it holds by some rule.
    """
    subjects = table.select("pkey", "rid", *_NEEDED)
    extra = [name for name in rules.columns if name in SCHEMA or name in ("lighter", "dropped")]
    pairs = subjects.inner_join(rules, [subjects.rid == rules.rid]).select(
        subjects.pkey, *(subjects[name] for name in _NEEDED), *(rules[name] for name in extra)
    )
    values = {name: code(state(pairs)) for name, state in states.items()}
    flags = {name: certainly(lack(pairs)).cast("int8") for name, lack in lacks.items()}
    judged = facts.stage(pairs.select("pkey", **values, **flags))
    sums = judged.group_by("pkey").agg(
        **{f"{name}_min": judged[name].min() for name in values},
        **{f"{name}_max": judged[name].max() for name in values},
        **{f"{name}_any": judged[name].max() for name in flags},
    )
    joined = join(
        table,
        sums,
        [table.pkey == sums.pkey],
        **{name: sums[name] for name in sums.columns if name != "pkey"},
    )
    told = {
        name: ibis.cases(
            (joined[f"{name}_min"] == 2, always(True)), (joined[f"{name}_max"] == 0, always(False)), else_=unknown()
        )
        for name in values
    }
    open_ = {name: (joined[f"{name}_any"] == 1).fill_null(False) for name in flags}
    return facts.stage(joined.mutate(**told, **open_).drop(*(name for name in sums.columns if name != "pkey")))
