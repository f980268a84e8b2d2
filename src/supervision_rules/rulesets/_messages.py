"""What pydantic reports, said in Chinese and English at the place in the file (校验错误的说法)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from supervision_rules.rulesets import _codes as codes
from supervision_rules.rulesets._model import DetectorUse, Head, InForce, Ruleset, Source
from supervision_rules.rulesets._rules import GROUPS, Condition, Group, Rule, Then, When
from supervision_rules.rulesets._tree import Path, Tree

_SHAPES = {
    "string_type": ("应为文字", "text is expected"),
    "list_type": ("应为列表", "a list is expected"),
    "tuple_type": ("应为列表", "a list is expected"),
    "set_type": ("应为列表", "a list is expected"),
    "frozen_set_type": ("应为列表", "a list is expected"),
    "dict_type": ("应为“键: 值”", "a mapping is expected"),
    "mapping_type": ("应为“键: 值”", "a mapping is expected"),
    "model_type": ("应为“键: 值”", "a mapping is expected"),
    "model_attributes_type": ("应为“键: 值”", "a mapping is expected"),
    "string_too_short": ("不能为空", "it must not be empty"),
}
_VALUES = {
    "int_parsing": ("“{}”不是整数", "'{}' is not a whole number"),
    "int_type": ("“{}”不是整数", "'{}' is not a whole number"),
    "int_from_float": ("“{}”不是整数", "'{}' is not a whole number"),
    "float_parsing": ("“{}”不是数字", "'{}' is not a number"),
    "decimal_parsing": ("“{}”不是数字", "'{}' is not a number"),
    "bool_parsing": ("“{}”不是 true 或 false", "'{}' is neither true nor false"),
    "bool_type": ("“{}”不是 true 或 false", "'{}' is neither true nor false"),
    "date_parsing": ("“{}”不是日期", "'{}' is not a date"),
    "date_from_datetime_parsing": ("“{}”不是日期", "'{}' is not a date"),
    "date_from_datetime_inexact": ("“{}”不是日期", "'{}' is not a date"),
}
_LIMITS = {
    "greater_than": ("应大于 {gt}", "it must be more than {gt}"),
    "greater_than_equal": ("不能小于 {ge}", "it must be at least {ge}"),
    "less_than": ("应小于 {lt}", "it must be less than {lt}"),
    "less_than_equal": ("不能大于 {le}", "it must be at most {le}"),
    "too_short": ("至少应有 {min_length} 项", "at least {min_length} needed"),
    "too_long": ("至多 {max_length} 项", "at most {max_length} allowed"),
    "enum": ("“{value}”不在可选值中", "'{value}' is not one of the values allowed"),
    "literal_error": ("“{value}”不在可选值中", "'{value}' is not one of the values allowed"),
    "string_pattern_mismatch": ("“{value}”不合格式 {pattern}", "'{value}' does not match {pattern}"),
}


def report(tree: Tree, error: ValidationError, base: Path = (), *, code: str = codes.BAD_VALUE) -> None:
    """Note all errors of a validation at their places.

    Args:
        tree: Where they are noted.
        error: What pydantic says.
        base: The path of what was validated; the whole ruleset where empty.
        code: The code of a bad value.
    """
    for item in error.errors(include_url=False):
        loc = tuple(item["loc"])
        if item["type"] == "too_short" and item["input"]:
            continue  # counted without the items that are wrong themselves
        path = base + tuple(part for part in loc if not str(part).startswith(("<", "[")))
        if path in tree.empty:
            continue
        _report(tree, path, {} if base else known_keys(loc), item, code)


def _report(tree: Tree, path: Path, known: Mapping[str, str], item: Any, bad_value: str) -> None:
    kind, value, context = item["type"], item["input"], dict(item.get("ctx", {}))
    if kind == "extra_forbidden":
        tree.unknown(codes.UNKNOWN_KEY, path, ("未知的键", "unknown key"), str(path[-1]), known, key=True)
    elif kind == "missing":
        name = str(path[-1])
        label = f"({known[name]})" if known.get(name) else ""
        tree.report(
            codes.MISSING_KEY,
            path[:-1],
            f"缺少“{name}”{label}",
            f"'{name}' is missing",
            hint_zh=f"请加上 {name}: …",
            hint_en=f"add '{name}: …'",
        )
    elif kind == "ruleset":
        hint_zh, hint_en = context["hint"]
        tree.report(context["code"], path, context["zh"], context["en"], hint_zh=hint_zh, hint_en=hint_en)
    else:
        code, zh, en, hint = _said(kind, value, context, item["msg"])
        code = bad_value if code == codes.BAD_VALUE else code
        subject = next((str(part) for part in reversed(path) if isinstance(part, str)), "")
        tree.report(code, path, f"{subject}：{zh}", f"{subject}: {en}", hint_zh=hint[0], hint_en=hint[1])


def _said(kind: str, value: Any, context: dict[str, Any], message: str) -> tuple[str, str, str, tuple[str, str]]:
    hint = ("", "")
    if kind in ("enum", "literal_error"):
        allowed = re.findall(r"'([^']*)'", str(context.get("expected", "")))
        hint = (f"可选：{'、'.join(allowed)}", f"allowed: {', '.join(allowed)}")
    if isinstance(value, list | dict | tuple) and (kind in _VALUES or kind in ("enum", "literal_error")):
        return codes.SHAPE, "应为单个值", "a single value is expected", hint
    if kind in _SHAPES:
        zh, en = _SHAPES[kind]
        if kind.endswith(("list_type", "tuple_type")) and isinstance(value, str):
            hint = (f"单独一项也写作列表:[{value}]", f"write even one item as a list: [{value}]")
        return codes.SHAPE, zh, en, hint
    if kind in _VALUES:
        zh, en = _VALUES[kind]
        if kind.startswith("date"):
            hint = ("日期写作 2026-01-01", "write it like 2026-01-01")
        return codes.BAD_VALUE, zh.format(value), en.format(value), hint
    if kind in _LIMITS:
        zh, en = _LIMITS[kind]
        context = {**context, "value": value}
        return codes.BAD_VALUE, zh.format_map(context), en.format_map(context), hint
    own = re.sub(r"^(Value error|Assertion failed), ", "", message)
    return codes.BAD_VALUE, f"值无效({own})", own, hint


def labels(model: type[BaseModel]) -> dict[str, str]:
    """The keys of a model with their Chinese labels."""
    return {
        info.alias or name: re.split("[,:;，：；]", info.title or info.description or "")[0]
        for name, info in model.model_fields.items()
    }


def known_keys(loc: Sequence[str | int]) -> Mapping[str, str]:
    """The keys that may stand beside the last part of a location in a ruleset."""
    match loc[:-1]:
        case ():
            return labels(Ruleset)
        case ("in_force",):
            return labels(InForce)
        case ("model",):
            return labels(Head)
        case ("sources", _):
            return labels(Source)
        case ("detectors", _):
            return labels(DetectorUse)
        case ("rules", _):
            return labels(Rule)
        case ("rules", _, "then"):
            return labels(Then)
        case ("rules", _, "when"):
            return labels(When)
        case ("rules", _, "when", *_, "<group>"):
            return labels(Group)
        case ("rules", _, "when", *_, "<condition>"):
            return labels(Condition)
        case ("rules", _, "when", *_, str(group), int()) if group in GROUPS:
            return labels(Condition)
        case ("rules", _, "when", *_, str(field)) if field in Condition.model_fields:
            parts = get_args(Condition.model_fields[field].annotation) or (Condition.model_fields[field].annotation,)
            return labels(next(part for part in parts if issubclass(part, BaseModel)))
    return {}
