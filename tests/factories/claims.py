"""Claims in any state, for tests of lists: as an office has them, without the way there."""

import datetime
from itertools import count

from django.utils import timezone

from socialcode.cases.models import Claim
from socialcode.cases.ruling import Ruling

from .people import make_person

GRANT = Ruling("grant", despite="Every part was seen at the counter.")

_serial = count(1)


def make_claim(office, *, due_in=3, person=None, **details):
    """A claim that was sent to an office and is due in some days."""
    today = timezone.localdate()
    usual = {"provision": "birth_grant", "status": "submitted", "law_version": "x", "form_version": "x"}
    return Claim.objects.create(
        person=person or make_person(),
        office=office,
        number=f"{today.year}-{next(_serial) + 9_000_000:07d}",
        submitted_at=timezone.now(),
        due_on=today + datetime.timedelta(days=due_in),
        **(usual | details),
    )


def make_claims(office, many):
    """Claims of one person each, due on a few days only, so that many share a day."""
    return [make_claim(office, due_in=place % 7) for place in range(many)]
