"""Random draws of decisions: all of them, a new one, and one with its decisions."""

from django.db.models import Count, Q
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET

from socialcode.accounts.access import auditors_only
from socialcode.oversight import actions
from socialcode.oversight.policies import CONCLUDED
from socialcode.refusal import attempt

from ..forms import DrawForm
from ..models import ORIGINS, Sample
from . import reviews

SHOWN = 50


@auditors_only
def page(request):
    form = DrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with attempt(form):
            sample = actions.draw_sample(**form.cleaned_data, by=request.user)
            return redirect("oversight:sample", sample.key)
    drawn = (
        Sample.objects.select_related("drawn_by")
        .order_by("-pk")
        .annotate(size_found=Count("reviews"), done=Count("reviews", filter=Q(reviews__state__in=CONCLUDED)))
    )
    context = {"form": form, "samples": drawn[:SHOWN]}
    return render(request, "oversight/samples.html", context, status=400 if form.errors else 200)


@require_GET
@auditors_only
def sample(request, key):
    found = get_object_or_404(Sample.objects.select_related("drawn_by"), key=key)
    listed = found.reviews.select_related(*ORIGINS, "decision__decided_by", "decision__assessment").order_by("pk")
    return render(request, "oversight/sample.html", {"sample": found, "rows": [reviews.row(each) for each in listed]})
