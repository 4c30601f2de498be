"""Suitable work is offered, answered, excused; the employer says what came of it."""

from django.utils import timezone

from employment.advising import policies, terms
from employment.advising.effects import take_off_for_work
from employment.advising.models import Referral
from employment.seekers.models import Registration
from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.broken_constraint import change
from socialcode.notices.actions import queue_notice
from socialcode.refusal import check_reason
from socialcode.shown import check_shown, stamp

from . import removing
from .numbering import next_number

Answer, Word = Referral.Answer, Referral.Word


@change
def send(*, registration, vacancy, fits, by):
    """Offer a vacancy to somebody on the register, with a letter to the employer and the day to answer by."""
    registration = removing.locked_registration(registration)
    policies.check_can_offer(registration, vacancy, fits, by)
    made = Referral.objects.create(
        number=next_number(Referral, registration.office),
        registration=registration,
        vacancy=vacancy,
        fits=fits.strip(),
        sent_by=by,
        answer_by=terms.answer_by(timezone.localdate()),
    )
    person = registration.person
    record(EventKind.WORK_OFFERED, on=person, by=by, number=made.number, due_on=made.answer_by)
    refusals = refusals_of(registration)
    named = {"referral": made, "vacancy": vacancy, "refusals": refusals, "refusals_left": refusals.left}
    made.notice = queue_notice("work_offered", to=person, about=made, answer_by=made.answer_by, **named)
    made.save(update_fields=["notice"])
    return made


@change
def answer(*, referral, answer, why="", said="", by, shown=None):  # noqa: PLR0913 - by keyword
    """Accept or refuse an offer. With the last refusal that the law allows, the removal begins with the person's word.

    `shown` is the stamp of what the person was shown: the offer, and how many refusals count already.
    """
    referral = locked(referral)
    policies.check_can_answer(referral, by)
    policies.check_answer(answer, why, said)
    check_shown(shown, shown_to_answer(referral))
    now, today = timezone.now(), timezone.localdate()
    refused = answer == Answer.REFUSED
    referral.answer, referral.said, referral.why = answer, said.strip(), why if refused else ""
    referral.answered_at, referral.answered_by = now, by
    referral.go_by = None if refused else terms.go_by(today)
    referral.closed_at = now if refused else None
    referral.save()
    person = referral.registration.person
    record(EventKind.WORK_ANSWERED, on=person, by=by, number=referral.number, answer=answer)
    if not refused:
        office = referral.registration.office
        given = {"letter": office, "answer_by": referral.go_by, "referral": referral}
        queue_notice("work_accepted", to=person, about=referral, **given)
    elif is_bound(referral.registration) and refusals_of(referral.registration).leads_to_removal:
        removing.open_by_itself(referral.registration, "refused_offers", happened_on=today, referral=referral)
    return referral


@change
def excuse(*, referral, reason, by):
    """Somebody of the centre finds the reason of a refusal a good one: it does not count, and what it led to ends."""
    referral = locked(referral)
    policies.check_can_excuse(referral, by)
    check_reason(reason)
    referral.excuse, referral.excused_at, referral.excused_by = reason.strip(), timezone.now(), by
    referral.save(update_fields=["excuse", "excused_at", "excused_by"])
    record(EventKind.REFUSAL_EXCUSED, on=referral.registration.person, by=by, number=referral.number, reason=reason)
    if not refusals_of(referral.registration).leads_to_removal:
        removing.end_by_excuse(registration=referral.registration, reason=reason.strip(), by=by)
    return referral


@change
def note_word(*, referral, word, said="", starts_on=None, by):
    """What the employer says of somebody who accepted. Who is hired leaves the register on the first day of work."""
    referral = locked(referral)
    policies.check_can_hear_word(referral, by)
    policies.check_first_day(word, starts_on, referral.registration)
    now = timezone.now()
    referral.word, referral.word_said, referral.word_on, referral.word_by = word, said.strip(), timezone.localdate(), by
    referral.starts_on = starts_on if word == Word.HIRED else None
    referral.closed_at = now
    referral.save()
    person = referral.registration.person
    record(EventKind.EMPLOYER_SAID, on=person, by=by, number=referral.number, outcome=word)
    if word == Word.HIRED:
        take_off_for_work(referral, by)
    elif word == Word.NO_SHOW and is_bound(referral.registration):
        removing.open_by_itself(referral.registration, "no_show", happened_on=referral.go_by, referral=referral)
    return referral


@change
def take_back(*, referral, reason, by):
    """The centre takes an offer back, such as when the post is filled: nothing counts against the person."""
    referral = locked(referral)
    policies.check_advises(referral.registration.person, referral.registration.office, by)
    policies.check_is_still_open(referral)
    check_reason(reason)
    referral.closed_at = timezone.now()
    referral.save(update_fields=["closed_at"])
    person = referral.registration.person
    record(EventKind.WORK_TAKEN_BACK, on=person, by=by, number=referral.number, reason=reason.strip())
    queue_notice("work_taken_back", to=person, about=referral, referral=referral, reason=reason.strip())
    return referral


def locked(referral: Referral) -> Referral:
    """An offer and the registration it is for, as they are now, held to the end of the transaction: of answers at the
    same moment each counts the one before."""
    removing.locked_registration(referral.registration)
    return Referral.objects.whole().select_for_update(of=("self",)).get(pk=referral.pk)


def refusals_of(registration: Registration) -> terms.Refusals:
    """Where somebody stands today with refusals that count."""
    return terms.refusals(registration.referrals.counted().count(), timezone.localdate())


def is_bound(registration: Registration) -> bool:
    """Whether refusals lead to removal: article 100 is of the unemployed only."""
    in_force = registration.state == Registration.State.REGISTERED
    return in_force and registration.kind == Registration.Kind.UNEMPLOYED


def shown_to_answer(referral: Referral) -> str:
    """The stamp of what a person answers: the offer, its day, and what another refusal would lead to."""
    return stamp(referral, referral.vacancy_id, referral.answer_by, refusals_of(referral.registration).counted)
