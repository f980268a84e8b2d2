"""The records of the sample before they are written (示例记录): values under their canonical names."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from supervision_rules.demo._findings import Planted, Rejected
from supervision_rules.demo._offices import Office
from supervision_rules.demo._parties import Party


class Written(str):
    """A cell that is written just so, whatever its column."""

    __slots__ = ()


@dataclass(eq=False, slots=True)
class Number:
    """文号、案号、编号: its serial follows once all records are there, in the order of their days.

    `form` has a place for `{year}` and one for `{serial}`.
    """

    form: str
    on: dt.date
    serial: int = 0

    @property
    def text(self) -> str:
        """The number in its plain form."""
        return self.form.format(year=self.on.year, serial=self.serial)


@dataclass(eq=False, slots=True)
class Record:
    """A row of a canonical table, and the day by which it stands in its file."""

    table: str
    on: dt.date
    values: dict[str, Any]


@dataclass(eq=False, slots=True)
class Decision:
    """A penalty decision (处罚决定) with the sum to be paid."""

    number: Number
    office: Office
    party: Party
    served: dt.date
    due: int
    record: Record


@dataclass(eq=False, slots=True)
class Case:
    """A court case or, without number, an application: what court detectors find something about."""

    number: Number | None
    court: str
    agency: str
    decisions: list[Number]
    record: Record


@dataclass(eq=False, slots=True)
class Expected:
    """A planted finding before its numbers are given."""

    detector: str
    kind: str
    status: str
    subject: Decision | Case
    due: dt.date | None
    happened: dt.date | None
    note: str

    def planted(self) -> Planted:
        """The finding with its numbers."""
        subject = self.subject
        if isinstance(subject, Decision):
            number, agency = subject.number.text, subject.office.agency
            return Planted(
                self.detector, self.kind, self.status, number, agency, None, None, self.due, self.happened, self.note
            )
        numbers = "、".join(number.text for number in subject.decisions) or None
        case_no = subject.number.text if subject.number else None
        return Planted(
            self.detector,
            self.kind,
            self.status,
            numbers,
            subject.agency,
            case_no,
            subject.court,
            self.due,
            self.happened,
            self.note,
        )


@dataclass(slots=True)
class Book:
    """All records by table, and what is to come out of them."""

    records: Mapping[str, list[Record]] = field(default_factory=lambda: defaultdict(list))
    numbers: list[Number] = field(default_factory=list)
    expected: list[Expected] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    duplicates: Counter[str] = field(default_factory=Counter)
    decisions: int = 0

    def add(self, table: str, on: dt.date, values: dict[str, Any]) -> Record:
        """A new row."""
        record = Record(table, on, values)
        self.records[table].append(record)
        return record

    def number(self, form: str, on: dt.date) -> Number:
        """A new number."""
        made = Number(form, on)
        self.numbers.append(made)
        return made

    def finish(self) -> None:
        """Give every number its serial, and bring the rows into the order of their files."""
        counts: Counter[tuple[str, int]] = Counter()
        for number in sorted(self.numbers, key=lambda number: number.on):
            group = (number.form, number.on.year)
            counts[group] += 1
            number.serial = counts[group]
        for table, rows in self.records.items():
            by_agency = table in ("penalties", "applications")
            rows.sort(key=lambda row: (str(row.values.get("agency")) if by_agency else "", row.on))
