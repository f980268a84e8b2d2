"""Every detector's expression compiles for each engine without that engine's client, and DuckDB runs it."""

from __future__ import annotations

import datetime as dt
import sys
from functools import lru_cache

import pytest
import sqlglot

from detection.differential import REGISTRY, Bench
from supervision_rules.entities import TABLES

CLIENTS = ("pyspark", "psycopg", "psycopg2")
DIALECTS = {"postgres": "postgres", "pyspark": "spark"}
"""Ibis's name of an engine, and sqlglot's of its SQL."""


@lru_cache(maxsize=1)
def _bench():
    return Bench({name: [] for name in TABLES}, dt.date(2024, 12, 20))


@lru_cache
def _plan(detector):
    return _bench().plan(detector)


@pytest.fixture
def no_clients(monkeypatch):
    for client in CLIENTS:
        monkeypatch.setitem(sys.modules, client, None)  # an import of it fails


@pytest.mark.usefixtures("no_clients")
@pytest.mark.parametrize("detector", REGISTRY.detectors())
def test_duckdb_runs_it(detector):
    plan = _plan(detector)
    rows = [row for batch in plan.run(_bench().engine) for row in batch.to_pylist()]
    assert rows == []
    assert "n" in plan.expression().columns


@pytest.mark.usefixtures("no_clients")
@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("detector", REGISTRY.detectors())
def test_other_engines_sql_is_valid(detector, dialect):
    (statement,) = sqlglot.parse(_plan(detector).sql(dialect), read=DIALECTS[dialect])
    assert isinstance(statement, sqlglot.exp.Query)
    named = {table.name for table in statement.find_all(sqlglot.exp.Table)}
    own = {query.alias for query in statement.find_all(sqlglot.exp.CTE)}
    there = {
        name for (name,) in _bench().connection.execute("SELECT table_name FROM information_schema.tables").fetchall()
    }
    assert named - own <= there | set(_plan(detector).law.tables)
