"""A vacancy is written, posted, changed, renewed, closed. What ends by itself: `keeping.py`."""

from django.utils import timezone

from employment.employers.places import centre_of
from employment.vacancies import policies, terms
from employment.vacancies.models import Vacancy
from employment.vacancies.moving import close_vacancy, locked_vacancy
from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.broken_constraint import change
from socialcode.people.models.person import searchable

State = Vacancy.State


@change
def write(*, organisation, by, **written):
    """Keep a vacancy as a draft, which nobody else sees. `written` are the columns that an employer writes."""
    policies.check_may_write(organisation, by)
    policies.check_written(written["opened_on"], written["pay_from"], written["pay_to"])
    vacancy = Vacancy(organisation=organisation, made_by=by)
    _write(vacancy, written)
    vacancy.save(force_insert=True)
    record(EventKind.VACANCY_WRITTEN, on=vacancy, by=by, organisation=organisation.bin)
    return vacancy


@change
def change_vacancy(*, vacancy, by, words_note="", **written):
    """Change what a draft or a posted vacancy says; of a posted one the words are looked through again."""
    vacancy = locked_vacancy(vacancy)
    policies.check_can_change(vacancy, by)
    policies.check_written(written["opened_on"], written["pay_from"], written["pay_to"])
    _write(vacancy, written)
    if vacancy.state != State.DRAFT:
        policies.check_words(vacancy, words_note)
        vacancy.words_note = words_note.strip()
    vacancy.save()
    record(EventKind.VACANCY_CHANGED, on=vacancy, by=by)
    return vacancy


@change
def post(*, vacancy, by, words_note=""):
    """Everybody finds it from now on, until its days are over. Posted too late, it says so."""
    vacancy = locked_vacancy(vacancy)
    policies.check_can_post(vacancy, words_note, by)
    vacancy.words_note = words_note.strip()
    vacancy.state, vacancy.posted_at = State.OPEN, timezone.now()
    vacancy.expires_on = terms.expires_on(timezone.localdate())
    vacancy.save()
    told = {"organisation": vacancy.organisation.bin, "due_on": vacancy.due_on, "reason": vacancy.words_note}
    record(EventKind.VACANCY_POSTED, on=vacancy, by=by, **told)
    return vacancy


@change
def renew(*, vacancy, by):
    """The posts are vacant still: it stands for as many days again, from today."""
    vacancy = locked_vacancy(vacancy)
    policies.check_can_renew(vacancy, by)
    vacancy.state, vacancy.expires_on = State.OPEN, terms.expires_on(timezone.localdate())
    vacancy.save(update_fields=["state", "expires_on"])
    record(EventKind.VACANCY_RENEWED, on=vacancy, by=by, until=vacancy.expires_on)
    return vacancy


@change
def close(*, vacancy, reason, by):
    """The posts are not vacant any more, and who applied is told."""
    vacancy = locked_vacancy(vacancy)
    policies.check_can_close(vacancy, reason, by)
    close_vacancy(vacancy, State.CLOSED, reason.strip(), by=by)
    record(EventKind.VACANCY_CLOSED, on=vacancy, by=by, reason=vacancy.reason)
    return vacancy


@change
def discard(*, vacancy, by):
    """Throw a draft away, which nobody else has seen."""
    vacancy = locked_vacancy(vacancy)
    policies.check_can_discard(vacancy, by)
    record(EventKind.VACANCY_CLOSED, on=vacancy, by=by)
    vacancy.delete()
    return vacancy


def _write(vacancy: Vacancy, written: dict) -> None:
    for name, value in written.items():
        setattr(vacancy, name, value)
    vacancy.due_on = terms.last_day_to_post(vacancy.opened_on)
    vacancy.office = centre_of(vacancy.region, vacancy.district)
    policies.check_has_centre(vacancy.office)
    said = (vacancy.title, vacancy.duties, vacancy.requirements, vacancy.organisation.name)
    vacancy.words = searchable(" ".join(said))
