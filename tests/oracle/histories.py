"""Random histories of penalties, with dates crowded around the days that decide.

The same seed gives the same rows. All seven tables are filled, every column is there.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from .court_histories import CourtWriter
from .legal_time import Span, plus_months
from .records import Reader, Remedy, read_penalty
from .related_histories import RelatedWriter, end_of_pending, limit_day, over
from .suing import Limits, limits_of
from .tables import COLUMNS, KEYS, Row, Tables
from .writing import AGENCIES, FIRST, Party, Spelling, chance, near, pick

LAST = date(2027, 2, 28)
LAW_CHANGES = (
    date(2012, 1, 1),
    date(2015, 5, 1),
    date(2017, 7, 1),
    date(2018, 1, 1),
    date(2018, 2, 8),
    date(2021, 7, 15),
    date(2024, 1, 1),
)
MONEY_KINDS = (["罚款"], ["罚款", "没收违法所得"], ["没收违法所得"], ["警告", "罚款"])
FREE_KINDS = (["警告"], ["通报批评", "暂扣许可证件"], ["吊销许可证件"], ["行政拘留"])
FREE_KINDS_TOO = (["降低资质等级"], ["限制从业", "警告"])
DUTY_KINDS = (["责令停产停业"], ["罚款", "责令停产停业"], ["没收非法财物", "罚款"])
DUTY_KINDS_TOO = (["责令关闭"], ["限制经营", "罚款"], ["罚款", "责令拆除"])


def histories(seed: int, penalties: int, as_of: date) -> Tables:
    """Write the random histories of some penalties."""
    return Writer(seed, as_of).write(penalties)


class Writer:
    """Writes histories, one penalty after the other."""

    def __init__(self, seed: int, as_of: date) -> None:
        """Begin with empty tables."""
        self.random = Random(seed)
        self.as_of = as_of
        self.tables: Tables = {table: [] for table in COLUMNS}
        self.keys: dict[str, set[tuple[object, ...]]] = {table: set() for table in KEYS}
        self.spelling = Spelling(self.random)
        self.parties: dict[str, list[Party]] = {}
        common = (self.random, as_of, self.spelling, self.add)
        self.related = RelatedWriter(*common)
        self.court = CourtWriter(*common)
        self.serial = 0

    def write(self, penalties: int) -> Tables:
        """Write all tables."""
        for _ in range(penalties):
            self.write_one()
        for rows in self.tables.values():
            self.random.shuffle(rows)
        return self.tables

    def add(self, table: str, **cells: object) -> None:
        """Add a row, unless its key is there already."""
        row = {column: cells.get(column) for column in COLUMNS[table]}
        if KEYS[table]:
            key = tuple(self.spelling.plain(row[name]) for name in KEYS[table])
            if key in self.keys[table]:
                return
            self.keys[table].add(key)
        self.tables[table].append(row)

    def near(self, day: date, around: int = 1) -> date:
        """Give a day at, or just before or after, a day."""
        return near(self.random, day, around)

    def some_day(self, first: date, last: date) -> date:
        """Give any day between two days."""
        span = max(0, (last - first).days)
        return first + timedelta(days=self.random.randint(0, span))

    # -- the penalty --------------------------------------------------------------

    def service_day(self) -> date:
        """Choose a day of service that puts some due day where it matters."""
        way = self.random.random()
        if way < 0.30:  # the last day to apply, or the warning, is about now
            months = pick(self.random, (9, 9, 9, 15, 12, 6))
            return self.near(
                plus_months(self.near(self.as_of, 2), -months) + timedelta(days=pick(self.random, (0, 0, 30, 30, 60))),
                3,
            )
        if way < 0.40:  # ends in a long holiday
            year = self.random.randint(2014, 2026)
            holiday = pick(self.random, (date(year, 10, 4), date(year, 2, 5)))
            return plus_months(self.near(holiday, 9), -pick(self.random, (6, 9, 12)))
        if way < 0.48:  # month ends
            year = self.random.randint(2015, 2026)
            month = pick(self.random, (2, 3, 5, 8, 9, 11, 12))
            return self.near(plus_months(date(year, month, 1), 1), 2)
        if way < 0.58:
            return self.near(pick(self.random, LAW_CHANGES), 1)
        if way < 0.63:
            return self.near(self.as_of, 3)
        if way < 0.66:  # the time to sue ends in a year without a calendar
            return self.some_day(date(2026, 1, 1), LAST)
        if way < 0.75:
            return self.some_day(FIRST, LAST)
        return self.some_day(date(2018, 2, 1), self.as_of)

    def write_one(self) -> None:
        """Write one penalty and all that hangs on it."""
        random = self.random
        served = self.service_day()
        decided = served - timedelta(days=random.randint(0, 20))
        if chance(random, 0.015):
            decided = served + timedelta(days=random.randint(1, 9))
        row = self.penalty_row(served, decided)
        read = Reader("penalties", None, self.as_of)
        penalty = read_penalty(row, read)
        number = str(row["decision_no"])
        agency = str(row["agency"])
        remedies = self.related.write_remedies(number, agency, served)
        now = Span(self.as_of, self.as_of)
        plain = limits_of(penalty, over(remedies), (), now)
        limits = self.related.write_deferrals(number, agency, penalty, remedies, plain)
        applied = None
        if chance(random, 0.6):
            applied = self.application_day(row, remedies, limits)
            if applied > self.as_of and chance(random, 0.7):
                applied = self.application_day(row, remedies, limits)
        self.related.write_payments(number, agency, row, limits)
        if chance(random, 0.25):
            performed = self.near(limit_day(limits.last_day, served))
            row["performed_on"] = performed
        if applied is not None:
            self.related.write_demands(number, agency, applied)
            self.court.write(row, applied)
        elif chance(random, 0.1):
            self.related.write_demands(number, agency, self.as_of)
        self.add("penalties", **row)

    def penalty_row(self, served: date, decided: date) -> Row:
        """Write the penalty's own row."""
        random = self.random
        self.serial += 1
        agency, prefix = pick(random, AGENCIES)
        number = f"{prefix}〔{decided.year}〕{self.serial}号"
        if chance(random, 0.06) and self.tables["penalties"]:
            earlier = pick(random, self.tables["penalties"][-20:])
            twin = (agency, self.spelling.plain(earlier["decision_no"]))
            if twin not in self.keys["penalties"]:
                number = str(earlier["decision_no"])
        party = self.party(agency)
        kinds = self.kinds()
        return {
            "decision_no": number,
            "agency": agency,
            "party_name": party.name,
            "party_kind": party.kind,
            "party_id": None if chance(random, 0.06) else party.code,
            "violation": "未取得道路运输经营许可擅自从事道路货物运输经营",
            "occurred_on": decided - timedelta(days=60),
            "found_on": decided - timedelta(days=58),
            "opened_on": decided - timedelta(days=50),
            "decided_on": decided,
            "served_on": None if chance(random, 0.03) else served,
            "pay_by": served + timedelta(days=15),
            "penalty_kinds": kinds,
            "fine": self.amount("罚款", kinds),
            "illegal_gains": None,
            "confiscated": self.amount("没收违法所得", kinds),
            "legal_basis": "《中华人民共和国道路运输条例》第六十三条",
            "remedy_told": pick(random, (True,) * 5 + (False, None)),
            "suit_months_told": pick(random, (None,) * 8 + (6, 6, 3, 12, 8)),
            "performed_on": None,
            "revoked_on": self.near(self.as_of, 2) if chance(random, 0.05) else None,
        }

    def party(self, agency: str) -> Party:
        """Take a party, sometimes one that the agency has punished before."""
        known = self.parties.setdefault(agency, [])
        if known and chance(self.random, 0.08):
            return pick(self.random, known[-30:])
        known.append(Party.make(self.random, self.serial))
        return known[-1]

    def kinds(self) -> list[str] | None:
        """Choose the kinds of penalty, of each class."""
        way = self.random.random()
        if way < 0.05:
            return None
        if way < 0.12:
            return pick(self.random, (*FREE_KINDS, *FREE_KINDS_TOO))
        if way < 0.22:
            return pick(self.random, (*DUTY_KINDS, *DUTY_KINDS_TOO))
        return pick(self.random, MONEY_KINDS)

    def amount(self, kind: str, kinds: Sequence[str] | None) -> Decimal | None:
        """Choose an amount of money that mostly fits the kinds."""
        if chance(self.random, 0.04):
            return None
        named = kind in kinds if kinds else chance(self.random, 0.5)
        if named or chance(self.random, 0.02):
            return Decimal(pick(self.random, ("500.00", "3000.00", "30000.50")))
        return pick(self.random, (None, Decimal("0.00")))

    def application_day(self, row: Row, remedies: Sequence[Remedy], limits: Limits) -> date:
        """Choose the day of the application, mostly just around a limit."""
        random = self.random
        decided = row["decided_on"]
        assert isinstance(decided, date)
        way = random.random()
        if way < 0.02:
            return decided - timedelta(days=random.randint(1, 9))
        if way < 0.06:
            return self.near(self.as_of, 4)
        if way < 0.12:
            return self.as_of - timedelta(days=random.randint(0, 40))
        if remedies and way < 0.30:
            remedy = pick(random, remedies)
            days = [remedy.filed_on, remedy.concluded_on, end_of_pending(remedy)]
            known = [day for day in days if isinstance(day, date)]
            return self.near(pick(random, known))
        if way < 0.5:
            return self.near(limit_day(limits.too_early, decided))
        if way < 0.75:
            return self.near(limit_day(limits.last_day, decided))
        return self.some_day(limit_day(limits.too_early, decided), limit_day(limits.last_day, decided))
