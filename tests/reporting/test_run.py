"""Reports of a real run."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pytest

from supervision_rules.entities import Outcome
from supervision_rules.reporting import page_of, summary_of, titles_of, write_html, write_jsonl
from supervision_rules.running import Result, run

_RULESET = """\
ruleset: try
title: 试运行
detectors:
- {use: transport.non_enforcement, title: {not_applied: 自定标题}}
- use: transport.demand
assume: {penalties.remedy_told: true}
"""


@pytest.fixture(scope="module")
def result(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Result]:
    path = tmp_path_factory.mktemp("run") / "try.yaml"
    path.write_text(_RULESET, "utf-8")
    penalties = pa.table(
        {
            "decision_no": ["甲罚〔2023〕1号", "甲罚〔2023〕2号", "甲罚〔2023〕2号", "甲罚〔2023〕3号"],
            "agency": ["甲局"] * 4,
            "party_name": ["张三", "甲运输有限公司", "甲运输有限公司", "李四"],
            "decided_on": ["2023-08-20", "2023-08-20", "2023-08-20", "某日"],
            "served_on": ["2023-08-31", None, None, "2023-08-31"],
            "penalty_kinds": ["罚款"] * 4,
            "fine": ["10000"] * 4,
        }
    )
    with run(path, {"penalties": penalties}, as_of=dt.date(2024, 12, 20)) as made:
        yield made


def test_outcomes_add_up_to_the_records_read(result: Result) -> None:
    summary = summary_of(result)
    (read,) = (report for report in summary.tables if report.table == "penalties")
    assert (read.rows_read, read.duplicates, read.rejected) == (4, 1, 1)
    assert [of.total for of in summary.detectors] == [read.rows_kept + read.rejected] * 2
    assert summary.totals[Outcome.REJECTED] == 2
    assert [(reject.label, reject.reason, reject.count) for reject in summary.rejects] == [
        ("行政处罚决定", "无法识别为日期", 1)
    ]
    assert any("视为没有记录" in text for text in summary.assumptions)
    assert summary.assumptions[-1] == "行政处罚决定的“已告知救济”不明的，按“是”处理（penalties.remedy_told）"
    assert summary_of(result, "en").rejects[0].reason == "not a date"


def test_titles_come_from_the_ruleset_first(result: Result) -> None:
    assert titles_of(result).kind("transport.non_enforcement", "not_applied") == "自定标题"
    assert titles_of(result).kind("transport.demand", "demand_missing") != "demand_missing"
    assert titles_of(result, "en").kind("transport.non_enforcement", "not_applied").isascii()
    assert titles_of(result).kind("other", "unknown") == "unknown"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_page_of_a_run(result: Result, lang: str, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    write_html(page_of(result, lang=lang), path)
    text = path.read_text("utf-8")
    assert "张三" not in text
    assert "张某某" in text
    lines = io.StringIO()
    write_jsonl(result.findings(), lines)
    assert all(finding.finding_id in text for finding in result.findings())
    assert "张三" in lines.getvalue()
