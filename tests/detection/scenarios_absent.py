"""Tables and columns that the sources lack, with and without the parameter *strict*."""

from __future__ import annotations

from detection.scenarios_base import (
    Group,
    application,
    aside,
    case,
    clear,
    demand,
    found,
    paid,
    penalty,
    says,
    untold,
    untold_somewhere,
    warned,
)
from detection.scenarios_court import accepted, ruled, urgent
from detection.scenarios_demand import MISSING
from detection.scenarios_standing import BASE, MISSED

IN_TIME, RUNS = clear("applied_in_time"), clear("time_runs")
EARLY = found("applied_early", "2024-02-29", "2024-02-29", 0)
LATE = found("applied_late", "2024-05-29", "2024-05-30", 1)
UNPAID = untold("performed", "not_applied")
DUTY = penalty("2023-08-31", penalty_kinds=["罚款", "责令停产停业"])
# 8, 9, 18 (worked Sunday), 19, 20 February 2024
ANSWERED_LATE = found("not_accepted_in_time", "2024-02-20", "2024-02-21", 1)
# 12, 13, 14 (worked Saturday), 18, 19 September 2024
SERVED_LATE = found("refusal_served_late", "2024-09-19", "2024-09-20", 1)

NONE_ON_RECORD = (
    "remedies",
    "deferrals",
    "penalties.revoked_on",
    "court_cases.urgent",
    "court_cases.review_applied_on",
    "applications.complete_on",
)

TAKEN_AS_NONE = [
    says("never applied", [BASE], NE=found("not_applied", "2024-05-29", None, 203)),
    says("in time", [BASE, application("2024-03-01")], NE=IN_TIME, DEMAND=MISSING),
    says("too early by the court's record", [BASE, case("2024-02-29")], NE=EARLY, DEMAND=MISSING),
    # Friday 17 January 2025: 13 days in December and 17; the 18th is a Saturday
    says("30 days ahead", [penalty("2024-04-17")], NE=warned("2025-01-17", -30)),
    says("33 days ahead", [penalty("2024-04-18")], NE=RUNS),
    says(
        "answered late",
        [BASE, application("2024-02-07"), accepted("2024-02-07", "2024-02-21")],
        ACCEPTANCE=ANSWERED_LATE,
    ),
    # 90 days: 11, 31, 30, 18
    says(
        "a refusal not served",
        [ruled("refuse", "2024-09-11")],
        REFUSAL=found("refusal_served_late", "2024-09-19", None, 90),
    ),
    says("a refusal", [ruled("refuse", "2024-09-11")], OBJECTION=aside("no_objection")),
    says("allowed", [ruled("allow", "2024-09-11")], IMMEDIATE=aside("not_urgent")),
]

STRICTLY = [
    says("never applied", [BASE], NE=untold("revoked", "applied_early"), DEMAND=aside("no_application")),
    says(
        "too early",
        [BASE, application("2024-02-29")],
        NE=untold("revoked", "applied_early"),
        DEMAND=untold("revoked", "demand_missing"),
    ),
    says("served later", [penalty("2024-12-20")], NE=aside("not_yet")),
    says("answered in time", [accepted("2024-02-07", "2024-02-20")], ACCEPTANCE=clear("answered_in_time")),
    says(
        "answered late",
        [BASE, application("2024-02-07"), accepted("2024-02-07", "2024-02-21")],
        ACCEPTANCE=untold("not_accepted_in_time"),
    ),
    says(
        "answered late, no application of the agency", [accepted("2024-02-07", "2024-02-21")], ACCEPTANCE=ANSWERED_LATE
    ),
    says("a refusal not served", [ruled("refuse", "2024-09-11")], REFUSAL=untold("refusal_served_late")),
    says("a refusal served late", [ruled("refuse", "2024-09-11", ruling_served_on="2024-09-20")], REFUSAL=SERVED_LATE),
    says("a refusal", [ruled("refuse", "2024-09-11")], OBJECTION=untold_somewhere("review_late")),
    says("allowed, no objection", [ruled("allow", "2024-09-11")], OBJECTION=aside("no_objection")),
    says("allowed", [ruled("allow", "2024-09-11")], IMMEDIATE=untold_somewhere("enforced_late")),
    says("refused", [ruled("refuse", "2024-09-11")], IMMEDIATE=aside("not_urgent")),
]

WITHOUT_REMEDIES = [
    says("never applied", [BASE], NE=untold("annulled_or_replaced", "applied_early")),
    says("in time", [BASE, application("2024-03-01")], NE=untold("annulled_or_replaced", "applied_early")),
    says("revoked", [penalty("2023-08-31", revoked_on="2024-06-20")], NE=aside("revoked")),
    says("customs", [penalty("2023-08-31", agency="贵阳海关")], NE=aside("self_enforcing")),
]

AGENCY_ONLY = [
    says("never applied, not paid", [BASE], NE=MISSED),
    says("too early, urgent taken as none", [BASE, application("2024-02-29")], NE=EARLY, DEMAND=MISSING),
    says("in time", [BASE, application("2024-05-29")], NE=IN_TIME),
    says("late", [BASE, application("2024-05-30")], NE=LATE),
    # performed_on is absent: payments alone tell for money
    says("paid on the last day", [BASE, paid("2024-05-29")], NE=clear("performed")),
    says("paid after it", [BASE, paid("2024-05-30")], NE=MISSED),
    says("another duty, paid", [DUTY, paid("2024-05-29")], NE=UNPAID),
    says("another duty alone", [penalty("2023-08-31", penalty_kinds=["责令停产停业"], fine=None)], NE=UNPAID),
    says("no court's record", [BASE, application("2024-12-12")], ACCEPTANCE=untold("not_accepted_in_time")),
]

