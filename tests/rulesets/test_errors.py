"""Every mistake has a code, a place, a line with a caret, and both languages; all are told at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from supervision_rules.errors import RulesetError, SupervisionError, UsageError
from supervision_rules.rulesets import Ruleset

HEAD = "ruleset: t\ntitle: 标题\n"
USES = "detectors: [{use: transport.non_enforcement}, {use: court.acceptance}, {use: court.ruling}]\n"
RULE = HEAD + USES + "rules:\n- name: 规则\n"

BAD = {
    "tab": (HEAD + "model:\n\t监督点: [a]\n", "SR203", 4, 1, "制表符"),
    "open_bracket": (HEAD + "detectors: [{use: a}\n", "SR203", 4, 1, "方括号"),
    "open_brace": (HEAD + "model: {a: [b]\n", "SR203", 4, 1, "花括号"),
    "open_quote": (HEAD + "version: '1\n", "SR203", 4, 1, "引号"),
    "colon": (HEAD + "version: a: b\n", "SR203", 3, 11, "冒号"),
    "two_documents": (HEAD + USES + "---\nruleset: u\n", "SR203", 4, 1, "一份规则集"),
    "at_sign": (HEAD + "version: @1\n", "SR203", 3, 10, "不能作为开头"),
    "control": (HEAD + "version: a\x07b\n", "SR202", 3, 11, "U+0007"),
    "nul": ("\x00", "SR202", 1, 1, "U+0000"),
    "empty": ("", "SR204", 1, 1, "空的"),
    "comments_only": ("# 无\n", "SR204", 1, 1, "空的"),
    "list_root": ("- a\n", "SR205", 1, 1, "键: 值"),
    "text_root": ("文字", "SR205", 1, 1, "键: 值"),
    "duplicate": (HEAD + USES + "title: 又一个\n", "SR206", 4, 1, "第 2 行"),
    "duplicate_bilingual": (HEAD + USES + "model: {监督点: [a], points: [b]}\n", "SR206", 4, 19, "重复"),
    "deep": (HEAD + "model: " + "[" * 60 + "]" * 60, "SR207", 3, 57, "过深"),
    "very_deep": ("[" * 3000, "SR207", 1, 1001, "过深"),
    "alias_of_itself": (HEAD + "model: &a [*a]\n", "SR207", 3, 8, "自身"),
    "no_value": (HEAD + USES + "version:\n", "SR208", 4, 1, "没有值"),
    "tag": (HEAD + USES + "version: !!int 3\n", "SR209", 4, 10, "标签"),
    "list_as_key": (HEAD + USES + "? [a]\n: b\n", "SR209", 4, 3, "一个词"),
    "unknown_key": (HEAD + USES + "verison: 1\n", "SR210", 4, 1, "version"),
    "unknown_head_key": (HEAD + USES + "model: {监督要点: [a]}\n", "SR210", 4, 9, "监督点"),
    "missing_key": ("ruleset: t\n" + USES, "SR211", 1, 1, "title"),
    "bad_id": ("ruleset: 交通\ntitle: t\n" + USES, "SR212", 1, 10, "小写字母"),
    "bad_day": (HEAD + USES + "in_force: {from: 2026/1/1, known: 2026-01-01}\n", "SR212", 4, 18, "日期"),
    "text_for_list": (HEAD + USES + "model: {监督点: 申请}\n", "SR205", 4, 14, "[申请]"),
    "mapping_for_text": ("ruleset: t\ntitle: {a: b}\n" + USES, "SR205", 2, 8, "文字"),
    "no_detectors": (HEAD + "detectors: []\n", "SR212", 3, 12, "至少"),
    "unknown_detector": (HEAD + "detectors: [{use: court.rulings}]\n", "SR220", 3, 19, "court.ruling"),
    "detector_twice": (HEAD + "detectors: [{use: court.ruling}, {use: court.ruling}]\n", "SR221", 3, 40, "第 3 行"),
    "unknown_parameter": (
        HEAD + "detectors:\n- use: transport.non_enforcement\n  with: {warn_day: 3}\n",
        "SR222",
        5,
        10,
        "warn_days",
    ),
    "bad_parameter": (
        HEAD + "detectors:\n- use: transport.non_enforcement\n  with:\n    warn_days: 三十\n",
        "SR223",
        6,
        16,
        "整数",
    ),
    "parameter_range": (
        HEAD + "detectors:\n- use: transport.non_enforcement\n  with: {warn_days: 400}\n",
        "SR223",
        5,
        21,
        "365",
    ),
    "unknown_severity_kind": (
        HEAD + "detectors: [{use: court.ruling, severity: {ruled: low}}]\n",
        "SR224",
        3,
        44,
        "ruled_late",
    ),
    "bad_severity": (
        HEAD + "detectors: [{use: court.ruling, severity: {ruled_late: 高}}]\n",
        "SR212",
        3,
        56,
        "low、medium、high",
    ),
    "unknown_table": (HEAD + USES + "sources: {penalty: {file: a.csv}}\n", "SR230", 4, 11, "penalties"),
    "unknown_column": (
        HEAD + USES + "sources: {penalties: {file: a.csv, columns: {decision: 文号}}}\n",
        "SR231",
        4,
        46,
        "没有列",
    ),
    "two_places": (HEAD + USES + "sources: {penalties: {file: a, url: b, table: c}}\n", "SR232", 4, 22, "之一"),
    "sheet_of_database": (
        HEAD + USES + "sources: {penalties: {url: b, table: c, sheet: d}}\n",
        "SR232",
        4,
        22,
        "sheet",
    ),
    "assume_unknown": (HEAD + USES + "assume: {penalties.remedy_tol: true}\n", "SR231", 4, 10, "remedy_told"),
    "assume_ambiguous": (HEAD + USES + "assume: {kind: fine}\n", "SR241", 4, 10, "payments.kind"),
    "assume_event": (HEAD + USES + "assume: {performed_on: 2024-01-01}\n", "SR242", 4, 10, "事件"),
    "assume_flag": (HEAD + USES + "assume: {urgent: true}\n", "SR242", 4, 10, "标记"),
    "assume_required": (HEAD + USES + "assume: {decided_on: 2024-01-01}\n", "SR242", 4, 10, "必填"),
    "assume_value": (HEAD + USES + "assume: {remedy_told: 也许}\n", "SR243", 4, 23, "true"),
    "rule_twice": (
        RULE + "  when: {all: [{finding: ruled_late}]}\n  then: {tag: a}\n"
        "- name: 规则\n  when: {all: [{finding: ruled_late}]}\n  then: {tag: a}\n",
        "SR250",
        8,
        9,
        "第 5 行",
    ),
    "unknown_kind": (RULE + "  when: {all: [{finding: ruled}]}\n  then: {tag: a}\n", "SR224", 6, 26, "没有异常类型"),
    "kind_of_unused": (
        RULE + "  when: {all: [{finding: demand_missing}]}\n  then: {tag: a}\n",
        "SR254",
        6,
        26,
        "transport.demand",
    ),
    "kind_of_other_detector": (
        RULE + "  when: {all: [{finding: ruled_late, detector: court.acceptance}]}\n  then: {tag: a}\n",
        "SR224",
        6,
        26,
        "没有异常类型",
    ),
    "unknown_detector_in_rule": (
        RULE + "  when: {all: [{finding: ruled_late, detector: court.rule}]}\n  then: {tag: a}\n",
        "SR220",
        6,
        48,
        "court.ruling",
    ),
    "suppress_unknown": (
        RULE + "  when: {all: [{finding: ruled_late}]}\n  then: {suppress: not_applied_late, reason: r}\n",
        "SR224",
        7,
        20,
        "applied_late",
    ),
    "two_groups": (
        RULE + "  when: {all: [{finding: ruled_late}], none: [{finding: no_ruling}]}\n  then: {tag: a}\n",
        "SR252",
        6,
        9,
        "之一",
    ),
    "three_levels": (
        RULE + "  when: {all: [{any: [{none: [{finding: ruled_late}]}]}]}\n  then: {tag: a}\n",
        "SR252",
        6,
        23,
        "两层",
    ),
    "empty_group": (RULE + "  when: {all: []}\n  then: {tag: a}\n", "SR212", 6, 15, "至少"),
    "unknown_field": (
        RULE + "  when: {all: [{finding: ruled_late, day_over: {gt: 3}}]}\n  then: {tag: a}\n",
        "SR210",
        6,
        38,
        "days_over",
    ),
    "unknown_operator": (
        RULE + "  when: {all: [{finding: ruled_late, days_over: {over: 3}}]}\n  then: {tag: a}\n",
        "SR210",
        6,
        50,
        "gt",
    ),
    "bad_number": (
        RULE + "  when: {all: [{finding: ruled_late, days_over: {gt: 三}}]}\n  then: {tag: a}\n",
        "SR212",
        6,
        54,
        "整数",
    ),
    "order_of_text": (
        RULE + "  when: {all: [{finding: ruled_late, court: {gt: 甲}}]}\n  then: {tag: a}\n",
        "SR210",
        6,
        46,
        "eq",
    ),
    "empty_comparison": (
        RULE + "  when: {all: [{finding: ruled_late, days_over: {}}]}\n  then: {tag: a}\n",
        "SR252",
        6,
        49,
        "比较为空",
    ),
    "no_effect": (RULE + "  when: {all: [{finding: ruled_late}]}\n  then: {}\n", "SR253", 7, 9, "没有效果"),
    "no_reason": (
        RULE + "  when: {all: [{finding: ruled_late}]}\n  then: {suppress: ruled_late}\n",
        "SR253",
        7,
        9,
        "理由",
    ),
    "reason_alone": (
        RULE + "  when: {all: [{finding: ruled_late}]}\n  then: {tag: a, reason: r}\n",
        "SR253",
        7,
        9,
        "suppress",
    ),
    "suppress_and_grade": (
        RULE + "  when: {all: [{finding: ruled_late}]}\n  then: {suppress: ruled_late, reason: r, grade: low}\n",
        "SR253",
        7,
        9,
        "两条规则",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_each_mistake(name, registry):
    text, code, line, column, phrase = BAD[name]
    with pytest.raises(RulesetError) as caught:
        Ruleset.parse(text, registry, name="例.yaml")
    (problem,) = caught.value.problems
    place = problem.place
    assert (problem.code, place.line, place.column) == (code, line, column), problem.text()
    assert place.file == "例.yaml"
    assert phrase in problem.text()
    assert problem.zh
    assert problem.en
    assert not any("\u4e00" <= c <= "\u9fff" for c in problem.en if c not in text)
    assert problem.snippet.endswith("^")


def test_all_mistakes_at_once_in_the_order_of_the_file(registry):
    text = (
        "ruleset: T\ntitle: 标题\nverison: 1\ndetectors:\n- use: court.rulings\n"
        "- use: transport.non_enforcement\n  with: {warn_days: x, strict: maybe, extra: 1}\n"
        "  severity: {applied: low}\n"
        "assume: {urgent: true, remedy_told: 3}\nrules:\n- name: a\n"
        "  when: {any: [{finding: x, days_over: y}]}\n  then: {}\n"
    )
    with pytest.raises(RulesetError) as caught:
        Ruleset.parse(text, registry)
    problems = caught.value.problems
    found = [(problem.place.line, problem.code) for problem in problems]
    assert found == sorted(found, key=lambda item: item[0])
    assert sorted(code for _, code in found) == sorted(
        ["SR212", "SR210", "SR220", "SR223", "SR223", "SR222", "SR224", "SR242", "SR243", "SR224", "SR212", "SR253"]
    )


def test_caret_stands_below_wide_characters(registry):
    with pytest.raises(RulesetError) as caught:
        Ruleset.parse(HEAD + USES + "model: {监督点: [甲], 监督电: [乙]}\n", registry)
    line, below = caught.value.problems[0].snippet.split("\n")
    assert line.index("监督电") == 26
    assert below.index("^") == line.index("监督电") + 4  # 监督点甲 take a column more each


def test_a_long_line_is_cut_around_the_caret(registry):
    with pytest.raises(RulesetError) as caught:
        Ruleset.parse(HEAD + USES + f"model: {{监督点: [{'长' * 500}], 监督电: [乙]}}\n", registry)
    line, below = caught.value.problems[0].snippet.split("\n")
    assert "监督电" in line
    assert len(line) < 200
    assert below.endswith("^")


@pytest.mark.parametrize(
    ("data", "phrase", "line"),
    [
        ("标题: 甲\n标题: 乙".encode("gb18030"), "GB18030", 1),
        ("ruleset: t\ntitle: 甲".encode("utf-16"), "UTF-16", 1),
        (b"ruleset: t\ntitle: \xff\xff", "UTF-8", 2),
    ],
)
def test_other_encodings_are_told(tmp_path: Path, data, phrase, line, registry):
    path = tmp_path / "规则.yaml"
    path.write_bytes(data)
    with pytest.raises(RulesetError) as caught:
        Ruleset.load(path, registry)
    assert caught.value.problems[0].code == "SR201"
    assert phrase in caught.value.text()
    assert caught.value.problems[0].place.line == line


@pytest.mark.parametrize("name", ["没有.yaml", ".", "a\x00b"])
def test_unreadable_files_are_wrong_use(tmp_path: Path, name, registry):
    with pytest.raises(UsageError) as caught:
        Ruleset.load(tmp_path / name, registry)
    assert caught.value.problems[0].code == "SR200"


def test_a_byte_order_mark_is_no_matter(tmp_path: Path, registry):
    path = tmp_path / "a.yaml"
    path.write_bytes((HEAD + USES).encode("utf-8-sig"))
    assert Ruleset.load(path, registry).ruleset == "t"
    assert Ruleset.parse("\ufeff" + HEAD + USES, registry).title == "标题"


GOOD = Path(__file__).parents[2] / "rulesets" / "transport.yaml"


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_is_changed_gives_a_ruleset_or_an_error(data, registry):
    text = GOOD.read_text(encoding="utf-8")[-2200:] if data.draw(st.booleans()) else HEAD + USES
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 8)))
        text = (
            text[:start]
            + data.draw(st.text(alphabet="ab:-[]{}#&*!|>'\"%@`,? \n\t\x07\x85甲1", max_size=4))
            + text[end:]
        )
    try:
        assert isinstance(Ruleset.parse(text, registry), Ruleset)
    except SupervisionError as error:
        for problem in error.problems:
            assert problem.place.line >= 1
            assert problem.place.column >= 1
            assert problem.text("zh")
            assert problem.text("en")
