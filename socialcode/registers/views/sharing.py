"""Letting a member of the family see one's data, and taking it back."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from socialcode.people import access
from socialcode.refusal import attempt

from .. import policies
from ..actions import sharing
from ..forms import SharingForm
from .page import own_key


@login_required
def own(request):
    return show(request, own_key(request.user))


@login_required
def show(request, key):
    person = access.open_to_act(key, by=request.user)
    candidates = policies.may_be_let_in(person)
    form = SharingForm(request.POST or None, candidates=candidates)
    if form.is_valid():
        viewer = form.cleaned_data["viewer"]
        with attempt(form):
            sharing.share(owner=person, viewer=viewer, by=request.user)
            messages.success(request, _("%(name)s can see this data now.") % {"name": viewer.full_name})
            return redirect("registers:sharing", key)
    context = {
        "person": person,
        "form": form,
        "has_candidates": candidates.exists(),
        "let_in": person.shared_with.filter(ended_at=None).select_related("viewer").order_by("agreed_at"),
    }
    return render(request, "registers/sharing.html", context)


@require_POST
@login_required
def end(request, key, viewer):
    person = access.open_to_act(key, by=request.user)
    sharing.take_back(owner=person, viewer_key=viewer, by=request.user)
    messages.success(request, _("Taken back. This data is closed again."))
    return redirect("registers:sharing", key)
