"""A plain second evaluation of the enforcement rules, to compare the engine with."""
