"""Writes web pages and plain text files for the fresh part (网页与纯文本)."""

from __future__ import annotations

from html import escape
from zlib import crc32

from corpus.fresh_making.breaking import broken
from corpus.making.markup import Block, Source

STYLE = {
    "table": "table.info{border-collapse:collapse}td{border:1px solid #ddd;padding:6px}.nav li{display:inline}",
    "dl": "dt{float:left;width:14em;color:#666}dd{margin-left:15em}.top{background:#1e5aa8}",
    "p": "b{font-weight:normal;color:#333}#zoom{font-size:16px;line-height:2em}",
    "article": "#zoom p{text-indent:2em}.r{text-align:right}",
    "court": ".PDF_title{text-align:center;font-size:22px}.fy_filebasic{background:#f7f7f7}",
}


def page(source: Source) -> bytes:
    """A page of a publicity site, or of the judgments site for rulings."""
    how = "court" if source.expected["_type"] == "ruling" else source.options["lines"]
    title = source.blocks[0].text
    head = (
        '<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">\n'
        f"<title>{escape(_name(source, title))}</title>\n<style>{STYLE[how]}</style>\n"
        '<script>var _hmt=_hmt||[];window.cfg={"pageSize":10,"total":3286,"date":"2025-10-01"};</script></head>\n<body>\n'
    )
    body = _judgment(source) if how == "court" else _site(source, how)
    return (head + body + "</body></html>\n").encode()


def _name(source: Source, title: str) -> str:
    return f"{title}-{source.options['site']}" if "site" in source.options else f"行政裁定书 - {title}"


def _site(source: Source, how: str) -> str:
    site, published = source.options["site"], source.options["published"]
    title, rest = source.blocks[0], source.blocks[1:]
    hits = crc32(title.text.encode()) % 900 + 20
    nav = ("首页", "信用动态", "政策法规", "信息公示", "信用服务", "异议申诉")
    out = f'<div class="top"><h2>{site}</h2><form><input placeholder="请输入企业名称或统一社会信用代码"></form>\n<ul class="nav">'
    out += "".join(f'<li><a href="/{i}/">{item}</a></li>' for i, item in enumerate(nav)) + "</ul></div>\n"
    out += '<div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/3/">信息公示</a> &gt; 行政处罚</div>\n'
    out += f"<h1>{escape(title.text)}</h1>\n"
    out += f'<div class="meta">发布时间：{published}&nbsp;&nbsp;来源：{site}&nbsp;&nbsp;浏览次数：<span id="hits">{hits}</span> 次</div>\n'
    out += (
        '<div id="zoom">\n' + {"table": _table, "dl": _list, "p": _lines, "article": _article}[how](rest) + "</div>\n"
    )
    out += (
        '<div class="share">【打印】 【关闭】 分享到：</div>\n<div class="related"><h3>相关信息</h3><ul>'
        '<li><a href="#">关于2025年第二季度双公示信息报送情况的通报</a><span>2025-07-04</span></li>'
        '<li><a href="#">上一篇：某建材经营部行政处罚信息</a><span>2025-01-03</span></li></ul></div>\n'
        f'<div class="foot">主办单位：{site}编辑部　网站标识码：9999000021<br>备案号：ICP备99000312号-1　'
        "公网安备99030202000117号　联系电话：0999-12300**</div>\n"
    )
    return out


def _pairs(blocks: list[Block]) -> list[tuple[str, str]]:
    return [(escape(b.cells[0].text), escape(b.cells[1].text)) for b in blocks]


def _table(blocks: list[Block]) -> str:
    rows = "".join(f'<tr><td class="k">{k}</td>\n<td>{v or "&nbsp;"}</td></tr>\n' for k, v in _pairs(blocks))
    return f'<table class="info"><tbody>\n{rows}</tbody></table>\n'


def _list(blocks: list[Block]) -> str:
    return "<dl>\n" + "".join(f"<dt>{k}：</dt>\n<dd>{v}</dd>\n" for k, v in _pairs(blocks)) + "</dl>\n"


def _lines(blocks: list[Block]) -> str:
    return "".join(f'<p><b>{k}：</b><span style="color:#000">{_broken(v)}</span></p>\n' for k, v in _pairs(blocks))


def _broken(text: str) -> str:
    """As pasted from an office program: breaks of the source's lines, and spans cut in the middle of a word."""
    lines = broken(text, 33)
    return "<wbr>\n".join(f"{line[:17]}<span>{line[17:]}</span>" if len(line) > 25 else line for line in lines)


def _article(blocks: list[Block]) -> str:
    sides = {"right": "r"}
    return "".join(
        f'<p class="{sides.get(b.kind, "t")}"><span style="font-family:仿宋_GB2312">{escape(b.text[:40])}</span>'
        f"<span>{escape(b.text[40:])}</span></p>\n"
        for b in blocks
    )


def _judgment(source: Source) -> str:
    published, links = source.options["published"], source.options["links"].split("/")
    court, case_no = source.expected["court"], source.expected["case_no"]
    out = '<div class="nav"><a href="/">首页</a> <a href="/xs">刑事案件</a> <a href="/ms">民事案件</a> <a href="/xz">行政案件</a> '
    out += '<a href="/pc">赔偿案件</a> <a href="/zx">执行案件</a></div>\n'
    out += f'<div class="PDF_title">{court}非诉执行审查行政裁定书</div>\n'
    out += f'<div class="fy_filebasic">发布日期：{published}　浏览：58次　<a href="javascript:;">下载</a></div>\n'
    out += "<ul><li>审理法院：" + str(court) + "</li><li>案　号：" + str(case_no) + "</li><li>"
    out += "</li><li>".join(links) + "</li><li>案件类型：行政案件</li><li>审理程序：非诉行政行为审查</li></ul>\n"
    out += '<div class="PDF_pox">\n'
    for block in source.blocks:
        align = {"title": "center", "centre": "center", "right": "right"}.get(block.kind, "left")
        out += f"<div style='text-align:{align};text-indent:30pt;font-family:宋体'>{escape(block.text)}</div>\n"
    out += (
        '</div>\n<div class="notice">公告：本站裁判文书来源于各级人民法院，未经许可不得用于商业用途。2014-2025</div>\n'
    )
    return out


def plain(source: Source) -> bytes:
    """Text as copied: pairs one under the other for a site, else lines broken at a fixed width."""
    if "site" in source.options:
        return _copied(source).encode("gb18030")
    width = int(source.options.get("wrap", "0"))
    lines: list[str] = []
    for block in source.blocks:
        text = {"title": " " * 12, "centre": " " * 14, "right": " " * 30}.get(block.kind, "") + block.text
        if block.kind == "para" and len(text) > 30 and source.expected["_type"] == "ruling":
            text = "    " + text
        lines += broken(text, width) if width and block.kind == "para" else [text]
    return ("\r\n".join(lines) + "\r\n").encode("utf-8-sig" if width == 36 else "utf-8")


def _copied(source: Source) -> str:
    site, published = source.options["site"], source.options["published"]
    lines = [site, "首页\t信用动态\t信息公示\t信用服务\t联合奖惩", "您的位置：首页 > 信息公示 > 行政处罚 > 详情", ""]
    for block in source.blocks:
        lines += [block.text] if len(block.cells) == 1 else [f"{block.cells[0].text}\t{block.cells[1].text}"]
    lines += [
        "",
        f"公示日期：{published}",
        "免责声明：数据由各单位报送，如有异议请向数据来源单位提出。",
        "Copyright 2018-2023",
    ]
    return "\n".join(lines) + "\n"
