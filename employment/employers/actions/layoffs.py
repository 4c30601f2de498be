"""Notice of lay-offs: given by the employer, taken back, and the office's talk with the people."""

from collections.abc import Sequence

from django.utils import timezone
from django.utils.translation import gettext as _

from employment.employers import policies, terms
from employment.employers.models import LayoffGroup, LayoffNotice
from employment.employers.places import centre_of
from socialcode.accounts.models import Office
from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.broken_constraint import change
from socialcode.people.models import Organisation
from socialcode.refusal import NotAllowedError


@change
def tell(*, organisation, ground, starts_on, ends_on, groups, by):  # noqa: PLR0913 - as on paper, by keyword
    """Tell the centre of the place who is laid off and when. Told too late, it is kept all the same, and says so.

    `groups` are unsaved LayoffGroup without their notice, at least one.
    """
    policies.check_acts(organisation, by)
    _check(starts_on, ends_on, groups)
    notice = LayoffNotice.objects.create(
        organisation=organisation,
        office=_centre_of(organisation),
        ground=ground,
        starts_on=starts_on,
        ends_on=ends_on,
        due_on=terms.last_day_to_tell(starts_on),
        given_by=by,
    )
    for group in groups:
        group.notice = notice
    LayoffGroup.objects.bulk_create(groups)
    people = sum(group.people for group in groups)
    told = {"organisation": organisation.bin, "people": people, "since": starts_on, "due_on": notice.due_on}
    record(EventKind.LAYOFFS_TOLD, on=notice, by=by, **told)
    return notice


@change
def take_back(*, notice, by):
    """The people stay: the notice is kept and marked."""
    notice = _locked(notice)
    policies.check_can_take_layoffs_back(notice, by)
    notice.withdrawn_at = timezone.now()
    notice.save(update_fields=["withdrawn_at"])
    record(EventKind.LAYOFFS_TAKEN_BACK, on=notice, by=by)
    return notice


@change
def meet(*, notice, on, note, by):
    """The office spoke to the people: what they were told, and what they need."""
    notice = _locked(notice)
    policies.check_can_meet(notice, on, note, by)
    notice.met_on, notice.met_by, notice.met_note = on, by, note.strip()
    notice.save(update_fields=["met_on", "met_by", "met_note"])
    record(EventKind.LAYOFFS_MET, on=notice, by=by)
    return notice


def _check(starts_on, ends_on, groups: Sequence[LayoffGroup]) -> None:
    if ends_on < starts_on:
        raise NotAllowedError(_("The last day of lay-offs is no earlier than the first one."), "ends_on")
    if starts_on < timezone.localdate():
        raise NotAllowedError(_("Write the day on which the first people go: a day from today on."), "starts_on")
    if not groups:
        raise NotAllowedError(_("Name at least one group: post, trade, how many people, their pay."))


def _centre_of(organisation: Organisation) -> Office:
    office = centre_of(organisation.region, organisation.district)
    if office is None:
        raise NotAllowedError(_("No career centre is known for the place of the organisation."))
    return office


def _locked(notice: LayoffNotice) -> LayoffNotice:
    rows = LayoffNotice.objects.select_for_update(of=("self",)).select_related("organisation", "office")
    return rows.get(pk=notice.pk)
