"""Dates as offices write them (日期的写法), as SQL."""

from __future__ import annotations

from supervision_rules.intake._sql import literal

FIRST_SERIAL, LAST_SERIAL = 20_000, 80_000
"""Whole numbers between these, 1954 to 2119, are a spreadsheet's day numbers."""

FIRST, LAST = "DATE '1900-01-01'", "DATE '9999-12-31'"

_FOLD = str.maketrans({chr(0xFF10 + i): str(i) for i in range(10)} | {"／": "/", "－": "-", "．": ".", "：": ":"})
_OLD = "".join(map(chr, _FOLD))
_NEW = "".join(str(new) for new in _FOLD.values())
_BLANK = r"[\s　]*"
_CLOCK = r"(?:上午|下午)?(?:[01]?[0-9]|2[0-4])(?:(?::|时)[0-5]?[0-9](?:(?::|分)[0-5]?[0-9](?:\.[0-9]+)?秒?)?分?|时)"
_PLAIN = r"(?:19|[2-9][0-9])[0-9]{2}-[0-9]{1,2}-[0-9]{1,2}"
_WRITTEN = (
    rf"^([0-9]{{4}}){_BLANK}[-/.年]{_BLANK}([0-9]{{1,2}}){_BLANK}[-/.月]{_BLANK}([0-9]{{1,2}}){_BLANK}[日号]?"
    rf"(?:[T\s　]*{_CLOCK})?$"
)
_COMPACT = rf"^([0-9]{{4}})([0-9]{{2}})([0-9]{{2}})(?:\.0+)?(?:[T\s　]*{_CLOCK})?$"
_SERIAL = r"[2-8][0-9]{4}(?:\.[0-9]+)?"
_INSTANT = rf"{_PLAIN}[T ][0-9]{{1,2}}:[0-9]{{2}}(?::[0-9]{{2}}(?:\.[0-9]+)?)?(?:[Zz]|[-+][0-9]{{2}}:?[0-9]{{2}})"
_BEIJING = 8 * 3_600_000_000


def plain_date_sql(x: str) -> str:
    """The date of a text such as 2023-08-31 or 2023/8/31, NULL for any other."""
    day = f"try_cast({x} AS DATE)"
    return f"CASE WHEN strlen({x}) BETWEEN 8 AND 10 AND {day} BETWEEN {FIRST} AND {LAST} THEN {day} END"


def date_text_sql(x: str) -> str:
    """The date a text stands for; a time of day is dropped, a moment with an offset is taken in Beijing time."""
    folded = f"translate({x}, {literal(_OLD)}, {literal(_NEW)})"
    written = f"regexp_replace({folded}, {literal(_WRITTEN)}, '\\1-\\2-\\3')"
    iso = f"regexp_replace({written}, {literal(_COMPACT)}, '\\1-\\2-\\3')"
    return f"list_transform([{iso}], lambda d: {_day('d')})[1]"


def _day(d: str) -> str:
    number = f"CAST({d} AS DOUBLE)"
    moment = f"epoch_us(try_cast({d} AS TIMESTAMPTZ)) + {_BEIJING}"
    return (
        f"CASE WHEN regexp_full_match({d}, {literal(_PLAIN)}) THEN try_cast({d} AS DATE) "
        f"WHEN regexp_full_match({d}, {literal(_SERIAL)}) "
        f"THEN CASE WHEN {number} BETWEEN {FIRST_SERIAL} AND {LAST_SERIAL} "
        f"THEN DATE '1899-12-30' + CAST(floor({number}) AS INTEGER) END "
        f"WHEN regexp_full_match({d}, {literal(_INSTANT)}) THEN CAST(make_timestamp({moment}) AS DATE) END"
    )
