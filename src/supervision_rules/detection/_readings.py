"""Tables that Python makes of distinct values: each text is read once, however many records have it (文本判读)."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar

import ibis

from supervision_rules.detection._engine import Engine
from supervision_rules.detection._stages import Stages
from supervision_rules.detection._tri import Expr

T = TypeVar("T")


class Reader(Protocol):
    """Reads the distinct values of some columns and gives tables."""

    @property
    def key(self) -> str:
        """What tells this reader from another of the same name: its parameters and data."""

    @property
    def tables(self) -> Mapping[str, Mapping[str, str]]:
        """The tables it gives, by name: their columns and Ibis types."""

    def __call__(self, values: Any) -> Mapping[str, Any]:
        """The tables, as Arrow, of an Arrow table of distinct values."""


@dataclass
class Readings:
    """The tables made so far in a run; without an engine none are made, which is enough to compile."""

    engine: Engine | None = None
    made: set[str] = field(default_factory=set)
    shared: dict[str, Any] = field(default_factory=dict)

    def once(self, key: str, build: Callable[[], T]) -> T:
        """What `build` gives, built once for all detectors of a run that ask with the same key."""
        if key not in self.shared:
            self.shared[key] = build()
        found: T = self.shared[key]
        return found

    def keep(self, name: str, table: Expr, stages: Stages) -> Expr:
        """The same table as a real one of the engine, so that it is computed once for all that go on from it."""
        if self.engine is None:
            return stages.add(table)
        sql = stages.sql(table, self.engine.dialect)
        kept = f"kept_{name}_{hashlib.sha256(sql.encode()).hexdigest()[:10]}"
        if kept not in self.made:
            self.engine.store(kept, sql)
            self.made.add(kept)
        return ibis.table(table.schema(), name=kept)

    def read(
        self, name: str, table: Expr, columns: Sequence[str], reader: Reader, stages: Stages
    ) -> Mapping[str, Expr]:
        """Let the reader read the distinct values of a table's columns, unless it has done so before."""
        distinct = table.select(*columns).distinct()
        sql = stages.sql(distinct, self.engine.dialect if self.engine else "duckdb")
        digest = hashlib.sha256("\0".join((name, reader.key, sql)).encode()).hexdigest()[:10]
        names = {part: f"read_{name}_{part}_{digest}" for part in reader.tables}
        if self.engine is not None and digest not in self.made:
            # a table first: DuckDB (1.5) can lock itself up when it streams the end of a long query
            self.engine.store(f"read_{name}_{digest}", sql)
            for part, rows in reader(self.engine.fetch(f'SELECT * FROM "read_{name}_{digest}"')).items():
                self.engine.create(names[part], rows)
            self.made.add(digest)
        return {part: ibis.table(dict(schema), name=names[part]) for part, schema in reader.tables.items()}
