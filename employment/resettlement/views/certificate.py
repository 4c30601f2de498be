"""Anybody checks whether a certificate is genuine and what is left of it: a seller, a builder, a bank."""

from http import HTTPStatus

from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from employment.resettlement import places
from employment.resettlement.forms import CodeForm
from employment.resettlement.models import Certificate
from socialcode.notices import throttling
from socialcode.notices.forms import status_of
from socialcode.notices.letters import initials, read_code


@require_http_methods(["GET", "HEAD", "POST"])
def enter(request):
    """Enter a code."""
    form = CodeForm(request.POST or None)
    if form.is_valid():
        return redirect("resettlement:certificate", code=form.cleaned_data["code"])
    return render(request, "employment/resettlement/check_certificate.html", {"form": form}, status=status_of(form))


@never_cache
@require_safe
def result(request, code):
    """What is known of the certificate with a code. Guessing is slowed down like that of letters."""
    who = throttling.visitor(request)
    if throttling.must_wait(who):
        answer = render(request, "notices/verify_wait.html", status=HTTPStatus.TOO_MANY_REQUESTS)
        answer.headers["Retry-After"] = str(throttling.HOUR.seconds)
        return answer
    found = Certificate.objects.select_related("contract__move__person", "contract__move__office")
    certificate = found.filter(code=read_code(code)).first()
    if certificate is None:
        throttling.count(who)
        return render(
            request, "employment/resettlement/no_certificate.html", {"code": code}, status=HTTPStatus.NOT_FOUND
        )
    move = certificate.contract.move
    context = {
        "certificate": certificate,
        "move": move,
        "region": places.name_of(move.goes_to),
        "initials": initials(move.person),
        "is_good": certificate.is_good(timezone.localdate()),
    }
    return render(request, "employment/resettlement/certificate.html", context)
