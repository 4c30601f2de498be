"""The address by which somebody chooses a password, and who has it."""

from django.conf import settings
from django.core import signing
from django.urls import reverse

from .models import PasswordLink

SALT = "socialcode.accounts.links"


def address_of(link: PasswordLink) -> str:
    token = signing.dumps(str(link.key), salt=SALT)
    return settings.PORTAL_ADDRESS + reverse("accounts:choose_password", args=[token])


def link_of(token: str) -> PasswordLink | None:
    """The link of an address while it is good; None for every other text, however it came about."""
    try:
        key = signing.loads(token, salt=SALT, max_age=PasswordLink.GOOD_FOR)
    except signing.BadSignature:
        return None
    found = PasswordLink.objects.select_related("user").filter(key=key).first()
    return found if found and found.is_good else None
