"""What a platform and its performer are to each other, regimes side by side, and one's own months."""

from http import HTTPStatus

from django.core.exceptions import PermissionDenied
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from employment.platform_work.forms import IncomeForm
from employment.platform_work.months import months_of
from employment.platform_work.regimes import compare
from socialcode.cases.citizen.doors import signed_in
from socialcode.people.access import own_person


@require_http_methods(["GET", "HEAD", "POST"])
def start(request):
    """For everybody: the contract by articles, and what each regime would come to over a year."""
    form, years, status = IncomeForm(request.POST or None), [], HTTPStatus.OK
    if form.is_bound:
        status = HTTPStatus.OK if form.is_valid() else HTTPStatus.BAD_REQUEST
        years = compare(**form.cleaned_data) if form.is_valid() else []
    return render(request, "employment/platform_work/start.html", {"form": form, "years": years}, status=status)


@require_safe
@signed_in
def mine(request):
    person = own_person(request.user)
    if person is None:
        raise PermissionDenied
    return render(request, "employment/platform_work/mine.html", {"months": months_of(person), "person": person})
