"""Run as a program: kills a writer at each step, and tells whether the store is whole and the next run completes it."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
from pathlib import Path

from store.examples import content, judged, run_info, some_findings
from supervision_rules.entities import FindingRecord
from supervision_rules.store import Store

BEFORE = some_findings(12)
AFTER = [*some_findings(8, severity="high"), *some_findings(1150)[100:]]

JUDGED = {len(findings): judged(findings) for findings in (BEFORE, AFTER)}


def write(store: Store, findings: list[FindingRecord]) -> None:
    """Write a run."""
    leads, suppressions = JUDGED[len(findings)]
    store.write(run_info(), [findings], leads, suppressions)


def killed_at(path: Path, number: int) -> bool:
    """Write in a process of its own that kills itself at a step; whether it came so far."""
    child = os.fork()
    if child == 0:
        steps = 0

        def on_step(_: str) -> None:
            nonlocal steps
            if steps == number:
                os.kill(os.getpid(), signal.SIGKILL)
            steps += 1

        write(Store(path, on_step=on_step), AFTER)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL


def main(folder: Path) -> None:
    """Begin with an empty store and with one that holds an earlier run."""
    steps: list[str] = []
    told = []
    for before in ([], BEFORE):
        first, undisturbed, path = folder / "first.db", folder / "undisturbed.db", folder / "killed.db"
        with Store(first) as store:
            if before:
                write(store, before)
        shutil.copy(first, undisturbed)
        steps.clear()
        with Store(undisturbed, on_step=steps.append) as store:
            write(store, AFTER)
        for number, name in enumerate(steps):
            shutil.copy(first, path)
            killed = killed_at(path, number)
            whole = content(path, runs=True) == content(undisturbed if name == "committed" else first, runs=True)
            with Store(path) as store:
                write(store, AFTER)
            completed = content(path, runs=name != "committed") == content(undisturbed, runs=name != "committed")
            told.append({"step": name, "killed": killed, "whole": whole, "completed": completed})
        first.unlink()
    print(json.dumps(told))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
