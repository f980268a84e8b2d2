"""YAML read with the place of every key and value, and checked against a model with all errors at once (带位置的数据)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from supervision_rules.errors import LawDataError, Place, Problem

Path = tuple[str | int, ...]
Model = TypeVar("Model", bound=BaseModel)

_DEEPEST = 40
_NEAR_ENOUGH = 60
_SAID = {
    "missing": ("缺少“{name}”", "'{name}' is missing"),
    "date_from_datetime_parsing": ("“{value}”不是日期", "'{value}' is not a date"),
    "date_parsing": ("“{value}”不是日期", "'{value}' is not a date"),
    "int_parsing": ("“{value}”不是整数", "'{value}' is not a whole number"),
    "decimal_parsing": ("“{value}”不是数字", "'{value}' is not a number"),
    "float_parsing": ("“{value}”不是数字", "'{value}' is not a number"),
    "bool_parsing": ("“{value}”不是 true 或 false", "'{value}' is neither true nor false"),
    "literal_error": ("“{value}”不在可选值中", "'{value}' is not one of the values allowed"),
    "string_pattern_mismatch": ("“{value}”的写法不对,应合 {pattern}", "'{value}' does not match {pattern}"),
    "string_type": ("应为文字", "text is expected"),
    "tuple_type": ("应为列表", "a list is expected"),
    "list_type": ("应为列表", "a list is expected"),
    "dict_type": ("应为“键: 值”", "a mapping is expected"),
    "model_type": ("应为“键: 值”", "a mapping is expected"),
    "string_too_short": ("不能为空", "it must not be empty"),
    "too_short": ("至少应有一项", "at least one is needed"),
    "greater_than_equal": ("不能小于 {ge}", "it must be at least {ge}"),
    "greater_than": ("应大于 {gt}", "it must be more than {gt}"),
}


@dataclass
class Marked:
    """A file's content as plain data in which every scalar is text, with the place of each part (内容与位置)."""

    name: str
    lines: tuple[str, ...]
    data: Any = None
    values: dict[Path, tuple[int, int]] = field(default_factory=dict)
    keys: dict[Path, tuple[int, int]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def at(self, path: Path, *, key: bool = False) -> Place:
        """The place of a value or, with `key`, of its key; of the nearest part above where it isn't written."""
        while path:
            mark = (self.keys.get(path) if key else None) or self.values.get(path)
            if mark:
                return Place(self.name, *mark)
            path = path[:-1]
        return Place(self.name, *self.values.get((), (1, 1)))

    def note(
        self, code: str, path: Path, zh: str, en: str, *, key: bool = False, hint_zh: str = "", hint_en: str = ""
    ) -> None:
        """Note a problem at the place of a path, with its line of the file."""
        place = self.at(path, key=key)
        line = self.lines[place.line - 1] if place.line and place.line <= len(self.lines) else ""
        snippet = f"  {place.line} | {line}" if line else ""
        self.problems.append(Problem(code, zh, en, place, snippet, hint_zh, hint_en))


def read_marked(text: str, name: str, *, code: str) -> Marked:
    """Read a YAML text whose outermost level is a mapping.

    Args:
        text: the file's content.
        name: the file's name as it shall be told.
        code: the code of a text that is no YAML, or has a key twice.

    Raises:
        LawDataError: no YAML at all; what is merely wrong in it is noted in `problems`.
    """
    marked = Marked(name, tuple(text.splitlines()))
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        place = Place(name, mark.line + 1, mark.column + 1) if mark else Place(name)
        said = str(getattr(error, "problem", None) or error)
        raise LawDataError.of(
            code,
            f"不是正确的 YAML:{said}",
            f"not proper YAML: {said}",
            place=place,
            hint_zh="请检查缩进、引号、冒号和括号",
            hint_en="look at the indentation, quotes, colons and brackets",
        ) from None
    if not isinstance(node, MappingNode):
        raise LawDataError.of(
            code, "最外层应为“键: 值”", "the outermost level must be a mapping", place=Place(name, 1, 1)
        )
    marked.data = _plain(node, (), marked, code)
    return marked


def _plain(node: Node, path: Path, marked: Marked, code: str) -> Any:
    marked.values.setdefault(path, (node.start_mark.line + 1, node.start_mark.column + 1))
    if len(path) > _DEEPEST:
        marked.note(code, path, "嵌套过深", "nested too deep")
        return None
    if isinstance(node, MappingNode):
        return dict(_entries(node, path, marked, code))
    if isinstance(node, SequenceNode):
        return [_plain(item, (*path, index), marked, code) for index, item in enumerate(node.value)]
    assert isinstance(node, ScalarNode)
    return node.value


def _entries(node: MappingNode, path: Path, marked: Marked, code: str) -> Iterator[tuple[str, Any]]:
    for key_node, value_node in node.value:
        key = str(key_node.value) if isinstance(key_node, ScalarNode) else "?"
        where = (*path, key)
        mark = (key_node.start_mark.line + 1, key_node.start_mark.column + 1)
        if where in marked.keys:
            first = marked.keys[where]
            marked.keys[where] = mark
            zh, en = f"键“{key}”重复,首次出现在第 {first[0]} 行", f"duplicate key '{key}', first on line {first[0]}"
            marked.note(code, where, zh, en, key=True, hint_zh="请合并或删去一处", hint_en="merge them or delete one")
            marked.keys[where] = first
            continue
        marked.keys[where] = mark
        yield key, _plain(value_node, where, marked, code)


def check_marked(marked: Marked, model: type[Model], *, code: str) -> Model | None:
    """The content as the model wants it; None where it isn't, with everything wrong noted in `problems`.

    Args:
        marked: the content read.
        model: a model without unions, so that its errors' places are paths of the content.
        code: the code of a wrong value.
    """
    try:
        return model.model_validate(marked.data)
    except ValidationError as error:
        errors = error.errors(include_url=False)
        places = [tuple(one["loc"]) for one in errors]
        for one, path in zip(errors, places, strict=True):
            # A list whose items are wrong is also told to be too short: pydantic doesn't count those.
            inside = any(other[: len(path)] == path and other != path for other in places)
            if one["type"] != "too_short" or not inside:
                _note(marked, model, one, code)
        return None


def _note(marked: Marked, model: type[BaseModel], error: Any, code: str) -> None:
    path: Path = tuple(error["loc"])
    kind, context = error["type"], error.get("ctx", {})
    if kind == "extra_forbidden":
        known = _fields(model, path[:-1])
        hint_zh, hint_en = near(str(path[-1]), known)
        zh, en = f"没有“{path[-1]}”这一项", f"no such key '{path[-1]}'"
        marked.note(code, path, zh, en, key=True, hint_zh=hint_zh, hint_en=hint_en)
        return
    hint_zh = hint_en = ""
    if kind == "literal_error":
        allowed = [word.strip("'") for word in str(context["expected"]).replace(" or ", ", ").split(", ")]
        hint_zh, hint_en = near(str(error["input"]), allowed)
    said = _SAID.get(kind)
    if said is None:
        message = str(context.get("error", error["msg"]))
        zh, _, en = message.partition(" | ")
        said = (zh.replace("{", "{{").replace("}", "}}"), (en or zh).replace("{", "{{").replace("}", "}}"))
    values = {"value": error["input"], "name": path[-1] if path else "", **context}
    marked.note(code, path, said[0].format(**values), said[1].format(**values), hint_zh=hint_zh, hint_en=hint_en)


def _fields(model: type[BaseModel], path: Path) -> Sequence[str]:
    """The names of the keys that the model knows at a path."""
    for step in path:
        if isinstance(step, int):
            continue
        info = model.model_fields.get(step) or next((f for f in model.model_fields.values() if f.alias == step), None)
        inner = _inner(info.annotation) if info else None
        if inner is None:
            return ()
        model = inner
    return [info.alias or name for name, info in model.model_fields.items()]


def _inner(annotation: Any) -> type[BaseModel] | None:
    """The model inside an annotation such as `tuple[Rule, ...]` or `Threshold | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in getattr(annotation, "__args__", ()) if (found := _inner(part))), None)


def near(word: str, known: Sequence[str]) -> tuple[str, str]:
    """The hint, Chinese and English, for a word that isn't among the known ones."""
    from rapidfuzz import fuzz, process

    found = process.extractOne(word, list(known), scorer=fuzz.ratio, score_cutoff=_NEAR_ENOUGH)
    if found:
        return f"是否要写“{found[0]}”?", f"did you mean '{found[0]}'?"
    if not known:
        return "", ""
    return f"可用的有:{'、'.join(known)}", f"known: {', '.join(known)}"


def raise_marked(marked: Sequence[Marked]) -> None:
    """Raise everything noted in some files, in their order; nothing noted raises nothing."""
    problems = [
        problem
        for one in marked
        for problem in sorted(
            dict.fromkeys(one.problems),
            key=lambda p: (p.place.line or 0, p.place.column or 0) if p.place else (0, 0),
        )
    ]
    if problems:
        raise LawDataError(problems)
