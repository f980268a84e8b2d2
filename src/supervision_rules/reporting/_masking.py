"""Names of natural persons and identity numbers made unrecognisable (遮盖姓名和证件号码).

Whether a name is a person's is told by the record (当事人类别, 证件号码) where it says so, else by the name; in doubt it
is masked.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import lru_cache
from typing import Any

from supervision_rules.entities import TABLES, ColumnType, FindingRecord

_SURE = (
    "公司|集团|企业|合作社|事务所|委员会|居委会|村委会|政府|学校|大学|中学|小学|幼儿园|医院|银行|协会|学会|商会|"
    "研究院|研究所|基金会|联合社|联社|经营部|工作室|俱乐部|合伙|管理处|管理局|服务站|个体工商户"
)
_LAST = "厂店铺馆行部局院所站社场园城坊屋庄堂吧摊队处办组矿港心市库点楼轩阁"
_LAST_OF_FOUR = "厂店馆局院站"
_DOUBLE = "欧阳|上官|司马|诸葛|司徒|东方|独孤|南宫|夏侯|皇甫|尉迟|公孙|慕容|令狐|宇文|长孙|端木|轩辕|百里|呼延|闻人"
_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎"
    "余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段钱汤尹黎易常武乔贺赖龚文"
)
_ORGANIZATION = re.compile(_SURE)
_LATIN = re.compile(
    r"\b(co|ltd|inc|llc|corp|gmbh|plc|limited|company|corporation|group|bank|university)\b", re.IGNORECASE
)
_TAIL = re.compile(f"(?<=公司)([{_SURNAMES}][\u4e00-\u9fff]{{1,2}})$")
_BRACKETS = re.compile(r"[（(]([^（()）]*)[)）]?$")
_SPLIT = re.compile("([、,，;；/]+)")
_BLANKS = re.compile(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])")
_RESIDENT = re.compile(
    r"(?<![0-9A-Za-z])([1-8]\d{5}(?:(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]"
    r"|\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}))(?![0-9A-Za-z])"
)
_IDENTITIES = {
    table.name: tuple(column.name for column in table.columns if column.type is ColumnType.IDENTITY)
    for table in TABLES.values()
}
_CREDIT = re.compile(r"[159ANY][0-9A-HJ-NPQRTUWXY]{17}")


@lru_cache(20_000)
def mask_name(name: str, person: bool | None = None) -> str:
    """A person's name as its first character and 某某; an organisation's name as it is.

    Args:
        name: one name, or several with 、 or ; between them.
        person: what the record says of the party; None where it doesn't.
    """
    parts = _SPLIT.split(name)
    return "".join(part if index % 2 else _masked(part, person) for index, part in enumerate(parts))


def mask_identity(number: str, person: bool | None = None) -> str:
    """The first six and the last four signs of an identity number; a unified social credit code as it is."""
    number = number.strip()
    if not person and _CREDIT.fullmatch(number) and not _RESIDENT.fullmatch(number):
        return number
    if len(number) > 10:
        return number[:6] + "*" * (len(number) - 10) + number[-4:]
    return number[:1] + "*" * (len(number) - 1)


def _masked(name: str, person: bool | None) -> str:
    name = _BLANKS.sub("", name.strip())
    if not name:
        return name
    if person is None:
        person = _is_person(name)
    if person:
        return name[0] + "某某"
    name = _TAIL.sub(lambda tail: tail[0] if tail[0][-1] in _LAST else tail[0][0] + "某某", name)
    brackets = _BRACKETS.search(name)
    if brackets and (inside := brackets[1].strip()) and not _organ_words(inside):
        name = name[: brackets.start(1)] + re.sub(r"([^:：]*[:：])?(.+)", _inside, inside) + name[brackets.end(1) :]
    return name


def _inside(found: re.Match[str]) -> str:
    return (found[1] or "") + found[2][0] + "某某"


def _organ_words(text: str) -> bool:
    return bool(_ORGANIZATION.search(text)) or text in ("普通", "特殊普通", "筹", "个人独资", "个体")


def _is_person(name: str) -> bool:
    outer = _BRACKETS.sub("", name).strip() or name
    if _ORGANIZATION.search(outer) or _LATIN.search(outer):
        return False
    if len(outer) >= 5 and "·" not in outer:
        return outer[-1] not in _LAST
    return not (len(outer) == 4 and outer[-1] in _LAST_OF_FOUR and not re.match(_DOUBLE, outer))


class Masker:
    """Masks what is told about one finding, wherever the names and numbers in its records turn up again."""

    def __init__(self, finding: FindingRecord) -> None:
        """Take down the names and numbers of a finding and of the records it used."""
        self._people: dict[str, bool | None] = {}
        self._numbers: dict[str, bool | None] = {}
        for step in finding.trace:
            if step.get("step") == "record":
                self._take(step.get("values") or {}, _IDENTITIES.get(step.get("table", ""), ()))
        if finding.party_name:
            self._people.setdefault(finding.party_name, None)
        known = {number: mask_identity(number, person) for number, person in self._numbers.items()}
        for name, person in self._people.items():
            known[name] = mask_name(name, person)
            for part in _SPLIT.split(name)[::2]:
                known.setdefault(part.strip(), mask_name(part.strip(), person))
        found = {text: masked for text, masked in known.items() if masked != text and len(text) > 1}
        self._known = [(text, found[text]) for text in sorted(found, key=len, reverse=True)]

    def _take(self, values: Mapping[str, Any], identities: Collection[str]) -> None:
        kind = values.get("party_kind")
        person = None if kind is None else kind == "person"
        for number in (str(values[name]) for name in identities if values.get(name)):
            self._numbers[number] = self._numbers.get(number) or person
            if person is None and _RESIDENT.fullmatch(number):
                person = True
        if name := values.get("party_name"):
            known = self._people.get(name)
            self._people[name] = person if known is None else (known or bool(person))

    def name(self, name: str | None) -> str | None:
        """A party's name."""
        return mask_name(name, self._people.get(name)) if name else name

    def text(self, text: str) -> str:
        """Any text: the names and numbers of this finding, and whatever looks like a resident identity number."""
        for known, masked in self._known:
            text = text.replace(known, masked)
        return _RESIDENT.sub(lambda found: mask_identity(found[1], True), text)

    def value(self, value: Any) -> Any:
        """Any value of a step, with all text in it."""
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, Mapping):
            return {key: self.value(part) for key, part in value.items()}
        if isinstance(value, list | tuple):
            return [self.value(part) for part in value]
        return value


class Unmasked(Masker):
    """Leaves everything as it is."""

    def name(self, name: str | None) -> str | None:
        """A party's name."""
        return name

    def text(self, text: str) -> str:
        """Any text."""
        return text
