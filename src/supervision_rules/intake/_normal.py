"""The normal form (归一形式) in which numbers, organs and identity numbers are compared, in Python and in SQL alike."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from supervision_rules.intake._sql import literal

BLANKS = "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f \x85\xa0\u1680" + "".join(map(chr, range(0x2000, 0x200E)))
BLANKS += "\u2028\u2029\u202f\u205f\u2060\u3000\ufeff"
"""Every character that counts as blank, the invisible ones of copied text too."""

_FULL_WIDTH: Mapping[str, str] = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_COMPATIBLE = {
    chr(code): plain
    for low, high in ((0x2E80, 0x2FE0), (0xF900, 0xFB00), (0x2F800, 0x2FA20))
    for code in range(low, high)
    if len(plain := unicodedata.normalize("NFKC", chr(code))) == 1 and plain != chr(code)
}
_OPENING, _CLOSING = "〔﹝［[（({｛【〖〈<＜", "〕﹞］]）)}｝】〗〉>＞"
_LOWER = "abcdefghijklmnopqrstuvwxyz"
_UPPER = {c: c.upper() for c in _LOWER} | {chr(ord(c) + 0xFEE0): c.upper() for c in _LOWER}
_BRACKETS = dict.fromkeys(_OPENING, "(") | dict.fromkeys(_CLOSING, ")")
_DROPPED = dict.fromkeys(BLANKS, "")

_ORGAN = {**_FULL_WIDTH, **_COMPATIBLE, **_DROPPED}
_IDENTITY = {**_FULL_WIDTH, **_UPPER, **_DROPPED}
_NUMBER = {**_FULL_WIDTH, **_COMPATIBLE, **_UPPER, **_BRACKETS, **_DROPPED}
_USUAL = frozenset("〔〕［］[]（）【】 　\t\r\n\xa0" + _LOWER + "".join(chr(0xFF10 + i) for i in range(10)))
_SERIAL = r"(^|[^0-9])0+([0-9]+[^0-9]*)$"


def normal_number(text: str) -> str:
    """A decision's or case's number (文号、案号) in its normal form.

    Half width, capitals, one kind of brackets, no blanks, no leading zeros in the last group of digits.
    """
    return re.sub(_SERIAL, r"\1\2", _replaced(text, _NUMBER), count=1)


def normal_organ(text: str) -> str:
    """An organ's name (机关名称) in half width without blanks."""
    return _replaced(text, _ORGAN)


def normal_identity(text: str) -> str:
    """An identity number (证件号码) in half width and capitals without blanks."""
    return _replaced(text, _IDENTITY)


def number_sql(expression: str) -> str:
    """`normal_number` as an SQL expression."""
    plain = _translated(f"translate({expression}, '〔〕（）', '()()')", _NUMBER, done="()")
    return f"regexp_replace({plain}, {literal(_SERIAL)}, '\\1\\2')"


def organ_sql(expression: str) -> str:
    """`normal_organ` as an SQL expression."""
    return _translated(f"translate({expression}, '（）', '()')", _ORGAN)


def identity_sql(expression: str) -> str:
    """`normal_identity` as an SQL expression."""
    return _translated(expression, _IDENTITY)


def half_width_sql(expression: str) -> str:
    """The text in half width, as an SQL expression; blanks stay."""
    return _translated(expression, _FULL_WIDTH)


def character_class(characters: str) -> str:
    """A regular expression's class of just these characters."""
    ranges: list[list[int]] = []
    for code in sorted(set(map(ord, characters))):
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "[" + "".join(f"\\x{{{low:x}}}-\\x{{{high:x}}}" for low, high in ranges) + "]"


def _replaced(text: str, table: Mapping[str, str]) -> str:
    return text.translate({ord(old): new for old, new in table.items()})


def _translated(expression: str, table: Mapping[str, str], done: str = "") -> str:
    """The expression with the table's replacements.

    `translate` takes time for each character that it knows: texts that need none skip it, the rest go first through
    a small one with what is usual, and through the whole only where something is left.
    """
    changed = {old: new for old, new in table.items() if old != new and old not in done}
    usual = {old: new for old, new in changed.items() if old in _USUAL}
    rare = {old: new for old, new in changed.items() if old not in _USUAL}
    whole = f"CASE WHEN {_contains('y', rare)} THEN {_translate('y', rare)} ELSE y END"
    return (
        f"CASE WHEN {_contains(expression, changed)} "
        f"THEN list_transform([{_translate(expression, usual)}], lambda y: {whole})[1] ELSE {expression} END"
    )


def _contains(expression: str, table: Mapping[str, str]) -> str:
    return f"regexp_matches({expression}, {literal(character_class(''.join(table)))})"


def _translate(expression: str, table: Mapping[str, str]) -> str:
    kept = [old for old, new in table.items() if new]
    dropped = [old for old, new in table.items() if not new]
    new = "".join(table[old] for old in kept)
    return f"translate({expression}, {literal(''.join(kept + dropped))}, {literal(new)})"
