"""The rows as plain objects, as they stand on the day of the run.

Readings
--------
- A related row dated after the day of the run (paid, served, granted, filed) is left
  out wholly, also where it would only make something doubtful.
- A ruling whose day is after the day of the run, and the outcome of a remedy concluded
  after it, are not seen; a ruling without a day is seen, its day is not known.
- An empty list of penalty kinds or decision numbers counts as an empty cell.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from .truth import Truth

Row = Mapping[str, object]
Data = Mapping[str, Sequence[Row] | None]
Key = tuple[str, str]  # agency, normal form of the decision number


class NotKnown(Enum):
    """The mark of an event whose column the source does not have."""

    NOT_KNOWN = 0


NOT_KNOWN = NotKnown.NOT_KNOWN
Event = date | None | NotKnown  # None: it has not happened

TABLES = (
    "penalties",
    "payments",
    "demands",
    "deferrals",
    "remedies",
    "applications",
    "court_cases",
)
BRACKETS = str.maketrans("[{〔【]}〕】", "(((())))")


def normal_number(number: str) -> str:
    """Give the normal form of the number of a decision or a case."""
    text = unicodedata.normalize("NFKC", number)
    text = re.sub(r"\s+", "", text).translate(BRACKETS)
    return re.sub(r"(?<!\d)0+(?=\d+\D*$)", "", text)


@dataclass(frozen=True)
class Penalty:
    """A penalty decision (行政处罚决定)."""

    key: Key
    subject: tuple[str, str, str]
    party_id: str | None
    decided_on: date
    served_on: date | None
    kinds: tuple[str, ...] | None
    fine: Decimal | None
    confiscated: Decimal | None
    remedy_told: bool | None
    suit_months_told: int | None
    performed_on: Event
    revoked_on: Event

    def is_yet(self, as_of: date) -> bool:
        """Tell whether it is decided and, as far as known, served by a day."""
        served_later = self.served_on is not None and self.served_on > as_of
        return self.decided_on <= as_of and not served_later


@dataclass(frozen=True)
class Payment:
    """A payment (缴款)."""

    paid_on: date
    amount: Decimal
    kind: str | None


@dataclass(frozen=True)
class Demand:
    """A demand (催告)."""

    served_on: date


@dataclass(frozen=True)
class Deferral:
    """A deferral or an instalment (延期或分期)."""

    granted_on: date
    until: date


@dataclass(frozen=True)
class Remedy:
    """A reconsideration or a suit (复议与诉讼)."""

    kind: str
    filed_on: date
    accepted_on: Event
    concluded_on: Event
    served_on: date | None
    outcome: str | None


@dataclass(frozen=True)
class Application:
    """An application in the agency's own record (强制执行申请)."""

    key: Key
    subject: tuple[str, str, str]
    court: str | None
    party_id: str | None
    applied_on: date
    complete_on: Event


@dataclass(frozen=True)
class CourtCase:
    """A case in the court's record (非诉执行案件)."""

    key: tuple[str, str]
    subject: tuple[str, str, str]
    applicant: str | None
    numbers: tuple[str, ...]
    party_id: str | None
    applied_on: date | None
    accepted_on: Event
    hearing: Truth
    urgent: Truth
    ruled_on: Event
    ruling: str | None
    ruling_served_on: Event
    review_applied_on: Event
    review_ruled_on: Event
    enforcement_started_on: Event
    enforced_on: Event


class Reader:
    """Reads the cells of one table, minding the columns that it has."""

    def __init__(self, table: str, columns: Mapping[str, Collection[str]] | None, as_of: date) -> None:
        """Take the table's name, the columns of all tables, and the run's day."""
        self.columns = None if columns is None else columns.get(table)
        self.as_of = as_of

    def has(self, column: str) -> bool:
        """Tell whether the source has a column."""
        return self.columns is None or column in self.columns

    def value(self, row: Row, column: str) -> Any:
        """Give an attribute: None where it is not known."""
        return row.get(column) if self.has(column) else None

    def event(self, row: Row, column: str) -> Any:
        """Give the day of an event that has happened by the day of the run."""
        if not self.has(column):
            return NOT_KNOWN
        day = row.get(column)
        if isinstance(day, date) and day > self.as_of:
            return None
        return day

    def flag(self, row: Row, column: str) -> Truth:
        """Give a flag: empty is no, a column that isn't there is not known."""
        return bool(row.get(column)) if self.has(column) else None


