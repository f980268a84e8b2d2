"""Pages in HTML, as sites, printed forms and word processors make them."""

from __future__ import annotations

import re
from html import escape

from _sources import Source, broken, spans, tables

MENU = ("首页", "机构概况", "新闻动态", "政务公开", "政务服务", "互动交流", "专题专栏")
ASIDE = ("通知公告：关于2026年元旦放假的通知", "热点：关于征求《市容管理办法（草案）》意见的公告（2025年12月1日）")
FOOT = "主办单位：{site}　网站标识码：5200000***　岭ICP备05000***号　地址：政务大道1号　电话：12345"


def _pairs(text: str) -> list[tuple[str, str]]:
    return [(part.split("=", 1)[0], part.split("=", 1)[1]) for part in text.split("|") if "=" in part]


def _digits_apart(text: str) -> str:
    return re.sub(r"([0-9A-Za-z,.]+)", r'<span lang="EN-US">\1</span>', text)


def grid(table: list[list[str]]) -> str:
    rows = []
    for row in spans(table):
        cells = [
            f"<td{f' colspan={columns}' if columns > 1 else ''}{f' rowspan={depth}' if depth > 1 else ''}>"
            f"{escape(text)}</td>"
            for text, columns, depth in row
            if depth
        ]
        rows.append("<tr>" + "".join(cells) + "</tr>")
    return '<table class="bg" border=1 cellspacing=0>\n' + "\n".join(rows) + "\n</table>"


def _modern(source: Source) -> str:
    head, lines = source.header, []
    for line in source.body:
        if line[0] in "#>":
            side = "center" if line[0] == "#" else "right"
            lines.append(f'<p style="text-align:{side}"><span>{escape(line[1:])}</span></p>')
        else:
            text = "<br/>".join(escape(part) for part in line.split("//"))
            lines.append(f'<p style="text-indent:2em"><span style="font-size:16px">{text}</span></p>')
    facts = "".join(
        f"<li><b>{escape(key)}：</b><span>{escape(value)}</span></li>" for key, value in _pairs(head.get("meta", ""))
    )
    return f"""<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>{escape(head["title"])}_{head["site"]}</title>
<style>body{{font:15px serif}}nav a{{margin:0 6px}}.info{{border:1px solid #ccc}}.side{{color:#666}}</style>
<script>var pubDate="2020-01-01";var docNo="测〔2020〕1号";</script></head><body>
<header><h2>{head["site"]}</h2><nav>{"".join(f'<a href="#">{name}</a>' for name in MENU)}</nav></header>
<div class="crumbs">{escape(head["crumbs"])}</div>
<h1>{escape(head["title"])}</h1>
<ul class="info">{facts}</ul><div class="byline">{escape(head["byline"])}</div>
<article>
{chr(10).join(lines)}
</article>
<div class="tools">分享到：<a>微信</a> <a>微博</a> <a>【打印】</a> <a>【关闭】</a></div>
<p>上一篇：<a>{escape(head["prev"])}</a></p><p>下一篇：<a>{escape(head["next"])}</a></p>
<div class="side">{"<br>".join(ASIDE)}</div>
<footer>{FOOT.format(site=head["site"])}</footer></body></html>
"""


def _old(source: Source) -> str:
    head, lines = source.header, []
    for line in source.body:
        if line[0] == "#":
            lines.append(f"<center><b>{escape(line[1:])}</b></center>")
        elif line[0] == ">":
            lines.append("&nbsp;" * 40 + escape(line[1:]) + "<br>")
        else:
            lines.append("&nbsp;&nbsp;&nbsp;&nbsp;" + escape(line).replace("//", "<br>\n") + "<br>")
    facts = "".join(
        f"<tr><td bgcolor=#eeeeee>{escape(key)}</td><td>{escape(value)}</td></tr>"
        for key, value in _pairs(head.get("meta", ""))
    )
    return f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset={{charset}}">
<title>{escape(head["title"])}</title></head><body bgcolor=#ffffff>
<table width=100%><tr>{"".join(f"<td><a href=#>{name}</a></td>" for name in MENU)}</tr></table>
<font size=2>{escape(head["crumbs"])}</font><hr>
<table border=1 width=90%>{facts}</table>
<table width=90% align=center><tr><td align=center><font size=5 color=red>{escape(head["title"])}</font></td></tr>
<tr><td align=center><font size=2>{escape(head["byline"])}</font></td></tr>
<tr><td>
{chr(10).join(lines)}
</td></tr></table>
<font size=2>【<a href=#>打印</a>】【<a href=#>关闭</a>】<br>上一条：{escape(head["prev"])}<br>
下一条：{escape(head["next"])}<br>{ASIDE[0]}</font><hr><center>{FOOT.format(site=head["site"])}</center>
</body></html>
"""


def _editor(source: Source) -> str:
    head, lines = source.header, []
    for line in source.body:
        sort = {"#": "right-title", ">": "sign"}.get(line[0], "txt")
        text = escape(line[1:] if line[0] in "#>" else "　　" + line)
        lines.append(f'<div class="{sort}">{_digits_apart(text).replace("//", "<br />")}</div>')
    facts = "".join(f"<td><em>{key}</em></td><td>{escape(value)}</td>" for key, value in _pairs(head.get("meta", "")))
    return f"""<!doctype html>
