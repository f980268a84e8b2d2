"""Lists and ranges of articles, paragraphs and items (第六十三条、第六十四条第一款第（一）项至第（三）项)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum

from supervision_rules.law._numerals import NUMERAL_CHARACTERS, read_number

ARTICLE, PARAGRAPH, ITEM, SUBITEM = range(4)
_LEVELS = {"条": ARTICLE, "款": PARAGRAPH, "项": ITEM, "目": SUBITEM}
_MOST_IN_RANGE = 100  # a longer range is no list of provisions; only its ends are kept
_HIGHEST = 9999

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
    while found := _ATOM.match(flat, place):
        number = _Number.of(found, joint)
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
            atoms.extend(each.atom(level) for each in waiting[:-1] if level != ARTICLE or not each.bracketed)
            atoms.append(number.atom(level, place, suffix["suffix"] if suffix else ""))
            seen.update(atom.level for atom in atoms[-len(waiting) :])
            waiting.clear()
        joint, word = _Joint.NONE, False
        if joined := _JOINT.match(flat, place):
            joint = _Joint.RANGE if joined["range"] else _Joint.LIST
            word = joined["mark"] not in (",", ";")
            place = joined.end()
    left = _unmarked_items(waiting) if atoms else []
    if not atoms:
        return [], max((number.end for number in waiting), default=position)
    return [*atoms, *left], left[-1].end if left else end


def _unmarked_items(waiting: list[_Number]) -> list[_Atom]:
    """The items that are written without 项 (第六十九条第（一）、第七十条)."""
    first = next((index for index, number in enumerate(waiting) if number.bracketed and number.ordinal), len(waiting))
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
