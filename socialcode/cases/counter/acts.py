"""What can be recorded at the counter on a claim, each with its form and the action behind it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from django import forms
from django.utils.translation import gettext_lazy as _

from socialcode import shown
from socialcode.cases import policies
from socialcode.cases.actions import at_counter, evidence, working
from socialcode.cases.citizen.forms import PapersForm
from socialcode.cases.models import Claim
from socialcode.refusal import NotAllowedError

from .forms import ObjectionForm, WithdrawalForm, WordsForm

Status = Claim.Status


class Asked(NamedTuple):
    """What the office asked, and the stamp with which the page shows it."""

    text: str = ""
    shown: str = ""


@dataclass(frozen=True)
class CounterAct:
    """`fits` says of which claims it makes sense, `asked` what the office asked the person, where it is an answer."""

    name: str
    title: str
    send: str
    done: str
    form: type[forms.Form]
    run: Callable
    fits: Callable[[Claim], bool]
    asked: Callable[[Claim], Asked] = lambda _claim: Asked()


def _add_papers(claim, form, by):
    """Good files of a batch are kept even if others are not."""
    for paper in form.cleaned_data["papers"]:
        evidence.add(claim=claim, paper=paper, by=by)
    if wrong := form.fields["papers"].wrong:
        raise NotAllowedError(" ".join(wrong), "papers")


def _said(action) -> Callable:
    return lambda claim, form, by: action(claim=claim, text=form.cleaned_data["text"], by=by)


def _answers(action) -> Callable:
    """The same, to what the page showed."""
    return lambda claim, form, by: action(
        claim=claim, text=form.cleaned_data["text"], by=by, shown=form.data.get(shown.FIELD, "")
    )


def _in(*statuses) -> Callable[[Claim], bool]:
    return lambda claim: claim.status in statuses


def _request(claim: Claim) -> Asked:
    asked = claim.information_requests.filter(closed_at=None).first()
    return Asked(asked.text, working.shown_to_answer(asked)) if asked else Asked()


def _planned(claim: Claim) -> Asked:
    hearing = claim.hearings.filter(closed_at=None).first()
    return Asked(hearing.planned, working.shown_to_answer(hearing)) if hearing else Asked()


ACTS = {
    act.name: act
    for act in (
        CounterAct(
            "papers",
            _("Add papers"),
            _("Add"),
            _("The papers are added. They are prepared for the page of the claim."),
            PapersForm,
            _add_papers,
            _in(*policies.UNDECIDED),
        ),
        CounterAct(
            "answer",
            _("Record an answer"),
            _("Record"),
            _("The answer is recorded, and the person is told of it."),
            WordsForm,
            _answers(at_counter.answer),
            _in(Status.INFORMATION_ASKED),
            _request,
        ),
        CounterAct(
            "objection",
            _("Record an objection"),
            _("Record"),
            _("The objection is recorded, and the person is told of it."),
            ObjectionForm,
            _answers(at_counter.object_to),
            _in(Status.HEARING),
            _planned,
        ),
        CounterAct(
            "withdrawal",
            _("Withdraw the claim"),
            _("Withdraw the claim"),
            _("The claim is withdrawn, and the person is told of it."),
            WithdrawalForm,
            _said(at_counter.withdraw),
            _in(Status.SUBMITTED, *policies.WITH_THE_OFFICER),
        ),
    )
}
