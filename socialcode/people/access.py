"""The one door to a person's data. There is no other way for a page to hold a Person.

Citizens pass for themselves, their children and wards, and for relatives who agreed. Staff pass by the territory of
their office or by a case of theirs; every look of theirs is recorded, and the person sees the record.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_noop

from socialcode.accounts.models import AT_A_PLACE, Role, RoleGrant, User
from socialcode.audit.kinds import EventKind
from socialcode.audit.models import Event
from socialcode.audit.recording import record
from socialcode.midnight import midnight

from .kin import is_close
from .models import Address, LegalRepresentation, Organisation, Person
from .models.family import in_force
from .models.person import adults_were_born_by

FINDING = gettext_noop("To find a person by IIN")
FOR_AN_EMPLOYER = "employer"  # what stands for a role where who looks acts for an employer
LEAST_PURPOSE = 10  # letters; less than this says nothing


class PurposeMissingError(PermissionDenied):
    """Staff open a person without a case only for a purpose that they state."""


@dataclass(frozen=True)
class Look:
    """By what right somebody of the staff looks: the role grant, the purpose, and the case if there is one.

    `each_time` where every time counts, such as a copy that leaves the portal.
    """

    grant: RoleGrant
    purpose: str
    case: str = ""
    each_time: bool = False


def own_person(user: User) -> Person | None:
    """The person an account belongs to; None for staff who are no citizens here."""
    return Person.objects.filter(iin=user.iin).first() if user.is_authenticated and user.iin else None


def wards_of(person: Person):
    """Children and wards a person acts for today. Parents act for a child until the 18th birthday."""
    today = timezone.localdate()
    return Person.objects.filter(
        Q(represented_by__kind=LegalRepresentation.Kind.GUARDIAN) | Q(birth_date__gt=adults_were_born_by(today)),
        Q(represented_by__since__lte=today),
        Q(represented_by__until=None) | Q(represented_by__until__gte=today),
        represented_by__representative=person,
    ).distinct()


def acting_for(person: Person):
    """The register entries by which parents and guardians act for a person today."""
    today = timezone.localdate()
    grown_up = person.birth_date <= adults_were_born_by(today)
    kinds = [LegalRepresentation.Kind.GUARDIAN] if grown_up else LegalRepresentation.Kind.values
    return person.represented_by.filter(in_force(today), kind__in=kinds).select_related("representative")


def may_act_for(user: User, person: Person) -> bool:
    """Whether a citizen may see and change in a person's name: for themselves and for children and wards."""
    own = own_person(user)
    return own is not None and (own == person or wards_of(own).filter(pk=person.pk).exists())


def may_see(user: User, person: Person) -> bool:
    """The same, and relatives who agreed to be seen."""
    if may_act_for(user, person):
        return True
    own = own_person(user)
    return own is not None and own.shared_by.filter(owner=person, ended_at=None).exists()


def open_person(key, *, by: User, purpose: str = "") -> Person:
    """Let a citizen or one of the staff (without a case) in to a person, or raise.

    Raises PermissionDenied alike for strangers and for keys that do not exist, so that nothing can be learned from it,
    and PurposeMissingError where staff have to say why.
    """
    person = Person.objects.filter(key=key).first()
    if person is not None and may_see(by, person):
        return person
    grant = grant_for_territory(by, person) if person else None
    if grant is None:
        raise PermissionDenied
    if len(purpose.strip()) < LEAST_PURPOSE:
        raise PurposeMissingError
    record_look(person, by=by, look=Look(grant, purpose.strip()))
    return person


def open_to_act(key, *, by: User) -> Person:
    """Let a citizen in to a person whom they act for: themselves, a child or a ward. Raises PermissionDenied."""
    person = Person.objects.filter(key=key).first()
    if person is None or not may_act_for(by, person):
        raise PermissionDenied
    return person


def may_act_for_organisation(user: User, organisation: Organisation) -> bool:
    """Whether a citizen is one of those who act for an organisation today."""
    own = own_person(user)
    return own is not None and organisation.mandates.filter(in_force(timezone.localdate()), person=own).exists()


