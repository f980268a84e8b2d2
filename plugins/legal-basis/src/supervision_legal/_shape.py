"""What a judgement rests on of a decision's texts (判断所依的要素): texts of the same shape are judged alike."""

from __future__ import annotations

from collections.abc import Sequence

from supervision_legal._applied import Applied
from supervision_legal._basing import OnAct
from supervision_legal._citing import incomplete
from supervision_legal._said import Said
from supervision_legal._three import Told


class Shape:
    """The provisions that texts cite and the acts that they name, ready to be held against versions of the law."""

    __slots__ = (
        "_bare",
        "_mismatches",
        "_punishing",
        "_uncited",
        "acts",
        "basis",
        "exempt",
        "facts",
        "provisions",
        "said",
    )

    def __init__(self, law: Applied, said: Said) -> None:
        """Take texts that stand for all of the same shape."""
        self.said = said
        self.acts = said.recognised.acts
        self.exempt = bool(said.recognised.exempt)
        self.provisions = tuple(law.provision(one) for one in said.cited)
        self.basis = tuple(law.provision(one) for one in said.basis)
        self.facts = (
            bool(said.cited),
            any(incomplete(said, one) for one in said.cited),
            any(one.statute is None for one in said.cited),
            bool(self.basis),
            any(one.title is None for one in self.basis),
            len(self.acts),
            said.recognised.refused,
            said.recognised.serious,
        )
        """What the texts alone say to the ladders."""
        self._punishing = tuple(one for one in self.basis if one.punishing)
        self._bare = {one.title for one in self._punishing if one.one.citation.article is None}
        self._uncited = True if self.basis and all(one.title is not None for one in self.basis) else None
        self._mismatches: dict[OnAct, Told] = {}

    def mismatch(self, act: OnAct) -> Told:
        """Whether no provision cited as basis is one for the act.

        None where nothing is cited as basis, nothing that the law data knows, the versions aren't known, or the act's own
        statute is cited without an article.
        """
        if act not in self._mismatches:
            self._mismatches[act] = self._mismatch(act)
        return self._mismatches[act]

    def _mismatch(self, act: OnAct) -> Told:
        if not self._punishing:
            return self._uncited
        if not act.known:
            return None
        if any(one.is_basis_of(act) for one in self._punishing):
            return False
        return None if any(rule.statute in self._bare for rule in act.citable) else True

    def apart(self, named: Sequence[tuple[OnAct, ...]], acts: set[str]) -> bool:
        """Whether provisions of one statute are cited for different acts, so that these may have been punished at once."""
        found: dict[str | None, list[set[str]]] = {}
        for one, by in zip(self.basis, named, strict=True):
            meant = {act.act for act in by} & acts
            if one.punishing and meant:
                found.setdefault(one.title, []).append(meant)
        return any(not first & second for groups in found.values() for first in groups for second in groups)
