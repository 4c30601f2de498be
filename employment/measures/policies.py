"""Who may do what with the employment map and with applications for places: one sentence per reason."""

from django.utils import timezone
from django.utils.translation import gettext as _

from employment.employers.access import may_act, may_bind
from socialcode.accounts.access import grant_at
from socialcode.accounts.models import Office, Role, User
from socialcode.accounts.second_person import Proposal, check_answers
from socialcode.people.kin import check_not_close
from socialcode.people.models import Organisation
from socialcode.refusal import NotAllowedError, check_reason
from socialcode.templatetags.portal import money

from . import conditions
from .kinds import GROUPS
from .models import Allotment, MapChange, PlaceRequest

YEARS_AHEAD = 2
MOST_MONTHS = 36
State = PlaceRequest.State


def check_keeps_map(office: Office, by: User) -> None:
    """The head of the office or of the regional centre above it, and who works at the labour mobility centre."""
    if grant_at(by, office, Role.HEAD, Role.MOBILITY_CENTRE) is None:
        raise NotAllowedError(_("The head of the office and the labour mobility centre keep the employment map."))


def check_line(office: Office, line: dict) -> None:
    """Whether a line of the map is of this year or a near one, and no less than contracts hold already."""
    this = timezone.localdate().year
    if not this <= line["year"] <= this + YEARS_AHEAD:
        raise NotAllowedError(_("The map is changed for this year and the next two."), "year")
    if line["measure"] not in GROUPS:
        raise NotAllowedError(_("Choose a measure of the list."), "measure")
    held = Allotment.objects.filter(office=office, year=line["year"], measure=line["measure"]).first()
    if held and line["places"] < held.places_taken:
        told = _("Contracts hold %(places)d places of this line already.")
        raise NotAllowedError(told % {"places": held.places_taken}, "places")
    if held and line["money"] < held.reserved:
        told = _("Contracts hold %(money)s of this line already.")
        raise NotAllowedError(told % {"money": money(held.reserved)}, "money")


def check_answers_map(asked: MapChange, by: User) -> None:
    """An approver or a head of the office or its regional centre who did not propose the change."""
    if asked.answered_at:
        raise NotAllowedError(_("This decision is settled already."))
    if grant_at(by, asked.office, Role.APPROVER, Role.HEAD) is None:
        raise NotAllowedError(_("Only an approver of the office or of its regional centre may do this."))
    own = _("Who proposed it does not agree to it. Another person does.")
    check_answers(Proposal({asked.proposed_by_id}, own=own), by)


def check_acts(organisation: Organisation, by: User) -> None:
    """Who acts for the employer."""
    if not may_act(by, organisation):
        raise NotAllowedError(_("Only who acts for the employer does this."))


def check_binds(organisation: Organisation, by: User) -> None:
    """Who leads the employer, or whom an office confirmed by a paper: it is about money and what is signed."""
    if not may_bind(by, organisation):
        raise NotAllowedError(
            _("Only who leads the organisation, or whom an office confirmed by a paper, asks for places and signs.")
        )


def check_can_ask(organisation: Organisation, asked: dict, by: User) -> None:
    """Whether an employer may ask for places: not for permanent vacancies, nor for heavy or harmful work (111.2)."""
    check_binds(organisation, by)
    if organisation.closed_on:
        raise NotAllowedError(_("This organisation is closed."))
    if asked["measure"] not in GROUPS:
        raise NotAllowedError(_("Choose a measure of the list."), "measure")
    if asked["months"] > MOST_MONTHS:
        raise NotAllowedError(_("A subsidised place is for three years at most."), "months")


def check_can_withdraw(request: PlaceRequest, by: User) -> None:
    check_acts(request.organisation, by)
    if request.state != State.SENT:
        raise NotAllowedError(_("This application is answered already."))


def check_is_of_office(office: Office, concerned, by: User) -> None:
    """An officer, an adviser or the head of the office, who is close to nobody whom it is about."""
    if grant_at(by, office, Role.OFFICER, Role.ADVISER, Role.HEAD) is None:
        raise NotAllowedError(_("This belongs to another office."))
    check_not_close(by, concerned)


def check_can_answer(request: PlaceRequest, by: User) -> None:
    check_is_of_office(request.office, request.concerned, by)
    if request.state != State.SENT:
        raise NotAllowedError(_("This application is answered already."))


def check_met(answers: list[conditions.Answer], reason: str) -> None:
    """Whether places may be approved: what is not met stands in the way; what has exceptions, or is not known yet, is
    let pass with a reason."""
    unmet = conditions.in_the_way(answers)
    if unmet:
        told = _("Not met: %(unmet)s. The places cannot be approved.")
        raise NotAllowedError(told % {"unmet": "; ".join(one.sentence for one in unmet)})
    if conditions.need_a_reason(answers):
        check_reason(reason)
