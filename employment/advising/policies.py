"""What may be done in advising, by whom and when: one sentence per reason."""

import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from employment.advising.models import Appointment, Call, Plan, PlanStep, Referral, Slot
from employment.seekers.models import Registration
from employment.vacancies.models import Vacancy
from socialcode.accounts.access import grant_at
from socialcode.accounts.models import Office, Role, User
from socialcode.people import access
from socialcode.people.kin import check_not_close
from socialcode.people.models import Person
from socialcode.refusal import NotAllowedError, check_reason

from .access import ADVISES

LONGEST_AHEAD = 3 * 365  # days: a step further ahead is a slip of the pen
SHORTEST, LONGEST = datetime.timedelta(minutes=5), datetime.timedelta(hours=4)  # of a slot
MOST_SLOTS = 60


def check_advises(person: Person, office: Office, by: User) -> None:
    """An adviser or the head of the centre, who is not close to the person."""
    if grant_at(by, office, *ADVISES) is None:
        raise NotAllowedError(_("Only advisers of this career centre do this."))
    check_not_close(by, [person])


def check_advises_on(registration: Registration, by: User) -> None:
    """The same, while the person is on the register."""
    check_advises(registration.person, registration.office, by)
    check_is_registered(registration)


def check_is_registered(registration: Registration) -> None:
    if registration.state != Registration.State.REGISTERED:
        raise NotAllowedError(_("This person is not on the register now."))


def check_is_self(person: Person, by: User) -> None:
    """The person, or who acts for a ward."""
    if not access.may_act_for(by, person):
        raise NotAllowedError(_("Only the person can do this."))


def check_speaks(person: Person, office: Office, by: User) -> None:
    """The person, or an adviser of the centre to whom the person said it."""
    if not access.may_act_for(by, person):
        check_advises(person, office, by)


def check_can_be_given_to(registration: Registration, to: User) -> None:
    if grant_at(to, registration.office, Role.ADVISER) is None:
        raise NotAllowedError(_("This person is no adviser of the centre."), "to")
    check_not_close(to, [registration.person])


def check_can_offer(registration: Registration, vacancy: Vacancy, fits: str, by: User) -> None:
    check_advises_on(registration, by)
    if not vacancy.is_open:
        raise NotAllowedError(_("This vacancy is not open any more."), "vacancy")
    check_reason(fits, "fits")


def check_can_answer(referral: Referral, by: User) -> None:
    check_speaks(referral.registration.person, referral.registration.office, by)
    if referral.answer:
        raise NotAllowedError(_("This offer is answered already."))
    if not referral.is_open:
        raise NotAllowedError(_("This offer is closed. Nothing has to be answered."))


def check_answer(answer: str, why: str, said: str) -> None:
    """Who refuses says why; with another reason, in a sentence."""
    if answer != Referral.Answer.REFUSED:
        return
    if not why:
        raise NotAllowedError(_("Say why this work does not suit."), "why")
    if why == Referral.Why.OTHER:
        check_reason(said, "said")


def check_can_excuse(referral: Referral, by: User) -> None:
    check_advises(referral.registration.person, referral.registration.office, by)
    if not referral.counts:
        raise NotAllowedError(_("Only a refusal that counts can be found to have a good reason."))


def check_can_hear_word(referral: Referral, by: User) -> None:
    check_advises(referral.registration.person, referral.registration.office, by)
    if referral.answer != Referral.Answer.ACCEPTED:
        raise NotAllowedError(_("The person has not accepted this offer."))
    if referral.word:
        raise NotAllowedError(_("The employer’s word is noted already."))


def check_first_day(word: str, starts_on: datetime.date | None, registration: Registration) -> None:
    """Who is hired leaves the register on that day, and a payment ends with it: it lies after the registration."""
    if word != Referral.Word.HIRED:
        return
    if starts_on is None:
        raise NotAllowedError(_("Say from which day the person works."), "starts_on")
    if starts_on < registration.registered_on:
        raise NotAllowedError(_("This day lies before the registration. Choose a later one."), "starts_on")


