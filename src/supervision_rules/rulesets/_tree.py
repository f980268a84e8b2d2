"""YAML to plain data in which every scalar is text, and the place of each key and value (位置)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from supervision_rules.errors import Problem, RulesetError
from supervision_rules.rulesets import _codes as codes
from supervision_rules.rulesets._hints import near
from supervision_rules.rulesets._text import Text

Path = tuple[str | int, ...]
Mark = tuple[int, int]

_DEEPEST = 50
_MOST_VALUES = 200_000
_PLAIN_TAGS = {f"tag:yaml.org,2002:{name}" for name in ("str", "seq", "map")}

_SYNTAX = (
    ("found another document", "文件中只能有一份规则集，不能再用“---”另起一份", "删去“---”及其后的内容"),
    ("tab character", "缩进处不能使用制表符(Tab)", "请用空格缩进"),
    ("cannot start any token", "此处的字符不能作为开头", "含特殊字符的文字请加引号"),
    ("did not find expected ',' or ']'", "方括号没有闭合，或缺少逗号", "请检查 [ ] 与逗号"),
    ("did not find expected ',' or '}'", "花括号没有闭合，或缺少逗号", "请检查 { } 与逗号"),
    ("unexpected end of stream", "引号没有闭合", "请补上引号"),
    ("mapping values are not allowed", "此处不能出现冒号", "请检查缩进；含冒号的文字请加引号"),
    ("did not find expected '-'", "列表中的各项应以“-”开头并对齐", "请检查缩进"),
    ("did not find expected key", "此处应为键，缩进可能没有对齐", "请检查缩进"),
    ("undefined alias", "引用了没有定义的锚点", "含 * 或 & 的文字请加引号"),
    ("unknown escape character", "双引号内有不认识的转义", "请改用单引号"),
    ("nesting depth", "嵌套过深", ""),
)


@dataclass
class Tree:
    """A ruleset's content as plain data (mappings, lists, text) with the place of each part."""

    text: Text
    data: Any = None
    values: dict[Path, Mark] = field(default_factory=dict)
    keys: dict[Path, Mark] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    empty: set[Path] = field(default_factory=set)
    """Where a value is missing, which is told already."""

    def at(self, path: Path, *, key: bool = False) -> Mark:
        """The place of a value or, with `key`, of its key; of the nearest part above where it isn't written."""
        while path:
            mark = (self.keys.get(path) if key else None) or self.values.get(path)
            if mark:
                return mark
            path = path[:-1]
        return self.values.get((), (1, 1))

    def report(
        self, code: str, path: Path, zh: str, en: str, *, key: bool = False, hint_zh: str = "", hint_en: str = ""
    ) -> None:
        """Note a problem at the place of a path."""
        line, column = self.at(path, key=key)
        self.problems.append(self.text.problem(code, line, column, zh, en, hint_zh=hint_zh, hint_en=hint_en))

    def unknown(
        self, code: str, path: Path, what: tuple[str, str], word: str, known: Mapping[str, str], *, key: bool
    ) -> None:
        """Note an unknown word, with what was probably meant among `known` (word to Chinese label)."""
        hint_zh, hint_en = near(word, known)
        zh, en = what
        self.report(code, path, f"{zh}“{word}”", f"{en} '{word}'", key=key, hint_zh=hint_zh, hint_en=hint_en)

    def done(self) -> None:
        """Raise everything noted so far, in the order of the file; nothing noted raises nothing."""
        if self.problems:
            unique = dict.fromkeys(self.problems)
            order = sorted(unique, key=lambda p: (p.place.line or 0, p.place.column or 0) if p.place else (0, 0))
            raise RulesetError(order)


def grow(text: Text, rename: Mapping[Path, Mapping[str, str]]) -> Tree:
    """Read the text; in the mappings at the paths of `rename` a key may also be given under another name."""
    tree = Tree(text)
    _check_depth(text)
    try:
        node = yaml.compose(text.content, Loader=yaml.CBaseLoader)
    except yaml.YAMLError as error:
        raise RulesetError(_syntax(text, error)) from None
    if node is None:
        problem = text.problem(
            codes.EMPTY,
            1,
            1,
            "规则集是空的",
            "the ruleset is empty",
            hint_zh="至少应有 ruleset、title、detectors",
            hint_en="it needs at least ruleset, title and detectors",
        )
        raise RulesetError(problem)
    if not isinstance(node, yaml.MappingNode):
        tree.values[()] = _mark(node)
        tree.report(
            codes.SHAPE,
            (),
            "规则集的最外层应为“键: 值”",
            "the outermost level of a ruleset must be a mapping",
            hint_zh="第一行可写 ruleset: 名称",
            hint_en="begin with a line such as 'ruleset: name'",
        )
        tree.done()
    tree.data = _Builder(tree, rename).value(node, (), ())
    return tree


