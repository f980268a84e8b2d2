"""Which business a text says was run without a licence: the object of 擅自从事…, before who did it (从事的经营)."""

from __future__ import annotations

import re
from collections.abc import Mapping

GOODS, PASSENGERS, DANGEROUS = "unlicensed_goods", "unlicensed_passengers", "unlicensed_dangerous_goods"
_P_STATION, _G_STATION = "passenger_station_unlicensed", "goods_station_without_permission"
_TRAINING = "driver_training_without_permission"
_REPAIR = "repair_not_filed"
_BUSINESSES = frozenset({_REPAIR, GOODS, PASSENGERS, DANGEROUS, _P_STATION, _G_STATION, _TRAINING})
_OTHER = ""  # a business that is none of these acts

_SITE = r"(?:\(场\)|场)?"
# The longer words first: 旅客运输站 is no 旅客运输.
_KINDS = (
    (_P_STATION, rf"(?:旅客运输|客运)(?:车)?站{_SITE}|客运场站|汽车站"),
    (_G_STATION, rf"(?:货物运输|货运)站{_SITE}|货运场站|物流园区?"),
    (_TRAINING, "(?:驾驶员|驾驶人|驾驶)培训|学车培训|驾培"),
    (DANGEROUS, "(?:危险货物|危险品|危险化学品|危化品|危货|爆炸品|烟花爆竹)(?:道路)?(?:运输|货运)|危运"),
    (PASSENGERS, "旅客运输|客运|运送旅客|旅客营运"),
    ("plain", "普通货物(?:道路)?运输|普通货运|普货"),
    (GOODS, "货物运输|货运"),
    (_REPAIR, "维修|修理"),
    (_OTHER, "租赁|代理|信息|装卸|仓储|搬运"),
)
_KIND = re.compile("|".join(f"(?P<k{number}>{words})" for number, (_, words) in enumerate(_KINDS)))
_OBJECT = re.compile(
    "(?P<how>擅自|非法|违法|私自|违规|无证|许可证?|资质|手续|批准|备案)"
    "(?:,|的情况下,?|后|而|就|即|便|却|仍|又|擅自|非法|违法|私自)*(?:从事|经营|开展|进行)(?P<what>[^,。;()]{2,40})"
)
_UNFILED = re.compile(
    "(?:从事|经营|开展|进行)(?P<what>[^,。;()]{2,30}?),?(?:未|没有|拒不)(?:(?:按照|按|依照|依|在)?[^,。;()]{0,16})备案"
)
_NO_FILING = re.compile("(?:未|没有|拒不|不)[^,。;]{0,18}备案")
_UNLAWFUL = ("擅自", "非法", "违法", "私自", "无证")
_LICENCE = re.compile(
    "(?:未|没有|尚未)(?:依法)?(?:取得|获得|办理|申请|领取|持有|经)(?P<what>[^,。;()]{2,24}?)(?:许可|资质)"
    "|(?<!有)无(?P<bare>[^,。;()]{2,20}?)(?:许可|资质)"
)
_JOINED = re.compile("^[^,。;]{0,6}?(?:和|及|与|或|、|兼|以及|并|同时)[^,。;]{0,6}?$")
# What is meant is another's business: the party let it in, hired it, or did something else to it.
_OTHERS = re.compile(
    "^[^,。;]{0,14}的(?:车|客车|货车|运输车|人|企业|公司|单位|经营者|个人|个体|司机|驾驶|大巴|中巴|面包车|轿车|挂车)"
)
_LETS = re.compile(
    "(?:允许|放行|容许|默许|准许|聘用|雇用|雇佣|让|为|向|给|帮助|发现|阻止|举报|配合|拒绝)[^,。;]{0,24}$"
)
_GUARD = re.compile("转让|出租|出借|外国|外籍|境外|国际|跨境|代驾|移交|冒用|准运证|出租汽车|网约|虚假|隐瞒")
_PERMISSION = re.compile(
    "(?:未|无|没有|不能|不具|超越|超出|失效|伪造|过期|注销|吊销)[^,。;]{0,20}(?:许可|资质|经营权|手续|批准)|未经批准"
)
_OTHER_PAPERS = re.compile("从业资格|资格证|道路运输证|车辆营运证|营运证")
_DANGER_LICENCE = re.compile("(?:未|没有|无)[^,。;]{0,12}(?:危险|危货|危化)[^,。;]{0,10}(?:许可|资质)")
_LOADED = re.compile(
    "(?:运输|装载|装运|装有|拉运|运送|承运|所运|货物[为是系]|配送|载有)(?!危险货物运输|危险品运输)[^,。;过]{0,8}?"
    "(?:危险货物|危险品|危险化学品|危化品|危险废物|易燃易爆|剧毒|烟花|爆竹|鞭炮|汽油|柴油|液化|天然气|甲醇|乙醇|盐酸|硫酸|硝酸|液氨|液氯|氧气瓶|乙炔|气瓶|双氧水|成品油)"
    "(?!运输|车|许可|资质|罐|空桶|企业)"
)


