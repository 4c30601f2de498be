"""Who acts for an organisation: asked for, answered by the office, named by who leads it, ended."""

from django.utils import timezone

from employment.employers import policies
from employment.employers.models import Representation, RightRequest
from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.broken_constraint import change
from socialcode.notices.actions import queue_notice
from socialcode.people.access import own_person
from socialcode.people.models import Organisation, Person

State, Way = RightRequest.State, Representation.Way


@change
def ask(*, bin, name, region, district, position, by):  # noqa: PLR0913 - as on paper, by keyword
    """Ask the office of the organisation's place for the right to act for it. Of an organisation that the portal knows,
    name and place are those of the register, whatever was said."""
    person = own_person(by)
    organisation = Organisation.objects.filter(bin=bin).first()
    policies.check_can_ask(person, organisation, by)
    if organisation:
        name, region, district = organisation.name, organisation.region, organisation.district
    request = RightRequest.objects.create(
        person=person, bin=bin, name=name.strip(), region=region, district=district, position=position.strip()
    )
    record(EventKind.RIGHT_ASKED, on=request, by=by, organisation=bin, position=request.position)
    return request


@change
def take_back(*, request, by):
    """The person does not want it any more."""
    request = _locked(request)
    policies.check_can_take_back(request, by)
    _answer(request, State.WITHDRAWN, by)
    record(EventKind.RIGHT_TAKEN_BACK, on=request, by=by)
    return request


@change
def confirm(*, request, paper, paper_number, paper_date, by):
    """The office has seen the paper: from now on the person acts for the organisation. One that the portal did not know
    is made with the name and place of the request."""
    request = _locked(request)
    policies.check_can_answer(request, by)
    policies.check_paper(paper_number, paper_date)
    known = {"name": request.name, "kind": Organisation.Kind.EMPLOYER}
    place = {"region": request.region, "district": request.district}
    organisation, _is_new = Organisation.objects.get_or_create(bin=request.bin, defaults=known | place)
    request.representation = Representation.objects.create(
        organisation=organisation, person=request.person, position=request.position, way=Way.OFFICE, confirmed_by=by
    )
    request.paper, request.paper_number, request.paper_date = paper, paper_number.strip(), paper_date
    _answer(request, State.CONFIRMED, by)
    told = {"organisation": request.bin, "position": request.position}
    record(EventKind.RIGHT_CONFIRMED, on=request, by=by, **told, paper=f"{paper} {paper_number}")
    queue_notice("right_confirmed", to=request.person, about=organisation, organisation=organisation)
    return request


@change
def refuse(*, request, reason, by):
    """The paper does not say what was asked for, and the person reads why."""
    request = _locked(request)
    policies.check_can_refuse(request, reason, by)
    request.reason = reason.strip()
    _answer(request, State.REFUSED, by)
    record(EventKind.RIGHT_REFUSED, on=request, by=by, reason=request.reason)
    queue_notice("right_refused", to=request.person, about=request, request=request)
    return request


@change
def name_representative(*, organisation, iin, surname, position, by):
    """Who leads the organisation names one more person, known by IIN and surname, and the person is told."""
    policies.check_can_name(organisation, by)
    person = Person.objects.filter(iin=iin, surname__iexact=surname.strip()).first()
    policies.check_can_be_named(person)
    right = Representation.objects.create(
        organisation=organisation, person=person, position=position.strip(), way=Way.NAMED, confirmed_by=by
    )
    record(EventKind.REPRESENTATIVE_NAMED, on=right, by=by, organisation=organisation.bin, position=right.position)
    queue_notice("representative_named", to=person, about=right, organisation=organisation)
    return right


@change
def end(*, right, by):
    """From now on the person does not act for the organisation; what they did stays."""
    right = (
        Representation.objects.select_for_update(of=("self",)).select_related("organisation", "person").get(pk=right.pk)
    )
    policies.check_can_end(right, by)
    right.ended_at, right.ended_by, right.until = timezone.now(), by, timezone.localdate()
    right.save(update_fields=["ended_at", "ended_by", "until"])
    record(EventKind.REPRESENTATIVE_ENDED, on=right, by=by, organisation=right.organisation.bin)
    if own_person(by) != right.person:
        queue_notice("representative_ended", to=right.person, about=right, organisation=right.organisation)
    return right


def _locked(request: RightRequest) -> RightRequest:
    return RightRequest.objects.select_for_update(of=("self",)).select_related("person").get(pk=request.pk)


def _answer(request: RightRequest, state: str, by) -> None:
    request.state, request.answered_at, request.answered_by = state, timezone.now(), by
    request.save()
