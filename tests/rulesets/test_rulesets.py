"""Good rulesets: what they hold, the shipped one, the digest."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest

from supervision_rules.entities import FindingRecord, PartyKind
from supervision_rules.rulesets import Condition, Ruleset

SHIPPED = Path(__file__).parents[2] / "rulesets" / "transport.yaml"
SMALL = """\
ruleset: small
title: 小规则集
version: 1.10
in_force: {from: 2026-01-01, known: 2025-12-20}
model:
  监督依据: [行政强制法 53]
  points: [逾期未申请]
sources:
  penalties: {file: 处罚台账.xlsx, sheet: 2024, encoding: gb18030, columns: {decision_no: 文号}}
  court_cases: {url: "postgresql+psycopg://db/x", query: "select 1"}
detectors:
  - use: transport.non_enforcement
    with: {warn_days: 45, strict: true, self_enforcing: [海关]}
    severity: {not_applied: high}
    title: {not_applied: 逾期未申请}
  - use: court.ruling
assume: {remedy_told: 是, penalties.party_kind: 个人, fine: 159.10}
rules:
  - name: NO
    when: {all: [{finding: applied_late, days_over: {gt: 30, lte: 90}, severity: [medium, high]},
                 {any: [{finding: ruled_late, status: [finding, warning]},
                        {finding: no_ruling, due_on: {lt: 2024-01-01}}]},
                 {none: [{finding: not_applied}]}]}
    then: {combine: 双逾期, grade: high, tag: [a, b]}
"""


def test_everything_written_is_there(registry):
    ruleset = Ruleset.parse(SMALL, registry, name="小.yaml")
    assert (ruleset.ruleset, ruleset.version) == ("small", "1.10")
    assert ruleset.in_force.from_ == dt.date(2026, 1, 1)
    assert (ruleset.model.basis, ruleset.model.points) == (("行政强制法 53",), ("逾期未申请",))
    assert ruleset.sources["penalties"].sheet == "2024"
    assert ruleset.sources["penalties"].columns == {"decision_no": "文号"}
    parameters = ruleset.detectors[0].parameters
    assert (parameters.warn_days, parameters.strict, parameters.self_enforcing) == (45, True, ("海关",))
    assert ruleset.detectors[1].parameters is not None
    assert ruleset.assume == {
        "penalties.remedy_told": True,
        "penalties.party_kind": PartyKind.PERSON,
        "penalties.fine": Decimal("159.10"),
    }
    (rule,) = ruleset.rules
    assert (rule.name, str(rule.place)) == ("NO", "小.yaml:19:5")
    assert rule.then.tag == ("a", "b")
    conditions = list(rule.when.conditions())
    assert [condition.finding for condition in conditions] == ["applied_late", "ruled_late", "no_ruling", "not_applied"]
    assert list(conditions[0].checks()) == [
        ("kind", "eq", "applied_late"),
        ("status", "eq", "finding"),
        ("severity", "in", ("medium", "high")),
        ("days_over", "gt", 30),
        ("days_over", "lte", 90),
    ]


def test_without_a_registry_names_stay_unchecked():
    ruleset = Ruleset.parse("ruleset: a\ntitle: b\ndetectors: [{use: x.y, with: {z: 1}}]\n")
    assert ruleset.detectors[0].with_ == {"z": "1"}
    assert ruleset.detectors[0].parameters is None


def test_the_digest_is_that_of_the_content(registry):
    first = Ruleset.parse(SMALL, registry)
    again = Ruleset.parse(
        "# 注释\n" + SMALL.replace("points:", "监督点:").replace(", strict", ",   strict"), registry, name="b"
    )
    other = Ruleset.parse(SMALL.replace("warn_days: 45", "warn_days: 46"), registry)
    assert first.digest == again.digest != other.digest
    assert len(first.digest) == 64


def test_a_ruleset_does_not_change(registry):
    ruleset = Ruleset.parse(SMALL, registry)
    with pytest.raises(Exception, match="frozen"):
        ruleset.title = "other"


def test_aliases_are_followed(registry):
    text = "ruleset: a\ntitle: b\nmodel: {监督点: &x [甲], 数据要素: *x}\ndetectors: [{use: court.ruling}]\n"
    assert Ruleset.parse(text, registry).model.data == ("甲",)


def test_the_shipped_ruleset(registry):
    ruleset = Ruleset.load(SHIPPED, registry)
    assert (ruleset.ruleset, ruleset.sources, ruleset.assume) == ("transport", {}, {})
    assert ruleset.path == SHIPPED
    for use in ruleset.detectors:
        kinds = set(registry.detectors()[use.use].kinds)
        assert set(use.severity) == set(use.title) == kinds
    assert {use.use for use in ruleset.detectors} == set(registry.detectors())
    head = ruleset.model
    assert all((head.basis, head.points, head.data, head.origins, head.judgement))
    assert [rule.then.suppress for rule in ruleset.rules].count("not_accepted_in_time") == 1


def test_fields_of_conditions_are_columns_of_findings():
    names = set(Condition.model_fields) - {"finding"}
    assert names <= set(FindingRecord.table.names)
