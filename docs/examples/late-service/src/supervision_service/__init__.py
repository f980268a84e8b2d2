"""处罚决定书的送达期限: a detector for penalty decisions served late."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from supervision_rules.plugin import hookimpl

__all__ = ["detectors"]


@hookimpl
def detectors() -> Iterable[type[Any]]:
    """Give the detectors of this distribution."""
    from supervision_service._late import LateService

    return (LateService,)
