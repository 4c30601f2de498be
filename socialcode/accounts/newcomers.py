"""What is kept for visitors whom nobody knows has an end: so many new sessions from one place an hour."""

from datetime import timedelta

from django.db.models import F
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from socialcode.refusal import NotAllowedError

from .models import NewSessions
from .throttling import place as counted_at

AN_HOUR = 300  # of everybody behind one address, such as an office or a whole network of phones


class TooManyBegunError(NotAllowedError):
    status = 429

    def __init__(self):
        super().__init__(_("Too many people have begun from your network within the hour. Try again in an hour."))


def check_may_begin(request: HttpRequest) -> None:
    """Count a visitor for whom something is kept for the first time. Raises TooManyBegunError."""
    if request.user.is_authenticated or request.session.session_key:
        return
    place = salted_hmac("accounts.newcomers", counted_at(request), algorithm="sha256").hexdigest()
    hour = timezone.now().replace(minute=0, second=0, microsecond=0)
    row, is_first = NewSessions.objects.get_or_create(place=place, hour=hour)
    if is_first:
        NewSessions.objects.filter(hour__lt=hour - timedelta(hours=1)).delete()
    if not NewSessions.objects.filter(pk=row.pk, number__lt=AN_HOUR).update(number=F("number") + 1):
        raise TooManyBegunError
