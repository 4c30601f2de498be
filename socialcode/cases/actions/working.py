"""What an officer does before deciding: take, assign, transfer, ask for information, write, hear."""

from django.utils import timezone

from socialcode.accounts.models import Role
from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.broken_constraint import change
from socialcode.cases import flags, one_right, policies
from socialcode.cases.access import reader_of
from socialcode.cases.models import ChecklistMark, Claim, Hearing, InformationRequest, News, Note
from socialcode.cases.telling import hand_on, tell
from socialcode.law.terms import term_after
from socialcode.notices.actions import queue_notice
from socialcode.people.kin import check_not_close, close_to
from socialcode.refusal import check_reason
from socialcode.shown import check_shown, stamp

from .moving import locked, move

Status = Claim.Status


@change
def take_next(*, by):
    """Give an officer the most urgent claim nobody has; None if there is none. Two officers never get the same one."""
    offices = [grant.office for grant in by.grants if grant.role == Role.OFFICER]
    check_not_close(by, ())
    claim = (
        Claim.objects.to_take(offices)
        .exclude(entered_by=by)
        .not_decided_before_by(by)
        .not_about(close_to(by))
        .order_by("due_on", "pk")
        .select_for_update(skip_locked=True, of=("self",))
        .first()
    )
    return _taken(claim, by) if claim else None


@change
def take(*, claim, by):
    """Take one claim of the queue."""
    claim = locked(claim)
    policies.check_can_take(claim, by)
    return _taken(claim, by)


def _taken(claim: Claim, by) -> Claim:
    move(claim, Status.IN_REVIEW, assigned_to=by)
    hand_on(claim)
    one_right.settle(claim)
    flags.raise_for(claim)  # since it was sent, more may have become known
    record(EventKind.CLAIM_TAKEN, on=claim, by=by)
    return claim


@change
def assign(*, claim, to, by):
    """The head of the office gives a claim to an officer."""
    claim = locked(claim)
    policies.check_can_assign(claim, to, by)
    if claim.status == Status.SUBMITTED:
        move(claim, Status.IN_REVIEW, assigned_to=to)
    else:
        claim.assigned_to = to
        claim.save(update_fields=["assigned_to"])
    hand_on(claim)
    if to != by:
        tell(claim, News.Kind.GIVEN, by.full_name)
    record(EventKind.CLAIM_ASSIGNED, on=claim, by=by, to=str(to))
    return claim


@change
def transfer(*, claim, office, reason, by):
    """Pass a claim to another office; it goes back into a queue, its day to decide stays."""
    claim = locked(claim)
    policies.check_can_transfer(claim, office, by)
    check_reason(reason)
    before = claim.office
    claim.office, claim.assigned_to = office, None
    if claim.status == Status.IN_REVIEW:
        move(claim, Status.SUBMITTED, office=office, assigned_to=None)
    else:
        claim.save(update_fields=["office", "assigned_to"])
    hand_on(claim)
    record(EventKind.CLAIM_TRANSFERRED, on=claim, by=by, reason=reason.strip(), before=before.code, after=office.code)
    queue_notice("claim_handed_over", to=reader_of(claim), about=claim, claim=claim)
    return claim


@change
def write(*, claim, text, is_internal, by):
    """A note among the staff, or a message between the office and the person."""
    claim = locked(claim)
    if is_internal:
        policies.check_is_of_office(claim, by)
    else:
        policies.check_takes_part(claim, by)
    check_reason(text, "text")
    note = Note.objects.create(claim=claim, text=text.strip(), is_internal=is_internal, by=by)
    record(EventKind.NOTE_WRITTEN, on=claim, by=by, internal=is_internal)
    if not is_internal and by.is_staff_member:
        queue_notice("message", to=reader_of(claim), about=claim, claim=claim, note=note)
    elif not is_internal:
        tell(claim, News.Kind.MESSAGE, note.text)
    return note


@change
def mark(*, claim, section, is_in_order, by):
    """Tick a section of the checklist; the newest mark of a section counts."""
    claim = locked(claim)
    policies.check_works_on(claim, by)
    return ChecklistMark.objects.create(claim=claim, section=section, is_in_order=is_in_order, by=by)


