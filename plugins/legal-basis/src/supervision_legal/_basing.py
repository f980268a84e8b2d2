"""Whether the provision cited as basis is one for the act (处罚依据), for one possible day of the act."""

from __future__ import annotations

from dataclasses import dataclass

from supervision_legal._eras import LIGHTER
from supervision_legal._figures import UNPUNISHED, Figures, figures_of
from supervision_legal._kinds import ALL, GAINS
from supervision_legal._said import Cited, Said
from supervision_legal._three import Told
from supervision_rules.law import LawBook, PenaltyRule


@dataclass(frozen=True, slots=True, eq=False)
class OnAct:
    """An act under the law of its day (`old`) and of the decision's (`new`), and how the two compare.

    `citable` are the rules whose number is right (行政处罚法 37): the old one, the new one where that is lighter, both where
    equal. `numbered` are those by whose number, old or new, the act may be meant. `judging` is the rule whose range and
    kinds count, None where the act isn't punished; `figures` are its figures. `newer` is the measure of
    `lighter_new_law`, None where the law of the decision isn't known. `Applied` makes one object for each combination.
    """

    act: str
    change: str
    old: PenaltyRule | None
    new: PenaltyRule | None
    known: bool
    citable: tuple[PenaltyRule, ...] = ()
    numbered: tuple[PenaltyRule, ...] = ()
    judging: PenaltyRule | None = None
    figures: Figures = UNPUNISHED
    newer: Newer | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Newer:
    """The law of the decision as the measure of `lighter_new_law`.

    `lighter` None: how the law of the act compares isn't known, so that only a sanction within the new one's passes.
    """

    lighter: Told
    dropped: int
    figures: Figures


def under(act: str, how: str, old: PenaltyRule | None, new: PenaltyRule | None, known: tuple[bool, bool]) -> OnAct:
    """An act under two rules that compare so; `known`: whether the versions of the act and of the decision are."""
    old, new = (rule if rule and rule.punished else None for rule in (old, new))
    citable = ([] if how in ("lighter", "new") else [old]) + ([new] if how in ("equal", "lighter") else [])
    judging = new if how in LIGHTER else old
    return OnAct(
        act,
        how,
        old,
        new,
        all(known),
        tuple(rule for rule in citable if rule),
        tuple(rule for rule in (old, new) if rule),
        judging,
        figures_of(judging),
        _newer(how, old, new, *known),
    )


def _newer(
    how: str, old: PenaltyRule | None, new: PenaltyRule | None, act_known: bool, decision_known: bool
) -> Newer | None:
    if not decision_known:
        return None
    before, after = figures_of(old), figures_of(new)
    if not act_known:
        return Newer(None, ALL & ~GAINS & ~after.kinds, after)
    if how not in LIGHTER:
        return Newer(None if how == "unclear" else False, 0, UNPUNISHED)
    return Newer(True, before.kinds & ~after.kinds & ~GAINS, after)


def at(one: Cited, rule: PenaltyRule) -> bool:
    """Whether a provision cited is that of a rule; a paragraph or item that isn't given fits any, a named version only its own."""
    cited = one.citation
    if one.statute is None or one.statute.title != rule.statute or cited.article is None:
        return False
    if cited.version is not None and not rule.version.isoformat().startswith(cited.version):
        return False
    return rule.under(cited.article, cited.article_suffix, cited.paragraph, cited.item)


def means(book: LawBook, one: Cited, act: OnAct) -> bool:
    """Whether a provision cited names an act, by the number of the old, the new, or the version named."""
    if one.citation.version is not None:
        return any(at(one, rule) for rule in book.acts.act(act.act).rules if rule.punished)
    return any(at(one, rule) for rule in act.numbered)


def renumbered(book: LawBook, said: Said, act: str) -> PenaltyRule | None:
    """The rule on the act in whatever version has the number that is cited."""
    for rule in reversed(book.acts.act(act).rules):
        if any(at(one, rule) for one in said.basis):
            return rule
    return None
