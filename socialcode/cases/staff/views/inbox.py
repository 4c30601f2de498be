"""What is new for one of the staff of an office."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from socialcode.accounts.access import office_only
from socialcode.cases.access import record_list
from socialcode.cases.models import News
from socialcode.cases.staff import news
from socialcode.cases.staff.looking import NEW


@require_GET
@office_only
def inbox(request):
    kind = request.GET.get("kind", "")
    page = news.inbox(request.user, kind=kind, number=request.GET.get("page", "1"))
    record_list([each.claim for each in page], by=request.user, purpose=NEW)
    context = {"page": page, "kind": kind, "kinds": News.Kind.choices, "unread": news.unread_of(request.user).count()}
    return render(request, "cases/staff/inbox.html", context)


@require_GET
@office_only
def one(request, number):
    """To where somebody's news is answered; it is read then."""
    found = news.opened(number, request.user)
    if found is None:
        raise Http404
    return redirect(found.page)


@require_POST
@office_only
def read_all(request):
    news.read_all(request.user)
    messages.success(request, _("Everything is marked as read."))
    return redirect("work:inbox")
