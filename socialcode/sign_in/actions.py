"""Sending a code, and the account that a person of the register gets with the first sign-in."""

from django.conf import settings
from django.db import connection, transaction

from socialcode.accounts.models import User
from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.notices.actions import queue_notice
from socialcode.notices.tasks import deliver_codes
from socialcode.people.models import Person
from socialcode.waking import wake

from . import policies
from .models import CodeRequest


@transaction.atomic
def send_code(*, iin, place, code, device="", number=""):
    """Count the request and send the code by SMS to the register's phone. Returns the request, and whether it was sent.

    `device` is the known device's name, `number` what somebody typed from the last message on the phone.

    Requests for one IIN wait for one another, so that several at once do not pass the limit together. For an IIN to
    which nothing can be sent the same work is done and undone: the time of the answer does not tell who exists.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [f"sign_in {iin}"])
    device = policies.counted_as(iin, device, number)
    is_last = policies.check_can_ask_for_code(iin, place, device)
    CodeRequest.objects.forgettable().delete()
    asked = CodeRequest.objects.create(iin=iin, address=place, device=device)
    said = {"code": code, "number": policies.number_of(asked) if is_last else ""}
    person = person_to_sign_in(iin)
    if person is None or not person.phone:
        _work_alike(asked, said)
        return asked, False
    with transaction.atomic():
        queue_notice("sign_in_code", to=person, about=asked, **said)
    record(EventKind.SIGN_IN_CODE_SENT, on=person, by=None)
    return asked, True


def _work_alike(asked: CodeRequest, said: dict[str, str]) -> None:
    with transaction.atomic():
        nobody = Person(pk=0, phone="+70000000000", language=settings.LANGUAGE_CODE)
        queue_notice("sign_in_code", to=nobody, about=asked, **said)
        transaction.set_rollback(True)
    wake(deliver_codes)
    record(EventKind.SIGN_IN_CODE_NOT_SENT, on=asked, by=None)


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
