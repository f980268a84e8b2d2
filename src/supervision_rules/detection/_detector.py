"""What a plugin gives: detectors with their tables, parameters, kinds and ladder (检测器)."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from supervision_rules.detection._facts import Facts
from supervision_rules.detection._ladder import Ladder
from supervision_rules.detection._law_tables import LegalTables
from supervision_rules.entities import Entity

Severity = Literal["low", "medium", "high"]


class Parameters(BaseModel):
    """Parameters that every detector has (参数)."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    strict: bool = Field(
        default=False,
        title="严格",
        description="缺少复议诉讼、延期等表或撤销日等列时,判为无法核实,而不是视为没有记录",
    )


P = TypeVar("P", bound=Parameters)


@dataclass(frozen=True, slots=True)
class KindInfo:
    """One kind of finding (异常类型): title, default severity, fixed legal basis, and the sentence that explains a row.

    `zh` and `en` make the sentence from a row's values by name; dates come as text, `—` where there is none.
    """

    title: str
    title_en: str
    severity: Severity
    zh: Callable[[Mapping[str, Any]], str]
    en: Callable[[Mapping[str, Any]], str]
    basis: tuple[str, ...] = ()
    not_tested: tuple[tuple[str, str], ...] = ()
    """What no record tells and the ladder therefore leaves out, in Chinese and English."""


class Detector(ABC, Generic[P]):
    """检测器: judges every record of its subject tables by one ladder.

    A subclass states the class attributes and `judge`; it holds no state of its own.
    """

    name: ClassVar[str]
    title: ClassVar[str]
    title_en: ClassVar[str]
    parameters: ClassVar[type[Parameters]] = Parameters
    subjects: ClassVar[tuple[str, ...]]
    """The tables whose records it judges."""
    reads: ClassVar[tuple[type[Entity], ...]]
    kinds: ClassVar[Mapping[str, KindInfo]]
    documents: ClassVar[bool] = False
    """Whether it asks what the decisions' own documents say; they are read only then."""
    needs: ClassVar[tuple[str, ...]] = ()
    """Names of detectors on whose rungs this one builds (`facts.decided_by`)."""

    @abstractmethod
    def judge(self, facts: Facts, law: LegalTables, p: P) -> Ladder:
        """The ladder over the subjects; nothing is computed yet."""
