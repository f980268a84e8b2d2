"""Fifty and more kinds of broken input: a clear message, its place, the right exit code, never a traceback."""

from __future__ import annotations

import csv
import re
import sqlite3
from pathlib import Path

import pytest

from cli.commands import RULESET, command

GOOD = """决定书文号,处罚机关,当事人名称,决定日,送达日
黔毕交罚〔2023〕1号,毕节市交通运输局,张三,2023-08-20,2023-08-31
"""
HEAD = """ruleset: own
title: 自编规则集
detectors:
  - use: transport.non_enforcement
"""


def _file(name, content, encoding="utf-8"):
    def write(folder):
        path = folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))

    return write


def _folder(*writers):
    def write(folder):
        for writer in writers:
            writer(folder)

    return write


GOOD_FILE = _file("penalties.csv", GOOD)
FILES = {
    # name: what the data folder holds, exit code, what the message must name
    "an empty folder": (_folder(), 3, ["penalties", "行政处罚决定"]),
    "only a table that no detector judges": (
        _file("payments.csv", "决定书文号,缴款日,金额\n"),
        3,
        ["没有给出任何检测器的对象表"],
    ),
    "two files for one table": (
        _folder(GOOD_FILE, _file("行政处罚决定.csv", GOOD)),
        3,
        ["penalties.csv", "行政处罚决定.csv"],
    ),
    "an empty file": (_file("penalties.csv", ""), 3, ["penalties.csv"]),
    "only blank lines": (_file("penalties.csv", "\n\n\n"), 3, ["penalties.csv"]),
    "no header": (_file("penalties.csv", "a,b\n1,2\n"), 3, ["penalties.csv", "决定书文号"]),
    "a missing required column": (_file("penalties.csv", GOOD.replace("决定日", "日期")), 3, ["决定日", "日期"]),
    "a column in two languages": (
        _file("penalties.csv", GOOD.replace("送达日", "decision_no")),
        3,
        ["decision_no", "决定书文号"],
    ),
    "a header twice": (_file("penalties.csv", GOOD.replace("送达日", "决定日")), 3, ["决定日"]),
    "not an Excel file": (_file("penalties.xlsx", b"PK\x03\x04 no workbook"), 3, ["penalties.xlsx"]),
    "text named as Excel": (_file("penalties.xlsx", GOOD), 3, ["penalties.xlsx"]),
    "an empty Excel file": (_file("penalties.xlsx", b""), 3, ["penalties.xlsx"]),
    "not a Parquet file": (_file("penalties.parquet", b"PAR1 nothing"), 3, ["penalties.parquet"]),
    "bytes of no encoding": (_file("penalties.csv", b"\xff\xff\xff\x81\x00\x80,\xff\n"), 3, ["penalties.csv"]),
    "a picture": (_file("penalties.csv", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00"), 3, ["penalties.csv"]),
}


@pytest.mark.parametrize("name", FILES)
def test_files(name, tmp_path, capsys, monkeypatch):
    write, code, named = FILES[name]
    write(tmp_path)
    seen = command(capsys, monkeypatch, "run", RULESET, "--data", tmp_path, "--as-of", "2024-12-20")
    _is_clear(seen, code, named)


RULESETS = {
    "an unknown key": (HEAD + "rule: []\n", ["own.yaml:5:1", "rule"]),
    "an unknown key of a detector": (HEAD + "    whit: {warn_days: 3}\n", ["own.yaml:5:5", "whit"]),
    "an unknown detector": (
        HEAD.replace("non_enforcement", "non_enforcment"),
        ["own.yaml:4:10", "transport.non_enforcement"],
    ),
    "an unknown parameter": (HEAD + "    with: {warn_day: 3}\n", ["own.yaml:5:12", "warn_days"]),
    "a wrong parameter": (HEAD + "    with: {warn_days: soon}\n", ["own.yaml:5:23", "soon"]),
    "a parameter out of range": (HEAD + "    with: {warn_days: -1}\n", ["own.yaml:5:23", "-1"]),
    "an unknown severity": (HEAD + "    severity: {not_applied: urgent}\n", ["own.yaml:5", "urgent"]),
    "an unknown kind": (HEAD + "    severity: {not_aplied: high}\n", ["own.yaml:5", "not_applied"]),
    "a key twice": (HEAD + "title: 再来一次\n", ["own.yaml:5:1", "title"]),
    "no title": (HEAD.replace("title: 自编规则集\n", ""), ["own.yaml", "title"]),
    "no detectors": ("ruleset: own\ntitle: 无\n", ["own.yaml", "detectors"]),
    "an empty file": ("", ["own.yaml"]),
    "a list": ("- a\n- b\n", ["own.yaml:1:1"]),
    "a syntax error": (HEAD + "rules: [\n", ["own.yaml"]),
    "a tab": (HEAD + "\trules: []\n", ["own.yaml:5"]),
    "a control character": (HEAD + "rules: \x01\n", ["own.yaml"]),
    "not UTF-8": (b"ruleset: own\ntitle: \xb9\xe6\xd4\xf2\n", ["own.yaml"]),
    "an assumption about an event": (
        HEAD + "assume: {penalties.performed_on: 2024-01-01}\n",
        ["own.yaml:5", "performed_on"],
    ),
    "an assumption about no column": (HEAD + "assume: {penalties.remedy: true}\n", ["own.yaml:5", "remedy"]),
    "an assumption of a wrong value": (HEAD + "assume: {penalties.remedy_told: maybe}\n", ["own.yaml:5", "maybe"]),
    "a source of no table": (HEAD + "sources:\n  fines: {file: a.csv}\n", ["own.yaml:6", "fines"]),
    "a source without a place": (HEAD + "sources:\n  penalties: {sheet: 台账}\n", ["own.yaml:6"]),
    "a source mapping no column": (
        HEAD + "sources:\n  penalties: {file: a.csv, columns: {number: 文号}}\n",
        ["own.yaml:6", "number"],
    ),
    "a rule about an unknown finding": (
        HEAD + "rules:\n  - {name: 一, when: {all: [{finding: never}]}, then: {tag: 标}}\n",
        ["own.yaml:6", "never"],
    ),
    "a rule that does nothing": (
        HEAD + "rules:\n  - {name: 一, when: {all: [{finding: not_applied}]}}\n",
        ["own.yaml:6", "then"],
    ),
    "a suppression without a reason": (
        HEAD + "rules:\n  - {name: 一, when: {all: [{finding: not_applied}]}, then: {suppress: not_applied}}\n",
        ["own.yaml:6", "reason"],
    ),
}


@pytest.mark.parametrize("name", RULESETS)
def test_rulesets(name, tmp_path, capsys, monkeypatch):
    text, named = RULESETS[name]
    _file("own.yaml", text)(tmp_path)
    data = tmp_path / "data"
    data.mkdir()
    GOOD_FILE(data)
    seen = command(capsys, monkeypatch, "run", tmp_path / "own.yaml", "--data", data, "--as-of", "2024-12-20")
    _is_clear(seen, 3, named)


SOURCES = {
    "a source that isn't there": ("sources:\n  payments: {file: 缴款台账.xlsx}\n", 3, ["缴款台账.xlsx"]),
    "a mapped header that isn't there": (
        "sources:\n  penalties: {file: penalties.csv, columns: {fine: 罚金}}\n",
        3,
        ["罚金", "送达日"],
    ),
    "two sources for one table": ("sources:\n  penalties: {file: other.csv}\n", 3, ["penalties.csv", "other.csv"]),
    "a sheet that isn't there": ("sources:\n  payments: {file: book.xlsx, sheet: 三月}\n", 3, ["三月", "一月"]),
    "no such database": ("sources:\n  payments: {url: 'sqlite:///nowhere/x.db', table: payments}\n", 3, ["payments"]),
    "no such table": ("sources:\n  payments: {url: 'sqlite:///FOLDER/own.db', table: fines}\n", 3, ["fines"]),
    "a wrong query": ("sources:\n  payments: {url: 'sqlite:///FOLDER/own.db', query: selct 1}\n", 3, ["selct"]),
    "a wrong address": ("sources:\n  payments: {url: 'no address', table: payments}\n", 3, ["payments"]),
    "an unknown encoding": ("sources:\n  penalties: {file: penalties.csv, encoding: klingon}\n", 3, ["klingon"]),
}


@pytest.mark.parametrize("name", SOURCES)
def test_sources(name, tmp_path, capsys, monkeypatch):
    import xlsxwriter

    text, code, named = SOURCES[name]
    _file("own.yaml", HEAD + text.replace("FOLDER", str(tmp_path)))(tmp_path)
    data = tmp_path / "data"
    data.mkdir()
    GOOD_FILE(data)
    _file("other.csv", GOOD)(data)
    with xlsxwriter.Workbook(data / "book.xlsx") as book:
        book.add_worksheet("一月").write_row(0, 0, ["决定书文号", "缴款日", "金额"])
    sqlite3.connect(tmp_path / "own.db").close()
    seen = command(capsys, monkeypatch, "run", tmp_path / "own.yaml", "--data", data, "--as-of", "2024-12-20")
    _is_clear(seen, code, named)


OPTIONS = {
    "no ruleset": (["run", "nowhere.yaml", "--data", "DATA", "--as-of", "2024-12-20"], 2, ["nowhere.yaml"]),
    "a ruleset that is a folder": (["run", "DATA", "--data", "DATA", "--as-of", "2024-12-20"], 2, ["data"]),
    "no data folder": (["run", RULESET, "--data", "nowhere", "--as-of", "2024-12-20"], 2, ["nowhere"]),
    "a file for a folder": (
        ["run", RULESET, "--data", "DATA/penalties.csv", "--as-of", "2024-12-20"],
        2,
        ["penalties.csv"],
    ),
    "no data at all": (["run", RULESET, "--as-of", "2024-12-20"], 2, ["--data"]),
    "no day": (["run", RULESET, "--data", "DATA"], 2, ["--as-of"]),
    "a wrong day": (["run", RULESET, "--data", "DATA", "--as-of", "20.12.2024"], 2, ["20.12.2024"]),
    "a day that isn't": (["run", RULESET, "--data", "DATA", "--as-of", "2023-02-29"], 2, ["2023-02-29"]),
    "a wrong format": (["run", RULESET, "--data", "DATA", "--as-of", "2024-12-20", "--format", "pdf"], 2, ["pdf"]),
    "an unknown option": (["run", RULESET, "--data", "DATA", "--as-of", "2024-12-20", "--fast"], 2, ["--fast"]),
    "a file for the output": (
        ["run", RULESET, "--data", "DATA", "--as-of", "2024-12-20", "--out", "DATA/penalties.csv"],
        2,
        ["penalties.csv"],
    ),
    "no calendar": (
        ["run", RULESET, "--data", "DATA", "--as-of", "2024-12-20", "--calendar", "no.yaml"],
        2,
        ["no.yaml"],
    ),
    "an unknown command": (["walk"], 2, ["walk"]),
    "an unknown period": (["law", "deadline", "2023-08-31", "appeal"], 2, ["appeal", "sue"]),
    "a wrong start": (["law", "deadline", "yesterday", "sue"], 2, ["yesterday"]),
    "an unpublished year": (["law", "calendar", "2031"], 2, ["2031"]),
}


@pytest.mark.parametrize("name", OPTIONS)
def test_options(name, tmp_path, capsys, monkeypatch):
    args, code, named = OPTIONS[name]
    data = tmp_path / "data"
    data.mkdir()
    GOOD_FILE(data)
    args = [str(arg).replace("DATA", str(data)) for arg in args]
    seen = command(capsys, monkeypatch, *args)
    _is_clear(seen, code, named)


STORES = {
    "a wrong address": ("nonsense://x", ["nonsense"]),
    "a folder": ("sqlite:///DATA", ["data"]),
    "a folder that isn't there": ("sqlite:////nowhere/at/all/leads.db", ["nowhere"]),
    "a file that is no store": ("sqlite:///DATA/penalties.csv", ["penalties.csv"]),
}


@pytest.mark.parametrize("name", STORES)
def test_stores(name, tmp_path, capsys, monkeypatch):
    url, named = STORES[name]
    data = tmp_path / "data"
    data.mkdir()
    GOOD_FILE(data)
    url = url.replace("DATA", str(data))
    seen = command(capsys, monkeypatch, "run", RULESET, "--data", data, "--as-of", "2024-12-20", "--store", url)
    _is_clear(seen, seen.code, named)
    assert seen.code in (2, 3)


CELLS = {
    # row in the file: what is wrong; column and value as they are reported
    3: ("决定日不是日期", "decided_on", "昨天"),
    4: ("没有文号", "decision_no", ""),
    5: ("撤销日不可读", "revoked_on", "2023-13-01"),
    6: ("送达日不可读,但不退回整行", "served_on", "2023年2月30日"),
    7: ("金额不可读", "fine", "三千元整"),
    8: ("是否告知不可读", "remedy_told", "大概"),
    9: ("月数不可读", "suit_months_told", "半年"),
}


def test_cells(tmp_path, capsys, monkeypatch):
    header = [
        "decision_no",
        "agency",
        "party_name",
        "decided_on",
        "served_on",
        "revoked_on",
        "fine",
        "remedy_told",
        "suit_months_told",
    ]
    good = ["黔毕交罚〔2023〕{}号", "毕节市交通运输局", "张三", "2023-08-20", "2023-08-31", "", "3000", "是", "6"]
    rows = [[good[0].format(2), *good[1:]]]
    for number, (_, column, value) in CELLS.items():
        row = [good[0].format(number), *good[1:]]
        row[header.index(column)] = value
        rows.append(row)
    with (tmp_path / "penalties.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *rows])
    out = tmp_path / "out"
    seen = command(
        capsys,
        monkeypatch,
        "run",
        RULESET,
        "--data",
        tmp_path,
        "--as-of",
        "2024-12-20",
        "--format",
        "csv",
        "--out",
        out,
    )
    assert seen.code == 0
    assert "Traceback" not in seen.err
    with (out / "rejects.csv").open(encoding="utf-8-sig", newline="") as file:
        rejects = list(csv.DictReader(file))
    found = {int(row["row"]): (row["column_name"], row["value"]) for row in rejects}
    assert found == {number: (column, value) for number, (_, column, value) in CELLS.items()}
    assert all(Path(row["source"]).name == "penalties.csv" and row["reason"] for row in rejects)
    whole = {int(row["row"]) for row in rejects if row["row_rejected"] in ("True", "true")}
    assert whole == {3, 4, 5}


def test_fifty_kinds():
    assert len(FILES) + len(RULESETS) + len(SOURCES) + len(OPTIONS) + len(STORES) + len(CELLS) >= 50


def _is_clear(seen, code, named):
    text = seen.err
    assert seen.code == code, text
    assert seen.out == ""
    assert "Traceback" not in text
    assert not re.search(r"\b\w+Error\b:", text), text
    for word in named:
        assert str(word) in text, text
    assert re.search(r"SR\d{3}|Usage|Error|错误", text), text
