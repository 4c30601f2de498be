"""For whom somebody works: for themselves, and for those who are away today."""

from django.utils import timezone

from socialcode.accounts.models import User

from .models import Absence


def works_for(user: User) -> frozenset[int]:
    """The keys of those whose claims somebody works on today. Read once for a user as a request holds them."""
    if not hasattr(user, "works_for_users"):
        today = timezone.localdate()
        away = Absence.objects.filter(stand_in=user, since__lte=today, until__gte=today, ended_at=None)
        user.works_for_users = frozenset({user.pk, *away.values_list("user", flat=True)})
    return user.works_for_users
