"""legal.basis against answers worked out by hand from the law page."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from .decision import Cite
from .examples import D, G, L, P, T, at, decision, says

CLEAR, MISMATCH, LIGHTER = "clear", "finding basis_mismatch", "finding lighter_new_law"
NOT_TOLD, LIGHTER_NOT_TOLD = "unverified basis_mismatch", "unverified lighter_new_law"
OLD_2022, OLD_2023 = date(2022, 4, 30), date(2023, 7, 19)
NEW_2022, NEW_2023 = date(2022, 5, 1), date(2023, 7, 20)


def said(act: str, *cites: str, occurred: date | None = NEW_2023, decided: date = date(2023, 9, 4), **more: Any) -> str:
    """What is said of an act of the transport statute, by default fined 2,000 without gains."""
    values: dict[str, Any] = {"penalty_kinds": ("罚款",), "fine": 2_000, "illegal_gains": 0, **more}
    found = [at(T, cite) for cite in cites]
    return says("basis", decision(*found, acts=(act,), occurred_on=occurred, decided_on=decided, **values))


@pytest.mark.parametrize(
    ("act", "cite", "expected"),
    [
        ("goods", "63", CLEAR),
        ("goods", "63.1", CLEAR),
        ("goods", "63.1.1", CLEAR),
        ("goods", "63..1", CLEAR),
        ("goods", "63.1.2", MISMATCH),
        ("goods", "63.2", MISMATCH),
        ("goods", "64", MISMATCH),
        ("goods", "24", MISMATCH),
        ("maintenance", "69", CLEAR),
        ("maintenance", "69.1", CLEAR),
        ("maintenance", "69.2", MISMATCH),
        ("maintenance", "70", MISMATCH),  # renumbered
        ("scattering", "68.2", CLEAR),
        ("scattering", "68.1", MISMATCH),
        ("certificate", "68", MISMATCH),  # no longer punished
        ("goods_light", "63", MISMATCH),  # never punished
        ("repair_unfiled", "65.4", CLEAR),
        ("repair_unfiled", "65.3", MISMATCH),
    ],
)
def test_one_version(act: str, cite: str, expected: str) -> None:
    """Done and decided under the version of 2023."""
    assert said(act, cite) == expected


def test_renumbered() -> None:
    """An act before the change, decided after it."""
    assert said("maintenance", "70", occurred=OLD_2023) == CLEAR  # equal figures: the old number is right
    assert said("maintenance", "69", occurred=OLD_2023) == CLEAR  # and the new one accepted
    assert said("maintenance", "71", occurred=OLD_2023) == MISMATCH
    assert said("route", "68.1.1", occurred=OLD_2023) == CLEAR  # lighter: the new law applies
    assert said("route", "69.1.1", occurred=OLD_2023) == MISMATCH
    assert said("maintenance", "70", occurred=OLD_2023, decided=OLD_2023) == CLEAR
    assert said("maintenance", "69", occurred=OLD_2023, decided=OLD_2023) == MISMATCH
    assert said("maintenance", "70", occurred=None) == NOT_TOLD
    assert said("maintenance", "72", occurred=None, decided=date(2024, 3, 2)) == MISMATCH
    assert said("maintenance", "72", occurred=None, decided=date(2024, 3, 1)) == NOT_TOLD


@pytest.mark.parametrize(
    ("fine", "gains", "serious", "expected"),
    [
        (60_000, 0, None, LIGHTER),
        (50_000, 0, None, LIGHTER_NOT_TOLD),
        ("50000.01", 0, None, LIGHTER),
        (30_000, 0, None, LIGHTER_NOT_TOLD),
        (30_000, 0, False, LIGHTER),
        (30_000, 0, True, CLEAR),
        (50_000, 0, True, CLEAR),
        (10_000, 0, False, CLEAR),
        ("10000.01", 0, False, LIGHTER),
        (60_000, None, None, LIGHTER_NOT_TOLD),  # gains of 12,000 would do
        (10_000, None, None, CLEAR),
        (75_000, 15_000, None, CLEAR),
        (75_001, 15_000, None, LIGHTER),
        (30_000, 10_000, True, LIGHTER_NOT_TOLD),  # neither over 10,000 nor below it
        (None, 0, False, LIGHTER_NOT_TOLD),
    ],
)
def test_lighter_goods(fine: object, gains: object, serious: bool | None, expected: str) -> None:
    """Goods without a licence before 2023-07-20, decided after it."""
    assert said("goods", "63", occurred=OLD_2023, fine=fine, illegal_gains=gains, serious=serious) == expected


def test_lighter_others() -> None:
    """Other acts that the new law punishes less, or no more."""
    assert said("route", "68.1.1", occurred=OLD_2023, fine="2000.01") == LIGHTER
    assert said("route", "68.1.1", occurred=None, decided=date(2024, 3, 2), fine=2_001) == LIGHTER_NOT_TOLD
    assert said("certificate", "68", occurred=OLD_2023, fine=50) == LIGHTER
    assert said("certificate", "68", occurred=OLD_2023, penalty_kinds=("警告",), fine=None) == LIGHTER
    assert said("certificate", "68", occurred=OLD_2023, penalty_kinds=None, fine=None) == LIGHTER_NOT_TOLD
    assert said("certificate", "68", occurred=OLD_2023, penalty_kinds=("责令改正",), fine=None) == CLEAR
    assert said("certificate", "68", occurred=OLD_2023, decided=OLD_2023, fine=50) == CLEAR
    assert said("scattering", "69", occurred=OLD_2023, fine=4_000) == CLEAR  # equal: not this rung's
    assert said("maintenance", "70", occurred=OLD_2023, fine=9_000) == CLEAR
    assert said("passengers", "63", occurred=OLD_2023, fine=20_000) == CLEAR  # lawful under the new one
    assert said("passengers", "63", occurred=OLD_2023, fine=100_001) == LIGHTER
    assert (
        said("route", "68.1.1", occurred=OLD_2023, penalty_kinds=None, fine=1_500) == CLEAR
    )  # both know the same kinds


def test_lighter_since_2022() -> None:
    """Goods stations from licence to filing; driver schools no longer lose their licence."""
    days: dict[str, Any] = {"occurred": OLD_2022, "decided": NEW_2022}
    assert said("station_g_unfiled", "65.3", **days, fine=30_000, refused=True) == LIGHTER
    assert said("station_g_unfiled", "65.3", **days, fine=20_000, refused=True) == CLEAR
    assert said("station_g_unfiled", "65.3", **days, fine=20_000, refused=None) == LIGHTER_NOT_TOLD
    assert said("station_g_unfiled", "65.3", **days, fine=20_000, refused=False) == LIGHTER
    both = ("没收违法所得", "罚款")  # gains may always be confiscated
    assert said("station_g_unfiled", "65.3", **days, penalty_kinds=both, fine=20_000, refused=True) == CLEAR
    revoked: dict[str, Any] = {"penalty_kinds": ("吊销许可证件",), "fine": None}
    assert said("school_training", "74", **days, **revoked) == LIGHTER
    assert said("school_training", "74", occurred=OLD_2022, decided=OLD_2022, **revoked) == CLEAR
    closed: dict[str, Any] = {"penalty_kinds": ("责令停产停业",), "fine": None}
    assert said("school_training", "74", **days, **closed) == CLEAR
    assert said("school_training", "74", **days, penalty_kinds=None, fine=None) == LIGHTER_NOT_TOLD
    assert said("school_training", "74", occurred=OLD_2022, decided=NEW_2023, **revoked) == LIGHTER


def test_several_acts() -> None:
    """Several equally good: the cited one."""
    both = ("g_overlimit", "l_overlimit")
    assert says("basis", decision(at(G, "64"), acts=both)) == CLEAR
    assert says("basis", decision(at(L, "76.1.5"), acts=both)) == CLEAR
    assert says("basis", decision(at(L, "76.1.6"), acts=both)) == NOT_TOLD
    assert says("basis", decision(at(T, "63"), acts=both)) == NOT_TOLD
    assert says("basis", decision(at(G, "64"), acts=("g_overlimit",))) == CLEAR
    assert says("basis", decision(at(L, "76.1.5"), acts=("g_overlimit",))) == MISMATCH
    three = ("goods", "passengers", "dangerous")
    assert says("basis", decision(at(T, "63"), acts=three)) == CLEAR
    assert says("basis", decision(at(T, "63.1.2"), acts=three)) == CLEAR
    assert says("basis", decision(at(T, "63"), acts=())) == NOT_TOLD
    old = at(T, "69.1.2", version="2022")  # names both, but is not the law that applies
    assert says("basis", decision(old, acts=("solicit_p", "solicit_g"))) == MISMATCH
    assert says("basis", decision(at(T, "69.1.2"), acts=("solicit_p", "solicit_g"))) == NOT_TOLD


def test_what_is_the_basis() -> None:
    """Provisions violated, unknown statutes, statutes without article, the general law."""
    act = {"acts": ("goods",)}
    strange = at("道路货物运输及站场管理规定", "61")
    assert says("basis", decision(at(T, "24", purpose="violated"), at(T, "63"), **act)) == CLEAR
    assert says("basis", decision(at(T, "63", purpose="violated"), at(T, "64"), **act)) == MISMATCH
    assert says("basis", decision(at(T, "63", purpose="violated"), **act)) == NOT_TOLD
    assert says("basis", decision(strange, **act)) == NOT_TOLD
    assert says("basis", decision(strange, at(T, "63"), **act)) == CLEAR
    assert says("basis", decision(strange, at(T, "64"), **act)) == MISMATCH
    assert says("basis", decision(at(T), **act)) == NOT_TOLD
    assert says("basis", decision(at(G), **act)) == MISMATCH
    assert says("basis", decision(at(T), acts=("goods_light",))) == MISMATCH
    assert says("basis", decision(Cite(T, 63, suffix=1), **act)) == MISMATCH
    assert says("basis", decision(at(T, "64"), at(T, "63"), **act)) == CLEAR
    assert says("basis", decision(at(P, "28"), at(T, "63"), **act)) == CLEAR
    assert says("basis", decision(at(P, "28"), **act)) == MISMATCH
    assert says("basis", decision(at(P, "28"), strange, **act)) == NOT_TOLD
    assert says("basis", decision(at(T, "63", version="2022"), **act)) == MISMATCH
    assert says("basis", decision(at(T, "63", version="2023"), **act)) == CLEAR
    assert says("basis", decision(legal_basis=None, **act)) == NOT_TOLD


def test_law_not_known() -> None:
    """Acts before the first version of the data."""
    assert said("goods", "63", occurred=date(2019, 3, 1), decided=date(2019, 3, 2), fine=50_000) == NOT_TOLD
    assert said("goods", "63", occurred=date(2019, 3, 1), decided=date(2019, 3, 2), fine=100_001) == LIGHTER_NOT_TOLD
    assert said("goods", "63", occurred=date(2019, 3, 2), decided=date(2019, 3, 2), fine=50_000) == CLEAR
    one = decision(at(D, "90"), acts=("d_drivers",), occurred_on=date(2021, 4, 28), decided_on=date(2021, 4, 28))
    assert says("basis", one) == LIGHTER_NOT_TOLD
