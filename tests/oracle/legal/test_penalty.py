"""legal.penalty against answers worked out by hand from the law page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from .decision import Payment
from .examples import AS_OF, D, G, L, P, T, at, decision, says

CLEAR, KIND, RANGE = "clear", "finding kind_not_authorised", "finding fine_out_of_range"
KIND_NOT_TOLD, RANGE_NOT_TOLD = "unverified kind_not_authorised", "unverified fine_out_of_range"
OLD = date(2023, 7, 19)


def fined(place: str, fine: object, title: str = T, **more: Any) -> str:
    """What is said of a fine under a provision, by default without gains and without a ground to mitigate."""
    values: dict[str, Any] = {"penalty_kinds": ("罚款",), "illegal_gains": 0, "mitigation": False, **more}
    return says("penalty", decision(at(title, place), fine=fine, **values))


def punished(place: str, *kinds: str, title: str = T, **more: Any) -> str:
    """What is said of kinds other than a fine."""
    return says("penalty", decision(at(title, place), penalty_kinds=kinds, **more))


@pytest.mark.parametrize(
    ("place", "low", "high"),
    [
        ("64", "200", "2000"),
        ("63.1.2", "10000", "100000"),
        ("63.1.3", "30000", "100000"),
        ("65.1", "20000", "50000"),
        ("66", "2000", "10000"),
        ("68.1.1", "1000", "2000"),
        ("68.2", "1000", "3000"),
        ("69.1", "1000", "5000"),
        ("69.2", "5000", "20000"),
        ("70.1", "10000", "30000"),
        ("70.2", "3000", "30000"),
        ("72", "5000", "20000"),
        ("74.1", "30000", "60000"),
        ("74.2", "200", "2000"),
    ],
)
def test_ranges_since_2023(place: str, low: str, high: str) -> None:
    """Both ends are included; a fen beside them is outside."""
    fen = Decimal("0.01")
    assert fined(place, Decimal(low)) == CLEAR
    assert fined(place, Decimal(high)) == CLEAR
    assert fined(place, Decimal(low) - fen) == RANGE
    assert fined(place, Decimal(high) + fen) == RANGE
    assert fined(place, Decimal(low) - fen, mitigation=True) == CLEAR
    assert fined(place, Decimal(low) - fen, mitigation=None) == RANGE_NOT_TOLD
    assert fined(place, Decimal(high) + fen, mitigation=True) == RANGE


@pytest.mark.parametrize(
    ("fine", "serious", "expected"),
    [
        (2_999, None, RANGE),
        (3_000, None, CLEAR),
        (10_000, None, CLEAR),
        ("10000.01", None, RANGE_NOT_TOLD),
        ("10000.01", True, CLEAR),
        ("10000.01", False, RANGE),
        (50_000, None, RANGE_NOT_TOLD),
        (50_000, True, CLEAR),
        ("50000.01", None, RANGE),
        (5_000, True, CLEAR),  # inside the base tier
    ],
)
def test_higher_tier(fine: object, serious: bool | None, expected: str) -> None:
    """Goods without a licence since 2023-07-20."""
    assert fined("63.1.1", fine, serious=serious) == expected


@pytest.mark.parametrize(
    ("fine", "gains", "expected"),
    [
        (10_001, 10_001, CLEAR),
        ("10000.99", 10_001, RANGE),
        (50_005, 10_001, CLEAR),
        (50_006, 10_001, RANGE),
        (10_000, "9999.99", CLEAR),
        (20_000, 10_000, RANGE_NOT_TOLD),  # the words leave it to no branch
        (900_000, 10_000, RANGE_NOT_TOLD),
        (900_000, None, RANGE_NOT_TOLD),
        (5_000, None, RANGE_NOT_TOLD),  # below the multiple of large gains
        (2_000, None, RANGE),  # below all of them
    ],
)
def test_gains_since_2023(fine: object, gains: object, expected: str) -> None:
    """Goods: over 10,000 one to five times, below it 3,000 to 10,000."""
    assert fined("63.1.1", fine, illegal_gains=gains) == expected


@pytest.mark.parametrize(
    ("fine", "gains", "expected"),
    [
        (40_000, 20_000, CLEAR),  # the multiple from the threshold upwards
        (39_999, 20_000, RANGE),
        (200_000, 20_000, CLEAR),
        (200_001, 20_000, RANGE),
        (100_000, "19999.99", CLEAR),
        ("100000.01", "19999.99", RANGE),
        (30_000, 0, CLEAR),
        (29_999, 0, RANGE),
        (29_999, None, RANGE),
        (150_000, None, RANGE_NOT_TOLD),
    ],
)
def test_gains_before_2023(fine: object, gains: object, expected: str) -> None:
    """All transport without a licence: from 20,000 two to ten times, below it 30,000 to 100,000."""
    assert fined("63", fine, illegal_gains=gains, occurred_on=OLD, decided_on=OLD) == expected


def test_may_and_up_to() -> None:
    """可以处 has no minimum; a fixed sum is a range of one."""
    for title, place, high in ((G, "64", 30_000), (L, "76.1.5", 30_000), (L, "77", 5_000), (G, "69", 5_000)):
        assert fined(place, high, title) == CLEAR
        assert fined(place, Decimal(high) + 1, title) == RANGE
        assert fined(place, 0, title) == CLEAR
    assert fined("91.3", 5_000, D) == CLEAR
    assert fined("91.3", 4_999, D) == RANGE
    assert fined("91.3", 5_001, D) == RANGE
    assert fined("70.3", 3_000, refused=True) == CLEAR
    assert fined("70.3", "3000.01", refused=True) == RANGE
    assert fined("74", 60_000, L, illegal_gains=20_000) == CLEAR
    assert fined("74", 60_001, L, illegal_gains=20_000) == RANGE
    assert fined("74", 20_000, L) == CLEAR
    assert fined("74", 20_001, L) == RANGE
    assert fined("61", 5_000, G) == RANGE_NOT_TOLD  # a multiple of the timber's value


def test_kinds() -> None:
    """Kinds that a provision gives, gives on a condition, or doesn't give."""
    assert punished("69.1", "警告") == KIND
    assert punished("69.1", "没收违法所得") == CLEAR
    assert punished("69.1", "责令改正", "扣留车辆") == CLEAR
    assert punished("67", "吊销许可证件", refused=True) == CLEAR
    assert punished("67", "吊销许可证件", refused=False) == KIND
    assert punished("67", "吊销许可证件") == KIND_NOT_TOLD
    assert punished("67", "吊销许可证件", text_refused=True) == CLEAR
    assert punished("67", "吊销许可证件", text_refused=True, refused=False) == KIND_NOT_TOLD
    assert punished("68.1", "吊销许可证件", serious=True) == CLEAR
    assert punished("68.1", "吊销许可证件", serious=False) == KIND
    assert punished("68.1", "吊销许可证件", text_serious=True) == CLEAR
    assert punished("71", "没收非法财物") == CLEAR
    assert punished("72", "没收非法财物") == KIND
    assert punished("90", "警告", title=D) == CLEAR
    assert punished("99.1.4", "吊销许可证件", title=D) == CLEAR
    assert punished("99.1.4", "行政拘留", title=D) == KIND
    assert punished("99.1.1", "行政拘留", title=D) == CLEAR
    assert punished("66", "限制从业", title=G) == KIND_NOT_TOLD  # the driver's, the vehicle's or the company's
    assert punished("66", "限制从业", title=G, acts=("g_thrice_driver",)) == CLEAR
    assert punished("66", "限制从业", title=G, acts=("g_thrice_vehicle",)) == KIND
    assert fined("90", 100, D, penalty_kinds=("警告", "罚款")) == KIND
    assert fined("90", 100, D) == CLEAR
    assert fined("65.4", 5_000, refused=False) == KIND
    assert fined("65.4", 5_000) == KIND_NOT_TOLD
    assert fined("65.4", 10_000, refused=True) == CLEAR
    assert fined("69.1", 3_000, penalty_kinds=None) == KIND_NOT_TOLD


