"""The act as the decision names it (违法行为): behind its label, or in the sentence that says what it broke."""

from __future__ import annotations

import re

from supervision_rules.documents._document import Document
from supervision_rules.documents._model import FORMULA, INFERRED, LABELLED, Field
from supervision_rules.documents._regions import Place, Regions

_BROKE = re.compile(
    r"(?P<act>[^。\n\t]{4,200}?)(?:的)?(?:违法)?(?:行为|事实)?[，]?(?:已经?|均|分别|涉嫌|"
    r"，)?(?:违反了?|触犯了?)(?:了)?(?=《|该|同|本|前|上述|国家|道路(?:运输条例|交通安全法|旅客|货物|危险)|我国|[\u4e00-\u9fff]{2,12}》)"
)
_DID = re.compile(
    r"实施了?(?P<act>(?!监督|检查|调查|抽查|抓拍|处罚)[^，。；\n\t《》]{4,80}?(?:，[^，。；\n\t《》]{4,40}?)?)的违法行为"
)
_CASE_OF = re.compile(r"(?:^|(?<=[\n。]))当事人(?P<act>[^，。；\n《》]{4,60}?)一?案，(?=经|本机关|我局)")
_IMPLEMENTED = re.compile(r"(?:实施了?|存在|构成了?|属于?|系|有)(?P<act>[^，。；\n\t《》]{4,80}?)的(?:违法)?行为")
_CONSTITUTES = re.compile(r"构成了?(?P<act>[^，。；\n《》]{4,80}?)(?:的(?:违法)?行为)?(?=[。，；])")
_IS = re.compile(r"属于?(?P<act>(?:违法|违规|擅自|未|非法|无证)[^，。；\n《》]{3,40}?)(?:的(?:违法)?行为)?(?=[，。；])")
_SEEN = re.compile(r"(?:发现|核实|查实|查明|认定)(?:，|：)?(?P<act>[^，。；\n\t《》]{6,60})(?=[，。；])")
_WHERE = re.compile(
    r"在[^，。；]{2,36}(?:处|上|路段|门前|路口|附近|内|外|旁|一带|车站|客运站|货运站|收费站|检测站)(?=[\u4e00-\u9fff]{5})"
)
_ADDRESS = re.compile(r"在[^，。；]{2,30}?(?:门口|门前|路口|附近|旁边?|[KＫ\d+]{2,}[米M]?处)(?=[\u4e00-\u9fff]{4})")
_REPORTS = re.compile(r"(?:[^。；]{0,40}(?:检查|巡查|调查|核查|抽查|稽查)(?:时|中|过程中)?)?(?:发现|查明)[，：]?")
_PARTY = r"(?:当事人|被处罚(?:人|单位)|你(?:单位|公司|店)?|该(?:单位|公司|店|车))"
_STARTS = r"(?:未(?!经查)|擅自|违规|违法(?!行为|事实|犯罪|记录)|无证|超载|超限(?!检测|运输检测|站)|指使|强令|利用|使用)"
_WORDS = r"(?:[^，。；\n《》]|《[^《》\n]{1,14}证》){2,50}"
_DOES = re.compile(rf"{_PARTY}(?P<act>{_STARTS}{_WORDS})(?=[，。；])")
_BARE = re.compile(rf"(?P<act>{_STARTS}{_WORDS})(?=[，。；])")
_PROVEN = re.compile(
    rf"{_PARTY}(?P<act>[^，。；\n《》]{{4,60}}?)的?(?:违法)?(?:行为)?(?:违法)?事实(?:清楚|成立|属实|存在|确凿)"
)
_INQUIRED = re.compile(
    rf"(?:经(?:依法)?(?:立案)?(?:调查|查|核查|核实)|查明|核实)(?:核实|明|实)?，?：?{_PARTY}(?P<act>[^，。；\n《》]{{4,50}})(?=[，。；])"
)
_PERMITLESS = re.compile(r"未[^，。；]{0,24}(?:许可|批准|同意|证|备案|手续|登记|核准|审批|资格|资质)$")
_WENT_ON = re.compile(
    r"，(?:就|即|便|而)?(?:擅自|从事|进行|运营|经营|使用|实施|开展|违法|非法)[^，。；\n]{2,40}(?=[，。；])"
)
_CAME_TO = re.compile(
    r"^的?(?:上述|以上|该|前述|此)?(?:违法)?行为，?(?:已经?)?(?:涉嫌)?(?:构成|属于?|系|是|应当?(?:认定|定性)为|定性为)了?(?=.{4})"
)
_AT_CHECK = re.compile(
    rf"^[^，。；]{{0,30}}?(?:检查|巡查|调查|核查|抽查|稽查|复查)(?:时|中|过程中|当日|当天)?，(?={_PARTY}|{_STARTS})"
)
_SINCE = re.compile(
    rf"^[^，。；]{{0,50}}?(?:自|从|于|在)?\d{{4}}年\d{{1,2}}月(?:\d{{1,2}}日)?(?:起|以来|期间|开始)?"
    rf"(?:至[^，。；]{{1,16}}?)?(?:期间|止)?，?(?={_STARTS})"
)
_REST_OF_PLACE = re.compile(rf"[^，。；]{{1,10}}?(?={_STARTS})")
_DONE = re.compile(rf"{_PARTY}(?:于|自|在)(?P<act>[^。；\n《》]{{8,100}}?)(?=[，。；])")
_TELLS = re.compile(
    r"未|擅自|非法|违反|违规|使用|允许|超|拒|不按|不符合|伪造|虚假|饮酒|占用|挖掘|损坏|"
    r"改装|出租|转让|从事|逃避|利用|悬挂|堆放|设置|搭建|掉落|遗[洒撒]|停放|闯|采取|携带|"
    r"销售|生产|经营|拒|接纳|容留|招用|雇用|聘用|出售|收购|谎报|瞒报|逾期|虚报|冒用|违法|无证|无照|倾倒|排放|焚烧|捕捞|猎捕|"
    r"采伐|开采|毁坏|养殖|屠宰|抛撒|张贴|吸烟|燃放"
)
_REASON = re.compile(r"(?:因|对)(?:你|你单位|当事人|其)?(?P<act>[^，。；\n\t《》]{4,60}?)(?:的(?:违法)?行为|一案)")
_CASE_NAME = re.compile(r"^(?:涉嫌)?(?P<act>.*?)(?:的)?(?:违法)?(?:行为)?(?:一?案件?)?$")
_SUBJECT = re.compile(
    r"^(?:(?:本机关|本局|我局|本队|我队|本大队|我大队|本支队|我支队|我委|本委|我中心|"
    r"执法机关|经审查|经审理|综上(?:所述)?|据此|因此|故|现查明|经查(?:明)?|经调查)(?:经[^，。：]{1,10})?(?:认为|"
    r"认定)?[，：]?)*"
    r"(?:(?:被处罚(?:人|单位)|当事人|你(?:单位|公司|店|厂|站|户)?|该(?:单位|公司|店|厂|"
    r"站|车|社|所|部|户|场|校|人)|其|违法行为人|行为人|驾驶人|驾驶员)(?:[（][^（）]{1,20}[）])?)?"
)
_CLOCK = re.compile(
    r"^(?:上午|下午|凌晨|晚上?|夜间|中午|早上)?(?:\d{1,2}(?:时|:|点)(?:\d{1,2}分?)?(?:许|左右)?)?(?=[，、])"
)
_DATE = re.compile(
    r"^(?:于|在|自)?(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?(?:上午|下午|凌晨|晚上?|夜间|中午|早上)?(?:\d{1,2}(?:时|:|点)(?:\d{1,2}分?)?(?:许|"
    r"左右)?)?(?:起)?(?:至(?:今|(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?|\d{1,2}日))?(?:期间|"
    r"间)?[，、]?(?:在[^，]{2,30}，)?"
)
_OTHER_MATTER = re.compile(r"犯罪|另案|曾因|前次")
_VAGUE = re.compile(
    r"^(?:上述|以上|该|其|此|前述|这一|本案|你的|所述|等)*(?:的)?(?:违法)?(?:行为|事实|"
    r"情形)?$|^(?:以上|上述)|》第|第[一二三四五六七八九十百\d]+[条款]|^被[^，]{0,8}(?:发现|查获)|事实|证据|证实|为证|笔录"
)
_AFTERTHOUGHT = re.compile(
    r"，(?:且|并|属于?|系|为|其)?(?:违法)?(?:情节[^，]{0,8}|[一二三首再多]次违法|(?:违法)?事实(?:清楚|"
    r"成立|属实)[^，]{0,8}|证据[^，]{0,8}|性质[^，]{0,8}|社会影响[^，]{0,8}|危害[^，]{0,10}|"
    r"已|被[^，]{0,12}查获|其)$"
)
_NOTE = re.compile(r"（(?:违法)?(?:行为)?代码[^（）]{1,12}）$|（\d{4,5}）$")
_PURE = re.compile(r"(?:的)?(?:违法)?行为$")


