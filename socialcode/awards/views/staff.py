"""The awards of an office: those that need a person, one with all that was done to it, and every act on it."""

from collections.abc import Mapping
from http import HTTPStatus

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from socialcode.accounts.access import office_only, staff_only
from socialcode.awards import access, queue
from socialcode.awards.actions import changing, reporting
from socialcode.awards.awardfile import AwardFile, shown_differences
from socialcode.awards.finding.registers import said_by_registers
from socialcode.awards.forms import ActForm, NewsForm, ReasonForm
from socialcode.awards.models import Award, Change
from socialcode.awards.planning import grounds_for, plan, provision_of
from socialcode.awards.policies import (
    check_answers_plan,
    check_can_answer_change,
    check_can_propose,
    check_can_recall_change,
)
from socialcode.awards.purposes import LIST, purpose_of
from socialcode.people.access import record_list
from socialcode.refusal import attempt, objection
from socialcode.shown import sent

A_PAGE = 30
Kind = Change.Kind
ACTS: Mapping[str, str] = {
    Kind.PAUSE: _("Pause the payment"),
    Kind.RESUME: _("Let the payment go on"),
    Kind.END: _("End the payment"),
    Kind.PAYEE: _("Pay somebody else"),
    Kind.ACCOUNT: _("Pay to another account"),
}
TABS = {
    queue.WAITING: _("Wait for a second person"),
    queue.NEWS: _("News to look at"),
    queue.OVERPAID: _("Paid too much"),
    queue.ENDING: _("End within 30 days"),
    queue.ALL: _("All that are not over"),
}


@require_GET
@office_only
def listed(request):
    kind = request.GET.get("kind", queue.NEWS)
    if kind not in TABS:
        raise Http404
    awards = queue.of_kind(queue.marked(queue.awards_at(request.user)), kind)
    named = ("person", "subject", "organisation", "decision__claim", "decision__contract")
    page = Paginator(awards.select_related(*named).order_by("until", "pk"), A_PAGE).get_page(request.GET.get("page"))
    for award in page:
        award.rules = provision_of(award)
    record_list([str(award.decision.subject) for award in page], by=request.user, purpose=LIST)
    return render(request, "awards/staff/queue.html", {"page": page, "tabs": TABS, "kind": kind})


@require_GET
@staff_only
def award(request, key):
    return _show(request, access.open_as_staff(key, by=request.user, purpose=purpose_of(request.user)))


@require_http_methods(["GET", "POST"])
@office_only
def act(request, key, name):
    """One act: filled in, then shown with its day and what it comes to, then proposed."""
    if name not in ACTS:
        raise Http404
    award = access.open_as_staff(key, by=request.user, purpose=purpose_of(request.user))
    form = ActForm(request.POST or None, award=award, kind=name)
    shown = {"award": award, "file": AwardFile(award), "form": form, "name": name, "title": ACTS[name]}
    shown["objection"] = objection(check_can_propose, award, request.user)
    if request.method == "POST" and form.is_valid():
        with attempt(form) as tried:
            proposal = form.proposal()
            found = plan(award, proposal.wish)
            shown |= {"plan": found, "differences": shown_differences(found)}
            form.shown = changing.shown_to_propose(award, found)
            if request.POST.get("then") == "later":
                changing.propose(award=award, proposal=proposal, by=request.user, shown=sent(request))
                messages.success(request, _("Proposed. Another person has to agree."))
                return redirect("awards:staff", key)
        if not tried.is_done:
            return render(request, "awards/staff/act.html", shown, status=HTTPStatus.CONFLICT)
    return render(request, "awards/staff/act.html", shown)


@require_http_methods(["GET", "POST"])
@office_only
def tell(request, key):
    """News that the person tells at the office."""
    award = access.open_as_staff(key, by=request.user, purpose=purpose_of(request.user))
    form = NewsForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with attempt(form) as tried:
            reporting.report(award=award, told=form.cleaned_data, by=request.user)
        if tried.is_done:
            messages.success(request, _("Written down."))
            return redirect("awards:staff", key)
    return render(request, "awards/staff/tell.html", {"award": award, "file": AwardFile(award), "form": form})


