"""Where a claim stands, in the words of the staff: citizens read those of `Claim.Status`."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ..models import Claim

Status = Claim.Status

STATES = {  # the mark of the component `status`, and the word
    Status.SUBMITTED: ("info", _("Received")),
    Status.IN_REVIEW: ("info", _("In work")),
    Status.INFORMATION_ASKED: ("warning", _("Waits for the person")),
    Status.HEARING: ("warning", _("Hearing")),
    Status.APPROVAL: ("warning", _("Waits for approval")),
    Status.GRANTED: ("success", _("Granted")),
    Status.REFUSED: ("error", _("Refused")),
    Status.WITHDRAWN: ("unknown", _("Withdrawn")),
    Status.DRAFT: ("unknown", _("Not sent yet")),
}

SIGNS = {  # of a line of a list: the sign, its tone, and the word
    Status.SUBMITTED: ("open", "quiet", pgettext_lazy("a claim", "Not taken")),
    Status.IN_REVIEW: ("half", "", _("In work")),
    Status.INFORMATION_ASKED: ("clock", "", _("Answer awaited")),
    Status.HEARING: ("message", "", _("Hearing")),
    Status.APPROVAL: ("approve", "", _("For approval")),
    Status.GRANTED: ("success", "good", _("Granted")),
    Status.REFUSED: ("error", "quiet", _("Refused")),
    Status.WITHDRAWN: ("unknown", "quiet", _("Withdrawn")),
    "returned": ("returned", "bad", _("Returned")),
    "escalated": ("flag", "bad", _("With the head")),
}
