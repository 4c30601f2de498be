"""Why a payment did not arrive: the codes of ISO 20022 in words for everybody."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

REASONS: dict[str, Promise] = {
    "AC01": _("the account number is wrong"),
    "AC03": _("the account number is wrong"),
    "AC04": _("the account is closed"),
    "AC06": _("the account is blocked"),
    "AC07": _("the account is closed"),
    "BE01": _("the name does not fit the account"),
    "MD07": _("the owner of the account has died"),
    "AM05": _("it was sent twice"),
    "MS03": _("the bank gave no reason"),
    "RC01": _("the bank is not known"),
}
WANT_ACCOUNT = ("AC01", "AC03", "AC04", "AC06", "AC07", "BE01", "RC01")


def in_words(code: str) -> str:
    """What a code says; a code without words is shown as it is."""
    return str(REASONS.get(code) or code or _("the bank gave no reason"))


def asks_for_an_account(code: str) -> bool:
    """Whether another account helps."""
    return code in WANT_ACCOUNT
