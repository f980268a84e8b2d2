"""What the sample says of itself: what must be found, and what can't be read (应当查出的、不能读入的)."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Planted:
    """A finding, warning or unverified row that must come out; numbers and names up to their normal form."""

    detector: str
    kind: str
    status: str
    decision_no: str | None
    agency: str | None
    case_no: str | None
    court: str | None
    due_on: dt.date | None
    happened_on: dt.date | None
    note: str


@dataclass(frozen=True, slots=True)
class Rejected:
    """A cell or row that must be among the rejects; `value` is the cell as written, empty where a whole row is meant."""

    table: str
    reason: str
    column: str | None
    value: str
    row_rejected: bool


@dataclass(frozen=True, slots=True)
class Sample:
    """示例数据: where it is, the day to run it as of, and what must come out of it.

    `duplicates` gives for each table how many rows repeat another and are dropped.
    """

    directory: Path
    as_of: dt.date
    planted: tuple[Planted, ...]
    expected_rejects: tuple[Rejected, ...]
    duplicates: Mapping[str, int]

    @property
    def reject_counts(self) -> Mapping[tuple[str, str], int]:
        """How many rejects there must be by table and reason."""
        return Counter((reject.table, reject.reason) for reject in self.expected_rejects)
