"""Every label of the reports, in Chinese and English (用语)."""

from __future__ import annotations

from collections.abc import Mapping

from supervision_rules.entities import TABLES, Outcome
from supervision_rules.errors import UsageError

_WORDS: Mapping[str, tuple[str, str]] = {
    "title": ("监督运行报告", "Supervision report"),
    "as_of": ("截至日", "as of"),
    "ruleset": ("规则集", "ruleset"),
    "version": ("版本", "version"),
    "findings": ("异常提示", "Findings"),
    "finding_id": ("编号", "id"),
    "counts": ("判断结果", "Outcomes"),
    "counts_note": (
        "每个检测器对其对象逐条判断，各结果之和等于读到的记录数；一条记录可由多个检测器判断。",
        "Each detector judges each of its records; its outcomes add up to the records read. "
        "Several detectors may judge one record.",
    ),
    "by_detector": ("按检测器", "By detector"),
    "chart": ("需要关注的记录", "Records that need attention"),
    "chart_none": ("没有需要关注的记录。", "No record needs attention."),
    "detector": ("检测器", "detector"),
    "total": ("读到的记录", "records read"),
    "all": ("合计", "all"),
    "tables": ("读入的数据", "Data read"),
    "table": ("表", "table"),
    "source": ("来源", "source"),
    "rows_read": ("读到", "read"),
    "rows_kept": ("采用", "kept"),
    "duplicates": ("重复", "duplicates"),
    "rows_rejected": ("未读入", "rejected"),
    "cells_unreadable": ("无法识别的单元格", "cells not readable"),
    "rejects": ("未读入的记录和单元格", "Rows and cells that could not be read"),
    "reason_code": ("原因", "reason"),
    "count": ("数量", "count"),
    "warnings": ("提示", "Warnings"),
    "assumptions": ("假设", "Assumptions"),
    "failures": ("未能运行", "Failures"),
    "none": ("无", "none"),
    "severity": ("严重程度", "severity"),
    "severity_short": ("程度", "grade"),
    "kind": ("异常类型", "kind"),
    "number": ("文号 / 案号", "decision / case no."),
    "organ": ("机关 / 法院", "agency / court"),
    "agency": ("处罚机关", "agency"),
    "court": ("法院", "court"),
    "party": ("当事人", "party"),
    "due_on": ("期限届满日", "due on"),
    "happened_on": ("实际发生日", "happened on"),
    "days_over": ("超期天数", "days over"),
    "days_short": ("超期", "over"),
    "status": ("状态", "status"),
    "reason": ("说明", "Reason"),
    "basis": ("依据", "Basis"),
    "missing": ("缺少的数据", "Data that is missing"),
    "timeline": ("时间线", "Timeline"),
    "steps": ("推导过程", "How it was derived"),
    "records": ("使用的记录", "Records used"),
    "periods": ("适用的期限", "Periods applied"),
    "rungs": ("逐节判断", "Rungs passed over"),
    "not_tested": ("未检验的事项", "Not tested"),
    "other_steps": ("其他", "Other"),
    "starts": ("起算（次日为第一日）", "starts (the next day is the first)"),
    "ends": ("届满", "ends"),
    "due_event": ("期限届满日", "last day"),
    "happened_event": ("实际发生日", "day it was done"),
    "not_happened_event": ("截至日未见发生", "not done by this day"),
    "after_as_of": ("截至日之后", "after the day looked from"),
    "undated": ("日期不明", "day not known"),
    "earliest": ("最早", "earliest"),
    "latest": ("最晚", "latest"),
    "days_later": ("{n} 日后", "{n} days later"),
    "row": ("第 {n} 行", "row {n}"),
    "lead": ("线索", "Lead"),
    "leads": ("线索", "Leads"),
    "leads_note": ("{n} 条线索，压制 {s} 条提示", "{n} leads, {s} findings suppressed"),
    "certainty": ("确定程度", "certainty"),
    "certainty_confirmed": ("已确认", "confirmed"),
    "certainty_warning": ("预警", "warning"),
    "certainty_unverified": ("无法核实", "unverified"),
    "tags": ("标签", "tags"),
    "rules": ("规则", "rules"),
    "together": ("同一线索的其他提示", "other findings of the lead"),
    "suppressed": ("已压制", "suppressed"),
    "suppressed_by": ("由规则“{rule}”压制：{reason}", "suppressed by the rule “{rule}”: {reason}"),
    "filter": ("筛选", "Filter"),
    "search": ("文号、案号、当事人、说明……", "number, party, reason …"),
    "search_label": ("文字", "text"),
    "any": ("全部", "any"),
    "kind_filter": ("检测器 / 类型", "detector / kind"),
    "show_suppressed": ("含已压制", "with suppressed"),
    "reset": ("清除", "clear"),
    "found": ("共 {n} 条", "{n} findings"),
    "found_of": ("共 {n} 条（总数 {all}）", "{n} of {all} findings"),
    "shown": ("第 {from}–{to} 条", "{from}–{to}"),
    "nothing": ("没有符合条件的提示。", "No finding matches."),
    "previous": ("上一页", "previous"),
    "next": ("下一页", "next"),
    "page_size": ("每页", "a page"),
    "expand": ("展开", "expand"),
    "collapse": ("收起", "collapse"),
    "expand_all": ("展开本页", "expand page"),
    "collapse_all": ("收起本页", "collapse page"),
    "sort": ("排序", "sort"),
    "print": ("打印", "print"),
    "masked": ("自然人姓名和证件号码已遮盖。", "Names of natural persons and identity numbers are masked."),
    "no_script": (
        "本页需要浏览器允许运行页面自带的脚本才能显示提示列表。",
        "The list of findings needs the page's own script, which the browser doesn't run.",
    ),
    "caution": (
        "提示只说明记录显示的情况，是否违法由检察官核实后认定。",
        "Findings only tell what the records show; whether the law was broken is for a prosecutor to establish.",
    ),
    "more": ("只显示前 {n} 条。", "Only the first {n} are shown."),
    "absent": ("没有提供{what}，视为没有记录（{name}）", "{name} is absent and taken as none on record"),
    "assumed": ("{what}不明的，按“{value}”处理（{name}）", "{name} where it is not known is taken as {value}"),
    "yes": ("是", "yes"),
    "no": ("否", "no"),
    "yuan": ("{n} 元", "{n} yuan"),
    "list": ("、", ", "),
    "rung_yes": ("成立", "yes"),
    "rung_no": ("不成立", "no"),
    "rung_unknown": ("无法判断", "can't be told"),
    "severity_high": ("高", "high"),
    "severity_medium": ("中", "medium"),
    "severity_low": ("低", "low"),
    "calendar": ("尚未公布的节假日安排", "the calendar of a year not yet published"),
}
LANGUAGES = ("zh", "en")


class Words(dict[str, str]):
    """The labels in one language (一种语言的用语)."""

    def __init__(self, lang: str) -> None:
        """Take `zh` or `en`.

        Raises:
            UsageError: another language.
        """
        if lang not in LANGUAGES:
            raise UsageError.of("SR701", f"没有语言“{lang}”；可用 zh 或 en", f"no language {lang!r}; use zh or en")
        self.lang = lang
        super().__init__({name: pair[LANGUAGES.index(lang)] for name, pair in _WORDS.items()})
        for outcome in Outcome:
            self[f"outcome_{outcome}"] = outcome.label if lang == "zh" else outcome.value.replace("_", " ")

    def fill(self, word: str, **values: object) -> str:
        """A label with its places filled."""
        return self[word].format(**values)

    def named(self, name: str) -> str:
        """A table or `table.column` in words, as a detector names what is missing; other names as they are."""
        table, _, column = name.partition(".")
        if name == "calendar":
            return self["calendar"]
        if table not in TABLES or (column and column not in TABLES[table].names):
            return name
        if self.lang == "en":
            return name
        label = TABLES[table].label
        return f"{label}的“{TABLES[table][column].label}”" if column else label
