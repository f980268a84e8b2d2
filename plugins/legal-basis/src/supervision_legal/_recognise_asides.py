"""What a text says beside the act: exceptions, licences held, history, another's workshop, another mass (旁述)."""

from __future__ import annotations

import re

_DANGER = "(?:危险货物|危险品|危险化学品|危化品|危险物品|危险废物|危货|易燃易爆|爆炸物品|剧毒化?学?品?|放射性物品)"
_HELD = (
    "(?:具有|具备|持有|已经?依?法?取得了?|仅取得了?|只取得了?|虽取得了?|取得了|虽有|仅有|只有|已办理了?|已获得?|领有)"
)
_ROAD_USER = (
    "(?:出租汽车|出租车|公交车|客车|货车|轿车|大巴|校车|网约车|三轮车|电动自行车|电动车|自行车|行人|摩托车|小汽车)"
)
_WORKSHOP = "改装场所未明"  # in place of a workshop that may be the party, or only where its vehicle was modified

_ASIDES = (
    re.compile(r"\([^()]{0,40}(?:除外|不含|不包括|不计)[^()]{0,10}\)"),
    re.compile(
        rf"\(?(?:非属|非|不是|不属于?|不含|并非|不为|未装载|未运输|没有运输|排除|未列入|不列入|未被列入|不在){_DANGER}(?:货物|物品|运输|范围|类|品名表|目录|名录)?\)?"
    ),
    re.compile(rf"{_DANGER}(?:运输|货物)?(?:经营)?(?:除外|以外的?|之外的?)"),
    re.compile(rf"{_DANGER}(?:运输)?(?:车辆|车)?(?:标识|标志|标牌|灯牌|字样|标签)牌?"),
    # A licence that is there; not one that is void, or another's, or of the vehicle that the act is about.
    re.compile(
        rf"(?<![未没无不非]){_HELD}(?![^,。;()]{{0,24}}(?:失效|过期|伪造|变造|无效|注销|吊销|他人))[^,。;()]{{0,20}}?"
        r"(?:经营许可证|运输许可证|经营许可|运输许可|资质证?书?|经营权|行政许可)(?![^,。;]{0,6}(?:已?过期|失效|被|到期|期满|届满|的车|的货车|的客车))"
    ),
    # What was once. (?<!未), and no surname; drink-driving again and repeated overloading need it.
    re.compile("(?<!未)曾经?(?=因|于|在|被|受|到|从事|运输|装|改装)(?![^,。;]*[酒次])(?![^,。;]*不改)[^,。;]{0,40}"),
    re.compile(
        "(?:此前|之前|先前|前次)(?=因|曾|已|被|受|于)(?![^,。;]*酒)[^,。;]{0,40}?(?:被|受到?|给予)[^,。;]{0,12}(?:处罚|罚款|警告)"
        "(?![^,。;]{0,4}(?:仍|不改|又|再次))"
    ),
    # What wasn't done, where doing it would be an act.
    re.compile(
        "(?:并未|均未|未|没有|并无|不存在|无)(?:再|发生|擅自|违规|非法)?(?:遗洒|遗撒|抛洒|扬撒|洒落|损坏|毁坏|损毁|破坏|超限(?!检测)|超载|超员|超速|挖掘|开挖|占用公路"
        "|强行通过|强行招揽|招揽|堵塞|阻塞|强迫|冲卡|载客|载人|搭载乘客|装载货物|载货|使用假冒|使用伪造|转让|出租给|出借|改装|加高|伪造|变造|逃逸|逃避|饮酒|酒后|醉酒"
        "|收取过路费|途中变更|更换车辆|倾倒|堆放|修建|搭建|新建|设置广告|设置标|埋设|架设|焚烧|采砂|爆破)(?!前|时|[^,。;]{0,14}(?:许可|审批|手续|通行证|批准|同意|资质|备案|报告))[^,。;、()]{0,8}"
    ),
    re.compile("(?:未|没有|并未)将[^,。;]{0,16}(?:转让|出租|出借|移交|交由|交给)[^,。;]{0,10}"),
    re.compile("(?:未|不|没有|并未)(?:遮挡|妨碍)(?:公路|交通|安全|信号|标志|视线|面部|号牌|车牌)[^,。;]{0,6}"),
    re.compile("(?:不在|不属于|未在|未位于|并非在?)[^,。;]{0,8}控制区(?:范围)?内?"),
    re.compile("(?:未|没有|并未|不)(?:从事|用于|参与|处于)(?:道路)?(?:营运|运营|客运|货运)(?!许可|资)"),
    re.compile("(?:血液)?酒精含量(?:检测)?(?:结果|值)?为?:?0(?![.\\d])"),
    re.compile("(?:原为|原系|原是|前身[为是系])(?![^,。;]*[改变])[^,。;]{0,14}"),
    re.compile("(?:托运人|货主|收货人|发货人)(?:为|是|系)[^,。;]{0,20}"),
    re.compile("(?:其|本人)?职业[为是系]?[^,。;]{0,12}"),
    # What was in order.
    re.compile(
        "(?<=[,。;(])[^,。;(未无]{0,14}(?:均已|已经|已按规定|已及时|已)(?:投保|备案|携带|苫盖|覆盖|报告|公示|公布|年检|取得)(?=[,。;)]|$)"
    ),
    re.compile(
        "(?<=[,。;(、])(?![^,。;、(]{0,8}[未无不])[^,。;、(]{1,10}(?:证|证件|许可|保险|标志|手续)(?:均|都)?(?:真实有效|合法有效|真实|在有效期内|齐全|有效)(?=[,。;)]|$)"
    ),
    # Where it only happened to be.
    re.compile(
        "(?:前往|驶往|途经|途径|经过|路过|停放在|停在|停放于|开往)[^,。;]{0,8}?(?:客运站|汽车站|火车站|高铁站|货运站|维修厂|修理厂|汽修厂|驾校|物流园区?|货车限行路段)"
        "(?!未|允许|擅自|违)"
    ),
    re.compile("(?:维修厂|修理厂|汽修厂|驾校|货运站|物流园)(?:旁边|旁|隔壁|对面|附近|门口)的?"),
    re.compile("非机动车道"),
    # Another's want of a licence, to whom the party gave something.
    re.compile(
        "(?<=[为向给与由托雇])(?:未取得|无|没有|未办理|未经|不具备)[^,。;]{0,18}(?:许可证?|资质|批准)的(?=[^,。;]{0,8}(?:车|人|者|企业|单位|公司|某|货企|客企|运企))"
    ),
    re.compile(
        "(?<=[为向给与由托雇])(?:擅自|非法|违法|无证)(?:从事|经营)[^,。;]{0,18}的(?=[^,。;]{0,8}(?:车|人|者|企业|单位|公司))"
    ),
    re.compile("为(?=[^,。;]*(?:未取得|擅自从事|无证|非法营运))[^,。;]{0,40}?提供[^,。;]{0,10}"),
    # What the vehicle burns, and goods called after a fuel.
    re.compile("以[^,。;]{0,6}(?:为燃料|作燃料|为动力)的?"),
    re.compile(
        "(?:汽油|柴油|天然气|甲醇)(?:动力)?(?=[重轻中小微大]?型?(?:自卸|厢式|栏板|仓栅|普通)?(?:货车|客车|汽车|轿车|面包车|牵引车|半挂|三轮车))"
        "|(?:汽油|柴油|天然气|液化气|燃气)(?=管道配件|管材|灶|发电机|机组|滤|泵|发动机)"
    ),
    # Whom the party's vehicle hit, or was hit by.
    re.compile(rf"(?:撞上|撞到|撞倒|撞了|碰撞|追尾|剐蹭|刮擦|擦碰)[^,。;]{{0,12}}?{_ROAD_USER}"),
    re.compile(rf"被[^,。;]{{0,10}}?{_ROAD_USER}撞[上到倒]?"),
    re.compile("[^,。;]{0,6}(?:乘车人|乘客|行人)[^,。;]{0,4}(?:受伤|死亡)"),
    re.compile("国务院[^,。;]{0,8}?主管部门(?:(?:制定|规定|公布|发布|颁布)的)?"),
)
_COLLISION = re.compile(rf"与[^,。;]{{0,14}}?{_ROAD_USER}[^,。;]{{0,8}}?(?:相撞|碰撞|刮擦|剐蹭|追尾|发生(?:交通)?事故)")
_PRIVATE = re.compile("非(?:营运|运营|营业)性?")

