"""Runs to write: findings, leads and what was suppressed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from runtime.examples import make_finding
from supervision_rules.entities import FindingRecord
from supervision_rules.rulesets import Ruleset
from supervision_rules.runtime import Lead, Suppression, apply_rules
from supervision_rules.store import RunInfo, Store, WriteSummary

DAY = dt.date(2024, 12, 20)
RULES = Ruleset.parse("""\
ruleset: transport
title: 试
detectors: [{use: transport.non_enforcement}]
rules:
- name: 未届期限
  when: {all: [{finding: not_accepted_in_time}, {finding: applied_early}]}
  then: {suppress: not_accepted_in_time, reason: 未届}
- name: 双逾期
  when: {all: [{finding: applied_late}, {finding: ruled_late}]}
  then: {combine: 双逾期, grade: high, tag: 双}
""")
KINDS = ("applied_late", "ruled_late", "applied_early", "not_accepted_in_time")


def run_info(ruleset: str = "transport", **fields: Any) -> RunInfo:
    given = {"ruleset_version": "1", "ruleset_digest": "r", "law_digest": "l", "calendar_digest": "c"}
    return RunInfo(**{"as_of": DAY, "ruleset": ruleset, "counts": {"finding": 3}, **given, **fields})


def some_findings(count: int, **fields: Any) -> list[FindingRecord]:
    """Findings of four kinds, four of each in one decision, with a trace."""
    return [
        make_finding(
            f"f{number:05}",
            KINDS[number % 4],
            decision_no=f"交罚〔2024〕{number // 4}号",
            due_on=DAY - dt.timedelta(days=number % 50),
            trace=(
                {"step": "record", "source": "处罚台账.xlsx", "row": number + 2, "text": "送达日 2024-01-05"},
                {"step": "period", "law": "行政强制法 53", "until": "2024-10-08"},
            ),
            **fields,
        )
        for number in range(count)
    ]


def write(store: Store, findings: Sequence[FindingRecord], **fields: Any) -> WriteSummary:
    """Judge the findings and write the run, in batches."""
    batches = [findings[start : start + 700] for start in range(0, len(findings), 700)]
    leads, suppressions = judged(findings)
    return store.write(run_info(**fields), batches, leads, suppressions)


def judged(findings: Sequence[FindingRecord]) -> tuple[list[Lead], list[Suppression]]:
    """The leads of findings, and what was suppressed."""
    with apply_rules(findings, RULES, "reference") as leads:
        return list(leads), list(leads.suppressions())


def content(path: object, *, runs: bool = False) -> dict[str, list[tuple[Any, ...]]]:
    """Everything in a store's file, but for the moments and, without `runs`, for the numbers of runs."""
    engine = sa.create_engine(f"sqlite:///{path}")
    found = {}
    with engine.connect() as connection:
        assert connection.exec_driver_sql("pragma integrity_check").scalar_one() == "ok"
        assert connection.exec_driver_sql("pragma foreign_key_check").all() == []
        for name in sa.inspect(connection).get_table_names():
            columns = [c["name"] for c in sa.inspect(connection).get_columns(name)]
            kept = [c for c in columns if c not in ("started", "finished") and (runs or not c.endswith("_seen_run"))]
            if name != "runs" or runs:
                rows = connection.exec_driver_sql(f"select {', '.join(kept)} from {name}").all()
                found[name] = sorted((tuple(row) for row in rows), key=repr)
    engine.dispose()
    return found
