"""What the importer reads from one file (读出的法规)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from supervision_rules.law._statutes import ArticleKey, Kind
from supervision_rules.law._text_hash import text_hash
from supervision_rules.law.importing._history import Event


@dataclass(frozen=True, slots=True)
class Paragraph:
    """款: its words, and its items (项) with the items' own lines (目) inside."""

    text: str
    items: tuple[str, ...] = ()


@dataclass(frozen=True)
class Article:
    """条: its number, the suffix of 之一 and so on (else 0), a caption where it has one, and its paragraphs."""

    number: int
    suffix: int
    paragraphs: tuple[Paragraph, ...]
    caption: str = ""

    @property
    def key(self) -> ArticleKey:
        """Number and suffix."""
        return self.number, self.suffix

    @property
    def counts(self) -> tuple[int, ...]:
        """The number of items in each paragraph."""
        return tuple(len(paragraph.items) for paragraph in self.paragraphs)

    @cached_property
    def text(self) -> str:
        """The words, paragraphs and items on lines of their own."""
        return "\n".join(line for paragraph in self.paragraphs for line in (paragraph.text, *paragraph.items) if line)

    @cached_property
    def hash(self) -> str:
        """A short hash of the words alone: punctuation, white space and width don't matter."""
        return text_hash(self.text)


@dataclass(frozen=True, slots=True)
class Heading:
    """编、章、节: its level (1 is the outermost), its words, and the first article below it; None where there is none."""

    level: int
    text: str
    first: ArticleKey | None


@dataclass(frozen=True)
class Document:
    """A statute's text as read.

    Attributes:
        title: as published, with 中华人民共和国.
        number: document number, where the text tells its own.
        kind: what it is.
        events: its history.
        articles: in order; none where the text isn't divided into articles.
        headings: chapters and the like, each once.
        points: how many points 一、二、 a text without articles has.
        gaps: article numbers that the sequence leaves out.
        strays: numbers at the beginning of a line that the rising sequence doesn't hold, each with the article it is in.
        annexes: first lines of what is attached behind the last article.
        repeals: titles (and numbers) that its last articles repeal.
        body: whether there is a text at all.
        part: the part's title, where the file holds only a part of the statute.
    """

    title: str
    number: str | None
    kind: Kind
    events: tuple[Event, ...]
    articles: tuple[Article, ...]
    headings: tuple[Heading, ...] = ()
    points: int = 0
    gaps: tuple[int, ...] = ()
    strays: tuple[tuple[ArticleKey, ArticleKey], ...] = ()
    annexes: tuple[str, ...] = ()
    repeals: tuple[tuple[str, str], ...] = ()
    body: bool = True
    part: str = ""

    @cached_property
    def by_key(self) -> Mapping[ArticleKey, Article]:
        """The articles by number and suffix."""
        return {article.key: article for article in self.articles}
