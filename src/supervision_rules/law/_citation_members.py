"""Lists and ranges of articles, paragraphs and items (第六十三条、第六十四条第一款第（一）项至第（三）项)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum

from supervision_rules.law._citation_text import Span
from supervision_rules.law._numerals import NUMERAL_CHARACTERS, read_number

ARTICLE, PARAGRAPH, ITEM, SUBITEM = range(4)
_LEVELS = {"条": ARTICLE, "款": PARAGRAPH, "项": ITEM, "目": SUBITEM}
_MOST_IN_RANGE = 100  # a longer range is no list of provisions; only its ends are kept
_HIGHEST = 9999
_HIGHEST_ITEM = 50  # a higher number in brackets is a year or a note
_YEARS = 1900  # where numbers with a point behind them begin to be years

_CIRCLED = {
    **{chr(0x2460 + number): number + 1 for number in range(20)},
    **{chr(0x2474 + number): number + 1 for number in range(20)},
    **{chr(0x2488 + number): number + 1 for number in range(20)},
    **{chr(0x3220 + number): number + 1 for number in range(10)},
    **{chr(0x3280 + number): number + 1 for number in range(10)},
}
CIRCLED = "".join(_CIRCLED)
_NUMERAL = f"[{NUMERAL_CHARACTERS}]"
_ATOM = re.compile(
    rf"(?P<ordinal>第)?(?:(?P<open>[(\[])?(?P<number>{_NUMERAL}{{1,9}}(?!{_NUMERAL}))(?:之(?P<inner>{_NUMERAL}{{1,3}}))?"
    rf"(?P<close>[)\]])?|[(\[]?(?P<circled>[{CIRCLED}])[)\]]?)(?P<unit>[条款项目])?"
)
_BARE = re.compile(
    r"(?:[(\[][^()\[\]]{1,5}[)\]]|[\u2474-\u2487\u3220-\u3229])(?=$|[、,;。:)\]》”至到(\[和及与或并第的之所]|规定|以及)"
)
_DOTTED = re.compile(
    r"第?(?P<article>\d{1,4})\.(?P<paragraph>\d{1,2})(?:\.(?P<item>\d{1,2}))?(?![.]?\d|[%‰年月日元万千百亿倍版吨米公条款项])"
)
_SUFFIX = re.compile(rf"之(?P<suffix>{_NUMERAL}{{1,3}})(?!{_NUMERAL}|[款项目日月年天个种])")
_JOINT = re.compile("(?P<range>[至到]|-{1,2})|[、,;/]?(?P<word>以及|及其|及|和|与|或者|或|并|暨|同)|(?P<mark>[、,;/])")


@dataclass(frozen=True, slots=True)
class Member:
    """One provision of a list, with the stretch of the flat text that names it.

    `own` is where its last level begins: 第（一） of 第六十九条第（一）项, which is where a range of items begins.
    """

    article: int | None
    suffix: int
    paragraph: int | None
    item: int | None
    start: int
    end: int
    own: int
    ranged: bool = False


class _Joint(Enum):
    """How a number hangs on what stands before it."""

    NONE, LIST, RANGE = range(3)


@dataclass(frozen=True, slots=True)
class _Atom:
    """A number with its level."""

    number: int
    suffix: int
    level: int
    start: int
    end: int
    joint: _Joint


@dataclass(frozen=True, slots=True)
class _Number:
    """A number whose level is not known yet; `value` is 0 where it can't be that of a provision."""

    value: int
    inner: str
    ordinal: bool
    bracketed: bool
    start: int
    end: int
    joint: _Joint
    bare: bool = False  # an item without 第 and 项, right behind its article or paragraph

    @classmethod
    def of(cls, found: re.Match[str], joint: _Joint) -> _Number:
        value = _CIRCLED[found["circled"]] if found["circled"] else read_number(found["number"]) or 0
        bracketed = bool(found["open"] or found["close"] or found["circled"])
        ordinal = bool(found["ordinal"])
        return cls(
            value if value <= _HIGHEST else 0,
            found["inner"] or "",
            ordinal,
            bracketed,
            found.start(),
            found.end(),
            joint,
        )

    @property
    def loose(self) -> bool:
        """Whether neither 第 nor a bracket marks it."""
        return not self.ordinal and not self.bracketed

    def atom(self, level: int, end: int | None = None, suffix: str = "") -> _Atom:
        extra = (read_number(suffix or self.inner) or 0) if level == ARTICLE else 0
        return _Atom(self.value, extra, level, self.start, self.end if end is None else end, self.joint)


