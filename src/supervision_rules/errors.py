"""What can go wrong, each with a stable code, a place, and the message in Chinese and English.

SupervisionError
├── UsageError          wrong use: a path or option that isn't right (exit code 2)
├── DataError           the data given can't be used (3)
│   └── LawDataError    law data that can't be used (3)
├── RulesetError        an invalid ruleset or parameter (3)
├── PluginError         a plugin that can't be loaded or used (3)
├── MissingExtraError   an optional package that isn't installed (3)
└── StoreError          the store can't be read or written (3)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Self


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is: file, and from 1 the line and column where they are known."""

    file: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        """`file:line:column`, as editors read it."""
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong: code, message in both languages, place, the line concerned, and what to do."""

    code: str
    zh: str
    en: str
    place: Place | None = None
    snippet: str = ""
    hint_zh: str = ""
    hint_en: str = ""

    def text(self, lang: str = "zh") -> str:
        """The problem as some lines of text in `zh` or `en`."""
        message, hint = (self.en, self.hint_en) if lang == "en" else (self.zh, self.hint_zh)
        lines = [f"{self.place}: {self.code} {message}" if self.place else f"{self.code} {message}"]
        if self.snippet:
            lines.append(self.snippet)
        if hint:
            lines.append(("  hint: " if lang == "en" else "  建议:") + hint)
        return "\n".join(lines)


class SupervisionError(Exception):
    """Anything that a caller or user can cause; carries every problem found at once."""

    exit_code: ClassVar[int] = 3

    def __init__(self, problems: Problem | Sequence[Problem]) -> None:
        """Take one problem or several."""
        self.problems: tuple[Problem, ...] = (problems,) if isinstance(problems, Problem) else tuple(problems)
        super().__init__(self.text())

    @classmethod
    def of(
        cls, code: str, zh: str, en: str, *, place: Place | None = None, hint_zh: str = "", hint_en: str = ""
    ) -> Self:
        """An error with a single problem."""
        return cls(Problem(code, zh, en, place, hint_zh=hint_zh, hint_en=hint_en))

    def text(self, lang: str = "zh") -> str:
        """All problems, one below the other."""
        return "\n".join(problem.text(lang) for problem in self.problems)


class UsageError(SupervisionError):
    """Wrong use: a path or option that isn't right."""

    exit_code = 2


class DataError(SupervisionError):
    """The data given can't be used."""


class LawDataError(DataError):
    """Law data that can't be used."""


class RulesetError(SupervisionError):
    """An invalid ruleset or parameter."""


class PluginError(SupervisionError):
    """A plugin that can't be loaded or used."""


class MissingExtraError(SupervisionError):
    """An optional package that isn't installed; the message names the command."""


class StoreError(SupervisionError):
    """The store can't be read or written."""
