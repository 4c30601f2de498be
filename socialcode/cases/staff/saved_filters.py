"""Filters of the queue that somebody keeps under a name, beside their other places."""

from django.utils.translation import gettext as _

from socialcode.accounts.models import User
from socialcode.broken_constraint import change
from socialcode.refusal import NotAllowedError

from ..models import SavedFilter

MOST = 12


def filters_of(user: User) -> list[SavedFilter]:
    """Read once for a user as a request holds them."""
    if not hasattr(user, "saved_filters"):
        user.saved_filters = list(SavedFilter.objects.filter(user=user)) if user.is_of_office else []
    return user.saved_filters


@change
def save(*, name: str, query: str, by: User) -> SavedFilter:
    """Keep a choice of the queue under a name of its own."""
    if SavedFilter.objects.filter(user=by).count() >= MOST:
        raise NotAllowedError(_("You have %(count)s filters already. Remove one first.") % {"count": MOST}, "name")
    return SavedFilter.objects.create(user=by, name=" ".join(name.split()), query=query)


def remove(*, key: int, by: User) -> None:
    """Forget a filter of one's own; another's stays as it is."""
    SavedFilter.objects.filter(user=by, pk=key).delete()