def words(value: object) -> tuple[str, ...]:
    """Give the parts of a list cell; none for an empty one."""
    if value is None:
        return ()
    if isinstance(value, str):
        return (value,)
    if isinstance(value, Collection):
        return tuple(str(part) for part in value)
    raise TypeError(f"not a list of words: {value!r}")


def read_penalty(row: Row, read: Reader) -> Penalty:
    """Read one row of penalties."""
    agency, number = str(row["agency"]), str(row["decision_no"])
    return Penalty(
        key=(agency, normal_number(number)),
        subject=("penalty", agency, number),
        party_id=read.value(row, "party_id"),
        decided_on=read.value(row, "decided_on"),
        served_on=read.value(row, "served_on"),
        kinds=words(read.value(row, "penalty_kinds")) or None,
        fine=read.value(row, "fine"),
        confiscated=read.value(row, "confiscated"),
        remedy_told=read.value(row, "remedy_told"),
        suit_months_told=read.value(row, "suit_months_told"),
        performed_on=read.event(row, "performed_on"),
        revoked_on=read.event(row, "revoked_on"),
    )


def read_remedy(row: Row, read: Reader) -> Remedy:
    """Read one row of remedies; the outcome of a later conclusion is not seen."""
    concluded = row.get("concluded_on") if read.has("concluded_on") else None
    later = isinstance(concluded, date) and concluded > read.as_of
    return Remedy(
        kind=read.value(row, "kind"),
        filed_on=read.value(row, "filed_on"),
        accepted_on=read.event(row, "accepted_on"),
        concluded_on=read.event(row, "concluded_on"),
        served_on=read.value(row, "served_on"),
        outcome=None if later else read.value(row, "outcome"),
    )


def read_application(row: Row, read: Reader) -> Application:
    """Read one row of applications."""
    agency, number = str(row["agency"]), str(row["application_no"])
    return Application(
        key=(agency, normal_number(str(row["decision_no"]))),
        subject=("application", agency, number),
        court=read.value(row, "court"),
        party_id=read.value(row, "party_id"),
        applied_on=read.value(row, "applied_on"),
        complete_on=read.event(row, "complete_on"),
    )


def read_case(row: Row, read: Reader) -> CourtCase:
    """Read one row of court_cases; a ruling of a later day is not seen."""
    court, number = str(row["court"]), str(row["case_no"])
    ruled = row.get("ruled_on") if read.has("ruled_on") else None
    later = isinstance(ruled, date) and ruled > read.as_of
    decisions = words(read.value(row, "decision_no"))
    return CourtCase(
        key=(court, normal_number(number)),
        subject=("case", court, number),
        applicant=read.value(row, "applicant"),
        numbers=tuple(dict.fromkeys(normal_number(part) for part in decisions)),
        party_id=read.value(row, "party_id"),
        applied_on=read.value(row, "applied_on"),
        accepted_on=read.event(row, "accepted_on"),
        hearing=read.flag(row, "hearing"),
        urgent=read.flag(row, "urgent"),
        ruled_on=read.event(row, "ruled_on"),
        ruling=None if later else read.value(row, "ruling"),
        ruling_served_on=read.event(row, "ruling_served_on"),
        review_applied_on=read.event(row, "review_applied_on"),
        review_ruled_on=read.event(row, "review_ruled_on"),
        enforcement_started_on=read.event(row, "enforcement_started_on"),
        enforced_on=read.event(row, "enforced_on"),
    )
