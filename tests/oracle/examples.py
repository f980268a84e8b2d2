"""Single rows for the hand-counted examples, and their judgement."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from .evaluate import Outcome, evaluate
from .tables import Row, Tables

AS_OF = date(2024, 12, 20)
NUMBER, AGENCY = "黔毕交罚〔2023〕12号", "毕节市交通运输局"
COURT, CASE_NO = "贵州省毕节市七星关区人民法院", "（2024）黔0502行审12号"
NON_ENFORCEMENT = "transport.non_enforcement"


def penalty(served_on: date | None, **cells: object) -> Row:
    """Give a fine of 3000 yuan, the party told of the time to sue."""
    row: Row = {
        "decision_no": NUMBER,
        "agency": AGENCY,
        "party_name": "张某",
        "party_id": "522401198001010011",
        "decided_on": served_on or date(2023, 1, 1),
        "served_on": served_on,
        "penalty_kinds": ["罚款"],
        "fine": Decimal("3000.00"),
        "remedy_told": True,
    }
    return row | cells


def related(**cells: object) -> Row:
    """Give a row that hangs on the penalty."""
    return {"decision_no": NUMBER, "agency": AGENCY} | cells


def application(applied_on: date, **cells: object) -> Row:
    """Give an application of the agency."""
    named = {"application_no": "1", "applied_on": applied_on, "court": COURT}
    return related(**named) | cells


def case(applied_on: date | None, **cells: object) -> Row:
    """Give a case of the court."""
    row: Row = {
        "court": COURT,
        "case_no": CASE_NO,
        "applicant": AGENCY,
        "decision_no": [NUMBER],
        "applied_on": applied_on,
    }
    return row | cells


def judged(detector: str, as_of: date = AS_OF, rejected: list[Row] | None = None, **given: Row) -> Outcome:
    """Judge one row of each table that is given; all tables are there."""
    tables: Tables = {
        "penalties": [],
        "payments": [],
        "demands": [],
        "deferrals": [],
        "remedies": [],
        "applications": [],
        "court_cases": [],
    }
    for table, row in given.items():
        tables[table] = [row]
    outcomes = evaluate(tables, as_of, rejected=rejected or ())
    return next(one for one in outcomes if one.detector == detector)


def short(one: Outcome) -> tuple[object, ...]:
    """Give rung, due day, day it happened and days over."""
    return one.rung, one.due_on, one.happened_on, one.days_over
