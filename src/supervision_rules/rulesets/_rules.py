"""The rules of a ruleset (研判规则): conditions over the findings of one matter, and what follows from them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Generic, Literal, NamedTuple, TypeVar

from pydantic import BeforeValidator, Discriminator, Field, PrivateAttr, Tag, model_validator

from supervision_rules.errors import Place
from supervision_rules.rulesets import _codes as codes
from supervision_rules.rulesets._base import Day, Model, Severity, Words, wrong

GROUPS = ("all", "any", "none")
T = TypeVar("T")


class Check(NamedTuple):
    """One comparison (比较): the finding's field, the operator, and what it is compared with."""

    field: str
    operator: str
    """`eq`, `ne`, `gt`, `gte`, `lt`, `lte` or `in`."""
    value: Any


class Equality(Model, Generic[T]):
    """A comparison of a field without order; a field that has no value never meets it."""

    eq: T | None = Field(default=None, description="等于")
    ne: T | None = Field(default=None, description="不等于")
    among: tuple[T, ...] | None = Field(default=None, alias="in", min_length=1, description="属于其中之一")

    @model_validator(mode="after")
    def _not_empty(self) -> Equality[T]:
        if all(value is None for _, value in self):
            raise wrong(codes.BAD_CONDITION, "比较为空", "the comparison is empty", "如 {gt: 30}", "such as {gt: 30}")
        return self


class Order(Equality[T], Generic[T]):
    """A comparison of a field with an order."""

    gt: T | None = Field(default=None, description="大于")
    gte: T | None = Field(default=None, description="大于或等于")
    lt: T | None = Field(default=None, description="小于")
    lte: T | None = Field(default=None, description="小于或等于")


def _comparison(value: Any) -> Any:
    """A bare value stands for `eq`, a list for `in`."""
    if isinstance(value, list):
        return {"in": value}
    return {"eq": value} if isinstance(value, str) else value


Bare = BeforeValidator(_comparison)
Status = Literal["finding", "warning", "unverified"]


class Condition(Model):
    """A condition (条件): there is a finding of this kind in the matter whose fields meet all comparisons."""

    finding: Words = Field(description="异常类型")
    detector: Words | None = Field(default=None, description="检测器")
    status: Annotated[Equality[Status], Bare] = Field(default=Equality[Status](eq="finding"), description="状态")
    severity: Annotated[Order[Severity] | None, Bare] = Field(default=None, description="严重程度")
    rung: Annotated[Equality[str] | None, Bare] = Field(default=None, description="判断环节")
    days_over: Annotated[Order[int] | None, Bare] = Field(default=None, description="超期天数")
    due_on: Annotated[Order[Day] | None, Bare] = Field(default=None, description="期限届满日")
    happened_on: Annotated[Order[Day] | None, Bare] = Field(default=None, description="实际发生日")
    agency: Annotated[Equality[str] | None, Bare] = Field(default=None, description="处罚机关")
    court: Annotated[Equality[str] | None, Bare] = Field(default=None, description="法院")
    party_name: Annotated[Equality[str] | None, Bare] = Field(default=None, description="当事人名称")

    def checks(self) -> Iterator[Check]:
        """All comparisons, that of the kind first."""
        yield Check("kind", "eq", self.finding)
        if self.detector is not None:
            yield Check("detector", "eq", self.detector)
        for field, comparison in self:
            if isinstance(comparison, Equality):
                for name, value in comparison:
                    if value is not None:
                        yield Check(field, "in" if name == "among" else name, value)


def _not_deeper(value: Any) -> Any:
    if isinstance(value, dict) and set(value) & set(GROUPS):
        raise wrong(
            codes.BAD_CONDITION,
            "条件最多嵌套两层",
            "conditions may be nested twice at most",
            "请拆成几条规则",
            "split the rule",
        )
    return value


def _which(value: Any) -> str:
    if isinstance(value, Group) or (isinstance(value, dict) and set(value) & set(GROUPS)):
        return "<group>"
    return "<condition>"


