"""The law data that decisions are held against: statutes with their versions, and punished acts (法律数据)."""

from __future__ import annotations

import datetime as dt
import hashlib
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from supervision_rules.law._act_model import Acts
from supervision_rules.law._calendar import FIRST_DAY
from supervision_rules.law._statutes import Statute, Statutes


@dataclass(frozen=True)
class LawBook:
    """法律数据: statutes and punished acts. Holds no state; two of them don't disturb each other."""

    statutes: Statutes
    acts: Acts

    @cached_property
    def changes(self) -> tuple[dt.date, ...]:
        """Every day on which some statute begins, changes or ends, in order; between two of them the law stays the same."""
        return tuple(sorted({day for statute in self.statutes for day in changes_of(statute)}))

    @cached_property
    def digest(self) -> str:
        """A fingerprint of all of it: the same data gives the same."""
        return hashlib.sha256(f"{self.statutes.digest}{self.acts.digest}".encode()).hexdigest()

    def era(self, day: dt.date) -> int:
        """The number of the stretch between two changes that a day falls in, from 0."""
        return bisect_right(self.changes, day)

    def day_in(self, era: int) -> dt.date:
        """The first day of that stretch."""
        return self.changes[era - 1] if era else FIRST_DAY


def changes_of(statute: Statute) -> set[dt.date]:
    """Every day on which a statute begins, changes or ends."""
    days = {day for day in (statute.first_effective, statute.repealed_on) if day is not None}
    for version in statute.versions:
        days.add(version.effective_from)
        if version.effective_to is not None:
            days.add(version.effective_to + dt.timedelta(days=1))
    return days


def load_book(*folders: Path) -> LawBook:
    """The package's law data with folders of imported statutes on top; the punished acts are the package's own.

    Raises:
        LawDataError: data that isn't right, with its place.
    """
    from supervision_rules.law._acts import load_acts
    from supervision_rules.law._statute_files import load_statutes

    return LawBook(load_statutes(*folders), load_acts())


@lru_cache(maxsize=1)
def default_book() -> LawBook:
    """The package's own law data; immutable, so always the same object."""
    return load_book()
