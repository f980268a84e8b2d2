"""Who the document is about (当事人): names, redacted ones too, kind, and identity numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from supervision_rules.documents._document import Document
from supervision_rules.documents._label_words import LABELS
from supervision_rules.documents._labels import Labelled
from supervision_rules.documents._model import FORMULA, INFERRED, LABELLED, PLACED, Field

NamePlace = tuple[int, int, float]
"""Start and end of a name in the folded text, and the confidence of the rule that found it."""

_ORGANIZATION = re.compile(
    r"(?:公司|集团|工厂|厂|商店|店|超市|经营部|门市部?|服务部|营业部|销售部|分部|中心|"
    r"合作社|合作联社|车队|运输队|货运站|客运站|站|场|馆|学校|学院|幼儿园|医院|诊所|卫生院|"
    r"卫生室|酒店|宾馆|饭店|"
    r"旅馆|餐厅|食堂|商行|车行|行|铺|坊|企业|事务所|协会|商会|研究院|设计院|加工点|维修部|"
    r"修理部|修配厂|驾校|银行|信用社|矿|电站|工程局|项目部|个体工商户|俱乐部|工作室|委员会|"
    r"村民小组|居|庄|城|园|社|部|局|所|处|吧|摊|苑|阁|楼|屋|室|队|基地|农场|林场|大队|"
    r"中队)"
    r"(?:（[^（）]{1,16}）)?$"
)
_PERSON = re.compile(r"[\u3400-\u9fff×*X某〇]{1,4}(?:·[\u3400-\u9fff×*某]{1,8}){0,4}")
_TAGS = re.compile(
    r"^(?:[一二三四五六七八九十\d]{1,2}[：、.]|（[^（）]{1,16}）|[男女][，：]|(?:姓名|"
    r"名称|单位名称|姓名或名称|名称或姓名)[ ：]|(?:公民|个人|法人(?:或者?其他组织)?|单位|"
    r"自然人|企业)[：]?)(?=.)"
)
_NAME_END = re.compile(
    r"[，。；：\n\t ]|（(?!普通合伙|有限合伙|特殊普通合伙|个人独资|集团)(?=[^（）]*）(?:$|"
    r"[，。；：\n\t 、]))|（(?=(?:以下|下称|统一|身份|公民|男|女|又名|曾用|系|法定|组织|"
    r"证件|注册|简称))"
)
_INLINE = re.compile(
    r"(?:^|(?<=[\n。：；，]))(?:经查(?:明)?，)?(?:(?:被处罚(?:当事)?人|被处罚单位|被处罚者|"
    r"当事人|违法行为人|受处罚人))(?P<name>[\u3400-\u9fff×*X某（）·A-Za-z]{2,40}?)"
    r"(?=（(?:男|女|身份|统一|公民|又名|以下)|[，；。\n]|于(?:19|20)|驾驶|未[取按]|在(?:19|20)|的|涉嫌|（统一)"
)
_CASE_OF = re.compile(r"对(?P<name>[^，。；\n（）对]{2,40})(?:（[^（）\n]{0,60}）)?(?:涉嫌|[^，。；\n（）]{2,40}一案)")
_ADDRESSEE = re.compile(
    r"(?:^|\n)(?P<name>[\u3400-\u9fff×*X某（）·A-Za-z]{2,40})(?:（[^（）\n]{6,40}）)?：(?=\n|"
    r"$)"
)
_NO_NAME = re.compile(
    r"(?:[你您我本该其]|上述|以上|不服|对本|如|于|在|驾驶|未|的|逾期|已|应当|应|可以|"
    r"有权|因|涉嫌|存在|拒|提出|申请|收到|陈述|行为|违法|无|上|自|认|放弃|签|拒绝|是|"
    r"作|具有|主动|属|基本|情况|一|信息)"
)
_TITLES = re.compile(r"(?:先生|女士|同志)$")
_SENTENCE = re.compile(r"[是为将把被让从使由]")
_RESIDENT = re.compile(
    r"(?<![\dA-Za-z])(?:[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|"
    r"3[01])\d{3}[\dXx]|[1-9]\d{14})(?![\dA-Za-z])"
)
_MASKED = re.compile(r"(?<![\dA-Za-z*])(?=[\dXx×*]*[×*Xx]{3})[\d×*Xx]{10,20}(?![\dA-Za-z])")
_CREDIT = re.compile(r"(?<![\dA-Za-z])[159ANYX1-9][1239]\d{6}[\dA-Z*×]{9}[\dA-Z*×](?![\dA-Za-z*])")
_PHONE = re.compile(r"1[3-9][\d*×Xx]{9}")
_LOOSE = re.compile(r"[\dA-Z*×Xx]{6,20}")
_CODES = re.compile(r"信用|注册号|代码")
_REPRESENTATIVE = re.compile(r"(?:法定代表人|负责人|经营者|投资人|委托代理人|代理人|法人代表)[^\n。]{0,40}$")


def party_fields(document: Document, head: tuple[int, int]) -> dict[str, Field]:
    """Name, kind and identity number of the party; several parties' names apart by 、.

    `head` is the place of the document's beginning, where the party is introduced.
    """
    places = labelled_names(document, ("party_name",)) or _inline_names(document) or _addressee(document, head)
    return described(document, places, (0, len(document.text)))


def described(document: Document, places: list[NamePlace], near: tuple[int, int]) -> dict[str, Field]:
    """The fields for a party with these names; its number is looked for within a place."""
    found: dict[str, Field] = {}
    name = _name_field(document, places)
    if name is not None:
        found["party_name"] = name
    number = _identity(document, name, near)
    if number is not None:
        found["party_id"] = number
    kind = _kind(document, name, number)
    if kind is not None:
        found["party_kind"] = kind
    return found


def is_organization(name: str) -> bool:
    """Whether a name is an organisation's, by how it ends."""
    return len(name) > 3 and _ORGANIZATION.search(name) is not None


