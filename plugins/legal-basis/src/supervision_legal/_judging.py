"""By which rule a sanction is judged (裁量幅度): the provision cited, else that of the act recognised."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from supervision_legal._basing import OnAct, means, on_act
from supervision_legal._citing import named
from supervision_legal._eras import View
from supervision_legal._said import Said
from supervision_rules.law import LawBook

UNKNOWN = OnAct("", "unclear", None, None, known=False)
"""Stands for whatever act is meant under versions that aren't known."""


@dataclass(frozen=True)
class Judging:
    """The acts whose rules may be the measure, for one possible day; `summed` where several of them may be punished at once.

    No acts: it can't be told by which rule.
    """

    acts: tuple[OnAct, ...]
    summed: bool = False


def judging(book: LawBook, said: Said, view: View, recognised: Sequence[OnAct]) -> Judging:
    """The rules that a decision's sanction is held against.

    Those of the acts recognised among the acts at the provisions cited as basis; where there are none such, those of all
    acts there; where nothing that punishes is cited, those of the acts recognised.
    """
    there = _acts_cited(book, said, view)
    names = set() if said.recognised.exempt else {act.act for act in recognised}
    both = tuple(act for act in there if act.act in names)
    if both:
        return Judging(both, len(both) > 1 and _apart(book, said, both))
    return Judging(there or tuple(recognised))


def _acts_cited(book: LawBook, said: Said, view: View) -> tuple[OnAct, ...]:
    """Every act named by a provision cited as basis; `UNKNOWN` for a statute whose versions aren't known."""
    found: dict[str, OnAct] = {}
    for one in said.basis:
        cited = one.citation
        if one.punishing is None or cited.article is None:
            continue
        standing = view.standings[one.punishing.title]
        versions = [standing.act, standing.decision]
        if None in versions:
            found[one.punishing.title] = UNKNOWN
            continue
        if cited.version is not None:
            versions += [version for version in one.punishing.versions if named(one, version)]
        for passed in dict.fromkeys(version.passed for version in versions if version is not None):
            place = (cited.article, cited.article_suffix, cited.paragraph, cited.item)
            for rule in book.acts.rules_at(one.punishing.title, passed, *place):
                act = on_act(book, rule.act, view)
                if means(book, one, act):
                    found[rule.act] = act
    return tuple(found.values())


def _apart(book: LawBook, said: Said, acts: Sequence[OnAct]) -> bool:
    """Whether provisions of one statute are cited for different acts, so that these may have been punished at once."""
    found: dict[str, list[frozenset[str]]] = {}
    for one in said.basis:
        named_by = frozenset(act.act for act in acts if means(book, one, act))
        if one.punishing is not None and named_by:
            found.setdefault(one.punishing.title, []).append(named_by)
    return any(not first & second for groups in found.values() for first in groups for second in groups)
