"""Whether the provision cited as basis is one for the act (处罚依据), for one possible day of the act."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from supervision_legal._eras import View, change, rules_of
from supervision_legal._said import Cited, Said
from supervision_legal._three import Told
from supervision_rules.law import LawBook, PenaltyRule


@dataclass(frozen=True, slots=True)
class OnAct:
    """An act under the law of its day (`old`) and of the decision's (`new`), and how the two compare."""

    act: str
    change: str
    old: PenaltyRule | None
    new: PenaltyRule | None
    known: bool
    decision_unknown: bool = False

    @property
    def citable(self) -> tuple[PenaltyRule, ...]:
        """The rules whose number is right (行政处罚法 37): the old one, the new one where that is lighter, both where equal."""
        rules: list[PenaltyRule | None] = [] if self.change in ("lighter", "new") else [self.old]
        if self.change in ("equal", "lighter"):
            rules.append(self.new)
        return tuple(rule for rule in rules if rule and rule.punished)

    @property
    def numbered(self) -> tuple[PenaltyRule, ...]:
        """The rules by whose number, old or new, the act may be meant."""
        return tuple(rule for rule in (self.old, self.new) if rule and rule.punished)

    @property
    def judging(self) -> PenaltyRule | None:
        """The rule whose range and kinds count: the new one where it is lighter, else the old one; None: not punished."""
        rule = self.new if self.change in ("lighter", "unpunished") else self.old
        return rule if rule and rule.punished else None


def on_act(book: LawBook, act: str, view: View) -> OnAct:
    """An act as the view has it."""
    title = book.acts.act(act).rules[0].statute
    standing = view.standings[title]
    old, new = rules_of(book, act, standing)
    known = standing.act is not None and standing.decision is not None
    return OnAct(act, change(book, act, standing), old, new, known, standing.decision is None)


def at(one: Cited, rule: PenaltyRule) -> bool:
    """Whether a provision cited is that of a rule; a paragraph or item that isn't given fits any, a named version only its own."""
    cited = one.citation
    if one.statute is None or one.statute.title != rule.statute or cited.article is None:
        return False
    if cited.version is not None and not rule.version.isoformat().startswith(cited.version):
        return False
    return rule.under(cited.article, cited.article_suffix, cited.paragraph, cited.item)


def meant(book: LawBook, said: Said, acts: Iterable[OnAct]) -> tuple[OnAct, ...]:
    """The acts that a provision cited as basis names, by the number of the old, the new, or the version named."""
    return tuple(act for act in acts if any(means(book, one, act) for one in said.basis))


def means(book: LawBook, one: Cited, act: OnAct) -> bool:
    """Whether a provision cited names an act."""
    if one.citation.version is not None:
        return any(at(one, rule) for rule in book.acts.act(act.act).rules if rule.punished)
    return any(at(one, rule) for rule in act.numbered)


def mismatch(said: Said, act: OnAct) -> Told:
    """Whether no provision cited as basis is one for the act.

    None where nothing is cited as basis, nothing that the law data knows, the versions aren't known, or the act's own
    statute is cited without an article.
    """
    punishing = [one for one in said.basis if one.punishing is not None]
    if not punishing:
        return True if said.basis and all(one.statute is not None for one in said.basis) else None
    if not act.known:
        return None
    if any(at(one, rule) for one in punishing for rule in act.citable):
        return False
    bare = {one.statute.title for one in punishing if one.statute and one.citation.article is None}
    return None if any(rule.statute in bare for rule in act.citable) else True


def renumbered(book: LawBook, said: Said, act: str) -> PenaltyRule | None:
    """The rule on the act in whatever version has the number that is cited."""
    for rule in book.acts.act(act).rules:
        if any(at(one, rule) for one in said.basis):
            return rule
    return None
