"""Decisions' own documents in a run: what they add, where they differ, and those that can't be used."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from supervision_rules import run

RULESET = Path(__file__).parents[2] / "rulesets" / "legal-basis.yaml"
AS_OF = dt.date(2024, 12, 20)
DECISION = """云岭市青溪县交通运输局
行政处罚决定书
{number}

当事人：{party}
居民身份证号：520102199003071234
2024年3月5日，我局执法人员在青溪县东关路口检查时，发现当事人驾驶车辆从事道路旅客运输经营，未取得道路旅客运输经营许可。2024年3月6日，我局予以立案。
当事人未取得道路旅客运输经营许可，擅自从事道路旅客运输经营的行为，违反了《中华人民共和国道路运输条例》第十条的规定，依据《中华人民共和国道路运输条例》第六十三条第一款第二项的规定，决定给予当事人罚款人民币{fine}元（大写：{words}）的行政处罚。
当事人应自收到本决定书之日起15日内缴纳罚款，逾期每日按罚款数额的百分之三加处罚款。
如不服本决定，可以自收到本决定书之日起六十日内向{organ}申请行政复议，或者在六个月内直接向青溪县人民法院提起行政诉讼。

云岭市青溪县交通运输局
二〇二四年三月二十日
"""


def _document(
    path, number="云青交罚〔2024〕1号", party="张大山", fine="10000", words="壹万元整", organ="青溪县人民政府"
):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(DECISION.format(number=number, party=party, fine=fine, words=words, organ=organ), "utf-8")


def _table(folder, *rows, columns="decision_no,agency,party_name,decided_on,fine,document"):
    text = "\n".join((columns, *rows))
    (folder / "penalties.csv").write_text(text + "\n", "utf-8")


def _row(number, document, fine="", agency="云岭市青溪县交通运输局"):
    return f"云青交罚〔2024〕{number}号,{agency},张大山,2024-03-20,{fine},{document}"


def _run(folder, **options):
    with run(RULESET, folder, as_of=AS_OF, **options) as result:
        found = {(one.detector, one.kind, one.status): one for one in result.findings()}
        return found, result.rejects().to_pylist(), result.counts


def test_a_document_tells_what_the_table_does_not(tmp_path):
    _table(tmp_path, _row(1, "files/1.txt"))
    _document(tmp_path / "files" / "1.txt")
    found, rejects, counts = _run(tmp_path)
    assert rejects == []
    # gains, seriousness and mitigation are told by neither
    assert {(name, status) for name, _, status in found} == {("legal.penalty", "unverified")}
    assert found["legal.penalty", "fine_out_of_range", "unverified"].missing == (
        "penalties.illegal_gains",
        "penalties.mitigation",
    )
    assert sum(count for key, count in counts.items() if key.outcome == "clear") == 4


def test_amounts_in_digits_and_words_differ(tmp_path):
    _table(tmp_path, _row(1, "1.txt") + ",0,false,false", columns="decision_no,agency,party_name,decided_on,fine,document,"
           "illegal_gains,serious,mitigation")  # fmt: skip
    _document(tmp_path / "1.txt", words="壹仟元整")
    found, _, _ = _run(tmp_path)
    (one,) = found.values()
    assert (one.kind, one.status) == ("amount_mismatch", "finding")
    assert one.reason == "决定书中罚款的小写金额为10000.00元,大写金额合1000.00元。"


def test_the_column_counts_and_the_trace_names_the_difference(tmp_path):
    _table(tmp_path, _row(1, "1.txt", fine="9000").replace("2024-03-20", "2024-06-20"))
    _document(tmp_path / "1.txt", organ="云岭市交通运输局")
    found, _, _ = _run(tmp_path)
    note = "决定书文件与表格不一致,以表格为准:决定日 2024-06-20 / 2024-03-20; 罚款金额 9000.00 / 10000.00"
    for key in (
        ("legal.penalty", "fine_out_of_range", "unverified"),
        ("legal.remedy", "remedy_misstated", "finding"),
        ("legal.time", "decided_late", "finding"),
    ):
        assert note in [step["text"] for step in found[key].trace]


def test_an_organ_told_in_the_document(tmp_path):
    _table(tmp_path, _row(1, "1.txt"))
    _document(tmp_path / "1.txt", organ="云岭市交通运输局")
    found, _, _ = _run(tmp_path)
    assert "云岭市交通运输局" in found["legal.remedy", "remedy_misstated", "finding"].reason


@pytest.mark.parametrize(
    ("write", "reason"),
    [
        (lambda path: None, "没有这个文件"),
        (lambda path: _document(path, number="云青交罚〔2024〕2号"), "不是本条记录的决定书"),
        (lambda path: path.write_text("今日天气晴朗。", "utf-8"), "不是行政处罚决定书"),
        (lambda path: path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)), "docx"),
    ],
)
def test_a_document_that_cannot_be_used_is_rejected_and_its_record_stays(tmp_path, write, reason):
    name = "1.doc" if reason == "docx" else "1.txt"
    _table(tmp_path, _row(1, name, fine="10000"))
    write(tmp_path / name)
    found, (reject,), counts = _run(tmp_path)
    assert (reject["source"], reject["row"], reject["column_name"], reject["value"]) == (
        str(tmp_path / "penalties.csv"),
        2,
        "document",
        name,
    )
    assert reason in reject["reason"]
    assert not reject["row_rejected"]
    assert sum(count for key, count in counts.items() if key.detector == "legal.time") == 1
    assert ("legal.basis", "basis_mismatch", "unverified") in found


def test_a_folder_of_decisions_is_a_table(tmp_path):
    _document(tmp_path / "决定书" / "1.txt")
    _document(tmp_path / "决定书" / "二批" / "2.txt", number="云青交罚〔2024〕2号", words="壹仟元整")
    (tmp_path / "决定书" / "notes.txt").write_text("会议记录", "utf-8")
    with run(RULESET, tmp_path, as_of=AS_OF) as result:
        found = list(result.findings())
        rejects = result.rejects().to_pylist()
        assert result.intake.tables["penalties"].rows_kept == 2
    assert [(reject["value"], reject["source"]) for reject in rejects] == [("notes.txt", str(tmp_path / "决定书"))]
    assert {one.decision_no for one in found} == {"云青交罚〔2024〕1号", "云青交罚〔2024〕2号"}
    assert {record["source"] for one in found for record in one.trace if record["step"] == "record"} == {
        str(tmp_path / "决定书")
    }


def test_what_a_ruling_does_not_tell_is_not_known(tmp_path):
    ruling = """云岭市青溪县人民法院
