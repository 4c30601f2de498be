"""Sending a code, and the account that a person of the register gets with the first sign-in."""

from django.db import connection, transaction

from socialcode.accounts.models import User
from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.notices.actions import queue_notice
from socialcode.people.models import Person

from . import policies
from .models import CodeRequest


@transaction.atomic
def send_code(*, iin, address, code):
    """Count the request and send the code by SMS to the register's phone. Returns the request, and whether it was sent.

    Requests for one IIN wait for one another, so that several at once do not pass the limit together.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [f"sign_in {iin}"])
    policies.check_can_ask_for_code(iin, address)
    CodeRequest.objects.forgettable().delete()
    asked = CodeRequest.objects.create(iin=iin, address=address)
    person = person_to_sign_in(iin)
    if person is None or not person.phone:
        return asked, False
    queue_notice("sign_in_code", to=person, about=asked, code=code)
    record(EventKind.SIGN_IN_CODE_SENT, on=person, by=None)
    return asked, True


def person_to_sign_in(iin: str) -> Person | None:
    """The living person of an IIN."""
    return Person.objects.filter(iin=iin, died_on=None).first()


@transaction.atomic
def account_of(person: Person) -> User:
    """The account of a person; made at the first sign-in, also when two arrive at once."""
    user, made = User.objects.get_or_create(
        iin=person.iin, defaults={"full_name": person.full_name, "language": person.language}
    )
    if made:
        user.set_unusable_password()
        user.save(update_fields=["password"])
        record(EventKind.ACCOUNT_MADE, on=user, by=None)
    return user
