"""The head of an office names a stand-in for somebody who is away."""

from django.utils import timezone
from django.utils.translation import gettext as _

from socialcode.accounts.access import grant_at
from socialcode.accounts.models import Role
from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.broken_constraint import change
from socialcode.cases import policies
from socialcode.cases.models import Absence
from socialcode.refusal import NotAllowedError


@change
def name_stand_in(*, office, user, stand_in, since, until, by):  # noqa: PLR0913 - by keyword
    """From the first to the last day away the stand-in works on the claims of who is away; they stay where they are."""
    policies.check_names_stand_ins(office, by)
    for officer, field in ((user, "user"), (stand_in, "stand_in")):
        if grant_at(officer, office, Role.OFFICER) is None:
            raise NotAllowedError(_("This person is no officer of the office."), field)
    if until < timezone.localdate():
        raise NotAllowedError(_("This day is over."), "until")
    absence = Absence.objects.create(office=office, user=user, stand_in=stand_in, since=since, until=until, made_by=by)
    record(EventKind.STAND_IN_NAMED, on=absence, by=by, to=str(stand_in), since=since, until=until)
    return absence


@change
def end_absence(*, absence, by):
    """Who was away is back before the last day."""
    policies.check_names_stand_ins(absence.office, by)
    absence = Absence.objects.select_for_update(of=("self",)).get(pk=absence.pk)
    if absence.ended_at is None:
        absence.ended_at = timezone.now()
        absence.save(update_fields=["ended_at"])
        record(EventKind.STAND_IN_ENDED, on=absence, by=by)
    return absence
