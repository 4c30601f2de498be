"""The invented treasury, killed amid its answers: docs/kills.md. Each message is answered after all."""

import os

import pytest
from django.utils import timezone

from socialcode.demo.treasury.rounds import TAKEN
from socialcode.payments import balance, channel, receiving
from socialcode.payments.models import Incoming, PaymentOrder, Told
from tests import treasury
from tests.factories.awards import make_award, make_iban
from tests.factories.people import make_staff
from tests.payments.conftest import approved, made, sent

from .waiting import until

pytestmark = [pytest.mark.process, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def month(settings, tmp_path):
    """A month of which two messages lie where banks take them."""
    settings.PAYMENTS_FOLDER = tmp_path / "payments"
    first, second = (make_staff("payer") for _place in range(2))
    month = timezone.localdate().replace(day=1)
    for bank in ("125", "722"):
        make_award(since=month, iban=make_iban(4_000_010, bank))
    approved(made(month, first), first, second)
    sent()
    return month


def test_a_treasury_killed_amid_its_answers_answers_all_and_nothing_is_paid_twice(month):
    one, other = sorted(channel.folder(channel.OUT).iterdir())
    whole = other.read_bytes()
    other.unlink()
    os.mkfifo(other)  # it waits there for the end of a file that never comes
    killed = treasury.started()
    noted = channel.folder(TAKEN) / one.name
    until(noted.exists)
    killed.kill()
    killed.wait()
    noted.unlink()  # as if it had been killed before it noted what it had answered
    other.unlink()
    other.write_bytes(whole)

    receiving.read_all()
    treasury.answers()
    treasury.answers()
    receiving.read_all()
    assert {order.state for order in PaymentOrder.objects.all()} == {"paid"}
    assert not Incoming.objects.exclude(trouble="").exists()
    assert set(Told.objects.filter(changed=True).values_list("order", flat=True)) == set(
        PaymentOrder.objects.values_list("pk", flat=True)
    )
    assert Told.objects.filter(changed=True).count() == PaymentOrder.objects.count()
    assert not any(row.difference or row.on_its_way for row in balance.rows_of(month, "bank"))
