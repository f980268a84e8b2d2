"""What follows a ruling: service, objection, immediate enforcement, late applications admitted (2024-12-20)."""

from __future__ import annotations

from detection.scenarios_base import (
    application,
    aside,
    case,
    clear,
    found,
    penalty,
    says,
    second,
    untold,
    untold_somewhere,
)
from detection.scenarios_court import BEGUN, REVIEWED, RUNS, SERVED, ruled, urgent
from detection.scenarios_standing import BASE

# 12, 13, 14 (worked Saturday), 18, 19 September 2024; 13, 16, 17, 18, 19 December 2024
REFUSALS = [
    says("Mid-Autumn, on the fifth", [ruled("refuse", "2024-09-11", ruling_served_on="2024-09-19")], REFUSAL=SERVED),
    says(
        "Mid-Autumn, on the sixth",
        [ruled("refuse", "2024-09-11", ruling_served_on="2024-09-20")],
        REFUSAL=found("refusal_served_late", "2024-09-19", "2024-09-20", 1),
    ),
    # 6 to 10 May 2024; Saturday the 11th was worked
    says(
        "Labour Day, on the fifth",
        [
            ruled(
                "refuse", "2024-04-30", ruling_served_on="2024-05-10", accepted_on="2024-04-24", applied_on="2024-04-22"
            )
        ],
        REFUSAL=SERVED,
    ),
    says(
        "Labour Day, on a worked Saturday",
        [
            ruled(
                "refuse", "2024-04-30", ruling_served_on="2024-05-11", accepted_on="2024-04-24", applied_on="2024-04-22"
            )
        ],
        REFUSAL=found("refusal_served_late", "2024-05-10", "2024-05-11", 1),
    ),
    says("not served", [ruled("refuse", "2024-12-12")], REFUSAL=found("refusal_served_late", "2024-12-19", None, 1)),
    says(
        "served after the run's day",
        [ruled("refuse", "2024-12-12", ruling_served_on="2024-12-23")],
        REFUSAL=found("refusal_served_late", "2024-12-19", None, 1),
    ),
    says("not served, the last day is today", [ruled("refuse", "2024-12-13")], REFUSAL=RUNS),
    says(
        "an objection on the fifth instead",
        [ruled("refuse", "2024-09-11", review_applied_on="2024-09-19")],
        REFUSAL=SERVED,
    ),
    says(
        "an objection on the sixth instead",
        [ruled("refuse", "2024-09-11", review_applied_on="2024-09-20")],
        REFUSAL=untold("refusal_served_late"),
    ),
    says("allowed", [ruled("allow", "2024-09-11")], REFUSAL=aside("not_refused")),
    says("not accepted", [ruled("not_accepted", "2024-09-11", accepted_on=None)], REFUSAL=aside("not_refused")),
    says("withdrawn", [ruled("withdrawn", "2024-09-11")], REFUSAL=aside("not_refused")),
    says("not ruled", [ruled(None, None)], REFUSAL=aside("not_refused")),
    says("the ruling not known", [ruled(None, "2024-09-11")], REFUSAL=untold_somewhere("refusal_served_late")),
    says("the ruling's day not known", [ruled("refuse", None)], REFUSAL=untold_somewhere("refusal_served_late")),
]

