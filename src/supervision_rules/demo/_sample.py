"""The sample as a whole (示例数据): scenarios played, numbers given, files written."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from random import Random

from supervision_rules.demo._catalogue import play, scenarios
from supervision_rules.demo._days import Days
from supervision_rules.demo._dirty import add_total
from supervision_rules.demo._files import write_files
from supervision_rules.demo._findings import Sample
from supervision_rules.demo._parties import Parties
from supervision_rules.demo._records import Book
from supervision_rules.demo._scene import Scene
from supervision_rules.errors import UsageError
from supervision_rules.law import LegalTime, default_legal_time

_FEWEST = 50
_PACKAGED = Path(__file__).with_name("transport.yaml")


def write_sample(
    directory: Path,
    *,
    seed: int = 1,
    penalties: int = 200,
    as_of: dt.date = dt.date(2024, 12, 20),
    law: LegalTime | None = None,
) -> Sample:
    """Write sample data as offices really send it, and tell what must be found in it.

    The same arguments give the same files. Everything that is not planted comes out clear or not applicable. All parties
    are fictitious.

    Args:
        directory: where the files go, one a table; made where it isn't there.
        seed: the seed of all that is random.
        penalties: how many penalty decisions, or one more where the last come in pairs.
        as_of: the day to run the sample as of.
        law: calendar and periods; by default the package's own.

    Raises:
        UsageError: fewer than fifty penalties, or a day for which no sample can be made.
    """
    if penalties < _FEWEST:
        raise UsageError.of(
            "SR791",
            f"示例数据至少要有 {_FEWEST} 份处罚决定,不能是 {penalties}",
            f"a sample has {_FEWEST} penalties or more, not {penalties}",
        )
    rng = Random(seed)
    book, days, parties = Book(), Days(as_of, law or default_legal_time()), Parties(rng)
    for scenario in scenarios(penalties, rng):
        if book.decisions >= penalties:
            break
        play(scenario, Scene(book, days, rng, parties, ""))
    book.finish()
    add_total(book, as_of)
    write_files(directory, book, rng, as_of)
    planted = tuple(expected.planted() for expected in book.expected)
    return Sample(directory, as_of, planted, tuple(book.rejected), dict(book.duplicates))


def sample_ruleset() -> Path:
    """The path of the transport ruleset: the packaged one, or in a source tree the repository's own."""
    if _PACKAGED.exists():
        return _PACKAGED
    return Path(__file__).parents[3] / "rulesets" / "transport.yaml"
