"""What became of the files of one version (导入结果)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from supervision_rules.errors import Problem

Status = Literal["added", "unchanged", "extended", "replaced", "waiting", "refused", "unreadable"]


@dataclass(frozen=True)
class Outcome:
    """What became of the files of one version.

    Attributes:
        status: `waiting`: its first day in force isn't told; `refused`: not what is known of the version.
        files: the files it was read from.
        title: empty where none was read.
        passed: the version.
        effective_from: its first day in force.
        articles: how many articles were read.
        kind: what it is, such as `law`; `points` where its text isn't divided into articles.
        missing: article numbers that the text leaves out.
        target: the file written or found.
        problem: why it wasn't imported.
        warnings: what makes one doubt that the text is whole.
    """

    status: Status
    files: tuple[Path, ...]
    title: str = ""
    passed: dt.date | None = None
    effective_from: dt.date | None = None
    articles: int = 0
    kind: str = ""
    missing: tuple[int, ...] = ()
    target: Path | None = None
    problem: Problem | None = None
    warnings: tuple[Problem, ...] = ()

    @property
    def read(self) -> bool:
        """Whether it is in the folder now."""
        return self.status not in ("waiting", "refused", "unreadable")
