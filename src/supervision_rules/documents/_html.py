"""Web pages: the text of the document without what surrounds it (网页)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from supervision_rules.documents import _problems
from supervision_rules.documents._blocks import Block, Content, Line, TableBlock
from supervision_rules.documents._encoding import decode_html

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_NEVER = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "iframe",
        "object",
        "svg",
        "canvas",
        "select",
        "button",
        "textarea",
        "nav",
        "aside",
        "footer",
        "head",
        "link",
        "video",
        "audio",
        "map",
    ]
)
_BLOCK = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "main",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "tr",
        "td",
        "th",
        "table",
        "tbody",
        "thead",
        "tfoot",
        "caption",
        "center",
        "blockquote",
        "pre",
        "form",
        "fieldset",
        "address",
        "body",
        "html",
        "header",
        "hr",
    ]
)
_SURROUNDING = re.compile(
    r"(?:^|[\s_-])(?:(?:top|main|site|sub|left|right|side|global)?-?(?:nav|navbar|navigation|menu|menus)|foot|footer|"
    r"bottom|copyright|header|topbar|top|sidebar|side|aside|breadcrumbs?|crumbs?|crumb|"
    r"mbx|dqwz|weizhi|location|position|share|"
    r"bdshare\w*|social|links?|friendlinks?|pager|pagination|pages?nav|search|login|toolbar|tools|related|recommend|"
    r"comments?|qrcode|ewm|dayin|print|fontsize|skip|banner|prevnext|prev|next|hot|ad|ads)(?:$|[\s_-])",
    re.IGNORECASE,
)
_LINES = re.compile(
    r"(?:您?(?:现在|当前)?(?:的|所在)?位置\s*[:：]|分享(?:到|至)?\s*[:：]?|[【\[]?(?:打印|"
    r"关闭|收藏|返回顶部|回到顶部|返回首页|打印本页|关闭窗口)|"
    r"(?:上|下)一(?:篇|条)\s*[:：]|版权所有|主办(?:单位)?\s*[:：]|承办(?:单位)?\s*[:：]|"
    r"\S{0,3}ICP\s*备|\S?公网安备|网站(?:地图|标识码)|技术支持\s*[:：]|"
    r"(?:字体|字号)\s*[:：]?\s*[【\[(（]?\s*[大小]|(?:发布|更新|发稿|录入)(?:时间|日期)\s*[:：]|"
    r"(?:信息|文章|稿件)?来源\s*[:：]|(?:浏览|阅读|点击)(?:次数|量)?\s*[:：]|"
    r"相关(?:附件|链接|文章|阅读|新闻)|扫一扫|责任编辑\s*[:：]|建议使用|copyright\b)",
    re.IGNORECASE,
)
_TITLED = re.compile(r"决定书|裁定书|处罚|公示")
_SPACE = re.compile(r"[ \t\r\n\f]+")
_WRAP = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef])[ \t]*[\r\n]+\s*(?=[\u3000-\u9fff\uff00-\uffef])")


def read_html(path: Path, data: bytes) -> Content:
    """The blocks of a web page.

    Raises:
        DataError: in no usual encoding, or without any text.
        MissingExtraError: selectolax isn't installed.
    """
    try:
        from selectolax.lexbor import LexborHTMLParser
    except ImportError as error:
        raise _problems.missing_extra("selectolax") from error
    tree = LexborHTMLParser(decode_html(path, data))
    body = tree.body
    if body is None:
        raise _problems.empty(path)
    page = _Page(body)
    blocks = [
        block for block in page.blocks(body) if not isinstance(block, Line) or not _LINES.match(block.text.strip())
    ]
    title = tree.css_first("title")
    name = re.split(r"[-_|—]", title.text().strip())[0].strip() if title is not None else ""
    if _TITLED.search(name) and not any(isinstance(block, Line) and name in block.text for block in blocks):
        blocks.insert(0, Line(name))
    if not any(not isinstance(block, Line) or block.text.strip() for block in blocks):
        if body.css_first("img") is not None:
            return Content((), scanned=True)
        raise _problems.empty(path)
    return Content(blocks)


class _Page:
    """A page's body, with its length, by which a surrounding element is told from the document itself."""

    def __init__(self, body: LexborNode) -> None:
        self._length = max(1, len(_SPACE.sub("", body.text())))

    def blocks(self, node: LexborNode) -> list[Block]:
        """Lines and tables below a node, in reading order."""
        out = _Lines()
        self._walk(node, out, pre=False)
        return out.finish()

    def _walk(self, node: LexborNode, out: _Lines, *, pre: bool) -> None:
        child = node.child
        while child is not None:
            self._visit(child, out, pre=pre)
            child = child.next

    def _visit(self, node: LexborNode, out: _Lines, *, pre: bool) -> None:
        tag = node.tag or ""
        if tag == "-text":
            out.text(node.text_content or "", pre=pre)
        elif tag == "br":
            out.end()
        elif tag == "input":
            out.text(_checkbox(node), pre=True)
        elif tag.startswith("-") or self._surrounding(node, tag):
            return
        elif tag == "table" and self._holds_data(node):
            out.block(TableBlock(tuple(self._rows(node))))
        elif tag in _BLOCK:
            out.end()
            self._walk(node, out, pre=pre or tag == "pre")
            out.end()
        else:
            self._walk(node, out, pre=pre)

    def _surrounding(self, node: LexborNode, tag: str) -> bool:
        """Whether an element is navigation, menu, footer or such, and not the document."""
        if tag in _NEVER:
            return True
        attributes = node.attributes
        style = (attributes.get("style") or "").replace(" ", "").lower()
        if "hidden" in attributes or "display:none" in style or attributes.get("role") in ("navigation", "menu"):
            return True
        named = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
        if tag in ("body", "html", "input") or (tag not in _BLOCK and not named.strip()):
            return False
        text = _SPACE.sub("", node.text())
        if _SURROUNDING.search(named) and len(text) < 0.4 * self._length and not _is_document(text):
            return True
        links = node.css("a") if tag in ("ul", "ol", "div", "dl", "p", "center", "tr", "td") else []
        return len(links) >= 3 and sum(len(_SPACE.sub("", link.text())) for link in links) > 0.75 * max(1, len(text))

    def _holds_data(self, table: LexborNode) -> bool:
        """Whether a table is one of labels and values rather than the page's layout."""
        if len(table.css("table")) > 1 or len(_SPACE.sub("", table.text())) == 0:
            return False
        rows = list(_descend(table, "tr", ("tbody", "thead", "tfoot")))
        widest = max((len(list(_cells(row))) for row in rows), default=0)
        return widest > 1

    def _rows(self, table: LexborNode) -> Iterator[tuple[str, ...]]:
        hanging: dict[int, int] = {}
        for row in _descend(table, "tr", ("tbody", "thead", "tfoot")):
            cells: list[str] = []
            for cell in _cells(row):
                while hanging.get(len(cells), 0) > 0:
                    hanging[len(cells)] -= 1
                    cells.append("")
                if (rows := _number(cell.attributes.get("rowspan"))) > 1:
                    hanging[len(cells)] = rows - 1
                lines = (block.text for block in self.blocks(cell) if isinstance(block, Line))
                cells.append("\n".join(line for line in lines if line.strip()))
            if any(cell.strip() for cell in cells):
                yield tuple(cells)


