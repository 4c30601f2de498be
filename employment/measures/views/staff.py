"""The centre's pages: what waits, one application with its conditions, and drawing up a contract."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from employment.employers.access import may_act
from employment.measures import access, computing, conditions, listing, rights
from employment.measures.actions import asking, contracting
from employment.measures.forms import OptionalReasonForm, PersonForm, ReasonForm
from employment.measures.models import PlaceRequest
from employment.measures.policies import check_can_answer, check_is_of_office
from employment.measures.standing import employer_of
from socialcode import spreadsheet
from socialcode.law.values import values_on
from socialcode.people.access import record_list
from socialcode.questions.forms import FactsForm, Group
from socialcode.refusal import attempt, objection

ROWS_A_PAGE = 50
ANSWERS = {"approve": asking.approve_places, "refuse": asking.refuse_places}


@require_safe
@login_required
def queue(request):
    """What waits at the offices of the reader, in tabs; names shown are recorded."""
    if not access.works_with_places(request.user):
        raise PermissionDenied
    tab = request.GET.get("tab", "places")
    if tab not in listing.TABS:
        raise Http404
    page = Paginator(listing.rows_of(request.user, tab), ROWS_A_PAGE).get_page(request.GET.get("page"))
    record_list([one.number for one in page], by=request.user, purpose=access.TO_WORK)
    context = {"tab": tab, "tabs": listing.counts(request.user), "page": page}
    return render(request, "employment/measures/queue.html", context)


@require_safe
@login_required
def file(request, kind):
    """All contracts of the reader's offices as a file."""
    if not access.works_with_places(request.user) or kind not in ("csv", "xlsx"):
        raise PermissionDenied
    contracts = access.contracts_at(request.user).order_by("pk")
    record_list([f"{kind}: {contracts.count()}"], by=request.user, purpose=access.TO_WORK)
    titles, rows = listing.titles(), listing.lines(contracts.iterator(chunk_size=500))
    if kind == "xlsx":
        with spreadsheet.workbook(titles, rows) as book:
            return _download(book.read(), "contracts.xlsx", spreadsheet.EXCEL)
    return _download("".join(spreadsheet.lines_for_people(titles, rows)), "contracts.csv", "text/csv; charset=utf-8")


def _download(content, name: str, kind: str) -> HttpResponse:
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})


@require_safe
@login_required
def request_page(request, key):
    return _page(request, access.open_request(key, by=request.user))


@require_POST
@login_required
def answer(request, key, act):
    """Approve the places, or refuse them with a reason."""
    if act not in ANSWERS:
        raise Http404
    found = access.open_request(key, by=request.user)
    kind = OptionalReasonForm if act == "approve" else ReasonForm
    form = kind(request.POST, auto_id=f"{act}-%s")
    if form.is_valid():
        with attempt(form):
            ANSWERS[act](request=found, reason=form.cleaned_data["reason"], by=request.user)
            messages.success(request, _("Answered. The employer is told."))
            return redirect("measures:request", key)
    return _page(request, access.open_request(key, by=request.user), {act: form}, status=422)


@require_http_methods(["GET", "POST"])
@login_required
def draw(request, key):
    """Choose a person, ask what no register knows, and draw up the contract."""
    found = access.open_request(key, by=request.user)
    if refused := objection(partial(check_is_of_office, found.office, found.concerned), request.user):
        raise PermissionDenied(refused)
    form = PersonForm(request.POST or None)
    shown = {"asked": found, "form": form}
    if request.method == "POST" and form.is_valid():
        with attempt(form) as tried:
            contract = _drawn(request, found, form, shown)
        if tried.is_done and contract:
            messages.success(
                request, _("The contract is drawn up. The worker is told to sign it first, then the employer.")
            )
            return redirect("measures:contract", contract.key)
    status = 422 if form.errors else 200
    return render(request, "employment/measures/draw.html", shown, status=status)


def _drawn(request, found: PlaceRequest, form: PersonForm, shown: dict):
    """The contract, once nothing is to be asked any more; else None, with the questions put into `shown`."""
    person, starts_on = form.cleaned_data["iin"], form.cleaned_data["starts_on"]
    record_list([person.iin], by=request.user, purpose=access.TO_WORK, search=person.iin)
    rights.check_can_draw(found, person, starts_on)
    facts = computing.provision_of(found.measure).facts
    names = [name for name in request.POST.getlist("fact") if name in facts]
    answers = {}
    if names:
        group = Group([facts[name] for name in names])
        asked = FactsForm([group], starts_on, request.POST)
        shown |= {"questions": asked, "helper": asked.helper(group), "facts": names}
        if not asked.is_valid():
            return None
        answers = {name: raw for name, raw in asked.answers(group).items() if raw is not None}
    computed = computing.computed_for(found.measure, person, starts_on, found.pay, answers)
    more = [fact for fact in computing.to_ask(computed) if fact.name not in names]
    if more:
        group = Group([*(facts[name] for name in names), *more], given=answers)
        asked = FactsForm([group], starts_on)
        named = [fact.name for fact in group.facts]
        shown |= {"questions": asked, "helper": asked.helper(group), "facts": named, "person": person}
        return None
    return contracting.draw_up(request=found, person=person, starts_on=starts_on, answers=answers, by=request.user)


def _contracts_on(found: PlaceRequest, *, is_own: bool):
    """The contracts on the places; the employer sees those of workers who agreed to it."""
    rows = found.contracts.known_to_employer() if is_own else found.contracts.all()
    return rows.select_related("person", "organisation").order_by("-pk")


def _page(request, found: PlaceRequest, typed=None, status=200):
    typed, today = typed or {}, timezone.localdate()
    is_open = found.state == PlaceRequest.State.SENT
    is_own = may_act(request.user, found.organisation)
    answers = (
        conditions.ask(employer_of(found, today), values_on(today))
        if is_open and not is_own
        else list(conditions.read(found.conditions))
    )
    works = not is_own and not objection(partial(check_is_of_office, found.office, found.concerned), request.user)
    context = {
        "asked": found,
        "answers": answers,
        "is_own": is_own,
        "can_answer": not objection(check_can_answer, found, request.user),
        "can_draw": works and found.state == PlaceRequest.State.APPROVED,
        "can_withdraw": is_own and is_open,
        "contracts": _contracts_on(found, is_own=is_own),
        "approve": typed.get("approve") or OptionalReasonForm(auto_id="approve-%s"),
        "refuse": typed.get("refuse") or ReasonForm(auto_id="refuse-%s"),
    }
    return render(request, "employment/measures/request.html", context, status=status)
