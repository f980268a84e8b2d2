"""Whether a text looks whole: gaps, numbers twice or out of order, an end that is none (文本是否完整)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from supervision_rules.law._statutes import ArticleKey
from supervision_rules.law.importing._model import Document

_FORCE = re.compile(
    r"(?:起|日|后)[，,]?\s*(?:正式)?(?:开始)?(?:施行|实施|执行|生效)|(?:施行|生效|实施)(?:日期|时间|之日)"
    r"|(?:自(?![治己然行愿主身动律觉])|从(?![事业而]))[^。]{0,30}(?:施行|实施|执行|生效)"
)
_ENDED = re.compile(r"[。；;！!？?：:”」』》）)\]】〕|…—.、_]\s*$|(?:施行|实施|执行|生效|废止|备案|解释|负责)\s*$")
_LAST = 6


@dataclass(frozen=True)
class Doubts:
    """What makes one doubt that a text is whole.

    Attributes:
        missing: article numbers left out.
        repeated: articles numbered like another one.
        misplaced: articles whose numbers don't rise.
        cut: whether it ends inside of a sentence.
        unended: whether its last articles don't say when it takes effect.
        doubtful: articles whose words may be cut, or run together with another's.
    """

    missing: tuple[int, ...] = ()
    repeated: tuple[ArticleKey, ...] = ()
    misplaced: tuple[ArticleKey, ...] = ()
    cut: bool = False
    unended: bool = False
    doubtful: tuple[ArticleKey, ...] = ()

    @property
    def partial(self) -> bool:
        """Whether articles may follow that weren't read."""
        return self.cut or self.unended

    def __bool__(self) -> bool:
        """Whether there is any doubt."""
        return bool(self.missing or self.repeated or self.misplaced or self.partial)


def doubts_of(document: Document) -> Doubts:
    """What makes one doubt that a text is whole; nothing for one without articles, and for amendments, which quote them."""
    if not document.articles:
        return Doubts()
    before = () if document.part else range(1, document.articles[0].number)
    missing = (*before, *document.gaps)
    if document.kind == "amendment":
        return Doubts(missing)
    last = document.articles[-1]
    told = any(_FORCE.search(article.text) for article in document.articles[-_LAST:])
    cut = not told and _ENDED.search(last.text) is None
    own = document.by_key
    repeated = tuple(dict.fromkeys(stray for stray, _ in document.strays if stray in own))
    misplaced = tuple(dict.fromkeys(stray for stray, _ in document.strays if stray not in own))
    doubtful = {*repeated, *(within for _, within in document.strays), *([last.key] if cut else [])}
    return Doubts(
        missing, repeated, misplaced, cut, not (told or document.part or cut), tuple(sorted(doubtful & own.keys()))
    )
