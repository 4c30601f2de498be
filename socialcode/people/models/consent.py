"""What a person let the portal do with what registers say of them."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from .person import Person


class Consent(models.Model):
    """The person lets the portal look into registers: for what, into which, by which text.

    `scope` lists the names of the facts. Rows are only added: a trigger of the database refuses everything else.
    """

    claim = models.ForeignKey("cases.Claim", on_delete=models.PROTECT, related_name="consents")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="consents")
    purpose = models.CharField(max_length=60)
    scope = models.JSONField()
    text_version = models.CharField(max_length=20)
    language = models.CharField(max_length=2, choices=settings.LANGUAGES)
    given_at = models.DateTimeField(default=timezone.now)
    is_paper = models.BooleanField(default=False)

    class Meta:
        db_table = "cases_consent"

    def __str__(self):
        return f"{self.purpose}: {self.person}"
