"""After a plan ends the family is worked out anew; where it still stands on D or E, the mobile group begins again."""

from django.db import transaction
from django.utils import timezone

from family_map.models import FamilyLevel, Run, SupportPlan
from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record

from .actions import levels_of

IN_NEED = ("D", "E")


def follow_up() -> None:
    """Look at every closed plan whose family a run has worked out since. Safe to run again, and beside itself."""
    last = Run.objects.finished().first()
    if last is None:
        return
    for plan in SupportPlan.objects.filter(closed_at__lt=last.sliced_at, looked_at=None):
        _follow(plan.pk)


@transaction.atomic
def _follow(number: int) -> None:
    plan = SupportPlan.objects.select_for_update(skip_locked=True).filter(pk=number, looked_at=None).first()
    if plan is None:
        return
    plan.looked_at = timezone.now()
    plan.save(update_fields=["looked_at"])
    stands = FamilyLevel.objects.filter(pk=plan.family_id, level_at_best__in=IN_NEED).exists()
    if stands and not plan.family.support_plans.open().exists():
        next_one = SupportPlan.objects.create(
            family=plan.family,
            office=plan.office,
            of_mobile_group=True,
            follows=plan,
            levels_at_start=levels_of(plan.family),
        )
        record(EventKind.SUPPORT_PLAN_OPENED, on=next_one, by=None)
