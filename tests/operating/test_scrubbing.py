"""What is personal leaves a line, and what an operator needs stays."""

import pytest

from socialcode.operating.scrubbing import scrub, scrub_error

KEY = "7b7a7f2e-1234-4567-8901-123456789012"


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("IIN 900115450019 twice", "IIN * twice"),
        ("call +7 (701) 123-45-67 or 87011234567", "call * or *"),
        ("to 8 (701) 123 45 67", "to *"),
        ("mail to a.b@mail.example failed", "mail to * failed"),
        ("paid to KZ86125KZT5004100100", "paid to *"),
        ("paid to KZ86 125K ZT50 0410 0100", "paid to *"),
        ("Үлгіева Айгүл, Алматы was refused", "* was refused"),
        (f"Paper {KEY} at 2026-11-27 10:36:31", f"Paper {KEY} at 2026-11-27 10:36:31"),
        (
            "Delivery 77700, try 3: The SMS gateway answered 503.",
            "Delivery 77700, try 3: The SMS gateway answered 503.",
        ),
    ],
)
def test_a_line_loses_what_is_personal_and_nothing_else(line, left):
    assert scrub(line) == left


def test_an_error_loses_what_it_quotes():
    error = (
        'IntegrityError: duplicate key value violates unique constraint "people_person_iin_key"\n'
        "DETAIL:  Key (surname)=(Smith) already exists.\n"
    )
    assert (
        scrub_error(error) == 'IntegrityError: duplicate key value violates unique constraint "people_person_iin_key"'
    )
    assert scrub_error("KeyError: 'Smith'") == "KeyError: '*'"
