"""Reads the decisions' own documents that the penalties name (决定书文件)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from supervision_rules.detection import DuckDBEngine
from supervision_rules.documents import Extracted, Field, Reject, extract_all
from supervision_rules.entities import TABLES, Column, ColumnType, arrow_schema_of
from supervision_rules.intake import (
    DOCUMENT_FACTS,
    DocumentFacts,
    comparable,
    fill_from_documents,
    fillable,
    forget_untold,
    keep_rejects,
    normal_number,
)
from supervision_rules.running._folder import Folder

_NAMED = """
SELECT p.pkey, p.decision_no, p.document, p._row AS "row", s.location FROM penalties p JOIN sources s ON s.id = p._source
WHERE p.document IS NOT NULL AND p.document <> '' AND p.pkey IS NOT NULL ORDER BY p._source, p._row
"""
_REJECT = ("source", "row", "value", "reason", "reason_en")
_OWN = ("fine_in_words", "on_the_spot")


def read_documents(
    engine: DuckDBEngine, folders: Mapping[str, Folder], progress: Callable[[str, int], None] | None = None
) -> frozenset[str]:
    """Read every document named, by all cores, and put what it tells into the prepared tables.

    `folders` are those whose documents are rows themselves: they have been read. A path is relative to its table's file. A
    document that isn't there, can't be read, or is another decision's goes to the rejects; its record stays as it is.

    Returns:
        The columns of the penalties that documents told.

    Raises:
        MissingExtraError: a reader's package isn't installed.
    """
    named = engine.fetch(_NAMED).to_pylist()
    read_before = {str(folder.path): folder for folder in folders.values() if folder.table == "penalties"}
    rejects: list[dict[str, Any]] = []
    there: list[dict[str, Any]] = []
    facts: list[dict[str, Any]] = []
    for row in named:
        row["path"] = _base(row["location"]) / row["document"]
        if row["location"] in read_before:
            facts.append({"pkey": row["pkey"]} | _own(read_before[row["location"]].used[row["row"] - 1][1]))
        elif row["path"].is_file():
            there.append(row)
        else:
            rejects.append(_reject(row, "没有这个文件", "no such file"))
    read = extract_all([row["path"] for row in there], progress=_told(progress))
    for row, found in zip(there, read, strict=True):
        reason = _unusable(row, found)
        if reason is not None:
            rejects.append(_reject(row, *reason))
        elif isinstance(found, Extracted):
            facts.append({"pkey": row["pkey"]} | _values(found))
    return fill_from_documents(engine.connection, DocumentFacts(_arrow(facts), _rejects(rejects)))


def settle_folders(engine: DuckDBEngine, folders: Mapping[str, Folder]) -> None:
    """Put the documents of folders that make no row among the rejects, and leave open what the others don't tell."""
    for name, folder in folders.items():
        forget_untold(engine.connection, name, str(folder.path))
    rejects = [
        dict(zip(_REJECT, (str(folder.path), None, name, f"文书:{zh}", f"document: {en}"), strict=True))
        for folder in folders.values()
        for name, zh, en in folder.rejects
    ]
    if rejects:
        keep_rejects(engine.connection, _rejects(rejects))


def _base(location: str) -> Path:
    """The folder that paths in a table are relative to: that of its file; the working directory for any other source."""
    path = Path(location.split(" [")[0])
    if path.is_dir():
        return path
    return path.parent if path.is_file() else Path()


def _told(progress: Callable[[str, int], None] | None) -> Callable[[int, int], None] | None:
    return (lambda done, _: progress("documents", done)) if progress else None


def _unusable(row: Mapping[str, Any], found: Extracted | Reject) -> tuple[str, str] | None:
    if isinstance(found, Reject):
        return found.zh, found.en
    if found.scanned:
        return "是扫描件,没有文字,需先识别", "a scan without text: recognise its text first"
    if found.type != "decision":
        return "不是行政处罚决定书", "not a penalty decision"
    told = found.fields.get("decision_no")
    if (
        told is not None
        and not _masked(str(told.value))
        and normal_number(told.value) != normal_number(row["decision_no"])
    ):
        return f"文号是{told.value},不是本条记录的决定书", f"its number is {told.value}: another decision's document"
    return None


def _masked(number: str) -> bool:
    return bool(re.search(r"[*×＊XxＸ某]", number))


def _values(found: Extracted) -> dict[str, Any]:
    values: dict[str, Any] = {
        column.name: _typed(column, found.fields[column.name].value)
        for column in {own.name: own for own in (*fillable(), *comparable())}.values()
        if column.name in found.fields
    }
    return values | _own(found.fields)


def _own(fields: Mapping[str, Field]) -> dict[str, Any]:
    """What a document tells beyond the columns of the penalties.

    A time to sue told at all tells that a suit is open at once: after a reconsideration it would be that of 行政诉讼法 45.
    """
    values: dict[str, Any] = {name: fields[name].value for name in _OWN if name in fields}
    values["suit_direct"] = "suit_months_told" in fields
    return values | ({"fine_told": fields["fine"].value} if "fine" in fields else {})


def _typed(column: Column, value: Any) -> Any:
    if column.type is ColumnType.MONEY:
        try:
            return Decimal(str(value))
        except InvalidOperation:
            return None
    return list(value) if column.type is ColumnType.LIST and value is not None else value


def _reject(row: Mapping[str, Any], zh: str, en: str) -> dict[str, Any]:
    values = (row["location"], row["row"], row["document"], f"决定书文件:{zh}", f"the decision's document: {en}")
    return dict(zip(_REJECT, values, strict=True))


def _rejects(rows: list[dict[str, Any]]) -> Any:
    import pyarrow as pa

    return pa.Table.from_pylist(rows, arrow_schema_of(dict.fromkeys(_REJECT, "string") | {"row": "int64"}))


def _arrow(rows: Iterable[Mapping[str, Any]]) -> Any:
    """The facts with every column that any document told."""
    import pyarrow as pa

    told = list(rows)
    types = TABLES["penalties"].engine_schema() | dict(DOCUMENT_FACTS)
    names = dict.fromkeys(("pkey", *(name for row in told for name in row)))
    return pa.Table.from_pylist([dict(row) for row in told], arrow_schema_of({name: types[name] for name in names}))
