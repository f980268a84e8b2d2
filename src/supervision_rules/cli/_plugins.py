"""`plugins`: what is installed, and what was set aside (插件)."""

from __future__ import annotations

import sys

import typer

from supervision_rules.cli._common import Lang, LangOption


def plugins(lang: LangOption = Lang.ZH) -> None:
    """列出已安装的检测器及其所属插件。 / List the installed detectors and their plugins."""
    from supervision_rules.plugin import discover

    registry = discover()
    for name, detector in registry.detectors().items():
        title = detector.title if lang is Lang.ZH else detector.title_en
        print(f"{name}\t{title}\t{registry.origins.get(name, '')}")
    for failure in registry.failures:
        print(failure.problem.text(lang.value), file=sys.stderr)
    if registry.failures:
        raise typer.Exit(3)
