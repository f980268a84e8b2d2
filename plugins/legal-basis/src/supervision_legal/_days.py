"""In which stretch between two changes of the law a day falls (法律变动的区间)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from supervision_legal._arrow import arrow_table
from supervision_rules.law import LawBook, add_months

FIVE_YEARS_BACK = "era_five_years_back"


class DayReader:
    """Reads each distinct day of decision: its era, and that of the day five years before (行政处罚法 36)."""

    tables: Mapping[str, Mapping[str, str]] = {"days": {"decided_on": "date", "era": "int32", FIVE_YEARS_BACK: "int32"}}

    def __init__(self, book: LawBook) -> None:
        """Take the law data whose changes part the stretches."""
        self._book = book

    @property
    def key(self) -> str:
        """The changes."""
        return str(self._book.changes)

    def __call__(self, values: Any) -> Mapping[str, Any]:
        """The eras of each day."""
        days = [day for day in values.column("decided_on").to_pylist() if day is not None]
        eras = [self._book.era(day) for day in days]
        back = [self._book.era(add_months(day, -60)) if day.year > 5 else 0 for day in days]
        return {"days": arrow_table(self.tables["days"], [days, eras, back])}
