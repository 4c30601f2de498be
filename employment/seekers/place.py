"""Which career centre a person belongs to."""

from django.utils import timezone
from django.utils.translation import gettext as _

from socialcode.accounts.models import Office
from socialcode.people.models import Person
from socialcode.refusal import NotAllowedError


def office_of(person: Person) -> Office:
    """The career centre of the person's address, else the centre of the region. Raises NotAllowedError."""
    address = person.address_rows.in_force(timezone.localdate()).order_by("-since").first()
    of_region = Office.objects.filter(region=address.region) if address else Office.objects.none()
    district = (address.district, "") if address else ()
    office = of_region.filter(district__in=district).order_by("-district").first()
    if office is None:
        raise NotAllowedError(_("The register knows no address of yours with a career centre. Go to the nearest one."))
    return office
