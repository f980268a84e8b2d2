"""Help of every command, as the program prints it (命令行)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

_WIDTH = 100
_INTRO = """# 命令行 / Command line

每个命令都可加 `--help`。退出码 / exit codes:

| 退出码 | 含义 | meaning |
|---|---|---|
| 0 | 已运行(有未读入的行也是 0) | ran, rejects included |
| 1 | 有文件没有读入(`extract`、`law import`),其余已写出 | some files weren't read (`extract`, `law import`); the others were |
| 2 | 用法不对:路径、选项 | wrong use: a path or option that isn't right |
| 3 | 规则集或数据无效,或有检测器、插件不能运行 | invalid ruleset or data, or a detector or plugin that failed |

异常提示写到标准输出或 `--out` 目录,摘要和进度写到标准错误。 / Findings go to standard output or into the `--out` folder,
summary and progress to standard error.
"""


def page() -> str:
    """The help of all commands."""
    parts = [_INTRO]
    for words, text in _helps():
        name = " ".join(("supervision-rules", *words))
        parts.append(f"## {name}\n\n```text\n{text}\n```\n")
    return "\n".join(parts)


def _helps() -> Iterator[tuple[tuple[str, ...], str]]:
    from typer.main import get_command

    from supervision_rules.cli._main import app

    for words in _commands(get_command(app)):
        yield words, _help(words)


def _commands(command: Any, words: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    yield words
    inner: Mapping[str, Any] = getattr(command, "commands", {})
    for name, part in inner.items():
        yield from _commands(part, (*words, name))


def _help(words: tuple[str, ...]) -> str:
    from typer.testing import CliRunner

    from supervision_rules.cli._main import app

    width = {"COLUMNS": str(_WIDTH), "TERMINAL_WIDTH": str(_WIDTH)}
    ran = CliRunner().invoke(app, [*words, "--help"], prog_name="supervision-rules", env=width)
    return "\n".join(line.rstrip() for line in ran.stdout.strip().splitlines())
