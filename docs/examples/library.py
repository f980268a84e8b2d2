"""Records from pandas, Polars, Arrow and a database; findings and leads out (作为库使用的完整例子)."""

import datetime as dt
import sqlite3
import sys
from pathlib import Path

import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq

from supervision_rules import Ruleset, RunInfo, SqlSource, Store, apply_rules, discover, run

RULESET = """
ruleset: library-example
title: 逾期未申请强制执行
detectors:
  - use: transport.non_enforcement
    with: {warn_days: 15}
  - use: court.ruling
rules:
  - name: 长期未申请
    when: {all: [{finding: not_applied, days_over: {gte: 180}}]}
    then: {tag: 超期半年以上}
"""


def records(folder: Path) -> dict[str, object]:
    """The tables, each from another kind of source; headers may be English or Chinese."""
    penalties = pd.DataFrame(
        {
            "决定书文号": ["示交罚〔2023〕1号", "示交罚〔2023〕2号", "示交罚〔2023〕3号"],
            "处罚机关": ["示范县交通运输局"] * 3,
            "当事人名称": ["甲运输有限公司", "乙运输有限公司", "丙运输有限公司"],
            "决定日": ["2023-03-01", "2023-08-30", "2023-05-10"],
            "送达日": [dt.date(2023, 3, 2), dt.date(2023, 8, 31), None],
            "处罚种类": ["罚款", "罚款", "罚款"],
            "罚款金额": ["3万元", "5,000.00", "2000"],
            "已告知救济": ["是", "是", "是"],
            "撤销日": [None, None, None],
        }
    )
    court_cases = pl.DataFrame(
        {
            "case_no": ["（2024）示0101行审1号"],
            "court": ["示范县人民法院"],
            "applicant": ["示范县交通运输局"],
            "decision_no": ["示交罚[2023]2号"],
            "applied_on": [dt.date(2024, 5, 29)],
            "accepted_on": [dt.date(2024, 5, 31)],
            "hearing": [False],
            "ruled_on": [dt.date(2024, 6, 20)],
            "ruling": ["准予执行"],
        }
    )
    payments = pa.table(
        {
            "decision_no": ["示交罚〔2023〕1号"],
            "agency": ["示范县交通运输局"],
            "paid_on": [dt.date(2023, 4, 1)],
            "amount": ["10000"],
            "kind": ["罚款"],
        }
    )
    with sqlite3.connect(folder / "office.db") as office:
        office.execute("create table fy (decision_no text, agency text, kind text, filed_on text, concluded_on text)")
    office.close()
    remedies = SqlSource(f"sqlite:///{folder / 'office.db'}", "select * from fy")
    return {"penalties": penalties, "court_cases": court_cases, "payments": payments, "remedies": remedies}


def main(folder: Path) -> None:
    """Run the ruleset, print what it finds, keep findings as Parquet and leads in a store."""
    registry = discover()
    ruleset = Ruleset.parse(RULESET, registry, name="example.yaml")
    with run(ruleset, records(folder), as_of=dt.date(2024, 12, 20), registry=registry) as result:
        for finding in result.findings():
            print(f"{finding.status}\t{finding.kind}\t{finding.decision_no}\t{finding.reason}")
        for count, number in result.counts.items():
            print(f"{count.detector}\t{count.outcome.label}\t{count.rung}\t{number}")
        first = next(result.findings())
        print(first.explain().text())

        pq.write_table(result.arrow().read_all(), folder / "findings.parquet")

        info = RunInfo(
            as_of=result.as_of,
            ruleset=ruleset.ruleset,
            ruleset_version=ruleset.version,
            ruleset_digest=ruleset.digest,
            law_digest=result.law.periods.digest,
            calendar_digest=result.law.calendar.digest,
        )
        with Store(folder / "leads.db") as store, apply_rules(result.findings(), ruleset, registry=registry) as leads:
            summary = store.write(info, result.finding_batches(), leads, leads.suppressions())
            print(f"线索:新增 {summary.leads.new}")
            for lead in store.leads():
                print(lead["grade"], lead["certainty"], lead["title"], lead["tags"])


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "."))
