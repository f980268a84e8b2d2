"""Three-valued logic: True, False, and None for what can't be told."""

from __future__ import annotations

from collections.abc import Iterable

Truth = bool | None


def negated(value: Truth) -> Truth:
    """Give the opposite of a truth."""
    return None if value is None else not value


def all_of(values: Iterable[Truth]) -> Truth:
    """Tell whether all hold: one that fails decides, else one not known does."""
    known = True
    for value in values:
        if value is False:
            return False
        if value is None:
            known = False
    return True if known else None


def any_of(values: Iterable[Truth]) -> Truth:
    """Tell whether any holds: one that holds decides, else one not known does."""
    known = True
    for value in values:
        if value is True:
            return True
        if value is None:
            known = False
    return False if known else None
