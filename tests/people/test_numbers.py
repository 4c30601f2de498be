"""The numbers by which people, accounts and phones are known: what is right, what is wrong, and a sentence for it."""

import datetime
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError

from socialcode import iin, yaml_file
from socialcode.people import iban, phone
from socialcode.people.number_fields import IbanField, IinField, PhoneField

NUMBERS = yaml_file.read(Path(__file__).parent / "numbers.yaml")


@pytest.mark.parametrize("row", NUMBERS["iin"]["valid"], ids=lambda row: row["iin"])
def test_an_iin_says_the_birth_and_the_sex(row):
    read = iin.read(row["iin"])
    assert (read.birth_date, read.sex) == (datetime.date.fromisoformat(row["birth"]), row["sex"])


@pytest.mark.parametrize("row", NUMBERS["iin"]["invalid"], ids=lambda row: row["why"])
def test_a_wrong_iin_is_refused(row):
    with pytest.raises(ValidationError):
        iin.read(row["iin"])


@pytest.mark.parametrize("start", NUMBERS["iin"]["never_issued"])
def test_no_last_digit_makes_a_number_that_is_never_issued_right(start):
    for digit in range(10):
        with pytest.raises(ValidationError):
            iin.read(f"{start}{digit}")


@pytest.mark.parametrize("account", NUMBERS["iban"]["valid"])
def test_a_right_account_is_kept_as_it_is(account):
    assert iban.read(account) == account


@pytest.mark.parametrize("row", NUMBERS["iban"]["invalid"], ids=lambda row: row["why"])
def test_a_wrong_account_is_refused(row):
    with pytest.raises(ValidationError):
        iban.read(row["iban"])


@pytest.mark.parametrize("number", NUMBERS["phone"]["valid"])
def test_a_right_phone_is_kept_as_it_is(number):
    assert phone.read(number) == number


@pytest.mark.parametrize("row", NUMBERS["phone"]["invalid"], ids=lambda row: row["phone"])
def test_a_phone_that_gets_no_sms_here_is_refused(row):
    with pytest.raises(ValidationError):
        phone.read(row["phone"])


@pytest.mark.parametrize(
    ("field", "typed", "kept"),
    [
        (IinField(), "900115 199109", "900115199109"),
        *((IbanField(), *pair) for pair in NUMBERS["iban"]["typed"].items()),
        *((PhoneField(), *pair) for pair in NUMBERS["phone"]["typed"].items()),
    ],
)
def test_people_may_type_a_number_as_they_are_used_to(field, typed, kept):
    assert field.clean(typed) == kept


@pytest.mark.parametrize("field", [IinField, IbanField, PhoneField])
def test_a_field_may_be_left_empty_only_where_it_is_not_needed(field):
    assert field(required=False).clean("") == ""
    with pytest.raises(ValidationError):
        field().clean("")
