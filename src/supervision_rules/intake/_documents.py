"""What the decisions' own documents add to the penalties (决定书中的事实)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from supervision_rules.entities import TABLES, Column, ColumnType, Sort
from supervision_rules.intake._sql import literal

if TYPE_CHECKING:
    import duckdb

DOCUMENT_FACTS: Mapping[str, str] = {
    "pkey": "int64",
    "fine_told": "decimal(18, 2)",
    "fine_in_words": "decimal(18, 2)",
    "on_the_spot": "boolean",
    "suit_direct": "boolean",
    "differs": "string",
    "differs_en": "string",
}
"""What `document_facts` says of a decision: the fine in digits and in words, whether it was made on the spot, whether a suit
was told as open before reconsideration, and in which columns the document says otherwise than the table."""

_SQL_TYPES = {"int64": "BIGINT", "string": "VARCHAR", "boolean": "BOOLEAN"}
_COMPARED = (ColumnType.DATE, ColumnType.MONEY, ColumnType.INTEGER, ColumnType.BOOLEAN)
_FILLED = "_from_documents"


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What was read of documents: an Arrow table by `pkey`, and a reject for each that could not be used.

    `table` has the attribute columns of the penalties that any document told, and those of `DOCUMENT_FACTS`; `rejects`
    has source, row, value (the path), and the reason in both languages.
    """

    table: Any
    rejects: Any


def empty_document_facts(connection: duckdb.DuckDBPyConnection) -> None:
    """Make `document_facts` with nothing in it."""
    columns = ", ".join(f"{name} {_SQL_TYPES.get(type_, type_)}" for name, type_ in DOCUMENT_FACTS.items())
    connection.execute(f"CREATE OR REPLACE TABLE document_facts ({columns})")


def fillable() -> tuple[Column, ...]:
    """The columns of the penalties that a document can tell where the table doesn't: attributes that aren't required."""
    return tuple(
        column
        for column in TABLES["penalties"].columns
        if column.sort is Sort.ATTRIBUTE and not column.required and column.name != "document"
    )


def comparable() -> tuple[Column, ...]:
    """The columns of the penalties that a document and the table may tell differently, required ones too."""
    return tuple(c for c in TABLES["penalties"].columns if c.sort is Sort.ATTRIBUTE and c.type in _COMPARED)


def fill_from_documents(connection: duckdb.DuckDBPyConnection, facts: DocumentFacts) -> frozenset[str]:
    """Put what documents tell where the penalties say nothing, and note where the two differ: the column counts.

    Returns:
        The columns of the penalties that documents told.
    """
    cursor = connection.cursor()
    try:
        cursor.register("_arriving", facts.table)
        cursor.execute(f"CREATE OR REPLACE TABLE {_FILLED} AS SELECT * FROM _arriving")
        told = set(facts.table.column_names)
        columns = [column for column in fillable() if column.name in told]
        differs = _differences([column for column in comparable() if column.name in told])
        own = [name for name in DOCUMENT_FACTS if name in told and name != "pkey"]
        chosen = "".join(f", d.{name}" for name in own)
        cursor.execute(
            f"INSERT INTO document_facts (pkey{''.join(f', {name}' for name in own)}, differs, differs_en) "
            f"SELECT p.pkey{chosen}, {differs[0]}, {differs[1]} FROM {_FILLED} d JOIN penalties p USING (pkey)"
        )
        if columns:
            changed = ", ".join(f'"{c.name}" = coalesce(penalties."{c.name}", d."{c.name}")' for c in columns)
            cursor.execute(f"UPDATE penalties SET {changed} FROM {_FILLED} d WHERE d.pkey = penalties.pkey")
        cursor.execute(f"DROP TABLE {_FILLED}")
    finally:
        cursor.close()
    keep_rejects(connection, facts.rejects)
    return frozenset(column.name for column in columns)


def keep_rejects(connection: duckdb.DuckDBPyConnection, rejects: Any, table: str = "penalties") -> None:
    """Add documents that can't be used to the rejects: source, row, value, reason, reason_en."""
    cursor = connection.cursor()
    try:
        cursor.register("_rejected", rejects)
        cursor.execute(
            f"INSERT INTO rejects SELECT {literal(table)}, source, \"row\", 'document', value, 'document', reason, "
            "reason_en, false FROM _rejected"
        )
    finally:
        cursor.close()


def forget_untold(connection: duckdb.DuckDBPyConnection, table: str, location: str) -> None:
    """Make *not known* what documents as the source of a table don't tell: there an empty event has not *not happened*."""
    empty = {Sort.EVENT: "DATE '9999-12-31'", Sort.FLAG: "FALSE"}
    columns = [(column.name, empty[column.sort]) for column in TABLES[table].columns if column.sort in empty]
    changed = ", ".join(f'"{name}" = nullif("{name}", {nothing})' for name, nothing in columns)
    cursor = connection.cursor()
    try:
        cursor.execute(
            f'UPDATE "{table}" SET {changed} FROM sources s WHERE s.id = "{table}"._source AND s.location = ?',
            [location],
        )
    finally:
        cursor.close()


def _differences(columns: list[Column]) -> tuple[str, str]:
    """SQL texts that name each column where table and document both speak and differ."""
    parts: tuple[list[str], list[str]] = ([], [])
    for column in columns:
        name = f'"{column.name}"'
        unlike = f"p.{name} <> d.{name}"
        for texts, label in zip(parts, (column.label, column.name), strict=True):
            said = f"{literal(label + ' ')} || p.{name}::VARCHAR || ' / ' || d.{name}::VARCHAR"
            texts.append(f"CASE WHEN {unlike} THEN {said} END")
    joined = [f"nullif(concat_ws('; ', {', '.join(texts)}), '')" if texts else "NULL" for texts in parts]
    return joined[0], joined[1]
