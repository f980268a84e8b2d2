"""Short ways to write a decision by hand, for the tests."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from .decision import Cite, Decision, Parameters
from .evaluate import evaluate

AS_OF = date(2026, 11, 24)
T, G, L, D, P = "道路运输条例", "公路安全保护条例", "公路法", "道路交通安全法", "行政处罚法"


def at(title: str, place: str = "", *, version: str | None = None, purpose: str = "basis") -> Cite:
    """A citation such as at(T, "69.1.3"); an item without its paragraph is at(T, "69..3")."""
    parts: list[int | None] = [int(part) if part else None for part in place.split(".")]
    parts += [None] * (3 - len(parts))
    return Cite(title, parts[0], parts[1], parts[2], version=version, purpose=purpose)


def decision(*cites: Cite, **values: Any) -> Decision:
    """A decision of 4 September 2023 on an act of a month before, with everything else right."""
    given: dict[str, Any] = {
        "decision_no": "黔交罚〔2023〕1号",
        "agency": "大方县交通运输局",
        "decided_on": date(2023, 9, 4),
        "occurred_on": date(2023, 8, 4),
        "found_on": date(2023, 8, 4),
        "opened_on": date(2023, 8, 7),
        "violation": "……",
        "legal_basis": "……",
        "citations": cites,
        "remedy_told": True,
        "suit_months_told": 6,
        "reconsideration_days_told": 60,
        "reconsideration_organ_told": "大方县人民政府",
    }
    given.update(values)
    for name in ("fine", "illegal_gains", "fine_in_words"):
        if isinstance(given.get(name), int | str):
            given[name] = Decimal(given[name])
    return Decision(**given)


def says(ladder: str, one: Decision, as_of: date = AS_OF, **parameters: Any) -> str:
    """What a ladder says, such as "clear", "finding article_missing" or "unverified basis_mismatch"."""
    own = evaluate(one, as_of, Parameters(**parameters))[f"legal.{ladder}"]
    return own.outcome if own.kind is None else f"{own.outcome} {own.kind}"
