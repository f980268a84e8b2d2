"""The files of statutes as models (法规数据文件): what they may hold, and the JSON Schema for editors."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from supervision_rules.law._statutes import ArticleKey, Kind

_NAME = r"^[1-9]\d{0,3}(-[1-9]\d?)?$"
Name = Annotated[str, StringConstraints(pattern=_NAME)]
Text = Annotated[str, StringConstraints(min_length=1)]
Count = Annotated[int, Field(ge=0, le=200)]


class _Data(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ParagraphEntry(_Data):
    """A paragraph's words (款)."""

    text: str = Field(default="", description="款的文字;以项开头的款留空")
    items: tuple[Text, ...] = Field(default=(), description="各项的文字,目写在项内、另起一行")


class ArticleEntry(_Data):
    """An article (条): structure alone as items (and hash), with its words as paragraphs."""

    items: tuple[Count, ...] = Field(default=(), description="每款一个数,为该款的项数:[0] 一款无项,[0, 3] 第二款三项")
    hash: str = Field(default="", description="文字的摘要,不计标点和空格;用于判断两个版本的条文是否相同")
    caption: str = Field(default="", description="条标")
    paragraphs: tuple[ParagraphEntry, ...] = Field(default=(), description="各款的文字")

    @model_validator(mode="after")
    def _one(self) -> ArticleEntry:
        if bool(self.items) == bool(self.paragraphs):
            raise ValueError("items 与 paragraphs 必须且只能写一个 | exactly one of items and paragraphs")
        return self


class ChangesEntry(_Data):
    """How a version stands against the one before (修改对照); an article not listed is as before."""

    compared_with: dt.date = Field(description="前一版本的通过或公布日")
    moved: dict[Name, Name] = Field(default={}, description="条号变了的:本版本的条号: 前一版本的条号")
    changed: tuple[Name, ...] = Field(default=(), description="内容变了的(本版本的条号)")
    added: tuple[Name, ...] = Field(default=(), description="新增的(本版本的条号)")
    removed: tuple[Name, ...] = Field(default=(), description="删去的(前一版本的条号)")


class ChapterEntry(_Data):
    """A heading (编、章、节)."""

    title: Text
    before: Name = Field(description="其下第一条")


class VersionEntry(_Data):
    """A version (版本)."""

    passed: dt.date = Field(description="通过或公布日,版本以此为名")
    effective_from: dt.date = Field(description="施行的第一天")
    effective_to: dt.date | None = Field(default=None, description="施行的最后一天;现行的不写")
    known_from: dt.date | None = Field(default=None, description="公布日,与 passed 不同时写")
    source: str = Field(default="", description="施行日的依据")
    chapters: tuple[ChapterEntry, ...] = ()
    articles: dict[Name, ArticleEntry] | None = Field(
        default=None, description="各条;120-1 表示第一百二十条之一。不写:只知道该版本施行过,条文不详"
    )
    missing: tuple[Annotated[int, Field(ge=1)], ...] = Field(
        default=(), description="所读文件里缺的条号;有没有这些条,不能判断"
    )
    partial: bool = Field(
        default=False, description="所读文件只是法规的一部分(如民法典的一编),或不完整;其余各条不能判断"
    )
    doubtful: tuple[Name, ...] = Field(default=(), description="文字可能残缺或与别条相混的条;其款项不能判断")
    changes: ChangesEntry | None = None

    @model_validator(mode="after")
    def _ordered(self) -> VersionEntry:
        if self.effective_to is not None and self.effective_to < self.effective_from:
            raise ValueError(
                f"effective_to({self.effective_to})早于 effective_from({self.effective_from})"
                f" | effective_to ({self.effective_to}) is before effective_from ({self.effective_from})"
            )
        return self


class RepealEntry(_Data):
    """A statute that this one repeals (废止)."""

    title: Text
    number: str = Field(default="", description="文号")
    on: dt.date = Field(description="自这一天起废止")
    punishing: bool = Field(default=True, description="是否有行政处罚条款")
    source: str = ""


class StatuteEntry(_Data):
    """A statute (法规)."""

    title: Text = Field(description="名称,不带“中华人民共和国”")
    full_title: Text = Field(description="公布的全称")
    short_titles: tuple[Text, ...] = Field(default=(), description="通行的简称")
    number: str = Field(default="", description="文号,如 法释〔2018〕1号")
    kind: Kind = Field(
        "other", description="law 法律;regulation 行政法规;rule 规章;local 地方性法规;interpretation 司法解释;其他"
    )
    punishing: bool = Field(default=False, description="是否有行政处罚条款")
    first_effective: dt.date | None = Field(default=None, description="最初施行日")
    repealed_on: dt.date | None = Field(default=None, description="自这一天起废止")
    source: str = Field(default="", description="最初施行日或废止日的依据")
    amendments: tuple[dt.date, ...] = Field(default=(), description="历次通过、修改的日期")
    versions: tuple[VersionEntry, ...] = ()
    repeals: tuple[RepealEntry, ...] = ()


def article_key(name: str) -> ArticleKey:
    """Number and suffix of a name such as 63 or 120-1."""
    number, _, suffix = name.partition("-")
    return int(number), int(suffix or 0)


def article_name(key: ArticleKey) -> str:
    """The name of an article in the files: 63, 120-1."""
    return f"{key[0]}-{key[1]}" if key[1] else str(key[0])


def statutes_schema() -> dict[str, Any]:
    """The JSON Schema of such a file, as editors show it."""
    schema = StatuteEntry.model_json_schema()
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    return schema


def is_name(text: str) -> bool:
    """Whether a text names an article as the files do."""
    return re.match(_NAME, text) is not None