def violation_of(document: Document, regions: Regions, party: str | None) -> Field | None:
    """The act, by its shortest name in the document; `party` is the party's name, which isn't part of it."""
    labelled = _labelled(document, regions, party, case=False)
    if labelled is not None:
        return labelled
    start = regions.title.end if regions.title else 0
    end = regions.decision[1] if regions.decision else len(document.text)
    candidates: list[Field] = []
    for pattern, confidence in (
        (_DID, FORMULA),
        (_BROKE, FORMULA),
        (_PROVEN, FORMULA),
        (_IMPLEMENTED, FORMULA),
        (_CONSTITUTES, FORMULA),
        (_IS, FORMULA),
        (_CASE_OF, FORMULA),
        (_REASON, INFERRED),
    ):
        for match in pattern.finditer(document.text, start, end):
            place = _trimmed(document, match.span("act"), party)
            if place is not None and not document.quoted(place[0]) and not _OTHER_MATTER.search(document.text, *place):
                candidates.append(document.field(document.written(*place), *place, confidence))
        if candidates:
            return candidates[0]
    return _labelled(document, regions, party, case=True) or _from_facts(document, regions, party)


def _caught(party: str | None) -> list[re.Pattern[str]]:
    """The words between the party and where or by whom it was caught (某某饮酒后驾驶机动车，被民警查获)."""
    names = "|".join(map(re.escape, party.split("、"))) if party else ""
    who = rf"(?:{_PARTY}|{names})" if names else _PARTY
    return [
        re.compile(
            rf"{who}(?P<act>[^，。；\n《》]{{4,40}}?)，?(?:在[^，。；\n]{{2,30}}?)?被[^，。；\n]{{0,12}}(?:查获|"
            rf"查处|拦查)"
        )
    ]


