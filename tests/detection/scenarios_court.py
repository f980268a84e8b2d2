"""Demands, and the courts' own periods (2024-12-20)."""

from __future__ import annotations

from detection.scenarios_base import (
    OTHER_AGENCY,
    application,
    aside,
    case,
    clear,
    demand,
    found,
    penalty,
    says,
    second,
    untold,
    untold_somewhere,
)
from detection.scenarios_standing import BASE

DEMANDED, ANSWERED = clear("demanded"), clear("answered_in_time")
RULED, SERVED = clear("ruled_in_time"), clear("served_in_time")
REVIEWED, BEGUN, RUNS = clear("reviewed_in_time"), clear("begun_in_time"), clear("time_runs")
MISSING = found("demand_missing", None, None, None)


def accepted(applied_on: str, accepted_on: str | None, **cells: object):
    return case(applied_on, accepted_on=accepted_on, **cells)


def ruled(ruling: str | None, ruled_on: str | None, **cells: object):
    """A case received on 2 September 2024 and accepted on the 4th."""
    row = {"applied_on": "2024-09-02", "accepted_on": "2024-09-04", "ruling": ruling, "ruled_on": ruled_on}
    return case(**(row | cells))


def demanded(served_on: str | None, applied_on: str, **cells: object):
    rows = [penalty("2023-05-12", **cells), application(applied_on)]
    return rows + [demand(served_on)] if served_on else rows


def urgent(ruled_on: str | None, **cells: object):
    return case("2024-02-01", **({"urgent": True, "ruling": "allow", "ruled_on": ruled_on} | cells))


DEMANDS = [
    # 23, 24, 25, 26, 28 (worked Sunday), 29, 30 April, 6, 7, 8 May 2024
    says("Labour Day, on the tenth", demanded("2024-04-22", "2024-05-08"), DEMAND=found("demand_too_short", "2024-05-08", "2024-05-08", 0)),
    says("Labour Day, on the eleventh", demanded("2024-04-22", "2024-05-09"), DEMAND=DEMANDED),
    # 29 (worked Sunday), 30 September, 8, 9, 10, 11, 12 (worked Saturday), 14, 15, 16 October 2024
    says("National Day, on the tenth", demanded("2024-09-27", "2024-10-16"), DEMAND=found("demand_too_short", "2024-10-16", "2024-10-16", 0)),
    says("National Day, on the eleventh", demanded("2024-09-27", "2024-10-17"), DEMAND=DEMANDED),
    # 4 (worked Sunday), 5 to 9, 18 (worked Sunday), 19, 20, 21 February 2024
    says("Spring Festival, on the tenth", demanded("2024-02-02", "2024-02-21"), DEMAND=found("demand_too_short", "2024-02-21", "2024-02-21", 0)),
    says("Spring Festival, on the eleventh", demanded("2024-02-02", "2024-02-22"), DEMAND=DEMANDED),
    # 27, 28 February, 29 (leap day), 1, 4 to 8, 11 March 2024
    says("a leap day, on the tenth", demanded("2024-02-26", "2024-03-11"), DEMAND=found("demand_too_short", "2024-03-11", "2024-03-11", 0)),
    says("a leap day, on the eleventh", demanded("2024-02-26", "2024-03-12"), DEMAND=DEMANDED),
    says("never demanded", demanded(None, "2024-05-09"), DEMAND=MISSING),
    says("demanded after the application", demanded("2024-05-10", "2024-05-09"), DEMAND=MISSING),
    says(  # 8 days in April and 8
        "demanded on the day of application",
        demanded("2024-04-22", "2024-04-22"),
        DEMAND=found("demand_too_short", "2024-05-08", "2024-04-22", -16),
    ),
    says("the first demand counts", [*demanded("2024-04-22", "2024-05-09"), demand("2024-05-08")], DEMAND=DEMANDED),
    says("days on both sides of the tenth", [*demanded("2024-04-22", "2024-05-08"), case("2024-05-09")], DEMAND=untold("demand_too_short")),
    says("days on both sides of the demand", [*demanded("2024-04-22", "2024-04-19"), case("2024-04-23")], DEMAND=untold("demand_missing")),
    says("the day not known, demanded", [BASE, case(None), demand("2024-04-22")], DEMAND=untold("demand_missing")),
    says("the day not known, never demanded", [BASE, case(None)], DEMAND=MISSING),
    says("a court's record alone", [BASE, case("2024-05-08"), demand("2024-04-22")], DEMAND=found("demand_too_short", "2024-05-08", "2024-05-08", 0)),
    says("never applied", [BASE, demand("2024-04-22")], DEMAND=aside("no_application")),
    says("applied later", demanded(None, "2024-12-21"), DEMAND=aside("no_application")),
    says(
        "whether applied for not known",
        [BASE, second(penalty("2023-08-31")), case("2024-05-30", decision_no=None)],
        DEMAND=untold_somewhere("demand_missing"),
        DEMAND_1=untold_somewhere("demand_missing"),
    ),
    says(
        "whether applied for not known, revoked",
        [penalty("2023-08-31", revoked_on="2024-06-20"), second(penalty("2023-08-31")), case("2024-05-30", decision_no=None)],
        DEMAND=aside("revoked"),
    ),
    says("revoked", demanded(None, "2024-05-09", revoked_on="2024-06-20"), DEMAND=aside("revoked")),
    says("a warning only", demanded(None, "2024-05-09", penalty_kinds=["警告"], fine=None), DEMAND=aside("nothing_to_enforce")),
    says(
        "kinds and fine not known",
        demanded(None, "2024-05-09", penalty_kinds=None, fine=None),
        DEMAND=untold("nothing_to_enforce", "demand_missing"),
    ),
    says("customs", [penalty("2023-05-12", agency="贵阳海关"), application("2024-05-09", agency="贵阳海关")], DEMAND=aside("self_enforcing")),
    says("urgent", [BASE, case("2024-05-09", urgent=True)], DEMAND=aside("urgent")),
    says("service not known", [penalty(None), application("2024-05-09"), demand("2024-04-22")], DEMAND=DEMANDED),
    says("served after the run's day", [penalty("2024-12-21"), application("2024-12-19")], DEMAND=aside("not_yet")),
    says(
        "a demand without agency, two agencies with that number",
        [
            *demanded(None, "2024-05-09"),
            second(penalty("2023-08-31", agency=OTHER_AGENCY, decision_no=0)),
            demand("2024-04-22", agency=None),
        ],
        DEMAND=untold("demand_missing"),
    ),
]

