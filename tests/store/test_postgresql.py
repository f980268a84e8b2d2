"""The same on PostgreSQL, where one is installed."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from store.examples import some_findings, write
from supervision_rules.errors import StoreError
from supervision_rules.store import MergeCounts, Store

pytestmark = pytest.mark.postgresql


def _run(command: list[str]) -> None:
    """Run a command; PostgreSQL refuses to run as root."""
    if os.geteuid() == 0:
        command = ["su", "postgres", "-c", shlex.join(command)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd="/")


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    pytest.importorskip("psycopg")
    owner = os.geteuid() != 0 or subprocess.run(["id", "postgres"], capture_output=True, check=False).returncode == 0
    if not (owner and shutil.which("initdb") and shutil.which("pg_ctl")):
        pytest.skip("no PostgreSQL here")
    folder = Path(tempfile.mkdtemp(prefix="sr-pg-"))
    data = folder / "data"
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres")
        _run(["initdb", "-D", str(data), "-A", "trust", "-E", "UTF8", "-U", "postgres", "--no-sync"])
        options = f"-c listen_addresses='' -k {folder} -F"
        _run(["pg_ctl", "-D", str(data), "-o", options, "-l", str(folder / "log"), "-w", "start"])
        try:
            yield f"postgresql+psycopg://postgres@/postgres?host={folder}"
        finally:
            _run(["pg_ctl", "-D", str(data), "-m", "immediate", "stop"])
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def test_runs_on_postgresql(url):
    findings = some_findings(1200)
    with Store(url) as store:
        assert write(store, findings).findings == MergeCounts(1200, 0, 0, 0, 0)
        assert list(store.findings()) == findings
        assert write(store, findings).findings == MergeCounts(0, 1200, 0, 0, 0)
        changed = [findings[0].model_copy(update={"severity": "high", "trace": ({"step": 1},)}), *findings[1:400]]
        assert write(store, changed).findings == MergeCounts(0, 399, 1, 0, 800)
        assert list(store.findings()) == changed
        summary = write(store, findings)
        assert summary.findings == MergeCounts(0, 399, 1, 800, 0)
        assert (summary.leads.reopened, summary.suppressed.reopened) == (200, 200)
        assert [run["status"] for run in store.runs()] == ["complete"] * 4


def test_a_second_writer_on_postgresql_is_told(url):
    told = []
    with Store(url) as first, Store(url, wait_seconds=0.05) as second:

        def on_step(name: str) -> None:
            if name == "added run":
                with pytest.raises(StoreError) as caught:
                    write(second, some_findings(4))
                told.append(caught.value.problems[0].code)

        first._step = on_step
        write(first, some_findings(8))
    assert told == ["SR606"]


def test_a_broken_run_leaves_nothing_on_postgresql(url):
    def on_step(name: str) -> None:
        if name == "merged leads":
            raise KeyboardInterrupt

    with Store(url) as store:
        before = list(store.findings(gone=True)), store.runs()
    with Store(url, on_step=on_step) as store, pytest.raises(KeyboardInterrupt):
        write(store, some_findings(5000)[4000:])
    with Store(url) as store:
        assert (list(store.findings(gone=True)), store.runs()) == before