@change
def look_again(*, claim):
    """Raise what has come up since somebody looked last: it stays, also where what follows is refused."""
    claim = locked(claim)
    if claim.status in (Status.IN_REVIEW, Status.APPROVAL):
        one_right.settle(claim)
        flags.raise_for(claim)


@change
def clear_flag(*, flag, reason, by):
    """An officer looked at a warning and says why it does not stand in the way."""
    claim = locked(flag.claim)
    policies.check_works_on(claim, by)
    check_reason(reason)
    flag.cleared_by, flag.cleared_at, flag.reason = by, timezone.now(), reason.strip()
    flag.save(update_fields=["cleared_by", "cleared_at", "reason"])
    record(EventKind.FLAG_CLEARED, on=claim, by=by, flag=flag.kind, reason=flag.reason)
    return flag


@change
def ask_information(*, claim, text, by):
    """Request information: what the person is to mend or add within the law's `correction_days` (working days)."""
    claim = locked(claim)
    policies.check_can_ask_information(claim, by)
    check_reason(text, "text")
    move(claim, Status.INFORMATION_ASKED)
    asked = InformationRequest.objects.create(
        claim=claim, text=text.strip(), due_on=term_after(timezone.localdate(), "correction_days"), asked_by=by
    )
    record(EventKind.INFORMATION_ASKED, on=claim, by=by, due_on=asked.due_on)
    asked.notice = queue_notice(
        "correction_asked",
        to=reader_of(claim),
        about=claim,
        answer_by=asked.due_on,
        claim=claim,
        asked=asked,
    )
    asked.save(update_fields=["notice"])
    return asked


@change
def answer_information(*, information_request, answer, by, shown=None):
    """The person has mended what was asked; the claim goes back to the officer."""
    claim = locked(information_request.claim)
    policies.check_speaks_for(claim, by)
    check_shown(shown, shown_to_answer(information_request))
    move(claim, Status.IN_REVIEW)
    information_request.answer, information_request.answered_at = answer.strip(), timezone.now()
    information_request.closed_at = information_request.answered_at
    information_request.save(update_fields=["answer", "answered_at", "closed_at"])
    record(EventKind.INFORMATION_ANSWERED, on=claim, by=by)
    tell(claim, News.Kind.ANSWER, information_request.answer, by=by)
    return information_request


@change
def open_hearing(*, claim, planned, by):
    """Tell the person what is planned against them, and by when they can object (APPC, article 73)."""
    claim = locked(claim)
    policies.check_can_open_hearing(claim, by)
    check_reason(planned, "planned")
    move(claim, Status.HEARING)
    hearing = Hearing.objects.create(
        claim=claim, planned=planned.strip(), due_on=term_after(timezone.localdate(), "hearing_days"), opened_by=by
    )
    record(EventKind.HEARING_OPENED, on=claim, by=by, due_on=hearing.due_on)
    hearing.notice = queue_notice(
        "hearing_opened", to=reader_of(claim), about=claim, answer_by=hearing.due_on, claim=claim, hearing=hearing
    )
    hearing.save(update_fields=["notice"])
    return hearing


@change
def answer_hearing(*, hearing, objection, by, shown=None):
    """The person objects, or says that there is nothing to say."""
    claim = locked(hearing.claim)
    policies.check_speaks_for(claim, by)
    check_shown(shown, shown_to_answer(hearing))
    move(claim, Status.IN_REVIEW)
    hearing.objection, hearing.heard_at = objection.strip(), timezone.now()
    hearing.closed_at = hearing.heard_at
    hearing.save(update_fields=["objection", "heard_at", "closed_at"])
    record(EventKind.PERSON_HEARD, on=claim, by=by)
    tell(claim, News.Kind.OBJECTION, hearing.objection, by=by)
    return hearing


def shown_to_answer(waiting: InformationRequest | Hearing) -> str:
    """The stamp of what a person answers: which question of the office, in its words."""
    return stamp(waiting, waiting.text if isinstance(waiting, InformationRequest) else waiting.planned)
