"""What readers give, as Arrow tables of the types that they declare (判读表的 Arrow 形式)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from supervision_rules.entities import arrow_schema_of


def arrow_table(types: Mapping[str, str], columns: Sequence[Sequence[Any]]) -> Any:
    """A `pyarrow.Table` of columns given in the order of their types, which are written as Ibis writes them."""
    import pyarrow as pa

    schema = arrow_schema_of(types)
    arrays = [pa.array(values, field.type) for field, values in zip(schema, columns, strict=True)]
    return pa.Table.from_arrays(arrays, schema=schema)
