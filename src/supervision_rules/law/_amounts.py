"""Amounts of money as decisions write them: in digits, in words (大写), and mixed (3万元)."""

from __future__ import annotations

import re
from decimal import Decimal

from supervision_rules.law._numerals import plain_numerals, whole_number

_MOST = Decimal("9999999999999.99")
_LONGEST = 60  # no writing of an amount is longer

_WORDS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("", "拾", "佰", "仟")
_SECTIONS = ("", "万", "亿", "万")

_MARKS = str.maketrans("，．（）：￥圆圓", ",.():¥元元")
_PREFIX = re.compile(r"(?:人民币|RMB|CNY|¥|\((?:大写|小写)\)|大写|小写|:)+", re.IGNORECASE)
_SUFFIX = re.compile("(?:人民币|[(](?:大写|小写)[)])$")
_TWICE = re.compile(r"(?P<first>.+)\((?P<second>[^()]+)\)")
# A single digit behind a unit, without 零: 105 or 150, 10,002 or 12,000. In 大写 it is always the former.
_OPEN_END = re.compile("[百千万亿][一二三四五六七八九1-9]$|^[一二三四五六七八九]{2}$")
_PLAIN_WORDS = re.compile("[一二两兩三四五六七八九十百千廿卅]")
_ARABIC = re.compile(r"[0-9]{1,16}(?:\.[0-9]{1,6})?")
_ARABIC_UNIT = re.compile(r"([0-9]{1,6}(?:\.[0-9]{1,6})?)([十百千])")
_SMALL = {"十": 10, "百": 100, "千": 1000}


def read_amount(text: str) -> Decimal | None:
    """The one amount that a text writes, in yuan.

    Reads 大写 (壹万贰仟叁佰元零伍分), digits with or without separators (30,000元), full-width forms, 万 and 亿
    (1.5万元), and an amount written twice (叁万元整（¥30000）) where both say the same.

    Args:
        text: the amount alone; 人民币, ￥ and 整 may stand with it, and stray spaces.

    Returns:
        Yuan, or None where the text is no amount, more than one, or one that can be read in two ways (一万五元).
    """
    if len(text) > 4 * _LONGEST:
        return None
    flat = _without_spaces(text.translate(_MARKS))
    if flat is None or len(flat) > _LONGEST:
        return None
    twice = _TWICE.fullmatch(flat)
    if twice and twice["second"] not in ("大写", "小写"):
        first, second = _one(twice["first"]), _one(twice["second"])
        return first if first == second else None
    return _one(flat)


def amount_in_words(amount: Decimal) -> str:
    """Write an amount of yuan in 大写: 12300.05 is 壹万贰仟叁佰元零伍分, 30000 is 叁万元整.

    Args:
        amount: yuan, from 0 to 9,999,999,999,999.99, with two decimals at most.

    Raises:
        ValueError: an amount outside of that.
    """
    if not 0 <= amount <= _MOST or amount * 100 != int(amount * 100):
        raise ValueError(amount)
    yuan, cents = divmod(int(amount * 100), 100)
    jiao, fen = divmod(cents, 10)
    words = _whole_in_words(yuan) + "元" if yuan or not cents else ""
    if not cents:
        return words + "整"
    if jiao:
        words += _WORDS[jiao] + "角"
    elif words:
        words += _WORDS[0]
    return words + (_WORDS[fen] + "分" if fen else "")


def _whole_in_words(yuan: int) -> str:
    """The yuan in 大写, with one 零 for any row of noughts inside."""
    if yuan == 0:
        return _WORDS[0]
    digits = str(yuan)
    words, nought = "", False
    for index, character in enumerate(digits):
        place = len(digits) - 1 - index
        if character == "0":
            nought = True
        else:
            words += (_WORDS[0] if nought else "") + _WORDS[int(character)] + _PLACES[place % 4]
            nought = False
        section = place // 4
        if place % 4 == 0 and section:
            filled = int(digits[max(0, index - 3) : index + 1]) > 0
            # 亿 is written over an empty section too: 一万亿 has nothing between 万 and 亿.
            if filled or section == 2:
                words += _SECTIONS[section]
            if filled:
                nought = False
    return words


