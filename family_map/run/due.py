"""When the portal itself asks for a calculation."""

from django.utils import timezone

from family_map import actions
from family_map.models import Run
from socialcode.engine.days import start_of_quarter
from socialcode.people.models import Family
from socialcode.refusal import attempt
from socialcode.registers.models import ChangedFamily

from .standings import values_hash


def start_what_is_due() -> None:
    """Ask for all families where that was never done, a quarter began, or the law or a rule says something else than in
    the last run; else for those that registers called. What an administrator called off is not begun again."""
    if Run.objects.unfinished().exists() or not Family.objects.exists():
        return
    scope = _due()
    if scope:
        with attempt():  # another process was quicker
            actions.start_run(by=None, scope=scope)


def _due() -> str | None:
    today, last = timezone.localdate(), Run.objects.of_the_country().first()
    if last is None or start_of_quarter(last.on) < start_of_quarter(today) or last.values_hash != values_hash(today):
        return Run.Scope.COUNTRY
    return Run.Scope.CHANGES if ChangedFamily.objects.exists() else None