COURT_ONLY = [
    # 202 days: 2 in May, 30, 31, 31, 30, 31, 30, 17
    says("never applied", [BASE], NE=found("not_applied", "2024-05-29", None, 202)),
    says("too early", [BASE, case("2024-02-29")], NE=EARLY),
    says(
        "too early, urgent", [BASE, case("2024-02-29", urgent=True)], NE=untold("applied_early"), DEMAND=aside("urgent")
    ),
    says("in time", [BASE, case("2024-05-29")], NE=IN_TIME, DEMAND=untold("demand_missing")),
    says("late", [BASE, case("2024-05-30")], NE=LATE),
    says(
        "the day not known",
        [BASE, case(None, accepted_on="2024-05-31")],
        NE=untold("applied_early"),
        ACCEPTANCE=untold("not_accepted_in_time"),
    ),
    # payments are absent: performed_on alone tells
    says("performed on the last day", [penalty("2023-08-31", performed_on="2024-05-29")], NE=clear("performed")),
    says(
        "performed after it",
        [penalty("2023-08-31", performed_on="2024-05-30")],
        NE=found("not_applied", "2024-05-29", None, 202),
    ),
    # Friday 17 January 2025: 14 days in December and 17
    says("31 days ahead", [penalty("2024-04-17")], NE=RUNS),
    says("answered late, complete_on taken as none", [accepted("2024-02-07", "2024-02-21")], ACCEPTANCE=ANSWERED_LATE),
    # hearing is absent: the seventh working day from 25 September 2023 is 10 October (26, 27, 28 September, 7, 8 (worked
    # weekend), 9, 10 October), the thirtieth day 25 October
    *(
        says(
            f"ruled {day} October 2023, heard or not",
            [accepted("2023-09-20", "2023-09-25", ruling="allow", ruled_on=f"2023-10-{day}")],
            RULING=expected,
        )
        for day, expected in (
            (10, clear("ruled_in_time")),
            (11, untold("ruled_late")),
            (25, untold("ruled_late")),
            (26, found("ruled_late", "2023-10-25", "2023-10-26", 1)),
        )
    ),
    # 366 days to 25 October 2024, and 53
    says(
        "not ruled, heard or not",
        [accepted("2023-09-20", "2023-09-25")],
        RULING=found("no_ruling", "2023-10-25", None, 419),
    ),
    # 9 to 13, 16, 17 December; 6, 9 to 13, 16 December
    says("not ruled, the seventh is today", [accepted("2024-12-05", "2024-12-06")], RULING=RUNS),
    says("not ruled, the seventh was yesterday", [accepted("2024-12-04", "2024-12-05")], RULING=untold("no_ruling")),
    # enforcement_started_on is absent; from 11 September 2024 the fifth is the 19th
    says("completed on the fifth", [urgent("2024-09-11", enforced_on="2024-09-19")], IMMEDIATE=clear("begun_in_time")),
    says("completed on the sixth", [urgent("2024-09-11", enforced_on="2024-09-20")], IMMEDIATE=untold("enforced_late")),
    says("not completed", [urgent("2024-09-11")], IMMEDIATE=untold("enforced_late")),
]

UNDEFERRED = [
    says("time running", [penalty("2024-04-17")], NE=UNPAID),
    says("never applied", [BASE], NE=UNPAID),
    says("in time", [BASE, application("2024-03-15")], NE=untold("applied_early")),
    says("late", [BASE, application("2024-05-30")], NE=untold("applied_early")),
]

UNAPPLIED = [
    says(
        "whether applied for not known",
        [BASE, demand("2024-04-22")],
        NE=untold("applied_early"),
        DEMAND=untold_somewhere("demand_missing"),
    ),
    says("revoked", [penalty("2023-08-31", revoked_on="2024-06-20")], NE=aside("revoked"), DEMAND=aside("revoked")),
]

STRICT = {"strict": True}
NOW = "2024-12-20"
NO_MONEY = ("payments", "penalties.performed_on", "deferrals")
GROUPS = [
    Group("taken as none on record", "2024-12-18", TAKEN_AS_NONE, NONE_ON_RECORD),
    Group("strict", "2024-12-18", STRICTLY, NONE_ON_RECORD, STRICT),
    Group("strict without remedies", NOW, WITHOUT_REMEDIES, ("remedies",), STRICT),
    Group("agency's record only", NOW, AGENCY_ONLY, ("court_cases", "penalties.performed_on")),
    Group(
        "court's record only",
        "2024-12-17",
        COURT_ONLY,
        ("applications", "payments", "demands", "court_cases.hearing", "court_cases.enforcement_started_on"),
    ),
    Group("nothing of performance or deferral, strict", NOW, UNDEFERRED, NO_MONEY, STRICT),
    Group("neither applications nor court cases", NOW, UNAPPLIED, ("applications", "court_cases")),
]
