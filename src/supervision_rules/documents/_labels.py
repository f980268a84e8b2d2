"""The labels by which forms, tables and headings name their values (标签), and what stands behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from supervision_rules.documents._text import Cell, Text

LABELS: Mapping[str, tuple[str, ...]] = {
    "decision_no": (
        "行政处罚决定书文号", "行政处罚决定文书号", "行政处罚决定书编号", "行政处罚决定书号", "行政处罚决定文号", "处罚决定书文号", "处罚决定书编号",
        "处罚决定书号", "处罚决定文号", "决定书文号", "决定书编号", "决定书号", "决定文书号", "决定文号", "处罚文号", "文书文号", "文书编号", "文书号", "文号", "编号",
    ),
    "agency": (
        "作出处罚决定的机关", "作出行政处罚决定的机关", "作出行政处罚的机关名称", "作出行政处罚的机关", "作出处罚机关", "作出决定机关", "行政处罚决定机关", "行政处罚机关", "处罚决定机关", "处罚机关名称",
        "处罚机关", "处罚实施机关", "处罚部门", "处罚单位", "决定机关", "执法机关", "执法单位", "行政执法机关", "实施机关", "做出处罚的机关", "作出机关", "执法主体", "行政机关", "处罚机构", "实施部门",
    ),
    "party_name": (
        "行政相对人名称", "行政相对人姓名", "行政相对人", "被处罚当事人", "被处罚单位名称", "被处罚人姓名", "被处罚人名称", "被处罚对象", "被处罚单位", "被处罚者", "被处罚人",
        "违法企业名称或违法自然人姓名", "违法行为人", "违法单位", "违法当事人", "当事人姓名或名称", "当事人名称或姓名", "当事人名称", "当事人姓名", "当事人", "受处罚人", "受处罚单位", "相对人名称", "处罚对象",
    ),
    "name": ("姓名或者名称", "姓名或名称", "名称或姓名", "名称或者姓名", "姓名", "单位名称", "企业名称", "名称", "字号名称", "个体户名称", "主体名称"),
    "party_kind": ("行政相对人类别", "相对人类别", "当事人类别", "被处罚人类别", "当事人类型"),
    "party_id": (
        "行政相对人代码", "统一社会信用代码", "社会信用代码", "信用代码", "统一社会信用代码或身份证号", "居民身份证号码", "居民身份证号", "公民身份证号码", "公民身份号码", "公民身份证号", "身份证件号码", "身份证号码", "身份证件号",
        "身份证号", "身份证", "证件号码", "证件号", "有效证件号码", "有效身份证件号码", "驾驶证号", "驾驶证号码", "机动车驾驶证号", "机动车驾驶证号码", "统一代码", "代码", "注册号", "营业执照注册号",
    ),
    "violation": ("违法行为类型", "违法行为名称", "违法行为种类", "主要违法行为", "违法行为", "案由", "案件名称", "违法类型", "处罚事由", "违法事由", "处罚案由", "案件类型"),
    "facts": ("主要违法事实", "违法事实和证据", "违法事实及证据", "违法事实和依据", "违法事实", "主要违法事实及证据", "处罚事实", "案件事实", "违法情况", "基本案情", "事实"),
    "occurred_on": (
        "违法行为发生时间", "违法行为发生日期", "违法行为时间", "违法发生时间", "违法时间", "违法日期", "违法行为终了之日", "违法行为发生日", "案发时间", "行为发生时间", "违章时间", "行为时间", "发生时间", "违法时间、地点", "违法时间地点", "违法时间及地点", "违法时间和地点", "时间地点", "时间、地点", "时间及地点", "时间",
    ),
    "found_on": ("发现时间", "发现日期", "查获时间", "查获日期", "检查时间", "检查日期", "查处时间", "查处日期"),
    "opened_on": ("立案日期", "立案时间", "立案日"),
    "decided_on": (
        "作出行政处罚的日期", "作出行政处罚决定的日期", "作出行政处罚决定日期", "作出处罚决定的日期", "作出处罚决定日期", "做出行政处罚的日期", "行政处罚决定日期", "行政处罚决定时间", "行政处罚日期", "处罚决定书日期", "处罚决定日期", "处罚决定日",
        "处罚决定时间", "处罚日期", "处罚时间", "决定日期", "决定时间", "作出决定日期", "决定书日期", "决定作出日期", "作出日期", "作出时间", "作出决定时间", "作出处罚决定时间",
    ),
    "served_on": ("送达日期", "送达时间", "签收日期", "签收时间", "收到日期", "收件日期", "送达日", "送达", "送达情况", "受送达人签收日期", "当事人签收日期"),
    "pay_by": ("缴款期限", "缴纳期限", "罚款缴纳期限", "缴款截止日期", "缴纳截止日期", "缴款截止日", "缴款日期截止", "履行期限", "缴款日期"),
    "performed_on": ("履行完毕日期", "履行日期", "执行完毕日期", "缴清日期", "结案日期", "履行完毕日", "缴纳日期", "执行日期"),
    "penalty_kinds": ("行政处罚种类", "行政处罚类别", "行政处罚的种类", "处罚种类", "处罚类别", "处罚类型", "处罚种类1"),
    "content": (
        "行政处罚的内容", "行政处罚内容", "行政处罚结果", "处罚内容", "处罚结果", "处罚决定内容", "行政处罚的履行方式和期限", "行政处罚决定内容", "处罚决定", "行政处罚决定", "处罚情况", "处理结果", "决定内容", "处罚",
    ),
    "fine": ("罚款金额", "罚款数额", "罚款额", "处罚金额", "罚款"),
    "illegal_gains": ("违法所得金额", "违法所得数额", "违法所得"),
    "confiscated": ("没收违法所得、没收非法财物的金额", "没收违法所得或没收非法财物的金额", "没收违法所得没收非法财物的金额", "没收违法所得、没收非法财物金额", "没收违法所得金额", "没收金额", "没收违法所得"),
    "legal_basis": ("行政处罚依据", "处罚依据", "行政处罚的依据", "处罚的法律依据", "法律依据", "处罚法律依据", "处罚依据条款", "依据条款", "适用条款", "条款", "依据"),
    "violated": ("违反法律法规", "违反条款", "违反的法律", "违法依据", "违反规定"),
    "mitigation": (),
    "court": ("受理法院",),
    "applicant": ("申请执行人", "申请强制执行人", "申请人", "申请机关", "申请复议人"),
    "respondent": ("被申请执行人", "被执行人", "被申请人", "被申请强制执行人"),
    "case_no": ("案号",),
    "stop": (
        "性别", "年龄", "民族", "出生日期", "出生年月", "出生年月日", "出生", "住所地", "住所", "住址", "现住址", "家庭住址", "户籍所在地", "户籍地", "地址", "经营地址", "经营场所", "经营者姓名", "经营者", "联系电话", "联系方式", "电话", "手机",
        "邮编", "邮政编码", "职业", "职务", "工作单位", "单位", "个人", "公民", "法定代表人", "法定代表人或负责人", "法人代表", "负责人姓名", "负责人", "主要负责人", "法定代表人姓名", "投资人", "委托代理人", "代理人", "车牌号", "车牌号码", "号牌号码",
        "车辆号牌", "车辆类型", "准驾车型", "档案编号", "发证机关", "违法地点", "违法行为发生地点", "地点", "执法人员", "执法证号", "证件类型", "证件种类", "证件名称", "工商注册号", "组织机构代码", "税务登记号", "处罚有效期", "公示截止期", "公示期限", "处罚机关统一社会信用代码",
        "数据来源单位", "数据来源单位统一社会信用代码", "暂扣或吊销证照名称及编号", "备注", "案件编号", "经办人", "承办人", "缴款银行", "收款单位", "开户银行", "账号", "执法人员签名", "当事人签名", "被处罚人签名", "签名", "违法代码", "驾驶证档案编号", "证据材料", "告知", "告知事项", "救济", "期限", "缴款", "缴纳", "处罚名称", "项目", "履行方式及期限", "履行情况", "类别", "填表日期", "序号", "记分", "证据", "听证情况", "字号", "主体资格证照名称",
        "类型", "国籍", "文化程度", "经营范围", "缴纳方式", "履行方式", "罚款缴纳方式", "公示日期", "发布日期", "发布时间", "更新日期", "法定代表人身份证号", "法定代表人证件号码", "法定代表人证件类型", "统一社会信用代码类型", "救济渠道", "复议机关", "公开日期", "打印日期", "案件来源", "案件承办人",
    ),
}  # fmt: skip
"""Field (or helper) name to the words that name it; `stop` holds labels whose values aren't wanted but end another."""

