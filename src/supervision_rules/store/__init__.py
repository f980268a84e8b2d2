"""The store (存储): runs, findings, evidence and leads, kept once however often a run is repeated."""

from supervision_rules.store._merge import MergeCounts
from supervision_rules.store._store import Store
from supervision_rules.store._write import RunInfo, WriteSummary

__all__ = ["MergeCounts", "RunInfo", "Store", "WriteSummary"]
