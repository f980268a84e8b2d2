"""Runs the command line in this process and gives what a user sees."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from supervision_rules.cli import main

ROOT = Path(__file__).resolve().parents[2]
RULESET = ROOT / "rulesets" / "transport.yaml"


@dataclass(frozen=True)
class Seen:
    """Exit code, standard output and standard error."""

    code: int
    out: str
    err: str


def command(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *args: object) -> Seen:
    """Run `supervision-rules` with these arguments."""
    monkeypatch.setattr(sys, "argv", ["supervision-rules", *map(str, args)])
    monkeypatch.setenv("COLUMNS", "200")
    code = 0
    try:
        main()
    except SystemExit as stop:
        code = int(stop.code or 0)
    captured = capsys.readouterr()
    return Seen(code, captured.out, captured.err)
