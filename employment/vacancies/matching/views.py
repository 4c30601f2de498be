"""Vacancies that suit the one who is signed in, the best first, with reasons; which are new, and messages of these."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from employment.seekers.views.own import own_person
from employment.vacancies.actions import news
from socialcode.refusal import attempt

from .daily import shown
from .for_person import best_vacancies


@require_safe
@own_person
def for_me(request, person):
    profile = getattr(person, "profile", None)
    matches, new = [], {}
    if profile and profile.region:
        matches = best_vacancies(profile, timezone.localdate())
        new = {row.vacancy_id: row.vacancy for row in shown.new_to(person).select_related("vacancy__organisation")}
    among = {match.vacancy.pk for match in matches}
    context = {
        "profile": profile,
        "matches": [(match, match.vacancy.pk in new) for match in matches],
        "others": [vacancy for number, vacancy in new.items() if number not in among],
        "is_told": shown.is_wanted(profile) if profile else False,
    }
    return render(request, "employment/vacancies/for_me.html", context)


@require_POST
@own_person
def messages_of_new(request, person):
    """Want messages of new vacancies, or none any more."""
    wants = request.POST.get("wanted") == "yes"
    with attempt() as tried:
        news.want(is_wanted=wants, by=request.user)
    if tried.is_done:
        messages.success(
            request, _("We write to you of new vacancies.") if wants else _("No more messages of new vacancies.")
        )
    else:
        messages.error(request, tried.objection)
    return redirect("matching:for_me")
