"""The acts on a claim as its page offers them: what moves it on first, what is rarer below."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ..models import Claim
from .forms import StaffActionForm
from .texts import FIELDS, Text, filled, texts_of


@dataclass(frozen=True)
class Wanted:
    """What the address asks for: the act whose form is open, and the text that it begins with."""

    act: str = ""
    text: str = ""


@dataclass(frozen=True)
class Act:
    """An act with its form. `kind` is the look of its button, `is_open` whether its form is shown at once.
    `texts` are those that the office writes often, each a way to the form with its words."""

    name: str
    title: str | Promise
    send: str | Promise
    kind: str
    form: StaffActionForm
    is_open: bool = False
    texts: tuple[Text, ...] = ()


WORDS = {  # in the order of the page: the title, the words of the button, its look
    "approve": (_("Agree"), _("Agree to the decision"), "primary"),
    "take": (_("Take"), _("Take this claim"), "primary"),
    "decide": (_("Decide"), _("Send for approval"), "primary"),
    "return": (_("Return"), _("Return to the officer"), "secondary"),
    "ask-information": (_("Ask"), _("Ask the person"), "primary"),
    "open-hearing": (_("Hear"), _("Open the hearing"), "primary"),
    "write": (_("Write"), _("Write"), "primary"),
    "recall": (_("Take the decision back"), _("Take the decision back"), "secondary"),
    "give-back": (_("Give back into the queue"), _("Give back"), "secondary"),
    "assign": (_("Assign to an officer"), _("Assign"), "secondary"),
    "transfer": (_("Transfer to another office"), _("Transfer"), "secondary"),
}
ANSWERED = {"is_internal": "no"}  # what is written from a text goes to the person


def acts(forms: dict[str, StaffActionForm], claim: Claim, failed: dict | None, wanted: Wanted) -> list[Act]:
    """Those that somebody may do now; open is the one that failed, else the one that was asked for."""
    opened = next(iter(failed or ()), wanted.act)
    texts = texts_of(claim.office) if FIELDS.keys() & forms.keys() else []
    found = []
    for name, words in WORDS.items():
        if name not in forms:
            continue
        purpose, field = FIELDS.get(name, ("", ""))
        fitting = tuple(text for text in texts if text.purpose == purpose)
        chosen = next((text for text in fitting if name == opened and text.key == wanted.text), None)
        if chosen and not forms[name].is_bound:
            forms[name].initial = {field: filled(chosen, claim), **ANSWERED}
        found.append(Act(name, *words, forms[name], name == opened, fitting))
    return found
