"""For whom a claim is, where no register ties that person to who applies."""

from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.awards import whom
from socialcode.awards.models import NamedPerson
from socialcode.broken_constraint import change
from socialcode.cases import one_right, policies
from socialcode.cases.assessing import provision_of, told
from socialcode.cases.models import Claim
from socialcode.engine import Meaning
from socialcode.people.access import wards_of
from socialcode.people.models import Person
from socialcode.people.spelling import alike

from .moving import locked


@change
def name_somebody(*, claim, given, by):
    """Say for whom a claim is: `given` are the fields of a NamedPerson besides those that the portal fills in.

    Somebody whom the registers know as the applicant's own child is that child, however the name is spelt.
    """
    claim = locked(claim)
    policies.check_can_name(claim, by)
    named = _kept(claim, given)
    key = whom.recognise(named, claim.on)
    ward = _ward(claim, key)
    claim.subject, claim.named = (ward, None) if ward else (None, named)
    for fact in provision_of(claim).facts.values():
        if fact.means == Meaning.CHILD_BORN:
            claim.answers |= {fact.name: named.birth_date.isoformat()}
    claim.answers = told(claim).sensible
    one_right.name_keys(claim)
    claim.save(update_fields=["subject", "named", "answers", "whom"])
    one_right.check_not_granted(claim)
    record(EventKind.SOMEBODY_NAMED, on=claim, by=by, name=named.full_name)
    return claim


def _kept(claim: Claim, given: dict) -> NamedPerson:
    """The same words of the same person are one row, in whichever claim they stand."""
    own = {
        "role": whom.role_named(provision_of(claim)),
        "told_by": claim.person,
        "birth_date": given["birth_date"],
        "died_on": given.get("died_on"),
        "spelling": alike(given["surname"], given["given_name"]),
        "iin": given["iin"],
    }
    return NamedPerson.objects.get_or_create(**own, defaults=given)[0]


def _ward(claim: Claim, key: str) -> Person | None:
    return next((ward for ward in wards_of(claim.person) if whom.of_person(ward) == key), None)
