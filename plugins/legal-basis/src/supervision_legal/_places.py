"""What an organ's name tells: its place, its level, what it does (机关名称)."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_UNIT = re.compile(
    r"[^省市县区旗盟镇乡]{1,12}?(?:特别行政区|自治区|自治州|自治县|自治旗|地区|新区|省|市|州(?![省市县区])|盟|县|区|旗|镇|(?<!城)乡|街道)"
)
_LEVELS = (
    (("省", "自治区", "特别行政区"), 4),
    (("自治州", "地区", "州", "盟", "市"), 3),
    (("自治县", "自治旗", "新区", "县", "区", "旗"), 2),
    (("镇", "乡", "街道"), 1),
)
_SHORT = re.compile(
    r"^(?:本|所在|所属|当地|同级)?(省|自治区|市|自治州|州|盟|地区|县|区|旗|镇|乡)(?=人民政府|政府|[^场区县]{2})"
)
_SUFFIX = re.compile(r"(?:特别行政区|自治区|自治州|自治县|自治旗|地区|新区|省|市|州|盟|县|区|旗|镇|乡|街道)$")
_PEOPLES = re.compile(
    r"(?:(?:壮|满|回|苗|维吾尔|土家|彝|蒙古|藏|布依|侗|瑶|朝鲜|白|哈尼|哈萨克|黎|傣|畲|傈僳|仡佬|东乡|拉祜|水|佤|纳西|羌|土|仫佬|锡伯|"
    r"柯尔克孜|达斡尔|景颇|毛南|撒拉|布朗|塔吉克|阿昌|普米|鄂温克|怒|京|基诺|德昂|保安|裕固|门巴|鄂伦春|独龙|赫哲|珞巴)族|各族|维吾尔)+$"
)
_OWN = re.compile(r"(?:本级|同级|所属)(?:人民)?政府$")
SYSTEMS = (
    ("交通", "运管", "道路运输", "公路", "路政", "海事", "港航"),
    ("公安", "交警", "派出所"),
    ("市场监督", "市监", "工商", "质量技术监督", "食品药品", "药品监督"),
    ("城市管理", "城管", "综合行政执法局", "综合执法局"),
    ("自然资源", "国土", "规划"),
    ("应急", "安全生产", "安监"),
    ("生态环境", "环境保护", "环保"),
    ("水利", "水务"),
    ("农业", "农牧", "畜牧", "渔"),
    ("林业", "林草"),
    ("卫生健康", "卫健", "卫生", "疾控", "疾病预防"),
    ("文化", "旅游", "文旅", "广播电视"),
    ("住房", "住建", "建设"),
    ("人力资源", "劳动", "人社"),
    ("消防",),
    ("税务",),
    ("海关",),
    ("司法",),
    ("民政",),
    ("教育",),
    ("发展和改革", "发改", "物价"),
    ("统计",),
    ("烟草",),
    ("气象",),
    ("国家安全",),
    ("金融监督", "银行保险监督", "银保监", "证券监督", "外汇", "人民银行"),
)


@dataclass(frozen=True, slots=True)
class Organ:
    """An organ by its name.

    `units` are the places named, from the highest; `level` that of the lowest, 4 for a province down to 1 for a township,
    0 where no place is named; `short` where only the level is (市人民政府); `system` groups departments of one field.
    """

    name: str
    units: tuple[str, ...]
    level: int
    short: bool
    government: bool
    rest: str
    system: frozenset[int]

    @property
    def bare_place(self) -> str:
        """A government's place that is named without the word for its level (青溪人民政府); empty for any other name."""
        found = re.match(r"^(.{2,8}?)(?:人民)?政府$", self.name) if self.government and not self.units else None
        return found.group(1) if found and not self.short else ""

    @property
    def city(self) -> bool:
        """Whether the lowest place is a city of which the name doesn't show if it is one of a county's level."""
        return self.level == 3 and self.units[-1:] != () and self.units[-1].endswith("市")

    @property
    def place(self) -> str:
        """The lowest place without the word for its level; empty where none is named."""
        return stem(self.units[-1]) if self.units else ""


def stem(unit: str) -> str:
    """A place without the word for its level and the peoples of an autonomy (黔南布依族苗族自治州 is 黔南)."""
    plain = _SUFFIX.sub("", unit) or unit
    return _PEOPLES.sub("", plain) or plain


def organ(text: str) -> Organ:
    """Read an organ's name."""
    name = re.sub(r"[\s《》“”\"]|\(.*?\)|（.*?）", "", unicodedata.normalize("NFKC", text))
    name = re.sub(r"^(?:中华人民共和国|向|依法向)", "", name)
    short = _SHORT.match(name)
    if short and not _UNIT.match(name.removeprefix(short.group(0))):
        rest = name[short.end() :]
        return Organ(name, (), _level(short.group(1)), True, _governs(rest), rest, _systems(rest))
    units: list[str] = []
    rest = name
    while (found := _UNIT.match(rest)) and not _is_word(rest):
        units.append(found.group(0))
        rest = rest[found.end() :]
        if len(units) > 1 and _level(units[-1]) >= _level(units[-2]) and not _nested(units):
            rest = units.pop() + rest
            break
    own = bool(_OWN.search(name)) and not units
    level = (2 if _nested(units) else _level(units[-1])) if units else 0
    return Organ(name, tuple(units), level, own, _governs(rest), rest, _systems(rest))


def _is_word(rest: str) -> bool:
    """Whether what follows is a department's own name, though it holds a word for a place (市场监督, 地区分局)."""
    return rest.startswith(
        ("市场", "市政", "区域", "城市", "人民政府", "政府", "交通", "公安", "自然资源", "应急", "州级")
    )


def _nested(units: list[str]) -> bool:
    """A county-level city under a city (云岭市青溪市)."""
    return len(units) > 1 and units[-1].endswith("市") and units[-2].endswith(("市", "州", "地区", "盟"))


def _level(unit: str) -> int:
    return next((level for words, level in _LEVELS if unit.endswith(words)), 0)


def _governs(rest: str) -> bool:
    return bool(re.match(r"^(?:本级|同级)?(?:人民)?政府", rest)) or rest.endswith(("人民政府", "管理委员会", "管委会"))


def _systems(rest: str) -> frozenset[int]:
    field = rest.replace("人民政府", "")
    return frozenset(i for i, words in enumerate(SYSTEMS) if any(word in field for word in words))
