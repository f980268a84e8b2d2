"""The shared texts of statutes, taken apart: article → paragraphs → introduction and items (test help)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from shared_pages import shared

_DIGITS = {character: number for number, character in enumerate("零一二三四五六七八九")}
_ITEM = re.compile(r"^[（(]([一二三四五六七八九十]+)[）)]")
_ARTICLE = re.compile(r"^第([一二三四五六七八九十百零]+)条\s*(.*)$")


def number(text: str) -> int:
    """A numeral up to 999, read independently of the library."""
    total, digit = 0, 0
    for character in text:
        if character in "十百":
            total += (digit or 1) * (10 if character == "十" else 100)
            digit = 0
        else:
            digit = _DIGITS[character]
    return total + digit


def numeral(value: int) -> str:
    """A number as statutes write it in Chinese: 二千, 三万, 十五, 五百."""
    for unit, word in ((10000, "万"), (1000, "千"), (100, "百"), (10, "十")):
        if value >= unit:
            high, rest = divmod(value, unit)
            head = "" if (high == 1 and unit == 10) else numeral(high)
            return head + word + (numeral(rest) if rest else "")
    return "零一二三四五六七八九"[value]


@dataclass
class Paragraph:
    intro: str
    items: dict[int, str]

    @property
    def text(self) -> str:
        return self.intro + "".join(self.items.values())


@lru_cache
def articles(statute: str, version: str) -> dict[int, list[Paragraph]]:
    """Every article of a shared text."""
    found: dict[int, list[Paragraph]] = {}
    current: list[Paragraph] | None = None
    for line in shared(f"law/texts/{statute}({version}).md").read_text("utf-8").splitlines():
        line = line.strip().replace("(", "（").replace(")", "）")
        if not line or line.startswith(("#", "<")):
            current = current if line == "" else None
            continue
        if start := _ARTICLE.match(line):
            current = found[number(start[1])] = [Paragraph(start[2], {})]
        elif current is not None:
            item = _ITEM.match(line)
            if item:
                current[-1].items[number(item[1])] = line
            else:
                current.append(Paragraph(line, {}))
    return found


def passage(statute: str, version: str, article: int, paragraph: int | None, item: int | None) -> str:
    """The words of a provision; of an item with what stands above the items."""
    paragraphs = articles(statute, version)[article]
    if paragraph is None:
        assert item is None or len(paragraphs) == 1, f"{statute} {article} has {len(paragraphs)} paragraphs"
        chosen = paragraphs
    else:
        assert len(paragraphs) > 1, f"{statute} {article} has one paragraph only"
        chosen = [paragraphs[paragraph - 1]]
    if item is None:
        return "".join(one.text for one in chosen)
    return chosen[0].intro + chosen[0].items[item]
