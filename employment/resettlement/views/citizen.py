"""Pages for who wants to move: the regions with places left, the application, and one's own move to its end."""

from http import HTTPStatus

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from employment.resettlement import access, places
from employment.resettlement.actions import applying
from employment.resettlement.family import may_go_with
from employment.resettlement.following import Following
from employment.resettlement.forms import ApplicationForm, WordForm
from employment.resettlement.known import known_of
from employment.resettlement.models import Move
from employment.resettlement.sizes import sizes_today
from socialcode.cases.citizen.doors import signed_in
from socialcode.people.access import own_person
from socialcode.refusal import attempt
from socialcode.shown import sent
from socialcode.signing.forms import CodeForm
from socialcode.signing.models import Signature

ACTS = {"withdraw": applying.withdraw, "code": applying.ask_code}


@require_safe
def start(request):
    """For everybody: where places are left, who may move, what the state gives, and in which order."""
    kinds = [(kind.label, places.receiving(kind)) for kind in Move.Kind]
    return render(request, "employment/resettlement/start.html", {"kinds": kinds, "sizes": sizes_today()})


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def apply(request):
    person = own_person(request.user)
    if person is None:
        raise PermissionDenied
    before = access.moves_of(request.user).open().first()
    if before:
        messages.info(request, _("You have asked to move already. Here you see where it stands."))
        return redirect(before)
    family, known, status = may_go_with(person), known_of(person), HTTPStatus.OK
    form = ApplicationForm(family, known, request.POST or None)
    if request.method == "POST":
        status = HTTPStatus.BAD_REQUEST
        if form.is_valid():
            with attempt(form) as tried:
                application = applying.Application(person=person, **form.given())
                move = applying.apply(application=application, by=request.user)
            if tried.is_done:
                messages.success(request, _("Your application is sent. Here you see what follows."))
                return redirect(move)
            status = HTTPStatus.CONFLICT
    context = {"form": form, "helper": form.helper(form.group), "kinds": _left_for(person)}
    return render(request, "employment/resettlement/apply.html", context, status=status)


@require_safe
@signed_in
def mine(request):
    if own_person(request.user) is None:
        raise PermissionDenied
    moves = access.moves_of(request.user).select_related("office").order_by("-pk")
    return render(request, "employment/resettlement/mine.html", {"moves": moves})


@require_safe
@signed_in
def move(request, key):
    return _show(request, access.open_as_citizen(key, by=request.user), WordForm())


@require_POST
@signed_in
def say(request, key):
    """The family's word on whether it broke the contract."""
    found = access.open_as_citizen(key, by=request.user)
    form, status = WordForm(request.POST), HTTPStatus.BAD_REQUEST
    if form.is_valid():
        with attempt(form):
            applying.say(move=found, by=request.user, shown=sent(request), **form.cleaned_data)
            messages.success(request, _("Your word is written down. The commission reads it before it decides."))
            return redirect(found)
        status = HTTPStatus.CONFLICT
    return _show(request, found, form, status)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def sign(request, key):
    """Read the whole contract once more, and sign it with the code."""
    found = access.open_as_citizen(key, by=request.user)
    contract = getattr(found, "contract", None)
    asked = Signature.objects.of(contract).waiting().filter(asked_by=request.user).first() if contract else None
    if asked is None or found.state != Move.State.AGREED:
        return redirect(found)
    form, status = CodeForm(request.POST or None), HTTPStatus.OK
    if request.method == "POST":
        status = HTTPStatus.BAD_REQUEST
        if form.is_valid():
            with attempt(form):
                if applying.sign(move=found, asked=asked, by=request.user, **form.cleaned_data):
                    messages.success(request, _("The contract is in force."))
                    return redirect(found)
                form.add_error("code", _("This is another code. Look at the message once more."))
            status = HTTPStatus.CONFLICT
    context = {"move": found, "form": form, "said": contract.words[get_language()]}
    return render(request, "employment/resettlement/sign.html", context, status=status)


@require_POST
@signed_in
def act(request, key, name):
    """Ask for a code to sign the contract, or take the application back."""
    found = access.open_as_citizen(key, by=request.user)
    if name not in ACTS:
        raise Http404
    with attempt() as tried:
        ACTS[name](move=found, by=request.user)
    if not tried.is_done:
        messages.error(request, tried.objection)
        return redirect(found)
    if name == "code":
        return redirect("resettlement:sign", key)
    messages.success(request, _("Your application is taken back."))
    return redirect(found)


def _show(request, found: Move, form: WordForm, status=HTTPStatus.OK):
    following = Following(found)
    form.shown = applying.shown_to_say(following.breaking) if following.breaking else ""
    context = {"move": found, "following": following, "form": form}
    return render(request, "employment/resettlement/move.html", context, status=status)


def _left_for(person) -> list[places.Receiving]:
    return places.receiving(Move.Kind.KANDAS if person.legal_status == "kandas" else Move.Kind.SETTLER)
