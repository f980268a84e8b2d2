"""One definition of a table: the pydantic model, from which every other form of its columns is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict


class Sort(StrEnum):
    """What an empty cell of a column means (空白单元格的含义)."""

    ATTRIBUTE = "attribute"
    """属性: empty means *not known*."""
    EVENT = "event"
    """事件: empty means *has not happened*."""
    FLAG = "flag"
    """标记: empty means *no*."""


class ColumnType(StrEnum):
    """What a reader has to make of a cell (读取类型)."""

    TEXT = "text"
    NUMBER = "number"
    """文号、案号: compared in its normal form, shown as written."""
    NUMBERS = "numbers"
    """Several document numbers in one cell."""
    ORGAN = "organ"
    """机关、法院名称: compared without spaces and in half width."""
    IDENTITY = "identity"
    """证件号码: resident identity number or unified social credit code."""
    DATE = "date"
    MONEY = "money"
    """Yuan (元) with two decimals."""
    INTEGER = "integer"
    BOOLEAN = "boolean"
    CODE = "code"
    LIST = "list"
    STEPS = "steps"
    """A list of step objects, as JSON text in Arrow and in the store."""


class Code(StrEnum):
    """A coded value whose members also carry the Chinese words that offices write for it."""

    words: tuple[str, ...]

    def __new__(cls, value: str, *words: str) -> Code:
        """Keep the Chinese words beside the code word."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.words = words
        return member

    @property
    def label(self) -> str:
        """The first Chinese word, the one that reports show."""
        return self.words[0]


_ENGINE_TYPES = {
    ColumnType.NUMBERS: "array<string>",
    ColumnType.LIST: "array<string>",
    ColumnType.DATE: "date",
    ColumnType.MONEY: "decimal(18, 2)",
    ColumnType.INTEGER: "int32",
    ColumnType.BOOLEAN: "boolean",
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table (列), written as the annotation of a model's field.

    `name`, `required` and `codes` are filled in from the model. `joins` marks the columns by which records of
    different tables find each other; `told_by` names the event that an attribute comes with: before it, nothing is told.
    """

    label: str
    type: ColumnType = ColumnType.TEXT
    sort: Sort = Sort.ATTRIBUTE
    joins: bool = False
    description: str = ""
    told_by: str = ""
    name: str = ""
    required: bool = False
    codes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def engine_type(self) -> str:
        """The type in the set engine, as Ibis writes it."""
        return _ENGINE_TYPES.get(self.type, "string")


@dataclass(frozen=True, slots=True)
class Table:
    """One canonical table (规范表): name, Chinese label, key and columns.

    `key_if` names a column without which the key does not hold: every such row counts. `dated` names the day of the
    record: with a later day than the run's it is not seen.
    """

    name: str
    label: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    key_if: str | None = None
    dated: str = ""

    def __getitem__(self, name: str) -> Column:
        """The column of that name; `KeyError` where there is none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)

    @property
    def names(self) -> tuple[str, ...]:
        """The column names, in order."""
        return tuple(column.name for column in self.columns)

    def engine_schema(self) -> dict[str, str]:
        """Column names to engine types."""
        return {column.name: column.engine_type for column in self.columns}

    def arrow_schema(self) -> Any:
        """The `pyarrow.Schema` of the table: dates as date32, money as decimal128(18, 2) in yuan."""
        return arrow_schema_of(self.engine_schema())


def arrow_schema_of(engine_types: Mapping[str, str]) -> Any:
    """The `pyarrow.Schema` of columns by their engine types, as Ibis writes them."""
    import pyarrow as pa

    types = {
        "array<string>": pa.list_(pa.string()),
        "date": pa.date32(),
        "decimal(18, 2)": pa.decimal128(18, 2),
        "int8": pa.int8(),
        "int32": pa.int32(),
        "int64": pa.int64(),
        "boolean": pa.bool_(),
        "string": pa.string(),
    }
    return pa.schema([(name, types[type_]) for name, type_ in engine_types.items()])


class Entity(BaseModel):
    """A record of a canonical table (规范表的一行); a subclass declares table and columns."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    table: ClassVar[Table]

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """Take the class's keywords; pydantic hands them to the hook below once the fields are known."""
        super().__init_subclass__()

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        """Read the table's definition off the fields."""
        super().__pydantic_init_subclass__()
        columns = tuple(_column(name, info) for name, info in cls.model_fields.items())
        cls.table = Table(
            kwargs["table"], kwargs["label"], kwargs["key"], columns, kwargs.get("key_if"), kwargs.get("dated", "")
        )


def _column(name: str, info: Any) -> Column:
    (declared,) = (item for item in info.metadata if isinstance(item, Column))
    codes: dict[str, tuple[str, ...]] = {}
    for part in (info.annotation, *getattr(info.annotation, "__args__", ())):
        if isinstance(part, type) and issubclass(part, Code):
            codes = {member.value: member.words for member in part}
    return Column(
        label=declared.label,
        type=declared.type,
        sort=declared.sort,
        joins=declared.joins,
        description=declared.description,
        told_by=declared.told_by,
        name=name,
        required=info.is_required(),
        codes=codes,
    )
