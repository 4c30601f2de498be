"""The door to families of a territory, for officers and heads of its office. Names in lists and looks are recorded."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_noop

from family_map.heads import head_of
from family_map.models import FamilyLevel
from socialcode.accounts.models import Role, RoleGrant, User
from socialcode.accounts.territory import in_territory, offices_of
from socialcode.people import access
from socialcode.people.kin import is_close
from socialcode.people.models import Family, Membership, Person
from socialcode.people.models.family import in_force

HELPS = (Role.OFFICER, Role.HEAD)
TO_HELP = gettext_noop("To help a family that the map shows as short of something")


@dataclass(frozen=True)
class OpenedFamily:
    """A family whom one of the staff may help, by the role of `grant`; members by age, the oldest first."""

    family: Family
    head: Person
    members: list[Membership]
    grant: RoleGrant


def levels_for(user: User) -> QuerySet[FamilyLevel]:
    """How the families of the user's territory stand. Raises PermissionDenied for who helps no family."""
    offices = offices_of(user, *HELPS)
    if not offices:
        raise PermissionDenied
    return FamilyLevel.objects.filter(in_territory(offices))


def heads_of(families: Iterable[int], *, by: User) -> dict[int, Person]:
    """Who stands for each of some families in a list; that the names were shown is recorded."""
    members: dict[int, list[Membership]] = {}
    for one in _members(family__in=list(families)):
        members.setdefault(one.family_id, []).append(one)
    found = {family: head_of(theirs) for family, theirs in members.items()}
    access.record_list([head.iin for head in found.values()], by=by, purpose=TO_HELP)
    return found


def open_family(key, *, by: User) -> OpenedFamily:
    """A family for who may help it; the look at every member is recorded. Raises PermissionDenied."""
    opened = act_on_family(key, by=by)
    for member in opened.members:
        access.record_look(member.person, by=by, look=access.Look(opened.grant, TO_HELP))
    return opened


def act_on_family(key, *, by: User) -> OpenedFamily:
    """A family to do something for and not to look at: what is done is recorded by its action."""
    family = Family.objects.filter(key=key).first()
    members = list(_members(family=family)) if family else []
    if not members or is_close(by, [member.person for member in members]):
        raise PermissionDenied
    head = head_of(members)
    home = head.address_rows.in_force(timezone.localdate()).order_by("-since").first()
    grant = access.grant_for(by, home)
    if grant is None or grant.role not in HELPS:
        raise PermissionDenied
    return OpenedFamily(family, head, sorted(members, key=lambda one: one.person.birth_date), grant)


def _members(**of) -> QuerySet[Membership]:
    rows = Membership.objects.filter(in_force(timezone.localdate()), **of)
    return rows.select_related("person").order_by("family_id", "pk")
