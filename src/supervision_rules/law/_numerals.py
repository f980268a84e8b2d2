"""Chinese numerals, as statutes number their articles (第四十六条)."""

from __future__ import annotations

import re

_DIGITS = "零一二三四五六七八九"
_UNITS = ("", "十", "百", "千")
_UNIT_VALUES = {unit: 10**place for place, unit in enumerate(_UNITS) if unit}

# Every writing of a numeral onto the plain one: 大写, the traditional forms, the circles that stand for 〇.
_FORMS = {
    "零": "〇○◯Ｏ",
    "一": "壹弌",
    "二": "贰貳弍兩两贰",
    "三": "叁参參叄弎",
    "四": "肆",
    "五": "伍",
    "六": "陆陸",
    "七": "柒",
    "八": "捌",
    "九": "玖",
    "十": "拾",
    "百": "佰",
    "千": "仟",
    "万": "萬",
    "亿": "億",
}
_FULL_WIDTH = {0xFF10 + digit: str(digit) for digit in range(10)}
_PLAIN = _FULL_WIDTH | {ord(form): plain for plain, forms in _FORMS.items() for form in forms}
_TENS = {"廿": "二十", "卄": "二十", "卅": "三十", "卌": "四十"}
_MOST_DIGITS = 16  # no figure of a statute or decision is longer; keeps hostile input cheap

NUMERAL_CHARACTERS = "0-9０-９" + _DIGITS + "".join(_UNITS) + "万亿" + "".join(_FORMS.values()) + "".join(_TENS)
"""Every character a numeral may be written with, for the inside of a regular expression's brackets."""


def chinese_number(number: int) -> str:
    """Write 0 to 9999 in Chinese numerals: 46 is 四十六, 105 is 一百零五.

    Raises:
        ValueError: outside 0 to 9999.
    """
    if not 0 <= number <= 9999:
        raise ValueError(number)
    if number == 0:
        return _DIGITS[0]
    text, pending_zero = "", False
    for place in range(len(str(number)) - 1, -1, -1):
        digit = number // 10**place % 10
        if digit == 0:
            pending_zero = bool(text)
            continue
        text += (_DIGITS[0] if pending_zero else "") + _DIGITS[digit] + _UNITS[place]
        pending_zero = False
    return text.removeprefix("一") if text.startswith("一十") else text


def read_number(text: str) -> int | None:
    """The whole number a text writes: 四十六, 46, ４６, 一百零三, 二〇二五, 〇, 两百, 廿.

    A last digit behind 百 or 千 counts as units even where 零 is left out: 一百五 is 105, as articles are numbered;
    behind 万 it is read only in 大写, since 一万二 is 12,000 in speech.

    Args:
        text: the numeral alone; spaces and line breaks in it don't matter.

    Returns:
        The number, or None where the text isn't one.
    """
    plain = plain_numerals("".join(text.split()))
    if len(plain) > 2 * _MOST_DIGITS:
        return None
    if plain.isascii():
        return int(plain) if plain.isdigit() and len(plain) <= _MOST_DIGITS else None
    if re.search("[万亿][一二三四五六七八九]$", plain) and text.strip()[-1] in _DIGITS:
        return None
    return whole_number(plain)


def plain_numerals(text: str) -> str:
    """The text with its numerals in their plain writing (壹拾 is 一十, ３ is 3, 廿 is 二十)."""
    text = text.translate(_PLAIN)
    for short, full in _TENS.items():
        text = text.replace(short, full)
    return re.sub("(?<=[零一二三四五六七八九])[Oo]|[Oo](?=[零一二三四五六七八九])", "零", text)


def whole_number(plain: str, whole: bool = True) -> int | None:
    """The number of plain Chinese numerals below 10^13, by 亿 and 万 and then section by section.

    Only a whole numeral may be a row of bare digits: 三五万 says three to five, not thirty-five.
    """
    total = 0
    for unit, value, most in (("亿", 10**8, 10**5), ("万", 10**4, 10**4)):
        left, found, right = plain.partition(unit)
        if found:
            higher = whole_number(left, whole=False) if unit == "亿" else _section(left)
            if not higher or higher >= most:
                return None
            total += higher * value
            if not right:
                return total
            plain, whole = right, False
    rest = _section(plain, row=whole)
    return None if rest is None else total + rest


def _section(plain: str, row: bool = False) -> int | None:
    """A number below 10,000 (千百十), or where a row of bare digits may stand, one of those (二〇二五)."""
    if not plain:
        return None
    if row and all(character in _DIGITS for character in plain):
        return int("".join(str(_DIGITS.index(character)) for character in plain)) if len(plain) <= 4 else None
    total, digit, below = 0, None, 10_000
    for character in plain:
        if character in _UNIT_VALUES:
            value = _UNIT_VALUES[character]
            if value >= below or (digit is None and character != "十"):
                return None
            total += (1 if digit is None else digit) * value
            digit, below = None, value
        elif character == _DIGITS[0]:
            if digit is not None:
                return None
        elif character in _DIGITS:
            if digit is not None:
                return None
            digit = _DIGITS.index(character)
        else:
            return None
    return total + (digit or 0)
