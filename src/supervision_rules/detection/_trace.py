"""The trace of a finding (推导过程), made by the very function that filled the deadline tables."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from supervision_rules.detection._evidence import Record
from supervision_rules.detection._ladder import Rung
from supervision_rules.detection._law_tables import DueStep, LaterStep, PeriodOf
from supervision_rules.detection._plan import Plan
from supervision_rules.entities import TABLES, Column
from supervision_rules.law import FIRST_DAY, Deadline, Interval

_NO_DAY = Interval(FIRST_DAY, FIRST_DAY)
Step = dict[str, Any]


class Tracer:
    """Makes the steps of one detector's rows; remembers the deadlines it has computed."""

    def __init__(self, plan: Plan, lang: str) -> None:
        """Explain a plan's rows in `zh` or `en`."""
        self._plan = plan
        self._lang = lang
        self._deadlines: dict[tuple[PeriodOf, Interval], Deadline] = {}

    def deadlines(self, rung: Rung, row: Mapping[str, Any]) -> tuple[list[Step], list[str]]:
        """The computation steps of a row and the provisions they apply.

        Raises:
            AssertionError: the table's day isn't the function's, which would be an error of this library.
        """
        steps: list[Step] = []
        basis: list[str] = []
        for name in rung.steps:
            taken = self._plan.law.steps[name]
            end = _span(row, name)
            if isinstance(taken, LaterStep):
                steps += self._later(taken, row, end)
            elif (start := _span(row, taken.start)) != _NO_DAY and end != _NO_DAY:
                found = self._deadline(taken, row, start)
                if not _agree(found.end, end, self._plan.law.last):
                    raise AssertionError(f"{name}: table {end}, function {found.end}")
                basis += [str(provision) for provision in found.basis]
                steps += [self._period(step) for step in found.steps]
        return steps, list(dict.fromkeys(basis))

    def record(self, record: Record) -> Step:
        """The step that names a record used."""
        table = TABLES[record.table]
        zh = self._lang == "zh"
        told = "、".join(
            f"{table[name].label if zh else name} {_shown(table[name], value, zh)}"
            for name, value in record.values.items()
        )
        at = f"第{record.row}行" if zh else f"row {record.row}"
        label = table.label if zh else record.table
        return {
            "step": "record",
            "table": record.table,
            "source": record.source,
            "row": record.row,
            "values": dict(record.values),
            "text": f"{label}({record.source} {at}):{told}",
        }

    def rungs(self, number: int) -> Iterable[Step]:
        """The rungs passed over and the one that decided or stopped."""
        for index, rung in enumerate(self._plan.ladder.rungs[: abs(number)], 1):
            last = index == abs(number)
            result = "no" if not last else ("unknown" if number < 0 else "yes")
            text = rung.zh if self._lang == "zh" else rung.en
            words = {"no": ("不成立", "no"), "yes": ("成立", "yes"), "unknown": ("无法判断", "can't be told")}[result]
            yield {
                "step": "rung",
                "rung": rung.name,
                "result": result,
                "text": f"{words[0]}:{text}" if self._lang == "zh" else f"{words[1]}: {text}",
            }

    def _deadline(self, taken: DueStep, row: Mapping[str, Any], start: Interval) -> Deadline:
        of = taken.variants[row[f"x_{taken.variant}"] if taken.variant else 0]
        key = (of, start)
        if key not in self._deadlines:
            self._deadlines[key] = self._plan.law.law.deadline(
                of.name, start, months=of.months, rolls=of.rolls, counts_first=of.counts_first
            )
        return self._deadlines[key]

    def _period(self, step: Any) -> Step:
        return {
            "step": "period",
            "period": step.period,
            "start": _days(step.start),
            "end": _days(step.end),
            "length": step.length,
            "basis": list(step.basis),
            "text": step.zh if self._lang == "zh" else step.en,
        }

    def _later(self, taken: LaterStep, row: Mapping[str, Any], end: Interval) -> list[Step]:
        spans = {name: _span(row, name) for name in taken.of}
        spans = {name: span for name, span in spans.items() if span != _NO_DAY}
        if len(spans) < 2:
            return []
        days = [span.text(self._lang) for span in spans.values()]
        text = (
            f"{taken.zh}:{'、'.join(days)},取较后者{end.text()}"
            if self._lang == "zh"
            else f"{taken.en}: {', '.join(days)}; the later counts: {end.text('en')}"
        )
        return [
            {
                "step": "later",
                "into": taken.into,
                "of": {n: _days(s) for n, s in spans.items()},
                "end": _days(end),
                "text": text,
            }
        ]


def _agree(function: Interval, table: Interval, last: dt.date) -> bool:
    """Equal, or the start lies beyond the tables, which then only say *not before the start*."""
    return function == table or (function.earliest > last and table.earliest <= function.earliest)


def _span(row: Mapping[str, Any], name: str) -> Interval:
    return Interval(row[f"x_{name}_lo"], row[f"x_{name}_hi"])


def _days(span: Interval) -> str | list[str]:
    return str(span.earliest) if span.certain else [str(span.earliest), str(span.latest)]


def _shown(column: Column, value: Any, zh: bool) -> str:
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "、".join(map(str, value))
    if not zh:
        return str(value)
    if isinstance(value, bool):
        return "是" if value else "否"
    return column.codes[value][0] if value in column.codes else str(value)
