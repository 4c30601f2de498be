"""The approver's list: what waits, what is alike, and agreement to several at once."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from socialcode.accounts.access import office_only
from socialcode.accounts.models import Role
from socialcode.cases.access import record_list
from socialcode.cases.staff import approving
from socialcode.cases.staff.looking import APPROVALS


@require_GET
@office_only
def approvals(request):
    _approvers_only(request)
    waiting = approving.waiting_for(request.user)
    alike, singly = approving.sorted_out(waiting)
    record_list([each.claim for each in waiting], by=request.user, purpose=APPROVALS)
    total = sum(each.decision.amount or 0 for each in waiting)
    context = {"alike": alike, "singly": singly, "count": len(waiting), "total": total, "most": approving.MOST}
    return render(request, "cases/staff/queue/approvals.html", context)


@require_POST
@office_only
def agree(request):
    """Agree to the chosen ones of a group. Each carries the stamp of what was shown."""
    _approvers_only(request)
    keys = request.POST.getlist("claim")
    if not keys:
        messages.warning(request, _("Choose at least one decision of the list first."))
        return redirect("work:approvals")
    agreed = approving.agree({key: request.POST.get(f"shown-{key}", "") for key in keys}, request.user)
    if agreed.done:
        told = _("You agreed to decisions: %(done)s of %(asked)s.")
        messages.success(request, told % {"done": agreed.done, "asked": len(keys)})
    for why, numbers in agreed.refused.items():
        told = _("Not done with %(numbers)s. %(why)s")
        messages.warning(request, told % {"numbers": ", ".join(numbers), "why": why})
    return redirect("work:approvals")


def _approvers_only(request) -> None:
    if Role.APPROVER not in request.user.roles:
        raise PermissionDenied
