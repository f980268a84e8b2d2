"""What a run did, in numbers (运行摘要)."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from supervision_rules.entities import TABLES, Outcome
from supervision_rules.errors import Problem
from supervision_rules.intake import REASONS, TableReport
from supervision_rules.reporting._titles import titles_of
from supervision_rules.reporting._words import Words

if TYPE_CHECKING:
    from supervision_rules.running import Result


@dataclass(frozen=True, slots=True)
class DetectorCounts:
    """How many records a detector gave each outcome (按结果计数); `total` is the records read."""

    detector: str
    title: str
    counts: Mapping[Outcome, int]
    failed: bool = False

    @property
    def total(self) -> int:
        """The sum of all outcomes."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class RejectCount:
    """How many rows or cells of a table could not be read for one reason."""

    table: str
    label: str
    code: str
    reason: str
    count: int


@dataclass(frozen=True)
class Summary:
    """运行摘要: everything that is told about a run besides its findings, in one language."""

    title: str
    ruleset: str
    version: str
    as_of: dt.date
    lang: str
    detectors: tuple[DetectorCounts, ...]
    tables: tuple[TableReport, ...] = ()
    rejects: tuple[RejectCount, ...] = ()
    warnings: tuple[Problem, ...] = ()
    assumptions: tuple[str, ...] = ()
    failures: tuple[Problem, ...] = ()

    @property
    def totals(self) -> Mapping[Outcome, int]:
        """How often each outcome was given, over all detectors."""
        return {outcome: sum(of.counts.get(outcome, 0) for of in self.detectors) for outcome in Outcome}


def summary_of(result: Result, lang: str | None = None) -> Summary:
    """The summary of a run, in the language of the run or in another."""
    words = Words(lang or result.lang)
    titles = titles_of(result, words.lang)
    failed = {failure.detector for failure in result.failures}
    counts: dict[str, Counter[Outcome]] = {use.use: Counter() for use in result.ruleset.detectors}
    for key, number in result.counts.items():
        counts[key.detector][key.outcome] += number
    return Summary(
        title=result.ruleset.title,
        ruleset=result.ruleset.ruleset,
        version=result.ruleset.version,
        as_of=result.as_of,
        lang=words.lang,
        detectors=tuple(
            DetectorCounts(name, titles.detector(name), dict(of), name in failed) for name, of in counts.items()
        ),
        tables=tuple(report for report in result.intake.tables.values() if report.present),
        rejects=_rejects(result.intake.reject_counts, words),
        warnings=tuple(result.intake.warnings),
        assumptions=_assumptions(result, words),
        failures=(
            *(failure.problem for failure in result.registry.failures),
            *(failure.problem for failure in result.failures),
        ),
    )


def table_label(name: str, words: Words) -> str:
    """What a table is called."""
    return TABLES[name].label if words.lang == "zh" and name in TABLES else name


def _rejects(counts: Mapping[tuple[str, str], int], words: Words) -> tuple[RejectCount, ...]:
    order = list(TABLES)
    number = 0 if words.lang == "zh" else 1
    return tuple(
        RejectCount(table, table_label(table, words), code, REASONS[code][number] if code in REASONS else code, count)
        for (table, code), count in sorted(
            counts.items(), key=lambda item: (order.index(item[0][0]), -item[1], item[0][1])
        )
    )


def _assumptions(result: Result, words: Words) -> tuple[str, ...]:
    absent = [words.fill("absent", what=words.named(name), name=name) for name in result.assumptions]
    assumed = [
        words.fill("assumed", what=words.named(name), name=name, value=_shown(value, words))
        for name, value in result.ruleset.assume.items()
    ]
    return (*absent, *assumed)


def _shown(value: object, words: Words) -> str:
    if isinstance(value, bool):
        return words["yes" if value else "no"]
    label = getattr(value, "label", None)
    return str(label) if label and words.lang == "zh" else str(value)
