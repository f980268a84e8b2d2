"""The commands as a user types them."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re

import pytest

from cli.commands import RULESET, command
from supervision_rules.demo import write_sample
from supervision_rules.entities import FindingRecord
from supervision_rules.store import Store

AS_OF = dt.date(2024, 12, 20)


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    return write_sample(tmp_path_factory.mktemp("data"), penalties=60)


def _run(capsys, monkeypatch, sample, *options):
    return command(capsys, monkeypatch, "run", RULESET, "--data", sample.directory, "--as-of", AS_OF, *options)


def test_jsonl_is_each_row_of_the_findings_table_and_nothing_else(capsys, monkeypatch, sample):
    seen = _run(capsys, monkeypatch, sample, "--format", "jsonl")
    assert seen.code == 0
    rows = [json.loads(line) for line in seen.out.splitlines()]
    assert len(rows) == len(sample.planted)
    for row in rows:
        assert list(row) == list(FindingRecord.table.names)
        assert isinstance(row["basis"], list)
        assert isinstance(row["trace"], list)
        assert row["as_of"] == "2024-12-20"
        assert row["due_on"] is None or re.fullmatch(r"\d{4}-\d\d-\d\d", row["due_on"])
    assert {row["status"] for row in rows} <= {"finding", "warning", "unverified"}
    # the summary goes to standard error: outcomes by detector, rejects by table and reason
    assert "未依法申请强制执行" in seen.err
    assert "必填单元格为空" in seen.err


def test_csv_has_the_english_names_as_header(capsys, monkeypatch, sample):
    seen = _run(capsys, monkeypatch, sample, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(seen.out)))
    assert list(rows[0]) == list(FindingRecord.table.names)
    assert len(rows) == len(sample.planted)


def test_files_go_to_the_folder(capsys, monkeypatch, sample, tmp_path):
    out = tmp_path / "made" / "here"
    seen = _run(capsys, monkeypatch, sample, "--format", "html", "--out", out)
    assert (seen.code, seen.out) == (0, "")
    assert sorted(path.name for path in out.iterdir()) == ["counts.json", "findings.html", "rejects.csv"]
    page = (out / "findings.html").read_text("utf-8")
    assert page.lower().startswith("<!doctype html>")
    assert not re.search(r"""(src|href)=["']?(https?:)?//""", page)
    counts = json.loads((out / "counts.json").read_text("utf-8"))
    read = counts["tables"]["penalties"]
    total = sum(row["count"] for row in counts["counts"] if row["detector"] == "transport.demand")
    assert total == read["rows_read"] - read["duplicates"]


@pytest.mark.slow
def test_english(capsys, monkeypatch, sample):
    seen = _run(capsys, monkeypatch, sample, "--format", "jsonl", "--lang", "en")
    reasons = " ".join(json.loads(line)["reason"] for line in seen.out.splitlines())
    assert "last day" in reasons
    assert "unverified" in seen.err.lower()


@pytest.mark.slow
def test_a_second_run_adds_nothing_and_marks_what_is_gone(capsys, monkeypatch, sample, tmp_path):
    url = f"sqlite:///{tmp_path / 'leads.db'}"
    first = _run(capsys, monkeypatch, sample, "--store", url)
    assert f"异常提示 新增 {len(sample.planted)}" in first.err
    second = _run(capsys, monkeypatch, sample, "--store", url)
    assert f"新增 0, 已有 {len(sample.planted)}, 变化 0, 重现 0, 不再出现 0" in second.err
    # a day on which nothing was late yet
    early = command(
        capsys, monkeypatch, "run", RULESET, "--data", sample.directory, "--as-of", "2022-01-10", "--store", url
    )
    assert early.code == 0
    with Store(url) as store:
        assert list(store.findings()) == [] or len(list(store.findings())) < len(sample.planted)
        assert len(list(store.findings(gone=True))) > 0


def test_nothing_is_stored_without_a_store(capsys, monkeypatch, sample, tmp_path):
    monkeypatch.chdir(tmp_path)
    _run(capsys, monkeypatch, sample, "--format", "jsonl")
    assert list(tmp_path.iterdir()) == []


def test_law(capsys, monkeypatch):
    seen = command(capsys, monkeypatch, "law", "deadline", "2023-08-31", "sue", "apply")
    assert seen.out.splitlines()[-1] == "届满日:2024-05-29"
    assert "《行政诉讼法》(2017-06-27)第四十六条" in seen.out
    as_json = json.loads(command(capsys, monkeypatch, "law", "deadline", "2023-08-31", "sue", "--json").out)
    assert as_json["due_on"] == "2024-02-29"
    assert "apply\t申请强制执行的期限" in command(capsys, monkeypatch, "law", "periods").out
    october = command(capsys, monkeypatch, "law", "calendar", "2023").out
    assert "2023-10-07\t上班" in october
    assert "2023-10-06\t放假" in october


def test_plugins_and_rulesets(capsys, monkeypatch):
    listed = command(capsys, monkeypatch, "plugins").out
    assert "transport.non_enforcement\t未依法申请强制执行\tsupervision-rules-transport-enforcement" in listed
    assert "无误" in command(capsys, monkeypatch, "ruleset", "check", RULESET).out
    schema = json.loads(command(capsys, monkeypatch, "ruleset", "schema").out)
    assert "warn_days" in json.dumps(schema)


def test_help_names_the_commands(capsys, monkeypatch):
    text = command(capsys, monkeypatch, "--help").out
    for name in ("run", "demo", "law", "plugins", "ruleset"):
        assert name in text


@pytest.mark.slow
def test_demo(capsys, monkeypatch, tmp_path):
    seen = command(capsys, monkeypatch, "demo", "--out", tmp_path / "demo")
    assert seen.code == 0
    assert (tmp_path / "demo" / "findings.html").exists()
    assert (tmp_path / "demo" / "leads.db").exists()
    assert "应当查出" in seen.err
