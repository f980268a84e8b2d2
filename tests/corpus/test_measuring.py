"""The measuring command counts what is right, wrong, missed and invented."""

from __future__ import annotations

import json
import re
import sys
import types
from pathlib import Path

import pytest

from corpus.measuring import BENCHMARK

CASES = BENCHMARK.cases(Path(__file__).resolve().parent / "known", "known")


class _Extracted:
    def __init__(self, path, fields):
        self.path, self.fields = path, fields

    def to_json(self):
        return self.fields


class _Rejected:
    pass


def _case(tmp_path, name, **expected):
    (tmp_path / name).write_text("x", encoding="utf-8")
    beside = tmp_path / f"{Path(name).stem}.expected.json"
    beside.write_text(json.dumps({"_type": "decision", "_citations": [], **expected}), encoding="utf-8")


ARTICLE = {"title": "道路运输条例", "article": 63, "article_suffix": 0, "paragraph": 1, "item": None}


def test_the_measure_counts_right_wrong_missed_and_invented(tmp_path):
    _case(
        tmp_path, "form_1.txt", decision_no="云罚〔2024〕1号", fine="3000", penalty_kinds=["警告", "罚款"],
        decided_on="2024-03-05", agency="云岭市局", _citations=[{**ARTICLE, "for": "basis"}],
    )  # fmt: skip
    _case(tmp_path, "form_2.txt", fine="100")
    got = {
        "form_1.txt": {
            "_type": "decision", "decision_no": "云罚［2024］1 号", "fine": "3000.00", "penalty_kinds": ["罚款", "警告"],
            "decided_on": "2024-03-06", "served_on": "2024-03-07", "added_fine_told": False,
            "_citations": [{**ARTICLE, "for": "violated", "start": 1, "end": 2}],
        },
    }  # fmt: skip
    some = BENCHMARK.cases(tmp_path, "known")
    measured = BENCHMARK.measure(
        some, lambda paths: [_Extracted(p, got[p.name]) if p.name in got else _Rejected() for p in paths]
    )

    def counts(name):
        score = measured.fields["known", "decision", name]
        return score.expected, score.got, score.right

    assert counts("decision_no") == (1, 1, 1)
    assert counts("fine") == (2, 1, 1)
    assert counts("penalty_kinds") == (1, 1, 1)
    assert counts("decided_on") == (1, 1, 0)
    assert counts("served_on") == (0, 1, 0)
    assert counts("agency") == (1, 0, 0)
    assert counts("added_fine_told") == (0, 0, 0)
    assert counts(BENCHMARK.CITATIONS) == (1, 1, 1)
    assert counts(BENCHMARK.WITH_PURPOSE) == (1, 1, 0)
    assert [case.path.name for case in measured.rejected] == ["form_2.txt"]
    lines = "\n".join(BENCHMARK.report(measured, errors=True))
    assert 'form_1.txt\tdecided_on\texpected "2024-03-05"\tgot "2024-03-06"' in lines
    assert "道路运输条例 63.1 (basis)" in lines
    assert "no result: form_2.txt" in lines


def test_what_a_file_leaves_open_is_not_measured(tmp_path):
    _case(tmp_path, "form_1.txt", _not_measured=["legal_basis", "found_on"], legal_basis="《甲法》第一条", fine="100")
    got = {"_type": "decision", "legal_basis": "《乙法》第二条", "found_on": "2024-03-05", "fine": "200"}
    some = BENCHMARK.cases(tmp_path, "held_out")
    measured = BENCHMARK.measure(some, lambda paths: [_Extracted(p, got) for p in paths])
    names = {name for _, _, name in measured.fields}
    assert "fine" in names
    assert not names & {"legal_basis", "found_on"}
    assert [(one.name, one.got) for one in measured.errors] == [("fine", "200")]


def test_the_command_prints_tables_errors_and_speed(tmp_path, monkeypatch, capsys):
    _case(tmp_path, "form_1.txt", fine="3000")
    _case(tmp_path, "form_2.txt", fine="100")
    fake = types.ModuleType("supervision_rules.documents")
    fake.extract_all = lambda paths, processes=None: (
        _Extracted(p, {"_type": "decision", "fine": "100"}) for p in paths
    )
    monkeypatch.setitem(sys.modules, "supervision_rules.documents", fake)
    assert BENCHMARK.main(["--folder", str(tmp_path), "--errors", "--repeat", "3"]) == 0
    out = capsys.readouterr().out
    assert re.search(r"^fine +2 +2 +1 +0\.500 +0\.500$", out, re.M)
    assert 'form_1.txt\tfine\texpected "3000"\tgot "100"' in out
    assert re.search(r"^6 documents in .* documents a second$", out, re.M)


def test_a_folder_without_expected_fields_is_told(tmp_path, capsys):
    assert BENCHMARK.main(["--folder", str(tmp_path)]) == 2
    assert "no documents" in capsys.readouterr().err


def test_expected_fields_without_a_document_are_an_error(tmp_path):
    _case(tmp_path, "form_1.txt")
    (tmp_path / "form_1.txt").unlink()
    with pytest.raises(FileNotFoundError, match=r"form_1\.expected\.json"):
        BENCHMARK.cases(tmp_path, "known")


def test_a_perfect_extractor_has_no_errors():
    expected = {case.path: dict(case.expected) for case in CASES}
    measured = BENCHMARK.measure(CASES, lambda paths: [_Extracted(p, expected[p]) for p in paths])
    assert measured.errors == []
    assert all(s.expected == s.got == s.right for s in measured.fields.values())


@pytest.mark.parametrize(
    ("sort", "one", "other"),
    [
        ("rate", "3%", "0.03"),
        ("rate", "3", "0.030"),
        ("money", "1,200.00", "1200"),
        ("organs", "云岭市人民政府或者河西省交通运输厅", ["河西省交通运输厅", "云岭市人民政府"]),
        ("number", "云罚〔2024〕０１号", "云罚(2024)01号"),
        ("basis", "《甲法》第一条、《乙法》第二条", "《甲法》第一条；《乙法》第二条"),
        ("text", "云岭市　河东区", "云岭市河东区"),
    ],
)
def test_normal_forms(sort, one, other):
    assert BENCHMARK.normal(sort, one) == BENCHMARK.normal(sort, other) is not None


def test_words_that_differ_stay_different():
    assert BENCHMARK.normal("text", "云岭市") != BENCHMARK.normal("text", "云岭县")
    assert BENCHMARK.normal("flag", False) is False
    assert BENCHMARK.normal("mark", False) is None
