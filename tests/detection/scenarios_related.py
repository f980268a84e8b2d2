"""Rows that hang on a decision by its number, with and without the agency's name (2024-12-20)."""

from __future__ import annotations

from detection.scenarios_base import (
    OTHER_AGENCY,
    application,
    aside,
    case,
    clear,
    deferral,
    found,
    paid,
    penalty,
    says,
    second,
    untold,
)
from detection.scenarios_standing import BASE, MISSED, ended

SHARED = [BASE, second(penalty("2023-08-31", agency=OTHER_AGENCY, decision_no=0))]
"""Decisions of two agencies that have the same number."""
LATE = found("applied_late", "2024-05-29", "2024-05-30", 1)

SCENARIOS = [
    # rows that hang on a decision by its number
    says(
        "a remedy without agency, one decision of that number",
        [BASE, ended("changed", "2023-12-04", agency=None)],
        NE=aside("annulled_or_replaced"),
    ),
    says(
        "a remedy without agency, two agencies with that number",
        [*SHARED, ended("changed", "2023-12-04", agency=None)],
        NE=untold("annulled_or_replaced", "applied_early"),
        NE_1=untold("annulled_or_replaced", "applied_early"),
    ),
    says(
        "a remedy of the other agency's decision of that number",
        [
            *SHARED,
            ended("changed", "2023-12-04", agency=OTHER_AGENCY),
        ],
        NE=MISSED,
        NE_1=aside("annulled_or_replaced"),
    ),
    says(
        "a payment without agency, two agencies with that number",
        [*SHARED, paid("2024-01-08", agency=None)],
        NE=untold("performed", "not_applied"),
        NE_1=untold("performed", "not_applied"),
    ),
    says(
        "a deferral without agency, two agencies with that number",
        [
            *SHARED,
            deferral("2023-10-09", "2024-04-30", agency=None),
            application("2024-05-06"),
        ],
        NE=untold("applied_early"),
        NE_1=untold("not_applied"),
    ),
    says(
        "a case without applicant, two agencies with that number",
        [
            *SHARED,
            case("2024-05-06", applicant=None, party_id=None),
        ],
        NE=untold("applied_early"),
        NE_1=untold("applied_early"),
    ),
    says(
        "a case without applicant, one decision of that number",
        [BASE, case("2024-05-06", applicant=None, party_id=None)],
        NE=clear("applied_in_time"),
    ),
    says(
        "numbers in other brackets, width and with zeros",
        [
            penalty("2023-08-31", decision_no="毕交执罚〔2023〕77号"),
            application("2024-05-30", decision_no="毕交执罚[2023] 0077 号"),
            case("2024-06-03", decision_no=["毕交执罚【２０２３】７７号"], party_id=None),
        ],
        NE=LATE,
    ),
]
