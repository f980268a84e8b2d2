"""Amounts and counts as offices write them (金额与期限的写法), as SQL."""

from __future__ import annotations

from supervision_rules.intake._normal import BLANKS, character_class, half_width_sql
from supervision_rules.intake._sql import literal

_PLAIN = r"[0-9]{1,15}(\.[0-9]{1,2})?"
_AMOUNT = (
    r"^(-?)(?:¥|￥|rmb|cny|人民币)?(-?)([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.([0-9]*))?(亿|万)?"
    r"(?:圆|元|块|rmb|cny)?(?:整|正)?$"
)


def plain_money_sql(x: str) -> str:
    """Digits with at most two decimals as an amount, NULL for any other text."""
    return f"CASE WHEN regexp_full_match({x}, {literal(_PLAIN)}) THEN try_cast({x} AS DECIMAL(18, 2)) END"


def plain_integer_sql(x: str) -> str:
    """A number of up to three digits, NULL for any other text."""
    return f"CASE WHEN regexp_full_match({x}, '[0-9]{{1,3}}') THEN CAST({x} AS INTEGER) END"


def money_text_sql(x: str, *, negative: bool) -> str:
    """Yuan with two decimals; a part of a cent, or an amount below zero that may not be, can't be read."""
    folded = f"lower(regexp_replace({half_width_sql(x)}, {literal(character_class(BLANKS))}, '', 'g'))"
    parts = f"regexp_extract({folded}, {literal(_AMOUNT)}, ['s', 'z', 'i', 'f', 'u'])"
    return f"list_transform([{parts}], lambda m: {_amount('m', negative)})[1]"


def _amount(m: str, negative: bool) -> str:
    power = f"CASE {m}.u WHEN '亿' THEN 8 WHEN '万' THEN 4 ELSE 0 END"
    fraction = f"rtrim({m}.f, '0')"
    cents = f"('000' || replace({m}.i, ',', '') || rpad({fraction}, 2 + {power}, '0'))"
    sign = f"CASE WHEN '-' IN ({m}.s, {m}.z) THEN '-' ELSE '' END"
    below = "" if negative else f" AND NOT ('-' IN ({m}.s, {m}.z) AND regexp_matches({cents}, '[1-9]'))"
    text = f"{sign} || left({cents}, length({cents}) - 2) || '.' || right({cents}, 2)"
    number = f"{m}.i <> '' AND {m}.s || {m}.z <> '--' AND length({fraction}) <= 2 + {power}{below}"
    return f"CASE WHEN {number} THEN try_cast({text} AS DECIMAL(18, 2)) END"


def integer_text_sql(x: str, label: str) -> str:
    """A whole number of at most 1200, the unit that the column's label names behind it or not."""
    units = "个月|月" if "月" in label.rpartition("(")[2] else "日|天"
    pattern = rf"^([0-9]{{1,6}})(?:\.0*)?[\s　]*(?:{units})?$"
    number = f"try_cast(nullif(regexp_extract({half_width_sql(x)}, {literal(pattern)}, 1), '') AS INTEGER)"
    return f"CASE WHEN {number} BETWEEN 0 AND 1200 THEN {number} END"
