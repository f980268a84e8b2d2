"""The stage for scenarios: each call writes records down as offices would (场景)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

from supervision_rules.demo._days import Days
from supervision_rules.demo._findings import Rejected
from supervision_rules.demo._offices import OFFICES, VIOLATIONS, Office
from supervision_rules.demo._parties import Parties, Party
from supervision_rules.demo._records import Book, Case, Decision, Expected, Number

NON_ENFORCEMENT, DEMAND = "transport.non_enforcement", "transport.demand"
ACCEPTANCE, RULING, REFUSAL = "court.acceptance", "court.ruling", "court.refusal_service"
OBJECTION, IMMEDIATE, ADMISSION = "court.objection", "court.immediate_enforcement", "court.admission"
_ONE = dt.timedelta(days=1)


@dataclass
class Scene:
    """场景: one office with its court; decisions, what followed them, and what must be found."""

    book: Book
    days: Days
    rng: Random
    parties: Parties
    note: str
    office: Office = field(init=False)

    def __post_init__(self) -> None:
        self.office = self.rng.choice(OFFICES)

    def served(self, low: int, high: int) -> dt.date:
        """A day of service so many calendar days before the run's day."""
        return self.days.within(self.rng, self.days.ago(high), self.days.ago(low))

    def apply_day(self, first: dt.date, last: dt.date) -> dt.date:
        """A working day after `first`, up to `last`."""
        return self.days.within(self.rng, first + _ONE, last)

    def decision(
        self,
        served: dt.date,
        *,
        office: Office | None = None,
        party: Party | None = None,
        number: Number | None = None,
        **given: Any,
    ) -> Decision:
        """A penalty decision served that day; `given` replaces what it would have said."""
        rng, days = self.rng, self.days
        office, party = office or self.office, party or self.parties.new()
        decided = given.get("decided_on") or served - rng.choice((0, 0, 1, 2, 5)) * _ONE
        opened = decided - rng.randint(5, 40) * _ONE
        violation = rng.choice(VIOLATIONS)
        fine = rng.randrange(violation.lowest, violation.highest + 1, 100)
        number = number or self.book.number(office.short + "罚〔{year}〕{serial}号", decided)
        values: dict[str, Any] = {
            "decision_no": number,
            "agency": office.agency,
            "party_name": party.name,
            "party_kind": party.kind,
            "party_id": party.identity,
            "violation": violation.text,
            "occurred_on": opened - rng.randint(0, 5) * _ONE,
            "found_on": opened,
            "opened_on": opened,
            "decided_on": decided,
            "served_on": served,
            "pay_by": days.end("pay", served),
            "penalty_kinds": ["罚款"],
            "fine": fine,
            "legal_basis": violation.basis,
            "serious": False,
            "mitigation": False,
            "refused": False,
            "remedy_told": True,
            "suit_months_told": 6 if rng.random() < 0.7 else None,
            "reconsideration_days_told": 60,
        }
        if violation.gains and rng.random() < 0.3:
            gains = rng.randrange(500, 9_000, 100)
            values |= {"penalty_kinds": ["罚款", "没收违法所得"], "illegal_gains": gains, "confiscated": gains}
        values |= given
        money = (values.get("fine"), values.get("confiscated"))
        due = sum(amount for amount in money if isinstance(amount, int))
        record = self.book.add("penalties", decided, values)
        self.book.decisions += 1
        return Decision(number, office, party, served, due, record)

    def pay(
        self, of: Decision, on: dt.date, amount: Any = None, kind: str | None = "fine", receipt: str | None = ""
    ) -> None:
        """A payment, by default of the whole sum with fine and gains apart, each with its receipt."""
        if amount is None:
            gains = of.record.values.get("confiscated") or 0
            if gains:
                self.pay(of, on, gains, "gains")
            self.pay(of, on, of.due - gains)
            return
        receipt = f"{self.rng.randrange(10**9):010d}" if receipt == "" else receipt
        self._related("payments", of, on, paid_on=on, amount=amount, kind=kind, receipt_no=receipt)

    def demand(self, of: Decision, on: dt.date) -> None:
        """A demand served that day."""
        self._related("demands", of, on, served_on=on)

    def defer(self, of: Decision, granted: dt.date, until: Any, kind: str = "deferral") -> None:
        """A deferral granted, or an instalment."""
        self._related("deferrals", of, granted, granted_on=granted, until=until, kind=kind)

    def remedy(self, of: Decision, kind: str, filed: dt.date, **given: Any) -> None:
        """A reconsideration or suit, accepted some days after it was filed."""
        values = {
            "kind": kind,
            "filed_on": filed,
            "accepted_on": self.days.after(filed, self.rng.randint(1, 4)),
        } | given
        self._related("remedies", of, filed, **values)

    def _related(self, table: str, of: Decision, on: dt.date, **values: Any) -> None:
        self.book.add(table, on, {"decision_no": of.number, "agency": of.office.agency} | values)

    def application(self, of: Decision, on: dt.date, *, court: str | None = None, **given: Any) -> Case:
        """The agency's own record of an application."""
        office = of.office
        number = self.book.number(office.short + "强申〔{year}〕{serial}号", on)
        court = court or office.court
        values = {
            "application_no": number,
            "decision_no": of.number,
            "agency": office.agency,
            "court": court,
            "party_name": of.party.name,
            "party_id": of.party.identity,
            "applied_on": on,
        } | given
        record = self.book.add("applications", on, values)
        return Case(None, court, office.agency, [of.number], record)

    def case(self, of: Decision | Sequence[Decision], received: dt.date, **given: Any) -> Case:
        """The court's record; acceptance, ruling and what follows are in time where `given` doesn't say them."""
        decisions = [of] if isinstance(of, Decision) else list(of)
        first, rng, days = decisions[0], self.rng, self.days
        office = first.office
        number = self.book.number("（{year}）" + office.court_code + "行审{serial}号", received)
        values: dict[str, Any] = {
            "case_no": number,
            "court": office.court,
            "applicant": office.agency,
            "decision_no": [decision.number for decision in decisions],
            "party_name": first.party.name,
            "party_id": first.party.identity,
            "applied_on": received,
            "hearing": rng.choice((None, False)),
            "urgent": rng.choice((None, False)),
        } | given
        if "accepted_on" not in values:
            values["accepted_on"] = days.after(received, rng.randint(1, 5))
        if "ruled_on" not in values:
            values["ruled_on"] = days.after(values["accepted_on"], rng.randint(1, 7))
            values.setdefault("ruling", "allow")
        ruling, ruled = values.get("ruling"), values["ruled_on"]
        if ruling and isinstance(ruled, dt.date):
            values.setdefault("ruling_served_on", days.after(ruled, rng.randint(1, 5)))
        if ruling == "allow" and isinstance(ruled, dt.date) and "enforcement_started_on" not in given:
            values["enforcement_started_on"] = started = days.after(ruled, rng.randint(2, 5))
            values.setdefault("enforced_on", days.after(started, rng.randint(5, 40)))
        values = {name: None if isinstance(v, dt.date) and v > days.as_of else v for name, v in values.items()}
        numbers = values["decision_no"] or []
        return Case(number, office.court, office.agency, numbers, self.book.add("court_cases", received, values))

    def applied(self, of: Decision, on: dt.date, *, demanded: bool = True, **given: Any) -> Case:
        """An application with its demand and the court's case on the same day."""
        if demanded:
            self.demand(of, self.days.before(on, self.rng.randint(11, 35)))
        self.application(of, on)
        return self.case(of, on, **given)

    def in_time(self, low: int = 430, high: int = 850, **given: Any) -> tuple[Decision, dt.date]:
        """A decision left unpaid, and a day in time to apply."""
        of = self.decision(self.served(low, high), **given)
        return of, self.apply_day(self.days.sue(of.served), self.days.last(of.served))

    def find(
        self, detector: str, kind: str, subject: Decision | Case, due: dt.date | None = None, happened: dt.date | None = None,
        *, status: str = "finding",
    ) -> None:  # fmt: skip
        """Declare what must be found."""
        self.book.expected.append(Expected(detector, kind, status, subject, due, happened, self.note))

    def unsure(self, detector: str, kind: str, subject: Decision | Case) -> None:
        """Declare what must come out as unverified."""
        self.find(detector, kind, subject, status="unverified")

    def reject(self, table: str, reason: str, column: str | None = None, value: str = "", *, row: bool = True) -> None:
        """Declare what must be among the rejects."""
        self.book.rejected.append(Rejected(table, reason, column, value, row))
