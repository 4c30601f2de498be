"""A new account for somebody's money, confirmed on a second way."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from socialcode.notices.codes import GOOD_FOR, MOST_TRIES
from socialcode.people.models import Person


class AccountChangeQuerySet(models.QuerySet):
    def waiting(self):
        """Changes whose code may still be typed."""
        good = self.filter(confirmed_at=None, tries__lt=MOST_TRIES, asked_at__gt=timezone.now() - GOOD_FOR)
        return good.order_by("-pk")

    def take_try(self) -> bool:
        """Use up one try; False when none is left. One statement, so that guesses at the same moment all count."""
        return self.filter(confirmed_at=None, tries__lt=MOST_TRIES).update(tries=F("tries") + 1) == 1


class NewAccount(models.Model):
    """An account that a person names for all their payments. In force once the code that went to the phone is typed.

    The code is kept as a keyed hash only.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="new_accounts")
    iban = models.CharField(max_length=34)
    code = models.CharField(max_length=200)
    tries = models.PositiveSmallIntegerField(default=0)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    confirmed_at = models.DateTimeField(null=True, blank=True)

    objects = AccountChangeQuerySet.as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=~Q(iban=""),
                name="new_account_is_named",
                violation_error_message=_("Give the account the money should go to."),
            ),
        )

    def __str__(self):
        return f"{self.person}: {self.iban[-4:]}"
