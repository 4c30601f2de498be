"""Auditors' questions that wait for an officer's answer."""

from django.shortcuts import render
from django.views.decorators.http import require_GET

from socialcode.accounts.access import office_only
from socialcode.accounts.models import Role
from socialcode.oversight.policies import answer_due_on

from ..models import ORIGINS, RELOOKED, Relook, Review
from . import reviews


@require_GET
@office_only
def page(request):
    headed = [grant.office for grant in request.user.grants if grant.role == Role.HEAD]
    works_at = [grant.office for grant in request.user.grants if grant.role in (Role.HEAD, Role.OFFICER)]
    asked = Review.objects.asked_of(request.user, headed, works_at)
    asked = asked.select_related(*ORIGINS, "decision__assessment", "decision__decided_by").order_by("asked_at")
    rows = [reviews.row(review) | {"answer_by": answer_due_on(review)} for review in asked]
    relooks = Relook.objects.waiting().of(works_at).select_related(*RELOOKED)
    return render(request, "oversight/questions.html", {"rows": rows, "relooks": list(relooks)})
