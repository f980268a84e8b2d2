"""One tiny broken file for each mistake, with the place and the phrase that the error must have."""

from __future__ import annotations

from pathlib import Path

import pytest

from supervision_rules.errors import LawDataError, UsageError
from supervision_rules.law import load_statutes

BROKEN = Path(__file__).with_name("broken")
CASES = sorted(path.stem for path in BROKEN.glob("*.yaml"))


@pytest.mark.parametrize("case", CASES)
def test_a_broken_file_is_refused_at_its_place(tmp_path, case):
    place, phrase = BROKEN.joinpath(f"{case}.txt").read_text("utf-8").splitlines()
    path = tmp_path / f"{case}.yaml"
    path.write_text(BROKEN.joinpath(f"{case}.yaml").read_text("utf-8"), encoding="utf-8")
    with pytest.raises(LawDataError) as caught:
        load_statutes(tmp_path)
    found = [one for one in caught.value.problems if phrase in one.zh + one.snippet]
    assert found, [one.zh for one in caught.value.problems]
    assert str(found[0].place).startswith(f"{path}:{place}")
    assert found[0].en
    assert found[0].en != found[0].zh


def test_every_mistake_of_a_file_is_told_at_once(tmp_path):
    text = BROKEN.joinpath("wrong_date.yaml").read_text("utf-8").replace("kind: regulation", "kinds: regulation")
    tmp_path.joinpath("two.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(LawDataError) as caught:
        load_statutes(tmp_path)
    assert [problem.place.line for problem in caught.value.problems] == [3, 6]
    assert "kind" in caught.value.problems[0].hint_zh


def test_two_files_with_versions_of_one_day_are_refused(tmp_path):
    text = "title: 示例条例\nfull_title: 示例条例\nversions:\n  - passed: {}\n    effective_from: 2020-02-01\n"
    tmp_path.joinpath("a.yaml").write_text(text.format("2020-01-01"), encoding="utf-8")
    tmp_path.joinpath("b.yaml").write_text(text.format("2020-01-02"), encoding="utf-8")
    with pytest.raises(LawDataError, match="2020-01-01、2020-01-02"):
        load_statutes(tmp_path)


def test_a_folder_that_is_not_there_is_wrong_use(tmp_path):
    with pytest.raises(UsageError, match="law import"):
        load_statutes(tmp_path / "nothing")


def test_a_file_in_another_encoding_is_told(tmp_path):
    tmp_path.joinpath("gbk.yaml").write_bytes("title: 示例".encode("gb18030"))
    with pytest.raises(LawDataError, match=r"gbk\.yaml"):
        load_statutes(tmp_path)