def _labelled(document: Document, regions: Regions, party: str | None, *, case: bool) -> Field | None:
    """The act behind its label; `case`: behind the case's name, which a site makes up, rather than the act's."""
    for fields in (("violation",), ("facts",)):
        for item in document.of(*fields):
            words = document.words(item)
            if item.word.startswith("案件") is not case:
                continue
            if item.at < (regions.title.start if regions.title else 0) and not item.cell:
                continue
            if fields == ("facts",):
                match = _BROKE.search(document.text, item.start, item.end) or _IMPLEMENTED.search(
                    document.text, item.start, item.end
                )
                if match or not item.cell or len(words) > 60:
                    continue
            name = _CASE_NAME.match(words.replace("\n", ""))
            act = name["act"] if name else words
            offset = words.find(act)
            if 3 < len(act) <= 120 and offset >= 0 and not _VAGUE.fullmatch(act):
                start = item.start + offset
                if (place := _trimmed(document, (start, start + len(act)), party)) is not None:
                    return document.field(document.written(*place), *place, LABELLED)
    return None


def _trimmed(document: Document, place: Place, party: str | None) -> Place | None:
    """The act without who did it, when, and words that say no more than "the act"."""
    start, end = place
    text = document.text
    changed = True
    while changed and start < end:
        words = text[start:end]
        skip = 0
        for match in (
            _SUBJECT.match(words),
            _DATE.match(words),
            _CLOCK.match(words),
            _CAME_TO.match(words),
            _AT_CHECK.match(words),
            _SINCE.match(words),
            re.match(
                r"^(?:[，、：；。\s]+|\d{1,2}[.、](?!\d)|（[一二三四五六\d]）|[①②③④]|实施了?|存在|构成了?|明，|明：)",
                words,
            ),
        ):
            if match and match.end():
                skip = match.end()
                break
        if not skip and party:
            skip = next((len(name) for name in party.split("、") if name and words.startswith(name)), 0)
        if not skip and (where := _ADDRESS.match(text, start, end)):
            skip = where.end() - start
        if not skip and (told := _REPORTS.match(text, start, end)):
            skip = told.end() - start
        changed = skip > 0
        start += skip
    while (
        (match := _AFTERTHOUGHT.search(text[start:end]))
        or (match := _NOTE.search(text[start:end]))
        or (match := _PURE.search(text[start:end]))
        or (match := re.search(r"[，、：的]+$", text[start:end]))
    ):
        end = start + match.start()
    words = text[start:end]
    last = words.rfind("；")
    if last >= 0:
        return _trimmed(document, (start + last + 1, end), party)
    if len(words) < 4 or len(words) > 120 or _VAGUE.search(words):
        return None
    return start, end


def _place_before(text: str, place: Place) -> re.Match[str] | None:
    """Where it was done, at the beginning of the words; their 在 may stand before them."""
    start = place[0] - 1 if text[place[0] - 1 : place[0]] == "在" else place[0]
    return _WHERE.match(text, start, place[1])


def _from_facts(document: Document, regions: Regions, party: str | None) -> Field | None:
    """The words that tell the act among the facts, where no sentence names it."""
    start, end = regions.facts
    told = [
        match.span("act")
        for pattern in (*_caught(party), _INQUIRED, _DONE, _SEEN, _DOES, _BARE)
        for match in pattern.finditer(document.text, start, end)
    ]
    for span in told:
        place = _trimmed(document, span, party)
        if place is not None and (where := _place_before(document.text, place)):
            rest = _REST_OF_PLACE.match(document.text, where.end(), place[1])
            place = _trimmed(document, (rest.end() if rest else where.end(), place[1]), party)
        if place is not None and _PERMITLESS.search(document.text[slice(*place)]):
            went_on = _WENT_ON.match(document.text, place[1])
            place = (place[0], went_on.end()) if went_on else place
        if place is not None and _TELLS.search(document.text, *place):
            return document.field(document.written(*place), *place, INFERRED)
    for item in document.of("facts"):
        place = _trimmed(document, (item.start, min(item.end, document.sentence(item.start)[1])), party)
        if place is not None:
            return document.field(document.written(*place), *place, INFERRED)
    match = re.compile(r"(?:查明|经查|违法事实)[，：\n\t]*").search(document.text, start, end)
    if match is None:
        return None
    place = _trimmed(document, (match.end(), min(end, document.sentence(match.end())[1])), party)
    return None if place is None else document.field(document.written(*place), *place, INFERRED)