def decided(text: str, found: Mapping[str, str]) -> dict[str, str]:
    """The acts found, where the text names the business itself: that one in place of what its other words suggest.

    Args:
        text: a normalised text.
        found: the acts found by words, with the words that showed them.
    """
    if "从事" not in text and "许可" not in text and "经营" not in text and "资质" not in text:
        return dict(found)
    permission = bool(_PERMISSION.search(text) or _NO_FILING.search(text))
    named = _objects(text, permission=permission)
    licences = _licences(text) if not named else {}
    told = named or licences
    if not told or _GUARD.search(text):
        return dict(found)
    if not permission and _OTHER_PAPERS.search(text):
        return dict(found)
    wanted = _wanted(text, told, found)
    if not named and not wanted & found.keys() and not (found.keys() & _BUSINESSES):
        return dict(found)
    kept = {name: how for name, how in found.items() if name not in _BUSINESSES or name in wanted}
    for name in wanted - kept.keys():
        kept[name] = f"“{told.get(name) or next(iter(told.values()))}”"
    return kept


def _wanted(text: str, told: Mapping[str, str], found: Mapping[str, str]) -> set[str]:
    wanted = {GOODS if name == "plain" else name for name in told} - {_OTHER}
    if not _NO_FILING.search(text):
        wanted.discard(_REPAIR)
    if told.keys() & {"plain", GOODS} and DANGEROUS not in told:
        # 普通货物运输 is said of ordinary goods; 货物运输 of any.
        if "plain" not in told and DANGEROUS in found:
            sure = _LOADED.search(text) or _DANGER_LICENCE.search(text)
            wanted = wanted - ({GOODS} if sure else set()) | {DANGEROUS}
        elif "plain" in told and _LOADED.search(text):
            wanted.add(DANGEROUS)
    return wanted


def _objects(text: str, *, permission: bool) -> dict[str, str]:
    named: dict[str, str] = {}
    for one in _OBJECT.finditer(text):
        # 取得许可证从事… is no act by itself.
        if (permission or one["how"] in _UNLAWFUL) and not _LETS.search(text[: one.start()]):
            named |= _kinds(one["what"])
    if not named and (unfiled := _UNFILED.search(text)) and not _LETS.search(text[: unfiled.start()]):
        named |= _kinds(unfiled["what"])
    return named


def _licences(text: str) -> dict[str, str]:
    named: dict[str, str] = {}
    for one in _LICENCE.finditer(text):
        if not _LETS.search(text[: one.start()]) and not _OTHERS.match(text[one.end() :]):
            named |= _kinds(one["what"] or one["bare"])
    return named


def _kinds(what: str) -> dict[str, str]:
    """The kinds of business in an object: the last, and those joined to it by 和 and the like."""
    marks = list(_KIND.finditer(what))
    if not marks or _OTHERS.match(what[marks[-1].end() :]):
        return {}
    kinds: dict[str, str] = {}
    for place in range(len(marks) - 1, -1, -1):
        mark = marks[place]
        if kinds and not _JOINED.match(what[mark.end() : marks[place + 1].start()]):
            break
        kinds[_KINDS[int((mark.lastgroup or "k0")[1:])][0]] = mark[0]
    return kinds
