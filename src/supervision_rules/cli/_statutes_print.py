"""How statutes are printed: tables, JSON, spans of days (法规的输出)."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from supervision_rules.cli._common import console_for
from supervision_rules.law import chinese_number

if TYPE_CHECKING:
    from supervision_rules.law import StatuteVersion

STATES = {
    "not_yet": ("尚未施行", "not yet in force"),
    "repealed": ("已经废止", "repealed"),
    "not_known": ("当日施行的版本不在数据中", "the version in force that day is not in the data"),
}
KINDS = {
    "law": ("法律", "law"),
    "regulation": ("行政法规", "regulation"),
    "rule": ("规章", "rule"),
    "local": ("地方性法规", "local regulation"),
    "interpretation": ("司法解释", "interpretation"),
    "decision": ("决定", "decision"),
    "amendment": ("修正案", "amendment"),
    "other": ("其他", "other"),
}


class Format(StrEnum):
    """How it is printed."""

    TABLE = "table"
    JSON = "json"


FormatOption = Annotated[Format, typer.Option("--format", help="输出格式 / format")]


def article_words(number: int, suffix: int = 0) -> str:
    """Such as 第六十九条, 第一百二十条之一."""
    return f"第{chinese_number(number)}条" + (f"之{chinese_number(suffix)}" if suffix else "")


def version_json(version: StatuteVersion) -> dict[str, Any]:
    """A version as a row: days, number of articles, whether it holds texts."""
    return {
        "passed": str(version.passed),
        "effective_from": str(version.effective_from),
        "effective_to": str(version.effective_to) if version.effective_to else None,
        "articles": None if version.articles is None else len(version.articles),
        "texts": bool(version.texts),
    }


def span(row: dict[str, Any], zh: bool) -> str:
    """From when to when a version is in force, in words."""
    first, last = row["effective_from"], row["effective_to"]
    if first is None:
        return (f"施行到 {last}" if zh else f"to {last}") if last else ""
    if last is None:
        return f"{first} 起施行" if zh else f"in force from {first}"
    return f"{first} 至 {last} 施行" if zh else f"in force {first} to {last}"


def print_json(data: Any) -> None:
    """Print as JSON."""
    print(json.dumps(data, ensure_ascii=False, indent=2, default=str))


def print_table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a table without lines."""
    from rich.table import Table

    table = Table(*heads, box=None, pad_edge=False)
    for row in rows:
        table.add_row(*row)
    console_for(sys.stdout).print(table)