class _Grouping(Model):
    """Exactly one of `all`, `any` and `none`."""

    @model_validator(mode="after")
    def _one(self) -> _Grouping:
        if len(self.model_fields_set) != 1:
            zh, en = "应有且仅有 all、any、none 之一", "exactly one of all, any and none is needed"
            hint = "两组条件请嵌套，如 all: [{finding: a}, {none: [{finding: b}]}]"
            raise wrong(codes.BAD_CONDITION, zh, en, hint, "nest them: all: [{finding: a}, {none: [{finding: b}]}]")
        return self

    @property
    def operator(self) -> str:
        """`all`, `any` or `none`."""
        (name,) = self.model_fields_set
        return name


Conditions = Annotated[tuple[Annotated[Condition, BeforeValidator(_not_deeper)], ...], Field(min_length=1)]


class Group(_Grouping):
    """Conditions inside conditions (条件组)."""

    all: Conditions = Field(default=(), description="全部成立")
    any: Conditions = Field(default=(), description="至少一个成立")
    none: Conditions = Field(default=(), description="都不成立")

    @property
    def members(self) -> tuple[Condition, ...]:
        """The conditions of the group."""
        members: tuple[Condition, ...] = getattr(self, self.operator)
        return members


Item = Annotated[
    Annotated[Group, Tag("<group>")] | Annotated[Condition, Tag("<condition>")],
    Discriminator(_which),
]
Items = Annotated[tuple[Item, ...], Field(min_length=1)]


class When(_Grouping):
    """When a rule fires (规则条件)."""

    all: Items = Field(default=(), description="全部成立")
    any: Items = Field(default=(), description="至少一个成立")
    none: Items = Field(default=(), description="都不成立")

    @property
    def members(self) -> tuple[Group | Condition, ...]:
        """The conditions and groups of conditions."""
        members: tuple[Group | Condition, ...] = getattr(self, self.operator)
        return members

    def conditions(self) -> Iterator[Condition]:
        """All conditions, wherever they stand."""
        for member in self.members:
            if isinstance(member, Group):
                yield from member.members
            else:
                yield member


def _one_or_more(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


class Then(Model):
    """What a rule does (规则效果): suppress findings, or say more about the matter's lead."""

    suppress: Words | None = Field(
        default=None, description="不再提示的异常类型；规则条件中点名该类型的，只压制符合条件的那些"
    )
    reason: Words | None = Field(default=None, description="压制的理由")
    combine: Words | None = Field(default=None, description="合并后的线索标题")
    grade: Severity | None = Field(default=None, description="线索等级")
    tag: Annotated[tuple[Words, ...], BeforeValidator(_one_or_more)] = Field(default=(), description="标签")

    @model_validator(mode="after")
    def _sense(self) -> Then:
        if not self.model_fields_set - {"reason"}:
            zh, en = "规则没有效果", "the rule has no effect"
            raise wrong(codes.BAD_EFFECT, zh, en, "可用 suppress、combine 等", "use suppress, combine, grade or tag")
        if self.suppress is None:
            if self.reason is not None:
                raise wrong(codes.BAD_EFFECT, "reason 只与 suppress 同用", "reason goes with suppress only")
        elif self.reason is None:
            raise wrong(
                codes.BAD_EFFECT, "压制应写明理由", "suppressing needs a reason", "请加上 reason", "add a reason"
            )
        elif self.model_fields_set - {"suppress", "reason"}:
            zh, en = "压制不能与其他效果写在一条规则里", "suppress can't stand beside other effects"
            raise wrong(codes.BAD_EFFECT, zh, en, "请写成两条规则", "write two rules")
        return self


class Rule(Model):
    """A rule (研判规则) over the findings of one matter."""

    name: Words = Field(description="规则名称")
    when: When = Field(description="条件")
    then: Then = Field(description="效果")

    _place: Place | None = PrivateAttr(None)

    @property
    def place(self) -> Place | None:
        """Where the rule stands in its file."""
        return self._place
