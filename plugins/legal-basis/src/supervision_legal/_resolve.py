"""From the texts of a decision and the versions it may fall under to what the ladders ask (判读结果)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from supervision_legal._basing import OnAct, meant, mismatch, on_act
from supervision_legal._citing import citation_rungs, incomplete
from supervision_legal._eras import LIGHTER, View
from supervision_legal._figures import UNPUNISHED, Figures, figures_of
from supervision_legal._judging import Judging, judging
from supervision_legal._kinds import ALL, GAINS
from supervision_legal._said import Said
from supervision_legal._three import Told, in_every
from supervision_rules.law import LawBook


@dataclass(frozen=True, slots=True)
class Newer:
    """The law of the decision as the measure of `lighter_new_law`.

    `lighter` None: how the law of the act compares isn't known, so that only a sanction within the new one's passes.
    """

    lighter: Told
    dropped: int
    figures: Figures


@dataclass(frozen=True)
class Possibility:
    """What follows where the act was done under one of the possible versions."""

    view: View
    recognised: tuple[OnAct, ...]
    acts: tuple[OnAct, ...]
    not_in_force: Told
    article_missing: Told
    judged_by: Judging


@dataclass(frozen=True)
class Resolution:
    """What the ladders need of the texts, over all possible versions."""

    said: Said
    possibilities: tuple[Possibility, ...]

    @cached_property
    def cites(self) -> bool:
        """Whether anything is cited at all."""
        return bool(self.said.cited)

    @cached_property
    def not_in_force(self) -> Told:
        """`statute_not_in_force`, in every possibility."""
        return in_every(one.not_in_force for one in self.possibilities)

    @cached_property
    def article_missing(self) -> Told:
        """`article_missing`, in every possibility."""
        return in_every(one.article_missing for one in self.possibilities)

    @cached_property
    def incomplete(self) -> bool:
        """`citation_incomplete`."""
        return any(incomplete(self.said, one) for one in self.said.cited)

    @cached_property
    def unknown_statute(self) -> bool:
        """`statute_unknown`."""
        return any(one.statute is None for one in self.said.cited)

    @cached_property
    def act_told(self) -> bool:
        """Whether one act is recognised, or of several some are cited."""
        return any(one.acts for one in self.possibilities)

    @cached_property
    def mismatch(self) -> Told:
        """`basis_mismatch`, in every possibility and for every act that may be meant; None where no act is told."""
        return in_every(mismatch(self.said, act) for act in self._acts) if self._acts else None

    @property
    def _acts(self) -> tuple[OnAct, ...]:
        return tuple(act for one in self.possibilities for act in one.acts)

    def rules(self) -> tuple[Figures, ...]:
        """The figures by which the sanction is judged, one for each possibility; none where that can't be told."""
        found: list[Figures] = []
        for one in self.possibilities:
            if not one.judged_by.acts or any(not act.known for act in one.judged_by.acts):
                return ()
            found += [figures_of(act.judging) for act in one.judged_by.acts]
        return tuple(dict.fromkeys(found))

    @cached_property
    def summed(self) -> bool:
        """Whether several acts may have been punished at once, so that a sum need not fit any one of the rules."""
        return any(one.judged_by.summed for one in self.possibilities)

    def newer(self) -> tuple[Newer, ...]:
        """For each act that may be meant and each possibility the law of the decision; none where that isn't known."""
        if any(act.decision_unknown for act in self._acts):
            return ()
        return tuple(dict.fromkeys(_newer(act) for act in self._acts))


def _newer(act: OnAct) -> Newer:
    if not act.known:
        new = figures_of(act.new)
        return Newer(None, ALL & ~GAINS & ~new.kinds, new)
    if act.change not in LIGHTER:
        return Newer(None if act.change == "unclear" else False, 0, UNPUNISHED)
    old, new = figures_of(act.old), figures_of(act.new)
    return Newer(True, old.kinds & ~new.kinds & ~GAINS, new)


def resolve(book: LawBook, said: Said, views: Sequence[View]) -> Resolution:
    """Go through every possible view of the law."""
    found: list[Possibility] = []
    for view in views:
        recognised = tuple(on_act(book, name, view) for name in said.recognised.acts)
        if said.recognised.exempt:
            recognised = tuple(
                replace(act, change="same" if act.known else "unclear", old=None, new=None) for act in recognised
            )
        found.append(
            Possibility(view, recognised, (), *citation_rungs(said, view), judging(book, said, view, recognised))
        )
    if len(said.recognised.acts) < 2:
        return Resolution(said, tuple(_with_acts(one, one.recognised) for one in found))
    cited = {act.act for one in found for act in meant(book, said, one.recognised)}
    return Resolution(
        said, tuple(_with_acts(one, tuple(act for act in one.recognised if act.act in cited)) for one in found)
    )


def _with_acts(one: Possibility, acts: tuple[OnAct, ...]) -> Possibility:
    return replace(one, acts=acts)
