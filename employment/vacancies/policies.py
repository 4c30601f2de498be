"""What may be done with a vacancy and an application, when, and by whom: one sentence per reason."""

import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from employment.employers.access import may_act
from socialcode.accounts.models import AT_A_PLACE, Office, User
from socialcode.people import access as people
from socialcode.people.kin import check_not_close
from socialcode.people.models import Person
from socialcode.refusal import NotAllowedError, check_reason

from . import terms, words
from .models import Application, Interview, Vacancy

State = Application.State
LONGEST_AGO = 366  # days: a post that is vacant for longer is a slip of the pen


def check_acts(vacancy: Vacancy, by: User) -> None:
    if not may_act(by, vacancy.organisation):
        raise NotAllowedError(_("You do not act for this organisation."))


def check_may_write(organisation, by: User) -> None:
    if not may_act(by, organisation):
        raise NotAllowedError(_("You do not act for this organisation."))


def check_written(opened_on: datetime.date, pay_from, pay_to) -> None:
    """What a vacancy says fits together."""
    today = timezone.localdate()
    if not today - datetime.timedelta(days=LONGEST_AGO) <= opened_on <= today:
        raise NotAllowedError(
            _("Write the day on which the post became vacant: not ahead, and not over a year ago."), "opened_on"
        )
    if pay_from <= 0:
        raise NotAllowedError(_("Write the pay: the law asks for it (article 103.2(1))."), "pay_from")
    if pay_to is not None and pay_to < pay_from:
        raise NotAllowedError(_("The highest pay is no less than the lowest one."), "pay_to")


def check_has_centre(office: Office | None) -> None:
    if office is None:
        raise NotAllowedError(_("No career centre is known for the place of the work."), "place")


def check_can_change(vacancy: Vacancy, by: User) -> None:
    check_acts(vacancy, by)
    if vacancy.state in ("filled", "closed"):
        raise NotAllowedError(_("This vacancy is closed. Write a new one."))


def check_words(vacancy: Vacancy, note: str) -> None:
    """No words that shut people out (article 103.2(5)); what only looks like them is explained by who posts."""
    found = words.found_in(terms.texts_of(vacancy))
    if found:
        try:
            check_reason(note)
        except NotAllowedError:
            named = "; ".join(f"“{each.words}”" for each in found)
            told = _("These words shut people out: %(words)s. Change them, or say why they do not mean people.")
            raise NotAllowedError(told % {"words": named}, "words_note") from None


def check_can_post(vacancy: Vacancy, note: str, by: User) -> None:
    check_acts(vacancy, by)
    if vacancy.state != "draft":
        raise NotAllowedError(_("This vacancy is posted already."))
    check_words(vacancy, note)


def check_can_renew(vacancy: Vacancy, by: User) -> None:
    check_acts(vacancy, by)
    if vacancy.state not in ("open", "expired"):
        raise NotAllowedError(_("Only a vacancy that is open, or whose days are over, is renewed."))


def check_can_close(vacancy: Vacancy, reason: str, by: User) -> None:
    check_acts(vacancy, by)
    if vacancy.state not in ("open", "expired"):
        raise NotAllowedError(_("Only a vacancy that is posted is closed."))
    check_reason(reason)


def check_can_discard(vacancy: Vacancy, by: User) -> None:
    check_acts(vacancy, by)
    if vacancy.state != "draft":
        raise NotAllowedError(_("This vacancy is posted. Close it and say why."))


def check_can_apply(vacancy: Vacancy, person: Person | None) -> None:
    if person is None:
        raise NotAllowedError(_("Only a person of the register can apply."))
    if not vacancy.is_open:
        raise NotAllowedError(_("This vacancy is not open any more."))


def check_can_send(vacancy: Vacancy, person: Person, by: User) -> None:
    """The person accepts a referral themselves, or an officer of the person's place writes down that they did."""
    check_can_apply(vacancy, person)
    grant = people.grant_for_territory(by, person)
    is_of_place = grant is not None and grant.role in AT_A_PLACE
    if people.own_person(by) != person and not is_of_place:
        raise NotAllowedError(_("Only the person, or the career centre of the person’s place, sends this."))
    if by.is_staff_member:
        check_not_close(by, [person])


def check_is_applicant(application: Application, by: User) -> None:
    if people.own_person(by) != application.person:
        raise NotAllowedError(_("Only who applied does this."))


def check_open(application: Application) -> None:
    if not application.is_open:
        raise NotAllowedError(
            _("This application is closed: “%(state)s”.") % {"state": application.get_state_display()}
        )


def check_can_answer_invitation(application: Application, by: User) -> None:
    check_is_applicant(application, by)
    if application.state != State.INVITED:
        raise NotAllowedError(_("This invitation is answered already."))


def check_can_invite(vacancy: Vacancy, by: User) -> None:
    check_acts(vacancy, by)
    if not vacancy.is_open:
        raise NotAllowedError(_("This vacancy is not open any more."))


def check_can_select(application: Application, by: User) -> None:
    """Who acts for the employer goes on with somebody who agreed to be named."""
    check_acts(application.vacancy, by)
    check_open(application)
    if not application.is_named:
        raise NotAllowedError(_("The person has not answered the invitation yet."))


def check_can_write(application: Application, text: str, by: User) -> None:
    """Either side, while the application is open and both know one another."""
    check_open(application)
    if not application.is_named:
        raise NotAllowedError(_("The person has not answered the invitation yet."))
    if people.own_person(by) != application.person:
        check_acts(application.vacancy, by)
    if not text.strip():
        raise NotAllowedError(_("Write something first."), "text")


def check_ahead(at: datetime.datetime) -> None:
    if at <= timezone.now():
        raise NotAllowedError(_("This time is over. Choose a later one."), "at")


def check_can_reject(application: Application, reason: str, by: User) -> None:
    check_acts(application.vacancy, by)
    check_open(application)
    check_reason(reason)


def check_can_answer_interview(interview: Interview, by: User) -> None:
    check_is_applicant(interview.application, by)
    check_open(interview.application)
    if interview.answer == Interview.Answer.CALLED_OFF or interview.at <= timezone.now():
        raise NotAllowedError(_("This interview is over or called off."))


def check_can_keep(person: Person | None) -> None:
    if person is None:
        raise NotAllowedError(_("Sign in as a person of the register to keep vacancies."))
