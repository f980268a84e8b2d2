"""Opening the database of a store (打开数据库), and telling clearly what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event, exc

from supervision_rules.errors import MissingExtraError, StoreError, UsageError
from supervision_rules.store import _codes as codes
from supervision_rules.store._tables import VERSION, metadata, version

STAGING = "staging"
"""Execution option of a connection that fills temporary tables only and so takes no lock."""
_BUSY = ("database is locked", "database table is locked", "lock timeout", "could not obtain lock", "deadlock detected")
_NOT_A_DATABASE = ("file is not a database", "malformed", "unsupported file format")


def url_of(place: str | Path) -> sa.URL:
    """The database's URL; a bare path is a SQLite file."""
    text = str(place)
    try:
        url = sa.make_url(text) if "://" in text else sa.URL.create("sqlite", database=text)
        url.get_dialect()
    except exc.ArgumentError:
        url = None
    except ImportError as error:
        raise _no_driver(error) from None
    if url is None or not text.strip():
        raise UsageError.of(
            codes.BAD_URL,
            f"“{text}”不是可用的数据库地址",
            f"'{text}' is not the address of a database",
            hint_zh="可写 SQLite 文件的路径，或 postgresql+psycopg://用户@主机/库名",
            hint_en="give the path of a SQLite file, or postgresql+psycopg://user@host/name",
        )
    return url


def connect(url: sa.URL, wait_seconds: float) -> sa.Engine:
    """The engine: SQLite with transactions that take the write lock when they begin."""
    sqlite = url.get_backend_name() == "sqlite"
    try:
        engine = sa.create_engine(url, connect_args={"timeout": wait_seconds} if sqlite else {})
    except ImportError as error:
        raise _no_driver(error) from None
    if sqlite:
        event.listen(engine, "connect", _on_connect)
        event.listen(engine, "begin", _on_begin)
    return engine


def _on_connect(connection: Any, _: object) -> None:
    connection.isolation_level = None
    connection.execute("pragma foreign_keys = on")


def _on_begin(connection: sa.Connection) -> None:
    staging = connection.get_execution_options().get(STAGING)
    connection.exec_driver_sql("begin" if staging else "begin immediate")


def lock(connection: sa.Connection, wait_seconds: float) -> None:
    """Let one writer in at a time; SQLite does so by itself."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"set local lock_timeout = {int(wait_seconds * 1000)}")
        connection.exec_driver_sql("lock table runs in exclusive mode")


def prepare(engine: sa.Engine, *, create: bool) -> None:
    """See that the database holds a store of this version; an empty one becomes a store where `create` says so."""
    if not create and _missing_file(engine.url):
        raise _not_there(engine.url)
    with told(engine.url), engine.connect().execution_options(**{STAGING: True}) as connection, connection.begin():
        found = _version(connection)
    if found is None and create:
        with told(engine.url), engine.begin() as connection:
            found = _version(connection)
            if found is None:
                metadata.create_all(connection)
                connection.execute(version.insert().values(version=VERSION))
                return
    if found is None:
        raise _not_there(engine.url)
    if found != VERSION:
        raise StoreError.of(
            codes.OTHER_VERSION,
            f"存储的结构版本是 {found}，本程序使用 {VERSION}",
            f"the store has schema version {found}, this program uses {VERSION}",
            hint_zh="请升级本程序" if found > VERSION else "请用升级工具转换该存储",
            hint_en="update this program" if found > VERSION else "migrate the store",
        )


def _missing_file(url: sa.URL) -> bool:
    name = url.database or ""
    return url.get_backend_name() == "sqlite" and name not in ("", ":memory:") and not Path(name).exists()


def _not_there(url: sa.URL) -> UsageError:
    shown = url.render_as_string()
    hint_zh, hint_en = "请先运行一次并写入", "run and write to it first"
    zh, en = f"{shown} 中还没有数据", f"there is no store in {shown} yet"
    return UsageError.of(codes.NOT_THERE, zh, en, hint_zh=hint_zh, hint_en=hint_en)


def _version(connection: sa.Connection) -> int | None:
    names = set(sa.inspect(connection).get_table_names())
    if version.name in names:
        found = connection.execute(sa.select(sa.func.max(version.c.version))).scalar_one()
        return 0 if found is None else int(found)
    foreign = sorted(names & set(metadata.tables))
    if foreign:
        raise StoreError.of(
            codes.NOT_A_STORE,
            f"数据库中已有别的同名表：{'、'.join(foreign)}",
            f"the database holds other tables of the same names: {', '.join(foreign)}",
            hint_zh="请换一个数据库",
            hint_en="use another database",
        )
    return None


@contextmanager
def told(url: sa.URL) -> Iterator[None]:
    """Turn what the database says into a `StoreError`."""
    try:
        yield
    except exc.SQLAlchemyError as error:
        raise _store_error(url, error) from error


def _store_error(url: sa.URL, error: exc.SQLAlchemyError) -> StoreError:
    said = " ".join(str(getattr(error, "orig", None) or error).split())
    shown = url.render_as_string()
    if any(words in said for words in _BUSY):
        code, zh, en = codes.BUSY, f"另一个程序正在写入 {shown}", f"another program is writing to {shown}"
        hint = ("请稍后重试", "try again later")
    elif any(words in said for words in _NOT_A_DATABASE):
        code, zh, en = codes.NOT_A_STORE, f"{shown} 不是数据库，或已损坏", f"{shown} is no database, or damaged"
        hint = ("请检查路径", "check the path")
    elif isinstance(error, exc.OperationalError):
        code, zh, en = codes.CANNOT_OPEN, f"无法读写 {shown}（{said}）", f"{shown} can't be read or written ({said})"
        hint = ("请检查路径、权限、磁盘空间和连接", "check path, permissions, disk space and connection")
    else:
        code, zh, en, hint = codes.FAILED, f"数据库出错（{said}）", f"the database failed ({said})", ("", "")
    return StoreError.of(code, zh, en, hint_zh=hint[0], hint_en=hint[1])


def _no_driver(error: ImportError) -> MissingExtraError:
    name = (error.name or "").partition(".")[0] or str(error)
    extra = "supervision-rules[postgresql]" if name.startswith("psycopg") else name
    return MissingExtraError.of(
        codes.NO_DRIVER,
        f"没有安装数据库驱动 {name}",
        f"the database driver {name} is not installed",
        hint_zh=f"请执行 pip install '{extra}'",
        hint_en=f"run pip install '{extra}'",
    )