<html><head><meta charset="UTF-8"/><meta name="ArticleTitle" content="{escape(head["title"])}"/>
<meta name="PubDate" content="2025-12-31"/><title>{escape(head["title"])}</title>
<style>.hide{{display:none}}</style></head><body>
<div class="top"><a>无障碍</a> | <a>登录</a> | <a>注册</a> | {head["site"]}</div>
<div class="position">{escape(head["crumbs"])}</div>
<table class="xx"><tr>{facts}</tr></table>
<div class="hide">本页由模板生成</div>
<h3>{escape(head["title"])}</h3><div class="ly">{escape(head["byline"])}</div>
<div class="TRS_Editor"><div class="Custom_UnionStyle">
{chr(10).join(lines)}
</div></div>
<ul><li>上一篇 {escape(head["prev"])}</li><li>下一篇 {escape(head["next"])}</li></ul>
<div>相关链接：{"；".join(ASIDE)}</div><div class="foot">{FOOT.format(site=head["site"])}</div></body></html>
"""


def portal(source: Source, variant: int) -> str:
    return (_modern, _old, _editor)[variant % 3](source)


def form(source: Source) -> str:
    parts = []
    for part in tables(source.body):
        if isinstance(part, list):
            parts.append(grid(part))
        elif part[0] == "#":
            parts.append(f"<h2>{escape(part[1:])}</h2>")
        elif part[0] == ">":
            parts.append(f'<div class="r">{escape(part[1:])}</div>')
        elif part[0] == "^":
            parts.append(f'<div class="box">{escape(part[1:])}</div>')
        else:
            parts.append(f"<p>{escape(part)}</p>")
    return f"""<html><head><meta charset="utf-8"><title>执法文书</title>
<style>body{{font:15px serif}}h2{{text-align:center}}.r{{text-align:right}}.bg{{width:100%;border-collapse:collapse}}
td{{padding:4px 6px}}.box{{float:right;width:11em;border:1px solid;font-size:12px}}.f{{font-size:11px}}</style></head><body>
{chr(10).join(parts)}
<div class="f">{escape(source.header["footer"])}</div></body></html>
"""


def pages(lines_by_page: list[list[str]], header: str) -> str:
    """A page of fixed lines each, for printing: the running header, the lines, the page's number."""
    sheets = []
    for number, lines in enumerate(lines_by_page, 1):
        rows = "\n".join(f"<div>{escape(line) or '&nbsp;'}</div>" for line in lines)
        sheets.append(f'<section><div class="h">{header}</div>\n{rows}\n<div class="n">— {number} —</div></section>')
    return f"""<html><head><meta charset="utf-8"><title>{header}</title>
<style>@page{{size:A4;margin:18mm}}body{{font:17px/1.9 serif;margin:0}}section{{break-after:page}}
section:last-child{{break-after:auto}}div{{white-space:pre}}.h{{color:red;text-align:center;border-bottom:2px solid red}}
.n{{text-align:center}}</style></head><body>{"".join(sheets)}</body></html>
"""


def exported(source: Source) -> str:
    """As a word processor saves a page: paragraphs of spans, and the source's own lines broken inside sentences."""
    lines = []
    for line in source.body:
        side = {"#": "center", ">": "right"}.get(line[0], "justify")
        text = line[1:] if line[0] in "#>" else line
        wide = [escape(part) for part in broken(text, 42)]
        inner = "\n".join(f"<span style='font-family:仿宋_GB2312'>{_digits_apart(part)}</span>" for part in wide)
        lines.append(f"<p class=MsoNormal align={side}>{inner}<o:p></o:p></p>")
    return f"""<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Word 15">
<title>{source.header["header"]}</title>
<!--[if gte mso 9]><xml><o:DocumentProperties><o:Created>2019-05-05T01:00:00Z</o:Created></o:DocumentProperties></xml>
<![endif]--><style><!-- p.MsoNormal {{margin:0cm; font-size:16.0pt}} --></style></head>
<body lang=ZH-CN><div class=WordSection1>
<p class=MsoHeader><span style='color:red'>{source.header["header"]}</span></p>
{chr(10).join(lines)}
<p class=MsoFooter align=center>第 <span lang=EN-US>1</span> 页 共 <span lang=EN-US>1</span> 页</p>
</div></body></html>
"""
