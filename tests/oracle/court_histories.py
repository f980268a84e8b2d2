"""Random applications and court cases, with dates around the court's own limits."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from .legal_time import (
    ACCEPT,
    BEGIN_ENFORCEMENT,
    REVIEW_NON_ACCEPTANCE,
    REVIEW_REFUSAL,
    RULE,
    RULE_WITH_HEARING,
    SERVE_REFUSAL,
    Period,
    end_from,
)
from .tables import Row
from .writing import COURTS, SILENT_COURT, Spelling, chance, pick

RULINGS = ("allow",) * 6 + ("refuse", "refuse", "not_accepted", "withdrawn")


class CourtWriter:
    """Writes what agency and court record of an application."""

    def __init__(
        self,
        random: Random,
        as_of: date,
        spelling: Spelling,
        add: Callable[..., None],
    ) -> None:
        """Take the source of chance, and the way to add a row."""
        self.random = random
        self.as_of = as_of
        self.spelling = spelling
        self.add = add
        self.serial = 0
        self.numbers: dict[str, list[str]] = {}

    def write(self, penalty: Row, applied: date) -> None:
        """Write applications, cases, or both, now and then several."""
        random = self.random
        court, code = pick(random, COURTS)
        times = pick(random, (1,) * 12 + (2, 3))
        for time in range(times):
            day = applied + timedelta(days=time * random.randint(1, 60))
            which = pick(random, ("both",) * 6 + ("agency", "court", "court"))
            complete = None
            if chance(random, 0.15):
                complete = day + timedelta(days=random.randint(-1, 12))
            if which != "court":
                self.write_application(penalty, court, day, complete)
            if which != "agency":
                start = day if complete is None else max(day, complete)
                self.write_case(penalty, court, code, day, start)
        numbers = self.numbers.setdefault(str(penalty["agency"]), [])
        numbers.append(str(penalty["decision_no"]))

    def write_application(self, penalty: Row, court: str, day: date, complete: date | None) -> None:
        """Write one row of the agency's record."""
        self.serial += 1
        named: str | None = court
        if chance(self.random, 0.05):
            named = pick(self.random, (None, SILENT_COURT))
        self.add(
            "applications",
            application_no=f"申{day.year}-{self.serial}",
            decision_no=self.spelling.of(str(penalty["decision_no"])),
            agency=penalty["agency"],
            court=named,
            party_name=penalty["party_name"],
            party_id=None if chance(self.random, 0.2) else penalty["party_id"],
            applied_on=day,
            complete_on=complete,
        )

    def about(self, period: Period, start: date, far: float = 0.1) -> date:
        """Give a day at, or just around, the end of a period, or far after it."""
        end = end_from(period, start).earliest
        if end.year < 1000:
            end = start + timedelta(days=7)
        if chance(self.random, far):
            return end + timedelta(days=self.random.randint(2, 40))
        if chance(self.random, 0.4):
            return start + timedelta(days=self.random.randint(0, max(0, (end - start).days)))
        return end + timedelta(days=self.random.randint(-1, 1))

    def perhaps(self, day: date, share: float) -> date | None:
        """Give a day with some chance."""
        return day if chance(self.random, share) else None

    def decision_numbers(self, penalty: Row) -> list[str] | None:
        """Give the numbers that a case names: one, several or none."""
        random = self.random
        number = str(penalty["decision_no"])
        if chance(random, 0.1):
            return None
        numbers = [self.spelling.of(number)]
        others = self.numbers.get(str(penalty["agency"]), [])
        if others and chance(random, 0.08):
            more = {pick(random, others[-10:]) for _ in range(pick(random, (1, 2)))}
            numbers += sorted(more - {number})
        return numbers

    def write_case(self, penalty: Row, court: str, code: str, day: date, start: date) -> None:
        """Write one row of the court's record."""
        random = self.random
        self.serial += 1
        received = day + timedelta(days=pick(random, (0,) * 10 + (1, 3, -1, 7)))
        accepted: date | None = self.about(ACCEPT, max(start, received))
        assert accepted is not None
        hearing = chance(random, 0.12)
        urgent = chance(random, 0.12)
        ruled = self.about(RULE_WITH_HEARING if hearing else RULE, accepted)
        ruling: str | None = pick(random, RULINGS)
        if ruling == "not_accepted":
            ruled = self.about(ACCEPT, max(start, received))
        if chance(random, 0.08):  # everything is happening just now
            ruled = self.as_of - timedelta(days=random.randint(0, 9))
            received = ruled - timedelta(days=random.randint(7, 20))
            accepted = ruled - timedelta(days=random.randint(1, 9))
            urgent = urgent or chance(random, 0.3)
        row: Row = {
            "case_no": f"（{received.year}）{code}行审{self.serial}号",
            "court": court,
            "applicant": None if chance(random, 0.05) else penalty["agency"],
            "decision_no": self.decision_numbers(penalty),
            "party_name": penalty["party_name"],
            "party_id": None if chance(random, 0.05) else penalty["party_id"],
            "applied_on": None if chance(random, 0.15) else received,
            "hearing": hearing or None,
            "urgent": urgent or None,
        }
        unanswered = chance(random, 0.08)
        if not unanswered and (ruling != "not_accepted" or chance(random, 0.1)):
            row["accepted_on"] = self.perhaps(accepted, 0.92)
        if not unanswered and chance(random, 0.9):
            row |= self.after_ruling(ruled, ruling, urgent)
        elif chance(random, 0.02):
            row["ruling"] = ruling
        self.add("court_cases", **row)

    def after_ruling(self, ruled: date, ruling: str | None, urgent: bool) -> Row:
        """Write what follows on a ruling."""
        random = self.random
        served = self.about(SERVE_REFUSAL, ruled)
        row: Row = {
            "ruled_on": self.perhaps(ruled, 0.95),
            "ruling": None if chance(random, 0.04) else ruling,
            "ruling_served_on": self.perhaps(served, 0.75),
        }
        objecting = 0.6 if ruling in ("refuse", "not_accepted") else 0.06
        if chance(random, objecting):
            objected = served + timedelta(days=random.randint(0, 15))
            if chance(random, 0.3):
                objected = self.about(SERVE_REFUSAL, ruled)
            refused = ruling == "refuse"
            period = REVIEW_REFUSAL if refused else REVIEW_NON_ACCEPTANCE
            row["review_applied_on"] = objected
            row["review_ruled_on"] = self.perhaps(self.about(period, objected), 0.75)
        if ruling == "allow" and (urgent or chance(random, 0.3)):
            begun = self.about(BEGIN_ENFORCEMENT, ruled)
            row["enforcement_started_on"] = self.perhaps(begun, 0.6)
            done = begun + timedelta(days=random.randint(0, 20))
            row["enforced_on"] = self.perhaps(done, 0.5)
        return row
