"""A writer killed at any step leaves the store whole, and the next run completes it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the processes to kill are forked")
def test_killed_at_each_step(tmp_path: Path):
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(TESTS), *filter(None, sys.path)])}
    done = subprocess.run(
        [sys.executable, "-m", "store.killing", str(tmp_path)],
        capture_output=True,
        text=True,
        env=environment,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert [one for one in told if not (one["killed"] and one["whole"] and one["completed"])] == []
    names = [one["step"] for one in told]
    assert {"staged findings", "merged findings", "wrote evidence", "merged leads", "committed"} <= set(names)
    assert len(told) > 25
