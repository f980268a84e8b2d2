"""Where a table comes from (数据来源)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, runtime_checkable

from supervision_rules.entities import TABLES
from supervision_rules.errors import Place
from supervision_rules.intake import _problems

TEXT_SUFFIXES = (".csv", ".tsv", ".txt")
SHEET_SUFFIXES = (".xlsx", ".xlsm", ".xls", ".ods", ".xlsb")
PARQUET_SUFFIXES = (".parquet", ".pq")
_FOUND_SUFFIXES = (".csv", ".tsv", *SHEET_SUFFIXES, ".parquet")


@runtime_checkable
class ArrowData(Protocol):
    """Whatever offers itself as an Arrow stream: pyarrow tables and readers, polars and pandas frames."""

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The stream's capsule."""


@dataclass(frozen=True, slots=True)
class SqlSource:
    """A table or a query of a database, by SQLAlchemy URL."""

    url: str
    query_or_table: str


@dataclass(frozen=True, slots=True)
class Source:
    """The source of one table.

    `columns` maps canonical columns to headers; `encoding` None means that it is detected; `place` is where the
    ruleset names the source; `location` is what records are said to come from, where the data itself doesn't tell.
    """

    table: str
    data: str | Path | SqlSource | ArrowData
    columns: Mapping[str, str] = field(default_factory=dict)
    sheet: str | None = None
    encoding: str | None = None
    place: Place | None = None
    location: str = ""


def find_sources(directory: Path, tables: Iterable[str]) -> dict[str, Source]:
    """The files of a directory that hold the tables: one file a table, named by its English name or Chinese label."""
    if not directory.exists():
        raise _problems.no_directory(str(directory))
    if not directory.is_dir():
        raise _problems.not_a_directory(str(directory))
    found: dict[str, Source] = {}
    files = [path for path in sorted(directory.iterdir()) if path.suffix.lower() in _FOUND_SUFFIXES and path.is_file()]
    for name in tables:
        if name not in TABLES:
            raise _problems.unknown_table(name, list(TABLES))
        table = TABLES[name]
        stems = {_fold(name), _fold(table.label)}
        paths = [path for path in files if _fold(path.stem) in stems]
        if len(paths) > 1:
            raise _problems.two_files(table, [str(path) for path in paths])
        if paths:
            found[name] = Source(name, paths[0])
    return found


def _fold(stem: str) -> str:
    return unicodedata.normalize("NFKC", stem).strip().casefold()
