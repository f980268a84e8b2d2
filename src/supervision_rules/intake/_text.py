"""A value of a spreadsheet or database as the text of a cell, nothing lost."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

_SAFE_DIGITS = 15
"""A spreadsheet's numbers are exact up to so many digits."""


def cell_text(value: object) -> str | None:
    """The text of a value; a number of more digits than are exact gets an exponent, by which it is known."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return None if value != value else f"{value:.{_SAFE_DIGITS}g}"
    if isinstance(value, dt.datetime):
        return str(value if value.tzinfo else value.date() if value.time() == dt.time() else value)
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, (bytes, bytearray, memoryview)):
        return bytes(value).decode("utf-8", errors="backslashreplace")
    if isinstance(value, (list, tuple)):
        return ";".join(cell_text(item) or "" for item in value)
    return str(value)
