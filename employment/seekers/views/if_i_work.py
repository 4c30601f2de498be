"""What happens to one's payments if one takes a job. The pay stands in an address only where a vacancy names it."""

from django.shortcuts import render
from django.utils import timezone
from django.utils.dates import MONTHS
from django.views.decorators.http import require_http_methods

from employment.seekers.forms import JobOfferForm
from employment.seekers.taking_a_job import Outlook, outlook

from .own import own_person


@require_http_methods(["GET", "HEAD", "POST"])
@own_person
def page(request, person):
    """The form, and once it is filled in the months under it."""
    first = {"pay": request.GET.get("pay", ""), "starts_on": timezone.localdate()}
    form = JobOfferForm(request.POST or None, initial=first)
    shown = {"form": form}
    if request.method == "POST" and form.is_valid():
        found = outlook(person, form.cleaned_data["pay"], form.cleaned_data["starts_on"])
        shown |= {"outlook": found, "sums": _in_words(found)}
    return render(request, "employment/seekers/if_i_work.html", shown)


def _in_words(found: Outlook) -> list[dict]:
    return [
        {"month": f"{MONTHS[month.month]} {month.year}", "before": before, "after": after}
        for month, before, after in found.sums
    ]