def open_organisation(key, *, by: User, purpose: str = "") -> Organisation:
    """Let in to an organisation those who act for it, or one of the staff of its territory who says why, or raise.

    Raises PermissionDenied alike for strangers and for keys that do not exist, and PurposeMissingError.
    """
    organisation = Organisation.objects.filter(key=key).first()
    if organisation is not None and may_act_for_organisation(by, organisation):
        return organisation
    is_own = is_close(by, organisation.who_acts() if organisation else ())
    grant = grant_for(by, organisation) if organisation and not is_own else None
    if grant is None:
        raise PermissionDenied
    if len(purpose.strip()) < LEAST_PURPOSE:
        raise PurposeMissingError
    record_look(organisation, by=by, look=Look(grant, purpose.strip()))
    return organisation


def who_is_told(person: Person) -> list[Person]:
    """Who reads what the portal tells a person: those who act for a child or a ward, else the person."""
    return [entry.representative for entry in acting_for(person)] or [person]


def find(number: str, *, by: User) -> Person | None:
    """Who has an IIN, for one of the staff who may open that person; None alike for strangers and for nobody."""
    person = Person.objects.filter(iin=number).first()
    found = person if person and grant_for_territory(by, person) else None
    record_list([found.iin] if found else [], by=by, purpose=FINDING, search=number)
    return found


def grant_for_territory(user: User, person: Person) -> RoleGrant | None:
    """By which role one of the staff may look at a person: an auditor at all, others by their office's territory.

    None for who is close to that person: at those they look as relatives may, and in no other way.
    """
    if is_close(user, [person]):
        return None
    return grant_for(user, person.address_rows.in_force(timezone.localdate()).order_by("-since").first())


def grant_for(user: User, place: Address | Organisation | None) -> RoleGrant | None:
    """By which role one of the staff may look at what lies in a territory; None where no place is known."""
    for grant in user.grants:
        if grant.role == Role.AUDITOR:
            return grant
        if grant.role in AT_A_PLACE and place and grant.office.covers(place.region, place.district):
            return grant
    return None


def record_look(seen: Person | Organisation, *, by: User, look: Look):
    """Write down that one of the staff looked: what "Who looked at my data" shows.

    For one purpose in one case it is written once a day, not with every reload.
    """
    kind = EventKind.PERSON_SEEN if isinstance(seen, Person) else EventKind.ORGANISATION_SEEN
    office = look.grant.office.code if look.grant.office else ""
    details = {"role": look.grant.role, "office": office, "purpose": look.purpose, "case": look.case}
    return (None if look.each_time else _written_today(kind, seen, by, details)) or record(
        kind, on=seen, by=by, **details
    )


def record_look_for(organisation: Organisation, seen: Person, *, by: User, purpose: str, case: str):
    """Write down that somebody looked at a person for an organisation, such as an employer at a candidate: once a day
    for one purpose and case. The person sees it among the looks of the staff."""
    details = {"role": FOR_AN_EMPLOYER, "office": organisation.name, "purpose": purpose, "case": case}
    return _written_today(EventKind.PERSON_SEEN, seen, by, details) or record(
        EventKind.PERSON_SEEN, on=seen, by=by, **details
    )


def record_list(shown: Iterable[str], *, by: User, purpose: str, search: str = ""):
    """Write down that names were shown in a list or found by a search: one event with all that was shown.

    `shown` are the numbers of claims or other words by which an auditor finds the persons. The same list is written
    once a day; a search also where it found nobody, a list only where it shows somebody.
    """
    details = {"purpose": purpose, "shown": list(shown), "search": search}
    if not (details["shown"] or search):
        return None
    return _written_today(EventKind.PEOPLE_LISTED, by, by, details) or record(
        EventKind.PEOPLE_LISTED, on=by, by=by, **details
    )


def _written_today(kind: EventKind, on, by: User, details: dict) -> Event | None:
    today = Event.objects.about(on).filter(kind=kind, by_key=str(by.pk), at__gte=midnight(timezone.localdate()))
    return today.filter(details=details).first()