def test_old_and_new_law() -> None:
    """The old range where equal, the new one where lighter, nothing where no longer punished."""
    crossing: dict[str, Any] = {"occurred_on": OLD}
    assert fined("69.1.1", 2_000, **crossing, acts=("route",)) == CLEAR
    assert fined("69.1.1", 2_001, **crossing, acts=("route",)) == RANGE
    assert fined("69.1.1", 3_000, occurred_on=OLD, decided_on=OLD) == CLEAR
    assert fined("70.1", 5_001, **crossing, acts=("maintenance",)) == RANGE
    assert fined("70", 5_000, **crossing, acts=("maintenance",)) == CLEAR
    assert fined("68", 100, **crossing, acts=("certificate",)) == KIND
    assert fined("68", 100, occurred_on=OLD, decided_on=OLD) == CLEAR
    assert fined("63", 10_000, **crossing, acts=("goods",)) == CLEAR
    assert fined("63", 60_000, **crossing, acts=("goods",)) == RANGE
    assert fined("63", 60_000, **crossing, acts=("dangerous",)) == CLEAR


def test_which_provision() -> None:
    """The one cited, else that of the recognised act."""
    assert fined("70.1", 20_000, acts=("maintenance",)) == CLEAR  # the stations' range: that is what is cited
    old = decision(at(T, "70.1", version="2022"), penalty_kinds=("罚款",), fine=5_000)
    assert says("penalty", old) == CLEAR  # upkeep, by the number of the version named
    assert fined("24", 2_000, acts=("goods",)) == RANGE
    assert fined("24", 3_000, acts=("goods",)) == CLEAR
    assert fined("24", 3_000) == KIND_NOT_TOLD
    assert fined("63", 20_000, acts=("passengers",)) == CLEAR
    assert fined("63", 20_000) == RANGE_NOT_TOLD  # goods, passengers or dangerous goods
    assert fined("63", 2_000) == RANGE
    strange = decision(at("某规定", "1"), acts=("driver",), penalty_kinds=("罚款",), fine=2_001)
    assert says("penalty", strange) == RANGE
    assert says("penalty", replace(strange, acts=())) == KIND_NOT_TOLD
    assert says("penalty", replace(strange, legal_basis=None)) == KIND_NOT_TOLD
    one = decision(at(P, "28"), at(T, "64"), penalty_kinds=("罚款",), fine=2_000)
    assert says("penalty", one) == CLEAR
    assert fined("63", 50_000, decided_on=date(2019, 3, 1), occurred_on=date(2019, 3, 1)) == KIND_NOT_TOLD


