"""Damaged texts: a version known is held against what is known, any other is marked where it doesn't look whole."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from cli.commands import command
from shared_pages import shared
from supervision_rules.law import chinese_number, load_statutes
from supervision_rules.law.importing import import_statutes

DAY = dt.date.fromisoformat
NAME = "道路运输条例(2023-07-20)"
HEAD = "# 示例钟表条例\n\n2019年5月6日 示例部令第7号公布\n\n2019年7月1日 起施行\n\n<!-- INFO END -->\n\n"
END = "本条例自2019年7月1日起施行。"


def _import(path, folder, **options):
    known = load_statutes(folder) if folder.is_dir() else load_statutes()
    return import_statutes([path], folder, known, **options)[0]


def _official() -> str:
    return (shared("law/texts") / f"{NAME}.md").read_text("utf-8")


def _half(text: str) -> str:
    return text[: text.index("第四十六条")]


def _twice(text: str) -> str:
    return text.replace("\n第六十四条", "\n第六十三条", 1)


def _figures(text: str) -> str:
    start = text.index("\n第六十四条")
    return text[:start] + text[start:].replace("200元", "2000元", 1)


@pytest.mark.parametrize(
    ("damage", "phrases"),
    [
        (_half, ["缺第 46、47、48", "……"]),
        (_twice, ["缺第 64 条", "第 63 条的内容"]),
        (_figures, ["第 64 条的内容"]),
        (lambda text: text.replace("\n第八十二条", "\n第八十三条", 1), ["缺第 82 条", "多出第 83 条"]),
    ],
)
def test_a_damaged_text_of_a_version_that_the_package_knows_is_refused(tmp_path, damage, phrases):
    text = damage(_official())
    assert text != _official()
    path = tmp_path / f"{NAME}.md"
    path.write_text(text, encoding="utf-8")
    outcome = _import(path, tmp_path / "law")
    assert (outcome.status, outcome.problem.code) == ("refused", "SR430")
    assert all(phrase in outcome.problem.zh for phrase in phrases)
    assert "--replace" in outcome.problem.hint_zh
    assert "--replace" in outcome.problem.hint_en
    assert not (tmp_path / "law").exists()
    assert load_statutes().find("道路运输条例").version(DAY("2023-07-20")).has(64) is True


def test_the_official_text_is_taken_without_a_word_and_a_damaged_one_refused_behind_it(tmp_path):
    path = tmp_path / f"{NAME}.md"
    path.write_text(_official(), encoding="utf-8")
    assert (_import(path, tmp_path / "law").status, _import(path, tmp_path / "law").warnings) == ("added", ())
    before = (tmp_path / "law" / f"{NAME}.yaml").read_text("utf-8")
    for damage in (_half, _twice, _figures):
        path.write_text(damage(_official()), encoding="utf-8")
        outcome = _import(path, tmp_path / "law")
        assert outcome.status == "refused"
        assert str(tmp_path / "law") in outcome.problem.zh
    assert (tmp_path / "law" / f"{NAME}.yaml").read_text("utf-8") == before


def test_a_half_text_taken_all_the_same_can_not_tell_what_it_lacks(tmp_path):
    path = tmp_path / f"{NAME}.md"
    path.write_text(_half(_official()), encoding="utf-8")
    outcome = _import(path, tmp_path / "law", replace_changed=True)
    assert (outcome.status, outcome.warnings[0].code) == ("added", "SR432")
    version = load_statutes(tmp_path / "law").find("道路运输条例").version(DAY("2023-07-20"))
    assert (version.has(45), version.has(64), version.has(64, paragraph=9)) == (True, None, None)
    assert _import(path, tmp_path / "law").status == "unchanged"
    path.write_text(_official(), encoding="utf-8")
    assert _import(path, tmp_path / "law", replace_changed=True).status in ("extended", "replaced")
    assert load_statutes(tmp_path / "law").find("道路运输条例").version(DAY("2023-07-20")).has(99) is False


def _articles(*numbers: int, end: str = END) -> str:
    return "\n\n".join([*(f"第{chinese_number(number)}条 钟表应当准时。" for number in numbers), end])


@pytest.mark.parametrize(
    ("body", "phrase", "told"),
    [
        # told: what `has` says of an article, or of a paragraph, that isn't there
        (_articles(1, 2, 4, 5, end="第六条 " + END), "缺第 3 条", {(3,): None, (7,): False}),
        (
            _articles(1, 2, 3, 4, 4, 6, end="第七条 " + END),
            "第 4 条重复出现",
            {(5,): None, (4, 0, 3): None, (2, 0, 3): False},
        ),
        (_articles(1, 2, 8, 3, 4, 5, end="第六条 " + END), "第 8 条次序不对", {(2, 0, 3): None, (3, 0, 2): False}),
        (_articles(1, 2, 3, end=""), "没有施行条款", {(4,): None, (3, 0, 2): False}),
        (
            _articles(1, 2, end="第三条 钟表应当由主管"),
            "末尾的句子不完整",
            {(4,): None, (3, 0, 2): None, (2, 0, 2): False},
        ),
    ],
)
def test_a_text_that_nothing_knows_is_marked_where_it_does_not_look_whole(tmp_path, body, phrase, told):
    path = tmp_path / "甲.md"
    path.write_text(HEAD + body, encoding="utf-8")
    outcome = _import(path, tmp_path / "law")
    assert (outcome.status, [found.code for found in outcome.warnings]) == ("added", ["SR432"])
    assert phrase in outcome.warnings[0].zh
    version = load_statutes(tmp_path / "law").find("示例钟表条例").versions[0]
    assert {asked: version.has(*asked) for asked in told} == told
    assert version.has(1) is True
    assert _import(path, tmp_path / "law").status == "unchanged"


def test_a_whole_text_is_not_marked(tmp_path):
    path = tmp_path / "甲.md"
    path.write_text(HEAD + _articles(1, 2, end="第三条 " + END), encoding="utf-8")
    assert _import(path, tmp_path / "law").warnings == ()
    assert load_statutes(tmp_path / "law").find("示例钟表条例").versions[0].whole


def test_the_rest_of_a_text_cut_off_is_taken_behind_it(tmp_path):
    path = tmp_path / "甲.md"
    path.write_text(HEAD + _articles(1, 2, end="第三条 钟表应当由主管"), encoding="utf-8")
    _import(path, tmp_path / "law")
    path.write_text(HEAD + _articles(1, 2, end="第三条 钟表应当由主管部门检查。\n\n第四条 " + END), encoding="utf-8")
    assert _import(path, tmp_path / "law").status == "extended"
    version = load_statutes(tmp_path / "law").find("示例钟表条例").versions[0]
    assert (version.whole, version.text(3)) == (True, "钟表应当由主管部门检查。")
    path.write_text(HEAD + _articles(1, 2, 3, end=""), encoding="utf-8")
    outcome = _import(path, tmp_path / "law")
    assert outcome.status == "refused"
    assert "缺第 4 条;第 3 条的内容" in outcome.problem.zh


def test_the_report_warns_and_the_command_succeeds(capsys, monkeypatch, tmp_path):
    path = tmp_path / "甲.md"
    path.write_text(HEAD + _articles(1, 2, end=""), encoding="utf-8")
    seen = command(capsys, monkeypatch, "law", "import", path, "--to", tmp_path / "law")
    assert seen.code == 0
    assert "可能不完整" in seen.out
    assert "SR432" in seen.err
    seen = command(capsys, monkeypatch, "law", "import", path, "--to", tmp_path / "law2", "--format", "json")
    (version,) = json.loads(seen.out)["versions"]
    assert [found["code"] for found in version["warnings"]] == ["SR432"]
