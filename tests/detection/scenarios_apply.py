"""Which application counts and when, performance, and the end of the ladder (2024-12-20)."""

from __future__ import annotations

from detection.scenarios_base import (
    OTHER_AGENCY,
    application,
    aside,
    case,
    clear,
    deferral,
    found,
    penalty,
    says,
    second,
    untold,
    warned,
)
from detection.scenarios_standing import BASE, MISSED

IN_TIME = clear("applied_in_time")
LATE = found("applied_late", "2024-05-29", "2024-05-30", 1)
UNPAID = untold("performed", "not_applied")
PERFORMED = clear("performed")


SCENARIOS = [
    # agency's and court's record
    says("by the agency's record", [BASE, application("2024-05-30")], NE=LATE),
    says("by the court's record", [BASE, case("2024-05-30")], NE=LATE),
    says("by the court's record, in time", [BASE, case("2024-05-29")], NE=IN_TIME),
    says("by both", [BASE, application("2024-05-30"), case("2024-05-30")], NE=LATE),
    says("both in time, days apart", [BASE, application("2024-03-01"), case("2024-05-29")], NE=IN_TIME),
    says(
        "posted on the last day, received after",
        [BASE, application("2024-05-29"), case("2024-05-30")],
        NE=untold("applied_late"),
    ),
    says("both late", [BASE, application("2024-05-30"), case("2024-06-03")], NE=LATE),
    says("one too early", [BASE, application("2024-02-29"), case("2024-03-01")], NE=untold("applied_early")),
    says(
        "both too early",
        [BASE, application("2024-02-28"), case("2024-02-29")],
        NE=found("applied_early", "2024-02-29", "2024-02-28", -1),
    ),
    says("a case without day takes the agency's", [BASE, application("2024-05-30"), case(None)], NE=LATE),
    says("a case without day, no other", [BASE, case(None)], NE=untold("applied_early")),
    # the first counts
    says(
        "two applications, the first in time",
        [BASE, application("2024-05-06"), second(application("2024-06-03", decision_no=0))],
        NE=IN_TIME,
    ),
    says(
        "two applications, the first too early",
        [BASE, application("2024-05-06"), second(application("2024-02-20", decision_no=0))],
        NE=found("applied_early", "2024-02-29", "2024-02-20", -9),
    ),
    says("applied after the run's day", [BASE, application("2024-12-21")], NE=MISSED),
    says(
        "applied on the run's day",
        [BASE, application("2024-12-20")],
        NE=found("applied_late", "2024-05-29", "2024-12-20", 205),
    ),
    # cases without decision number, and of several decisions
    says("no number, one penalty of the party", [BASE, case("2024-05-30", decision_no=None)], NE=LATE),
    says(
        "no number, two penalties of the party",
        [BASE, second(penalty("2024-03-01")), case("2024-05-30", decision_no=None)],
        NE=untold("applied_early"),
        NE_1=untold("applied_early"),
    ),
    says(
        "no number, the other penalty not served yet",
        [BASE, second(penalty("2024-12-21")), case("2024-05-30", decision_no=None)],
        NE=LATE,
        NE_1=aside("not_yet"),
    ),
    says(
        "no number, the party's other penalty is another agency's",
        [BASE, second(penalty("2023-08-31", agency=OTHER_AGENCY)), case("2024-05-30", decision_no=None)],
        NE=LATE,
        NE_1=MISSED,
    ),
    says("no number and no party", [BASE, case("2024-05-30", decision_no=None, party_id=None)], NE=MISSED),
    says("no number and no agency", [BASE, case("2024-05-30", decision_no=None, applicant=None)], NE=MISSED),
    says(  # from Thursday 4 January 2024: Thursday 4 July
        "two decisions in one case",
        [BASE, second(penalty("2024-01-04")), case("2024-05-30", decision_no="both")],
        NE=LATE,
        NE_1=found("applied_early", "2024-07-04", "2024-05-30", -35),
    ),
    # urgent
    says("urgent, too early", [BASE, case("2024-02-29", urgent=True)], NE=untold("applied_early")),
    says("urgent, in time", [BASE, case("2024-03-01", urgent=True)], NE=IN_TIME),
    says("urgent, late", [BASE, case("2024-05-30", urgent=True)], NE=LATE),
    # the end of the time to apply
    says("the last day was yesterday", [penalty("2024-03-19")], NE=found("not_applied", "2024-12-19", None, 1)),
    says("the last day is today", [penalty("2024-03-20")], NE=warned("2024-12-20", 0)),
    says("28 days ahead", [penalty("2024-04-17")], NE=warned("2025-01-17", -28)),
    says("31 days ahead, moved off a weekend", [penalty("2024-04-18")], NE=clear("time_runs")),
    says(  # Saturday 19 October, not moved; 19 January is a Sunday: Monday the 20th
        "a deferral to a Saturday",
        [penalty("2024-03-19"), deferral("2024-04-08", "2024-10-19")],
        NE=clear("time_runs"),
    ),
    says(  # Thursday 10 October; Friday 10 January: 11 days in December and 10
        "a deferral, 21 days ahead",
        [penalty("2024-03-19"), deferral("2024-04-08", "2024-10-10")],
        NE=warned("2025-01-10", -21),
    ),
    says(
        "told unknown, six months passed yesterday", [penalty("2024-03-19", remedy_told=None)], NE=untold("not_applied")
    ),
    says(
        "told unknown, six months pass today",
        [penalty("2024-03-20", remedy_told=None)],
        NE=untold("application_due_soon"),
    ),
    says("told unknown, into the window", [penalty("2024-04-17", remedy_told=None)], NE=untold("application_due_soon")),
    says("told unknown, past the window", [penalty("2024-04-18", remedy_told=None)], NE=clear("time_runs")),
    says("Spring Festival 2025 ahead", [penalty("2024-04-28")], NE=clear("time_runs")),
]
