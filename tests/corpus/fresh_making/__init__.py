"""Makes the fresh part of the corpus (新留部分语料)."""
