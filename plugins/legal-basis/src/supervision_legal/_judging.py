"""By which rule a sanction is judged (裁量幅度): the provision cited, else that of the act recognised."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from supervision_legal._applied import Applied
from supervision_legal._basing import OnAct
from supervision_legal._eras import View
from supervision_legal._said import Said


class Judging(NamedTuple):
    """The acts whose rules may be the measure, for one possible day; `summed` where several of them may be punished at once.

    No acts: it can't be told by which rule.
    """

    acts: tuple[OnAct, ...]
    summed: bool = False


def judging(law: Applied, said: Said, view: View, recognised: Sequence[OnAct]) -> Judging:
    """The rules that a decision's sanction is held against.

    Those of the acts recognised among the acts at the provisions cited as basis; where there are none such, those of all
    acts there; where nothing that punishes is cited, those of the acts recognised.
    """
    named = [law.named_by(one, view) for one in said.basis]
    there = {act.act: act for acts in named for act in acts}
    names = set() if said.recognised.exempt else {act.act for act in recognised}
    both = names & there.keys()
    if both:
        return Judging(
            tuple(there[name] for name in there if name in both), len(both) > 1 and _apart(said, named, both)
        )
    return Judging(tuple(there.values()) or tuple(recognised))


def _apart(said: Said, named: Sequence[tuple[OnAct, ...]], acts: set[str]) -> bool:
    """Whether provisions of one statute are cited for different acts, so that these may have been punished at once."""
    found: dict[str, list[set[str]]] = {}
    for one, by in zip(said.basis, named, strict=True):
        meant = {act.act for act in by} & acts
        if one.punishing is not None and meant:
            found.setdefault(one.punishing.title, []).append(meant)
    return any(not first & second for groups in found.values() for first in groups for second in groups)
