"""Importing into the user's folder: what is asked for, what is refused, and that nothing changes twice."""

from __future__ import annotations

import datetime as dt

import pytest

from supervision_rules.law import load_statutes
from supervision_rules.law.importing import import_statutes

DAY = dt.date.fromisoformat
TEXT = """\
# 示例钟表条例

2019年5月6日 示例部令第7号公布

{history}<!-- INFO END -->

第一条 {first}

第二条 违反前条的，由主管部门处二百元罚款。

第三条 本条例自2019年7月1日起施行。
"""
AMENDED = "2021年8月9日 《关于修改〈示例钟表条例〉的决定》修正\n\n"


def _write(folder, name, *, history="", first="钟表应当准时。"):
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(TEXT.format(history=history, first=first), encoding="utf-8")
    return path


def _import(path, folder, **options):
    known = load_statutes(folder) if folder.is_dir() else load_statutes()
    return import_statutes([path], folder, known, **options)


def _files(folder):
    return {path.name: path.read_text("utf-8") for path in folder.iterdir()}


def test_an_original_tells_its_own_days(tmp_path):
    (outcome,) = _import(_write(tmp_path / "in", "甲.md"), tmp_path / "law")
    assert (outcome.status, outcome.title, outcome.articles) == ("added", "示例钟表条例", 3)
    assert (outcome.passed, outcome.effective_from) == (DAY("2019-05-06"), DAY("2019-07-01"))
    statute = load_statutes(tmp_path / "law").find("示例钟表条例")
    assert statute.first_effective == DAY("2019-07-01")
    assert statute.punishing
    assert statute.kind == "rule"
    assert statute.versions[0].text(2) == "违反前条的，由主管部门处二百元罚款。"
    assert statute.state_on(DAY("2019-06-30")) == "not_yet"


def test_an_amended_version_waits_for_its_day_and_the_others_are_imported(tmp_path):
    _write(tmp_path / "in", "旧.md")
    amended = _write(tmp_path / "in", "新.md", history=AMENDED, first="钟表应当准确。")
    outcomes = _import(tmp_path / "in", tmp_path / "law")
    assert {outcome.files[0].name: outcome.status for outcome in outcomes} == {"旧.md": "added", "新.md": "waiting"}
    problem = next(outcome.problem for outcome in outcomes if outcome.problem)
    assert str(problem.place) == str(amended)
    assert "--effective '示例钟表条例(2021-08-09)=日期'" in problem.hint_zh
    assert "2019-07-01" in problem.zh
    for told in (
        {"示例钟表条例(2021-08-09)": DAY("2021-10-01")},
        {"": DAY("2021-10-01")},
        {"《示例钟表条例》": DAY("2021-10-01")},
    ):
        (outcome,) = _import(amended, tmp_path / f"law{len(str(told))}", effective=told)
        assert (outcome.status, outcome.effective_from) == ("added", DAY("2021-10-01"))


def test_a_day_for_the_title_alone_does_not_serve_two_versions(tmp_path):
    _write(tmp_path / "in", "一.md", history=AMENDED)
    _write(tmp_path / "in", "二.md", history=AMENDED + "2023年1月2日 修正\n\n", first="钟表应当响亮。")
    outcomes = _import(tmp_path / "in", tmp_path / "law", effective={"示例钟表条例": DAY("2021-10-01")})
    assert [outcome.status for outcome in outcomes] == ["waiting", "waiting"]


def test_who_is_asked_may_answer_or_not(tmp_path):
    amended = _write(tmp_path / "in", "新.md", history=AMENDED)
    asked = []

    def ask(title, passed, reason):
        asked.append((title, passed, reason))
        return DAY("2021-10-01") if len(asked) > 1 else None

    assert _import(amended, tmp_path / "law", ask=ask)[0].status == "waiting"
    assert _import(amended, tmp_path / "law", ask=ask)[0].status == "added"
    assert _import(amended, tmp_path / "law", ask=ask)[0].status == "unchanged"
    assert [one[:2] for one in asked] == [("示例钟表条例", DAY("2021-08-09"))] * 2
    assert "2019-07-01" in asked[0][2]


def test_the_days_of_the_packages_own_versions_need_no_telling(tmp_path):
    path = tmp_path / "道路运输条例(2023-07-20).md"
    path.write_text(
        "# 中华人民共和国道路运输条例\n\n2004年4月30日 国务院令第406号公布\n\n第一条 示例。\n", encoding="utf-8"
    )
    (outcome,) = _import(path, tmp_path / "law", replace_changed=True)
    assert (outcome.status, outcome.title, outcome.effective_from) == ("added", "道路运输条例", DAY("2023-07-20"))


