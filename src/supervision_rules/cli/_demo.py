"""`demo`: sample data as offices really send it, and the transport ruleset run over it (演示)."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from supervision_rules.cli._common import Lang, LangOption, console_for, make_directory
from supervision_rules.cli._run import report


def demo(
    out: Annotated[Path, typer.Option("--out", help="写入演示数据与结果的目录 / folder to write to")] = Path(
        "out/demo"
    ),
    size: Annotated[int, typer.Option("--size", min=50, help="处罚决定的数量 / number of penalties")] = 200,
    seed: Annotated[int, typer.Option("--seed", help="随机种子 / seed")] = 1,
    lang: LangOption = Lang.ZH,
) -> None:
    """生成演示台账,运行交通运输规则集,列出异常提示,写出网页报告和线索库。 / Run on sample data."""
    from supervision_rules.cli._output import Output
    from supervision_rules.demo import sample_ruleset, write_sample
    from supervision_rules.plugin import discover
    from supervision_rules.running import run

    errors = console_for(sys.stderr)
    data = make_directory(out, "--out") / "data"
    sample = write_sample(make_directory(data, "--out"), seed=seed, penalties=size)
    with run(sample_ruleset(), data, as_of=sample.as_of, registry=discover(), lang=lang.value) as result:
        report(result, Output("html", out, lang.value), f"sqlite:///{out / 'leads.db'}", None)
        report(result, Output("table", None, lang.value, 60), None, errors)
    zh = f"应当查出 {len(sample.planted)} 条。数据在 {data},网页报告 {out / 'findings.html'},线索库 {out / 'leads.db'}"
    en = f"{len(sample.planted)} were planted. Data in {data}, page {out / 'findings.html'}, store {out / 'leads.db'}"
    errors.print(zh if lang is Lang.ZH else en, soft_wrap=True)
