"""`ruleset`: check a ruleset, print its JSON Schema (规则集)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from supervision_rules.cli._common import Lang, LangOption

ruleset = typer.Typer(
    help="规则集:检查与模式 / rulesets: check and schema", no_args_is_help=True, rich_markup_mode=None
)


@ruleset.command()
def check(
    path: Annotated[Path, typer.Argument(help="规则集文件 / the ruleset's file")], lang: LangOption = Lang.ZH
) -> None:
    """检查规则集,列出全部错误及其位置。 / Check a ruleset; list every error with its place."""
    from supervision_rules.plugin import discover
    from supervision_rules.rulesets import Ruleset
    from supervision_rules.runtime import apply_rules

    loaded = Ruleset.load(path, discover())
    apply_rules((), loaded).close()
    count = len(loaded.detectors), len(loaded.rules)
    print(
        f"{path}:无误。检测器 {count[0]} 个,规则 {count[1]} 条。"
        if lang is Lang.ZH
        else f"{path}: valid. {count[0]} detectors, {count[1]} rules."
    )


@ruleset.command()
def schema() -> None:
    """输出 JSON Schema,供编辑器补全。 / Print the JSON Schema for editors."""
    from supervision_rules.plugin import discover
    from supervision_rules.rulesets import json_schema

    print(json.dumps(json_schema(discover()), ensure_ascii=False, indent=2))
