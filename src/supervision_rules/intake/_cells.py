"""What a cell says (单元格的含义), as SQL generated from the column's definition.

A cell goes through four steps. *Quick* is its value where the text is in the plainest form, as most are. For the others
*bare* is the trimmed text, or the value of a typed source where that type fits the column; *given* is the same, NULL
where it stands for an empty cell; *value* is what the column makes of it, NULL where it can't be read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum

from supervision_rules.entities import Column, ColumnType, Sort, Table
from supervision_rules.intake._dates import date_text_sql, plain_date_sql
from supervision_rules.intake._normal import BLANKS, character_class, half_width_sql
from supervision_rules.intake._numbers import integer_text_sql, money_text_sql, plain_integer_sql, plain_money_sql
from supervision_rules.intake._sql import literal

NEVER = "DATE '9999-12-31'"
"""The day of an event that has not happened."""

PLACEHOLDERS = ("-", "--", "—", "——", "－", "–", "/", "／", "\\", "无", "null", "none", "n/a", "nan", "nat", "<na>")
_TRUE = ("是", "true", "t", "1", "1.0", "yes", "y", "有", "√", "✓", "✔", "已告知")
_FALSE = ("否", "false", "f", "0", "0.0", "no", "n", "无", "没有", "×", "✗", "✘", "未告知")
_BLANK = character_class(BLANKS)
_WRAPPED = f'^="{_BLANK}*([^"]*?){_BLANK}*"$'
_SEPARATORS = f"{_BLANK}*[;；、,，\r\n]{character_class(BLANKS + ';；、,，')}*"
_ERROR_VALUE = r"#(N/A|DIV/0!|REF!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)"
_DIGITS_LOST = r"[0-9](\.[0-9]+)?[eE]\+[0-9]+"
_BEIJING = 8 * 3_600_000_000


class Given(StrEnum):
    """What a source's column holds."""

    TEXT = "text"
    WHOLE = "whole"
    FLOAT = "float"
    DECIMAL = "decimal"
    BOOLEAN = "boolean"
    DATE = "date"
    MOMENT = "moment"
    INSTANT = "instant"
    LIST = "list"
    OTHER = "other"


def given_of(engine_type: str) -> Given:
    """The sort of a column by the name of its DuckDB type."""
    kind = engine_type.upper()
    if kind == "VARCHAR":
        return Given.TEXT
    if re.search(r"\[\d*\]$", kind) and kind.count("[") == 1:
        return Given.LIST
    if kind in ("DOUBLE", "FLOAT", "REAL"):
        return Given.FLOAT
    if kind.startswith("DECIMAL"):
        return Given.DECIMAL
    if kind.endswith(("INT", "INTEGER")):
        return Given.WHOLE
    if kind.startswith("TIMESTAMP"):
        return Given.INSTANT if kind.endswith("ZONE") else Given.MOMENT
    return {"BOOLEAN": Given.BOOLEAN, "DATE": Given.DATE}.get(kind, Given.OTHER)


_KEPT = {
    ColumnType.DATE: {Given.DATE, Given.MOMENT, Given.INSTANT},
    ColumnType.MONEY: {Given.WHOLE, Given.DECIMAL},
    ColumnType.INTEGER: {Given.WHOLE},
    ColumnType.BOOLEAN: {Given.BOOLEAN},
    ColumnType.LIST: {Given.LIST},
    ColumnType.NUMBERS: {Given.LIST},
}


def identifies(table: Table, column: Column) -> bool:
    """Whether the column's text names something, so that lost digits or a dash would name the wrong one."""
    named = (ColumnType.NUMBER, ColumnType.NUMBERS, ColumnType.IDENTITY, ColumnType.ORGAN)
    return column.type in named or (column.type is ColumnType.TEXT and column.name in table.key)


def quick_sql(column: Column, given: Given, expression: str) -> str | None:
    """The value of a cell in its plainest form, NULL for any other; None where the column has no such form."""
    if given is not Given.TEXT:
        return None
    if column.type is ColumnType.DATE:
        return plain_date_sql(expression)
    if column.type is ColumnType.MONEY:
        return plain_money_sql(expression)
    if column.type is ColumnType.INTEGER:
        return plain_integer_sql(expression)
    if column.type is ColumnType.BOOLEAN:
        words = (("是", "TRUE"), ("否", "FALSE"), ("true", "TRUE"), ("false", "FALSE"))
        return f"CASE {expression} {' '.join(f'WHEN {literal(w)} THEN {truth}' for w, truth in words)} END"
    if column.type is ColumnType.CODE:
        codes = ((word, code) for code, more in column.codes.items() for word in (code, *more[:1]))
        return f"CASE {expression} {' '.join(f'WHEN {literal(w)} THEN {literal(c)}' for w, c in codes)} END"
    return None


