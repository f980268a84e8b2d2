"""A ruleset's text: reading the file, its lines, and the line shown with a caret (插入符)."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from supervision_rules.errors import Place, Problem, RulesetError, UsageError
from supervision_rules.rulesets import _codes as codes

_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_WIDEST = 160
_MOST_REPORTED = 20


@dataclass(frozen=True)
class Text:
    """A ruleset's text (规则集文本) with the name of its file; lines and columns count from 1."""

    name: str
    content: str

    @cached_property
    def lines(self) -> list[str]:
        """The lines as the YAML reader counts them."""
        return _BREAK.split(self.content)

    def problem(
        self,
        code: str,
        line: int,
        column: int,
        zh: str,
        en: str,
        *,
        hint_zh: str = "",
        hint_en: str = "",
    ) -> Problem:
        """A problem at a place, with its line and a caret below; a place behind the end moves to the last line."""
        if line > len(self.lines):
            line, column = len(self.lines), len(self.lines[-1]) + 1
        snippet = caret(self.lines[line - 1], line, column)
        return Problem(code, zh, en, Place(self.name, line, column), snippet, hint_zh, hint_en)


def caret(text: str, line: int, column: int) -> str:
    """The line with its number and, below, a caret under the column; wide characters (全角) take two columns."""
    start = max(0, column - 1 - _WIDEST // 2) if len(text) > _WIDEST else 0
    shown = text[start : start + _WIDEST]
    before = shown[: column - 1 - start]
    pad = "".join("\t" if character == "\t" else " " * _width(character) for character in before)
    gutter = f"{line:>5} | "
    return f"{gutter}{shown}\n{' ' * (len(gutter) - 2)}| {pad}^"


def _width(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def read(path: Path) -> Text:
    """Read a ruleset's file as UTF-8; `UsageError` where there is none, `RulesetError` where it isn't text."""
    name = str(path)
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise UsageError.of(
            codes.UNREADABLE,
            f"找不到规则集文件 {name}",
            f"ruleset file {name} does not exist",
            hint_zh="请检查路径",
            hint_en="check the path",
        ) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UsageError.of(
            codes.UNREADABLE,
            f"无法读取规则集文件 {name}({reason})",
            f"ruleset file {name} can't be read ({reason})",
            hint_zh="应为可读的普通文件",
            hint_en="it must be a regular file that you may read",
        ) from None
    return checked(name, decode(name, data))


def decode(name: str, data: bytes) -> str:
    """The bytes as UTF-8 text, or an error with the line of the first byte that isn't."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        good = data[: error.start].decode("utf-8-sig", errors="replace")
    lines = _BREAK.split(good)
    looks = _looks_like(data)
    raise RulesetError(
        Problem(
            codes.NOT_UTF8,
            "文件不是 UTF-8 编码",
            "the file is not encoded in UTF-8",
            Place(name, len(lines), len(lines[-1]) + 1),
            hint_zh=f"看起来是 {looks},请另存为 UTF-8" if looks else "请另存为 UTF-8",
            hint_en=f"it looks like {looks}; save it as UTF-8" if looks else "save it as UTF-8",
        )
    )


def _looks_like(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "UTF-16"
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return ""
    return "GB18030"


def checked(name: str, content: str) -> Text:
    """The text, once it is known to hold no control characters (控制字符)."""
    text = Text(name, content)
    problems = []
    for number, line in enumerate(text.lines, 1):
        for match in _CONTROL.finditer(line):
            sign = f"U+{ord(match[0]):04X}"
            clean = Text(name, _CONTROL.sub("\N{REPLACEMENT CHARACTER}", content))
            problems.append(
                clean.problem(
                    codes.CONTROL_CHARACTER,
                    number,
                    match.start() + 1,
                    f"含有控制字符 {sign}",
                    f"control character {sign}",
                    hint_zh="请删去该字符",
                    hint_en="delete the character",
                )
            )
            if len(problems) == _MOST_REPORTED:
                raise RulesetError(problems)
    if problems:
        raise RulesetError(problems)
    return text
