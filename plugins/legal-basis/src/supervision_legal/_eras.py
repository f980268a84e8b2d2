"""Under which versions of the statutes a decision may fall (适用的法律版本): one view for each possible day of the act."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from supervision_rules.law import LawBook, PenaltyRule, Statute, StatuteVersion

LIGHTER = ("lighter", "unpunished")


@dataclass(frozen=True, slots=True, eq=False)
class Standing:
    """One statute on the day of the act and on that of the decision: its version, and whether it is in force.

    `Views` makes one object for each combination, so that they can be told apart by identity.
    """

    statute: Statute
    act: StatuteVersion | None
    act_state: str
    decision: StatuteVersion | None
    decision_state: str

    @property
    def changed(self) -> bool:
        """Whether another version is in force at the decision than at the act."""
        return self.act is not None and self.decision is not None and self.act.passed != self.decision.passed


View = Mapping[str, Standing]
"""Some statutes as they stood, by title, for one possible day of the act."""


class Views:
    """Makes the views of stretches of time; each standing is made once."""

    def __init__(self, book: LawBook) -> None:
        """Take the law data."""
        self._book = book
        self._on_era: dict[tuple[str, int], tuple[StatuteVersion | None, str]] = {}
        self._standings: dict[tuple[object, ...], Standing] = {}

    def of(self, statutes: Iterable[Statute], first: int, last: int, decision: int) -> tuple[View, ...]:
        """The distinct views for acts in the eras `first` to `last`, decided in the era `decision`."""
        chosen = list(statutes)
        found: dict[tuple[Standing, ...], View] = {}
        for era in range(first, last + 1):
            standings = tuple(self._standing(statute, era, decision) for statute in chosen)
            if standings not in found:
                found[standings] = {one.statute.title: one for one in standings}
        return tuple(found.values())

    def _standing(self, statute: Statute, era: int, decision: int) -> Standing:
        (act, act_state), (then, then_state) = self._on(statute, era), self._on(statute, decision)
        key = (statute.title, act and act.passed, act_state, then and then.passed, then_state)
        if key not in self._standings:
            self._standings[key] = Standing(statute, act, act_state, then, then_state)
        return self._standings[key]

    def _on(self, statute: Statute, era: int) -> tuple[StatuteVersion | None, str]:
        key = (statute.title, era)
        if key not in self._on_era:
            day = self._book.day_in(era)
            self._on_era[key] = (statute.on(day), statute.state_on(day))
        return self._on_era[key]


def change(book: LawBook, act: str, standing: Standing) -> str:
    """How an act fares under the version of the decision against that of the act.

    `same`, `equal`, `lighter`, `heavier`, `unpunished`, `new`, or `unclear` where a version between is not known, or the
    versions between point both ways.
    """
    if standing.act is None or standing.decision is None:
        return "unclear"
    if not standing.changed:
        return "same"
    passed = [version.passed for version in standing.statute.versions]
    old, new = passed.index(standing.act.passed), passed.index(standing.decision.passed)
    if new < old:
        return "unclear"
    weights = book.acts.act(act).weights
    steps = [weights.get(day, "equal") for day in passed[old + 1 : new + 1]]
    if "unpunished" in steps:
        return "unpunished" if steps[-1] == "unpunished" or "new" not in steps else "unclear"
    moves = {step for step in steps if step != "equal"}
    if not moves:
        return "equal"
    return moves.pop() if len(moves) == 1 else "unclear"


def rules_of(book: LawBook, act: str, standing: Standing) -> tuple[PenaltyRule | None, PenaltyRule | None]:
    """The rule on an act in the version of the act and in that of the decision; None where that is not known."""
    old = book.acts.rule(act, standing.act.passed) if standing.act else None
    new = book.acts.rule(act, standing.decision.passed) if standing.decision else None
    return old, new
