"""What the sub-commands share: options, dates, the language of messages."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from supervision_rules.errors import UsageError
from supervision_rules.law import LegalTime, load_calendar, load_periods

if TYPE_CHECKING:
    from rich.console import Console


class Lang(StrEnum):
    """Languages of messages and reports."""

    ZH = "zh"
    EN = "en"


LangOption = Annotated[Lang, typer.Option("--lang", help="输出语言 / language")]
CalendarOption = Annotated[
    list[Path] | None,
    typer.Option("--calendar", help="补充年份的节假日安排(YAML),可多次给出 / a further year's holiday notice"),
]


def language() -> str:
    """The language that the command line asks for, readable also where the options could not be parsed."""
    words = sys.argv[1:]
    for word, following in zip(words, [*words[1:], ""], strict=True):
        if (word == "--lang" and following == "en") or word == "--lang=en":
            return "en"
    return "zh"


def parse_day(text: str, option: str) -> dt.date:
    """An ISO date of the command line.

    Raises:
        UsageError: it isn't one.
    """
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise UsageError.of(
            "SR710",
            f"{option}的“{text}”不是日期,请写成 2024-12-20 的形式",
            f"{option}: “{text}” is no date; write it like 2024-12-20",
        ) from None


def console_for(stream: TextIO) -> Console:
    """A console on a stream; wide where it isn't a terminal, so that tables in files don't break."""
    from rich.console import Console

    return Console(file=stream, width=None if stream.isatty() else 200)


def legal_time(calendars: Sequence[Path] | None) -> LegalTime:
    """Legal time with the further years that the command line names."""
    return LegalTime(load_calendar(calendars or ()), load_periods())


def make_directory(path: Path, option: str) -> Path:
    """The directory, made where it isn't there.

    Raises:
        UsageError: it can't be made or is a file.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError.of(
            "SR711",
            f"{option} 的目录 {path} 不能使用:{error.strerror}",
            f"{option}: can't use the directory {path}: {error.strerror}",
        ) from error
    return path
