"""legal.citation against answers worked out by hand from the law page."""

from __future__ import annotations

from datetime import date

import pytest

from .decision import Cite
from .examples import AS_OF, D, G, L, P, T, at, decision, says

CLEAR, MISSING, INCOMPLETE = "clear", "finding article_missing", "finding citation_incomplete"
NOT_IN_FORCE, UNKNOWN = "finding statute_not_in_force", "unverified statute_unknown"
FULL = "中华人民共和国"


def on(decided: str, occurred: str | None) -> dict[str, object]:
    """The days of an act and of a decision."""
    return {
        "decided_on": date.fromisoformat(decided),
        "occurred_on": None if occurred is None else date.fromisoformat(occurred),
    }


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("82", CLEAR),  # the last article since 2023-07-20
        ("83", MISSING),
        ("63", CLEAR),
        ("63.1", CLEAR),
        ("63.2", MISSING),
        ("63.1.3", CLEAR),
        ("63.1.4", MISSING),
        ("68..3", CLEAR),  # an item without its paragraph
        ("68..4", MISSING),
        ("68.2.1", MISSING),  # the items stand in the first paragraph
        ("65.5", CLEAR),
        ("65.6", MISSING),
        ("69.1.1", MISSING),
    ],
)
def test_places_since_2023(place: str, expected: str) -> None:
    """Article, paragraph and item of the version of 2023."""
    assert says("citation", decision(at(T, place))) == expected
    assert says("citation", decision(at(FULL + T, place))) == expected


@pytest.mark.parametrize(
    ("place", "days", "expected"),
    [
        ("83", on("2023-07-19", "2023-07-01"), CLEAR),
        ("83", on("2023-07-20", "2023-07-19"), CLEAR),  # the old law has it
        ("83", on("2023-07-20", "2023-07-20"), MISSING),
        ("65.4", on("2023-07-20", "2023-07-01"), CLEAR),  # the new one has it
        ("65.4", on("2023-07-19", "2023-07-01"), MISSING),
        ("75.2", on("2022-05-01", "2022-05-01"), CLEAR),
        ("75.2", on("2022-04-30", "2022-04-30"), MISSING),
        ("75.2", on("2022-05-01", "2022-04-30"), CLEAR),
        ("83", on("2024-09-04", None), "unverified article_missing"),  # from 2019-09-04 on: the older ones have it
        ("84", on("2024-09-04", None), MISSING),
        ("84", on("2024-03-01", None), "unverified article_missing"),  # from 2019-03-01 on: a version not known
        ("84", on("2024-03-02", None), MISSING),
        ("63", on("2024-03-01", None), CLEAR),  # the law of the decision has it
        ("63", on("2019-03-01", "2019-03-01"), "unverified article_missing"),
        ("63", on("2019-03-02", "2019-03-01"), CLEAR),
    ],
)
def test_places_by_day(place: str, days: dict[str, object], expected: str) -> None:
    """Either law may have it; what is not known can't be told."""
    assert says("citation", decision(at(T, place), **days)) == expected


def test_other_statutes() -> None:
    """The last articles of the others."""
    for title, last in ((G, 77), (L, 87), (D, 124), (P, 86)):
        assert says("citation", decision(Cite(title, last))) == CLEAR
        assert says("citation", decision(Cite(title, last + 1))) == MISSING
    assert says("citation", decision(at(D, "99.1.8"))) == CLEAR
    assert says("citation", decision(at(D, "99.1.9"))) == MISSING
    assert says("citation", decision(Cite(T, 63, suffix=1))) == MISSING
    early = on("2021-07-14", "2021-07-01")
    assert says("citation", decision(at(P, "86"), **early)) == "unverified article_missing"
    assert says("citation", decision(at(P, "86"), **on("2021-07-15", "2021-07-01"))) == CLEAR


