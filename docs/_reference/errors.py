"""Error codes, read off the source (错误代码)."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

import supervision_rules
from _reference.markdown import code, table

_ROOT = Path(supervision_rules.__file__).parent
_PLUGINS = Path(__file__).resolve().parents[2] / "plugins"
_CODE = re.compile(r"SR\d{3}")
_CJK = re.compile(r"[\u4e00-\u9fff]")
_AREAS = {
    "1": "读入 / intake", "2": "规则集 / rulesets", "3": "插件与运行 / plugins and runs", "4": "法律数据 / law data",
    "5": "规则运行 / rules", "6": "线索库 / store", "7": "命令行与报告 / command line and reports",
}  # fmt: skip
_CLASSES = {"UsageError": 2, "DataError": 3, "LawDataError": 3, "RulesetError": 3, "PluginError": 3,
            "MissingExtraError": 3, "StoreError": 3, "SupervisionError": 3}  # fmt: skip
_INTRO = """# 错误代码 / Error codes

每条错误有固定代码、位置(文件:行:列)、中英文说明和建议;`--lang en` 显示英文。“…”处是具体的名称和数值。退出码 2 是用法不对,
3 是规则集或数据无效;没有退出码的是提示,运行照常。

*English.* Every problem has a stable code, its place (file:line:column), a message in Chinese and English and a hint;
`--lang en` shows English. “…” stands for names and values. Exit code 2 is wrong use, 3 an invalid ruleset or data; without
one it is a warning and the run goes on.
"""
_GENERAL = {
    "SR203": ("不是有效的 YAML", "not valid YAML"),
    "SR223": ("参数的值无效", "a parameter's value isn't valid"),
    "SR243": ("假设的值无效", "an assumed value isn't valid"),
    "SR422": ("法规数据不是正确的 YAML", "statute data isn't proper YAML"),
    "SR423": ("法规数据的值无效", "a value of statute data isn't valid"),
    "SR430": ("导入的法规与已知的这个版本不一致", "an imported statute isn't that version as it is known"),
    "SR432": ("导入的法规看来不完整", "an imported statute doesn't look whole"),
    "SR440": ("行为、要求的数据不是正确的 YAML", "data of acts or demands isn't proper YAML"),
    "SR441": ("行为、要求的数据的值无效", "a value of acts or demands isn't valid"),
    "SR444": ("行为用语不是正确的 YAML", "wordings of acts aren't proper YAML"),
    "SR445": ("行为用语的值无效", "a value of the wordings isn't valid"),
    "SR731": ("《…》(…)没有第…条", "《…》 (…) has no article …"),
    "SR733": ("“…”不是条号", "“…” is no article"),
}
"""Codes whose words are made from the value at hand."""
_IMPORTING = ("SR426", "SR427", "SR428", "SR429", "SR430", "SR432")
_LATER = {
    "SR302": "3(`plugins` 命令)",
    "SR303": "3(其余写完之后 / after the others)",
    **dict.fromkeys(_IMPORTING, "1(`law import`)"),
}
Names: TypeAlias = Mapping[str, str]


@dataclass
class _Error:
    zh: list[str] = field(default_factory=list)
    en: list[str] = field(default_factory=list)
    exits: set[int] = field(default_factory=set)


def page() -> str:
    """All error codes by area."""
    found = _collect()
    parts = [_INTRO]
    for digit, area in _AREAS.items():
        rows = [_row(number, error) for number, error in sorted(found.items()) if number[2] == digit]
        if rows:
            parts.append(f"## SR{digit}xx {area}\n")
            parts.append(table(("代码", "说明", "meaning", "退出码 exit"), rows))
    return "\n".join(parts)


def _row(number: str, error: _Error) -> tuple[str, str, str, str]:
    zh, en = " / ".join(dict.fromkeys(error.zh)), " / ".join(dict.fromkeys(error.en))
    zh, en = (zh, en) if zh and en else _GENERAL[number]
    return code(number), zh, en, _LATER.get(number) or ", ".join(map(str, sorted(error.exits)))


def _collect() -> dict[str, _Error]:
    paths = (path for root in (_ROOT, *sorted(_PLUGINS.glob("*/src"))) for path in sorted(root.rglob("*.py")))
    trees = {path: ast.parse(path.read_text("utf-8")) for path in paths}
    constants = {path.parent: _constants(tree) for path, tree in trees.items() if path.name == "_codes.py"}
    found: dict[str, _Error] = {}
    for path, tree in trees.items():
        names = constants.get(path.parent, {}) | _private(tree)
        if path.name == "_codes.py":
            for number in names.values():
                found.setdefault(number, _Error())
            continue
        for scope in _scopes(tree):
            _read(scope, names, _assigned(scope), found)
    for number, error in found.items():
        if not error.exits and number[2] in "2456" and number not in _LATER:
            error.exits.add(3)
    return found


def _constants(tree: ast.Module) -> Names:
    return {
        node.target.id: str(node.value.value)
        for node in tree.body
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)
        and isinstance(node.value, ast.Constant) and _CODE.fullmatch(str(node.value.value))
    }  # fmt: skip


def _private(tree: ast.Module) -> Names:
    """The codes that a module keeps in names of its own."""
    found: dict[str, str] = {}
    for node in tree.body:
        if isinstance(node, ast.Assign):
            pairs = [(node.targets[0], node.value)]
            if isinstance(node.targets[0], ast.Tuple) and isinstance(node.value, ast.Tuple):
                pairs = list(zip(node.targets[0].elts, node.value.elts, strict=False))
            for name, value in pairs:
                text = value.value if isinstance(value, ast.Constant) else ""
                if isinstance(name, ast.Name) and _CODE.fullmatch(str(text)):
                    found[name.id] = str(text)
    return found


def _scopes(tree: ast.Module) -> Iterator[ast.AST]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def _assigned(scope: ast.AST) -> list[tuple[int, str, ast.expr]]:
    """Every assignment of a name: its line, the name and the value."""
    values: list[tuple[int, str, ast.expr]] = []
    for node in ast.walk(scope):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                pairs = [(target, node.value)]
                if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
                    pairs = list(zip(target.elts, node.value.elts, strict=False))
                values += [(node.lineno, name.id, value) for name, value in pairs if isinstance(name, ast.Name)]
    return sorted(values, key=lambda one: one[0])


def _read(scope: ast.AST, names: Names, assigned: list[tuple[int, str, ast.expr]], found: dict[str, _Error]) -> None:
    raising = _raising(scope)
    for node in ast.walk(scope):
        if isinstance(node, ast.Call):
            given = [*node.args, *(word.value for word in node.keywords if word.arg == "code")]
        elif isinstance(node, ast.Tuple):
            given = list(node.elts)
        else:
            continue
        values = {name: value for line, name, value in assigned if line <= node.lineno}
        for place, part in enumerate(given):
            number = _number(part, names)
            if number:
                error = found.setdefault(number, _Error())
                texts = [text for text in _texts(given[place + 1 :], values) if text.strip("… ;,:")]
                zh = next((text for text in texts if _CJK.search(text)), "")
                en = next((text for text in texts[texts.index(zh) + 1 :] if not _CJK.search(text)), "") if zh else ""
                error.zh += [zh] if zh else []
                error.en += [en] if en else []
                error.exits |= raising.get(id(node), set())


def _raising(scope: ast.AST) -> dict[int, set[int]]:
    """For each node inside the making of an error its exit code."""
    codes: dict[int, set[int]] = {}
    for node in ast.walk(scope):
        if isinstance(node, ast.Call):
            maker = node.func.value if isinstance(node.func, ast.Attribute) and node.func.attr == "of" else node.func
            if isinstance(maker, ast.Name) and maker.id in _CLASSES:
                for inner in ast.walk(node):
                    codes.setdefault(id(inner), set()).add(_CLASSES[maker.id])
    return codes


def _number(part: ast.expr, names: Names) -> str:
    if isinstance(part, ast.Constant) and isinstance(part.value, str) and _CODE.fullmatch(part.value):
        return part.value
    if isinstance(part, ast.Name):
        return names.get(part.id, "")
    if isinstance(part, ast.Attribute) and isinstance(part.value, ast.Name) and part.value.id == "codes":
        return names.get(part.attr, "")
    return ""


def _texts(parts: Iterable[ast.expr], values: Mapping[str, ast.expr]) -> Iterator[str]:
    for part in parts:
        if isinstance(part, ast.Tuple):
            yield from _texts(part.elts, values)
        elif isinstance(part, ast.Name) and part.id in values:
            resolved = values[part.id]
            yield from _texts([resolved], {k: v for k, v in values.items() if v is not resolved})
        else:
            yield _text(part)


def _text(part: ast.expr) -> str:
    if isinstance(part, ast.Constant):
        return part.value if isinstance(part.value, str) else ""
    if isinstance(part, ast.JoinedStr):
        return "".join(_text(value) for value in part.values)
    if isinstance(part, ast.BinOp):
        return _text(part.left) + _text(part.right)
    return "…"
