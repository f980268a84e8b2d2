"""Chinese numerals, as statutes number their articles (第四十六条)."""

from __future__ import annotations

_DIGITS = "零一二三四五六七八九"
_UNITS = ("", "十", "百", "千")


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
