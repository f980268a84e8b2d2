"""Random remedies, deferrals, payments and demands of a penalty."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from .legal_time import (
    MAX,
    RECONSIDER,
    RECONSIDER_LONGER,
    SUE_AFTER_RECONSIDERATION,
    Span,
    end_of,
    exactly,
    plus_months,
)
from .records import Penalty, Reader, Remedy, read_remedy
from .suing import Limits
from .tables import Row
from .writing import Spelling, chance, near, pick

OUTCOMES = (
    *("upheld", "upheld", "withdrawn", "dismissed", "not_accepted"),
    *("revoked", "changed", "mediated", None),
)


class RelatedWriter:
    """Writes what hangs on a penalty, but applications and cases."""

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

    def near(self, day: date, around: int = 1) -> date:
        """Give a day at, or just before or after, a day."""
        return near(self.random, day, around)

    def write_remedies(self, number: str, agency: str, served: date) -> list[Remedy]:
        """Write no, one or two remedies."""
        count = pick(self.random, (0, 0, 0, 0, 0, 1, 1, 1, 2))
        return [self.remedy(number, agency, served) for _ in range(count)]

    def remedy(self, number: str, agency: str, served: date) -> Remedy:
        """Write one remedy, its end near the day of the run at times."""
        random = self.random
        kind = pick(random, ("reconsideration", "reconsideration", "suit"))
        filed = served + timedelta(days=random.randint(1, 60))
        if chance(random, 0.1):
            filed = self.near(self.as_of - timedelta(days=107), 5)
        elif chance(random, 0.1):
            filed = self.near(self.as_of)
        accepted = filed + timedelta(days=random.randint(0, 7))
        ended: date | None = filed + timedelta(days=random.randint(20, 120))
        if chance(random, 0.04):
            ended = filed - timedelta(days=random.randint(1, 9))
        elif chance(random, 0.1):
            ended = self.near(self.as_of)
        elif chance(random, 0.2):
            ended = None
        outcome = pick(random, OUTCOMES)
        if ended is None and not chance(random, 0.15):
            outcome = None
        received = None
        if ended is not None and not chance(random, 0.08):
            received = ended + timedelta(days=random.randint(0, 5))
        row: Row = {
            "decision_no": self.spelling.of(number),
            "agency": None if chance(random, 0.05) else agency,
            "kind": kind,
            "filed_on": filed,
            "accepted_on": None if chance(random, 0.3) else accepted,
            "concluded_on": ended,
            "served_on": received,
            "outcome": outcome,
        }
        self.add("remedies", **row)
        return read_remedy(row, Reader("remedies", None, self.as_of))

    def write_deferrals(
        self,
        number: str,
        agency: str,
        penalty: Penalty,
        remedies: Sequence[Remedy],
        plain: Limits,
    ) -> Limits:
        """Write deferrals at times; give the limits with the last one, if it counts."""
        random = self.random
        if not chance(random, 0.15):
            return plain
        served = penalty.served_on or penalty.decided_on
        until = served
        for _ in range(pick(random, (1, 1, 2, 3))):
            granted = served + timedelta(days=random.randint(0, 200))
            if chance(random, 0.3):
                granted = self.near(limit_day(plain.last_day, served))
            until = granted + timedelta(days=random.randint(20, 300))
            if chance(random, 0.15):
                until = self.near(granted)
            elif chance(random, 0.15):
                until = self.near(limit_day(plain.too_early, served), 2)
            elif chance(random, 0.2):
                until = self.near(plus_months(self.as_of, -3), 2)
            self.add(
                "deferrals",
                decision_no=self.spelling.of(number),
                agency=None if chance(random, 0.05) else agency,
                granted_on=granted,
                until=until,
                kind=pick(random, ("deferral", "instalments", None)),
            )
        too_early = Span(until, max(until, plain.too_early.earliest))
        last_day = exactly(plus_months(too_early.latest, 3))
        return pick(random, (plain, Limits(too_early, last_day)))

    def write_payments(self, number: str, agency: str, row: Row, limits: Limits) -> None:
        """Write payments, whole or in parts, of each kind."""
        random = self.random
        if not chance(random, 0.35):
            return
        self.serial += 1
        last_day = limit_day(limits.last_day, self.as_of)
        for kind, column in (("fine", "fine"), ("gains", "confiscated")):
            total = row[column]
            if not isinstance(total, Decimal) or chance(random, 0.15):
                total = Decimal("500.00")
            parts = pick(random, (1, 1, 2))
            for part in range(parts):
                early = last_day - timedelta(days=random.randint(1, 90))
                paid = self.near(last_day) if chance(random, 0.5) else early
                amount = total / parts
                if chance(random, 0.1):
                    amount -= Decimal("0.01")
                word = pick(random, (kind,) * 8 + (None, "added_fine"))
                receipt = f"{row['decided_on']}-{self.serial}-{kind}-{part}"
                self.add(
                    "payments",
                    decision_no=self.spelling.of(number),
                    agency=None if chance(random, 0.05) else agency,
                    paid_on=paid,
                    amount=amount,
                    kind=word,
                    receipt_no=None if chance(random, 0.3) else receipt,
                )

    def write_demands(self, number: str, agency: str, applied: date) -> None:
        """Write demands whose ten working days end about the day of application."""
        random = self.random
        for _ in range(pick(random, (0, 1, 1, 1, 1, 1, 2))):
            before = pick(random, (0, 1, 12, 13, 14, 15, 16, 17, 18, 20, 24, 40, -1))
            self.add(
                "demands",
                decision_no=self.spelling.of(number),
                agency=None if chance(random, 0.05) else agency,
                served_on=applied - timedelta(days=before),
            )


def over(remedies: Sequence[Remedy]) -> list[Remedy]:
    """Give the remedies that are concluded with a known outcome."""
    return [r for r in remedies if r.outcome and isinstance(r.concluded_on, date)]


def limit_day(limit: Span, instead: date) -> date:
    """Give a day of a limit, or about a year after another day if it has none."""
    if limit.latest != MAX:
        return limit.latest
    if limit.earliest.year > 1000:
        return limit.earliest
    return instead + timedelta(days=300)


def end_of_pending(remedy: Remedy) -> date | None:
    """Give the day until which a reconsideration counts as pending."""
    accepted = remedy.accepted_on
    start = accepted if isinstance(accepted, date) else remedy.filed_on
    end = end_of(RECONSIDER, exactly(start))
    end = end_of(SUE_AFTER_RECONSIDERATION, end_of(RECONSIDER_LONGER, end))
    return None if end.latest == MAX else end.latest