def bare_sql(column: Column, given: Given, expression: str) -> str:
    """The cell's text without blanks around it, or its typed value where the type fits the column."""
    if given in _KEPT.get(column.type, ()):
        return {
            Given.MOMENT: f"CAST({expression} AS DATE)",
            Given.INSTANT: _beijing_day(expression),
            Given.LIST: _cleaned_list(expression),
        }.get(given, expression)
    return trimmed_sql(text_sql(given, expression))


def text_sql(given: Given, expression: str) -> str:
    """The cell as text."""
    return {
        Given.TEXT: expression,
        Given.FLOAT: f"CASE WHEN NOT isnan({expression}) THEN format('{{:.15g}}', {expression}::DOUBLE) END",
        Given.DECIMAL: f"regexp_replace(CAST({expression} AS VARCHAR), '\\.0+$', '')",
        Given.LIST: f"array_to_string(CAST({expression} AS VARCHAR[]), ';')",
    }.get(given, f"CAST({expression} AS VARCHAR)")


def given_sql(table: Table, column: Column, given: Given, bare: str) -> str:
    """The bare cell, NULL where it is empty: free text only when blank, the rest where a dash or such stands too."""
    if given in _KEPT.get(column.type, ()):
        return f"nullif({bare}, [])" if given is Given.LIST else bare
    if column.type is ColumnType.TEXT and not identifies(table, column):
        return f"nullif({bare}, '')"
    empty = is_placeholder_sql(bare, meaning=_FALSE if column.type is ColumnType.BOOLEAN else ())
    return f"CASE WHEN strlen({bare}) > 6 THEN {bare} WHEN {empty} THEN NULL ELSE {bare} END"


def is_placeholder_sql(bare: str, meaning: tuple[str, ...] = ()) -> str:
    """Whether a bare text is empty or one of the signs for an empty cell, apart from those that have a meaning here.

    No `IN`: the engine would turn each list into a join of all rows.
    """
    words = "|".join(re.escape(word) for word in PLACEHOLDERS if word not in meaning)
    return f"regexp_full_match(lower({bare}), {literal(f'({words})?')})"


def value_sql(table: Table, column: Column, given: Given, expression: str) -> str:
    """What the column makes of a cell that is given, NULL where it can't be read."""
    if given in _KEPT.get(column.type, ()):
        return _typed_value(table, column, given, expression)
    readers = {
        ColumnType.DATE: lambda: date_text_sql(expression),
        ColumnType.MONEY: lambda: money_text_sql(expression, negative=_may_be_negative(table)),
        ColumnType.INTEGER: lambda: integer_text_sql(expression, column.label),
        ColumnType.BOOLEAN: lambda: _boolean_text(expression),
        ColumnType.CODE: lambda: _code_text(expression, column),
        ColumnType.LIST: lambda: _list_text(expression),
        ColumnType.NUMBERS: lambda: _safe_list(_list_text(expression)),
    }
    if column.type in readers:
        return readers[column.type]()
    if identifies(table, column):
        return _readable(expression)
    return f"CASE WHEN {_error_value(expression)} THEN NULL ELSE {expression} END"


def empty_sql(column: Column) -> str | None:
    """What an empty cell of a column means that is there; None where it is just not known."""
    return {Sort.EVENT: NEVER, Sort.FLAG: "FALSE"}.get(column.sort)


def reason_sql(table: Table, column: Column, text: str) -> str:
    """The code of the reason why a cell can't be read, from its text."""
    text = trimmed_sql(text)
    lost = f"WHEN regexp_matches({text}, {literal(_DIGITS_LOST)}) THEN 'digits_lost' "
    return (
        f"CASE WHEN {_error_value(text)} THEN 'error_value' "
        f"{lost if identifies(table, column) else ''}ELSE {literal(column.type.value)} END"
    )


def _may_be_negative(table: Table) -> bool:
    """Whether an amount below zero makes sense: a repayment among the payments (缴款)."""
    return table.name == "payments"


