"""Every penalty rule of the law data: agencies' wordings reach it, and its fine is told inside, below and above."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

import pytest
import yaml

from detection.differential import Bench
from supervision_rules.law import default_book

WORDINGS = yaml.safe_load(
    (Path(__file__).parents[2] / "plugins/legal-basis/tests/recognition/positive.yaml").read_text("utf-8")
)
AS_OF = dt.date(2026, 11, 24)
BOOK = default_book()
RULES = [rule for act in BOOK.acts for rule in act.rules if rule.punished]
FEN = Decimal("0.01")


def _day(rule):
    """A day well inside of the time that the rule's version was in force."""
    version = BOOK.statutes.find(rule.statute).version(rule.version)
    return version.effective_from + dt.timedelta(days=100)


def _basis(rule):
    place = f"第{rule.article}条" + (f"之{rule.suffix}" if rule.suffix else "")
    place += f"第{rule.paragraph}款" if rule.paragraph else ""
    return f"《{rule.statute}》{place}" + (f"第{rule.item}项" if rule.item else "")


def _row(rule, number, violation, fine, gains, *, serious, kinds=("罚款",)):
    return {
        "decision_no": number, "agency": "青溪县交通运输局", "party_name": "张某", "violation": violation,
        "occurred_on": _day(rule), "decided_on": _day(rule), "legal_basis": _basis(rule), "penalty_kinds": list(kinds),
        "fine": fine, "illegal_gains": gains, "serious": serious, "mitigation": False, "refused": True,
    }  # fmt: skip


def _probes(rule):
    """Name, fine, gains, seriousness, and whether the fine is in range, for each limit of the rule's ranges."""
    flat = [part for part in rule.fine if part.unit == "yuan" and not part.serious]
    higher = [part for part in rule.fine if part.unit == "yuan" and part.serious]
    times = [part for part in rule.fine if part.unit == "gains"]
    gains = Decimal(0) if rule.threshold is not None else None
    serious = rule.requires_serious
    if flat:
        low = Decimal(0) if rule.may_fine else flat[0].minimum
        yield "on the minimum", flat[0].minimum, gains, serious, True
        yield "on the maximum", flat[0].maximum, gains, serious, True
        yield "above", (higher[0] if higher else flat[0]).maximum + FEN, gains, bool(higher) or serious, False
        if low > 0:
            yield "below", low - FEN, gains, serious, False
    if higher:
        yield "on the higher maximum", higher[0].maximum, gains, True, True
        yield "higher, not serious", flat[0].maximum + FEN, gains, False, False
    if times:
        base = rule.threshold + 1
        yield "on the least multiple", times[0].minimum * base, base, serious, True
        yield "on the greatest multiple", times[0].maximum * base, base, serious, True
        yield "above the greatest multiple", times[0].maximum * base + FEN, base, serious, False
        if times[0].minimum > 0 and not rule.may_fine:
            yield "below the least multiple", times[0].minimum * base - FEN, base, serious, False


def _id(rule):
    return f"{rule.source}-{rule.act}"


@lru_cache(maxsize=1)
def _judged():
    rows = []
    for index, rule in enumerate(RULES):
        wordings = WORDINGS[rule.act]
        for number, (_, fine, gains, serious, _) in enumerate(_probes(rule)):
            rows.append(_row(rule, f"{index}-{number}", wordings[number % len(wordings)], fine, gains, serious=serious))
        for number, wording in enumerate(wordings):
            rows.append(_row(rule, f"{index}-w{number}", wording, None, None, serious=rule.requires_serious))
    bench = Bench({"penalties": rows}, AS_OF)
    return {
        (name, subject[2]): judgement
        for name in ("legal.basis", "legal.penalty", "legal.citation")
        for (_, subject), judgement in bench.judge(bench.plan(name)).items()
    }


def test_every_act_has_two_wordings():
    assert all(len(WORDINGS[rule.act]) >= 2 for rule in RULES)


@pytest.mark.parametrize("rule", RULES, ids=map(_id, RULES))
def test_its_wordings_reach_it(rule):
    index = RULES.index(rule)
    for number, wording in enumerate(WORDINGS[rule.act]):
        assert _judged()["legal.citation", f"{index}-w{number}"][0] == "clear", wording
        assert _judged()["legal.basis", f"{index}-w{number}"][0] == "clear", wording


FINED = [rule for rule in RULES if list(_probes(rule))]


def test_only_rules_without_a_figure_have_no_fine_to_try():
    assert all(not rule.fine or {part.unit for part in rule.fine} == {"value"} for rule in RULES if rule not in FINED)


@pytest.mark.parametrize("rule", FINED, ids=map(_id, FINED))
def test_its_fine_inside_below_and_above(rule):
    index = RULES.index(rule)
    for number, (name, fine, _, _, inside) in enumerate(_probes(rule)):
        outcome, rung, kind = _judged()["legal.penalty", f"{index}-{number}"][:3]
        if inside:
            assert outcome == "clear", (name, fine, rung)
        else:
            assert (outcome, kind) == ("finding", "fine_out_of_range"), (name, fine, outcome, rung)
