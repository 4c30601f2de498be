"""The auditor's queue of what people ask about looks at their data."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from socialcode.audit.models import Event
from socialcode.people.access import record_list
from socialcode.refusal import attempt

from .. import access, looks
from ..actions import asking
from ..forms import AnswerForm

ON_A_PAGE = 20


@login_required
def queue(request):
    page = Paginator(access.questions_for(request.user), ON_A_PAGE).get_page(request.GET.get("page"))
    record_list([row.person.iin for row in page], by=request.user, purpose=access.TO_ANSWER)
    return render(request, "registers/questions.html", {"page": page})


@login_required
def answer(request, key):
    question = access.open_question(key, by=request.user)
    form = AnswerForm(request.POST or None)
    if form.is_valid():
        with attempt(form):
            asking.answer(question=question, text=form.cleaned_data["answer"], by=request.user)
            messages.success(request, _("Answered. The person gets a message."))
            return redirect("registers:questions")
    event = Event.objects.get(pk=question.event_key)
    context = {"question": question, "form": form, "event": event, "look": looks.seen(event)}
    return render(request, "registers/answer.html", context)
