"""What sort of document it is (文书类型), by its title first and by what it says where a title is missing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from supervision_rules.documents._text import Text

_DECISION = re.compile(
    r"(?:行政)?(?:当场)?处罚(?:当场|行政)?决定书|处罚决定书|处罚(?:决定)?(?:信息)?(?:公示|"
    r"公开|公告)表?|处罚(?:信息|结果|案件|决定)|处罚决定|双公示|处罚公示"
)
_RULING = re.compile(r"裁定书")
_OTHER = re.compile(
    r"(?:告知书|通知书?|催告书|催告|责令(?:限期)?改正|责令停止|起诉状|申请书|笔录|送达回证|"
    r"审批表|报告书?|意见书|建议书|函|复议决定书|判决书|调解书|凭证|证明|委托书|"
    r"承诺书|清单|裁量基准|办法|规定|条例|解释|答辩状|上诉状|登记表|呈批表|说明|不予行政处罚决定书|"
    r"不予处罚决定书|强制执行决定书|强制措施决定书|"
    r"强制执行申请书|保存决定书|扣押决定书|查封决定书|撤销决定书|许可决定书|起诉书|合同书?|"
    r"协议书?|方案|指南|简报)(?:（[^（）]{0,30}）|〔[^〔〕]{0,12}〕\S{0,12}|存根|\d{0,3})?$"
)
_EXACT = re.compile(r"(?:处罚(?:当场|行政)?决定书|裁定书)(?:（[^（）]{0,30}）)?$")
_CASE = re.compile(r"行审|非诉|行执审")
_NOT_APPLICATION = re.compile(r"行初|行终|行申|行再|民初|民终|刑初|执恢|执异|赔初")
_DECIDES = re.compile(
    r"决定(?:对|给予|处|作出|如下|：|没收|吊销|罚款|予以|责令|暂扣|并处|，?处以)|作出(?:如下|"
    r"以下)(?:行政)?(?:处罚)?决定|给予[^。]{0,40}处罚"
)
_PARTY = re.compile(r"当事人|被处罚人|被处罚单位|违法行为人|行政相对人|被处罚者")
_PENALTY = re.compile(r"罚款|警告|没收|吊销|暂扣|停产停业|停业整顿|拘留|通报批评|限制从业|降低资质")
_INTENDS = re.compile(r"(?:拟|准备|将)(?:对|给予|作出|处|决定)[^。]{0,60}(?:处罚|罚款)")
_LONGEST = 64
_PUBLISHED = (
    "决定书文号",
    "相对人名称",
    "违法行为类型",
    "处罚依据",
    "处罚类别",
    "处罚内容",
    "处罚决定日期",
    "处罚机关",
)
_ENOUGH = 5
"""So many of the labels under which decisions are published make a decision of a page without a title."""


@dataclass(frozen=True, slots=True)
class Title:
    """The line that names the document: its place in the folded text."""

    kind: Literal["decision", "ruling", "other"]
    start: int
    end: int


def title_of(text: Text) -> Title | None:
    """The first line that is a title; one that says exactly 决定书 or 裁定书 goes before a mere mention."""
    found: list[tuple[int, Title]] = []
    for number, (start, end) in enumerate(text.lines[:120]):
        line = text.folded[start:end].replace(" ", "")
        if not 4 <= len(line) <= _LONGEST or any(c in line for c in "，。；\t") or line.endswith("："):
            continue
        bare = line.strip("《》“”")
        if _OTHER.search(bare):
            found.append((number, Title("other", start, end)))
        elif _RULING.search(bare) and "《" not in line:
            found.append((number, Title("ruling", start, end)))
        elif _DECISION.search(bare) and "《" not in line and "不予" not in bare:
            found.append((number, Title("decision", start, end)))
    if not found:
        return None
    exact = [title for _, title in found if title.kind != "other" and _EXACT.search(_bare(text, title))]
    first = found[0][1]
    if exact and (first.kind != "other" or not _ends_as_other_document(text, first)):
        return exact[0]
    return first


def kind_of(text: Text, title: Title | None) -> Literal["decision", "ruling", "unknown"]:
    """The document's type; a title alone doesn't make a decision of a text that decides nothing."""
    folded = text.folded
    if title is not None and title.kind == "other":
        return "unknown"
    if title is not None and title.kind == "ruling":
        head = folded[max(0, title.start - 200) : title.end + 300]
        ruled = "申请执行人" in folded or "被执行人" in folded or "被申请执行人" in folded or "强制执行" in folded
        other = _NOT_APPLICATION.search(head) and not _CASE.search(head)
        return "ruling" if ruled and not other else "unknown"
    evidence = [
        _DECIDES.search(folded) is not None,
        _PENALTY.search(folded) is not None,
        _PARTY.search(folded) is not None,
        "不服" in folded or "复议" in folded,
    ]
    if sum(label in folded for label in _PUBLISHED) >= _ENOUGH and evidence[1]:
        return "decision"
    if title is not None:
        exact = _EXACT.search(_bare(text, title)) is not None
        return (
            "decision"
            if evidence[1] and (exact or evidence[0] or evidence[2] or evidence[3] or text.tables)
            else "unknown"
        )
    if _INTENDS.search(folded) or "催告" in folded[:200] or "告知书" in folded[:120]:
        return "unknown"
    return (
        "decision"
        if sum(evidence) == 4 or (text.tables and evidence[1] and evidence[2] and "文号" in folded)
        else "unknown"
    )


def _bare(text: Text, title: Title) -> str:
    return text.folded[title.start : title.end].replace(" ", "").strip("《》“”")


def _ends_as_other_document(text: Text, title: Title) -> bool:
    """Whether the other title is really the document's: it stands alone at the top, not in a list of links."""
    return title.start < 160
