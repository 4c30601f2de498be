"""Back on the register: what took the person off it was revoked."""

from django.utils import timezone

from employment.seekers.models import Registration
from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.broken_constraint import change
from socialcode.people.models import Register
from socialcode.registers.models import Employment

State = Registration.State


@change
def put_back(*, registration: Registration, by) -> Registration:
    """A registration that a removal ended goes on as if it never had. Where the person was registered anew meanwhile
    that one goes on, and the days to wait are forgotten; a wish that waits is answered by this."""
    registration = (
        Registration.objects.select_for_update(of=("self",)).select_related("person", "office").get(pk=registration.pk)
    )
    ended_on, own = registration.ended_on, registration.person.registrations
    if own.in_force().exists():
        registration.ground = Registration.Ground.UNEMPLOYED
    else:
        registration.state, registration.ground = State.REGISTERED, ""
        registration.ended_on, registration.ended_by = None, None
        own.waiting().update(state=State.WITHDRAWN, answered_at=timezone.now(), answered_by=by)
        Employment.objects.create(
            person=registration.person, kind=Employment.Kind.UNEMPLOYED, since=ended_on, source=Register.LABOUR_MARKET
        )
    registration.save()
    record(EventKind.REGISTRATION_RESTORED, on=registration, by=by, since=ended_on)
    return registration