_SHOP = "(?:维修|修理|汽修|修配|改装|汽车服务|4S)(?:企业|厂|店|部|中心|公司|铺|站|点)"
_THROUGH = re.compile(
    rf"(?P<how>交由|交给|交|经(?!营|查|检查|调查|核实)|由|委托|送至|送到|送往|送|找|请|雇请|让|开到|开至|驶至|前往|在|到|于)(?P<who>[^,。;由在为年月日时]{{0,14}}?{_SHOP})"
    "(?!检查|内?检查|查获|时?发现|执法|巡查|的?(?:经营者|负责人|老板|业务))(?:的?(?:维修|改装|工|修理)[人工]员?|内|里)?(?:实施|进行|完成|施工|帮忙|帮其)?"
)
_REPAIRER = re.compile(
    "该厂|该店|该企业|该维修|该修理|承接|为(?:客户|他人|顾客|一辆|其他|车主|某|过往|[^,。;]{0,10}[车辆])"
    "|[给帮替][^,。;]{0,10}(?:车|客户)|自家|自己的|自己经营|其经营|经营的|其开办|开办的|自有的|其所有的|本厂|本店|(?:厂|店|部|中心|公司)(?:[内里]|附近)?(?:进行)?(?:检查|执法)"
)
_OWNER = re.compile("经营者|货企|客企|运企|车主|所属|车队|所有人|驾驶|司机|其车|名下|将[^,。;]{0,14}车")
_CHANGED = re.compile("改装|加高|加装|加长|加宽|增高|拆除座|加焊|改变[^,。;]{0,10}结构")

