"""A statute that a user imported is known to a run that is given its folder."""

from __future__ import annotations

import json

import pytest

from cli.commands import command

TEXT = """\
# 云岭市示例清扫条例

2019年5月6日 云岭市人民代表大会常务委员会公布

第一条 街道应当清扫。

第二条 不清扫的，处二百元罚款。

第三条 本条例自2019年7月1日起施行。
"""
TABLE = """decision_no,agency,party_name,decided_on,occurred_on,legal_basis
1号,青溪县城市管理局,张某,2023-09-04,2023-08-04,《云岭市示例清扫条例》第二条
2号,青溪县城市管理局,张某,2023-09-04,2023-08-04,《云岭市示例清扫条例》第九条
3号,青溪县城市管理局,张某,2019-06-28,2019-06-20,《云岭市示例清扫条例》第二条
"""


@pytest.fixture
def cited(capsys, monkeypatch, tmp_path):
    """Imports the statute, and gives what `legal.citation` says of each decision with the options given."""
    monkeypatch.setenv("SUPERVISION_RULES_LAW", str(tmp_path / "none"))
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "penalties.csv").write_text(TABLE, "utf-8")
    (tmp_path / "text.md").write_text(TEXT, "utf-8")
    assert command(capsys, monkeypatch, "law", "import", tmp_path / "text.md", "--to", tmp_path / "law").code == 0

    def judge(*options):
        seen = command(
            capsys, monkeypatch, "run", "rulesets/legal-basis.yaml", "--data", tmp_path / "data", "--as-of", "2024-12-20",
            "--format", "jsonl", *options,
        )  # fmt: skip
        rows = [json.loads(line) for line in seen.out.splitlines()]
        return {row["decision_no"]: (row["status"], row["kind"]) for row in rows if row["detector"] == "legal.citation"}

    return judge, tmp_path / "law"


def test_without_it_the_statute_is_unknown(cited):
    judge, _ = cited
    assert judge() == {f"{number}号": ("unverified", "statute_unknown") for number in (1, 2, 3)}


def test_with_it_articles_and_days_are_told(cited, monkeypatch):
    judge, folder = cited
    expected = {"2号": ("finding", "article_missing"), "3号": ("finding", "statute_not_in_force")}
    assert judge("--law", folder) == expected
    monkeypatch.setenv("SUPERVISION_RULES_LAW", str(folder))
    assert judge() == expected
