"""Who may sign by a code, and when: one sentence per reason."""

import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from socialcode.accounts.models import User
from socialcode.notices.codes import AN_HOUR
from socialcode.people.access import own_person
from socialcode.people.models import Person
from socialcode.refusal import NotAllowedError

from .models import Signature

HOUR = datetime.timedelta(hours=1)


def check_can_ask(person: Person, by: User) -> None:
    """People sign for themselves, with the phone that the register holds; not more codes than a few an hour."""
    if own_person(by) != person:
        raise NotAllowedError(_("Only the person signs, by a code that goes to their own phone."))
    if not person.phone:
        raise NotAllowedError(_("No mobile phone is registered to which a code could be sent. Come to an office."))
    lately = Signature.objects.filter(person=person, asked_at__gt=timezone.now() - HOUR)
    if lately.count() >= AN_HOUR:
        raise NotAllowedError(_("Many codes were asked for within an hour. Try again later."))


def check_can_sign(asked: Signature, by: User) -> None:
    if asked.asked_by_id != by.pk:
        raise NotAllowedError(_("Only who asked for the code signs with it."))
    if asked.signed_at:
        raise NotAllowedError(_("You have signed this already."))
    if not Signature.objects.waiting().filter(pk=asked.pk).exists():
        raise NotAllowedError(_("The code is not good any more. Ask for another one."), "code")
