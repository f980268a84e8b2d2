"""How a statute came about (沿革): the days it was passed, published, amended and came into force, as its text tells."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from supervision_rules.law._numerals import read_number

EventKind = Literal["passed", "published", "approved", "amended", "in_force", "repealed"]

_N = "0-9０-９一二三四五六七八九十〇○零Ｏ"
DAY = rf"[{_N}]{{4}}\s*年\s*[{_N}]{{1,3}}\s*月\s*[{_N}]{{1,3}}\s*日"
_DAY = re.compile(DAY)
_PARTS = re.compile(rf"([{_N}]{{4}})\s*年\s*([{_N}]{{1,3}})\s*月\s*([{_N}]{{1,3}})\s*日")
_TITLE = re.compile(r"《[^《》]*》|〈[^〈〉]*〉|<[^<>]*>")
_FORCE = r"(?:正式)?(?:施行|实施|执行|生效)"
_ITSELF = re.compile(rf"(?<![条款项])(?:自|从|于)?\s*({DAY})\s*(?:零时)?(?:起|开始|之日起)?{_FORCE}")
_PUBLISHED = re.compile(rf"(?<![条款项])(?:自|从)?(?:公布|发布|颁布|印发|公告)(?:之日)?起?{_FORCE}")
_NATIONAL = re.compile("全国人民代表大会(?!.*(?:省|市|自治区|州|县))")
_PREAMBLE = re.compile(r"^(?:为|鉴于|依照|依据)|制定本|现就|现将|如下[：:]|[：:]$")
_LAST_ARTICLES = 6
_SAME = dt.timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Event:
    """One thing in a statute's history.

    Attributes:
        day: when.
        kind: passed (通过), published (公布), approved (批准), amended (修正、修订), in_force (施行), repealed (废止).
        text: what the line says of it.
    """

    day: dt.date
    kind: EventKind
    text: str = ""


@dataclass(frozen=True, slots=True)
class Days:
    """The days of the version that a text holds.

    Attributes:
        passed: the day it was passed or published; None where neither text nor file name tells.
        in_force: the first day in force; None where the text doesn't tell.
        source: where that day stands, or why it isn't told, Chinese.
        source_en: the same in English.
        first_effective: the day the statute itself came into force, where the text tells.
        amendments: every day on which it was passed or amended.
        final: the day in force that the last articles tell, whichever version's it is.
    """

    passed: dt.date | None
    in_force: dt.date | None
    source: str
    source_en: str
    first_effective: dt.date | None
    amendments: tuple[dt.date, ...]
    final: dt.date | None = None


def read_day(text: str) -> dt.date | None:
    """A day as texts write it: 2004年7月1日, 二○○四年七月一日."""
    found = _PARTS.search(text)
    if found is None:
        return None
    numbers = [read_number(part) for part in found.groups()]
    if None in numbers:
        return None
    try:
        return dt.date(*(number for number in numbers if number is not None))
    except ValueError:
        return None


def read_events(text: str) -> list[Event]:
    """The events that the text above a statute's first article tells, in its order."""
    events = []
    text = "\n".join(line for line in text.split("\n") if not _PREAMBLE.search(line))
    found = [match for match in _DAY.finditer(text) if read_day(match[0]) is not None]
    found = [match for match in found if text.count("《", 0, match.start()) <= text.count("》", 0, match.start())]
    for match, following in zip(found, [*found[1:], None], strict=False):
        day = read_day(match[0])
        said = text[match.end() : following.start() if following else len(text)].lstrip("\n ").partition("\n")[0]
        if day is not None:
            events += [Event(day, kind, said.strip(" （）()，,;；\n")) for kind in _kinds(said)]
    return events


def _kinds(said: str) -> Iterator[EventKind]:
    bare = said
    while (shorter := _TITLE.sub("", bare)) != bare:
        bare = shorter
    amending = "修正案" in said and "通过的《" in said
    if re.search("修正|修订|修改", bare) or amending:
        yield "amended"
    elif re.search("通过", bare):
        yield "passed"
    if re.search("公布|发布|颁布", bare):
        yield "published"
    elif "批准" in bare:
        yield "approved"
    if re.search(r"(?:^|起|公布|发布|[\s,，、])(?:正式)?(?:施行|实施|生效)", bare):
        yield "in_force"
    if re.search("废止|失效", bare):
        yield "repealed"


def _groups(events: Sequence[Event]) -> list[list[Event]]:
    """The events of each version: an amendment, or another passing after more than a year, begins one.

    A publication or approval belongs to what it publishes; so does a province's decision on what its city passed.
    """
    groups: list[list[Event]] = []
    for event in events:
        if event.kind in ("in_force", "repealed"):
            continue
        last = groups[-1] if groups else []
        near = bool(last) and abs(event.day - last[-1].day) <= _SAME
        if event.kind == "amended":
            begins = not (near and (last[-1].day == event.day or (len(groups) > 1 and last[0].kind == "passed")))
        else:
            begins = event.kind == "passed" and not near
        if begins or not groups:
            groups.append([])
        groups[-1].append(event)
    return sorted(groups, key=lambda group: group[0].day)


