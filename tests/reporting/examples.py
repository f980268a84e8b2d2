"""Findings to report: of a person and of an organisation, by hand; and what goes with them."""

from __future__ import annotations

import datetime as dt
from typing import Any

from supervision_rules.entities import FindingRecord, Outcome
from supervision_rules.errors import Place, Problem
from supervision_rules.intake import TableReport
from supervision_rules.law import load_periods
from supervision_rules.reporting import PageData, Summary, Titles
from supervision_rules.reporting._summary import DetectorCounts, RejectCount
from supervision_rules.rulesets import Ruleset
from supervision_rules.runtime import Leads, apply_rules

AS_OF = dt.date(2024, 12, 20)
PERSON_NO = "520502199003074516"
TITLES = Titles(
    {"transport.non_enforcement": "未依法申请强制执行", "court.ruling": "法院裁定期限"},
    {
        ("transport.non_enforcement", "not_applied"): "逾期未申请强制执行",
        ("transport.non_enforcement", "applied_late"): "逾期申请强制执行",
        ("court.ruling", "ruled_late"): "逾期作出裁定",
    },
)
RULES = Ruleset.parse("""\
ruleset: transport
title: 试
detectors: [{use: transport.non_enforcement}, {use: court.ruling}]
rules:
- name: 未届期限
  when: {all: [{finding: ruled_late}, {finding: applied_late}]}
  then: {suppress: ruled_late, reason: 同一决定已提示}
- name: 长期
  when: {all: [{finding: not_applied, days_over: {gte: 200}}]}
  then: {tag: 超期二百日以上, grade: high}
""")


def record(table: str, row: int, **values: Any) -> dict[str, Any]:
    text = "、".join(f"{name} {value}" for name, value in values.items())
    source = f"/srv/{values.get('party_name', '')}/{table}.csv"
    return {"step": "record", "table": table, "source": source, "row": row, "values": values, "text": text}


def period(name: str, start: object, end: object, text: str) -> dict[str, Any]:
    return {"step": "period", "period": name, "start": start, "end": end, "length": "x", "basis": [], "text": text}


def rung(name: str, result: str, text: str) -> dict[str, Any]:
    return {"step": "rung", "rung": name, "result": result, "text": text}


def finding(number: int = 1, **fields: Any) -> FindingRecord:
    given: dict[str, Any] = {
        "finding_id": f"{number:032x}",
        "detector": "transport.non_enforcement",
        "kind": "not_applied",
        "rung": "not_applied",
        "status": "finding",
        "decision_no": f"黔毕交罚〔2023〕{number}号",
        "agency": "毕节市交通运输局",
        "as_of": AS_OF,
        "severity": "high",
        "basis": ("《行政强制法》(2011-06-30)第五十三条",),
        "missing": (),
        "assumptions": (),
        "reason": "截至2024-12-20记录中没有申请。",
        "trace": (),
    }
    return FindingRecord.model_construct(**{**dict.fromkeys(FindingRecord.model_fields), **given, **fields})


