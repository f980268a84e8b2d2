"""Intermediate results by name (中间结果): a long query as a sequence of short ones, each compiled alone."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import ibis

from supervision_rules.detection._engine import to_sql
from supervision_rules.detection._tri import Expr

_STAGE = re.compile(r"\bstage_\d+\b")


@dataclass(frozen=True)
class Stages:
    """The stages of one query, in order.

    An expression that goes on from a stage sees a table and nothing of how it came to be: the time that Ibis takes to
    build and compile an expression grows faster than its depth.
    """

    made: dict[str, Expr] = field(default_factory=dict)

    def add(self, table: Expr) -> Expr:
        """Let a table be a stage of its own, and give it back as a table to go on from."""
        name = f"stage_{len(self.made) + 1}"
        self.made[name] = table
        return ibis.table(table.schema(), name=name)

    def sql(self, last: Expr, dialect: str) -> str:
        """The query of an expression that goes on from these stages; those it doesn't need stay out."""
        query = to_sql(last, dialect)
        needed: dict[str, str] = {}
        wanted = set(_STAGE.findall(query))
        for name, table in reversed(self.made.items()):
            if name in wanted:
                needed[name] = to_sql(table, dialect)
                wanted |= set(_STAGE.findall(needed[name]))
        if not needed:
            return query
        parts = ", ".join(f"{name} AS ({sql})" for name, sql in reversed(needed.items()))
        return f"WITH {parts} SELECT * FROM ({query}) AS last_stage"
