"""Writes HTML pages (with a government site's surroundings for the portal) and plain text files."""

from __future__ import annotations

import base64
from html import escape

from corpus.making import seal
from corpus.making.markup import Marked, Source
from corpus.making.pdf import wrap

SCRIPT = (
    "<script>var printed='2026-01-31';function share(x){window.open('https://share.yunling.example/?to='+x)}</script>"
)
STYLE = "<style>.no{text-align:center}.r{text-align:right}td{border:1px solid #999}/* 决定书样式 */</style>"


def _inline(cell: Marked, portal: bool) -> str:
    text = cell.text
    cut = len(text) * 2 // 3
    if not portal or len(text) < 12:
        return escape(text)
    return f'<span style="font-family:仿宋_GB2312">{escape(text[:cut])}</span><span lang="EN-US">{escape(text[cut:])}</span>'


def _content(source: Source, portal: bool) -> str:
    out, rows = "", ""
    for block in source.blocks:
        if block.kind == "row":
            cells = "".join(
                f"<t{'h' if i % 2 == 0 and not portal else 'd'}>{_inline(c, portal)}</t{'h' if i % 2 == 0 and not portal else 'd'}>"
                for i, c in enumerate(block.cells)
            )
            rows += f"<tr>{cells}</tr>\n"
            continue
        if rows:
            out, rows = f'{out}<table cellspacing="0">\n{rows}</table>\n', ""
        inner = _inline(block.cells[0], portal)
        match block.kind:
            case "title":
                out += f"<h1>{inner}</h1>\n"
            case "no" | "centre":
                out += f'<p class="no">{inner}</p>\n'
            case "heading":
                out += f"<p><strong>{inner}</strong></p>\n"
            case "right":
                out += f'<p class="r">{inner}</p>\n'
            case "seal":
                image = base64.b64encode(seal.png()).decode()
                out += f'<p class="r"><img alt="" src="data:image/png;base64,{image}"></p>\n'
            case _:
                out += f"<p>&nbsp;&nbsp;&nbsp;&nbsp;{inner}</p>\n"
    return out + (f'<table cellspacing="0">\n{rows}</table>\n' if rows else "")


def _broken(source: Source) -> str:
    """All in one element, with line breaks for paragraphs, as many editors leave it."""
    return f'<div class="txt">{"<br />".join("　　" + escape(b.text) for b in source.blocks if b.text)}</div>\n'


def write_html(source: Source) -> bytes:
    charset = source.options.get("charset", "utf-8")
    site, title = source.options.get("site", ""), source.blocks[0].text
    body = _broken(source) if source.options.get("breaks") else _content(source, bool(site))
    if site:
        day, crumb = source.options.get("published", "2026-01-31"), source.options.get("crumb", "行政处罚")
        links = "".join(
            f'<li><a href="#">{escape(x)}</a></li>' for x in source.options.get("links", "").split(";") if x
        )
        body = (
            f'<div id="top"><a href="/">设为首页</a> | <a href="/">加入收藏</a> | <a href="/">无障碍浏览</a><h2>{site}</h2>\n'
            "<ul><li>首页</li><li>政务公开</li><li>办事服务</li><li>互动交流</li><li>行政复议指南</li></ul></div>\n"
            f'<div class="crumb">当前位置：首页 &gt; 政务公开 &gt; {crumb} &gt; 正文</div>\n'
            f'<div class="meta">发布日期：{day}　来源：{site}　浏览次数：<span id="hits">1024</span>　字号：[大 中 小]　'
            '<a href="#" onclick="window.print()">打印本页</a></div>\n'
            f'<div class="article">\n{body}</div>\n'
            '<div class="share">分享到：<a href="#">微信</a> <a href="#">微博</a> <a href="#">QQ空间</a></div>\n'
            f'<div class="related"><h3>相关链接</h3><ul>{links}</ul></div>\n'
            f'<div id="foot">主办单位：{site}　版权所有<br>网站标识码：9900000123　云公网安备 99000002000123号　'
            "联系电话：0999-8100000<br>建议使用1024×768以上分辨率浏览　更新时间：2026年1月31日</div>\n"
        )
    page = (
        f'<!DOCTYPE html>\n<html lang="zh-CN"><head><meta http-equiv="Content-Type" content="text/html; charset={charset}">\n'
        f"<title>{escape(title)}{'-' + site if site else ''}</title>{STYLE}{SCRIPT if site else ''}</head>\n<body>\n{body}"
        "</body></html>\n"
    )
    return page.encode("gb18030" if charset in ("gb2312", "gbk") else "utf-8")


def write_txt(source: Source) -> bytes:
    """Plain text; with `wrap` the lines break inside sentences, with `lines` pages have a header and a number."""
    width, per_page = int(source.options.get("wrap", "0")), int(source.options.get("lines", "0"))
    lines: list[str] = []
    for block in source.blocks:
        match block.kind:
            case "seal":
                lines.append("（印章）")
            case "row":
                lines.append("\t".join(cell.text for cell in block.cells))
            case "title" | "no" | "centre":
                lines.append(" " * 12 + block.text)
            case "right":
                lines.append(" " * 30 + block.text)
            case _:
                text = "　　" + block.text if block.kind == "para" else block.text
                lines += wrap(text, width) if width else [text]
    if per_page:
        paged: list[str] = []
        for number, start in enumerate(range(0, len(lines), per_page), 1):
            head = [source.options["page_header"], ""] if "page_header" in source.options else []
            paged += [*head, *lines[start : start + per_page], "", f"—  {number}  —", "\f"]
        lines = paged[:-1]
    text = "\n".join(lines) + "\n"
    charset = source.options.get("charset", "utf-8")
    return text.encode(charset)