def some_findings() -> list[FindingRecord]:
    """One of a person; one of an organisation, with a case; one unverified; one to be suppressed."""
    person = record(
        "penalties", 2, decision_no="黔毕交罚〔2023〕1号", party_name="欧阳明", party_kind="person",
        party_id=PERSON_NO, decided_on="2023-08-20", served_on="2023-08-31", penalty_kinds=["罚款", "没收违法所得"],
        fine="10000.00", remedy_told=True,
    )  # fmt: skip
    case = record(
        "court_cases", 7, case_no="（2024）黔0502行审12号", decision_no=["黔毕交罚〔2023〕2号"], party_name="毕节畅达运输有限公司",
        party_id="91520502MA6DM0XK3N", applied_on="2024-06-20", ruling="allow",
    )  # fmt: skip
    sue = period("sue", "2023-08-31", "2024-02-29", "起诉期限:自2023-08-31的次日起算6个月,届满日为2024-02-29")
    apply = period("apply", "2024-02-29", "2024-05-29", "申请强制执行的期限:自2024-02-29的次日起算3个月")
    unknown = period("sue", ["0001-01-01", "9999-12-31"], ["2024-02-29", "9999-12-31"], "起诉期限:起算日不明")
    passed = rung("revoked", "no", "不成立:处罚决定已撤销")
    untested = {"step": "not_tested", "text": "邮寄申请的交邮日"}
    dated = {"due_on": dt.date(2024, 5, 29)}
    return [
        finding(
            1, party_name="欧阳明", days_over=205, assumptions=("没有提供复议与诉讼,视为没有记录(remedies)",),
            reason=f"当事人欧阳明({PERSON_NO})的处罚决定于2023-08-31送达,<b>截至</b>2024-12-20记录中没有申请。",
            trace=(person, sue, apply, passed, rung("not_applied", "yes", "成立:期限已届满而没有申请"), untested), **dated,
        ),
        finding(
            2, kind="applied_late", rung="applied_late", severity="medium", party_name="毕节畅达运输有限公司",
            case_no="（2024）黔0502行审12号", court="七星关区人民法院", happened_on=dt.date(2024, 6, 20), days_over=22,
            basis=("《行政诉讼法》(2017-06-27)第四十六条", "《行政强制法》(2011-06-30)第五十三条"),
            trace=(case, sue, apply, rung("applied_late", "yes", "成立:在申请期限届满后申请")), **dated,
        ),
        finding(
            3, status="unverified", party_name="=王五", missing=("penalties.served_on", "demands"),
            reason="需要核实:</script>行政处罚决定的送达日。", severity="low",
            trace=(unknown, {"step": "custom", "text": "另一插件的步骤"}, {"step": "period", "text": "无日期的期限"}),
        ),
        finding(
            4, detector="court.ruling", kind="ruled_late", rung="ruled_late", severity="medium", decision_no="黔毕交罚〔2023〕2号",
            case_no="（2024）黔0502行审12号", court="七星关区人民法院", due_on=dt.date(2024, 8, 19),
            happened_on=dt.date(2024, 8, 16), days_over=-3, trace=(case,),
        ),
    ]  # fmt: skip


def summary(lang: str = "zh") -> Summary:
    counts = {Outcome.FINDING: 2, Outcome.UNVERIFIED: 1, Outcome.CLEAR: 1_990, Outcome.REJECTED: 7}
    warning = Problem("SR121", "有 1 个证件号码校验位不符", "1 wrong check digit", Place("/srv/data/penalties.csv"))
    return Summary(
        title="交通运输领域行政非诉执行监督",
        ruleset="transport",
        version="1",
        as_of=AS_OF,
        lang=lang,
        detectors=(
            DetectorCounts("transport.non_enforcement", "未依法申请强制执行", counts),
            DetectorCounts("court.ruling", "法院裁定期限", {Outcome.FINDING: 1}),
            DetectorCounts("court.admission", "逾期申请的受理", {}, failed=True),
        ),
        tables=(
            TableReport("penalties", True, rows_read=2_010, rows_kept=1_993, duplicates=10, rejected=7, cells_unreadable=3,
                        location="/srv/data/penalties.csv"),
            TableReport("court_cases", True, rows_read=1, rows_kept=1, location="SELECT * FROM cases"),
        ),
        rejects=(RejectCount("penalties", "行政处罚决定", "date", "无法识别为日期", 3),),
        warnings=(warning,),
        assumptions=("没有提供复议与诉讼，视为没有记录（remedies）",),
        failures=(Problem("SR303", "检测器 court.admission 运行失败", "court.admission failed"),),
    )  # fmt: skip


def leads() -> Leads:
    return apply_rules(some_findings(), RULES, "reference")


def page(*, lang: str = "zh", masked: bool = True, with_leads: Leads | None = None) -> PageData:
    return PageData(summary(lang), TITLES, load_periods(), some_findings(), with_leads, masked)