class _Lines:
    """Collects text into lines the way a browser shows it."""

    def __init__(self) -> None:
        self._blocks: list[Block] = []
        self._parts: list[str] = []

    def text(self, text: str, *, pre: bool) -> None:
        if pre and "\n" in text:
            for line in text.split("\n"):
                self._parts.append(line)
                self.end()
        else:
            self._parts.append(text if pre else _SPACE.sub(" ", _WRAP.sub("", text)))

    def end(self) -> None:
        line = "".join(self._parts).strip(" \t")
        self._parts = []
        if line:
            self._blocks.append(Line(line))

    def block(self, block: Block) -> None:
        self.end()
        self._blocks.append(block)

    def finish(self) -> list[Block]:
        self.end()
        return self._blocks


def _is_document(text: str) -> bool:
    return "不服" in text and ("复议" in text or "诉讼" in text)


def _descend(node: LexborNode, wanted: str, through: tuple[str, ...]) -> Iterator[LexborNode]:
    child = node.child
    while child is not None:
        if child.tag == wanted:
            yield child
        elif child.tag in through:
            yield from _descend(child, wanted, through)
        child = child.next


def _cells(row: LexborNode) -> Iterator[LexborNode]:
    child = row.child
    while child is not None:
        if child.tag in ("td", "th"):
            yield child
        child = child.next


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 4 else 1


def _checkbox(node: LexborNode) -> str:
    kind = (node.attributes.get("type") or "").lower()
    if kind not in ("checkbox", "radio"):
        return ""
    return "☑" if "checked" in node.attributes else "□"
