"""What is new on a claim for one of the staff."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .claim import Claim

LONGEST = 200  # letters of what is shown of a text in a list


class NewsQuerySet(models.QuerySet):
    def unread(self):
        """What nobody has opened yet, the newest first."""
        return self.filter(read_at=None).order_by("-pk")


class News(models.Model):
    """Something happened on a claim that whoever works on it has to see. `to` is who works on it now: it goes with the
    claim from hand to hand while it is not read, and is empty while nobody has the claim. `text` is how it
    begins, `address` where it is answered, if not on the claim's own page."""

    class Kind(models.TextChoices):
        MESSAGE = "message", _("Message")
        ANSWER = "answer", _("Answer")
        OBJECTION = "objection", _("Objection")
        PAPER = "paper", _("Paper")
        TERM_OVER = "term_over", _("No answer came")
        RETURNED = "returned", _("Returned")
        GIVEN = "given", _("Given to you")
        QUESTION = "question", _("Auditor’s question")
        RELOOK = "relook", _("To look at again")
        COMPLAINT = "complaint", _("Complaint")
        DUE = "due", _("Due today")

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="news")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    to = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    text = models.CharField(max_length=LONGEST, blank=True)
    address = models.CharField(max_length=LONGEST, blank=True)
    at = models.DateTimeField(default=timezone.now)
    on = models.DateField(default=timezone.localdate)
    read_at = models.DateTimeField(null=True, blank=True)

    objects = NewsQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "news"
        constraints = (
            models.UniqueConstraint(
                fields=["claim", "on"],
                condition=models.Q(kind="due"),
                name="one_reminder_of_a_day",
                violation_error_message=_("That this claim is due today was said already."),
            ),
        )
        indexes = (
            models.Index(fields=["to", "-id"], name="news_of_somebody"),
            models.Index(fields=["to"], condition=models.Q(read_at=None), name="news_unread"),
            models.Index(fields=["claim"], condition=models.Q(read_at=None), name="news_of_claim"),
        )

    def __str__(self):
        return f"{self.claim}: {self.kind}"

    @property
    def page(self) -> str:
        return self.address or reverse("work:case", args=[self.claim.key])