def test_fine_not_known() -> None:
    """罚款 without an amount can't be told; without 罚款 there is none."""
    assert fined("69.1", None) == RANGE_NOT_TOLD
    assert punished("69.1", "责令改正") == CLEAR
    assert fined("69.1", 0) == RANGE


def paid(*payments: tuple[str | None, str], fine: object = 1_000, as_of: date = AS_OF) -> str:
    """What is said of payments of 4 October 2023."""
    made = tuple(Payment(kind, date(2023, 10, 4), Decimal(amount)) for kind, amount in payments)
    one = decision(at(T, "69.1"), penalty_kinds=("罚款",), fine=fine, payments=made)
    return says("penalty", one, as_of)


def test_added_fines() -> None:
    """Added fines up to the fine."""
    over, not_told = "finding added_fine_over_principal", "unverified added_fine_over_principal"
    assert paid(("added_fine", "1000")) == CLEAR
    assert paid(("added_fine", "1000.01")) == over
    assert paid(("added_fine", "600"), ("added_fine", "400.01")) == over
    assert paid(("fine", "1000"), ("added_fine", "1000")) == CLEAR
    assert paid(("added_fine", "600"), (None, "400")) == CLEAR
    assert paid(("added_fine", "600"), (None, "400.01")) == not_told
    assert paid(("added_fine", "1000.01"), as_of=date(2023, 10, 3)) == CLEAR
    assert says("penalty", decision(at(T, "69.1"), penalty_kinds=("罚款",), fine=1_000, payments=None)) == CLEAR


def test_amount_in_words() -> None:
    """Digits and words; without a document nothing differs."""
    assert fined("69.1", 3_000, fine_in_words=3_000) == CLEAR
    assert fined("69.1", 3_000, fine_in_words="3000.00") == CLEAR
    assert fined("69.1", 3_000, fine_in_words=3_001) == "finding amount_mismatch"
    assert fined("69.1", 3_000, fine_in_words=None) == CLEAR
