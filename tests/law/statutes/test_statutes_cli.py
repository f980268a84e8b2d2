"""`law list`, `show`, `search`, `diff` and `import` as a user types them."""

from __future__ import annotations

import json

import pytest

from cli.commands import Seen, command

TEXT = """\
# 示例钟表条例

2019年5月6日 示例部令第7号公布

{history}第一条 钟表应当{first}。

第二条 值守人员有下列情形之一的，处二百元罚款：

（一）不上弦；

（二）不记录误差。

第三条 本条例自2019年7月1日起施行。
"""


@pytest.fixture
def law(capsys, monkeypatch, tmp_path):
    monkeypatch.setenv("SUPERVISION_RULES_LAW", str(tmp_path / "law"))

    def run(*args) -> Seen:
        return command(capsys, monkeypatch, "law", *args)

    return run


@pytest.fixture
def texts(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "旧.md").write_text(TEXT.format(history="", first="准时"), encoding="utf-8")
    (folder / "新.md").write_text(TEXT.format(history="2021年8月9日 修正\n\n", first="准确而响亮"), encoding="utf-8")
    return folder


NEW = "示例钟表条例(2021-08-09)=2021-10-01"


def test_list_shows_versions_and_repeals(law):
    seen = law("list")
    assert seen.code == 0
    assert "2022-05-01 至 2023-07-19 施行" in seen.out
    assert "公路管理条例" in seen.out
    assert "施行到 2011-06-30" in seen.out
    rows = json.loads(law("list", "--format", "json").out)
    assert {"title": "道路运输条例", "passed": "2023-07-20", "articles": 82}.items() <= next(
        row for row in rows if row["passed"] == "2023-07-20"
    ).items()
    assert "in force from 2024-01-01" in law("list", "--lang", "en").out


def test_show_says_structure_and_that_no_words_are_there(law):
    seen = law("show", "道路运输条例", "69", "--on", "2024-03-01")
    assert seen.code == 0
    assert "《道路运输条例》第六十九条(2023-07-20) 2023-07-20 起施行" in seen.out
    assert "结构:2 款" in seen.out
    assert "与 2022-03-29 版相比:原第七十条,未变" in seen.out
    assert "law import" in seen.out
    older = law("show", "《道条》", "第六十九条", "--on", "2022-06-01")
    assert "(2022-03-29)" in older.out
    assert "第一款 5 项" in older.out


def test_show_lists_the_acts_punished_there(law):
    from supervision_rules.law import load_acts

    seen = law("show", "道条", "69", "--on", "2024-03-01")
    titles = [
        act.title
        for act in load_acts()
        for rule in act.rules
        if (rule.article, str(rule.version)) == (69, "2023-07-20")
    ]
    assert titles
    assert all(title in seen.out for title in titles)
    shown = json.loads(law("show", "道条", "69", "--on", "2024-03-01", "--format", "json").out)
    assert [one["title"] for one in shown["acts"]] == titles
    assert shown["before"] == [70, 0]
    assert shown["changed"] is False


@pytest.mark.parametrize(
    ("args", "phrase"),
    [
        (("道路运输条例", "83"), "没有第八十三条"),
        (("道路运输条例", "83"), "到第八十二条为止"),
        (("道路运输条例", "第三"), None),
        (("道路运输条例", "甲"), "不是条号"),
        (("道路运输", "3"), "道路运输条例"),
        (("公路管理条例", "3"), "已经废止"),
        (("行政处罚法", "3", "--on", "2020-01-01"), "条文不详"),
        (("道路运输条例", "3", "--on", "2010-01-01"), "不在数据中"),
        (("道路运输条例", "3", "--on", "2001-01-01"), "尚未施行"),
        (("道路运输条例", "3", "--on", "昨天"), "不是日期"),
    ],
)
def test_show_explains_what_it_can_not_show(law, args, phrase):
    seen = law("show", *args)
    if phrase is None:
        assert seen.code == 0
        return
    assert seen.code == 2
    assert phrase in seen.err
    english = law("show", *args, "--lang", "en")
    assert english.code == 2
    assert english.err != seen.err


