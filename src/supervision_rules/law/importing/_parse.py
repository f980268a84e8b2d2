"""From lines to articles, paragraphs and items (条、款、项)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from supervision_rules.law._numerals import read_number
from supervision_rules.law._statutes import ArticleKey
from supervision_rules.law.importing._head import is_noise, read_head
from supervision_rules.law.importing._history import read_events
from supervision_rules.law.importing._lines import Line
from supervision_rules.law.importing._model import Article, Document, Heading
from supervision_rules.law.importing._paragraphs import read_article
from supervision_rules.law.importing._repeals import read_repeals

_N = "0-9０-９一二三四五六七八九十百千零〇○两"
_ARTICLE = re.compile(
    rf"第\s*([{_N}]{{1,9}})\s*条(?:\s*之\s*([一二三四五六七八九十]{{1,3}})(?![\s年日月款项]*[章节]))?(.*)", re.DOTALL
)
_CITED = re.compile(
    r"(?:规定|所列|所称|所指|所规定|之规定|的|、|和|至|到|或|及|与|第|以及|中|修改|增加|删|内|,|，|。|;|；|”|\)|）|前款|除外|以外|情形|款|项|原则|要求)"
)
_GLUED = re.compile(rf"(?<=[。；])\s*(?=第\s*[{_N}]{{1,9}}\s*条(?:之[一二三四五六七八九十]{{1,3}})?\s)")
_INSIDE = re.compile(rf"(?<=[。；])\s*第\s*([{_N}]{{1,9}})\s*条")
_SEPARATED = (" ", ":", "：", "【", "〔", "[", "（", "(")
_CHAPTER = re.compile(rf"第\s*[{_N}]{{1,5}}\s*(分编|编|章|节)(?:[\s:：].*|[^。；：，,]*)?")
_LEVELS = {"编": 1, "分编": 2, "章": 3, "节": 4}
_UNNUMBERED = re.compile(r"(?:总\s*则|分\s*则|附\s*则|序\s*言|前\s*言|结\s*束\s*语)")
_POINT_HEADING = re.compile(r"[一二三四五六七八九十]{1,3}、[^。；：，,.;:]{1,30}")
_POINT = re.compile(r"([一二三四五六七八九十]{1,3})、")
_ANNEX = re.compile(r"附\s*(?:件|表|录|图|:|：)\s*[\d一二三四五六七八九十０-９]{0,3}\s*[:：.、]?[^。]{0,50}")
_CONTENTS = re.compile(r"目\s*[录次](?:\s.*)?")
_LONGEST_HEADING = 60
_SENTENCE = 12
_STOPS = ("。", "；", "：", "”")


@dataclass(frozen=True, slots=True)
class _Start:
    line: int
    key: ArticleKey
    rest: str


def parse(lines: Sequence[Line], name: str = "") -> Document:
    """A statute from its lines.

    Args:
        lines: the file's lines.
        name: the title that the file's name tells, which helps to find the title among a site's own words.
    """
    if any(_ARTICLE.match(line.text) for line in lines):
        lines = [line for line in lines if line.heading or not is_noise(line.text)]
    lines = [part for line in lines for part in _unglued(line)]
    starts = _chain(_candidates(lines))
    missing = _missing([start.key for start in starts])
    if missing:
        lines = [part for line in lines for part in _unglued(line, missing)]
        starts = _chain(_candidates(lines, missing))
    strays = _strays(lines, starts)
    first = starts[0].line if starts else _first_point(lines)
    above = _above(lines, first if starts else min(first, _first_sentence(lines)))
    head = read_head(lines[:above], name)
    headings = _front_headings(lines, first) if starts else []
    articles: list[Article] = []
    annexes: list[str] = []
    for start, following in zip(starts, [*starts[1:], None], strict=False):
        body, found, annexes = _body(lines, start, following)
        articles.append(read_article(start.key, body))
        headings += found
    known = [article.key for article in articles]
    placed = _placed(headings, starts)
    return Document(
        title=head.title,
        part=head.part,
        number=head.number,
        kind=head.kind,
        events=tuple(read_events(head.history)),
        articles=tuple(articles),
        headings=tuple(placed),
        points=0 if starts else sum(bool(_POINT.match(line.text)) for line in lines),
        gaps=tuple(sorted(_missing(known))),
        body=bool(starts) or any(len(line.text) >= _SENTENCE and line.text.endswith(_STOPS) for line in lines[above:]),
        strays=() if annexes else tuple(strays),
        annexes=tuple(annexes),
        repeals=read_repeals([article.text for article in articles], head.title),
    )


def _unglued(line: Line, missing: frozenset[int] = frozenset()) -> Iterator[Line]:
    """A line, parted where an article follows a full stop in it: marked off by a space, or one missing elsewhere."""
    cuts = [found.start() for found in _GLUED.finditer(line.text)]
    for found in _INSIDE.finditer(line.text):
        if read_number(found[1]) in missing and not _CITED.match(line.text, found.end()):
            cuts.append(found.start())
    for start, end in zip([0, *sorted(set(cuts))], [*sorted(set(cuts)), len(line.text)], strict=True):
        yield Line(line.text[start:end].strip(), line.heading, line.apart, line.number)


def _missing(keys: Sequence[ArticleKey]) -> frozenset[int]:
    """The numbers that a sequence of articles leaves out."""
    return frozenset(range(keys[0][0], keys[-1][0])) - {number for number, _ in keys} if keys else frozenset()


def _candidates(lines: Sequence[Line], missing: frozenset[int] = frozenset()) -> Iterator[_Start]:
    """Lines that begin with an article's number; one missing elsewhere also where its words go on like a citation's."""
    for index, line in enumerate(lines):
        found = _ARTICLE.match(line.text)
        if found is None:
            continue
        number, suffix, rest = read_number(found[1]), read_number(found[2]) if found[2] else 0, found[3]
        if number is None or suffix is None or number < 1:
            continue
        if rest and number not in missing and not rest.startswith(_SEPARATED) and _CITED.match(rest):
            continue
        yield _Start(index, (number, suffix), rest.strip().lstrip(":：").strip())


def _chain(candidates: Iterator[_Start]) -> list[_Start]:
    """The longest rising sequence of numbers; of equally long ones the latest, so that a table of contents loses."""
    starts = list(candidates)
    keys: list[ArticleKey] = []
    ends: list[int] = []
    before: list[int | None] = []
    for index, start in enumerate(starts):
        at = bisect_left(keys, start.key)
        before.append(ends[at - 1] if at else None)
        if at == len(keys):
            keys.append(start.key)
            ends.append(index)
        else:
            keys[at], ends[at] = start.key, index
    chain: list[_Start] = []
    at_end: int | None = ends[-1] if ends else None
    while at_end is not None:
        chain.append(starts[at_end])
        at_end = before[at_end]
    return chain[::-1]


def _strays(lines: Sequence[Line], starts: Sequence[_Start]) -> list[tuple[ArticleKey, ArticleKey]]:
    """Numbers behind the first article that the rising sequence leaves out, each with the article it stands in."""
    places = [start.line for start in starts]
    found = []
    for stray in _candidates(lines):
        at = bisect_left(places, stray.line)
        if at and (at == len(places) or places[at] != stray.line):
            found.append((stray.key, starts[at - 1].key))
    return found


def _level(line: Line) -> int | None:
    """The level of a line that is a heading, None where it isn't one."""
    text = line.text
    if _ARTICLE.match(text) or len(text) > _LONGEST_HEADING:
        return None
    found = _CHAPTER.fullmatch(text)
    if found and not text.endswith(("。", "；", ";")):
        return _LEVELS[found[1]]
    if line.heading:
        return min(line.heading + 1, 5)
    if _UNNUMBERED.fullmatch(text) or _CONTENTS.fullmatch(text):
        return 3
    return None


