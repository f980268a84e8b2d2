"""100,000 decisions against the law: the detectors, and a Python loop over pydantic objects that does the same.

    python benchmarks/legal.py [--decisions 100000] [--pairs 3]

The decisions are those of the tests' generator, with some 2,000 distinct texts. Both sides start from the prepared columns
(Arrow), read each distinct text once and count the outcomes by detector; the loop makes a `Penalty` of each row and asks the
plain second evaluation. Both must count the same.
"""

from __future__ import annotations

import argparse
import gc
import statistics
import sys
import time
from collections import Counter
from pathlib import Path

sys.path[0] = str(Path(__file__).parents[1] / "tests")  # in place of this folder, which has a detection of its own

from legal.differential import NAMES, prepared
from oracle.legal import generate
from oracle.legal.evaluate import evaluate
from supervision_legal._said import Texts
from supervision_rules.detection import Readings
from supervision_rules.entities import Penalty
from supervision_rules.law import default_book

SEED = 20261125


def by_set(bench) -> Counter:
    """The detectors: every outcome counted in the engine."""
    readings = Readings(bench.engine)
    counts: Counter = Counter()
    for name in NAMES:
        plan = bench.plan(name, readings=readings)
        plan.materialize(bench.engine, "judged")
        rows = bench.engine.fetch('SELECT rung_number, sum(coalesce("n", 1))::BIGINT FROM judged GROUP BY 1')
        for number, count in zip(*(column.to_pylist() for column in rows.columns), strict=True):
            counts[name, plan.outcome(number).value] += count
    return counts


def by_loop(rows: list[dict], truths: dict) -> Counter:
    """The loop: a pydantic object a row, judged by the plain evaluation; each distinct text is read once, by the same readers."""
    counts: Counter = Counter()
    texts = Texts(default_book(), {})
    read: dict[tuple[str, str], object] = {}
    for row in rows:
        penalty = Penalty.model_validate(row)
        pair = (penalty.legal_basis or "", penalty.violation or "")
        if pair not in read:
            read[pair] = texts.read(*pair)
        for name, judgement in evaluate(truths[penalty.decision_no], generate.AS_OF).items():
            counts[name, judgement.outcome] += 1
    return counts


def main() -> None:
    """Time both, one after the other, and print the ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--decisions", type=int, default=100_000)
    parser.add_argument("--pairs", type=int, default=3)
    options = parser.parse_args()
    decisions = generate.decisions(options.decisions, SEED)
    bench = prepared(decisions, generate.AS_OF)
    names = [name for name in Penalty.table.names if name in generate.COLUMNS]
    rows = [{name: getattr(one, name, None) for name in names} for one in decisions]
    for row in rows:
        row["penalty_kinds"] = None if row["penalty_kinds"] is None else list(row["penalty_kinds"])
    truths = {one.decision_no: one for one in decisions}
    default_book()
    texts = len({(one.violation, one.legal_basis) for one in decisions})
    print(f"{len(decisions)} decisions, {texts} distinct pairs of texts")
    gc.collect()
    gc.freeze()  # the data of both sides are no garbage to look through
    ratios = []
    for pair in range(options.pairs):
        began = time.perf_counter()
        ours = by_set(bench)
        between = time.perf_counter()
        theirs = by_loop(rows, truths)
        ended = time.perf_counter()
        assert ours == theirs, sorted((ours - theirs) + (theirs - ours))
        ratios.append((between - began) / (ended - between))
        print(f"pair {pair + 1}: set {between - began:.2f} s, loop {ended - between:.2f} s, ratio {ratios[-1]:.3f}")
    print(f"ratio (median): {statistics.median(ratios):.3f}")


if __name__ == "__main__":
    main()
