"""Where a fine lies: below, inside or above the range, over every possibility that the record leaves open."""

from __future__ import annotations

from decimal import Decimal

from .decision import Decision, Truth, every_way
from .lines import FINE, GAINS, KINDS, Line, Money, Range


def positions(money: Money, fine: Decimal, gains: Decimal | None, serious: Truth) -> set[str]:
    """Each of below, inside, above that is possible; `open` for gains that the words leave to no branch."""
    if money.by_value:
        return {"below", "inside", "above"}
    if money.flat is None:
        raise ValueError("no figure")
    if money.times is None:
        return flat_positions(money, fine, serious)
    if gains is None:
        return flat_positions(money, fine, serious) | times_positions(money, money.times, fine)
    if gains == money.threshold and money.edge == "open":
        return {"open"}
    if gains > money.threshold or (gains == money.threshold and money.edge == "above"):
        low, high = money.times
        return {position(fine, low * gains, high * gains)}
    return flat_positions(money, fine, serious)


def flat_positions(money: Money, fine: Decimal, serious: Truth) -> set[str]:
    """Against the flat range: the higher tier is open besides the base one where it is, or may be, serious."""
    if money.flat is None:
        raise ValueError("no figure")
    low, high = money.flat
    base = position(fine, Decimal(low), Decimal(high))
    if money.serious is None or base != "above" or serious is False:
        return {base}
    higher = position(fine, Decimal(money.serious[0]), Decimal(money.serious[1]))
    return {higher} if serious else {base, higher}


def times_positions(money: Money, times: Range, fine: Decimal) -> set[str]:
    """Against a multiple of gains that aren't known, but over the threshold."""
    low, high = times
    found = set()
    if low > 0:
        found.add("below")  # there are always gains large enough
    least = low * money.threshold
    if low == 0 or fine > least or (fine == least and money.edge == "above"):
        found.add("inside")
    if fine > high * money.threshold:
        found.add("above")
    return found


def position(fine: Decimal, low: Decimal, high: Decimal) -> str:
    """Against one range."""
    if fine < low:
        return "below"
    return "above" if fine > high else "inside"


def condition(line: Line, kind: str, decision: Decision) -> Truth:
    """Whether the condition under which a line gives a kind is met."""
    needs = line.kinds[kind]
    if needs == "serious":
        return decision.is_serious
    if needs == "refuses":
        return decision.is_refused
    return True


def imposed(decision: Decision) -> Decimal | None:
    """The fine of the decision: nothing where the kinds are known and don't name one; None where it isn't known."""
    kinds = decision.penalty_kinds
    if kinds is not None and FINE not in kinds and decision.fine is None:
        return Decimal(0)
    return decision.fine


def above_maximum(line: Line, decision: Decision) -> Truth:
    """Whether the fine is more than a line allows in every way that is open."""
    fine = imposed(decision)
    if fine is None:
        return None
    met = condition(line, FINE, decision) if FINE in line.kinds else False
    ways: set[Truth] = set()
    if met is not True:
        ways.add(fine > 0)
    if met is not False and line.money is not None:
        for where in positions(line.money, fine, decision.illegal_gains, decision.is_serious):
            ways.add(None if where == "open" else where == "above")
    return every_way(ways)


def out_of_range(line: Line | None, decision: Decision) -> Truth:
    """Whether the fine is outside the range in every way that is open."""
    fine = imposed(decision)
    if fine is None:
        return None
    if fine == 0 and decision.penalty_kinds is not None and FINE not in decision.penalty_kinds:
        return False
    if line is None or line.money is None:
        return fine > 0
    met = condition(line, FINE, decision)
    if met is not True:
        return None if met is None and fine > 0 else fine > 0
    ways: set[Truth] = set()
    for where in positions(line.money, fine, decision.illegal_gains, decision.is_serious):
        if where == "open":
            ways.add(None)
        elif where == "below":
            ways.add(False if line.may else None if decision.mitigation is None else not decision.mitigation)
        else:
            ways.add(where == "above")
    return every_way(ways)


def kind_missing(line: Line | None, decision: Decision) -> Truth:
    """Whether a kind was imposed that the line does not give; None where a condition, or the kinds, aren't known."""
    if decision.penalty_kinds is None:
        return None
    kinds = [kind for kind in decision.penalty_kinds if kind in KINDS and kind != GAINS]
    if not kinds:
        return False
    if line is None:
        return True
    unknown = False
    for kind in kinds:
        met = condition(line, kind, decision) if kind in line.kinds else False
        if met is False:
            return True
        unknown = unknown or met is None
    if line.either and len(set(kinds)) > 1:
        return True
    return None if unknown else False
