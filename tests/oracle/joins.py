"""Which rows belong to which decision, and where that can't be told.

Readings
--------
- A rejected row of penalties still names a decision: it counts when the agencies that
  share a number are looked for.
- A related row without agency whose number no penalty has belongs to nothing; a court
  case, to the application that has the number.
- A rejected row that names the case itself (court and number) makes all that the case
  says not known: its links to decisions too become doubtful.
- A rejected row of court_cases that names neither a decision nor a case is no doubt.
- A case without decision number never belongs to a penalty whose own party_id is not
  known.
- What a table says about a decision is dropped whole once it is doubtful: the rows that
  could be read do not count either. (Only the flag of an urgent case that surely is the
  decision's own stays, where another case may be its as well.)
- Rejected penalties do not count among the penalties of a party.
- Of several cases one without any day: the court's day is no later than the others.
- An application of the agency dated after the day of the run is not there, also for a
  case that would take its day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Generic, TypeVar

from .legal_time import NOT_KNOWN_SPAN, Span
from .records import (
    Application,
    CourtCase,
    Data,
    Deferral,
    Demand,
    Key,
    Payment,
    Reader,
    Remedy,
    Row,
    normal_number,
    read_application,
    read_case,
    read_penalty,
    read_remedy,
    words,
)
from .truth import Truth, any_of

T = TypeVar("T")


@dataclass(frozen=True)
class Rows(Generic[T]):
    """The rows of one table, by decision, and the decisions where they are doubtful."""

    present: bool
    by_key: Mapping[Key, Sequence[T]]
    doubtful: Collection[Key]
    doubtful_numbers: Collection[str]

    def doubts(self, key: Key) -> bool:
        """Tell whether what the table says about a decision is not known."""
        return key in self.doubtful or key[1] in self.doubtful_numbers

    def of(self, key: Key) -> Sequence[T]:
        """Give the rows of a decision."""
        return self.by_key.get(key, ())


@dataclass(frozen=True)
class Applied:
    """Whether, and on which day, a penalty was applied for."""

    exists: Truth
    day: Span


class Book:
    """All rows, joined, as they stand on the day of the run."""

    def __init__(
        self,
        data: Data,
        as_of: date,
        columns: Mapping[str, Collection[str]] | None,
        rejected: Sequence[Row],
    ) -> None:
        """Read and join all tables."""
        self.as_of = as_of
        self.data = data
        self.columns = columns
        self.rejected = rejected
        reader = self.reader("penalties")
        rows = data.get("penalties")
        self.has_penalties = rows is not None
        self.penalties = [read_penalty(row, reader) for row in rows or ()]
        self.agencies: dict[str, set[str]] = defaultdict(set)
        self.applicants: dict[str, set[str]] = defaultdict(set)
        self.by_party: dict[tuple[str, str], list[Key]] = defaultdict(list)
        self.note_penalties()
        self.payments = self.related("payments", self.payments_of)
        self.demands = self.related("demands", self.demands_of)
        self.deferrals = self.related("deferrals", self.deferrals_of)
        self.remedies = self.related("remedies", self.remedies_of)
        self.read_applications()
        self.read_cases()

    def reader(self, table: str) -> Reader:
        """Give the reader of a table."""
        return Reader(table, self.columns, self.as_of)

    def note_penalties(self) -> None:
        """Note the agencies of each number, and the penalties of each party."""
        for penalty in self.penalties:
            agency, number = penalty.key
            self.agencies[number].add(agency)
            if penalty.party_id is not None and penalty.is_yet(self.as_of):
                self.by_party[agency, penalty.party_id].append(penalty.key)
        for row in self.rejected:
            if row["table"] == "penalties" and row.get("agency"):
                for number in words(row.get("decision_no")):
                    self.agencies[normal_number(number)].add(str(row["agency"]))

    # -- the tables that hang on a decision -------------------------------------

    def payments_of(self, row: Row, read: Reader) -> Payment | None:
        """Read a payment made by the day of the run."""
        paid_on = read.value(row, "paid_on")
        if paid_on > self.as_of:
            return None
        return Payment(paid_on, read.value(row, "amount"), read.value(row, "kind"))

    def demands_of(self, row: Row, read: Reader) -> Demand | None:
        """Read a demand served by the day of the run."""
        served_on = read.value(row, "served_on")
        return None if served_on > self.as_of else Demand(served_on)

    def deferrals_of(self, row: Row, read: Reader) -> Deferral | None:
        """Read a deferral granted by the day of the run."""
        granted_on = read.value(row, "granted_on")
        if granted_on > self.as_of:
            return None
        return Deferral(granted_on, read.value(row, "until"))

    def remedies_of(self, row: Row, read: Reader) -> Remedy | None:
        """Read a remedy filed by the day of the run."""
        remedy = read_remedy(row, read)
        return None if remedy.filed_on > self.as_of else remedy

    def owners(self, agency: str | None, number: str) -> list[Key]:
        """Give the decisions that a number may mean: one if it can be told."""
        if agency:
            return [(agency, number)]
        names = self.agencies.get(number) or self.applicants.get(number, set())
        return [(name, number) for name in sorted(names)]

    def related(self, table: str, make: Callable[[Row, Reader], T | None]) -> Rows[T]:
        """Join a table to the decisions by number and agency."""
        read = self.reader(table)
        by_key: dict[Key, list[T]] = defaultdict(list)
        doubtful: set[Key] = set()
        rows = self.data.get(table)
        for row in rows or ():
            made = make(row, read)
            if made is None:
                continue
            number = normal_number(str(row["decision_no"]))
            owners = self.owners(read.value(row, "agency"), number)
            if len(owners) == 1:
                by_key[owners[0]].append(made)
            else:
                doubtful.update(owners)
        return self.with_rejected(table, rows is not None, by_key, doubtful)

    def with_rejected(
        self,
        table: str,
        present: bool,
        by_key: dict[Key, list[T]],
        doubtful: set[Key],
    ) -> Rows[T]:
        """Add the doubts of the rejected rows, and drop what is doubtful."""
        numbers: set[str] = set()
        for row in self.rejected:
            if row["table"] != table:
                continue
            agency = row.get("applicant") or row.get("agency")
            for part in words(row.get("decision_no")):
                number = normal_number(part)
                if agency:
                    doubtful.add((str(agency), number))
                else:
                    numbers.add(number)
        kept = {key: rows for key, rows in by_key.items() if key not in doubtful and key[1] not in numbers}
        return Rows(present, kept, doubtful, numbers)

    # -- applications and court cases -------------------------------------------

    def read_applications(self) -> None:
        """Read the agency's own record; only what was applied for by now is joined."""
        rows = self.data.get("applications")
        reader = self.reader("applications")
        self.application_list = [read_application(row, reader) for row in rows or ()]
        by_key: dict[Key, list[Application]] = defaultdict(list)
        for application in self.application_list:
            self.applicants[application.key[1]].add(application.key[0])
            if application.applied_on <= self.as_of:
                by_key[application.key].append(application)
        self.applications = self.with_rejected("applications", rows is not None, by_key, set())

    def read_cases(self) -> None:
        """Read the court's record; only the cases received by now are joined."""
        rows = self.data.get("court_cases")
        reader = self.reader("court_cases")
        self.case_list = [read_case(row, reader) for row in rows or ()]
        self.courts = {case.key[0] for case in self.case_list}
        self.rejected_cases = {
            (str(row["court"]), normal_number(str(row["case_no"])))
            for row in self.rejected
            if row["table"] == "court_cases" and row.get("court") and row.get("case_no")
        }
        by_key: dict[Key, list[CourtCase]] = defaultdict(list)
        doubtful: set[Key] = set()
        self.links: dict[tuple[str, str], tuple[list[Key], list[Key]]] = {}
        for case in self.case_list:
            sure, doubted = self.decisions_of(case)
            self.links[case.key] = (sure, doubted)
            if case.applied_on is not None and case.applied_on > self.as_of:
                continue
            for key in sure:
                by_key[key].append(case)
            doubtful.update(doubted)
        certain = self.with_rejected("court_cases", rows is not None, by_key, set())
        self.cases = replace(certain, doubtful={*certain.doubtful, *doubtful})

    def decisions_of(self, case: CourtCase) -> tuple[list[Key], list[Key]]:
        """Give the decisions that a case surely is about, and those it may be about."""
        groups: list[list[Key]] = []
        if case.numbers:
            groups = [self.owners(case.applicant, number) for number in case.numbers]
        elif case.applicant and case.party_id:
            groups = [self.by_party.get((case.applicant, case.party_id), [])]
        sure = [group[0] for group in groups if len(group) == 1]
        doubtful = [key for group in groups if len(group) > 1 for key in group]
        if case.key in self.rejected_cases:
            return [], sure + doubtful
        return sure, doubtful

    def agency_day(self, key: Key) -> date | None:
        """Give the earliest day on which the agency says that it applied."""
        days = [application.applied_on for application in self.applications.of(key)]
        return min(days, default=None)

    def applied(self, key: Key) -> Applied:
        """Tell whether and when a penalty was applied for."""
        if not self.applications.present and not self.cases.present:
            return Applied(None, NOT_KNOWN_SPAN)
        if self.applications.doubts(key) or self.cases.doubts(key):
            return Applied(None, NOT_KNOWN_SPAN)
        cases = self.cases.of(key)
        agency_day = self.agency_day(key)
        if not cases:
            if agency_day is None:
                return Applied(False, NOT_KNOWN_SPAN)
            return Applied(True, Span(agency_day, agency_day))
        days = [agency_day if c.applied_on is None else c.applied_on for c in cases]
        known = [day for day in days if day is not None]
        if len(known) < len(days):
            latest = min(known, default=NOT_KNOWN_SPAN.latest)
            return Applied(True, Span(NOT_KNOWN_SPAN.earliest, latest))
        court_day = min(known)
        if agency_day is None:
            return Applied(True, Span(court_day, court_day))
        return Applied(True, Span(min(agency_day, court_day), max(agency_day, court_day)))

    def urgent(self, key: Key, strict: bool) -> Truth:
        """Tell whether immediate execution (立即执行) was applied for in any case."""
        flags = any_of(case_urgent(case, strict) for case in self.cases.of(key))
        if self.cases.doubts(key) and flags is not True:
            return None
        return flags


def case_urgent(case: CourtCase, strict: bool) -> Truth:
    """Tell whether a case is urgent; without the column none is, unless strict."""
    if case.urgent is None:
        return None if strict else False
    return case.urgent
