"""Several claims chosen in the queue: what to do with them is asked on a page of its own, then done with each."""

from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from socialcode.accounts.access import office_only
from socialcode.cases import access
from socialcode.cases.staff import several
from socialcode.cases.staff.looking import SEVERAL
from socialcode.cases.staff.staff_actions import STAFF_ACTIONS

MOST_CHOSEN = 50


@require_POST
@office_only
def act(request, name):
    """The page that asks; once its form is sent, back to the same page of the queue, with what became of each claim."""
    if name not in several.MAY_BE_SEVERAL:
        raise Http404
    keys = _chosen(request.POST.getlist("claim"))
    back = reverse("work:queue", query=request.GET)
    claims = access.act_as_staff_on(keys, by=request.user)
    if not claims:
        messages.warning(request, _gone() if keys else _("Choose at least one claim of the list first."))
        return redirect(back)
    is_sent = not STAFF_ACTIONS[name].form.base_fields.keys().isdisjoint(request.POST)
    form = STAFF_ACTIONS[name].form(request.POST if is_sent else None, claims=claims, by=request.user)
    status = HTTPStatus.BAD_REQUEST if is_sent else HTTPStatus.OK
    if is_sent and form.is_valid():
        outcome = several.run(name, form)
        if not outcome.wrong:
            _tell(request, STAFF_ACTIONS[name].done, outcome, len(keys))
            return redirect(back)
        for field, sentence in outcome.wrong.items():
            form.add_error(field, sentence)
        status = HTTPStatus.CONFLICT
    access.record_list(claims, by=request.user, purpose=SEVERAL)
    chosen = several.with_objections(name, claims, request.user)
    context = {"name": name, "form": form, "chosen": chosen, "back": back}
    return render(request, "cases/staff/queue/several.html", context, status=status)


def _chosen(texts: list[str]) -> list[UUID]:
    """The keys of the claims, each once. Raises BadRequest for what no page of the queue sends."""
    try:
        keys = [UUID(text) for text in dict.fromkeys(texts)]
    except ValueError as error:
        raise BadRequest from error
    if len(keys) > MOST_CHOSEN:
        raise BadRequest
    return keys


def _tell(request, done: str, outcome: several.Outcome, asked: int) -> None:
    count = _("Claims: %(done)s of %(asked)s.") % {"done": outcome.done, "asked": asked}
    if outcome.done:
        messages.success(request, f"{done} {count}")
    for why, numbers in outcome.refused.items():
        told = _("Not done with %(numbers)s. %(why)s") % {"numbers": ", ".join(numbers), "why": why}
        messages.warning(request, told)
    if asked > outcome.tried:
        messages.warning(request, _gone())


def _gone() -> str:
    return _("Some of the chosen claims are not with your office any more.")
