"""The five ladders on decisions judged by hand."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from functools import lru_cache

import pyarrow as pa
import pytest

from detection.differential import Bench
from legal.differential import NAMES
from legal.scenarios import ALL, BASE, Scenario
from supervision_rules.entities import arrow_schema_of
from supervision_rules.intake import DOCUMENT_FACTS

AS_OF = dt.date(2026, 11, 24)


def _number(index: int) -> str:
    return f"云交罚〔2023〕{index}号"


@lru_cache(maxsize=1)
def _judged():
    penalties, payments, facts = [], [], []
    for index, scenario in enumerate(ALL, 1):
        own = {name: value for name, value in scenario.changes.items() if not name.startswith("_")}
        penalties.append(BASE | own | {"decision_no": _number(index)})
        payments += [
            {"decision_no": _number(index), "agency": penalties[-1]["agency"], "paid_on": dt.date(2024, 3, 1),
             "amount": Decimal(str(amount)), "kind": kind, "receipt_no": str(number)}
            for number, (kind, amount) in enumerate(scenario.changes.get("_paid", ()))
        ]  # fmt: skip
    bench = Bench({"penalties": penalties, "payments": payments}, AS_OF)
    keys = dict(bench.connection.execute("SELECT decision_no, pkey FROM penalties").fetchall())
    for index, scenario in enumerate(ALL, 1):
        in_words, on_the_spot = scenario.changes.get("_in_words"), scenario.changes.get("_on_the_spot")
        if in_words is not None or on_the_spot is not None:
            facts.append(
                {"pkey": keys[_number(index)], "fine_told": Decimal(10_000), "on_the_spot": on_the_spot, "suit_direct": on_the_spot,
                 "fine_in_words": None if in_words is None else Decimal(in_words)}
            )  # fmt: skip
    schema = arrow_schema_of(DOCUMENT_FACTS)
    bench.engine.create("document_facts", pa.Table.from_pylist(facts, schema))
    return {
        (name, subject[2]): judgement
        for name in NAMES
        for (_, subject), judgement in bench.judge(bench.plan(name)).items()
    }


def _said(judgement) -> str:
    outcome, _, kind = judgement[:3]
    return {"clear": "ok", "not_applicable": "-", "unverified": f"?{kind}"}.get(outcome, kind)


@pytest.mark.parametrize(("index", "scenario"), list(enumerate(ALL, 1)), ids=[scenario.name for scenario in ALL])
def test_by_hand(index: int, scenario: Scenario):
    found = {name: _said(_judged()[name, _number(index)]) for name in scenario.expected}
    assert found == scenario.expected


def test_names_are_told_apart():
    assert len({scenario.name for scenario in ALL}) == len(ALL)


def test_every_kind_is_found_and_left_untold():
    said = {value for scenario in ALL for value in scenario.expected.values()}
    kinds = {
        "statute_not_in_force", "article_missing", "citation_incomplete", "basis_mismatch", "lighter_new_law",
        "fine_out_of_range", "kind_not_authorised", "added_fine_over_principal", "amount_mismatch", "remedy_misstated",
        "out_of_time_penalty", "decided_late",
    }  # fmt: skip
    assert kinds <= said
    assert {f"?{kind}" for kind in kinds - {"citation_incomplete", "amount_mismatch"}} | {
        "?statute_unknown",
        "-",
        "ok",
    } <= said
