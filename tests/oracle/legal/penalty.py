"""legal.penalty: whether the sanction is one that the provision gives, and within its range."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from .decision import CLEAR, Decision, Judgement, Truth, every_way, finding, unverified
from .fines import kind_missing, out_of_range
from .statutes import STATUTES, find
from .which_law import Law, act_days, applied_line, basis_of, cited_acts, statute_of

ORDER = ("kind_not_authorised", "fine_out_of_range", "added_fine_over_principal", "amount_mismatch")
Way = tuple[str, Law] | None
"""An act and the law it falls under; None where that can't be told."""


def judge(decision: Decision) -> Judgement:
    """Go down the ladder."""
    if decision.legal_basis is None:
        return unverified("kind_not_authorised", "legal_basis")
    found = ways(decision)
    for rung, holds in (
        ("kind_not_authorised", unless_summed(every_way(by_kind(way, decision) for way in found), decision)),
        ("fine_out_of_range", unless_summed(every_way(by_fine(way, decision) for way in found), decision)),
        ("added_fine_over_principal", added_over(decision)),
        ("amount_mismatch", words_differ(decision)),
    ):
        if holds is None:
            return unverified(rung, rung)
        if holds:
            return finding(rung)
    return CLEAR


def ways(decision: Decision) -> list[Way]:
    """Every act, under every law, that the decision may be judged by."""
    return [way for day in act_days(decision) for way in ways_on(day, decision) or [None]]


def ways_on(day: date, decision: Decision) -> list[Way]:
    """The same for an act of one day: the acts of the provisions cited, else those recognised."""
    punishing, _, _ = basis_of(decision)
    cites = [cite for cite in punishing if cite.article is not None]
    found: list[Way] = []
    for statute in STATUTES.values():
        if not any(find(cite.title) == statute for cite in cites):
            continue
        law = (statute.on(day), statute.on(decision.decided_on))
        if None in law:
            found.append(None)
        else:
            found.extend((act, law) for act in cited_acts(cites, statute, law))
    both: list[Way] = [way for way in found if way is not None and way[0] in decision.acts]
    if both or found:
        return both or found
    for act in decision.acts:
        own = STATUTES[statute_of(act)]
        found.append((act, (own.on(day), own.on(decision.decided_on))))
    return found


def unless_summed(holds: Truth, decision: Decision) -> Truth:
    """Several acts described and each cited for itself: they may have been punished together, which no single line measures."""
    if holds is False or len(decision.acts) < 2:
        return holds
    punishing, _, _ = basis_of(decision)
    for statute in STATUTES.values():
        cites = [cite for cite in punishing if cite.article is not None and find(cite.title) == statute]
        for day in act_days(decision):
            law = (statute.on(day), statute.on(decision.decided_on))
            if None not in law:
                meant = [
                    own for own in (set(cited_acts([cite], statute, law)) & set(decision.acts) for cite in cites) if own
                ]
                if any(not one & other for one in meant for other in meant):
                    return None
    return holds


def by_kind(way: Way, decision: Decision) -> Truth:
    """A kind that the provision does not give."""
    if way is None or None in way[1]:
        return None
    return kind_missing(applied_line(*way), decision)


def by_fine(way: Way, decision: Decision) -> Truth:
    """A fine outside the range."""
    if way is None or None in way[1]:
        return None
    return out_of_range(applied_line(*way), decision)


def added_over(decision: Decision) -> Truth:
    """Added fines paid exceed the fine; without a table of payments nothing is known to."""
    payments = decision.payments or ()
    sure = sum((own.amount for own in payments if own.kind == "added_fine"), Decimal(0))
    perhaps = sum((own.amount for own in payments if own.kind is None), Decimal(0))
    if sure + perhaps == 0:
        return False
    if decision.fine is None:
        return None
    if sure > decision.fine:
        return True
    return None if sure + perhaps > decision.fine else False


def words_differ(decision: Decision) -> Truth:
    """The fine in words is another than that in digits; without a document nothing differs."""
    if decision.fine_in_words is None:
        return False
    return None if decision.fine is None else decision.fine_in_words != decision.fine
