"""What a detector sees of the records: the canonical tables as of a day, with what is absent and what is assumed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field

import ibis

from supervision_rules.detection._readings import Reader, Readings, T
from supervision_rules.detection._stages import Stages
from supervision_rules.detection._tri import NEVER, Expr, always, day, join, unknown
from supervision_rules.entities import TABLES, Sort
from supervision_rules.intake import DOCUMENT_FACTS, REJECTED

KEYS = {"_source": "int32", "_row": "int64"}
TABLE_KEYS: Mapping[str, Mapping[str, str]] = {
    name: KEYS
    | ({"ckey": "int64", "court_key": "int64"} if name == "court_cases" else {"pkey": "int64"})
    | ({"akey": "int64", "court_key": "int64"} if name == "applications" else {})
    for name in TABLES
}
"""The key columns that intake adds to each canonical table."""

NONE_ON_RECORD = frozenset(
    {
        "remedies",
        "deferrals",
        "penalties.revoked_on",
        "court_cases.urgent",
        "court_cases.review_applied_on",
        "applications.complete_on",
    }
)
"""Tables and columns whose absence is taken as *none on record*, unless a detector is strict."""


def table_schema(name: str) -> dict[str, str]:
    """Column names to types of a prepared table: the canonical columns and its keys."""
    return TABLES[name].engine_schema() | dict(TABLE_KEYS[name])


def _no_values(table: str, column: str) -> Collection[int]:
    return ()


def _nothing_decided(detector: str, rung: str) -> Expr | None:
    return None


@dataclass(frozen=True)
class Facts:
    """The prepared tables as expressions, as of a day.

    `sources` gives for each table the columns that its source has, None where the table is absent; `assume` the values
    that the ruleset puts in place of attributes not known, by `table.column`; `values` looks up the distinct values of a
    column of whole numbers; `decided` looks up what another detector's rung decided.
    """

    as_of: dt.date
    sources: Mapping[str, Collection[str] | None]
    assume: Mapping[str, object] = field(default_factory=dict)
    strict: bool = False
    values: Callable[[str, str], Collection[int]] = _no_values
    decided: Callable[[str, str], Expr | None] = _nothing_decided
    stages: Stages = field(default_factory=Stages)
    readings: Readings = field(default_factory=Readings)

    def has(self, name: str) -> bool:
        """Whether the source has a table (`remedies`) or a column (`penalties.revoked_on`)."""
        table, _, column = name.partition(".")
        columns = self.sources.get(table)
        return columns is not None and (not column or column in columns)

    def untold(self, name: str) -> bool:
        """Whether a table or column is absent and its absence means *not known*, rather than *none on record*."""
        if self.has(name):
            return False
        table, _, column = name.partition(".")
        if name not in NONE_ON_RECORD:
            return True
        one_of_two = column and table in ("applications", "court_cases") and self.sources.get(table) is None
        return self.strict and not one_of_two

    def taken_as_none(self, name: str) -> bool:
        """Whether a table or column is absent and that is taken as *none on record*."""
        return not self.has(name) and not self.untold(name)

    def table(self, name: str) -> Expr:
        """A canonical table with its keys.

        An event later than the run's day has not happened (9999-12-31), nor does it tell what comes with it; a column
        taken as none on record is empty; assumed values stand where an attribute is not known.
        """
        table = ibis.table(table_schema(name), name=name)
        changed: dict[str, Expr] = {}
        for column in TABLES[name].columns:
            full = f"{name}.{column.name}"
            value = table[column.name]
            if column.told_by:
                told = table[column.told_by]
                future = (told > day(self.as_of)) & (told < day(NEVER))
                changed[column.name] = ibis.ifelse(future.fill_null(False), ibis.null(column.engine_type), value)
            elif column.sort is Sort.EVENT:
                empty = day(NEVER)
                changed[column.name] = (
                    empty if self.taken_as_none(full) else ibis.ifelse(value > day(self.as_of), empty, value)
                )
            elif column.sort is Sort.FLAG and self.taken_as_none(full):
                changed[column.name] = always(False)
            if full in self.assume:
                assumed = ibis.literal(self.assume[full], column.engine_type)
                changed[column.name] = changed.get(column.name, value).fill_null(assumed)
        return table.mutate(**changed) if changed else table

    def stage(self, table: Expr) -> Expr:
        """The same table as a stage of its own: for one that more than one expression goes on from, or after many steps."""
        return self.stages.add(table)

    def read(self, name: str, table: Expr, columns: Sequence[str], reader: Reader) -> Mapping[str, Expr]:
        """Tables that a reader makes of the distinct values of a table's columns, each read once in a run."""
        return self.readings.read(name, table, columns, reader, self.stages)

    def once(self, key: str, build: Callable[[], T]) -> T:
        """What `build` gives of tables read and kept, built once for all detectors of a run that ask with the same key."""
        return self.readings.once(f"{key}\0{self.strict}", build)

    def keep(self, name: str, table: Expr) -> Expr:
        """The same table as a real one, computed once for all that go on from it."""
        return self.readings.keep(name, table, self.stages)

    def documents(self) -> Expr:
        """What the decisions' own documents say beyond the columns of the penalties, by `pkey`."""
        return ibis.table(dict(DOCUMENT_FACTS), name="document_facts")

    def case_decisions(self) -> Expr:
        """Which decisions each court case concerns: ckey, pkey."""
        return ibis.table({"ckey": "int64", "pkey": "int64"}, name="case_decisions")

    def case_candidates(self) -> Expr:
        """Which decisions a court case may concern where it can't be told which: ckey, pkey."""
        return ibis.table({"ckey": "int64", "pkey": "int64"}, name="case_candidates")

    def decided_by(self, detector: str, rung: str) -> Expr | None:
        """The decisions (`pkey`) that another detector's rung decided for sure; None where that detector isn't at hand."""
        return self.decided(detector, rung)

    def with_doubts(self, table: Expr) -> Expr:
        """Add `doubt_bits`: the tables of which it isn't known what they say about the row's decision (`pkey`)."""
        doubts = ibis.table({"pkey": "int64", "bits": "int32"}, name="doubts")
        return join(table, doubts, [table.pkey == doubts.pkey], doubt_bits=doubts.bits)

    def doubt(self, table: Expr, name: str) -> Expr:
        """Whether what the named table says about the row's decision is not known; never NULL."""
        bit = 1 << list(TABLES).index(name)
        doubted = (table.doubt_bits.fill_null(0) & bit) > 0
        return always(True) if self.untold(name) else doubted

    def rejected(self, table: Expr, name: str) -> Expr:
        """Whether a rejected row of the named table names the row's decision; never NULL."""
        return (table.doubt_bits.fill_null(0) & (1 << list(TABLES).index(name) << REJECTED)) > 0

    def unknown_where_doubted(self, table: Expr, name: str, condition: Expr) -> Expr:
        """The condition, or NULL where the named table's word on the decision is not known."""
        return ibis.ifelse(self.doubt(table, name), unknown(), condition)
