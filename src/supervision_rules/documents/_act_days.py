"""The days of the act and of its discovery (违法行为发生日、发现日), from the sentences that tell the facts."""

from __future__ import annotations

import re

from supervision_rules.documents._dates import FoundDate
from supervision_rules.documents._document import Document
from supervision_rules.documents._model import FORMULA, INFERRED, Field
from supervision_rules.documents._regions import Place, Regions

_FOUND = re.compile(
    r"^(?:依法)?(?:查明|查实|查知)|查获|查处|检查(?:时|中)?发现|发现|检查|巡查|稽查|抽查|核查|查验|执法(?:人员|检查|"
    r"巡查)|移送|线索|(?:检定|检测|鉴定)机构|拦停|拦查|截停|被[^，。]{0,16}查|接(?:到)?(?:群众|"
    r"12345|12328|12315)?[^，。]{0,12}(?:举报|投诉|报警|转办|移送)|执勤(?:民警|人员|巡)"
)
_SPOTTED = re.compile(r"查获|查处|发现|拦停|拦查|截停|被[^，。]{0,16}查")
_ON_THE_SPOT = re.compile(
    r"驾驶|行驶|驶入|运载|载运|载客|装载|超限|停放|通行|途经|行至|正在|当场|营运|揽客|"
    r"候客|占用|挖掘|堆放|乱扔|闯|饮酒|横穿|穿行|未随车携带|未携带|掉落|遗洒|遗撒|散落|"
    r"抛撒|施工|经营|携带|提供|遗撒|装运|运费|无证|乘客|乘坐"
)
_ACT = re.compile(
    r"(?<!对)(?<!向)(?<!询问)(?:当事人|被处罚(?:人|单位)|你(?:单位|公司)|该(?:公司|单位|"
    r"车))|放行|(?:的)?行为|从事|实施|驾驶|运输(?!局|厅|主管|部门|执法|综合)|经营(?!部|"
    r"场所)|雇佣|擅自|未经|使用|允许|转让|出租|签发|销售|生产|占用|挖掘|设置|采伐|损坏|"
    r"改装|装载|砍伐|倾倒|排放|发布|焚烧|捕捞|猎捕|屠宰|养殖|搭建|修建|开采|取水|投入|雇|冒用|伪造|接纳|招用|张贴|燃放|丢弃|殴打|摔|盗|赌|购进|收购|出售|存放|储存|醉|酒后|指使|变更|报告称|谎报|瞒报|迟报|漏报|拒|未"
)
_NOT_ACT = re.compile(
    r"立案|告知|送达|询问|笔录|勘验|鉴定|检测报告|称重单|证明|照片|通知书|听证|陈述|申辩|"
    r"(?<!未经)(?<!未获)批准|成立|登记(?!事项)|注册|(?<!未)(?<!未依法)取得|领取|核发|"
    r"审批|修订|施行|公布|实施的|聘用|签订|有效期|到期|曾因|曾被|出生|罚款|(?<!被)处罚(?!人|"
    r"单位|当事人)|责令|改正|备案回执|缴纳|会审|审理|集体讨论|"
    r"复查|复核|出具|提取|提交|整改|前科|再次检查|承认|照前|打印"
)
_REFUSED = re.compile(
    r"拒不改正|仍未(?:改正|整改|备案|办理|投保|履行)|逾期(?:仍)?(?:未|不)(?:改正|整改|"
    r"备案|办理)|拒绝改正|未(?:按期|按要求)?改正"
)
_CONDITIONAL = re.compile(r"(?:逾期|拒)[^。；，]{0,12}的[，，]|如逾期|若逾期")
_BORN = re.compile(r"[，（]?(?:出)?生")
_TELLING = frozenset({"facts", "violation", "content", "content_and_basis", "occurred_on", "found_on"})
_GOES_ON = re.compile(r"^起|至今|^以来")
_MENDED = re.compile(r"[，]?[^，。；]{0,12}(?:已|完成|主动)[^，。；]{0,8}(?:改正|整改)")
_CASE_OPENED = re.compile(r"[^，。；]{0,60}立案")
_SUBJECT_BEFORE = re.compile(
    r"(?<!对)(?<!向)(?:当事人|被处罚(?:人|单位)|你(?:单位|公司|店)?|该(?:公司|单位|车|店))(?:(?:未|擅自|作为|因)[^。；，]{0,30}，)?(?:于|自|在)?$"
)
_PLEADS = re.compile(
    r"^[^，。；]{0,10}(?:提出|提交|申请|要求|书面|口头|表示|放弃|签收|陈述|申辩|缴纳|缴清|收到|主动|到案|到我|到本|前来|接受|委托|与|被行政|因)"
)
_UNTIL_FOUND = re.compile(
    r"(?:至|到|直至|截至|截止)(?:我局|本局|本机关|我队|本队|我大队|执法人员|执法|此次|本次|现场|被|案件?|\d{4}年\d{1,2}月\d{1,2}日)*"
    r"(?:检查|查获|查处|案发|发现|调查|检测|抽查|巡查|稽查)(?:之日|当日|当天|当时|之时|时|日)?(?:止|为止)?"
    r"(?=[，。；]|仍|尚|一直|，|已|共|累计|[^，。；]{0,16}(?:销售|经营|使用|生产|从事|运营|作业))|持续至(?:检查|查获|查处|案发|发现)"
)
_DUE = re.compile(r"(?:之|以)?前")
_BEFORE_OTHER = re.compile(
    r"(?:发布|公示|打印|更新|制作|填表)(?:时间|日期)?[：]?$|应当?于$|(?:曾|前次|此前|"
    r"于其|有效期[^，。]{0,6}|出生|生于|施行|公布|修[订正])[^，。；]{0,6}$"
)
_TITLED = re.compile("《[^《》]{2,60}(?<!证)》")
_LISTED = re.compile("[、和及与]")
_REPORTED = re.compile(r"举报|投诉|移送|线索|转办|来信|来电|12345")
_INSPECTED = re.compile(r"检查|巡查|查获|查处|现场|稽查|抽查|核查")
_MONTH_ONLY = re.compile(
    r"(?:19|20)\d\d年(?:\d{1,2}月(?:份|底|初|中旬|上旬|下旬|末|间|起|以来|开始|至|，|[\u4e00-\u9fff])|以来|起|[上下]半年)"
)


