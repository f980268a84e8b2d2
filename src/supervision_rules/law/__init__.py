"""Legal time and the law data it is read from (法定期限)."""

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
