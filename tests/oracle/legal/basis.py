"""legal.basis: whether the provision cited is one for the act, and whether a lighter new law was passed over."""

from __future__ import annotations

from .decision import CLEAR, Decision, Judgement, Truth, any_of, every_way, finding, unverified
from .figures import line_of, weight
from .fines import above_maximum
from .lines import GAINS, KINDS, Line
from .which_law import Law, act_laws, basis_of, meant, right_lines, stands_for, statute_of

ORDER = ("lighter_new_law", "basis_mismatch")


def judge(decision: Decision) -> Judgement:
    """Go down the ladder."""
    if decision.legal_basis is None:
        return unverified("basis_mismatch", "legal_basis")
    acts = recognised(decision)
    if not acts:
        return unverified("basis_mismatch", "act_not_recognised")
    ways = [(act, law) for act in acts for law in act_laws(decision, act)]
    for rung, holds in (
        ("lighter_new_law", every_way(lighter_new_law(act, law, decision) for act, law in ways)),
        ("basis_mismatch", every_way(mismatch(act, law, decision) for act, law in ways)),
    ):
        if holds is None:
            return unverified(rung, rung)
        if holds:
            return finding(rung)
    return CLEAR


def recognised(decision: Decision) -> list[str]:
    """The act; of several equally good ones those that are cited; none where that can't be told."""
    if len(decision.acts) < 2:
        return list(decision.acts)
    punishing, _, _ = basis_of(decision)
    return [
        act
        for act in decision.acts
        if any(meant(cite, act, law) for law in act_laws(decision, act) for cite in punishing)
    ]


def lighter_new_law(act: str, law: Law, decision: Decision) -> Truth:
    """Done under the old law, decided under a lighter one, and the sanction is more than that allows."""
    old, new = law
    if new is None:
        return None
    after = line_of(act, new.name)
    if old is None:
        # Within what the new law allows the old one doesn't matter.
        return None if more_than(after, None, decision) is not False else False
    if weight(act, old.name, new.name) not in ("lighter", "unpunished"):
        return False
    return more_than(after, line_of(act, old.name), decision)


def more_than(after: Line | None, before: Line | None, decision: Decision) -> Truth:
    """Whether the sanction is more than the new line allows; `before` None: an old law that isn't known."""
    kinds = None if decision.penalty_kinds is None else {kind for kind in decision.penalty_kinds if kind in KINDS}
    if after is None:
        if kinds or (decision.fine is not None and decision.fine > 0):
            return True
        return None if kinds is None else False
    gone = set(KINDS if before is None else before.kinds) - set(after.kinds) - {GAINS}
    kind_gone: Truth = bool(kinds & gone) if kinds is not None else None if gone else False
    return any_of((kind_gone, above_maximum(after, decision)))


def mismatch(act: str, law: Law, decision: Decision) -> Truth:
    """No provision cited as basis is one for this act."""
    punishing, general, unknown = basis_of(decision)
    if not punishing:
        return True if general and not unknown else None
    lines = right_lines(act, law)
    if lines is None:
        return None
    if any(stands_for(cite, line) for cite in punishing if cite.article is not None for line in lines):
        return False
    without_article = [cite for cite in punishing if cite.article is None]
    if lines and any(cite.title.removeprefix("中华人民共和国") == statute_of(act) for cite in without_article):
        return None
    return True