def name_within(document: Document, start: int, end: int) -> tuple[int, int] | None:
    """The place of a name at the beginning of a place; None where no name stands there."""
    words = document.text[start:end]
    while tag := _TAGS.match(words):
        words = words[tag.end() :]
        start += tag.end()
    stop = _NAME_END.search(words)
    words = words[: stop.start()] if stop else words
    words = words.rstrip("、，（")
    return (start, start + len(words)) if _is_name(words) else None


def _is_name(words: str) -> bool:
    if not words or len(words) > 60 or _NO_NAME.match(words) or words.isdigit():
        return False
    whole = words.split("、")
    if all(_PERSON.fullmatch(part) for part in whole):
        return all(len(part) > 1 for part in whole)
    if not all(_ORGANIZATION.search(part) or _PERSON.fullmatch(part) for part in whole):
        return 4 < len(words) <= 30 and not _SENTENCE.search(words) and not re.search(r"[\d%]{3}|决定|处罚", words)
    return True


def labelled_names(document: Document, fields: tuple[str, ...]) -> list[NamePlace]:
    """The places of the names behind labels: the label for the party first, then that for a name in a form."""
    for wanted in (fields, ("name",)):
        places: list[NamePlace] = []
        for item in document.of(*wanted):
            if wanted == ("name",) and _of_representative(document, item):
                continue
            place = name_within(document, item.start, item.end)
            if place is not None and not _repeated(document, places, place):
                places.append((*place, LABELLED))
        if places:
            return _of_one_introduction(document, places)
    return []


def _of_one_introduction(document: Document, places: list[NamePlace]) -> list[NamePlace]:
    """Only the names introduced together: one after another, before any other matter (a signature repeats the first)."""
    kept = places[:1]
    for place in places[1:]:
        between = document.text[kept[-1][1] : place[0]]
        if len(between) > 260 or "经查" in between or "决定" in between or ("。\n" in between and "违法" in between):
            break
        kept.append(place)
    return kept


def _of_representative(document: Document, item: Labelled) -> bool:
    before = document.text[max(0, item.at - 12) : item.at]
    return (
        re.search(r"(?:法定代表人|负责人|经营者|代表人|代理人|执法人员|处罚机关|机关|银行|经办人)[\n\t ：]*$", before)
        is not None
    )


def _repeated(document: Document, places: list[NamePlace], place: tuple[int, int]) -> bool:
    name = document.text[place[0] : place[1]]
    return any(document.text[start:end] == name for start, end, _ in places)


def _inline_names(document: Document) -> list[NamePlace]:
    matches = [*_INLINE.finditer(document.text), *_CASE_OF.finditer(document.text)]
    for match in matches:
        if document.quoted(match.start("name")):
            continue
        place = name_within(document, *match.span("name"))
        if place is not None:
            return [(*place, FORMULA)]
    return []


