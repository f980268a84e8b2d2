"""The errors of the intake (读入), each with its code, SR101 to SR199."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from supervision_rules.entities import Column, Table
from supervision_rules.errors import DataError, Place, Problem, UsageError


def _listed(texts: Iterable[str], most: int = 40) -> str:
    shown = list(texts)
    return "、".join(shown[:most]) + ("…" if len(shown) > most else "")


def no_directory(path: str) -> UsageError:
    """The directory isn't there."""
    return UsageError(Problem("SR101", f"数据目录不存在:{path}", f"no such directory: {path}"))


def not_a_directory(path: str) -> UsageError:
    """The path isn't a directory."""
    return UsageError(Problem("SR102", f"不是目录:{path}", f"not a directory: {path}"))


def two_files(table: Table, paths: Sequence[str]) -> DataError:
    """Two files hold one table."""
    return DataError(
        Problem(
            "SR103",
            f"同一张表“{table.label}”({table.name})有多个文件:{_listed(paths)}",
            f"several files for the table {table.name}: {', '.join(paths)}",
            hint_zh="只保留一个,或在规则集的 sources 中指明",
            hint_en="keep one, or name it in the ruleset's sources",
        )
    )


def unreadable(location: str, why: object, place: Place | None = None, hint: tuple[str, str] = ("", "")) -> DataError:
    """A file or source that can't be opened or is corrupt."""
    return DataError(
        Problem(
            "SR104",
            f"无法读取 {location}:{why}",
            f"can't read {location}: {why}",
            place,
            hint_zh=hint[0],
            hint_en=hint[1],
        )
    )


def not_decodable(location: str, encoding: str, why: object) -> DataError:
    """Bytes that don't belong to the encoding."""
    return DataError(
        Problem(
            "SR105",
            f"{location} 不是 {encoding} 编码的文本:{why}",
            f"{location} isn't {encoding} text: {why}",
            hint_zh="请用 UTF-8 或 GB18030 另存,或在 sources 中写明 encoding",
            hint_en="save it as UTF-8 or GB18030, or name its encoding in sources",
        )
    )


def unknown_kind(location: str, table: str) -> DataError:
    """Data of a sort that intake doesn't read."""
    return DataError(
        Problem(
            "SR106",
            f"不支持的数据来源(表 {table}):{location}",
            f"unsupported source for table {table}: {location}",
            hint_zh="可用 csv、tsv、xlsx、xlsm、xls、ods、parquet 文件,数据库查询,pandas、polars、pyarrow 数据",
            hint_en="use a csv, tsv, xlsx, xlsm, xls, ods or parquet file, an SQL query, or pandas, polars, pyarrow",
        )
    )


def no_header(location: str, table: Table, found: Sequence[str], place: Place | None) -> DataError:
    """No row that could be the header."""
    return DataError(
        Problem(
            "SR107",
            f"{location} 中找不到“{table.label}”的表头"
            + (f";开头的单元格是:{_listed(found)}" if found else ";文件是空的"),
            f"no header of {table.name} in {location}"
            + (f"; it begins with: {_listed(found)}" if found else "; it is empty"),
            place,
            hint_zh=f"表头可用:{_listed(c.label for c in table.columns)}",
            hint_en=f"a header may use: {', '.join(table.names)}",
        )
    )


def column_twice(location: str, column: Column, headers: Sequence[str], place: Place | None) -> DataError:
    """One column under two headers."""
    shown = "、".join(f"“{h}”" for h in headers)
    return DataError(
        Problem(
            "SR108",
            f"{location} 中“{column.label}”({column.name})出现多次:{shown}",
            f"{location} has the column {column.name} more than once: {', '.join(headers)}",
            place,
            hint_zh="在规则集的 sources 中指明用哪一列",
            hint_en="say in the ruleset's sources which one to use",
        )
    )


def columns_missing(
    location: str, table: Table, missing: Sequence[Column], headers: Sequence[str], place: Place | None
) -> DataError:
    """Required columns that the source doesn't have."""
    return DataError(
        Problem(
            "SR109",
            f"{location} 缺少必需的列:{_listed(f'{c.label}({c.name})' for c in missing)};找到的表头:{_listed(headers)}",
            f"{location} lacks required columns of {table.name}: "
            f"{', '.join(f'{c.name} ({c.label})' for c in missing)}; "
            f"headers found: {', '.join(headers)}",
            place,
            hint_zh="改表头,或在规则集的 sources 中写明对应的列",
            hint_en="rename the header, or map it in the ruleset's sources",
        )
    )


def mapped_header_missing(
    location: str, column: str, header: str, headers: Sequence[str], place: Place | None
) -> DataError:
    """A header that the ruleset names isn't there."""
    return DataError(
        Problem(
            "SR110",
            f"{location} 中没有规则集指明的列“{header}”({column});找到的表头:{_listed(headers)}",
            f"{location} has no column {header!r}, which is mapped to {column}; headers found: {', '.join(headers)}",
            place,
        )
    )


def unknown_column(table: Table, column: str, place: Place | None) -> DataError:
    """A mapping of a column that the table doesn't have."""
    return DataError(
        Problem(
            "SR111",
            f"表 {table.name} 没有列 {column}",
            f"the table {table.name} has no column {column}",
            place,
            hint_zh=f"可用:{_listed(table.names)}",
            hint_en=f"it has: {', '.join(table.names)}",
        )
    )


def no_sheet(location: str, sheet: str, sheets: Sequence[str], place: Place | None) -> DataError:
    """The sheet named isn't in the workbook."""
    return DataError(
        Problem(
            "SR112",
            f"{location} 中没有工作表“{sheet}”;有:{_listed(sheets)}",
            f"{location} has no sheet {sheet!r}; it has: {', '.join(sheets)}",
            place,
        )
    )


def several_sheets(location: str, table: Table, sheets: Sequence[str], place: Place | None) -> DataError:
    """More than one sheet could be the table."""
    return DataError(
        Problem(
            "SR113",
            f"{location} 中有多个工作表都可能是“{table.label}”:{_listed(sheets)}",
            f"several sheets of {location} could be {table.name}: {', '.join(sheets)}",
            place,
            hint_zh="在规则集的 sources 中用 sheet 指明",
            hint_en="name one with sheet in the ruleset's sources",
        )
    )


def open_quote(location: str, line: int) -> DataError:
    """A quoted cell that is never closed."""
    return DataError(
        Problem(
            "SR114",
            f"{location} 第 {line} 行开始的引号没有结束",
            f"the quote that opens on line {line} of {location} is never closed",
            Place(location, line),
        )
    )


def unknown_table(name: str, tables: Sequence[str]) -> DataError:
    """A source of a table that there is not."""
    return DataError(
        Problem(
            "SR117", f"没有名为 {name} 的表;有:{_listed(tables)}", f"no table {name}; there are: {', '.join(tables)}"
        )
    )


def bad_record(location: str, line: int, why: object) -> DataError:
    """A CSV record that the reader refuses."""
    return DataError(
        Problem(
            "SR114",
            f"{location} 第 {line} 行无法读取:{why}",
            f"line {line} of {location} can't be read: {why}",
            Place(location, line),
        )
    )