def test_importing_again_changes_nothing(tmp_path):
    source = _write(tmp_path / "in", "甲.md")
    _import(source, tmp_path / "law")
    before = _files(tmp_path / "law")
    (outcome,) = _import(source, tmp_path / "law")
    assert outcome.status == "unchanged"
    assert _files(tmp_path / "law") == before


def test_other_words_of_the_same_version_are_refused_unless_told(tmp_path):
    _import(_write(tmp_path / "in", "甲.md"), tmp_path / "law")
    before = _files(tmp_path / "law")
    changed = _write(tmp_path / "in", "甲.md", first="钟表应当准确。")
    (outcome,) = _import(changed, tmp_path / "law")
    assert outcome.status == "refused"
    assert "第 1 条" in outcome.problem.zh
    assert "--replace" in outcome.problem.hint_zh
    assert _files(tmp_path / "law") == before
    (outcome,) = _import(changed, tmp_path / "law", replace_changed=True)
    assert outcome.status == "replaced"
    after = _files(tmp_path / "law")
    name = "示例钟表条例(2019-05-06).yaml"
    assert after[f"{name}.bak"] == before[name]
    assert load_statutes(tmp_path / "law").find("示例钟表条例").versions[0].text(1) == "钟表应当准确。"


def test_a_day_told_later_corrects_the_one_before(tmp_path):
    amended = _write(tmp_path / "in", "新.md", history=AMENDED)
    _import(amended, tmp_path / "law", effective={"": DAY("2021-10-01")})
    (outcome,) = _import(amended, tmp_path / "law", effective={"": DAY("2021-09-01")})
    assert (outcome.status, outcome.effective_from) == ("replaced", DAY("2021-09-01"))
    assert load_statutes(tmp_path / "law").find("示例钟表条例").versions[0].effective_from == DAY("2021-09-01")


def test_corrections_by_hand_stay(tmp_path):
    source = _write(tmp_path / "in", "甲.md")
    _import(source, tmp_path / "law")
    path = tmp_path / "law" / "示例钟表条例(2019-05-06).yaml"
    path.write_text(path.read_text("utf-8").replace("punishing: true", "punishing: false"), encoding="utf-8")
    assert _import(source, tmp_path / "law")[0].status == "unchanged"
    assert not load_statutes(tmp_path / "law").find("示例钟表条例").punishing


def test_versions_follow_each_other_and_a_missing_one_leaves_a_gap(tmp_path):
    history = "2020年2月3日 修正\n\n2021年8月9日 修正\n\n"
    _write(tmp_path / "in", "旧.md")
    _write(tmp_path / "in", "新.md", history=history, first="钟表应当准确。")
    _import(tmp_path / "in", tmp_path / "law", effective={"示例钟表条例(2021-08-09)": DAY("2021-10-01")})
    statute = load_statutes(tmp_path / "law").find("示例钟表条例")
    assert [(v.effective_from, v.effective_to) for v in statute.versions] == [
        (DAY("2019-07-01"), DAY("2020-02-02")),
        (DAY("2021-10-01"), None),
    ]
    assert statute.state_on(DAY("2020-02-03")) == "not_known"


def test_parts_in_files_of_their_own_become_one_version(tmp_path):
    head = "# 示例钟表法典\n\n# {part}\n\n2019年5月6日 示例部令第7号公布\n\n2020年1月1日 施行\n\n<!-- INFO END -->\n\n"
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "总则.md").write_text(head.format(part="总则") + "第一条 甲。\n\n第二条 乙。\n", encoding="utf-8")
    (folder / "分则.md").write_text(
        head.format(part="分则") + "## 第一章 丙\n\n第三条 丙。\n\n第四条 本法典自2020年1月1日起施行。\n",
        encoding="utf-8",
    )
    (outcome,) = _import(folder, tmp_path / "law")
    assert (outcome.status, outcome.articles, len(outcome.files)) == ("added", 4, 2)
    assert _import(folder / "总则.md", tmp_path / "law")[0].status == "unchanged"
    assert _import(folder / "总则.md", tmp_path / "other")[0].status == "added"
    assert load_statutes(tmp_path / "other").find("示例钟表法典").versions[0].has(3) is None
    (outcome,) = _import(folder / "分则.md", tmp_path / "other")
    assert outcome.status == "extended"
    assert load_statutes(tmp_path / "other").find("示例钟表法典").versions[0].has(5) is False
    assert list(load_statutes(tmp_path / "other").find("示例钟表法典").versions[0].articles) == [
        (n, 0) for n in range(1, 5)
    ]


