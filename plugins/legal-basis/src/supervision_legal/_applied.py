"""The law applied to single provisions and acts (法律适用), each combination worked out once."""

from __future__ import annotations

from supervision_legal._basing import OnAct, means, under
from supervision_legal._citing import missing, named, not_in_force
from supervision_legal._eras import Standing, View, change, rules_of
from supervision_legal._said import Cited
from supervision_legal._three import Told
from supervision_rules.law import LawBook

UNKNOWN = OnAct("", "unclear", None, None, known=False)
"""Stands for whatever act is meant under versions that aren't known."""


class Applied:
    """Remembers what it has worked out of provisions cited and of acts, by standing of their statute."""

    def __init__(self, book: LawBook) -> None:
        """Take the law data."""
        self.book = book
        self._acts: dict[tuple[str, Standing, bool], OnAct] = {}
        self._rungs: dict[tuple[object, ...], tuple[Told, Told]] = {}
        self._named: dict[tuple[object, ...], tuple[OnAct, ...]] = {}

    def on_act(self, act: str, view: View, *, exempt: bool = False) -> OnAct:
        """An act as the view has it; `exempt`: as one that nothing punishes."""
        standing = view[self.book.acts.act(act).statute]
        key = (act, standing, exempt)
        if key not in self._acts:
            known = (standing.act is not None, standing.decision is not None)
            if exempt:
                self._acts[key] = under(act, "same" if all(known) else "unclear", None, None, known)
            else:
                self._acts[key] = under(
                    act, change(self.book, act, standing), *rules_of(self.book, act, standing), known
                )
        return self._acts[key]

    def rungs(self, one: Cited, view: View) -> tuple[Told, Told]:
        """Whether a provision cited is `statute_not_in_force`, and `article_missing`."""
        if one.statute is None:
            return False, False
        standing = view[one.statute.title]
        key = (standing, *one.place)
        if key not in self._rungs:
            self._rungs[key] = (not_in_force(one, standing), missing(one, standing))
        return self._rungs[key]

    def named_by(self, one: Cited, view: View) -> tuple[OnAct, ...]:
        """The acts that a provision cited names; `UNKNOWN` where the versions of its statute aren't known."""
        if one.punishing is None or one.citation.article is None:
            return ()
        standing = view[one.punishing.title]
        key = (standing, *one.place)
        if key not in self._named:
            self._named[key] = self._acts_named(one, standing, view)
        return self._named[key]

    def _acts_named(self, one: Cited, standing: Standing, view: View) -> tuple[OnAct, ...]:
        versions = [standing.act, standing.decision]
        if None in versions:
            return (UNKNOWN,)
        cited, statute = one.citation, standing.statute
        if cited.version is not None:
            versions += [version for version in statute.versions if named(one, version)]
        found: dict[str, OnAct] = {}
        for passed in dict.fromkeys(version.passed for version in versions if version is not None):
            place = (cited.article or 0, cited.article_suffix, cited.paragraph, cited.item)
            for rule in self.book.acts.rules_at(statute.title, passed, *place):
                act = self.on_act(rule.act, view)
                if means(self.book, one, act):
                    found[rule.act] = act
        return tuple(found.values())
