"""Writes citations as agencies do: `legal_basis` from structured provisions."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from random import Random

from .decision import Cite
from .statutes import find

DIGITS = "零一二三四五六七八九"


def chinese(number: int) -> str:
    """A number up to 199 as articles are counted: 六十三, 一百零四, 十."""
    if not 0 < number < 200:
        raise ValueError(f"too large: {number}")
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    words = "一百" if hundreds else ""
    if tens:
        words += ("" if tens == 1 and not hundreds else DIGITS[tens]) + "十"
    elif hundreds and ones:
        words += "零"
    return words + (DIGITS[ones] if ones else "")


def provision(cite: Cite, rng: Random) -> str:
    """第六十九条第一款第（一）项, in one of several manners; nothing for a statute without article."""
    if cite.article is None:
        return ""
    words = f"第{chinese(cite.article)}条" if rng.random() < 0.85 else f"第{cite.article}条"
    if cite.suffix:
        words += f"之{chinese(cite.suffix)}"
    if cite.paragraph is not None:
        words += f"第{chinese(cite.paragraph)}款"
    if cite.item is not None:
        left, right = rng.choice((("（", "）"), ("(", ")"), ("", "")))
        words += f"第{left}{chinese(cite.item)}{right}项"
    return words


def version_words(cite: Cite) -> str:
    """（2022年修订）, or with the day（2022年3月29日修订）."""
    if cite.version is None:
        return ""
    statute = find(cite.title)
    verb = "修正" if statute is not None and statute.title in ("公路法", "道路交通安全法") else "修订"
    if "-" not in cite.version:
        return f"（{cite.version}年{verb}）"
    year, month, day = (int(part) for part in cite.version.split("-"))
    return f"（{year}年{month}月{day}日{verb}）"


def listed(cites: Sequence[Cite], rng: Random, known: str | None = None) -> str:
    """《甲条例》第一条、第二条和《乙法》第三条; `known` is the title of a statute just named: 该条例."""
    parts = []
    for (title, version), group in groupby(cites, key=lambda cite: (cite.title, cite.version)):
        own = list(group)
        name = f"《{title}》{version_words(own[0])}"
        if title == known and version is None and not parts and own[0].article is not None:
            name = "该条例" if title.endswith("条例") else "同法"
        parts.append(name + "、".join(provision(cite, rng) for cite in own))
    return rng.choice(("、", "和", "，")).join(parts) if len(parts) > 1 else parts[0]


def written(cites: Sequence[Cite], rng: Random) -> str:
    """The whole text, in one of several styles."""
    violated = [cite for cite in cites if cite.purpose == "violated"]
    basis = [cite for cite in cites if cite.purpose == "basis"]
    procedure = [cite for cite in cites if cite.purpose == "procedure"]
    if not basis:
        raise ValueError("a decision cites a basis, or nothing")
    word = rng.choice(("依据", "根据"))
    if violated:
        again = violated[-1].title if rng.random() < 0.3 and violated[-1].version is None else None
        text = rng.choice(
            (
                f"违反了{listed(violated, rng)}的规定，{word}{listed(basis, rng, again)}的规定，给予行政处罚",
                f"当事人的行为违反{listed(violated, rng)}规定，{word}{listed(basis, rng, again)}，决定给予行政处罚",
            )
        )
    else:
        words = listed(basis, rng)
        text = words if rng.random() < 0.5 else f"{word}{words}的规定，给予行政处罚"
    if procedure:
        text += f"，本案按照{listed(procedure, rng)}规定的程序办理"
    return text
