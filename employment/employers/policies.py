"""Who may act for an organisation, name others, and tell what of it: one sentence per reason."""

import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from socialcode.accounts.models import User
from socialcode.people.kin import check_not_close
from socialcode.people.models import Organisation, Person
from socialcode.people.models.person import adults_were_born_by
from socialcode.refusal import NotAllowedError, check_reason

from . import access
from .models import LayoffNotice, Representation, RightRequest

State = RightRequest.State


def check_can_ask(person: Person | None, organisation: Organisation | None, by: User) -> None:
    """A grown-up citizen who does not act for the organisation yet; it exists still."""
    if person is None:
        raise NotAllowedError(_("Only a person of the register can act for an organisation."))
    if person.birth_date > adults_were_born_by(timezone.localdate()):
        raise NotAllowedError(_("Who is under 18 acts for no organisation."))
    if organisation is None:
        return
    if organisation.closed_on:
        raise NotAllowedError(_("The register says that this organisation is closed."), "bin")
    if access.may_act(by, organisation):
        raise NotAllowedError(_("You act for this organisation already."), "bin")


def check_can_take_back(request: RightRequest, by: User) -> None:
    if access.people.own_person(by) != request.person:
        raise NotAllowedError(_("Only who asked takes a request back."))
    check_waits(request)


def check_waits(request: RightRequest) -> None:
    if request.state != State.WAITING:
        raise NotAllowedError(_("This request is answered: “%(state)s”.") % {"state": request.get_state_display()})


def check_can_answer(request: RightRequest, by: User) -> None:
    """One of the staff of the territory, in no matter of their own."""
    if access.grant_for(by, request.region, request.district) is None:
        raise NotAllowedError(_("The office of the organisation’s place answers this request."))
    check_not_close(by, [request.person])
    check_waits(request)


def check_paper(number: str, date: datetime.date) -> None:
    if not number.strip():
        raise NotAllowedError(_("Write the number of the paper that you have seen."), "paper_number")
    if date > timezone.localdate():
        raise NotAllowedError(_("The paper is dated ahead. Check its day."), "paper_date")


def check_can_refuse(request: RightRequest, reason: str, by: User) -> None:
    check_can_answer(request, by)
    check_reason(reason)


def check_can_name(organisation: Organisation, by: User) -> None:
    if not access.may_bind(by, organisation):
        raise NotAllowedError(
            _("Only who leads the organisation, or whom an office confirmed by a paper, names others.")
        )


def check_can_be_named(person: Person | None) -> None:
    """Known by IIN and surname together, so that nobody finds out who has a number."""
    if person is None or person.died_on:
        raise NotAllowedError(_("Nobody with this IIN and this surname is known here. Check both."), "iin")
    if person.birth_date > adults_were_born_by(timezone.localdate()):
        raise NotAllowedError(_("Who is under 18 acts for no organisation."), "iin")


def check_can_end(right: Representation, by: User) -> None:
    """Who may name others, the person themselves, or the office of the place."""
    own = access.people.own_person(by)
    place = right.organisation
    of_office = access.grant_for(by, place.region, place.district) is not None
    if not (of_office or (own is not None and own == right.person) or access.may_bind(by, place)):
        raise NotAllowedError(_("Only who leads the organisation, or the person, ends this right."))
    if right.ended_at:
        raise NotAllowedError(_("This right is ended already."))


def check_acts(organisation: Organisation, by: User) -> None:
    if not access.may_act(by, organisation):
        raise NotAllowedError(_("You do not act for this organisation."))


def check_can_take_layoffs_back(notice: LayoffNotice, by: User) -> None:
    check_acts(notice.organisation, by)
    if notice.withdrawn_at:
        raise NotAllowedError(_("This notice is taken back already."))
    if notice.ends_on < timezone.localdate():
        raise NotAllowedError(_("These lay-offs are over. Nothing can be taken back."))


def check_can_meet(notice: LayoffNotice, on: datetime.date, note: str, by: User) -> None:
    place = notice.organisation
    if access.grant_for(by, place.region, place.district) is None:
        raise NotAllowedError(_("The career centre of the place speaks to the people."))
    check_not_close(by, access.acting_for(place))
    if notice.withdrawn_at:
        raise NotAllowedError(_("This notice is taken back already."))
    if on > timezone.localdate():
        raise NotAllowedError(_("Write what was, on the day it was: this day is ahead."), "on")
    check_reason(note, "note")
