"""The time to apply against days counted by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from .examples import (
    AGENCY,
    CASE_NO,
    NON_ENFORCEMENT,
    NUMBER,
    application,
    judged,
    penalty,
    related,
    short,
)
from .records import normal_number
from .tables import Row


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
