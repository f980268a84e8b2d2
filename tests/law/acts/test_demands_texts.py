"""Each figure and each word of the demands stands in the provision that it names."""

from __future__ import annotations

import pytest

from law.acts.statute_pages import numeral, passage
from supervision_rules.law import load_demands

UNITS = {"yuan": "元", "days": "日", "workdays": "日", "years": "年"}


@pytest.mark.parametrize("demand", list(load_demands().values()), ids=lambda one: one.name)
def test_it_stands_in_the_text(demand):
    text = passage(demand.statute, str(demand.version), demand.article, demand.paragraph, demand.item)
    for word in demand.words:
        assert word in text
    if demand.figure is None:
        return
    figure = int(demand.figure)
    if demand.unit == "percent_a_day":
        assert f"每日按罚款数额的百分之{numeral(figure)}" in text
    elif demand.unit == "times_fine":
        assert figure == 1
        assert "不得超出" in text
    else:
        assert any(form + UNITS[demand.unit] in text for form in (str(figure), numeral(figure))), text