def test_named_versions() -> None:
    """A named version has to be that of the act or of the decision."""
    for version in ("2023", "2023-07-20"):
        assert says("citation", decision(at(T, "63", version=version))) == CLEAR
    for version in ("2022", "2022-03-29", "2019", "2016"):
        assert says("citation", decision(at(T, "63", version=version))) == NOT_IN_FORCE
    crossing = on("2023-07-20", "2023-07-19")
    assert says("citation", decision(at(T, "63", version="2022"), **crossing)) == CLEAR
    assert says("citation", decision(at(T, "63", version="2023"), **crossing)) == CLEAR
    assert says("citation", decision(at(T, "83", version="2023"), **crossing)) == MISSING
    assert says("citation", decision(at(T, "63", version="2019"), **crossing)) == NOT_IN_FORCE
    waiting = on("2022-04-30", "2022-04-30")  # passed on 29 March, in force on 1 May
    assert says("citation", decision(at(T, "63", version="2022"), **waiting)) == NOT_IN_FORCE
    assert says("citation", decision(at(T, "63", version="2022"), **on("2022-05-01", "2022-04-30"))) == CLEAR
    unknown = "unverified statute_not_in_force"
    assert says("citation", decision(at(T, "63", version="2022"), **on("2023-07-20", None))) == unknown
    assert says("citation", decision(at(T, "63", version="2016"), **on("2019-03-02", "2019-03-01"))) == unknown
    assert says("citation", decision(at(T, "63", version="2016"), **on("2019-03-02", "2019-03-02"))) == NOT_IN_FORCE
    assert says("citation", decision(at(T, "63", version="2022"), **on("2019-03-02", "2019-03-01"))) == NOT_IN_FORCE


def test_not_in_force() -> None:
    """公路管理条例 went, and 公路安全保护条例 came, on 2011-07-01."""
    old = at("公路管理条例", "30")
    assert says("citation", decision(old)) == NOT_IN_FORCE
    assert says("citation", decision(at(FULL + "公路管理条例", "30"))) == NOT_IN_FORCE
    assert says("citation", decision(old, **on("2011-07-01", "2011-07-01"))) == NOT_IN_FORCE
    assert says("citation", decision(old, **on("2011-07-01", "2011-06-30"))) == "unverified article_missing"
    assert says("citation", decision(old, **on("2016-06-30", None))) == "unverified statute_not_in_force"
    assert says("citation", decision(old, **on("2016-07-01", None))) == NOT_IN_FORCE
    procedure = at("公路管理条例", "30", purpose="procedure")
    assert says("citation", decision(procedure, **on("2011-07-01", "2011-06-30"))) == NOT_IN_FORCE
    assert says("citation", decision(at(G, "64"), **on("2011-06-30", "2011-06-30"))) == NOT_IN_FORCE
    assert says("citation", decision(at(G, "64"), **on("2011-07-01", "2011-07-01"))) == CLEAR
    assert says("citation", decision(at(T, "63"), old)) == NOT_IN_FORCE


def test_incomplete_and_unknown() -> None:
    """A punishing statute alone; one that the law data doesn't hold; the order of the rungs."""
    strange = at("道路货物运输及站场管理规定", "61")
    assert says("citation", decision(at(T))) == INCOMPLETE
    assert says("citation", decision(at(T), at(T, "63"))) == CLEAR
    assert says("citation", decision(at(T), at(G, "64"))) == INCOMPLETE
    assert says("citation", decision(at(P), at(T, "63"))) == CLEAR  # it punishes nobody itself
    assert says("citation", decision(strange)) == UNKNOWN
    assert says("citation", decision(strange, at(T, "63"))) == UNKNOWN
    assert says("citation", decision(strange, at(T))) == INCOMPLETE
    assert says("citation", decision(at(T), at(T, "83"))) == MISSING
    assert says("citation", decision(at(T, "83"), at(T, "63", version="2022"))) == NOT_IN_FORCE
    assert says("citation", decision(at(T, "84", purpose="violated"), at(T, "63"))) == MISSING


def test_empty() -> None:
    """No text at all, no statute in it, no decision yet."""
    assert says("citation", decision(legal_basis=None)) == "unverified statute_not_in_force"
    assert says("citation", decision()) == UNKNOWN
    assert says("citation", decision(at(T, "63"), decided_on=AS_OF)) == CLEAR
    assert says("citation", decision(at(T, "63")), date(2023, 9, 3)) == "not_applicable"
