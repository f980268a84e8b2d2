"""Make the held-out documents: ``python make.py`` writes them and what they state into ../held_out.

The same sources give the same bytes. PDF files need Chromium and a Chinese font; ``--no-pdf`` leaves those as they are.
``--font FILE`` prints them in that font: one with TrueType outlines (Droid Sans Fallback) makes files a sixth of the size.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

import _docx
import _html
from _sources import Source, broken, read_sources, spans, tables

HERE = Path(__file__).parent
TARGET = HERE.parent / "held_out"
LINES_A_PAGE = 21
# What published files are: not all of them are UTF-8.
ENCODINGS = {"portal_02": "gb18030", "form_06": "gb18030", "portal_04": "utf-8-sig"}


def wrapped(source: Source) -> list[str]:
    """The body broken into lines of a fixed number of characters, as a printed page holds it."""
    width, lines = int(source.header["width"]), []
    for part in tables(source.body):
        if isinstance(part, list):
            lines += ["　".join(row) for row in part]
        elif part[0] == "#":
            lines.append("　" * ((width - len(part)) // 2) + part[1:])
        elif part[0] == ">":
            lines.append("　" * max(width - len(part) - 2, 0) + part[1:])
        else:
            lines += broken("　　" + part, width)
    return lines


def paged(source: Source) -> list[list[str]]:
    lines = wrapped(source)
    return [lines[at : at + LINES_A_PAGE] for at in range(0, len(lines), LINES_A_PAGE)]


def bulletin_text(source: Source) -> str:
    pages = paged(source)
    last = len(pages)
    return "\f".join(
        "\n".join([source.header["header"], "", *lines, "", f"　　　　　　第 {number} 页 共 {last} 页", ""])
        for number, lines in enumerate(pages, 1)
    )


def portal_text(source: Source) -> str:
    head = source.header
    lines = [head["site"], " ".join(_html.MENU), "请输入关键字 搜索", "", head["crumbs"], "", head["title"]]
    lines += [part.replace("=", "：") for part in head.get("meta", "").split("|") if part]
    lines += [head["byline"], ""]
    for line in source.body:
        indent = {"#": "　　　　　　", ">": "　" * 20}.get(line[0], "　　")
        lines.append(indent + (line[1:] if line[0] in "#>" else line.replace("//", "\n")))
    lines += ["", "分享到： QQ空间 新浪微博", "【打印】 【关闭】", f"上一篇：{head['prev']}", f"下一篇：{head['next']}"]
    lines += ["相关文章", *_html.ASIDE, _html.FOOT.format(site=head["site"])]
    return "\n".join(lines) + "\n"


def _boxed(table: list[list[str]]) -> list[str]:
    """A table drawn with lines, long cells broken into several lines of the drawing."""
    lines = []
    for row in spans(table):
        split = [[text[at : at + 26] for at in range(0, len(text), 26)] or [""] for text, _, _ in row]
        widths = [max(len(piece) for piece in cell) for cell in split]
        lines.append("├" + "┼".join("─" * max(width, 2) for width in widths) + "┤")
        for at in range(max(len(cell) for cell in split)):
            pieces = [
                (cell[at] if at < len(cell) else "").ljust(width, "　")
                for cell, width in zip(split, widths, strict=True)
            ]
            lines.append("│" + "│".join(pieces) + "│")
    return lines


def form_text(source: Source) -> str:
    lines: list[str] = []
    for part in tables(source.body):
        if isinstance(part, list):
            drawn = source.name == "form_06"
            lines += _boxed(part) if drawn else ["\t".join("" if cell == "+" else cell for cell in row) for row in part]
        else:
            lines.append({"#": "　　　　", ">": "　" * 14}.get(part[0], "") + part.lstrip("#>^"))
    return "\n".join([*lines, source.header["footer"]]) + "\n"


def _page(source: Source, number: int) -> str:
    if source.layout == "portal":
        return _html.portal(source, number).replace("{charset}", "gb2312" if source.name in ENCODINGS else "utf-8")
    if source.layout == "form":
        return _html.form(source)
    return _html.pages(paged(source), source.header["header"]) if source.kind == "pdf" else _html.exported(source)


def printed(page: str, chromium: str, font: Path | None) -> bytes:
    """The page printed by Chromium, its days of making fixed so that the bytes repeat."""
    if font is not None:
        face = f'@font-face{{font-family:printed;src:url("{font.resolve().as_uri()}")}}'
        style = f"<style>{face}*{{font-family:printed,serif!important;font-weight:normal!important}}</style>"
        page = page.replace("<body", f"{style}<body", 1)
    with tempfile.TemporaryDirectory() as folder:
        before, after = Path(folder, "page.html"), Path(folder, "page.pdf")
        before.write_text(page, encoding="utf-8")
        options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--disable-pdf-tagging"]
        command = [chromium, *options, f"--user-data-dir={folder}/profile", f"--print-to-pdf={after}", str(before)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        return re.sub(rb"\(D:\d{14}", b"(D:20260101000000", after.read_bytes())


def _text(source: Source) -> str:
    return {"portal": portal_text, "form": form_text, "bulletin": bulletin_text}[source.layout](source)


def _word(source: Source) -> bytes:
    if source.layout != "portal":
        return _docx.write(source)
    head = source.header
    facts = [part.split("=", 1) for part in head.get("meta", "").split("|") if "=" in part]
    before = "".join(_docx.paragraph(text) for text in (" | ".join(_html.MENU), head["crumbs"], head["title"]))
    before += _docx.table(facts) + _docx.paragraph(head["byline"])
    after = "".join(_docx.paragraph(f"{word}：{head[key]}") for word, key in (("上一篇", "prev"), ("下一篇", "next")))
    return _docx.write(source, before, after + _docx.paragraph("【打印本页】【关闭窗口】分享到："))


def content(source: Source, number: int, chromium: str, font: Path | None) -> bytes:
    if source.kind == "docx":
        return _word(source)
    if source.kind == "pdf":
        return printed(_page(source, number), chromium, font)
    text = _text(source) if source.kind == "txt" else _page(source, number)
    return text.encode(ENCODINGS.get(source.name, "utf-8"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--no-pdf", action="store_true")
    parser.add_argument("--font", type=Path)
    parser.add_argument("--target", type=Path, default=TARGET)
    chosen = parser.parse_args()
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or ""
    chosen.target.mkdir(parents=True, exist_ok=True)
    for layout in ("portal", "form", "bulletin"):
        for number, source in enumerate(read_sources(HERE / f"{layout}.txt")):
            expected = json.dumps(source.expected, ensure_ascii=False, indent=2) + "\n"
            (chosen.target / f"{source.name}.expected.json").write_text(expected, encoding="utf-8")
            if source.kind == "pdf" and chosen.no_pdf:
                continue
            (chosen.target / f"{source.name}.{source.kind}").write_bytes(content(source, number, chromium, chosen.font))


if __name__ == "__main__":
    main()