_MOTOR = re.compile(
    "(?:(?<!非)机动车(?!道)|轿车|货车|客车|(?<!残疾人)摩托车|面包车|牵引车|自卸车|越野车|商务车|皮卡|小型车|汽车(?!站|维|修))"
)
_SLOW = re.compile("(?:骑|驾驶)?(?:电动自行车|非机动车|自行车|电瓶车|人力三轮车?|共享单车|行人)")

_UNIT = r"(\d+(?:\.\d+)?)(吨|千克|公斤|kg|t)(及?以下|以上)?"
_MASS = re.compile(rf"(?P<of>[^。;]{{0,30}}?)总质量(?P<gap>[^\d,。;]{{0,8}}){_UNIT}", re.IGNORECASE)
_QUALIFIED = re.compile("(?:的|最大|设计|允许|核定|登记|额定|行驶证|记载|载明|注明|标注|显示|上|出厂|为|其)*$")
_LOAD = re.compile("货|物|装载|载重|挂车|半挂|挂|料$")
_LOAD_BEFORE = re.compile(
    "(?:所运|所载|货物[为是系有]|装载|装有|拉运|载有|拉|运输(?!经营|业务|活动|许可|资质|证|企业|的|车|车辆))[^车]+$"
)
_OF_VEHICLE = re.compile("的[^,。;货挂]{0,10}?(?:普通)?(?:货运)?(?:车|货车|皮卡)")  # 总质量3500千克的轻型货车
_LIGHT = 4500


def without_asides(text: str) -> str:
    """A normalised text without what it says beside the act."""
    for pattern in _ASIDES:
        text = pattern.sub("", text)
    text = _COLLISION.sub("发生事故", text)
    if "酒" in text or "醉" in text:
        text = _PRIVATE.sub("", text)
    return _without_victim(_without_repairer(text))


def _without_repairer(text: str) -> str:
    """A text about an owner's modified vehicle, without the workshop that did the work."""
    if not _CHANGED.search(text) or _REPAIRER.search(text):
        return text
    told = bool(_OWNER.search(_THROUGH.sub("", text)))

    def aside(found: re.Match[str]) -> str:
        # 在某汽修厂 may be where the party's vehicle was, or the party itself.
        return "" if told or found["how"] not in ("在", "到", "于", "前往") else _WORKSHOP

    return _THROUGH.sub(aside, text)


def _without_victim(text: str) -> str:
    """A text about the driver of a motor vehicle, without the people on foot or on bicycles that he met (先说的是当事人)."""
    slow = _SLOW.search(text)
    motor = _MOTOR.search(text) if slow else None
    return _SLOW.sub("", text) if slow and motor and motor.start() < slow.start() else text


def own_mass(text: str) -> float | None:
    """The vehicle's own total mass in kg; not the load's, a trailer's, or of both together, nor only a lower bound."""
    masses = []
    for found in _MASS.finditer(text):
        value = float(found[3]) * (1000 if found[4].lower() in ("吨", "t") else 1)
        gap = found["gap"]
        if found[5] == "以上" or re.search("(?<![不未没])(?<!没有)(?:超过|大于|超出|高于)|不低于|不少于|货|含", gap):
            continue
        own = _is_own(found["of"]) or _OF_VEHICLE.match(text, found.end())
        if own and not (value <= _LIGHT and re.search("挂车|牵引", text)):
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
