"""The public interface with signatures (公开接口)."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from enum import Enum
from importlib import import_module
from types import ModuleType
from typing import Any

from _reference.markdown import code, codes, table

_STARRED = (inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD)
_SAID = {
    "hookimpl": "Marks a plugin's implementation of a hook (标记插件的实现).",
    "Expr": "An Ibis expression (Ibis 表达式).",
}
"""Names that can't carry a docstring of their own."""
_PLUGIN_MODULES = ("plugin", "detection", "entities", "law", "documents")


def page() -> str:
    """Everything in `supervision_rules.__all__`."""
    import supervision_rules

    parts = [
        "# 公开接口 / Public interface\n",
        "`from supervision_rules import …`:以下名称,此外都是内部的。例子见[作为库使用](../howto/use-as-library.md)。\n",
        "*English.* What `supervision_rules.__all__` lists; everything else is internal.\n",
        _overview(supervision_rules),
    ]
    parts += [_entry(name, getattr(supervision_rules, name)) for name in supervision_rules.__all__]
    return "\n".join(parts)


def plugin_page() -> str:
    """What authors of detectors use."""
    parts = [
        "# 插件接口 / Interface for plugin authors\n",
        "从这些模块导入。怎样用见[写一个检测器](../howto/write-a-detector.md)。 / Import from these modules.\n",
    ]
    for name in _PLUGIN_MODULES:
        module = import_module(f"supervision_rules.{name}")
        parts.append(f"## supervision_rules.{name}\n\n{_first(module)}\n")
        parts.append(_overview(module, signatures=True))
    return "\n".join(parts)


def _overview(module: ModuleType, *, signatures: bool = False) -> str:
    rows = []
    for name in module.__all__:
        value = getattr(module, name)
        shown = f"{name}{_signature(value)}" if signatures and inspect.isfunction(value) else name
        rows.append((code(shown), _SAID.get(name) or _first(value)))
    return table(("名称 name", "说明"), rows)


def _entry(name: str, value: Any) -> str:
    lines = [f"## {name}\n"]
    if inspect.isclass(value) and issubclass(value, BaseException):
        return "\n".join([*lines, f"{_first(value)} 退出码 / exit code: {getattr(value, 'exit_code', '')}。\n"])
    if not inspect.isclass(value) or not (hasattr(value, "model_fields") or issubclass(value, Enum)):
        lines.append(f"```python\n{name}{_signature(value)}\n```\n")
    lines.append(inspect.getdoc(value) or "")
    if inspect.isclass(value) and (members := list(_members(value))):
        lines.append("\n" + table(("成员 member", "说明"), members))
    if inspect.isclass(value) and (fields := getattr(value, "model_fields", {})):
        lines.append(f"\n字段 / fields: {codes(fields)}\n")
    if inspect.isclass(value) and issubclass(value, Enum):
        lines.append(f"\n取值 / values: {codes(member.value for member in value)}\n")
    return "\n".join([*lines, ""])


def _members(value: type) -> Iterator[tuple[str, str]]:
    for name, member in vars(value).items():
        target = member.__func__ if isinstance(member, classmethod | staticmethod) else member
        if name.startswith(("_", "model_")):
            continue
        if inspect.isfunction(target):
            yield code(f"{name}{_signature(target)}"), _first(target)
        elif isinstance(member, property) or type(member).__name__ == "cached_property":
            yield code(name), _first(member)


def _first(value: Any) -> str:
    text = inspect.getdoc(value) or ""
    return " ".join(text.partition("\n\n")[0].split())


def _signature(value: Callable[..., Any]) -> str:
    try:
        signature = inspect.signature(value)
    except (TypeError, ValueError):
        return ""
    shown, keyword_only = [], False
    for parameter in signature.parameters.values():
        if parameter.name in ("self", "cls"):
            continue
        if parameter.kind is parameter.KEYWORD_ONLY and not keyword_only:
            keyword_only = True
            shown.append("*")
        if parameter.kind is parameter.VAR_POSITIONAL:
            keyword_only = True
        shown.append(_parameter(parameter))
    nothing = inspect.isclass(value) or signature.return_annotation is signature.empty
    returns = "" if nothing else f" -> {_named(signature.return_annotation)}"
    return f"({', '.join(shown)}){returns}"


def _parameter(parameter: inspect.Parameter) -> str:
    stars = "*" * (1 + (parameter.kind is parameter.VAR_KEYWORD)) if parameter.kind in _STARRED else ""
    text = stars + parameter.name
    if parameter.annotation is not parameter.empty:
        text += f": {_named(parameter.annotation)}"
    if parameter.default is not parameter.empty:
        default = (
            "…"
            if "factory" in repr(parameter.default) or " at 0x" in repr(parameter.default)
            else repr(parameter.default)
        )
        text += f" = {default}" if ":" in text else f"={default}"
    return text


def _named(annotation: Any) -> str:
    return annotation if isinstance(annotation, str) else str(inspect.formatannotation(annotation))
