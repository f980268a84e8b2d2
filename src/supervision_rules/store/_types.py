"""Column types that are the same in every database (列类型)."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import sqlalchemy as sa
from pydantic_core import to_json


def json_text(value: Any) -> str:
    """A value as JSON text: dates in ISO form, decimals as strings of digits."""
    return to_json(value).decode()


class JsonText(sa.types.TypeDecorator[Any]):
    """JSON kept as text, so that it can be compared in every database (JSON 文本)."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: sa.Dialect) -> str | None:
        """To the database."""
        return None if value is None else json_text(value)

    def process_result_value(self, value: Any, dialect: sa.Dialect) -> Any:
        """From the database."""
        return None if value is None else json.loads(value)


class Moment(sa.types.TypeDecorator[dt.datetime]):
    """A moment with its zone, kept in UTC (时刻)."""

    impl = sa.DateTime
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: sa.Dialect) -> dt.datetime | None:
        """To the database."""
        return None if value is None else value.astimezone(dt.UTC).replace(tzinfo=None)

    def process_result_value(self, value: Any, dialect: sa.Dialect) -> dt.datetime | None:
        """From the database."""
        return None if value is None else value.replace(tzinfo=dt.UTC)
