"""What a text says beside the act: exceptions, licences held, history, another's workshop, another mass (旁述)."""

from __future__ import annotations

import re

_DANGER = "(?:危险货物|危险品|危险化学品|危化品|危险物品|危险废物|危货|易燃易爆|爆炸物品|剧毒化?学?品?|放射性物品)"
_HELD = "(?:具有|具备|持有|已经?依?法?取得了?|仅取得了?|只取得了?|虽取得了?|取得了|虽有|仅有|只有|已办理了?|已获得?|领有)"

ASIDES = (
    re.compile(r"\([^()]{0,40}(?:除外|不含|不包括|不计)[^()]{0,10}\)"),
    re.compile(rf"\(?(?:非属|非|不是|不属于?|不含|并非|不为|未装载|未运输|没有运输|排除){_DANGER}(?:货物|物品|运输|范围|类)?\)?"),
    re.compile(rf"{_DANGER}(?:运输|货物)?(?:经营)?(?:除外|以外的?|之外的?)"),
    re.compile(rf"{_DANGER}(?:运输)?(?:车辆|车)?(?:标识|标志|标牌|灯牌|字样|标签)牌?"),
    # A licence that is there; not one that is void, or another's, or of the vehicle that the act is about.
    re.compile(
        rf"(?<![未没无不非]){_HELD}(?![^,。;()]{{0,24}}(?:失效|过期|伪造|变造|无效|注销|吊销|他人))[^,。;()]{{0,20}}?"
        r"(?:经营许可证|运输许可证|经营许可|运输许可|资质证?书?|经营权|行政许可)(?![^,。;]{0,6}(?:已?过期|失效|被|到期|期满|届满|的车|的货车|的客车))"
    ),
    re.compile("(?:曾经?|此前|之前|先前|前次)(?![^,。;]*酒)因?[^,。;]{0,40}?(?:被|受到?|给予)[^,。;]{0,12}(?:处罚|罚款|警告)(?![^,。;]{0,4}(?:仍|不改|又|再次))"),
    re.compile("国务院[^,。;]{0,8}?主管部门(?:(?:制定|规定|公布|发布|颁布)的)?"),
)

_SHOP = "(?:维修|修理|汽修|修配|改装|汽车服务)(?:企业|厂|店|部|中心|公司|铺|站|点)?"
_THROUGH = re.compile(
    rf"(?P<how>交由|交给|交|由|委托|送至|送到|送往|送|找|请|雇请|让|开到|开至|驶至|前往|在|到|于)(?P<who>[^,。;由在为]{{0,14}}?{_SHOP})"
    "(?!检查|内?检查|查获|时?发现|执法|巡查|的?(?:经营者|负责人|老板|业务))(?:的?(?:维修|改装|工|修理)[人工]员?|内|里)?(?:实施|进行|完成|施工|帮忙|帮其)?"
)
_REPAIRER = re.compile(
    "该厂|该店|该企业|该维修|该修理|承接|为(?:客户|他人|顾客|一辆|其他|车主|某|过往|[^,。;]{0,10}[车辆])"
    "|[给帮替][^,。;]{0,10}(?:车|客户)|自家|自己的|自己经营|其经营|经营的|其开办|开办的|自有的|其所有的|本厂|本店|检查"
)
_OWNER = re.compile(
    "经营者|货企|客企|运企|车主|所属|车队|所有人|驾驶|司机|其车|名下|将[^,。;]{0,14}车"
    "|[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][A-Z0-9]{3,6}"
)
_CHANGED = re.compile("改装|加高|加装|加长|加宽|增高|拆除座|加焊|改变[^,。;]{0,10}结构")

_UNIT = r"(\d+(?:\.\d+)?)(吨|千克|公斤|kg|t)(及?以下|以上)?"
_MASS = re.compile(rf"(?P<of>[^。;]{{0,30}}?)总质量(?P<gap>[^\d,。;]{{0,8}}){_UNIT}", re.IGNORECASE)
_QUALIFIED = re.compile("(?:的|最大|设计|允许|核定|登记|额定|行驶证|记载|载明|注明|标注|显示|上|出厂|为|其)*$")
_LOAD = re.compile("货|物|装载|载重|挂车|半挂|挂|料$")
_LOAD_BEFORE = re.compile(
    "(?:所运|所载|货物[为是系有]|装载|装有|拉运|载有|拉|运输(?!经营|业务|活动|许可|资质|证|企业|的|车|车辆))[^车]+$"
)
_LIGHT = 4500


def without_repairer(text: str) -> str:
    """A text about an owner's modified vehicle, without the workshop that did the work."""
    if not _CHANGED.search(text) or _REPAIRER.search(text):
        return text
    owner = bool(_OWNER.search(_THROUGH.sub("", text)))

    def aside(found: re.Match[str]) -> str:
        return "" if owner or found["how"] not in ("在", "到", "于", "前往") else found[0]

    return _THROUGH.sub(aside, text)


def own_mass(text: str) -> float | None:
    """The vehicle's own total mass in kg; not the load's, a trailer's, or of both together, nor only a lower bound."""
    masses = []
    for found in _MASS.finditer(text):
        value = float(found[3]) * (1000 if found[4].lower() in ("吨", "t") else 1)
        gap = found["gap"]
        if found[5] == "以上" or re.search("(?<![不未没])(?<!没有)(?:超过|大于|超出|高于)|不低于|不少于|货|含", gap):
            continue
        if _is_own(found["of"]) and not (value <= _LIGHT and re.search("挂车|牵引", text)):
            masses.append(value)
    return max(masses, default=None)


def _is_own(before: str) -> bool:
    whole = _QUALIFIED.sub("", before)
    qualified = len(whole) < len(before)
    if not whole:
        return True
    if whole[-1] in ",(:、":
        clause = re.split("[,。;():、]", whole[:-1])[-1]
        return not _LOAD_BEFORE.search(clause)
    if whole.endswith("车辆") or (whole.endswith("车") and not whole.endswith("挂车")):
        return True
    if re.search("[A-Z0-9]$", whole):
        return True
    return qualified and bool(re.search("(?:车|该车|车辆)[^,。;货挂]{0,4}$", whole)) and not _LOAD.search(whole[-4:])
