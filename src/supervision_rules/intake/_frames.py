"""Parquet files, Arrow data and frames of pandas and polars: typed columns keep their types."""

from __future__ import annotations

import glob
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from supervision_rules.entities import Table
from supervision_rules.intake import _problems
from supervision_rules.intake._headers import Header, match
from supervision_rules.intake._raw import RAW, Raw
from supervision_rules.intake._sources import ArrowData, Source
from supervision_rules.intake._sql import literal, name, names
from supervision_rules.intake._text import cell_text

if TYPE_CHECKING:
    import duckdb


def read_parquet(connection: duckdb.DuckDBPyConnection, source: Source, table: Table, path: Path) -> Raw:
    """Read a Parquet file into the raw table."""
    import duckdb

    location = str(path)
    scan = f"read_parquet({literal(glob.escape(location))})"
    try:
        texts = [row[0] for row in connection.execute(f"DESCRIBE SELECT * FROM {scan}").fetchall()]
        header = match(table, texts, source.columns, location, source.place)
        chosen = ", ".join(f"{name(texts[p])} AS {name(column)}" for column, p in header.positions.items())
        connection.execute(f"CREATE OR REPLACE TABLE {RAW} AS SELECT {chosen} FROM {scan}")
    except duckdb.Error as error:
        raise _problems.unreadable(location, _first_line(error), source.place) from error
    return Raw(header, location)


def read_arrow(connection: duckdb.DuckDBPyConnection, source: Source, table: Table, data: ArrowData) -> Raw:
    """Read a frame or Arrow data into the raw table."""
    import duckdb
    import pyarrow as pa

    location = source.location or f"{type(data).__module__.partition('.')[0]}:{table.name}"
    try:
        if type(data).__module__.partition(".")[0] == "pandas":
            header, stream = _pandas_columns(data, source, table, location)
        else:
            reader = pa.RecordBatchReader.from_stream(data)
            header = match(table, reader.schema.names, source.columns, location, source.place)
            stream = _chosen(reader, header)
        connection.register("_stream", stream)
        try:
            connection.execute(f"CREATE OR REPLACE TABLE {RAW} AS SELECT {names(header.positions)} FROM _stream")
        finally:
            connection.unregister("_stream")
    except (duckdb.Error, pa.ArrowException) as error:
        raise _problems.unreadable(location, _first_line(error), source.place) from error
    return Raw(header, location)


def _chosen(reader: Any, header: Header) -> Any:
    """A stream of the known columns alone, under their canonical names."""
    import pyarrow as pa

    fields = [reader.schema.field(p).with_name(column) for column, p in header.positions.items()]
    schema = pa.schema(fields)
    positions = list(header.positions.values())
    batches = (pa.record_batch([batch.column(p) for p in positions], schema=schema) for batch in reader)
    return pa.RecordBatchReader.from_batches(schema, batches)


def _pandas_columns(frame: Any, source: Source, table: Table, location: str) -> tuple[Header, Any]:
    """The known columns of a pandas frame as an Arrow table; a column of mixed objects or of a type of its own becomes text."""
    import pyarrow as pa

    header = match(table, list(frame.columns), source.columns, location, source.place)
    arrays = {}
    for column, position in header.positions.items():
        series = frame.iloc[:, position]
        try:
            arrays[column] = pa.Array.from_pandas(series)
            if isinstance(arrays[column].type, pa.BaseExtensionType):
                raise pa.ArrowTypeError
        except (pa.ArrowInvalid, pa.ArrowTypeError, pa.ArrowNotImplementedError):
            arrays[column] = pa.array(_texts(series), pa.string())
    return header, pa.table(arrays)


def _texts(series: Any) -> Sequence[str | None]:
    missing = series.isna()
    return [None if gone else cell_text(value) for value, gone in zip(series, missing, strict=True)]


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0]