_CELL_ONLY = frozenset({"时间", "条款", "处罚", "送达", "依据", "代码", "类别", "项目", "缴款", "缴纳", "期限", "告知", "救济", "序号", "事实"})
"""Words too common to be labels but in a table's cell."""
_AMOUNT_KINDS = frozenset({"fine", "confiscated", "illegal_gains"})

_FIELD = {word: field for field, words in LABELS.items() for word in words}
_FILLER = re.compile(r"[\s：:*＊　（）()]")
_UNIT = re.compile(r"（(?P<unit>[^（）]{0,16})）")
_EMPTY = re.compile(r"[\s/／—\-–_无×□☑*]*")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A value behind its label: the field's name, the label as written, the value's place in the folded text.

    `unit` is what the label has in brackets, such as 万元; `cell`: it stands in a table's cell.
    """

    field: str
    word: str
    unit: str
    start: int
    end: int
    cell: bool
    at: int


@cache
def _prose() -> re.Pattern[str]:
    words = "|".join(" ?".join(map(re.escape, word)) for word in sorted(_FIELD.keys() - _CELL_ONLY, key=len, reverse=True))
    return re.compile(rf"(?P<word>{words})(?:\d{{1,2}}|[一二三四五六七八九十]|（[一二三四五六七八九十\d]{{1,2}}）)?(?P<unit>（[^（）：\n]{{1,16}}）)?：")


def labelled(text: Text) -> tuple[Labelled, ...]:
    """All values behind labels, those of tables and those of prose, in the order of their labels."""
    found = [*_of_tables(text), *_of_prose(text)]
    return tuple(sorted(found, key=lambda item: item.at))


def field_of(words: str) -> tuple[str, str] | None:
    """The field that a cell's words name, and the unit that it has in brackets; None where it is no label."""
    words = words.strip("： \n*")
    unit = _UNIT.search(words)
    bare = _FILLER.sub("", _UNIT.sub("", words))
    bare = re.sub(r"^[一二三四五六七八九十\d]{1,2}[、.]", "", bare)
    bare = re.sub(r"(?<=.{3})[12一二]$|_1$", "", bare)
    field = _FIELD.get(bare) or _FIELD.get(_FILLER.sub("", words))
    return (field, unit["unit"] if unit else "") if field else None


