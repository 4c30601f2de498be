"""What sets some kinds of notices apart."""

from django.utils.translation import gettext_lazy as _

CODES = (
    "sign_in_code",
    "account_code",
    "signing_code",
)  # go at once, by SMS only, and are worth nothing a little later

ASKING = ("offer", "offer_reminder", "offer_unclear")  # answered by a message, so each goes alone, as it is written

LETTERS = {  # kinds that come with a letter: what the letter is
    "decision_grant": _("Decision to grant"),
    "decision_partly": _("Decision to grant in part"),
    "decision_refuse": _("Decision to refuse"),
    "appeal_answered": _("Answer to a complaint"),
    "work_accepted": _("Letter to an employer"),
    "removal_in_effect": _("Decision of the career centre"),
    "removal_complaint": _("Answer to a complaint"),
    "contract_in_force": _("Social contract"),
}
