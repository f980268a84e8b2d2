"""Demand and court periods against days counted by hand."""

from __future__ import annotations

from datetime import date

from .examples import (
    application,
    case,
    judged,
    penalty,
    related,
    short,
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
    urgent = case(date(2024, 9, 9), urgent=True, ruled_on=date(2024, 9, 11), ruling="allow")
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
