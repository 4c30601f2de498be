from decimal import Decimal

import pytest
from django.core.checks import run_checks

from socialcode.engine.registry import registry
from socialcode.law.chart import round_top


def test_rules_and_values_fit_to_the_end_of_next_year():
    assert run_checks(tags=["law"]) == []


def test_a_missing_figure_is_said_at_start_up(monkeypatch):
    less = {name: parameter for name, parameter in registry.parameters.items() if name != "mci"}
    monkeypatch.setattr(registry, "parameters", less)
    problems = run_checks(tags=["law"])
    assert problems
    assert all(problem.id == "law.E001" for problem in problems)
    assert any("asks for 'mci'" in problem.msg for problem in problems)


@pytest.mark.parametrize(("largest", "end"), [(4325, 6000), (85000, 100000), (50851, 60000), (10, 20), (61, 80)])
def test_an_axis_ends_on_a_round_number(largest, end):
    assert round_top(Decimal(largest)) == end
