"""Who writes, signs, watches and ends a social contract, and when: one sentence per reason."""

import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from employment.advising.models import Duty, SocialContract
from socialcode.accounts.models import Office, User
from socialcode.people import access
from socialcode.people.models import Membership, Person
from socialcode.people.models.family import in_force
from socialcode.refusal import NotAllowedError

from .policies import check_advises

State = SocialContract.State
LONGEST = 366  # days: assistance is granted for a quarter, and a contract for its time


def locked(contract: SocialContract) -> SocialContract:
    """A contract as it is now, held to the end of the transaction."""
    found = SocialContract.objects.select_related("person", "office").select_for_update(of=("self",))
    return found.get(pk=contract.pk)


def members_of(person: Person):
    """The family of somebody today, themselves included: who may have duties."""
    today = timezone.localdate()
    families = Membership.objects.filter(in_force(today), person=person).values("family")
    rows = Membership.objects.filter(in_force(today), family__in=families).values("person")
    return Person.objects.filter(pk__in=rows) | Person.objects.filter(pk=person.pk)


def check_can_draft(person: Person, office: Office, since: datetime.date, until: datetime.date, by: User) -> None:
    check_advises(person, office, by)
    if not since < until <= since + datetime.timedelta(days=LONGEST):
        raise NotAllowedError(_("A social contract lasts from a day to a year."), "until")
    if until < timezone.localdate():
        raise NotAllowedError(_("This day is over. Choose a day from today on."), "until")


def check_can_write(contract: SocialContract, by: User) -> None:
    check_advises(contract.person, contract.office, by)
    if contract.state != State.DRAFT or contract.signed_for_office_at:
        raise NotAllowedError(_("What was signed does not change. Take this draft back and write another one."))


def check_duty(contract: SocialContract, member: Person, until: datetime.date) -> None:
    if not members_of(contract.person).filter(pk=member.pk).exists():
        raise NotAllowedError(_("Only members of the family have duties."), "member")
    if not contract.since <= until <= contract.until:
        raise NotAllowedError(_("Choose a day within the time of the contract."), "until")


def check_can_take_back(contract: SocialContract, by: User) -> None:
    check_advises(contract.person, contract.office, by)
    if contract.state != State.DRAFT:
        raise NotAllowedError(_("This contract is in force or over. It cannot be taken back."))


def check_can_sign_for_office(contract: SocialContract, by: User) -> None:
    check_can_write(contract, by)
    if not contract.duties.exists():
        raise NotAllowedError(_("Write at least one duty before you sign."))


def check_can_sign(contract: SocialContract, by: User) -> None:
    if access.own_person(by) != contract.person:
        raise NotAllowedError(_("Only the person signs, by a code that goes to their own phone."))
    if contract.state != State.DRAFT or contract.signed_for_office_at is None:
        raise NotAllowedError(_("This contract does not wait for your signature."))


def check_can_tell(contract: SocialContract, by: User) -> None:
    if not access.may_act_for(by, contract.person):
        raise NotAllowedError(_("Only the person can do this."))
    check_is_in_force(contract)


def check_can_watch(contract: SocialContract, by: User) -> None:
    check_advises(contract.person, contract.office, by)
    check_is_in_force(contract)


def check_is_in_force(contract: SocialContract) -> None:
    if contract.state != State.IN_FORCE:
        raise NotAllowedError(_("This social contract is not in force."))


def check_is_not_done(duty: Duty) -> None:
    if duty.done_on:
        raise NotAllowedError(_("Somebody has already said what came of this."))


def check_can_close(contract: SocialContract, by: User) -> None:
    check_can_watch(contract, by)
    left = contract.duties.filter(done_on=None).count()
    if left:
        raise NotAllowedError(_("Say of each duty what came of it first. Duties left: %d.") % left)