def read_members(flat: str, position: int, base: Member | None = None) -> tuple[list[Member], int]:
    """Read a list of provisions.

    Args:
        flat: the text.
        position: where the list begins.
        base: the provision that stands right before the list and that its first words belong to (该条第二款); it is
            itself the first of the members given. Without one the list has to begin with an article.

    Returns:
        The members in the order of the text, of ranges only the ends, and where the list ends; without members, where
        what might have been one ends.
    """
    atoms, end = _atoms(flat, position, ARTICLE if base is None else _level(base))
    members = [] if base is None else [base]
    for atom in atoms:
        if not members and atom.level != ARTICLE:
            return [], end
        if atom.level == SUBITEM:
            members[-1] = replace(members[-1], end=atom.end)
        elif members and atom.joint is _Joint.NONE and atom.level > _level(members[-1]):
            members[-1] = replace(_below(members[-1], atom), start=members[-1].start, ranged=members[-1].ranged)
        else:
            members.append(_below(members[-1] if members else None, atom))
    return members, end


def _atoms(flat: str, position: int, above: int) -> tuple[list[_Atom], int]:
    """The numbers of a list with their levels; a number without a unit takes that of the next one that has it."""
    atoms: list[_Atom] = []
    waiting: list[_Number] = []
    seen: set[int] = {above}
    end = place = position
    joint, word = _Joint.NONE, False
    while True:
        if not waiting and (more := _further(flat, place, joint, atoms)):
            atoms += more
            seen.update(atom.level for atom in more)
            end = place = more[-1].end
            joint, word, place = _joint(flat, place)
            continue
        if not (found := _ATOM.match(flat, place)):
            break
        number = _Number.of(found, joint)
        if _is_bare(flat, number, atoms, waiting, end):
            number = replace(number, bare=True)
        level = _LEVELS[found["unit"]] if found["unit"] else None
        if not number.value or (
            number.loose and not waiting and not _may_be_loose(level, joint, word, seen, within=bool(atoms))
        ):
            break
        waiting.append(number)
        place = found.end()
        if level is not None:
            suffix = _SUFFIX.match(flat, place) if level == ARTICLE else None
            end = place = suffix.end() if suffix else place
            atoms.extend(_unmarked_items(waiting[:-1]) if level == ARTICLE else ())
            atoms.extend(
                each.atom(ITEM if each.bare and level == PARAGRAPH else level)
                for each in waiting[:-1]
                if level != ARTICLE or not each.bracketed
            )
            atoms.append(number.atom(level, place, suffix["suffix"] if suffix else ""))
            seen.update(atom.level for atom in atoms[-len(waiting) :])
            waiting.clear()
        joint, word, place = _joint(flat, place)
    left = _unmarked_items(waiting) if atoms else []
    if not atoms:
        return [], max((number.end for number in waiting), default=position)
    return [*atoms, *left], left[-1].end if left else end


def _joint(flat: str, place: int) -> tuple[_Joint, bool, int]:
    """What joins the next number to a list, whether it is more than a comma, and where it ends."""
    joined = _JOINT.match(flat, place)
    if joined is None:
        return _Joint.NONE, False, place
    return _Joint.RANGE if joined["range"] else _Joint.LIST, joined["mark"] not in (",", ";"), joined.end()


def _further(flat: str, place: int, joint: _Joint, atoms: list[_Atom]) -> list[_Atom]:
    """What is no number with a unit: 之二 behind 第一百三十三条之一, and 63.1.1 as tables have it; else empty."""
    if atoms and atoms[-1].level == ARTICLE and joint is not _Joint.NONE and (found := _SUFFIX.match(flat, place)):
        suffix = read_number(found["suffix"]) or 0
        return [_Atom(atoms[-1].number, suffix, ARTICLE, place, found.end(), joint)] if suffix else []
    if atoms and (joint is not _Joint.LIST or atoms[-1].level == ARTICLE):
        return []
    found = _DOTTED.match(flat, place)
    numbers = [int(part) for part in found.groups() if part] if found else []
    if not found or not all(numbers) or numbers[0] >= _YEARS:
        return []
    return [
        _Atom(number, 0, level, place, found.end(), _Joint.NONE if level else joint)
        for level, number in enumerate(numbers)
    ]


