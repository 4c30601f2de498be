"""Account numbers as they are shown."""

from socialcode.people import iban


def test_an_account_is_written_in_groups_and_read_back():
    assert iban.written("KZ86125KZT5004100100") == "KZ86 125K ZT50 0410 0100"
    assert iban.read("kz86 125k zt50 0410 0100") == "KZ86125KZT5004100100"