def act_days(document: Document, regions: Regions, *, spot: bool) -> dict[str, Field]:
    """The days of the act and of its discovery, from the sentences that tell the facts."""
    found: dict[str, Field] = {}
    told = [clause for start, end in _fact_places(document, regions) for clause in _clauses(document, start, end)]
    seen = [
        (date, words) for date, words in told if not date.ranged and _first(words, _FOUND) < _first(words, _NOT_ACT)
    ]
    acted = [(date, words) for date, words in told if _tells_act(document, date, words)]
    refused = [date for date, words in told if _REFUSED.search(words) and not _CONDITIONAL.search(words)]
    spans = [date for date, words in told if date.ranged and _first(words[:12], _NOT_ACT) == len(words[:12])]
    apart = [date for date, words in acted if not date.ranged and not _FOUND.search(words)]
    both = [date for date, words in seen if _ON_THE_SPOT.search(words)]
    if seen:
        spotted = [date for date, words in seen if _SPOTTED.search(words)]
        date = seen[0][0] if not spotted or seen[0][0].day <= spotted[0].day else spotted[0]
        found["found_on"] = document.field(date.day, date.start, date.end, FORMULA)
    until = _until_found(document, regions) if seen else None
    if refused or spans:
        date = refused[-1] if refused else spans[0]
        found["occurred_on"] = document.field(date.day, date.start, date.end, FORMULA)
    elif until is not None:
        found["occurred_on"] = document.field(_inspected(seen).day, *until, FORMULA)
    elif apart or both:
        date = (apart or both)[0]
        found["occurred_on"] = document.field(date.day, date.start, date.end, FORMULA)
    elif seen and _still_done(document, regions, seen):
        date = _inspected(seen)
        found["occurred_on"] = document.field(date.day, date.start, date.end, INFERRED)
    in_cell = any(item.cell for item in document.of("facts"))
    if not seen and apart and not spans and (spot or not in_cell):
        words = next(words for date, words in acted if date == apart[0])
        if _ON_THE_SPOT.search(words):
            found["found_on"] = document.field(apart[0].day, apart[0].start, apart[0].end, INFERRED)
    return found


