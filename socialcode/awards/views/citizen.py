"""What a citizen receives: every award, each with what it is worth, what changed and why, and the way to tell news."""

from functools import wraps

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from socialcode.awards import access
from socialcode.awards.actions import reporting
from socialcode.awards.awardfile import AwardFile
from socialcode.awards.forms import NewsForm
from socialcode.awards.models import Term
from socialcode.awards.planning import provision_of
from socialcode.awards.policies import check_can_report
from socialcode.people.access import own_person
from socialcode.refusal import attempt, objection

A_PAGE = 20


def own_award(view):
    """Hand the view an award of the citizen's own; caches keep nothing of it."""

    @wraps(view)
    def opened(request, key):
        return view(request, access.open_as_citizen(key, by=request.user))

    return never_cache(login_required(opened))


@require_safe
@never_cache
@login_required
def mine(request):
    named = ("person", "subject", "named")
    awards = access.awards_of(request.user).select_related(*named).order_by("state", "-since", "-pk")
    page = Paginator(awards, A_PAGE).get_page(request.GET.get("page"))
    worth = _worth_today(page)
    for award in page:
        award.rules, award.now = provision_of(award), worth.get(award.pk)
    return render(request, "awards/mine.html", {"page": page, "own": own_person(request.user)})


def _worth_today(awards) -> dict[int, Term]:
    """What each of some awards is worth today, by its key; one that has not begun is not among them."""
    begun = Term.objects.in_effect().filter(award__in=[award.pk for award in awards], since__lte=timezone.localdate())
    return {term.award_id: term for term in begun.order_by("since")}


@require_safe
@own_award
def award(request, award):
    shown = {
        "file": AwardFile(award),
        "award": award,
        "may_report": not objection(check_can_report, award, request.user),
    }
    return render(request, "awards/award.html", shown)


@own_award
def report(request, award):
    form = NewsForm(request.POST or None)
    with attempt() as tried:
        check_can_report(award, request.user)
    if tried.is_done and request.method == "POST" and form.is_valid():
        with attempt(form) as sent:
            reporting.report(award=award, told=form.cleaned_data, by=request.user)
        if sent.is_done:
            messages.success(request, _("Thank you. The office looks at it and tells you what comes of it."))
            return redirect("awards:award", award.key)
    shown = {"form": form, "award": award, "provision": provision_of(award), "objection": tried.objection}
    return render(request, "awards/report.html", shown, status=200 if tried.is_done else 409)
