"""One spelling for the many in which a statute is named (法规名称的规范形式)."""

from __future__ import annotations

import re
import unicodedata

_NUMBER = re.compile(r"([\u4e00-\u9fff]{2,12})[\[(〔【〖{](\d{4})[\])〕】〗}]第?(\d{1,4})号")
_NOTE = re.compile(r"(?<!修正案)\((?=[^()]*(?:\d{4}|[〇零一二三四五六七八九]{4}|修订|修正|修改|版|号))[^()]*\)$")
_MARKS = re.compile(r"[《》〈〉<>«»\"'“”‘’「」『』]")
_STATE = "中华人民共和国"


def _plain(text: str) -> str:
    """Half width, no white space, quotation or title marks."""
    text = unicodedata.normalize("NFKC", text)
    return _MARKS.sub("", "".join(character for character in text if not _invisible(character)))


def _invisible(character: str) -> bool:
    return character.isspace() or unicodedata.category(character) in ("Cf", "Cc")


def title_key(title: str) -> str:
    """The spelling by which titles are compared.

    Without 《》, 中华人民共和国, white space, full-width forms, a version note (（2022年修订）) or a document number behind
    the title; （试行） belongs to the title and stays.
    """
    text = _plain(title)
    while (shorter := _NOTE.sub("", text)) != text and shorter:
        text = shorter
    return text.replace(_STATE, "")


def number_key(text: str) -> str | None:
    """The spelling of a document number (文号) by which they are compared, such as 法释2018-1; None where it isn't one."""
    found = _NUMBER.fullmatch(_plain(text).strip("()"))
    return f"{found[1]}{found[2]}-{int(found[3])}" if found else None


def number_in(text: str) -> str | None:
    """The document number that a text ends with (…的解释(法释〔2018〕1号)), as `number_key` spells it."""
    found = re.search(
        r"\(?((?:法释|法发|高检发|法|交|国发|国办发|公通字)[\[(〔【〖{]\d{4}[\])〕】〗}]第?\d{1,4}号)\)?$", _plain(text)
    )
    return number_key(found[1]) if found else None


def short_title(full_title: str) -> str:
    """The title without 中华人民共和国: 道路运输条例; inside another title with single marks (关于适用〈行政诉讼法〉的解释)."""
    text = unicodedata.normalize("NFC", "".join(full_title.split()))
    text = text.strip("《》").replace("《", "〈").replace("》", "〉").replace("<", "〈").replace(">", "〉")
    return text.replace(_STATE, "") or text
