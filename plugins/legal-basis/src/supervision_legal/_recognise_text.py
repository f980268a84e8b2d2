"""A violation's text made ready, and what it says in figures and about the circumstances (文本、数字与情节)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from supervision_legal._recognise_asides import own_mass, without_asides
from supervision_rules.law import read_number

_STATUTE = re.compile(
    r"《[^》]{2,60}?(?:法|条例|规定|办法|细则|决定|解释|标准|规范|规则)》(?:\([^)]{1,30}\))?"
    r"|(?<=[反照据按])(?:了|中华人民共和国)*[^,。;《》]{2,16}?(?:法|条例|规定|办法)(?=第[一二三四五六七八九十百零\d]+条)"
)
_ARTICLE = r"(?:第[一二三四五六七八九十百零\d]+[条款项](?:之[一二三])?|第?\([一二三四五六七八九十]+\)项)"
_ARTICLES = re.compile(rf"{_ARTICLE}(?:[、及和]*{_ARTICLE})*的?(?:规定)?")
# The law's own words, quoted beside the act: they name duties and penalties of others than the party too.
_QUOTED = re.compile('[“"][^“”"]{12,800}[”"]')
_DUTY = re.compile("违反了?(?:中华人民共和国)?《[^》]{2,40}》[^《]{0,800}?(?:的|之)规定")
_LAW = re.compile("应当|不得|禁止|严禁|任何单位|的罚款")
_PENALTY = re.compile(
    "(?<=.{10})(?:依据|根据|依照|按照)了?(?:中华人民共和国)?《[^》]{2,40}?(?:法|条例|规定|办法|基准)》第.*(?:罚款|没收|责令|给予|吊销|警告).*$"
)
_MARKS = str.maketrans("", "", "《》“”\"'")
_ORGANS = re.compile(
    r"(?:道路运输|公路|高速公路|路政|港航|交通运输)(?:综合|行政|管理|执法|监督|养护|事业|发展|服务|路政)*"
    r"(?:局|处|所|段|分局|机构|大队|支队|总队|中队|中心|部门)"
)
_COMPANY = re.compile(
    r"(客运|旅游|客货|货运|物流|货物运输|运输|危险货物运输|危货运输|公交|出租汽车|出租车)"
    r"(?:服务|实业|发展|贸易|集团|股份|有限|责任|分)*公司"
)
_COMPANIES = {"客运": "客企", "旅游": "客企", "客货": "运企", "公交": "公交企业", "出租": "出租企业"}
_SPACE = re.compile(r"\s+")
_NUMERAL = re.compile("百分之([零一二三四五六七八九十百点]+|[0-9.]+)")

_PERCENT = r"(?P<percent>\d{1,4}(?:\.\d+)?)%(?P<more>以上|多)?"
_OVERLOAD = re.compile(r"(?:超载|超员|超限|超重|超过|超出|超)[^,。;]{0,14}?" + _PERCENT)
_SPEEDING = re.compile(r"(?:超速|超过[^,。;]{0,8}时速|超过规定[^,。;]{0,6})[^,。;]{0,10}?" + _PERCENT)
_LESS = re.compile("未达|不足|未超过|不到")
_TIERS = (("超过额定乘员", 20), ("超过核定载质量", 30), ("超过规定时速", 50))
_SEATS = re.compile(r"(?:核载|核定载客|核定乘员|核定载人|额定乘员|核定人数|限载)(?:人数)?(?:为|是|数)?:?(\d{1,3})人")
_ABOARD = re.compile(
    r"(?:实载|实际载客|实际乘坐|实际载人|实际搭载|实际乘载|载有|乘坐|载客|共载|车上有|搭载)(?:人数)?(?:为|了|共)?:?(\d{1,3})(?:人|名)"
)
_LOAD = re.compile(
    r"(?:核定载质量|核定载重量?|核载(?:质量)?|核定质量)(?:为|是)?:?(\d+(?:\.\d+)?)(吨|千克|公斤|kg|t)", re.IGNORECASE
)
_LOADED = re.compile(
    r"(?:实载|实际载质量|实际载重量?|实际装载|实际载货|(?<!核定)载质量|装载货物|载货)(?:[^\d,。;]{0,6})(\d+(?:\.\d+)?)(吨|千克|公斤|kg|t)",
    re.IGNORECASE,
)
_TOTAL = re.compile(
    r"(?:车货总质量|车货总重量?|车货总重|车货合计|总重量?|称重|检测重量|实测重量?)[^\d,。;]{0,10}(\d+(?:\.\d+)?)(吨|千克|公斤|kg|t)",
    re.IGNORECASE,
)
_LIMIT = re.compile(
    r"(?:限重|限载|限值|限定标准|限定质量|最高限[值载]|最大允许总质量|核定总质量|规定限值)[^\d,。;]{0,8}(\d+(?:\.\d+)?)(吨|千克|公斤|kg|t)",
    re.IGNORECASE,
)
_SPEEDS = re.compile(
    r"(?:限速|限定时速|规定时速|最高时速)[^\d,。;]{0,6}(\d{2,3})[^\d,。;]{0,12}[,;]?[^\d,。;]{0,12}(\d{2,3})"
)
_ALCOHOL = re.compile(r"(\d{1,3}(?:\.\d+)?)(?:mg|毫克)/(?:100m[lL]|百毫升|100毫升)", re.IGNORECASE)

_NOT_SERIOUS = re.compile(
    "情节(?:显著)?(?:较轻|轻微|一般|不严重)|(?:不属于?|不构成|未达到?|尚未达到|不具有|没有|无|非|未)[^,。;]{0,6}情节(?:特别)?严重"
)
_SERIOUS = re.compile("情节(?:特别)?严重(?!的,?(?:由|处|吊销|责令|可以|并))(?!程度)")
_NOT_REFUSED = re.compile(
    "(?:不存在|没有|未|无|不属于|非)[^,。;]{0,4}拒不(?:改正|投保|整改)|(?:已|已经|及时|主动|当场|按期)(?:按要求|按期|自行)?(?:改正|整改)"
)
_REFUSED = re.compile(
    "(?:拒不|拒绝)(?:改正|整改|投保|排除|执行|备案)(?!的,?(?:由|处|吊销|责令))"
    "|(?:逾期|期满|限期内|规定期限内|期限内|到期|责令[^,。;]{0,8}后)(?:仍|拒|均|仍然)?(?:未|不|没有)(?:予|进行|按要求|按规定)?"
    "(?:改正|整改|投保|备案|改)"
    "|经责令[^,。;]{0,12}(?:仍未|仍不|拒不)"
)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a text says besides the act.

    Attributes:
        figures: `overload`, `speeding` in percent; `alcohol` in mg/100 ml; `mass` (registered total mass) in kg;
            `over_tonnes`, the tonnes by which vehicle and load exceed the limit. Only what is stated.
        refused: the text says that correction was refused, or that it was done; None where it says neither.
        serious: the text says that the circumstances are serious, or that they aren't.
    """

    figures: Mapping[str, float]
    refused: bool | None
    serious: bool | None


