"""The runs of payments and their lists for banks."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from socialcode import shown, spreadsheet
from socialcode.accounts.access import payers_only
from socialcode.indexation.late import late
from socialcode.payments import access, figures, policies, tasks
from socialcode.payments.actions import listing, running
from socialcode.payments.banks import bank_of
from socialcode.payments.forms import MonthForm, ReasonForm
from socialcode.payments.models import PaymentRegister, PaymentRun, RedFlag
from socialcode.payments.table import table_of
from socialcode.refusal import attempt, objection
from socialcode.waking import wake

RUNS_A_PAGE, ROWS_A_PAGE = 20, 50
DONE = {
    "submit": _("Handed in. Another person approves it."),
    "approve": _("Approved. It is sent to the bank."),
    "give-back": _("Given back."),
}
AWAITS_OTHERS = _("Approved. Once enough people have agreed, it is sent to the bank.")


@require_safe
@payers_only
def listed(request):
    """All runs, the newest first, and the way to ask for one."""
    page = Paginator(PaymentRun.objects.order_by("-pk"), RUNS_A_PAGE).get_page(request.GET.get("page"))
    return render(
        request, "payments/runs.html", {"page": page, "form": MonthForm(), "late": late(timezone.localdate())}
    )


@require_POST
@payers_only
def start(request):
    form = MonthForm(request.POST)
    if form.is_valid():
        with attempt(form):
            run = running.start_run(month=form.cleaned_data["month"], by=request.user)
            wake(tasks.keep_runs_going)
            return redirect("payments:run", run.key)
    page = Paginator(PaymentRun.objects.order_by("-pk"), RUNS_A_PAGE).get_page(None)
    return render(request, "payments/runs.html", {"page": page, "form": form}, status=400)


@require_safe
@payers_only
def one(request, key):
    """A run: how far it is; once it is made, its sums, its warnings and its lists."""
    run = get_object_or_404(PaymentRun.objects.select_related("asked_by"), key=key)
    context = {"run": run, "parts": run.parts.count(), "done": run.parts.exclude(done_at=None).count()}
    if run.finished_at:
        context |= {
            "sums": figures.sums_of(run),
            "flags": figures.flags_of(run),
            "lists": figures.lists_of(run),
            "failed": run.parts.given_up().order_by("first")[:ROWS_A_PAGE],
        }
    return render(request, "payments/run.html", context)


@require_safe
@payers_only
def register(request, key):
    return _list_page(request, _found(key))


@require_POST
@payers_only
def act_on_register(request, key, act):
    """Hand a list in, approve it, or give it back."""
    if act not in DONE:
        raise Http404
    found = _found(key)
    form = ReasonForm(request.POST) if act == "give-back" else None
    if form is None or form.is_valid():
        with attempt(form) as tried:
            done = _act(act, found, form, request)
            awaits = act == "approve" and policies.approvers_left(done)
            messages.success(request, AWAITS_OTHERS if awaits else DONE[act])
            return redirect("payments:list", key)
        if form is None:
            messages.error(request, tried.objection)
            return redirect("payments:list", key)
    return _list_page(request, _found(key), form, status=400)


@require_POST
@payers_only
def table(request, key):
    """The orders of a list as a table of Excel."""
    found = _found(key)
    with attempt() as tried:
        with table_of(register=found, by=request.user) as file:
            answer = HttpResponse(file.read(), content_type=spreadsheet.EXCEL)
        answer["Content-Disposition"] = f'attachment; filename="{found.run.month:%Y-%m}-{found.bank}.xlsx"'
        return answer
    messages.error(request, tried.objection)
    return redirect("payments:list", key)


def _act(act: str, found: PaymentRegister, form: ReasonForm | None, request) -> PaymentRegister:
    if act == "submit":
        return listing.submit(register=found, by=request.user)
    if act == "approve":
        return listing.approve(register=found, by=request.user, shown=shown.sent(request))
    reason = form.cleaned_data["reason"]
    return listing.send_back(register=found, reason=reason, by=request.user, shown=shown.sent(request))


def _found(key) -> PaymentRegister:
    return get_object_or_404(PaymentRegister.objects.select_related("run", "submitted_by"), key=key)


def _page_of(request, found: PaymentRegister):
    """A page of all orders of a list, or of the warnings about them, and which of both; whose names it shows is
    recorded."""
    shows_all = request.GET.get("show") == "orders"
    if shows_all:
        rows = found.orders.select_related("person", "organisation").order_by("-amount", "pk")
    else:
        rows = RedFlag.objects.filter(order__register=found).select_related("order__person", "order__organisation")
        rows = rows.order_by("settled_at", "pk")
    page = Paginator(rows, ROWS_A_PAGE).get_page(request.GET.get("page"))
    shown_orders = list(page) if shows_all else [flag.order for flag in page]
    access.record_names([order for order in shown_orders if order.person], by=request.user)
    return page, shows_all


def _list_page(request, found: PaymentRegister, form=None, status=200):
    page, shows_all = _page_of(request, found)
    context = {
        "register": found,
        "bank": bank_of(found.bank),
        "order_count": found.orders.count(),
        "amount": policies.sum_of(found),
        "page": page,
        "all": shows_all,
        "messages_out": found.messages.order_by("pk")[:ROWS_A_PAGE],
        "approvals": found.approvals.select_related("by").order_by("pk"),
        "needed": policies.approvers_left(found),
        "hinders_submit": objection(policies.check_can_submit, found, request.user),
        "hinders_answer": objection(policies.check_can_answer, found, request.user),
        "form": form or ReasonForm(),
        "shown": listing.stamp(found),
    }
    return render(request, "payments/list.html", context, status=status)
