"""Under which versions of the statutes a decision may fall (适用的法律版本): one view for each possible day of the act."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from supervision_rules.law import LawBook, PenaltyRule, Statute, StatuteVersion

LIGHTER = ("lighter", "unpunished")


@dataclass(frozen=True, slots=True)
class Standing:
    """One statute on the day of the act and on that of the decision: its version, and whether it is in force."""

    statute: Statute
    act: StatuteVersion | None
    act_state: str
    decision: StatuteVersion | None
    decision_state: str

    @property
    def changed(self) -> bool:
        """Whether another version is in force at the decision than at the act."""
        return self.act is not None and self.decision is not None and self.act.passed != self.decision.passed


@dataclass(frozen=True)
class View:
    """Some statutes as they stood, by title, for one possible day of the act."""

    standings: Mapping[str, Standing]

    @cached_property
    def key(self) -> tuple[object, ...]:
        """What tells this view from others of the same statutes."""
        return tuple(
            (s.act and s.act.passed, s.act_state, s.decision and s.decision.passed, s.decision_state)
            for s in self.standings.values()
        )


class Views:
    """Makes the views of stretches of time; each is made once."""

    def __init__(self, book: LawBook) -> None:
        """Take the law data."""
        self._book = book
        self._known: dict[tuple[str, int], tuple[StatuteVersion | None, str]] = {}

    def of(self, statutes: Iterable[Statute], first: int, last: int, decision: int) -> tuple[View, ...]:
        """The distinct views for acts in the eras `first` to `last`, decided in the era `decision`."""
        chosen = list(statutes)
        found: dict[tuple[object, ...], View] = {}
        for era in range(first, last + 1):
            view = View({s.title: Standing(s, *self._on(s, era), *self._on(s, decision)) for s in chosen})
            found.setdefault(view.key, view)
        return tuple(found.values())

    def _on(self, statute: Statute, era: int) -> tuple[StatuteVersion | None, str]:
        key = (statute.title, era)
        if key not in self._known:
            day = self._book.day_in(era)
            self._known[key] = (statute.on(day), statute.state_on(day))
        return self._known[key]


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
