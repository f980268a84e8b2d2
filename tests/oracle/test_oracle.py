"""The second evaluation against days counted by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from .evaluate import Outcome, evaluate
from .records import normal_number
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


def judged(
    detector: str, as_of: date = AS_OF, rejected: list[Row] | None = None, **given: Row
) -> Outcome:
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


def test_month_end_and_days_over() -> None:
    """31 August and six months end on 29 February, three more on 29 May."""
    one = judged(NON_ENFORCEMENT, penalties=penalty(date(2023, 8, 31)))
    assert short(one) == ("not_applied", date(2024, 5, 29), None, 205)
    assert (one.outcome, one.kind) == ("finding", "not_applied")
    assert one.subject == ("penalty", AGENCY, NUMBER)


@pytest.mark.parametrize(
    ("applied_on", "expected"),
    [
        (
            date(2024, 2, 29),
            ("applied_early", date(2024, 2, 29), date(2024, 2, 29), 0),
        ),
        (date(2024, 3, 1), ("applied_in_time", None, None, None)),
        (date(2024, 5, 29), ("applied_in_time", None, None, None)),
        (date(2024, 5, 30), ("applied_late", date(2024, 5, 29), date(2024, 5, 30), 1)),
    ],
)
def test_day_of_application(applied_on: date, expected: tuple[object, ...]) -> None:
    """The end of the time to sue is still too early, the last day still in time."""
    one = judged(
        NON_ENFORCEMENT,
        penalties=penalty(date(2023, 8, 31)),
        applications=application(applied_on),
    )
    assert short(one) == expected


def test_national_day() -> None:
    """3 October 2023 moves to Saturday the 7th, 7 January 2024 to Monday the 8th."""
    served = penalty(date(2023, 4, 3))
    early = application(date(2023, 10, 7))
    late = application(date(2024, 1, 9))
    one = judged(NON_ENFORCEMENT, penalties=served, applications=early)
    assert short(one)[:2] == ("applied_early", date(2023, 10, 7))
    one = judged(NON_ENFORCEMENT, penalties=served, applications=late)
    assert short(one)[:2] == ("applied_late", date(2024, 1, 8))


def test_told_or_not() -> None:
    """Six months if told, a year if not; unknown matters between the two only."""
    day = date(2022, 3, 15)
    applied = application(date(2023, 1, 10))
    told = judged(NON_ENFORCEMENT, penalties=penalty(day), applications=applied)
    assert short(told)[:2] == ("applied_late", date(2022, 12, 15))
    not_told = penalty(day, remedy_told=False)
    one = judged(NON_ENFORCEMENT, penalties=not_told, applications=applied)
    assert short(one)[:2] == ("applied_early", date(2023, 3, 15))
    unknown = penalty(day, remedy_told=None)
    one = judged(NON_ENFORCEMENT, penalties=unknown, applications=applied)
    assert (one.outcome, one.rung, one.kind) == (
        "unverified",
        "applied_early",
        "applied_early",
    )
    later = application(date(2023, 6, 16))
    one = judged(NON_ENFORCEMENT, penalties=unknown, applications=later)
    assert short(one)[:2] == ("applied_late", date(2023, 6, 15))
    eight = penalty(day, remedy_told=False, suit_months_told=8)
    one = judged(NON_ENFORCEMENT, penalties=eight)
    assert short(one)[:2] == ("not_applied", date(2023, 2, 15))


def test_deferral_is_not_moved() -> None:
    """Sunday 30 June 2024 stays; three months from it end on Monday 30 September."""
    one = judged(
        NON_ENFORCEMENT,
        penalties=penalty(date(2023, 8, 31)),
        deferrals=related(granted_on=date(2023, 9, 20), until=date(2024, 6, 30)),
    )
    assert short(one) == ("not_applied", date(2024, 9, 30), None, 81)
    late = related(granted_on=date(2024, 5, 30), until=date(2024, 6, 30))
    one = judged(NON_ENFORCEMENT, penalties=penalty(date(2023, 8, 31)), deferrals=late)
    assert (one.outcome, one.rung) == ("unverified", "not_applied")


def test_after_reconsideration() -> None:
    """Fifteen days from 18 December 2023 end on 2 January 2024."""
    upheld = related(
        kind="reconsideration",
        filed_on=date(2023, 10, 9),
        concluded_on=date(2023, 12, 15),
        served_on=date(2023, 12, 18),
        outcome="upheld",
    )
    served = penalty(date(2023, 8, 31))
    one = judged(NON_ENFORCEMENT, penalties=served, remedies=upheld)
    assert short(one)[:2] == ("not_applied", date(2024, 4, 2))
    dismissed = upheld | {"outcome": "dismissed"}
    one = judged(NON_ENFORCEMENT, penalties=served, remedies=dismissed)
    assert short(one)[:2] == ("not_applied", date(2024, 5, 29))
    changed = upheld | {"outcome": "changed"}
    one = judged(NON_ENFORCEMENT, penalties=served, remedies=changed)
    assert (one.outcome, one.rung) == ("not_applicable", "annulled_or_replaced")


def test_pending_reconsideration() -> None:
    """From 6 September: 5 November, 5 December, 20 December 2024."""
    served = penalty(date(2024, 8, 30))
    for filed_on, outcome in (
        (date(2024, 9, 6), "not_applicable"),
        (date(2024, 9, 5), "unverified"),
    ):
        remedy = related(kind="reconsideration", filed_on=filed_on)
        one = judged(NON_ENFORCEMENT, penalties=served, remedies=remedy)
        assert (one.outcome, one.rung) == (outcome, "remedy_pending")


def test_warning() -> None:
    """17 January 2025 is 28 days ahead; 18 January moves to the 20th, 31 days ahead."""
    one = judged(NON_ENFORCEMENT, penalties=penalty(date(2024, 4, 17)))
    assert one.outcome == "warning"
    assert short(one) == ("application_due_soon", date(2025, 1, 17), None, -28)
    one = judged(NON_ENFORCEMENT, penalties=penalty(date(2024, 4, 18)))
    assert (one.outcome, one.rung) == ("clear", "time_runs")


def test_no_calendar_yet() -> None:
    """A deadline that surely lies ahead runs, whatever the calendar will be."""
    as_of = date(2026, 11, 24)
    ahead = penalty(date(2026, 8, 3))
    assert judged(NON_ENFORCEMENT, as_of, penalties=ahead).rung == "time_runs"
    near = penalty(date(2026, 4, 8))  # 8 October; 8 January 2027 is not published
    one = judged(NON_ENFORCEMENT, date(2026, 12, 20), penalties=near)
    assert (one.outcome, one.rung) == ("unverified", "application_due_soon")


def test_payments() -> None:
    """The whole fine by 29 May 2024 performs; a fen less does not."""
    served = penalty(date(2023, 8, 31))
    paid = related(paid_on=date(2024, 5, 29), amount=Decimal(3000), kind="fine")
    one = judged(NON_ENFORCEMENT, penalties=served, payments=paid)
    assert one.rung == "performed"
    less = paid | {"amount": Decimal("2999.99")}
    one = judged(NON_ENFORCEMENT, penalties=served, payments=less)
    assert one.rung == "not_applied"
    one = judged(NON_ENFORCEMENT, penalties=served, payments=paid | {"kind": None})
    assert (one.outcome, one.rung, one.kind) == (
        "unverified",
        "performed",
        "not_applied",
    )


def test_demand() -> None:
    """From 22 April 2024, with Sunday the 28th worked, the tenth is 8 May."""
    for applied_on, rung in (
        (date(2024, 5, 8), "demand_too_short"),
        (date(2024, 5, 9), "demanded"),
    ):
        one = judged(
            "transport.demand",
            penalties=penalty(date(2023, 8, 31)),
            applications=application(applied_on),
            demands=related(served_on=date(2024, 4, 22)),
        )
        assert one.rung == rung
        if rung == "demand_too_short":
            assert one.due_on == date(2024, 5, 8)


def test_acceptance_over_spring_festival() -> None:
    """From 7 February 2024: 8, 9, Sunday 18, 19 and 20 February are worked."""
    late = case(date(2024, 2, 7), accepted_on=date(2024, 2, 21))
    one = judged("court.acceptance", court_cases=late)
    assert short(one) == (
        "not_accepted_in_time",
        date(2024, 2, 20),
        date(2024, 2, 21),
        1,
    )
    one = judged(
        "court.acceptance",
        court_cases=late,
        applications=application(date(2024, 2, 6), complete_on=date(2024, 2, 8)),
    )
    assert one.rung == "answered_in_time"


def test_ruling_over_national_day() -> None:
    """From 25 September 2023 the seventh is 10 October; heard: the 25th."""
    ruled = case(
        date(2023, 9, 20),
        accepted_on=date(2023, 9, 25),
        ruled_on=date(2023, 10, 11),
        ruling="allow",
    )
    one = judged("court.ruling", court_cases=ruled)
    assert short(one) == ("ruled_late", date(2023, 10, 10), date(2023, 10, 11), 1)
    heard = ruled | {"hearing": True}
    assert judged("court.ruling", court_cases=heard).rung == "ruled_in_time"
    open_case = case(date(2023, 9, 20), accepted_on=date(2023, 9, 25), hearing=True)
    one = judged("court.ruling", court_cases=open_case)
    assert short(one)[:2] == ("no_ruling", date(2023, 10, 25))


def test_refusal_and_objection() -> None:
    """From 11 September 2024 the fifth is the 19th; 2 October moves to the 8th."""
    refused = case(
        date(2024, 9, 2),
        accepted_on=date(2024, 9, 4),
        ruled_on=date(2024, 9, 11),
        ruling="refuse",
    )
    one = judged("court.refusal_service", court_cases=refused)
    assert short(one)[:2] == ("refusal_served_late", date(2024, 9, 19))
    objected = refused | {"review_applied_on": date(2024, 9, 18)}
    one = judged("court.refusal_service", court_cases=objected)
    assert one.rung == "served_in_time"
    reviewed = refused | {
        "ruled_on": date(2024, 8, 28),
        "review_applied_on": date(2024, 9, 2),
        "review_ruled_on": date(2024, 10, 9),
    }
    one = judged("court.objection", court_cases=reviewed)
    assert short(one) == ("review_late", date(2024, 10, 8), date(2024, 10, 9), 1)


def test_immediate_enforcement() -> None:
    """From 11 September 2024 enforcement is to begin by the 19th."""
    urgent = case(
        date(2024, 9, 9), urgent=True, ruled_on=date(2024, 9, 11), ruling="allow"
    )
    one = judged(
        "court.immediate_enforcement",
        court_cases=urgent | {"enforcement_started_on": date(2024, 9, 20)},
    )
    assert short(one) == ("enforced_late", date(2024, 9, 19), date(2024, 9, 20), 1)


def test_late_application_admitted() -> None:
    """A late application that was allowed is told, but never more than unverified."""
    allowed = case(
        date(2024, 5, 30),
        accepted_on=date(2024, 6, 3),
        ruled_on=date(2024, 6, 7),
        ruling="allow",
    )
    served = penalty(date(2023, 8, 31))
    one = judged("court.admission", penalties=served, court_cases=allowed)
    assert (one.outcome, one.kind) == ("unverified", "late_application_admitted")


def test_rejected_rows() -> None:
    """A rejected row that names the decision leaves its table not known."""
    served = penalty(date(2023, 8, 31))
    for table, rung in (
        ("remedies", "annulled_or_replaced"),
        ("applications", "applied_early"),
        ("payments", "performed"),
        ("demands", "not_applied"),
    ):
        reject: Row = {"table": table, "decision_no": "黔毕交罚[2023]0012号"}
        one = judged(NON_ENFORCEMENT, rejected=[reject], penalties=served)
        assert one.rung == rung
        assert one.outcome == ("finding" if table == "demands" else "unverified")


def test_normal_form() -> None:
    """Brackets, width, spaces and zeros of the serial do not matter."""
    assert normal_number("黔毕交罚【２０２３】 012号") == normal_number(NUMBER)
    assert normal_number("(2024)黔0502行审0012号") == normal_number(CASE_NO)
    assert normal_number("黔毕交罚〔2023〕120号") != normal_number(NUMBER)
