"""Somebody who is told something, and an office that issues letters."""

import pytest

from socialcode.notices import letters
from socialcode.notices.actions import queue_notice
from socialcode.notices.models import Notice
from tests.factories import people
from tests.factories.accounts import sign_in


@pytest.fixture
def person(db):
    return people.make_person()


@pytest.fixture
def citizen(person, client):
    account = people.make_account(person)
    sign_in(client, account)
    return account


@pytest.fixture
def tell(person):
    """Queue a notice whose texts need nothing: of a dispute, which is any stored thing with a state and a reason."""

    def queue(kind="dispute_resolved", to=person, **named):
        dispute = to.disputes.create(
            row_type="income",
            row_key=f"{to.pk}-{to.disputes.count()}",
            row_text="Income of May",
            says="100",
            reason="The employer's report says so & more.",
        )
        return queue_notice(kind, to=to, about=dispute, **named)

    return queue


@pytest.fixture
def letter(person):
    told = Notice.objects.create(to=person, kind="decision_refuse", language="en", subject="Claim 2026-1 is refused")
    return letters.issue(told, office=people.make_office(), number="2026-1", text="It is refused.")
