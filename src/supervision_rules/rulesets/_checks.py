"""Whether what a ruleset names exists: tables, columns, detectors, parameters, kinds (名称核对).

The checks read the plain data, not the models, so that they tell what is wrong beside other errors.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel, ValidationError

from supervision_rules.entities import TABLES
from supervision_rules.rulesets import _codes as codes
from supervision_rules.rulesets._messages import labels, report
from supervision_rules.rulesets._registry import DetectorInfo, Registry
from supervision_rules.rulesets._rules import GROUPS
from supervision_rules.rulesets._tree import Path, Tree


def check_sources(tree: Tree) -> None:
    """Tables and columns of the sources are canonical ones (规范表、规范列)."""
    for name, source in _mapping(_mapping(tree.data).get("sources")).items():
        path: Path = ("sources", name)
        if name not in TABLES:
            known = {table.name: table.label for table in TABLES.values()}
            tree.unknown(codes.UNKNOWN_TABLE, path, ("未知的表", "unknown table"), name, known, key=True)
            continue
        known = {column.name: column.label for column in TABLES[name].columns}
        for column in _mapping(_mapping(source).get("columns")):
            if column not in known:
                what = (f"表 {name} 没有列", f"table {name} has no column")
                tree.unknown(codes.UNKNOWN_COLUMN, (*path, "columns", column), what, column, known, key=True)


def check_detectors(tree: Tree, registry: Registry) -> dict[int, BaseModel]:
    """Detectors are installed and used once, with parameters and kinds that they have; gives the parameters."""
    installed = registry.detectors()
    parameters: dict[int, BaseModel] = {}
    first: dict[str, int] = {}
    for index, use, name in _uses(tree):
        path: Path = ("detectors", index)
        info = installed.get(name)
        if info is None:
            known = dict.fromkeys(installed, "")
            what = ("没有安装检测器", "no such detector is installed:")
            tree.unknown(codes.UNKNOWN_DETECTOR, (*path, "use"), what, name, known, key=False)
            continue
        if name in first:
            line = tree.at(("detectors", first[name], "use"))[0]
            tree.report(
                codes.DETECTOR_TWICE,
                (*path, "use"),
                f"检测器“{name}”已在第 {line} 行启用",
                f"detector '{name}' is already used on line {line}",
                hint_zh="请合并为一处",
                hint_en="merge the two",
            )
            continue
        first[name] = index
        made = _parameters(tree, path, info, _mapping(use.get("with")))
        if made is not None:
            parameters[index] = made
        kinds = {kind: facts.title for kind, facts in info.kinds.items()}
        for part in ("severity", "title"):
            for kind in _mapping(use.get(part)):
                if kind not in kinds:
                    what = (f"检测器 {name} 没有异常类型", f"detector {name} has no kind")
                    tree.unknown(codes.UNKNOWN_KIND, (*path, part, kind), what, kind, kinds, key=True)
    return parameters


def _parameters(tree: Tree, path: Path, info: DetectorInfo, given: Mapping[str, Any]) -> BaseModel | None:
    known = labels(info.parameters)
    names = set(known) | set(info.parameters.model_fields)
    for key in given:
        if key not in names:
            what = (f"检测器 {info.name} 没有参数", f"detector {info.name} has no parameter")
            tree.unknown(codes.UNKNOWN_PARAMETER, (*path, "with", key), what, key, known, key=True)
    try:
        return info.parameters.model_validate({key: value for key, value in given.items() if key in names})
    except ValidationError as error:
        report(tree, error, (*path, "with"), code=codes.BAD_PARAMETER)
        return None


def check_rules(tree: Tree) -> None:
    """Each rule's name is its own."""
    first: dict[str, int] = {}
    for index, rule in enumerate(_sequence(_mapping(tree.data).get("rules"))):
        name = _mapping(rule).get("name")
        if not isinstance(name, str):
            continue
        if name in first:
            line = tree.at(("rules", first[name], "name"))[0]
            zh, en = f"规则名称“{name}”重复，首次出现在第 {line} 行", f"rule '{name}' is already on line {line}"
            tree.report(codes.RULE_TWICE, ("rules", index, "name"), zh, en, hint_zh="请改名", hint_en="rename it")
        first.setdefault(name, index)


def check_kinds(tree: Tree, registry: Registry) -> None:
    """The kinds that rules name come from detectors that the ruleset uses."""
    installed = registry.detectors()
    used = {name for _, _, name in _uses(tree)}
    sure = used <= set(installed)
    titles = {kind: facts.title for info in installed.values() for kind, facts in info.kinds.items()}
    for path, kind, detector in _named(tree):
        known = titles
        if detector is not None:
            info = installed.get(detector)
            if info is None:
                what = ("没有安装检测器", "no such detector is installed:")
                names = dict.fromkeys(installed, "")
                tree.unknown(codes.UNKNOWN_DETECTOR, (*path[:-1], "detector"), what, detector, names, key=False)
                continue
            known = {name: facts.title for name, facts in info.kinds.items()}
        if kind not in known:
            what = ("没有异常类型", "there is no kind")
            tree.unknown(codes.UNKNOWN_KIND, path, what, kind, known, key=False)
            continue
        givers = {detector} if detector else {name for name, info in installed.items() if kind in info.kinds}
        if sure and not givers & used:
            names_zh, names_en = "、".join(sorted(givers)), ", ".join(sorted(givers))
            tree.report(
                codes.UNUSED_DETECTOR,
                path,
                f"异常类型“{kind}”来自没有启用的检测器 {names_zh}",
                f"kind '{kind}' comes from {names_en}, which the ruleset does not use",
                hint_zh="请在 detectors 中启用，或删去规则",
                hint_en="add it to detectors, or drop the rule",
            )


def _named(tree: Tree) -> Iterator[tuple[Path, str, str | None]]:
    """Each place in the rules where a kind is named, with the kind and, where given, the detector."""
    for index, raw in enumerate(_sequence(_mapping(tree.data).get("rules"))):
        rule = _mapping(raw)
        yield from _in_groups(rule.get("when"), ("rules", index, "when"), 2)
        kind = _mapping(rule.get("then")).get("suppress")
        if isinstance(kind, str):
            yield ("rules", index, "then", "suppress"), kind, None


def _in_groups(group: Any, path: Path, depth: int) -> Iterator[tuple[Path, str, str | None]]:
    for operator in GROUPS:
        for index, raw in enumerate(_sequence(_mapping(group).get(operator))):
            item = _mapping(raw)
            kind, detector = item.get("finding"), item.get("detector")
            if isinstance(kind, str):
                where = (*path, operator, index, "finding")
                yield where, kind, detector if isinstance(detector, str) else None
            elif depth > 1:
                yield from _in_groups(item, (*path, operator, index), depth - 1)


def _uses(tree: Tree) -> Iterator[tuple[int, Mapping[str, Any], str]]:
    for index, raw in enumerate(_sequence(_mapping(tree.data).get("detectors"))):
        use = _mapping(raw)
        name = use.get("use")
        if isinstance(name, str):
            yield index, use, name


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _sequence(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
