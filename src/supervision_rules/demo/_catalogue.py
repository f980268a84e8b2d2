"""Which scenarios a sample has, and how often (情形的构成)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle, islice
from random import Random

from supervision_rules.demo import _dirty, _innocent, _innocent_court, _planted, _planted_court, _unverified
from supervision_rules.demo._innocent import Scenario
from supervision_rules.demo._scene import Scene

_SHARE = 0.06
"""The share of planted scenarios."""
_MOST = 8
"""At most one in so many scenarios is planted where the core alone would be more."""
CORE = (*_planted.CORE, *_planted_court.CORE, *_unverified.CORE, *_dirty.CORE)
FURTHER = (*_planted.FURTHER, *_planted_court.FURTHER, *_unverified.FURTHER, *_dirty.FURTHER)
_RARE = (*_innocent.OTHERS, *_innocent_court.COURT, *_dirty.HARMLESS)


def scenarios(count: int, rng: Random) -> Iterator[Scenario]:
    """Scenarios without end for about so many penalties: planted ones first, then one of each sort, then as they come."""
    planted = max(round(count * _SHARE), min(len(CORE), count // _MOST))
    yield from islice(cycle((*CORE, *FURTHER)), planted)
    yield from _RARE[: (count - planted) // 3]
    weighed = (*_innocent.COMMON, *((scenario, 1) for scenario in _RARE))
    names, weights = zip(*weighed, strict=True)
    while True:
        yield from rng.choices(names, weights, k=1_000)


def play(scenario: Scenario, scene: Scene) -> None:
    """Let a scenario write its records; its docstring's first line becomes the note of what it plants."""
    scene.note = (scenario.__doc__ or "").strip().rstrip(".")
    scenario(scene)
