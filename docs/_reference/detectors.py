"""Detectors with parameters, kinds and rungs, from the plugins installed (检测器)."""

from __future__ import annotations

import datetime as dt
from typing import Any

from pydantic_core import PydanticUndefined

from _reference.markdown import code, codes, table
from supervision_rules.detection import Detector, Ladder, Records, Use, make_plan
from supervision_rules.entities import TABLES
from supervision_rules.law import default_legal_time
from supervision_rules.plugin import discover

_OWN = ("transport", "court", "legal")
_INTRO = """# 检测器 / Detectors

随项目提供的三个插件的检测器。每个检测器是一架“梯子”:自上而下逐级判断,第一个成立的一级就是结果;无法判断的一级使结果
成为“无法核实”。见[怎样判断](../explanation/how-it-decides.md)。

*English.* The detectors of the three plugins that come with the project. Each is a ladder: the first rung that holds decides;
one that can't be told gives `unverified`.
"""


def page() -> str:
    """All detectors of the plugins that come with the project."""
    registry = discover(only=_OWN)
    parts = [_INTRO]
    found = registry.detectors()
    parts.append(
        table(
            ("检测器", "名称", "title", "插件 plugin"),
            ((f"[`{n}`](#{_anchor(n)})", d.title, d.title_en, code(registry.origins[n])) for n, d in found.items()),
        )
    )
    for name, detector in found.items():
        uses: dict[str, Any] = {n: Use(d, d.parameters()) for n, d in found.items()}
        records = Records({table: one.names for table, one in TABLES.items()})
        plan = make_plan(uses[name], records, default_legal_time(), dt.date(2024, 12, 20), others=uses)
        parts.append(_detector(detector, plan.ladder))
    return "\n".join(parts)


def _anchor(name: str) -> str:
    return name.replace(".", "")


def _detector(detector: type[Detector[Any]], ladder: Ladder) -> str:
    first = (detector.__doc__ or "").strip().splitlines()[0]
    reads = codes(entity.table.name for entity in detector.reads)
    kinds = table(
        ("异常类型 kind", "名称", "title", "默认程度 severity"),
        ((code(k), info.title, info.title_en, code(info.severity)) for k, info in detector.kinds.items()),
    )
    not_tested = list(dict.fromkeys(text for info in detector.kinds.values() for text, _ in info.not_tested))
    said = f"\n不检验、由承办人核实的 / not tested: {';'.join(not_tested)}。\n" if not_tested else ""
    return f"""## {detector.name}

{first}

- 对象 / subjects: {codes(detector.subjects)}
- 读取 / reads: {reads}

参数 / parameters:

{_parameters(detector)}
{kinds}{said}
{_rungs(ladder)}"""


def _parameters(detector: type[Detector[Any]]) -> str:
    rows = []
    for name, info in detector.parameters.model_fields.items():
        default = "必填" if info.default is PydanticUndefined else info.default
        shown = "、".join(map(str, default)) if isinstance(default, tuple) else str(default).lower()
        rows.append((code(name), info.title or "", code(shown) if shown else "", info.description or ""))
    return table(("参数", "名称", "默认 default", "说明"), rows)


def _rungs(ladder: Ladder) -> str:
    rows = []
    for number, rung in enumerate(ladder.rungs, 1):
        outcome = f"{rung.outcome.label} {rung.outcome.value}"
        rows.append((number, code(rung.name), outcome, rung.zh, rung.en, codes(rung.missing), codes(rung.depends)))
    head = ("级", "名称 rung", "结果 outcome", "成立时", "when it holds", "无法判断时可能缺少", "没有时视为无记录")
    return table(head, rows)
