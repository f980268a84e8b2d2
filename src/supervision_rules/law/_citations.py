"""Citations in Chinese legal texts (引用的法条): which statute, article, paragraph and item, and where in the text.

Every provision of a list is a citation of its own. The first begins at the 《 of the title (or at 同法, 该条), the
others at their own 第; what lies inside a range has the words of the whole range, its ends their own. A title with no
article is one citation that spans the brackets. 同法, 该条例 and a defined 《条例》 have the title that they stand for,
as the text first writes it; what nothing defines stays as written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from supervision_rules.law._citation_members import Member, before, fill_ranges, read_members
from supervision_rules.law._citation_memory import Statute, StatuteMemory
from supervision_rules.law._citation_names import GENERIC, name_around, name_before, name_meant
from supervision_rules.law._citation_notes import read_notes
from supervision_rules.law._citation_text import FlatText, Span
from supervision_rules.law._citation_titles import (
    ends_like_statute,
    may_be_statute,
    split_version,
    version_before,
    version_of,
)
from supervision_rules.law._citation_words import AGAIN, COUNTED, DEFINES, GAP, GLUE, STOP, TOKEN
from supervision_rules.law._numerals import read_number


@dataclass(frozen=True, slots=True)
class Citation:
    """One provision cited (引用的法条).

    Attributes:
        title: of the statute, without 《》 and spaces, as the text first writes it.
        article: None where the statute is cited without one.
        article_suffix: the number behind 之 (第十条之二), else 0.
        paragraph: 款, None where it isn't given.
        item: 项, None where it isn't given.
        start: the first character in the text.
        end: the character behind the last.
        version: the version named with the title, `2022` or `2021-01-22`; None where none is.
    """

    title: str
    article: int | None
    article_suffix: int
    paragraph: int | None
    item: int | None
    start: int
    end: int
    version: str | None = None


def read_citations(text: str) -> tuple[Citation, ...]:
    """Every provision that a text cites, in its order; takes time in proportion to the text and never raises."""
    return _Reader(text).read()


_LONGEST_TITLE = 150


class _Reader:
    """Reads one text from its beginning to its end, and knows what it has read."""

    def __init__(self, text: str) -> None:
        self._text = FlatText.of(text)
        self._flat = self._text.flat
        self._found: list[Citation] = []
        self._memory = StatuteMemory()
        self._cited: tuple[Statute, Member] | None = None
        self._bare: int | None = None  # which of the found is the title named last, as long as no article follows
        self._position = 0
        self._sentence = False  # whether a statute was named since the sentence began
        self._looked = 0

    def read(self) -> tuple[Citation, ...]:
        while token := TOKEN.search(self._flat, self._position):
            start = token.start()
            if STOP.search(self._flat, self._looked, start):
                self._sentence, self._bare = False, None
            self._looked = start
            if token["title"]:
                self._position = self._title(start)
            elif token["defines"]:
                self._position = self._define(start, token.end())
            elif token["same"]:
                self._position = self._statute_again(token)
            elif token["here"]:
                self._position = self._article_again(token)
            elif token["before"]:
                self._position = self._provision_before(token)
            else:
                self._position = self._list(start)
            self._looked = max(self._looked, self._position)
        return tuple(sorted(self._found, key=lambda citation: citation.start))

    def _title(self, start: int) -> int:
        """A title in brackets with all that belongs to it."""
        close = self._text.titles.get(start)
        if close is None or close - start > _LONGEST_TITLE or close - start < 2:
            return start + 1
        if whole := name_around(self._text, self._position, start, close):
            return self._whole(whole)
        inside = self._text.inside(start, close)
        if inside is None:
            return close + 1
        cut, version = split_version(self._flat[inside.start : inside.end])
        written = self._text.written(Span(inside.start, inside.end - cut))
        lead = self._flat[max(0, start - 20) : start]
        version = version or version_before(lead)
        statute = self._memory.defined(written) or Statute(written, version)
        if statute.title == written in GENERIC and AGAIN.search(lead):
            statute = self._memory.meant(written, written)
        notes = read_notes(self._text, close + 1)
        if notes.version and statute.version is None:
            statute = Statute(statute.title, notes.version)
        self._memory.define(notes.names, statute)
        self._memory.titled = statute
        members, after = self._members(end := notes.end)
        if members and self._flat[after : after + 1] == "(":
            late = read_notes(self._text, after)  # behind the article instead: 第六十三条（2022年修订）
            statute = replace(statute, version=statute.version or late.version)
            self._memory.define(late.names, statute)
            after = late.end
        defined, flat_title = self._memory.defined(written) is not None, self._flat[inside.start : inside.end - cut]
        if not defined and not may_be_statute(flat_title, bool(members), notes.number):
            if re.search("[,;。]|条第", flat_title):
                return start + 1  # no title but a bracket that was never closed, and titles behind it
            return after if members else end
        if not members and defined and not ends_like_statute(statute.title):
            return end
        self._meet(statute)
        if members:
            self._cite(statute, members, start)
            return after
        return self._bare_title(statute, Span(start, close + 1), end)

    def _whole(self, name: Span) -> int:
        """A name without brackets around a title in brackets (最高人民法院关于适用《…法》的解释)."""
        notes = read_notes(self._text, name.end)
        statute = Statute(self._text.written(name), notes.version)
        self._memory.define(notes.names, statute)
        self._memory.titled = statute
        members, after = self._members(notes.end)
        self._meet(statute)
        if not members:
            return self._bare_title(statute, name, notes.end)
        self._cite(statute, members, name.start)
        return after

    def _bare_title(self, statute: Statute, span: Span, end: int) -> int:
        """A title with no article behind it."""
        self._bare = len(self._found)
        self._add(statute, Member(None, 0, None, None, span.start, span.end, span.start))
        return end

    def _define(self, start: int, end: int) -> int:
        """A definition away from its title (…第六十三条（以下简称《条例》）)."""
        found = DEFINES.match(self._flat, start)
        if found is None:
            return end
        opening = self._flat.rfind("(", max(self._position, start - 40), start)
        if opening > 0 and (name := name_before(self._text, self._position, opening)):
            return self._define_name(name, opening, found)
        if self._memory.titled and (found[0].endswith("》") or ends_like_statute(found["name"])):
            self._memory.define([found["name"]], self._memory.titled)
            return found.end()
        return end

    def _define_name(self, name: Span, opening: int, found: re.Match[str]) -> int:
        """A definition behind a name without brackets (道路运输条例（以下简称《条例》）第六十三条)."""
        close = self._text.parentheses.get(opening, found.end() - 1)
        statute = Statute(self._text.written(name), version_of(self._flat[opening + 1 : close]))
        self._memory.titled = statute
        self._memory.define([found["name"]], statute)
        self._memory.meet(statute)
        members, after = self._members(close + 1)
        if members:
            self._cite(statute, members, name.start)
        return after if members else close + 1

    def _statute_again(self, token: re.Match[str]) -> int:
        """同法, 该条例, 本办法: the last statute of that kind."""
        members, after = self._members(token.end())
        if not members:
            return token.end()
        statute = self._memory.meant(token["kind"], token[0], itself=token["same"] == "本")
        if statute.title == token[0] and token["same"] != "本":
            name = name_meant(self._text, token.start(), token["kind"])
            statute = Statute(self._text.written(name)) if name else statute
        self._cite(statute, members, token.start())
        return after

    def _article_again(self, token: re.Match[str]) -> int:
        """该条第二款, 同款第（三）项: the article or paragraph cited last."""
        if self._cited is None:
            return self._past(token.end())
        statute, last = self._cited
        paragraph = last.paragraph if token["what"] == "款" else None
        base = Member(last.article, last.suffix, paragraph, None, token.start(), token.end(), token.start())
        members, after = read_members(self._flat, token.end(), base)
        if members[0] == base:  # nothing narrower stands behind it: the same provision again
            return after
        self._cite(statute, members, token.start())
        return after

    def _provision_before(self, token: re.Match[str]) -> int:
        """前款, 前条, 前两款: what stands before the provision cited last."""
        if self._cited is None or self._cited[1].article is None:
            return token.end()
        statute, last = self._cited
        count = (read_number(token["count"]) if token["count"] else None) or 1
        here = Span(token.start(), token.end())
        bases = [base for back in range(count, 0, -1) if (base := before(last, token["before"], back, here))]
        if not bases:
            # which paragraph 前款 means can't be told, but an item of it can still be named
            blank = Member(last.article, last.suffix, None, None, here.start, here.end, here.start)
            members, after = read_members(self._flat, here.end, blank)
            if token["before"] != "款" or members[0] == blank:
                return after
            self._cite(statute, members, here.start)
            return after
        members, after = read_members(self._flat, here.end, bases[-1])
        self._cite(statute, [*bases[:-1], *members], here.start)
        return after

    def _list(self, start: int) -> int:
        """Articles that no bracketed title stands before: a name without brackets, or the statute named before."""
        members, after = read_members(self._flat, start)
        name = name_before(self._text, self._position, start, self._memory.names) if members else None
        if name and COUNTED.fullmatch(self._flat, name.start, start + 1):
            name = None
        if name and (statute := self._memory.named(self._text.written(name))):
            statute = replace(statute, version=version_of(self._flat[name.end : start].strip("()")) or statute.version)
            opening = self._flat[name.start - 1 : name.start] if name.start else ""
            quoted = opening in ("《", "〈") or (opening in ("“", '"', "[") and name.end < start)
            self._cite(statute, members, name.start - 1 if quoted else name.start)
            return after
        words = self._flat[max(self._position, start - 8) : start]
        if not self._sentence or (words and not GLUE.search(words)) or self._flat[start] != "第":
            return max(after, start + 1)
        if not members:
            return self._paragraphs(start)
        statute = self._memory.last if self._bare is not None or self._cited is None else self._cited[0]
        if statute:
            self._cite(statute, members, start)
        return after

    def _paragraphs(self, start: int) -> int:
        """第二款 alone, in a sentence that cites its article."""
        if self._cited is None:
            return start + 1
        statute, last = self._cited
        base = Member(last.article, last.suffix, None, None, start, start, start)
        members, after = read_members(self._flat, start, base)
        if members[0].paragraph is None and members[0].item is not None:
            base = replace(base, paragraph=last.paragraph)
            members, after = read_members(self._flat, start, base)
        if last.article is None or members[0] == base:
            return max(after, start + 1)
        self._cite(statute, members, start)
        return after

    def _members(self, position: int) -> tuple[list[Member], int]:
        """The provisions that follow a title or a word that stands for one."""
        gap = GAP.match(self._flat, position)
        return read_members(self._flat, gap.end() if gap else position)

    def _past(self, position: int) -> int:
        """Behind paragraphs and items that belong to nothing."""
        blank = Member(None, 0, None, None, position, position, position)
        return max(position, read_members(self._flat, position, blank)[1])

    def _cite(self, statute: Statute, members: list[Member], start: int) -> None:
        if self._bare is not None and statute is self._memory.last and self._bare == len(self._found) - 1:
            self._found.pop()  # the title was followed by its articles after all
        self._meet(statute)
        for index, member in enumerate(fill_ranges(members)):
            self._add(statute, replace(member, start=start) if index == 0 else member)
        self._cited = (statute, members[-1])

    def _meet(self, statute: Statute) -> None:
        self._bare, self._sentence = None, True
        self._memory.meet(statute)

    def _add(self, statute: Statute, member: Member) -> None:
        self._found.append(
            Citation(
                statute.title,
                member.article,
                member.suffix,
                member.paragraph,
                member.item,
                self._text.start(member.start),
                self._text.end(member.end),
                statute.version,
            )
        )
