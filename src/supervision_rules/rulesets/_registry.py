"""What a ruleset asks of the detectors installed (检测器登记), so that it needn't import them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from pydantic import BaseModel


class KindInfo(Protocol):
    """A kind of finding (异常类型): its Chinese title and the severity it has unless a ruleset says otherwise."""

    @property
    def title(self) -> str:
        """The Chinese title."""

    @property
    def severity(self) -> str:
        """`low`, `medium` or `high`."""


class DetectorInfo(Protocol):
    """A detector (检测器) as a ruleset sees it: name, parameters and kinds of finding."""

    @property
    def name(self) -> str:
        """The name, such as `transport.demand`."""

    @property
    def parameters(self) -> type[BaseModel]:
        """The model of its parameters."""

    @property
    def kinds(self) -> Mapping[str, KindInfo]:
        """The kinds of finding that it gives."""


class Registry(Protocol):
    """The detectors that are installed."""

    def detectors(self) -> Mapping[str, DetectorInfo]:
        """The detectors by name."""
