"""A plain second evaluation of the five ladders on penalty decisions, to compare the detectors with."""
