"""Auditors' questions that wait for an officer's answer."""

from django.shortcuts import render
from django.views.decorators.http import require_GET

from socialcode.accounts.access import office_only
from socialcode.accounts.models import Role
from socialcode.oversight.policies import answer_due_on

from ..models import Relook, Review
from . import reviews


@require_GET
@office_only
def page(request):
    headed = [grant.office for grant in request.user.grants if grant.role == Role.HEAD]
    asked = Review.objects.asked_of(request.user, headed).select_related("decision__claim", "decision__decided_by")
    rows = [reviews.row(review) | {"answer_by": answer_due_on(review)} for review in asked.order_by("asked_at")]
    works_at = [grant.office for grant in request.user.grants if grant.role in (Role.HEAD, Role.OFFICER)]
    relooks = Relook.objects.waiting().of(works_at).select_related("office", "review__decision__claim")
    return render(request, "oversight/questions.html", {"rows": rows, "relooks": list(relooks)})
