"""交通运输行政处罚非诉执行监督: detectors for penalties that should have been brought to court."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from supervision_rules.plugin import hookimpl

__all__ = ["detectors"]


@hookimpl
def detectors() -> Iterable[type[Any]]:
    """Give the detectors of this distribution."""
    from supervision_transport._demand import DemandBeforeApplication
    from supervision_transport._non_enforcement import NonEnforcement

    return NonEnforcement, DemandBeforeApplication
