"""A text held against what is known of its version (与已知版本核对)."""

from __future__ import annotations

from dataclasses import dataclass

from supervision_rules.law._statutes import ArticleKey, StatuteVersion
from supervision_rules.law.importing._model import Article, Document


@dataclass(frozen=True)
class Difference:
    """The articles in which a text isn't the version known.

    Attributes:
        lacking: known, and not in the text.
        surplus: in the text, and known not to exist.
        changed: with other words, paragraphs or items.
    """

    lacking: tuple[ArticleKey, ...] = ()
    surplus: tuple[ArticleKey, ...] = ()
    changed: tuple[ArticleKey, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self.lacking or self.surplus or self.changed)


def difference(known: StatuteVersion, document: Document) -> Difference:
    """How a text differs from the version known; a part of a statute may lack articles."""
    if known.articles is None:
        return Difference()
    own = document.by_key
    shared = [key for key in own if key in known.articles and key not in known.doubtful]
    return Difference(
        lacking=() if document.part else tuple(sorted(known.articles.keys() - own.keys())),
        surplus=tuple(sorted(key for key in own.keys() - known.articles.keys() if known.has(*key) is False)),
        changed=tuple(key for key in shared if own[key].counts != known.articles[key] or _other(known, own[key])),
    )


def _other(known: StatuteVersion, article: Article) -> bool:
    """Whether an article's words aren't those known: the words themselves where they are at hand, else their hash."""
    text = known.texts.get(article.key)
    return text != article.text if text is not None else known.hashes.get(article.key, article.hash) != article.hash
