"""An employer asks for subsidised places; an officer answers."""

from django.utils import timezone

from employment.measures import conditions, numbers, policies, telling
from employment.measures.models import PlaceRequest
from employment.measures.standing import employer_of
from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.broken_constraint import change
from socialcode.law.terms import term_after
from socialcode.law.values import values_on
from socialcode.refusal import check_reason

State = PlaceRequest.State


@change
def ask_places(*, organisation, office, asked, by) -> PlaceRequest:
    """Ask the centre for places. `asked` has measure, places, job, duties, address, pay (tenge), months, headcount,
    has_arrears, pays_contributions and iban. Raises NotAllowedError for who does not act for the employer."""
    policies.check_can_ask(organisation, asked, by)
    made = PlaceRequest.objects.create(
        number=numbers.next_number("P"),
        organisation=organisation,
        office=office,
        filed_by=by,
        due_on=term_after(timezone.localdate(), "measure_answer_days"),
        **asked,
    )
    record(EventKind.MEASURE_PLACES_ASKED, on=made, by=by, office=office.code, due_on=made.due_on)
    return made


@change
def withdraw_places(*, request, by) -> PlaceRequest:
    """Take an application back that is not answered yet."""
    request = _locked(request)
    policies.check_can_withdraw(request, by)
    request.state = State.WITHDRAWN
    request.save(update_fields=["state"])
    record(EventKind.MEASURE_PLACES_WITHDRAWN, on=request, by=by)
    return request


@change
def approve_places(*, request, reason="", by) -> PlaceRequest:
    """Put an employer on the list of those who create places (111.5(2)). Raises NotAllowedError with every condition
    that is not met."""
    request = _locked(request)
    policies.check_can_answer(request, by)
    answers = conditions.ask(employer_of(request, timezone.localdate()), values_on(timezone.localdate()))
    policies.check_met(answers, reason)
    return _answer(request, State.APPROVED, answers, reason, by)


@change
def refuse_places(*, request, reason, by) -> PlaceRequest:
    """Refuse an application; the employer reads why."""
    request = _locked(request)
    policies.check_can_answer(request, by)
    check_reason(reason)
    answers = conditions.ask(employer_of(request, timezone.localdate()), values_on(timezone.localdate()))
    return _answer(request, State.REFUSED, answers, reason, by)


def _answer(request: PlaceRequest, state: str, answers, reason: str, by) -> PlaceRequest:
    request.state, request.conditions, request.reason = state, conditions.kept(answers), reason.strip()
    request.answered_by, request.answered_at = by, timezone.now()
    request.save(update_fields=["state", "conditions", "reason", "answered_by", "answered_at"])
    record(EventKind.MEASURE_PLACES_ANSWERED, on=request, by=by, outcome=state, reason=request.reason)
    telling.tell_of_answer(request)
    return request


def _locked(request: PlaceRequest) -> PlaceRequest:
    named = ("organisation", "office", "filed_by")
    return PlaceRequest.objects.select_for_update(of=("self",)).select_related(*named).get(pk=request.pk)
