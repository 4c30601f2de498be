"""Where a claim stands, in the words of the staff: citizens read those of `Claim.Status`."""

from django.utils.translation import gettext_lazy as _

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
