"""The lines of one article as paragraphs with their items (款、项、目)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from supervision_rules.law._numerals import read_number
from supervision_rules.law._statutes import ArticleKey
from supervision_rules.law.importing._lines import Line
from supervision_rules.law.importing._model import Article, Paragraph

_CN = "一二三四五六七八九十百零〇"
_ITEM = re.compile(rf"[（(]\s*([{_CN}]{{1,5}})\s*[)）]")
_MARKERS = (
    ("item", _ITEM),
    ("point", re.compile(r"([一二三四五六七八九十]{1,3})[、.．]")),
    ("arabic", re.compile(r"[（(]\s*([0-9０-９]{1,2})\s*[)）]|([0-9０-９]{1,2})[.．、](?![0-9０-９])")),
)
_INLINE = re.compile(rf"(?<=[：:；;。])\s*(?=[（(]\s*[{_CN}]{{1,3}}\s*[)）])")
_CAPTION = re.compile(r"[（(【〔\[]([^（()）【】〔〕\[\]]{1,40})[)）】〕\]]")
_ENDS = tuple("。；：！？;:!?…”」』）)》|")
_WRAPPED = 24


@dataclass
class _Open:
    text: str
    style: str = ""
    items: list[str] = field(default_factory=list)


def read_article(key: ArticleKey, lines: Sequence[Line]) -> Article:
    """An article from its lines, the first one without the number."""
    texts = [part for line in lines for part in _split(line.text)]
    caption = ""
    if texts and (found := _CAPTION.match(texts[0])) and not _ITEM.match(texts[0]):
        rest = texts[0][found.end() :].strip()
        if rest or len(texts) > 1:
            caption = found[1]
            texts = [rest, *texts[1:]] if rest else texts[1:]
    done: list[_Open] = []
    for text in texts:
        _add(done, text)
    paragraphs = tuple(Paragraph(one.text, tuple(one.items)) for one in done) or (Paragraph(""),)
    return Article(key[0], key[1], paragraphs, caption)


def _split(text: str) -> list[str]:
    """A line, parted at items that stand in one line: …下列情形:(一)…;(二)…."""
    parts = [part.strip() for part in _INLINE.split(text)]
    numbers = [number for part in parts if (number := _number(part, _ITEM)) is not None]
    whole = numbers == list(range(numbers[0], numbers[0] + len(numbers))) if len(numbers) > 1 else False
    return parts if whole else [text]


def _number(text: str, pattern: re.Pattern[str]) -> int | None:
    found = pattern.match(text)
    return read_number(next(group for group in found.groups() if group)) if found else None


def _add(done: list[_Open], text: str) -> None:
    if text.startswith("|") and done:  # a table belongs to what stands above it
        _append(done[-1], text)
        return
    for style, pattern in _MARKERS:
        number = _number(text, pattern)
        if number is not None and _listed(done, style, number, text):
            return
    if done and _broken(done[-1]):
        _append(done[-1], text, "")
        return
    done.append(_Open(text))


def _listed(done: list[_Open], style: str, number: int, text: str) -> bool:
    """Take a line as an item or as part of one; False where it is a paragraph of its own."""
    last = done[-1] if done else None
    if last is None:
        if style != "item":
            return False
        done.append(_Open("", style, [text]))
        return True
    if last.items:
        return _continued(done, last, style, number, text)
    earlier = done[-2] if len(done) > 1 else None
    introduces = last.text.endswith(("：", ":"))
    if (
        earlier and not introduces and earlier.style == style and number == len(earlier.items) + 1 and number > 1
    ):  # the line between was the rest of the item above it
        earlier.items[-1] += "\n" + done.pop().text
        earlier.items.append(text)
        return True
    if style == "item" or (introduces and number == 1):
        last.style = style
        last.items.append(text)
        return True
    return False


def _continued(done: list[_Open], last: _Open, style: str, number: int, text: str) -> bool:
    if style == last.style:
        if number == 1 and not last.items[-1].endswith(("：", ":")):
            done.append(_Open("", style, [text]))
        elif number == 1:
            last.items[-1] += "\n" + text
        else:
            last.items.append(text)
        return True
    if style == "arabic" or (style == "item" and last.style == "point"):
        last.items[-1] += "\n" + text
        return True
    if style == "item":
        done.append(_Open("", style, [text]))
        return True
    return False


def _broken(last: _Open) -> bool:
    """Whether the last line ends inside of a sentence, so that the next one goes on with it."""
    text = last.items[-1] if last.items else last.text
    return bool(text) and not text.endswith(_ENDS) and (not last.items or len(text.rpartition("\n")[2]) >= _WRAPPED)


def _append(last: _Open, text: str, joint: str = "\n") -> None:
    if last.items:
        last.items[-1] += joint + text
    else:
        last.text += joint + text
