"""Keeping a run's findings and leads in a store (保存线索)."""

from __future__ import annotations

from dataclasses import dataclass

from supervision_rules.running import Result
from supervision_rules.runtime import Leads
from supervision_rules.store import MergeCounts, RunInfo, Store


@dataclass(frozen=True, slots=True)
class Kept:
    """What a store took in: findings and leads, and the engine that applied the rules."""

    findings: MergeCounts
    leads: MergeCounts
    suppressed: int
    engine: str
    fallback: str

    def text(self, lang: str) -> str:
        """One or two lines for the user."""
        if lang == "en":
            lines = [
                f"Store: findings {_counts(self.findings, lang)}; leads {_counts(self.leads, lang)}; "
                f"suppressed {self.suppressed}"
            ]
        else:
            lines = [
                f"线索库:异常提示 {_counts(self.findings, lang)};线索 {_counts(self.leads, lang)};压制 {self.suppressed} 条"
            ]
        return "\n".join([*lines, self.fallback] if self.fallback else lines)


def keep(result: Result, leads: Leads, url: str) -> Kept:
    """Write the findings of a run and the leads made of them in one transaction.

    Raises:
        StoreError: the store can't be used.
        UsageError: the address isn't one.
    """
    with Store(url) as store:
        summary = store.write(RunInfo.of(result), result.finding_batches(), leads, leads.suppressions())
        return Kept(summary.findings, summary.leads, leads.counts.suppressed, leads.engine, leads.fallback_reason or "")


def _counts(counts: MergeCounts, lang: str) -> str:
    names = ("new", "known", "changed", "reopened", "gone")
    words = names if lang == "en" else ("新增", "已有", "变化", "重现", "不再出现")
    return ", ".join(f"{word} {getattr(counts, name)}" for name, word in zip(names, words, strict=True))
