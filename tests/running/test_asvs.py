"""docs/asvs.md: complete, counted, and its places exist."""

import re
from collections import Counter

from django.conf import settings

TEXT = (settings.BASE_DIR / "docs" / "asvs.md").read_text()
ROWS = re.findall(r"^\| (\d+\.\d+\.\d+) \| ([12]) \| (.+?) \| (.+?) \| (.+?) \| (.*?) ?\|$", TEXT, re.MULTILINE)
COUNTS = re.findall(r"^\| ([12]) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \|$", TEXT, re.MULTILINE)
STATES = ("met", "**not met**", "not applicable")
MOST_NOT_MET = {"1": 0, "2": 10}
# The sections of the standard, with the level of each requirement in its order; those of level 3 come after them
LEVELS = {
    "1.1": "22",
    "1.2": "111112222",
    "1.3": "11222222222",
    "1.4": "222",
    "1.5": "12",
    "2.1": "122",
    "2.2": "112",
    "2.3": "1222",
    "2.4": "2",
    "3.2": "11",
    "3.3": "1222",
    "3.4": "112222",
    "3.5": "11122",
    "3.7": "22",
    "4.1": "122",
    "4.2": "2",
    "4.3": "22",
    "4.4": "1222",
    "5.1": "2",
    "5.2": "112",
    "5.3": "11",
    "5.4": "222",
    "6.1": "122",
    "6.2": "111111112222",
    "6.3": "1122",
    "6.4": "1122",
    "6.5": "22222",
    "6.6": "222",
    "6.8": "2222",
    "7.1": "222",
    "7.2": "1111",
    "7.3": "22",
    "7.4": "11222",
    "7.5": "22",
    "7.6": "22",
    "8.1": "12",
    "8.2": "112",
    "8.3": "1",
    "8.4": "2",
    "9.1": "111",
    "9.2": "1222",
    "10.1": "22",
    "10.2": "22",
    "10.3": "2222",
    "10.4": "11111222222",
    "10.5": "22222",
    "10.6": "22",
    "10.7": "222",
    "11.1": "22",
    "11.2": "222",
    "11.3": "112",
    "11.4": "1222",
    "11.5": "2",
    "11.6": "2",
    "12.1": "122",
    "12.2": "11",
    "12.3": "2222",
    "13.1": "2",
    "13.2": "22222",
    "13.3": "22",
    "13.4": "12222",
    "14.1": "22",
    "14.2": "1222",
    "14.3": "122",
    "15.1": "122",
    "15.2": "122",
    "15.3": "1222222",
    "16.1": "2",
    "16.2": "22222",
    "16.3": "2222",
    "16.4": "222",
    "16.5": "222",
    "17.1": "2",
    "17.2": "2222",
    "17.3": "22",
}


def test_every_requirement_has_its_row():
    wanted = [(f"{of}.{place}", level) for of, levels in LEVELS.items() for place, level in enumerate(levels, start=1)]
    assert [(number, level) for number, level, *_rest in ROWS] == wanted
    assert len(wanted) == 253


def test_the_counts_are_those_of_the_rows():
    counted = Counter((level, state) for _number, level, _what, state, *_rest in ROWS)
    assert set(STATES) == {state for _level, state in counted}
    for level, *told in COUNTS:
        found = [counted[level, state] for state in STATES]
        assert [*found, sum(found)] == [int(number) for number in told], level
        assert counted[level, "**not met**"] <= MOST_NOT_MET[level]
    assert [level for level, *_told in COUNTS] == ["1", "2"]


def test_every_place_exists():
    places = {number: settings.BASE_DIR / place.strip("`") for number, *_row, place in ROWS}
    assert not [number for number, place in places.items() if not place.exists()]


def test_what_is_met_has_a_place():
    assert not [number for number, _level, _what, state, _how, place in ROWS if state != "not applicable" and not place]
