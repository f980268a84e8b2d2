"""The loader: what it refuses, where, and how a user's own files go on top; the schema; the lookups."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
from importlib import resources

import pytest

from supervision_rules.errors import LawDataError
from supervision_rules.law import FineRange, acts_schema, load_acts, load_demands

T19, T22, T23 = dt.date(2019, 3, 2), dt.date(2022, 3, 29), dt.date(2023, 7, 20)
OWN = """\
statute: 某省公路条例
versions:
  - {passed: 2020-05-01, authority: 公路管理机构}
acts:
  - act: own_act
    title: 某行为
    title_en: some act
    rules:
      - versions: [2020-05-01]
        at: "12.1"
        sanctions: [{kind: 罚款}]
        fine: [{yuan: [100, 500]}]
"""


@pytest.fixture(scope="module")
def acts():
    return load_acts()


def refused(tmp_path, text):
    (tmp_path / "own.yaml").write_text(text, "utf-8")
    with pytest.raises(LawDataError) as caught:
        load_acts(tmp_path)
    return caught.value.problems


def test_a_users_file_adds_acts_and_replaces_whole_ones(tmp_path, acts):
    text = OWN + OWN.partition("acts:\n")[2].replace("own_act", "unlicensed_goods")
    (tmp_path / "own.yaml").write_text(text, "utf-8")
    mine = load_acts(tmp_path)
    assert len(mine) == len(acts) + 1
    assert [rule.statute for rule in mine.act("unlicensed_goods").rules] == ["某省公路条例"]
    assert mine.rules_at("道路运输条例", T23, 63, 0, 1, 1) == ()
    assert mine.digest != acts.digest
    assert mine.act("own_act").rules[0].source == "《某省公路条例》(2020-05-01)第十二条第一款"
    assert mine.act("own_act").rules[0].authority == "公路管理机构"


@pytest.mark.parametrize(
    ("old", "new", "line", "column", "zh", "hint"),
    [
        ("kind: 罚款", "kind: 罚金", 11, 28, "罚金", "罚款"),
        ("at:", "att:", 10, 9, "没有“att”", "at"),
        ("[100, 500]", "[500, 100]", 12, 16, "500—100", ""),
        ("[100, 500]", "[100, 五百]", 12, 29, "五百", ""),
        ('at: "12.1"', "at: 第十二条", 10, 13, "第十二条", ""),
        ("versions: [2020-05-01]", "versions: [2020-06-01]", 9, 20, "没有列出 2020-06-01", "2020-05-01"),
        ("[{kind: 罚款}]", "[]", 9, 9, "没有罚款", ""),
        ("fine: [{yuan: [100, 500]}]", "fine: [{times: [1, 2], of: gains, gains: above}]", 9, 9, "threshold", ""),
        ("passed: 2020-05-01", "passed: 2020-13-01", 3, 14, "", ""),
        ("title: 某行为", "title: 某行为\n    title: 又一次", 7, 5, "重复", "合并"),
    ],
)
def test_wrong_data_is_refused_at_its_place(tmp_path, old, new, line, column, zh, hint):
    assert old in OWN
    problems = refused(tmp_path, OWN.replace(old, new, 1))
    problem = next(one for one in problems if (one.place.line, one.place.column) == (line, column))
    assert problem.place.file.endswith("own.yaml")
    assert zh in problem.zh
    assert hint in problem.hint_zh
    assert problem.en
    assert problem.code in {"SR440", "SR441", "SR442"}


def test_all_errors_are_told_at_once_in_the_order_of_the_file(tmp_path):
    text = OWN.replace("kind: 罚款", "kind: 罚金").replace("    title_en: some act\n", "") + "more: 1\n"
    problems = refused(tmp_path, text)
    assert len(problems) == 3
    assert [problem.place.line for problem in problems] == sorted(problem.place.line for problem in problems)


def test_broken_yaml_and_missing_folders_are_refused(tmp_path):
    assert refused(tmp_path, "acts: [")[0].place.line is not None
    assert refused(tmp_path, "- a\n")[0].code == "SR440"
    with pytest.raises(LawDataError, match="SR443"):
        load_acts(tmp_path / "nothing")


def test_an_act_twice_in_a_folder_is_refused(tmp_path):
    problems = refused(tmp_path, OWN + OWN.partition("acts:\n")[2])
    assert "own_act" in problems[0].zh


def test_weights_must_name_every_later_version(tmp_path):
    text = OWN.replace("  - {passed", "  - {passed: 2019-01-01, authority: 公路管理机构}\n  - {passed", 1)
    assert "weights" in refused(tmp_path, text.replace("versions: [2020", "versions: [2019-01-01, 2020"))[0].zh


def test_the_schema_is_fresh():
    shipped = resources.files("supervision_rules.law").joinpath("data/acts.schema.json").read_text("utf-8")
    assert json.loads(shipped) == json.loads(json.dumps(acts_schema()))


def test_lookups(acts):
    assert {rule.act for rule in acts.rules_at("道路运输条例", T19, 63)} == {
        "unlicensed_goods",
        "unlicensed_passengers",
        "unlicensed_dangerous_goods",
    }
    assert acts.rules_at("道路运输条例", T19, 63, 0, 1) == acts.rules_at("道路运输条例", T19, 63)
    assert acts.rules_at("道路运输条例", T19, 63, 0, 2) == ()
    assert acts.rules_at("道路运输条例", T19, 63, 0, None, 1) == ()
    assert [rule.act for rule in acts.rules_at("道路运输条例", T23, 63, 0, None, 2)] == ["unlicensed_passengers"]
    assert [rule.act for rule in acts.rules_at("道路运输条例", T23, 63, 0, 1, 3)] == ["unlicensed_dangerous_goods"]
    assert len(acts.rules_at("道路运输条例", T23, 68, 0, 1)) == 3
    assert len(acts.rules_at("道路运输条例", T23, 68, 0, 2)) == 3
    assert acts.rule("false_filing", T19) is None
    assert not acts.rule("certificate_not_carried", T23).punished
    assert "unlicensed_goods" in acts
    with pytest.raises(KeyError):
        acts.act("nothing")


def test_goods_without_a_licence_since_2023(acts):
    rule = acts.rule("unlicensed_goods", T23)
    assert rule.fine == (
        FineRange(Decimal(1), Decimal(5), "gains", "above", False),
        FineRange(Decimal(3000), Decimal(10000), "yuan", "below", False),
        FineRange(Decimal(10000), Decimal(50000), "yuan", "below", True),
    )
    assert (rule.threshold, rule.on_threshold) == (Decimal(10000), "open")
    assert rule.source == "《道路运输条例》(2023-07-20)第六十三条第一项"


def test_only_rules_with_a_fine_range_name_what_a_value_is(acts):
    for act in acts:
        for rule in act.rules:
            assert bool(rule.value_of) == any(fine.unit == "value" for fine in rule.fine)


def test_demands_are_typed_and_refused_where_wrong():
    demands = load_demands()
    assert demands.figure("on_the_spot_organization") == 3000
    assert demands["cash"].source == "《行政处罚法》(2021-01-22)第六十八条第一项"
    with pytest.raises(KeyError):
        demands.figure("kinds")
    text = "demands:\n  - {demand: a, title: 甲, title_en: a, basis: {statute: 法, version: 2020-01-01, at: '1'}, figure: x}\n"
    with pytest.raises(LawDataError) as caught:
        load_demands(text)
    assert caught.value.problems[0].place.line == 2