OBJECTIONS = [
    # 30 days from 2 September 2024: 2 October is off until the 7th
    says(
        "refused, National Day, on 8 October",
        [ruled("refuse", "2024-08-28", review_applied_on="2024-09-02", review_ruled_on="2024-10-08")],
        OBJECTION=REVIEWED,
    ),
    says(
        "refused, National Day, on 9 October",
        [ruled("refuse", "2024-08-28", review_applied_on="2024-09-02", review_ruled_on="2024-10-09")],
        OBJECTION=found("review_late", "2024-10-08", "2024-10-09", 1),
    ),
    # 30 days from 5 March 2024: 4 April is off; Sunday the 7th was worked
    says(
        "refused, Qingming, on the worked Sunday",
        [ruled("refuse", "2024-02-28", review_applied_on="2024-03-05", review_ruled_on="2024-04-07")],
        OBJECTION=REVIEWED,
    ),
    says(
        "refused, Qingming, the day after",
        [ruled("refuse", "2024-02-28", review_applied_on="2024-03-05", review_ruled_on="2024-04-08")],
        OBJECTION=found("review_late", "2024-04-07", "2024-04-08", 1),
    ),
    # 15 days from 26 May 2024: 10 June is off
    says(
        "not accepted, on the fifteenth",
        [ruled("not_accepted", "2024-05-20", review_applied_on="2024-05-26", review_ruled_on="2024-06-11")],
        OBJECTION=REVIEWED,
    ),
    says(
        "not accepted, the day after",
        [ruled("not_accepted", "2024-05-20", review_applied_on="2024-05-26", review_ruled_on="2024-06-12")],
        OBJECTION=found("review_late", "2024-06-11", "2024-06-12", 1),
    ),
    says(
        "refused, not ruled",
        [ruled("refuse", "2024-11-13", review_applied_on="2024-11-19")],
        OBJECTION=found("review_late", "2024-12-19", None, 1),
    ),
    says(
        "refused, the last day is today",
        [ruled("refuse", "2024-11-13", review_applied_on="2024-11-20")],
        OBJECTION=RUNS,
    ),
    says(
        "not accepted, not ruled",
        [ruled("not_accepted", "2024-11-27", review_applied_on="2024-12-04")],
        OBJECTION=found("review_late", "2024-12-19", None, 1),
    ),
    says(
        "not accepted, the last day is today",
        [ruled("not_accepted", "2024-11-27", review_applied_on="2024-12-05")],
        OBJECTION=RUNS,
    ),
    says(
        "ruled on after the run's day",
        [ruled("refuse", "2024-11-13", review_applied_on="2024-11-19", review_ruled_on="2024-12-23")],
        OBJECTION=found("review_late", "2024-12-19", None, 1),
    ),
    says("allowed", [ruled("allow", "2024-08-28", review_applied_on="2024-09-02")], OBJECTION=aside("no_objection")),
    says(
        "withdrawn", [ruled("withdrawn", "2024-08-28", review_applied_on="2024-09-02")], OBJECTION=aside("no_objection")
    ),
    says("no objection", [ruled("refuse", "2024-08-28")], OBJECTION=aside("no_objection")),
    says(
        "an objection after the run's day",
        [ruled("refuse", "2024-08-28", review_applied_on="2024-12-21")],
        OBJECTION=aside("no_objection"),
    ),
    says(
        "the ruling not known",
        [ruled(None, "2024-08-28", review_applied_on="2024-09-02", review_ruled_on="2024-10-09")],
        OBJECTION=untold_somewhere("review_late"),
    ),
]

