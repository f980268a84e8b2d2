"""Many files at once, and the command."""

from __future__ import annotations

import csv
import io
import json
import pickle
import sys
from concurrent.futures import Future

import pytest

from cli.commands import command
from documents.builders import docx_of, scanned_pdf
from documents.samples import SAMPLES
from supervision_rules.documents import Extracted, Reject, extract, extract_all
from supervision_rules.entities import TABLES, Sort
from supervision_rules.errors import MissingExtraError


@pytest.fixture
def folder(tmp_path):
    for number, name in enumerate(sorted(SAMPLES)):
        text = SAMPLES[name].text
        path = tmp_path / f"{number:02}_{name}.{'docx' if number % 2 else 'txt'}"
        path.write_bytes(docx_of(text) if number % 2 else text.encode("gb18030"))
    (tmp_path / "坏.docx").write_bytes(b"PK\x03\x04 broken")
    (tmp_path / "扫描.pdf").write_bytes(scanned_pdf())
    (tmp_path / "旧.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    return tmp_path


@pytest.mark.parametrize("processes", [1, 2])
def test_the_order_is_kept_and_rejects_have_reasons(folder, processes):
    paths = sorted(folder.iterdir())
    seen = []
    results = list(extract_all(paths, processes, lambda done, total: seen.append((done, total))))
    assert [result.path for result in results] == paths
    assert seen == [(number, len(paths)) for number in range(1, len(paths) + 1)]
    rejects = {result.path.name: result for result in results if isinstance(result, Reject)}
    assert {name: reject.code for name, reject in rejects.items()} == {"坏.docx": "SR152", "旧.doc": "SR154"}
    assert ".docx" in rejects["旧.doc"].reason("zh")
    assert "save it as .docx" in rejects["旧.doc"].reason("en")
    for result in results:
        if isinstance(result, Extracted):
            assert result == extract(result.path)


def test_nothing_to_do():
    assert list(extract_all([])) == []


def test_one_file_is_one_json_object(folder, capsys, monkeypatch):
    path = next(folder.glob("*_transport.*"))
    seen = command(capsys, monkeypatch, "extract", path)
    values = json.loads(seen.out)
    assert seen.code == 0
    assert values["_type"] == "decision"
    assert values["_file"] == str(path)
    assert (values["fine"], values["decided_on"], values["penalty_kinds"]) == ("3000", "2024-04-02", ["罚款"])
    assert values["_fields"]["fine"]["text"].startswith("¥3,000.00")
    assert "每秒" in seen.err


def test_a_directory_is_a_line_a_file(folder, capsys, monkeypatch):
    seen = command(capsys, monkeypatch, "extract", folder, "--processes", 2)
    assert seen.code == 1
    lines = [json.loads(line) for line in seen.out.splitlines()]
    assert len(lines) == len(SAMPLES) + 1
    assert sum(line["_scanned"] for line in lines) == 1
    assert "旧.doc: SR154" in seen.err
    assert "未能读取 2 (SR152 1, SR154 1)" in seen.err


def test_csv_has_the_columns_of_penalties(folder, capsys, monkeypatch):
    out = folder / "penalties.csv"
    seen = command(capsys, monkeypatch, "extract", folder, "--format", "csv", "--out", out, "--lang", "en")
    assert seen.code == 1
    assert "save it as .docx" in seen.err
    rows = list(csv.DictReader(io.StringIO(out.read_text(encoding="utf-8-sig"))))
    told = [column.name for column in TABLES["penalties"].columns if column.sort is not Sort.EVENT]
    assert list(rows[0])[: len(told)] == told, (
        "what a document can't tell, an event, is not known rather than not happened"
    )
    row = next(row for row in rows if row["decision_no"] == SAMPLES["market"].expected["decision_no"])
    assert row["penalty_kinds"] == "没收违法所得;没收非法财物;罚款"
    assert (row["mitigation"], row["remedy_told"], row["_type"]) == ("true", "true", "decision")
    assert row["document"].endswith("_market.docx") or row["document"].endswith("_market.txt")
    assert (out.parent / row["document"]).is_file()
    for ruling in (row for row in rows if row["_type"] == "ruling"):
        assert ruling["decision_no"] == "", "a ruling is no row of penalties, and must not speak of a decision there"
        assert ruling["court_cases.case_no"]


@pytest.mark.parametrize(("argument", "code"), [("没有这个文件.docx", "SR720"), ("空", "SR721")])
def test_wrong_paths(tmp_path, capsys, monkeypatch, argument, code):
    (tmp_path / "空").mkdir()
    seen = command(capsys, monkeypatch, "extract", tmp_path / argument)
    assert seen.code == 2
    assert code in seen.err


def test_an_output_that_cannot_be_written(folder, capsys, monkeypatch):
    seen = command(capsys, monkeypatch, "extract", next(folder.glob("*.txt")), "--out", folder / "没有" / "a.json")
    assert (seen.code, "SR722" in seen.err) == (2, True)


@pytest.mark.parametrize("processes", [1, None])
def test_a_missing_extra_ends_the_command(folder, capsys, monkeypatch, processes):
    monkeypatch.setitem(sys.modules, "lxml", None)
    seen = command(
        capsys, monkeypatch, "extract", next(folder.glob("*.docx")), *(["--processes", processes] if processes else [])
    )
    assert seen.code == 3
    assert "pip install 'supervision-rules[documents]'" in seen.err


def test_a_missing_extra_comes_back_from_another_process(folder, monkeypatch):
    class Pool:
        def __init__(self, *_):
            pass

        def __enter__(self):
            return self

        def __exit__(self, *_):
            return None

        def submit(self, work, chunk):
            future = Future()
            future.set_result(pickle.loads(pickle.dumps(work(chunk))))
            return future

    monkeypatch.setitem(sys.modules, "lxml", None)
    monkeypatch.setattr("supervision_rules.documents._extract.ProcessPoolExecutor", Pool)
    with pytest.raises(MissingExtraError, match="supervision-rules"):
        list(extract_all(sorted(folder.glob("*.docx")), 2))
