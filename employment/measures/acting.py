"""Who acts for an employer in matters of subsidised places: whom a register names, or an office confirmed."""

from django.db.models import Q, QuerySet
from django.utils import timezone

from employment.employers.models import Representation
from socialcode.accounts.models import User
from socialcode.people import access
from socialcode.people.models import Mandate, Organisation, Person
from socialcode.people.models.family import in_force


def acts_for(user: User, organisation: Organisation) -> bool:
    """Whether a citizen acts for an employer today."""
    return organisations_of(user).filter(pk=organisation.pk).exists()


def who_acts(organisation: Organisation) -> list[Person]:
    """Those who act for an employer today, each once."""
    named = Representation.objects.now().filter(organisation=organisation).select_related("person")
    return list(dict.fromkeys([*organisation.who_acts(), *(one.person for one in named)]))


def organisations_of(user: User) -> QuerySet[Organisation]:
    """The employers that somebody acts for today, by name."""
    own = access.own_person(user)
    if own is None:
        return Organisation.objects.none()
    today = timezone.localdate()
    by_register = Mandate.objects.filter(in_force(today), person=own).values("organisation")
    named = Representation.objects.now().filter(person=own).values("organisation")
    return Organisation.objects.filter(Q(pk__in=by_register) | Q(pk__in=named), closed_on=None).order_by("name", "pk")
