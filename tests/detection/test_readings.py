"""Tables that Python makes of distinct values: each value is read once in a run, whichever detectors ask."""

from __future__ import annotations

import datetime as dt

import pyarrow as pa

from detection.differential import Bench
from supervision_rules.detection import Facts, Readings

AS_OF = dt.date(2024, 12, 20)


class Lengths:
    """Reads how long a text is, and remembers what it was asked."""

    def __init__(self, key="lengths"):
        self.key = key
        self.tables = {"lengths": {"violation": "string", "length": "int32"}}
        self.asked = []

    def __call__(self, values):
        texts = [text for text in values.column("violation").to_pylist() if text is not None]
        self.asked.append(sorted(texts))
        return {"lengths": pa.table({"violation": texts, "length": pa.array(map(len, texts), pa.int32())})}


def _facts(readings, bench):
    return Facts(AS_OF, bench.records.columns, readings=readings)


def _bench(*texts):
    rows = [
        {"decision_no": f"{i}号", "agency": "某局", "party_name": "某", "decided_on": AS_OF, "violation": text}
        for i, text in enumerate(texts, 1)
    ]
    return Bench({"penalties": rows}, AS_OF)


def test_each_text_is_read_once_however_many_records_and_detectors():
    bench, reader = _bench("甲", "乙乙", "甲", None), Lengths()
    readings = Readings(bench.engine)
    for _ in range(2):
        facts = _facts(readings, bench)
        table = facts.table("penalties")
        found = facts.read("lengths", table, ("violation",), reader)["lengths"]
        joined = table.inner_join(found, [table.violation == found.violation]).select(table.decision_no, found.length)
        rows = bench.engine.fetch(facts.stages.sql(joined, "duckdb")).to_pylist()
        assert {(row["decision_no"], row["length"]) for row in rows} == {("1号", 1), ("2号", 2), ("3号", 1)}
    assert reader.asked == [["乙乙", "甲"]]


def test_a_reader_with_other_parameters_reads_for_itself():
    bench = _bench("甲")
    readings = Readings(bench.engine)
    facts = _facts(readings, bench)
    one, other = Lengths("one"), Lengths("other")
    tables = [facts.read("lengths", facts.table("penalties"), ("violation",), r)["lengths"] for r in (one, other)]
    assert tables[0].get_name() != tables[1].get_name()
    assert one.asked == other.asked == [["甲"]]


def test_without_an_engine_nothing_is_read_and_all_compiles():
    reader = Lengths()
    facts = Facts(AS_OF, {"penalties": ("violation",)})
    table = facts.table("penalties")
    found = facts.read("lengths", table, ("violation",), reader)["lengths"]
    kept = facts.keep(
        "kept", table.left_join(found, [table.violation == found.violation]).select(table.pkey, found.length)
    )
    assert "stage_1" in facts.stages.sql(kept, "postgres")
    assert reader.asked == []


def test_a_kept_table_is_computed_once(monkeypatch):
    bench = _bench("甲")
    readings = Readings(bench.engine)
    stored = []
    store = type(bench.engine).store
    monkeypatch.setattr(
        type(bench.engine), "store", lambda self, name, sql: (stored.append(name), store(self, name, sql))
    )
    for _ in range(2):
        facts = _facts(readings, bench)
        table = facts.table("penalties")
        kept = facts.keep("own", table.mutate(half=table.pkey / 2))
        assert bench.engine.fetch(facts.stages.sql(kept.select("half"), "duckdb")).num_rows == 1
    assert len(stored) == 1


def test_once_builds_once_for_the_same_key():
    readings = Readings()
    built = []
    for _ in range(3):
        assert readings.once("key", lambda: built.append(1) or "built") == "built"
    assert built == [1]
