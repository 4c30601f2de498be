"""Who may have the well-being of all families worked out, and when: one sentence per reason."""

from django.utils.translation import gettext as _

from socialcode.people.models import Family
from socialcode.refusal import NotAllowedError

from .models import Run


def check_can_manage(by) -> None:
    if by is not None and not (by.is_authenticated and by.is_administrator):
        raise NotAllowedError(_("Only administrators may start or stop the calculation for all families."))


def check_can_start(by) -> None:
    check_can_manage(by)
    if not Family.objects.exists():
        raise NotAllowedError(_("There is no family yet. Load the register of population first."))


def check_can_pause(run: Run, by) -> None:
    _check_is_open(run, by)
    if run.paused_at:
        raise NotAllowedError(_("This calculation is paused already."))


def check_can_resume(run: Run, by) -> None:
    _check_is_open(run, by)
    if not run.paused_at:
        raise NotAllowedError(_("This calculation is not paused."))


def check_can_cancel(run: Run, by) -> None:
    _check_is_open(run, by)


def check_can_try_again(run: Run, by) -> None:
    _check_is_open(run, by)
    if not run.slices.left().filter(failures__gt=0).exists():
        raise NotAllowedError(_("No part of this calculation failed."))


def _check_is_open(run: Run, by) -> None:
    check_can_manage(by)
    if run.finished_at:
        raise NotAllowedError(_("This calculation is finished."))
    if run.cancelled_at:
        raise NotAllowedError(_("This calculation was called off."))
