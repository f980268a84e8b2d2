"""Punished acts with what each version of their statute allows, from the law data (应受处罚的行为)."""

from __future__ import annotations

from collections.abc import Iterator

from _reference.markdown import code, table
from supervision_legal._describe import figures, place
from supervision_rules.law import Act, Acts, PenaltyRule, load_acts

_WEIGHTS = {
    "lighter": "较轻 lighter",
    "equal": "相同 equal",
    "heavier": "较重 heavier",
    "unpunished": "不再处罚 no longer punished",
    "new": "新增 new",
}
_INTRO = """# 应受处罚的行为 / Punished acts

检测器 `legal.basis`、`legal.penalty` 辨认的行为,以及各版本的罚则。“行为”一栏的名称用于参数 `synonyms`(见[核对处罚决定的法律
适用](../howto/check-decisions.md)),各版本不变。名称和幅度是概括,以法规原文为准;版本以通过或公布之日命名,施行期间见
[法规](statutes.md)。幅度两端均含;责令改正、扣留等不是处罚种类,不列。

*English.* The acts that `legal.basis` and `legal.penalty` recognise, and what each version of the statute gives. `act` is the name
for the parameter `synonyms`. Titles and figures are in our own words; both ends of a range are included.
"""


def page() -> str:
    """All acts by statute."""
    acts = load_acts()
    statutes = list(dict.fromkeys(act.statute for act in acts))
    parts = [_INTRO]
    for statute in statutes:
        here = [act for act in acts if act.statute == statute]
        parts.append(f"## {statute}\n")
        parts.append(
            table(
                ("行为 act", "名称", "title", "版本 version", "条文 provision", "种类与幅度", "与前一版本相比"),
                (row for act in here for row in _rows(act)),
            )
        )
        if others := _others(acts, statute):
            parts.append(f"没有罚则的条款 / no penalty: {others}。\n")
    return "\n".join(parts)


def _rows(act: Act) -> Iterator[tuple[object, ...]]:
    for rule in act.rules:
        weight = act.weights.get(rule.version)
        yield (
            code(act.name), act.title, act.title_en, rule.version, _place(rule), _figures(rule),
            _WEIGHTS[weight] if weight else "",
        )  # fmt: skip


def _place(rule: PenaltyRule) -> str:
    if not rule.punished:
        return ""
    sentence = f"(第{rule.sentence}句)" if rule.sentence else ""
    return place(rule.article, rule.suffix, rule.paragraph, rule.item) + sentence


def _figures(rule: PenaltyRule) -> str:
    if not rule.punished:
        return "没有罚则"
    serious = "情节严重的才处罚:" if rule.requires_serious else ""
    refers = f"(依照{rule.refers})" if rule.refers else ""
    return serious + figures(rule)[0] + refers


def _others(acts: Acts, statute: str) -> str:
    found: dict[str, list[str]] = {}
    for one in acts.no_penalties:
        if one.statute == statute:
            found.setdefault(f"{place(one.article, 0, one.paragraph)} {one.title}", []).append(str(one.version))
    return ";".join(f"{said}({'、'.join(versions)})" for said, versions in found.items())
