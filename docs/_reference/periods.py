"""Periods with their versions and articles, from the law data (期限)."""

from __future__ import annotations

from _reference.markdown import code, codes, table
from supervision_rules.law import LAST_DAY, load_calendar, load_periods
from supervision_rules.law._periods import Period


def page() -> str:
    """All periods."""
    periods = load_periods().by_name
    calendar = load_calendar()
    rows = [row for name, period in periods.items() for row in _rows(name, period)]
    head = ("期限", "名称", "name", "起算日自", "至", "长度", "顺延 rolls", "依据 basis")
    return f"""# 期限 / Periods

命令 `supervision-rules law periods` 列出同样的内容;`supervision-rules law deadline 起算日 期限…` 计算届满日。起算日落在哪个
版本,就适用哪个版本;早于第一个版本的,结果是“不知道”。规则见[法定期限](../explanation/legal-time.md)。

*English.* The version that governs is the one in force on the starting day; before the first one listed nothing is known.
`rolls`: a last day off work moves to the next working day.

工作日历 / working calendar: {calendar.years[0]}–{calendar.years[-1]}。

{table(head, rows)}"""


def _rows(name: str, period: Period) -> list[tuple[object, ...]]:
    labels = (code(name), period.label, period.label_en)
    if period.chain:
        return [(*labels, "", "", f"依次 one after the other: {codes(period.chain)}", "", "")]
    if period.between:
        return [(*labels, "", "", f"介于 between: {codes(period.between)}", "", "")]
    return [
        (
            *labels,
            version.begins,
            "" if version.ends == LAST_DAY else version.ends,
            version.length.text(),
            "是 yes" if version.rolls else "否 no",
            version.basis,
        )
        for version in period.versions
    ]
