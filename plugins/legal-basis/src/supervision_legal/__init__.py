"""行政处罚决定法律适用的监督: detectors that hold a penalty decision against the law in force."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from supervision_rules.plugin import hookimpl

__all__ = ["detectors"]


@hookimpl
def detectors() -> Iterable[type[Any]]:
    """Give the detectors of this distribution."""
    from supervision_legal._basis import BasisFitsAct
    from supervision_legal._citation import CitationInForce
    from supervision_legal._penalty import SanctionInRange
    from supervision_legal._remedy import RemediesTold
    from supervision_legal._time import DecidedInTime

    return CitationInForce, BasisFitsAct, SanctionInRange, RemediesTold, DecidedInTime
