"""The door to an organisation in matters of work: for those who act for it, and for the staff of its territory.

Who acts for it by a register (`people.Mandate`) passes, and who has a right of their own (`Representation`).
"""

from collections.abc import Iterable

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_noop

from socialcode.accounts import territory
from socialcode.accounts.models import WITH_EMPLOYERS, Office, RoleGrant, User
from socialcode.people import access as people
from socialcode.people.kin import is_close
from socialcode.people.models import Mandate, Organisation, Person
from socialcode.people.models.family import in_force

from .models import LayoffNotice, Representation, RightRequest

TO_ANSWER = gettext_noop("To answer a request to act for an organisation")
TO_HELP = gettext_noop("To help people whom an employer lays off")


def organisations_of(user: User) -> QuerySet[Organisation]:
    """The organisations that somebody acts for now, by name."""
    own = people.own_person(user)
    if own is None:
        return Organisation.objects.none()
    mandates = Mandate.objects.filter(in_force(timezone.localdate()), person=own)
    rights = Representation.objects.now().filter(person=own)
    return (
        Organisation.objects.filter(Q(pk__in=mandates.values("organisation")) | Q(pk__in=rights.values("organisation")))
        .filter(closed_on=None)
        .order_by("name", "pk")
    )


def may_act(user: User, organisation: Organisation) -> bool:
    """Whether somebody acts for an organisation now, in matters of work."""
    return organisations_of(user).filter(pk=organisation.pk).exists()


def may_bind(user: User, organisation: Organisation) -> bool:
    """Whether somebody may bind an organisation, as naming others and signing do, or saying where its money goes: who a
    register names, or an office confirmed by a paper."""
    if people.may_act_for_organisation(user, organisation):
        return True
    own = people.own_person(user)
    rights = Representation.objects.now().filter(organisation=organisation, person=own)
    return own is not None and rights.filter(way=Representation.Way.OFFICE).exists()


def open_own(key, *, by: User) -> Organisation:
    """An organisation that somebody acts for. Raises PermissionDenied alike for others' and for keys that do not
    exist."""
    organisation = organisations_of(by).filter(key=key).first()
    if organisation is None:
        raise PermissionDenied
    return organisation


def acting_for(organisation: Organisation) -> list[Person]:
    """Everybody who acts for an organisation now, whoever named them."""
    rights = Representation.objects.now().filter(organisation=organisation).select_related("person")
    return list(dict.fromkeys([*organisation.who_acts(), *(right.person for right in rights)]))


def offices_of(user: User) -> list[Office]:
    """The offices at which somebody works."""
    return territory.offices_of(user, *WITH_EMPLOYERS)


def requests_for(user: User) -> QuerySet[RightRequest]:
    """Requests to act for organisations in the territory of somebody's offices; none for who has no office."""
    return RightRequest.objects.of_territory(offices_of(user)).select_related("person")


def waiting_requests(user: User) -> QuerySet[RightRequest]:
    """Those of them that wait for an answer."""
    return RightRequest.objects.of_territory(offices_of(user)).waiting()


def requests_in_list(requests: Iterable[RightRequest], *, by: User) -> list[RightRequest]:
    """The same as a list that is shown: that the names were shown is recorded."""
    shown = list(requests)
    people.record_list([request.person.iin for request in shown], by=by, purpose=TO_ANSWER)
    return shown


def open_request(key, *, by: User, is_look: bool = True) -> RightRequest:
    """A request for one of the staff of the organisation's territory, who is not close to the person. A look is
    recorded. Raises PermissionDenied."""
    request = RightRequest.objects.select_related("person", "answered_by").filter(key=key).first()
    grant = grant_for(by, request.region, request.district) if request else None
    if grant is None or is_close(by, [request.person]):
        raise PermissionDenied
    if is_look:
        people.record_look(request.person, by=by, look=people.Look(grant, TO_ANSWER, case=request.name))
    return request


def own_request(key, *, by: User) -> RightRequest:
    """A request of the citizen's own. Raises PermissionDenied."""
    request = RightRequest.objects.filter(key=key, person=people.own_person(by)).first()
    if request is None:
        raise PermissionDenied
    return request


def open_layoffs(key, *, by: User, is_look: bool = True) -> LayoffNotice:
    """A notice of lay-offs for the staff of the territory. The look at the organisation is recorded."""
    notice = LayoffNotice.objects.select_related("organisation", "office", "met_by").filter(key=key).first()
    grant = grant_for(by, notice.organisation.region, notice.organisation.district) if notice else None
    if grant is None or is_close(by, acting_for(notice.organisation)):
        raise PermissionDenied
    if is_look:
        people.record_look(notice.organisation, by=by, look=people.Look(grant, TO_HELP))
    return notice


def grant_for(user: User, region: str, district: str) -> RoleGrant | None:
    """By which role one of the staff works in a place; None where they do not."""
    for grant in user.grants:
        if grant.role in WITH_EMPLOYERS and grant.office.covers(region, district):
            return grant
    return None
