"""Anybody checks whether a letter is genuine."""

from http import HTTPStatus

from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from socialcode.notices import throttling
from socialcode.notices.forms import CodeForm, CompareForm, status_of
from socialcode.notices.kinds import LETTERS
from socialcode.notices.letters import initials, read_code
from socialcode.notices.models import Letter


@require_http_methods(["GET", "HEAD", "POST"])
def enter(request):
    """Enter a code."""
    form = CodeForm(request.POST or None)
    if form.is_valid():
        return redirect("notices:verified", code=form.cleaned_data["code"])
    return render(request, "notices/verify.html", {"form": form}, status=status_of(form))


@require_http_methods(["GET", "HEAD", "POST"])
def result(request, code):
    """What is known of the letter with a code, and whether a file is that letter."""
    who = throttling.visitor(request)
    if throttling.must_wait(who):
        answer = render(request, "notices/verify_wait.html", status=HTTPStatus.TOO_MANY_REQUESTS)
        answer.headers["Retry-After"] = str(throttling.HOUR.seconds)
        return answer
    letter = _letter(code)
    if letter is None:
        throttling.count(who)
        return render(request, "notices/verify_unknown.html", {"code": code}, status=HTTPStatus.NOT_FOUND)
    form, compared = CompareForm(), None
    if request.method == "POST":
        form = CompareForm(request.POST, request.FILES)
    if form.is_valid():
        compared = "same" if form.digest() == letter.sha256 else "different"
    context = {
        "letter": letter,
        "kind": LETTERS[letter.notice.kind],
        "initials": initials(letter.notice.to),
        "form": form,
        "compared": compared,
    }
    return render(request, "notices/verified.html", context, status=status_of(form))


def _letter(code: str) -> Letter | None:
    letters = Letter.objects.select_related("notice__to", "office").defer("pdf")
    return letters.filter(code=read_code(code)).first()
