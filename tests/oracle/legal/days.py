"""Days of random decisions: around the changes of the law, and on both sides of every limit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from .texts import REPEALED, G, Text
from .which_law import shifted

CHANGES = (date(2019, 3, 2), date(2022, 5, 1), date(2023, 7, 20), date(2021, 7, 15), date(2024, 1, 1))
FIRST, LAST = date(2018, 12, 1), date(2026, 11, 20)
EARLY, EARLY_LAST = date(2011, 4, 1), date(2013, 6, 30)
"""When 公路安全保护条例 came, and 公路管理条例 went."""


@dataclass(frozen=True)
class Days:
    """The days of a decision."""

    decided_on: date
    occurred_on: date | None
    found_on: date | None
    opened_on: date | None


def drawn(text: Text, rng: Random) -> Days:
    """Days in their order: act, discovery, opening of the case, decision."""
    decided_on = decided(text, rng)
    opened_on = decided_on - timedelta(days=opened_before(rng))
    found_on = opened_on - timedelta(days=rng.choice((0, 0, 0, 1, 3, 10, 40)))
    occurred_on = occurred(found_on, rng)
    return Days(
        decided_on,
        occurred_on if rng.random() > 0.12 else None,
        found_on if rng.random() > 0.25 else None,
        opened_on if rng.random() > 0.25 else None,
    )


def decided(text: Text, rng: Random) -> date:
    """Around a change, or any day; in the early years where the texts cite what came or went then."""
    titles = {cite.title.removeprefix("中华人民共和国") for cite in text.cites}
    if titles & {G, REPEALED} and rng.random() < 0.3:
        return between(EARLY, EARLY_LAST, rng)
    if any(act.startswith("d_") for act in text.acts) and rng.random() < 0.7:
        return between(date(2021, 4, 28), LAST, rng)  # 道路交通安全法 is known from 2021-04-29 on
    way = rng.random()
    if way < 0.35:
        return rng.choice(CHANGES) + timedelta(days=rng.choice((-1, 0, 1, 5, 20, 45, 80, 100)))
    if way < 0.5:
        return between(date(2022, 3, 29), date(2022, 5, 20), rng)
    if way < 0.52:
        return between(date(2026, 11, 22), date(2026, 12, 20), rng)
    return between(FIRST, LAST, rng)


def opened_before(rng: Random) -> int:
    """How many days before the decision the case was opened: often about ninety."""
    return rng.choice((0, 3, 7, 15, 30, 30, 45, 60, 88, 89, 90, 91, 92, 93, 95, 99, 130))


def occurred(found_on: date, rng: Random) -> date:
    """The same day mostly; or about two, or five, years before."""
    way = rng.random()
    near = timedelta(days=rng.choice((-1, 0, 1)))
    if way < 0.1:
        return shifted(found_on, -24) + near
    if way < 0.16:
        return shifted(found_on, -60) + near
    if way < 0.2:
        return found_on - timedelta(days=rng.randint(800, 1_700))
    if way < 0.24:
        return found_on - timedelta(days=rng.randint(1_900, 2_400))
    return found_on - timedelta(days=rng.choice((0, 0, 0, 1, 10, 60, 200, 500)))


def between(first: date, last: date, rng: Random) -> date:
    """Any day of a stretch."""
    return first + timedelta(days=rng.randint(0, (last - first).days))
