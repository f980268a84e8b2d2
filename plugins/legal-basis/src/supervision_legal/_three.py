"""Three values in plain Python: True, False, and None for *can't be told* (三值判断)."""

from __future__ import annotations

from collections.abc import Sequence

Told = bool | None


def any_of(values: Sequence[Told]) -> Told:
    """True where one holds; else None where one can't be told; else False."""
    return True if True in values else (None if None in values else False)


def in_every(values: Sequence[Told]) -> Told:
    """What holds in every possibility: the value that all agree on, else None."""
    return values[0] if values and values.count(values[0]) == len(values) else None
