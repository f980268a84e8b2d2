"""The records behind findings, fetched a batch at a time (证据)."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from supervision_rules.detection._engine import Engine
from supervision_rules.entities import TABLES, ColumnType, Sort, Table
from supervision_rules.law import LAST_DAY

_KEYS = ("pkey", "ckey", "akey")
_SUBJECT = ("subject_table", "subject_source", "subject_row")


@dataclass(frozen=True, slots=True)
class Record:
    """One record used: table, source, row in it, and its values that are known and have happened."""

    table: str
    source: str
    row: int
    values: Mapping[str, Any]


class Evidence:
    """Looks up the records that belong to the subjects of a batch of findings."""

    def __init__(self, engine: Engine, tables: Iterable[str], number: int, as_of: dt.date) -> None:
        """Look in the named tables; `number` keeps the working table apart from that of other detectors.

        Events after `as_of` have not happened and are left out, with what comes with them.
        """
        self._as_of = as_of
        self._engine = engine
        self._tables = tuple(dict.fromkeys(tables))
        self._keys = f"_keys_{number}"
        found = engine.fetch("SELECT id, location FROM sources").to_pydict()
        self._sources = dict(zip(found["id"], found["location"], strict=True))

    def records(self, batch: Any) -> Sequence[Sequence[Record]]:
        """For each row of a batch of judged rows the records used, the subject's own first, then by table, source and row."""
        import pyarrow as pa

        keys = pa.table({name: batch.column(name) for name in (*_KEYS, *_SUBJECT)})
        keys = keys.append_column("idx", pa.array(range(batch.num_rows), pa.int64()))
        self._engine.create(self._keys, keys)
        found: dict[int, list[Record]] = defaultdict(list)
        for name in self._tables:
            table = TABLES[name]
            columns = [c.name for c in table.columns if c.type is not ColumnType.TEXT or c.name == "party_name"]
            chosen = ", ".join(f't."{column}"' for column in columns)
            key = {"court_cases": "ckey"}.get(name, "pkey")
            self._engine.store(f"{self._keys}_pairs", self._pairs(name))
            rows = self._engine.fetch(
                f"SELECT k.idx, k.subject_table, k.subject_source, k.subject_row, t._source, t._row, {chosen} "
                f'FROM {self._keys}_pairs p JOIN {self._keys} k ON k.idx = p.idx JOIN "{name}" t ON t.{key} = p.key '
                "WHERE k.akey IS NULL OR t._source = k.subject_source AND t._row = k.subject_row "
                "ORDER BY k.idx, t._source, t._row"
            )
            for row in rows.to_pylist():
                own = (name, row["_source"], row["_row"]) == tuple(row[column] for column in _SUBJECT)
                record = Record(
                    name, self._sources[row["_source"]], row["_row"], _told(table, columns, row, self._as_of)
                )
                if own:
                    found[row["idx"]].insert(0, record)
                else:
                    found[row["idx"]].append(record)
        return [found[index] for index in range(batch.num_rows)]

    def _pairs(self, name: str) -> str:
        """Which keys of the table belong to which row of the batch: its own, or by way of the case's decisions."""
        own, other = ("ckey", "pkey") if name == "court_cases" else ("pkey", "ckey")
        return (
            f"SELECT idx, {own} AS key FROM {self._keys} WHERE {own} IS NOT NULL UNION "
            f"SELECT k.idx, d.{own} FROM {self._keys} k JOIN case_decisions d ON d.{other} = k.{other} "
            f"WHERE k.{own} IS NULL"
        )


def _told(table: Table, columns: Sequence[str], row: Mapping[str, Any], as_of: dt.date) -> dict[str, Any]:
    values = {}
    for name in columns:
        value = row[name]
        column = table[name]
        event = row.get(name if column.sort is Sort.EVENT else column.told_by)
        if value is None or (column.sort is Sort.FLAG and value is False):
            continue
        if event is not None and (event > as_of) and (column.sort is Sort.EVENT or event < LAST_DAY):
            continue
        values[name] = value if isinstance(value, bool | int | list) else str(value)
    return values
