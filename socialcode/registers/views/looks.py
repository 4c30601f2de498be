"""Who looked at my data, and asking about it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from socialcode.people import access
from socialcode.refusal import attempt

from .. import looks
from ..actions import asking
from ..forms import QuestionForm
from .page import own_key

ON_A_PAGE = 20


@login_required
def own(request):
    return show(request, own_key(request.user))


@login_required
def show(request, key):
    person = access.open_to_act(key, by=request.user)
    form = QuestionForm(request.POST or None)
    if form.is_valid():
        event = looks.one(person, form.cleaned_data["entry"])
        with attempt(form):
            asking.ask(person=person, event=event, text=form.cleaned_data["text"], by=request.user)
            messages.success(request, _("Asked. An auditor answers you, and you get a message."))
            return redirect("registers:looks", key)
    page = Paginator(looks.events(person), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {"person": person, "page": page, "looks": looks.described(person, page, form)}
    return render(request, "registers/looks.html", context)
