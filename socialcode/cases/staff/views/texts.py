"""The texts of an office: which there are, and writing, mending and removing its own."""

from http import HTTPStatus

from django import forms
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from socialcode.accounts.access import office_only
from socialcode.accounts.models import OF_AN_OFFICE
from socialcode.cases.models import OfficeText
from socialcode.cases.staff import texts
from socialcode.refusal import attempt


class TextForm(forms.ModelForm):
    """A text in both languages of the state."""

    class Meta:
        model = OfficeText
        fields = ("purpose", "name", "kk", "ru")
        widgets = dict.fromkeys(("kk", "ru"), forms.Textarea({"rows": 4}))


@require_GET
@office_only
def listed(request):
    offices = [grant.office for grant in request.user.grants if grant.role in OF_AN_OFFICE]
    own = OfficeText.objects.filter(office__in=offices, removed_at=None).select_related("changed_by", "office")
    context = {"own": own, "shipped": texts.shipped(), "purposes": dict(OfficeText.Purpose.choices)}
    return render(request, "cases/staff/texts/texts.html", context)


@require_http_methods(["GET", "POST"])
@office_only
def write(request, number=None):
    """A new text of one's office, or another wording of one of its texts."""
    text = _own(request, number) if number else None
    form = TextForm(request.POST or None, instance=text)
    if request.method == "POST" and form.is_valid():
        office = text.office if text else next(g.office for g in request.user.grants if g.role in OF_AN_OFFICE)
        with attempt(form) as tried:
            texts.save(office=office, given=form.cleaned_data, by=request.user, text=text)
        if tried.is_done:
            messages.success(request, _("The text is kept."))
            return redirect("work:texts")
    status = HTTPStatus.BAD_REQUEST if form.errors else HTTPStatus.OK
    context = {"form": form, "text": text, "places": [f"{{{place}}}" for place in texts.PLACES]}
    return render(request, "cases/staff/texts/text.html", context, status=status)


@require_POST
@office_only
def remove(request, number):
    texts.remove(text=_own(request, number), by=request.user)
    messages.success(request, _("The text is removed."))
    return redirect("work:texts")


def _own(request, number) -> OfficeText:
    """A text of one's own offices; those of others are not found."""
    offices = [grant.office for grant in request.user.grants if grant.role in OF_AN_OFFICE]
    return get_object_or_404(
        OfficeText.objects.select_related("office"), pk=number, office__in=offices, removed_at=None
    )
