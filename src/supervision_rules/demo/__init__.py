"""Sample data as offices really send it, and what must be found in it (示例数据)."""

from supervision_rules.demo._findings import Planted, Rejected, Sample
from supervision_rules.demo._sample import sample_ruleset, write_sample

__all__ = ["Planted", "Rejected", "Sample", "sample_ruleset", "write_sample"]