ACCEPTING = [
    # 8, 9, 18 (worked Sunday), 19, 20 February 2024
    says("Spring Festival, on the fifth", [accepted("2024-02-07", "2024-02-20")], ACCEPTANCE=ANSWERED),
    says(
        "Spring Festival, on the sixth",
        [accepted("2024-02-07", "2024-02-21")],
        ACCEPTANCE=found("not_accepted_in_time", "2024-02-20", "2024-02-21", 1),
    ),
    # 29 (worked Sunday), 30 September, 8, 9, 10 October 2024
    says("National Day 2024, on the fifth", [accepted("2024-09-27", "2024-10-10")], ACCEPTANCE=ANSWERED),
    says(
        "National Day 2024, on the sixth",
        [accepted("2024-09-27", "2024-10-11")],
        ACCEPTANCE=found("not_accepted_in_time", "2024-10-10", "2024-10-11", 1),
    ),
    # 7, 8 (worked weekend), 9, 10, 11 October 2023
    says("National Day 2023, on the fifth", [accepted("2023-09-28", "2023-10-11")], ACCEPTANCE=ANSWERED),
    says(
        "National Day 2023, on the sixth",
        [accepted("2023-09-28", "2023-10-12")],
        ACCEPTANCE=found("not_accepted_in_time", "2023-10-11", "2023-10-12", 1),
    ),
    # 7 (worked Sunday), 8 to 11 April 2024
    says("Qingming, on the fifth", [accepted("2024-04-03", "2024-04-11")], ACCEPTANCE=ANSWERED),
    says(
        "Qingming, on the sixth",
        [accepted("2024-04-03", "2024-04-12")],
        ACCEPTANCE=found("not_accepted_in_time", "2024-04-11", "2024-04-12", 1),
    ),
    # 13, 16, 17, 18, 19 December 2024
    says("not answered", [accepted("2024-12-12", None)], ACCEPTANCE=found("not_accepted_in_time", "2024-12-19", None, 1)),
    says("answered after the run's day", [accepted("2024-12-12", "2024-12-23")], ACCEPTANCE=found("not_accepted_in_time", "2024-12-19", None, 1)),
    says("not answered, the last day is today", [accepted("2024-12-13", None)], ACCEPTANCE=RUNS),
    says("received on the run's day", [accepted("2024-12-20", None)], ACCEPTANCE=RUNS),
    says("received later", [accepted("2024-12-21", None)], ACCEPTANCE=aside("not_yet")),
    # complete on 8 February: 9, 18, 19, 20, 21
    says(
        "complete a day later, on the fifth",
        [BASE, application("2024-02-07", complete_on="2024-02-08"), accepted("2024-02-07", "2024-02-21")],
        ACCEPTANCE=ANSWERED,
    ),
    says(
        "complete a day later, on the sixth",
        [BASE, application("2024-02-07", complete_on="2024-02-08"), accepted("2024-02-07", "2024-02-22")],
        ACCEPTANCE=found("not_accepted_in_time", "2024-02-21", "2024-02-22", 1),
    ),
    says(
        "complete before receipt",
        [BASE, application("2024-02-05", complete_on="2024-02-06"), accepted("2024-02-07", "2024-02-21")],
        ACCEPTANCE=found("not_accepted_in_time", "2024-02-20", "2024-02-21", 1),
    ),
    says(
        "complete on the day of acceptance",
        [BASE, application("2024-02-07", complete_on="2024-02-22"), accepted("2024-02-07", "2024-02-22")],
        ACCEPTANCE=ANSWERED,
    ),
    says(
        "complete after acceptance",
        [BASE, application("2024-02-07", complete_on="2024-02-23"), accepted("2024-02-07", "2024-02-22")],
        ACCEPTANCE=found("not_accepted_in_time", "2024-02-20", "2024-02-22", 2),
    ),
    says("complete a day later, not answered", [BASE, application("2024-12-12", complete_on="2024-12-13"), accepted("2024-12-12", None)], ACCEPTANCE=RUNS),
    says(
        "complete after the run's day",
        [BASE, application("2024-12-12", complete_on="2024-12-21"), accepted("2024-12-12", None)],
        ACCEPTANCE=found("not_accepted_in_time", "2024-12-19", None, 1),
    ),
    # the answer is the ruling where it is not_accepted
    says("refused to accept on the fifth", [accepted("2024-02-07", None, ruling="not_accepted", ruled_on="2024-02-20")], ACCEPTANCE=ANSWERED),
    says(
        "refused to accept on the sixth",
        [accepted("2024-02-07", None, ruling="不予受理", ruled_on="2024-02-21")],
        ACCEPTANCE=found("not_accepted_in_time", "2024-02-20", "2024-02-21", 1),
    ),
    says("ruled by then without acceptance", [accepted("2024-02-07", None, ruling="allow", ruled_on="2024-02-20")], ACCEPTANCE=ANSWERED),
    says(
        "ruled later without acceptance",
        [accepted("2024-02-07", None, ruling="allow", ruled_on="2024-02-21")],
        ACCEPTANCE=untold("not_accepted_in_time"),
    ),
    says(
        "withdrawn later without acceptance",
        [accepted("2024-02-07", None, ruling="withdrawn", ruled_on="2024-02-21")],
        ACCEPTANCE=untold("not_accepted_in_time"),
    ),
    # receipt: the court's day, else the agency's
    says(
        "the court's day counts",
        [BASE, application("2024-02-07"), accepted("2024-02-08", "2024-02-21")],
        ACCEPTANCE=ANSWERED,
    ),
    says(
        "the agency's day where the court has none",
        [BASE, application("2024-02-07"), accepted(None, "2024-02-21")],
        ACCEPTANCE=found("not_accepted_in_time", "2024-02-20", "2024-02-21", 1),
    ),
    says("neither day known", [BASE, accepted(None, "2024-02-21")], ACCEPTANCE=untold("not_accepted_in_time")),
    # applications that no case matches
    says("no case, five days passed", [BASE, application("2024-12-12")], ACCEPTANCE=found("not_accepted_in_time", "2024-12-19", None, 1)),
    says("no case, the fifth is today", [BASE, application("2024-12-13")], ACCEPTANCE=RUNS),
    says("no case, complete a day later", [BASE, application("2024-12-12", complete_on="2024-12-13")], ACCEPTANCE=RUNS),
    says("no case, the court not known", [BASE, application("2024-12-12", court=None)], ACCEPTANCE=untold("not_accepted_in_time")),
    says(
        "no case, a court without any",
        [BASE, application("2024-12-12", court="贵州省威宁县人民法院")],
        ACCEPTANCE=untold("not_accepted_in_time"),
    ),
    says("an application that a case matches", [BASE, accepted("2024-12-12", "2024-12-19"), application("2024-12-12")], ACCEPTANCE=ANSWERED, ACCEPTANCE_1=aside("matched")),
]