def _above(lines: Sequence[Line], first: int) -> int:
    """Where the head ends: before the contents, the first chapter, or the first article."""
    for index, line in enumerate(lines[:first]):
        if _CONTENTS.fullmatch(line.text) or _CHAPTER.fullmatch(line.text) or line.heading > 1:
            return index
    return first


def _first_point(lines: Sequence[Line]) -> int:
    return next((index for index, line in enumerate(lines) if _POINT.match(line.text)), len(lines))


def _first_sentence(lines: Sequence[Line]) -> int:
    """Where the text of a statute without articles begins: its first line that is a sentence and tells no day."""
    return next(
        (
            index
            for index, line in enumerate(lines)
            if len(line.text) >= _SENTENCE and line.text.endswith(_STOPS) and not read_events(line.text)
        ),
        len(lines),
    )


def _front_headings(lines: Sequence[Line], first: int) -> list[tuple[int, int, str]]:
    """The headings right above the first article; walking up, each is of a higher level than the one below it."""
    found: list[tuple[int, int, str]] = []
    for index in range(first - 1, -1, -1):
        level = _level(lines[index])
        if level is None or (found and level >= found[-1][1]) or lines[index].heading == 1:
            break
        found.append((index, level, lines[index].text))
    return found[::-1]


def _body(
    lines: Sequence[Line], start: _Start, following: _Start | None
) -> tuple[list[Line], list[tuple[int, int, str]], list[str]]:
    """The lines of an article, the headings behind it, and the first lines of what is attached behind the last one."""
    body = [Line(start.rest, 0, True, lines[start.line].number)] if start.rest else []
    headings: list[tuple[int, int, str]] = []
    end = following.line if following else len(lines)
    for index in range(start.line + 1, end):
        line = lines[index]
        level = _level(line)
        if level is None and _is_point_heading(line, body):
            level = 3
        annex = _ANNEX.fullmatch(line.text) and not line.text.endswith("；")
        if following is None and (annex or level is not None):
            return body, headings, [line.text for line in lines[index:] if _ANNEX.fullmatch(line.text)] or [line.text]
        if level is not None:
            headings.append((index, level, line.text))
        elif not headings:
            body.append(line)
    return _without_stray_heading(body), headings, []


def _without_stray_heading(body: list[Line]) -> list[Line]:
    """Without a heading's words that stand, without mark and number, behind the last sentence of an article."""
    end = len(body)
    while end > 1 and not re.search(r"[。；：，！？）)|」』”…]|^[（(\d一二三四五六七八九十]", body[end - 1].text):
        end -= 1
    return body[:end] if end and body[end - 1].text.endswith("。") else body


def _is_point_heading(line: Line, body: Sequence[Line]) -> bool:
    """一、受案范围 between two articles, but not 一、… in a list."""
    if not _POINT_HEADING.fullmatch(line.text):
        return False
    return not any(above.text.endswith(("：", ":")) or _POINT.match(above.text) for above in body)


def _placed(headings: Sequence[tuple[int, int, str]], starts: Sequence[_Start]) -> Iterator[Heading]:
    for index, level, text in headings:
        first = next((start.key for start in starts if start.line > index), None)
        yield Heading(level, text, first)
