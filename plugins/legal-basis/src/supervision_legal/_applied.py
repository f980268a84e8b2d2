"""The law applied to single provisions and acts (法律适用), each combination worked out once."""

from __future__ import annotations

from supervision_legal._basing import OnAct, at, means, under
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
        self._provisions: dict[tuple[object, ...], Provision] = {}

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

    def provision(self, one: Cited) -> Provision:
        """A provision cited with what is remembered of it: the same for all citations of the same place and purpose."""
        key = (one.statute and one.statute.title, *one.place)
        if key not in self._provisions:
            self._provisions[key] = Provision(self, one)
        return self._provisions[key]


class Provision:
    """One provision cited, and what has been worked out of it."""

    __slots__ = ("_basis", "_law", "_named", "_rungs", "one", "punishing", "title")

    def __init__(self, law: Applied, one: Cited) -> None:
        """Take a citation that stands for all of the same place and purpose."""
        self._law = law
        self.one = one
        self.title = one.statute.title if one.statute is not None else None
        self.punishing = one.punishing is not None
        self._rungs: dict[Standing, tuple[Told, Told]] = {}
        self._named: dict[Standing, tuple[OnAct, ...]] = {}
        self._basis: dict[OnAct, bool] = {}

    def rungs(self, view: View) -> tuple[Told, Told]:
        """Whether it is `statute_not_in_force`, and `article_missing`."""
        if self.title is None:
            return False, False
        standing = view[self.title]
        found = self._rungs.get(standing)
        if found is None:
            found = self._rungs[standing] = (not_in_force(self.one, standing), missing(self.one, standing))
        return found

    def names(self, view: View) -> tuple[OnAct, ...]:
        """The acts that it names; `UNKNOWN` where the versions of its statute aren't known."""
        if not self.punishing or self.title is None or self.one.citation.article is None:
            return ()
        standing = view[self.title]
        found = self._named.get(standing)
        if found is None:
            found = self._named[standing] = self._acts_named(standing, view)
        return found

    def is_basis_of(self, act: OnAct) -> bool:
        """Whether it is a right basis for an act."""
        found = self._basis.get(act)
        if found is None:
            found = self._basis[act] = any(at(self.one, rule) for rule in act.citable)
        return found

    def _acts_named(self, standing: Standing, view: View) -> tuple[OnAct, ...]:
        versions = [standing.act, standing.decision]
        if None in versions:
            return (UNKNOWN,)
        cited, statute = self.one.citation, standing.statute
        if cited.version is not None:
            versions += [version for version in statute.versions if named(self.one, version)]
        found: dict[str, OnAct] = {}
        for passed in dict.fromkeys(version.passed for version in versions if version is not None):
            place = (cited.article or 0, cited.article_suffix, cited.paragraph, cited.item)
            for rule in self._law.book.acts.rules_at(statute.title, passed, *place):
                act = self._law.on_act(rule.act, view)
                if means(self._law.book, self.one, act):
                    found[rule.act] = act
        return tuple(found.values())
