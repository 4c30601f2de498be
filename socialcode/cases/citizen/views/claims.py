"""The citizen's claims: begin one, see all, follow one, take one back."""

from dataclasses import replace

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from socialcode.accounts import newcomers
from socialcode.cases import access
from socialcode.cases.actions import applying, together
from socialcode.cases.citizen import filling, intended_claim
from socialcode.cases.citizen.doors import own_claim, signed_in
from socialcode.cases.citizen.filling import Filling
from socialcode.cases.citizen.following import Following
from socialcode.cases.citizen.forms import ChildrenForm, TextForm
from socialcode.cases.citizen.way import way
from socialcode.cases.models import Claim
from socialcode.cases.one_right import asked_before
from socialcode.cases.policies import check_can_withdraw
from socialcode.engine.registry import registry
from socialcode.people import whom
from socialcode.people.access import own_person, wards_of
from socialcode.people.whom import WhomForm
from socialcode.refusal import attempt
from socialcode.templatetags.portal import day

A_PAGE = 20


@require_safe
@signed_in
def mine(request):
    named = ("person", "subject", "named", "acting__representative", "office")
    claims = access.claims_of(request.user).select_related(*named).order_by("-begun_at")
    page = Paginator(claims, A_PAGE).get_page(request.GET.get("page"))
    for claim in page:
        claim.rules = registry.provision(claim.provision)
    return render(request, "cases/citizen/mine.html", {"page": page, "own": own_person(request.user)})


@never_cache
def begin(request):
    """Begin a claim for a posted wish, or for the one kept while its owner signed in."""
    wished = intended_claim.posted(request.POST) if request.method == "POST" else intended_claim.kept(request.session)
    if wished is None:
        if request.method == "POST":
            raise Http404
        return redirect("cases:mine")
    newcomers.check_may_begin(request)
    intended_claim.keep(request.session, wished)
    if not request.user.is_authenticated:
        return redirect_to_login(reverse("cases:begin"))
    own = own_person(request.user)
    if own is None:
        raise PermissionDenied
    person = whom.found(own, wished.person)
    if registry.provisions[wished.provision].unit != "child":
        is_said = person or not WhomForm(None, own).is_a_choice
        return _begun(request, wished, person or own, [None]) if is_said else redirect("cases:choose", wished.provision)
    person = person or own
    subject = next((ward for ward in wards_of(person) if str(ward.key) == wished.subject), None)
    if subject is None:
        return redirect("cases:choose", wished.provision)
    return _begun(request, wished, person, [subject])


@signed_in
def choose(request, provision):
    """For whom, or for which child? Asked where the wish does not say it."""
    wished, own = intended_claim.kept(request.session), own_person(request.user)
    if wished is None or wished.provision != provision or own is None:
        return redirect("cases:mine")
    rules = registry.provisions[provision]
    person = whom.found(own, wished.person) or own
    if rules.unit == "child":
        form = ChildrenForm(request.POST or None, list(wards_of(person).order_by("-birth_date")))
    else:
        form = WhomForm(request.POST or None, own)
    if request.method == "POST" and form.is_valid():
        if rules.unit == "child":
            return _begun(request, wished, person, form.cleaned_data["subject"])
        chosen = form.cleaned_data["whom"]
        # what was answered without signing in was answered about oneself
        return _begun(request, wished if chosen == own else replace(wished, answers={}), chosen, [None])
    return render(request, "cases/citizen/choose.html", {"form": form, "provision": rules})


def _begun(request, wished, person, subjects):
    """A claim for each of the children (None where nobody is named yet), then the first with something to do.

    What is granted already is refused with a sentence of its own for each child; the others are begun.
    """
    answers = intended_claim.readable(
        wished, timezone.localdate()
    )  # whatever day was checked: a right is claimed today
    said = answers if len(subjects) == 1 else together.of_no_child(wished.provision, answers)
    begun, refused, new = [], [], set()
    for subject in subjects:
        wish = applying.Wish(wished.provision, person, subject, answers=said)
        before = applying.open_claims_like(wish.claim()).first()
        with attempt() as tried:
            begun.append(before or applying.begin(wish=wish, by=request.user))
            new |= {begun[-1].pk} if before is None else set()
            _tell(request, begun[-1], is_new=before is None)
        if not tried.is_done:
            refused.append(tried.objection if len(subjects) == 1 else f"{subject.full_name}: {tried.objection}")
    intended_claim.forget(request.session)
    if not begun:
        shown = {"provision": registry.provisions[wished.provision], "refused": refused}
        return render(request, "cases/citizen/not_again.html", shown, status=409)
    for sentence in refused:
        messages.warning(request, sentence)
    if len(begun) > 1:
        together.join(claims=begun)
    return _to_fill(begun, new)


def _tell(request, claim: Claim, *, is_new: bool) -> None:
    """That it was begun or asked for before, by whom of those who may see it, and where it stands."""
    if is_new:
        if before := asked_before(claim):
            messages.warning(request, before)
        return
    given = {"day": day(claim.begun_at), "name": claim.applicant.full_name, "number": claim.number}
    if claim.number:
        told = _("You asked for this on %(day)s, claim № %(number)s. Here you see where it stands.")
        given["day"] = day(claim.submitted_at)
    elif claim.applicant == own_person(request.user):
        told = _("You began this claim on %(day)s. Here you can go on with it.")
    else:
        told = _("%(name)s began this claim on %(day)s. Here you can go on with it.")
    messages.info(request, told % given)


def _to_fill(claims: list[Claim], new: set[int]):
    """To the first claim that is not sent yet: a new one begins with who it is for or what registers say."""
    drafts = [claim for claim in claims if claim.status == Claim.Status.DRAFT]
    if not drafts:
        return redirect("cases:claim", claims[0].key)
    filled = next((f for f in map(Filling, drafts) if filling.WHOM in f.missing), Filling(drafts[0]))
    if filling.WHOM in filled.missing:
        return redirect("cases:whom", filled.claim.key)
    return redirect("cases:registers" if filled.claim.pk in new else "cases:continue", filled.claim.key)


@require_safe
@signed_in
def go_on(request, key):
    """To the step where something is missing; a claim that was sent has a page of its own."""
    claim = access.open_to_fill(key, by=request.user)
    if claim.status != Claim.Status.DRAFT:
        return redirect("cases:claim", claim.key)
    return redirect(Filling(claim).open_step())


@require_safe
@own_claim
def claim(request, claim):
    """Where a claim stands: what happened, who has it, what is awaited, and by when."""
    if claim.status == Claim.Status.DRAFT:
        return redirect("cases:continue", claim.key)
    following = Following(claim, request.user)
    steps = way(following) if claim.submitted_at else []
    return render(request, "cases/citizen/claim.html", {"following": following, "claim": claim, "way": steps})


@own_claim
def withdraw(request, claim):
    form = TextForm(request.POST or None, label=_("Why? You need not say it."), required=False)
    with attempt() as tried:
        if request.method == "POST" and form.is_valid():
            applying.withdraw(claim=claim, by=request.user, reason=form.cleaned_data["text"])
            messages.success(request, _("The claim is withdrawn. You can make a new one at any time."))
            return redirect("cases:mine")
        check_can_withdraw(claim, request.user)
    shown = {
        "form": form,
        "claim": claim,
        "objection": tried.objection,
        "provision": registry.provision(claim.provision),
    }
    return render(request, "cases/citizen/withdraw.html", shown, status=200 if tried.is_done else 409)
