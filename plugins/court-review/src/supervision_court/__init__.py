"""法院审查行政非诉执行案件的监督: detectors for the court's side of non-litigation enforcement."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from supervision_rules.plugin import hookimpl

__all__ = ["detectors"]


@hookimpl
def detectors() -> Iterable[type[Any]]:
    """Give the detectors of this distribution."""
    from supervision_court._acceptance import Acceptance
    from supervision_court._admission import Admission
    from supervision_court._after_ruling import ImmediateEnforcement, Objection, RefusalService
    from supervision_court._ruling import RulingInTime

    return Acceptance, RulingInTime, RefusalService, Objection, ImmediateEnforcement, Admission
