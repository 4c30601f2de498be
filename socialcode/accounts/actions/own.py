"""What somebody does with their own password."""

from django.utils import timezone

from socialcode.accounts.models import PasswordLink
from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.broken_constraint import change
from socialcode.refusal import NotAllowedError

from .staff import end_sessions_of


@change
def change_password(*, user, password):
    """Set the password that the user chose."""
    user.set_password(password)
    user.password_is_temporary = False
    user.save(update_fields=["password", "password_is_temporary"])
    record(EventKind.PASSWORD_CHANGED, on=user, by=user)
    return user


@change
def choose_password(*, link, password, used):
    """Set the password that was chosen by a link. The row is locked: of two at once one has it.

    `used` is the sentence for a link that is good no more.
    """
    link = PasswordLink.objects.select_for_update(of=("self",)).select_related("user").get(pk=link.pk)
    if not link.is_good:
        raise NotAllowedError(used)
    link.user.password_links.filter(used_at=None).update(used_at=timezone.now())
    end_sessions_of(link.user)
    return change_password(user=link.user, password=password)
