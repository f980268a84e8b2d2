"""`law import`: official texts into the user's own folder of statutes (导入法规)."""

from __future__ import annotations

import datetime as dt
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from supervision_rules.cli._common import Lang, LangOption, make_directory, parse_day
from supervision_rules.cli._statutes import default_folder
from supervision_rules.cli._statutes_print import Format, FormatOption, print_json, print_table
from supervision_rules.errors import UsageError

if TYPE_CHECKING:
    from supervision_rules.law.importing import Outcome

_STATUS = {
    "added": ("新导入", "imported"),
    "unchanged": ("未变", "unchanged"),
    "extended": ("补充", "extended"),
    "replaced": ("替换", "replaced"),
    "waiting": ("待定", "waiting"),
    "refused": ("未导入", "refused"),
    "unreadable": ("不能读", "unreadable"),
}


def import_files(
    paths: Annotated[list[Path], typer.Argument(help="文件或目录:Markdown、纯文本、DOCX / files and directories")],
    to: Annotated[
        Path | None,
        typer.Option("--to", help="法规目录;默认 $SUPERVISION_RULES_LAW 或 ~/.supervision-rules/law / the folder"),
    ] = None,
    effective: Annotated[
        list[str] | None,
        typer.Option(
            "--effective",
            help="施行日:标题=日期、标题(通过日)=日期,只导入一个文件时可只写日期;可多次给出 / TITLE=DATE, or DATE for one file",
        ),
    ] = None,
    replace: Annotated[
        bool, typer.Option("--replace", help="内容不同的同一版本以新文件为准,旧的留作 .bak / overwrite")
    ] = False,
    format: FormatOption = Format.TABLE,
    lang: LangOption = Lang.ZH,
) -> None:
    """导入官方公布的法规文本,供查询和比对。 / Import statutes from official texts."""
    from supervision_rules.law import load_statutes
    from supervision_rules.law.importing import find_statute_files, import_statutes

    for path in paths:
        if not path.exists():
            raise UsageError.of(
                "SR735", f"没有 {path}", f"there is no {path}", hint_zh="请检查路径", hint_en="check the path"
            )
    files = find_statute_files(paths)
    told = _told(effective or (), len(files))
    folder = make_directory(to or default_folder(), "--to")
    outcomes = import_statutes(
        files,
        folder,
        load_statutes(folder),
        effective=told,
        replace_changed=replace,
        ask=_ask if format is Format.TABLE and sys.stdin.isatty() and sys.stderr.isatty() else None,
    )
    counts = _counts(outcomes, len(files))
    if format is Format.JSON:
        print_json({"folder": str(folder), "counts": counts, "versions": [_row(one) for one in outcomes]})
    else:
        _print(outcomes, counts, folder, lang)
    if not all(one.read for one in outcomes):
        raise typer.Exit(1)


def _told(texts: Sequence[str], files: int) -> dict[str, dt.date]:
    told: dict[str, dt.date] = {}
    for text in texts:
        title, separator, day = text.rpartition("=")
        if not separator and files != 1:
            raise UsageError.of(
                "SR736",
                f"--effective “{text}”没有写明法规:有 {files} 个文件时,请写成 标题={text}",
                f"--effective “{text}” names no statute: with {files} files, write TITLE={text}",
            )
        told[title.strip()] = parse_day(day.strip(), "--effective ")
    return told


def _ask(title: str, passed: dt.date, reason: str) -> dt.date | None:
    """Ask for a first day in force on the terminal; an empty answer leaves the file out."""
    while True:
        answer = typer.prompt(
            f"《{title}》({passed})何时施行?{reason}。日期(如 2023-07-20),不知道按回车",
            default="",
            show_default=False,
            err=True,
        )
        if not answer.strip():
            return None
        try:
            return dt.date.fromisoformat(answer.strip())
        except ValueError:
            print("不是日期,请写成 2023-07-20 的形式 / no date; write it like 2023-07-20", file=sys.stderr)


def _counts(outcomes: Sequence[Outcome], files: int) -> dict[str, int]:
    read = [one for one in outcomes if one.read]
    statuses = Counter[str](one.status for one in outcomes)
    return {
        "files": files,
        "statutes": len({one.title for one in read}),
        "versions": len(read),
        "articles": sum(one.articles for one in read),
        **{name: statuses[name] for name in _STATUS},
    }


def _row(one: Outcome) -> dict[str, Any]:
    return {
        "status": one.status,
        "files": [str(path) for path in one.files],
        "title": one.title,
        "passed": one.passed and str(one.passed),
        "effective_from": one.effective_from and str(one.effective_from),
        "articles": one.articles,
        "kind": one.kind,
        "missing": list(one.missing),
        "target": str(one.target) if one.read else None,
        "problem": {"code": one.problem.code, "zh": one.problem.zh, "en": one.problem.en, "hint": one.problem.hint_zh}
        if one.problem
        else None,
        "warnings": [
            {"code": found.code, "zh": found.zh, "en": found.en, "hint": found.hint_zh} for found in one.warnings
        ],
    }


def _print(outcomes: Sequence[Outcome], counts: dict[str, int], folder: Path, lang: Lang) -> None:
    zh = lang is Lang.ZH
    heads = (
        ("结果", "法规", "版本", "施行日", "条数", "备注")
        if zh
        else ("result", "statute", "version", "from", "articles", "note")
    )
    read = [one for one in outcomes if one.read]
    if read:
        print_table(
            heads,
            [
                (
                    _STATUS[one.status][0 if zh else 1],
                    one.title,
                    str(one.passed),
                    str(one.effective_from),
                    str(one.articles),
                    _note(one, zh),
                )
                for one in read
            ],
        )
    for one in outcomes:
        for found in (*one.warnings, *([one.problem] if one.problem else [])):
            print(found.text(lang.value), file=sys.stderr)
    out = {name: counts[name] for name in ("waiting", "refused", "unreadable") if counts[name]}
    listed = "".join(
        f",{_STATUS[name][0]} {count}" if zh else f", {_STATUS[name][1]} {count}" for name, count in out.items()
    )
    print(
        f"{counts['files']} 个文件:{counts['statutes']} 部法规,{counts['versions']} 个版本,{counts['articles']} 条"
        f"(新导入 {counts['added']},补充 {counts['extended']},替换 {counts['replaced']},未变 {counts['unchanged']}){listed} → {folder}"
        if zh
        else f"{counts['files']} files: {counts['statutes']} statutes, {counts['versions']} versions, {counts['articles']} articles "
        f"(imported {counts['added']}, extended {counts['extended']}, replaced {counts['replaced']}, "
        f"unchanged {counts['unchanged']}){listed} → {folder}"
    )


def _note(one: Outcome, zh: bool) -> str:
    if one.kind == "points":
        return "不分条" if zh else "not in articles"
    if one.missing and one.kind != "amendment":
        listed = "、".join(map(str, one.missing[:5])) + ("…" if len(one.missing) > 5 else "")
        return f"缺第 {listed} 条" if zh else f"lacks articles {listed}"
    if one.warnings:
        return "可能不完整" if zh else "may not be complete"
    return ""