def find_days(events: Sequence[Event], articles: Sequence[str], named: dt.date | None = None) -> Days:
    """The days of the version that a text holds.

    The rule: a day in force, of a line 施行 above the text or of its last articles, belongs to the latest version in the
    history that isn't later than it, or to the original where all are later. So where amendments follow the original, the
    final article's day (…自2004年7月1日起施行) is the original's, and the day of the amended version isn't told.

    Args:
        events: the history above the text.
        articles: the articles' words, in order.
        named: the day in the file's name (道路运输条例(2023-07-20)), which names the version where the history lacks it.
    """
    final, on_publication = _final(articles)
    groups = _groups(events)
    told = [event.day for event in events if event.kind == "in_force"] + ([final] if final else [])
    last = groups[-1][-1].day if groups else None
    if named is not None and (last is None or (named > last and named not in told)):
        amended = (
            bool(groups) and not any(day >= named for day in told) and not _publishes(groups, on_publication, named)
        )
        name = Event(named, "amended" if amended or not groups else "published", "文件名")
        groups = [*groups, [name]] if amended or not groups else [*groups[:-1], [*groups[-1], name]]
        last = named
    elif named is not None and any(event.day == named for event in (groups[-1] if groups else ())):
        last = named
    amendments = tuple(sorted({_name_of(group) for group in groups[:-1]} | ({last} if last else set())))
    if not groups:
        return Days(None, None, "没有通过或公布日期", "no day of passing or publication", None, amendments, final)
    own = sorted({day for day in told if _owner(groups, day) == len(groups) - 1})
    first = sorted({day for day in told if _owner(groups, day) == 0})
    published = _published(groups[0]) if on_publication else None
    first_effective = first[0] if len(first) == 1 else published if not first else None
    final = final or published
    if not own and len(groups) == 1 and published is not None:
        return Days(last, published, "公布之日起施行", "in force on publication", published, amendments, final)
    if own or len(groups) == 1 or not (final or on_publication):
        day = own[0] if len(own) == 1 else None
        return Days(last, day, *_why(own, on_publication), first_effective, amendments, final)
    reason = f"文中的施行日({final or '公布之日'})是原法的,{last} 修改后的版本何时施行,文中没有写"
    reason_en = (
        f"the day told ({final or 'that of publication'}) is the original's; "
        f"when the version of {last} took effect isn't told"
    )
    return Days(last, None, reason, reason_en, first_effective, amendments, final)


def _publishes(groups: Sequence[Sequence[Event]], on_publication: bool, named: dt.date) -> bool:
    """Whether the day of a file's name is that of publication of what the history only says was passed."""
    if len(groups) != 1 or not on_publication or named - groups[0][-1].day > _SAME:
        return False
    return all(event.kind in ("passed", "approved") for event in groups[0])


def _owner(groups: Sequence[Sequence[Event]], day: dt.date) -> int:
    return max((index for index, group in enumerate(groups) if group[0].day <= day), default=0)


def _name_of(group: Sequence[Event]) -> dt.date:
    return group[-1].day


def _published(group: Sequence[Event]) -> dt.date | None:
    """The day a version was published: told, or for national laws the day of passing, when the decree is signed."""
    day = next((event.day for event in reversed(group) if event.kind == "published"), None)
    if day is None and len(group) == 1 and _NATIONAL.search(group[0].text):
        return group[0].day
    return day


def _why(days: Sequence[dt.date], on_publication: bool) -> tuple[str, str]:
    if len(days) == 1:
        return "文中载明的施行日", "told by the text"
    if days:
        listed = "、".join(map(str, days))
        return f"文中有几个施行日:{listed}", f"several days in force are told: {', '.join(map(str, days))}"
    if on_publication:
        return "自公布之日起施行,但没有公布日期", "in force on publication, whose day isn't told"
    return "文中没有写施行日期", "the text tells no day in force"


def _final(articles: Sequence[str]) -> tuple[dt.date | None, bool]:
    """The day in force that the last articles tell, or whether it is that of publication."""
    for text in reversed(articles[-_LAST_ARTICLES:]):
        best = re.search(rf"(?:本|该)[^，。；：\s]{{1,14}}(?:自|从|于)\s*({DAY})\s*(?:起|开始|之日起)?{_FORCE}", text)
        found = best or _ITSELF.search(text)
        if found:
            return read_day(found[1]), False
        if _PUBLISHED.search(text):
            return None, True
    return None, False
