"""Whether money arrived: a draw among the payments of a month, what people said, and whom to call."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from socialcode.accounts.access import payers_only
from socialcode.payments import access
from socialcode.payments.actions import arriving
from socialcode.payments.forms import ArrivedForm, DrawForm
from socialcode.payments.models import ArrivalQuestion, PaymentRun
from socialcode.refusal import attempt

ROWS_A_PAGE = 50


@payers_only
def arrivals(request, key):
    """The draws of a run and what was said of each payment; and another draw."""
    run = get_object_or_404(PaymentRun, key=key)
    form = DrawForm(request.POST or None, initial={"seed": f"{run.month:%m.%Y}"})
    if request.method == "POST" and form.is_valid():
        with attempt(form):
            arriving.ask_some(run=run, by=request.user, **form.cleaned_data)
            messages.success(request, _("Asked. The answers come in here; who does not answer is called."))
            return redirect("payments:arrivals", key)
    questions = ArrivalQuestion.objects.filter(sample__run=run)
    counts = dict(questions.values_list("answer").annotate(rows=Count("pk")))
    named = questions.select_related("order__person", "order__organisation", "sample", "message").order_by(
        "answer", "pk"
    )
    page = Paginator(named, ROWS_A_PAGE).get_page(request.GET.get("page"))
    access.record_names([question.order for question in page], by=request.user)
    told = [
        (label, counts.get(answer, 0)) for answer, label in (*ArrivalQuestion.Answer.choices, ("", _("No answer yet")))
    ]
    context = {"run": run, "form": form, "page": page, "told": told, "asked": sum(counts.values())}
    return render(request, "payments/arrivals.html", context, status=400 if form.errors else 200)


@payers_only
def call(request, key):
    """One payment: the phone of who received it, and what they say."""
    question = ArrivalQuestion.objects.select_related("order", "sample__run", "message").filter(key=key).first()
    if question is None:
        raise PermissionDenied
    order = access.open_order(question.order.key, by=request.user)
    form = ArrivedForm(request.POST or None, is_staff=True)
    if form.is_valid():
        with attempt(form):
            arriving.say_arrived(question=question, answer=form.cleaned_data["answer"], by=request.user)
            messages.success(request, _("Kept."))
            return redirect("payments:arrivals", question.sample.run.key)
    context = {"question": question, "order": order, "form": form}
    return render(request, "payments/call.html", context, status=400 if form.errors else 200)
