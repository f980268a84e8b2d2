"""The command line (命令行): `supervision-rules`."""

from supervision_rules.cli._main import main

__all__ = ["main"]
