"""Account numbers as they are shown."""

import pytest

from socialcode import lookalikes
from socialcode.people import iban


def test_an_account_is_written_in_groups_and_read_back():
    assert iban.written("KZ86125KZT5004100100") == "KZ86 125K ZT50 0410 0100"
    assert iban.read("kz86 125k zt50 0410 0100") == "KZ86125KZT5004100100"


def test_cyrillic_letters_that_look_like_latin_ones_are_read_as_such():
    assert iban.read("КZ86 125К ZТ50 0410 0100") == "KZ86125KZT5004100100"
    assert iban.read("кz86125кzт5004100100") == "KZ86125KZT5004100100"


@pytest.mark.parametrize("typed", ["99O131 4OОl29", "990131400129"])
def test_letters_for_digits_of_a_number_are_read_as_digits(typed):
    assert lookalikes.digits("".join(typed.split())) == "990131400129"
