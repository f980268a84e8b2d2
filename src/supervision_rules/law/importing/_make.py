"""Makes the package's own data from statutes' texts and days entered by hand (制作随包数据)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from supervision_rules.law._compare import Comparison, compare_versions
from supervision_rules.law._statute_data import ArticleEntry, ChangesEntry, StatuteEntry, VersionEntry, article_name
from supervision_rules.law._statutes import StatuteVersion
from supervision_rules.law.importing._model import Document
from supervision_rules.law.importing._render import render


def statute_data(head: StatuteEntry, documents: Mapping[dt.date, Document]) -> str:
    """A statute's file: the days and names of `head`, the structure of the texts.

    Args:
        head: the statute as entered by hand, whatever structure it holds.
        documents: the texts, by the day their version was passed; a version without one stays without articles.
    """
    versions: list[VersionEntry] = []
    before: StatuteVersion | None = None
    for entry in head.versions:
        document = documents.get(entry.passed)
        if document is None:
            versions.append(entry.model_copy(update={"articles": None, "changes": None, "chapters": ()}))
            before = None
            continue
        version = as_version(entry, document)
        articles = {
            article_name(article.key): ArticleEntry(items=article.counts, hash=article.hash)
            for article in document.articles
        }
        changes = changes_entry(before, compare_versions(before, version)) if before else None
        versions.append(entry.model_copy(update={"articles": articles, "changes": changes, "chapters": ()}))
        before = version
    return render(head.model_copy(update={"versions": tuple(versions)}), shipped=True)


def as_version(entry: VersionEntry, document: Document) -> StatuteVersion:
    """A version with a text's words."""
    return StatuteVersion(
        passed=entry.passed,
        effective_from=entry.effective_from,
        articles={article.key: article.counts for article in document.articles},
        texts={article.key: article.text for article in document.articles},
    )


def changes_entry(before: StatuteVersion, comparison: Comparison) -> ChangesEntry:
    """A comparison as the files write it."""
    moves = comparison.moves
    return ChangesEntry(
        compared_with=before.passed,
        moved={
            article_name(key): article_name(move.before)
            for key, move in moves.items()
            if move.before is not None and move.before != key
        },
        changed=tuple(article_name(key) for key, move in moves.items() if move.before is not None and move.changed),
        added=tuple(article_name(key) for key, move in moves.items() if move.before is None),
        removed=tuple(article_name(key) for key in comparison.removed),
    )
