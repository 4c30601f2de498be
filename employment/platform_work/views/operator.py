"""Pages of operators: the organisations one acts for, their statements, and what of a file was left out."""

from http import HTTPStatus

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from employment.platform_work import access
from employment.platform_work.actions import sending
from employment.platform_work.forms import StatementForm
from employment.platform_work.layout import layout_of
from socialcode.cases.citizen.doors import signed_in
from socialcode.documents import limit, vault
from socialcode.people.access import own_person
from socialcode.refusal import attempt
from socialcode.registers.receiving import words

A_PAGE = 50


@require_safe
@signed_in
def operators(request):
    if own_person(request.user) is None:
        raise PermissionDenied
    found = access.operators_of(request.user)
    return render(request, "employment/platform_work/operators.html", {"operators": found})


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def statements(request, key):
    """What an operator sent, and the form for the next file."""
    operator = access.open_operator(key, by=request.user)
    form, status = StatementForm(), HTTPStatus.OK
    if request.method == "POST":
        if limit.were_left_out(request):
            raise vault.NoRoomError
        form, status = StatementForm(request.POST, request.FILES), HTTPStatus.BAD_REQUEST
        if form.is_valid():
            with attempt(form, field="file") as tried:
                sent = sending.send(operator=operator, by=request.user, file=form.cleaned_data["file"])
            if tried.is_done:
                told = (
                    _("This file was sent before: nothing changes.")
                    if sent.read_at
                    else _("The file will be read soon.")
                )
                messages.success(request, told)
                return redirect("platform_work:statement", sent.key)
            status = HTTPStatus.CONFLICT
    page = Paginator(operator.platform_statements.select_related("delivery"), A_PAGE).get_page(request.GET.get("page"))
    context = {"operator": operator, "form": form, "page": page, "columns": layout_of(operator).described()}
    return render(request, "employment/platform_work/statements.html", context, status=status)


@require_safe
@signed_in
def statement(request, key):
    """What came of a file: how many rows, and what was left out, row by row in words."""
    found = access.open_statement(key, by=request.user)
    delivery = found.delivery
    rejected = delivery.rejected_rows.order_by("row", "pk") if delivery else ()
    page = Paginator(rejected, A_PAGE).get_page(request.GET.get("page"))
    context = {
        "statement": found,
        "delivery": delivery,
        "page": page,
        "rows": [(row, words.of_row(row.reason)) for row in page],
        "refused": words.of_file(delivery.why_refused["why"], delivery.why_refused)
        if delivery and delivery.why_refused
        else "",
    }
    return render(request, "employment/platform_work/statement.html", context)