def normal(text: str) -> str:
    """The text without spaces, titles of statutes and names of organs, in half-width forms; companies by their trade."""
    flat = _SPACE.sub("", unicodedata.normalize("NFKC", text))
    for pattern in (_QUOTED, _DUTY):
        flat = pattern.sub(lambda found: "" if _LAW.search(found[0]) else found[0], flat)
    flat = _PENALTY.sub("", flat)
    flat = _ARTICLES.sub("", _STATUTE.sub("", flat)) if "第" in flat or "《" in flat else flat
    flat = _ORGANS.sub("", flat)
    flat = without_asides(flat)
    flat = _COMPANY.sub(lambda found: _COMPANIES.get(found[1][:2], "货企"), flat)
    flat = _NUMERAL.sub(_percent, flat)
    return flat.translate(_MARKS)


def _percent(found: re.Match[str]) -> str:
    words = found[1]
    whole, point, rest = words.partition("点")
    number = read_number(whole) if not whole[:1].isascii() else None
    if number is None:
        return f"{words}%" if words[0].isascii() else found[0]
    decimals = "".join(str(read_number(digit) or 0) for digit in rest)
    return f"{number}{'.' + decimals if point and decimals else ''}%"


def facts(text: str) -> Facts:
    """What a normalised text says in figures and about the circumstances."""
    refused = None
    if "改" in text or "拒" in text or "逾期" in text:
        refused = False if _NOT_REFUSED.search(text) else True if _REFUSED.search(text) else None
    serious = None
    if "情节" in text:
        serious = False if _NOT_SERIOUS.search(text) else True if _SERIOUS.search(text) else None
    figures = _figures(text) if re.search(r"\d", text) else {}
    return Facts(MappingProxyType(figures), refused, serious)


def _figures(text: str) -> dict[str, float]:
    found: dict[str, float] = {}
    if overload := _overload(text):
        found["overload"] = overload
    if speeding := _speeding(text):
        found["speeding"] = speeding
    if "/" in text and (alcohol := _ALCOHOL.search(text)):
        found["alcohol"] = float(alcohol[1])
    if "总质量" in text and (mass := own_mass(text)) is not None:
        found["mass"] = mass
    total, limit = _TOTAL.search(text), _LIMIT.search(text)
    if total and limit:
        found["over_tonnes"] = (_kilograms(total[1], total[2]) - _kilograms(limit[1], limit[2])) / 1000
    return found


def _overload(text: str) -> float | None:
    if "%" in text and "速" not in text and _OVERLOAD.search(text):
        return _highest(_OVERLOAD, text)
    for allowed, actual in ((_SEATS, _ABOARD), (_LOAD, _LOADED)):
        may, has = allowed.search(text), actual.search(text)
        if may and has and float(may[1]):
            units = [match[2] if match.lastindex and match.lastindex > 1 else "" for match in (may, has)]
            most, real = (_kilograms(match[1], unit) for match, unit in zip((may, has), units, strict=True))
            if real > most:
                return (real - most) / most * 100
    return None


def _speeding(text: str) -> float | None:
    if "速" not in text:
        return None
    if "%" in text and _SPEEDING.search(text):
        return _highest(_SPEEDING, text)
    both = _SPEEDS.search(text)
    if both and float(both[2]) > float(both[1]):
        return (float(both[2]) - float(both[1])) / float(both[1]) * 100
    return None


def _highest(pattern: re.Pattern[str], text: str) -> float | None:
    """The highest share stated; None for the bare words of a statute's own tier (超过核定载质量30%), which name no share."""
    shares = []
    for found in pattern.finditer(text):
        share = float(found["percent"])
        if _LESS.search(found[0]):
            share -= 0.01
        elif found["more"]:
            share += 0.01
        elif any(found[0].startswith(words) and share == tier for words, tier in _TIERS):
            continue
        shares.append(share)
    return max(shares, default=None)


def _kilograms(value: str, unit: str) -> float:
    return float(value) * (1000 if unit.lower() in ("吨", "t") else 1)
