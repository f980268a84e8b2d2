"""transport.demand: whether the party was given a demand (催告) before the application.

Readings
--------
- The ladder begins with `no_application` (surely none). Where it can't be told whether
  there was one, the not-applicable rungs come first and the row stops at the first rung
  that is not known: `urgent` if the cases are in doubt, else `demand_missing`.
- What the table of demands says being doubtful, `demand_missing` can't be told.
- `demand_missing`: the thing not done is the demand, so `happened_on` is empty.
"""

from __future__ import annotations

from collections.abc import Iterator

from .joins import Book
from .ladder import Outcome, Rung, clear, decide, finding, not_applicable
from .legal_time import DEMAND, after, end_of, exactly
from .non_enforcement import Parameters, excluded, is_strict
from .records import Penalty
from .suing import seen
from .truth import any_of, negated

NAME = "transport.demand"
ORDER = (
    "no_application",
    "not_yet",
    "revoked",
    "nothing_to_enforce",
    "self_enforcing",
    "urgent",
    "demand_missing",
    "demand_too_short",
    "demanded",
)
ACCUSING = ("demand_missing", "demand_too_short")


def judge(penalty: Penalty, book: Book, parameters: Parameters) -> Outcome:
    """Judge one penalty."""
    rungs = ladder(penalty, book, parameters)
    return decide(NAME, penalty.subject, ORDER, ACCUSING, rungs, book.as_of)


def ladder(penalty: Penalty, book: Book, parameters: Parameters) -> Iterator[Rung]:
    """Give the rungs of one penalty in order."""
    applied = book.applied(penalty.key)
    yield not_applicable("no_application", applied.exists is False)
    yield from excluded(penalty, parameters, book.as_of)
    yield not_applicable("urgent", book.urgent(penalty.key, is_strict(parameters)))
    doubtful = not book.demands.present or book.demands.doubts(penalty.key)
    if applied.exists is None or doubtful:
        yield finding("demand_missing", None)
    demands = book.demands.of(penalty.key)
    demanded = any_of(seen(demand.served_on, applied.day) for demand in demands)
    yield finding("demand_missing", negated(demanded))
    first = min(demand.served_on for demand in demands)
    forbidden = end_of(DEMAND, exactly(first))
    too_short = negated(after(applied.day, forbidden))
    yield finding("demand_too_short", too_short, forbidden, applied.day)
    yield clear("demanded")
