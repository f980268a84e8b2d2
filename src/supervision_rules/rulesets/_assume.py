"""Values that a ruleset assumes where the data don't say (假设): for attributes only, typed by the entity."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter, ValidationError

from supervision_rules.entities import ENTITIES, TABLES, Column, ColumnType, Entity, Sort
from supervision_rules.rulesets import _codes as codes
from supervision_rules.rulesets._messages import report
from supervision_rules.rulesets._tree import Path, Tree

_BOOLEANS = {"是": "true", "否": "false"}
_MODELS = {entity.table.name: entity for entity in ENTITIES}


def assumptions(tree: Tree, given: Any) -> dict[str, Any]:
    """The assumptions as `table.column` to typed value; what is wrong is noted in the tree."""
    values: dict[str, Any] = {}
    for name, value in given.items() if isinstance(given, dict) else ():
        path: Path = ("assume", name)
        column = _find(tree, path, name)
        if column is None:
            continue
        table, definition = column
        full = f"{table}.{definition.name}"
        if full in values:
            zh, en = f"“{full}”的假设重复", f"'{full}' is assumed twice"
            tree.report(codes.DUPLICATE_KEY, path, zh, en, key=True, hint_zh="请删去其中一处", hint_en="delete one")
        elif _assumable(tree, path, full, definition):
            typed = _typed(tree, path, _MODELS[table], definition, value)
            if typed is not None:
                values[full] = typed
    return values


def _find(tree: Tree, path: Path, name: str) -> tuple[str, Column] | None:
    table, _, short = name.rpartition(".")
    holders = [t for t in TABLES.values() if short in t.names and table in ("", t.name)]
    if len(holders) == 1:
        return holders[0].name, holders[0][short]
    if holders:
        full = [f"{holder.name}.{short}" for holder in holders]
        tree.report(
            codes.AMBIGUOUS_COLUMN,
            path,
            f"列“{short}”在几张表中都有",
            f"column '{short}' is in several tables",
            key=True,
            hint_zh=f"请写明表：{'、'.join(full)}",
            hint_en=f"name the table: {', '.join(full)}",
        )
        return None
    known = {f"{t.name}.{c.name}": c.label for t in TABLES.values() for c in t.columns}
    if not table:
        known = {c.name: c.label for t in TABLES.values() for c in t.columns}
    tree.unknown(codes.UNKNOWN_COLUMN, path, ("没有列", "there is no column"), name, known, key=True)
    return None


def _assumable(tree: Tree, path: Path, full: str, column: Column) -> bool:
    if column.required:
        zh, en = "必填列", "a required column"
    elif column.sort is Sort.EVENT:
        zh, en = "事件列（空白即未发生）", "an event (empty means that it has not happened)"
    elif column.sort is Sort.FLAG:
        zh, en = "标记列（空白即否）", "a flag (empty means no)"
    else:
        return True
    tree.report(
        codes.NOT_ASSUMABLE,
        path,
        f"“{full}”是{zh},不能假设",
        f"'{full}' is {en}; it can't be assumed",
        key=True,
        hint_zh="只有属性列可以假设",
        hint_en="only attributes can be assumed",
    )
    return False


def _typed(tree: Tree, path: Path, entity: type[Entity], column: Column, value: Any) -> Any:
    if column.type is ColumnType.BOOLEAN and isinstance(value, str):
        value = _BOOLEANS.get(value, value)
    if column.type in (ColumnType.LIST, ColumnType.NUMBERS) and isinstance(value, str):
        value = [value]
    if column.codes and isinstance(value, str):
        value = next((code for code, words in column.codes.items() if value in words), value)
    annotation: Any = entity.model_fields[column.name].annotation
    adapter: TypeAdapter[Any] = TypeAdapter(annotation)
    try:
        return adapter.validate_python(value)
    except ValidationError as error:
        report(tree, error, path, code=codes.BAD_ASSUMPTION)
        return None
