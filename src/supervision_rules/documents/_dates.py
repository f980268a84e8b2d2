"""Dates as documents write them (日期): 2025年3月5日, 二〇二五年三月五日, 2025-03-05, 同年3月5日, 当日."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "O": 0, "o": 0, "0": 0}
_YEAR = r"(?P<y>(?:19|20)\d\d|[一二][〇零一二三四五六七八九Oo0]{3})"
_SMALL = r"(?:\d{1,2}|[〇零一二三四五六七八九十廿卅]{1,3})"
_WRITTEN = rf"{_YEAR}年(?P<m>{_SMALL})月(?P<d>{_SMALL})(?:日|号)"
_SHORT = rf"(?:(?P<same>同年|本年|当年)|(?P<later>次年|翌年)|(?<![\d年月]))(?P<m2>{_SMALL})月(?P<d2>{_SMALL})日"
_PLAIN = r"(?<![\d.\-/])(?P<y3>(?:19|20)\d\d)(?P<s>[-./])(?P<m3>\d{1,2})(?P=s)(?P<d3>\d{1,2})(?![\d]|[-./]\d)"
_MONTH = rf"(?:同月|本月|当月)(?P<d4>{_SMALL})日"
_RELATIVE = r"(?P<next>次日|翌日)|(?P<that>当日|同日|当天)"
_DATE = re.compile(rf"(?:{_WRITTEN})|(?:{_PLAIN})|(?:{_SHORT})|(?:{_MONTH})|(?:{_RELATIVE})", re.ASCII)
_RANGE = re.compile(r"(?:\d{1,2}[:时点]\d{0,2}分?)?(?:起|开始)?(?:至|到|-|—|~)(?:当日|同日)?")
_UNTIL = re.compile(r"(?:至|直至|截至|截止)$")
_DAY_ONLY = re.compile(r"(?:起)?(?:至|到|-|—|~)(?P<d>\d{1,2})日")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in the folded text; `last` where a span of days is written, its last day, whose words `end` covers.

    `complete`: written with year, month and day of its own, not by way of an earlier date.
    """

    day: dt.date
    start: int
    end: int
    complete: bool = True
    ranged: bool = False


def find_dates(folded: str) -> tuple[FoundDate, ...]:
    """All dates in the folded text, in order; what is no day of the calendar is left out."""
    found: list[FoundDate] = []
    for match in _DATE.finditer(folded):
        last = _told_before(found, folded, match.start())
        day = _day(match, last)
        if day is None:
            continue
        complete = match["y"] is not None or match["y3"] is not None
        start, end, ranged = match.start(), match.end(), False
        if only := _DAY_ONLY.match(folded, end):
            until = _date(day.year, day.month, int(only["d"]))
            if until is not None and until >= day:
                found.append(FoundDate(day, start, end, complete, ranged=False))
                start, end, day, ranged, complete = only.start("d"), only.end(), until, True, False
        if _UNTIL.search(folded, max(0, start - 3), start):
            ranged = True
        if found and not ranged and (gap := _RANGE.fullmatch(folded, found[-1].end, start)) and gap.group():
            ranged = day >= found[-1].day
        found.append(FoundDate(day, start, end, complete, ranged))
    return tuple(found)


def _told_before(found: list[FoundDate], folded: str, place: int) -> dt.date | None:
    """The date that 同年 and 当日 go back to: the last one that isn't in brackets."""
    for date in reversed(found):
        before = folded[max(0, date.start - 60) : date.start]
        if before.rfind("（") <= before.rfind("）") or folded.find("）", date.end, place) < 0:
            return date.day
    return found[-1].day if found else None


def _day(match: re.Match[str], last: dt.date | None) -> dt.date | None:
    if match["y"]:
        return _date(_year(match["y"]), _small(match["m"]), _small(match["d"]))
    if match["y3"]:
        return _date(int(match["y3"]), int(match["m3"]), int(match["d3"]))
    if last is None:
        return None
    if match["next"]:
        return last + dt.timedelta(days=1) if last < dt.date.max else None
    if match["that"]:
        return last
    if match["d4"]:
        return _date(last.year, last.month, _small(match["d4"]))
    return _date(last.year + (match["later"] is not None), _small(match["m2"]), _small(match["d2"]))


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _year(text: str) -> int:
    return int(text) if text.isdigit() and text.isascii() else int("".join(str(_DIGITS[c]) for c in text))


def _small(text: str) -> int:
    """1 to 39 in digits or Chinese numerals; 0 where it is none."""
    if text.isascii():
        return int(text)
    text = text.replace("廿", "二十").replace("卅", "三十")
    tens, ten, ones = text.rpartition("十")
    if ten:
        return (_DIGITS.get(tens, 0) if tens else 1) * 10 + (_DIGITS.get(ones, 0) if ones else 0)
    return int("".join(str(_DIGITS[c]) for c in text)) if all(c in _DIGITS for c in text) else 0
