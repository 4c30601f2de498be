"""Pages of the career centre about employers: requests to act for them, lay-offs that come, quotas."""

from http import HTTPStatus

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from employment.employers import access, listing
from employment.employers.actions import layoffs as telling
from employment.employers.actions import rights
from employment.employers.forms import MeetingForm, PaperForm, RefusalForm
from socialcode.accounts.access import employers_desk_only
from socialcode.refusal import attempt

A_PAGE = 30


@require_safe
@never_cache
@employers_desk_only
def requests(request):
    """Who asks to act for an organisation of the territory, the oldest first."""
    waiting = access.requests_for(request.user).waiting().order_by("pk")
    page = Paginator(waiting, A_PAGE).get_page(request.GET.get("page"))
    page.object_list = access.requests_in_list(page.object_list, by=request.user)
    return render(request, "employment/employers/staff/requests.html", {"page": page})


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@employers_desk_only
def one_request(request, key):
    """One request: confirmed by a paper, or refused with a reason."""
    asked = access.open_request(key, by=request.user)
    paper, refusal, status = PaperForm(auto_id="paper-%s"), RefusalForm(auto_id="no-%s"), HTTPStatus.OK
    if request.method == "POST":
        is_refusal, status = request.POST.get("act") == "refuse", HTTPStatus.UNPROCESSABLE_ENTITY
        form = RefusalForm(request.POST, auto_id="no-%s") if is_refusal else PaperForm(request.POST, auto_id="paper-%s")
        paper, refusal = (paper, form) if is_refusal else (form, refusal)
        if form.is_valid():
            with attempt(form):
                act = rights.refuse if is_refusal else rights.confirm
                act(request=asked, by=request.user, **form.cleaned_data)
                messages.success(request, _("Answered. The person is told."))
                return redirect("employers:requests")
            status = HTTPStatus.CONFLICT
    context = {"asked": asked, "paper": paper, "refusal": refusal, "known": listing.known_of(asked)}
    return render(request, "employment/employers/staff/request.html", context, status=status)


@require_safe
@never_cache
@employers_desk_only
def layoffs(request):
    """Lay-offs of the territory that are ahead, the nearest first."""
    ahead = listing.layoffs_ahead(request.user)
    page = Paginator(ahead, A_PAGE).get_page(request.GET.get("page"))
    return render(request, "employment/employers/staff/layoffs.html", {"page": page})


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@employers_desk_only
def layoff(request, key):
    """One notice: who is concerned, and the talk with them."""
    notice = access.open_layoffs(key, by=request.user, is_look=request.method != "POST")
    form, status = MeetingForm(), HTTPStatus.OK
    if request.method == "POST":
        form, status = MeetingForm(request.POST), HTTPStatus.UNPROCESSABLE_ENTITY
        if form.is_valid():
            with attempt(form):
                telling.meet(notice=notice, by=request.user, **form.cleaned_data)
                messages.success(request, _("The talk is noted."))
                return redirect("employers:staff_layoff", key)
            status = HTTPStatus.CONFLICT
    context = {"notice": notice, "groups": notice.groups.order_by("pk"), "form": form}
    return render(request, "employment/employers/staff/layoff.html", context, status=status)


@require_safe
@never_cache
@employers_desk_only
def quotas(request):
    """What employers of the territory reported last, those with most missing jobs first."""
    page = Paginator(listing.quotas_for(request.user), A_PAGE).get_page(request.GET.get("page"))
    return render(request, "employment/employers/staff/quotas.html", {"page": page})
