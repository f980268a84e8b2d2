"""Lines put back into paragraphs (版面): page numbers dropped, sentences broken at a line's end rejoined."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from supervision_rules.documents._blocks import Block, Line, TableBlock
from supervision_rules.documents._labels import field_of

_NUMERAL = r"\s*[\d一二三四五六七八九十]{1,3}\s*"
_PAGE = re.compile(
    rf"[\s\-—–－―_·•.]+{_NUMERAL}[\s\-—–－―_·•.]+|(?:Page)?{_NUMERAL}(?:/|of){_NUMERAL}|"
    rf"[-—(（]*第{_NUMERAL}页[\s，,、/(（]*(?:共{_NUMERAL}页)?[)）—-]*|"
    rf"[(（]*共{_NUMERAL}页[\s，,、/]*(?:第{_NUMERAL}页)?[)）]*|Page{_NUMERAL}",
    re.IGNORECASE,
)
_NUMBER_ALONE = re.compile(r"\s*\d{1,3}\s*")
_ENDS = tuple("。；：！？;:!?.")
_GOES_ON = re.compile(r"[，、,《（(〈“‘—\-]$")
_DATE_BROKEN = re.compile(r"[\d〇零一二三四五六七八九十]\s*[年月]\s*$")
_NUMERAL_FIRST = re.compile(r"\s*[\d〇一二三四五六七八九十]")
_BEGINS_WITHIN = re.compile(
    r"\s*[，。、；：）)》〉”’！？％%,;]|\s*[年月日元号](?![\u4e00-\u9fff]*[：:])|"
    r"\s*[（(][一二三四五六七八九十]{1,3}[）)]\s*项|\s*[项款条](?=[“第、，的之及和])"
)
_DATED = re.compile(r"\s*(?:(?:19|20)\d\d|[一二][〇○零一二三四五六七八九]{3})\s*年")
_OWN_LINE = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,3}\s*[、.．]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}\s*[、.．](?!\d)|第[一二三四五六七八九十百\d]+[条项款]\s|"
    r"附[：:件]|审\s*判\s*[长员]|书\s*记\s*员|法官助理|此复|特此|\S{2,22}(?:决定书|裁定书)\s*$)"
)
_LABEL = re.compile(r"\s*(?P<words>[\u4e00-\u9fff\u3000 ]{2,22})(?:[（(][^（）()]{1,16}[）)])?[：:]")
_MID_WORD = re.compile(r"[\u4e00-\u9fff\w]$")
_SIGNED = re.compile(
    r"\s*(?:[\u4e00-\u9fff]{2,30}(?:局|支队|大队|委员会|人民政府|法院|厅|所|队)|"
    r"(?:\d{4}|[一二][〇○零一二三四五六七八九]{3})\s*年\s*.{1,3}\s*月\s*.{1,3}\s*日)\s*(?:[（(].{0,6}[)）])?\s*"
)
_ONE_LINE = 300
_WHOLE = re.compile(r"(?:决\s?定\s?书|裁\s?定\s?书)[^。]{0,12}[ \u3000\xa0]")
_SHORT_PIECE = re.compile(r"^(?:.|\d{1,4}|第|[年月日号]\S?|\d{1,2}[月日])$")
_WRAPPED_AT = 18
"""Lines narrower than so many Chinese characters are no wrapped prose."""


def is_page_number(text: str, *, bare: bool = False) -> bool:
    """Whether a line is nothing but a page number (— 2 —, 第2页 共3页); `bare`: digits alone count too."""
    stripped = text.strip()
    if not stripped or len(stripped) > 24:
        return False
    if _NUMBER_ALONE.fullmatch(stripped):
        return bare
    return bool(_PAGE.fullmatch(stripped)) and any(c.isdigit() or c in "一二三四五六七八九十" for c in stripped)


def paragraphs(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with page numbers dropped and broken sentences put together."""
    kept = _without_page_numbers(_parted(blocks))
    margin = _margin([block.text for block, _ in kept if isinstance(block, Line) and block.full is None])
    indents = any(isinstance(block, Line) and block.indented for block, _ in kept)
    joined: list[Block] = []
    full = False
    for block, parted in kept:
        if isinstance(block, TableBlock):
            joined.append(block)
            full = False
            continue
        before = joined[-1] if joined else None
        within = full and not parted and not _indented(block)
        flows = (
            within
            and indents
            and block.indented is False
            and isinstance(before, Line)
            and _flows(before.text, block.text)
        )
        if isinstance(before, Line) and (flows or _continues(before.text, block.text, full=within)):
            joined[-1] = Line(_glue(before.text, block.text))
        else:
            joined.append(Line(block.text))
        full = block.full if block.full is not None else margin is not None and _width(block.text) >= margin
    return joined


