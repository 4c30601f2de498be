"""What a person let the portal do, and that they let it no longer: a record of each, after ISO/IEC TS 27560."""

import uuid

from django.conf import settings
from django.contrib.postgres.functions import RandomUUID
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .person import Person


class Consent(models.Model):
    """Who agreed to what, when, on which way, by which text as they saw it, and how one knows.

    `purpose` is what it is for, `scope` lists what of theirs it opens: names of facts, and of payments. It is about a
    claim, or about what `about_type` and `about_key` name by value where rooms above ask for it. `text` are the words
    that were shown, where they stand in no template of `text_version`. `evidence` is how one knows, as JSON: the
    message that came and what it says, the account that agreed. `good_until` is the last day on which it opens
    anything; None as long as what it is for goes on. Taking it back is a record of its own that `withdraws` this one.
    Rows are only added: a trigger of the database refuses everything else.
    """

    class Channel(models.TextChoices):
        PORTAL = "portal", _("The portal")
        SMS = "sms", _("SMS")
        CALL = "call", _("A call of the office")
        COUNTER = "counter", _("The office")
        PAPER = "paper", _("On paper")

    key = models.UUIDField(default=uuid.uuid4, db_default=RandomUUID(), unique=True, editable=False)
    claim = models.ForeignKey("cases.Claim", on_delete=models.PROTECT, null=True, blank=True, related_name="consents")
    about_type = models.CharField(max_length=60, blank=True, default="", db_default="")
    about_key = models.CharField(max_length=60, blank=True, default="", db_default="")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="consents")
    purpose = models.CharField(max_length=60)
    scope = models.JSONField()
    text_version = models.CharField(max_length=20)
    text = models.TextField(blank=True, default="", db_default="")
    language = models.CharField(max_length=2, choices=settings.LANGUAGES)
    channel = models.CharField(max_length=7, choices=Channel.choices, default=Channel.PORTAL, db_default="portal")
    evidence = models.JSONField(
        default=dict, db_default=models.Value({}, models.JSONField()), encoder=DjangoJSONEncoder
    )
    given_at = models.DateTimeField(default=timezone.now)
    good_until = models.DateField(null=True, blank=True)
    is_paper = models.BooleanField(default=False)
    withdraws = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="withdrawn_by"
    )

    class Meta:
        db_table = "cases_consent"
        constraints = (
            models.CheckConstraint(
                condition=Q(claim__isnull=False) | ~Q(about_key=""),
                name="consent_is_about_something",
                violation_error_message=_("Who agrees, agrees to something."),
            ),
        )

    def __str__(self):
        return f"{self.purpose}: {self.person}"

    @property
    def is_withdrawn(self) -> bool:
        return Consent.objects.filter(withdraws=self).exists()
