"""Three values in plain Python: True, False, and None for *can't be told* (三值判断)."""

from __future__ import annotations

from collections.abc import Iterable

Told = bool | None


def any_of(values: Iterable[Told]) -> Told:
    """True where one holds; else None where one can't be told; else False."""
    seen = set(values)
    return True if True in seen else (None if None in seen else False)


def in_every(values: Iterable[Told]) -> Told:
    """What holds in every possibility: the value that all agree on, else None."""
    seen = set(values)
    return seen.pop() if len(seen) == 1 else None
