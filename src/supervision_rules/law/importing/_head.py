"""What stands above a statute's first article: title, document number, history, and a site's own words (标题与沿革)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from supervision_rules.law._statute_titles import number_key, title_key
from supervision_rules.law._statutes import Kind
from supervision_rules.law.importing._history import DAY
from supervision_rules.law.importing._lines import Line

_NOISE = re.compile(
    r"(?:您?(?:所在|当前|现在|的)?(?:的)?位置\s*[:：]?.*|首页\s*(?:[>＞›»|].*)?|.{0,20}首页\s*[>＞›»].*"
    r"|打\s*印.{0,20}|.{0,6}关闭(?:窗口|本页)?|【?\s*字\s*[号体]\s*[:：].*|【.{0,6}(?:打印|字体|关闭|纠错|收藏).*"
    r"|(?:信息)?来源\s*[:：].*|作者\s*[:：].*|(?:责任)?编辑\s*[:：].*|(?:发布|发文|更新|浏览|访问|点击|阅读)(?:时间|日期|次数|量)\s*[:：].*"
    r"|分享(?:到|至)?\s*[:：]?.{0,30}|扫一扫.{0,30}|相关(?:链接|文章|阅读|稿件|附件)\s*[:：]?.{0,60}|版权所有.*|(?:上|下)一[篇条]\s*[:：]?.*"
    r"|返回(?:顶部|首页|列表|上一页)?|(?:主|承|协)办(?:单位)?\s*[:：].*|网站(?:地图|声明|标识码|首页).*|.{0,10}ICP备.*|.{0,4}公网安备.*"
    r"|(?:©|Copyright).*|(?:收藏|保存|复制|下载)(?:本页|本文|全文|打印)?|(?:索引号|主题分类|发文机关|成文日期|发布机构|主题词|有效性|发文字号|公开方式)\s*[:：].*"
    r"|联系我们|无障碍.{0,10}|我要纠错|[-—–]\s*\d{1,4}\s*[-—–]|第\s*\d{1,4}\s*页(?:\s*[，,/]?\s*共\s*\d{1,4}\s*页)?|\d{1,4}\s*/\s*\d{1,4}|\d{1,4})",
    re.IGNORECASE,
)
_LONGEST_NOISE = 90
_LONGEST_TITLE = 80
_TITLE_END = re.compile(
    r"(?:法|条例|办法|规定|细则|解释|决定|规则|通则|章程|批复|意见|通知|答复|公告|修正案|规范|准则|标准|制度|程序|纲要|宪法|典|决议|方案|函|暂行|措施)"
    r"(?:\s*[（(][^（()）]{1,20}[)）])*$"
)
_NUMBER = re.compile(r"[（(]?([\u4e00-\u9fff]{2,8}\s*[〔\[（(【]\s*\d{4}\s*[〕\])）】]\s*第?\s*\d{1,4}\s*号)[)）]?")
_BROKEN = ("人民法院", "人民检察院", "国务院", "委员会", "关于", "办公厅")
_PLACES = re.compile(r"[^《》]{2,12}?(?:省|市|自治区|自治州|自治县|特区)(?<!城市)(?!场)")


@dataclass(frozen=True, slots=True)
class Head:
    """Title, document number, kind, the lines that tell the history, and the part's title where there is one."""

    title: str
    number: str | None
    kind: Kind
    history: str
    part: str = ""


def is_noise(text: str) -> bool:
    """Whether a line is a site's own: its path, its buttons, its notes, the number of a page."""
    return len(text) <= _LONGEST_NOISE and _NOISE.fullmatch(text) is not None


def read_head(lines: Sequence[Line], name: str = "") -> Head:
    """Read what stands above the first article; `name` is the title that the file's name tells."""
    lines = [line for line in lines if not is_noise(line.text)]
    title, used = _title(lines, name)
    numbers = (_NUMBER.fullmatch(line.text) for line in lines)
    number = next(("".join(found[1].split()) for found in numbers if found), None)
    history = "\n".join(line.text for index, line in enumerate(lines) if index not in used)
    title, inside = _without_number(title)
    parts = [line.text for line in lines if line.heading == 1][1:]
    return Head(title, number or inside, kind_of(title, history), history, parts[0] if parts else "")


def _without_number(title: str) -> tuple[str, str | None]:
    found = re.search(_NUMBER.pattern + r"$", title)
    if found and title.endswith((")", "）")) and number_key(found[1]) and title[: found.start()]:
        return title[: found.start()].strip(), "".join(found[1].split())
    return title, None


def _title(lines: Sequence[Line], name: str) -> tuple[str, frozenset[int]]:
    """The title and the lines that it stands on."""
    wanted = title_key(name) if name else ""
    joined = list(_possible(lines))
    main = [(text, used) for text, used in joined if lines[min(used)].heading == 1]
    if len(main) < 2:  # a second one is the part's: 民法典, then 总则
        for text, used in joined:
            if wanted and title_key(text) == wanted:
                return text, used
    if main:
        return main[0]
    for text, used in sorted(joined, key=lambda pair: -len(pair[1])):
        if len(text) < _LONGEST_TITLE and _TITLE_END.search(text):
            return text, used
    return name, frozenset()


def _possible(lines: Sequence[Line]) -> list[tuple[str, frozenset[int]]]:
    found = []
    for index, line in enumerate(lines):
        if re.search(DAY, line.text) and line.heading != 1:
            continue
        text = line.text.strip("《》") if line.text.startswith("《") and line.text.endswith("》") else line.text
        found.append((text, frozenset({index})))
        if index + 1 < len(lines) and line.text.endswith(_BROKEN) and not re.search(DAY, lines[index + 1].text):
            found.append((text + lines[index + 1].text, frozenset({index, index + 1})))
    return found


def kind_of(title: str, history: str) -> Kind:
    """What a statute is, by its title and by who made it."""
    bare = re.sub(r"[（(][^（()）]*[)）]$", "", title)
    if "最高人民法院" in title or "最高人民检察院" in title or re.search("(?:审判|检察)委员会", history):
        return "interpretation"
    if bare.endswith("修正案"):
        return "amendment"
    if re.search(r"(?:决定|批复|答复|通知|通告|公告|意见|决议|函)$", bare):
        return "decision"
    if _PLACES.match(title.replace("中华人民共和国", "")) or re.search(r"[省市州县区]\S{0,12}人民代表大会", history):
        return "local"
    if "全国人民代表大会" in history or (title.startswith("中华人民共和国") and title.endswith(("法", "法典"))):
        return "law"
    if "国务院令" in history or ("国务院" in history and "条例" in title):
        return "regulation"
    if re.search(r"[部局署会]令|[部局署]\S{0,4}(?:公布|发布)", history):
        return "rule"
    return "regulation" if title.endswith("条例") and title.startswith("中华人民共和国") else "other"