def _parted(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with a whole document that a site put into one line parted at its blanks."""
    parted: list[Block] = []
    for block in blocks:
        if isinstance(block, Line) and _is_whole(block.text):
            lines: list[str] = []
            for piece in re.split(r"[ \u3000\xa0]+", block.text.strip()):
                # spaced letters and dates (行 政 处 罚, 2024 年 5 月) stay together
                if lines and (_SHORT_PIECE.fullmatch(piece) or _SHORT_PIECE.search(lines[-1].rpartition(" ")[2])):
                    lines[-1] += " " + piece
                else:
                    lines.append(piece)
            parted += [Line(line) for line in lines]
        else:
            parted.append(block)
    return parted


def _is_whole(text: str) -> bool:
    """Whether a line holds a document from its title to the date by its seal."""
    ends = len(text) > _ONE_LINE and text.rstrip().endswith("日") and ("不服" in text or "裁定如下" in text)
    return ends and _WHOLE.search(text) is not None


def _indented(line: Line) -> bool:
    """Whether a line begins a paragraph of its own by its indent."""
    return line.indented if line.indented is not None else line.text.startswith(("\u3000", "  "))


def unwrap(text: str) -> str:
    """A cell's text whose lines are wrapped where the cell is too narrow: lines that reach its edge go on in the next."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    widest = max(map(_width, lines), default=0)
    out = lines[:1]
    for before, line in itertools.pairwise(lines):
        full = _width(before) >= widest - 3 and not before.endswith(_ENDS) and not _OWN_LINE.match(line)
        if full or _continues(before, line, full=False):
            out[-1] = _glue(out[-1], line)
        else:
            out.append(line)
    return "\n".join(out)


def _without_page_numbers(blocks: Sequence[Block]) -> list[tuple[Block, bool]]:
    """The blocks that hold something, each with whether a blank line parts it from the one before."""
    kept: list[tuple[Block, bool]] = []
    blank = numbered = False
    running = _running_heads(blocks)
    for position, block in enumerate(blocks):
        if isinstance(block, Line):
            if not block.text.strip():
                blank = True
                continue
            alone = _NUMBER_ALONE.fullmatch(block.text) and _between_sentence(kept, blocks[position + 1 :])
            if alone or is_page_number(block.text) or position in running:
                numbered = True
                continue
        kept.append((block, blank and not numbered))
        blank = numbered = False
    return kept


def _running_heads(blocks: Sequence[Block]) -> frozenset[int]:
    """The numbers of the lines above and below page numbers that say once more what another line says."""
    lines = [
        (number, block.text.strip())
        for number, block in enumerate(blocks)
        if isinstance(block, Line) and block.text.strip()
    ]
    times = Counter(re.sub(r"\s", "", text) for _, text in lines)
    beside = {
        place + step
        for place, (_, text) in enumerate(lines)
        if is_page_number(text)
        for step in (-1, 1)
        if 0 <= place + step < len(lines)
    }
    first: dict[str, int] = {}
    for number, text in lines:
        first.setdefault(re.sub(r"\s", "", text), number)
    repeated = ((lines[place][0], re.sub(r"\s", "", lines[place][1])) for place in beside)
    return frozenset(number for number, text in repeated if times[text] > 1 and first[text] != number)


def _between_sentence(before: Sequence[tuple[Block, bool]], after: Sequence[Block]) -> bool:
    """Whether a number alone stands within a sentence, as the number of a page does."""
    following = next((block for block in after if not isinstance(block, Line) or block.text.strip()), None)
    last = before[-1][0] if before else None
    if not isinstance(last, Line) or not isinstance(following, Line):
        return False
    return not last.text.rstrip().endswith(_ENDS) and len(last.text.strip()) >= _WRAPPED_AT


def _margin(texts: Sequence[str]) -> int | None:
    """The width that wrapped lines reach; None where lines are whole paragraphs."""
    widths = sorted(_width(text) for text in texts if text.strip())
    if len(widths) < 5:
        return None
    widest = widths[-1]
    near = sum(width >= widest - 4 for width in widths)
    if widest < 2 * _WRAPPED_AT or widest > 140 or near < max(3, len(widths) // 5):
        return None
    return widest - 4


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in text.rstrip())


def _continues(before: str, after: str, *, full: bool) -> bool:
    before, after = before.rstrip(), after.strip()
    if not before or not after or before.endswith(_ENDS) or before.endswith(("。”", "。）", "；”")):
        return False
    if _BEGINS_WITHIN.match(after) and _MID_WORD.search(before):
        return True
    if _GOES_ON.search(before) and len(before) > 4:
        return True
    if _DATE_BROKEN.search(before) and _NUMERAL_FIRST.match(after):
        return True
    return full and _flows(before, after)


def _flows(before: str, after: str) -> bool:
    """Whether a line that isn't indented goes on the full line before it, whatever that ends with."""
    begins = _OWN_LINE.match(after) or _is_labelled(after) or (_is_labelled(before) and _DATED.match(after))
    return not begins and not _SIGNED.fullmatch(before)


def _is_labelled(line: str) -> bool:
    """Whether a line begins with a label that forms use."""
    label = _LABEL.match(line)
    return label is not None and field_of(label["words"]) is not None


def _glue(before: str, after: str) -> str:
    before, after = before.rstrip(), after.strip()
    space = (
        " " if before[-1:].isascii() and before[-1:].isalpha() and after[:1].isascii() and after[:1].isalpha() else ""
    )
    return before + space + after