def _of_prose(text: Text) -> Iterator[Labelled]:
    folded = text.folded
    matches = list(_prose().finditer(folded))
    for match, following in zip(matches, [*matches[1:], None], strict=False):
        before = folded[match.start() - 1 : match.start()]
        if "\u4e00" <= before <= "\u9fff" and _FIELD[match["word"].replace(" ", "")] != "party_id":
            continue
        end = folded.find("\n", match.end())
        end = len(folded) if end < 0 else end
        tab = folded.find("\t", match.end(), end)
        end = tab if tab >= 0 else end
        if following is not None:
            end = min(end, following.start())
        start = match.end()
        if not folded[start:end].strip() and folded[end : end + 1] == "\n":
            start, stop = end + 1, folded.find("\n", end + 1)
            end = len(folded) if stop < 0 else stop
            end = max(start, min(end, following.start())) if following is not None else end
        start, end = _stripped(folded, start, end)
        if start < end:
            unit = (match["unit"] or "").strip("（）")
            yield Labelled(_FIELD[match["word"].replace(" ", "")], match["word"], unit, start, end, cell=False, at=match.start())


def _of_tables(text: Text) -> Iterator[Labelled]:
    for rows in text.tables:
        header = _header(text, rows)
        if header is not None:
            continue
        for row in rows:
            for place, cell in enumerate(row):
                named = field_of(text.folded[cell.start : cell.end])
                value = _beside(text, row, place, named[0]) if named else None
                if named and value:
                    yield _labelled(text, named, cell, value)


def columns_of(text: Text) -> Iterator[list[list[Labelled]]]:
    """The tables with a row of labels above and a record a row: for each, the rows' values."""
    for rows in text.tables:
        header = _header(text, rows)
        if header is None:
            continue
        labels = [(field_of(text.folded[cell.start : cell.end]), cell) for cell in rows[header]]
        records = []
        for row in rows[header + 1 :]:
            pairs = zip(labels, row, strict=False)
            values = [_labelled(text, named, cell, value) for (named, cell), value in pairs if named and _filled(text, value)]
            if len(values) > 1:
                records.append(values)
        yield records


def _header(text: Text, rows: tuple[tuple[Cell, ...], ...]) -> int | None:
    """The number of the row that holds only labels, with a record below it; None where labels stand beside values."""
    for number, row in enumerate(rows[:3]):
        filled = [cell for cell in row if cell.end > cell.start]
        names = [field_of(text.folded[cell.start : cell.end]) for cell in filled]
        known = [name[0] for name in names if name]
        below = rows[number + 1 : number + 2]
        if len(known) >= 4 and len(known) >= 0.7 * len(filled) and below:
            labels_below = sum(field_of(text.folded[cell.start : cell.end]) is not None for cell in below[0])
            if labels_below < 2 and len(below[0]) >= len(filled) - 1:
                return number
    return None


def _labelled(text: Text, named: tuple[str, str], cell: Cell, value: Cell) -> Labelled:
    start, end = _stripped(text.folded, value.start, value.end)
    return Labelled(named[0], text.folded[cell.start : cell.end].strip("： "), named[1], start, end, cell=True, at=cell.start)


def _beside(text: Text, row: tuple[Cell, ...], place: int, field: str) -> Cell | None:
    """The cell right of a label, unless it is empty or a label itself; 罚款 is a kind of penalty as well as a label."""
    for cell in row[place + 1 : place + 2]:
        named = field_of(text.folded[cell.start : cell.end])
        kind = field in ("penalty_kinds", "content") and named is not None and named[0] in _AMOUNT_KINDS
        if _filled(text, cell) and (named is None or kind):
            return cell
    return None


def _filled(text: Text, cell: Cell) -> bool:
    return not _EMPTY.fullmatch(text.folded[cell.start : cell.end])


def _stripped(folded: str, start: int, end: int) -> tuple[int, int]:
    while start < end and folded[start] in " \n\t，；。、：":
        start += 1
    while start < end and folded[end - 1] in " \n\t，；。、":
        end -= 1
    return start, end
