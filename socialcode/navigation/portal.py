"""The main places of those who keep the portal: who pays, who audits, the ministry and administrators."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from socialcode.accounts.models import Role
from socialcode.law.year.lapsing import overdue
from socialcode.payments.figures import open_flags, open_tasks

from .place import ADMINISTRATORS, Place, holders_of


def values_overdue(user) -> int:
    """How many values of a year should be approved by today and are not. One query."""
    return len(overdue(timezone.localdate()))


OF_THE_PORTAL = (
    Place(
        "payments:runs",
        _("Payments of the months"),
        holders_of(Role.PAYER),
        under=("/pay/",),
        is_desk=True,
        group="work",
        icon="list",
    ),
    Place(
        "payments:flags",
        _("Warnings about payments"),
        holders_of(Role.PAYER),
        under=("/pay/warnings/",),
        waiting=open_flags,
        group="work",
        icon="flag",
    ),
    Place(
        "payments:returns",
        _("Money that did not arrive"),
        holders_of(Role.PAYER),
        under=("/pay/returns/",),
        waiting=open_tasks,
        group="work",
        icon="returned",
    ),
    Place(
        "payments:balance",
        _("Balance of the payments"),
        holders_of(Role.PAYER),
        under=("/pay/balance/",),
        group="work",
        icon="approve",
    ),
    Place("oversight:events", _("Audit"), holders_of(Role.AUDITOR), under=("/audit/",), is_desk=True, group="work"),
    Place(
        "family_map:board",
        _("Families of the country"),
        holders_of(Role.MINISTRY),
        under=("/map/",),
        is_desk=True,
        group="work",
        icon="place",
    ),
    Place(
        "law:manage", _("Manage"), ADMINISTRATORS, under=("/law/manage/",), is_desk=True, group="portal", icon="edit"
    ),
    Place(
        "foresight:next_year",
        _("The next year"),
        ADMINISTRATORS,
        under=("/law/manage/year/",),
        waiting=values_overdue,
        group="portal",
        icon="edit",
    ),
    Place(
        "indexation:runs",
        _("New amounts"),
        ADMINISTRATORS,
        under=("/law/manage/amounts/",),
        group="portal",
        icon="edit",
    ),
    Place(
        "accounts:people",
        _("People and roles"),
        ADMINISTRATORS,
        under=("/accounts/people/",),
        group="portal",
        icon="people",
    ),
    Place("family_map:runs", _("Family map"), ADMINISTRATORS, under=("/map/runs/",), group="portal", icon="place"),
    Place("registers:deliveries", _("Registers"), ADMINISTRATORS, under=("/registers/",), group="portal", icon="list"),
    Place("operating:state", _("State of the portal"), ADMINISTRATORS, group="portal", icon="info"),
)
