"""Every component of templates/components in its states, on one page: for those who build pages and for the tests."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from django import forms
from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from socialcode.explaining import payout
from socialcode.explaining.earlier import Earlier
from socialcode.law.fields import DayField, WholeNumberField
from socialcode.provisions import deductions

STAFF = {
    "full_name": _("An invented officer"),
    "grants": [{"get_role_display": _("Officer"), "office": {"name": _("Career centre")}}],
}
DEDUCTION = {"sentence": deductions.PENSION.name, "rate": "0.1", "article": "76.1"}
MOMENT = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)


class ExampleForm(forms.Form):
    """One question of each kind."""

    children = WholeNumberField(
        label=_("How many children live with you?"),
        help_text=_("Children under 18 and students up to 23."),
        least=1,
    )
    born = DayField(label=_("When was the youngest child born?"))
    works = forms.TypedChoiceField(
        label=_("Do you work?"), choices=[("yes", _("Yes")), ("no", _("No"))], widget=forms.RadioSelect
    )
    region = forms.ChoiceField(label=_("Where do you live?"), choices=[("75", _("Almaty")), ("71", _("Astana"))])
    checked = forms.BooleanField(label=_("I have checked my answers"))
    shown = "a key:a hash"


class PressForm(forms.Form):
    """Nothing is to be filled in."""

    shown = "a key:a hash"


def _acts():
    """What somebody may do now: one folded form, one press."""
    return [
        {"act": {"name": "ask", "title": _("Message"), "send": _("Continue"), "kind": "primary"}, "form": folded}
        for folded in (ExampleForm(auto_id="folded_%s"), PressForm())
    ]


def _conditions():
    return [
        {"state": "met", "sentence": _("There are four or more children in the family"), "article": "84"},
        {
            "state": "unmet",
            "sentence": _("The child has not passed the age limit"),
            "article": "81",
            "change": _("The right ended when the child became 18 months old."),
        },
        {"state": "unknown", "sentence": _("The carer is insured")},
    ]


def _rows():
    """What somebody answered, where it is from, and what became of a dispute."""
    return {
        "facts": [{"label": _("Income of the last month"), "href": "/"}, {"label": _("Do you work?")}],
        "rows": [
            {"label": _("How many children live with you?"), "value": "4", "href": "/"},
            {"label": _("Do you work?"), "value": _("No"), "href": "/"},
            {
                "label": _("When were you born?"),
                "value": "31.01.1999",
                "source": _("State database of individuals"),
                "disputes": "/",
            },
        ],
        "said": [(_("School or university"), _("Do you work?")), (_("From"), "1.9.2025")],
        "dispute": {
            "state": "corrected",
            "get_state_display": _("Corrected"),
            "says": _("Children under 18 and students up to 23."),
            "raised_at": date(2026, 1, 1),
            "resolved_at": date(2026, 1, 9),
            "reason": _("I have checked my answers"),
            "row_text": _("Do you work?"),
        },
        "columns": [{"title": _("Value")}, {"title": "2025", "numeric": True}, {"title": "2026", "numeric": True}],
        "table": [[_("Monthly calculation index (MCI)"), "3 932 ₸", "4 325 ₸"]],
    }


def _way():
    """Where one is, and what happened so far."""
    return {
        "places_in_list": {"before": "1", "after": "2"},
        "places": [{"title": _("Check"), "href": "/"}],
        "stages": [
            {"title": _("Check"), "href": "/", "state": "done"},
            {"title": _("Your answers"), "href": "/", "state": "here"},
            {"title": _("Your result"), "href": "/", "state": "ahead"},
        ],
        "lines": [
            {"at": MOMENT, "what": _("Note"), "who": _("The office"), "is_internal": True, "due_on": date(2026, 5, 11)},
            {"at": MOMENT, "what": _("Message"), "who": _("The office"), "text": _("I have checked my answers")},
            {"at": MOMENT, "what": _("The claim was sent"), "who": _("You")},
        ],
    }


def show(request):
    """The gallery. It is for those who build the portal: in production there is no such page."""
    if settings.PRODUCTION:
        raise Http404
    examples = {
        "conditions": _conditions(),
        "amount": Decimal("69330"),
        "earlier": [Earlier(date(2025, 11, 5), date(2025, 12, 31), payout.Payout(22_649, 22_649, "monthly", "person"))],
        "payout": payout.Payout(Decimal(103_500), Decimal(93_150), "monthly", "person", payout.in_words(DEDUCTION)),
        "since": date(2026, 1, 1),
        "until": date(2027, 6, 30),
        "page": Paginator(range(90), 10).get_page(request.GET.get("page", 2)),
        "staff": STAFF,
        "draft": {"kept_at": MOMENT, "until": MOMENT + timedelta(days=30)},
        "left": {"seconds": 240, "at_most": 3600, "ends_at": MOMENT},
        "form": ExampleForm(),
        "wrong_form": ExampleForm({"children": "0", "region": "75"}, auto_id="wrong_%s"),
        "acts": _acts(),
        "kinds": [
            ("success", _("You are entitled")),
            ("warning", _("Likely, if ...")),
            ("error", _("Not now")),
            ("unknown", _("Not known yet")),
            ("info", _("Waiting for a second person")),
        ],
        "notices": ["info", "success", "warning", "error"],
    }
    return render(request, "gallery.html", {**_rows(), **_way(), **examples})
