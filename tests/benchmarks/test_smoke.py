"""The benchmarks run at a small size, and both sides give the same; times are not looked at."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"


def _output(name, *options):
    command = [sys.executable, str(BENCHMARKS / name), *options, "--pairs", "1"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.slow
def test_ours_and_hand_written_sql_give_the_same_rows():
    output = _output("detection.py", "--size", "5000")
    assert "ratio" in output
    assert "DIFFERENT" not in output


@pytest.mark.slow
def test_detectors_and_a_loop_over_objects_count_the_same():
    assert "ratio" in _output("legal.py", "--decisions", "3000")
