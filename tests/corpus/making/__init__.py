"""Makers of the corpus (语料制作): marked-up sources to files of four types with the expected fields beside."""
