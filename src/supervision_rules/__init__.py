"""Rule engine for the supervision of administrative penalties and their enforcement (行政非诉执行监督)."""
