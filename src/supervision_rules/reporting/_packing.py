"""Findings as compact JSON for the page: what repeats stands once in a table and is named by its number (页面数据)."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from pathlib import PurePosixPath, PureWindowsPath
from typing import Any

from supervision_rules.entities import TABLES, Column, ColumnType, FindingRecord
from supervision_rules.law import Periods
from supervision_rules.reporting._masking import Masker, Unmasked
from supervision_rules.reporting._summary import table_label
from supervision_rules.reporting._titles import Titles
from supervision_rules.reporting._words import Words

FIELDS = (
    "finding_id", "kind", "status", "severity", "decision_no", "case_no", "agency", "court", "party",
    "due_on", "happened_on", "days_over", "reason", "basis", "missing", "assumptions", "trace",
    "lead", "suppressed",
)  # fmt: skip
"""What stands at which place of a packed finding."""
_COLUMNS = {table.name: {column.name: column for column in table.columns} for table in TABLES.values()}
_QUERY = re.compile(r"\s*(select|with|from)\s", re.IGNORECASE)


class Pool:
    """Values that repeat, each kept once (去重)."""

    def __init__(self) -> None:
        """Begin empty."""
        self._numbers: dict[Hashable, int] = {}

    def __call__(self, value: Hashable) -> int:
        """The number of a value; lists are given as tuples."""
        return self._numbers.setdefault(value, len(self._numbers))

    def __str__(self) -> str:
        """All values as a JSON array."""
        return f"[{','.join(map(packed, self._numbers))}]"


def packed(value: Any) -> str:
    """A value as JSON that can stand in a script element."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=str)
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


class Packer:
    """Packs findings one by one; the tables are complete once all have been packed."""

    def __init__(self, words: Words, titles: Titles, periods: Periods, *, masked: bool) -> None:
        """Take the words and titles of the page, and whether names are masked."""
        self._words = words
        self._titles = titles
        self._periods = periods
        self._masker = Masker if masked else Unmasked
        self._strings, self._steps, self._shapes, self._kinds = Pool(), Pool(), Pool(), Pool()

    def rows(
        self, findings: Iterable[FindingRecord], leads: Mapping[str, tuple[int | None, int | None]]
    ) -> Iterator[str]:
        """One JSON array a finding, `leads` giving the number of its lead and of its suppression."""
        for finding in findings:
            yield packed(self._row(finding, *leads.get(finding.finding_id, (None, None))))

    def tables(self) -> str:
        """The tables as one JSON object."""
        pools = {"strings": self._strings, "steps": self._steps, "shapes": self._shapes, "kinds": self._kinds}
        return "{" + ",".join(f'"{name}":{pool}' for name, pool in pools.items()) + "}"

    def _row(self, finding: FindingRecord, lead: int | None, suppressed: int | None) -> list[Any]:
        masker = self._masker(finding)
        text, string = masker.text, self._strings
        title, detector = self._titles.kind(finding.detector, finding.kind), self._titles.detector(finding.detector)
        kind = (finding.detector, finding.kind, title, detector)
        return [
            finding.finding_id,
            self._kinds(kind),
            str(finding.status),
            str(finding.severity),
            finding.decision_no and text(finding.decision_no),
            finding.case_no,
            string(finding.agency),
            string(finding.court),
            masker.name(finding.party_name),
            finding.due_on and str(finding.due_on),
            finding.happened_on and str(finding.happened_on),
            finding.days_over,
            text(finding.reason),
            [string(basis) for basis in finding.basis],
            [string(self._words.named(name)) for name in finding.missing],
            [string(text(assumption)) for assumption in finding.assumptions],
            [self._steps(self._step(step, masker)) for step in finding.trace],
            lead,
            suppressed,
        ]

    def _step(self, step: Mapping[str, Any], masker: Masker) -> tuple[Hashable, ...]:
        """A step as kind, text and what the timeline needs."""
        kind = str(step.get("step", ""))
        if kind == "record" and step.get("table") in TABLES and "values" in step:
            return self._record(step, masker)
        told = self._strings(masker.text(str(step.get("text", ""))))
        if kind == "period" and "start" in step and "end" in step:
            return "period", told, self._strings(self._label(step)), _days(step["start"]), _days(step["end"])
        if kind == "rung":
            return "rung", told, str(step.get("result", ""))
        return "later" if kind == "period" else kind, told

    def _record(self, step: Mapping[str, Any], masker: Masker) -> tuple[Hashable, ...]:
        """A record used: its shape (table and columns), source, row and values."""
        known = _COLUMNS[step["table"]]
        zh = self._words.lang == "zh"
        values = [(known[name], value) for name, value in step["values"].items() if name in known]
        columns = tuple((c.label if zh else c.name, int(c.type is ColumnType.DATE)) for c, _ in values)
        shape = self._shapes((table_label(step["table"], self._words), columns))
        source = self._strings(masker.text(place_name(step["source"])))
        return "record", shape, source, step["row"], *(self._shown(column, v, masker) for column, v in values)

    def _shown(self, column: Column, value: Any, masker: Masker) -> str:
        if isinstance(value, bool):
            return self._words["yes" if value else "no"]
        if isinstance(value, Sequence) and not isinstance(value, str):
            return masker.text(self._words["list"].join(map(str, value)))
        if column.codes and self._words.lang == "zh":
            return str(column.codes.get(value, (value,))[0])
        if column.type is ColumnType.MONEY:
            return self._words.fill("yuan", n=_money(value))
        if column.name == "party_name":
            return masker.name(str(value)) or ""
        return masker.text(str(value))

    def _label(self, step: Mapping[str, Any]) -> str:
        name = str(step.get("period", ""))
        period = self._periods.by_name.get(name)
        if period is None:
            return name
        return period.label if self._words.lang == "zh" else period.label_en


def place_name(source: str) -> str:
    """A file's name without its folders, which belong to the machine of the run; queries as they are."""
    if "\n" in source or "://" in source or _QUERY.match(source):
        return source
    return (PureWindowsPath(source) if "\\" in source else PurePosixPath(source)).name or source


def _money(value: Any) -> str:
    try:
        return f"{Decimal(str(value)):,}"
    except InvalidOperation:
        return str(value)


def _days(span: Any) -> Any:
    """A day, or both ends with null for what is not known."""
    if isinstance(span, str):
        return span
    lowest, highest = str(dt.date.min), str(dt.date.max)
    return tuple(None if day in (lowest, highest) else day for day in span)
