"""Legal time and the law data it is read from (法定期限与法律数据).

Each name loads what it needs when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from supervision_rules.law._act_files import acts_schema
    from supervision_rules.law._act_model import Act, Acts, FineRange, NoPenalty, PenaltyRule, Sanction
    from supervision_rules.law._acts import load_acts
    from supervision_rules.law._amounts import amount_in_words, read_amount
    from supervision_rules.law._book import LawBook, changes_of, default_book, load_book
    from supervision_rules.law._calendar import FIRST_DAY, LAST_DAY, WorkingCalendar, load_calendar
    from supervision_rules.law._citations import Citation, read_citations
    from supervision_rules.law._deadlines import Deadline, Interval, LegalTime, Step, default_legal_time
    from supervision_rules.law._demands import Demand, Demands, load_demands
    from supervision_rules.law._marked import Marked, check_marked, raise_marked, read_marked
    from supervision_rules.law._numerals import chinese_number, read_number
    from supervision_rules.law._periods import Length, Periods, Provision, Version, add_months, load_periods
    from supervision_rules.law._purposes import Purpose, purposes
    from supervision_rules.law._statute_data import statutes_schema
    from supervision_rules.law._statute_files import load_statutes
    from supervision_rules.law._statutes import Move, Statute, Statutes, StatuteVersion

_HOMES = {
    "FIRST_DAY": "_calendar",
    "LAST_DAY": "_calendar",
    "Act": "_act_model",
    "Acts": "_act_model",
    "Citation": "_citations",
    "Deadline": "_deadlines",
    "Demand": "_demands",
    "Demands": "_demands",
    "FineRange": "_act_model",
    "Interval": "_deadlines",
    "LawBook": "_book",
    "LegalTime": "_deadlines",
    "Length": "_periods",
    "Marked": "_marked",
    "Move": "_statutes",
    "NoPenalty": "_act_model",
    "PenaltyRule": "_act_model",
    "Periods": "_periods",
    "Provision": "_periods",
    "Purpose": "_purposes",
    "Sanction": "_act_model",
    "Statute": "_statutes",
    "StatuteVersion": "_statutes",
    "Statutes": "_statutes",
    "Step": "_deadlines",
    "Version": "_periods",
    "WorkingCalendar": "_calendar",
    "acts_schema": "_act_files",
    "add_months": "_periods",
    "amount_in_words": "_amounts",
    "changes_of": "_book",
    "check_marked": "_marked",
    "chinese_number": "_numerals",
    "default_book": "_book",
    "default_legal_time": "_deadlines",
    "load_acts": "_acts",
    "load_book": "_book",
    "load_calendar": "_calendar",
    "load_demands": "_demands",
    "load_periods": "_periods",
    "load_statutes": "_statute_files",
    "purposes": "_purposes",
    "raise_marked": "_marked",
    "read_amount": "_amounts",
    "read_citations": "_citations",
    "read_marked": "_marked",
    "read_number": "_numerals",
    "statutes_schema": "_statute_data",
}

__all__ = [
    "FIRST_DAY",
    "LAST_DAY",
    "Act",
    "Acts",
    "Citation",
    "Deadline",
    "Demand",
    "Demands",
    "FineRange",
    "Interval",
    "LawBook",
    "LegalTime",
    "Length",
    "Marked",
    "Move",
    "NoPenalty",
    "PenaltyRule",
    "Periods",
    "Provision",
    "Purpose",
    "Sanction",
    "Statute",
    "StatuteVersion",
    "Statutes",
    "Step",
    "Version",
    "WorkingCalendar",
    "acts_schema",
    "add_months",
    "amount_in_words",
    "changes_of",
    "check_marked",
    "chinese_number",
    "default_book",
    "default_legal_time",
    "load_acts",
    "load_book",
    "load_calendar",
    "load_demands",
    "load_periods",
    "load_statutes",
    "purposes",
    "raise_marked",
    "read_amount",
    "read_citations",
    "read_marked",
    "read_number",
    "statutes_schema",
]


def __getattr__(name: str) -> Any:
    """Load a public name when it is first used."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    """The public names."""
    return list(__all__)