def _typed_value(table: Table, column: Column, given: Given, x: str) -> str:
    if column.type is ColumnType.DATE:
        return f"CASE WHEN {x} BETWEEN DATE '1900-01-01' AND {NEVER} THEN {x} END"
    if column.type is ColumnType.INTEGER:
        return f"CASE WHEN {x} BETWEEN 0 AND 1200 THEN CAST({x} AS INTEGER) END"
    if column.type is ColumnType.MONEY:
        amount = f"try_cast({x} AS DECIMAL(18, 2))"
        allowed = "TRUE" if _may_be_negative(table) else f"{x} >= 0"
        return f"CASE WHEN {allowed} AND {amount} = {x} THEN {amount} END"
    if column.type is ColumnType.NUMBERS:
        return _safe_list(x)
    return x


def _beijing_day(x: str) -> str:
    """The day of a moment in Beijing; one beyond all days is kept apart from an empty cell."""
    day = f"TRY(CAST(make_timestamp(epoch_us({x}) + {_BEIJING}) AS DATE))"
    return f"coalesce({day}, CASE WHEN {x} IS NOT NULL THEN DATE 'infinity' END)"


def trimmed_sql(x: str) -> str:
    """The text without blanks around it, or what is within `="…"`, by which exports keep a spreadsheet from counting.

    Most texts have neither, and looking is cheaper than trimming.
    """
    wrapped = f"({x} >= '=' AND {x} < '>')"
    begins = f"{x} < '!' OR ({x} >= '\x7f' AND {x} < '、') OR ({x} >= '\ufeff' AND {x} < '\uff00')"
    ends = f"regexp_matches({x}, {literal(_BLANK + '$')})"
    bare = f"regexp_replace(trim({x}, {literal(BLANKS)}), {literal(_WRAPPED)}, '\\1')"
    return f"CASE WHEN {wrapped} OR {begins} OR {ends} THEN {bare} ELSE {x} END"


def _cleaned_list(x: str) -> str:
    trimmed = f"list_transform(CAST({x} AS VARCHAR[]), lambda w: {trimmed_sql('w')})"
    return f"list_filter({trimmed}, lambda w: w <> '')"


def _list_text(x: str) -> str:
    parts = f"trim(regexp_replace({x}, {literal(_SEPARATORS)}, ';', 'g'), ';')"
    return f"CASE WHEN {parts} <> '' THEN string_split({parts}, ';') END"


def _error_value(x: str) -> str:
    return f"({x} >= '#' AND {x} < '$' AND regexp_full_match(upper({x}), {literal(_ERROR_VALUE)}))"


def _unsafe(x: str) -> str:
    return f"({_error_value(x)} OR regexp_full_match({x}, {literal(_DIGITS_LOST)}))"


def _readable(x: str) -> str:
    """The text unless it is an error of the spreadsheet or a number whose digits are lost; a leading ' only marks text."""
    marked = f"{x} > {literal(chr(39))} AND {x} < '('"
    return f"CASE WHEN {x} < ':' AND {_unsafe(x)} THEN NULL WHEN {marked} THEN substr({x}, 2) ELSE {x} END"


def _safe_list(value: str) -> str:
    """The list unless one of its elements is such a text; looked at closely only where one may be."""
    suspect = f"regexp_matches(array_to_string({value}, ';'), '[#+]')"
    unsafe = f"list_bool_or(list_transform({value}, lambda n: {_unsafe('n')}))"
    return f"CASE WHEN {suspect} AND {unsafe} THEN NULL ELSE {value} END"


def _boolean_text(x: str) -> str:
    word = f"lower({half_width_sql(x)})"
    return _looked_up(word, {**dict.fromkeys(_TRUE, "TRUE"), **dict.fromkeys(_FALSE, "FALSE")})


def _code_text(x: str, column: Column) -> str:
    word = f"lower(regexp_replace({half_width_sql(x)}, {literal(_BLANK)}, '', 'g'))"
    return _looked_up(word, {w.lower(): literal(code) for code, words in column.codes.items() for w in (code, *words)})


def _looked_up(word: str, meanings: Mapping[str, str]) -> str:
    """The meaning of a word, as SQL, NULL for a word that has none."""
    return f"MAP {{{', '.join(f'{literal(key)}: {meaning}' for key, meaning in meanings.items())}}}[{word}]"
