"""Circumstances the decision itself states (情节): serious, mitigated, refused; a statute's conditional words don't count."""

from __future__ import annotations

import re
from collections.abc import Iterable

from supervision_rules.documents._document import Document
from supervision_rules.documents._model import FORMULA, Field
from supervision_rules.documents._regions import Regions

_SERIOUS = re.compile(r"情节(?:较为|特别|十分|比较)?严重|(?:严重)(?:违法)?情节|违法程度(?:为|属)?(?:较重|严重)")
_NOT_SERIOUS = re.compile(
    r"情节(?:较为|较|显著|属)?轻微|情节(?:较轻|一般)|(?:不|未|尚未|尚不)(?:属于?|构成|"
    r"达到|具有|存在)[^，。；]{0,10}情节(?:较为|特别)?严重|违法程度(?:为|属)?(?:较轻|"
    r"轻微|一般)"
)
_MITIGATED = re.compile(r"减轻(?:行政)?处罚|予以减轻|依法减轻|减轻幅度")
_NOT_MITIGATED = re.compile(
    r"(?:不|无|没有|未)(?:予|具有|具备|存在|符合|采纳|适用|有)?[^，。；]{0,24}减轻(?:行政)?处罚|"
    r"减轻(?:行政)?处罚[^，。；]{0,24}(?:不(?:予)?(?:采纳|支持)|不符合|不成立|理由不)"
)
_REFUSED = re.compile(
    r"拒不改正|拒绝改正|拒不(?:整改|备案|投保|办理|停止)|逾期(?:仍)?(?:未|不)(?:改正|"
    r"整改|备案|办理|投保)|(?:仍|始终)未(?:改正|整改|备案|办理|投保|按要求)|未(?:在[^，。；]{0,12}(?:期限|"
    r"限期)内|按期|按要求)(?:完成)?(?:改正|整改)"
)
_CORRECTED = re.compile(
    r"(?:已|已经|及时|立即|当场|主动|积极|按期|按要求|限期内|期限内)(?:完成|自行|予以|"
    r"进行)?(?:了)?(?:改正|整改)(?!的)|(?:改正|整改)完毕|(?:改正|整改)到位"
)
_CONDITIONAL_AFTER = re.compile(
    r"(?:违法行为)?的(?:[，,、；]|情形|情况|，?处|（)|的?，(?:处|将|依法|由|可以|并处|吊销)|，?并?(?:处|可以)"
)
_CONDITIONAL_BEFORE = re.compile(r"(?:如|若|对于|凡|有|规定[：“]|或者?|应当)[^，。；]{0,6}$")
_PLEADS = re.compile(
    r"(?:请求|要求|申请|希望|恳请|提出|主张|认为|建议)[^，。；]{0,24}$|(?:从轻|从宽|依法从轻|"
    r"免于|免除)(?:、|或者?|和|及|/)$"
)


def circumstance_fields(document: Document, regions: Regions) -> dict[str, Field]:
    """`serious`, `mitigation`, `refused`: true or false as the text says, absent where it doesn't."""
    start = regions.title.end if regions.title else 0
    end = regions.decision[1] if regions.decision else len(document.text)
    found: dict[str, Field] = {}
    rules = (
        ("serious", _SERIOUS, _NOT_SERIOUS, True),
        ("mitigation", _MITIGATED, _NOT_MITIGATED, False),
        ("refused", _REFUSED, _CORRECTED, True),
    )
    for name, yes, no, conditional in rules:
        denied = _statements(document, no.finditer(document.text, start, end), conditional=False)
        affirmed = [
            match
            for match in _statements(
                document, yes.finditer(document.text, start, end), conditional=conditional, pleads=True
            )
            if not any(other.start() < match.end() and match.start() < other.end() for other in denied)
        ]
        if affirmed:
            found[name] = document.field(True, *affirmed[0].span(), FORMULA)
        elif denied and name != "refused":
            found[name] = document.field(False, *denied[0].span(), FORMULA)
    return found


def _statements(
    document: Document, matches: Iterable[re.Match[str]], *, conditional: bool, pleads: bool = False
) -> list[re.Match[str]]:
    """The matches that state something of this case: not quoted, not a statute's condition, not a party's plea."""
    kept = []
    for match in matches:
        before = document.text[document.sentence(match.start())[0] : match.start()]
        if document.quoted(match.start()) or "《" in before[before.rfind("》") + 1 :]:
            continue
        if conditional and _CONDITIONAL_AFTER.match(document.text, match.end()) and not _stated(document, match):
            continue
        if conditional and _CONDITIONAL_BEFORE.search(before):
            continue
        if pleads and _PLEADS.search(before):
            continue
        kept.append(match)
    return kept


def _stated(document: Document, match: re.Match[str]) -> bool:
    """Whether words that look like a condition are in fact the act as named (…拒不改正的行为)."""
    return document.text.startswith(("的行为", "的违法行为", "的事实"), match.end())
