"""The demo phones and mailboxes: what would have been sent, and a way to answer. Only where people are invented."""

from functools import wraps

from django.core.paginator import Paginator
from django.db.models import Count, Max, Min
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from socialcode.notices import actions, gateways
from socialcode.notices.forms import ReplyForm, status_of
from socialcode.notices.models import InboxMessage

A_PAGE = 50


def demonstration_only(view):
    """There is no such page where messages go to real people."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        if not gateways.is_demonstration():
            raise Http404
        return view(request, *args, **kwargs)

    return guarded


@demonstration_only
@require_safe
def index(request):
    """Every phone and mailbox that has messages; who got one last comes first."""
    boxes = InboxMessage.objects.values("channel", "address").annotate(
        first=Min("pk"), count=Count("pk"), last=Max("at")
    )
    page = Paginator(boxes.order_by("-last"), A_PAGE).get_page(request.GET.get("page"))
    return render(request, "notices/inbox.html", {"page": page})


@demonstration_only
@require_http_methods(["GET", "HEAD", "POST"])
def conversation(request, first):
    """The messages of one phone or mailbox; `first` is its first message, so that no number stands in the address."""
    beginning = get_object_or_404(InboxMessage, pk=first)
    form = ReplyForm(request.POST or None)
    if form.is_valid():
        actions.reply(beginning, form.cleaned_data["text"])
        return redirect("notices:conversation", first=first)
    newest = InboxMessage.objects.filter(channel=beginning.channel, address=beginning.address).order_by("-at", "-pk")
    context = {
        "places": [{"title": _("Demo phones and mailboxes"), "href": reverse("notices:inbox")}],
        "beginning": beginning,
        "inbox_messages": newest[:A_PAGE][::-1],
        "form": form,
    }
    return render(request, "notices/conversation.html", context, status=status_of(form))
