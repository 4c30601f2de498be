"""The door to vacancies and to those who apply: everybody, who acts for the employer, the person themselves.

Every look of an employer at a candidate is recorded, and the person sees it among the looks at their data. Names are
seen from the moment the person agreed (`Application.named_at`).
"""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils.translation import gettext_noop

from employment.employers.access import may_act, open_own, organisations_of
from socialcode.accounts.models import User
from socialcode.people import access as people

from .models import Application, Interview, Vacancy

TO_CHOOSE = gettext_noop("To choose somebody for a vacancy")

__all__ = ["may_act", "open_own", "organisations_of"]


def posted(key) -> Vacancy:
    """A vacancy that was posted, also one that is over. Raises Http404 alike for drafts and for what does not exist."""
    vacancy = Vacancy.objects.whole().exclude(state="draft").filter(key=key).first()
    if vacancy is None:
        raise Http404
    return vacancy


def own_vacancy(key, *, by: User) -> Vacancy:
    """A vacancy of an organisation that somebody acts for. Raises PermissionDenied alike for others' and for none."""
    vacancy = Vacancy.objects.whole().filter(key=key).first()
    if vacancy is None or not may_act(by, vacancy.organisation):
        raise PermissionDenied
    return vacancy


def as_applicant(key, *, by: User) -> Application:
    """An application of the citizen's own."""
    application = Application.objects.whole().filter(key=key).first()
    if application is None or application.person != people.own_person(by):
        raise PermissionDenied
    return application


def as_employer(key, *, by: User, is_look: bool = True) -> Application:
    """An application to a vacancy of who acts for its organisation; the look at the candidate is recorded."""
    application = Application.objects.whole().filter(key=key).first()
    if application is None or not may_act(by, application.vacancy.organisation):
        raise PermissionDenied
    if is_look:
        record_look(application.person, application.vacancy, by=by)
    return application


def record_look(person, vacancy: Vacancy, *, by: User) -> None:
    """Write down that somebody looked at a candidate for an employer."""
    people.record_look_for(vacancy.organisation, person, by=by, purpose=TO_CHOOSE, case=vacancy.title)


def interview_of(key, *, by: User) -> Interview:
    """An interview that the citizen is asked to. Raises PermissionDenied."""
    named = "application__vacancy__organisation", "application__person"
    interview = Interview.objects.select_related(*named).filter(key=key).first()
    if interview is None or interview.application.person != people.own_person(by):
        raise PermissionDenied
    return interview
