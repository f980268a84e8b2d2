"""From the texts of a decision and the versions it may fall under to what the ladders ask (判读结果)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from supervision_legal._applied import Applied
from supervision_legal._basing import Newer, OnAct, means, mismatch
from supervision_legal._citing import incomplete
from supervision_legal._eras import View
from supervision_legal._figures import Figures
from supervision_legal._judging import Judging, judging
from supervision_legal._said import Said
from supervision_legal._three import Told, any_of, in_every


class Possibility(NamedTuple):
    """What follows where the act was done under one of the possible versions."""

    view: View
    recognised: tuple[OnAct, ...]
    not_in_force: Told
    article_missing: Told
    judged_by: Judging


class Resolution(NamedTuple):
    """What the ladders need of the texts, over all possible versions.

    `acts` are those that the decision may be on, one for each possibility: the one recognised, or of several those cited;
    none: that can't be told. `mismatch` holds for all of them. `rules` are the figures that the sanction is judged by;
    none where that can't be told. `summed`: several acts may have been punished at once, so that a sum need not fit any one
    of the rules. `newer` are the laws of the decision as far as they may be lighter; none where one isn't known.
    """

    said: Said
    possibilities: tuple[Possibility, ...]
    acts: tuple[OnAct, ...]
    not_in_force: Told
    article_missing: Told
    incomplete: bool
    unknown_statute: bool
    mismatch: Told
    rules: tuple[Figures, ...]
    summed: bool
    newer: tuple[Newer, ...]
    law_unknown: bool
    """Whether some version that may apply is not in the law data."""


def resolve(law: Applied, said: Said, views: Sequence[View]) -> Resolution:
    """Go through every possible view of the law."""
    possibilities = tuple(_possibility(law, said, view) for view in views)
    acts = _meant(law, said, possibilities)
    judging_acts = [act for one in possibilities for act in one.judged_by.acts]
    told = all(one.judged_by.acts for one in possibilities) and all(act.known for act in judging_acts)
    newer = [act.newer for act in acts]
    return Resolution(
        said,
        possibilities,
        acts,
        in_every(one.not_in_force for one in possibilities),
        in_every(one.article_missing for one in possibilities),
        any(incomplete(said, one) for one in said.cited),
        any(one.statute is None for one in said.cited),
        in_every(mismatch(said, act) for act in acts) if acts else None,
        tuple({id(act.figures): act.figures for act in judging_acts}.values()) if told else (),
        any(one.judged_by.summed for one in possibilities),
        tuple({id(one): one for one in newer if one is not None}.values()) if None not in newer else (),
        not all(act.known for one in possibilities for act in (*one.recognised, *one.judged_by.acts)),
    )


def _possibility(law: Applied, said: Said, view: View) -> Possibility:
    exempt = bool(said.recognised.exempt)
    recognised = tuple(law.on_act(name, view, exempt=exempt) for name in said.recognised.acts)
    rungs = [law.rungs(one, view) for one in said.cited]
    return Possibility(
        view,
        recognised,
        any_of(out for out, _ in rungs),
        any_of(gone for _, gone in rungs),
        judging(law, said, view, recognised),
    )


def _meant(law: Applied, said: Said, possibilities: Sequence[Possibility]) -> tuple[OnAct, ...]:
    if len(said.recognised.acts) < 2:
        return tuple(act for one in possibilities for act in one.recognised)
    recognised = [act for one in possibilities for act in one.recognised]
    cited = {act.act for act in recognised if any(means(law.book, one, act) for one in said.basis)}
    return tuple(act for act in recognised if act.act in cited)
