"""Vacancies that suit the one who is signed in, the best first, each with its reasons."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from employment.seekers.views.own import own_person

from .for_person import best_vacancies


@require_safe
@own_person
def for_me(request, person):
    profile = getattr(person, "profile", None)
    matches = best_vacancies(profile, timezone.localdate()) if profile and profile.region else []
    return render(request, "employment/vacancies/for_me.html", {"profile": profile, "matches": matches})
