"""Who goes round villages, whom they visit, and what a note says: one sentence per reason."""

import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from employment.advising.models import Round, Seen
from socialcode.accounts.access import grant_at
from socialcode.accounts.models import Office, User
from socialcode.people.kin import check_not_close
from socialcode.people.models import Person
from socialcode.refusal import NotAllowedError, check_reason

from .access import GOES_ROUND

LONGEST_AGO = datetime.timedelta(days=30)
LONGEST_AHEAD = datetime.timedelta(days=366)


def check_goes_round(office: Office, by: User) -> None:
    if grant_at(by, office, *GOES_ROUND) is None:
        raise NotAllowedError(_("Only the mobile group and advisers of this career centre do this."))


def check_can_visit(office: Office, person: Person, by: User) -> None:
    """Somebody who lives in the territory of the office, and is not close to who visits."""
    check_not_close(by, [person])
    home = person.address_rows.in_force(timezone.localdate()).order_by("-since").first()
    if home is None or not office.covers(home.region, home.district):
        raise NotAllowedError(_("This person does not live in the territory of the centre."), "iin")


def check_day(on: datetime.date) -> None:
    today = timezone.localdate()
    if not today <= on <= today + LONGEST_AHEAD:
        raise NotAllowedError(_("Choose a day from today on, at most a year ahead."), "on")


def check_is_ahead(round: Round) -> None:
    if round.on < timezone.localdate():
        raise NotAllowedError(_("This round is over. Plan another one."))


def check_note(found: str, note: str) -> None:
    if found == Seen.Found.HOME:
        check_reason(note, "note")