def _addressee(document: Document, head: tuple[int, int]) -> list[NamePlace]:
    """The name that a decision in the form of a letter begins with."""
    for match in _ADDRESSEE.finditer(document.text, *head):
        words = match["name"]
        known = any(words in group for group in LABELS.values())
        bare = _TITLES.sub("", words)
        if (
            not known
            and (is_organization(bare) or (_PERSON.fullmatch(bare) and len(bare) in (2, 3)))
            and _is_name(bare)
        ):
            return [(match.start("name"), match.start("name") + len(bare), PLACED)]
    return []


def _name_field(document: Document, places: list[NamePlace]) -> Field | None:
    if not places:
        return None
    names = "、".join(document.written(start, end) for start, end, _ in places)
    return document.field(names, places[0][0], places[-1][1], min(sure for _, _, sure in places))


def _identity(document: Document, name: Field | None, near: tuple[int, int]) -> Field | None:
    """The party's identity number: behind a label, else the first that has the form of one."""
    organization = name is not None and is_organization(str(name.value).split("、")[0])
    found = [*_labelled_numbers(document), *_loose_numbers(document)]
    candidates = [candidate for candidate in found if near[0] <= candidate[0] < near[1]]
    for wanted_code in (True, False) if organization else (False, True):
        for start, end, code, sure in candidates:
            owned = not code and _REPRESENTATIVE.search(document.text[max(0, start - 60) : start])
            if code is wanted_code and not owned:
                return document.field(document.written(start, end), start, end, sure)
    return None


def _labelled_numbers(document: Document) -> Iterator[tuple[int, int, bool, float]]:
    for item in document.of("party_id"):
        if item.at > 0 and re.search(r"机关(?:统一)?$", document.text[max(0, item.at - 6) : item.at]):
            continue
        words = document.words(item)
        match = _CREDIT.search(words) or _RESIDENT.search(words) or _MASKED.search(words) or _LOOSE.match(words)
        if match is None or (
            "驾驶证" in item.word and not (_RESIDENT.fullmatch(match.group()) or _MASKED.fullmatch(match.group()))
        ):
            continue
        coded = _CREDIT.fullmatch(match.group()) is not None and not _RESIDENT.fullmatch(match.group())
        code = coded or (_CODES.search(item.word) is not None and not _RESIDENT.fullmatch(match.group()))
        yield item.start + match.start(), item.start + match.end(), code, LABELLED


def _loose_numbers(document: Document) -> Iterator[tuple[int, int, bool, float]]:
    text = document.text
    patterns = ((_CREDIT, True, FORMULA), (_RESIDENT, False, FORMULA), (_MASKED, False, PLACED))
    found = [(m.start(), m.end(), code, sure) for pattern, code, sure in patterns for m in pattern.finditer(text)]
    for start, end, code, sure in sorted(found):
        before = re.split(r"[，。；\n]", text[max(0, start - 24) : start])[-1]
        if re.search(
            r"账号|帐号|账户|电话|联系|手机|传真|邮编|卡号|单号|条码|编号|档案|网站|标识码|备|执法证|号牌|发动机|车架",
            before,
        ):
            continue
        if not code and _PHONE.fullmatch(text[start:end]):
            continue
        known = re.search(r"身份|证件|证号|信用|代码|驾驶证|注册号", before)
        if len(words := text[start:end]) == 15 and not known:
            continue
        if code and _RESIDENT.fullmatch(words):
            continue
        yield start, end, code, sure if known else INFERRED


def _kind(document: Document, name: Field | None, number: Field | None) -> Field | None:
    """Person or organisation: as the table says, else by the name, else by the sort of number."""
    for item in document.of("party_kind"):
        words = document.words(item)
        if chosen := re.search(r"[☑☒√✓✔■●]([^□☐○]{1,12})", words):
            words = chosen[1]
        value = (
            "person"
            if re.search(r"自然人|个人|公民", words)
            else "organization"
            if re.search(r"法人|组织|企业|单位|个体", words)
            else None
        )
        if value:
            return document.field(value, item.start, item.end, LABELLED)
    if name is None:
        return None
    first = str(name.value).split("、")[0]
    if is_organization(first):
        return Field("organization", name.text, name.start, name.end, FORMULA)
    if _PERSON.fullmatch(first):
        return Field("person", name.text, name.start, name.end, FORMULA)
    if number is not None:
        code = _CREDIT.fullmatch(number.text) is not None
        return Field("organization" if code else "person", name.text, name.start, name.end, INFERRED)
    return None
