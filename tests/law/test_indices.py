"""The published figures against what was read in the sources, cell by cell."""

import datetime

import pytest

from socialcode.engine.registry import registry
from socialcode.law.regions import regions

NAMES = ("mci", "minimum_wage", "subsistence_minimum", "minimum_pension", "minimum_base_pension")
IN_FORCE = {
    "2018-01-01": (2405, 28284, 28284, 33745, 15274),
    "2019-01-01": (2525, 42500, 29698, 36108, 16037),
    "2020-01-01": (2651, 42500, 31183, 38636, 16839),
    "2020-03-31": (2651, 42500, 31183, 38636, 16839),
    "2020-04-01": (2778, 42500, 32668, 40441, 17641),
    "2021-01-01": (2917, 42500, 34302, 43272, 18524),
    "2022-03-31": (3063, 60000, 36018, 46302, 19450),
    "2022-04-01": (3180, 60000, 37389, 48032, 20191),
    "2023-01-01": (3450, 70000, 40567, 53076, 24341),
    "2024-01-01": (3692, 85000, 43407, 57853, 28215),
    "2025-12-31": (3932, 85000, 46228, 62771, 32360),
    "2026-01-01": (4325, 85000, 50851, 69049, 35596),
}


@pytest.mark.parametrize("on", IN_FORCE)
def test_published_figures(on):
    values = registry.values(datetime.date.fromisoformat(on))
    assert tuple(values.value(name) for name in NAMES) == IN_FORCE[on]


@pytest.mark.parametrize("name", NAMES)
def test_every_figure_names_its_act_and_where_it_was_seen(name):
    for version in registry.parameters[name].versions:
        assert version.act
        assert version.source.startswith("http") or version.status == "recalled"
        assert version.since <= datetime.date(2026, 11, 21), "a forecast is not law"


def test_the_poverty_line_is_not_invented():
    for line in registry.parameters["poverty_line"].versions:
        assert line.region in regions()
        assert line.source.startswith("https://")


def test_there_are_twenty_regions_in_three_languages():
    assert len(regions()) == 20
    assert all(region.kk and region.ru and region.en for region in regions().values())