def _without_spaces(text: str) -> str | None:
    """The text without its spaces; None where a space parts two numbers (3000 5000)."""
    text = " ".join(text.split())
    for run in re.findall(r"[0-9.,]+(?: [0-9.,]+)+", text):
        figures = re.findall(r"[0-9]+", run) or [""]
        spaced = all(len(figure) == 1 for figure in figures)
        grouped = len(figures[0]) <= 3 and re.fullmatch(r"[0-9]+(?:[ ,]+[0-9]{3})*(?: ?\. ?[0-9]+)?", run)
        if not spaced and not grouped:
            return None
    return text.replace(" ", "")


def _one(text: str) -> Decimal | None:
    """The amount of a text without spaces that holds one at most."""
    prefix = _PREFIX.match(text)
    text = _SUFFIX.sub("", text[prefix.end() :] if prefix else text)
    spoken = bool(_PLAIN_WORDS.search(text))
    plain = plain_numerals(re.sub("[整正]$", "", text))
    if re.search(r"[0-9],", plain):
        if not re.fullmatch(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?[^0-9]*", plain):
            return None
        plain = plain.replace(",", "")
    yuan, found, coins = plain.partition("元")
    if not found and re.search("[角分]", yuan):
        yuan, coins = "", plain
    if coins and "." in yuan:
        return None
    written_out = spoken or bool(re.search(r"[0-9]", yuan))
    if written_out and _OPEN_END.search(yuan):
        return None
    whole = _number(yuan) if yuan else Decimal(0) if coins and not found else None
    small = _coins(coins)
    return None if whole is None or small is None else _tidy(whole + small)


def _coins(text: str) -> Decimal | None:
    """What follows 元 (5角3分), in yuan; nothing is nought."""
    found = re.fullmatch(
        "零*(?:(?P<jiao>[一二三四五六七八九零0-9])角)?零*(?:(?P<fen>[一二三四五六七八九零0-9])分)?", text
    )
    if found is None:
        return None
    total = Decimal(0)
    for name, worth in (("jiao", Decimal("0.1")), ("fen", Decimal("0.01"))):
        if digit := found[name]:
            total += worth * (int(digit) if digit.isascii() else whole_number(digit) or 0)
    return total


def _number(plain: str) -> Decimal | None:
    """A number in digits, in words, or in both (1万2千, 1.5万, 三点五万)."""
    total = Decimal(0)
    for unit, value, most in (("亿", 10**8, 10**5), ("万", 10**4, 10**4)):
        left, found, right = plain.partition(unit)
        if found:
            higher = _number(left) if unit == "亿" else _part(left, row=False)
            if not higher or higher >= most:
                return None
            total += higher * value
            if not right:
                return total
            if higher != int(higher):
                return None
            plain = right.removeprefix("零") if right[-1:].isascii() else right
    rest = _part(plain, row=total == 0)
    return None if rest is None or (total and rest >= 10**8) else total + rest


def _part(plain: str, row: bool) -> Decimal | None:
    """A number without 万: digits with decimals, digits with small units (1千5百), or words."""
    if _ARABIC.fullmatch(plain):
        return Decimal(plain)
    whole, point, decimals = plain.partition("点")
    if point:
        digits = [whole_number(digit) for digit in decimals[:6]]
        base = whole_number(whole)
        if base is None or not digits or None in digits or len(decimals) > 6:
            return None
        return base + Decimal("0." + "".join(str(digit) for digit in digits))
    if re.search(r"[0-9]", plain):
        pieces = _ARABIC_UNIT.findall(plain)
        last = plain[sum(len(figure) + 1 for figure, _ in pieces) :]
        if "".join(figure + unit for figure, unit in pieces) + last != plain or not re.fullmatch(r"[0-9]{0,3}", last):
            return None
        units = [_SMALL[unit] for _, unit in pieces]
        if units != sorted(set(units), reverse=True) or (len(pieces) > 1 and "." in plain):
            return None
        return sum((Decimal(figure) * _SMALL[unit] for figure, unit in pieces), Decimal(last or 0))
    number = whole_number(plain, whole=row)
    return None if number is None else Decimal(number)


def _tidy(amount: Decimal) -> Decimal | None:
    """The amount without needless noughts behind the point; None above what is an amount here."""
    if amount > _MOST:
        return None
    return amount.quantize(Decimal(1)) if amount == int(amount) else amount.normalize()
