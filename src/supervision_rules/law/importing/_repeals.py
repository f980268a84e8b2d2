"""What a statute's last articles repeal (废止)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from supervision_rules.law._statute_titles import title_key

_TITLE = re.compile(
    r"《((?:[^《》]|《[^《》]*》)+)》(?:\s*[（(]([^（()）]{2,12}[〔\[（(]\d{4}[〕\])）]\s*\d+号)[)）])?"
)
_REPEALED = re.compile(r"(?:同时|即行|即|予以|相应|一并)废止|自[^。；]{0,20}起废止|废止《")
_LAST = 4


def read_repeals(articles: Sequence[str], title: str) -> tuple[tuple[str, str], ...]:
    """Titles and document numbers (empty where none is told) that the last articles say are repealed.

    Only whole statutes: a sentence that speaks of single articles (第…条) repeals none, and one that names the statute's own
    title repeals an earlier one of the same name.
    """
    found: dict[str, str] = {}
    for text in articles[-_LAST:]:
        for sentence in re.split("[。；\n]", text):
            if not _REPEALED.search(sentence) or re.search(
                r"第[^，、]{1,8}条", sentence.partition("施行")[2] or sentence
            ):
                continue
            for match in _TITLE.finditer(sentence):
                if title_key(match[1]) != title_key(title):
                    found[match[1]] = match[2] or ""
    return tuple(found.items())
