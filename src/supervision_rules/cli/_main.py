"""The command's entry: sub-commands, and errors as sentences instead of tracebacks."""

from __future__ import annotations

import os
import sys

import typer

from supervision_rules.cli import _common
from supervision_rules.cli._cite import cite
from supervision_rules.cli._demo import demo
from supervision_rules.cli._extract import extract
from supervision_rules.cli._law import law
from supervision_rules.cli._plugins import plugins
from supervision_rules.cli._ruleset import ruleset
from supervision_rules.cli._run import run
from supervision_rules.errors import SupervisionError

app = typer.Typer(
    name="supervision-rules",
    help="行政处罚与行政非诉执行监督:读入台账,按法定期限比对,列出异常提示。 / Supervision of administrative penalties.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
)
app.command("run")(run)
app.command("demo")(demo)
app.command("plugins")(plugins)
app.command("extract")(extract)
law.command("cite")(cite)
app.add_typer(law, name="law")
app.add_typer(ruleset, name="ruleset")


def main() -> None:
    """Run the command line; exit code 0 ran, 2 wrong use, 3 invalid ruleset or data."""
    try:
        app()
    except SupervisionError as error:
        print(error.text(_common.language()), file=sys.stderr)
        sys.exit(error.exit_code)
    except BrokenPipeError:  # whoever read the output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except KeyboardInterrupt:
        print("已中断 / interrupted", file=sys.stderr)
        sys.exit(130)
