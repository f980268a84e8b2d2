"""The typed ruleset (规则集)."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, Field, PrivateAttr, model_validator

from supervision_rules.rulesets import _codes as codes
from supervision_rules.rulesets._base import Day, Model, Severity, Words, wrong
from supervision_rules.rulesets._registry import Registry
from supervision_rules.rulesets._rules import Rule

Lines = Annotated[tuple[Words, ...], Field()]


class InForce(Model):
    """The day from which a ruleset applies and the day it became known (施行日与公布日)."""

    from_: Day = Field(alias="from", description="施行日")
    known: Day = Field(description="公布日")


class Head(Model):
    """The head of a supervision model's paper (监督模型); keys in Chinese or English."""

    basis: Lines = Field(default=(), title="监督依据", description="监督所依据的法律、司法解释")
    points: Lines = Field(default=(), title="监督点", description="监督什么")
    data: Lines = Field(default=(), title="数据要素", description="需要哪些数据")
    origins: Lines = Field(default=(), title="数据来源", description="向谁取得数据")
    judgement: Lines = Field(default=(), title="研判规则", description="如何研判异常")
    cases: Lines = Field(default=(), title="典型案例", description="典型案例")


HEAD_NAMES = {info.title or name: name for name, info in Head.model_fields.items()}
"""Chinese key to English key of the head."""


class Source(Model):
    """Where a table comes from (数据来源): a file, or a database with a table or a query."""

    file: Words | None = Field(default=None, description="文件路径：先在数据目录中找，再在规则集所在目录中找")
    sheet: Words | None = Field(default=None, description="工作表")
    encoding: Words | None = Field(default=None, description="编码，如 gb18030")
    url: Words | None = Field(default=None, description="数据库地址")
    table: Words | None = Field(default=None, description="数据库中的表")
    query: Words | None = Field(default=None, description="查询语句")
    columns: Mapping[str, Words] = Field(default_factory=dict, description="规范列名: 来源中的列名")

    @model_validator(mode="after")
    def _one_place(self) -> Source:
        if (self.file is None) == (self.url is None):
            raise wrong(codes.BAD_SOURCE, "应写明 file 或 url 之一", "either file or url is needed")
        if self.url is not None and (self.table is None) == (self.query is None):
            raise wrong(
                codes.BAD_SOURCE, "有 url 时应写明 table 或 query 之一", "with url, either table or query is needed"
            )
        mine, others = ("file", ("table", "query")) if self.file is not None else ("url", ("sheet", "encoding"))
        for other in others:
            if getattr(self, other) is not None:
                raise wrong(codes.BAD_SOURCE, f"{other} 不能与 {mine} 同用", f"{other} does not go with {mine}")
        return self


class DetectorUse(Model):
    """A detector that the ruleset uses (启用的检测器), with its parameters."""

    use: Words = Field(description="检测器名称")
    with_: Mapping[str, Any] = Field(default_factory=dict, alias="with", description="参数")
    severity: Mapping[str, Severity] = Field(default_factory=dict, description="异常类型: 严重程度")
    title: Mapping[str, Words] = Field(default_factory=dict, description="异常类型: 标题")

    _parameters: BaseModel | None = PrivateAttr(None)

    @property
    def parameters(self) -> BaseModel | None:
        """The parameters as the detector's own model; `None` for a ruleset read without a registry."""
        return self._parameters


IDENTIFIER = r"^[a-z][a-z0-9_-]*$"


def _identifier(value: str) -> str:
    if re.fullmatch(IDENTIFIER, value):
        return value
    zh, en = f"“{value}”不能作为规则集编号", f"'{value}' can't be the id of a ruleset"
    hint = "以小写字母开头，只含小写字母、数字、下划线、连字符"
    raise wrong(codes.BAD_VALUE, zh, en, hint, "begin with a small letter; small letters, digits, _ and - only")


class Ruleset(Model):
    """A ruleset (规则集): which detectors run, with which parameters, and how their findings become leads."""

    ruleset: Annotated[str, AfterValidator(_identifier)] = Field(description="规则集编号")
    title: Words = Field(description="标题")
    version: Words = Field(default="1", description="版本")
    in_force: InForce | None = Field(default=None, description="施行与公布日期")
    model: Head = Field(default=Head(), description="监督模型")
    sources: Mapping[str, Source] = Field(default_factory=dict, description="各表的数据来源")
    detectors: tuple[DetectorUse, ...] = Field(min_length=1, description="启用的检测器")
    assume: Mapping[str, Any] = Field(default_factory=dict, description="数据未载明时的假设：表.列: 值")
    rules: tuple[Rule, ...] = Field(default=(), description="研判规则")

    _path: Path | None = PrivateAttr(None)

    @classmethod
    def load(cls, path: str | Path, registry: Registry | None = None) -> Ruleset:
        """Read a ruleset from a YAML file.

        Without a registry the names, parameters and kinds of detectors stay unchecked.

        Raises:
            UsageError: There is no such file.
            RulesetError: The ruleset is wrong; the error lists everything that is.
        """
        from supervision_rules.rulesets._loader import load

        return load(Path(path), registry)

    @classmethod
    def parse(cls, text: str, registry: Registry | None = None, *, name: str = "<ruleset>") -> Ruleset:
        """Read a ruleset from YAML text; `name` stands for the file in errors."""
        from supervision_rules.rulesets._loader import parse

        return parse(text, registry, name=name)

    @property
    def path(self) -> Path | None:
        """The file that it was read from."""
        return self._path

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the content (内容摘要): comments and layout don't count."""
        content = self.model_dump(mode="json", by_alias=True)
        return hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
