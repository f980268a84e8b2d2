"""By which rule a sanction is judged (裁量幅度): the provision cited, else that of the act recognised."""

from __future__ import annotations

from typing import NamedTuple

from supervision_legal._basing import OnAct
from supervision_legal._eras import View
from supervision_legal._shape import Shape


class Judging(NamedTuple):
    """The acts whose rules may be the measure, for one possible day; `summed` where several of them may be punished at once.

    No acts: it can't be told by which rule.
    """

    acts: tuple[OnAct, ...]
    summed: bool = False


def judging(shape: Shape, view: View, recognised: tuple[OnAct, ...]) -> Judging:
    """The rules that a decision's sanction is held against.

    Those of the acts recognised among the acts at the provisions cited as basis; where there are none such, those of all
    acts there; where nothing that punishes is cited, those of the acts recognised.
    """
    named = [one.names(view) for one in shape.basis]
    there = {act.act: act for acts in named for act in acts}
    if not there:
        return Judging(recognised)
    names = set() if shape.exempt else {act.act for act in recognised}
    both = names & there.keys()
    if both:
        return Judging(
            tuple([there[name] for name in there if name in both]), len(both) > 1 and shape.apart(named, both)
        )
    return Judging(tuple(there.values()))
