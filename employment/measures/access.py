"""The doors to applications and contracts: for both sides, for the centre whose they are, and for auditors."""

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_noop

from employment.employers.access import organisations_of
from socialcode.accounts import territory
from socialcode.accounts.access import grant_at
from socialcode.accounts.models import Role, RoleGrant, User
from socialcode.people import access
from socialcode.people.access import Look
from socialcode.people.kin import check_not_close
from socialcode.refusal import objection

from .models import Allotment, Contract, PlaceRequest

AT_WORK = (Role.OFFICER, Role.APPROVER, Role.HEAD, Role.ADVISER, Role.MOBILITY_CENTRE)
TO_WORK = gettext_noop("Work on subsidised places")
NAMED = ("organisation", "office", "person", "request")


def at_offices(user: User) -> Q:
    """Rows of the offices at which somebody works; of nothing for who works at none."""
    return territory.at_offices(territory.offices_of(user, *AT_WORK))


def contracts_at(user: User) -> QuerySet[Contract]:
    return Contract.objects.filter(at_offices(user)).select_related(*NAMED)


def requests_at(user: User) -> QuerySet[PlaceRequest]:
    return PlaceRequest.objects.filter(at_offices(user)).select_related("organisation", "office")


def lines_at(user: User) -> QuerySet[Allotment]:
    return Allotment.objects.filter(at_offices(user)).select_related("office")


def own_contracts(user: User) -> QuerySet[Contract]:
    """Contracts of the citizen, of those they act for, and of employers they act for, once the worker has signed."""
    own = access.own_person(user)
    if own is None:
        return Contract.objects.none()
    known = Contract.objects.known_to_employer().filter(organisation__in=organisations_of(user))
    mine = Q(person__in=[own, *access.wards_of(own)]) | Q(pk__in=known.values("pk"))
    return Contract.objects.filter(mine).select_related(*NAMED)


def open_contract(key, *, by: User) -> Contract:
    """A contract for one of its sides or one of the staff of its centre, whose look is recorded. Raises
    PermissionDenied alike for strangers, for who is close to it, and for keys that do not exist."""
    found = own_contracts(by).filter(key=key).first()
    if found is not None:
        return found
    contract = Contract.objects.select_related(*NAMED).filter(key=key).first()
    grant = _grant(by, contract.office) if contract else None
    if grant is None or objection(check_not_close, by, contract.concerned):
        raise PermissionDenied
    access.record_look(contract.person, by=by, look=Look(grant, TO_WORK, case=contract.number))
    return contract


def open_request(key, *, by: User) -> PlaceRequest:
    """An application for who acts for the employer, or for the staff of its centre. Raises PermissionDenied."""
    request = PlaceRequest.objects.select_related("organisation", "office", "filed_by").filter(key=key).first()
    if request is None:
        raise PermissionDenied
    if organisations_of(by).filter(pk=request.organisation_id).exists():
        return request
    grant = _grant(by, request.office)
    if grant is None or objection(check_not_close, by, request.concerned):
        raise PermissionDenied
    access.record_look(request.organisation, by=by, look=Look(grant, TO_WORK, case=request.number))
    return request


def works_with_places(user: User) -> bool:
    """Whether somebody works at a place where applications and contracts are worked on."""
    return any(grant.role in AT_WORK for grant in user.grants)


def _grant(user: User, office) -> RoleGrant | None:
    auditing = next((grant for grant in user.grants if grant.role == Role.AUDITOR), None)
    return grant_at(user, office, *AT_WORK) or auditing
