"""Who may register whom, confirm, refuse and end a registration, and when."""

import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from employment.seekers.models import Registration
from socialcode.accounts.access import grant_at
from socialcode.accounts.models import Role, User
from socialcode.people.access import may_act_for
from socialcode.people.kin import is_close
from socialcode.people.models import Person
from socialcode.refusal import NotAllowedError

ADVISES = (Role.ADVISER, Role.HEAD)


def check_can_apply(person: Person, by: User) -> None:
    if not may_act_for(by, person):
        raise NotAllowedError(_("You can register only yourself and those whom you act for."))
    if person.died_on:
        raise NotAllowedError(_("This person has died by the register."))
    if person.registrations.waiting().exists():
        raise NotAllowedError(_("You have asked for this already. The centre answers soon."))


def check_is_new_kind(person: Person, kind: str) -> None:
    """Who is registered may only become unemployed after looking for work."""
    now = person.registrations.in_force().first()
    if now and now.kind in (kind, Registration.Kind.UNEMPLOYED):
        raise NotAllowedError(_("You are registered already."))


def check_can_withdraw(registration: Registration, by: User) -> None:
    if not may_act_for(by, registration.person):
        raise NotAllowedError(_("Only the person can do this."))
    if not registration.is_open:
        raise NotAllowedError(_("This registration is over already."))


def check_can_answer(registration: Registration, by: User) -> None:
    if grant_at(by, registration.office, *ADVISES) is None:
        raise NotAllowedError(_("Only an adviser of this career centre answers this."))
    if is_close(by, [registration.person]):
        raise NotAllowedError(_("Nobody answers for themselves or for relatives."))
    if registration.state != Registration.State.WAITING:
        raise NotAllowedError(_("This is answered already."))


def check_is_decided(registration: Registration) -> None:
    """Who left while a removal was under way is registered anew as unemployed once it is decided (article 100.2)."""
    if registration.kind == Registration.Kind.UNEMPLOYED and registration.person.registrations.being_removed().exists():
        raise NotAllowedError(_("A removal of this person from the register is under way. It is decided first."))


def check_can_end(registration: Registration, by: User | None) -> None:
    """The law itself (None), the person, or an adviser of the centre takes somebody off the register."""
    if by is None or may_act_for(by, registration.person):
        return
    if grant_at(by, registration.office, *ADVISES) is None or is_close(by, [registration.person]):
        raise NotAllowedError(_("Only an adviser of this career centre does this."))


def check_is_in_force(registration: Registration) -> None:
    if registration.state != Registration.State.REGISTERED:
        raise NotAllowedError(_("This person is not registered now."))


def check_day_of_change(registration: Registration, on: datetime.date) -> None:
    if on > timezone.localdate():
        raise NotAllowedError(_("This day has not come yet."), "happened_on")
    if on < registration.registered_on:
        raise NotAllowedError(_("This was before you were registered."), "happened_on")