def test_diff_by_the_shipped_comparison(law):
    seen = law("diff", "道路运输条例", "2022-05-01", "2023-07-20")
    rows = [line.split() for line in seen.out.splitlines()[2:]]
    assert ["第七十条", "第七十一条", "变更"] in rows
    assert ["第六十九条", "第七十条", "未变"] in rows
    assert ["第六十八条", "删去"] in rows
    assert len(rows) == 18
    backwards = law("diff", "道路运输条例", "2023-07-20", "2022-05-01")
    assert backwards.out == seen.out
    assert "没有变化" in law("diff", "道路运输条例", "2022-05-01", "2023-01-01").out
    assert law("diff", "行政处罚法", "2020-01-01", "2022-01-01").code == 2


def test_import_asks_for_the_day_and_exits_with_one(law, texts):
    seen = law("import", texts)
    assert seen.code == 1
    assert "--effective '示例钟表条例(2021-08-09)=日期'" in seen.err
    assert "2 个文件:1 部法规,1 个版本,3 条(新导入 1,补充 0,替换 0,未变 0),待定 1" in seen.out
    again = law("import", texts, "--effective", NEW)
    assert again.code == 0
    assert "(新导入 1,补充 0,替换 0,未变 1)" in again.out
    third = json.loads(law("import", texts, "--format", "json").out)
    assert third["counts"]["unchanged"] == 2
    assert [one["effective_from"] for one in third["versions"]] == ["2021-10-01", "2019-07-01"]


def test_import_wrong_use(law, texts, tmp_path):
    assert law("import", tmp_path / "nothing").code == 2
    assert "标题=2021-10-01" in law("import", texts, "--effective", "2021-10-01").err
    assert law("import", texts, "--effective", "示例钟表条例=明年").code == 2
    single = law("import", texts / "新.md", "--effective", "2021-10-01", "--to", tmp_path / "other")
    assert single.code == 0
    assert (tmp_path / "other" / "示例钟表条例(2021-08-09).yaml").exists()


def test_imported_words_are_shown_searched_and_compared(law, texts, tmp_path):
    assert law("import", texts, "--effective", NEW).code == 0
    seen = law("show", "示例钟表条例", "1", "--on", "2020-01-01")
    assert "钟表应当准时。" in seen.out
    assert "law import" not in seen.out
    assert (
        "钟表应当准确而响亮。" in law("show", "示例钟表条例", "1", "--on", "2021-10-01", "--law", tmp_path / "law").out
    )
    found = law("search", "误差", "不上弦")
    assert "第二条" in found.out
    assert "示例钟表条例" in found.out
    assert "没有找到" in law("search", "误差", "鸽子").out
    hits = json.loads(law("search", "钟表", "--on", "2020-01-01", "--format", "json").out)
    assert hits[0]["article"] is None
    assert hits[1] | {"score": 0} == {
        "title": "示例钟表条例",
        "version": "2019-05-06",
        "article": "第一条",
        "snippet": "钟表应当准时。",
        "score": 0,
    }
    changed = law("diff", "示例钟表条例", "2020-01-01", "2022-01-01").out.splitlines()
    assert [line.split() for line in changed[2:]] == [["第一条", "第一条", "变更"]]


def test_search_finds_acts(law):
    from supervision_rules.law import load_acts

    act = next(iter(load_acts()))
    seen = law("search", act.title)
    assert act.title in seen.out
    assert act.statute in seen.out


def test_the_prompt_asks_until_it_gets_a_day_or_nothing(monkeypatch, capsys):
    import datetime as dt

    from supervision_rules.cli import _statutes_import

    answers = iter(["明年", "2021-10-01", ""])
    monkeypatch.setattr(_statutes_import.typer, "prompt", lambda *args, **options: next(answers))
    ask = _statutes_import._ask
    assert ask("示例钟表条例", dt.date(2021, 8, 9), "文中没有写施行日期") == dt.date(2021, 10, 1)
    assert "2023-07-20" in capsys.readouterr().err
    assert ask("示例钟表条例", dt.date(2021, 8, 9), "文中没有写施行日期") is None
