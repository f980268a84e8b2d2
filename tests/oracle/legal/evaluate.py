"""The plain second evaluation of the ladders on penalty decisions: one decision in, five judgements out.

Written rung by rung from the law pages, with no thought of speed. Where the pages leave room, readings.md says how they
were read.
"""

from __future__ import annotations

from datetime import date

from . import basis, citation, penalty, remedy, timing
from .decision import Decision, Judgement, Parameters, Payment, not_applicable

__all__ = ["ORDERS", "Decision", "Judgement", "Parameters", "evaluate"]

ORDERS: dict[str, tuple[str, ...]] = {
    "legal.citation": citation.ORDER,
    "legal.basis": basis.ORDER,
    "legal.penalty": penalty.ORDER,
    "legal.remedy": remedy.ORDER,
    "legal.time": timing.ORDER,
}
"""The kinds of each ladder, in its order."""
_DEFAULT = Parameters()


def evaluate(decision: Decision, as_of: date, parameters: Parameters = _DEFAULT) -> dict[str, Judgement]:
    """What each ladder says of a decision, as of a day."""
    if decision.decided_on > as_of:
        return dict.fromkeys(ORDERS, not_applicable("not_yet"))
    seen = as_seen(decision, as_of)
    return {
        "legal.citation": citation.judge(seen),
        "legal.basis": basis.judge(seen),
        "legal.penalty": penalty.judge(seen),
        "legal.remedy": remedy.judge(seen),
        "legal.time": timing.judge(seen, parameters),
    }


def as_seen(decision: Decision, as_of: date) -> Decision:
    """The decision with the payments made by the day from which the run looks."""
    if decision.payments is None:
        return decision
    paid: tuple[Payment, ...] = tuple(own for own in decision.payments if own.paid_on <= as_of)
    values = {name: getattr(decision, name) for name in Decision.__dataclass_fields__}
    return Decision(**{**values, "payments": paid})
