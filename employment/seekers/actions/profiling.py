"""What somebody says of themselves for work, and whether employers may see it."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from employment.seekers.models import Profile, ProfileTrade, ShownToEmployers, Studied, WorkedAs
from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.broken_constraint import change
from socialcode.people.access import may_act_for
from socialcode.people.models import Person
from socialcode.refusal import NotAllowedError

from .spreading import spread

MOST_LINES = 30  # of jobs, and of studies
TEXT_VERSION = "2026-11"  # of the sentence that one agrees to


@change
def write(*, person: Person, says: Mapping[str, Any], trades: Sequence[tuple[str, int]], by) -> Profile:
    """Keep a profile: `says` are its fields by name, `trades` codes with years, in the order of the wish.

    Raises NotAllowedError where somebody else's profile is meant.
    """
    _check_own(person, by)
    profile, _is_new = Profile.objects.select_for_update().get_or_create(person=person)
    for name, value in says.items():
        setattr(profile, name, value)
    profile.is_looking = person.registrations.in_force().exists()
    profile.changed_at = timezone.now()
    profile.save()
    kept = dict(trades)
    profile.trades.exclude(trade__in=kept).delete()
    for rank, (code, years) in enumerate(kept.items()):
        ProfileTrade.objects.update_or_create(profile=profile, trade=code, defaults={"years": years, "rank": rank})
    spread(profile)
    record(EventKind.PROFILE_CHANGED, on=profile, by=by)
    return profile


@change
def add_line(*, person: Person, line: WorkedAs | Studied, by) -> WorkedAs | Studied:
    """One more job or study in the CV. Raises NotAllowedError."""
    profile = _profile(person, by)
    if type(line).objects.filter(profile=profile).count() >= MOST_LINES:
        raise NotAllowedError(_("No more lines fit in a CV. Take one out first."))
    line.profile = profile
    line.save()
    return line


@change
def remove_line(*, person: Person, kind: type[WorkedAs | Studied], number: int, by) -> Profile:
    """Take a job or a study out of the CV; one that is not there changes nothing. Raises NotAllowedError."""
    profile = _profile(person, by)
    kind.objects.filter(profile=profile, pk=number).delete()
    return profile


@change
def show(*, person: Person, language: str, by) -> ShownToEmployers:
    """Employers may see name, phone and CV from now on. Agreed twice is agreed once. Raises NotAllowedError."""
    _check_own(person, by)
    Person.objects.select_for_update().get(pk=person.pk)
    agreed = person.shown_to_employers.filter(ended_at=None).first()
    if agreed:
        return agreed
    agreed = ShownToEmployers.objects.create(person=person, text_version=TEXT_VERSION, language=language)
    record(EventKind.SHOWN_TO_EMPLOYERS, on=person, by=by, version=TEXT_VERSION)
    return agreed


@change
def hide(*, person: Person, by) -> Person:
    """From now on no employer sees who it is, except those to whom the person applied. Raises NotAllowedError."""
    _check_own(person, by)
    ended = person.shown_to_employers.filter(ended_at=None).update(ended_at=timezone.now())
    if ended:
        record(EventKind.HIDDEN_FROM_EMPLOYERS, on=person, by=by)
    return person


def is_shown(person: Person) -> bool:
    """Whether employers may see who it is."""
    return person.shown_to_employers.filter(ended_at=None).exists()


def _profile(person: Person, by) -> Profile:
    _check_own(person, by)
    return Profile.objects.select_for_update().get_or_create(person=person)[0]


def _check_own(person: Person, by) -> None:
    if not may_act_for(by, person):
        raise NotAllowedError(_("Only the person can do this."))