@require_POST
@office_only
def put_aside(request, key, number):
    """News from which nothing follows, with the reason."""
    award = access.act_as_staff(key, by=request.user)
    news = get_object_or_404(award.circumstances, pk=number)
    form = ReasonForm(request.POST)
    if form.is_valid():
        with attempt(form) as tried:
            reporting.put_aside(news=news, by=request.user, **form.cleaned_data)
        if tried.is_done:
            messages.success(request, _("Settled."))
            return redirect("awards:staff", key)
    return _show(request, award, aside={news.pk: form}, status=HTTPStatus.BAD_REQUEST)


@require_POST
@office_only
def answer(request, key, name):
    """What another person says of a proposed change: agree, return; or its officer takes it back."""
    if name not in ANSWERED:
        raise Http404
    award = access.act_as_staff(key, by=request.user)
    change = get_object_or_404(award.changes.order_by("-pk")[:1])
    form = None if name == "agree" else ReasonForm(request.POST)
    if form is None or form.is_valid():
        with attempt(form) as tried:
            _answered(request, change, name, form)
        if tried.is_done:
            messages.success(request, ANSWERED[name])
            return redirect("awards:staff", key)
        if form is None:
            messages.error(request, tried.objection)
            return redirect("awards:staff", key)
    return _show(request, award, answers={name: form}, status=HTTPStatus.CONFLICT)


ANSWERED = {
    "agree": _("You agreed to the decision."),
    "return": _("Returned to the officer."),
    "recall": _("Taken back."),
}


def _answered(request, change: Change, name: str, form) -> None:
    if name == "agree":
        changing.approve(change=change, by=request.user, shown=sent(request))
    elif name == "return":
        changing.send_back(change=change, by=request.user, shown=sent(request), **form.cleaned_data)
    else:
        changing.recall(change=change, by=request.user, **form.cleaned_data)


def _show(request, award: Award, answers=None, aside=None, status=HTTPStatus.OK):
    file = AwardFile(award)
    proposed = file.proposed
    may_propose = not objection(check_can_propose, award, request.user)
    may_answer = proposed and not objection(check_can_answer_change, proposed, request.user)
    may_recall = proposed and not objection(check_can_recall_change, proposed, request.user)
    forms = {"return": ReasonForm(auto_id="return_%s"), "recall": ReasonForm(auto_id="recall_%s")} | (answers or {})
    if proposed:
        forms["return"].shown = changing.shown_to_approve(proposed)
    shown = {
        "file": file,
        "award": award,
        "acts": _acts(file) if may_propose else [],
        "may_change": may_propose and not award.is_by_contract and bool(award.person),
        "is_officer": may_propose or bool(proposed),
        "forms": {name: form for name, form in forms.items() if (may_answer if name == "return" else may_recall)},
        "may_answer": may_answer,
        "may_agree": any(
            one.plan and not objection(check_answers_plan, one.plan, request.user) for one in file.overpayments
        ),
        "news": [
            (one, said_by_registers(one), (aside or {}).get(one.pk) or ReasonForm(auto_id=f"news-{one.pk}_%s"))
            for one in file.news
        ],
    }
    return render(request, "awards/staff/award.html", shown, status=status)


def _acts(file: AwardFile) -> list[tuple[str, str]]:
    """The acts that make sense of an award as it stands."""
    award, for_once = file.award, (Kind.END, Kind.ACCOUNT)
    if award.state == Award.State.ENDED or award.person is None or award.is_by_contract:
        return []
    possible = {
        Kind.PAUSE: bool(grounds_for(award, Kind.PAUSE)),
        Kind.RESUME: bool(file.pauses),
        Kind.END: bool(grounds_for(award, Kind.END)),
        Kind.PAYEE: True,
        Kind.ACCOUNT: True,
    }
    names = for_once if award.pays == Award.Pays.ONCE else possible
    return [(name, ACTS[name]) for name in names if possible[name]]
