"""One order: what it is made of, what is odd about it, what banks said, and what may be done."""

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from socialcode.accounts.access import payers_only
from socialcode.payments import access, policies, reasons
from socialcode.payments.actions import again, listing
from socialcode.payments.banks import bank_of
from socialcode.payments.forms import NoteForm, ReasonForm
from socialcode.payments.making.recording import BANK
from socialcode.payments.models import FlagKind, OrderState, PaymentOrder, PaymentTask, RedFlag
from socialcode.payments.models.order import CAME_BACK
from socialcode.payments.paid import WAITS
from socialcode.people.iban import written
from socialcode.refusal import attempt, objection

ROWS_A_PAGE = 50
SETTLE = {"pay": listing.pay_in_spite, "take-out": listing.hold_back}
ACTS: dict[str, tuple[Callable, type | None, str]] = {
    "pay-later": (again.pay_held, None, _("It goes with a later list of its bank.")),
    "pay-again": (again.pay_again, None, _("It is ordered again, with a later list of its bank.")),
    "cancel": (again.cancel, ReasonForm, _("It is not paid. What is still owed comes with the next payments.")),
}


@require_safe
@payers_only
def flags(request):
    """Warnings on which nobody has decided, of all lists or of one kind."""
    kind = request.GET.get("kind", "")
    found = RedFlag.objects.open().select_related("order__person", "order__organisation", "order__register")
    found = found.filter(kind=kind) if kind in FlagKind else found
    page = Paginator(found.order_by("pk"), ROWS_A_PAGE).get_page(request.GET.get("page"))
    access.record_names([flag.order for flag in page if flag.order.person], by=request.user)
    return render(request, "payments/flags.html", {"page": page, "kind": kind, "kinds": FlagKind.choices})


@require_safe
@payers_only
def returns(request):
    """Money that did not arrive, the oldest first, and orders that are held back."""
    found = PaymentTask.objects.open().select_related("order__person", "order__organisation").order_by("pk")
    page = Paginator(found, ROWS_A_PAGE).get_page(request.GET.get("page"))
    held = PaymentOrder.objects.filter(state=OrderState.HELD).select_related("person", "organisation").order_by("pk")
    shown_held = list(held[:ROWS_A_PAGE])
    access.record_names([*(task.order for task in page), *shown_held], by=request.user)
    rows = [(task, reasons.in_words(task.reason) if task.reason else task.text) for task in page]
    context = {"page": page, "rows": rows, "held": shown_held, "held_count": held.count()}
    return render(request, "payments/returns.html", context)


@require_safe
@payers_only
def one(request, key):
    return _page(request, access.open_order(key, by=request.user))


@require_POST
@payers_only
def act(request, key, act):
    """Pay an order with a later list, pay it again, or say that it is not to be paid."""
    if act not in ACTS:
        raise Http404
    order = access.open_order(key, by=request.user)
    action, kind, done = ACTS[act]
    form = kind(request.POST) if kind else None
    if form is None or form.is_valid():
        with attempt(form) as tried:
            action(order=order, by=request.user, **(form.cleaned_data if form else {}))
            messages.success(request, done)
            return redirect("payments:order", key)
        if form is None:
            messages.error(request, tried.objection)
            return redirect("payments:order", key)
    return _page(request, access.open_order(key, by=request.user), {act: form}, status=400)


@require_POST
@payers_only
def settle(request, key, kind):
    """Decide on a warning: pay in spite of it, or take the order out of its list."""
    order = access.open_order(key, by=request.user)
    flag = get_object_or_404(order.flags, kind=kind)
    form = ReasonForm(request.POST, auto_id=f"flag-{kind}-%s")
    action = SETTLE.get(request.POST.get("act", "pay"))
    if action is None:
        raise Http404
    if form.is_valid():
        with attempt(form):
            action(flag=flag, reason=form.cleaned_data["reason"], by=request.user)
            messages.success(request, _("Kept."))
            return redirect("payments:order", key)
    return _page(request, access.open_order(key, by=request.user), {f"flag-{kind}": form}, status=400)


@require_POST
@payers_only
def clear_up(request, key):
    """End a question about money that is where it should be."""
    task = PaymentTask.objects.select_related("order").filter(key=key).first()
    if task is None:
        raise PermissionDenied
    order = access.open_order(task.order.key, by=request.user)
    form = NoteForm(request.POST, auto_id=f"task-{key}-%s")
    if form.is_valid():
        with attempt(form):
            again.clear_up(task=task, note=form.cleaned_data["note"], by=request.user)
            messages.success(request, _("Kept."))
            return redirect("payments:order", order.key)
    return _page(request, access.open_order(order.key, by=request.user), {f"task-{key}": form}, status=400)


def _page(request, order: PaymentOrder, typed=None, status=200):
    typed = typed or {}
    flags = [
        (flag, typed.get(f"flag-{flag.kind}") or ReasonForm(auto_id=f"flag-{flag.kind}-%s"))
        for flag in order.flags.order_by("pk")
    ]
    tasks = [
        (
            task,
            typed.get(f"task-{task.key}") or NoteForm(auto_id=f"task-{task.key}-%s"),
            reasons.in_words(task.reason) if task.reason else task.text,
        )
        for task in order.tasks.select_related("settled_by").order_by("pk")
    ]
    context = {
        "order": order,
        "account": written(order.iban) if order.iban else "",
        "bank": bank_of(order.iban[BANK]) if order.iban else None,
        "lines": order.lines.order_by("for_month", "pk"),
        "flags": flags,
        "tasks": tasks,
        "told": order.told.select_related("message").order_by("pk")[:ROWS_A_PAGE],
        "attempts": PaymentOrder.objects.filter(award=order.award_id, month=order.month).order_by("attempt"),
        "can_settle": order.register is not None and order.register.state == "open",
        "can_pay_later": not objection(policies.check_can_pay_held, order, request.user),
        "can_pay_again": order.state in CAME_BACK
        and not objection(policies.check_can_pay_again, order, order.award.iban, request.user),
        "can_cancel": order.state in WAITS,
        "not_owed": order.state in WAITS and objection(policies.check_is_owed, order),
        "came_back": order.state in CAME_BACK,
        "cancel_form": typed.get("cancel") or ReasonForm(),
    }
    return render(request, "payments/order.html", context, status=status)
