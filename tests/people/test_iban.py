"""Account numbers: those of Kazakhstan pass, and a wrong one is told what is wrong with it."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from socialcode.people import iban


@pytest.mark.parametrize("typed", ["KZ86125KZT5004100100", "kz86 125k zt50 0410 0100", " KZ86125KZT5004100100 "])
def test_a_right_number_is_kept_without_spaces(typed):
    assert iban.read(typed) == "KZ86125KZT5004100100"
    assert iban.written(iban.read(typed)) == "KZ86 125K ZT50 0410 0100"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("DE89370400440532013000", "begins with KZ"),
        ("KZ86125KZT500410010", "20 letters and digits"),
        ("KZ86125KZT5004100101", "letters or digits is wrong"),
        ("KZ86125KZT50041001!0", "no such account"),
        ("KZ86XXXKZT5004100100", "no such account"),
    ],
)
def test_a_wrong_number_is_told_what_is_wrong(typed, sentence):
    with translation.override("en"), pytest.raises(ValidationError, match=sentence):
        iban.read(typed)
