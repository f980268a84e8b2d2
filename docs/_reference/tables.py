"""Tables and columns, from the entities (数据表)."""

from __future__ import annotations

from _reference.markdown import code, codes, table
from supervision_rules.entities import (
    TABLES,
    Column,
    ColumnType,
    FindingRecord,
    Outcome,
    PenaltyKind,
    Sort,
    Table,
)

_TYPES = {
    ColumnType.TEXT: "文本 text",
    ColumnType.NUMBER: "文号 number of a document",
    ColumnType.NUMBERS: "文号列表 list of numbers",
    ColumnType.ORGAN: "机关名称 organ",
    ColumnType.IDENTITY: "证件号码 identity number",
    ColumnType.DATE: "日期 date",
    ColumnType.MONEY: "金额(元) yuan",
    ColumnType.INTEGER: "整数 integer",
    ColumnType.BOOLEAN: "是否 true/false",
    ColumnType.CODE: "代码 code",
    ColumnType.LIST: "列表 list",
    ColumnType.STEPS: "步骤 steps",
}
_SORTS = {Sort.ATTRIBUTE: "属性", Sort.EVENT: "事件 event", Sort.FLAG: "标记 flag"}
_INTRO = """# 数据表 / Tables

七张规范表。文件名和表头用英文名或中文名都可以,见[在自己的数据上运行](../howto/run-on-your-data.md)。

空白单元格的含义由列的类别决定(见[怎样判断](../explanation/how-it-decides.md)):

- 属性(attribute):空白 = **不知道**;
- 事件(event):空白 = **没有发生**;
- 标记(flag):空白 = **否**;
- 整列或整张表都没有:都是不知道。

“必填”的列空着,该行不读入。“关联”的列用来把几张表的记录对上。

*English.* The seven canonical tables. A file or header may use the English name or the Chinese label. An empty cell of
an attribute means *not known*, of an event *has not happened*, of a flag *no*; a missing column or table means *not
known*. 必填 = required, 关联 = joins records.
"""


def page() -> str:
    """The seven tables that come in."""
    parts = [_INTRO, table(("表", "中文名", "主键 key"), (_head(one) for one in TABLES.values()))]
    for one in TABLES.values():
        parts.append(f"## {one.name} {one.label}\n")
        parts.append(
            table(("列 column", "中文名 label", "类型 type", "类别 sort", "说明 notes"), map(_row, one.columns))
        )
        words = [column for column in one.columns if column.codes]
        if words:
            parts.append("可用的词 / words for codes:\n")
            rows = (
                (code(column.name), code(key), "、".join(values))
                for column in words
                for key, values in column.codes.items()
            )
            parts.append(table(("列 column", "代码 code", "也可写作 also written"), rows))
    kinds = "、".join(kind.value for kind in PenaltyKind)
    parts.append(f"`penalty_kinds` 是开放的列表,常用的有 / is an open list, commonly: {kinds}。")
    return "\n".join(parts)


def findings_page() -> str:
    """The table that goes out."""
    outcomes = table(("结果 outcome", "中文 label"), ((code(one.value), one.label) for one in Outcome))
    columns = table(
        ("列 column", "中文名 label", "类型 type", "说明 notes"),
        ((code(c.name), c.label, _TYPES[c.type], _notes(c, required=False)) for c in FindingRecord.table.columns),
    )
    return f"""# 异常提示 / Findings

检测器的输出,每行一条。怎样读见[读懂一条提示](../howto/read-a-finding.md)。JSON 中空值为 null,列表为列表,日期为
`2023-08-31`;CSV 的表头是英文列名。

*English.* What a detector gives, one row each; in JSON nulls are null, lists lists, dates ISO strings; CSV has the English
names as header.

{columns}
## 结果 / Outcomes

每个检测器对每条记录给出一个结果,合计等于读到的记录数。前三种写入异常提示表。 / Every detector gives every record one
outcome; they add up to the records read. The first three become rows of the findings table.

{outcomes}"""


def _head(one: Table) -> tuple[str, str, str]:
    key = codes(one.key)
    return code(one.name), one.label, key + (f"(有 `{one.key_if}` 时 / where given)" if one.key_if else "")


def _row(column: Column) -> tuple[str, str, str, str, str]:
    return code(column.name), column.label, _TYPES[column.type], _SORTS[column.sort], _notes(column, column.required)


def _notes(column: Column, required: bool) -> str:
    notes = ["**必填**"] if required else []
    notes += ["关联"] if column.joins else []
    notes += [f"随 `{column.told_by}` 而知"] if column.told_by else []
    notes += [column.description] if column.description else []
    return ";".join(notes)
