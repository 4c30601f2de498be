"""The page of a payment that is about to end: why, and asking for it again."""

from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from socialcode.awards import access
from socialcode.awards.awardfile import AwardFile
from socialcode.refusal import attempt, objection

from .actions import renew as renewed
from .finding import day_after, sentences_of
from .policies import check_may_renew


@require_http_methods(["GET", "POST"])
@never_cache
@login_required
def renew(request, key):
    award = access.open_as_citizen(key, by=request.user)
    stands_against = objection(check_may_renew, award, request.user)
    if request.method == "POST":
        with attempt() as tried:
            claim = renewed(award=award, by=request.user)
        if tried.is_done:
            return redirect("cases:continue", claim.key)
        stands_against = tried.objection
    file = AwardFile(award)
    found = award.renewals.filter(until=award.until).select_related("claim").first()
    shown = {"award": award, "file": file, "renewal": found, "objection": stands_against}
    shown["unmet"] = sentences_of(found, file.provision) if found else []
    shown["first_day"] = day_after(award) if award.until else None
    return render(request, "renewals/renew.html", shown, status=409 if request.method == "POST" else 200)
