"""Invented people leave a database that real people come to: what they did stays, nobody signs in as them."""

from django.db import transaction
from django.db.models import Q

from socialcode import demo
from socialcode.accounts.actions import staff
from socialcode.accounts.demo import MAILBOXES
from socialcode.accounts.models import User
from socialcode.people.models import Person

REASON = "Invented, and real people come to this portal"


def open_accounts() -> int:
    """How many of the invented can sign in: staff by the known password, citizens by a code to the known phone."""
    return _staff().count() + _citizens().count()


@transaction.atomic
def close() -> int:
    """Close what `open_accounts` counts; returns how many that were."""
    found = open_accounts()
    numbers = list(_citizens().values_list("iin", flat=True))
    for user in User.objects.filter(Q(pk__in=_staff()) | Q(iin__in=numbers, is_active=True)):
        staff.close(user=user, reason=REASON, by=None)
    _citizens().update(phone="", email="")
    return found


def _staff():
    return User.objects.filter(email__endswith=MAILBOXES, is_active=True)


def _citizens():
    return Person.objects.filter(phone__in=demo.phones(), email__endswith=MAILBOXES)