IMMEDIATE = [
    # 9, 18 (worked Sunday), 19, 20, 21 February 2024
    says(
        "Spring Festival, begun on the fifth",
        [urgent("2024-02-08", enforcement_started_on="2024-02-21")],
        IMMEDIATE=BEGUN,
    ),
    says(
        "Spring Festival, begun on the sixth",
        [urgent("2024-02-08", enforcement_started_on="2024-02-22")],
        IMMEDIATE=found("enforced_late", "2024-02-21", "2024-02-22", 1),
    ),
    says(
        "Mid-Autumn, begun on the fifth", [urgent("2024-09-11", enforcement_started_on="2024-09-19")], IMMEDIATE=BEGUN
    ),
    says(
        "Mid-Autumn, begun on the sixth",
        [urgent("2024-09-11", enforcement_started_on="2024-09-20")],
        IMMEDIATE=found("enforced_late", "2024-09-19", "2024-09-20", 1),
    ),
    says("completed on the fifth", [urgent("2024-09-11", enforced_on="2024-09-19")], IMMEDIATE=BEGUN),
    says(
        "begun in time, completed later",
        [urgent("2024-09-11", enforcement_started_on="2024-09-18", enforced_on="2024-11-20")],
        IMMEDIATE=BEGUN,
    ),
    says(
        "completed on the sixth",
        [urgent("2024-09-11", enforced_on="2024-09-20")],
        IMMEDIATE=found("enforced_late", "2024-09-19", "2024-09-20", 1),
    ),
    says("not begun", [urgent("2024-12-12")], IMMEDIATE=found("enforced_late", "2024-12-19", None, 1)),
    says(
        "begun after the run's day",
        [urgent("2024-12-12", enforcement_started_on="2024-12-23")],
        IMMEDIATE=found("enforced_late", "2024-12-19", None, 1),
    ),
    says("not begun, the last day is today", [urgent("2024-12-13")], IMMEDIATE=RUNS),
    says("not urgent", [urgent("2024-09-11", urgent=None)], IMMEDIATE=aside("not_urgent")),
    says("refused", [urgent("2024-09-11", ruling="refuse")], IMMEDIATE=aside("not_urgent")),
    says("the ruling not known", [urgent("2024-09-11", ruling=None)], IMMEDIATE=untold_somewhere("enforced_late")),
    says("the ruling's day not known", [urgent(None)], IMMEDIATE=untold_somewhere("enforced_late")),
]

ADMITTED = untold("late_application_admitted")
NOT_LATE = clear("not_late")
ALLOWED = {"accepted_on": "2024-06-03", "ruling": "allow", "ruled_on": "2024-06-07"}

ADMISSIONS = [
    says("a late application allowed", [BASE, case("2024-05-30", **ALLOWED)], ADMISSION=ADMITTED),
    says(
        "allowed, acceptance not on record",
        [BASE, case("2024-05-30", **(ALLOWED | {"accepted_on": None}))],
        ADMISSION=ADMITTED,
    ),
    says("in time and allowed", [BASE, case("2024-05-29", **ALLOWED)], ADMISSION=NOT_LATE),
    says("late and refused", [BASE, case("2024-05-30", **(ALLOWED | {"ruling": "refuse"}))], ADMISSION=NOT_LATE),
    says("late and not ruled yet", [BASE, case("2024-05-30", accepted_on="2024-06-03")], ADMISSION=NOT_LATE),
    says(
        "late and not accepted",
        [BASE, case("2024-05-30", ruling="not_accepted", ruled_on="2024-06-03")],
        ADMISSION=aside("not_accepted"),
    ),
    says(
        "whether late can't be told",
        [BASE, application("2024-05-29"), case("2024-05-30", **ALLOWED)],
        ADMISSION=NOT_LATE,
    ),
    says(
        "one of two decisions late",
        [
            BASE,
            second(penalty("2023-11-30")),
            case("2024-06-03", decision_no="both", **(ALLOWED | {"accepted_on": "2024-06-05"})),
        ],
        ADMISSION=ADMITTED,
    ),
    says(
        "no number, one penalty of the party",
        [BASE, case("2024-05-30", decision_no=None, **ALLOWED)],
        ADMISSION=ADMITTED,
    ),
    says(
        "an earlier application was in time",
        [
            BASE,
            case("2024-05-06", ruling="withdrawn", ruled_on="2024-05-13"),
            second(case("2024-06-03", decision_no=0, **ALLOWED)),
        ],
        ADMISSION_1=NOT_LATE,
    ),
    says(
        "too early and allowed",
        [BASE, case("2024-02-20", accepted_on="2024-02-22", ruling="allow", ruled_on="2024-02-27")],
        ADMISSION=NOT_LATE,
    ),
    says(
        "received after the run's day",
        [BASE, case("2024-12-21")],
        RULING=aside("not_yet"),
        REFUSAL=aside("not_yet"),
        OBJECTION=aside("not_yet"),
        IMMEDIATE=aside("not_yet"),
        ADMISSION=aside("not_yet"),
    ),
]
