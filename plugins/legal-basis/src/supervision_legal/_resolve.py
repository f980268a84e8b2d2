"""From the texts of a decision and the versions it may fall under to what the ladders ask (判读结果)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from supervision_legal._applied import Applied
from supervision_legal._basing import Newer, OnAct, means
from supervision_legal._eras import View
from supervision_legal._figures import Figures
from supervision_legal._judging import Judging, judging
from supervision_legal._said import Said
from supervision_legal._shape import Shape
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
    mismatch: Told
    rules: tuple[Figures, ...]
    summed: bool
    newer: tuple[Newer, ...]
    law_unknown: bool
    """Whether some version that may apply is not in the law data."""


def resolve(law: Applied, shape: Shape, views: Sequence[View]) -> Resolution:
    """Go through every possible view of the law."""
    possibilities = tuple([_possibility(law, shape, view) for view in views])
    acts = _meant(law, shape, possibilities)
    judged = [one.judged_by for one in possibilities]
    judging_acts = [act for one in judged for act in one.acts]
    known = all(act.known for act in judging_acts)
    told = known and all(one.acts for one in judged)
    newer = [act.newer for act in acts]
    return Resolution(
        shape.said,
        possibilities,
        acts,
        in_every([one.not_in_force for one in possibilities]),
        in_every([one.article_missing for one in possibilities]),
        in_every([shape.mismatch(act) for act in acts]) if acts else None,
        tuple(dict.fromkeys([act.figures for act in judging_acts])) if told else (),
        any(one.summed for one in judged),
        tuple(dict.fromkeys([one for one in newer if one is not None])) if None not in newer else (),
        not (known and all(act.known for one in possibilities for act in one.recognised)),
    )


def _possibility(law: Applied, shape: Shape, view: View) -> Possibility:
    recognised = tuple([law.on_act(name, view, exempt=shape.exempt) for name in shape.acts])
    rungs = [one.rungs(view) for one in shape.provisions]
    return Possibility(
        view,
        recognised,
        any_of([out for out, _ in rungs]),
        any_of([gone for _, gone in rungs]),
        judging(shape, view, recognised),
    )


def _meant(law: Applied, shape: Shape, possibilities: Sequence[Possibility]) -> tuple[OnAct, ...]:
    recognised = tuple([act for one in possibilities for act in one.recognised])
    if len(shape.acts) < 2:
        return recognised
    cited = {act.act for act in recognised if any(means(law.book, one.one, act) for one in shape.basis)}
    return tuple(act for act in recognised if act.act in cited)
