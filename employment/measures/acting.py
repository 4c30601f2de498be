"""Who acts for an employer in matters of subsidised places: whom a register names, or an office confirmed."""

from employment.employers.models import Representation
from socialcode.accounts.models import User
from socialcode.people import access
from socialcode.people.models import Organisation, Person


def acts_for(user: User, organisation: Organisation) -> bool:
    """Whether a citizen acts for an employer today."""
    own = access.own_person(user)
    if own is None:
        return False
    named = Representation.objects.now().filter(organisation=organisation, person=own)
    return access.may_act_for_organisation(user, organisation) or named.exists()


def who_acts(organisation: Organisation) -> list[Person]:
    """Those who act for an employer today, each once."""
    named = Representation.objects.now().filter(organisation=organisation).select_related("person")
    return list(dict.fromkeys([*organisation.who_acts(), *(one.person for one in named)]))