def test_what_a_text_leaves_out_can_not_be_told(tmp_path):
    path = tmp_path / "示例钟表条例(2019-05-06).md"
    path.write_text("# 示例钟表条例\n\n第一条 甲。\n\n第三条 本条例自2019年7月1日起施行。\n", encoding="utf-8")
    (outcome,) = _import(path, tmp_path / "law")
    assert outcome.missing == (2,)
    version = load_statutes(tmp_path / "law").find("示例钟表条例").versions[0]
    assert [version.has(number) for number in (1, 2, 3, 4)] == [True, None, True, False]


def test_a_decision_without_articles_is_imported_and_can_not_tell(tmp_path):
    path = tmp_path / "甲.md"
    path.write_text(
        "# 示例大会关于钟表的决定\n\n2019年5月6日 公布\n\n一、钟表应当准时。\n\n二、本决定自公布之日起施行。\n",
        encoding="utf-8",
    )
    (outcome,) = _import(path, tmp_path / "law", effective={"": DAY("2019-05-06")})
    assert (outcome.status, outcome.kind, outcome.articles) == ("added", "points", 0)
    statute = load_statutes(tmp_path / "law").find("示例大会关于钟表的决定")
    assert statute.kind == "decision"
    assert statute.versions[0].has(1) is None


def test_two_files_of_one_version_that_differ_are_both_refused(tmp_path):
    _write(tmp_path / "in", "一.md")
    _write(tmp_path / "in", "二.md", first="钟表应当准确。")
    (outcome,) = _import(tmp_path / "in", tmp_path / "law")
    assert outcome.status == "refused"
    assert "一.md" in outcome.problem.zh
    assert "二.md" in outcome.problem.zh
    assert not (tmp_path / "law").exists()


def test_two_versions_of_one_day_are_refused(tmp_path):
    _write(tmp_path / "in", "一.md")
    _import(tmp_path / "in", tmp_path / "law")
    other = _write(tmp_path / "in", "示例钟表条例(2019-06-06).md", first="钟表应当准确。")
    (outcome,) = _import(other, tmp_path / "law")
    assert outcome.status == "refused"
    assert "2019-05-06" in outcome.problem.zh
    load_statutes(tmp_path / "law")


@pytest.mark.parametrize(
    ("name", "content", "phrase"),
    [
        ("甲.pdf", b"%PDF-1.4", "pdf"),
        ("甲.doc", b"\xd0\xcf\x11\xe0", "doc"),
        ("甲.md", "# 甲办法\n\n2020年1月2日 某部公布\n".encode(), "没有法规正文"),
        ("甲.txt", b"", "没有法规正文"),
        ("甲.docx", b"PK", "DOCX"),
        ("甲.md", "# 甲办法\n\n第一条 甲应当守时。\n".encode(), "甲办法(2023-07-20).md"),
    ],
)
def test_what_can_not_be_read_says_why_and_the_others_are_imported(tmp_path, name, content, phrase):
    folder = tmp_path / "in"
    _write(folder, "好.md")
    (folder / name).write_bytes(content)
    outcomes = _import(folder, tmp_path / "law")
    assert sorted(outcome.read for outcome in outcomes) == [False, True]
    problem = next(outcome.problem for outcome in outcomes if outcome.problem)
    assert phrase in problem.zh + problem.hint_zh
    assert str(folder / name) in str(problem.place)


def test_a_statute_repealed_by_an_imported_one(tmp_path):
    path = tmp_path / "甲.md"
    path.write_text(
        "# 示例钟表条例\n\n2019年5月6日 示例部令第7号公布\n\n第一条 甲。\n\n"
        "第二条 本条例自2019年7月1日起施行。《示例日晷办法》同时废止。\n",
        encoding="utf-8",
    )
    _import(path, tmp_path / "law")
    statute = load_statutes(tmp_path / "law").find("示例日晷办法")
    assert statute.state_on(DAY("2019-06-30")) == "not_known"
    assert statute.state_on(DAY("2019-07-01")) == "repealed"


def test_nothing_half_written_is_left(tmp_path, monkeypatch):
    source = _write(tmp_path / "in", "甲.md")

    def broken(*args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.replace", broken)
    with pytest.raises(Exception, match="No space left"):
        _import(source, tmp_path / "law")
    assert list((tmp_path / "law").iterdir()) == []
