"""What somebody reads on "My plan" who is off the register."""

import pytest
from django.urls import reverse

from employment.seekers.actions import registering

pytestmark = pytest.mark.django_db


def test_who_is_off_the_register_is_not_sent_to_book_a_time(signed_in, registration, citizen):
    home, plan, book = signed_in(citizen), reverse("advising:mine"), reverse("advising:book")
    assert book in home.get(plan).text
    registering.withdraw(registration=registration, by=citizen)
    page = home.get(plan).text
    assert book not in page
    assert "You are not on the register now" in page
