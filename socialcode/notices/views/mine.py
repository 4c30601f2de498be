"""What the portal told a citizen."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from socialcode.notices import actions, letters, telling
from socialcode.notices.access import notices_of, open_notice
from socialcode.notices.forms import TellingForm, status_of
from socialcode.notices.kinds import LETTERS
from socialcode.notices.models import Letter, Telling
from socialcode.notices.texts import paragraphs
from socialcode.people.access import own_person

A_PAGE = 20


@require_safe
@login_required
def index(request):
    page = Paginator(notices_of(request.user), A_PAGE).get_page(request.GET.get("page"))
    return render(request, "notices/index.html", {"page": page, "asks_how": bool(request.user.iin)})


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def how(request):
    """In which language and on which way one is told."""
    person = own_person(request.user)
    if person is None:
        raise Http404
    form = TellingForm(person, request.POST or None)
    if request.method == "POST" and form.is_valid():
        way = form.cleaned_data.get("way", Telling.Way.BOTH)
        telling.choose(person=person, language=form.cleaned_data["language"], way=way, by=request.user)
        messages.success(request, _("Kept. From now on we write to you so."))
        return redirect("notices:index")
    context = {"places": [{"title": _("Notices"), "href": reverse("notices:index")}], "form": form}
    return render(request, "notices/how.html", context, status=status_of(form))


@require_POST
@login_required
def read_all(request):
    actions.mark_all_read(notices_of(request.user))
    return redirect("notices:index")


@require_safe
@login_required
def notice(request, key):
    found = open_notice(key, by=request.user)
    actions.mark_read(found)
    context = {
        "places": [{"title": _("Notices"), "href": reverse("notices:index")}],
        "notice": found,
        "paragraphs": paragraphs(found.text),
        "deliveries": found.deliveries.select_related("covered_by").order_by("pk"),
        "letter": Letter.objects.filter(notice=found).defer("pdf").first(),
        "letter_kind": LETTERS.get(found.kind),
    }
    return render(request, "notices/notice.html", context)


@require_safe
@login_required
def letter(request, key):
    """The letter as it was issued, for whom it was issued to."""
    found = Letter.objects.filter(notice=open_notice(key, by=request.user)).first()
    if found is None:
        raise Http404
    return letters.as_file(found)
