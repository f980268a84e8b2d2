"""`law cite`: one JSON line for each line."""

from __future__ import annotations

import io
import json
import sys

from cli.commands import command

KEYS = ["title", "article", "article_suffix", "paragraph", "item", "start", "end"]


def _cite(capsys, monkeypatch, tmp_path, data: bytes):
    path = tmp_path / "texts.txt"
    path.write_bytes(data)
    return command(capsys, monkeypatch, "law", "cite", path)


def test_the_line_of_the_contract(capsys, monkeypatch, tmp_path):
    seen = _cite(capsys, monkeypatch, tmp_path, "《道路运输条例》第六十三条第（一）项\n".encode())
    assert (seen.code, seen.err) == (0, "")
    assert seen.out == (
        '{"text": "《道路运输条例》第六十三条第（一）项", "citations": [{"title": "道路运输条例", "article": 63, '
        '"article_suffix": 0, "paragraph": null, "item": 1, "start": 0, "end": 18}]}\n'
    )


def test_one_line_out_for_each_line_in(capsys, monkeypatch, tmp_path):
    lines = ["\ufeff依据《A条例》第三条至第五条", "", "同法第四条\r", "没有法条", "  ", "《B法》\u2028第一条"]
    seen = _cite(capsys, monkeypatch, tmp_path, "\n".join(lines).encode())
    rows = [json.loads(line) for line in seen.out.removesuffix("\n").split("\n")]
    assert [row["text"] for row in rows] == [line.strip("\ufeff\r") for line in lines]
    assert [len(row["citations"]) for row in rows] == [3, 0, 1, 0, 0, 1]
    assert rows[2]["citations"][0]["title"] == "同法"  # the lines know nothing of each other
    assert all(list(row) == ["text", "citations"] for row in rows)
    assert all(list(found) == KEYS for row in rows for found in row["citations"])
    assert rows[0]["citations"][0]["start"] == 2


def test_no_lines_give_none_and_a_last_line_needs_no_end(capsys, monkeypatch, tmp_path):
    assert _cite(capsys, monkeypatch, tmp_path, b"").out == ""
    assert _cite(capsys, monkeypatch, tmp_path, b"\n").out.count("\n") == 1
    assert _cite(capsys, monkeypatch, tmp_path, b"a\nb").out.count("\n") == 2


def test_standard_input(capsys, monkeypatch):
    given = io.TextIOWrapper(io.BytesIO("《A法》第一条\r\n《A法》\r\n".encode()))
    monkeypatch.setattr(sys, "stdin", given)
    seen = command(capsys, monkeypatch, "law", "cite", "-")
    rows = [json.loads(line) for line in seen.out.splitlines()]
    assert [(row["text"], row["citations"][0]["article"]) for row in rows] == [("《A法》第一条", 1), ("《A法》", None)]


def test_a_file_that_is_not_there(capsys, monkeypatch, tmp_path):
    seen = command(capsys, monkeypatch, "law", "cite", tmp_path / "none.txt")
    assert (seen.code, seen.out) == (2, "")
    assert "SR725" in seen.err
    assert "none.txt" in seen.err
    assert command(capsys, monkeypatch, "law", "cite", tmp_path).code == 2


def test_what_is_not_utf8_is_named_with_its_line(capsys, monkeypatch, tmp_path):
    seen = _cite(capsys, monkeypatch, tmp_path, "《A法》第一条\n".encode() + "《B法》第二条\n".encode("gb18030"))
    assert seen.code == 3
    assert "texts.txt:2:1: SR726" in seen.err
    assert len(seen.out.splitlines()) == 1
