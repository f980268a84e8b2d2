"""The courts' own periods (2024-12-20)."""

from __future__ import annotations

from detection.scenarios_base import (
    application,
    aside,
    case,
    clear,
    found,
    says,
    untold,
)
from detection.scenarios_standing import BASE

ANSWERED = clear("answered_in_time")
RULED, SERVED = clear("ruled_in_time"), clear("served_in_time")
REVIEWED, BEGUN, RUNS = clear("reviewed_in_time"), clear("begun_in_time"), clear("time_runs")


def accepted(applied_on: str, accepted_on: str | None, **cells: object):
    return case(applied_on, accepted_on=accepted_on, **cells)


def ruled(ruling: str | None, ruled_on: str | None, **cells: object):
    """A case received on 2 September 2024 and accepted on the 4th."""
    row = {"applied_on": "2024-09-02", "accepted_on": "2024-09-04", "ruling": ruling, "ruled_on": ruled_on}
    return case(**(row | cells))


def urgent(ruled_on: str | None, **cells: object):
    return case("2024-02-01", **({"urgent": True, "ruling": "allow", "ruled_on": ruled_on} | cells))


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
    says(
        "not answered", [accepted("2024-12-12", None)], ACCEPTANCE=found("not_accepted_in_time", "2024-12-19", None, 1)
    ),
    says(
        "answered after the run's day",
        [accepted("2024-12-12", "2024-12-23")],
        ACCEPTANCE=found("not_accepted_in_time", "2024-12-19", None, 1),
    ),
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
    says(
        "complete a day later, not answered",
        [BASE, application("2024-12-12", complete_on="2024-12-13"), accepted("2024-12-12", None)],
        ACCEPTANCE=RUNS,
    ),
    says(
        "complete after the run's day",
        [BASE, application("2024-12-12", complete_on="2024-12-21"), accepted("2024-12-12", None)],
        ACCEPTANCE=found("not_accepted_in_time", "2024-12-19", None, 1),
    ),
    # the answer is the ruling where it is not_accepted
    says(
        "refused to accept on the fifth",
        [accepted("2024-02-07", None, ruling="not_accepted", ruled_on="2024-02-20")],
        ACCEPTANCE=ANSWERED,
    ),
    says(
        "refused to accept on the sixth",
        [accepted("2024-02-07", None, ruling="不予受理", ruled_on="2024-02-21")],
        ACCEPTANCE=found("not_accepted_in_time", "2024-02-20", "2024-02-21", 1),
    ),
    says(
        "ruled by then without acceptance",
        [accepted("2024-02-07", None, ruling="allow", ruled_on="2024-02-20")],
        ACCEPTANCE=ANSWERED,
    ),
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
    says(
        "no case, five days passed",
        [BASE, application("2024-12-12")],
        ACCEPTANCE=found("not_accepted_in_time", "2024-12-19", None, 1),
    ),
    says("no case, the fifth is today", [BASE, application("2024-12-13")], ACCEPTANCE=RUNS),
    says("no case, complete a day later", [BASE, application("2024-12-12", complete_on="2024-12-13")], ACCEPTANCE=RUNS),
    says(
        "no case, the court not known",
        [BASE, application("2024-12-12", court=None)],
        ACCEPTANCE=untold("not_accepted_in_time"),
    ),
    says(
        "no case, a court without any",
        [BASE, application("2024-12-12", court="贵州省威宁县人民法院")],
        ACCEPTANCE=untold("not_accepted_in_time"),
    ),
    says(
        "an application that a case matches",
        [BASE, accepted("2024-12-12", "2024-12-19"), application("2024-12-12")],
        ACCEPTANCE=ANSWERED,
        ACCEPTANCE_1=aside("matched"),
    ),
]

RULINGS = [
    # 26, 27, 28 September, 7, 8 (worked weekend), 9, 10 October 2023
    says(
        "National Day 2023, on the seventh",
        [accepted("2023-09-20", "2023-09-25", ruling="allow", ruled_on="2023-10-10")],
        RULING=RULED,
    ),
    says(
        "National Day 2023, on the eighth",
        [accepted("2023-09-20", "2023-09-25", ruling="allow", ruled_on="2023-10-11")],
        RULING=found("ruled_late", "2023-10-10", "2023-10-11", 1),
    ),
    # 8, 9, 18 (worked Sunday), 19, 20, 21, 22 February 2024
    says(
        "Spring Festival, on the seventh",
        [accepted("2024-02-05", "2024-02-07", ruling="refuse", ruled_on="2024-02-22")],
        RULING=RULED,
    ),
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
    says(
        "heard, on 8 October",
        [accepted("2024-09-04", "2024-09-05", hearing=True, ruling="allow", ruled_on="2024-10-08")],
        RULING=RULED,
    ),
    says(
        "heard, on 9 October",
        [accepted("2024-09-04", "2024-09-05", hearing=True, ruling="allow", ruled_on="2024-10-09")],
        RULING=found("ruled_late", "2024-10-08", "2024-10-09", 1),
    ),
    says(
        "heard, not ruled",
        [accepted("2024-11-18", "2024-11-19", hearing=True)],
        RULING=found("no_ruling", "2024-12-19", None, 1),
    ),
    says("heard, the last day is today", [accepted("2024-11-18", "2024-11-20", hearing=True)], RULING=RUNS),
    says(
        "not heard, a month later",
        [accepted("2024-11-18", "2024-11-20", hearing=False)],
        RULING=found("no_ruling", "2024-11-29", None, 21),
    ),
    says(
        "not accepted",
        [accepted("2024-02-07", None, ruling="not_accepted", ruled_on="2024-02-20")],
        RULING=aside("not_accepted"),
    ),
    says("accepted later", [accepted("2024-12-09", "2024-12-23")], RULING=aside("not_accepted")),
    says(
        "the ruling's day not known",
        [accepted("2024-09-02", "2024-09-04", ruling="allow")],
        RULING=untold("ruled_late"),
    ),
    # from receipt on 25 September 2023 the seventh is 10 October
    says(
        "acceptance not known, ruled in seven days of receipt",
        [accepted("2023-09-25", None, ruling="allow", ruled_on="2023-10-10")],
        RULING=RULED,
    ),
    says(
        "acceptance not known, ruled later",
        [accepted("2023-09-25", None, ruling="allow", ruled_on="2023-10-11")],
        RULING=untold("ruled_late"),
    ),
]
