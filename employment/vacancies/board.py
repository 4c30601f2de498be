"""Those who applied to a vacancy, as their employer sees them."""

from dataclasses import dataclass

from socialcode.accounts.models import User
from socialcode.people import access as people

from .access import TO_CHOOSE
from .models import Application, Vacancy

State = Application.State
COLUMNS = (State.INVITED, State.APPLIED, State.INTERVIEW, State.OFFERED, State.HIRED, State.REJECTED, State.WITHDRAWN)


@dataclass(frozen=True)
class Column:
    """Applications that stand alike, the oldest first; `is_over` for those that need nothing more."""

    state: str
    label: str
    applications: list[Application]
    is_over: bool


def columns(vacancy: Vacancy, *, by: User) -> list[Column]:
    """The board of a vacancy. That names were shown is recorded with who was named."""
    rows = list(vacancy.applications.select_related("person").prefetch_related("interviews").order_by("pk"))
    people.record_list([row.person.iin for row in rows if row.is_named], by=by, purpose=TO_CHOOSE)
    return [
        Column(
            state, State(state).label, [row for row in rows if row.state == state], state in ("rejected", "withdrawn")
        )
        for state in COLUMNS
    ]


def profile_of(application: Application):
    """What a candidate can and wants, without a name: the profile of the register of job seekers. None without one, and
    for who was not hired, once it is over: what somebody writes later is not for an employer they have left."""
    is_shown = application.is_open or application.state == State.HIRED
    return getattr(application.person, "profile", None) if is_shown else None