def check_is_open(plan: Plan) -> None:
    if plan.closed_at:
        raise NotAllowedError(_("This plan is closed. Open a new one."))


def check_day_of_step(until: datetime.date) -> None:
    today = timezone.localdate()
    if not today <= until <= today + datetime.timedelta(days=LONGEST_AHEAD):
        raise NotAllowedError(_("Choose a day from today on, at most three years ahead."), "until")


def check_is_not_done(step: PlanStep) -> None:
    if step.done_on:
        raise NotAllowedError(_("Somebody has already said what came of this step."))


def check_steps_are_done(plan: Plan) -> None:
    left = plan.steps.filter(done_on=None).count()
    if left:
        raise NotAllowedError(_("Say of each step what came of it, then close the plan. Steps left: %d.") % left)


def check_slots(starts_at: datetime.datetime, ends_at: datetime.datetime, length: datetime.timedelta) -> None:
    if starts_at <= timezone.now():
        raise NotAllowedError(_("This time is over. Choose one that is still to come."), "begins")
    if not starts_at < ends_at:
        raise NotAllowedError(_("The end lies before the beginning."), "ends")
    if not SHORTEST <= length <= LONGEST:
        raise NotAllowedError(_("A time for one person lasts from five minutes to four hours."), "minutes")
    if (ends_at - starts_at) // length > MOST_SLOTS:
        raise NotAllowedError(_("These are too many times at once. Make them for one day."), "ends")


def check_makes_slots(office: Office, adviser: User, by: User) -> None:
    """Advisers make times for themselves, the head for every adviser."""
    grant = grant_at(by, office, *ADVISES)
    if grant is None or (adviser != by and grant_at(by, office, Role.HEAD) is None):
        raise NotAllowedError(_("Advisers make times for themselves, the head of the office for everybody."))
    if grant_at(adviser, office, Role.ADVISER) is None:
        raise NotAllowedError(_("This person is no adviser of the centre."), "adviser")


def check_can_withdraw(slot: Slot, by: User) -> None:
    check_makes_slots(slot.office, slot.adviser, by)
    if slot.withdrawn_at:
        raise NotAllowedError(_("This time is taken away already."))
    if slot.appointments.filter(state=Appointment.State.BOOKED).exists():
        raise NotAllowedError(_("Somebody has booked this time. Move or call off the appointment first."))


def check_can_book(slot: Slot, registration: Registration, by: User) -> None:
    check_speaks(registration.person, registration.office, by)
    check_is_registered(registration)
    if slot.office_id != registration.office_id:
        raise NotAllowedError(_("This time is at another career centre."), "slot")
    if slot.withdrawn_at or slot.starts_at <= timezone.now():
        raise NotAllowedError(_("This time cannot be booked any more. Choose another one."), "slot")


def check_can_change(appointment: Appointment, by: User) -> None:
    check_speaks(appointment.registration.person, appointment.registration.office, by)
    if appointment.state != Appointment.State.BOOKED or appointment.slot.starts_at <= timezone.now():
        raise NotAllowedError(_("This appointment is over or called off. It cannot be changed."))


def check_can_mark(appointment: Appointment, by: User) -> None:
    check_advises(appointment.registration.person, appointment.registration.office, by)
    if appointment.state != Appointment.State.BOOKED:
        raise NotAllowedError(_("It is noted already whether the person came."))
    if appointment.slot.starts_at > timezone.now():
        raise NotAllowedError(_("This appointment is still to come."))


def check_can_call(registration: Registration, about: str, by: User) -> None:
    check_advises_on(registration, by)
    check_reason(about, "about")


def check_can_close_call(call: Call, by: User) -> None:
    check_advises(call.registration.person, call.registration.office, by)
    if call.closed_at:
        raise NotAllowedError(_("It is noted already whether the person came."))


def check_is_still_open(referral: Referral) -> None:
    if not referral.is_open:
        raise NotAllowedError(_("This offer is closed. Nothing has to be answered."))
