"""A person lets a member of the family see their data, and takes it back."""

from django.db import transaction
from django.utils import timezone

from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.people.models import Person, Sharing
from socialcode.registers import policies


@transaction.atomic
def share(*, owner, viewer, by):
    """Let a grown-up member of the family see the owner's data from now on."""
    owner = Person.objects.select_for_update().get(pk=owner.pk)
    policies.check_can_share(owner, viewer, by)
    sharing = Sharing.objects.create(owner=owner, viewer=viewer)
    record(EventKind.DATA_SHARED, on=owner, by=by, viewer=str(viewer))
    return sharing


@transaction.atomic
def take_back(*, owner, viewer_key, by):
    """From now on the viewer does not see the owner's data. Twice does no harm."""
    policies.check_acts_for(owner, by)
    for sharing in owner.shared_with.select_for_update().filter(viewer__key=viewer_key, ended_at=None):
        sharing.ended_at = timezone.now()
        sharing.save(update_fields=["ended_at"])
        record(EventKind.DATA_SHARING_ENDED, on=owner, by=by, viewer=str(sharing.viewer))
    return owner
