"""Legal time and the law data it is read from (法定期限)."""

from supervision_rules.law._calendar import FIRST_DAY, LAST_DAY, WorkingCalendar, load_calendar
from supervision_rules.law._deadlines import Deadline, Interval, LegalTime, Step, default_legal_time
from supervision_rules.law._numerals import chinese_number
from supervision_rules.law._periods import Length, Periods, Provision, Version, add_months, load_periods

__all__ = [
    "FIRST_DAY",
    "LAST_DAY",
    "Deadline",
    "Interval",
    "LegalTime",
    "Length",
    "Periods",
    "Provision",
    "Step",
    "Version",
    "WorkingCalendar",
    "add_months",
    "chinese_number",
    "default_legal_time",
    "load_calendar",
    "load_periods",
]
