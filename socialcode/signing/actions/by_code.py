"""Asking for a code, and signing with it. What is signed is the text that was shown when the code was asked for.

A room that has something to sign calls both from actions of its own: it knows who has to sign, and what follows.
"""

from django.db import models
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext as _

from socialcode.accounts.models import User
from socialcode.audit.kinds import EventKind
from socialcode.audit.models import type_of
from socialcode.audit.recording import record
from socialcode.broken_constraint import change
from socialcode.notices.actions import queue_notice
from socialcode.notices.codes import hashed, new_code
from socialcode.people.models import Person
from socialcode.refusal import NotAllowedError
from socialcode.shown import digest
from socialcode.signing import policies
from socialcode.signing.models import Signature

PURPOSE = "signing.signature"


@change
def ask(*, of: models.Model, called: str, text: str, person: Person, by: User) -> Signature:
    """Send the code that signs a text under something stored. `called` names it in the message, translated there, in
    words alone: digits beside the code would be taken for it."""
    person = Person.objects.select_for_update().get(pk=person.pk)  # several at once do not pass the limit together
    policies.check_can_ask(person, by)
    if Signature.objects.of(of).given().filter(person=person).exists():
        raise NotAllowedError(_("You have signed this already."))
    asked = Signature(of_type=type_of(of), of_key=str(of.pk), person=person, digest=digest(text), asked_by=by)
    code = new_code()
    asked.code = hashed(PURPOSE, asked.key, code)
    asked.save()
    queue_notice("signing_code", to=person, about=asked, code=code, what=called)
    return asked


@change
def sign(*, asked: Signature, code: str, text: str, by: User) -> Signature | None:
    """Sign with the code. None where it is another one, which counts as a try."""
    policies.check_can_sign(asked, by)
    if not Signature.objects.filter(pk=asked.pk).take_try():
        raise NotAllowedError(_("Too many tries. Ask for another code."), "code")
    if not constant_time_compare(asked.code, hashed(PURPOSE, asked.key, code)):
        return None
    if asked.digest != digest(text):
        raise NotAllowedError(_("The text has changed since you asked for the code. Read it once more, then sign."))
    if not Signature.objects.filter(pk=asked.pk, signed_at=None).update(signed_at=timezone.now(), text=text):
        raise NotAllowedError(_("You have signed this already."))
    asked.refresh_from_db()
    record(EventKind.SIGNED_BY_CODE, on=asked.person, by=by, signed=asked.of_type)
    return asked
