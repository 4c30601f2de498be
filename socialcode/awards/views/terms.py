"""Another amount: what is otherwise, from which day, and what each month comes to, before it is proposed."""

from dataclasses import replace
from http import HTTPStatus

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from socialcode.accounts.access import office_only
from socialcode.awards import access
from socialcode.awards.actions import changing
from socialcode.awards.awardfile import AwardFile, shown_differences
from socialcode.awards.forms import ActForm
from socialcode.awards.models import Award, Change
from socialcode.awards.planning import plan, provision_of, stands_on
from socialcode.awards.policies import check_can_propose
from socialcode.awards.purposes import purpose_of
from socialcode.awards.reassessing import Anew, anew
from socialcode.engine import Fact
from socialcode.explaining.wording import answer
from socialcode.questions.forms import FactsForm, Group
from socialcode.refusal import NotAllowedError, attempt, objection
from socialcode.shown import sent


@require_http_methods(["GET", "POST"])
@office_only
def terms(request, key):
    award = access.open_as_staff(key, by=request.user, purpose=purpose_of(request.user))
    shown = {"award": award, "file": AwardFile(award), "objection": objection(check_can_propose, award, request.user)}
    facts = provision_of(award).facts
    chosen = [facts[name] for name in request.GET.getlist("fact") if name in facts]
    stored = {name: fact["value"] for name, fact in stands_on(award).facts.items() if name in facts}
    if not chosen and "anew" not in request.GET:
        return render(request, "awards/staff/facts.html", shown | {"facts": _told(facts.values(), stored)})
    group = Group(chosen, given=stored)
    asked = FactsForm([group], timezone.localdate(), request.POST or None)
    form = ActForm(request.POST or None, award=award, kind=Change.Kind.TERMS)
    shown |= {"form": form, "asked": asked, "questions": asked.helper(group)}
    if request.method == "POST" and form.is_valid() and asked.is_valid():
        said = {name: raw for name, raw in asked.answers(group).items() if raw is not None}
        with attempt(form) as tried:
            if _worked_out(request, award, form, said, shown):
                messages.success(request, _("Proposed. Another person has to agree."))
                return redirect("awards:staff", key)
        if not tried.is_done:
            return render(request, "awards/staff/terms.html", shown, status=HTTPStatus.CONFLICT)
    return render(request, "awards/staff/terms.html", shown)


def _worked_out(request, award: Award, form: ActForm, said: dict, shown: dict) -> bool:
    """Put into `shown` what it comes to; propose it if that was pressed, and say so."""
    found = anew(award, max(form.cleaned_data.get("named", award.since), award.since), said)
    _check_worth(found)
    proposal = replace(form.proposal(found.stretches), computed=found.computed)
    made = plan(award, proposal.wish)
    shown |= {"plan": made, "differences": shown_differences(made), "changed": found.changed}
    form.shown = changing.shown_to_propose(award, made)
    if request.POST.get("then") != "later":
        return False
    changing.propose(award=award, proposal=proposal, by=request.user, shown=sent(request))
    return True


def _check_worth(found: Anew) -> None:
    explained = found.computed.explanation
    if found.outcome == "refused":
        unmet = " ".join(f"{_(step.sentence)}." for step in explained.unmet)
        told = _("From that day there is no right any more. Not met: %(unmet)s End the payment by its reason instead.")
        raise NotAllowedError(told % {"unmet": unmet})
    if not found.stretches:
        unknown = ", ".join(_(fact.question) for fact in explained.unknown)
        raise NotAllowedError(_("This is not known yet: %(facts)s Choose these facts, too.") % {"facts": unknown})


def _told(facts, stored: dict) -> list[tuple[Fact, str]]:
    """Each fact that can be otherwise, with what it was."""
    today = timezone.localdate()
    return [(fact, answer(fact, fact.read(stored[fact.name], today)) if fact.name in stored else "") for fact in facts]
