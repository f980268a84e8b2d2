"""The files of punished acts as models (行为数据文件): what they may hold, and the JSON Schema for editors."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema, model_validator

from supervision_rules.law._act_model import Condition, Mode, Weight

Kind = Literal[
    "警告",
    "通报批评",
    "罚款",
    "没收违法所得",
    "没收非法财物",
    "暂扣许可证件",
    "降低资质等级",
    "吊销许可证件",
    "限制经营",
    "责令停产停业",
    "责令关闭",
    "限制从业",
    "行政拘留",
]
_AT = r"^\d{1,3}(-\d{1,2})?(\.\d{1,2})?(\.\(\d{1,2}\))?( s\.\d)?$"
_PLACE = re.compile(r"(\d+)(?:-(\d+))?(?:\.(\d+))?(?:\.\((\d+)\))?(?: s\.(\d))?")
At = Annotated[str, StringConstraints(pattern=_AT)]
Text = Annotated[str, StringConstraints(min_length=1)]
Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]


def _pair(value: Any) -> Any:
    """A single figure is a fixed sum: a range of one."""
    return [value, value] if isinstance(value, str | int | float | Decimal) else value


Pair = Annotated[
    tuple[Decimal, Decimal],
    BeforeValidator(_pair),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "number"},
                {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2},
            ]
        }
    ),
]


class _Data(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class FineEntry(_Data):
    """One range of a fine (一档罚款幅度):yuan 与 times 二选一,单独一个数字表示定额."""

    yuan: Pair | None = Field(None, description="金额(元):[最低, 最高],两端都含;只有上限的,最低写 0")
    times: Pair | None = Field(None, description="倍数:[最低, 最高];乘什么,由 of 说明")
    of: str = Field("", description="倍数的基数:gains 表示违法所得;其他的写名称,如 采伐林木价值")
    gains: Literal["any", "below", "above"] = Field(
        "any", description="违法所得:any 不论;below 没有或不足界限;above 达到或超过界限"
    )
    serious: bool = Field(False, description="仅情节严重时适用")

    @model_validator(mode="after")
    def _one(self) -> FineEntry:
        if (self.yuan is None) == (self.times is None):
            raise ValueError("yuan 与 times 必须且只能写一个 | exactly one of yuan and times")
        if (self.times is None) != (not self.of):
            raise ValueError("times 与 of 应一并写明 | times and of go together")
        low, high = self.yuan or self.times or (Decimal(0), Decimal(0))
        if low < 0 or high <= 0 or low > high:
            raise ValueError(f"幅度 {low}—{high} 不成立 | {low} to {high} is no range")
        return self


class ThresholdEntry(_Data):
    """The threshold of gains (违法所得的界限)."""

    yuan: Annotated[Decimal, Field(ge=0, description="元;0 表示以有无违法所得分档")]
    exactly: Literal["above", "below", "open"] = Field(
        description="恰好等于界限时:above 按倍数;below 按固定幅度;open 条文两档都没有涵盖"
    )


class SanctionEntry(_Data):
    """One kind of penalty (一种处罚)."""

    kind: Kind = Field(description="处罚种类(行政处罚法第九条的名称)")
    mode: Mode = Field("shall", description="shall 应当;may 可以;either 与其他标 either 的择一")
    when: Condition = Field("always", description="always;serious 情节严重;refuses 拒不改正;gains 有违法所得")
    word: str = Field("", description="条文自己的用词,与 kind 不同时写,如 停业整顿")
    by: str = Field("", description="由另一机关作出时写明,如 原许可机关")


class RuleEntry(_Data):
    """One penalty provision (一条罚则)."""

    versions: Annotated[tuple[dt.date, ...], Field(min_length=1, description="适用的版本(通过或公布日)")]
    at: At = Field(description="条.款.(项) s.句,如 63.1.(2)、65.3 s.2;只有一款的条不写款")
    sanctions: tuple[SanctionEntry, ...] = Field((), description="处罚;不予处罚的留空并写 punished: false")
    fine: tuple[FineEntry, ...] = Field((), description="罚款幅度;条文没有写数额的留空")
    threshold: ThresholdEntry | None = Field(None, description="违法所得的界限")
    requires_refusal: bool = Field(False, description="拒不改正(拒不投保)才处罚")
    requires_serious: bool = Field(False, description="情节严重才处罚")
    may_fine: bool = Field(False, description="条文写“可以处……罚款”")
    actors: tuple[Text, ...] = Field((), description="与行为的 actors 不同时写")
    duties: tuple[At, ...] = Field((), description="与行为的 duties 不同时写")
    measures: tuple[Text, ...] = Field((), description="责令改正、扣留、收缴等,不是处罚种类")
    authority: str = Field("", description="与本法规该版本的 authority 不同时写")
    self_enforced: bool = Field(False, description="机关可以自己强制执行(代为拆除)")
    punished: bool = Field(True, description="false:已知的行为,该版本不予处罚")
    refers: str = Field("", description="本条只写“依照……处罚”时,写依照的法规和条,如 道路交通安全法 103.3")

    @model_validator(mode="after")
    def _together(self) -> RuleEntry:
        fined = [one for one in self.sanctions if one.kind == "罚款"]
        if self.fine and not fined:
            raise ValueError("有罚款幅度,却没有罚款 | a fine range without 罚款 among the sanctions")
        if self.punished != bool(self.sanctions):
            raise ValueError("没有处罚种类的应写 punished: false,反之亦然 | no sanctions means punished: false")
        if self.may_fine and any(one.mode != "may" for one in fined):
            raise ValueError("may_fine 的罚款应为 mode: may | with may_fine the fine's mode is may")
        branches = {one.gains for one in self.fine}
        if bool(branches - {"any"}) != (self.threshold is not None):
            raise ValueError("按违法所得分档的应有 threshold,反之亦然 | branches and threshold go together")
        if self.threshold and not {"above", "below"} <= branches:
            raise ValueError("应有 above 和 below 两档 | both branches, above and below, are needed")
        if sum(one.mode == "either" for one in self.sanctions) == 1:
            raise ValueError("择一的处罚至少有两种 | either needs two kinds at least")
        return self


class ActEntry(_Data):
    """One act (一种行为)."""

    act: Name = Field(description="标识,各版本不变")
    title: Text = Field(description="名称(自己的话)")
    title_en: Text = Field(description="英文名称")
    actors: tuple[Text, ...] = Field((), description="行为人")
    duties: tuple[At, ...] = Field((), description="违反的义务条款(同一法规)")
    rules: Annotated[tuple[RuleEntry, ...], Field(min_length=1)]
    weights: dict[dt.date, Weight] = Field(
        {}, description="各版本与前一版本相比:lighter 较轻、equal 相同、heavier 较重、unpunished 不再处罚、new 新设"
    )


class VersionEntry(_Data):
    """One version of the statute (法规的一个版本)."""

    passed: dt.date = Field(description="通过或公布日")
    authority: Text = Field(description="通常的处罚机关")


class NoPenaltyEntry(_Data):
    """A provision without a penalty (不是罚则的条款)."""

    at: At
    versions: Annotated[tuple[dt.date, ...], Field(min_length=1)]
    title: Text
    title_en: Text


class ActsFile(_Data):
    """A statute's acts and penalty provisions (一部法规的行为与罚则)."""

    statute: Text = Field(description="法规名称,不带“中华人民共和国”")
    versions: Annotated[tuple[VersionEntry, ...], Field(min_length=1)]
    acts: Annotated[tuple[ActEntry, ...], Field(min_length=1)]
    no_penalties: tuple[NoPenaltyEntry, ...] = ()


def place(at: str) -> tuple[int, int, int | None, int | None, int | None]:
    """Article, suffix, paragraph, item and sentence of a text such as `65.3 s.2` or `63.1.(2)`."""
    found = _PLACE.fullmatch(at)
    if found is None:
        raise ValueError(at)
    article, suffix, paragraph, item, sentence = (int(part) if part else None for part in found.groups())
    return article or 0, suffix or 0, paragraph, item, sentence


def acts_schema() -> dict[str, Any]:
    """The JSON Schema of such a file, as editors show it."""
    schema = ActsFile.model_json_schema()
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    return schema