行政裁定书
（2024）云0502行审12号

申请执行人：云岭市青溪县交通运输局。
被执行人：张大山，男。
申请执行人云岭市青溪县交通运输局于2024年5月6日向本院申请强制执行其作出的云青交罚〔2023〕7号行政处罚决定。本院于2024年5月8日立案受理，依法组成合议庭进行审查，现已审查终结。
本院认为，该处罚决定明显缺乏事实根据。依照《中华人民共和国行政强制法》第五十八条的规定，裁定如下：
不准予强制执行云青交罚〔2023〕7号行政处罚决定。

审判长  李某
二〇二四年五月十五日
书记员  王某
"""
    (tmp_path / "裁定书").mkdir()
    (tmp_path / "裁定书" / "1.txt").write_text(ruling, "utf-8")
    with run(RULESET.with_name("transport.yaml"), tmp_path, as_of=AS_OF) as result:
        found = {one.detector: (one.status, one.kind) for one in result.findings()}
    # when the refusal was served the ruling can't tell
    assert found["court.refusal_service"] == ("unverified", "refusal_served_late")
    assert "court.ruling" not in found


def test_rulesets_that_ask_for_no_document_read_none(tmp_path):
    _table(tmp_path, _row(1, "1.txt", fine="10000"))
    with run(RULESET.with_name("transport.yaml"), tmp_path, as_of=AS_OF) as result:
        assert result.rejects().num_rows == 0


def test_a_run_says_which_law_data_it_used(tmp_path):
    _table(tmp_path, _row(1, "", fine="10000"))
    with (
        run(RULESET, tmp_path, as_of=AS_OF) as legal,
        run(RULESET.with_name("transport.yaml"), tmp_path, as_of=AS_OF) as time,
    ):
        assert legal.law_digest != time.law_digest
    with run(RULESET, tmp_path, as_of=AS_OF) as again:
        assert again.law_digest == legal.law_digest
