"""What no person types into pages of advising: it is no error of the server."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from employment.advising.actions import meeting
from employment.advising.actions.meeting import Hours
from employment.advising.models import Appointment

pytestmark = pytest.mark.django_db


@pytest.mark.usefixtures("registration")
@pytest.mark.parametrize("address", ["?tab=centre&q=%00", "meetings/?from=0001-01-01", "meetings/?from=9999-12-31"])
def test_an_odd_address_is_a_page(signed_in, adviser, address):
    assert signed_in(adviser).get(reverse("advising:desk") + address).status_code == 200


@pytest.mark.usefixtures("registration")
def test_a_booking_hangs_on_nothing_that_is_written(signed_in, citizen, office, adviser):
    begins, hour = timezone.now() + datetime.timedelta(days=2), datetime.timedelta(hours=1)
    (slot,) = meeting.make_slots(hours=Hours(office, adviser, begins, begins + hour, hour, "Room 4"), by=adviser)
    address = reverse("advising:take_slot", args=[slot.key])
    assert signed_in(citizen).post(address, {"about": "a\x00b" * 500}).status_code == 302
    assert Appointment.objects.get().about == ""