RULINGS = [
    # 26, 27, 28 September, 7, 8 (worked weekend), 9, 10 October 2023
    says("National Day 2023, on the seventh", [accepted("2023-09-20", "2023-09-25", ruling="allow", ruled_on="2023-10-10")], RULING=RULED),
    says(
        "National Day 2023, on the eighth",
        [accepted("2023-09-20", "2023-09-25", ruling="allow", ruled_on="2023-10-11")],
        RULING=found("ruled_late", "2023-10-10", "2023-10-11", 1),
    ),
    # 8, 9, 18 (worked Sunday), 19, 20, 21, 22 February 2024
    says("Spring Festival, on the seventh", [accepted("2024-02-05", "2024-02-07", ruling="refuse", ruled_on="2024-02-22")], RULING=RULED),
    says(
        "Spring Festival, withdrawn on the eighth",
        [accepted("2024-02-05", "2024-02-07", ruling="withdrawn", ruled_on="2024-02-23")],
        RULING=found("ruled_late", "2024-02-22", "2024-02-23", 1),
    ),
    # 11, 12, 13, 16, 17, 18, 19 December 2024
    says("not ruled", [accepted("2024-12-09", "2024-12-10")], RULING=found("no_ruling", "2024-12-19", None, 1)),
    says("not ruled, the last day is today", [accepted("2024-12-09", "2024-12-11")], RULING=RUNS),
    says(
        "ruled after the run's day",
        [accepted("2024-12-09", "2024-12-10", ruled_on="2024-12-23", ruling="allow")],
        RULING=found("no_ruling", "2024-12-19", None, 1),
    ),
    # heard: 30 days from 5 September 2024: 5 October is off until the 7th
    says("heard, on 8 October", [accepted("2024-09-04", "2024-09-05", hearing=True, ruling="allow", ruled_on="2024-10-08")], RULING=RULED),
    says(
        "heard, on 9 October",
        [accepted("2024-09-04", "2024-09-05", hearing=True, ruling="allow", ruled_on="2024-10-09")],
        RULING=found("ruled_late", "2024-10-08", "2024-10-09", 1),
    ),
    says("heard, not ruled", [accepted("2024-11-18", "2024-11-19", hearing=True)], RULING=found("no_ruling", "2024-12-19", None, 1)),
    says("heard, the last day is today", [accepted("2024-11-18", "2024-11-20", hearing=True)], RULING=RUNS),
    says("not heard, a month later", [accepted("2024-11-18", "2024-11-20", hearing=False)], RULING=found("no_ruling", "2024-11-29", None, 21)),
    says("not accepted", [accepted("2024-02-07", None, ruling="not_accepted", ruled_on="2024-02-20")], RULING=aside("not_accepted")),
    says("accepted later", [accepted("2024-12-09", "2024-12-23")], RULING=aside("not_accepted")),
    says("the ruling's day not known", [accepted("2024-09-02", "2024-09-04", ruling="allow")], RULING=untold("ruled_late")),
    # from receipt on 25 September 2023 the seventh is 10 October
    says("acceptance not known, ruled in seven days of receipt", [accepted("2023-09-25", None, ruling="allow", ruled_on="2023-10-10")], RULING=RULED),
    says("acceptance not known, ruled later", [accepted("2023-09-25", None, ruling="allow", ruled_on="2023-10-11")], RULING=untold("ruled_late")),
]
