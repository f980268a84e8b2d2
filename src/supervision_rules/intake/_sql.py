"""Small pieces of SQL text."""

from __future__ import annotations

from collections.abc import Iterable

from supervision_rules.entities import Column

_TYPES = {"array<string>": "VARCHAR[]", "string": "VARCHAR", "int32": "INTEGER"}


def literal(text: str) -> str:
    """The text as an SQL literal."""
    return "'" + text.replace("'", "''") + "'"


def name(text: str) -> str:
    """The text as an SQL identifier."""
    return '"' + text.replace('"', '""') + '"'


def names(texts: Iterable[str], prefix: str = "") -> str:
    """Identifiers with commas between, each behind the prefix."""
    return ", ".join(prefix + name(text) for text in texts)


def duckdb_type(column: Column) -> str:
    """The DuckDB type of a canonical column."""
    return _TYPES.get(column.engine_type, column.engine_type.upper())