def _inspected(seen: list[tuple[FoundDate, str]]) -> FoundDate:
    """The first day on which officers saw for themselves; that of the report where no other is told."""
    looked = (date for date, words in seen if _INSPECTED.search(words) or not _REPORTED.search(words))
    return next(looked, seen[0][0])


def _until_found(document: Document, regions: Regions) -> Place | None:
    """The words that say that the act went on until it was found (至检查当日)."""
    for start, end in _fact_places(document, regions):
        for match in _UNTIL_FOUND.finditer(document.text, start, end):
            if not document.quoted(match.start()):
                return match.span()
    return None


def _still_done(document: Document, regions: Regions, seen: list[tuple[FoundDate, str]]) -> bool:
    """Whether officers saw the act itself, which the text gives no other time for: what is left undone, still stands."""
    told = [clause for place in _fact_places(document, regions) for clause in _clauses(document, *place)]
    if any(_MENDED.match(words) or _REFUSED.search(words) for _, words in told):
        return False  # it ended, or went on, some day after
    if min(date.day for date, _ in told) < min(date.day for date, _ in seen):
        return False  # what happened before may have been the act
    if all(_REPORTED.search(words) and not _INSPECTED.search(words) for _, words in seen):
        return False
    return not any(_MONTH_ONLY.search(document.text, *place) for place in _fact_places(document, regions))


def _tells_act(document: Document, date: FoundDate, words: str) -> bool:
    """Whether a date's words tell what the party did, rather than what the agency did about it."""
    if _CASE_OPENED.match(words) or _GOES_ON.search(words) or _MENDED.match(words):
        return False
    subject = _SUBJECT_BEFORE.search(document.text[max(0, date.start - 50) : date.start]) is not None
    act = 0 if subject and not _PLEADS.search(words) else _first(words, _ACT)
    return act < _first(words, _NOT_ACT)


def _first(words: str, pattern: re.Pattern[str]) -> int:
    match = pattern.search(words)
    return match.start() if match else len(words)


def _fact_places(document: Document, regions: Regions) -> list[Place]:
    cells = [(item.start, item.end) for item in document.of("facts") if item.end - item.start > 8]
    return cells or [regions.facts]


def _clauses(document: Document, start: int, end: int) -> list[tuple[FoundDate, str]]:
    """Each date within a place with the words from it to the next date or the end of its sentence.

    Dates in brackets and in quotations belong to other documents.
    """
    text = document.text
    labels = [(item.start, item.end) for item in document.labels if item.field not in _TELLING]
    dates = [
        date
        for date in document.dates_in(start, end)
        if not document.quoted(date.start)
        and not _BORN.match(text, date.end)
        and not any(low <= date.start < high and high - low < 40 for low, high in labels)
    ]
    clauses = []
    for date, following in zip(dates, [*dates[1:], None], strict=False):
        first, stop = document.sentence(date.start)
        before = text[first : date.start]
        bracketed = before.count("（") > before.count("）")
        if bracketed or _BEFORE_OTHER.search(before) or _DUE.match(text, date.end) or text.startswith("来源", date.end):
            continue
        listed = following is not None and _LISTED.fullmatch(text, date.end, following.start) is not None
        behind = next((other for other in dates if following and other.start > following.start), None)
        limit = behind if listed else following
        words_from = following.end if listed and following else date.end
        words = text[words_from : min(stop, end, limit.start if limit else stop)]
        clauses.append((date, _TITLED.sub(lambda title: "《" + "…" * (len(title.group()) - 2) + "》", words)))
    return clauses
