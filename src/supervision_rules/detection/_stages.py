"""Intermediate results by name (中间结果): a long query as a sequence of short ones, each compiled alone."""

from __future__ import annotations

from dataclasses import dataclass, field

import ibis

from supervision_rules.detection._engine import to_sql
from supervision_rules.detection._tri import Expr


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
        """The query of an expression that goes on from these stages."""
        query = to_sql(last, dialect)
        if not self.made:
            return query
        parts = ", ".join(f"{name} AS ({to_sql(table, dialect)})" for name, table in self.made.items())
        return f"WITH {parts} SELECT * FROM ({query}) AS last_stage"
