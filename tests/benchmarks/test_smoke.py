"""The benchmark runs at a small size, and both sides give the same rows; times are not looked at."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

BENCHMARK = Path(__file__).resolve().parents[2] / "benchmarks" / "detection.py"


@pytest.mark.slow
def test_ours_and_hand_written_sql_give_the_same_rows():
    done = subprocess.run(
        [sys.executable, str(BENCHMARK), "--size", "5000", "--pairs", "1"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "ratio" in done.stdout
    assert "DIFFERENT" not in done.stdout
