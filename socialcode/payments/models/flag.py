"""What has to be looked at before an order is paid."""

import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from socialcode.templatetags.portal import day, money

from .order import PaymentOrder


class FlagKind(models.TextChoices):
    DEAD = "dead", _("The recipient has died")
    MOVED_AWAY = "moved_away", _("The recipient has no registered address any more")
    SHARED_ACCOUNT = "shared_account", _("One account for many people")
    JUMP = "jump", _("The sum is far from last month's")
    REFUSED_ACCOUNT = "refused_account", _("A bank refused this account before")
    NO_ACCOUNT = "no_account", _("No bank account is known")
    NOT_OWED = "not_owed", _("The award has changed since, and so much is not owed any more")
    NEW_ACCOUNT = "new_account", _("First payment to a new account")


TO_KNOW = (FlagKind.NEW_ACCOUNT,)  # said, and nothing has to be done about it


class FlagQuerySet(models.QuerySet):
    def open(self):
        """Flags about which somebody still has to decide."""
        return self.filter(settled_at=None).exclude(kind__in=TO_KNOW)


class RedFlag(models.Model):
    """A reason to look at an order; `details` are figures for the reader. Settled by paying or by taking it out."""

    class Outcome(models.TextChoices):
        PAY = "pay", _("Is paid")
        TAKEN_OUT = "taken_out", _("Taken out of the list")

    order = models.ForeignKey(PaymentOrder, on_delete=models.PROTECT, related_name="flags")
    kind = models.CharField(max_length=15, choices=FlagKind.choices)
    details = models.JSONField(default=dict)
    raised_at = models.DateTimeField(default=timezone.now)
    outcome = models.CharField(max_length=9, choices=Outcome.choices, blank=True, default="")
    reason = models.TextField(blank=True, default="")
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    settled_at = models.DateTimeField(null=True, blank=True)

    objects = FlagQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["order", "kind"],
                name="one_flag_of_a_kind",
                violation_error_message=_("This is said of the order already."),
            ),
            models.CheckConstraint(
                condition=Q(outcome="", settled_at=None, settled_by=None)
                | ~Q(outcome="") & Q(settled_at__isnull=False, settled_by__isnull=False) & ~Q(reason=""),
                name="settled_flag_has_a_reason",
                violation_error_message=_("Give the reason in a sentence."),
            ),
        )
        indexes = (models.Index(fields=["kind"], condition=Q(settled_at=None), name="flags_open"),)

    def __str__(self):
        return f"{self.order}: {self.get_kind_display()}"

    @property
    def is_to_know(self) -> bool:
        """Whether it is only said, and nobody has to decide on it."""
        return self.kind in TO_KNOW

    @property
    def detail_text(self) -> str:
        """The figures behind it in words; empty where there are none."""
        found = self.details
        if self.kind == FlagKind.DEAD:
            return gettext("Day of death: %(day)s") % {"day": day(datetime.date.fromisoformat(found["died_on"]))}
        if self.kind == FlagKind.SHARED_ACCOUNT:
            return gettext("People with this account: %(count)s") % {"count": found["persons"]}
        if self.kind == FlagKind.JUMP:
            said = {"before": money(found["before"]), "now": money(found["now"])}
            return gettext("Last month %(before)s, now %(now)s") % said
        return ""