def _is_bare(flat: str, number: _Number, atoms: list[_Atom], waiting: list[_Number], end: int) -> bool:
    """Whether a number in brackets is an item without 项: right behind an article or paragraph, and no words behind it."""
    if number.ordinal or not number.value <= _HIGHEST_ITEM or not _BARE.match(flat, number.start):
        return False
    if waiting:
        return waiting[-1].bare
    return bool(atoms) and atoms[-1].level < ITEM and number.joint is _Joint.NONE and number.start == end


def _unmarked_items(waiting: list[_Number]) -> list[_Atom]:
    """The items that are written without 项 (第六十九条第（一）、第七十条, 第七十六条（五）)."""
    starts = (index for index, number in enumerate(waiting) if number.bare or (number.bracketed and number.ordinal))
    first = next(starts, len(waiting))
    return [number.atom(ITEM) for number in waiting[first:] if number.bracketed]


def _may_be_loose(level: int | None, joint: _Joint, word: bool, seen: set[int], *, within: bool) -> bool:
    """Whether a number without 第 and brackets goes on with a list (第六十三条1款, 第一款、二款)."""
    if not within:
        return level is not None
    if joint is _Joint.NONE:
        return level is not None and level not in seen
    return word and (level is None or level in seen)


def _level(member: Member) -> int:
    return ITEM if member.item is not None else PARAGRAPH if member.paragraph is not None else ARTICLE


def _below(parent: Member | None, atom: _Atom) -> Member:
    """The member an atom names, with what it leaves out taken from the member before it."""
    article, suffix, paragraph = (parent.article, parent.suffix, parent.paragraph) if parent else (None, 0, None)
    ranged = atom.joint is _Joint.RANGE
    if atom.level == ARTICLE:
        return Member(atom.number, atom.suffix, None, None, atom.start, atom.end, atom.start, ranged)
    if atom.level == PARAGRAPH:
        return Member(article, suffix, atom.number, None, atom.start, atom.end, atom.start, ranged)
    return Member(article, suffix, paragraph, atom.number, atom.start, atom.end, atom.start, ranged)


def fill_ranges(members: list[Member]) -> list[Member]:
    """The members with what lies inside their ranges, each of which has the words of the whole range."""
    filled: list[Member] = []
    for member in members:
        if member.ranged and filled:
            filled.extend(_between(filled[-1], member))
        filled.append(member)
    return filled


def _between(first: Member, last: Member) -> list[Member]:
    inner = replace(last, start=first.own, own=first.own, ranged=False)
    if first.article == last.article and first.suffix == last.suffix:
        if first.item is not None and last.item is not None and first.paragraph == last.paragraph:
            return [replace(inner, item=number) for number in _inside(first.item, last.item)]
        if first.item is None and last.item is None and first.paragraph is not None and last.paragraph is not None:
            return [replace(inner, paragraph=number) for number in _inside(first.paragraph, last.paragraph)]
        return []
    inner = replace(inner, paragraph=None, item=None, start=first.start, own=first.start)
    if first.article == last.article:
        return [replace(inner, suffix=number) for number in _inside(first.suffix, last.suffix)]
    if first.article is None or last.article is None:
        return []
    return [replace(inner, article=number, suffix=0) for number in _inside(first.article, last.article)]


def _inside(first: int, last: int) -> range:
    return range(first + 1, last) if last - first <= _MOST_IN_RANGE else range(0)


def before(last: Member, what: str, back: int, here: Span) -> Member | None:
    """The provision that stands some places before another; None where there is none, or it can't be told."""
    base = Member(last.article, last.suffix, last.paragraph, last.item, here.start, here.end, here.start)
    if what == "款":
        number = (last.paragraph or 0) - back
        return replace(base, paragraph=number, item=None) if number > 0 else None
    if what == "项":
        number = (last.item or 0) - back
        return replace(base, item=number) if number > 0 else None
    suffix = last.suffix - back
    article = last.article or 0
    if last.suffix:
        return replace(base, suffix=suffix, paragraph=None, item=None) if suffix >= 0 else None
    return replace(base, article=article - back, paragraph=None, item=None) if article > back else None
