"""Where administrators find a value, read its history and enter a new one."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from socialcode.accounts.access import administrators_only
from socialcode.engine.registry import registry
from socialcode.law.values import values_on
from socialcode.refusal import attempt

from .. import actions, names, numbers
from ..forms import FigureListForm, ProposalForm
from ..models import ParameterVersion


@administrators_only
def figures(request):
    form = FigureListForm(request.GET)
    form.is_valid()
    waiting = list(ParameterVersion.objects.waiting().select_related("entered_by", "withdrawal_asked_by"))
    mine = set(ParameterVersion.objects.waiting_for(request.user).values_list("name", flat=True))
    open_names = {version.name for version in waiting}
    found = [line for line in numbers.lines(values_on(timezone.localdate())) if _is_wanted(line, form, mine)]
    context = {
        "form": form,
        "groups": numbers.groups(found),
        "waiting": waiting,
        "open_names": open_names,
        "mine": mine,
    }
    return render(request, "law/manage.html", context)


def _is_wanted(line, form, mine) -> bool:
    asked = form.cleaned_data
    words = f"{line.label} {line.parameter.name} {names.group_of(line.parameter)}".casefold()
    return (
        asked.get("q", "").casefold() in words
        and asked.get("app") in (None, "", names.app_of(line.parameter))
        and (not asked.get("waiting") or line.parameter.name in mine)
    )


@administrators_only
def value(request, name):
    parameter = _parameter(name)
    versions = ParameterVersion.objects.filter(name=name).with_people().order_by("region", "-since", "-pk")
    line = numbers.line(parameter, values_on(timezone.localdate()))
    context = {"line": line, "parameter": parameter, "versions": versions, "group": names.group_of(parameter)}
    return render(request, "law/value.html", context)


@administrators_only
def propose(request, name):
    parameter = _parameter(name)
    form = ProposalForm(request.POST or None, parameter=parameter)
    if request.method == "POST" and form.is_valid():
        with attempt(form):
            version = actions.propose(proposal=form.proposal, by=request.user)
            messages.success(request, _("Entered. It counts once another administrator approves it."))
            return redirect("law:version", version.pk)
    context = {"form": form, "parameter": parameter, "line": numbers.line(parameter, values_on(timezone.localdate()))}
    return render(request, "law/propose.html", context)


def _parameter(name):
    parameter = registry.parameters.get(name)
    if parameter is None or parameter.same_as:
        raise Http404
    return parameter
