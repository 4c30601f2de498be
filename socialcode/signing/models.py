"""What people signed by a code."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from socialcode.audit.models import type_of
from socialcode.notices.codes import GOOD_FOR, MOST_TRIES
from socialcode.people.models import Person


class SignatureQuerySet(models.QuerySet):
    def of(self, row: models.Model):
        """Signatures under a stored thing, asked for or given."""
        return self.filter(of_type=type_of(row), of_key=str(row.pk))

    def given(self):
        return self.exclude(signed_at=None)

    def waiting(self):
        """Those whose code may still be typed, the newest first."""
        since = timezone.now() - GOOD_FOR
        return self.filter(signed_at=None, tries__lt=MOST_TRIES, asked_at__gt=since).order_by("-pk")

    def take_try(self) -> bool:
        """Use up one try; False when none is left. One statement, so that guesses at the same moment all count."""
        return self.filter(signed_at=None, tries__lt=MOST_TRIES).update(tries=F("tries") + 1) == 1


class Signature(models.Model):
    """A person signs a text by a code. `of_type` and `of_key` name by value what it is of, `digest` is the hash of the
    text; the code is kept as a keyed hash only. `text` is the whole text once it is signed: what a court would ask for.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    of_type = models.CharField(max_length=60)
    of_key = models.CharField(max_length=60)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="signatures")
    digest = models.CharField(max_length=64)
    text = models.TextField(blank=True)
    code = models.CharField(max_length=64)
    tries = models.PositiveSmallIntegerField(default=0)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    signed_at = models.DateTimeField(null=True, blank=True)

    objects = SignatureQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["of_type", "of_key", "person"],
                condition=Q(signed_at__isnull=False),
                name="signed_once_by_a_person",
                violation_error_message=_("You have signed this already."),
            ),
            models.CheckConstraint(
                condition=Q(signed_at=None, text="") | Q(signed_at__isnull=False) & ~Q(text=""),
                name="signature_keeps_what_was_signed",
                violation_error_message=_("A signature keeps the text that was signed."),
            ),
        )
        indexes = (models.Index(fields=["of_type", "of_key"], name="signature_of"),)

    def __str__(self):
        return f"{self.person}: {self.of_type}"
