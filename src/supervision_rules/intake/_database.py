"""Tables and queries of databases (数据库), by SQLAlchemy URL."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from supervision_rules.entities import Table
from supervision_rules.errors import MissingExtraError, Problem
from supervision_rules.intake import _problems
from supervision_rules.intake._headers import match
from supervision_rules.intake._raw import Loader, Raw
from supervision_rules.intake._sources import Source, SqlSource
from supervision_rules.intake._text import cell_text

if TYPE_CHECKING:
    import duckdb
    from sqlalchemy import Connection, CursorResult, Engine

_QUERY = re.compile(r"\s*(select|with|values|\(|--|/\*)", re.IGNORECASE)
_BATCH_ROWS = 10_000


def read_database(connection: duckdb.DuckDBPyConnection, source: Source, table: Table, data: SqlSource) -> Raw:
    """Read a table or the result of a query into the raw table, batch by batch."""
    from sqlalchemy.exc import SQLAlchemyError

    engine, location = _engine(source, data)
    try:
        with engine.connect().execution_options(no_parameters=True, postgresql_readonly=True) as opened:
            if engine.dialect.name == "sqlite":
                opened.exec_driver_sql("PRAGMA query_only = ON").close()
            opened = opened.execution_options(yield_per=_BATCH_ROWS)
            result = _execute(opened, data.query_or_table)
            header = match(table, list(result.keys()), source.columns, location, source.place)
            positions = list(header.positions.values())
            with Loader(connection, list(header.positions)) as loader:
                for number, row in enumerate(result, 1):
                    loader.add(number, [cell_text(row[position]) for position in positions])
                opened.rollback()
                return loader.raw(header, location)
    except SQLAlchemyError as error:
        raise _problems.unreadable(location, _reason(error), source.place) from error
    finally:
        engine.dispose()


def _engine(source: Source, data: SqlSource) -> tuple[Engine, str]:
    """The engine, and the location without the password."""
    from sqlalchemy import create_engine
    from sqlalchemy.engine import make_url
    from sqlalchemy.exc import SQLAlchemyError

    try:
        url = make_url(data.url)
    except SQLAlchemyError as error:
        raise _problems.unreadable(f"SQL:{source.table}", "URL", source.place) from error
    location = f"{url.render_as_string(hide_password=True)}#{data.query_or_table}"
    file = url.database if url.get_backend_name() == "sqlite" else None
    if file and file != ":memory:" and not file.startswith("file:") and not Path(file).is_file():
        raise _problems.unreadable(location, "no such file", source.place)
    try:
        return create_engine(url), location
    except ModuleNotFoundError as error:
        raise MissingExtraError(
            Problem(
                "SR118",
                f"读取 {location} 需要安装 {error.name}",
                f"reading {location} needs {error.name}",
                source.place,
                hint_zh=f"pip install {error.name}",
                hint_en=f"pip install {error.name}",
            )
        ) from error
    except SQLAlchemyError as error:
        raise _problems.unreadable(location, _reason(error), source.place) from error


def _execute(connection: Connection, query_or_table: str) -> CursorResult[Any]:
    from sqlalchemy import select, table, text

    if _QUERY.match(query_or_table):
        return connection.exec_driver_sql(query_or_table)
    schema, _, name = query_or_table.rpartition(".")
    return connection.execute(select(text("*")).select_from(table(name, schema=schema or None)))


def _reason(error: Exception) -> str:
    return str(getattr(error, "orig", None) or error).strip().partition("\n")[0]
