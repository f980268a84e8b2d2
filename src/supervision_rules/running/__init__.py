"""Running a ruleset over records (运行规则集)."""

from supervision_rules.running._result import DetectorFailure, Result
from supervision_rules.running._run import run

__all__ = ["DetectorFailure", "Result", "run"]
