"""Findings as lines for other programs: JSON Lines, JSON and CSV (供其他程序读取)."""

from __future__ import annotations

import csv
import datetime as dt
import json
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any, TextIO

from supervision_rules.entities import Column, ColumnType, FindingRecord

_COLUMNS = FindingRecord.table.columns
_NOT_TEXT = (ColumnType.DATE, ColumnType.INTEGER, ColumnType.MONEY, ColumnType.BOOLEAN, ColumnType.STEPS)
_FORMULA = tuple("=+-@＝＋－＠\t\r")


def write_jsonl(findings: Iterable[FindingRecord], stream: TextIO) -> int:
    """Write one JSON object a line with all columns of the findings table; gives how many."""
    count = 0
    for finding in findings:
        stream.write(_json(_row(finding)) + "\n")
        count += 1
    return count


def write_json(findings: Iterable[FindingRecord], stream: TextIO) -> int:
    """Write one JSON array, finding by finding; gives how many."""
    count = 0
    stream.write("[")
    for count, finding in enumerate(findings, 1):
        stream.write(("\n" if count == 1 else ",\n") + _json(_row(finding)))
    stream.write("\n]\n" if count else "]\n")
    return count


def write_csv(findings: Iterable[FindingRecord], stream: TextIO) -> int:
    """Write CSV with the column names as header; gives how many findings.

    The stream has to be opened with `newline=""`. Lists are joined with `; `, the trace is JSON text, and text that a
    spreadsheet would take for a formula gets an apostrophe before it.
    """
    writer = csv.writer(stream)
    writer.writerow(FindingRecord.table.names)
    count = 0
    for finding in findings:
        writer.writerow([_cell(column, getattr(finding, column.name)) for column in _COLUMNS])
        count += 1
    return count


def _row(finding: FindingRecord) -> Mapping[str, Any]:
    return {column.name: getattr(finding, column.name) for column in _COLUMNS}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, default=_plain)


def _plain(value: Any) -> str:
    if isinstance(value, dt.date | dt.datetime):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    raise TypeError(f"{type(value).__name__} is not for JSON")


def _cell(column: Column, value: Any) -> str:
    if value is None:
        return ""
    if column.type is ColumnType.STEPS:
        return _json(value)
    if isinstance(value, Sequence) and not isinstance(value, str):
        value = "; ".join(map(str, value))
    text = value.isoformat() if isinstance(value, dt.date) else str(value)
    return f"'{text}" if column.type not in _NOT_TEXT and text.startswith(_FORMULA) else text