def _check_depth(text: Text) -> None:
    """Refuse what is nested too deep before a recursive reader sees it."""
    depth = count = 0
    try:
        for event in yaml.parse(text.content, Loader=yaml.CBaseLoader):
            count += 1
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            if depth > _DEEPEST or count > _MOST_VALUES:
                line, column = _mark(event)
                raise RulesetError(
                    text.problem(codes.TOO_DEEP, line, column, "嵌套过深或内容过多", "nested too deep, or too large")
                )
    except yaml.YAMLError as error:
        raise RulesetError(_syntax(text, error)) from None


def _mark(item: Any) -> Mark:
    return item.start_mark.line + 1, item.start_mark.column + 1


def _syntax(text: Text, error: yaml.YAMLError) -> Problem:
    said = str(getattr(error, "problem", None) or error)
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    zh, hint = next(((zh, hint) for part, zh, hint in _SYNTAX if part in said), ("YAML 语法错误", ""))
    character = text.lines[line - 1][column - 1 : column] if line <= len(text.lines) else ""
    if character == "\t":
        said, (_, zh, hint) = "a tab character can't be used here", _SYNTAX[1]
    hint_en = "indent with spaces" if character == "\t" else ""
    begun = getattr(error, "context_mark", None)
    if begun and begun.line + 1 != line and not hint_en:
        hint, hint_en = f"{hint}(自第 {begun.line + 1} 行起)", f"begun on line {begun.line + 1}"
    code = codes.TOO_DEEP if "nesting depth" in said else codes.SYNTAX
    return text.problem(code, line, column, zh, said, hint_zh=hint, hint_en=hint_en)


class _Builder:
    """Turns nodes into plain data and notes the place of each part in the tree."""

    def __init__(self, tree: Tree, rename: Mapping[Path, Mapping[str, str]]) -> None:
        self._tree = tree
        self._rename = rename
        self._count = 0

    def value(self, node: yaml.Node, path: Path, above: tuple[yaml.Node, ...]) -> Any:
        """The node's content; `above` are the nodes that contain it."""
        self._tree.values.setdefault(path, _mark(node))
        self._count += 1
        if node in above or self._count > _MOST_VALUES:
            self._tree.report(
                codes.TOO_DEEP,
                path,
                "引用包含自身，或内容过多",
                "an alias contains itself, or the content is too large",
            )
            self._tree.done()
        if node.tag not in _PLAIN_TAGS:
            self._tree.report(
                codes.YAML_FEATURE,
                path,
                "不支持 YAML 标签（以“!”开头）",
                "YAML tags are not supported",
                hint_zh="含“!”的文字请加引号",
                hint_en="quote a text that begins with '!'",
            )
        if isinstance(node, yaml.MappingNode):
            return dict(self._entries(node, path, (*above, node)))
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*path, i), (*above, node)) for i, item in enumerate(node.value)]
        if isinstance(node, yaml.ScalarNode) and node.value == "" and not node.style:
            inside = getattr(above[-1], "flow_style", False) if above else False
            hint_zh, hint_en = "请填写，或删去这一项；空列表写作 []", "fill it in or delete it; an empty list is []"
            if inside:
                hint_zh, hint_en = f"{hint_zh};文字中含英文逗号的请加引号", f"{hint_en}; quote a text that has commas"
            self._tree.empty.add(path)
            self._tree.report(codes.NO_VALUE, path, "没有值", "no value", key=True, hint_zh=hint_zh, hint_en=hint_en)
        return node.value

    def _entries(self, node: yaml.MappingNode, path: Path, above: tuple[yaml.Node, ...]) -> Iterator[tuple[str, Any]]:
        names = self._rename.get(path, {})
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self._tree.values.setdefault((*path, "?"), _mark(key_node))
                self._tree.report(codes.YAML_FEATURE, (*path, "?"), "键应为一个词", "a key must be a plain word")
                continue
            key = names.get(key_node.value, key_node.value)
            where = (*path, key)
            if where in self._tree.keys:
                line, column = _mark(key_node)
                first = self._tree.keys[where][0]
                problem = self._tree.text.problem(
                    codes.DUPLICATE_KEY,
                    line,
                    column,
                    f"键“{key_node.value}”重复，首次出现在第 {first} 行",
                    f"duplicate key '{key_node.value}', first on line {first}",
                    hint_zh="请合并或删去其中一处",
                    hint_en="merge them or delete one",
                )
                self._tree.problems.append(problem)
                continue
            self._tree.keys[where] = _mark(key_node)
            yield key, self.value(value_node, where, above)
