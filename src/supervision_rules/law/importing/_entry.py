"""From what was read to a statute's file of the user's own folder (整理成一个版本)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from supervision_rules.law._statute_data import (
    ArticleEntry,
    ChapterEntry,
    ParagraphEntry,
    RepealEntry,
    StatuteEntry,
    VersionEntry,
    article_name,
)
from supervision_rules.law._statute_titles import short_title
from supervision_rules.law._statutes import ArticleKey, Statute
from supervision_rules.law.importing._history import Days
from supervision_rules.law.importing._model import Article, Document
from supervision_rules.law.importing._sound import Doubts

_PUNISHES = re.compile(
    r"处[^。；]{0,40}罚款|(?:给予|处以?)警告|没收[^。；]{0,6}违法所得|吊销[^。；]{0,14}(?:证|照|许可)"
)
_NEVER = ("interpretation", "decision", "amendment")
_NAMED = re.compile(r"(.+?)\s*[（(【\[_-]?\s*(\d{4})[-.年]?(\d{1,2})[-.月]?(\d{1,2})日?\s*[)）】\]]?")


@dataclass(frozen=True)
class Told:
    """What is known of a version's first day in force: the day, where it is told, and which version's it is."""

    day: dt.date
    source: str


def split_name(stem: str) -> tuple[str, dt.date | None]:
    """Title and day of a file's name such as 道路运输条例(2023-07-20)."""
    found = _NAMED.fullmatch(stem)
    if found:
        try:
            return found[1], dt.date(int(found[2]), int(found[3]), int(found[4]))
        except ValueError:
            return found[1], None
    return stem, None


def title_of(document: Document, known: Statute | None) -> str:
    """The title under which a document is kept: that of the statute already known, else its own short one."""
    return known.title if known else short_title(document.title)


def entry_of(document: Document, days: Days, told: Told, title: str, doubts: Doubts) -> StatuteEntry:
    """A statute's file with one version, holding the text, and what can't be told of it."""
    assert days.passed is not None
    first, numbers = (
        (document.articles[0].number, [a.number for a in document.articles]) if document.articles else (1, [])
    )
    missing = (*range(1, first), *document.gaps)
    version = VersionEntry(
        passed=days.passed,
        effective_from=told.day,
        source=told.source,
        chapters=tuple(
            ChapterEntry(title=one.text, before=article_name(one.first)) for one in document.headings if one.first
        ),
        missing=missing,
        partial=(bool(document.part) and days.final is None) or doubts.partial,
        doubtful=tuple(article_name(key) for key in doubts.doubtful),
        articles={article_name(article.key): article_entry(article) for article in document.articles}
        if numbers
        else None,
    )
    full_title = "".join(document.title.split()).replace("《", "〈").replace("》", "〉")
    return StatuteEntry(
        title=title,
        full_title=full_title,
        number=document.number or "",
        kind=document.kind,
        punishing=document.kind not in _NEVER and any(_PUNISHES.search(a.text) for a in document.articles),
        first_effective=days.first_effective,
        source="文中载明" if days.first_effective else "",
        amendments=days.amendments,
        versions=(version,),
        repeals=tuple(
            RepealEntry(title=name, number=number, on=days.final, source=f"《{title}》末条")
            for name, number in (document.repeals if days.final else ())
            if days.final is not None
        ),
    )


def article_entry(article: Article) -> ArticleEntry:
    """An article with its words."""
    return ArticleEntry(
        caption=article.caption,
        paragraphs=tuple(ParagraphEntry(text=one.text, items=one.items) for one in article.paragraphs),
    )


def united(documents: Sequence[Document]) -> Document | None:
    """Parts of one statute (民法典's books in files of their own) as one; None where two tell the same article differently."""
    first = documents[0]
    articles: dict[ArticleKey, Article] = {}
    for document in documents:
        for article in document.articles:
            if articles.setdefault(article.key, article).paragraphs != article.paragraphs:
                return None
    ordered = sorted(documents, key=lambda one: one.articles[0].key if one.articles else (0, 0))
    keys = sorted(articles)
    numbers = {number for number, _ in keys}
    gaps = tuple(n for n in range(keys[0][0], keys[-1][0]) if n not in numbers) if keys else ()
    return Document(
        title=first.title,
        number=next((one.number for one in documents if one.number), None),
        kind=first.kind,
        events=max((one.events for one in ordered), key=len),
        articles=tuple(articles[key] for key in keys),
        headings=tuple(dict.fromkeys(heading for one in ordered for heading in one.headings)),
        points=max(one.points for one in documents),
        gaps=gaps,
        strays=tuple(dict.fromkeys(stray for one in ordered for stray in one.strays)),
        annexes=tuple(dict.fromkeys(annex for one in ordered for annex in one.annexes)),
        repeals=tuple(dict.fromkeys(repeal for one in ordered for repeal in one.repeals)),
        body=any(one.body for one in documents),
        part=first.part,
    )
